"""Photos of a workshop's phases: add, describe, order, move, strike; each call is one undo step of the workshop."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID, uuid4

from tws_desktop.domain.attachments import OF_STEP, Attachment, Picture
from tws_desktop.domain.confidentiality import CYCLE, Level
from tws_desktop.domain.errors import InputRefused
from tws_desktop.domain.keeping import in_workshop
from tws_desktop.domain.text import TextKind, cleaned
from tws_desktop.domain.workshops import Step, StepKind, Workshop
from tws_desktop.services.ports import Work
from tws_desktop.services.ranks import last_rank, place

LEVELS = CYCLE
"""The levels a photo can have; a secret under § 79 is never photographed."""


@dataclass(frozen=True, slots=True)
class PhasePhotos:
    """A phase with its photos in order."""

    step: Step
    photos: tuple[Attachment, ...]


def of_step(work: Work, step_id: UUID) -> tuple[Attachment, ...]:
    """The photos of a phase in order."""
    return work.all(Attachment, thing=OF_STEP, thing_id=step_id)


def of_workshop(work: Work, workshop_id: UUID) -> tuple[PhasePhotos, ...]:
    """Every phase but the breaks, with its photos."""
    steps = work.all(Step, workshop_id=workshop_id)
    found = work.all(Attachment, thing=OF_STEP, thing_id=tuple(step.id for step in steps))
    return tuple(
        PhasePhotos(step, tuple(photo for photo in found if photo.thing_id == step.id))
        for step in steps
        if step.kind is not StepKind.BREAK or any(photo.thing_id == step.id for photo in found)
    )


def add(work: Work, step_id: UUID, pictures: Sequence[Picture]) -> tuple[Attachment, ...]:
    """Put pictures behind the photos of a phase, described as the wall of that phase, at the workshop's level."""
    step = work.get(Step, step_id)
    count = len(pictures)
    work.action("Foto hinzugefügt" if count == 1 else f"{count} Fotos hinzugefügt", in_workshop(step.workshop_id))
    usual = work.get(Workshop, step.workshop_id).default_level
    level = usual if usual in LEVELS else LEVELS[-1]
    there = list(of_step(work, step_id))
    made: list[Attachment] = []
    for picture in pictures:
        alt = _proposed(step, {photo.alt for photo in there})
        photo = Attachment(uuid4(), OF_STEP, step_id, work.keep_picture(picture), alt, last_rank(there), level)
        there.append(work.add(photo))
        made.append(photo)
    return tuple(made)


def _proposed(step: Step, taken: set[str]) -> str:
    wall = f"Pinnwand Phase {step.number}" if step.number else f"Pinnwand {step.title}"
    return next(
        name
        for number in range(1, len(taken) + 2)
        if (name := wall if number == 1 else f"{wall}, Foto {number}") not in taken
    )


def describe(work: Work, photo_id: UUID, alt: str) -> Attachment:
    """Say what a photo shows; the text stands below it and speaks for it."""
    photo = _begun(work, photo_id, "Bildbeschreibung geändert")
    words = cleaned(alt, TextKind.LINE).strip()
    if not words:
        raise InputRefused("Die Bildbeschreibung ist leer. Bitte in wenigen Wörtern sagen, was zu sehen ist.")
    return work.change(photo, alt=words)


def set_level(work: Work, photo_id: UUID, level: Level) -> Attachment:
    """Change who may see a photo."""
    if level not in LEVELS:
        raise InputRefused("Fotos tragen keine Geheimnisse nach § 79. Bitte eine andere Stufe wählen.")
    return work.change(_begun(work, photo_id, "Vertraulichkeit geändert"), level=level)


def move(work: Work, photo_id: UUID, index: int) -> Attachment:
    """Another place among the photos of its phase."""
    photo = _begun(work, photo_id, "Fotos umgestellt")
    moved: Attachment = place(work, photo, of_step(work, photo.thing_id), index)
    return moved


def put_under(work: Work, photo_id: UUID, step_id: UUID) -> Attachment:
    """To the end of another phase of the same workshop."""
    photo = _begun(work, photo_id, "Foto verschoben")
    if work.get(Step, step_id).workshop_id != work.get(Step, photo.thing_id).workshop_id:
        raise InputRefused("Diese Phase gehört zu einem anderen Workshop. Bitte eine aus diesem Ablauf wählen.")
    return work.change(photo, thing_id=step_id, rank=last_rank(of_step(work, step_id)))


def strike(work: Work, photo_id: UUID) -> None:
    """Take a photo away; undo brings it back, for its picture stays as long as that is possible."""
    work.remove(_begun(work, photo_id, "Foto gelöscht"))


def _begun(work: Work, photo_id: UUID, what: str) -> Attachment:
    photo = work.get(Attachment, photo_id)
    work.action(what, in_workshop(work.get(Step, photo.thing_id).workshop_id))
    return photo
