"""Locked in the middle of a workshop, the window comes back to its room; it closes whatever the store says."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tws_desktop.app import desk_pages
from tws_desktop.app.looks import read_look
from tws_desktop.app.window import Program
from tws_desktop.domain.errors import StoreRefused
from tws_desktop.ui.page import Place
from tws_desktop.ui.style import apply

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


@dataclass
class _Pages:
    """Stands for the pages: a room is open, and what is opened is noted."""

    in_room: UUID | None = None
    went: list[tuple[str, UUID | None]] = field(default_factory=list)

    def leave_room(self) -> bool:
        self.in_room = None
        return True

    def open(self, key: str, thing: UUID | None) -> None:
        self.went.append((key, thing))

    def close(self) -> None:
        """Nothing is held."""


def test_after_unlocking_the_room_is_open_again(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    apply(qapp)
    program: Any = Program(qapp, tmp_path)
    workshop = uuid4()
    opened: Any = SimpleNamespace(store=SimpleNamespace(locks=True, close=lambda: None))
    before, after = _Pages(workshop), _Pages()
    program._opened, program.pages = opened, before
    program.frame.showMaximized()
    program._lock()
    qtbot.addWidget(program.frame)
    assert program.pages is None
    assert program.frame.windowState() & Qt.WindowState.WindowMaximized

    def pages(frame: Any, *_rest: Any) -> _Pages:
        frame.rail.add_place(Place.HEUTE, "Heute", "house")
        return after

    monkeypatch.setattr(desk_pages, "DeskPages", pages)
    program._enter(opened)
    assert after.went == [("room", workshop)]
    program.close()
    program._opened = None


def test_a_store_that_cannot_be_read_any_more_does_not_keep_the_window_from_closing(
    qapp: QApplication, tmp_path: Path
) -> None:
    def refuse(_use_case: object) -> None:
        raise StoreRefused("Nicht gelesen: Der Datenträger meldet einen Fehler.")

    apply(qapp)
    program: Any = Program(qapp, tmp_path)
    program._opened = SimpleNamespace(store=SimpleNamespace(read=refuse))
    program.frame.close()
    assert read_look(tmp_path).geometry
    program._opened = None
    program.close()
