"""Photos of what stood on the wall: pictures by their content, and what each belongs to."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from tws_desktop.domain.confidentiality import Level


class PictureKind(StrEnum):
    """How a picture is kept; the value is also the ending of its file."""

    JPEG = "jpg"
    PNG = "png"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as the child process wrote it anew: without metadata, upright, of a known size."""

    kind: PictureKind
    data: bytes = field(repr=False)
    width: int
    height: int

    @property
    def sha256(self) -> str:
        """The name of the content: the same picture is kept once."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True)
class Attachment:
    """A picture (by the hash of its content) on a thing such as a phase; `alt` says what it shows."""

    id: UUID
    thing: str
    thing_id: UUID
    picture: str
    alt: str
    rank: int
    level: Level = Level.COUNCIL
    revision: int = 0


OF_STEP = "steps"
"""The thing of an attachment that belongs to a phase."""
