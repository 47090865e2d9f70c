"""Editing at the desk: the tools of the selected block, its text or heading in place, new ones, variants."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tws_desktop.domain.agreements import Unit
from tws_desktop.services.agreements.editing import editable_runs
from tws_desktop.ui.agreements.block_tools import BlockTools
from tws_desktop.ui.agreements.decisions import ClauseCard, clause_card, marker_legend
from tws_desktop.ui.agreements.desk_surface import DeskSurface
from tws_desktop.ui.agreements.head_editor import HeadEditor
from tws_desktop.ui.agreements.reading import DeskState
from tws_desktop.ui.agreements.text_editor import TextEditor
from tws_desktop.ui.words import tr


class DeskText:
    """The tools and editors that lie over the paper of a desk."""

    def __init__(self, view: DeskSurface) -> None:
        self._view = view
        self.tools, self.editor, self.head = BlockTools(), TextEditor(), HeadEditor()
        for over in (self.tools, self.editor, self.head):
            over.setParent(view.paper.viewport())
            over.hide()
        self.editing: UUID | None = None
        self.drafts: dict[str, str] = {}
        self._next: UUID | None = None

    def wire(self) -> None:
        """Connects paper, tools and editors with what they do."""
        paper, tools, doing = self._view.paper, self.tools, self._view.doing
        self._view.leaving.connect(self.end_editing)
        paper.edit_wanted.connect(self.begin_editing)
        paper.add_wanted.connect(self.add_to)
        paper.delete_wanted.connect(self.delete)
        tools.variant_wanted.connect(self.variant)
        tools.option_wanted.connect(self.option)
        tools.edit_wanted.connect(lambda: self._with_unit(self.begin_editing))
        tools.add_wanted.connect(lambda: self._with_unit(self.add_behind))
        tools.move_wanted.connect(lambda by: self._with_unit(lambda unit: doing.move(unit, by)))
        tools.right_wanted.connect(lambda right: self._with_unit(lambda unit: doing.right(unit, right)))
        tools.delete_wanted.connect(lambda: self._with_unit(self.delete))
        tools.resized.connect(paper.relay)
        self.editor.resized.connect(paper.relay)
        self.head.resized.connect(paper.relay)
        self.editor.done.connect(self.end_editing)
        self.head.done.connect(self.end_editing)
        self.editor.typed.connect(doing.draft)
        self.editor.settled.connect(lambda unit, text, parts: doing.text(unit, text, parts, self.editor.show_fault))
        self.head.settled.connect(lambda unit, title: doing.title(unit, title, self.head.show_fault))
        self.head.new_settled.connect(self.add_section)
        self._view.outline.add_wanted.connect(self.ask_section)

    def _with_unit(self, call: Callable[[UUID], None]) -> None:
        if self._view.unit is not None:
            call(self._view.unit)

    def begin_editing(self, unit_id: UUID) -> None:
        """Opens a unit's text or heading in its place."""
        state = self._view.state
        if state is None or unit_id not in state.outline.units:
            return
        self.end_editing()
        self._view.select(unit_id, reveal=True)
        unit = state.outline.units[unit_id]
        self.editing = unit_id
        if unit.parent_id is None:
            self.head.begin(unit_id, unit.title)
            self._view.paper.lay_over(self.tools, self.head)
            return
        text = editable_runs(unit.text)
        self._view.paper.lay_over(self.tools, self.editor)
        self.editor.begin(unit_id, text, marker_legend(state, text.parts), self.drafts.pop(str(unit_id), ""))
        self._view.paper.reveal(unit_id)

    def end_editing(self) -> None:
        """Hands on what is typed and shows the text again."""
        if self.editing is None:
            return
        was, self.editing = self.editing, None
        self.editor.settle()
        self.head.settle()
        self._view.paper.lay_over(self.tools if self._view.unit == was else None)
        if self._view.isVisible():
            self._view.paper.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_drafts(self, drafts: dict[str, str]) -> None:
        """Takes what was typed and not kept when the program ended."""
        self.drafts = dict(drafts)
        if self.drafts and self._view.state is not None:
            self.resume()

    def resume(self) -> None:
        """Opens the text that was being typed when the program ended."""
        for unit in tuple(self.drafts):
            if self._view.state is not None and self.editing is None and UUID(unit) in self._view.state.outline.units:
                self.begin_editing(UUID(unit))
                return

    def follow_editor(self, state: DeskState) -> None:
        """The open editor follows the stored text."""
        unit = state.outline.units.get(self.editing) if self.editing is not None else None
        if unit is not None and unit.parent_id is not None:
            text = editable_runs(unit.text)
            self.editor.take_over(text, marker_legend(state, text.parts))

    def add_to(self, section_id: UUID) -> None:
        """An Absatz at the end of a §."""
        self._view.doing.add_absatz(section_id, None, self.edit_when_there)

    def add_behind(self, unit_id: UUID) -> None:
        """An Absatz behind the selected one."""
        state = self._view.state
        if state is None:
            return
        unit = state.outline.units[unit_id]
        absatz = state.outline.absatz_of(unit)
        section = state.outline.section_of(unit)
        self._view.doing.add_absatz(section.id, absatz.id if absatz is not None else None, self.edit_when_there)

    def edit_when_there(self, unit_id: UUID) -> None:
        """Opens a new unit's text as soon as it is shown."""
        self._next = unit_id
        self.begin_wanted()

    def begin_wanted(self) -> None:
        """Opens the text of a unit that was made just now."""
        unit, state = self._next, self._view.state
        if unit is not None and state is not None and unit in state.outline.units:
            self._next = None
            self.begin_editing(unit)

    def over(self, unit: Unit) -> QWidget | None:
        """The editor that lies over the unit while it is edited."""
        if self.editing != unit.id:
            return None
        return self.head if unit.parent_id is None else self.editor

    def ask_section(self) -> None:
        """Asks for the heading of a new §; in an empty agreement the § is there at once."""
        state = self._view.state
        if self._view.unit is None and state is not None:
            first = next((one.unit_id for one in state.items if one.unit_id is not None), None)
            if first is None:
                part, title = state.outline.parts[0].id, tr("Neuer Paragraf")
                self._view.doing.add_section(part, title, None, self.edit_when_there, self.head.show_fault)
                return
            self._view.select(first, reveal=False)
        self.end_editing()
        if self._view.unit is not None and self._view.state is not None:
            section = self._view.state.outline.section_of(self._view.state.outline.units[self._view.unit])
            self._view.select(section.id, reveal=True)
            self.editing = section.id
            self.head.begin_new(section.id)
            self._view.paper.lay_over(self.tools, self.head)

    def add_section(self, after: UUID, title: str) -> None:
        """A new § behind another."""
        state = self._view.state
        if state is None:
            return
        part = state.outline.units[after].part_id if after in state.outline.units else state.outline.parts[0].id
        self._view.doing.add_section(part, title, after, self._view.go_to, self.head.show_fault)

    def delete(self, unit_id: UUID) -> None:
        """Deletes a unit; its neighbour is selected."""
        state = self._view.state
        if state is None:
            return
        self.editing = None
        unit = state.outline.units.get(unit_id)
        if unit is not None and unit.parent_id is not None:
            siblings = [one.id for one in state.outline.children(state.outline.units[unit.parent_id])]
            place = siblings.index(unit_id)
            left = siblings[:place] + siblings[place + 1 :]
            self._view.select(left[min(place, len(left) - 1)] if left else unit.parent_id, reveal=False)
        self._view.doing.delete(unit_id)

    def variant(self, variant: str, discard: bool) -> None:
        """Chooses another variant of the selected clause."""
        state = self._view.state
        if state is not None and (key := self.clause_key()):
            self._view.wanted = None
            first = state.outline.clause_units(key)[0].id
            self._view.select(first, reveal=True)
            self._view.doing.variant(key, variant, discard=discard)

    def option(self, option: str) -> None:
        """Puts an optional sentence in or takes it out."""
        if key := self.clause_key():
            self._view.doing.option(key, option)

    def next_variant(self) -> None:
        """The next variant of the selected clause."""
        card = self.card()
        if card is not None:
            self.tools.choose(card.following)

    def card(self) -> ClauseCard | None:
        """The clause of the selected unit."""
        state, unit = self._view.state, self._view.unit
        return clause_card(self._view.desk.catalog, state, unit) if state is not None and unit is not None else None

    def clause_key(self) -> str:
        """Key of the selected clause, empty for own text."""
        card = self.card()
        return card.key if card is not None else ""
