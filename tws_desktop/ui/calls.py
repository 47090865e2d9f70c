"""Between pages and the store: use cases go down, results and facts come back on the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from tws_desktop.domain.errors import Refused
from tws_desktop.services.ports import Store, Work
from tws_desktop.ui.words import tr

R = TypeVar("R")


class Calls(QObject):
    """Runs use cases on the store and hands results to the window's thread; never blocks it."""

    changed = Signal(frozenset)
    """The tables a commit has changed; pages read their rows again."""
    saved = Signal(datetime)
    """A commit is durable, with its moment (local)."""
    refused = Signal(str)
    """A use case was refused and nobody else shows the sentence."""
    _arrived = Signal(object)

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._under_way = 0
        self._arrived.connect(lambda arrive: arrive(), Qt.ConnectionType.QueuedConnection)
        self._stop = store.listen(self._heard)

    @property
    def is_idle(self) -> bool:
        """Whether nothing is under way."""
        return self._under_way == 0

    def read(self, use_case: Callable[[Work], R], then: Callable[[R], None]) -> None:
        """Run a reading use case; `then` gets its result on the window's thread."""
        self._watch(lambda: self._store.read(use_case), then, None)

    def write(
        self,
        use_case: Callable[[Work], R],
        then: Callable[[R], None] | None = None,
        failed: Callable[[str], None] | None = None,
    ) -> None:
        """Run a writing use case; `then` follows its COMMIT, `failed` gets the sentence of a refusal."""
        self._watch(lambda: self._store.write(use_case), then, failed)

    def close(self) -> None:
        """Stop listening; what is queued still finishes in the store."""
        self._stop()

    def _heard(self, tables: frozenset[str]) -> None:
        self._arrived.emit(lambda: self._announce(tables))

    def _announce(self, tables: frozenset[str]) -> None:
        self.saved.emit(datetime.now().astimezone())
        self.changed.emit(tables)

    def _watch(
        self,
        post: Callable[[], Future[R]],
        then: Callable[[R], None] | None,
        failed: Callable[[str], None] | None,
    ) -> None:
        try:
            future = post()
        except Refused as refusal:
            (failed or self.refused.emit)(str(refusal))
            return
        self._under_way += 1
        future.add_done_callback(lambda done: self._arrived.emit(lambda: self._deliver(done, then, failed)))

    def _deliver(
        self, done: Future[Any], then: Callable[[Any], None] | None, failed: Callable[[str], None] | None
    ) -> None:
        self._under_way -= 1
        error = done.exception()
        if error is None:
            if then is not None:
                then(done.result())
        elif isinstance(error, Refused):
            (failed or self.refused.emit)(str(error))
        elif isinstance(error, KeyError):
            (failed or self.refused.emit)(tr("Das gibt es nicht mehr. Bitte die Liste neu öffnen."))
        else:
            raise error
