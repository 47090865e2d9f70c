"""Opening the store for the window, off its thread: SQLAlchemy and the forms load after the first paint."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from tws_desktop.domain.errors import Refused

if TYPE_CHECKING:
    from tws_desktop.catalog.catalog import Catalog
    from tws_desktop.services.ports import Work
    from tws_desktop.services.settings import Facilitator
    from tws_desktop.storage.store import OpenStore


class Door(StrEnum):
    """How the data place is found."""

    NEW = "new"
    LOCKED = "locked"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Opened:
    """An open store with the forms."""

    store: OpenStore
    catalog: Catalog


def door(place: Path) -> Door:
    """Whether there is a store in the data place, and whether it asks for a passphrase."""
    from tws_desktop.storage import store as stores  # noqa: PLC0415  (SQLAlchemy loads slowly)

    if not stores.exists(place):
        return Door.NEW
    return Door.LOCKED if stores.needs_passphrase(place) else Door.OPEN


def open_place(place: Path, secret: str = "") -> Opened:
    """Open the store of the data place."""
    from tws_desktop.catalog.catalog import load_catalog  # noqa: PLC0415
    from tws_desktop.storage import store as stores  # noqa: PLC0415

    return Opened(stores.open_store(place, secret), load_catalog())


def make_place(place: Path, passphrase: str, code: str, who: Facilitator, *, with_sample: bool) -> Opened:
    """Make the store of a first start, note the facilitator, take the sample over."""
    from tws_desktop.app.samples import take_sample  # noqa: PLC0415
    from tws_desktop.catalog.catalog import load_catalog  # noqa: PLC0415
    from tws_desktop.services.settings import set_facilitator  # noqa: PLC0415
    from tws_desktop.storage import store as stores  # noqa: PLC0415

    catalog = load_catalog()
    store = stores.create(place, passphrase, code)

    def note(work: Work) -> None:
        set_facilitator(work, who)

    try:
        store.write(note).result()
        if with_sample:
            take_sample(store, catalog)
    except Refused:
        store.discard()
        raise
    return Opened(store, catalog)


def new_code() -> str:
    """A recovery code to show at the first start."""
    from tws_desktop.storage.key_slots import new_recovery_code  # noqa: PLC0415

    return new_recovery_code()
