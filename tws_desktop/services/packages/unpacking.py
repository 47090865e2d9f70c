"""New rows under new ids, and the memory of where each came from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar
from uuid import UUID, uuid4

from tws_desktop.domain.exchange.checks import KINDS, target
from tws_desktop.services.packages.known import Known
from tws_desktop.services.packages.pairs import unpack
from tws_desktop.services.ports import Work
from tws_desktop.services.ranks import GAP

R = TypeVar("R")


class Unpacking:
    """One taking over: the new id of each id in the file, what was added, and what to tell people."""

    def __init__(self, work: Work, kinds: Mapping[str, str], known: Known) -> None:
        self.work = work
        self.known = known
        self.ids = {old: uuid4() for old in kinds}
        self.added: dict[UUID, Any] = {}
        self.placed: dict[str, tuple[UUID, str]] = {}
        self.notices: list[str] = []
        self._kinds = kinds
        self._old: dict[UUID, str] = {}

    def new_id(self, reference: str) -> UUID:
        """The new id of what a reference in the file points to."""
        return self.ids[target(reference, self._kinds)]

    def fresh(self) -> UUID:
        """An id for what has none in the file."""
        return uuid4()

    def add(self, packed: Any, kind: type[R], place: str, **more: Any) -> R:
        """A new row from a shape; `place` is where it stands in the file."""
        old = getattr(packed, "id", "")
        row_id = more.pop("id", None) or (self.ids[old] if old else uuid4())
        if type(packed) in KINDS:
            self.placed[place] = (row_id, KINDS[type(packed)])
        return self.store(unpack(packed, kind, self.new_id, id=row_id, **more), old)

    def store(self, record: R, old: str = "") -> R:
        """Add a row; `old` is its id in the file."""
        row_id: UUID = record.id  # type: ignore[attr-defined]
        self.work.add(record)
        self.added[row_id] = record
        self._old[row_id] = old
        return record

    def names(self) -> dict[UUID, str]:
        """The id in the file of each added row, empty where it had none."""
        return dict(self._old)

    def ranked(self, packed: Iterable[Any]) -> list[tuple[Any, int]]:
        """Siblings with their rank: their own, or their place in the file."""
        return [(one, one.rank if one.rank is not None else number * GAP) for number, one in enumerate(packed, start=1)]

    def unknown(self, what: str, key: str, then: str) -> None:
        """Tell people once that the catalogue does not know `key` and what was done."""
        sentence = f"{what} „{key}“ ist hier unbekannt: {then}"
        if sentence not in self.notices:
            self.notices.append(sentence)
