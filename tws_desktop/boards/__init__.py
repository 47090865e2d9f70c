"""The ways to work on a step, one folder each: cards, scale, votes, sheet, form.

A folder holds `report.py` (on paper, Qt-free), `slide.py` (on the beamer, Qt-free) and `widget.py` (in the room).
They are found by the board's kind; nothing lists them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from tws_desktop.domain.board_parameters import BoardKind
from tws_desktop.domain.confidentiality import Audience, Level
from tws_desktop.services.boards.content import Content
from tws_desktop.services.boards.offers import Shelf
from tws_desktop.services.boards.reports import Report
from tws_desktop.services.workshops.slides import Slide

if TYPE_CHECKING:
    from tws_desktop.ui.board_view import BoardView


def _part(kind: BoardKind, name: str) -> Any:
    return import_module(f"{__name__}.{kind.value}.{name}")


def report(content: Content, shelf: Shelf, audience: Audience) -> Report:
    """What the board of `content` leaves on paper for `audience`."""
    made: Report = _part(content.board.kind, "report").report(content, shelf, audience)
    return made


def slide(content: Content, shelf: Shelf, ceiling: Level) -> Slide:
    """What the beamer shows of the board at `ceiling`; nothing above it leaves a trace."""
    made: Slide = _part(content.board.kind, "slide").slide(content, shelf, ceiling)
    return made


def view_type(kind: BoardKind) -> type[BoardView]:
    """The widget of a board; imported only when it is first shown."""
    made: type[BoardView] = _part(kind, "widget").Widget
    return made
