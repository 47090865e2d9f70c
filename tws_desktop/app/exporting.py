"""What `export` writes: a paper, an agreement, or a package."""

from __future__ import annotations

import argparse
import hashlib
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from tws_desktop import boards
from tws_desktop.disk.whole_file import write_for_others
from tws_desktop.domain.agreements import Agreement
from tws_desktop.domain.confidentiality import Audience
from tws_desktop.domain.errors import FileRefused
from tws_desktop.domain.exchange.document import PackageKind
from tws_desktop.domain.plants import Project
from tws_desktop.domain.workshops import Workshop
from tws_desktop.outside.packages import json_bytes, package_bytes
from tws_desktop.services.agreements import document as agreements
from tws_desktop.services.agreements.fault_list import fault_list
from tws_desktop.services.packages.giving import export_document, record_given_out
from tws_desktop.services.papers.choice import Order, project_paper, workshop_paper
from tws_desktop.services.papers.paper import Made
from tws_desktop.services.ports import Store, Work

if TYPE_CHECKING:
    from tws_desktop.catalog.catalog import Catalog

_KINDS = {
    "workshop": (Workshop, PackageKind.WORKSHOP, "workshops"),
    "project": (Project, PackageKind.PROJECT, "projects"),
    "agreement": (Agreement, PackageKind.AGREEMENT, "agreements"),
}
_EDITIONS = {"vereinbarung": agreements.Edition.CLEAN, "herkunft": agreements.Edition.INTERNAL}


def _chosen(options: argparse.Namespace) -> tuple[str, str]:
    return next((name, getattr(options, name)) for name in _KINDS if getattr(options, name))


def _found(work: Work, options: argparse.Namespace) -> tuple[str, UUID]:
    name, text = _chosen(options)
    kind, _, listed = _KINDS[name]
    try:
        thing_id = UUID(text)
    except ValueError:
        raise FileRefused(f"„{text}“ ist keine Kennung. Mit „tws-desktop list {listed}“ nachsehen.") from None
    if work.find(kind, id=thing_id) is None:
        raise FileRefused(f"Die Kennung {text} gibt es nicht. Mit „tws-desktop list {listed}“ nachsehen.")
    return name, thing_id


def made(work: Work, catalog: Catalog, options: argparse.Namespace, audience: Audience, today: date) -> Made:
    """The paper or agreement that the call asks for."""
    name, thing_id = _found(work, options)
    key = options.document
    if name == "agreement":
        if key == "maengel":
            return Made(fault_list(work, catalog, thing_id, audience, today), 0)
        if key == "synopse":
            raise FileRefused(
                "Für eine Synopse fehlt die Fassung des Arbeitgebers. Sie lässt sich in dieser Programmversion noch "
                "nicht einlesen; möglich sind vereinbarung, herkunft und maengel."
            )
        if key not in _EDITIONS:
            raise FileRefused(
                f"Das Dokument {key} gibt es für eine Vereinbarung nicht. "
                "Möglich sind vereinbarung, herkunft, maengel und paket."
            )
        paper = agreements.agreement_document(work, catalog, thing_id, _EDITIONS[key], audience, today)
        return Made(paper, agreements.left_out(work, thing_id, audience))
    make = workshop_paper if name == "workshop" else project_paper
    return make(work, catalog, thing_id, Order(key, audience, today, boards.report))


def write_package(store: Store, options: argparse.Namespace, audience: Audience, path: Path) -> int:
    """Write a package and note its base; how many things it leaves out. Plain JSON never has photos."""
    in_json = options.format == "json"

    def use_case(work: Work) -> int:
        name, thing_id = _found(work, options)
        given = export_document(work, _KINDS[name][1], thing_id, audience, with_photos=not in_json)
        data = json_bytes(given.document) if in_json else package_bytes(given.document, pictures=given.pictures)
        write_for_others(path, data)
        record_given_out(work, given, str(path), hashlib.sha256(data).hexdigest())
        return given.left_out

    return store.write(use_case).result()
