"""What lies on the desk of an agreement, and which place of it is looked at."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tws_desktop.ui.agreements.desk_actions import DeskActions
from tws_desktop.ui.agreements.evidence_column import EvidenceColumn
from tws_desktop.ui.agreements.outline_view import OutlineView
from tws_desktop.ui.agreements.panel_stack import PanelStack
from tws_desktop.ui.agreements.paper_view import PaperView
from tws_desktop.ui.agreements.reading import DeskState
from tws_desktop.ui.desk import Desk
from tws_desktop.ui.kit.columns import SideColumn, SplitColumns
from tws_desktop.ui.kit.labels import ElideLabel
from tws_desktop.ui.kit.strip import StripItem
from tws_desktop.ui.palette import tokens
from tws_desktop.ui.words import tr


class DeskSurface(QWidget):
    """Outline left, paper in the middle, evidence at the right; `state` is what was read, `unit` what is selected."""

    told = Signal(str, object)
    elsewhere = Signal(object, object)
    """Another agreement and its unit are wanted."""
    leaving = Signal()
    """Another unit is about to be selected."""
    selected = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.state: DeskState | None = None
        self.unit: UUID | None = None
        self.wanted: UUID | None = None
        self.doing = DeskActions(desk, self.told.emit)
        self.outline = OutlineView()
        self.paper = PaperView(tr("Text der Vereinbarung"))
        self.evidence = EvidenceColumn(desk.catalog)
        self.panels = PanelStack()
        self.panels.emptied.connect(self.paper.setFocus)
        self.current_line = ElideLabel("", "label")
        middle = QWidget()
        above = QVBoxLayout(middle)
        above.setContentsMargins(0, 0, 0, 0)
        above.setSpacing(0)
        above.addWidget(self.panels)
        above.addWidget(self.panels.edge)
        above.addWidget(self.paper, 1)
        size = tokens().size
        icons = (
            ("waypoints", tr("Herkunft"), "origin"),
            ("lightbulb", tr("Vorschläge"), "proposals"),
            ("text-cursor-input", tr("Lücken"), "gaps"),
            ("list-checks", tr("Prüfung"), "checks"),
        )
        self.columns = SplitColumns(
            middle,
            left=SideColumn(self.outline, tr("Gliederung"), "list", size["outline"]),
            right=SideColumn(self.evidence, tr("Belege"), "waypoints", size["evidence"]),
            strip=tuple(StripItem(icon, title) for icon, title, _ in icons),
            left_line=self.current_line,
        )
        for tile, (_, _, key) in zip(self.columns.strip.tiles, icons, strict=True):
            tile.clicked.connect(lambda _=False, wanted=key: self.evidence.choose(wanted))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.columns)

    def regions(self) -> tuple[QWidget, ...]:
        """Outline, paper, evidence."""
        return (self.outline, self.paper, self.evidence)

    def put_panel(self, panel: QWidget) -> None:
        """Puts a panel above the paper: output, template."""
        self.panels.put(panel)

    def select(self, unit_id: UUID | None, *, reveal: bool) -> None:
        """Selects a unit in outline, paper and evidence."""
        if unit_id != self.unit:
            self.leaving.emit()
        self.unit = unit_id
        self.paper.select(unit_id, reveal=False)
        self.selected.emit()
        if reveal:
            self.paper.reveal(unit_id)

    def go_to(self, unit_id: UUID) -> None:
        """Selects a unit and shows it; later if it is not there yet."""
        if self.state is not None and self.state.block_of(unit_id) is not None:
            self.select(unit_id, reveal=True)
            self.wanted = None
        else:
            self.wanted = unit_id

    def show_unit(self, unit_id: UUID) -> None:
        """Goes to a unit and closes the drawers, so that it is seen."""
        self.columns.right_drawer.shut()
        self.columns.left_drawer.shut()
        self.go_to(unit_id)

    def show_evidence(self, key: str) -> None:
        """Brings a tab of the right column to the front, opening the drawer where it is one."""
        self.evidence.choose(key)
        if self.columns.right_drawer.content is not None and self.columns.right_drawer.isHidden():
            self.columns.right_drawer.open()
