"""„Wer sieht das?“: one answer per audience and for the beamer, releases by one press, § 79 with who and when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from tws_desktop.boards.cards.card_acts import CardActs
from tws_desktop.boards.cards.inline_panel import InlinePanel
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
from tws_desktop.domain.german.dates import read_date, show_date
from tws_desktop.domain.workshops import Entry
from tws_desktop.services.boards import Content
from tws_desktop.ui.kit.buttons import Button, outlined, small
from tws_desktop.ui.kit.chips import Chip, level_mark
from tws_desktop.ui.kit.fields import TextField
from tws_desktop.ui.kit.flow_row import FlowRow
from tws_desktop.ui.kit.form_row import FormRow
from tws_desktop.ui.kit.labels import PlainLabel, WrapLabel
from tws_desktop.ui.kit.read_field import DateField
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr


class WhoPanel(InlinePanel):
    """Level of the card, and per audience: sees it, does not, released."""

    def __init__(self, entry: Entry, content: Content, acts: CardActs, ask_secret: Callable[[], None]) -> None:
        super().__init__(tr("Wer sieht das?"), "eye", entry.text.split("\n")[0][:60])
        self._entry, self._acts = entry, acts
        levels = FlowRow()
        for level in CYCLE:
            button = small(level.german, level_mark(level.value).symbol)
            button.setCheckable(True)
            button.setChecked(entry.level is level)
            button.clicked.connect(lambda _=False, chosen=level: acts.set_level(entry.id, chosen))
            levels.add(button)
        secret = small(Level.SECRET79.german, level_mark("secret79").symbol)
        secret.setCheckable(True)
        secret.setChecked(entry.level is Level.SECRET79)
        secret.clicked.connect(ask_secret)
        levels.add(secret)
        self.first = next((b for b in levels.widgets if isinstance(b, Button) and b.isChecked()), levels.widgets[0])
        self.body.addWidget(levels)
        if entry.level is Level.SECRET79:
            on = show_date(entry.secret_on) if entry.secret_on else tr("ohne Datum")
            said = tr("Als geheim erklärt von {who}, {on}.").format(who=entry.secret_by, on=on)
            self.body.addWidget(WrapLabel(said, "caption", "error"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(style().px(12))
        grid.setVerticalSpacing(style().px(4))
        grid.setColumnStretch(3, 1)
        released = content.released.get(entry.id, frozenset())
        ceiling = beamer_ceiling(content.workshop.default_level, content.workshop.room_audience)
        self._line(grid, 0, tr("Beamer in diesem Raum"), on_beamer(entry.level, ceiling))
        for row, audience in enumerate(Audience, start=1):
            self._line(grid, row, audience.german, allowed(entry.level, audience, released))
            if must_be_marked(entry.level, audience):
                grid.addWidget(PlainLabel(tr("mit Vermerk § 79"), "caption", "text_2"), row, 2)
            elif can_be_released(entry.level, audience):
                grid.addWidget(self._release_button(audience, audience in released), row, 2)
        self.body.addLayout(grid)

    def _line(self, grid: QGridLayout, row: int, name: str, sees: bool) -> None:
        grid.addWidget(PlainLabel(name, "body"), row, 0)
        words, icon, tone = (tr("sieht es"), "eye", "ok") if sees else (tr("sieht es nicht"), "eye-off", "neutral")
        grid.addWidget(Chip(words, icon, tone), row, 1, Qt.AlignmentFlag.AlignLeft)

    def _release_button(self, audience: Audience, on: bool) -> QWidget:
        button = small(tr("Freigabe zurücknehmen") if on else tr("Freigeben"), "undo-2" if on else "check")
        button.setAccessibleName(f"{button.words()}: {audience.german}")
        button.clicked.connect(lambda: self._acts.set_released(self._entry.id, audience, on=not on))
        return button


class SecretPanel(InlinePanel):
    """Asks who declared the secret and when; offers to keep only that."""

    def __init__(self, entry: Entry, acts: CardActs, today: Callable[[], date]) -> None:
        super().__init__(tr("Geheimnis nach § 79 BetrVG"), "shield-alert", entry.text.split("\n")[0][:60])
        self._entry, self._acts = entry, acts
        self.who = TextField(tr("Wer hat es als geheim erklärt?"), entry.secret_by)
        on = entry.secret_on or today()
        self.when = DateField(tr("Wann?"), lambda text: read_date(text, today()), show_date, on)
        self._who_row = FormRow(tr("Wer hat es als geheim erklärt?"), self.who, tr("Zum Beispiel: Geschäftsführung"))
        self._when_row = FormRow(tr("Wann?"), self.when)
        row = QHBoxLayout()
        row.setSpacing(style().px(12))
        row.addWidget(self._who_row, 2)
        row.addWidget(self._when_row, 1)
        self.body.addLayout(row)
        keep = outlined(tr("Mit Inhalt vermerken"), "shield-alert")
        drop = outlined(tr("Nur die Tatsache behalten"), "eye-off")
        keep.clicked.connect(lambda: self._mark(keep_text=True))
        drop.clicked.connect(lambda: self._mark(keep_text=False))
        self.who.returnPressed.connect(lambda: self._mark(keep_text=True))
        self.body.addWidget(FlowRow(keep, drop))
        note = tr(
            "Eine Sekretärin oder ein Sekretär ist zur Geheimhaltung verpflichtet, steht aber nicht unter denen, "
            "die das Geheimnis erfahren dürfen. Ohne Inhalt bleibt nur, wer es wann erklärt hat."
        )
        self.body.addWidget(WrapLabel(note, "caption", "text_2"))
        self.first = self.who

    def _mark(self, *, keep_text: bool) -> None:
        self._who_row.clear_fault()
        if not self.who.text().strip():
            self._who_row.set_fault(tr("Bitte eintragen, wer das Geheimnis erklärt hat."))
            return
        if self._when_row.fault or self.when.value is None:
            self._when_row.set_fault(self._when_row.fault or tr("Bitte eintragen, wann das Geheimnis erklärt wurde."))
            return
        self._acts.set_secret(self._entry.id, self.who.text().strip(), self.when.value, keep_text=keep_text)
        self.closed.emit()
