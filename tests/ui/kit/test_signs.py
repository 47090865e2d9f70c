"""Every widget has a name to be heard and keeps its words at any text size."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.ui.fixtures import Look, Show
from tws_desktop.ui.kit.bars import AgendaBar, AgendaPart, ProgressBar, StepBar
from tws_desktop.ui.kit.buttons import danger, filled, icon_button, outlined, quiet, small
from tws_desktop.ui.kit.chips import Chip, ConfidentialityBadge, CountPill, OriginChip, level_words
from tws_desktop.ui.kit.gallery import _SHEETS
from tws_desktop.ui.kit.icon_tile import IconTile
from tws_desktop.ui.kit.key_hint import KeyHint
from tws_desktop.ui.kit.labels import ElideLabel, Heading, PlainLabel, WrapLabel
from tws_desktop.ui.kit.messages import EmptyState, InlineMessage
from tws_desktop.ui.kit.paint import plain_tip
from tws_desktop.ui.kit.panel import Panel
from tws_desktop.ui.kit.text_viewer import TextViewer
from tws_desktop.ui.kit.timer_face import TimerFace, clock_digits, spoken_time
from tws_desktop.ui.style import style

NAMED: tuple[tuple[Callable[[], QWidget], str], ...] = (
    (lambda: filled("Karte anlegen", "plus"), "Karte anlegen"),
    (lambda: outlined("&Drucken", "printer"), "Drucken"),
    (lambda: quiet("Müller && Söhne"), "Müller & Söhne"),
    (lambda: danger("Endgültig löschen"), "Endgültig löschen"),
    (lambda: small("Pause"), "Pause"),
    (lambda: icon_button("Filtern", "funnel"), "Filtern"),
    (lambda: Chip("geprüft", "circle-check", "ok"), "geprüft"),
    (lambda: CountPill(4, "offene Lücken"), "4 offene Lücken"),
    (
        lambda: OriginChip("12 Karten", "message-square", name="12 Karten als Herkunft"),
        "12 Karten als Herkunft",
    ),
    (lambda: ConfidentialityBadge("council"), "Vertraulichkeit: Stufe 2 · nur Betriebsrat"),
    (lambda: ConfidentialityBadge("council", short=True), "Vertraulichkeit: Stufe 2 · nur Betriebsrat"),
    (lambda: ProgressBar("5 von 14 entschieden", 0.4), "5 von 14 entschieden"),
    (lambda: StepBar("Schritt 8 von 12", 8, 12), "Schritt 8 von 12"),
    (lambda: AgendaBar("Ablauf 08:00 bis 12:00", (AgendaPart(60),), 480), "Ablauf 08:00 bis 12:00"),
    (lambda: KeyHint("Strg", "K"), "Strg + K"),
    (lambda: Panel("Fällig"), "Fällig"),
    (lambda: InlineMessage("warn", "Angebot liegt unter dem Minimum."), "Angebot liegt unter dem Minimum."),
    (lambda: EmptyState("factory", "Noch kein Betrieb angelegt."), "Noch kein Betrieb angelegt."),
    (lambda: IconTile("file-pen-line", "Verein\u00adbarungen", rail=True), "Vereinbarungen"),
    (lambda: TextViewer("Protokoll"), "Protokoll"),
    (lambda: WrapLabel("Qualifizierung"), "Qualifizierung"),
)


@pytest.mark.parametrize(("make", "name"), NAMED)
def test_a_screen_reader_hears_its_words(look: Look, make: Callable[[], QWidget], name: str) -> None:
    assert make().accessibleName() == name


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("make", [named[0] for named in NAMED[:6]])
def test_buttons_never_cut_their_words(look: Look, scale: float, make: Callable[[], QWidget]) -> None:
    look("light", scale)
    button = make()
    words = QFontMetricsF(style().font("label")).horizontalAdvance(button.accessibleName())
    assert button.minimumSizeHint().height() >= style().size("target_min")
    assert button.minimumSizeHint().width() >= (words if button.accessibleName() != "Filtern" else 0)


@pytest.mark.parametrize("label", [PlainLabel, ElideLabel, WrapLabel, Heading])
def test_labels_show_markup_as_typed(look: Look, label: type[QLabel]) -> None:
    assert label("<b>fett</b>").textFormat() is Qt.TextFormat.PlainText


def test_tooltips_show_markup_as_typed() -> None:
    assert plain_tip("<img src=x>") == "<span>&lt;img src=x&gt;</span>"
    assert plain_tip("Drucken") == "Drucken"


def test_a_disabled_button_says_why(look: Look) -> None:
    button = filled("Als Word ausgeben")
    button.set_reason("Erst die vier Lücken füllen.")
    assert not button.isEnabled()
    assert button.toolTip() == "Erst die vier Lücken füllen."
    assert button.accessibleDescription() == "Erst die vier Lücken füllen."
    button.set_reason("")
    assert button.isEnabled()


def test_every_level_has_symbol_number_and_word() -> None:
    assert level_words("open") == "Stufe 0 · offen"
    assert level_words("secret79") == "Stufe 3 · §\u00a079 geheim"
    assert level_words("negotiation") == "Verhandlung"
    assert level_words("council", short=True) == "Stufe 2"


def test_a_count_of_nothing_is_not_shown(shown: Show) -> None:
    pill = CountPill(0, "offene Lücken")
    assert pill.isHidden()
    pill.set_count(2)
    assert not pill.isHidden()


@pytest.mark.parametrize(
    ("seconds", "digits", "words"),
    [
        (684, "11:24", "Noch 11 Minuten 24 Sekunden"),
        (60, "01:00", "Noch 1 Minute"),
        (0, "00:00", "Noch 0 Minuten"),
        (-125, "02:05", "2 Minuten 5 Sekunden überzogen"),
        (3723, "62:03", "Noch 62 Minuten 3 Sekunden"),
        (6123, "1:42:03", "Noch 102 Minuten 3 Sekunden"),
    ],
)
def test_the_clock_reads(seconds: int, digits: str, words: str) -> None:
    assert clock_digits(seconds) == digits
    assert spoken_time(seconds) == words


def test_the_clock_warns_under_a_tenth_and_when_it_is_over(look: Look) -> None:
    face = TimerFace()
    tones = []
    for left in (1800, 181, 180, 0, -1):
        face.set_time(left, 1800)
        tones.append(face.tone)
    assert tones == ["text", "text", "warn", "warn", "error"]


def test_digits_stand_still(look: Look) -> None:
    face = TimerFace("noch für diese Phase")
    widths = set()
    for left in (684, 671, 659, 600):
        face.set_time(left, 1800)
        widths.add(face.sizeHint().width())
    assert len(widths) == 1


@pytest.mark.parametrize("palette", ["light", "dark"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("sheet", sorted(_SHEETS))
def test_every_sheet_paints_without_a_warning(look: Look, shown: Show, sheet: str, palette: str, scale: float) -> None:
    look(palette, scale)
    page = shown(_SHEETS[sheet](), 1366, 768)
    picture = page.grab().toImage()
    assert len({picture.pixelColor(x, y).name() for x in range(0, 1300, 9) for y in range(0, 600, 9)}) > 4


def test_a_shown_page_changes_its_look_live(look: Look, shown: Show, qapp: QApplication) -> None:
    page = shown(_SHEETS["1-zeichen"](), 1366, 768)
    light = page.grab().toImage().pixelColor(5, 5).name().upper()
    look("dark", 1.0)
    qapp.processEvents()
    dark = page.grab().toImage().pixelColor(5, 5).name().upper()
    assert (light, dark) == ("#F6F5F1", "#14191C")


def test_a_wrapping_button_gets_higher_instead_of_cutting(look: Look, shown: Show) -> None:
    look("light", 2.0)
    button = quiet("Beispiel Musterwerk Saar öffnen")
    one_line = button.sizeHint().height()
    assert button.minimumSizeHint().width() == button.sizeHint().width()
    button.set_wraps()
    shown(button, button.minimumSizeHint().width(), 200)
    assert button.minimumSizeHint().width() < button.sizeHint().width()
    assert button.sizeHint().height() > one_line
