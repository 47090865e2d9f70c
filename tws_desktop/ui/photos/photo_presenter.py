"""Between the photos shown and the store: reads rows and pictures, takes files in, asks for changes."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from tws_desktop.domain.attachments import Attachment, Picture
from tws_desktop.domain.confidentiality import Level
from tws_desktop.outside.images import read_image
from tws_desktop.services.ports import Work
from tws_desktop.services.workshops import photos
from tws_desktop.services.workshops.photos import PhasePhotos
from tws_desktop.ui.desk import Desk
from tws_desktop.ui.jobs import JobRunner
from tws_desktop.ui.pictures import scaled_image
from tws_desktop.ui.words import tr

_TABLES = frozenset({"attachments", "steps"})
_MOST_KEPT = 120


@dataclass
class _Batch:
    """Files chosen together: those still to read, the pictures made, and what was refused."""

    step_id: UUID
    paths: list[Path]
    count: int
    made: list[Picture] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


class PhotoPresenter(QObject):
    """`enter(workshop_id)` reads the photos; signals say what has to be shown anew."""

    shown = Signal()
    image_ready = Signal(str)
    progress = Signal(object, str)
    """The phase, and how far the taking in is; empty when it is done."""
    refused = Signal(object, str)
    """The phase, and what became of files that could not be read; empty when all could."""
    told = Signal(str)
    """What was just done, in the past tense; it can be undone."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.phases: tuple[PhasePhotos, ...] = ()
        self._workshop_id: UUID | None = None
        self._images: dict[tuple[str, int, int], QImage] = {}
        self._asked: set[tuple[str, int, int]] = set()
        self._readers = ThreadPoolExecutor(1, thread_name_prefix="fotos")
        self._jobs = JobRunner(self._readers, self)
        self._waiting: deque[_Batch] = deque()
        self._busy = False
        desk.calls.changed.connect(self._changed)

    def enter(self, workshop_id: UUID) -> None:
        """Shows the photos of a workshop."""
        self._workshop_id = workshop_id
        self.phases = ()
        self.refresh()

    def leave(self) -> None:
        """Forgets what is shown; files being read are still stored."""
        self._workshop_id = None
        self.phases = ()
        self._images.clear()
        self._asked.clear()

    def refresh(self) -> None:
        """Reads the rows again."""
        workshop_id = self._workshop_id
        if workshop_id is not None:
            self.desk.calls.read(
                lambda work: photos.of_workshop(work, workshop_id), lambda found: self._arrived(found, workshop_id)
            )

    def phase(self, step_id: UUID | None) -> PhasePhotos | None:
        """A phase with its photos."""
        return next((phase for phase in self.phases if phase.step.id == step_id), None)

    def photo(self, photo_id: UUID) -> tuple[PhasePhotos, int] | None:
        """The phase of a photo and its place in it."""
        for phase in self.phases:
            for place, photo in enumerate(phase.photos):
                if photo.id == photo_id:
                    return phase, place
        return None

    # -- pictures --------------------------------------------------------------------------------

    def image(self, photo: Attachment, width: int, height: int) -> QImage | None:
        """The picture at about that size; None while it is being read, then `image_ready` tells its hash."""
        key = (photo.picture, width, height)
        found = self._images.get(key)
        if found is None and key not in self._asked:
            self._asked.add(key)
            self.desk.calls.read(
                lambda work: scaled_image(work.picture(photo.picture).data, width, height),
                lambda image: self._image_arrived(key, image),
            )
        return found

    def _image_arrived(self, key: tuple[str, int, int], image: QImage) -> None:
        self._asked.discard(key)
        while len(self._images) >= _MOST_KEPT:
            self._images.pop(next(iter(self._images)))
        self._images[key] = image
        self.image_ready.emit(key[0])

    # -- changes ---------------------------------------------------------------------------------

    def add(self, step_id: UUID, paths: Sequence[Path]) -> None:
        """Reads files one after the other in a child process and stores what came of them in one step."""
        self._waiting.append(_Batch(step_id, list(paths), len(paths)))
        if not self._busy:
            self._read_next()

    def _read_next(self) -> None:
        self._busy = bool(self._waiting)
        if not self._busy:
            return
        batch = self._waiting[0]
        if not batch.paths:
            self._waiting.popleft()
            self._store(batch)
            self._read_next()
            return
        path = batch.paths.pop(0)
        words = tr("Foto {place} von {count} wird gelesen …")
        self.progress.emit(batch.step_id, words.format(place=batch.count - len(batch.paths), count=batch.count))

        def made(picture: Picture) -> None:
            batch.made.append(picture)
            self._read_next()

        def refused(sentence: str) -> None:
            batch.faults.append(sentence)
            self._read_next()

        self._jobs.run(lambda: read_image(path), made, refused)

    def _store(self, batch: _Batch) -> None:
        self.progress.emit(batch.step_id, "")
        self.refused.emit(batch.step_id, _together(batch.faults))
        count = len(batch.made)
        if count:
            told = tr("Foto hinzugefügt.") if count == 1 else tr("{count} Fotos hinzugefügt.").format(count=count)
            self._write(lambda work: photos.add(work, batch.step_id, batch.made), told)

    def describe(self, photo_id: UUID, words: str, failed: Callable[[str], None]) -> None:
        """Says what a photo shows."""
        self.desk.calls.write(lambda work: photos.describe(work, photo_id, words), None, failed)

    def set_level(self, photo_id: UUID, level: Level) -> None:
        """Changes who may see a photo."""
        self._write(lambda work: photos.set_level(work, photo_id, level))

    def move(self, photo_id: UUID, by: int) -> None:
        """Earlier or later in its phase."""
        found = self.photo(photo_id)
        if found is not None:
            place = found[1] + by
            self._write(lambda work: photos.move(work, photo_id, place))

    def put_under(self, photo_id: UUID, step_id: UUID) -> None:
        """To another phase."""
        self._write(lambda work: photos.put_under(work, photo_id, step_id), tr("Foto verschoben."))

    def strike(self, photo_id: UUID) -> None:
        """Takes a photo away."""
        self._write(lambda work: photos.strike(work, photo_id), tr("Foto gelöscht."))

    def _write(self, use: Callable[[Work], Any], told: str = "") -> None:
        self.desk.calls.write(use, lambda _: self.told.emit(told) if told else None)

    def _changed(self, tables: frozenset[str]) -> None:
        if tables & _TABLES:
            self.refresh()

    def _arrived(self, found: tuple[PhasePhotos, ...], workshop_id: UUID) -> None:
        if workshop_id == self._workshop_id and found != self.phases:
            self.phases = found
            self.shown.emit()


def _together(faults: Sequence[str]) -> str:
    """One sentence for all files that could not be read."""
    if len(faults) < 2:
        return "".join(faults)
    return tr("{first} Ebenso {count} weitere.").format(first=faults[0], count=len(faults) - 1)
