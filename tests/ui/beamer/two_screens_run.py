"""Run with two screens (see test_two_screens.py): prints what happened, one fact per line."""

from __future__ import annotations

import sys

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from tests.narrowing import there
from tws_desktop.services.slides import LinesSlide
from tws_desktop.ui.beamer.beamer import Beamer
from tws_desktop.ui.beamer.screens import NumberWindow, screens
from tws_desktop.ui.style import apply


def tell(*facts: object) -> None:
    sys.stdout.write(" ".join(str(fact) for fact in facts) + "\n")


def main() -> None:
    application = QApplication(sys.argv[:1])
    apply(application)
    room = QWidget()
    field = QLineEdit(room)
    room.show()
    field.setFocus()
    room.activateWindow()
    beamer = Beamer()
    lost: list[bool] = []
    asked: list[bool] = []
    beamer.lost.connect(lambda: lost.append(True))
    beamer.choice_wanted.connect(lambda: asked.append(True))
    beamer.offer(LinesSlide("Frage"))
    tell("screens", [screen.name() for screen in screens()])
    beamer.show()
    application.processEvents()
    numbers = [widget for widget in application.topLevelWidgets() if isinstance(widget, NumberWindow)]
    tell("asked", bool(asked), len(numbers), sorted(widget.screen().name() for widget in numbers))
    tell("before", beamer.window is None, beamer.confirmed)
    beamer.choose(2)
    application.processEvents()
    window = there(beamer.window)
    tell("on", window.screen().name(), window.geometry().getRect())
    tell("focus", QApplication.focusWidget() is field or QApplication.focusWidget() is None, window.hasFocus())
    tell("picture", window.grab().toImage().pixelColor(4, 2).name())
    beamer.black()
    tell("black", window.grab().toImage().pixelColor(4, 2).name())
    beamer.black()
    screen = next(screen for screen in QGuiApplication.screens() if screen.name() == "Beamer")
    beamer._screen_gone(screen)
    tell("lost", bool(lost), beamer.window is None, beamer.confirmed, window.grab().toImage().pixelColor(4, 2).name())


if __name__ == "__main__":
    main()
