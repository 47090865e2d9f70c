"""Opening the encrypted file: key first, pragmas set and read back, newer files refused untouched."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import StaticPool

from tws_desktop.disk.whole_file import sync_folder
from tws_desktop.domain.errors import StoreRefused
from tws_desktop.storage.faults import DATABASE_FAULTS, is_full, refusal
from tws_desktop.storage.tables import META, SCHEMA, create_all

FILE_NAME = "werkstatt.db"
_APPLICATION_ID = 0x54575331
_OLDEST_SQLITE = (3, 51, 3)
_PRAGMAS: tuple[tuple[str, object, object], ...] = (
    ("cipher_memory_security", "OFF", None),
    ("foreign_keys", "ON", 1),
    ("journal_mode", "WAL", "wal"),
    ("synchronous", "FULL", 2),
    ("temp_store", "MEMORY", 2),
    ("secure_delete", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("mmap_size", 0, None),
    ("busy_timeout", 5000, 5000),
    ("cache_size", -16_000, None),
    ("wal_autocheckpoint", 8_000, 8_000),
)
"""The store thread moves the log into the file when it has nothing to do; `wal_autocheckpoint` is the bound
for a day without a pause.
"""


def connect(path: Path, key: bytes, *, read_only: bool = False) -> Any:
    """A raw connection, keyed and hardened; refuses a wrong key and an SQLite without encryption."""
    if sqlcipher.sqlite_version_info < _OLDEST_SQLITE:
        raise StoreRefused(f"SQLite {sqlcipher.sqlite_version} ist zu alt. Bitte das Programm neu installieren.")
    connection = sqlcipher.connect(str(path), isolation_level=None, check_same_thread=False)
    try:
        run = connection.execute
        _unlock(run, path, key)
        for name, value, expected in _PRAGMAS:
            run(f"PRAGMA {name} = {value}")
            if expected is not None:
                found = run(f"PRAGMA {name}").fetchone()
                if found is None or found[0] != expected:
                    raise StoreRefused(
                        f"Die Datei {path.name} lässt sich nicht sicher betreiben ({name}). Bitte Fachleute fragen."
                    )
        if read_only:
            run("PRAGMA query_only = ON")
    except sqlcipher.Error as error:
        connection.close()
        raise refusal(error, f"Die Datei {path.name} lässt sich nicht öffnen") from error
    except BaseException:
        connection.close()
        raise
    return connection


def _unlock(run: Callable[[str], Any], path: Path, key: bytes) -> None:
    run("PRAGMA cipher_log_level = NONE")
    run(f"PRAGMA key = \"x'{key.hex()}'\"")
    if not run("PRAGMA cipher_version").fetchone():
        raise StoreRefused("Die Verschlüsselung fehlt in dieser Installation. Bitte das Programm neu installieren.")
    try:
        run("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlcipher.DatabaseError as error:
        if "not a database" not in str(error):
            raise
        raise StoreRefused(
            f"Die Datei {path.name} lässt sich mit diesem Schlüssel nicht öffnen. Kennwort prüfen."
        ) from error


def _engine(open_connection: Callable[[], Any]) -> Engine:
    engine = create_engine(
        "sqlite+pysqlite://",
        creator=open_connection,
        module=sqlcipher,
        poolclass=StaticPool,
        hide_parameters=True,
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Any) -> None:
        mode = connection.get_execution_options().get("begin", "IMMEDIATE")
        connection.connection.driver_connection.execute(f"BEGIN {mode}")

    return engine


def create_database(path: Path, key: bytes, store_id: str) -> None:
    """Write a new empty store, which gets the name `path` only when it is whole.

    Raises:
        OSError, StoreRefused: nothing of it is left.
    """
    part = path.with_name(path.name + ".teil")
    _drop(part)
    try:
        raw = connect(part, key)
        engine = _engine(lambda: raw)
        try:
            raw.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
            create_all(engine)
            with engine.begin() as connection:
                rows = {"schema": str(SCHEMA), "store_id": store_id, "application": "tws-desktop"}
                connection.execute(META.insert(), [{"key": k, "value": v} for k, v in rows.items()])
                connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA}")
        finally:
            engine.dispose()
        _name_whole(part, path)
    except DATABASE_FAULTS as error:
        raise _as_os_error(error, path) from error
    finally:
        _drop(part)


def open_database(path: Path, key: bytes) -> Engine:
    """The store in `path`; a newer one is refused untouched."""
    if not path.is_file():
        raise StoreRefused(f"Die Datei {path} fehlt. Den Ordner prüfen oder eine Sicherung zurückspielen.")
    raw = connect(path, key)
    version = raw.execute("PRAGMA user_version").fetchone()[0]
    if version > SCHEMA:
        raw.close()
        raise StoreRefused(
            f"Die Datei {path.name} stammt von einer neueren Fassung des Programms. Bitte das Programm aktualisieren."
        )
    return _engine(lambda: raw)


def merge_log(connection: Any) -> None:
    """Move the log into the file. Where that fails nothing is lost: the log stays, the next write says why."""
    with contextlib.suppress(sqlcipher.DatabaseError):
        connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()


def copy_verified(source: Any, target: Path, key: bytes) -> None:
    """A verified copy of an open raw connection's file under the same key, renamed only when it is whole.

    Raises:
        OSError, StoreRefused: nothing of the copy is left.
    """
    part = target.with_name(target.name + ".teil")
    _drop(part)
    try:
        _export(source, part, key)
        if not _is_whole(part, key):
            raise StoreRefused(f"Die Sicherung {target.name} ist nicht heil geworden. Anderen Datenträger wählen.")
        _name_whole(part, target)
    except sqlcipher.Error as error:
        raise _as_os_error(error, target) from error
    finally:
        _drop(part)


def _export(source: Any, part: Path, key: bytes) -> None:
    with contextlib.suppress(sqlcipher.Error):
        source.execute("DETACH DATABASE copy")
    source.execute("ATTACH DATABASE ? AS copy KEY ?", (str(part), f"x'{key.hex()}'"))
    try:
        source.execute("SELECT sqlcipher_export('copy')")
        version = source.execute("PRAGMA user_version").fetchone()[0]
        source.execute(f"PRAGMA copy.user_version = {version}")
        source.execute(f"PRAGMA copy.application_id = {_APPLICATION_ID}")
    except sqlcipher.Error:
        if source.in_transaction:
            source.execute("ROLLBACK")
        raise
    finally:
        source.execute("DETACH DATABASE copy")


def _is_whole(part: Path, key: bytes) -> bool:
    check = connect(part, key, read_only=True)
    try:
        whole = check.execute("PRAGMA integrity_check").fetchone()[0]
        return whole == "ok" and not check.execute("PRAGMA cipher_integrity_check").fetchall()
    finally:
        check.close()


def _drop(part: Path) -> None:
    """Delete a file that came to nothing, with its log."""
    for end in ("", "-wal", "-shm", "-journal"):
        with contextlib.suppress(OSError):
            part.with_name(part.name + end).unlink(missing_ok=True)


def _name_whole(part: Path, path: Path) -> None:
    with part.open("r+b") as written:
        os.fsync(written.fileno())
    part.replace(path)
    sync_folder(path.parent)


def _as_os_error(error: Exception, path: Path) -> OSError:
    code = errno.ENOSPC if is_full(error) else errno.EIO
    return OSError(code, os.strerror(code), str(path))
