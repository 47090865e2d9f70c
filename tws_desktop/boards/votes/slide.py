"""Votes on the beamer: the options before anything is counted, the ranking after."""

from __future__ import annotations

from tws_desktop.boards.votes.ranking import POLL, places, points_each, poll, resistance
from tws_desktop.domain.board_parameters import VoteKind
from tws_desktop.domain.confidentiality import Level, on_beamer
from tws_desktop.services.boards.content import Content
from tws_desktop.services.boards.offers import Shelf
from tws_desktop.services.boards.votes import VoteState
from tws_desktop.services.workshops.slides import LinesSlide, Slide, TableSlide


def slide(content: Content, shelf: Shelf, ceiling: Level) -> Slide:  # noqa: ARG001
    """The newest round."""
    if not content.votes:
        asked = content.board.votes.criterion if content.board.votes else content.step.question
        return Slide(LinesSlide(asked))
    state = content.votes[-1]
    seen = state.only(lambda option: on_beamer(content.level_of(option), ceiling))
    return Slide(_picture(seen, content), len(state.options) - len(seen.options))


def _picture(state: VoteState, content: Content) -> LinesSlide | TableSlide:
    counted = any(sum(buckets.values()) for buckets in state.totals.values())
    if not counted:
        each = points_each(state, content.board, len(state.options), content.workshop.headcount)
        points = f"Jede Person hat {each.each} Punkte." if each else ""
        return LinesSlide(state.vote.question, tuple(option.text for option in state.options), points)
    match state.vote.kind:
        case VoteKind.DOTS:
            ranking = places(state)
            rows = tuple((str(p.rank), p.option.text, str(p.dots)) for p in ranking)
            first = frozenset(number for number, place in enumerate(ranking) if place.rank == 1)
            return TableSlide(state.vote.question, ("Rang", "Thema", "Punkte"), rows, first, POLL)
        case VoteKind.RESISTANCE:
            return _resistance(state)
        case _:
            options = [(option.text, *map(str, poll(state, option))) for option in state.options]
            return TableSlide(state.vote.question, ("Antrag", "Ja", "Nein", "Enthaltung"), tuple(options), note=POLL)


def _resistance(state: VoteState) -> TableSlide:
    names = {str(option.id): option.text for option in state.options}
    found = resistance(state)
    rows = tuple(
        (str(row.rank), names[row.option], f"{row.percent:.0f}\u00a0%", str(row.highest))
        for row in (found.ranking if found else ())
    )
    best = frozenset(number for number, row in enumerate(found.ranking) if row.option in found.winners) if found else ()
    heads = ("Rang", "Vorschlag", "Widerstand", "höchster")
    return TableSlide(state.vote.question, heads, rows, frozenset(best), POLL)
