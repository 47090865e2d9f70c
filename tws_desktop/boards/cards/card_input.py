"""The input for cards: always ready, Enter saves and stays, Strg with a number changes the kind."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from tws_desktop.ui.icons import icon
from tws_desktop.ui.kit.buttons import Button, ButtonKind, ButtonSize
from tws_desktop.ui.kit.fields import TextField
from tws_desktop.ui.kit.kept_field import KeptField
from tws_desktop.ui.palette import card_kind
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr


class CardField(TextField):
    """The line itself; the hint stands at its right end while there is room."""

    def __init__(self) -> None:
        super().__init__(tr("Neue Karte"), lead=True)
        self.hint = tr("Enter speichert · Strg+1 bis 7 Art")

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field and its hint."""
        super().paintEvent(event)
        metrics = QFontMetricsF(style().font("caption"))
        width = metrics.horizontalAdvance(self.hint)
        right = self.width() - style().px(14)
        typed = QFontMetricsF(style().font("lead")).horizontalAdvance(self.text()) + style().px(64)
        if typed + width + style().px(12) > right:
            return
        painter = QPainter(self)
        painter.setFont(style().font("caption"))
        painter.setPen(style().colour("text_3"))
        area = QRectF(right - width, 0, width + 1, self.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self.hint)
        painter.end()


class CardInput(QWidget):
    """`entered(text)` on Enter; the text stays until `take` is called."""

    entered = Signal(str)
    kind_changed = Signal(str)
    typed = Signal(str)

    def __init__(self, kinds: Sequence[str]) -> None:
        super().__init__()
        self._kinds = tuple(kinds) or ("aussage",)
        self.kind = self._kinds[0]
        self.field = CardField()
        self.kept = KeptField(self.field)
        self.kept.typed.connect(self.typed)
        self.kept.settled.connect(self.typed)
        self.button = Button(tr("Karte anlegen"), ButtonKind.FILLED, icon="plus", size=ButtonSize.LARGE)
        self.button.clicked.connect(self._enter)
        self.field.returnPressed.connect(self._enter)
        self.field.installEventFilter(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style().px(8))
        row.addWidget(self.field, 1)
        row.addWidget(self.button)
        style().changed.connect(self._show_kind)
        self._show_kind()

    def set_kinds(self, kinds: Sequence[str]) -> None:
        """The kinds this board takes."""
        self._kinds = tuple(kinds) or ("aussage",)
        if self.kind not in self._kinds:
            self.set_kind(self._kinds[0])

    def set_short(self, short: bool) -> None:
        """One word on the button where there is little room."""
        words = tr("Anlegen") if short else tr("Karte anlegen")
        if self.button.words() != words:
            self.button.setText(words)

    def set_kind(self, kind: str) -> bool:
        """Types cards of another kind from now on; False where the board does not take it."""
        if kind not in self._kinds:
            return False
        self.kind = kind
        self._show_kind()
        self.kind_changed.emit(kind)
        return True

    def take(self) -> None:
        """Empties the line for the next card."""
        self.kept.settle()
        self.kept.show_text("")

    def put_back(self, text: str) -> None:
        """Puts a text back that was not saved; what has been typed since is kept behind it."""
        since = self.field.text()
        self.field.setText(f"{text} {since}" if since else text)

    def eventFilter(self, watched: object, event: object) -> bool:
        """Esc clears; a click on the symbol offers the kinds."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape and self.field.text():
                self.field.clear()
                return True
        elif watched is self.field and isinstance(event, QMouseEvent):
            on_symbol = event.position().x() < style().px(44)
            if on_symbol and event.type() == QMouseEvent.Type.MouseButtonPress:
                self._offer_kinds()
                return True
        return False

    def _enter(self) -> None:
        if self.field.text().strip():
            self.entered.emit(self.field.text())
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_kind(self) -> None:
        kind = card_kind(self.kind)
        self.field.set_icon(kind.symbol, QColor(kind.strip(style().palette)))
        self.field.setAccessibleName(tr("Neue Karte, Art {kind}").format(kind=kind.name))
        self.field.setPlaceholderText(tr("Neue Karte: {kind}").format(kind=kind.name))

    def _offer_kinds(self) -> None:
        menu = QMenu(self)
        for key in self._kinds:
            kind = card_kind(key)
            act = menu.addAction(icon(kind.symbol), f"{kind.name}\t{tr('Strg')}+{kind.place}")
            act.triggered.connect(lambda _=False, chosen=key: self.set_kind(chosen))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.field.mapToGlobal(QPoint(0, -menu.sizeHint().height())))
