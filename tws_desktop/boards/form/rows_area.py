"""The rows of a form board: the list at the left, the fields of the selected row at the right."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from tws_desktop.boards.form.form_items import chosen_by, empty_words, line, main_field, subject_field
from tws_desktop.boards.form.list_and_fields import ListAndFields
from tws_desktop.boards.form.offers_panel import OffersPanel
from tws_desktop.boards.form.quick_line import quick_line
from tws_desktop.boards.form.row_acts import RowActs
from tws_desktop.boards.form.row_view import RowView
from tws_desktop.boards.form.row_who import RowWho
from tws_desktop.domain.confidentiality import beamer_ceiling, on_beamer
from tws_desktop.domain.form_fields import FieldKind
from tws_desktop.services.boards import evidence, forms
from tws_desktop.services.boards.content import Content
from tws_desktop.services.ports import Work
from tws_desktop.ui.desk import Desk
from tws_desktop.ui.kit.buttons import Button, ButtonKind, ButtonSize, small
from tws_desktop.ui.kit.columns import Column
from tws_desktop.ui.kit.flow_row import FlowRow
from tws_desktop.ui.kit.messages import EmptyState, InlineMessage
from tws_desktop.ui.kit.row_list import RowList
from tws_desktop.ui.kit.rows import Row
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr

_FEW = 2
_NEW = "new"


class RowsArea(QWidget):
    """`told` gets a sentence for the toast."""

    told = Signal(str)

    def __init__(self, desk: Desk, content: Content) -> None:
        super().__init__()
        self.desk, self.content = desk, content
        self.selected: UUID | None = None
        self._safe = self._typing_new = self._making = self._restored = False
        self._waiting: list[tuple[str, str]] = []
        self._expected: UUID | None = None
        self._pending: dict[UUID, str] = {}
        self._unread: dict[UUID | None, dict[str, str]] = {}
        self._grounds: tuple[evidence.Ground, ...] = ()
        self._rests: dict[UUID, frozenset[UUID]] = {}
        self._drafts: dict[str, str] = {}
        self.acts = RowActs(self, desk, lambda: self.content, self.told.emit, self._refuse)
        self.slot = QVBoxLayout()
        self.who = RowWho(self, desk, self.acts, lambda: self.content, lambda: self.selected, self.slot)
        self.list = RowList(content.board.title)
        self.view = RowView(content.board, desk.catalog, desk.today)
        self.offers = OffersPanel()
        self.message = InlineMessage("error")
        self.message.hide()
        self.input = quick_line(content.board, desk.catalog)
        self._build()
        self._connect()
        self.show_content(content)
        if content.rows:
            self._select(content.rows[0].id)

    # -- what the board asks -----------------------------------------------------------------------

    def show_content(self, content: Content) -> None:
        """Shows the rows as they now are; selection, scroll and what is half typed stay."""
        before = [row.id for row in self.content.rows]
        self.content = content
        ids = [row.id for row in content.rows]
        self._pending = {key: text for key, text in self._pending.items() if key not in ids}
        if self._expected in ids:
            self._expected = None
        if self.selected is not None and self.selected not in ids and self.selected != self._expected:
            place = before.index(self.selected) if self.selected in before else 0
            self.selected = ids[min(place, len(ids) - 1)] if ids else None
        if ids and not before and not self._typing_new and self.selected is None:
            self.selected = ids[0]
        self._show_rows()
        self._show_row()
        if subject_field(content.board) is None:
            self.offers.show_content(content)
        else:
            self.offers.hide()
            if self.input is not None:
                self.input.set_choices([(text, text, "") for text in self._subjects()])
        self.desk.calls.read(self._read_beside, self._show_beside)
        self.who.refresh()

    def focus_input(self) -> bool:
        """The cursor into the line for new rows, or into the list."""
        (self.input.field if self.input else self.list).setFocus(Qt.FocusReason.ShortcutFocusReason)
        return self.input is not None

    def hide_secrets(self, hidden: bool) -> None:
        """Covers the locked fields and rows above the beamer's ceiling."""
        self._safe = hidden
        self.view.hide_secrets(hidden)
        self._show_rows()
        self._show_row()

    def _subjects(self) -> tuple[str, ...]:
        return tuple(option.text for option in self.content.offers)

    # -- building ----------------------------------------------------------------------------------

    def _build(self) -> None:
        self.new_button = small(tr("{name} anlegen").format(name=forms.name_of(self.content.board)), "plus")
        self.back = small(tr("Zur Liste"), "arrow-left")
        self.bar = FlowRow(self.back, gap=2)
        for text, icon, key, act in self._bar_acts():
            button = Button(text, ButtonKind.QUIET, icon=icon, key=key, size=ButtonSize.SMALL)
            button.clicked.connect(act)
            self.bar.add(button)
        self.empty = EmptyState("list", empty_words(self.content))
        self._fields = Column(self.view, tr("Felder der Zeile"), ground="none")
        list_side, field_side = QWidget(), QWidget()
        left = QVBoxLayout(list_side)
        for part, stretch in ((FlowRow(self.new_button), 0), (self.list, 1), (self.empty, 1), (self.offers, 0)):
            left.addWidget(part, stretch)
        right = QVBoxLayout(field_side)
        right.addWidget(self.bar)
        right.addWidget(self._fields, 1)
        shares = (3, 2) if len(forms.form_of(self.content.board).fields) <= _FEW else (2, 3)
        self.sides = ListAndFields(list_side, field_side, self.back, shares)
        self.back.clicked.connect(lambda: self.list.setFocus(Qt.FocusReason.OtherFocusReason))
        column = QVBoxLayout(self)
        column.setSpacing(style().px(8))
        column.addWidget(self.sides, 1)
        column.addLayout(self.slot)
        column.addWidget(self.message)
        if self.input is not None:
            column.addWidget(self.input)
        for layout in (left, right, column):
            layout.setContentsMargins(0, 0, 0, 0)

    def _bar_acts(self) -> tuple[tuple[str, str, str, Callable[[], None]], ...]:
        return (
            (tr("Wer sieht das?"), "eye", "", self.who.toggle),
            (tr("Nach oben"), "arrow-up", "", lambda: self._move(-1)),
            (tr("Nach unten"), "arrow-down", "", lambda: self._move(1)),
            (tr("Löschen"), "trash-2", "", self.remove),
        )

    def _connect(self) -> None:
        self.new_button.clicked.connect(self.begin_row)
        self.list.current_changed.connect(self._picked)
        self.list.opened.connect(self._opened)
        self.list.installEventFilter(self)
        self.view.settled.connect(self._settled)
        self.view.half_typed.connect(lambda key, text: self.acts.keep(self.view.row_id, key, text))
        self.view.grounds.rested.connect(lambda ground, on: self.acts.set_rest(self.selected, ground, on=on))
        self.offers.taken.connect(self.acts.take)
        if self.input is not None:
            self.input.entered.connect(self.add_row)
            self.input.typed.connect(lambda text: self.acts.keep(None, "line", text))
        QShortcut(QKeySequence("Ctrl+N"), self, self.begin_row, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # -- showing -----------------------------------------------------------------------------------

    def _covered(self, row: forms.Row) -> bool:
        workshop = self.content.workshop
        ceiling = beamer_ceiling(workshop.default_level, workshop.room_audience)
        return self._safe and not on_beamer(row.record.level, ceiling)

    def _show_rows(self) -> None:
        rows = []
        for row in self.content.rows:
            said = line(
                self.content, self.desk.catalog, row, rests=bool(self._rests.get(row.id)), covered=self._covered(row)
            )
            icon = "lock" if said.covered else ""
            rows.append(Row(str(row.id), said.title, said.meta, icon, chip=said.chip, chip_tone=said.tone))
        rows += [Row(str(key), text, tr("wird gespeichert"), quiet=True) for key, text in self._pending.items()]
        if self._typing_new:
            words = tr("{name} ohne Text").format(name=forms.name_of(self.content.board))
            rows.append(Row(_NEW, words, tr("noch nichts eingetragen"), quiet=True))
        self.list.blockSignals(True)
        self.list.set_rows(rows)
        key = _NEW if self._typing_new else str(self.selected or "")
        if key and self.list.current_key() != key:
            self.list.select(key)
        self.list.blockSignals(False)
        self.list.setVisible(bool(rows))
        self.empty.setVisible(not rows)

    def _show_row(self) -> None:
        row = self.acts.row(self.selected)
        if self._typing_new:
            self.view.show_row(None, rests=False)
        elif row is not None:
            changed = self.view.row_id != row.id
            self.view.show_row(row, rests=bool(self._rests.get(row.id)))
            if changed:
                self._show_drafts(row.id)
        covered = row is not None and self._covered(row)
        shown = (row is not None and not covered) or self._typing_new or self._expected is not None
        self._fields.setVisible(shown)
        self.sides.show_fields(on=shown or self.selected is not None)
        for button in self.bar.widgets[1:]:
            button.setVisible(row is not None and not self._typing_new)

    def _show_drafts(self, row_id: UUID | None) -> None:
        """Left by a crash, and shown once: from then on the field itself holds them."""
        board = self.acts.draft_of(row_id, "")[2]
        found = {field for field in self._drafts if field.startswith(board)}
        left = {field.removeprefix(board): self._drafts.pop(field) for field in found}
        for key, text in {**left, **self._unread.pop(row_id, {})}.items():
            self.view.show_half_typed(key, text)

    def _read_beside(self, work: Work) -> tuple[Any, ...]:
        content = self.content
        records = tuple(row.record for row in content.rows)
        rests = evidence.resting(work, records)
        return (
            forms.roles(work, content.plant.id),
            evidence.grounds(work, content.workshop.id, content.step.id) if rests else (),
            rests,
            work.drafts("room", str(content.workshop.id)),
        )

    def _show_beside(self, found: tuple[Any, ...]) -> None:
        if not isValid(self):
            return
        roles, self._grounds, self._rests, drafts = found
        row = self.acts.row(self.selected)
        topic = self.desk.catalog.topics.get(row.shown.get("topic", "")) if row else None
        self.view.propose(roles, topic, self._subjects())
        self._show_rows()
        if row is not None:
            if not self._typing_new:
                self.view.show_row(row, rests=bool(self._rests.get(row.id)))
            workshop = self.content.workshop
            ceiling = beamer_ceiling(workshop.default_level, workshop.room_audience) if self._safe else None
            self.view.grounds.show_grounds(self._grounds, self._rests.get(row.id, frozenset()), ceiling)
        if not self._restored:
            self._restored, self._drafts = True, drafts
            self._restore()

    def _restore(self) -> None:
        if self.input is not None and not self.input.field.text():
            self.input.field.setText(self._drafts.get(self.acts.draft_of(None, "line")[2], ""))
        if not self._typing_new and self.selected is not None:
            self._show_drafts(self.selected)

    # -- choosing rows -----------------------------------------------------------------------------

    def _picked(self, key: str) -> None:
        if key == _NEW:
            return
        row_id = UUID(key)
        if (row_id != self.selected or self._typing_new) and row_id not in self._pending:
            self._select(row_id)

    def _opened(self, key: str) -> None:
        self._picked(key)
        self.sides.turn_to_fields()
        if self.list.hasFocus() and not self.sides.is_narrow:
            return
        self.view.focus()

    def _select(self, row_id: UUID | None) -> None:
        self.view.settle()
        self._unread[self.view.row_id] = self.view.unread()
        self._typing_new = False
        self.selected = row_id
        self.who.close()
        self._show_rows()
        self._show_row()
        self.desk.calls.read(self._read_beside, self._show_beside)

    # -- rows --------------------------------------------------------------------------------------

    def begin_row(self) -> None:
        """Empty fields at the right; the row exists with the first thing typed into it."""
        self.view.settle()
        self._typing_new = True
        self.who.close()
        self._show_rows()
        self._show_row()
        self._show_drafts(None)
        self.sides.turn_to_fields()
        self.view.focus()

    def add_row(self, text: str, choice: str) -> None:
        """A row from the line; it stands in the list at once, a refused text goes back into the line."""
        if self.input is None:
            return
        temporary = uuid4()
        self._pending[temporary] = text.strip()
        self.message.hide()
        self.input.take()
        self._show_rows()
        self.list.scrollToBottom()
        board = self.content.board
        main = main_field(board)
        values = {main.key: text} if main else {}
        chosen = next((f for f in forms.form_of(board).fields if f.kind is FieldKind.CHOICE and f is not main), None)
        chosen = subject_field(board) or chosen
        if choice and chosen is not None:
            values[chosen.key] = chosen_by(chosen, text, choice)

        def made(record: Any) -> None:
            self._pending.pop(temporary, None)
            if self.selected is None:
                self.selected = self._expected = record.id
            self._show_rows()

        def failed(sentence: str) -> None:
            self._pending.pop(temporary, None)
            self._show_rows()
            if self.input is not None:
                self.input.put_back(text)
            self._refuse(sentence)

        self.acts.add(values, made, failed, "line")

    def remove(self) -> None:
        """Takes the selected row away."""
        if self.selected is not None and not self._typing_new:
            self.acts.remove(self.selected)

    def _move(self, by: int) -> None:
        if self.selected is not None and not self._typing_new:
            self.acts.move(self.selected, by)

    def _settled(self, key: str, text: str) -> None:
        row_id = self.view.row_id
        self._drafts.pop(self.acts.draft_of(row_id, key)[2], None)
        if row_id is not None:
            self._store(row_id, key, text)
        elif self._making:
            self._waiting.append((key, text))
        elif text.strip():
            self._making = True
            self.acts.add({key: text}, lambda record: self._made(record, key), lambda said: self._not_made(key, said))
        else:
            self.view.show_fault(key, "")

    def _store(self, row_id: UUID, key: str, text: str) -> None:
        def answer(said: str) -> None:
            if self.view.row_id == row_id:
                self.view.show_fault(key, said)
            elif said:
                self._refuse(said)

        self.acts.set_field(row_id, key, text, answer, lambda: answer(""))

    def _made(self, record: Any, first: str) -> None:
        self._making = False
        self.view.show_fault(first, "")
        waiting, self._waiting = self._waiting, []
        if self._typing_new:
            self._typing_new = False
            self.selected = self.view.row_id = record.id
        if self.acts.row(record.id) is None:
            self._expected = record.id
        for key, text in waiting:
            self._store(record.id, key, text)
        self._show_rows()
        self._show_row()

    def _not_made(self, key: str, sentence: str) -> None:
        self._making, self._waiting = False, []
        self.view.show_fault(key, sentence)

    def _refuse(self, sentence: str) -> None:
        self.message.show_message("error", sentence)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Alt with an arrow moves a row, Entf takes it away, Enter goes into its fields."""
        if watched is not self.list or event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key = event.key()
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if alt and key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self._move(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Delete:
            self.remove()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._opened(self.list.current_key() or _NEW)
            self.view.focus()
        else:
            return False
        return True
