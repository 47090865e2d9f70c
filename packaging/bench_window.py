"""How long the window stands still: the longest turn of its event loop while people work, and its memory.

A turn counts twice: on the wall clock, and as what the window's own thread computed (what other programs of the
machine took away is only in the first).
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from uuid import UUID, uuid4

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit

from bench_lists import lists, scrolled
from tws_desktop.app.desk_pages import DeskPages
from tws_desktop.app.looks import Look, dress
from tws_desktop.app.opening import make_place
from tws_desktop.app.window import Program, new_application
from tws_desktop.boards.cards.card_list import CardList
from tws_desktop.domain.agreements import Agreement
from tws_desktop.domain.keeping import in_workshop
from tws_desktop.domain.plants import Plant
from tws_desktop.domain.workshops import Entry, EntryKind, Step, Workshop
from tws_desktop.services.ports import Work
from tws_desktop.services.settings import Facilitator
from tws_desktop.services.workshops import room
from tws_desktop.storage.store import OpenStore

_QUIET_TURNS, _LONGEST_WAIT = 25, 8.0


@dataclass(frozen=True, slots=True)
class Stall:
    """What was done, the longest turn in seconds, what of it was computed, and seconds until all was quiet."""

    name: str
    wall: float
    computed: float
    whole: float


class Watch:
    """Runs the event loop and notes its longest turn."""

    def __init__(self, application: QApplication, pages: DeskPages) -> None:
        self._application, self._pages = application, pages

    def during(self, name: str, act: Callable[[], object]) -> Stall:
        """The longest turn from `act` until nothing is under way."""
        begun = time.perf_counter()
        longest = self._turn(act)
        quiet, last = 0, begun
        while quiet < _QUIET_TURNS and time.perf_counter() - begun < _LONGEST_WAIT:
            turn = self._turn(self._application.processEvents)
            longest = max(longest, turn, key=lambda found: found[1])
            busy = turn[1] > 0.0015 or not self._pages.calls.is_idle
            quiet, last = (0, time.perf_counter()) if busy else (quiet + 1, last)
            time.sleep(0.002)
        return Stall(name, longest[0], longest[1], last - begun)

    def rolling(self, name: str, cards: QAbstractItemView) -> Stall:
        """What one picture costs while a list scrolls."""
        frame = scrolled(self._application, cards)
        return Stall(name, frame, frame, frame)

    @staticmethod
    def _turn(work: Callable[[], object]) -> tuple[float, float]:
        wall, computed = time.perf_counter(), time.thread_time()
        work()
        return time.perf_counter() - wall, time.thread_time() - computed


def put_cards(work: Work, step: Step, board: str, cards: int, columns: int = 8) -> None:
    """A board with many cards in columns; each fifth lies in the tray."""
    work.action("Karten", in_workshop(step.workshop_id))
    made = [
        Entry(uuid4(), step.workshop_id, EntryKind.CLUSTER, f"Spalte {n}", step_id=step.id, board=board, rank=n * 1024)
        for n in range(columns)
    ]
    for column in made:
        work.add(column)
    for number in range(cards):
        parent: UUID | None = None if number % 5 == 0 else made[number % columns].id
        text = f"Karte {number}: Die Nachfolge in der Zerspanung ist offen, und das Wissen geht"
        card = Entry(uuid4(), step.workshop_id, EntryKind.CARD, text, step_id=step.id, board=board, symbol="problem")
        work.add(replace(card, parent_id=parent, rank=number * 1024))


def memory() -> float:
    """Resident memory of this process in MB; 0 where the system does not say."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0.0
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def _card_step(work: Work, workshop_id: UUID) -> tuple[Step, str]:
    for step in work.all(Step, workshop_id=workshop_id):
        for board in step.boards:
            if board.cards is not None and board.cards.cluster and not board.cards.works_on:
                return step, board.key
    raise LookupError("no board of cards")


def stalls(counts: tuple[int, ...] = (2_000, 5_000)) -> Iterator[Stall | float]:
    """Open the desk with the sample, walk through it, work on large boards; in between the memory in MB."""
    application = QApplication.instance() or new_application(sys.argv[:1])
    if not isinstance(application, QApplication):
        return
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "daten"
        dress(application, Look())
        opened = make_place(place, "", "", Facilitator("M. Muster", "Moderation", "Völklingen"), with_sample=True)
        program = Program(application, place)
        program.frame.resize(1366, 768)
        program.frame.show()
        application.processEvents()
        begun, computed = time.perf_counter(), time.thread_time()
        program._enter(opened)  # noqa: SLF001  (the store is open already)
        wall = time.perf_counter() - begun
        yield Stall("Schreibtisch mit Beispiel öffnen", wall, time.thread_time() - computed, wall)
        if program.pages is not None:
            watch = Watch(application, program.pages)
            yield from _walk(watch, program.pages, opened.store)
            yield memory()
            yield from _boards(watch, program.pages, opened.store, counts)
        program.close()


def _walk(watch: Watch, pages: DeskPages, store: OpenStore) -> Iterator[Stall]:
    yield watch.during("Heute lesen", lambda: None)
    plant, agreement, day = store.read(
        lambda work: (work.all(Plant)[0].id, work.all(Agreement)[0].id, _check(work).id)
    ).result()
    for key, thing, name in (
        ("plants", None, "Betriebe zeigen"),
        ("plant", plant, "Betrieb zeigen"),
        ("workshops", None, "Workshops zeigen"),
        ("workshop", day, "Workshop vorbereiten"),
        ("papers", day, "Dokument in der Vorschau"),
        ("agreements", None, "Vereinbarungen zeigen"),
        ("agreement", agreement, "Vereinbarung öffnen"),
        ("library", None, "Bibliothek zeigen"),
        ("today", None, "Zurück zu Heute"),
        ("plant", plant, "Betrieb zum zweiten Mal"),
        ("workshop", day, "Vorbereiten zum zweiten Mal"),
    ):
        yield watch.during(name, partial(pages.open, key, thing))
    store.write(lambda work: room.go_to(work, day, _card_step(work, day)[0].id)).result()
    yield watch.during("Workshop öffnen", partial(pages.open, "room", day))


def _boards(watch: Watch, pages: DeskPages, store: OpenStore, counts: tuple[int, ...]) -> Iterator[Stall]:
    lying = 0
    day = store.read(_check).result().id
    step, board = store.read(lambda work: _card_step(work, day)).result()
    for count in counts:
        pages.leave_room()
        store.write(partial(put_cards, step=step, board=board, cards=count - lying)).result()
        lying = count
        watch.during("", lambda: None)
        yield watch.during(f"Tafel mit {count} Karten öffnen", partial(pages.open, "room", day))
        line = next(found for found in _fields() if _takes_cards(found))
        line.setFocus()
        yield watch.during(f"Taste bei {count} Karten", partial(QTest.keyClicks, line, "N"))
        QTest.keyClicks(line, "eue Karte")
        watch.during("", lambda: None)
        yield watch.during(f"Karte bei {count} sichern", partial(QTest.keyClick, line, Qt.Key.Key_Return))
        undo = partial(QTest.keyClick, line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        yield watch.during(f"Rückgängig bei {count} Karten", undo)
        yield watch.rolling(f"Ein Bild beim Rollen bei {count} (95 von 100)", _tallest_list())


def _check(work: Work) -> Workshop:
    return next(workshop for workshop in work.all(Workshop) if workshop.format_key == "F01")


def _tallest_list() -> QAbstractItemView:
    shown = [view for window in QApplication.topLevelWidgets() for view in window.findChildren(CardList)]
    return max((view for view in shown if view.isVisible()), key=lambda view: view.height())


def _fields() -> list[QLineEdit]:
    return [field for window in QApplication.topLevelWidgets() for field in window.findChildren(QLineEdit)]


def _takes_cards(field: QLineEdit) -> bool:
    return field.isVisible() and type(field.parent()).__name__ == "CardInput"


def main() -> None:
    """Prints the table."""
    application = QApplication.instance() or new_application(sys.argv[:1])
    for row in stalls():
        if isinstance(row, float):
            sys.stdout.write(f"{'Speicher, Workshop-Tag offen':40} {row:8.0f} MB\n")
        else:
            steht, rechnet, ruhig = (seconds * 1000 for seconds in (row.wall, row.computed, row.whole))
            figures = f"{steht:8.0f} ms, gerechnet {rechnet:6.0f} ms, ruhig nach {ruhig:6.0f} ms"
            sys.stdout.write(f"{row.name:40} {figures}\n")
        sys.stdout.flush()
    if isinstance(application, QApplication):
        for name, ours, bare in lists(application):
            figures = f"{ours * 1000:8.2f} ms {bare * 1000:8.2f} ms nackte Liste     x {ours / bare:.2f}"
            sys.stdout.write(f"{name:40} {figures}\n")


if __name__ == "__main__":
    main()
