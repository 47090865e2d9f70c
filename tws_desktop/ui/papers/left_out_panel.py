"""For the facilitator only: what the audience does not get, and the release of what may be released."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tws_desktop.domain.confidentiality import Audience
from tws_desktop.services.papers.left_out import LeftOut
from tws_desktop.ui.kit.buttons import quiet
from tws_desktop.ui.kit.chips import level_mark
from tws_desktop.ui.kit.labels import WrapLabel
from tws_desktop.ui.kit.messages import InlineMessage
from tws_desktop.ui.kit.row_list import RowList
from tws_desktop.ui.kit.rows import Row
from tws_desktop.ui.papers.papers_presenter import left_out_words
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr


class LeftOutPanel(QWidget):
    """`release_wanted(keys)`: release these things, named `table:id`."""

    release_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._things: tuple[LeftOut, ...] = ()
        self.message = InlineMessage("info")
        self.look = quiet(tr("Zeigen, was fehlt"), "eye")
        self.look.clicked.connect(self.toggle)
        self._open = False
        self.list = RowList(tr("Nicht enthalten"), fit=True)
        self.list.action_pressed.connect(lambda key: self.release_wanted.emit((key,)))
        self.all_button = quiet("", "lock-open")
        self.all_button.clicked.connect(self._release_all)
        self.never = WrapLabel("", "caption", "text_2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style().space("x2"))
        for widget in (self.message, self.look, self.list, self.all_button, self.never):
            column.addWidget(widget)

    def show_things(self, count: int, things: tuple[LeftOut, ...], audience: Audience) -> None:
        """Show the paper's own count, and the things that can be named."""
        self._things = things
        self.message.show_message("info" if count else "ok", left_out_words(count), tr("Das sehen nur Sie."))
        self.list.set_rows([_row(thing) for thing in things])
        free = sum(1 for thing in things if thing.can_be_released)
        words = tr("Alle {count} für {audience} freigeben")
        self.all_button.setText(words.format(count=free, audience=audience.german))
        self.never.setText(
            tr("Was keine Freigabe zulässt (Verhandlung, § 79), bleibt hier.").replace("§ 79", "§\u00a079")
        )
        self._arrange()

    def toggle(self) -> None:
        """Name what is missing, or hide the list again."""
        self._open = not self._open
        self._arrange()

    def _arrange(self) -> None:
        on = self._open and bool(self._things)
        self.look.setText(tr("Liste ausblenden") if on else tr("Zeigen, was fehlt"))
        self.look.set_icon_name("eye-off" if on else "eye")
        self.look.setVisible(bool(self._things))
        self.list.setVisible(on)
        self.all_button.setVisible(on and sum(1 for thing in self._things if thing.can_be_released) > 1)
        self.never.setVisible(on and any(not thing.can_be_released for thing in self._things))

    def _release_all(self) -> None:
        self.release_wanted.emit(tuple(_key(thing) for thing in self._things if thing.can_be_released))


def _key(thing: LeftOut) -> str:
    return f"{thing.thing}:{thing.id}"


def _row(thing: LeftOut) -> Row:
    mark = level_mark(thing.level.value)
    action = tr("Freigeben") if thing.can_be_released else ""
    return Row(_key(thing), thing.text, f"{thing.kind} · {thing.level.german}", mark.symbol, action=action)
