"""What use cases and pages need of the store, said without a database."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime
from typing import Any, Protocol, TypeVar
from uuid import UUID

from tws_desktop.domain.attachments import Picture
from tws_desktop.domain.keeping import Happening, Scope

R = TypeVar("R")


class Work(Protocol):
    """One transaction over records (the dataclasses of `domain`): all of it happens, or none.

    Writes need an `action` first: it names the undo step and the place it belongs to.
    """

    def now(self) -> datetime:
        """The moment of this transaction, UTC."""

    def action(self, what: str, scope: Scope) -> None:
        """Name what the following writes are, for the history of a place; the first name of a transaction stands."""

    def barrier(self) -> None:
        """Nothing before this action can be undone afterwards (closed vote, erasure, import, frozen version)."""

    def get(self, kind: type[R], record_id: UUID, /) -> R:
        """The record; raises `KeyError` if there is none."""

    def find(self, kind: type[R], /, **where: Any) -> R | None:
        """The first record that matches, or None."""

    def last(self, kind: type[R], /, **where: Any) -> R | None:
        """The record with the highest rank among those that match, or None."""

    def all(self, kind: type[R], /, **where: Any) -> tuple[R, ...]:
        """All records that match (a tuple as value means: one of these), by rank where there is one."""

    def add(self, record: R) -> R:
        """Store a new record."""

    def change(self, record: R, **values: Any) -> R:
        """Store `values` into the record's row; returns the record as it then is. Unchanged values write nothing."""

    def remove(self, record: Any) -> None:
        """Delete the record's row; undo brings it back."""

    def keep_draft(self, thing: str, thing_id: str, field: str, text: str) -> None:
        """Keep unsettled keystrokes outside the history; an empty text forgets them."""

    def drafts(self, thing: str, thing_id: str) -> dict[str, str]:
        """Unsettled keystrokes of a thing by field."""

    def keep_picture(self, picture: Picture) -> str:
        """Keep a picture by its content and return its hash; kept once, outside the history."""

    def picture(self, sha256: str) -> Picture:
        """The picture of that hash; raises `KeyError` if there is none."""

    def quietly(self, record: R, **values: Any) -> R:
        """Store clock values of a phase's run outside the history: the clock is no undo step."""

    def undo(self, scope: Scope) -> str:
        """Undo the last action of a place and return its name; raises `UndoRefused` with a sentence."""

    def redo(self, scope: Scope) -> str:
        """Do again what was undone last in a place; raises `UndoRefused` with a sentence."""

    def history(self, scope: Scope) -> tuple[Happening, ...]:
        """What was done in a place, newest first."""


class Store(Protocol):
    """The open store: every call runs on the one thread that owns the connection."""

    def read(self, use_case: Callable[[Work], R]) -> Future[R]:
        """Run a use case that only reads."""

    def write(self, use_case: Callable[[Work], R]) -> Future[R]:
        """Run a use case in one transaction; the future is done after COMMIT, so the result is durable."""

    def listen(self, heard: Callable[[frozenset[str]], None]) -> Callable[[], None]:
        """Call `heard` with the changed tables after each commit (on the store's thread); returns how to stop."""

    def close(self) -> None:
        """Finish what is queued, then close the file."""
