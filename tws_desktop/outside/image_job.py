"""What the child process does with a picture: only its points come through, upright and not too large."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from tws_desktop.domain.attachments import PictureKind
from tws_desktop.domain.errors import FileRefused

if TYPE_CHECKING:
    from PIL import Image

LONGEST_SIDE = 2400
QUALITY = 85
MOST_POINTS = {"JPEG": 200_000_000, "PNG": 60_000_000}
"""A JPEG is made smaller while it is read, a PNG only afterwards."""
_FEW_COLOURS = 256
_HEIF = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"avif", b"avis")


def renew_image(data: bytes) -> dict[str, Any]:
    """The answer of the job: `kind`, `width`, `height` and the new bytes in `files`, or `refused` (a sentence)."""
    try:
        kind, image = _read(data)
        return {"kind": kind.value, "width": image.width, "height": image.height, "files": [_written(image, kind)]}
    except FileRefused as error:
        return {"refused": str(error)}


def _read(data: bytes) -> tuple[PictureKind, Image.Image]:
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415  (loads slowly, and only this job needs it)

    if not data:
        raise FileRefused("Die Datei ist leer. Bitte das Foto neu vom Telefon oder von der Kamera holen.")
    if data[4:8] == b"ftyp" and data[8:12] in _HEIF:
        raise FileRefused(
            "Das Foto hat das Format HEIC, das dieses Programm nicht liest. Bitte am Telefon als JPEG speichern."
        )
    Image.MAX_IMAGE_PIXELS = None
    try:
        with Image.open(io.BytesIO(data), formats=tuple(MOST_POINTS)) as image:
            return _renewed(image)
    except UnidentifiedImageError as error:
        raise FileRefused("Das ist kein Foto in JPEG oder PNG. Bitte als JPEG oder PNG speichern.") from error
    except MemoryError as error:
        raise _too_large() from error
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        raise FileRefused(
            "Das Foto ist abgeschnitten oder beschädigt. Bitte neu vom Telefon oder von der Kamera holen."
        ) from error


def _too_large() -> FileRefused:
    return FileRefused("Das Foto hat zu viele Bildpunkte. Bitte kleiner speichern, höchstens 10.000 Punkte je Seite.")


def _renewed(image: Image.Image) -> tuple[PictureKind, Image.Image]:
    from PIL import Image, ImageOps  # noqa: PLC0415

    jpeg = image.format != "PNG"
    if image.width * image.height > MOST_POINTS["JPEG" if jpeg else "PNG"]:
        raise _too_large()
    if not jpeg and getattr(image, "n_frames", 1) > 1:
        raise FileRefused("Das Bild bewegt sich. Bitte ein einzelnes Bild als JPEG oder PNG speichern.")
    image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
    image.load()
    profile = image.info.get("icc_profile")
    flat = _in_srgb(_flat(ImageOps.exif_transpose(image)), profile)
    few = not jpeg and flat.getcolors(_FEW_COLOURS) is not None
    flat.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    bare = Image.new("RGB", flat.size)
    bare.paste(flat)
    return PictureKind.PNG if few else PictureKind.JPEG, bare


def _flat(image: Image.Image) -> Image.Image:
    """Red, green and blue on white."""
    from PIL import Image  # noqa: PLC0415

    if image.mode.startswith("I"):
        image = image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if image.has_transparency_data:
        above = image.convert("RGBA")
        below = Image.new("RGBA", above.size, "white")
        return Image.alpha_composite(below, above).convert("RGB")
    return image.convert("RGB")


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Colours as screens and printers expect them, since the profile goes with the other metadata."""
    if not profile:
        return image
    from PIL import ImageCms  # noqa: PLC0415

    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        return ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB")) or image
    except (ImageCms.PyCMSError, OSError):
        return image


def _written(image: Image.Image, kind: PictureKind) -> bytes:
    out = io.BytesIO()
    if kind is PictureKind.PNG:
        image.save(out, "PNG", optimize=True)
    else:
        image.save(out, "JPEG", quality=QUALITY, optimize=True)
    return out.getvalue()
