"""Title, subtitle, parties and who represents them; and the annexes that are written as a text."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tws_desktop.domain.agreement_types import AnnexSlot
from tws_desktop.domain.agreements import Party, UnitKind
from tws_desktop.services.agreements.annex_editing import change_heading, change_party, write_annex
from tws_desktop.services.agreements.outline import Outline
from tws_desktop.services.ports import Work
from tws_desktop.ui.agreements.reading import DeskState
from tws_desktop.ui.desk import Desk
from tws_desktop.ui.kit.buttons import filled, icon_button
from tws_desktop.ui.kit.fields import TextArea, TextField
from tws_desktop.ui.kit.flow_row import FlowRow
from tws_desktop.ui.kit.form_row import FormRow
from tws_desktop.ui.kit.panel import Panel
from tws_desktop.ui.words import tr

_SIDES = {"ag": tr("Arbeitgeber"), "br": tr("Betriebsrat"), "ig": tr("Gewerkschaft"), "vb": tr("Arbeitgeberverband")}


def annex_text(outline: Outline, slot: AnnexSlot) -> str:
    """The annex's paragraphs as a text to edit."""
    units = [
        child
        for unit in outline.sections()
        if unit.kind is UnitKind.ANNEX and unit.slot == slot.key
        for child in outline.children(unit)
    ]
    return "\n\n".join("".join(run for run in unit.text if isinstance(run, str)) for unit in units)


class FramePanel(Panel):
    """`open_heading(state)` or `open_annex(state, slot)`; kept by its button, and when it goes or shows another."""

    told = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(tr("Titel und Parteien"), "pen-line")
        self._desk = desk
        self._agreement: UUID | None = None
        self._annex: AnnexSlot | None = None
        self._parties: tuple[Party, ...] = ()
        close = icon_button(tr("Schließen"), "x")
        close.clicked.connect(self.hide)
        self.head_row.addWidget(close)
        self.fields: dict[str, TextField | TextArea] = {}
        self._known: dict[str, str] = {}
        self._rows: list[FormRow] = []
        self._host = QWidget()
        self._column = QVBoxLayout(self._host)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.keep = filled(tr("Übernehmen"), "check")
        self.keep.clicked.connect(self._keep)
        self.add(self._host)
        self.add(FlowRow(self.keep))
        self.hide()

    def open_heading(self, state: DeskState) -> None:
        """Reads the parties, then shows title, subtitle and parties."""
        self.settle()
        parts = tuple(part.id for part in state.outline.parts)
        self._agreement, self._annex = state.agreement.id, None
        self._desk.calls.read(
            lambda work: work.all(Party, part_id=parts), lambda parties: self._show_heading(state, parties)
        )

    def open_annex(self, state: DeskState, slot: AnnexSlot) -> None:
        """Shows the paragraphs of an annex."""
        self.settle()
        self._agreement, self._annex = state.agreement.id, slot
        self._clear()
        self.set_title(slot.title)
        text = annex_text(state.outline, slot)
        hint = tr("Absätze durch eine Leerzeile trennen")
        self._add("text", slot.title, TextArea(slot.title, text, least=4, most=12), hint)
        self._open("text")

    def settle(self) -> None:
        """Keeps what was typed and not kept yet."""
        if self._texts() != self._known:
            self._write()

    def hideEvent(self, event: QHideEvent) -> None:
        """What is typed is kept, however the panel goes."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.settle()

    def _show_heading(self, state: DeskState, parties: tuple[Party, ...]) -> None:
        self._parties = parties
        self._clear()
        self.set_title(tr("Titel und Parteien"))
        self._add("title", tr("Titel"), TextField(tr("Titel"), state.agreement.title))
        self._add("subtitle", tr("Untertitel"), TextField(tr("Untertitel"), state.agreement.subtitle))
        missing = ""
        for party in parties:
            side = _SIDES.get(party.side, party.side)
            for name, label in (("legal_name", tr("Name")), ("represented_by", tr("vertreten durch"))):
                key, words = f"{party.id}.{name}", f"{side}: {label}"
                self._add(key, words, TextField(words, getattr(party, name)))
                missing = missing or ("" if getattr(party, name) else key)
        self._open(missing or "title")

    def _add(self, key: str, label: str, field: TextField | TextArea, hint: str = "") -> None:
        row = FormRow(label, field, hint)
        if isinstance(field, TextField):
            field.returnPressed.connect(self._keep)
        self.fields[key] = field
        self._rows.append(row)
        self._column.addWidget(row)

    def _clear(self) -> None:
        self.fields.clear()
        self._known = {}
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows.clear()

    def _open(self, key: str) -> None:
        self._known = self._texts()
        self.show()
        self.fields[key].setFocus()

    def _texts(self) -> dict[str, str]:
        return {key: field.text() for key, field in self.fields.items()}

    def _keep(self) -> None:
        self._write(self.hide)

    def _write(self, then: Callable[[], object] = lambda: None) -> None:
        before, texts = self._known, self._texts()
        self._known = texts
        agreement, annex, parties, catalog = self._agreement, self._annex, self._parties, self._desk.catalog
        if agreement is None:
            return

        def use_case(work: Work) -> None:
            if annex is not None:
                write_annex(work, catalog, agreement, annex.key, texts["text"])
            else:
                change_heading(work, agreement, texts["title"], texts["subtitle"])
                for party in parties:
                    names = ("legal_name", "represented_by")
                    change_party(work, party.id, **{name: texts[f"{party.id}.{name}"] for name in names})

        def done(_: None) -> None:
            then()
            self.told.emit(tr("Übernommen."))

        def failed(sentence: str) -> None:
            self._known = before
            self._rows[0].set_fault(sentence)
            self.show()

        self._desk.calls.write(use_case, done, failed)
