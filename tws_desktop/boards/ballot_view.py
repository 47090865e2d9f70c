"""One person's ballot on screen: big lines with points to give, or with a value to choose."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tws_desktop.boards.ballots import Choice, Paper
from tws_desktop.boards.count_field import CountField
from tws_desktop.boards.order import go_on
from tws_desktop.ui.kit.labels import WrapLabel
from tws_desktop.ui.kit.panel import Panel
from tws_desktop.ui.kit.segmented import Segment, Segmented
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr

_WAYS = {Qt.Key.Key_Return: 1, Qt.Key.Key_Enter: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class BallotView(QWidget):
    """`ballot()` is what the person chose; `finished` after Enter on the last line.

    `left` says how many points are left; whoever shows the ballot puts it where it does not scroll away.
    """

    finished = Signal()

    def __init__(self, paper: Paper) -> None:
        super().__init__()
        self._paper = paper
        self._counts: dict[UUID | None, CountField] = {}
        self._values: dict[UUID | None, Segmented] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style().space("x2"))
        self.left = WrapLabel("", "lead", "accent_text")
        if paper.note:
            column.addWidget(WrapLabel(paper.note, "body", "text_2"))
        for choice in paper.choices:
            column.addWidget(self._line(choice))
        self._tell()
        first = next(iter((*self._counts.values(), *self._values.values())), None)
        if first is not None:
            self.setFocusProxy(first)

    def ballot(self) -> dict[UUID | None, str]:
        """The bucket per line; points as digits."""
        for count in self._counts.values():
            count.field.take()
        points = {option: str(count.value) for option, count in self._counts.items() if count.value}
        return {**points, **{option: value.key for option, value in self._values.items() if value.key}}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and the arrows go from value to value, as they do from number to number."""
        by = _WAYS.get(Qt.Key(event.key()), 0)
        here = next((value for value in self._values.values() if value.hasFocus()), None)
        if here is None or not by:
            super().keyPressEvent(event)
            return
        self._onward(list(self._values.values()), here, by)

    def _line(self, choice: Choice) -> QWidget:
        panel = Panel()
        row = QHBoxLayout() if self._paper.gives_points else QVBoxLayout()
        row.setSpacing(style().space("x3"))
        if choice.words:
            row.addWidget(WrapLabel(choice.words, "lead"), 1)
        if self._paper.gives_points:
            count = CountField(tr("Punkte für {words}").format(words=choice.words), digits=2)
            count.field.textChanged.connect(lambda _: self._tell())
            count.onward.connect(
                lambda by: self._onward([each.field for each in self._counts.values()], count.field, by)
            )
            self._counts[choice.option] = count
            row.addWidget(count)
        else:
            segments = tuple(Segment(key, key_words(key, self._paper), key) for key in self._paper.buckets)
            value = Segmented(choice.words or self._paper.question, segments, stretch=True)
            self._values[choice.option] = value
            row.addWidget(value)
        panel.add_layout(row)
        return panel

    def _onward(self, fields: Sequence[QWidget], here: QWidget, by: int) -> None:
        if not go_on(fields, here, by) and by > 0:
            self.finished.emit()

    def _tell(self) -> None:
        if not self._paper.gives_points:
            self.left.hide()
            return
        left = self._paper.points - sum(count.field.typed or 0 for count in self._counts.values())
        if left >= 0:
            words = tr("Noch {left} von {all} Punkten").format(left=left, all=self._paper.points)
        else:
            words = tr("{n} Punkte zu viel").format(n=-left)
        if self._paper.most:
            words += tr(", höchstens {most} auf ein Thema").format(most=self._paper.most)
        self.left.setText(words)
        self.left.set_tone("accent_text" if left >= 0 else "error")


def key_words(key: str, paper: Paper) -> str:
    """What a bucket's button says."""
    return paper.names.get(key, key)
