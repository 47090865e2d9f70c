"""The middle of the room: method, states, question, tabs of the phase's boards, and the board itself."""

from __future__ import annotations

from datetime import timedelta
from functools import cached_property
from typing import TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from tws_desktop.domain.workshops import Step, StepKind
from tws_desktop.services.boards.content import Content
from tws_desktop.services.workshops.room import Room
from tws_desktop.services.workshops.slides import Slide
from tws_desktop.ui.beamer.beamer import Beamer
from tws_desktop.ui.beamer.state import Mode
from tws_desktop.ui.beamer.surface import Thumbnail
from tws_desktop.ui.board_view import BoardView
from tws_desktop.ui.kit.buttons import small
from tws_desktop.ui.kit.chips import Chip
from tws_desktop.ui.kit.flow_row import FlowRow
from tws_desktop.ui.kit.labels import Heading, PlainLabel
from tws_desktop.ui.kit.messages import InlineMessage
from tws_desktop.ui.kit.tabs import Tab, TabBar
from tws_desktop.ui.kit.toast import Toast
from tws_desktop.ui.page import ChipState
from tws_desktop.ui.photos.photo_presenter import PhotoPresenter
from tws_desktop.ui.photos.photo_view import PhotoView
from tws_desktop.ui.room.history_panel import HistoryPanel
from tws_desktop.ui.room.room_presenter import RoomPresenter
from tws_desktop.ui.room.stages import DoneView, PauseView, StartView
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr

_ICONS = {"cards": "sticky-note", "votes": "vote", "scale": "circle-dot", "sheet": "list-checks", "form": "list"}


A = TypeVar("A", HistoryPanel, "_Preview", PhotoView)


class BoardArea(QWidget):
    """Shows what belongs to the moment; `slide_changed` when the beamer should be offered something else.

    `photo_closed` names the photo that was large.
    """

    slide_changed = Signal()
    photo_closed = Signal(object)

    def __init__(self, presenter: RoomPresenter, beamer: Beamer, photos: PhotoPresenter) -> None:
        super().__init__()
        self._presenter, self._beamer, self._photos = presenter, beamer, photos
        self.board: BoardView | None = None
        self._at: tuple[object, str] = (None, "")
        self._open: QWidget | None = None
        self.pause, self.done = PauseView(), DoneView()
        self._chips = FlowRow()
        self._chips_shown: tuple[tuple[ChipState, ...], str] = ((), "")
        self._counts = PlainLabel("", "label", "text_2")
        self._title = Heading("", "title")
        self._tabs = TabBar(tr("Tafeln dieser Phase"))
        self._stack = _Stack()
        self.toast = Toast(own_key=False)
        self.hold_message = InlineMessage("warn")
        self.hold_message.hide()
        self._build()

    @cached_property
    def start(self) -> StartView:
        """What stands here before the first phase."""
        script = next(iter(self._presenter.desk.catalog.moderation.values()), None)
        start = StartView(script.ground_rules if script else ())
        start.begun.connect(self._presenter.next_phase)
        start.changed.connect(self._presenter.change_workshop)
        self._stack.addWidget(start)
        return start

    @cached_property
    def history(self) -> HistoryPanel:
        """What was done in this workshop."""
        history = HistoryPanel()
        history.undo.connect(self._presenter.undo)
        history.redo.connect(self._presenter.redo)
        return self._aside(history)

    @cached_property
    def preview(self) -> _Preview:
        """What the room would see."""
        return self._aside(_Preview(self._beamer))

    @cached_property
    def photo(self) -> PhotoView:
        """A photo large."""
        photo = self._aside(PhotoView(self._photos, tr("Zurück zur Tafel")))
        photo.closed.connect(self.photo_closed)
        return photo

    def _aside(self, view: A) -> A:
        """A view that is made when it is asked for and leads back to the moment."""
        view.closed.connect(lambda *_: self.show_moment())
        self._stack.addWidget(view)
        return view

    def _build(self) -> None:
        self._head = QWidget()
        head = QVBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(style().px(8))
        head.addWidget(self._chips)
        head.addWidget(self._title)
        head.addWidget(self._tabs)
        self._tabs.chosen.connect(self._presenter.choose_board)
        for view in (self.pause, self.done):
            self._stack.addWidget(view)
        self._column = QVBoxLayout(self)
        margins = (style().px(20), style().px(12), style().px(20), style().px(14))
        self._column.setContentsMargins(*margins)
        self._column.setSpacing(style().px(10))
        self._column.addWidget(self._head)
        self._column.addWidget(self._stack, 1)
        self._column.addWidget(self.hold_message)
        self._column.addWidget(self.toast)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_content(self, content: Content | None) -> None:
        """Another board, or the same with new rows."""
        step = self._presenter.room.current if self._presenter.room else None
        if content is None or step is None:
            self._drop_board()
        else:
            key = self._presenter.board_key
            keys = [board.key for board in step.boards]
            at = (step.id, key if key in keys else keys[0])
            if self.board is not None and at == self._at:
                self.board.show_content(content)
            else:
                self._make_board(content, at)
        self.show_moment(stay=True)
        self.slide_changed.emit()

    def show_moment(self, stay: bool = False) -> None:
        """What belongs to the moment; `stay` keeps an open history or preview."""
        room = self._presenter.room
        if room is None:
            return
        if stay and self._open is not None:
            if isinstance(self._open, HistoryPanel):
                self._presenter.history(self._open.show_history)
            return
        self._open = None
        view = self._view(room)
        self._stack.setCurrentWidget(view)
        self._show_head(room, boarded=view is self.board)

    def show_history(self) -> None:
        """What was done, in place of the board."""
        self._presenter.history(self.history.show_history)
        self._head.hide()
        self._open = self.history
        self._stack.setCurrentWidget(self.history)

    def show_preview(self) -> None:
        """What the room would see."""
        self._head.hide()
        self._open = self.preview
        self._stack.setCurrentWidget(self.preview)
        self.preview.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_photo(self, photo_id: UUID, *, covered: bool) -> None:
        """A photo large, in place of the board."""
        self._head.hide()
        self._open = self.photo
        self._stack.setCurrentWidget(self.photo)
        self.photo.show_photo(photo_id, covered=covered)

    def show_done(self, sentence: str) -> None:
        """A sentence on what was just done, with the way back."""
        self.toast.show_toast(sentence, self._presenter.undo)

    def show_told(self, sentence: str) -> None:
        """A sentence without a way back: refusals, what undo has done."""
        self.toast.show_toast(sentence, icon="info")

    def set_narrow(self, narrow: bool) -> None:
        """Large text: the question and the board need the room."""
        self._chips.setHidden(narrow)
        self._column.setSpacing(style().px(6 if narrow else 10))
        self._column.setContentsMargins(*(style().px(side) for side in ((8, 6, 8, 6) if narrow else (20, 12, 20, 14))))

    def show_head(self, shown: bool) -> None:
        """Method, states and question above the board."""
        self._head.setVisible(shown and self.board is not None)

    def slide(self) -> Slide | None:
        """What the beamer may show now."""
        room = self._presenter.room
        if room is None:
            return None
        if self._presenter.over:
            return self.done.slide()
        if room.current is None:
            return self.start.slide(room)
        if self.board is not None:
            return self.board.own_slide() or self._presenter.board_slide()
        return self.pause.slide(room.current)

    def settle(self) -> None:
        """Keeps what is half typed about a photo."""
        if "photo" in self.__dict__:
            self.photo.kept.settle()

    def holds(self) -> bool:
        """Whether leaving would lose something; says so then."""
        held = self.board is not None and self.board.hold()
        words = tr("Auf dieser Tafel liegt etwas nur im Arbeitsspeicher. Bitte erst abschließen.") if held else ""
        self.hold_message.show_message("warn", words)
        return held

    def _view(self, room: Room) -> QWidget:
        if self._presenter.over:
            self.done.show_room(room)
            return self.done
        if room.current is None:
            self.start.show_room(room)
            return self.start
        if self.board is not None:
            return self.board
        self.pause.show_step(room.current, self._pause_words(room, room.current), pause=_is_break(room.current))
        return self.pause

    def _pause_words(self, room: Room, step: Step) -> str:
        if not _is_break(step):
            return step.goal
        left, _ = self._presenter.seconds()
        half = timedelta(seconds=30)
        end = (self._presenter.now() + timedelta(seconds=left) + half).astimezone(ZoneInfo(room.workshop.zone))
        return tr("Weiter um {time} Uhr").format(time=f"{end:%H:%M}")

    def _show_head(self, room: Room, *, boarded: bool) -> None:
        step = room.current
        self._head.setVisible(boarded and not (self.board is not None and self.board.alone()))
        if step is None or not boarded or self.board is None:
            return
        self._show_chips(step, self.board)
        self._title.setText(step.question or step.title)
        several = len(step.boards) > 1
        self._tabs.setVisible(several)
        if several:
            self._tabs.set_tabs(tuple(Tab(board.key, board.title) for board in step.boards), self._at[1])

    def _show_chips(self, step: Step, board: BoardView) -> None:
        shown = board.content.board
        method = self._presenter.desk.catalog.methods.get(shown.method or step.method_key)
        way = board.way() or (method.title if method else shown.title)
        first = ChipState(way, _ICONS.get(shown.kind.value, ""), "accent")
        chips = ((first, *board.chips()), board.counts())
        if chips == self._chips_shown:
            return
        self._chips_shown = chips
        self._chips.clear()
        for chip in chips[0]:
            self._chips.add(Chip(chip.text, chip.icon, chip.tone))
        if chips[1]:
            self._chips.add(PlainLabel(chips[1], "caption", "text_2"))

    def _make_board(self, content: Content, at: tuple[object, str]) -> None:
        self._drop_board()
        made = self._presenter.parts.view_type(content.board.kind)(self._presenter.desk, content)
        made.told.connect(self.show_done)
        made.said.connect(self.show_told)
        made.slide_wanted.connect(self.slide_changed)
        made.phase_wanted.connect(self._presenter.go_to)
        made.hide_secrets(not self._beamer.confirmed)
        self.board, self._at = made, at
        self._stack.addWidget(made)
        self.toast.hide()
        made.place_above_input(self.toast)
        if self.isVisible() and not self._typing_elsewhere():
            made.focus_input()

    def _typing_elsewhere(self) -> bool:
        """Whether someone writes beside the board: a new board must not take the letters of a private note."""
        focused = QApplication.focusWidget()
        return isinstance(focused, QLineEdit | QPlainTextEdit) and not self.isAncestorOf(focused)

    def _drop_board(self) -> None:
        if self.board is None:
            return
        self._column.addWidget(self.toast)
        self._stack.removeWidget(self.board)
        self.board.hide()
        self.board.deleteLater()
        self.board, self._at = None, (None, "")


class _Preview(QWidget):
    """The picture large, in place of the board."""

    closed = Signal()

    def __init__(self, beamer: Beamer) -> None:
        super().__init__()
        self._picture = Thumbnail(tr("Vorschau der Leinwand"), beamer.preview, lambda: Mode.LIVE, lambda: beamer.size)
        self.close_button = small(tr("Vorschau schließen"), "x")
        self.close_button.clicked.connect(self.closed)
        show = small(tr("Zeigen"), "monitor")
        show.clicked.connect(beamer.show)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(FlowRow(self.close_button, show))
        column.addWidget(self._picture, 1)
        self._picture.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        beamer.changed.connect(self._picture.update)


class _Stack(QStackedWidget):
    """As small as what is shown, not as the largest of all."""

    def minimumSizeHint(self) -> QSize:
        current = self.currentWidget()
        return current.minimumSizeHint() if current is not None else super().minimumSizeHint()

    def sizeHint(self) -> QSize:
        current = self.currentWidget()
        return current.sizeHint() if current is not None else super().sizeHint()


def _is_break(step: Step) -> bool:
    return step.kind is StepKind.BREAK
