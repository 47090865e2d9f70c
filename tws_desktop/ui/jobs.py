"""Work that is neither the window's nor the store's: writing papers, on a thread of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

from tws_desktop.domain.errors import Refused

R = TypeVar("R")
Execute = Callable[[Callable[[], None]], None]


class JobRunner(QObject):
    """`run(job, done, failed)`: `job` elsewhere, then `done(result)` or `failed(sentence)` on the window's thread.

    `execute` takes a call and runs it; by default on the pool of the application.
    """

    _arrived = Signal(object)

    def __init__(self, execute: Execute | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._execute = execute or _on_pool
        self._arrived.connect(lambda arrive: arrive(), Qt.ConnectionType.QueuedConnection)

    def run(self, job: Callable[[], R], done: Callable[[R], None], failed: Callable[[str], None]) -> None:
        """Runs one job."""

        def call() -> None:
            try:
                result: Any = job()
            except Refused as refusal:
                sentence = str(refusal)
                self._arrived.emit(lambda: failed(sentence))
                return
            except Exception as error:  # noqa: BLE001  (a fault goes to the window's thread, where it is reported)
                fault = error
                self._arrived.emit(lambda: _raise(fault))
                return
            self._arrived.emit(lambda: done(result))

        self._execute(call)


def _raise(error: Exception) -> None:
    raise error


def _on_pool(call: Callable[[], None]) -> None:
    QThreadPool.globalInstance().start(QRunnable.create(call))
