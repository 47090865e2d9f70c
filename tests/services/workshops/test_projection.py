"""How large letters must be, and what is kept of the projection."""

from __future__ import annotations

from typing import Any

import pytest

from tws_desktop.domain.errors import InputRefused
from tws_desktop.services.workshops.projection import Projection, projection, read_depth, read_width, set_projection
from tws_desktop.storage.store import OpenStore


@pytest.mark.parametrize(
    ("depth", "width", "share"),
    [(0.0, 0.0, 0.047), (10.0, 2.5, 0.0476), (5.0, 2.5, 0.047), (15.0, 2.5, 0.0713), (40.0, 2.0, 0.09)],
)
def test_the_last_row_decides_within_bounds(depth: int, width: int, share: float) -> None:
    assert Projection(depth=depth, width=width).smallest == pytest.approx(share)


def test_parts_are_kept_apart(store: OpenStore) -> None:
    store.write(lambda work: set_projection(work, screen="Beamer|1", depth=12.0)).result()
    store.write(lambda work: set_projection(work, ground="beamer_dark")).result()
    assert store.read(projection).result() == Projection("beamer_dark", "Beamer|1", 12.0)


@pytest.mark.parametrize(("read", "text"), [(read_depth, "100"), (read_width, "0,5"), (read_depth, "weit")])
def test_metres_that_cannot_be_are_refused(read: Any, text: str) -> None:
    with pytest.raises(InputRefused):
        read(text)
    assert read_width("2,5 m") == read_width("2,5")
