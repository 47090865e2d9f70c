"""What the formal check found, with the sentence that says what it does not say."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tws_desktop.services.agreements.findings import Finding, Severity
from tws_desktop.services.agreements.shelf import Shelf
from tws_desktop.ui.agreements.decisions import SEVERITY_LOOK, next_finding
from tws_desktop.ui.agreements.note_list import NoteList, NoteRow
from tws_desktop.ui.agreements.reading import DeskState
from tws_desktop.ui.kit.buttons import ButtonKind, small
from tws_desktop.ui.kit.flow_row import FlowRow
from tws_desktop.ui.kit.labels import Heading, WrapLabel
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr


def finding_rows(state: DeskState) -> tuple[NoteRow, ...]:
    """The findings in the order of the document; gaps stand in their own tab."""
    return tuple(_row(state, place, one) for place, one in enumerate(checked(state)))


def checked(state: DeskState) -> tuple[Finding, ...]:
    """The findings without the open gaps of the text."""
    return tuple(one for one in state.findings if one.severity is not Severity.OPEN or one.unit_id is None)


def _row(state: DeskState, place: int, one: Finding) -> NoteRow:
    icon, tone = SEVERITY_LOOK[one.severity]
    where = state.number_of(one.unit_id) if one.unit_id is not None else one.place or tr("ganze Vereinbarung")
    action = tr("Zeigen") if one.unit_id is not None else tr("Füllen") if one.severity is Severity.OPEN else ""
    meta = " · ".join(part for part in (one.severity.german, where) if part)
    return NoteRow(str(place), one.sentence, meta, icon, tone, tone, action=action)


class CheckPanel(QWidget):
    """The findings; `unit_wanted` shows the place of one, `list_wanted` gives them out as a paper."""

    list_wanted = Signal()
    changes_wanted = Signal()
    """What is different from the version that was frozen last."""
    unit_wanted = Signal(object)
    frame_wanted = Signal(str)
    """A finding outside the text (Rubrum, annex): its place."""

    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self._found: tuple[Finding, ...] = ()
        self._place = -1
        self._head = Heading(tr("Prüfung"))
        notice = shelf.disclaimers.get("D-CHECK")
        self._none = WrapLabel(tr("Keine Beanstandung."), "body", "text_2")
        self.notice = WrapLabel(notice.text if notice is not None else "", "caption", "text_2")
        self.list = NoteList(tr("Befunde"))
        self.list.opened.connect(self._open)
        self.list.action_pressed.connect(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, style().px(8), 0, style().px(8))
        self.give_out = small(tr("Mängelliste ausgeben"), "file-down", ButtonKind.QUIET)
        self.give_out.clicked.connect(self.list_wanted)
        for widget in (self._head, self._none):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        self.changes = small("", "git-compare", ButtonKind.QUIET)
        self.changes.clicked.connect(self.changes_wanted)
        column.addWidget(FlowRow(self.changes, self.give_out))
        column.addWidget(self.notice)

    def show_state(self, state: DeskState) -> None:
        """Shows the findings as they now are."""
        self._found = checked(state)
        last = state.agreement.version - 1
        self.changes.setText(tr("Änderungen seit Fassung {number}").format(number=last))
        self.changes.setVisible(last > 0)
        self.list.show_rows(finding_rows(state))
        self._none.setVisible(not self._found)
        self._place = min(self._place, len(self._found) - 1)

    def go_on(self) -> None:
        """Goes to the next finding."""
        self._place = next_finding(self._found, self._place)
        if self._place >= 0:
            self.list.select(str(self._place))
            self._open(str(self._place))

    def _open(self, key: str) -> None:
        self._place = int(key)
        found = self._found[self._place]
        if found.unit_id is not None:
            self.unit_wanted.emit(found.unit_id)
        elif found.severity is Severity.OPEN:
            self.frame_wanted.emit(found.place)
