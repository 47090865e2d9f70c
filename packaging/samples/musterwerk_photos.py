"""Draws the photos of the main sample from its own cards: a pinboard of F01 and a flipchart of F05."""

from __future__ import annotations

import hashlib
import io
import json
import math
import random
import textwrap
import uuid
from collections.abc import Sequence
from typing import Any

from PIL import Image, ImageDraw, ImageFilter, ImageFont

from samples.building import FOLDER

FONT = FOLDER.parents[1] / "resources" / "fonts" / "SourceSans3-Semibold.ttf"
SIZE = (1400, 1050)
WOOD, PAPER, INK = (94, 74, 58), (222, 205, 176), (38, 42, 58)
CARDS = {
    "problem": (247, 196, 178),
    "frage": (190, 217, 240),
    "forderung": (201, 228, 178),
    "idee": (226, 205, 236),
    "aussage": (252, 238, 168),
    "": (252, 250, 244),
}
Cards = Sequence[tuple[str, str]]


def main() -> None:
    """Write forms/samples/musterwerk/fotos.json and its pictures."""
    document = json.loads((FOLDER / "musterwerk.json").read_bytes())
    first, second = (_workshop(document, key) for key in ("F01", "F05"))
    made = (
        (
            first,
            "3",
            _pinboard(_columns(first, "3")),
            "Beispiel: Pinnwand „Was verändert sich?“ mit drei Überschriften",
        ),
        (second, "3", _flipchart(_texts(second, "3")), "Beispiel: Flipchart mit vier Sätzen zum Zielbild 2030"),
    )
    folder = FOLDER / "musterwerk"
    folder.mkdir(exist_ok=True)
    for old in folder.glob("*.jpg"):
        old.unlink()
    said = []
    for workshop, number, image, alt in made:
        out = io.BytesIO()
        image.save(out, "JPEG", quality=72, optimize=True)
        data = out.getvalue()
        name = hashlib.sha256(data).hexdigest()
        (folder / f"{name}.jpg").write_bytes(data)
        step = next(step["id"] for step in workshop["steps"] if step.get("number") == number)
        said.append(
            {
                "id": str(uuid.uuid5(uuid.NAMESPACE_OID, alt)),
                "step": step,
                "name": f"files/{name}.jpg",
                "sha256": name,
                "bytes": len(data),
                "alt": alt,
                "level": "participants",
            }
        )
    (folder / "fotos.json").write_text(json.dumps(said, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _workshop(document: Any, key: str) -> Any:
    return next(workshop for workshop in document["workshops"] if workshop["format"] == key)


def _entries(workshop: Any, number: str) -> list[Any]:
    step = next(step["id"] for step in workshop["steps"] if step.get("number") == number)
    found = [entry for entry in workshop["entries"] if entry.get("step") == step]
    return sorted(found, key=lambda entry: entry.get("rank") or 0)


def _columns(workshop: Any, number: str) -> list[tuple[str, Cards]]:
    found = _entries(workshop, number)
    heads = [entry for entry in found if entry.get("kind") == "cluster"][:3]
    return [
        (head["text"], [(e["text"], e.get("symbol", "")) for e in found if e.get("parent") == head["id"]][:4])
        for head in heads
    ]


def _texts(workshop: Any, number: str) -> list[str]:
    return [entry["text"] for entry in _entries(workshop, number)]


def _pinboard(columns: list[tuple[str, Cards]]) -> Image.Image:
    wall, dice = _wall(PAPER, 20), random.Random("pinnwand")
    for place, (head, cards) in enumerate(columns):
        left = 120 + place * 410
        _stick(wall, (left, 110, 350, 96), head, CARDS[""], dice, 30)
        for row, (text, symbol) in enumerate(cards):
            _stick(wall, (left + dice.randint(-12, 22), 250 + row * 180, 320, 132), text, CARDS[symbol], dice, 30)
    return _photographed(wall, dice)


def _flipchart(texts: list[str]) -> Image.Image:
    wall, dice = _wall((250, 249, 245), 190), random.Random("flipchart")
    pen = ImageDraw.Draw(wall)
    pen.text((250, 90), "Unser Zielbild 2030", fill=(176, 40, 40), font=_font(58))
    pen.line((250, 166, 770, 160), fill=(176, 40, 40), width=6)
    top = 230
    for text in texts[:4]:
        pen.ellipse((250, top + 18, 268, top + 36), fill=INK)
        for line in textwrap.wrap(text, 44):
            pen.text((292 + dice.randint(-3, 3), top), line, fill=INK, font=_font(42))
            top += 56
        top += 46
    return _photographed(wall, dice)


def _wall(paper: tuple[int, int, int], side: int) -> Image.Image:
    wall = Image.new("RGB", SIZE, WOOD)
    ImageDraw.Draw(wall).rectangle((side, 26, SIZE[0] - side, SIZE[1] - 26), fill=paper)
    return wall


def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONT, size)


def _stick(
    wall: Image.Image,
    box: tuple[int, int, int, int],
    text: str,
    colour: tuple[int, int, int],
    dice: random.Random,
    size: int,
) -> None:
    """A card, a little crooked, with a pin and a shadow."""
    left, top, wide, high = box
    card = Image.new("RGBA", (wide + 40, high + 40), (0, 0, 0, 0))
    pen = ImageDraw.Draw(card)
    pen.rounded_rectangle((20, 20, wide + 20, high + 20), 6, fill=(*colour, 255))
    words = textwrap.wrap(text, max(8, int(wide / size * 1.9)))[:3]
    for number, line in enumerate(words):
        y = 20 + high / 2 + (number - len(words) / 2) * size * 1.15
        pen.text((38, y), line, fill=(*INK, 255), font=_font(size))
    pen.ellipse((wide / 2 + 12, 24, wide / 2 + 26, 38), fill=(190, 48, 44, 255))
    turned = card.rotate(dice.uniform(-2.2, 2.2), Image.Resampling.BICUBIC)
    shade = Image.new("RGBA", turned.size, (0, 0, 0, 0))
    shade.putalpha(turned.getchannel("A").point(lambda value: value * 0.35).filter(ImageFilter.GaussianBlur(6)))
    wall.paste(shade, (left - 14, top - 10), shade)
    wall.paste(turned, (left - 20, top - 20), turned)


def _photographed(wall: Image.Image, dice: random.Random) -> Image.Image:
    """Light from one side, a hand that did not hold quite straight, and the word that says what it is."""
    wide, high = wall.size
    light = Image.new("L", (wide // 10, high // 10))
    for y in range(light.height):
        for x in range(light.width):
            away = math.hypot(x / light.width - 0.35, y / light.height - 0.3)
            light.putpixel((x, y), max(0, 255 - int(110 * away) - dice.randint(0, 3)))
    dark = Image.new("RGB", wall.size, (46, 40, 34))
    lit = Image.composite(wall, dark, light.resize(wall.size))
    corners = (14, 4, 0, high - 12, wide - 8, high, wide, 18)
    held = lit.transform(wall.size, Image.Transform.QUAD, corners, Image.Resampling.BICUBIC)
    held = held.filter(ImageFilter.GaussianBlur(0.6))
    pen = ImageDraw.Draw(held)
    pen.rounded_rectangle((wide - 250, high - 84, wide - 30, high - 26), 8, fill=(255, 255, 255))
    pen.text((wide - 222, high - 80), "Beispiel", fill=(176, 40, 40), font=_font(42))
    return held


if __name__ == "__main__":
    main()
