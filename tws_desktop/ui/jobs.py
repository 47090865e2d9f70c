"""Work that takes a while, off the window's thread: writing papers."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from tws_desktop.domain.errors import Refused

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

R = TypeVar("R")


class JobRunner(QObject):
    """`run(job, then, failed)`: the job runs in the executor, the rest on the window's thread."""

    _arrived = Signal(object)

    def __init__(self, executor: Executor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor = executor
        self._arrived.connect(lambda arrive: arrive(), Qt.ConnectionType.QueuedConnection)

    def run(self, job: Callable[[], R], then: Callable[[R], None], failed: Callable[[str], None]) -> None:
        """`then` gets the result; a refusal or a failing file goes to `failed` as one sentence."""
        future = self._executor.submit(job)
        future.add_done_callback(lambda done: self._arrived.emit(lambda: _deliver(done, then, failed)))


def _deliver(done: Future[Any], then: Callable[[Any], None], failed: Callable[[str], None]) -> None:
    error = done.exception()
    if error is None:
        then(done.result())
    elif isinstance(error, Refused):
        failed(str(error))
    else:
        raise error
