"""The words of an option, with what can be changed about it folded below."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tws_desktop.domain.results import VoteOption
from tws_desktop.services.boards import votes
from tws_desktop.services.boards.votes import VoteState
from tws_desktop.services.ports import Work
from tws_desktop.ui.desk import Desk
from tws_desktop.ui.kit.buttons import ButtonKind, icon_button, small
from tws_desktop.ui.kit.fields import ChoiceField, TextField
from tws_desktop.ui.kit.flow_row import FlowRow
from tws_desktop.ui.kit.form_row import FormRow
from tws_desktop.ui.kit.kept_field import KeptField
from tws_desktop.ui.kit.labels import WrapLabel
from tws_desktop.ui.kit.panel import Panel, Rule
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr

WORDS, SIDE = 4, 6
"""How the width of a row is shared between words and result."""

Change = Callable[[Callable[[Work], Any]], None]


class OptionRow(QWidget):
    """One option: words on the left, `side` widgets right, topic, path, words and removal folded below.

    Subclasses fill `side` or `below` and override `show_state`. `inputs` are where Enter goes on.
    """

    removed = Signal(str)
    onward = Signal(QWidget, int)

    def __init__(self, desk: Desk, option: VoteOption, paths: tuple[str, ...], change: Change) -> None:
        super().__init__()
        self.option = option
        self._desk, self._paths, self._change = desk, paths, change
        self._edit: Panel | None = None
        self.words = WrapLabel(option.text, "strong")
        self.meta = WrapLabel("", "caption", "text_2")
        self.path = ChoiceField(tr("Weg für {text}").format(text=option.text))
        self.path.setVisible(bool(paths))
        self.path.set_choices((("", tr("Weg wählen …"), ""), *((path, path, "") for path in paths)))
        self.path.chosen.connect(lambda path: change(lambda work: votes.change_option(work, option.id, path=path)))
        self.more = icon_button(tr("„{text}“ bearbeiten").format(text=option.text), "ellipsis")
        self.more.setCheckable(True)
        self.more.toggled.connect(self._fold)
        left = QVBoxLayout()
        left.setSpacing(0)
        for widget in (self.words, self.meta, self.path):
            left.addWidget(widget)
        self.lead = QHBoxLayout()
        self.side = QHBoxLayout()
        self.line = QHBoxLayout()
        self.line.setSpacing(style().space("x3"))
        self.line.addLayout(self.lead)
        self.line.addLayout(left, WORDS)
        self.line.addLayout(self.side, SIDE)
        self.line.addWidget(self.more, 0, Qt.AlignmentFlag.AlignVCenter)
        self.below = QVBoxLayout()
        inner = QVBoxLayout()
        inner.setContentsMargins(style().space("x4"), style().space("x2"), style().space("x3"), style().space("x2"))
        inner.addLayout(self.line)
        inner.addLayout(self.below)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(Rule())
        self._column.addLayout(inner)
        self._tint = ""

    def set_tint(self, token: str) -> None:
        """Give the row a ground; "" for none."""
        self._tint = token
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the ground."""
        if self._tint:
            painter = QPainter(self)
            painter.fillRect(self.rect().adjusted(1, 0, -1, 0), style().colour(self._tint))
            painter.end()

    @property
    def inputs(self) -> tuple[QWidget, ...]:
        """The fields that Enter walks through."""
        return ()

    def show_option(self, option: VoteOption, state: VoteState, place: int, *, locked: bool) -> None:
        """Show words, topic and path as stored, then the result of `state`."""
        self.option = option
        self.words.setText(option.text)
        topics = self._desk.catalog.topics
        topic = f"{option.topic_key} {topics[option.topic_key].title}" if option.topic_key in topics else ""
        if topic and topics[option.topic_key].title == option.text:
            topic = tr("Thema {key}").format(key=option.topic_key)
        self.path.set_key(option.path) if option.path else self.path.setCurrentIndex(0)
        extra = self.show_state(state, place, locked=locked)
        self.meta.setText(" · ".join(part for part in (topic, extra) if part))
        self.meta.setVisible(bool(self.meta.text()))
        self.more.setVisible(not locked or bool(self._paths))

    def show_state(self, state: VoteState, place: int, *, locked: bool) -> str:  # noqa: ARG002
        """Show the result; returns words for the caption line."""
        return ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt and the arrows move the option, Entf on its menu button removes it."""
        up_down = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if up_down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._move(up_down)
        elif event.key() == Qt.Key.Key_Delete and self.more.hasFocus():
            self.removed.emit(str(self.option.id))
        else:
            super().keyPressEvent(event)

    def _move(self, by: int) -> None:
        option = self.option

        def move(work: Work) -> None:
            found = work.all(VoteOption, vote_id=option.vote_id)
            place = next(number for number, each in enumerate(found) if each.id == option.id)
            votes.move_option(work, option.id, place + by)

        self._change(move)

    def _fold(self, open_now: bool) -> None:
        if self._edit is not None:
            self._edit.hide()
            self._edit.deleteLater()
            self._edit = None
        if open_now:
            self._edit = self._editor()
            self.below.addWidget(self._edit)

    def _editor(self) -> Panel:
        option, change = self.option, self._change
        panel = Panel()
        words = TextField(tr("Wortlaut"), option.text)
        kept = KeptField(words)
        kept.settled.connect(lambda text: change(lambda work: votes.change_option(work, option.id, text=text)))
        topics = self._desk.catalog.topics
        choices = (("", tr("ohne Thema"), ""), *((key, f"{key} {t.title}", "") for key, t in sorted(topics.items())))
        topic = ChoiceField(tr("Thema"), choices, option.topic_key)
        if not option.topic_key:
            topic.setCurrentIndex(0)
        topic.chosen.connect(lambda key: change(lambda work: votes.change_option(work, option.id, topic_key=key)))
        remove = small(tr("Von der Liste nehmen"), "trash-2", ButtonKind.DANGER)
        remove.clicked.connect(lambda: self.removed.emit(str(option.id)))
        up, down = small(tr("Nach oben"), "arrow-up"), small(tr("Nach unten"), "arrow-down")
        up.clicked.connect(lambda: self._move(-1))
        down.clicked.connect(lambda: self._move(1))
        panel.add(FormRow(tr("Wortlaut"), words))
        panel.add(FormRow(tr("Thema"), topic))
        panel.add(FlowRow(up, down, remove))
        return panel
