"""What the beamer may show: a closed list of pictures made of plain values, never a record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from tws_desktop.documents.charts import Chart


@dataclass(frozen=True, slots=True)
class SlideCard:
    """A card on the beamer: its words and its kind."""

    text: str
    symbol: str = ""


@dataclass(frozen=True, slots=True)
class SlideColumn:
    """A column with its title; an empty title is the tray."""

    title: str
    cards: tuple[SlideCard, ...]


@dataclass(frozen=True, slots=True)
class CardsSlide:
    """Cards in columns."""

    question: str
    columns: tuple[SlideColumn, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class LinesSlide:
    """A question with a few lines below it (rules, sentences, measures as they arise)."""

    question: str
    lines: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class TableSlide:
    """A table with few columns: a ranking, measures, a block of the questionnaire; a marked row is bold."""

    question: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    marked: frozenset[int] = frozenset()
    note: str = ""


@dataclass(frozen=True, slots=True)
class ChartSlide:
    """A picture of numbers."""

    question: str
    chart: Chart
    note: str = ""


@dataclass(frozen=True, slots=True)
class Slide:
    """What to show and how many entries stay on the laptop because of their level."""

    picture: CardsSlide | LinesSlide | TableSlide | ChartSlide
    kept_back: int = 0


Picture: TypeAlias = CardsSlide | LinesSlide | TableSlide | ChartSlide
