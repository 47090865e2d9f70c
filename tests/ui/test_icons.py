"""Every icon that anything names is shipped, with its licence."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

import tws_desktop
from tws_desktop.catalog.data import data_root
from tws_desktop.ui.icons import draw_icon, icon_names, pixmap
from tws_desktop.ui.palette import tokens

_NAMED = re.compile(r'(?:icon|icon_name|symbol|chip_icon|step_icon|mark)\s*[:=]\s*(?:str\s*=\s*)?"([a-z0-9-]{2,})"')


def test_every_symbol_of_the_tokens_is_there() -> None:
    symbols = {mark.symbol for mark in (*tokens().ladder.values(), *tokens().confidentiality)}
    symbols |= {kind.symbol for kind in tokens().cards.values()}
    symbols |= {rating.symbol for rating in tokens().ratings.values()}
    assert symbols <= icon_names()


def test_every_icon_named_in_the_code_is_there() -> None:
    named = {
        name
        for file in Path(tws_desktop.__file__).parent.rglob("*.py")
        for name in _NAMED.findall(file.read_text(encoding="utf-8"))
    }
    assert named - icon_names() == set()


def test_the_search_for_names_finds_one_that_is_missing() -> None:
    assert _NAMED.findall('Button("x", icon="no-such-icon")') == ["no-such-icon"]
    assert "no-such-icon" not in icon_names()


def test_the_licences_lie_beside_the_files() -> None:
    resources = data_root().joinpath("resources")
    assert "ISC License" in resources.joinpath("icons", "LICENSE-lucide.txt").read_text(encoding="utf-8")
    assert "Open Font License" in resources.joinpath("fonts", "LICENSE-SourceSans3.txt").read_text(encoding="utf-8")
    for name in tokens().font_files:
        assert resources.joinpath("fonts", name).is_file()


def test_an_icon_takes_the_colour_it_is_given(qapp: QApplication) -> None:
    image = pixmap("check", QColor(tokens().palettes["light"].error), 24).toImage()
    painted = [image.pixelColor(x, y) for x in range(24) for y in range(24) if image.pixelColor(x, y).alpha() > 250]
    assert painted
    assert {colour.name().upper() for colour in painted} == {tokens().palettes["light"].error}


@pytest.mark.parametrize("name", sorted(icon_names()))
def test_every_icon_draws_something(qapp: QApplication, name: str) -> None:
    image = QImage(48, 48, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.scale(2, 2)
    draw_icon(painter, name, QRectF(0, 0, 24, 24), QColor("black"))
    painter.end()
    assert any(image.pixelColor(x, y).alpha() for x in range(0, 48, 2) for y in range(0, 48, 2))
