"""Taking packages over into the store."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tws_desktop.outside.packages import read_package
from tws_desktop.services.packages.known import Known
from tws_desktop.services.packages.taking import TakenOver, take_over
from tws_desktop.services.ports import Store

if TYPE_CHECKING:
    from tws_desktop.catalog.catalog import Catalog


def known(catalog: Catalog) -> Known:
    """What the catalogue knows, for reading packages."""
    return Known(
        catalog.formats,
        catalog.questionnaires,
        frozenset(catalog.methods),
        frozenset(catalog.clauses),
        frozenset(catalog.agreement_types),
    )


def take_package(store: Store, catalog: Catalog, path: Path, passphrase: str = "") -> TakenOver:
    """Take a package over, all or nothing; raises `PassphraseNeeded` for an encrypted one."""
    parcel = read_package(path, passphrase)
    return store.write(lambda work: take_over(work, parcel.document, known(catalog), parcel.pictures)).result()


def take_file(store: Store, catalog: Catalog, path: Path) -> tuple[str, ...]:
    """The same, as lines to print."""
    taken = take_package(store, catalog, path)
    return (f"{path.name}: {taken.sentence}", *taken.notices)
