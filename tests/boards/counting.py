"""A counting board on a real store, as the room runs it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.narrowing import there
from tests.windows import bring_up, settle
from tws_desktop import boards as kinds
from tws_desktop.catalog.catalog import Catalog
from tws_desktop.domain.confidentiality import Level
from tws_desktop.domain.keeping import in_workshop
from tws_desktop.domain.results import Vote, VoteOption, VoteResult
from tws_desktop.domain.workshops import EntryKind, Step, Workshop
from tws_desktop.services import plants
from tws_desktop.services.boards import content as boards
from tws_desktop.services.boards import entries, forms, votes
from tws_desktop.services.boards.content import Content
from tws_desktop.services.boards.votes import VoteState
from tws_desktop.services.ports import Work
from tws_desktop.services.workshops import prepare
from tws_desktop.storage.store import OpenStore
from tws_desktop.ui.calls import Calls
from tws_desktop.ui.desk import Desk
from tws_desktop.ui.kit.buttons import Button

R = TypeVar("R")
TODAY = date(2026, 10, 12)


class Stage:
    """The board `key` of phase `number`; eleven people, two columns and two sentences of earlier phases."""

    def __init__(self, qtbot: QtBot, store: OpenStore, catalog: Catalog, form: str, number: str, key: str) -> None:
        self.qtbot, self.store, self.catalog, self.key = qtbot, store, catalog, key
        self.workshop, self.step = store.write(lambda work: self._make(work, form, number)).result()
        self.calls = Calls(store)
        self.desk = Desk(self.calls, catalog, lambda *_: None, lambda: TODAY)
        self.told: list[str] = []
        self.window = QWidget()
        content = store.read(self.read).result()
        self.view = kinds.view_type(content.board.kind)(self.desk, content)
        self.view.told.connect(self.told.append)
        self.view.said.connect(self.told.append)
        self.calls.changed.connect(lambda _: self.calls.read(self.read, self.view.show_content))
        QVBoxLayout(self.window).addWidget(self.view)
        bring_up(qtbot, self.window, 1000, 700)

    def _make(self, work: Work, form: str, number: str) -> tuple[Workshop, Step]:
        project = plants.add_project(work, plants.add_plant(work, "Werk").id, "Zukunft")
        workshop = prepare.create_workshop(work, project.id, self.catalog.formats[form], headcount=11)
        third = there(work.find(Step, workshop_id=workshop.id, number="3"))
        for board in third.boards:
            for text in ("Nachfolge fehlt", "Wissen geht"):
                if board.cards:
                    entries.add_entry(work, third.id, board.key, text, kind=EntryKind.CLUSTER)
                elif board.form:
                    forms.add_row(work, third.id, board, {"text": text}, TODAY)
        return workshop, there(work.find(Step, workshop_id=workshop.id, number=number))

    def read(self, work: Work) -> Content:
        return boards.content(work, self.catalog, self.step.id, self.key)

    @property
    def content(self) -> Content:
        return self.store.read(self.read).result()

    @property
    def votes(self) -> tuple[VoteState, ...]:
        """Every round with options and totals, as stored."""
        return self.store.read(lambda work: votes.vote_states(work, self.step.id, self.key)).result()

    def rows_of(self, kind: type[R]) -> tuple[R, ...]:
        return self.store.read(lambda work: work.all(kind)).result()

    def options(self, *texts: str) -> None:
        board = self.content.board

        def add(work: Work) -> None:
            vote = votes.begin(work, self.step.id, board)
            for text in texts:
                votes.add_option(work, vote.id, text)

        self.store.write(add).result()
        self.idle()

    def totals(self) -> dict[str, dict[str, int]]:
        state = self.votes[-1]
        names: dict[UUID | None, str] = {option.id: option.text for option in state.options}
        return {names.get(key, ""): dict(buckets) for key, buckets in state.totals.items() if buckets}

    def idle(self) -> None:
        settle(self.store, self.calls)

    def type(self, text: str) -> None:
        """Type into what has the focus; a line break is Enter."""
        for part in text:
            key = QApplication.focusWidget()
            if part == "\n":
                self.qtbot.keyClick(key, Qt.Key.Key_Return)
            else:
                self.qtbot.keyClicks(key, part)
        self.idle()

    def press(self, words: str) -> None:
        """Click the visible button that says `words`."""
        found = [
            b for b in self.window.findChildren(Button) if b.isVisible() and words in (b.words, b.accessibleName())
        ]
        assert found, words
        self.qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)
        self.idle()

    def slide_words(self) -> str:
        """All that the beamer would show now."""
        shown = self.view.own_slide() or kinds.slide(self.content, self.catalog, Level.COUNCIL)
        return repr(shown)

    def undo(self) -> str:
        return self.store.write(lambda work: work.undo(in_workshop(self.workshop.id))).result()

    def chips(self) -> list[str]:
        return [chip.text for chip in self.view.chips()]


RECORDS = (Vote, VoteOption, VoteResult)


Open = Callable[[str, str, str], Stage]
"""Opens a board by format, phase and key."""
