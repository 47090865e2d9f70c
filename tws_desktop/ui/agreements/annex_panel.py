"""An annex that is a table, filled in cell by cell above the paper."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tws_desktop.domain.agreement_types import AnnexSlot
from tws_desktop.services.agreements.annex_editing import annex_rows, fill_annex_table
from tws_desktop.services.ports import Work
from tws_desktop.ui.agreements.reading import DeskState
from tws_desktop.ui.desk import Desk
from tws_desktop.ui.kit.buttons import icon_button
from tws_desktop.ui.kit.labels import WrapLabel
from tws_desktop.ui.kit.messages import InlineMessage
from tws_desktop.ui.kit.panel import Panel
from tws_desktop.ui.kit.table_cells import Rows
from tws_desktop.ui.kit.table_field import TableField
from tws_desktop.ui.words import tr


class AnnexPanel(Panel):
    """`open_for(state, slot)`; each change is kept after a pause or on leaving, as one undo step."""

    told = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(tr("Anlage"), "list")
        self._desk = desk
        self._agreement: UUID | None = None
        self._slot: AnnexSlot | None = None
        self.table: TableField | None = None
        close = icon_button(tr("Schließen"), "x")
        close.clicked.connect(self.hide)
        self.head_row.addWidget(close)
        self._hint = WrapLabel(
            tr(
                "Tab führt zur nächsten Zelle, am Ende in eine neue Zeile. Alt und Pfeil verschieben eine Zeile, "
                "Strg+Entf löscht sie. Aus Excel oder Word einfügen: Strg+V."
            ),
            "caption",
            "text_2",
        )
        self.fault = InlineMessage("error")
        self._host = QWidget()
        self._place = QVBoxLayout(self._host)
        self._place.setContentsMargins(0, 0, 0, 0)
        for part in (self.fault, self._host, self._hint):
            self.add(part)
        self.fault.hide()
        self.hide()

    def open_for(self, state: DeskState, slot: AnnexSlot) -> None:
        """Shows the rows of an annex."""
        if self.table is not None:
            self.table.settle()
            self.table.hide()
            self.table.deleteLater()
        self._agreement, self._slot = state.agreement.id, slot
        self.set_title(slot.title)
        self.fault.hide()
        self.table = TableField(slot.title, slot.columns, annex_rows(state.outline, slot.key))
        self.table.settled.connect(self._keep)
        self._place.addWidget(self.table)
        self.show()
        self.table.cells.edit_cell(0, 0)

    def follow(self, state: DeskState) -> None:
        """Shows the rows as they now are, after undo for instance."""
        if self.table is not None and self._slot is not None and state.agreement.id == self._agreement:
            self.table.show_rows(annex_rows(state.outline, self._slot.key))

    def _keep(self, rows: Rows) -> None:
        agreement, slot, catalog = self._agreement, self._slot, self._desk.catalog
        if agreement is None or slot is None:
            return
        key = slot.key

        def use_case(work: Work) -> None:
            fill_annex_table(work, catalog, agreement, key, rows)

        def done(_: None) -> None:
            self.fault.hide()
            self.told.emit(tr("Anlage „{title}“ gespeichert.").format(title=slot.title))

        def failed(sentence: str) -> None:
            if self.table is not None:
                self.table.take_back()
            self.fault.show_message("error", sentence)
            self.show()

        self._desk.calls.write(use_case, done, failed)
