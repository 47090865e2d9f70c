"""A part of a board that is shown before it has its place would flash up as a window, on the beamer too."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tws_desktop import boards as parts
from tws_desktop.catalog.catalog import Catalog
from tws_desktop.domain.workshops import Step
from tws_desktop.services import plants
from tws_desktop.services.boards import content as boards
from tws_desktop.services.boards.content import Content
from tws_desktop.services.ports import Work
from tws_desktop.services.workshops import prepare
from tws_desktop.storage.store import OpenStore
from tws_desktop.ui.calls import Calls
from tws_desktop.ui.desk import Desk
from tws_desktop.ui.style import Style


class Watch(QObject):
    """Notes every window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


@pytest.fixture
def watch(qapp: QApplication, dressed: Style) -> Iterator[Watch]:
    watch = Watch()
    qapp.installEventFilter(watch)
    yield watch
    qapp.removeEventFilter(watch)


def test_no_board_shows_a_window_while_it_is_made(qtbot: QtBot, watch: Watch, store: OpenStore, shelf: Catalog) -> None:
    calls = Calls(store)
    desk = Desk(calls, shelf, lambda *_: None, lambda: date(2026, 10, 12))

    def made(work: Work) -> list[Content]:
        project = plants.add_project(work, plants.add_plant(work, "Werk").id, "Zukunft")
        shown = [prepare.create_workshop(work, project.id, each, headcount=9) for each in shelf.formats.values()]
        steps = [step for workshop in shown for step in work.all(Step, workshop_id=workshop.id)]
        return [boards.content(work, shelf, step.id, board.key) for step in steps for board in step.boards]

    for content in store.write(made).result():
        view = parts.view_type(content.board.kind)(desk, content)
        qtbot.addWidget(view)
        assert watch.seen == [], content.board.key
    qtbot.waitUntil(lambda: calls.is_idle)
    calls.close()


def test_the_watch_sees_a_window(qtbot: QtBot, watch: Watch) -> None:
    stray = QWidget()
    qtbot.addWidget(stray)
    stray.setAccessibleName("Nur Verhandlungsteam")
    stray.setVisible(True)
    assert watch.seen == ["QWidget Nur Verhandlungsteam"]
