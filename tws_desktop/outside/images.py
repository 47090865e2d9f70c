"""Foreign pictures, read only through the child process."""

from __future__ import annotations

from pathlib import Path

from tws_desktop.disk.whole_file import read_whole
from tws_desktop.domain.attachments import Picture, PictureKind
from tws_desktop.domain.errors import FileRefused
from tws_desktop.outside.child import ChildFailed, run_job

MOST_BYTES = 50 * 1024 * 1024
MOST_WRITTEN = 16 * 1024 * 1024
ENDINGS = ("jpg", "jpeg", "png")


def read_image(path: Path) -> Picture:
    """The picture in a file, written anew without metadata; raises `FileRefused` with name, fault and mend."""
    return renewed(path.name, read_whole(path, MOST_BYTES, "ist größer als 50 MB. Bitte das Foto kleiner speichern."))


def renewed(name: str, data: bytes) -> Picture:
    """The same for bytes; `name` is what people know them by."""
    try:
        answer = run_job("image", data)
    except ChildFailed as error:
        raise FileRefused(
            f"{name}: Das Lesen des Fotos brach ab. Bitte das Foto neu holen oder verkleinern."
        ) from error
    files = answer.get("files", [])
    if len(files) != 1 or len(files[0]) > MOST_WRITTEN:
        raise FileRefused(f"{name}: {answer.get('refused', 'Das Foto lässt sich nicht lesen. Bitte neu holen.')}")
    return Picture(PictureKind(answer["kind"]), files[0], answer["width"], answer["height"])
