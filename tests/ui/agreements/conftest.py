"""The page of the agreements in a window, with a real store, the real catalogue and a small chain from card to vote."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, TypeVar

import pytest
from pytestqt.qtbot import QtBot

from tests.narrowing import there
from tests.services.agreements.conftest import Chain, make_chain
from tests.ui.fixtures import Look
from tests.windows import settle
from tws_desktop.app.writing import write_document
from tws_desktop.catalog.catalog import Catalog
from tws_desktop.domain.agreements import Agreement
from tws_desktop.services.agreements.drafting import create_agreement
from tws_desktop.services.agreements.outline import Outline, read_outline
from tws_desktop.storage.store import OpenStore
from tws_desktop.ui.agreements.desk_view import DeskView
from tws_desktop.ui.agreements.page import AgreementsPage, address
from tws_desktop.ui.agreements.reading import DeskState
from tws_desktop.ui.calls import Calls
from tws_desktop.ui.desk import Desk
from tws_desktop.ui.frame_view import Frame
from tws_desktop.ui.page import Place

R = TypeVar("R")
TODAY = date(2026, 11, 23)


class Here(Executor):
    """Runs a job at once, in the test's own thread."""

    def submit(self, fn: Callable[..., R], /, *args: Any, **options: Any) -> Future[R]:
        done: Future[R] = Future()
        try:
            done.set_result(fn(*args, **options))
        except Exception as error:  # noqa: BLE001  (the future carries it, as an executor's does)
            done.set_exception(error)
        return done


@dataclass
class Window:
    """The page, its store, and short ways to wait for it."""

    bot: QtBot
    store: OpenStore
    catalog: Catalog
    chain: Chain
    frame: Frame
    page: AgreementsPage
    calls: Calls
    opened: list[Path]

    @property
    def view(self) -> DeskView:
        return self.page.desk_view

    @property
    def state(self) -> DeskState:
        assert self.view.state is not None
        return self.view.state

    def read(self, use_case: Callable[..., R], *args: Any) -> R:
        return self.store.read(lambda work: use_case(work, *args)).result()

    def write(self, use_case: Callable[..., R], *args: Any, **options: Any) -> R:
        return self.store.write(lambda work: use_case(work, *args, **options)).result()

    def settle(self) -> None:
        """Until nothing is under way and what came of it is shown."""
        settle(self.store, self.calls)

    def outline(self) -> Outline:
        return self.read(read_outline, self.state.agreement.id)

    def text_of(self, clause_key: str) -> str:
        units = self.state.outline.clause_units(clause_key)
        return "\n".join(there(self.state.block_of(unit.id)).text for unit in units)

    def start(self, **options: Any) -> Agreement:
        """A ZV for the project, opened at the desk."""
        made = self.write(create_agreement, self.catalog, self.chain.project, "ZV", **options)
        self.frame.open(Place.VEREINBARUNGEN, address(made.id))
        self.bot.waitUntil(lambda: self.view.state is not None)
        self.settle()
        return made


@pytest.fixture
def window(qtbot: QtBot, look: Look, store: OpenStore, catalog: Catalog) -> Iterator[Window]:
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
