"""The three indices as small tiles, live while the group answers."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tws_desktop.boards.sheet.report import one_place
from tws_desktop.domain.scoring import q1
from tws_desktop.ui.kit.labels import ElideLabel, PlainLabel
from tws_desktop.ui.kit.panel import Panel
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr

_NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Figure:
    """Name, number, and what the number means."""

    name: str
    number: str
    meaning: str
    tone: str = "text"


def figures(result: q1.Result) -> tuple[Figure, ...]:
    """Betroffenheit, Vorbereitung, Handlungsdruck with band and quadrant; a dash where too little is known."""
    pressing = result.band is q1.Band.HIGH
    meaning = f"{result.band.value} · „{result.quadrant.value}“" if result.band and result.quadrant else ""
    return (
        _index(tr("Betroffenheit"), result.exposure),
        _index(tr("Vorbereitung"), result.readiness),
        Figure(
            tr("Handlungsdruck"),
            _NOTHING if result.pressure is None else one_place(result.pressure),
            meaning or tr("zu wenige Antworten"),
            "error" if pressing else "text",
        ),
    )


def _index(name: str, value: float | None) -> Figure:
    if value is None:
        return Figure(name, _NOTHING, tr("zu wenige Antworten"))
    return Figure(name, one_place(value), tr("hoch") if value >= q1.Settings({}).exposure_cut else tr("gering"))


class FigureTiles(QWidget):
    """The tiles beside each other."""

    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(style().space("x2"))
        self._tiles = tuple(_Tile() for _ in range(3))
        for tile in self._tiles:
            self._row.addWidget(tile, 1)

    @property
    def words(self) -> tuple[str, ...]:
        """What the tiles say, one sentence each."""
        return tuple(tile.accessibleName() for tile in self._tiles)

    def show_figures(self, shown: tuple[Figure, ...]) -> None:
        """Shows other numbers."""
        for tile, figure in zip(self._tiles, shown, strict=True):
            tile.show_figure(figure)


class _Tile(Panel):
    def __init__(self) -> None:
        super().__init__()
        self._name = ElideLabel("", "caption", "text_2")
        self._number = PlainLabel("", "heading")
        self._meaning = ElideLabel("", "caption")
        line = QHBoxLayout()
        line.setSpacing(style().space("x2"))
        line.addWidget(self._number)
        line.addWidget(self._meaning, 1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addLayout(line)
        self.add_layout(words)
        body = self.layout()
        if body is not None:
            edge = style().px(7)
            body.setContentsMargins(0, edge, 0, edge)

    def show_figure(self, figure: Figure) -> None:
        self._name.setText(figure.name)
        self._number.setText(figure.number)
        self._number.set_tone(figure.tone)
        self._meaning.setText(figure.meaning)
        self.setAccessibleName(f"{figure.name} {figure.number}, {figure.meaning}")
