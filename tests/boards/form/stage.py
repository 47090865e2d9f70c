"""A form board on a real store, driven like a person would."""

from __future__ import annotations

from datetime import date
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.narrowing import a, there
from tests.windows import bring_up, settle
from tws_desktop.boards.form.facts_area import FactsArea
from tws_desktop.boards.form.rows_area import RowsArea
from tws_desktop.boards.form.widget import Widget
from tws_desktop.catalog.catalog import Catalog
from tws_desktop.domain.keeping import in_workshop
from tws_desktop.domain.workshops import Step, Workshop
from tws_desktop.services import plants
from tws_desktop.services.boards import content as boards
from tws_desktop.services.boards.content import Content
from tws_desktop.services.ports import Work
from tws_desktop.services.workshops import prepare
from tws_desktop.storage.store import OpenStore
from tws_desktop.ui.calls import Calls
from tws_desktop.ui.desk import Desk

R = TypeVar("R")
TODAY = date(2026, 10, 12)


def words_in(field: QWidget) -> str:
    return field.text() if isinstance(field, QLineEdit) else a(QPlainTextEdit, field).toPlainText()


class Stage:
    """Board `key` of phase `number` of a format."""

    def __init__(self, qtbot: QtBot, store: OpenStore, catalog: Catalog, form: str, number: str, key: str) -> None:
        self.qtbot, self.store, self.catalog, self.key = qtbot, store, catalog, key
        self.workshop, self.step = store.write(lambda work: self._make(work, form, number)).result()
        self.told: list[str] = []
        self.open()

    def open(self) -> None:
        """Shows the board anew, as after a start of the program."""
        self.calls = Calls(self.store)
        self.desk = Desk(self.calls, self.catalog, lambda *_: None, lambda: TODAY)
        self.view = Widget(self.desk, self.content())
        self.area = self.view.area
        self.view.told.connect(self.told.append)
        self.calls.changed.connect(lambda _: self.calls.read(self._read, self.view.show_content))
        bring_up(self.qtbot, self.view, 900, 560)
        self.idle()

    def close(self) -> None:
        """As when the program ends."""
        self.idle()
        self.view.close()
        self.idle()
        self.calls.close()
        self.gone = (self.view, self.calls)

    def _make(self, work: Work, form: str, number: str) -> tuple[Workshop, Step]:
        plant = plants.add_plant(work, "Werk")
        project = plants.add_project(work, plant.id, "Zukunft")
        workshop = prepare.create_workshop(work, project.id, self.catalog.formats[form], headcount=11)
        return workshop, there(work.find(Step, workshop_id=workshop.id, number=number))

    def _read(self, work: Work) -> Content:
        return boards.content(work, self.catalog, self.step.id, self.key)

    def content(self) -> Content:
        return self.store.read(self._read).result()

    def idle(self) -> None:
        """All calls are through."""
        settle(self.store, self.calls)

    def all(self, kind: type[R]) -> tuple[R, ...]:
        return self.store.read(lambda work: work.all(kind, workshop_id=self.workshop.id)).result()

    @property
    def rows(self) -> RowsArea:
        return a(RowsArea, self.area)

    @property
    def facts(self) -> FactsArea:
        return a(FactsArea, self.area)

    def fill(self, field: QWidget, text: str) -> None:
        """Types over what stands in a field; Enter ends a line."""
        field.setFocus()
        if isinstance(field, QLineEdit):
            field.selectAll()
            field.insert(text)
            self.qtbot.keyClick(field, Qt.Key.Key_Return)
        else:
            a(QPlainTextEdit, field).selectAll()
            a(QPlainTextEdit, field).insertPlainText(text)

    def typed(self, key: str) -> str:
        """What stands in a field."""
        return words_in(self.field(key))

    def field(self, key: str) -> QWidget:
        for form in self.rows.view.forms:
            if key in form._fields:
                return form.field(key)
        raise AssertionError(key)

    def type(self, key: str, text: str) -> None:
        self.fill(self.field(key), text)
        self.rows.view.settle()
        self.idle()

    def enter(self, text: str) -> None:
        there(self.rows.input).field.setFocus()
        there(self.rows.input).field.insert(text)
        self.qtbot.keyClick(there(self.rows.input).field, Qt.Key.Key_Return)
        self.idle()

    def pick(self, row_id: UUID) -> None:
        self.rows.list.setFocus()
        self.rows.list.select(str(row_id))
        self.idle()

    def key_on_list(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.rows.list.setFocus()
        self.qtbot.keyClick(self.rows.list, key, held)
        self.idle()

    def undo(self) -> None:
        self.store.write(lambda work: work.undo(in_workshop(self.workshop.id))).result()
        self.idle()
