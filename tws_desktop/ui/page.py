"""What the frame knows of a place: its name in the rail, its widget, its header, and how it asks to go
elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget


class Place(StrEnum):
    """The six places of the rail, in their order; Strg+1 to Strg+6."""

    HEUTE = "heute"
    BETRIEBE = "betriebe"
    WORKSHOPS = "workshops"
    VEREINBARUNGEN = "vereinbarungen"
    BIBLIOTHEK = "bibliothek"
    UEBERBLICK = "ueberblick"


@dataclass(frozen=True, slots=True)
class Action:
    """A button of the header. `reason` disables it and is its tooltip; `key` is shown, the shortcut is the
    page's.
    """

    text: str
    call: Callable[[], None]
    icon: str = ""
    key: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ChipState:
    """A chip of the header; tones are those of Chip."""

    text: str
    icon: str = ""
    tone: str = "neutral"


@dataclass(frozen=True, slots=True)
class HeaderState:
    """Everything the header shows for a page.

    `crumbs` from the outside in, `level` a confidentiality level or empty, `saved` the words of the last
    commit (`Gespeichert 14:06`) with `saved_tone` ok, warn or error, at most one `filled` action, `search`
    shows the search box.
    """

    title: str
    crumbs: tuple[str, ...] = ()
    chips: tuple[ChipState, ...] = ()
    level: str = ""
    saved: str = ""
    saved_tone: str = "ok"
    actions: tuple[Action, ...] = ()
    filled: Action | None = None
    search: bool = False


class Page(QObject):
    """A place. Subclasses set `key` (a Place), `title` (soft hyphens allowed), `icon`, and give `widget`
    and `header`.

    Emit `open_wanted(place, thing)` to go elsewhere, `header_changed` after anything in `header()`
    has changed.
    """

    open_wanted = Signal(str, str)
    header_changed = Signal()

    key: Place
    title: str
    icon: str

    def widget(self) -> QWidget:
        """The content; called once, at the first visit."""
        raise NotImplementedError

    def header(self) -> HeaderState:
        """What the header shows now."""
        raise NotImplementedError

    def enter(self, thing: str) -> None:
        """Called at every visit; `thing` is an id from the one who asked, empty for the place itself."""

    def leave(self) -> None:
        """Called before another place is shown: hand on what is typed."""

    def regions(self) -> tuple[QWidget, ...]:
        """Parts of the content that F6 goes through, in reading order; empty means the whole."""
        return ()
