"""A fact sheet of a plant: what is known with day and source, what is missing, one editor at the right."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tws_desktop.domain.facts import FactSheet
from tws_desktop.domain.plants import PlantFact
from tws_desktop.services import plants
from tws_desktop.services.overview import PlantLine
from tws_desktop.services.ports import Work
from tws_desktop.ui.desk import Desk
from tws_desktop.ui.kit.breadth import Breadth
from tws_desktop.ui.kit.columns import Column, SideColumn, SplitColumns
from tws_desktop.ui.kit.labels import WrapLabel
from tws_desktop.ui.kit.panel import Panel
from tws_desktop.ui.kit.row_list import RowList
from tws_desktop.ui.plants.fact_editor import FactEditor, stored_value
from tws_desktop.ui.plants.plants_presenter import fact_rows
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr


class FactsView(QWidget):
    """`show_line(plant_line)` shows the plant's facts of one sheet."""

    def __init__(self, desk: Desk, sheet: FactSheet) -> None:
        super().__init__()
        self.desk, self.sheet = desk, sheet
        self._line: PlantLine | None = None
        self.lists: dict[str, RowList] = {}
        self.editor = FactEditor(desk)
        self.editor.entered.connect(lambda: self.keep(self._open_next))
        self.editor.keep_wanted.connect(lambda: self.keep(lambda: None))
        self.editor.another_wanted.connect(self._begin_another)
        side = SideColumn(Column(self.editor, tr("Angabe")), tr("Angabe"), "pencil", 344)
        self._main = Column(self._build_lists(), sheet.title, "bg")
        self.columns = SplitColumns(self._main, right=side)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.columns)

    def show_line(self, line: PlantLine) -> None:
        """Show the plant's facts; what is being typed stays."""
        other = self._line is not None and self._line.plant.id != line.plant.id
        self._line = line
        facts = self._facts()
        for group, rows in self.lists.items():
            rows.set_rows(fact_rows(self.sheet, facts, group))
        self.editor.source.set_proposals(sorted({fact.source for fact in facts if fact.source}))
        if other:
            self.editor.edit(None, None)

    def keep(self, then: Callable[[], None]) -> None:
        """Store what the editor holds, then go on; a refusal stands at the value and nothing goes on."""
        line, key, fact = self._line, self.editor.key, self.editor.fact
        if line is None or key is None or not self.editor.as_of.take():
            return
        if not self.editor.is_touched:
            then()
            return
        typed, values = self.editor.typed_value(), self.editor.values()
        plant_id, today = line.plant.id, self.desk.today()

        def use_case(work: Work) -> PlantFact | None:
            value = stored_value(key, typed, today)
            return plants.keep_fact(work, plant_id, fact, value, self.sheet.kind, key, **values)

        def kept(found: PlantFact | None) -> None:
            self.editor.stored(found)
            then()

        self.desk.calls.write(use_case, kept, self.editor.value_fault)

    def hideEvent(self, event: QHideEvent) -> None:
        """Leaving keeps what is typed."""
        super().hideEvent(event)
        if self.editor.is_touched:
            self.keep(lambda: None)

    def _facts(self) -> tuple[PlantFact, ...]:
        if self._line is None:
            return ()
        return self._line.profile if self.sheet.kind.value == "profile" else self._line.tariff

    def _open(self, row: str) -> None:
        """Another row; what is typed is kept first, a refused value holds the editor."""
        self.keep(lambda: self._show(row)) if self.editor.is_touched else self._show(row)

    def _show(self, row: str) -> None:
        for rows in self.lists.values():
            rows.select(row)
            if rows.current_key() != row:
                rows.clearSelection()
                rows.setCurrentIndex(rows.rootIndex())
        if row.startswith("new:"):
            self.editor.edit(self.sheet.fact(row.removeprefix("new:")), None)
        else:
            fact = next((fact for fact in self._facts() if fact.id == UUID(row)), None)
            if fact is None:
                return
            self.editor.edit(self.sheet.fact(fact.key), fact)
        if self.columns.breadth is not Breadth.WIDE:
            self.columns.right_drawer.open()
        self.editor.focus_value()

    def _open_next(self) -> None:
        """The row behind the one in the editor; behind the last one the editor stays."""
        key = self.editor.key
        if key is None:
            return
        keys = [fact.key for fact in self.sheet.facts if not fact.column and fact.group in self.lists]
        there = keys.index(key.key) + 1
        if there < len(keys):
            fact = next((fact for fact in self._facts() if fact.key == keys[there]), None)
            row = str(fact.id) if fact else f"new:{keys[there]}"
            self._show(row)
            self._reveal(row)

    def _reveal(self, row: str) -> None:
        rows = next((each for each in self.lists.values() if each.current_key() == row), None)
        if rows is not None:
            spot = rows.visualRect(rows.currentIndex()).center()
            at = rows.mapTo(self._page, spot)
            self._main.ensureVisible(at.x(), at.y(), 0, style().size("row") * 2)

    def _begin_another(self) -> None:
        self.editor.edit(self.editor.key, None)
        self.editor.period.setFocus()

    def _build_lists(self) -> QWidget:
        page = self._page = QWidget()
        page.setProperty("ground", "bg")
        column = QVBoxLayout(page)
        for note in self.sheet.notes:
            column.addWidget(WrapLabel(note, "caption", "text_2"))
        for group in self.sheet.groups:
            if all(key.column for key in self.sheet.facts if key.group == group):
                continue
            panel, rows = Panel(group), RowList(group, fit=True)
            rows.opened.connect(self._open)
            panel.add_wide(rows)
            self.lists[group] = rows
            column.addWidget(panel)
        column.addStretch(1)
        side = style().space("x5")
        column.setContentsMargins(side, style().space("x4"), side, side)
        column.setSpacing(style().space("x3"))
        return page
