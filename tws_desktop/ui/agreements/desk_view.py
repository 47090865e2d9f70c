"""The desk of one agreement: outline left, the paper in the middle, what it rests on at the right."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tws_desktop.domain.agreements import UnitKind
from tws_desktop.domain.workshops import Entry
from tws_desktop.services.agreements.editing import editable_runs
from tws_desktop.services.agreements.origin import Node, NodeKind, UsedAt, used_by_entry, used_by_position
from tws_desktop.services.ports import Work
from tws_desktop.ui.agreements.block_tools import BlockTools
from tws_desktop.ui.agreements.decisions import clause_card, marker_legend
from tws_desktop.ui.agreements.desk_actions import DeskActions
from tws_desktop.ui.agreements.evidence_column import EvidenceColumn
from tws_desktop.ui.agreements.head_editor import HeadEditor
from tws_desktop.ui.agreements.outline_view import OutlineView
from tws_desktop.ui.agreements.paper_view import PaperView
from tws_desktop.ui.agreements.reading import DeskState, read_desk
from tws_desktop.ui.agreements.sheet import CLAUSE
from tws_desktop.ui.agreements.text_editor import TextEditor
from tws_desktop.ui.desk import Desk
from tws_desktop.ui.kit.columns import SideColumn, SplitColumns
from tws_desktop.ui.kit.labels import ElideLabel
from tws_desktop.ui.kit.strip import StripItem
from tws_desktop.ui.palette import tokens
from tws_desktop.ui.words import tr

_SHOWN = frozenset(
    (
        *("agreements", "parts", "parties", "units", "fields", "rungs", "versions", "evidence"),
        *("positions", "entries", "entry_topics", "votes", "vote_options", "vote_results", "answers", "sheets"),
        *("measures", "trades", "plants", "plant_facts", "projects", "workshops", "releases", "people"),
    )
)


class DeskView(QWidget):
    """`open_agreement(id, unit)` shows it; every change re-reads it, selection and half-typed text stay."""

    told = Signal(str, object)
    shown = Signal()
    """The agreement was read again; the header follows."""
    elsewhere = Signal(object, object)
    """Another agreement and its unit are wanted."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.state: DeskState | None = None
        self._unit: UUID | None = None
        self._wanted: UUID | None = None
        self._drafts: dict[str, str] = {}
        self._kinds: dict[UUID, str] = {}
        self._live = False
        self.actions = DeskActions(desk, self.told.emit)
        self.outline = OutlineView()
        self.paper = PaperView(tr("Text der Vereinbarung"))
        self.evidence = EvidenceColumn(desk.catalog)
        self.tools, self.editor, self.head = BlockTools(), TextEditor(), HeadEditor()
        for over in (self.tools, self.editor, self.head):
            over.setParent(self.paper.viewport())
            over.hide()
        self._editing: UUID | None = None
        self.middle = QWidget()
        self._middle_column = QVBoxLayout(self.middle)
        self._middle_column.setContentsMargins(0, 0, 0, 0)
        self._middle_column.setSpacing(0)
        self._middle_column.addWidget(self.paper, 1)
        self.current_line = ElideLabel("", "label")
        size = tokens().size
        icons = (
            ("waypoints", tr("Herkunft"), "origin"),
            ("lightbulb", tr("Vorschläge"), "proposals"),
            ("text-cursor-input", tr("Lücken"), "gaps"),
            ("list-checks", tr("Prüfung"), "checks"),
        )
        self.columns = SplitColumns(
            self.middle,
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
        self._wire()
        self._keys()
        desk.calls.changed.connect(self._heard)

    def open_agreement(self, agreement_id: UUID, unit_id: UUID | None = None) -> None:
        """Shows an agreement, at a unit if one is named."""
        other = self.state is None or self.state.agreement.id != agreement_id
        if other:
            self.leave()
            self.state, self._unit, self._drafts = None, None, {}
            self.paper.select(None, reveal=False)
            self.paper.show_blocks(())
            self.paper.verticalScrollBar().setValue(0)
        self._live = True
        self.actions.agreement_id = agreement_id
        self._wanted = unit_id or self._wanted
        self.desk.calls.read(lambda work: work.drafts("agreement", str(agreement_id)), self._take_drafts)
        self.refresh()

    def leave(self) -> None:
        """Hands on what is typed."""
        self.end_editing()

    def close_agreement(self) -> None:
        """Nothing is shown any more; changes are no longer read."""
        self.leave()
        self._live = False

    def refresh(self) -> None:
        """Reads the agreement again."""
        agreement_id = self.actions.agreement_id
        if agreement_id is None:
            return
        catalog, today = self.desk.catalog, self.desk.today()

        def use_case(work: Work) -> tuple[DeskState, dict[UUID, str]]:
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

    def regions(self) -> tuple[QWidget, ...]:
        """Outline, paper, evidence."""
        return (self.outline, self.paper, self.evidence)

    def put_panel(self, panel: QWidget) -> None:
        """Puts a panel above the paper: output, template."""
        self._middle_column.insertWidget(self._middle_column.count() - 1, panel)

    def go_to(self, unit_id: UUID) -> None:
        """Selects a unit and shows it; later if it is not there yet."""
        if self.state is not None and self.state.block_of(unit_id) is not None:
            self._select(unit_id, reveal=True)
            self._wanted = None
        else:
            self._wanted = unit_id

    def next_gap(self) -> None:
        """Opens the next open gap and shows its place."""
        state = self.state
        if state is None:
            return
        self.show_evidence("gaps")
        if not state.gaps:
            self.told.emit(tr("Keine Lücke ist offen."), None)
            return
        ids = [gap.field_id for gap in state.gaps]
        here = self.evidence.gaps.field_id
        gap = state.gaps[(ids.index(here) + 1) % len(ids) if here in ids else self._gap_from_here()]
        self._select(gap.unit_id, reveal=True)
        self.evidence.gaps.open_field(gap.field_id)

    def show_evidence(self, key: str) -> None:
        """Brings a tab of the right column to the front, opening the drawer where it is one."""
        self.evidence.choose(key)
        if self.columns.right_drawer.content is not None and self.columns.right_drawer.isHidden():
            self.columns.right_drawer.open()

    def begin_editing(self, unit_id: UUID) -> None:
        """Opens a unit's text or heading in its place."""
        state = self.state
        if state is None or unit_id not in state.outline.units:
            return
        self.end_editing()
        self._select(unit_id, reveal=True)
        unit = state.outline.units[unit_id]
        self._editing = unit_id
        if unit.parent_id is None:
            self.head.begin(unit_id, unit.title)
            self.paper.lay_over(self.tools, self.head)
            return
        text = editable_runs(unit.text)
        self.paper.lay_over(self.tools, self.editor)
        self.editor.begin(unit_id, text, marker_legend(state, text.parts), self._drafts.pop(str(unit_id), ""))
        self.paper.reveal(unit_id)

    def end_editing(self) -> None:
        """Hands on what is typed and shows the text again."""
        if self._editing is None:
            return
        was, self._editing = self._editing, None
        self.editor.settle()
        self.head.settle()
        self.paper.lay_over(self.tools if self._unit == was else None)
        if self.isVisible():
            self.paper.setFocus(Qt.FocusReason.OtherFocusReason)

    def _wire(self) -> None:
        paper, tools, actions = self.paper, self.tools, self.actions
        paper.chosen.connect(lambda unit: self._select(unit, reveal=True))
        paper.edit_wanted.connect(self.begin_editing)
        paper.field_wanted.connect(self._open_field)
        paper.origin_wanted.connect(lambda _: self.show_evidence("origin"))
        paper.add_wanted.connect(self._add_to)
        paper.move_wanted.connect(actions.move)
        paper.delete_wanted.connect(self._delete)
        paper.mark_wanted.connect(self._follow_mark)
        tools.variant_wanted.connect(self._variant)
        tools.option_wanted.connect(self._option)
        tools.edit_wanted.connect(lambda: self._with_unit(self.begin_editing))
        tools.add_wanted.connect(lambda: self._with_unit(self._add_behind))
        tools.move_wanted.connect(lambda by: self._with_unit(lambda unit: actions.move(unit, by)))
        tools.delete_wanted.connect(lambda: self._with_unit(self._delete))
        tools.resized.connect(paper.relay)
        for editor in (self.editor, self.head):
            editor.resized.connect(paper.relay)
            editor.done.connect(self.end_editing)
        self.editor.typed.connect(actions.draft)
        self.editor.settled.connect(lambda unit, text, parts: actions.text(unit, text, parts, self.editor.show_fault))
        self.head.settled.connect(lambda unit, title: actions.title(unit, title, self.head.show_fault))
        self.head.new_settled.connect(self._add_section)
        self.outline.chosen.connect(self._from_outline)
        self.outline.moved.connect(actions.move)
        self.outline.add_wanted.connect(self._ask_section)
        panels = self.evidence
        panels.origin.used_wanted.connect(self._used)
        panels.origin.unit_wanted.connect(self._go_unit)
        panels.origin.proposals_wanted.connect(lambda: self.show_evidence("proposals"))
        panels.proposals.insert_wanted.connect(self._insert)
        panels.proposals.show_wanted.connect(self._show_clause)
        panels.gaps.fill_wanted.connect(
            lambda field, typed: actions.fill(field, typed, self._filled, panels.gaps.show_fault)
        )
        panels.gaps.accept_wanted.connect(lambda one: actions.accept(one, self._filled))
        panels.gaps.clear_wanted.connect(actions.clear)
        panels.gaps.field_chosen.connect(self._choose_gap)
        panels.gaps.next_wanted.connect(self.next_gap)
        panels.checks.unit_wanted.connect(self.go_to)

    def _keys(self) -> None:
        def key(keys: str, call: Callable[[], None]) -> None:
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(call)

        key("F3", self._next_finding)
        key("F4", self.next_gap)
        key("Ctrl+D", self._next_variant)
        key("Ctrl+Z", self.actions.undo)
        key("Ctrl+Shift+Z", self.actions.redo)

    def _heard(self, tables: frozenset[str]) -> None:
        if self._live and tables & _SHOWN:
            self.refresh()

    def _take_drafts(self, drafts: dict[str, str]) -> None:
        self._drafts = dict(drafts)
        if self._drafts and self.state is not None:
            self._resume()

    def _resume(self) -> None:
        """Opens the text that was being typed when the program ended."""
        for unit in tuple(self._drafts):
            if self.state is not None and self._editing is None and UUID(unit) in self.state.outline.units:
                self.begin_editing(UUID(unit))
                return

    def _show(self, found: tuple[DeskState, dict[UUID, str]]) -> None:
        state, kinds = found
        if state.agreement.id != self.actions.agreement_id:
            return
        first = self.state is None
        self.state, self._kinds = state, kinds
        if self._unit is not None and self._unit not in state.outline.units:
            self._unit = None
            self._editing = None
            self.paper.select(None, reveal=False)
            self.paper.lay_over(None)
        self.paper.show_blocks(state.blocks)
        self.evidence.show_state(state)
        self._follow_editor(state)
        if self._wanted is not None:
            self.go_to(self._wanted)
        elif first:
            start = next((one.unit_id for one in state.items if one.kind == UnitKind.SECTION), None)
            self._select(start, reveal=False)
        else:
            self._show_selected()
        if first and self._drafts:
            self._resume()
        self.shown.emit()

    def _follow_editor(self, state: DeskState) -> None:
        unit = state.outline.units.get(self._editing) if self._editing is not None else None
        if unit is not None and unit.parent_id is not None:
            text = editable_runs(unit.text)
            self.editor.take_over(text, marker_legend(state, text.parts))

    def _select(self, unit_id: UUID | None, *, reveal: bool) -> None:
        if unit_id != self._unit and self._editing is not None:
            self.end_editing()
        self._unit = unit_id
        self.paper.select(unit_id, reveal=False)
        self._show_selected()
        if reveal:
            self.paper.reveal(unit_id)

    def _show_selected(self) -> None:
        state = self.state
        if state is None:
            return
        unit = state.outline.units.get(self._unit) if self._unit is not None else None
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
        self.tools.show_block(clause_card(self.desk.catalog, state, unit.id), head=head)
        over = (self.head if head else self.editor) if self._editing == unit.id else None
        self.paper.lay_over(self.tools, over)

    def _with_unit(self, call: Callable[[UUID], None]) -> None:
        if self._unit is not None:
            call(self._unit)

    def _clause_key(self) -> str:
        card = clause_card(self.desk.catalog, self.state, self._unit) if self.state and self._unit else None
        return card.key if card is not None else ""

    def _variant(self, variant: str, discard: bool) -> None:
        if key := self._clause_key():
            state = self.state
            assert state is not None
            self._wanted = None
            first = state.outline.clause_units(key)[0].id
            self._select(first, reveal=True)
            self.actions.variant(key, variant, discard=discard)

    def _option(self, option: str) -> None:
        if key := self._clause_key():
            self.actions.option(key, option)

    def _next_variant(self) -> None:
        card = clause_card(self.desk.catalog, self.state, self._unit) if self.state and self._unit else None
        if card is not None:
            self.tools.choose(card.following)

    def _next_finding(self) -> None:
        self.show_evidence("checks")
        self.evidence.checks.go_on()

    def _from_outline(self, key: str) -> None:
        unit = self.outline.section_of(key)
        if unit is not None:
            self._select(unit, reveal=False)
            self.paper.reveal(unit, at_top=True)
        elif self.state is not None:
            block = next((one for one in self.state.blocks if one.key == key), None)
            if block is not None:
                self.paper.reveal_mark(block.mark)

    def _follow_mark(self, mark: str) -> None:
        unit = self.paper.reveal_mark(mark)
        if unit is not None:
            self._select(unit, reveal=True)

    def _open_field(self, key: str) -> None:
        if key.startswith(CLAUSE):
            self.show_evidence("proposals")
            self.evidence.proposals.open_clause(key.removeprefix(CLAUSE))
            return
        value = self.state.outline.fields.get(key) if self.state is not None else None
        if value is not None:
            self.show_evidence("gaps")
            self.evidence.gaps.open_field(value.id)

    def _choose_gap(self, field_id: UUID) -> None:
        gap = next((one for one in self.state.gaps if one.field_id == field_id), None) if self.state else None
        if gap is not None:
            self._select(gap.unit_id, reveal=True)
        self.evidence.gaps.open_field(field_id)

    def _gap_from_here(self) -> int:
        state = self.state
        if state is None or self._unit is None:
            return 0
        order = {unit.id: place for place, unit in enumerate(state.outline.shown())}
        here = order.get(self._unit, 0)
        return next((place for place, gap in enumerate(state.gaps) if order.get(gap.unit_id, 0) >= here), 0)

    def _filled(self) -> None:
        self.evidence.gaps.next.setFocus()

    def _delete(self, unit_id: UUID) -> None:
        state = self.state
        if state is None:
            return
        self._editing = None
        unit = state.outline.units.get(unit_id)
        if unit is not None and unit.parent_id is not None:
            siblings = [one.id for one in state.outline.children(state.outline.units[unit.parent_id])]
            place = siblings.index(unit_id)
            left = siblings[:place] + siblings[place + 1 :]
            self._select(left[min(place, len(left) - 1)] if left else unit.parent_id, reveal=False)
        self.actions.delete(unit_id)

    def _add_to(self, section_id: UUID) -> None:
        self.actions.add_absatz(section_id, None, self._edit_when_there)

    def _add_behind(self, unit_id: UUID) -> None:
        state = self.state
        if state is None:
            return
        unit = state.outline.units[unit_id]
        absatz = state.outline.absatz_of(unit)
        section = state.outline.section_of(unit)
        self.actions.add_absatz(section.id, absatz.id if absatz is not None else None, self._edit_when_there)

    def _edit_when_there(self, unit_id: UUID) -> None:
        if self.state is not None and self.state.block_of(unit_id) is not None:
            self.begin_editing(unit_id)
        else:
            self._wanted = unit_id
            QTimer.singleShot(0, self, lambda: self._edit_later(unit_id))

    def _edit_later(self, unit_id: UUID) -> None:
        def once() -> None:
            if self.state is not None and unit_id in self.state.outline.units:
                self.shown.disconnect(once)
                self.begin_editing(unit_id)

        self.shown.connect(once)
        self.refresh()

    def _ask_section(self) -> None:
        if self._unit is None and self.state is not None and self.state.items:
            self._select(self.state.items[0].unit_id, reveal=False)
        self.end_editing()
        if self._unit is not None and self.state is not None:
            section = self.state.outline.section_of(self.state.outline.units[self._unit])
            self._select(section.id, reveal=True)
            self._editing = section.id
            self.head.begin_new(section.id)
            self.paper.lay_over(self.tools, self.head)

    def _add_section(self, after: UUID, title: str) -> None:
        state = self.state
        if state is None:
            return
        part = state.outline.units[after].part_id if after in state.outline.units else state.outline.parts[0].id
        self.actions.add_section(part, title, after, self.go_to, self.head.show_fault)

    def _insert(self, key: str, variant: str) -> None:
        state = self.state
        if state is None:
            return
        proposal = next((one for one in state.proposals if one.clause_key == key), None)
        slot = None
        if (proposal is None or not proposal.slot) and self._unit is not None:
            slot = state.outline.section_of(state.outline.units[self._unit]).slot or None
        if proposal is None:
            slot = None if _has_place(self.desk, state, key) else slot
        self.actions.insert(proposal, key, variant, slot, self.go_to)

    def _show_clause(self, key: str) -> None:
        units = self.state.outline.clause_units(key) if self.state is not None else ()
        if units:
            self.go_to(units[0].id)

    def _used(self, kind: NodeKind, thing: UUID) -> None:
        node = self._node(kind, thing)
        if node is None:
            return

        def use_case(work: Work) -> tuple[UsedAt, ...]:
            if kind in {NodeKind.CARD, NodeKind.CLUSTER, NodeKind.ENTRY}:
                return used_by_entry(work, thing)
            return used_by_position(work, thing) if kind is NodeKind.POSITION else ()

        if kind in {NodeKind.CARD, NodeKind.CLUSTER, NodeKind.ENTRY, NodeKind.POSITION}:
            self.desk.calls.read(use_case, lambda places: self.evidence.origin.show_used(node, places))

    def _node(self, kind: NodeKind, thing: UUID) -> Node | None:
        origins = self.state.origins.values() if self.state is not None else ()
        nodes = (node for origin in origins for top in origin.nodes for node in top.walk())
        return next((node for node in nodes if (node.kind, node.id) == (kind, thing)), None)

    def _go_unit(self, agreement_id: UUID, unit_id: UUID) -> None:
        if self.state is not None and agreement_id == self.state.agreement.id:
            self.go_to(unit_id)
        else:
            self.elsewhere.emit(agreement_id, unit_id)


def _has_place(desk: Desk, state: DeskState, key: str) -> bool:
    return desk.catalog.agreement_types[state.agreement.type_key].slot_of(key) is not None
