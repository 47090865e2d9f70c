"""A questionnaire on paper: indices and profile, ranked topics, then every statement with reason and dissent."""

from __future__ import annotations

from collections.abc import Mapping

from tws_desktop.boards.sheet.single_result import ItemTotal, sheets_of, single_result
from tws_desktop.documents.blocks import Block, Heading, Paragraph, ParagraphStyle, Picture, Spans, Table, Text, plain
from tws_desktop.documents.charts import Bar, BarProfile
from tws_desktop.domain.board_parameters import SheetMode
from tws_desktop.domain.confidentiality import Audience, allowed
from tws_desktop.domain.questionnaires import Item, Questionnaire
from tws_desktop.domain.results import Answer
from tws_desktop.domain.scoring import q1
from tws_desktop.services.boards.content import Content
from tws_desktop.services.boards.offers import Shelf
from tws_desktop.services.boards.profile import scored
from tws_desktop.services.boards.reports import Report

NO_ANSWER = "–"


def report(content: Content, shelf: Shelf, audience: Audience) -> Report:
    """The whole result; a statement whose answer the audience may not see is left out and counted."""
    questionnaire = shelf.questionnaires.get(content.sheets[0].questionnaire_key) if content.sheets else None
    if questionnaire is None:
        empty = Paragraph(plain("Der Bogen wurde nicht ausgefüllt."))
        return Report(() if content.board.optional else (empty,))
    if content.sheets[0].mode is SheetMode.SINGLE:
        return _single(content, questionnaire, audience)
    seen = {key: a for key, a in content.answers.items() if allowed(a.level, audience)}
    left_out = len(content.answers) - len(seen)
    if left_out:
        return Report((Paragraph(plain("Der ausgefüllte Bogen ist nicht für diesen Kreis bestimmt.")),), left_out)
    blocks: list[Block] = []
    if questionnaire.dimensions:
        blocks += profile_blocks(content, questionnaire, shelf)
    blocks.append(Paragraph(plain(_scale_words(questionnaire)), ParagraphStyle.NOTE))
    special = {"W": questionnaire.unknown_label, "N": questionnaire.irrelevant_label}
    titles = {dimension.key: f"{dimension.key} {dimension.name}" for dimension in questionnaire.dimensions} or {"": ""}
    for key, title in titles.items():
        items = [
            item
            for item in content.sheets[0].items_copy
            if item.dimension == key and not (item.optional and item.key not in seen)
        ]
        if items:
            blocks += _statements(title, items, seen, special)
    return Report(tuple(blocks), left_out)


def _single(content: Content, questionnaire: Questionnaire, audience: Audience) -> Report:
    every = [answer for sheet in content.sheet_answers.values() for answer in sheet.values()]
    left_out = sum(not allowed(answer.level, audience) for answer in every)
    if left_out:
        return Report((Paragraph(plain("Die ausgefüllten Bögen sind nicht für diesen Kreis bestimmt.")),), left_out)
    result = single_result(questionnaire, sheets_of(content.sheet_answers))
    if result.hidden:
        few = f"Weniger als {result.least} Bögen: Das Ergebnis wird nicht gezeigt, damit niemand zu erkennen ist."
        return Report((Paragraph(plain(few)),))
    rows = tuple(
        (plain(t.item.key), plain(t.item.text), plain(mean_words(t)), plain(spread_words(t))) for t in result.totals
    )
    header = (plain("Nr."), plain("Aussage"), plain("Mittel"), plain("Verteilung"))
    blocks: list[Block] = [
        Paragraph(plain(f"{result.sheets} Bögen, ohne Namen ausgefüllt."), ParagraphStyle.LEAD),
        Table(header, rows, (1, 7, 1.4, 5), _scale_words(questionnaire)),
    ]
    for item, texts in result.texts:
        if texts:
            blocks += [Heading(item.text, 3), *(Paragraph(plain(f"– {text}")) for text in texts)]
    return Report(tuple(blocks))


def mean_words(total: ItemTotal) -> str:
    """The mean with one decimal, or a dash."""
    return NO_ANSWER if total.mean is None else one_place(total.mean)


def spread_words(total: ItemTotal) -> str:
    """How often each value was given: `1: 0 · 2: 1 · 3: 4`; what may not be shown is said."""
    if not total.counts:
        return "zu wenige Antworten"
    told = " · ".join(f"{value}: {count}" for value, count in total.counts)
    return f"{told} · ohne Angabe: {total.none}" if total.none else told


def _scale_words(questionnaire: Questionnaire) -> str:
    return ", ".join(f"{step.value} = {step.label}" for step in questionnaire.scale)


def profile_blocks(content: Content, questionnaire: Questionnaire, shelf: Shelf) -> list[Block]:
    """Indices, picture and ranking of topics."""
    result = scored(content.sheets, {content.sheets[0].id: content.answers}, questionnaire)
    names = {dimension.key: dimension.name for dimension in questionnaire.dimensions}
    bars = tuple(Bar(f"{d.key} {names.get(d.key, '')}", d.index, _shown(d)) for d in result.dimensions)
    summary = indices(result)
    ranking = tuple(
        (
            plain(str(t.rank)),
            plain(shelf.topics[t.topic].title if t.topic in shelf.topics else t.topic),
            plain(two_places(t.pressure)),
        )
        for t in result.topics
    )
    header = (plain("Rang"), plain("Thema"), plain("Druck"))
    return [
        Paragraph(plain(summary), ParagraphStyle.LEAD),
        Picture(
            BarProfile(bars),
            f"Profil der Dimensionen von 0 bis 100. {summary}",
            "A Betroffenheit: hoch = stark betroffen. B bis J Vorbereitung: hoch = gut vorbereitet.",
        ),
        Heading("Themen nach Druck", 3),
        Table(header, ranking, (1, 7, 1.4), "Vorschlag zur Auswahl, keine Entscheidung"),
    ]


def _shown(dimension: q1.DimensionResult) -> str:
    return "" if dimension.index is not None else "zu wenig bekannt"


def indices(result: q1.Result) -> str:
    """The indices in one line."""
    parts = []
    if result.exposure is not None:
        parts.append(f"Betroffenheit {one_place(result.exposure)}")
    if result.readiness is not None:
        parts.append(f"Vorbereitung {one_place(result.readiness)}")
    if result.pressure is not None and result.band is not None and result.quadrant is not None:
        parts.append(f"Handlungsdruck {one_place(result.pressure)} ({result.band.value}, „{result.quadrant.value}“)")
    parts.append(f"Wissenslücke {one_place(100 * result.unknown_rate)}\u00a0%")
    return ", ".join(parts) + "."


def one_place(value: float) -> str:
    """A number with one decimal, German."""
    return f"{value:.1f}".replace(".", ",")


def two_places(value: float) -> str:
    """A number with two decimals, German."""
    return f"{value:.2f}".replace(".", ",")


def _statements(
    title: str, items: list[Item], answers: Mapping[str, Answer], special: Mapping[str, str]
) -> list[Block]:
    rows = tuple(
        (plain(item.key), _words(item, answers.get(item.key)), plain(in_words(answers.get(item.key), special)))
        for item in items
    )
    table = Table((plain("Nr."), plain("Aussage"), plain("Wert")), rows, (1, 10, 2))
    return [Heading(title, 3), table] if title else [table]


def given(answer: Answer | None) -> str:
    """What was answered, in the signs of the sheet."""
    if answer is None:
        return NO_ANSWER
    return answer.special or (str(answer.value) if answer.value is not None else NO_ANSWER)


def in_words(answer: Answer | None, special: Mapping[str, str]) -> str:
    """What was answered; an answer that is no number in the words of the questionnaire."""
    return special.get(answer.special if answer else "", "") or given(answer)


def _words(item: Item, answer: Answer | None) -> Spans:
    spans: list[Text] = [Text(item.text)]
    if answer is not None:
        for label, text in (
            ("Begründung", answer.reason),
            ("Beleg", answer.evidence),
            ("Zweite Meinung", answer.dissent),
        ):
            if text:
                spans.append(Text(f"\n{label}: {text}", italic=True))
    return tuple(spans)
