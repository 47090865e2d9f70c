"""Ways through the desk: from gap to gap, finding to finding, clause to card and back, proposal into the text."""

from __future__ import annotations

from uuid import UUID

from tws_desktop.services.agreements.origin import Node, NodeKind, UsedAt, used_by_entry, used_by_position
from tws_desktop.services.ports import Work
from tws_desktop.ui.agreements.desk_surface import DeskSurface
from tws_desktop.ui.agreements.reading import DeskState
from tws_desktop.ui.agreements.sheet import CLAUSE
from tws_desktop.ui.words import tr


class DeskWays:
    """Goes to places of the agreement for outline, paper and panels."""

    def __init__(self, view: DeskSurface) -> None:
        self._view = view

    def wire(self) -> None:
        """Connects outline, paper and panels with where they lead."""
        view, panels, doing = self._view, self._view.evidence, self._view.doing
        view.paper.field_wanted.connect(self.open_field)
        view.paper.mark_wanted.connect(self.follow_mark)
        view.outline.chosen.connect(self.from_outline)
        panels.origin.used_wanted.connect(self.used)
        panels.origin.unit_wanted.connect(self.go_unit)
        panels.proposals.insert_wanted.connect(self.insert)
        panels.proposals.show_wanted.connect(self.show_clause)
        panels.gaps.fill_wanted.connect(
            lambda field, typed: doing.fill(field, typed, self.filled, panels.gaps.show_fault)
        )
        panels.gaps.left_wanted.connect(self.left)
        panels.gaps.accept_wanted.connect(lambda one: doing.accept(one, self.filled))
        panels.gaps.clear_wanted.connect(doing.clear)
        panels.gaps.field_chosen.connect(self.choose_gap)
        panels.gaps.next_wanted.connect(self.next_gap)

    def next_gap(self) -> None:
        """Opens the next open gap and shows its place."""
        state = self._view.state
        if state is None:
            return
        self._view.show_evidence("gaps")
        if not state.gaps:
            self._view.told.emit(tr("Keine Lücke ist offen."), None)
            return
        ids = [gap.field_id for gap in state.gaps]
        here = self._view.evidence.gaps.field_id
        gap = state.gaps[(ids.index(here) + 1) % len(ids) if here in ids else self.gap_from_here()]
        self._view.select(gap.unit_id, reveal=True)
        self._view.evidence.gaps.open_field(gap.field_id)

    def next_finding(self) -> None:
        """Goes to the next finding."""
        self._view.show_evidence("checks")
        self._view.evidence.checks.go_on()

    def from_outline(self, key: str) -> None:
        """Shows what was chosen in the outline."""
        self._view.columns.left_drawer.shut()
        unit = self._view.outline.section_of(key)
        if unit is not None:
            self._view.select(unit, reveal=False)
            self._view.paper.reveal(unit, at_top=True)
        elif self._view.state is not None:
            block = next((one for one in self._view.state.blocks if one.key == key), None)
            if block is not None:
                self._view.paper.reveal_mark(block.mark)

    def follow_mark(self, mark: str) -> None:
        """Follows a reference."""
        unit = self._view.paper.reveal_mark(mark)
        if unit is not None:
            self._view.select(unit, reveal=True)

    def open_field(self, key: str) -> None:
        """Opens the field of a value or gap, or the clause a reference misses."""
        if key.startswith(CLAUSE):
            self._view.show_evidence("proposals")
            self._view.evidence.proposals.open_clause(key.removeprefix(CLAUSE))
            return
        value = self._view.state.outline.fields.get(key) if self._view.state is not None else None
        if value is not None:
            self._view.show_evidence("gaps")
            self._view.evidence.gaps.open_field(value.id)

    def choose_gap(self, field_id: UUID) -> None:
        """Opens a gap and shows its place."""
        gap = (
            next((one for one in self._view.state.gaps if one.field_id == field_id), None) if self._view.state else None
        )
        if gap is not None:
            self._view.select(gap.unit_id, reveal=True)
        self._view.evidence.gaps.open_field(field_id)

    def gap_from_here(self) -> int:
        """The first gap at or behind the selected unit."""
        state = self._view.state
        if state is None or self._view.unit is None:
            return 0
        order = {unit.id: place for place, unit in enumerate(state.outline.shown())}
        here = order.get(self._view.unit, 0)
        return next((place for place, gap in enumerate(state.gaps) if order.get(gap.unit_id, 0) >= here), 0)

    def left(self, field_id: UUID, typed: str) -> None:
        """Keeps a value that was typed and left; a refused one comes back with its sentence."""
        gaps = self._view.evidence.gaps

        def failed(sentence: str) -> None:
            gaps.take_back(field_id, typed, sentence)
            self._view.told.emit(sentence, None)

        self._view.doing.fill(field_id, typed, lambda: None, failed)

    def filled(self) -> None:
        """After a value was taken."""
        self._view.evidence.gaps.next.setFocus()

    def insert(self, key: str, variant: str) -> None:
        """Takes a clause into the text."""
        state = self._view.state
        if state is None:
            return
        proposal = next((one for one in state.proposals if one.clause_key == key), None)
        slot = None
        if (proposal is None or not proposal.slot) and self._view.unit is not None:
            slot = state.outline.section_of(state.outline.units[self._view.unit]).slot or None
        if proposal is None:
            slot = None if self._has_place(state, key) else slot
        self._view.doing.insert(proposal, key, variant, slot, self.inserted)

    def inserted(self, unit_id: UUID) -> None:
        """Shows what was taken in; the button that did it goes, so the paper gets the focus."""
        self._view.paper.setFocus()
        self._view.show_unit(unit_id)

    def show_clause(self, key: str) -> None:
        """Shows a clause in the text."""
        units = self._view.state.outline.clause_units(key) if self._view.state is not None else ()
        if units:
            self._view.show_unit(units[0].id)

    def used(self, kind: NodeKind, thing: UUID) -> None:
        """Asks where a card or position went."""
        node = self.node(kind, thing)
        if node is None:
            return

        def use_case(work: Work) -> tuple[UsedAt, ...]:
            if kind in {NodeKind.CARD, NodeKind.CLUSTER, NodeKind.ENTRY}:
                return used_by_entry(work, thing)
            return used_by_position(work, thing) if kind is NodeKind.POSITION else ()

        if kind in {NodeKind.CARD, NodeKind.CLUSTER, NodeKind.ENTRY, NodeKind.POSITION}:
            self._view.desk.calls.read(use_case, lambda places: self._view.evidence.origin.show_used(node, places))

    def node(self, kind: NodeKind, thing: UUID) -> Node | None:
        """A node of the origin of any unit."""
        origins = self._view.state.origins.values() if self._view.state is not None else ()
        nodes = (node for origin in origins for top in origin.nodes for node in top.walk())
        return next((node for node in nodes if (node.kind, node.id) == (kind, thing)), None)

    def go_unit(self, agreement_id: UUID, unit_id: UUID) -> None:
        """Goes to a unit, of another agreement too."""
        if self._view.state is not None and agreement_id == self._view.state.agreement.id:
            self._view.show_unit(unit_id)
        else:
            self._view.elsewhere.emit(agreement_id, unit_id)

    def _has_place(self, state: DeskState, key: str) -> bool:
        return self._view.desk.catalog.agreement_types[state.agreement.type_key].slot_of(key) is not None
