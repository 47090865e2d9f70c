"""What the draft says otherwise than the version that was frozen last."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal

from tws_desktop.domain.text import shortened
from tws_desktop.services.agreements.changes import Change, ChangeKind, Changes, changes_since_version
from tws_desktop.ui.agreements.note_list import NoteList, NoteRow
from tws_desktop.ui.desk import Desk
from tws_desktop.ui.kit.buttons import icon_button
from tws_desktop.ui.kit.labels import WrapLabel
from tws_desktop.ui.kit.panel import Panel
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr

_LOOK = {ChangeKind.NEW: ("plus", "ok"), ChangeKind.OTHER: ("pencil", "accent_text"), ChangeKind.GONE: ("x", "error")}
_AROUND = 3
_LONGEST = 220


def change_rows(changes: Changes) -> tuple[NoteRow, ...]:
    """The changes in the order of the document, what is gone last."""
    return tuple(
        NoteRow(str(place), change_words(one), f"{one.place} · {one.kind.german}", *_LOOK[one.kind])
        for place, one in enumerate(changes.found)
    )


def change_words(change: Change) -> str:
    """„tagt vierteljährlich, prüft“ → „tagt monatlich, prüft“: only what is different, with a few words around."""
    if change.kind is ChangeKind.NEW or not change.before:
        return _quoted(change.after)
    if change.kind is ChangeKind.GONE or not change.after:
        return _quoted(change.before)
    old, new = change.before.split(" "), change.after.split(" ")
    start = _same(old, new)
    end = _same(old[start:][::-1], new[start:][::-1])
    sides = (each[max(start - _AROUND, 0) : len(each) - max(end - _AROUND, 0)] for each in (old, new))
    return " → ".join(_quoted(" ".join(words)) for words in sides)


def _same(one: list[str], other: list[str]) -> int:
    """How many words both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (mine, theirs) in pairs if mine != theirs), min(len(one), len(other)))


def _quoted(text: str) -> str:
    return f"„{shortened(text, _LONGEST)}“"


class ChangesPanel(Panel):
    """`open_for(agreement)` reads and shows; `unit_wanted` leads to a place."""

    unit_wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(tr("Änderungen"), "git-compare")
        self._desk = desk
        self._found: tuple[Change, ...] = ()
        close = icon_button(tr("Schließen"), "x")
        close.clicked.connect(self.hide)
        self.head_row.addWidget(close)
        self.words = WrapLabel("", "body", "text_2")
        self.list = NoteList(tr("Änderungen"))
        self.list.setFixedHeight(style().px(260))
        self.list.opened.connect(self._open)
        self.add(self.words)
        self.add(self.list)
        self.hide()

    def open_for(self, agreement_id: UUID) -> None:
        """Shows what is different from the last frozen version."""
        self._desk.calls.read(lambda work: changes_since_version(work, agreement_id), self._show)

    def _show(self, changes: Changes | None) -> None:
        self._found = changes.found if changes is not None else ()
        self.set_title(tr("Änderungen seit Fassung {number}").format(number=changes.version if changes else 0))
        self.words.setText(tr("Seit der Fassung ist am Text und am Maßnahmenplan nichts geändert."))
        self.words.setVisible(not self._found)
        self.list.setVisible(bool(self._found))
        if changes is not None:
            self.list.show_rows(change_rows(changes))
        self.show()
        (self.list if self._found else self).setFocus()

    def _open(self, key: str) -> None:
        unit_id = self._found[int(key)].unit_id
        if unit_id is not None:
            self.unit_wanted.emit(unit_id)
