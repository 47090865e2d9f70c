"""D05 Informationsanforderung: every unknown becomes a numbered question with reason, document and date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tws_desktop.documents.blocks import (
    Block,
    Buchstabe,
    Line,
    Notice,
    Nummer,
    Paragraph,
    ParagraphStyle,
    Signature,
    Signatures,
    Span,
    Table,
    Text,
    Title,
    plain,
)
from tws_desktop.domain.confidentiality import Audience, allowed
from tws_desktop.domain.german.dates import show_date, show_date_long
from tws_desktop.domain.positions import Question
from tws_desktop.domain.workshops import Workshop
from tws_desktop.services.boards.entries import released
from tws_desktop.services.papers.paper import Made, PaperShelf, Sheet, start
from tws_desktop.services.ports import Work

_EMPLOYER = ("arbeitgeber", "ag", "geschäftsleitung", "geschäftsführung", "wirtschaftsausschuss", "wa")


@dataclass(frozen=True, slots=True)
class LetterData:
    """What the facilitator adds to the letter; every part is optional."""

    topic: str = ""
    situation: str = ""
    decision_on: date | None = None
    talk_on: date | None = None
    chair: str = ""
    recipient: str = ""


def is_for_employer(question: Question) -> bool:
    """Whether a question goes into the letter to the employer."""
    return not question.addressee or question.addressee.casefold().startswith(_EMPLOYER)


def make(
    work: Work,
    shelf: PaperShelf,
    workshops: tuple[Workshop, ...],
    audience: Audience,
    today: date,
    letter: LetterData | None = None,
) -> Made:
    """The letter with all open questions to the employer; others are listed for the council only."""
    letter = letter or LetterData()
    sheet = start(work, shelf, "D05", workshops, audience, today)
    found = work.all(Question, workshop_id=tuple(workshop.id for workshop in workshops))
    free = released(work, "questions")
    seen = [q for q in found if allowed(q.level, audience, free.get(q.id, frozenset()))]
    sheet.left_out = len(found) - len(seen)
    asked = [question for question in seen if is_for_employer(question)]
    _open(sheet, letter, asked)
    sheet.section("fragen", _questions(sheet, asked))
    documents = [question.document for question in asked if question.document]
    sheet.section("unterlagen", _documents(sheet, documents))
    latest = max((q.due for q in asked if q.due), default=today + timedelta(days=sheet.paper.default_days or 14))
    sheet.section("form_frist", [Paragraph(plain(sheet.text("frist", frist=show_date_long(latest))))])
    talk = show_date_long(letter.talk_on) if letter.talk_on else ""
    sheet.section(
        "beratung", [Paragraph(plain(text)) for text in [sheet.text("beratung", beratung_datum=talk)] if text]
    )
    sheet.section("hinweis", [Paragraph(plain(sheet.text("hinweis")))])
    sheet.blocks.append(Paragraph(plain(sheet.text("schluss"))))
    signature = Signature("Für den Betriebsrat", sheet.plant.name, letter.chair, "Vorsitz")
    sheet.blocks.append(Signatures((signature,)))
    if audience is not Audience.ARBEITGEBER:
        _internal(sheet, [question for question in seen if not is_for_employer(question)])
    return sheet.made("Informationsanforderung an den Arbeitgeber", header_right="" if sheet.released else "ENTWURF")


_NAMED = re.compile(r"§§?(?P<norms>.*?)\b(?P<law>(?!Abs|Nr)[A-ZÄÖÜ][\w-]*(?:G|VO|B)\b(?:\s[IVX]+)?)")
_NUMBER = re.compile(
    r"\d+[a-z]?(?:\s*bis\s*\d+[a-z]?)?(?:\s*Abs\.\s*\d+[a-z]?)?(?:\s*Satz\s*\d+)?(?:\s*Nr\.\s*\d+[a-z]?)?"
)
"""Norms with the statute they are of: „§ 90, § 87 Abs. 1 Nr. 6 BetrVG“, and the single numbers in it."""


def _open(sheet: Sheet, letter: LetterData, asked: Sequence[Question]) -> None:
    topic = letter.topic or sheet.project.title
    lines: list[Span] = [
        Text(letter.recipient or sheet.plant.company or sheet.plant.name),
        Line(),
        Text("Geschäftsleitung"),
    ]
    if sheet.plant.site:
        lines += [Line(), Text(sheet.plant.site)]
    sheet.blocks.append(Paragraph(tuple(lines)))
    sheet.blocks.append(Paragraph(plain(show_date_long(sheet.today)), ParagraphStyle.RIGHT))
    sheet.blocks.append(Title(sheet.text("betreff", thema=topic)))
    sheet.say("anrede")
    sheet.say("einleitung", thema=topic)
    sheet.say("lage", lage=letter.situation)
    norms = laws(asked)
    decided = show_date_long(letter.decision_on) if letter.decision_on else ""
    with_decision = sheet.text("bitte_mit_beschluss", normen=norms, beschluss_datum=decided)
    sheet.blocks.append(Paragraph(plain(with_decision or sheet.text("bitte", normen=norms))))


def laws(asked: Sequence[Question]) -> str:
    """The norms of all questions, in the order of each statute; the general duty to inform without any.

    A whole paragraph stands for its parts: „§ 106, § 106 Abs. 3“ is § 106.
    """
    found: dict[str, set[str]] = {}
    for question in asked:
        for named in _NAMED.finditer(question.norm):
            found.setdefault(named["law"], set()).update(
                re.sub(r"\s+", "\u00a0", number[0]) for number in _NUMBER.finditer(named["norms"])
            )
    parts = [_cited(law, found[law]) for law in sorted(found, key=lambda law: (law != "BetrVG", law))]
    return " sowie ".join(parts) or "§\u00a080\u00a0Abs.\u00a02 BetrVG"


def _cited(law: str, numbers: set[str]) -> str:
    whole = {number.split("\u00a0")[0] for number in numbers if "\u00a0" not in number}
    kept = sorted((n for n in numbers if n in whole or n.split("\u00a0")[0] not in whole), key=_place)
    listed = kept[0] if len(kept) == 1 else f"{', '.join(kept[:-1])} und {kept[-1]}"
    return f"{'§§' if len(kept) > 1 or 'bis' in kept[0] else '§'}\u00a0{listed} {law}"


def _place(number: str) -> tuple[int, str]:
    figures = re.match(r"\d+", number)
    return int(figures[0]) if figures else 0, number


def _questions(sheet: Sheet, asked: Sequence[Question]) -> list[Block]:
    blocks: list[Block] = []
    for question in asked:
        spans: list[Span] = [Text(question.text)]
        if question.norm:
            spans.append(Text(f" ({question.norm})"))
        reason = sheet.text("grund", grund=question.reason)
        if reason:
            spans += [Line(), Text(reason, italic=True)]
        for key, value in question.data.items():
            spans += [Line(), Text(f"{key}: {value}")]
        blocks.append(Nummer(tuple(spans)))
    return blocks


def _documents(sheet: Sheet, documents: Sequence[str]) -> list[Block]:
    if not documents:
        return []
    lead = Paragraph(plain(sheet.text("unterlagen")))
    return [lead, *(Buchstabe(plain(document)) for document in dict.fromkeys(documents))]


def _internal(sheet: Sheet, others: Sequence[Question]) -> None:
    sheet.blocks.append(Notice(sheet.text("rechte_pruefen")))
    if others:
        rows = tuple(
            (plain(q.addressee), plain(q.text), plain(q.document), plain(show_date(q.due) if q.due else ""))
            for q in others
        )
        header = tuple(plain(text) for text in ("An wen", "Frage", "Unterlage", "Bis"))
        sheet.blocks.append(Table(header, rows, (2, 5, 3, 1.5), "Fragen an andere, nicht Teil des Schreibens"))
