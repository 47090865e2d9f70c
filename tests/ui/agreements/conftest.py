"""The page of the agreements in a window, with a real store, the real catalogue and a small chain from card to vote."""

from __future__ import annotations

from concurrent.futures import Executor, Future
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.services.agreements.conftest import Chain, make_chain
from tws_desktop.app.writing import write_document
from tws_desktop.catalog.catalog import Catalog, load_catalog
from tws_desktop.services.agreements.drafting import create_agreement
from tws_desktop.services.agreements.outline import read_outline
from tws_desktop.ui.agreements.page import AgreementsPage, address
from tws_desktop.ui.calls import Calls
from tws_desktop.ui.desk import Desk
from tws_desktop.ui.frame_view import Frame
from tws_desktop.ui.page import Place

TODAY = date(2026, 11, 23)


class Here(Executor):
    """Runs a job at once, in the test's own thread."""

    def submit(self, fn, /, *args, **options):
        done = Future()
        try:
            done.set_result(fn(*args, **options))
        except Exception as error:  # noqa: BLE001  (the future carries it, as an executor's does)
            done.set_exception(error)
        return done


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    return load_catalog()


@dataclass
class Window:
    """The page, its store, and short ways to wait for it."""

    bot: QtBot
    store: Any
    catalog: Catalog
    chain: Chain
    frame: Frame
    page: AgreementsPage
    calls: Calls
    opened: list[Path]

    @property
    def view(self):
        return self.page.desk_view

    @property
    def state(self):
        return self.view.state

    def read(self, use_case, *args):
        return self.store.read(lambda work: use_case(work, *args)).result()

    def write(self, use_case, *args, **options):
        return self.store.write(lambda work: use_case(work, *args, **options)).result()

    def settle(self) -> None:
        """Until nothing is under way and what came of it is shown."""
        for _ in range(4):
            self.store.read(lambda _: None).result()
            QApplication.processEvents()
            self.bot.waitUntil(lambda: self.calls.is_idle)

    def outline(self):
        return self.read(read_outline, self.state.agreement.id)

    def text_of(self, clause_key: str) -> str:
        units = self.state.outline.clause_units(clause_key)
        return "\n".join(self.state.block_of(unit.id).text for unit in units)

    def start(self, **options):
        """A ZV for the project, opened at the desk."""
        made = self.write(create_agreement, self.catalog, self.chain.project, "ZV", **options)
        self.frame.open(Place.VEREINBARUNGEN, address(made.id))
        self.bot.waitUntil(lambda: self.state is not None)
        self.settle()
        return made


@pytest.fixture
def window(qtbot, look, store, catalog):
    look("light", 1.0)
    chain = store.write(make_chain).result()
    calls = Calls(store)
    frame = Frame("TWS Desktop")
    opened: list[Path] = []

    def go(page: str, thing: object) -> None:
        frame.open(Place.VEREINBARUNGEN, f"{page}:{thing or ''}")

    desk = Desk(calls, catalog, go, lambda: TODAY, lambda: datetime(2026, 11, 23, 9, 0, tzinfo=UTC))
    page = AgreementsPage(desk, write_document, Here(), opened.append)
    page.told.connect(frame.toast.show_toast)
    frame.add(page)
    qtbot.addWidget(frame)
    frame.resize(1366, 768)
    frame.show()
    frame.open(Place.VEREINBARUNGEN)
    made = Window(qtbot, store, catalog, chain, frame, page, calls, opened)
    made.settle()
    yield made
    made.settle()
    calls.close()
