"""The desk of one agreement: outline left, the paper in the middle, what it rests on at the right."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut

from tws_desktop.domain.agreements import Agreement, UnitKind
from tws_desktop.domain.workshops import Entry
from tws_desktop.services.agreements.origin import NodeKind
from tws_desktop.services.ports import Work
from tws_desktop.ui.agreements.decisions import clause_card, own_right
from tws_desktop.ui.agreements.desk_surface import DeskSurface
from tws_desktop.ui.agreements.desk_text import DeskText
from tws_desktop.ui.agreements.desk_ways import DeskWays
from tws_desktop.ui.agreements.reading import DeskState, read_desk
from tws_desktop.ui.desk import Desk

_SHOWN = frozenset(
    (
        *("agreements", "parts", "parties", "units", "fields", "rungs", "versions", "evidence"),
        *("positions", "entries", "entry_topics", "votes", "vote_options", "vote_results", "answers", "sheets"),
        *("measures", "trades", "plants", "plant_facts", "projects", "workshops", "releases", "people"),
    )
)


class DeskView(DeskSurface):
    """`open_agreement(id, unit)` shows it; every change re-reads it, selection and half-typed text stay."""

    shown = Signal()
    """The agreement was read again; the header follows."""
    gone = Signal()
    """There is no such agreement any more."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._kinds: dict[UUID, str] = {}
        self._live = False
        self.text = DeskText(self)
        self.ways = DeskWays(self)
        self._wire()
        self._keys()
        desk.calls.changed.connect(self._heard)

    def open_agreement(self, agreement_id: UUID, unit_id: UUID | None = None) -> None:
        """Shows an agreement, at a unit if one is named."""
        other = self.state is None or self.state.agreement.id != agreement_id
        if other:
            self.leave()
            self.state, self.unit, self.text.drafts = None, None, {}
            self.paper.select(None, reveal=False)
            self.paper.show_blocks(())
            self.paper.verticalScrollBar().setValue(0)
        self._live = True
        self.doing.agreement_id = agreement_id
        self.wanted = unit_id or self.wanted
        self.desk.calls.read(lambda work: work.drafts("agreement", str(agreement_id)), self.text.take_drafts)
        self.refresh()

    def leave(self) -> None:
        """Hands on what is typed."""
        self.text.end_editing()
        self.evidence.gaps.settle()

    def close_agreement(self) -> None:
        """Nothing is shown any more; changes are no longer read."""
        self.leave()
        self._live = False

    def refresh(self) -> None:
        """Reads the agreement again."""
        agreement_id = self.doing.agreement_id
        if agreement_id is None:
            return
        catalog, today = self.desk.catalog, self.desk.today()

        def use_case(work: Work) -> tuple[DeskState, dict[UUID, str]] | None:
            if work.find(Agreement, id=agreement_id) is None:
                return None
            state = read_desk(work, catalog, agreement_id, today)
            cards = {
                node.id
                for origin in state.origins.values()
                for top in origin.nodes
                for node in top.walk()
                if node.kind is NodeKind.CARD
            }
            return state, {one.id: one.symbol for one in work.all(Entry, id=tuple(cards)) if one.symbol}

        self.desk.calls.read(use_case, self._show)

    def _wire(self) -> None:
        self.selected.connect(self.show_selected)
        self.paper.chosen.connect(lambda unit: self.select(unit, reveal=True))
        self.paper.origin_wanted.connect(lambda _: self.show_evidence("origin"))
        self.paper.move_wanted.connect(self.doing.move)
        self.outline.moved.connect(self._move_section)
        self.evidence.origin.proposals_wanted.connect(lambda: self.show_evidence("proposals"))
        self.evidence.checks.unit_wanted.connect(self.show_unit)
        self.text.wire()
        self.ways.wire()

    def _move_section(self, unit_id: UUID, by: int) -> None:
        """Selects the § that was dragged, so that paper and outline show where it went."""
        self.select(unit_id, reveal=False)
        self.doing.move(unit_id, by)

    def event(self, event: QEvent) -> bool:
        """Strg+Z belongs to the agreement wherever no field takes it."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _undo_step(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Strg+Z takes back, Strg+Umschalt+Z does again, Esc closes a panel."""
        step = _undo_step(event)
        if step and self.doing.agreement_id is not None:
            (self.doing.undo if step < 0 else self.doing.redo)()
            return
        if event.key() == Qt.Key.Key_Escape and self.panels.shut():
            self.paper.setFocus()
            return
        super().keyPressEvent(event)

    def _keys(self) -> None:
        def key(keys: str, call: Callable[[], None]) -> None:
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(call)

        key("F3", self.ways.next_finding)
        key("F4", self.ways.next_gap)
        key("Ctrl+D", self.text.next_variant)

    def _heard(self, tables: frozenset[str]) -> None:
        if self._live and tables & _SHOWN:
            self.refresh()

    def _show(self, found: tuple[DeskState, dict[UUID, str]] | None) -> None:
        if found is None:
            if self._live:
                self.close_agreement()
                self.state = None
                self.gone.emit()
            return
        state, kinds = found
        if state.agreement.id != self.doing.agreement_id:
            return
        first = self.state is None
        self.state, self._kinds = state, kinds
        if self.unit is not None and self.unit not in state.outline.units:
            self.unit = None
            self.text.editing = None
            self.paper.select(None, reveal=False)
            self.paper.lay_over(None)
        self.paper.show_blocks(state.blocks)
        self.evidence.show_state(state)
        self.text.follow_editor(state)
        if self.wanted is not None:
            self.go_to(self.wanted)
        elif first:
            start = next((one.unit_id for one in state.items if one.kind == UnitKind.SECTION), None)
            self.select(start, reveal=False)
            if start is None:
                self.evidence.choose("proposals")
        else:
            self.show_selected()
        if first and self.text.drafts:
            self.text.resume()
        self.text.begin_wanted()
        self.shown.emit()

    def show_selected(self) -> None:
        """Shows what belongs to the selected unit."""
        state = self.state
        if state is None:
            return
        unit = state.outline.units.get(self.unit) if self.unit is not None else None
        section = state.outline.section_of(unit) if unit is not None else None
        key = str(section.id) if section is not None else ""
        self.outline.show_items(state.items, key, len(state.gaps))
        item = next((one for one in state.items if one.key == key), None)
        self.current_line.setText(f"{item.number} {item.title}".strip() if item is not None else "")
        origin = state.origins.get(unit.id) if unit is not None else None
        self.evidence.origin.show_origin(origin, state.number_of(unit.id) if unit is not None else "", self._kinds)
        if unit is None:
            self.paper.lay_over(None)
            return
        head = unit.parent_id is None
        card, right = clause_card(self.desk.catalog, state, unit.id), own_right(state, unit.id)
        self.text.tools.show_block(card, head=head, right=right)
        self.paper.lay_over(self.text.tools, self.text.over(unit))


def _undo_step(event: QKeyEvent) -> int:
    """-1 for Strg+Z, 1 for Strg+Umschalt+Z or Strg+Y, else 0."""
    control = Qt.KeyboardModifier.ControlModifier
    if event.key() == Qt.Key.Key_Z and event.modifiers() == control:
        return -1
    again = event.key() == Qt.Key.Key_Z and event.modifiers() == control | Qt.KeyboardModifier.ShiftModifier
    return 1 if again or (event.key() == Qt.Key.Key_Y and event.modifiers() == control) else 0
