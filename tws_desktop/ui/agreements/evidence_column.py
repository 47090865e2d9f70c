"""The right column of the desk: origin, proposals, gaps and check as tabs with counts."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tws_desktop.services.agreements.shelf import Shelf
from tws_desktop.ui.agreements.check_panel import CheckPanel, checked
from tws_desktop.ui.agreements.gap_panel import GapPanel
from tws_desktop.ui.agreements.origin_panel import OriginPanel
from tws_desktop.ui.agreements.proposal_panel import ProposalPanel, spoken_for
from tws_desktop.ui.agreements.reading import DeskState
from tws_desktop.ui.kit.columns import Column
from tws_desktop.ui.kit.late import Late
from tws_desktop.ui.kit.tabs import Tab, TabColumn
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr


class EvidenceColumn(QWidget):
    """The four panels; `choose(key)` brings one to the front: origin, proposals, gaps, checks."""

    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self.setAccessibleName(tr("Herkunft, Vorschläge, Lücken, Prüfung"))
        self.tabs = TabColumn(tr("Belege"))
        self.origin = OriginPanel()
        self.proposals = ProposalPanel(shelf)
        self.gaps = GapPanel()
        self.checks = CheckPanel(shelf)
        self._add("origin", tr("Herkunft"), self.origin)
        self._add("proposals", tr("Vorschläge"), self.proposals)
        self._add("gaps", tr("Lücken"), self.gaps)
        self._add("checks", tr("Prüfung"), self.checks)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.tabs)
        self._space()
        style().changed.connect(self._space)

    def _add(self, key: str, title: str, panel: QWidget) -> None:
        self.tabs.add(Tab(key, title), Late(lambda: Column(panel, title)))

    @property
    def key(self) -> str:
        """The tab at the front."""
        return self.tabs.bar.key

    def choose(self, key: str) -> None:
        """Brings a tab to the front."""
        self.tabs.bar.choose(key)

    def show_state(self, state: DeskState) -> None:
        """Shows the agreement as it now is; the origin follows the selection."""
        self.proposals.show_state(state)
        self.gaps.show_state(state)
        self.checks.show_state(state)
        self.tabs.set_count("proposals", spoken_for(state))
        self.tabs.set_count("gaps", len(state.gaps))
        self.tabs.set_count("checks", len(checked(state)))

    def _space(self) -> None:
        side = style().px(10)
        self._column.setContentsMargins(0, style().px(4), 0, 0)
        for panel in (self.origin, self.proposals, self.gaps, self.checks):
            panel.setContentsMargins(side, 0, side, 0)
