"""Votes on paper: ranked tables, the way of each topic, dissent; a poll is called a poll."""

from __future__ import annotations

from tws_desktop.boards.votes.ranking import POLL, incomplete, places, poll, resistance
from tws_desktop.documents.blocks import Block, Paragraph, ParagraphStyle, Picture, Table, plain
from tws_desktop.documents.charts import DotRanking, Dots
from tws_desktop.domain.board_parameters import VoteKind, VoteWay
from tws_desktop.domain.confidentiality import Audience, allowed
from tws_desktop.domain.results import VoteOption
from tws_desktop.domain.text import same_words
from tws_desktop.services.boards.content import Content
from tws_desktop.services.boards.offers import Shelf
from tws_desktop.services.boards.reports import Report
from tws_desktop.services.boards.votes import VoteState

_WAYS = {
    VoteWay.COUNTED: "geklebt und gezählt",
    VoteWay.PAPER: "auf Papier, geheim",
    VoteWay.PASSED: "am herumgereichten Laptop, geheim",
    VoteWay.HANDS: "mit Handzeichen",
}


def report(content: Content, shelf: Shelf, audience: Audience) -> Report:  # noqa: ARG001
    """All rounds, without the options that `audience` may not see."""
    blocks: list[Block] = []
    left_out = 0
    for whole in content.votes:
        state = whole.only(lambda option: _may_see(content, option, audience))
        left_out += len(whole.options) - len(state.options)
        if not state.options:
            continue
        if state.vote.round > 1:
            blocks.append(Paragraph(plain(f"Stichwahl, Runde {state.vote.round}"), ParagraphStyle.LEAD))
        if not same_words(state.vote.question, content.step.question):
            blocks.append(Paragraph(plain(state.vote.question), ParagraphStyle.LEAD))
        blocks += _result(state)
        people = f"{state.vote.voters} Personen, " if state.vote.voters else ""
        blocks.append(Paragraph(plain(f"{people}{_WAYS[state.vote.way]}. {POLL}"), ParagraphStyle.NOTE))
        if state.vote.dissent and not allowed(content.workshop.default_level, audience):
            left_out += 1
        elif state.vote.dissent:
            blocks.append(Paragraph(plain(f"Zweite Meinung: {state.vote.dissent}")))
    return Report(tuple(blocks), left_out)


def _may_see(content: Content, option: VoteOption, audience: Audience) -> bool:
    released = content.released.get(option.entry_id, frozenset()) if option.entry_id else frozenset()
    return allowed(content.level_of(option), audience, released)


def _result(state: VoteState) -> list[Block]:
    match state.vote.kind:
        case VoteKind.DOTS:
            return _dots(state)
        case VoteKind.RESISTANCE:
            return [_resistance(state), *_waiting(state)]
        case _:
            return [_motion(state)]


def _dots(state: VoteState) -> list[Block]:
    ranking = places(state)
    paths = any(place.option.path for place in ranking)
    header = ["Rang", "Thema", "Punkte", "Anteil"] + (["Weg"] if paths else [])
    rows = []
    for place in ranking:
        row = [str(place.rank), place.option.text, str(place.dots), f"{place.share}\u00a0%"]
        rows.append(tuple(plain(text) for text in row + ([place.option.path or "–"] if paths else [])))
    widths = (1, 5, 1.3, 1.3, 3) if paths else (1, 7, 1.3, 1.3)
    table = Table(tuple(plain(text) for text in header), tuple(rows), widths)
    best = tuple(Dots(place.option.text, place.dots) for place in ranking if place.dots)[:12]
    if not best:
        return [table]
    first = f"Rang 1: {best[0].label} mit {best[0].count} von {state.dots_given} Punkten."
    return [Picture(DotRanking(best), f"Rangliste nach Punkten. {first}"), table]


def _resistance(state: VoteState) -> Table:
    found = resistance(state)
    names = {str(option.id): option.text for option in state.options}
    header = tuple(plain(text) for text in ("Rang", "Vorschlag", "Widerstand", "Anteil", "Höchster Wert", "Hinweis"))
    rows = tuple(
        (
            plain(str(row.rank)),
            plain(names[row.option]),
            plain(str(row.total)),
            plain(f"{row.percent:.1f}\u00a0%".replace(".", ",")),
            plain(str(row.highest)),
            plain("Einspruch erreicht" if row.blocked else row.flag),
        )
        for row in (found.ranking if found else ())
    )
    if found is None:
        none = plain("–")
        rows = tuple((none, plain(name), none, none, none, plain("")) for name in names.values())
    return Table(header, rows, (1, 4, 1.6, 1.4, 1.6, 3))


def _waiting(state: VoteState) -> list[Block]:
    names = ", ".join(f"„{option.text}“" for option in incomplete(state))
    return [Paragraph(plain(f"Noch nicht von allen bewertet: {names}."), ParagraphStyle.NOTE)] if names else []


def _motion(state: VoteState) -> Table:
    header = tuple(plain(text) for text in ("Antrag", "Ja", "Nein", "Enthaltung"))
    rows = []
    for option in state.options:
        counts = poll(state, option)
        rows.append((plain(option.text), *(plain(str(count)) for count in counts)))
    return Table(header, tuple(rows), (7, 1, 1, 1.6))
