"""What costs the same each time and never changes: the forms as shipped and a new store, made once per run."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import datetime
from functools import cache
from pathlib import Path

from tws_desktop.catalog.catalog import Catalog, load_catalog
from tws_desktop.storage import store as stores


@cache
def shipped() -> Catalog:
    """The forms as shipped; nothing in them can be changed."""
    return load_catalog()


@cache
def _new_files() -> dict[str, bytes]:
    with tempfile.TemporaryDirectory() as folder:
        stores.create(Path(folder)).close()
        return {file.name: file.read_bytes() for file in Path(folder).iterdir()}


def new_store(folder: Path, clock: Callable[[], datetime] = stores.utc_now) -> stores.OpenStore:
    """A store as `create` leaves it, in `folder`; every one has the same id and key."""
    folder.mkdir(parents=True)
    for name, content in _new_files().items():
        folder.joinpath(name).write_bytes(content)
    return stores.open_store(folder, clock=clock)
