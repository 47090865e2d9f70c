"""What the makers of the shipped samples share: a store of its own, ids that repeat, the package as JSON."""

from __future__ import annotations

import random
import tempfile
import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from unittest.mock import patch

from tws_desktop.catalog.catalog import Catalog, load_catalog
from tws_desktop.domain.confidentiality import Audience
from tws_desktop.domain.exchange.document import PackageKind
from tws_desktop.outside.packages import json_bytes
from tws_desktop.services.packages.giving import export_document
from tws_desktop.services.ports import Work
from tws_desktop.storage import store as stores

STAND = date(2026, 11, 23)
NOON = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
FOLDER = Path(__file__).parents[2] / "forms" / "samples"


def make(name: str, build: Callable[[Work, Catalog], uuid.UUID]) -> Path:
    """Build a sample in a store that is thrown away and write it as forms/samples/NAME.json."""
    numbers = random.Random(name)
    catalog = load_catalog()

    def next_id() -> uuid.UUID:
        return uuid.UUID(int=numbers.getrandbits(128), version=4)

    modules = _modules_with_ids()
    patches = [patch.object(module, "uuid4", next_id) for module in modules]
    with tempfile.TemporaryDirectory() as folder:
        store = stores.create(Path(folder) / "daten", clock=lambda: NOON)
        for each in patches:
            each.start()
        try:
            project_id = store.write(lambda work: build(work, catalog)).result()
            given = store.read(
                lambda w: export_document(
                    w, PackageKind.PROJECT, project_id, Audience.VERHANDLUNG, team_is_council=True
                )
            ).result()
        finally:
            for each in patches:
                each.stop()
            store.close()
    document = replace(given.document, id=name, lineage=f"beispiel-{name}", made=NOON)
    path = FOLDER / f"{name}.json"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(json_bytes(document))
    return path


def _modules_with_ids() -> list[Any]:
    import sys  # noqa: PLC0415

    return [
        module
        for name, module in sorted(sys.modules.items())
        if name.startswith("tws_desktop") and hasattr(module, "uuid4")
    ]
