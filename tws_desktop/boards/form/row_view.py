"""The selected row: what it still lacks, its fields, the locked part for the negotiating team, where it comes from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tws_desktop.boards.form.form_items import completeness, subject_field
from tws_desktop.boards.form.grounds_panel import GroundsPanel
from tws_desktop.boards.form.row_form import RowForm
from tws_desktop.domain.board_parameters import Board, RecordKind
from tws_desktop.domain.form_fields import FieldKind
from tws_desktop.domain.positions import Measure, Position, Trade
from tws_desktop.domain.topics import Topic, clause_keys
from tws_desktop.services.boards.evidence import kind_of
from tws_desktop.services.boards.forms import Row, form_of
from tws_desktop.services.boards.offers import Shelf
from tws_desktop.ui.kit.chips import Chip
from tws_desktop.ui.kit.flow_row import FlowRow
from tws_desktop.ui.kit.messages import InlineMessage
from tws_desktop.ui.kit.panel import Panel
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr


class RowView(QWidget):
    """`settled(key, text)` and `half_typed(key, text)` of the row shown."""

    settled = Signal(str, str)
    half_typed = Signal(str, str)

    def __init__(self, board: Board, shelf: Shelf, today: Callable[[], date]) -> None:
        super().__init__()
        self.setProperty("ground", "none")
        fields = form_of(board).fields
        self._shelf = shelf
        self.row_id: UUID | None = None
        self.message = InlineMessage("warn")
        self.message.hide()
        self.lacks = FlowRow(gap=6)
        self.lacks.hide()
        subject = subject_field(board)
        self._subject = (subject.key,) if subject else ()
        self.open_form = RowForm([field for field in fields if not field.secret], shelf, today, self._subject)
        secret = [field for field in fields if field.secret]
        self.secret_form = RowForm(secret, shelf, today)
        self.secret = Panel(tr("Nur Verhandlungsteam"), "lock", accent=True, small_head=True)
        self.secret.add(self.secret_form)
        if not secret:
            self.secret.hide()
        self.covered = InlineMessage(
            "info",
            tr("Verdeckt: Der Raum kann diesen Bildschirm sehen."),
            tr("Zum Eintragen in der Konsole „Nur ich sehe diesen Bildschirm“ drücken."),
        )
        self.covered.hide()
        self._has_secret = bool(secret)
        self._poll = form_of(board).record is RecordKind.DECISION
        self.grounds = GroundsPanel()
        self.forms = (self.open_form, self.secret_form)
        for form in self.forms:
            form.settled.connect(self.settled)
            form.half_typed.connect(self.half_typed)
        column = QVBoxLayout(self)
        column.setContentsMargins(style().px(2), 0, style().px(10), style().px(8))
        column.setSpacing(style().space("x3"))
        for part in (self.message, self.lacks, self.open_form, self.secret, self.covered, self.grounds):
            column.addWidget(part)
        column.addStretch(1)

    @property
    def first(self) -> QWidget | None:
        """Where the cursor goes."""
        return self.open_form.first

    def settle(self) -> None:
        """Hands on everything typed."""
        for form in self.forms:
            form.settle()

    def show_row(self, row: Row | None, *, rests: bool) -> None:
        """Shows a row; None is the row that does not exist yet."""
        new = row.id if row else None
        if new != self.row_id:
            for form in self.forms:
                form.clear_faults()
                form.forget_typed()
        self.row_id = new
        texts: Mapping[str, str] = row.shown if row else {}
        for form in self.forms:
            form.show_texts(texts)
        self._show_states(row, rests=rests)
        self.grounds.setVisible(row is not None and kind_of(row.record) is not None)

    def propose(self, roles: Sequence[str], topic: Topic | None, subjects: Sequence[str]) -> None:
        """Offers known roles, norms and clauses of the row's topic, and what earlier phases say a row may be about."""
        norms = topic.rights if topic else ()
        self.open_form.put_clauses_first(clause_keys(topic, tuple(self._shelf.clauses)) if topic else ())
        for key in self._subject:
            self.open_form.propose(key, subjects)
        for kind, texts in ((FieldKind.ROLE, roles), (FieldKind.NORM, norms)):
            for key in self.open_form.keys_of(kind):
                self.open_form.propose(key, texts)

    def show_fault(self, key: str, sentence: str) -> None:
        """Says at a field what is wrong; empty clears it."""
        for form in self.forms:
            form.show_fault(key, sentence)

    def show_half_typed(self, key: str, text: str) -> None:
        """Puts half-typed text back."""
        for form in self.forms:
            form.show_half_typed(key, text)

    def unread(self) -> dict[str, str]:
        """Texts that fields refused."""
        return {key: text for form in self.forms for key, text in form.unread().items()}

    def hide_secrets(self, hidden: bool) -> None:
        """Covers the locked part while the room may see this screen."""
        self.secret.setVisible(self._has_secret and not hidden)
        self.covered.setVisible(self._has_secret and hidden)

    def _show_states(self, row: Row | None, *, rests: bool) -> None:
        record = row.record if row else None
        words = ""
        if self._poll:
            words = tr("Meinungsbild, kein Beschluss. Den Beschluss fasst der Betriebsrat in einer Sitzung.")
        elif isinstance(record, Trade) and record.gives_until is None:
            words = tr("Unser Beitrag hat kein Enddatum. Bitte unter „bis“ eintragen, wann er endet.")
        if words != self.message.sentence:
            self.message.show_message("info" if self._poll else "warn", words)
        self.lacks.clear()
        parts = completeness(row, rests=rests) if row and isinstance(record, Position | Measure) else ()
        for name, there in parts:
            self.lacks.add(
                Chip(
                    name if there else tr("{name} fehlt").format(name=name),
                    "check" if there else "circle",
                    "ok" if there else "neutral",
                )
            )
        self.lacks.setVisible(bool(parts))

    def focus(self) -> None:
        """The cursor into the first field."""
        first = self.first
        if first is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)
