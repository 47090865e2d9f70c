"""What a writer reports about the file it wrote."""

from __future__ import annotations

from dataclasses import dataclass

from tws_desktop.documents.blocks import Gap, spans_of
from tws_desktop.documents.numbering import RefFault, Resolved


@dataclass(frozen=True, slots=True)
class WriteNote:
    """Open gaps, references without target, and how many signs no font could print."""

    open_gaps: int
    faults: tuple[RefFault, ...]
    unprintable: int = 0
    pages: int | None = None


def note_of(resolved: Resolved, unprintable: int = 0, pages: int | None = None) -> WriteNote:
    """The note for a resolved document; pages only where the writer lays out itself."""
    gaps = sum(isinstance(span, Gap) for block in resolved.document.blocks for span in spans_of(block))
    return WriteNote(gaps, resolved.faults, unprintable, pages)
