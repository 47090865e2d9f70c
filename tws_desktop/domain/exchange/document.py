"""The whole package: what stands at the top."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Any

from tws_desktop.domain.confidentiality import Audience
from tws_desktop.domain.exchange.agreement import PackedAgreement, PackedEvidence, PackedTemplate
from tws_desktop.domain.exchange.files import PackedFile
from tws_desktop.domain.exchange.key import Key
from tws_desktop.domain.exchange.plant import Id, PackedArea, PackedPerson, PackedPlant, PackedProject
from tws_desktop.domain.exchange.positions import (
    PackedDecision,
    PackedMeasure,
    PackedPosition,
    PackedQuestion,
    PackedTrade,
)
from tws_desktop.domain.exchange.workshop import PackedWorkshop

FORMAT = "twspaket"
VERSION = "1.0"
"""The version this program writes and reads; a newer one is refused."""

RELEASABLE = (
    "entry", "position", "trade", "measure", "question", "decision", "fact", "answer", "vote", "agreement",
    "file",
)  # fmt: skip
"""Kinds of things that carry releases of their own."""


class PackageKind(StrEnum):
    """What a package carries."""

    PROJECT = "project"
    WORKSHOP = "workshop"
    AGREEMENT = "agreement"
    TEMPLATES = "templates"


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedRelease:
    """Eine Freigabe mit Rolle und Tag; released an der Sache ist die Kurzform ohne beides."""

    id: Id = ""
    of: Annotated[str, Key("Was freigegeben ist", refers=RELEASABLE)]
    audience: Annotated[Audience, Key("Für wen")]
    by_role: Annotated[str, Key("Rolle, die freigegeben hat")] = ""
    on: Annotated[date | None, Key("Tag der Freigabe")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageDocument:
    """Das ganze Paket."""

    format: Annotated[str, Key("Immer twspaket")]
    version: Annotated[str, Key("Fassung des Formats: 1.0; eine neuere wird abgelehnt")]
    kind: Annotated[PackageKind, Key("Was das Paket trägt")]
    id: Annotated[str, Key("Kennung des Pakets: beliebiger Text")]
    lineage: Annotated[str, Key("Herkunftslinie: gleich für alle Fassungen desselben Pakets; fehlt sie, gilt id")] = ""
    revision: Annotated[int, Key("Fassung innerhalb der Herkunftslinie")] = 1
    made: Annotated[datetime | None, Key("Zeitpunkt der Ausgabe mit Zeitzone")] = None
    by: Annotated[str, Key("Programm, das das Paket geschrieben hat")] = ""
    plant: Annotated[PackedPlant | None, Key("Betrieb")] = None
    areas: Annotated[tuple[PackedArea, ...], Key("Bereiche des Betriebs")] = ()
    people: Annotated[tuple[PackedPerson, ...], Key("Personen oder Rollen")] = ()
    project: Annotated[PackedProject | None, Key("Vorhaben")] = None
    workshops: Annotated[tuple[PackedWorkshop, ...], Key("Workshops")] = ()
    positions: Annotated[tuple[PackedPosition, ...], Key("Positionen")] = ()
    trades: Annotated[tuple[PackedTrade, ...], Key("Geben und Nehmen")] = ()
    measures: Annotated[tuple[PackedMeasure, ...], Key("Maßnahmen")] = ()
    questions: Annotated[tuple[PackedQuestion, ...], Key("Fragen an den Arbeitgeber")] = ()
    decisions: Annotated[tuple[PackedDecision, ...], Key("Meinungsbilder und Beschlüsse")] = ()
    deadlines: Annotated[tuple[Any, ...], Key("Fristen: in dieser Fassung leer")] = ()
    agreements: Annotated[tuple[PackedAgreement, ...], Key("Vereinbarungen")] = ()
    evidence: Annotated[tuple[PackedEvidence, ...], Key("Herkunft")] = ()
    releases: Annotated[tuple[PackedRelease, ...], Key("Freigaben mit Rolle und Tag")] = ()
    templates: Annotated[tuple[PackedTemplate, ...], Key("Vorlagen")] = ()
    files: Annotated[tuple[PackedFile, ...], Key("Fotos; nur in einem .twspaket")] = ()
