"""One line for row after row: type, Enter, next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tws_desktop.boards.form.form_items import main_field, quick, subject_field
from tws_desktop.boards.form.row_form import choices_of
from tws_desktop.domain.board_parameters import Board, RecordKind
from tws_desktop.domain.form_fields import FieldKind
from tws_desktop.services.boards.forms import form_of, name_of
from tws_desktop.services.boards.offers import Shelf
from tws_desktop.ui.kit.buttons import Button, ButtonKind, ButtonSize
from tws_desktop.ui.kit.fields import ChoiceField, TextField
from tws_desktop.ui.kit.kept_field import KeptField
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr


class QuickLine(QWidget):
    """`entered(text, choice)` on Enter; `typed(text)` for drafts. A choice beside it stays for the next row."""

    entered = Signal(str, str)
    typed = Signal(str)

    def __init__(self, name: str, label: str, choices: Sequence[tuple[str, str, str]] = (), choice: str = "") -> None:
        super().__init__()
        words = tr("{what} eintippen, dann Enter").format(what=label)
        self.field = TextField(tr("Neu: {name}").format(name=name), placeholder=words, icon_name="plus", lead=True)
        self.field.returnPressed.connect(self._enter)
        self.field.installEventFilter(self)
        self._kept = KeptField(self.field)
        self._kept.typed.connect(self.typed)
        self._kept.settled.connect(self.typed)
        self.choice = ChoiceField(choice, choices, choices[0][0] if choices else "")
        if not choices:
            self.choice.hide()
        self.button = Button(tr("Anlegen"), ButtonKind.FILLED, icon="plus", size=ButtonSize.LARGE)
        self.button.clicked.connect(self._enter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style().px(8))
        row.addWidget(self.choice, 3)
        row.addWidget(self.field, 5)
        row.addWidget(self.button)

    def set_choices(self, choices: Sequence[tuple[str, str, str]]) -> None:
        """Offers other choices; the one that is chosen stays."""
        key = self.choice.key
        keys = [each for each, _, _ in choices]
        self.choice.set_choices(choices, key if key in keys else keys[0] if keys else "")
        self.choice.setVisible(bool(choices))

    def take(self) -> None:
        """Empties the line for the next row."""
        self._kept.settle()
        self._kept.show_text("")

    def put_back(self, text: str) -> None:
        """Puts back what was not saved; what has been typed since stays behind it."""
        since = self.field.text()
        self.field.setText(f"{text} {since}" if since else text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc empties the line."""
        pressed = watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and event.key() == Qt.Key.Key_Escape and self.field.text():  # type: ignore[attr-defined]
            self.field.clear()
            return True
        return False

    def _enter(self) -> None:
        if self.field.text().strip():
            self.entered.emit(self.field.text(), self.choice.key)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)


def quick_line(board: Board, shelf: Shelf) -> QuickLine | None:
    """The line for rows of a board, with the one choice of a short form beside it; None where that is too little."""
    field, form = main_field(board), form_of(board)
    if field is None or not quick(board):
        return None
    label = field.label if form.record is RecordKind.ENTRY else name_of(board)
    subject = subject_field(board)
    if subject is not None:
        return QuickLine(name_of(board), label, (), subject.label)
    choice = next((each for each in form.fields if each.kind is FieldKind.CHOICE and each is not field), None)
    if choice is None or len(form.fields) > 2:
        return QuickLine(name_of(board), label)
    return QuickLine(name_of(board), label, choices_of(choice, shelf)[1:], choice.label)
