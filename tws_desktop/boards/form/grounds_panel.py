"""„Beruht auf“: what a row rests on as chips, and a list of earlier entries and votes to tick."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal

from tws_desktop.boards.form.tick_list import Tick, TickList
from tws_desktop.domain.agreements import EvidenceFrom
from tws_desktop.domain.confidentiality import Level, on_beamer
from tws_desktop.services.boards.evidence import Ground
from tws_desktop.ui.kit.buttons import small
from tws_desktop.ui.kit.chips import OriginChip
from tws_desktop.ui.kit.flow_row import FlowRow
from tws_desktop.ui.kit.labels import WrapLabel
from tws_desktop.ui.kit.panel import Panel
from tws_desktop.ui.words import tr

_ICONS = {EvidenceFrom.ENTRY: "sticky-note", EvidenceFrom.VOTE: "vote"}


class GroundsPanel(Panel):
    """`rested(ground, on)` when a person ticks; a press on a chip opens the list."""

    rested = Signal(object, bool)

    def __init__(self) -> None:
        super().__init__(tr("Beruht auf"), "link", small_head=True)
        self._grounds: dict[str, Ground] = {}
        self.choose = small(tr("Auswählen"), "list-checks")
        self.choose.setCheckable(True)
        self.choose.toggled.connect(self._open)
        self.head_row.addWidget(self.choose)
        self.none = WrapLabel(tr("Noch nichts. Karten und Abstimmungen früherer Phasen zuordnen."), "caption", "text_2")
        self.chips = FlowRow()
        self.list = TickList(tr("Karten und Abstimmungen"))
        self.list.ticked.connect(lambda key, on: self.rested.emit(self._grounds[key], on))
        self.list.hide()
        self.add(self.none)
        self.add(self.chips)
        self.add_wide(self.list)

    def show_grounds(self, grounds: tuple[Ground, ...], on: frozenset[UUID], ceiling: Level | None) -> None:
        """Shows what there is and what is ticked; above `ceiling` nothing is named (the room may see it)."""
        seen = [ground for ground in grounds if ceiling is None or on_beamer(ground.level, ceiling)]
        self._grounds = {str(ground.id): ground for ground in seen}
        ticks = [Tick(key, _line(ground.text), ground.place) for key, ground in self._grounds.items()]
        self.list.show_items(ticks, (str(each) for each in on))
        self.chips.clear()
        ticked = [ground for ground in seen if ground.id in on]
        for ground in ticked:
            name = f"{ground.text}, {ground.place}"
            chip = OriginChip(
                f"{_line(ground.text)[:36]} · {ground.place}", _ICONS.get(ground.source, "link"), "info", name
            )
            chip.clicked.connect(lambda: self.choose.setChecked(True))
            self.chips.add(chip)
        self.chips.setVisible(bool(ticked))
        self.none.setVisible(not ticked)
        self.choose.setEnabled(bool(seen))

    def _open(self, on: bool) -> None:
        self.list.setVisible(on)
        self.choose.setText(tr("Fertig") if on else tr("Auswählen"))


def _line(text: str) -> str:
    return text.strip().split("\n")[0]
