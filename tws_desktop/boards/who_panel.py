"""„Wer sieht das?“: one answer per audience and for the beamer, releases by one press."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from tws_desktop.boards.inline_panel import InlinePanel
from tws_desktop.domain.confidentiality import (
    CYCLE,
    Audience,
    Level,
    allowed,
    beamer_ceiling,
    can_be_released,
    must_be_marked,
    on_beamer,
)
from tws_desktop.domain.german.dates import show_date
from tws_desktop.domain.workshops import Entry
from tws_desktop.services.boards.content import Content
from tws_desktop.ui.kit.buttons import Button, small
from tws_desktop.ui.kit.chips import Chip, level_mark
from tws_desktop.ui.kit.flow_row import FlowRow
from tws_desktop.ui.kit.labels import PlainLabel, WrapLabel
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr


class WhoActs(Protocol):
    """What the panel asks for."""

    def set_level(self, thing_id: UUID, level: Level, /) -> None:
        """Another level."""

    def set_released(self, thing_id: UUID, audience: Audience, /, *, on: bool) -> None:
        """Released for an audience, or no longer."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A card or a row of a form, as far as the panel asks."""

    id: UUID
    text: str
    level: Level
    secret_by: str = ""
    secret_on: date | None = None
    note: str = ""
    """What holds whatever the level."""


def seen_of(entry: Entry) -> Seen:
    """A card."""
    return Seen(entry.id, entry.text, entry.level, entry.secret_by, entry.secret_on)


class WhoPanel(InlinePanel):
    """Level of a thing, and per audience: sees it, does not, released. Without `ask_secret` there is no § 79."""

    def __init__(self, seen: Seen, content: Content, acts: WhoActs, ask_secret: Callable[[], None] | None) -> None:
        super().__init__(tr("Wer sieht das?"), "eye", seen.text.split("\n")[0][:60])
        self._seen, self._acts = seen, acts
        levels = FlowRow()
        for level in CYCLE:
            button = small(level.german, level_mark(level.value).symbol)
            button.setCheckable(True)
            button.setChecked(seen.level is level)
            button.clicked.connect(lambda _=False, chosen=level: acts.set_level(seen.id, chosen))
            levels.add(button)
        if ask_secret is not None:
            secret = small(Level.SECRET79.german, level_mark("secret79").symbol)
            secret.setCheckable(True)
            secret.setChecked(seen.level is Level.SECRET79)
            secret.clicked.connect(ask_secret)
            levels.add(secret)
        self.first = next((b for b in levels.widgets if isinstance(b, Button) and b.isChecked()), levels.widgets[0])
        self.body.addWidget(levels)
        if seen.level is Level.SECRET79:
            on = show_date(seen.secret_on) if seen.secret_on else tr("ohne Datum")
            said = tr("Als geheim erklärt von {who}, {on}.").format(who=seen.secret_by, on=on)
            self.body.addWidget(WrapLabel(said, "caption", "error"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(style().px(12))
        grid.setVerticalSpacing(style().px(4))
        grid.setColumnStretch(3, 1)
        released = content.released.get(seen.id, frozenset())
        ceiling = beamer_ceiling(content.workshop.default_level, content.workshop.room_audience)
        self._line(grid, 0, tr("Beamer in diesem Raum"), on_beamer(seen.level, ceiling))
        for row, audience in enumerate(Audience, start=1):
            self._line(grid, row, audience.german, allowed(seen.level, audience, released))
            if must_be_marked(seen.level, audience):
                grid.addWidget(PlainLabel(tr("mit Vermerk § 79"), "caption", "text_2"), row, 2)
            elif can_be_released(seen.level, audience):
                grid.addWidget(self._release_button(audience, audience in released), row, 2)
        self.body.addLayout(grid)
        if seen.note:
            self.body.addWidget(WrapLabel(seen.note, "caption", "text_2"))

    def _line(self, grid: QGridLayout, row: int, name: str, sees: bool) -> None:
        grid.addWidget(PlainLabel(name, "body"), row, 0)
        words, icon, tone = (tr("sieht es"), "eye", "ok") if sees else (tr("sieht es nicht"), "eye-off", "neutral")
        grid.addWidget(Chip(words, icon, tone), row, 1, Qt.AlignmentFlag.AlignLeft)

    def _release_button(self, audience: Audience, on: bool) -> QWidget:
        button = small(tr("Freigabe zurücknehmen") if on else tr("Freigeben"), "undo-2" if on else "check")
        button.setAccessibleName(f"{button.words()}: {audience.german}")
        button.clicked.connect(lambda: self._acts.set_released(self._seen.id, audience, on=not on))
        return button
