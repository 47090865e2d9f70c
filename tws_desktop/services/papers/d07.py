"""D07 Eckpunkte des Betriebsrats: the external paper, and the internal one with minimum and red line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from tws_desktop.documents.blocks import (
    Block,
    Bullet,
    Gap,
    Heading,
    Notice,
    Paragraph,
    ParagraphStyle,
    Table,
    Text,
    Title,
    plain,
)
from tws_desktop.domain.board_parameters import VoteKind
from tws_desktop.domain.confidentiality import Audience, allowed
from tws_desktop.domain.decisions import decided, tally_of
from tws_desktop.domain.german.dates import show_date, show_date_long
from tws_desktop.domain.plants import FactKind
from tws_desktop.domain.positions import (
    Decision,
    DecisionKind,
    Measure,
    MeasureState,
    Position,
    PositionSecret,
    Question,
    Trade,
)
from tws_desktop.domain.text import listed
from tws_desktop.domain.workshops import EntryKind, Step, Workshop, WorkshopState
from tws_desktop.services.boards.content import Content, content
from tws_desktop.services.boards.entries import released
from tws_desktop.services.papers.d04 import due, measures, owner
from tws_desktop.services.papers.paper import Made, PaperShelf, ReportOf, Sheet, start
from tws_desktop.services.plants import facts
from tws_desktop.services.ports import Work
from tws_desktop.services.tariff_table import tariff_tables

_INTERNAL = frozenset({Audience.VERHANDLUNG})
_COUNCIL = frozenset({Audience.VERHANDLUNG, Audience.GREMIUM})


def make(
    work: Work,
    shelf: PaperShelf,
    workshops: tuple[Workshop, ...],
    audience: Audience,
    today: date,
    report_of: ReportOf,
) -> Made:
    """The Eckpunkte of a workshop or project; minimum, leeway and red line only for the negotiating team."""
    sheet = start(work, shelf, "D07", workshops, audience, today)
    stand = sheet.text("kopf", stand=show_date_long(today), version="1")
    sheet.blocks.append(Title("Eckpunkte des Betriebsrats", sheet.project.title))
    sheet.blocks.append(Paragraph(plain(_lead(sheet, workshops)), ParagraphStyle.LEAD))
    if audience in _INTERNAL:
        sheet.blocks.append(Notice(sheet.text("intern")))
    positions = _positions(work, sheet)
    board = _Boards(work, shelf, sheet, report_of)
    sheet.section("lage", board.situation())
    sheet.section("grundsaetze", board.sentences())
    sheet.section("eckpunkte", [block for n, p in enumerate(positions, 1) for block in _position(shelf, sheet, n, p)])
    sheet.section("tarif", _tariff(work, shelf, sheet))
    sheet.section("tausch", _trades(work, sheet))
    sheet.section("steuerung", [Paragraph(plain(sheet.text("steuerung")))])
    sheet.section("laufzeit", [Paragraph(plain(sheet.text("laufzeit")))])
    sheet.section("offen", _open_points(work, sheet))
    plan, hidden = measures(work, workshops, audience)
    sheet.left_out += hidden
    sheet.section("zeitplan", _schedule(work, plan))
    sheet.section("mindest", _secrets(work, positions))
    sheet.section("einwaende", board.entries(EntryKind.OBJECTION))
    sheet.section("widerstand", board.votes(VoteKind.RESISTANCE))
    sheet.section("team", _team(work, board, workshops))
    sheet.say("rechtlich", ParagraphStyle.NOTE)
    sheet.say("tarif_hinweis", ParagraphStyle.NOTE)
    sheet.say("verfasst", ParagraphStyle.NOTE)
    title = f"Eckpunkte des Betriebsrats, {sheet.plant.name}"
    head = "NUR VERHANDLUNGSTEAM" if audience in _INTERNAL else "ENTWURF"
    return sheet.made(title, header_right=head, subtitle=stand)


def _lead(sheet: Sheet, workshops: Sequence[Workshop]) -> str:
    """When the council has talked about it; before a workshop was held the paper claims no such thing."""
    held = [w.starts_on for w in workshops if w.starts_on and w.state is not WorkshopState.PLANNED]
    if not held:
        return sheet.text("einleitung_ohne_beratung")
    return sheet.text("einleitung", datum=show_date_long(max(held)))


def _schedule(work: Work, plan: Sequence[Measure]) -> list[Block]:
    """What is still to do, by date; a proposal without owner or date says what is missing."""
    waiting = [one for one in plan if one.state not in {MeasureState.DONE, MeasureState.DROPPED}]
    ordered = sorted(waiting, key=lambda one: (one.due or date.max, one.rank))
    return [Bullet(plain(_step(work, one))) for one in ordered]


def _step(work: Work, measure: Measure) -> str:
    who = owner(work, measure) if measure.owner_id else ""
    until = f"bis {due(measure)}" if measure.due else ""
    known = ", ".join(part for part in (who, until) if part)
    return f"{measure.text} – {known or 'Vorschlag, noch ohne Person und Termin'}"


def _positions(work: Work, sheet: Sheet) -> list[Position]:
    found = work.all(Position, workshop_id=tuple(workshop.id for workshop in sheet.workshops))
    free = released(work, "positions")
    seen = [p for p in found if allowed(p.level, sheet.audience, free.get(p.id, frozenset()))]
    sheet.left_out += len(found) - len(seen)
    return seen


class _Boards:
    """What the workshops' boards leave on this paper."""

    def __init__(self, work: Work, shelf: PaperShelf, sheet: Sheet, report_of: ReportOf) -> None:
        self._sheet = sheet
        self._shelf = shelf
        self._report_of = report_of
        steps = [step for workshop in sheet.workshops for step in work.all(Step, workshop_id=workshop.id)]
        self._all = [
            (step, board, content(work, shelf, step.id, board.key))
            for step in steps
            for board in step.boards
            if not (board.form and board.form.edits) and not (board.cards and board.cards.works_on)
        ]

    def _report(self, here: Content) -> list[Block]:
        made = self._report_of(here, self._shelf, self._sheet.audience)
        self._sheet.left_out += made.left_out
        return list(made.blocks)

    def entries(self, kind: EntryKind) -> list[Block]:
        """The rows of one kind of entry."""
        boards = [here for _, b, here in self._all if b.form and b.form.entry_kind == kind.value]
        return [block for here in boards for block in self._report(here)]

    def votes(self, kind: VoteKind) -> list[Block]:
        """The votes of one kind."""
        boards = [here for _, b, here in self._all if b.votes and b.votes.kind is kind]
        return [block for here in boards for block in self._report(here)]

    def sentences(self) -> list[Block]:
        """Target sentences; the council also sees how many agree with them."""
        shown = {"saetze", "zustimmung"} if self._sheet.audience in _COUNCIL else {"saetze"}
        found = self._said(shown, rated=True)
        return [
            block for here in found if here.rows or any(v.options for v in here.votes) for block in self._report(here)
        ]

    def situation(self) -> list[Block]:
        """Corrections to the picture of the plant, strengths and worries."""
        return [block for here in self._said({"richtig", "saetze"}, rated=False) for block in self._report(here)]

    def _said(self, keys: set[str], *, rated: bool) -> list[Content]:
        """Boards by key; `rated` are those of phases in which the group rates its sentences."""
        return [
            here
            for step, board, here in self._all
            if board.key in keys and rated == any(other.key == "zustimmung" for other in step.boards)
        ]


def _position(shelf: PaperShelf, sheet: Sheet, number: int, position: Position) -> list[Block]:
    def said(key: str, **values: str) -> list[Block]:
        label, colon, rest = sheet.text(key, **values).partition(": ")
        return ([_line(label, rest)] if colon else [Paragraph(plain(label))]) if label else []

    term = show_date(position.target_date) if position.target_date else ""
    blocks: list[Block] = [Heading(sheet.text("eckpunkt", nummer=str(number), titel=position.title), 2)]
    if position.situation:
        blocks.append(Paragraph(plain(position.situation)))
    blocks += said("ziel", ziel=position.goal) or [_gap("Ziel", "Ziel festlegen")]
    figure = ", Zielwert: ".join(text for text in (position.measure, position.target_value) if text)
    blocks += [_line("Kennzahl", figure)] if figure else [_gap("Kennzahl", "Kennzahl festlegen")]
    blocks += said("termin", termin=term) or [_gap("Termin", "Frist festlegen")]
    blocks += said("beitrag", beitrag=position.give)
    lines = (
        ("Begründung", position.reasons),
        (
            "Recht",
            f"{position.right_level} ({position.norm})"
            if position.right_level and position.norm
            else position.right_level or position.norm,
        ),
        ("Regelungsort", position.place),
        ("Erwartete Einwände", position.objections),
        ("Wer helfen kann", position.allies),
        ("Priorität", position.priority),
        *((_LABELS.get(key, key), _of_data(shelf, key, str(value))) for key, value in position.data.items()),
    )
    internal = sheet.audience is not Audience.ARBEITGEBER
    shown = [line for line in lines if line[1] and (internal or line[0] in {"Begründung", "Recht", "Regelungsort"})]
    return blocks + [_line(label, text) for label, text in shown]


def _of_data(shelf: PaperShelf, key: str, text: str) -> str:
    if key != "clauses":
        return text
    return ", ".join(shelf.clauses[clause].title if clause in shelf.clauses else clause for clause in listed(text))


_LABELS = {"clauses": "Bausteine", "resistance": "Widerstand"}


def _line(label: str, text: str) -> Paragraph:
    return Paragraph((Text(f"{label}: ", bold=True), Text(text)))


def _gap(label: str, gap: str) -> Paragraph:
    return Paragraph((Text(f"{label}: ", bold=True), Gap(gap)))


def _tariff(work: Work, shelf: PaperShelf, sheet: Sheet) -> list[Block]:
    found = facts(work, sheet.plant.id, FactKind.TARIFF)
    free = released(work, "plant_facts")
    seen = [fact for fact in found if allowed(fact.level, sheet.audience, free.get(fact.id, frozenset()))]
    sheet.left_out += len(found) - len(seen)
    if not seen:
        return []
    return [Paragraph(plain(sheet.text("tarif"))), *tariff_tables(shelf.fact_sheets, seen)]


def _trades(work: Work, sheet: Sheet) -> list[Block]:
    found = work.all(Trade, workshop_id=tuple(workshop.id for workshop in sheet.workshops))
    free = released(work, "trades")
    seen = [t for t in found if allowed(t.level, sheet.audience, free.get(t.id, frozenset()))]
    sheet.left_out += len(found) - len(seen)
    if not seen:
        return []
    rows = tuple(
        (
            plain(trade.gives),
            plain(show_date(trade.gives_until) if trade.gives_until else "offen"),
            plain(trade.gets),
            plain(show_date(trade.gets_until) if trade.gets_until else "offen"),
            plain(trade.fallback),
        )
        for trade in seen
    )
    heads = ("Wir geben", "bis", "Wir bekommen", "bis", "Wenn nicht eingehalten")
    blocks: list[Block] = [Table(tuple(plain(head) for head in heads), rows, (3.4, 1.7, 3.4, 1.7, 4))]
    if any(trade.gives_until is None for trade in seen):
        blocks.append(Paragraph(plain(sheet.text("tausch_ohne_ende")), ParagraphStyle.NOTE))
    return blocks


def _open_points(work: Work, sheet: Sheet) -> list[Block]:
    found = work.all(Question, workshop_id=tuple(w.id for w in sheet.workshops), state="open")
    free = released(work, "questions")
    seen = [q for q in found if allowed(q.level, sheet.audience, free.get(q.id, frozenset()))]
    sheet.left_out += len(found) - len(seen)
    return [Bullet(plain(question.text)) for question in seen]


def _secrets(work: Work, positions: Sequence[Position]) -> list[Block]:
    blocks: list[Block] = []
    for number, position in enumerate(positions, start=1):
        secret = work.find(PositionSecret, position_id=position.id)
        pairs = (("Mindestergebnis", "minimum"), ("Spielraum", "leeway"), ("Rote Linie", "red_line"))
        lines = [_line(label, getattr(secret, key)) for label, key in pairs if secret and getattr(secret, key)]
        if lines:
            blocks += [Heading(f"{number}. {position.title}", 3), *lines]
    return blocks


def _team(work: Work, board: _Boards, workshops: Sequence[Workshop]) -> list[Block]:
    blocks = board.entries(EntryKind.SPEAKER)
    ids: tuple[UUID, ...] = tuple(workshop.id for workshop in workshops)
    for decision in work.all(Decision, workshop_id=ids):
        blocks.append(_line("Antrag", decision.wording))
        extra = (("Begründung", decision.reason), ("Rechtsgrundlage", decision.norm))
        blocks += [_line(label, text) for label, text in extra if text]
        blocks += [_line(key, str(value)) for key, value in decision.data.items() if key != "majority"]
        if decision.on:
            blocks.append(_line("Sitzung am", show_date(decision.on)))
        tally = tally_of(decision) if decision.kind is DecisionKind.COUNCIL else None
        if tally is not None:
            blocks.append(_line("Ergebnis (§ 33 BetrVG)", decided(tally).sentence))
    return blocks + board.votes(VoteKind.MOTION)
