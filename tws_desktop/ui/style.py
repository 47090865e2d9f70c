"""The look of the running program: one palette, one text scale; everything painted asks here and repaints
on `changed`.
"""

from __future__ import annotations

import re
from functools import cache

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from tws_desktop.catalog.data import data_root
from tws_desktop.ui import fonts
from tws_desktop.ui.palette import COLOUR_NAMES, Palette, tokens
from tws_desktop.ui.palette import palette as palette_named

BORN_IN_STYLE = "born_in_style"
"""Property of an application that began in Fusion: asking for it later makes a Python object, which is slow."""

_NAME_IN_QSS = re.compile(r"\{([a-z][a-z0-9_.]*)\}")


class Style(QObject):
    """Palette, text scale and motion now in force; `changed` follows every change of them."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._palette = palette_named("light")
        self._text_scale = 1.0
        self._system_factor: float | None = None
        self._motion = True

    @property
    def palette(self) -> Palette:
        """The palette of the window."""
        return self._palette

    @property
    def text_scale(self) -> float:
        """The setting of the person, 1.0 = 100 %."""
        return self._text_scale

    @property
    def scale(self) -> float:
        """Text scale times the system's own enlargement: what sizes and breakpoints go by."""
        return self._text_scale * (self._system_factor or 1.0)

    @property
    def motion(self) -> bool:
        """False where nothing may move (setting or system)."""
        return self._motion

    def set_motion(self, allowed: bool) -> None:
        """Allows or forbids movement; durations are 0 when forbidden."""
        self._motion = allowed
        self.changed.emit()

    def duration(self, name: str) -> int:
        """Milliseconds of a movement (quick, move) or of a toast; movements are 0 without motion."""
        value = tokens().duration[name]
        return value if self._motion or name in {"toast", "undo"} else 0

    def colour(self, token: str) -> QColor:
        """The colour of a token in the palette in force."""
        return QColor(self._palette.value(token))

    def font(self, role: str) -> QFont:
        """The font of a window role: caption, label, body, strong, lead, heading, title, figure, clock."""
        return fonts.role_font(tokens().window[role], self.scale)

    def px(self, length: float) -> int:
        """A length of the grid at 100 % in device-independent pixels at the scale in force."""
        return round(length * self.scale)

    def size(self, name: str) -> int:
        """A named size of tokens.toml (control, row, rail ...) at the scale in force."""
        return self.px(tokens().size[name])

    def space(self, steps: str) -> int:
        """A spacing step x1 to x7 at the scale in force."""
        return self.px(tokens().space[steps])

    def set_look(self, application: QApplication, palette: Palette, text_scale: float) -> None:
        """Puts palette, fonts and style sheet into force and tells everyone, unless they are in force."""
        if self._system_factor is None:
            self._system_factor = fonts.system_factor(application.font().pointSizeF())
            if not application.property(BORN_IN_STYLE):
                application.setStyle("Fusion")
        elif (palette, text_scale) == (self._palette, self._text_scale):
            return
        self._palette, self._text_scale = palette, text_scale
        fonts.load_fonts()
        application.setFont(self.font("body"))
        application.setPalette(_qt_palette(palette))
        application.setStyleSheet(self._sheet())
        self.changed.emit()

    def _sheet(self) -> str:
        values: dict[str, str] = {name: self._palette.value(name) for name in COLOUR_NAMES}
        for name, role in tokens().window.items():
            values[f"pt.{name}"] = f"{role.size * self.scale:.2f}"
            values[f"weight.{name}"] = str(role.weight)
        for group, sizes in (("space", tokens().space), ("radius", tokens().radius), ("size", tokens().size)):
            values |= {f"{group}.{name}": str(self.px(size)) for name, size in sizes.items()}
        values |= {f"line.{name}": str(width) for name, width in tokens().line.items()}
        values |= {f"field.{name}": str(length) for name, length in self._field_sizes().items()}
        values |= {"scroll.inset": str(self.px(3)), "scroll.radius": str(self.px(3))}
        return fill_sheet(_sheet_text(), values)

    def _field_sizes(self) -> dict[str, int]:
        pad, side, edge, ring = self.px(4), self.px(9), tokens().line["control"], tokens().line["focus"]
        content = self.size("control") - 2 * pad - 2 * edge
        return {
            "pad": pad,
            "side": side,
            "pad_focus": pad + edge - ring,
            "side_focus": side + edge - ring,
            "content": content,
            "content_lead": content + self.size("row") - self.size("control"),
        }


def fill_sheet(text: str, values: dict[str, str]) -> str:
    """The style sheet with every `{name}` replaced; raises KeyError for a name without value."""
    return _NAME_IN_QSS.sub(lambda found: values[found.group(1)], text)


@cache
def style() -> Style:
    """The one Style of the program."""
    return Style()


def apply(application: QApplication, palette: str = "light", text_scale: float = 1.0) -> Style:
    """Dresses the application in the palette of that name; may be called again at any time."""
    style().set_look(application, palette_named(palette), text_scale)
    return style()


@cache
def _sheet_text() -> str:
    return data_root().joinpath("resources", "styles", "app.qss").read_text(encoding="utf-8")


def _qt_palette(palette: Palette) -> QPalette:
    role = QPalette.ColorRole
    result = QPalette()
    for name, roles in (
        ("bg", (role.Window,)),
        ("surface", (role.Base, role.Button)),
        ("sunken", (role.AlternateBase, role.Midlight)),
        ("raised", (role.ToolTipBase,)),
        ("text", (role.WindowText, role.Text, role.ButtonText, role.ToolTipText, role.BrightText)),
        ("text_3", (role.PlaceholderText,)),
        ("selection", (role.Highlight,)),
        ("line", (role.Mid, role.Dark, role.Shadow, role.Light)),
        ("accent_text", (role.Link, role.LinkVisited)),
        ("accent", (role.Accent,)),
    ):
        for each in roles:
            result.setColor(each, QColor(palette.value(name)))
    result.setColor(role.HighlightedText, QColor(palette.text))
    for each in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, each, QColor(palette.text_3))
    return result
