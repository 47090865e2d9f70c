"""How the beamer stands: off, live, frozen or black; no toolkit in here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from tws_desktop.services.workshops.slides import Picture

_ZOOMS = (1.0, 1.15, 1.3, 1.5)


class Mode(StrEnum):
    """What the room sees."""

    OFF = "off"
    LIVE = "live"
    FROZEN = "frozen"
    BLACK = "black"


@dataclass(frozen=True, slots=True)
class BeamerState:
    """`before_black` is what the same key goes back to; `frozen_at` is local time."""

    mode: Mode = Mode.OFF
    before_black: Mode = Mode.LIVE
    picture: Picture | None = None
    frozen_at: datetime | None = None
    zoom: float = 1.0
    page: int = 0

    @property
    def on(self) -> bool:
        """Whether a window is open for the room."""
        return self.mode is not Mode.OFF


def offered(state: BeamerState, picture: Picture | None) -> BeamerState:
    """The board shows something else: taken over while live, else it waits."""
    if state.mode is Mode.FROZEN or (state.mode is Mode.BLACK and state.before_black is Mode.FROZEN):
        return state
    same_question = picture is not None and state.picture is not None and picture.question == state.picture.question
    return replace(state, picture=picture, page=state.page if same_question else 0)


def shown(state: BeamerState, picture: Picture | None) -> BeamerState:
    """Show what the board shows now, and follow it."""
    return replace(offered(replace(state, mode=Mode.LIVE), picture), frozen_at=None)


def frozen(state: BeamerState, now: datetime, picture: Picture | None) -> BeamerState:
    """Hold the picture; the same key lets it follow again. Nothing happens while off or black."""
    if state.mode is Mode.LIVE:
        return replace(state, mode=Mode.FROZEN, frozen_at=now)
    return shown(state, picture) if state.mode is Mode.FROZEN else state


def blackened(state: BeamerState, picture: Picture | None) -> BeamerState:
    """Show nothing; the same key goes back to what was before."""
    if state.mode is Mode.BLACK:
        back = replace(state, mode=state.before_black)
        return offered(back, picture)
    return replace(state, mode=Mode.BLACK, before_black=state.mode) if state.on else state


def off(state: BeamerState) -> BeamerState:
    """No window any more."""
    return replace(state, mode=Mode.OFF, frozen_at=None)


def zoomed(state: BeamerState, step: int) -> BeamerState:
    """The next larger (1) or smaller (-1) size."""
    place = _ZOOMS.index(state.zoom) + step
    return replace(state, zoom=_ZOOMS[min(len(_ZOOMS) - 1, max(0, place))])


def turned(state: BeamerState, step: int, pages: int) -> BeamerState:
    """The next or previous page, from the last to the first."""
    return replace(state, page=(state.page + step) % max(1, pages))
