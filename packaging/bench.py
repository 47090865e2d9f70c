"""Prints figures of the design's table, each next to its baseline measured in the same run."""

from __future__ import annotations

import compileall
import os
import statistics
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Callable
from pathlib import Path

from tws_desktop.catalog.catalog import load_catalog
from tws_desktop.domain.agreements import Agreement
from tws_desktop.domain.confidentiality import Audience
from tws_desktop.domain.keeping import IN_STORE
from tws_desktop.domain.plants import Plant
from tws_desktop.services.agreements.document import Edition, agreement_document
from tws_desktop.services.agreements.findings import findings
from tws_desktop.services.ports import Work
from tws_desktop.storage import store as stores

ROOT = Path(__file__).parents[1]
RUNS = 7
_BARE = (
    "from PySide6.QtWidgets import QApplication,QMainWindow\n"
    "a=QApplication([]);w=QMainWindow();w.show();a.processEvents()"
)
_OURS = (
    "from PySide6.QtWidgets import QApplication\nfrom pathlib import Path\n"
    "from tws_desktop.app.looks import dress,Look\n"
    "from tws_desktop.app.window import Program,new_application\na=new_application([]);dress(a,Look())\n"
    "p=Program(a,Path('{place}'));"
    "p.start();a.processEvents()\nimport os;os._exit(0)"
)


def median(measured: Callable[[], float], runs: int = RUNS) -> float:
    """The median of some runs."""
    return statistics.median(measured() for _ in range(runs))


def wall(work: Callable[[], object]) -> float:
    """Seconds a piece of work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def first_paint() -> tuple[float, float]:
    """Process start to first painted window: ours and a bare window, taken in turn."""
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    with tempfile.TemporaryDirectory() as folder:

        def run(code: str) -> float:
            command = [sys.executable, "-c", code.replace("{place}", f"{folder}/daten")]
            return wall(lambda: subprocess.run(command, env=env, check=True, capture_output=True))

        pairs = [(run(_OURS), run(_BARE)) for _ in range(RUNS)]
    return statistics.median(p[0] for p in pairs), statistics.median(p[1] for p in pairs)


def durable_card(folder: Path) -> tuple[float, float, float]:
    """One action durable (encrypted, synchronous FULL): p50 and p99; and p50 of an append with fdatasync, in turn."""
    store = stores.create(folder / "daten")

    def add(work: Work) -> None:
        work.action("Betrieb angelegt", IN_STORE)
        work.add(Plant(uuid.uuid4(), "Werk"))

    with (folder / "anhang").open("ab", buffering=0) as file:

        def append() -> None:
            file.write(b"x" * 4096)
            os.fdatasync(file.fileno()) if hasattr(os, "fdatasync") else os.fsync(file.fileno())

        pairs = [(wall(lambda: store.write(add).result()), wall(append)) for _ in range(400)]
    store.close()
    ours = sorted(pair[0] for pair in pairs)
    return statistics.median(ours), ours[int(len(ours) * 0.99)], statistics.median(pair[1] for pair in pairs)


def agreement(folder: Path) -> tuple[float, float]:
    """Assemble and check the sample's agreement, in seconds."""
    from tws_desktop.app.samples import take_sample  # noqa: PLC0415

    catalog = load_catalog()
    store = stores.create(folder / "beispiel")
    take_sample(store, catalog)
    from datetime import date  # noqa: PLC0415

    def made(work: Work) -> tuple[float, float]:
        found = work.all(Agreement)[0].id
        today = date(2026, 11, 23)
        built = wall(lambda: agreement_document(work, catalog, found, Edition.CLEAN, Audience.GREMIUM, today))
        return built, wall(lambda: findings(work, catalog, found))

    figures = store.read(made).result()
    store.close()
    return figures


def line(name: str, ours: float, baseline: float, what: str) -> str:
    """One row: our milliseconds, the baseline's, and the ratio."""
    return f"{name:40} {ours * 1000:8.2f} ms {baseline * 1000:8.2f} ms {what:16} x {ours / baseline:.2f}\n"


def main() -> int:
    """Print the table."""
    out = sys.stdout.write
    compileall.compile_dir(ROOT / "tws_desktop", quiet=2)
    out(line("Erstes Bild", *first_paint(), "leeres Fenster"))
    with tempfile.TemporaryDirectory() as name:
        ours, slowest, floor = durable_card(Path(name))
        out(line("Eine Eingabe dauerhaft", ours, floor, "Anhang und Sync"))
        out(f"{'  davon 99 von 100 unter':40} {slowest * 1000:8.2f} ms\n")
        built, checked = agreement(Path(name))
        out(f"{'Vereinbarung des Beispiels':40} {built * 1000:8.2f} ms bauen, {checked * 1000:.2f} ms prüfen\n")
    from bench_agreements import FEW, MANY, agreements  # noqa: PLC0415
    from bench_documents import rows  # noqa: PLC0415
    from bench_kills import main as kills  # noqa: PLC0415
    from bench_window import main as window_rows  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as name:
        few, many = agreements(Path(name))
        out(line(f"Vereinbarung mit {MANY} Bausteinen", many, few, f"mit {FEW}"))
    window_rows()
    for row in rows():
        out(line(row.name, row.ours, row.baseline, "Vergleich"))
    return kills()


if __name__ == "__main__":
    sys.exit(main())
