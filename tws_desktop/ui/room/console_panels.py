"""The console's panels for words and time: what to say now, the clock, help when it does not work."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from tws_desktop.ui.kit.buttons import ButtonKind, icon_button, quiet, small
from tws_desktop.ui.kit.labels import PlainLabel, WrapLabel
from tws_desktop.ui.kit.paint import set_tip
from tws_desktop.ui.kit.panel import Panel
from tws_desktop.ui.kit.timer_face import TimerFace
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr


class SayPanel(Panel):
    """One sentence at a time, forward and back."""

    def __init__(self) -> None:
        super().__init__(tr("Jetzt sagen"), "quote", small_head=True)
        self._sentences: tuple[str, ...] = ()
        self.place = 0
        self.words = WrapLabel("", "lead")
        self.back = icon_button(tr("Vorheriger Satz"), "chevron-left")
        self.forward = icon_button(tr("Nächster Satz"), "chevron-right")
        self.count = PlainLabel("", "caption", "text_2")
        self.back.clicked.connect(lambda: self.step(-1))
        self.forward.clicked.connect(lambda: self.step(1))
        for widget in (self.back, self.count, self.forward):
            self.head_row.addWidget(widget)
        self.add(self.words)

    def show_sentences(self, sentences: tuple[str, ...], *, anew: bool) -> None:
        """Shows the sentences of a phase; `anew` begins with the first."""
        if anew:
            self.place = 0
        self._sentences = sentences
        self.setVisible(bool(sentences))
        self.step(0)

    def step(self, by: int) -> None:
        """The next or previous sentence."""
        count = len(self._sentences)
        if not count:
            return
        self.place = min(count - 1, max(0, self.place + by))
        self.words.setText(f"„{self._sentences[self.place]}“")
        self.count.setText(tr("{place} von {count}").format(place=self.place + 1, count=count))
        several = count > 1
        for widget in (self.back, self.count, self.forward):
            widget.setVisible(several)
        self.back.setEnabled(self.place > 0)
        self.forward.setEnabled(self.place < count - 1)


class TimerPanel(Panel):
    """The clock of the phase with its buttons."""

    added = Signal(int)
    pause = Signal()
    next = Signal()
    clock_shared = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Zeit"))
        self.face = TimerFace()
        self.less = small(tr("−5"))
        self.pause_button = small(tr("Pause"), "pause")
        self.more = small(tr("+5"))
        self.less.setAccessibleName(tr("−5 Minuten"))
        self.more.setAccessibleName(tr("+5 Minuten"))
        self.share = icon_button(tr("Gruppe sieht die Uhr"), "users", ButtonKind.OUTLINED)
        self.share.setCheckable(True)
        self.next_button = icon_button(tr("Nächste Phase (Strg+Enter)"), "arrow-right", ButtonKind.OUTLINED)
        self.less.clicked.connect(lambda: self.added.emit(-5))
        self.more.clicked.connect(lambda: self.added.emit(5))
        self.pause_button.clicked.connect(self.pause)
        self.next_button.clicked.connect(self.next)
        self.share.toggled.connect(self.clock_shared)
        row = QHBoxLayout()
        row.setSpacing(style().px(6))
        for widget in (self.less, self.pause_button, self.more):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.share)
        row.addWidget(self.next_button)
        self.add(self.face)
        self.add_layout(row)

    def show_time(self, left: int, total: int, *, paused: bool) -> None:
        """Seconds left and in all."""
        self.face.set_time(left, total)
        first = tr("Uhr steht") if paused else tr("noch für diese Phase")
        second = tr("Gruppe sieht die Uhr") if self.share.isChecked() else tr("nur hier zu sehen")
        self.face.set_note(f"{first}\n{second}")
        words = tr("Weiter") if paused else tr("Pause")
        if self.pause_button.words() != words:
            self.pause_button.setText(words)
            self.pause_button.set_icon_name("play" if paused else "pause")
            self.pause_button.setAccessibleName(tr("Uhr läuft weiter, F5") if paused else tr("Uhr anhalten, F5"))
        set_tip(self.pause_button, "F5")


class HelpPanel(Panel):
    """Plan B of the phase and pitfalls of the format, folded."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Wenn es nicht klappt"))
        self.button = quiet(tr("Wenn es nicht klappt"), "circle-question-mark")
        self.button.setCheckable(False)
        self.words = WrapLabel("", "body", "text")
        self.button.clicked.connect(lambda: self._open(self.words.isHidden()))
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        self.add_layout(row)
        self.add(self.words)
        self._open(False)

    def show_help(self, plan_b: str, traps: tuple[str, ...]) -> None:
        """Shows what to do instead and what to stay clear of."""
        parts = [f"{tr('Plan B')}: {plan_b}"] if plan_b else []
        parts += [f"• {trap}" for trap in traps]
        self.words.setText("\n".join(parts))
        self.setVisible(bool(parts))

    def _open(self, on: bool) -> None:
        self.words.setVisible(on)
        self.button.set_icon_name("chevron-down" if on else "circle-question-mark")
