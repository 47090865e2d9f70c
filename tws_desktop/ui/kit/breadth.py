"""How much room the window has: the breakpoints that columns and the header go by."""

from __future__ import annotations

from enum import StrEnum

from tws_desktop.ui.palette import tokens


class Breadth(StrEnum):
    """What the window's width, divided by the text scale, has room for."""

    WIDE = "wide"
    MEDIUM = "medium"
    NARROW = "narrow"


def breadth(width: float, scale: float) -> Breadth:
    """The breakpoint for a window `width` pixels wide at that text scale."""
    share = width / scale
    if share >= tokens().breakpoint["wide"]:
        return Breadth.WIDE
    return Breadth.MEDIUM if share >= tokens().breakpoint["medium"] else Breadth.NARROW
