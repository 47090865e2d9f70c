"""The console's view of the beamer: what the room sees, what stays here, show, preview, choice of the screen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from tws_desktop.domain.confidentiality import Level
from tws_desktop.ui.beamer.beamer import Beamer, Sight
from tws_desktop.ui.beamer.picture import Shown
from tws_desktop.ui.beamer.screens import mirrored, screens
from tws_desktop.ui.beamer.state import Mode
from tws_desktop.ui.beamer.surface import Thumbnail
from tws_desktop.ui.kit.buttons import Button, ButtonKind, icon_button, outlined, small
from tws_desktop.ui.kit.flow_row import FlowRow
from tws_desktop.ui.kit.labels import PlainLabel, WrapLabel
from tws_desktop.ui.kit.messages import InlineMessage
from tws_desktop.ui.kit.paint import draw_box, follow_style, smooth
from tws_desktop.ui.kit.panel import IconMark, Panel
from tws_desktop.ui.palette import tokens
from tws_desktop.ui.room.projection_form import ProjectionForm
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr

_SHARED = (
    "Auf diesem Bildschirm liegt das Fenster selbst: Alles bleibt raumsicher. "
    "Das Fenster auf den anderen Bildschirm ziehen oder mit F11 hier zeigen."
)
_PLACE = {Level.OPEN: "0", Level.PARTICIPANTS: "0 bis 1", Level.COUNCIL: "0 bis 2"}


def badge_words(mode: Mode, frozen: str, ceiling: Level, kept_back: int) -> tuple[str, str, str, str]:
    """Tone, icon and the two lines of the badge."""
    levels = _PLACE.get(ceiling, "0")
    if kept_back:
        more = (
            tr("1 Eintrag bleibt nur hier")
            if kept_back == 1
            else tr("{n} Einträge bleiben nur hier").format(n=kept_back)
        )
    else:
        more = tr("Nichts bleibt zurück")
    match mode:
        case Mode.FROZEN:
            return "warn", "snowflake", tr("Eingefroren seit {time}").format(time=frozen), more
        case Mode.BLACK:
            return "ink", "monitor-off", tr("Leinwand ist schwarz"), tr("F9 bringt das Bild zurück")
        case Mode.LIVE:
            return "ok", "shield-check", tr("Zeigt Stufe {levels}").format(levels=levels), more
        case _:
            return "neutral", "monitor-off", tr("Noch nicht auf der Leinwand"), more


class BeamerPanel(Panel):
    """Thumbnail, badge, buttons; the question for the screen opens inside."""

    attention = Signal()
    settled = Signal()
    preview_wanted = Signal()
    swap_wanted = Signal()

    def __init__(self, beamer: Beamer) -> None:
        super().__init__(tr("Beamer"), "monitor", " ", small_head=True)
        self._beamer = beamer
        self._ceiling, self._kept_back = Level.OPEN, 0
        self.thumbnail = Thumbnail(tr("Bild auf der Leinwand"), self._small, lambda: beamer.mode, lambda: beamer.size)
        self.badge = _Badge()
        self.message = InlineMessage("warn")
        self.message.hide()
        self.preview = outlined(tr("Vorschau"), "eye")
        self.show_button = Button(tr("Zeigen"), ButtonKind.FILLED, key="F7")
        self.preview.clicked.connect(self.preview_wanted)
        self.show_button.clicked.connect(beamer.show)
        self._build_pages()
        self._choice = QWidget()
        self._choice_box = QVBoxLayout(self._choice)
        self._choice_box.setContentsMargins(0, 0, 0, 0)
        self._choice.hide()
        self.setup = ProjectionForm()
        self.setup.hide()
        self._setup_button = icon_button(tr("Leinwand einrichten"), "settings")
        self._setup_button.setCheckable(True)
        self._setup_button.toggled.connect(self.setup.setVisible)
        self._build()
        beamer.changed.connect(self.refresh)
        beamer.choice_wanted.connect(self.ask)
        beamer.lost.connect(self._lost)
        self.refresh()

    def _build(self) -> None:
        self.head_row.addWidget(self._setup_button)
        self.add(self.message)
        self.add(self._choice)
        self.add(self.thumbnail)
        self.add(self.badge)
        row = QHBoxLayout()
        row.setSpacing(style().px(6))
        row.addWidget(self.preview, 1)
        row.addWidget(self.show_button, 1)
        self.add_layout(row)
        self.add_layout(self._more)
        self.add(self.setup)

    def _build_pages(self) -> None:
        self.page_back = icon_button(tr("Vorige Seite"), "chevron-left")
        self.page_on = icon_button(tr("Nächste Seite"), "chevron-right")
        self.page_words = PlainLabel("", "caption", "text_2")
        self.page_back.clicked.connect(lambda: self._beamer.turn(-1))
        self.page_on.clicked.connect(lambda: self._beamer.turn(1))
        self.stop = small(tr("Beenden"), "x", ButtonKind.QUIET)
        self.stop.clicked.connect(self._beamer.close)
        self.swap = small(tr("Hier zeigen"), "monitor", ButtonKind.QUIET)
        self.swap.setAccessibleDescription(tr("F11: ganzes Fenster, nur das Bild"))
        self.swap.clicked.connect(self.swap_wanted)
        self._more = QHBoxLayout()
        self._more.setSpacing(style().px(2))
        for widget in (self.page_back, self.page_words, self.page_on):
            self._more.addWidget(widget)
        self._more.addStretch(1)
        self._more.addWidget(self.stop)
        self._more.addWidget(self.swap)

    def show_limits(self, ceiling: Level, kept_back: int) -> None:
        """Up to which level the beamer shows, and how many entries stay here."""
        self._ceiling, self._kept_back = ceiling, kept_back
        self.refresh()

    def refresh(self) -> None:
        """Shows how the beamer stands."""
        state = self._beamer.state
        frozen = f"{state.frozen_at:%H:%M}" if state.frozen_at else ""
        self.badge.show_badge(*badge_words(state.mode, frozen, self._ceiling, self._kept_back))
        self.meta_label.setText(self._where())
        pages = self._beamer.pages()
        for widget in (self.page_back, self.page_on, self.page_words):
            widget.setVisible(pages > 1)
        self.page_words.setText(tr("Seite {page} von {pages}").format(page=min(state.page, pages - 1) + 1, pages=pages))
        self.stop.setVisible(self._beamer.window is not None)
        self.swap.setVisible(len(screens()) == 1 or self._beamer.sight is Sight.SHARED)
        self.setup.show_projection(self._beamer.projection)
        if not self._beamer.asking:
            self._choice.hide()
        if self._beamer.confirmed:
            self.message.hide()
        elif self._beamer.sight is Sight.SHARED:
            self.message.show_message("warn", tr(_SHARED))
        self.thumbnail.updateGeometry()
        self.thumbnail.update()

    def ask(self) -> None:
        """Asks which number the room sees."""
        while self._choice_box.count():
            item = self._choice_box.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        found = screens()
        self.message.hide()
        words = tr("Auf jedem Bildschirm steht eine Zahl. Welche sieht der Raum?")
        self._choice_box.addWidget(WrapLabel(words if len(found) > 1 else _alone(), "body"))
        buttons = FlowRow(gap=6)
        if len(found) > 1:
            for number in range(1, len(found) + 1):
                buttons.add(self._answer(tr("Nummer {n}").format(n=number), partial(self._beamer.choose, number)))
        buttons.add(self._answer(tr("Keine, nur ich sehe den Bildschirm"), self._beamer.keep_private))
        buttons.add(self._answer(tr("Abbrechen"), self._beamer.cancel_choice))
        self._choice_box.addWidget(buttons)
        self._choice.show()
        self.attention.emit()
        likely = self._beamer.likely() - 1 if len(found) > 1 else -1
        buttons.widgets[likely].setFocus(Qt.FocusReason.OtherFocusReason)

    def _answer(self, words: str, act: Callable[[], None]) -> Button:
        button = small(words)

        def press() -> None:
            self._choice.hide()
            self.message.hide()
            act()
            self.settled.emit()

        button.clicked.connect(press)
        return button

    def _lost(self) -> None:
        first = tr("Der Bildschirm der Leinwand ist weg, das Bild ist geschlossen.")
        self.message.show_message("warn", f"{first} {_alone()}")
        self.attention.emit()

    def _where(self) -> str:
        found, screen = screens(), self._beamer.screen
        if self._beamer.window is None or screen is None:
            return ""
        number = found.index(screen) + 1
        live = tr("live") if self._beamer.mode is Mode.LIVE else tr("angehalten")
        return tr("Leinwand {number}, {live}").format(number=number, live=live)

    def _small(self) -> Shown | None:
        return self._beamer.shown() if self._beamer.state.on else self._beamer.preview()


def _alone() -> str:
    """What to do where there is no screen for the room alone."""
    if mirrored():
        return tr("Beide Bildschirme zeigen dasselbe. In der Anzeige „Erweitern“ wählen oder mit F11 hier zeigen.")
    return tr("Kein zweiter Bildschirm gefunden. Kabel prüfen oder mit F11 auf diesem Bildschirm zeigen.")


class _Badge(QFrame):
    def __init__(self) -> None:
        super().__init__()
        self._tone = "neutral"
        self._mark = IconMark("monitor-off", "text_2")
        self._head = WrapLabel("", "label")
        self._more = WrapLabel("", "caption", "text_2")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._head)
        words.addWidget(self._more)
        row = QHBoxLayout(self)
        row.setContentsMargins(style().px(9), style().px(5), style().px(9), style().px(5))
        row.setSpacing(style().px(8))
        row.addWidget(self._mark)
        row.addLayout(words, 1)
        follow_style(self)

    def show_badge(self, tone: str, icon: str, head: str, more: str) -> None:
        self._tone = tone
        front = {"ink": "rail_text", "neutral": "text_2"}.get(tone, tone)
        self._mark.set_mark(icon, front)
        self._head.setText(head)
        self._head.set_tone(front)
        self._more.setText(more)
        self._more.set_tone("rail_text" if tone == "ink" else "text_2")
        self.setAccessibleName(f"{head}. {more}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        smooth(painter)
        ground = {"ink": "rail", "neutral": "sunken"}.get(self._tone, f"{self._tone}_soft")
        draw_box(painter, QRectF(self.rect()), style().colour(ground), None, style().px(tokens().radius["card"]))
        painter.end()
