"""The store: a folder with the encrypted file and its key slots, and the one thread that owns the connection."""

from __future__ import annotations

import queue
import threading
import uuid
from collections.abc import Callable
from concurrent.futures import Future
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Engine

from tws_desktop.disk.reasons import reason
from tws_desktop.domain.errors import StoreRefused
from tws_desktop.storage import changeover, database, key_slots, migrations, pictures
from tws_desktop.storage.faults import DATABASE_FAULTS, refusal
from tws_desktop.storage.kept import Kept
from tws_desktop.storage.tables import RECORDS
from tws_desktop.storage.work import SqlWork

R = TypeVar("R")

_MERGE_AFTER = 100
_QUIET_SECONDS = 1.0
Heard = Callable[[frozenset[str]], None]


def utc_now() -> datetime:
    """The present moment, UTC."""
    return datetime.now(UTC)


def exists(folder: Path) -> bool:
    """Whether a store lies in `folder`."""
    return (folder / database.FILE_NAME).is_file()


def needs_passphrase(folder: Path) -> bool:
    """Whether the store in `folder` asks for a passphrase."""
    changeover.settle(folder)
    return not key_slots.read_slots(folder).is_open


def create(
    folder: Path, passphrase: str = "", recovery_code: str = "", clock: Callable[[], datetime] = utc_now
) -> OpenStore:
    """A new store in `folder`; without a passphrase the key lies open beside it.

    The file gets its name last: until then there is no store in `folder`, and the next attempt begins anew.
    """
    if exists(folder):
        raise StoreRefused(f"In {folder} liegt schon ein Datenbestand. Einen anderen Ordner wählen.")
    store_id, key = str(uuid.uuid4()), key_slots.new_key()
    slots = (
        key_slots.locked_slots(store_id, key, passphrase, recovery_code)
        if passphrase
        else key_slots.open_slots(store_id, key)
    )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        key_slots.write_slots(folder, slots)
        database.create_database(folder / database.FILE_NAME, key, store_id)
    except OSError as error:
        raise StoreRefused(
            f"In {folder} lässt sich kein Datenbestand anlegen ({reason(error)}). Platz und Schreibrecht prüfen."
        ) from error
    return OpenStore(folder, key, database.open_database(folder / database.FILE_NAME, key), clock)


def open_store(folder: Path, passphrase: str = "", clock: Callable[[], datetime] = utc_now) -> OpenStore:
    """The store in `folder`; `passphrase` may also be the recovery code."""
    changeover.settle(folder)
    key = key_slots.unlock(key_slots.read_slots(folder), passphrase)
    engine = database.open_database(folder / database.FILE_NAME, key)
    try:
        migrations.bring_up(engine.raw_connection().driver_connection, folder, key, clock())
    except StoreRefused:
        engine.dispose()
        raise
    opened = OpenStore(folder, key, engine, clock)
    opened.sweep()
    return opened


class OpenStore:
    """`services.ports.Store`: work is queued to one thread and comes back as futures."""

    def __init__(self, folder: Path, key: bytes, engine: Engine, clock: Callable[[], datetime]) -> None:
        self.folder = folder
        self._key = key
        self._connect(engine)
        self._clock = clock
        self._unmerged = 0
        self._listeners: list[Heard] = []
        self._queue: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._serve, name="store", daemon=True)
        self._thread.start()

    def _connect(self, engine: Engine) -> None:
        self._engine = engine
        self._reading = engine.execution_options(begin="DEFERRED").connect()
        self._writing = engine.connect()
        self._kept = Kept()

    def _disconnect(self) -> None:
        self._reading.close()
        self._writing.close()
        self._engine.dispose()

    def _serve(self) -> None:
        while (job := self._next()) is not None:
            job()

    def _next(self) -> Callable[[], None] | None:
        """The next job; the log is moved into the file while nobody waits, never in the way of a save."""
        if self._unmerged >= _MERGE_AFTER:
            try:
                return self._queue.get(timeout=_QUIET_SECONDS)
            except queue.Empty:
                self._unmerged = 0
                database.merge_log(self._engine.raw_connection().driver_connection)
        return self._queue.get()

    def _post(self, work: Callable[[], R]) -> Future[R]:
        if not self._thread.is_alive():
            raise StoreRefused("Der Datenbestand ist geschlossen. Bitte das Programm neu öffnen.")
        future: Future[R] = Future()

        def job() -> None:
            try:
                result = work()
            except BaseException as error:  # noqa: BLE001  (handed to whoever waits for the future)
                future.set_exception(error)
            else:
                future.set_result(result)

        self._queue.put(job)
        return future

    def read(self, use_case: Callable[[SqlWork], R]) -> Future[R]:
        """Run a use case that only reads."""

        def work() -> R:
            try:
                with self._reading.begin() as turn:
                    try:
                        return use_case(SqlWork(self._reading, self._clock, self._kept))
                    finally:
                        turn.rollback()
            except DATABASE_FAULTS as error:
                raise refusal(error, "Nicht gelesen") from error

        return self._post(work)

    def write(self, use_case: Callable[[SqlWork], R]) -> Future[R]:
        """Run a use case in one transaction; done means durable."""

        def work() -> R:
            try:
                with self._writing.begin():
                    under_way = SqlWork(self._writing, self._clock)
                    result = use_case(under_way)
                    under_way.finish()
            except DATABASE_FAULTS as error:
                raise refusal(error, "Nicht gespeichert") from error
            self._unmerged += 1
            for table, row_id in under_way.written:
                self._kept.forget(RECORDS[table], row_id.hex)
            self._kept.forget_answers(under_way.touched)
            if under_way.touched:
                for heard in tuple(self._listeners):
                    heard(under_way.touched)
            return result

        return self._post(work)

    def listen(self, heard: Heard) -> Callable[[], None]:
        """Call `heard` with the changed tables after each commit; returns how to stop."""
        self._listeners.append(heard)
        return lambda: self._listeners.remove(heard) if heard in self._listeners else None

    def back_up(self, target: Path) -> Future[None]:
        """Write a verified copy of the file to `target`."""

        def work() -> None:
            raw: Any = self._engine.raw_connection().driver_connection
            database.copy_verified(raw, target, self._key)

        return self._post(work)

    def sweep(self) -> Future[int]:
        """Delete pictures that nothing shows and no undo can bring back; returns how many went."""

        def work() -> int:
            with self._engine.connect().execution_options(begin="IMMEDIATE") as connection, connection.begin():
                return pictures.sweep(connection)

        return self._post(work)

    def rewrap(self, passphrase: str) -> None:
        """Change the passphrase of a locked store; the recovery slot stays, "" lays the key open."""
        slots = key_slots.read_slots(self.folder)
        if slots.is_open and passphrase:
            raise StoreRefused("Dieser Datenbestand hat kein Kennwort. Ein erstes braucht einen neuen Schlüssel.")
        key_slots.write_slots(self.folder, key_slots.rewrapped(slots, self._key, passphrase))

    @property
    def locks(self) -> bool:
        """Whether the store has a passphrase."""
        return not key_slots.read_slots(self.folder).is_open

    def first_passphrase(self, passphrase: str, recovery_code: str) -> Future[None]:
        """Write all content into a new file under a new key that opens with these; the old file is replaced."""

        def work() -> None:
            slots = key_slots.read_slots(self.folder)
            if not slots.is_open:
                raise StoreRefused("Dieser Datenbestand hat schon ein Kennwort. Bitte das Kennwort ändern.")
            key = key_slots.new_key()
            raw: Any = self._engine.raw_connection().driver_connection
            locked = key_slots.locked_slots(slots.store_id, key, passphrase, recovery_code)
            changeover.prepare(raw, self.folder, key, locked)
            self._disconnect()
            self._swap(key)

        return self._post(work)

    def _swap(self, key: bytes) -> None:
        path, refusal = self.folder / database.FILE_NAME, None
        try:
            changeover.settle(self.folder)
        except OSError as error:
            if (self.folder / changeover.NEW_FILE).exists():
                changeover.drop(self.folder)
                key, refusal = self._key, error
        self._connect(database.open_database(path, key))
        self._key = key
        if refusal is not None:
            raise StoreRefused(
                f"Kennwort nicht gesetzt: {path} ist gerade von einem anderen Programm belegt. Dieses schließen und "
                "noch einmal versuchen. An den Daten ist nichts geändert."
            ) from refusal

    def check(self) -> Future[list[str]]:
        """What is wrong with the file: damaged pages, broken references; empty if nothing is."""

        def work() -> list[str]:
            raw: Any = self._engine.raw_connection().driver_connection
            whole = [row[0] for row in raw.execute("PRAGMA integrity_check") if row[0] != "ok"]
            pages = [str(row[0]) for row in raw.execute("PRAGMA cipher_integrity_check")]
            broken = [f"Verweis ins Leere in {row[0]}" for row in raw.execute("PRAGMA foreign_key_check")]
            return whole + pages + broken

        return self._post(work)

    def discard(self) -> None:
        """Close and delete a store that was made only just now, so that the next attempt begins anew."""
        self.close()
        for name in (database.FILE_NAME, *key_slots.NAMES):
            (self.folder / name).unlink(missing_ok=True)

    def close(self) -> None:
        """Finish what is queued, then close the file."""
        if self._thread.is_alive():
            self._queue.put(self._disconnect)
            self._queue.put(None)
            self._thread.join()
