"""The room: a workshop running takes the whole window; bar, agenda, board, console, and the beamer beside it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import QSizeF, Qt, QTimer
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QShortcut,
)
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from tws_desktop.services.boards.content import Content
from tws_desktop.services.workshops.projection import projection, set_projection
from tws_desktop.ui.beamer.beamer import SWAP_BAR, Beamer
from tws_desktop.ui.beamer.surface import paint_shown
from tws_desktop.ui.desk import Desk
from tws_desktop.ui.kit.breadth import Breadth
from tws_desktop.ui.kit.columns import Column, SideColumn, SplitColumns
from tws_desktop.ui.palette import tokens
from tws_desktop.ui.photos.choosing import dropped_files
from tws_desktop.ui.photos.photo_presenter import PhotoPresenter
from tws_desktop.ui.room.agenda_column import AgendaColumn
from tws_desktop.ui.room.board_area import BoardArea
from tws_desktop.ui.room.console import Console
from tws_desktop.ui.room.room_bar import RoomBar
from tws_desktop.ui.room.room_presenter import BoardParts, RoomPresenter
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr


class RoomView(QWidget):
    """`enter(workshop_id)` opens a workshop; leaving goes to its page through `desk.open`."""

    def __init__(self, desk: Desk, parts: BoardParts) -> None:
        super().__init__()
        self.setProperty("ground", "bg")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(True)
        self.desk = desk
        self.presenter = RoomPresenter(desk, parts)
        self.photos = PhotoPresenter(desk, self)
        self.beamer = Beamer(self)
        self.bar = RoomBar()
        self.agenda = AgendaColumn(self.presenter)
        self.area = BoardArea(self.presenter, self.beamer, self.photos)
        self.console = Console(self.presenter, self.beamer, self.photos)
        self.console_column = Column(self.console, tr("Konsole"))
        sizes = tokens().size
        self.columns = SplitColumns(
            self.area,
            left=SideColumn(self.agenda, tr("Ablauf"), "list", sizes["agenda"]),
            right=SideColumn(self.console_column, tr("Konsole"), "panel-right", sizes["console"]),
            strip=self.console.strip(),
            left_line=self.agenda.line,
        )
        keeps = self.columns.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)
        self.columns.setSizePolicy(keeps)
        room = QWidget()
        column = QVBoxLayout(room)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.columns, 1)
        self.swapped = _Swapped(self.beamer)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(room)
        self._stack.addWidget(self.swapped)
        self._room = room
        self._state_before = Qt.WindowState.WindowNoState
        self._alone = False
        self._step: UUID | None = None
        self._offering = QTimer(self, singleShot=True)
        self._connect()
        self._keys()

    def enter(self, workshop_id: UUID) -> None:
        """Opens the room of a workshop; until it is read, nothing of it is shown."""
        self.desk.calls.read(projection, self.beamer.set_projection)
        self.columns.hide()
        self.presenter.enter(workshop_id)
        self.photos.enter(workshop_id)

    def leave(self) -> bool:
        """Closes the room; False while something would be lost."""
        if self.area.holds():
            return False
        self._offering.stop()
        self.area.settle()
        if self._stack.currentWidget() is self.swapped:
            self.swap()
        self.beamer.close()
        self.presenter.leave()
        self.photos.leave()
        return True

    def regions(self) -> tuple[QWidget, ...]:
        """Parts that F6 goes through."""
        return self.bar, self.agenda, self.area, self.console

    def closeEvent(self, event: QCloseEvent) -> None:
        """The projection ends with the room."""
        self.beamer.close()
        self.presenter.leave()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Photos may be dropped anywhere in the room."""
        if dropped_files(event.mimeData()) and not self.console.photos.isHidden():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Takes dropped photos in under the phase."""
        event.acceptProposedAction()
        self.console.photos.take(dropped_files(event.mimeData()))

    def _connect(self) -> None:
        self.columns.breadth_changed.connect(self._narrower)
        presenter, bar = self.presenter, self.bar
        presenter.shown.connect(self._refresh)
        presenter.content_shown.connect(self._show_content)
        presenter.content_stayed.connect(lambda: self.area.show_moment(stay=True))
        presenter.ticked.connect(self._tick)
        presenter.told.connect(self.area.show_told)
        self.photos.told.connect(self.area.show_done)
        self.console.photos.opened.connect(self._show_photo)
        self.area.photo_closed.connect(self._photo_closed)
        self.desk.calls.saved.connect(bar.show_saved)
        bar.leave.connect(self._leave)
        bar.freeze.connect(self.beamer.freeze)
        bar.black.connect(self.beamer.black)
        bar.history.connect(self.area.show_history)
        self.beamer.changed.connect(self._beamer_changed)
        self.beamer.chosen.connect(lambda screen: self._set_projection({"screen": screen}))
        self.console.beamer.setup.changed.connect(self._set_projection)
        self.console.beamer.settled.connect(self._focus_input)
        self.console.beamer.attention.connect(lambda: self.columns.show_part(self.console.beamer))
        self.area.slide_changed.connect(self._give_room)
        self.area.slide_changed.connect(self._offering.start)
        self._offering.timeout.connect(self._offer)
        self.area.done.papers.connect(self._papers)
        self.area.done.leave.connect(self._leave)
        self.area.done.back.connect(self._reopen_last)
        self.console.beamer.preview_wanted.connect(self.area.show_preview)
        self.console.beamer.swap_wanted.connect(self.swap)

    def _keys(self) -> None:
        presenter, beamer = self.presenter, self.beamer
        for keys, act in (
            ("F2", self._focus_input),
            ("F5", presenter.toggle_pause),
            ("F7", beamer.show),
            ("F8", beamer.freeze),
            ("F9", beamer.black),
            ("F11", self.swap),
            ("Ctrl+Return", presenter.next_phase),
            ("Ctrl+Enter", presenter.next_phase),
            ("Ctrl+Z", presenter.undo),
            ("Ctrl+Shift+Z", presenter.redo),
            ("Ctrl+Y", presenter.redo),
            ("Ctrl+H", self.area.show_history),
            ("Ctrl++", lambda: beamer.zoom(1)),
            ("Ctrl+-", lambda: beamer.zoom(-1)),
            ("Ctrl+PgDown", lambda: beamer.turn(1)),
            ("Ctrl+PgUp", lambda: beamer.turn(-1)),
            ("Alt++", lambda: presenter.add_minutes(5)),
            ("Alt+-", lambda: presenter.add_minutes(-5)),
        ):
            QShortcut(QKeySequence(keys), self, act)
        self._escape = QShortcut(QKeySequence("Esc"), self.swapped, self.swap)

    def swap(self) -> None:
        """One screen only: the whole screen shows the picture, or the room again."""
        window = self.window()
        if self._stack.currentWidget() is not self._room:
            self.beamer.swap(on=False)
            self._stack.setCurrentWidget(self._room)
            window.setWindowState(self._state_before)
            self._focus_input()
        elif self.beamer.window is not None:
            self.area.show_told(tr("Der Raum sieht das Bild schon auf dem anderen Bildschirm."))
        else:
            self._state_before = window.windowState()
            self.beamer.swap(on=True)
            self._stack.setCurrentWidget(self.swapped)
            window.setWindowState(self._state_before | Qt.WindowState.WindowFullScreen)
            self.swapped.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refresh(self) -> None:
        room = self.presenter.room
        if room is None:
            return
        self.columns.show()
        if room.workshop.current_step_id != self._step:
            self._step = room.workshop.current_step_id
            self.console_column.verticalScrollBar().setValue(0)
            if self.columns.left_drawer.isVisible():
                self.columns.left_drawer.shut()
        self.bar.show_room(room)
        self.agenda.refresh()
        self.console.refresh()

    def _show_content(self, content: Content | None) -> None:
        self.area.show_content(content)

    def _tick(self) -> None:
        self.agenda.refresh()
        self.console.tick()

    def _show_photo(self, photo_id: UUID) -> None:
        found = self.photos.photo(photo_id)
        if found is not None:
            self.columns.right_drawer.shut()
            self.area.show_photo(photo_id, covered=self.console.photos.covered(found[0].photos[found[1]]))

    def _photo_closed(self, photo_id: UUID) -> None:
        if not self.console.photos.focus_photo(photo_id):
            self._focus_input()

    def _narrower(self, name: str) -> None:
        self.area.set_narrow(name == Breadth.NARROW)
        self.agenda.clock_here = name == Breadth.MEDIUM
        self.agenda.refresh()

    def _give_room(self) -> None:
        """The laptop goes round: nothing of the facilitator's stays beside the board."""
        board = self.area.board
        alone = board is not None and board.alone()
        if alone == self._alone:
            return
        self._alone = alone
        breadth = self.columns.breadth
        for widget, normal in (
            (self.bar, True),
            (self.agenda, True),
            (self.console_column, True),
            (self.columns.strip, breadth is not Breadth.WIDE),
            (self.columns.left_bar, breadth is Breadth.NARROW),
        ):
            widget.setVisible(normal and not alone)
        self.area.show_head(not alone)

    def _offer(self) -> None:
        """In a turn of its own, once for all that has changed: pages of thousands of cards take their time."""
        slide = self.area.slide()
        self.beamer.offer(slide.picture if slide else None)
        self.console.beamer.show_limits(self.presenter.ceiling, slide.kept_back if slide else 0)

    def _beamer_changed(self) -> None:
        self.bar.show_mode(self.beamer.mode)
        if self.area.board is not None:
            self.area.board.hide_secrets(not self.beamer.confirmed)
        self.swapped.update()

    def _set_projection(self, values: dict[str, Any]) -> None:
        self.desk.calls.write(lambda work: set_projection(work, **values), self.beamer.set_projection)

    def _focus_input(self) -> None:
        if self.area.board is not None:
            self.area.show_moment()
            self.area.board.focus_input()

    def _leave(self) -> None:
        workshop = self.presenter.room.workshop if self.presenter.room else None
        if self.leave():
            self.desk.open("workshop", workshop.id if workshop else None)

    def _papers(self) -> None:
        workshop = self.presenter.room.workshop if self.presenter.room else None
        if self.leave():
            self.desk.open("papers", workshop.id if workshop else None)

    def _reopen_last(self) -> None:
        room = self.presenter.room
        if room is not None and room.workshop.current_step_id is not None:
            self.presenter.go_to(room.workshop.current_step_id)


class _Swapped(QWidget):
    """The picture in the room's own window, under a bar of four pixels."""

    def __init__(self, beamer: Beamer) -> None:
        super().__init__()
        self._beamer = beamer
        self.setAccessibleName(tr("Leinwand in diesem Fenster, Esc führt zurück"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.BlankCursor)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.fillRect(self.rect(), style().colour("rail"))
        painter.translate(0, SWAP_BAR)
        paint_shown(painter, self._beamer.shown(), QSizeF(self.width(), self.height() - SWAP_BAR))
        painter.end()
