"""What the first start asks and says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from tws_desktop.documents.blocks import Document, Notice, Paragraph, ParagraphStyle, Title, plain
from tws_desktop.domain.german.dates import show_date_long
from tws_desktop.ui.words import tr

LEAST = 10
"""Fewest characters of a passphrase."""
GOOD = 16


@dataclass(frozen=True, slots=True)
class Strength:
    """How good a passphrase is by its length: words, tone of a label, whether it is enough."""

    words: str
    tone: str
    enough: bool


def strength(passphrase: str) -> Strength:
    """By length alone: long beats odd signs."""
    length = len(passphrase)
    if not length:
        return Strength(
            tr("Mindestens 10 Zeichen. Vier Wörter, die nur Sie verbinden, sind gut zu merken."), "text_2", False
        )
    if length < LEAST:
        missing = LEAST - length
        return Strength(tr("Zu kurz: noch {count} Zeichen.").format(count=missing), "error", enough=False)
    if length < GOOD:
        return Strength(tr("Brauchbar. Ab 16 Zeichen ist es gut."), "warn", enough=True)
    return Strength(tr("Gut."), "ok", enough=True)


def passphrase_fault(first: str, second: str) -> str:
    """What is wrong with the two entries, empty when they can be taken."""
    if not strength(first).enough:
        return tr("Das Kennwort ist zu kurz. Bitte mindestens 10 Zeichen eingeben.")
    if first != second:
        return tr("Die beiden Eingaben sind verschieden. Bitte das Kennwort noch einmal gleich eingeben.")
    return ""


def same_code(typed: str, code: str) -> bool:
    """Whether a recovery code was typed back; blanks, hyphens and case do not matter."""
    return _bare(typed) == _bare(code) and bool(_bare(code))


def _bare(text: str) -> str:
    return re.sub(r"[\s\-\u2013]+", "", text).upper()


def recovery_paper(code: str, today: date) -> Document:
    """The recovery code on paper."""
    return Document(
        title=tr("Wiederherstellungscode TWS Desktop"),
        blocks=(
            Title(tr("Wiederherstellungscode"), "TWS Desktop"),
            Paragraph(plain(tr("Mit diesem Code öffnen Sie Ihre Daten, wenn Sie das Kennwort vergessen haben."))),
            Paragraph(plain(code), ParagraphStyle.LEAD),
            Notice(
                tr("Bewahren Sie dieses Blatt getrennt vom Rechner auf. Wer den Code hat, kann alles lesen. "
                   "Ohne Kennwort und ohne Code kann niemand die Daten zurückholen.")
            ),
            Paragraph(plain(tr("Erstellt am {day}").format(day=show_date_long(today))), ParagraphStyle.NOTE),
        ),
        date=today,
    )  # fmt: skip


OPEN_WARNING = (
    "Ohne Kennwort kann jede Person, die an diesen Rechner oder an eine Kopie der Datei kommt, alles lesen: "
    "Karten, Mindestergebnis und rote Linien. Auf Rechnern des Arbeitgebers können das auch dessen Administratoren."
)
"""What choosing no passphrase means, said before the choice holds."""
