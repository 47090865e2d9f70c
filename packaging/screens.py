"""Renders every page with the sample, light, dark and at 200 %, to PNG files in a folder (default: screens/)."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QElapsedTimer
from PySide6.QtWidgets import QApplication

from tws_desktop.app.desk_pages import DeskPages
from tws_desktop.app.looks import Look, dress
from tws_desktop.app.opening import make_place
from tws_desktop.app.window import Program
from tws_desktop.domain.agreements import Agreement
from tws_desktop.domain.plants import Plant, Project
from tws_desktop.domain.workshops import Step, Workshop
from tws_desktop.services.ports import Work
from tws_desktop.services.settings import Facilitator
from tws_desktop.services.workshops import room

LOOKS = {"hell": Look("light", 1.0), "dunkel": Look("dark", 1.0), "200": Look("light", 2.0)}
PATIENCE_MS = 20_000


def settle(application: QApplication, pages: DeskPages) -> None:
    """Let what is under way arrive and be painted."""
    clock = QElapsedTimer()
    clock.start()
    quiet = 0
    while clock.elapsed() < PATIENCE_MS and quiet < 40:
        application.processEvents()
        quiet = quiet + 1 if pages.calls.is_idle else 0


def first_id(kind: Any, work: Work) -> UUID:
    """The id of the first record of a kind."""
    found: UUID = work.all(kind)[0].id
    return found


def stops(pages: DeskPages) -> dict[str, Callable[[], None]]:
    """Every page by its file name, with the way there."""
    store = pages.desk.calls._store  # noqa: SLF001  (the renderer reads ids, it is no page)
    ids: dict[Any, UUID] = {}
    for kind in (Plant, Project, Agreement):
        ids[kind] = store.read(partial(first_id, kind)).result()
    workshops = store.read(lambda work: work.all(Workshop)).result()
    check = next(workshop for workshop in workshops if workshop.format_key == "F01")
    steps = store.read(lambda work: work.all(Step, workshop_id=check.id)).result()
    ways: dict[str, Callable[[], None]] = {
        "01-heute": lambda: pages.open("today", None),
        "02-betriebe": lambda: pages.open("plants", None),
        "03-betrieb": lambda: pages.open("plant", ids[Plant]),
        "04-vorhaben": lambda: pages.open("project", ids[Project]),
        "05-workshops": lambda: pages.open("workshops", None),
        "06-neuer-workshop": lambda: pages.open("new_workshop", None),
        "07-vorbereiten": lambda: pages.open("workshop", check.id),
        "08-dokumente": lambda: pages.open("papers", check.id),
        "09-vereinbarungen": lambda: pages.open("agreements", None),
        "10-vereinbarung": lambda: pages.open("agreement", ids[Agreement]),
        "11-bibliothek": lambda: pages.open("library", None),
        "12-einstellungen": lambda: pages.open("settings", None),
        "13-papierkorb": lambda: pages.open("trash", None),
    }
    for number, step in enumerate((step for step in steps if step.boards), start=1):

        def enter(step_id: UUID = step.id) -> None:
            store.write(lambda work: room.go_to(work, check.id, step_id)).result()
            pages.open("room", check.id)

        ways[f"20-raum-{number}-{step.title.split()[0].lower().strip('?')}"] = enter
    return ways


def main(out: Path) -> int:
    """Write the pictures; the return value is the exit code."""
    application = QApplication(sys.argv[:1])
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "daten"
        dress(application, LOOKS["hell"])
        opened = make_place(place, "", "", Facilitator("M. Muster", "Moderation", "Völklingen"), with_sample=True)
        program = Program(application, place)
        program.frame.resize(1366, 768)
        program.frame.show()
        program._enter(opened)  # noqa: SLF001  (the store is open already)
        pages = program.pages
        if pages is None:
            return 1
        for look, values in LOOKS.items():
            dress(application, values)
            for name, go in stops(pages).items():
                go()
                settle(application, pages)
                program.frame.grab().save(str(out / f"{name}-{look}.png"))
            pages.leave_room()
        program.close()
    sys.stdout.write(f"Bilder liegen in {out}.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("screens")))
