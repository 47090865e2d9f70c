"""A place of the rail that holds several views: the list, the thing, the papers of the thing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from tws_desktop.ui.desk import Desk
from tws_desktop.ui.page import HeaderState, Page, Place
from tws_desktop.ui.words import tr

PLACE_OF: Mapping[str, Place] = {
    "today": Place.HEUTE,
    "settings": Place.HEUTE,
    "trash": Place.HEUTE,
    "plants": Place.BETRIEBE,
    "plant": Place.BETRIEBE,
    "project": Place.BETRIEBE,
    "project_papers": Place.BETRIEBE,
    "workshops": Place.WORKSHOPS,
    "new_workshop": Place.WORKSHOPS,
    "workshop": Place.WORKSHOPS,
    "photos": Place.WORKSHOPS,
    "papers": Place.WORKSHOPS,
    "library": Place.BIBLIOTHEK,
}
"""The place in which each page of `Desk.open` lives, as far as it is one of these."""


def address(key: str, thing: UUID | None) -> tuple[Place, str]:
    """Place and text for `Frame.open` that show the page `key` with its thing; KeyError for other pages."""
    return PLACE_OF[key], f"{key}:{thing or ''}"


class View(QWidget):
    """One view of a place. A subclass says which tables it shows and reads them again in `refresh`."""

    header_changed = Signal()
    told = Signal(str, object)
    """A sentence for the toast in the past tense, and what takes it back (or None)."""
    tables: frozenset[str] = frozenset()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.thing: UUID | None = None
        self.is_open = False
        desk.calls.changed.connect(self._heard)

    def enter(self, thing: UUID | None) -> None:
        """Show this thing (None: the view itself)."""
        self.thing = thing
        self.is_open = True
        self.refresh()

    def leave(self) -> None:
        """Hand on what is typed."""
        self.is_open = False

    def refresh(self) -> None:
        """Read the rows again."""

    def header(self) -> HeaderState:
        """What the header shows."""
        raise NotImplementedError

    def regions(self) -> tuple[QWidget, ...]:
        """Parts that F6 goes through."""
        return ()

    def _heard(self, tables: frozenset[str]) -> None:
        if self.is_open and tables & self.tables:
            self.refresh()


class PlacePage(Page):
    """`PlacePage(desk, Place.WORKSHOPS, "Workshops", "presentation", {"workshops": WorkshopsView, ...})`.

    The first view is the place itself. Views are made at their first visit. `enter` takes texts of `address`.
    """

    told = Signal(str, object)

    def __init__(
        self,
        desk: Desk,
        key: Place,
        title: str,
        icon: str,
        views: Mapping[str, Callable[[], View]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.key, self.title, self.icon = key, title, icon
        self._makers = dict(views)
        self._views: dict[str, View] = {}
        self._stack = QStackedWidget()
        self._saved = ""
        self._current: View | None = None
        desk.calls.saved.connect(self._note_saved)

    @property
    def view(self) -> View | None:
        """The view that is shown."""
        return self._current

    def widget(self) -> QWidget:
        """The views, one above the other."""
        return self._stack

    def header(self) -> HeaderState:
        """The view's header with the time of the last commit."""
        if self._current is None:
            return HeaderState(self.title)
        shown = self._current.header()
        return shown if shown.search else replace(shown, saved=shown.saved or self._saved)

    def enter(self, thing: str) -> None:
        """Show the view that `thing` names; empty: the place itself, or a view as it was left."""
        name, _, text = thing.partition(":")
        name = name if name in self._makers else next(iter(self._makers))
        view = self._view(name)
        if self._current is not None and self._current is not view:
            self._current.leave()
        self._current = view
        self._stack.setCurrentWidget(view)
        view.enter(UUID(text) if text else None)
        self.header_changed.emit()

    def leave(self) -> None:
        """The view hands on what is typed."""
        if self._current is not None:
            self._current.leave()

    def regions(self) -> tuple[QWidget, ...]:
        """The regions of the view."""
        return self._current.regions() if self._current else ()

    def _view(self, name: str) -> View:
        if name not in self._views:
            view = self._makers[name]()
            view.header_changed.connect(lambda: self._tell(view))
            view.told.connect(self.told)
            self._views[name] = view
            self._stack.addWidget(view)
        return self._views[name]

    def _tell(self, view: View) -> None:
        if view is self._current:
            self.header_changed.emit()

    def _note_saved(self, moment: datetime) -> None:
        self._saved = tr("Gespeichert {time}").format(time=f"{moment:%H:%M}")
        self.header_changed.emit()
