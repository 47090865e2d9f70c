"""Kills a writing process at random moments and counts what was acknowledged and is gone, and what cannot be read."""

from __future__ import annotations

import os
import random
import signal
import sys
import tempfile
import time
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path
from uuid import UUID, uuid4

from tws_desktop.domain.errors import StoreRefused
from tws_desktop.domain.keeping import IN_STORE, in_workshop
from tws_desktop.domain.plants import Plant, Project
from tws_desktop.domain.workshops import Entry, Step, Workshop
from tws_desktop.services.boards import entries
from tws_desktop.services.ports import Work
from tws_desktop.storage import store as stores

KILLS, LONGEST_LIFE = 100, 0.25


@dataclass(slots=True)
class Campaign:
    """What became of a number of kills: cards acknowledged, of these lost, and openings that failed."""

    kills: int = 0
    acknowledged: int = 0
    lost: int = 0
    unreadable: int = 0


def kill_often(kills: int) -> Campaign:
    """Kill a process that writes cards, `kills` times; each time the store is opened again and read."""
    campaign = Campaign()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "daten"
        store = stores.create(folder)
        step_id = store.write(_lay_out).result()
        store.close()
        chance = random.Random(kills)
        for _ in range(kills):
            campaign.kills += 1
            told = _short_life(folder, step_id, chance.uniform(0, LONGEST_LIFE))
            campaign.acknowledged += len(told)
            try:
                store = stores.open_store(folder)
            except StoreRefused:
                campaign.unreadable += 1
                break
            kept = store.read(lambda work: {entry.text for entry in work.all(Entry)}).result()
            store.write(_clear).result()
            store.close()
            campaign.lost += len(told - kept)
        campaign.unreadable += bool(_faults(folder))
    return campaign


def _lay_out(work: Work) -> UUID:
    work.action("Workshop angelegt", IN_STORE)
    plant, project = Plant(uuid4(), "Gießerei Nordsaar"), uuid4()
    workshop = Workshop(uuid4(), project, "K1", 1, "Bestandsaufnahme")
    step = Step(uuid4(), workshop.id, 1024, "Was verändert sich?")
    for row in (plant, Project(project, plant.id, "Zukunft"), workshop, step):
        work.add(row)
    return step.id


def _clear(work: Work) -> None:
    """The cards go, so that each reading stays as short as the first."""
    for entry in work.all(Entry):
        work.action("Karte gelöscht", in_workshop(entry.workshop_id))
        work.remove(entry)


def _short_life(folder: Path, step_id: UUID, seconds: float) -> set[str]:
    """Texts of the cards that a process told us were saved before it was killed; it lives `seconds` after it wakes."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            _write_on(folder, step_id, writing)
        finally:
            os._exit(1)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as said:
        said.readline()
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return {line.rstrip("\n") for line in said if line.endswith("\n")}


def _write_on(folder: Path, step_id: UUID, told: int) -> None:
    """Save card after card and tell of each once it is durable; never returns."""
    os.write(told, b"wach\n")
    store = stores.open_store(folder)
    for number in count():
        text = f"{os.getpid()} {number} Die Nachfolge ist offen"
        store.write(partial(entries.add_entry, step_id=step_id, board="karten", text=text)).result()
        os.write(told, f"{text}\n".encode())


def _faults(folder: Path) -> list[str]:
    store = stores.open_store(folder)
    try:
        return store.check().result()
    finally:
        store.close()


def main(kills: int = KILLS) -> int:
    """Print one row; 1 if anything was lost."""
    if not hasattr(os, "fork"):
        return 0
    found = kill_often(kills)
    sys.stdout.write(
        f"{'Getötet beim Schreiben':40} {found.kills} mal, {found.acknowledged} gemeldete Karten, "
        f"{found.lost} verloren, {found.unreadable} unlesbar\n"
    )
    return 1 if found.lost or found.unreadable else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:2])))
