"""The place „Vereinbarungen“: the list, and the desk of one agreement with its header."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from tws_desktop.domain.agreement_types import AnnexKind
from tws_desktop.domain.clauses import VariantId
from tws_desktop.domain.confidentiality import Level
from tws_desktop.ui.agreements.annex_panel import AnnexPanel
from tws_desktop.ui.agreements.changes_panel import ChangesPanel
from tws_desktop.ui.agreements.compare_panel import ComparePanel
from tws_desktop.ui.agreements.desk_view import DeskView
from tws_desktop.ui.agreements.frame_panel import FramePanel
from tws_desktop.ui.agreements.freeze_panel import FreezePanel
from tws_desktop.ui.agreements.list_view import AgreementList
from tws_desktop.ui.agreements.output_panel import FAULTS, OutputPanel, Writer
from tws_desktop.ui.agreements.reading import DeskState
from tws_desktop.ui.agreements.sheet import ANNEX, Block
from tws_desktop.ui.agreements.template_panel import TemplatePanel
from tws_desktop.ui.desk import Desk
from tws_desktop.ui.jobs import JobRunner
from tws_desktop.ui.kit.chips import level_mark
from tws_desktop.ui.page import Action, ChipState, HeaderState, Page, Place
from tws_desktop.ui.words import tr

P = TypeVar("P", bound=QWidget)

LIST, DESK = "agreements", "agreement"


def address(agreement_id: UUID | None, unit_id: UUID | None = None) -> str:
    """The text for `Frame.open(Place.VEREINBARUNGEN, …)` that shows an agreement, at a unit if one is named."""
    if agreement_id is None:
        return f"{LIST}:"
    return f"{DESK}:{agreement_id}" + (f":{unit_id}" if unit_id is not None else "")


class AgreementsPage(Page):
    """`AgreementsPage(desk, write, executor)`: `write(document, path, kind, house_style) -> note` runs in `executor`.

    `told(sentence, undo)` is for the frame's toast.
    """

    told = Signal(str, object)

    def __init__(
        self,
        desk: Desk,
        write: Writer,
        executor: Executor,
        show_file: Callable[[Path], None] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.key, self.title, self.icon = Place.VEREINBARUNGEN, tr("Verein\u00adbarungen"), "file-pen-line"
        self._desk, self._write = desk, write
        self._jobs = JobRunner(executor, self)
        self._show_file = show_file
        self._saved = ""
        self._at_desk = False
        self._away = True
        self._stack: QStackedWidget | None = None
        desk.calls.saved.connect(self._note_saved)

    def widget(self) -> QWidget:
        """List and desk, one above the other; the desk and its panels are made when they are first wanted."""
        self._stack = QStackedWidget()
        self.list = AgreementList(self._desk)
        self.list.opened.connect(self.open_desk_at)
        self.list.shown.connect(self.header_changed)
        self.list.told.connect(self.told)
        self.list.plants_wanted.connect(lambda: self.open_wanted.emit(Place.BETRIEBE, ""))
        self._stack.addWidget(self.list)
        return self._stack

    @cached_property
    def desk_view(self) -> DeskView:
        """The desk of one agreement."""
        view = DeskView(self._desk)
        view.told.connect(self.told)
        view.text.tools.compare_wanted.connect(self._compare)
        view.paper.line_wanted.connect(self._open_line)
        view.evidence.checks.frame_wanted.connect(self._open_frame)
        view.evidence.checks.changes_wanted.connect(self._show_changes)
        view.evidence.checks.list_wanted.connect(lambda: self._open_output("docx", FAULTS))
        view.shown.connect(self.header_changed)
        view.shown.connect(self._follow)
        view.outline.back.clicked.connect(self.open_list)
        view.gone.connect(self.open_list)
        view.elsewhere.connect(self.open_desk_at)
        if self._stack is not None:
            self._stack.addWidget(view)
        return view

    @cached_property
    def output(self) -> OutputPanel:
        """Word and PDF."""
        return self._put(OutputPanel(self._desk, self._write, self._jobs, self._show_file))

    @cached_property
    def template(self) -> TemplatePanel:
        """Keeps the agreement as a template."""
        panel = self._put(TemplatePanel(self._desk))
        panel.kept.connect(self._template_kept)
        return panel

    @cached_property
    def frame_panel(self) -> FramePanel:
        """Title, parties, and annexes of text."""
        panel = self._put(FramePanel(self._desk))
        panel.told.connect(self._told_with_undo)
        return panel

    @cached_property
    def annex_panel(self) -> AnnexPanel:
        """Annexes that are tables."""
        panel = self._put(AnnexPanel(self._desk))
        panel.told.connect(self._told_with_undo)
        return panel

    @cached_property
    def changes(self) -> ChangesPanel:
        """What has changed since the last version."""
        panel = self._put(ChangesPanel(self._desk))
        panel.unit_wanted.connect(self.desk_view.go_to)
        return panel

    @cached_property
    def freeze(self) -> FreezePanel:
        """Freezes a version."""
        panel = self._put(FreezePanel())
        panel.freeze_wanted.connect(self._freeze_now)
        return panel

    @cached_property
    def compare(self) -> ComparePanel:
        """The variants of a clause side by side."""
        panel = self._put(ComparePanel(self._desk.catalog))
        panel.chosen.connect(self._take_variant)
        return panel

    def _put(self, panel: P) -> P:
        """A panel above the paper, made when it is asked for."""
        self.desk_view.put_panel(panel)
        return panel

    def _is_made(self, name: str) -> bool:
        return name in self.__dict__

    def _told_with_undo(self, sentence: str) -> None:
        self.told.emit(sentence, self.desk_view.doing.undo)

    def enter(self, thing: str) -> None:
        """Shows what `address` names; empty: as it was left, or the list for who is here already."""
        name, _, rest = thing.partition(":")
        was_away, self._away = self._away, False
        if name == DESK and rest:
            agreement, _, unit = rest.partition(":")
            self.open_desk_at(UUID(agreement), UUID(unit) if unit else None)
        elif name == LIST or not self._at_desk or not was_away:
            self.open_list()
        elif self.desk_view.state is not None:
            self.open_desk_at(self.desk_view.state.agreement.id)

    def leave(self) -> None:
        """Hands on what is typed."""
        self._away = True
        if self._is_made("frame_panel"):
            self.frame_panel.settle()
        if self._is_made("desk_view"):
            self.desk_view.close_agreement()
        if self._stack is not None:
            self.list.leave()

    def open_list(self) -> None:
        """Shows the list."""
        if self._stack is None:
            return
        self._at_desk = False
        if self._is_made("desk_view"):
            self.desk_view.close_agreement()
            self._close_panels()
        self._stack.setCurrentWidget(self.list)
        self.list.enter()
        self.header_changed.emit()

    def open_desk_at(self, agreement_id: UUID, unit_id: UUID | None = None) -> None:
        """Shows the desk of an agreement, at a unit if one is named: „Wo ist das geblieben“ from a card."""
        if self._stack is None:
            return
        self._at_desk = True
        self.list.leave()
        self._stack.setCurrentWidget(self.desk_view)
        self.desk_view.open_agreement(agreement_id, unit_id)
        self.header_changed.emit()

    def header(self) -> HeaderState:
        """List: the new one. Desk: where, title, draft, level, saved, output."""
        if self._stack is None or not self._at_desk:
            new = Action(tr("Neue Vereinbarung"), self._new, "plus")
            some = self._stack is not None and bool(self.list.listing.lines) and self.list.new.isHidden()
            return HeaderState(tr("Vereinbarungen"), saved=self._saved, filled=new if some else None)
        state = self.desk_view.state
        if state is None:
            return HeaderState(tr("Vereinbarung"))
        return HeaderState(
            state.agreement.title,
            state.crumbs,
            chips_of(state),
            saved=self._saved,
            actions=self._actions(),
            filled=Action(tr("Als Word ausgeben"), self._word, "file-down"),
        )

    def regions(self) -> tuple[QWidget, ...]:
        """The columns of the desk, or the list."""
        return self.desk_view.regions() if self._at_desk else ()

    def _actions(self) -> tuple[Action, ...]:
        return (
            Action(tr("Vorlage"), self._keep_template, "copy"),
            Action(tr("Einfrieren"), self._freeze, "snowflake"),
            Action(tr("PDF"), self._pdf, "file-text"),
        )

    def _new(self) -> None:
        self.list.open_form()

    def _word(self) -> None:
        self._open_output("docx")

    def _pdf(self) -> None:
        self._open_output("pdf")

    def _open_output(self, kind: str, edition: str = "") -> None:
        state = self.desk_view.state
        if state is not None:
            self.desk_view.leave()
            self._close_panels()
            self.output.open_for(state.agreement, kind, edition)

    def _freeze(self) -> None:
        state = self.desk_view.state
        if state is not None:
            self.desk_view.leave()
            self._close_panels()
            self.freeze.open_for(state)

    def _show_changes(self) -> None:
        state = self.desk_view.state
        if state is not None:
            self.desk_view.leave()
            self._close_panels()
            self.changes.open_for(state.agreement.id)

    def _compare(self) -> None:
        state, card = self.desk_view.state, self.desk_view.text.card()
        if state is not None and card is not None:
            self.desk_view.leave()
            self._close_panels()
            self.compare.open_for(state, card)

    def _take_variant(self, variant: str) -> None:
        self.desk_view.text.tools.choose(VariantId(variant))

    def _freeze_now(self) -> None:
        self.desk_view.doing.freeze(self.header_changed.emit)

    def _keep_template(self) -> None:
        state = self.desk_view.state
        if state is not None:
            self.desk_view.leave()
            self._close_panels()
            self.template.open_for(state.agreement.id, state.type_title)

    def _open_line(self, block: Block) -> None:
        state = self.desk_view.state
        if state is None or not block.opens:
            return
        self._close_panels()
        if not block.mark.startswith(ANNEX):
            self.frame_panel.open_heading(state)
            return
        slots = self._desk.catalog.agreement_types[state.agreement.type_key].annexes
        slot = next((one for one in slots if one.key == block.mark.removeprefix(ANNEX)), None)
        if slot is not None and slot.kind is AnnexKind.TABLE:
            self.annex_panel.open_for(state, slot)
        elif slot is not None and slot.kind is not AnnexKind.MEASURES:
            self.frame_panel.open_annex(state, slot)
        elif slot is not None:
            self.told.emit(tr("Der Maßnahmenplan kommt aus den Maßnahmen des Vorhabens."), None)

    def _follow(self) -> None:
        if self.desk_view.state is not None and self._is_made("annex_panel"):
            self.annex_panel.follow(self.desk_view.state)

    def _open_frame(self, place: str) -> None:
        """Opens what a finding without a unit names: the Rubrum or an annex."""
        state = self.desk_view.state
        if state is None:
            return
        heads = (one for one in state.blocks if one.is_head and one.mark.startswith(ANNEX))
        block = next((one for one in heads if one.text in place), None)
        self._open_line(block or state.blocks[0])

    def _close_panels(self) -> None:
        self.desk_view.panels.shut()

    def _template_kept(self, title: str) -> None:
        self.told.emit(tr("Vorlage „{title}“ behalten.").format(title=title), None)

    def _note_saved(self, moment: datetime) -> None:
        self._saved = tr("Gespeichert {time}").format(time=f"{moment:%H:%M}")
        self.header_changed.emit()


def chips_of(state: DeskState) -> tuple[ChipState, ...]:
    """„Entwurf 3“ and who may see what the desk shows: the most confidential thing the text rests on."""
    levels = [origin.level for origin in state.origins.values() if origin.nodes]
    level = max((Level.COUNCIL, *levels), key=list(Level).index)
    mark = level_mark(str(level))
    tone = "error" if level is Level.SECRET79 else "warn"
    return (
        ChipState(tr("Entwurf {number}").format(number=state.agreement.version), "file-pen-line", "accent"),
        ChipState(mark.name, mark.symbol, tone),
    )
