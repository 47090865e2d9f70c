"""What the settings page can do about the passphrase, off the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tws_desktop.app import paths
from tws_desktop.app.opening import Opened, new_code
from tws_desktop.storage.backups import back_up, readable_copies, remove_copies
from tws_desktop.ui.jobs import JobRunner
from tws_desktop.ui.settings.passphrase_panel import Done, Protection


def protection(opened: Opened, place: Path, jobs: JobRunner) -> Protection:
    """The passphrase of an open store."""
    store, folder = opened.store, paths.backups(place)

    def run(job: Callable[[], object], done: Done) -> None:
        jobs.run(job, lambda _result: done(""), done)

    def replace() -> None:
        copies = readable_copies(place, folder)
        back_up(store, folder)
        remove_copies(copies)

    return Protection(
        locks=lambda: store.locks,
        new_code=new_code,
        set_first=lambda new, code, done: run(lambda: store.first_passphrase(new, code).result(), done),
        change=lambda new, done: run(lambda: store.rewrap(new), done),
        old_copies=lambda: tuple(path.name for path in readable_copies(place, folder)),
        replace_copies=lambda done: run(replace, done),
    )
