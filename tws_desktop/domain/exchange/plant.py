"""Plant, facts, areas, people and project as a package writes them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from tws_desktop.domain.confidentiality import Audience, Level
from tws_desktop.domain.exchange.key import Key
from tws_desktop.domain.plants import FactKind

Rank = Annotated[int | None, Key("Reihenfolge unter Geschwistern; fehlt sie, gilt die Reihenfolge in der Datei")]
Id = Annotated[str, Key("Kennung: beliebiger Text, in der Datei eindeutig; beim Übernehmen wird sie ersetzt")]
Released = Annotated[tuple[Audience, ...], Key("Für wen die Sache freigegeben ist (Kurzform von releases)")]


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedFact:
    """Eine datierte Angabe über den Betrieb."""

    id: Id = ""
    kind: Annotated[FactKind, Key("Steckbrief (profile) oder Angabe aus dem Tarifvertrag (tariff)")] = FactKind.PROFILE
    key: Annotated[str, Key("Schlüssel der Angabe, zum Beispiel beschaeftigte")]
    value: Annotated[str, Key("Wert als Text; Beträge mit Punkt als Dezimalzeichen")]
    unit: Annotated[str, Key("Einheit, zum Beispiel Stunden")] = ""
    period: Annotated[str, Key("Jahr oder Zeitraum, von dem die Angabe spricht")] = ""
    as_of: Annotated[date | None, Key("Stand der Angabe")] = None
    source: Annotated[str, Key("Woher die Angabe stammt")] = ""
    legal_source: Annotated[str, Key("Rechtsquelle, zum Beispiel der Tarifvertrag")] = ""
    level: Annotated[Level, Key("Vertraulichkeit")] = Level.COUNCIL
    rank: Rank = None
    released: Released = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedPlant:
    """Der Betrieb. Fehlt er, entsteht ein Betrieb mit dem Namen „Betrieb aus Paket“."""

    name: Annotated[str, Key("Name des Betriebs")]
    site: Annotated[str, Key("Standort")] = ""
    land: Annotated[str, Key("Bundesland als Kürzel")] = "SL"
    sector: Annotated[str, Key("Branche")] = ""
    company: Annotated[str, Key("Unternehmen")] = ""
    group_name: Annotated[str, Key("Konzern")] = ""
    tariff_area: Annotated[str, Key("Tarifgebiet")] = ""
    council_size: Annotated[int | None, Key("Mitglieder des Betriebsrats")] = None
    office: Annotated[str, Key("Zuständige Geschäftsstelle")] = ""
    sample: Annotated[bool, Key("Beispieldaten; die Übernahme kennzeichnet den Betrieb als „Beispiel“")] = False
    facts: Annotated[tuple[PackedFact, ...], Key("Steckbrief und Tarifangaben")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedArea:
    """Ein Bereich des Betriebs."""

    id: Id
    name: Annotated[str, Key("Name des Bereichs")]
    kind: Annotated[str, Key("Art des Bereichs")] = ""
    headcount: Annotated[int | None, Key("Beschäftigte im Bereich")] = None
    rank: Rank = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedPerson:
    """Jemand, der eine Maßnahme übernehmen kann. Die Rolle genügt."""

    id: Id
    role: Annotated[str, Key("Rolle, zum Beispiel BR-Vorsitz")]
    name: Annotated[str, Key("Name; darf fehlen")] = ""
    side: Annotated[str, Key("Seite, zum Beispiel br oder ag")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedProjectStep:
    """Ein Schritt des Vorhabens."""

    id: Id = ""
    number: Annotated[int, Key("Nummer des Schritts", bounds=(0, 11))]
    state: Annotated[str, Key("Stand, zum Beispiel open oder done")] = "open"
    day: Annotated[date | None, Key("Tag")] = None
    sentence: Annotated[str, Key("Ergebnis in einem Satz")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedProject:
    """Das Vorhaben. Fehlt es, entsteht ein Vorhaben mit dem Titel „Vorhaben aus Paket“."""

    id: Id = ""
    title: Annotated[str, Key("Titel des Vorhabens")]
    responsible: Annotated[str | None, Key("Wer verantwortlich ist", refers=("person",))] = None
    state: Annotated[str, Key("Stand, zum Beispiel open")] = "open"
    steps: Annotated[tuple[PackedProjectStep, ...], Key("Schritte des Vorhabens")] = ()
