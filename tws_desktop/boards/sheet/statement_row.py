"""One statement of the sheet: its words, the answers, the question it leaves, and below the selected one the fields."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from tws_desktop.boards.sheet.explain_fields import ExplainFields
from tws_desktop.domain.questionnaires import Item
from tws_desktop.domain.results import Answer
from tws_desktop.ui.kit.buttons import ButtonKind, small
from tws_desktop.ui.kit.labels import PlainLabel, WrapLabel
from tws_desktop.ui.kit.paint import follow_style
from tws_desktop.ui.kit.panel import IconMark
from tws_desktop.ui.kit.segmented import Segment, Segmented
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr

_BESIDE = 560
_BACK = {Qt.Key.Key_Up: -1, Qt.Key.Key_Backspace: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Return: 1, Qt.Key.Key_Enter: 1}


class StatementRow(QWidget):
    """`StatementRow(item, segments)`; the answers are one focus stop, and focus selects the statement."""

    answered = Signal(str, bool)
    """The answer (empty: taken back), and whether a key was pressed, so that the next statement follows."""
    step_wanted = Signal(int)
    selected = Signal()
    explained = Signal(str, str)
    """Field and settled text."""
    questions_wanted = Signal()
    """To the phase that makes a question of „weiß nicht“."""
    drafted = Signal(str, str)
    """Field and half-typed text."""

    def __init__(self, item: Item, segments: tuple[Segment, ...]) -> None:
        super().__init__()
        self.item = item
        self.fields: ExplainFields | None = None
        self._open = False
        self._number = PlainLabel(item.key, "label", "text_2")
        self._keys = frozenset(segment.key for segment in segments)
        self._text, self._bold = WrapLabel(item.text), WrapLabel(item.text, "strong")
        self._bold.hide()
        self.answers = Segmented(f"{item.key} {item.text}", segments)
        self.answers.installEventFilter(self)
        self.answers.chosen.connect(lambda key: self.answered.emit(key, False))
        self._mark = IconMark("message-circle-question-mark", "info", 16)
        self.question = WrapLabel("", "label", "info")
        self._dissent_mark = IconMark("split", "warn", 16)
        self._dissent = WrapLabel("", "label", "warn")
        self._build()
        self._space()
        self._arrange()
        self.setTabOrder(self.answers, self.way)
        style().changed.connect(self._space)
        follow_style(self)

    def _build(self) -> None:
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self._number, 0, 0)
        words = QVBoxLayout()
        words.addWidget(self._text)
        words.addWidget(self._bold)
        self._grid.addLayout(words, 0, 1)
        self._beside: bool | None = None
        self._below = QVBoxLayout()
        self._lines = (self._line(self._mark, self.question), self._line(self._dissent_mark, self._dissent))
        for line in self._lines:
            self._below.addWidget(line)
            line.hide()
        self.way = small("", "arrow-right", ButtonKind.QUIET)
        self.way.clicked.connect(self.questions_wanted)
        self.way.hide()
        self._below.addWidget(self.way, 0, Qt.AlignmentFlag.AlignLeft)
        self._grid.addLayout(self._below, 2, 1, 1, 2)
        column = QVBoxLayout(self)
        column.addLayout(self._grid)

    @property
    def is_open(self) -> bool:
        """Whether this is the selected statement."""
        return self._open

    def show_answer(self, given: str, question: str, answer: Answer | None, *, covered: bool = False) -> None:
        """Shows what is stored or under way; `covered` keeps it from a room that may see the screen."""
        self.setEnabled(not covered)
        if self.answers.key != given or covered:
            self.answers.set_key("" if covered else given)
        self.question.setText(tr("Verdeckt, solange der Raum diesen Bildschirm sehen kann.") if covered else question)
        self._lines[0].setVisible(covered or bool(question))
        dissent = answer.dissent if answer is not None and not covered else ""
        self._dissent.setText(tr("strittig: {text}").format(text=dissent))
        self._lines[1].setVisible(bool(dissent) and not self._open)
        if self.fields is not None:
            self.fields.show_answer(answer)
            self.fields.setVisible(self._open and not covered)

    def show_way(self, phase: str) -> None:
        """Offers the way to the phase with that title; none for an empty one."""
        self.way.setText(tr("Zur Phase „{title}“").format(title=phase))
        self.way.setVisible(bool(phase))

    def open_fields(self, answer: Answer | None, drafts: Mapping[str, str]) -> None:
        """Selects the statement: bold words, fields for reason, evidence and second opinion."""
        if self.fields is None:
            self.fields = ExplainFields(self.item.key)
            self.fields.typed.connect(self.drafted)
            self.fields.settled.connect(self.explained)
            self.fields.entered.connect(self.selected)
            self._below.addWidget(self.fields)
            before: QWidget = self.answers
            for after in (*(kept.field for kept in self.fields.kept.values()), self.way):
                self.setTabOrder(before, after)
                before = after
            self.fields.show_answer(answer)
            self.fields.show_drafts(drafts)
        self._set_open(True)

    def close_fields(self) -> None:
        """Leaves the statement; what is typed is settled first."""
        if self.fields is not None:
            self.fields.settle()
        self._set_open(False)

    def focus_answers(self) -> None:
        """The cursor onto the answers."""
        self.answers.setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys that answer and jump, keys that walk; focus selects."""
        if watched is self.answers and event.type() == QEvent.Type.FocusIn:
            self.selected.emit()
        if watched is self.answers and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        return False

    def mousePressEvent(self, event: object) -> None:  # noqa: ARG002
        """A click beside the answers selects too."""
        self.focus_answers()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow row the answers stand below the words."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """The ground of the selected statement."""
        if self._open:
            painter = QPainter(self)
            painter.fillRect(self.rect(), style().colour("bg"))
            painter.fillRect(0, 0, style().px(3), self.height(), style().colour("accent"))
            painter.end()

    def _key(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
            return False
        key = Qt.Key(event.key())
        sign = event.text().upper()
        if sign and sign in self._keys:
            self.answers.set_key(sign)
            self.answered.emit(sign, True)
        elif key in _BACK:
            self.step_wanted.emit(_BACK[key])
        elif key == Qt.Key.Key_Delete:
            self.answers.set_key("")
            self.answered.emit("", False)
        else:
            return False
        return True

    def _set_open(self, now: bool) -> None:
        self._open = now
        self._text.setVisible(not now)
        self._bold.setVisible(now)
        if self.fields is not None:
            self.fields.setVisible(now)
        if now:
            self._lines[1].hide()
        self.update()

    def _line(self, mark: IconMark, words: WrapLabel) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style().space("x2"))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        return line

    def _arrange(self) -> None:
        beside = self.width() / style().scale >= _BESIDE
        if beside == self._beside:
            return
        self._beside = beside
        self._grid.removeWidget(self.answers)
        if beside:
            self._grid.addWidget(self.answers, 0, 2, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        else:
            self._grid.addWidget(self.answers, 1, 1, 1, 2, Qt.AlignmentFlag.AlignLeft)

    def _space(self) -> None:
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(style().space("x4"), style().px(10), style().space("x4"), style().px(10))
        self._number.setMinimumWidth(style().px(30))
        self._grid.setHorizontalSpacing(style().space("x3"))
        self._grid.setVerticalSpacing(style().space("x2"))
        self._below.setSpacing(style().space("x2"))
