"""The variants of a clause under each other as they would read, before one of them is chosen."""

from __future__ import annotations

from PySide6.QtCore import Signal

from tws_desktop.domain.clauses import VARIANT_NAMES, VariantId
from tws_desktop.services.agreements.shelf import Shelf
from tws_desktop.services.agreements.wordings import wording_lines
from tws_desktop.ui.agreements.decisions import VARIANT_ICONS, ClauseCard
from tws_desktop.ui.agreements.reading import DeskState
from tws_desktop.ui.kit.buttons import Button, icon_button, small
from tws_desktop.ui.kit.flow_row import FlowRow
from tws_desktop.ui.kit.labels import WrapLabel
from tws_desktop.ui.kit.panel import Panel
from tws_desktop.ui.words import tr


class ComparePanel(Panel):
    """`open_for(state, card)`; `chosen` when a variant is taken."""

    chosen = Signal(str)

    def __init__(self, shelf: Shelf) -> None:
        super().__init__(tr("Fassungen vergleichen"), "git-compare")
        self._shelf = shelf
        close = icon_button(tr("Schließen"), "x")
        close.clicked.connect(self.hide)
        self.head_row.addWidget(close)
        self.boxes: list[Panel] = []
        self.buttons: dict[VariantId, Button] = {}
        self.hide()

    def open_for(self, state: DeskState, card: ClauseCard) -> None:
        """Shows every variant with its text; the one in the text says so."""
        clause = self._shelf.clauses[card.key]
        for box in self.boxes:
            box.setParent(None)
            box.deleteLater()
        self.boxes, self.buttons = [], {}
        self.set_title(tr("Fassungen vergleichen: {title}").format(title=clause.title))
        for choice in card.variants:
            box = Panel(
                f"{VARIANT_NAMES[choice.id]} · {choice.title}",
                VARIANT_ICONS[choice.id],
                tr("im Text") if choice.chosen else "",
                small_head=True,
                accent=choice.chosen,
            )
            lines = wording_lines(self._shelf, state.outline, clause, choice.id)
            box.add(WrapLabel("\n".join(lines), "body"))
            if note := clause.variant(choice.id).note:
                box.add(WrapLabel(note, "caption", "text_2"))
            if not choice.chosen:
                button = small(tr("{name} nehmen").format(name=choice.name), choice.icon)
                button.clicked.connect(lambda _=False, one=choice.id: self._take(one))
                box.add(FlowRow(button))
                self.buttons[choice.id] = button
            self.add(box)
            self.boxes.append(box)
        self.show()
        next(iter(self.buttons.values())).setFocus()

    def _take(self, variant: VariantId) -> None:
        self.hide()
        self.chosen.emit(str(variant))
