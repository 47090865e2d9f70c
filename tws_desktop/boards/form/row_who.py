"""„Wer sieht das?“ for the selected row: the one panel that is open between the rows and the line for new ones."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tws_desktop.boards.form.form_items import title_of
from tws_desktop.boards.form.row_acts import RowActs
from tws_desktop.boards.inline_panel import InlinePanel
from tws_desktop.boards.secret_panel import SecretPanel
from tws_desktop.boards.who_panel import Seen, WhoPanel, seen_of
from tws_desktop.domain.positions import Position
from tws_desktop.domain.workshops import Entry
from tws_desktop.services.boards.content import Content
from tws_desktop.ui.desk import Desk
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr


class RowWho(QObject):
    """Opens the panel for the row that `selected` names; only entries can be a secret under § 79."""

    def __init__(
        self,
        area: QWidget,
        desk: Desk,
        acts: RowActs,
        content: Callable[[], Content],
        selected: Callable[[], UUID | None],
        slot: QVBoxLayout,
    ) -> None:
        super().__init__(area)
        self.shown: InlinePanel | None = None
        self._area, self._desk, self._acts = area, desk, acts
        self._content, self._selected, self._slot = content, selected, slot

    def open(self) -> None:
        """Level and releases of the selected row."""
        row = self._acts.row(self._selected())
        if row is None:
            self.close()
            return
        record = row.record
        if isinstance(record, Entry):
            self._show(WhoPanel(seen_of(record), self._content(), self._acts, self._open_secret))
        else:
            locked = tr("Mindestergebnis, Spielraum und rote Linie sieht immer nur das Verhandlungsteam.")
            note = locked if isinstance(record, Position) else ""
            seen = Seen(record.id, title_of(self._content().board, row), record.level, note=note)
            self._show(WhoPanel(seen, self._content(), self._acts, None))

    def toggle(self) -> None:
        """Opens the panel, or closes it when it is open."""
        if self.shown is not None:
            self.close()
        else:
            self.open()

    def refresh(self) -> None:
        """After rows have changed."""
        if isinstance(self.shown, WhoPanel):
            self.open()

    def close(self) -> None:
        """Closes what is open."""
        gone, self.shown = self.shown, None
        if gone is not None:
            self._slot.removeWidget(gone)
            gone.hide()
            gone.deleteLater()

    def _open_secret(self) -> None:
        row = self._acts.row(self._selected())
        if row is not None and isinstance(row.record, Entry):
            self._show(SecretPanel(row.record, self._acts, self._desk.today))

    def _show(self, panel: InlinePanel) -> None:
        self.close()
        self.shown = panel
        panel.closed.connect(self.close)
        self._slot.insertWidget(0, panel)
        panel.fit(max(style().px(90), self._area.height() // 2))
        first = getattr(panel, "first", None)
        if isinstance(first, QWidget):
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)
