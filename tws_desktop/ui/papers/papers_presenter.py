"""Which papers there are for a workshop or project, for whom, and what their files are called."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from tws_desktop.domain.confidentiality import Audience
from tws_desktop.domain.errors import InputRefused
from tws_desktop.domain.german.dates import show_date
from tws_desktop.domain.keeping import RegisterLine
from tws_desktop.domain.papers import Paper
from tws_desktop.domain.workshops import WorkshopState
from tws_desktop.services.papers import agenda, sheets
from tws_desktop.services.papers.choice import KEYS
from tws_desktop.ui.kit.rows import Row
from tws_desktop.ui.words import tr

OF_PROJECT = ("D04", "D05", "D07")
"""Papers over all workshops of a project; the others belong to one workshop."""


@dataclass(frozen=True, slots=True)
class PaperChoice:
    """A paper to choose: its key, title, purpose, the audiences it is for, and the usual one."""

    key: str
    title: str
    purpose: str
    audiences: tuple[Audience, ...]
    audience: Audience

    @property
    def before_the_day(self) -> bool:
        """Whether it is one of the papers that are printed before the day."""
        return self.key in {*agenda.TITLES, sheets.KEY}


def choices(papers: Mapping[str, Paper], *, of_project: bool) -> tuple[PaperChoice, ...]:
    """The papers in their order."""
    found = []
    if not of_project:
        for key, (title, purpose, audience) in agenda.TITLES.items():
            found.append(PaperChoice(key, title, purpose, (audience,), audience))
        found.append(PaperChoice(sheets.KEY, sheets.TITLE, sheets.PURPOSE, (sheets.AUDIENCE,), sheets.AUDIENCE))
    for key in OF_PROJECT if of_project else KEYS:
        if key in papers:
            paper = papers[key]
            usual = Audience.GREMIUM if Audience.GREMIUM in paper.audiences else paper.audience
            found.append(PaperChoice(key, paper.title, paper.purpose, paper.audiences, usual))
    return tuple(found)


def first_choice(state: WorkshopState | None) -> str:
    """What is shown first: before the day the agenda, afterwards the results, for a project the plan."""
    if state is None:
        return "D04"
    return agenda.LONG if state is WorkshopState.PLANNED else "D01"


def choice_row(choice: PaperChoice) -> Row:
    """One paper as a row."""
    icon = "list-ordered" if choice.key in agenda.TITLES else "list-checks" if choice.before_the_day else "file-text"
    return Row(choice.key, choice.title, choice.purpose, icon)


def file_name(choice: PaperChoice, plant: str, day: date, kind: str) -> str:
    """`2026-11-23 D04 Maßnahmenplan Musterwerk Saar.docx`, without signs that file systems refuse."""
    key = "" if choice.before_the_day else f"{choice.key} "
    words = f"{day:%Y-%m-%d} {key}{choice.title} {plant}"
    clean = re.sub(r'[<>:"/\\|?*\x00-\x1f]', " ", words)
    return " ".join(clean.split())[:120].strip(" .") + f".{kind}"


def target(folder: str, name: str) -> Path:
    """Where the file goes; refuses an empty folder, and what is no folder."""
    if not folder.strip():
        raise InputRefused("Der Ordner fehlt. Bitte einen Ordner wählen.")
    path = Path(folder.strip()).expanduser()
    if not path.is_dir():
        raise InputRefused(f"Den Ordner „{path}“ gibt es nicht. Bitte einen vorhandenen Ordner wählen.")
    return path / name


def house_style(text: str) -> Path | None:
    """The house style's path, None for none; refuses what is no Word file."""
    if not text.strip():
        return None
    path = Path(text.strip()).expanduser()
    if path.suffix.lower() not in {".docx", ".dotx"} or not path.is_file():
        raise InputRefused(f"„{path.name}“ ist keine Word-Datei. Bitte eine .docx mit der Hausvorlage wählen.")
    return path


def register_row(line: RegisterLine) -> Row:
    """One line of what left the store."""
    at: datetime = line.at.astimezone()
    audience = Audience(line.audience).german if line.audience in set(Audience) else line.audience
    parts = [line.kind.upper(), f"{show_date(at.date())}, {at:%H:%M}", audience]
    if line.left_out:
        parts.append(tr("{count} nicht enthalten").format(count=line.left_out))
    return Row(str(line.id), Path(line.path).name, " · ".join(part for part in parts if part), "file-down")


def left_out_words(count: int) -> str:
    """`Nicht enthalten wegen Vertraulichkeit: 3`, or that nothing is missing."""
    if not count:
        return tr("Nichts fehlt: Dieser Kreis darf alles sehen.")
    return tr("Nicht enthalten wegen Vertraulichkeit: {count}").format(count=count)
