"""The headless commands, through the same use cases as the window."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from tws_desktop.app import paths
from tws_desktop.app.locking import lock
from tws_desktop.app.writing import register, write_document
from tws_desktop.domain.confidentiality import Audience
from tws_desktop.domain.errors import FileRefused, Refused
from tws_desktop.services.ports import Work

if TYPE_CHECKING:
    from tws_desktop.catalog.catalog import Catalog
    from tws_desktop.storage.store import OpenStore

Out = Callable[[str], None]


def say(text: str) -> None:
    """One line on standard output."""
    sys.stdout.write(text + "\n")


def run(options: argparse.Namespace) -> int:
    """Do what the call says; 0 done, 1 refused with a sentence on stderr."""
    try:
        return _COMMANDS[options.call](options)
    except Refused as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 1
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


@contextmanager
def opened(options: argparse.Namespace) -> Iterator[OpenStore]:
    """The store of the call, made on first use without a passphrase, and closed at the end."""
    from tws_desktop.storage import store as stores  # noqa: PLC0415  (SQLAlchemy loads slowly)

    place = paths.data_place(options.data)
    held = lock(place)
    secret = sys.stdin.readline().rstrip("\r\n") if options.passphrase_stdin else ""
    if not stores.exists(place):
        store = stores.create(place)
    else:
        if stores.needs_passphrase(place) and not secret:
            secret = _asked()
        store = stores.open_store(place, secret)
    try:
        yield store
    finally:
        store.close()
        held.unlock()


def _asked() -> str:
    import getpass  # noqa: PLC0415

    if not sys.stdin.isatty():
        raise FileRefused("Der Datenbestand hat ein Kennwort. Mit --passphrase-stdin übergeben.")
    return getpass.getpass("Kennwort: ")


def catalog() -> Catalog:
    """The packaged forms."""
    from tws_desktop.catalog.catalog import load_catalog  # noqa: PLC0415

    return load_catalog()


def today() -> date:
    """The local day."""
    return datetime.now(UTC).astimezone().date()


def _id(text: str, what: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise FileRefused(f"„{text}“ ist keine Kennung. Mit „tws-desktop list {what}“ nachsehen.") from None


def export(options: argparse.Namespace) -> int:
    """Write one document."""
    from tws_desktop.app.exporting import made  # noqa: PLC0415

    path = Path(options.out).expanduser()
    audience = Audience(options.audience)
    with opened(options) as store:
        house = Path(options.house_style) if options.house_style else None
        if options.document == "paket" or options.format == "json":
            return _export_package(options, store, path, audience)
        ready = store.read(lambda work: made(work, catalog(), options, audience, today())).result()
        note = write_document(ready.document, path, options.format, house)
        register(store, path, options.format, audience, ready.left_out)
    say(str(path))
    if ready.left_out:
        say(f"Nicht enthalten wegen Vertraulichkeit: {ready.left_out}")
    if note:
        say(note)
    return 0


def _export_package(options: argparse.Namespace, store: OpenStore, path: Path, audience: Audience) -> int:
    from tws_desktop.app.exporting import write_package  # noqa: PLC0415

    left_out = write_package(store, options, audience, path)
    register(store, path, "paket", audience, left_out)
    say(str(path))
    if left_out:
        say(f"Nicht enthalten wegen Vertraulichkeit: {left_out}")
    if options.format == "json":
        say("Fotos stehen nie in einer .json-Datei. Mit --document paket reisen sie mit.")
    return 0


def take_in(options: argparse.Namespace) -> int:
    """Import packages, each all or nothing."""
    from tws_desktop.app.importing import take_file  # noqa: PLC0415

    with opened(options) as store:
        for name in options.files:
            for line in take_file(store, catalog(), Path(name).expanduser()):
                say(line)
    return 0


def listing(options: argparse.Namespace) -> int:
    """List things of the store or the catalogue."""
    from tws_desktop.app.listing import from_catalog, from_store  # noqa: PLC0415

    rows: list[Mapping[str, Any]] = from_catalog(catalog(), options.what)
    if not rows:
        with opened(options) as store:
            rows = store.read(lambda work: from_store(work, options.what)).result()
    if options.json:
        say(json.dumps(rows, ensure_ascii=False, indent=1, default=str))
    else:
        for row in rows:
            say("\t".join(str(value) for value in row.values()))
    return 0


def backup(options: argparse.Namespace) -> int:
    """Write a verified backup with its key slots."""
    from tws_desktop.storage.backups import back_up  # noqa: PLC0415

    with opened(options) as store:
        folder = Path(options.out).expanduser() if options.out else paths.backups(paths.data_place(options.data))
        say(str(back_up(store, folder)))
    return 0


def restore(options: argparse.Namespace) -> int:
    """Put a backup in the place of the store; the present one is kept beside it."""
    from tws_desktop.storage.backups import restore as put_back  # noqa: PLC0415

    place = paths.data_place(options.data)
    held = lock(place)
    try:
        kept = put_back(Path(options.file).expanduser(), place)
    finally:
        held.unlock()
    say(f"Sicherung zurückgespielt. Der bisherige Stand liegt in {kept}." if kept else "Sicherung zurückgespielt.")
    return 0


def doctor(options: argparse.Namespace) -> int:
    """Check forms and store; 1 if something is wrong."""
    from tws_desktop.ui.beamer.awake import hindrance  # noqa: PLC0415  (loads no window)

    faults = [str(fault) for fault in catalog().faults]
    with opened(options) as store:
        faults += store.check().result()
    for fault in faults:
        say(fault)
    if note := hindrance():
        say(f"Hinweis: {note}")
    say("Alles in Ordnung." if not faults else f"{len(faults)} Befunde.")
    return 1 if faults else 0


def demo(options: argparse.Namespace) -> int:
    """Run the sample through to its Word and PDF files."""
    from tws_desktop.app.demo import play  # noqa: PLC0415

    for path in play(Path(options.out).expanduser(), catalog(), today()):
        say(str(path))
    return 0


def check(options: argparse.Namespace) -> int:
    """Say what a draft agreement still lacks; 1 if there are findings."""
    from tws_desktop.app.listing import findings_of  # noqa: PLC0415

    def use_case(work: Work) -> list[str]:
        return findings_of(work, catalog(), _id(options.agreement, "agreements"))

    with opened(options) as store:
        found = store.read(use_case).result()
    for line in found:
        say(line)
    say(
        "Keine Beanstandung heißt nur: Die hinterlegten Formalregeln sind erfüllt."
        if not found
        else f"{len(found)} Befunde."
    )
    return 1 if found else 0


_COMMANDS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "backup": backup,
    "check": check,
    "demo": demo,
    "doctor": doctor,
    "export": export,
    "import": take_in,
    "list": listing,
    "restore": restore,
}
