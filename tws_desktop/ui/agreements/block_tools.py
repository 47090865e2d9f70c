"""What can be done with the selected block: variants, optional sentences, editing, order, deleting."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from tws_desktop.domain.clauses import VariantId
from tws_desktop.ui.agreements.decisions import ClauseCard, own_rights
from tws_desktop.ui.kit.buttons import Button, ButtonKind, icon_button, small
from tws_desktop.ui.kit.fields import CheckField, ChoiceField
from tws_desktop.ui.kit.flow_row import FlowRow
from tws_desktop.ui.kit.labels import PlainLabel, WrapLabel
from tws_desktop.ui.kit.messages import InlineMessage
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr


class BlockTools(QWidget):
    """`show_block(card, head)`; signals say what a person wants."""

    variant_wanted = Signal(str, bool)
    """A variant, and whether own text may be overwritten."""
    compare_wanted = Signal()
    option_wanted = Signal(str)
    right_wanted = Signal(str)
    """How far the council can enforce an Absatz of one's own."""
    edit_wanted = Signal()
    add_wanted = Signal()
    move_wanted = Signal(int)
    delete_wanted = Signal()
    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._card: ClauseCard | None = None
        self._asked: VariantId | None = None
        self._showing: tuple[ClauseCard | None, bool, str | None] | None = None
        self.variants = FlowRow()
        self._options = FlowRow(gap=14)
        self.right = ChoiceField(tr("Recht dieses Absatzes"), own_rights())
        self._right = FlowRow(PlainLabel(tr("Recht"), "caption", "text_2"), self.right)
        self._words = WrapLabel("", "caption", "text_2")
        self._confirm = InlineMessage("warn")
        self._confirm.hide()
        self.overwrite = small(tr("Fassung trotzdem wechseln"))
        self.keep = small(tr("Eigenen Text behalten"), "", ButtonKind.QUIET)
        self.overwrite.clicked.connect(self._go_on)
        self.keep.clicked.connect(self._leave)
        self._sure = FlowRow(self.overwrite, self.keep)
        self._sure.hide()
        self.edit = small(tr("Text ändern"), "pen-line", ButtonKind.QUIET)
        self.add = small(tr("Absatz darunter"), "plus", ButtonKind.QUIET)
        self.up = icon_button(tr("Nach oben, Alt+Pfeil auf"), "arrow-up")
        self.down = icon_button(tr("Nach unten, Alt+Pfeil ab"), "arrow-down")
        self.delete = icon_button(tr("Löschen, Entf"), "trash-2")
        self.restore = small(tr("Text des Bausteins zurückholen"), "undo-2", ButtonKind.QUIET)
        self._wire()
        self._acts = FlowRow(self.edit, self.restore, self.add, self.up, self.down, self.delete, gap=4)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        parts = (self.variants, self._options, self._right, self._words, self._confirm, self._sure, self._acts)
        for part in parts:
            self._column.addWidget(part)
        self._space()
        style().changed.connect(self._space)

    def _wire(self) -> None:
        self.right.setMinimumContentsLength(28)
        self.right.chosen.connect(self.right_wanted)
        self.restore.clicked.connect(self._restore)
        self.restore.hide()
        self.edit.clicked.connect(self.edit_wanted)
        self.add.clicked.connect(self.add_wanted)
        self.up.clicked.connect(lambda: self.move_wanted.emit(-1))
        self.down.clicked.connect(lambda: self.move_wanted.emit(1))
        self.delete.clicked.connect(self.delete_wanted)

    def show_block(self, card: ClauseCard | None, *, head: bool, right: str | None = None) -> None:
        """Shows what the block allows; `head` for the heading of a §, `right` of an Absatz of one's own."""
        self.edit.setText(tr("Überschrift ändern") if head else tr("Text ändern"))
        if self._showing == (card, head, right):
            return
        self._showing = (card, head, right)
        self._leave()
        self._card = card
        self.variants.clear()
        self._options.clear()
        for choice in card.variants if card is not None else ():
            button = small(choice.name, choice.icon)
            button.setCheckable(True)
            button.setChecked(choice.chosen)
            button.setAccessibleName(f"{choice.name}: {choice.title}")
            button.clicked.connect(lambda _=False, one=choice.id, made=button: self._choose(one, made))
            self.variants.add(button)
        if card is not None and len(card.variants) > 1:
            compare = small(tr("Vergleichen"), "git-compare", ButtonKind.QUIET)
            compare.clicked.connect(self.compare_wanted)
            self.variants.add(compare)
        for option, label, chosen in card.options if card is not None else ():
            box = CheckField(label, on=chosen)
            box.toggled.connect(lambda _=False, one=option: self.option_wanted.emit(one))
            self._options.add(box)
        self.restore.setVisible(bool(card and card.edited and card.chosen))
        self.right.set_key(right or "")
        self._right.setVisible(right is not None)
        self.variants.setVisible(card is not None)
        self._options.setVisible(bool(card and card.options))
        self._words.setText(_card_words(card))
        self._words.setVisible(card is not None)
        self.resized.emit()

    def ask_again(self, variant: VariantId) -> None:
        """Asks before a variant overwrites text that people have written."""
        self._asked = variant
        self._confirm.show_message(
            "warn", tr("Der Text ist von Hand geändert. Beim Wechsel der Fassung ginge er verloren.")
        )
        self._sure.show()
        self.overwrite.setFocus()
        self.resized.emit()

    def choose(self, variant: VariantId) -> None:
        """As a press on the variant's button."""
        if self._card is None or variant == self._card.chosen:
            return
        if self._card.edited:
            self.ask_again(variant)
        else:
            self.variant_wanted.emit(str(variant), False)

    def _choose(self, variant: VariantId, button: Button) -> None:
        button.setChecked(self._card is not None and variant == self._card.chosen)
        self.choose(variant)

    def _restore(self) -> None:
        if self._card is not None and self._card.chosen is not None:
            self.variant_wanted.emit(str(self._card.chosen), True)

    def _go_on(self) -> None:
        asked = self._asked
        self._leave()
        if asked is not None:
            self.variant_wanted.emit(str(asked), True)

    def _leave(self) -> None:
        self._asked = None
        self._confirm.hide()
        self._sure.hide()
        self.resized.emit()

    def _space(self) -> None:
        self._column.setSpacing(style().space("x2"))


def _card_words(card: ClauseCard | None) -> str:
    if card is None:
        return ""
    title = f"„{card.variant_title}“ · " if card.variant_title else ""
    own = tr(" · von Hand geändert") if card.edited else ""
    return f"{title}{card.stand}{own}"
