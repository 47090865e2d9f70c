"""Run with two screens (see test_two_screens.py): prints what happened, one fact per line."""

from __future__ import annotations

import sys

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from tests.narrowing import there
from tws_desktop.services.workshops.projection import Projection
from tws_desktop.services.workshops.slides import CardsSlide, LinesSlide, SlideCard, SlideColumn
from tws_desktop.ui.beamer.beamer import Beamer
from tws_desktop.ui.beamer.screens import NumberWindow, digest, identity, screens, step_aside
from tws_desktop.ui.beamer.surface import Thumbnail
from tws_desktop.ui.style import apply


def tell(*facts: object) -> None:
    sys.stdout.write(" ".join(str(fact) for fact in facts) + "\n")


def _room() -> tuple[QWidget, QLineEdit]:
    room = QWidget()
    field = QLineEdit(room)
    room.show()
    field.setFocus()
    room.activateWindow()
    return room, field


def main() -> None:
    application = QApplication(sys.argv[:1])
    apply(application)
    room, field = _room()
    beamer = Beamer(room)
    lost: list[bool] = []
    asked: list[bool] = []
    chosen: list[str] = []
    beamer.lost.connect(lambda: lost.append(True))
    beamer.choice_wanted.connect(lambda: asked.append(True))
    beamer.chosen.connect(chosen.append)
    beamer.offer(LinesSlide("Frage"))
    tell("screens", [screen.name() for screen in screens()])
    beamer.show()
    application.processEvents()
    numbers = [widget for widget in application.topLevelWidgets() if isinstance(widget, NumberWindow)]
    tell("asked", bool(asked), len(numbers), sorted(widget.screen().name() for widget in numbers))
    tell("before", beamer.window is None, beamer.confirmed, beamer.likely())
    beamer.choose(1)
    tell("own", beamer.window is None, beamer.confirmed, beamer.sight.value)
    beamer.choose(2)
    application.processEvents()
    window = there(beamer.window)
    tell("on", window.screen().name(), window.geometry().getRect())
    tell("focus", QApplication.focusWidget() is field or QApplication.focusWidget() is None, window.hasFocus())
    tell("picture", window.grab().toImage().pixelColor(4, 2).name())
    tell("thumbnail", _same(beamer))
    beamer.black()
    tell("black", window.grab().toImage().pixelColor(4, 2).name())
    beamer.black()
    screen = next(screen for screen in QGuiApplication.screens() if screen.name() == "Beamer")
    tell("chosen", chosen == [identity(screen)])
    beamer._screen_gone(screen)
    tell("lost", bool(lost), beamer.window is None, beamer.confirmed, window.grab().toImage().pixelColor(4, 2).name())
    _remembered(room, identity(screen))
    _aside(digest(identity(screen)))


def _aside(sign: str) -> None:
    """A window restored onto the room's screen goes to the laptop, one elsewhere stays."""
    window = QWidget()
    window.setGeometry(1400, 20, 1200, 700)
    tell("aside", step_aside(window, sign), window.geometry().getRect(), step_aside(window, sign))
    window.setGeometry(1400, 20, 1200, 700)
    tell("no_beamer", step_aside(window, digest("Anderer")), window.x())


def _same(beamer: Beamer) -> bool:
    """Whether a thumbnail as large as the screen has the screen's pixels."""
    cards = tuple(SlideCard(f"Karte {n} mit sieben Wörtern darin hier", "idee") for n in range(5))
    beamer.offer(CardsSlide("Frage", tuple(SlideColumn(f"Spalte {n}", cards) for n in range(5))))
    seen = there(beamer.window).grab().toImage()
    small = Thumbnail("Bild", beamer.shown, lambda: beamer.mode, lambda: beamer.size)
    small.resize(beamer.size.toSize())
    pixels = small.grab().toImage()
    middle = [(x, y) for x in range(40, seen.width() - 40, 7) for y in range(40, seen.height() - 40, 7)]
    return beamer.size == QSizeF(seen.size()) and all(seen.pixel(*at) == pixels.pixel(*at) for at in middle)


def _remembered(room: QWidget, key: str) -> None:
    """A screen confirmed the last time needs no question; another one does."""
    again = Beamer(room)
    again.offer(LinesSlide("Frage"))
    again.set_projection(Projection(screen=key))
    again.show()
    tell("remembered", again.confirmed, again.window is not None)
    again.close()
    other = Beamer(room)
    other.set_projection(Projection(screen=key.replace("Beamer", "Anderer")))
    other.show()
    tell("another", other.confirmed, other.window is None, other.asking)
    other.cancel_choice()


if __name__ == "__main__":
    main()
