"""What is given out for the negotiating team and taken over again is the same, row by row."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from tws_desktop.domain.confidentiality import Audience
from tws_desktop.domain.exchange.document import PackageKind
from tws_desktop.domain.keeping import Package
from tws_desktop.outside.packages import read_package, write_package
from tws_desktop.services.packages.giving import export_document
from tws_desktop.services.packages.known import Known
from tws_desktop.services.packages.taking import take_over
from tws_desktop.services.ports import Work
from tws_desktop.storage.store import OpenStore, create
from tws_desktop.storage.tables import RECORDS

KNOWN = Known(clauses=frozenset({"GEN-02"}))
CARRIED = {name: kind for name, kind in RECORDS.items() if name not in {"settings", "drafts", "register", "packages"}}
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


def rows(work: Work) -> dict[str, list[dict[str, Any]]]:
    """All rows of all tables a package carries, references and ids replaced by what they point to."""
    found: dict[str, Any] = {name: work.all(kind) for name, kind in CARRIED.items()}
    names: dict[str, str] = {}
    for table, held in found.items():
        names |= {str(one.id): f"{table}/{_words(one)}" for one in held}
    return {table: sorted((_row(record, names) for record in records), key=repr) for table, records in found.items()}


def everything(work: Work) -> list[Any]:
    """Every record a package carries."""
    kinds: Iterable[type[Any]] = CARRIED.values()
    return [record for kind in kinds for record in work.all(kind)]


def _words(record: Any) -> str:
    held = dataclasses.asdict(record)
    return repr({key: value for key, value in held.items() if not isinstance(value, UUID) and key not in _APART})


_APART = {"id", "revision", "text", "released", "picture"}


def _row(record: Any, names: Mapping[str, str]) -> dict[str, Any]:
    held = {
        name: value for name, value in dataclasses.asdict(record).items() if name not in {"id", "revision", "picture"}
    }
    return {name: _UUID.sub(lambda found: names[found[0]], _text(value)) for name, value in held.items()}


def _text(value: Any) -> str:
    return str(value) if isinstance(value, UUID) else repr(value)


@pytest.fixture
def second(tmp_path: Path, clock: Any) -> Any:
    opened = create(tmp_path / "zweite", clock=clock)
    yield opened
    opened.close()


def test_a_project_for_the_team_comes_back_row_by_row(
    store: OpenStore, second: OpenStore, make: Callable[[Work], Any], tmp_path: Path
) -> None:
    made = store.write(make).result()
    given = store.read(lambda w: export_document(w, PackageKind.PROJECT, made.project, Audience.VERHANDLUNG)).result()
    assert given.left_out == 0
    templates = store.read(lambda w: export_document(w, PackageKind.TEMPLATES, None, Audience.VERHANDLUNG)).result()
    whole = dataclasses.replace(given.document, templates=templates.document.templates)
    write_package(tmp_path / "alles.twspaket", whole, pictures=given.pictures)

    parcel = read_package(tmp_path / "alles.twspaket")
    taken = second.write(lambda w: take_over(w, parcel.document, KNOWN, parcel.pictures)).result()

    before, after = store.read(rows).result(), second.read(rows).result()
    assert all(before[table] for table in CARRIED), [table for table in CARRIED if not before[table]]
    for table in CARRIED:
        for was, new in zip(before[table], after[table], strict=True):
            for column in was:
                assert new[column] == was[column], (table, column)
    assert len(set(taken.ids.values())) == len(taken.ids)
    old = {str(record.id) for record in store.read(everything).result()}
    assert not old & {str(new) for new in taken.ids.values()}


def test_what_a_row_looked_like_is_kept_for_bringing_back(
    store: OpenStore, second: OpenStore, make: Callable[[Work], Any]
) -> None:
    made = store.write(make).result()
    given = store.read(lambda w: export_document(w, PackageKind.PROJECT, made.project, Audience.VERHANDLUNG)).result()
    second.write(lambda w: take_over(w, given.document, KNOWN, given.pictures)).result()
    package = second.read(lambda w: w.find(Package, direction="in")).result()
    assert package is not None
    assert (package.lineage, package.number) == (str(made.project), 1)
    entries = package.base["Entry"]
    assert str(made.card) in {old for _, old in entries.values()}
    assert str(made.card) not in entries
    assert given.base["Entry"][str(made.card)][1] == str(made.card)
