"""Foreign pictures: only their points come through, upright, small, without metadata; the rest is one sentence."""

from __future__ import annotations

import io
import struct
import sys
import zlib
from pathlib import Path

import pytest
from PIL import Image

from tests.narrowing import a
from tws_desktop.domain.attachments import PictureKind
from tws_desktop.domain.errors import FileRefused
from tws_desktop.outside import child, image_job, images
from tws_desktop.outside.images import read_image, renewed

RED, BLUE = (220, 20, 20), (20, 20, 220)


def jpeg(width: int, height: int, **save: object) -> bytes:
    """A picture whose left half is red and whose right half is blue."""
    image = Image.new("RGB", (width, height), RED)
    image.paste(BLUE, (width // 2, 0, width, height))
    out = io.BytesIO()
    image.save(out, "JPEG", quality=95, **save)
    return out.getvalue()


def saved(image: Image.Image, kind: str, **save: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **save)
    return out.getvalue()


def turned_exif() -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "Kamerahersteller"
    exif[0x8825] = {1: "N", 2: (49.0, 14.0, 0.0)}
    return exif


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def near(found: object, wanted: tuple[int, int, int]) -> bool:
    return all(abs(a - b) < 40 for a, b in zip(found, wanted, strict=True))  # type: ignore[call-overload]


def test_a_turned_photo_stands_upright_and_says_nothing_of_its_camera(tmp_path: Path) -> None:
    path = tmp_path / "wand.jpg"
    path.write_bytes(jpeg(800, 600, exif=turned_exif(), comment=b"Halle 3"))
    assert b"Kamerahersteller" in path.read_bytes()
    picture = read_image(path)
    assert (picture.kind, picture.width, picture.height) == (PictureKind.JPEG, 600, 800)
    image = opened(picture.data)
    assert near(image.getpixel((300, 20)), RED)
    assert near(image.getpixel((300, 780)), BLUE)
    assert not image.getexif()
    assert not {"exif", "comment", "icc_profile"} & set(image.info)
    assert b"Kamera" not in picture.data
    assert b"Halle" not in picture.data


def test_a_huge_photo_gets_smaller_and_keeps_its_shape() -> None:
    picture = renewed("gross.jpg", jpeg(9000, 6000))
    assert (picture.width, picture.height) == (2400, 1600)
    assert opened(picture.data).size == (2400, 1600)
    assert near(opened(picture.data).getpixel((10, 800)), RED)


def test_a_small_photo_keeps_its_size() -> None:
    assert (renewed("klein.jpg", jpeg(300, 200)).width, renewed("klein.jpg", jpeg(300, 200)).height) == (300, 200)


def test_a_drawing_stays_png_and_a_painted_one_does_not() -> None:
    drawing = Image.new("RGB", (400, 300), "white")
    drawing.paste((0, 0, 0), (10, 10, 50, 50))
    assert renewed("plan.png", saved(drawing, "PNG")).kind is PictureKind.PNG
    many = Image.linear_gradient("L").resize((400, 300))
    colours = Image.merge("RGB", (many, many.rotate(90), many.rotate(180)))
    assert renewed("bild.png", saved(colours, "PNG")).kind is PictureKind.JPEG


def test_what_is_clear_becomes_white() -> None:
    picture = renewed("klar.png", saved(Image.new("RGBA", (40, 30), (0, 0, 0, 0)), "PNG"))
    assert opened(picture.data).convert("RGB").getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize("mode", ["CMYK", "L"])
def test_other_kinds_of_colour_are_taken(mode: str) -> None:
    assert renewed("a.jpg", saved(Image.new(mode, (60, 40)), "JPEG")).width == 60


def test_sixteen_bits_of_grey_keep_their_grey() -> None:
    grey = Image.new("I;16", (40, 30), 32768)
    found = opened(renewed("grau.png", saved(grey, "PNG")).data).convert("L").getpixel((5, 5))
    assert abs(a(int, found) - 128) < 4


def png_of(width: int, height: int) -> bytes:
    """A small file that claims to be large."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress(bytes((width // 8 + 1) * min(height, 2000)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def moving() -> bytes:
    frames = [Image.new("RGB", (20, 20), colour) for colour in (RED, BLUE)]
    return saved(frames[0], "PNG", save_all=True, append_images=frames[1:])


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "ist leer"),
        (b"%PDF-1.7", "kein Foto in JPEG oder PNG"),
        (saved(Image.new("RGB", (9, 9)), "GIF"), "kein Foto in JPEG oder PNG"),
        (saved(Image.new("RGB", (9, 9)), "TIFF"), "kein Foto in JPEG oder PNG"),
        (b"\x00\x00\x00\x18ftypheic" + bytes(40), "HEIC"),
        (jpeg(800, 600)[:3000], "abgeschnitten oder beschädigt"),
        (saved(Image.new("RGB", (900, 900), RED), "PNG")[:-30], "abgeschnitten oder beschädigt"),
        (png_of(60_000, 60_000), "zu viele Bildpunkte"),
        (moving(), "bewegt sich"),
    ],
    ids=["leer", "pdf", "gif", "tiff", "heic", "jpeg-halb", "png-halb", "bombe", "bewegt"],
)
def test_what_is_no_photo_is_one_sentence_with_its_name(data: bytes, sentence: str, tmp_path: Path) -> None:
    path = tmp_path / "IMG_0815.jpg"
    path.write_bytes(data)
    with pytest.raises(FileRefused, match=sentence) as refused:
        read_image(path)
    assert str(refused.value).startswith("IMG_0815.jpg: ")
    assert "Bitte" in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    def unpacked(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("PIL.PngImagePlugin.PngImageFile.load", unpacked)
    assert "zu viele Bildpunkte" in image_job.renew_image(png_of(60_000, 60_000))["refused"]


@pytest.mark.parametrize("code", ["import os; os.abort()", "raise SystemExit(0)"])
def test_a_child_that_dies_is_one_sentence(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "command", lambda _: [sys.executable, "-c", code])
    with pytest.raises(FileRefused, match=r"^wand\.jpg: Das Lesen des Fotos brach ab"):
        renewed("wand.jpg", jpeg(10, 10))


def test_a_file_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(images, "MOST_BYTES", 10)
    (tmp_path / "a.jpg").write_bytes(bytes(11))
    with pytest.raises(FileRefused, match=r"a\.jpg ist größer als 50 MB"):
        read_image(tmp_path / "a.jpg")
