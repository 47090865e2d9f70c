"""Where the cards of a list lie: lanes side by side, heights measured when they are needed, guessed before."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence

from tws_desktop.boards.cards.card_items import CardItem

Measure = Callable[[CardItem, float], float]


class CardLayout:
    """Rows of `lanes` cards; row-major. `guess` is cheap, `measure` exact; lengths in pixels."""

    def __init__(self, measure: Measure, guess: Measure, gap: float) -> None:
        self._measure, self._guess = measure, guess
        self.gap = gap
        self.width, self.lanes = 1.0, 1
        self._items: tuple[CardItem, ...] = ()
        self._heights: list[float] = []
        self._exact: list[bool] = []
        self._tops: list[float] = [0.0]
        self._next = 0

    def set(self, items: Sequence[CardItem], width: float, lanes: int) -> None:
        """Lays out `items` anew; what is known of unchanged cards stays."""
        same = width == self.width and lanes == self.lanes
        known = {}
        if same:
            known = {item.sized_by: self._heights[row] for row, item in enumerate(self._items) if self._exact[row]}
        self.width, self.lanes, self._items = width, max(1, lanes), tuple(items)
        wide = self.card_width
        found = [known.get(item.sized_by, 0.0) for item in self._items] if known else [0.0] * len(self._items)
        self._heights = [height or self._guess(item, wide) for height, item in zip(found, self._items, strict=True)]
        self._exact = [height > 0.0 for height in found]
        self._next = 0
        self._stack()

    def append(self, items: Sequence[CardItem]) -> None:
        """Adds cards behind the last, measured at once."""
        for item in items:
            self._items = (*self._items, item)
            self._heights.append(self._measure(item, self.card_width))
            self._exact.append(True)
        self._stack(max(0, len(self._items) - len(items)) // self.lanes)

    @property
    def card_width(self) -> float:
        """Width of each card."""
        return max(1.0, (self.width - self.gap * (self.lanes - 1)) / self.lanes)

    @property
    def height(self) -> float:
        """Height of all rows."""
        return max(0.0, self._tops[-1] - (self.gap if self._items else 0.0))

    def rect(self, row: int) -> tuple[float, float, float, float]:
        """Left, top, width, height of a card."""
        line, lane = divmod(row, self.lanes)
        return lane * (self.card_width + self.gap), self._tops[line], self.card_width, self._heights[row]

    def between(self, top: float, bottom: float) -> range:
        """The rows that touch the stretch from `top` to `bottom`."""
        if not self._items:
            return range(0)
        first = max(0, bisect_right(self._tops, top) - 1) * self.lanes
        last = bisect_right(self._tops, bottom) * self.lanes
        return range(first, min(len(self._items), last))

    def at(self, x: float, y: float) -> int:
        """The row of the card at a point, -1 between cards."""
        for row in self.between(y, y):
            left, top, width, height = self.rect(row)
            if left <= x <= left + width and top <= y <= top + height:
                return row
        return -1

    def slot(self, x: float, y: float) -> int:
        """Before which card something let go at a point belongs."""
        for row in self.between(y - self.gap, y + self.gap):
            left, top, width, height = self.rect(row)
            before = y < top + height / 2 if self.lanes == 1 else x < left + width / 2 and y < top + height
            if before:
                return row
        line = bisect_right(self._tops, y) - 1
        return min(len(self._items), (line + 1) * self.lanes)

    def measure_rows(self, rows: Sequence[int]) -> bool:
        """Measures these rows; True when anything has moved."""
        moved = False
        for row in rows:
            if not self._exact[row]:
                height = self._measure(self._items[row], self.card_width)
                moved = moved or height != self._heights[row]
                self._heights[row], self._exact[row] = height, True
        if moved:
            self._stack()
        return moved

    def measure_some(self, count: int) -> bool:
        """Measures the next `count` guessed rows; False when none is left."""
        rows: list[int] = []
        while self._next < len(self._items) and len(rows) < count:
            if not self._exact[self._next]:
                rows.append(self._next)
            self._next += 1
        self.measure_rows(rows)
        return self._next < len(self._items)

    def _stack(self, line: int = 0) -> None:
        del self._tops[line + 1 :]
        top = self._tops[line]
        for start in range(line * self.lanes, len(self._items), self.lanes):
            top += max(self._heights[start : start + self.lanes]) + self.gap
            self._tops.append(top)
