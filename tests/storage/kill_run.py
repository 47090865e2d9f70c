"""Run in a process of its own (see test_changeover.py): a child is killed at each file operation of the change."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import sys
from pathlib import Path
from typing import Any
from uuid import uuid4

from tws_desktop.domain.errors import StoreRefused
from tws_desktop.domain.keeping import IN_STORE
from tws_desktop.domain.plants import Plant
from tws_desktop.services.ports import Work
from tws_desktop.storage import database, key_slots
from tws_desktop.storage import store as stores

PASSPHRASE, NAME = "blau Kran Montag", "Gießerei Nordsaar"
CODE = key_slots.new_recovery_code()
MOST = 200


def _fast(slot: key_slots.Slot, secret: str) -> bytes:
    return hashlib.sha256(slot.salt + secret.encode()).digest()


def _make(folder: Path) -> bytes:
    store = stores.create(folder)

    def use_case(work: Work) -> None:
        work.action("Betrieb angelegt", IN_STORE)
        work.add(Plant(uuid4(), NAME))

    store.write(use_case).result()
    key = store._key
    store.close()
    return key


def _dying(at: int) -> None:
    """Counts file operations; the process is gone before the one with that number."""
    count = 0

    def around(name: str) -> None:
        real = getattr(os, name)

        def call(*args: Any, **kwargs: Any) -> Any:
            nonlocal count
            count += 1
            if count == at:
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*args, **kwargs)

        setattr(os, name, call)

    for name in ("replace", "unlink", "fsync"):
        around(name)


def _child(folder: Path, at: int) -> bool:
    """Whether the change came to its end."""
    child = os.fork()
    if child == 0:
        _dying(at)
        store = stores.open_store(folder)
        store.first_passphrase(PASSPHRASE, CODE).result()
        os._exit(0)
    return os.waitpid(child, 0)[1] == 0


def _names(folder: Path, secret: str) -> list[str]:
    store = stores.open_store(folder, secret)
    try:
        return [plant.name for plant in store.read(lambda work: work.all(Plant)).result()]
    finally:
        store.close()


def _opens(folder: Path, key: bytes) -> bool:
    try:
        database.connect(folder / database.FILE_NAME, key).close()
    except StoreRefused:
        return False
    return True


def main(base: Path) -> None:
    key_slots._derive = _fast
    old_key = _make(base / "vorher")
    for at in range(1, MOST):
        folder = base / str(at)
        shutil.copytree(base / "vorher", folder)
        ended = _child(folder, at)
        locked = stores.needs_passphrase(folder)
        secrets = (PASSPHRASE, CODE) if locked else ("",)
        whole = all(_names(folder, secret) == [NAME] for secret in secrets)
        left = [path.name for path in folder.iterdir() if "neu" in path.name]
        old = _opens(folder, old_key)
        sys.stdout.write(f"{at} ended={ended} locked={locked} whole={whole} old={old} left={left}\n")
        if ended:
            return


if __name__ == "__main__":
    main(Path(sys.argv[1]))
