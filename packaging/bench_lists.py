"""A list of 20,000 rows: how long it takes to open, and the pictures while it scrolls, against a bare list of Qt."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView

from tws_desktop.ui.kit.row_list import RowList
from tws_desktop.ui.kit.rows import Row

ROWS, _FRAMES, _RUNS = 20_000, 60, 5


def scrolled(application: QApplication, view: QAbstractItemView) -> float:
    """Seconds of the window's own thread for one picture while the view scrolls; 95 of 100 stay below."""
    bar, taken = view.verticalScrollBar(), []
    for frame in range(_FRAMES):
        begun = time.thread_time()
        bar.setValue(bar.maximum() * (frame * 37 % _FRAMES) // _FRAMES)
        application.processEvents()
        taken.append(time.thread_time() - begun)
    return sorted(taken)[int(_FRAMES * 0.95)]


def lists(application: QApplication) -> tuple[tuple[str, float, float], ...]:
    """Name, our seconds and the bare list's, each taken in turn; medians."""
    rows = tuple(Row(str(number), f"Karte {number}", "Halle 3", "sticky-note") for number in range(ROWS))
    names = [row.title for row in rows]
    opened: list[tuple[float, float]] = []
    rolled: list[tuple[float, float]] = []
    for _ in range(_RUNS):
        made = [_opened(application, make) for make in (lambda: _ours(rows), lambda: _bare(names))]
        opened.append((made[0][1], made[1][1]))
        rolled.append((scrolled(application, made[0][0]), scrolled(application, made[1][0])))
        for view, _seconds in made:
            view.close()
            view.deleteLater()
    return (
        (f"Liste mit {ROWS} Zeilen öffnen", *_medians(opened)),
        ("  ein Bild beim Rollen (95 von 100)", *_medians(rolled)),
    )


def _opened(application: QApplication, make: Callable[[], QListView]) -> tuple[QListView, float]:
    begun = time.thread_time()
    view = make()
    view.resize(900, 700)
    view.show()
    application.processEvents()
    return view, time.thread_time() - begun


def _ours(rows: Sequence[Row]) -> QListView:
    view = RowList("Treffer")
    view.set_rows(rows)
    return view


def _bare(names: list[str]) -> QListView:
    view = QListView()
    view.setUniformItemSizes(True)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setModel(QStringListModel(names, view))
    return view


def _medians(pairs: list[tuple[float, float]]) -> tuple[float, float]:
    return statistics.median(pair[0] for pair in pairs), statistics.median(pair[1] for pair in pairs)
