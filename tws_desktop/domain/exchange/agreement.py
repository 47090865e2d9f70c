"""An agreement, its origin and templates as a package writes them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Annotated, Any

from tws_desktop.domain.agreements import RungStep, UnitKind
from tws_desktop.domain.exchange.key import Key
from tws_desktop.domain.exchange.plant import Id, Rank, Released


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedParty:
    """Eine Partei."""

    id: Id = ""
    side: Annotated[str, Key("ag = Arbeitgeber, br = Betriebsrat")]
    legal_name: Annotated[str, Key("Rechtlicher Name")]
    rank: Rank = None
    seat: Annotated[str, Key("Sitz")] = ""
    represented_by: Annotated[str, Key("Vertreten durch")] = ""
    function: Annotated[str, Key("Funktion")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedUnit:
    """Ein Paragraf oder ein Stück davon."""

    id: Id
    kind: Annotated[UnitKind, Key("Art des Stücks")]
    rank: Rank = None
    title: Annotated[str, Key("Überschrift")] = ""
    text: Annotated[
        tuple[Any, ...],
        Key('Stücke: "Text", {"field": "schlüssel"} oder {"ref": "id eines Stücks", "form": "Schreibweise"}'),
    ] = ()
    slot: Annotated[str, Key("Platz im Aufbau der Vereinbarung")] = ""
    clause: Annotated[str, Key("Schlüssel der Klausel; eine unbekannte wird eigener Text und wird gemeldet")] = ""
    clause_version: Annotated[int, Key("Fassung der Klausel")] = 0
    variant: Annotated[str, Key("Variante der Klausel")] = ""
    option: Annotated[str, Key("Gewählte Option der Klausel")] = ""
    own_text: Annotated[bool, Key("Eigener Text")] = False
    right: Annotated[str, Key("Art des Rechts: E erzwingbar, F freiwillig, T, TV oder frame")] = ""
    norms: Annotated[tuple[str, ...], Key("Rechtsgrundlagen")] = ()
    word_mark: Annotated[str, Key("Textmarke in der Word-Datei")] = ""
    children: Annotated[tuple[PackedUnit, ...], Key("Untergeordnete Stücke")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedPart:
    """Ein Teil mit eigener Rechtsquelle und eigenen Parteien."""

    id: Id = ""
    rank: Rank = None
    title: Annotated[str, Key("Titel")] = ""
    legal_source: Annotated[str, Key("Rechtsquelle: bv, tv, absicht, ia oder sp")] = "bv"
    parties: Annotated[tuple[PackedParty, ...], Key("Parteien")] = ()
    units: Annotated[tuple[PackedUnit, ...], Key("Text")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedField:
    """Ein Platzhalter; ohne Wert ist er eine Lücke."""

    id: Id = ""
    kind: Annotated[str, Key("Typ des Werts, zum Beispiel text, date, money, number")] = "text"
    label: Annotated[str, Key("Beschriftung; fehlt sie, gilt der Schlüssel")] = ""
    value: Annotated[Any, Key("Wert; Beträge als Text mit Punkt als Dezimalzeichen")] = None
    unit_id: Annotated[str | None, Key("Stück, in dem der Platzhalter steht", refers=("unit",))] = None
    position: Annotated[str | None, Key("Position, aus der der Wert stammt", refers=("position",))] = None
    options: Annotated[tuple[str, ...], Key("Werte zur Auswahl")] = ()
    ask: Annotated[str, Key("Frage, mit der nach dem Wert gefragt wird")] = ""
    unit: Annotated[str, Key("Einheit des Werts")] = ""
    required: Annotated[bool, Key("Muss ausgefüllt sein")] = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedRung:
    """Eine Sprosse der Leiter eines Stücks; steht nur in Paketen für verhandlung."""

    id: Id = ""
    unit: Annotated[str, Key("Stück", refers=("unit",))]
    rung: Annotated[RungStep, Key("Forderung, Ziel, Mindestziel, Angebot oder vereinbart")]
    text: Annotated[str, Key("Wortlaut")] = ""
    by: Annotated[str, Key("Von wem")] = ""
    on: Annotated[date | None, Key("Tag")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedVersion:
    """Eine eingefrorene Fassung; steht nur in Paketen für verhandlung und wird wörtlich übernommen."""

    id: Id = ""
    number: Annotated[int, Key("Nummer der Fassung")]
    at: Annotated[datetime, Key("Zeitpunkt")]
    snapshot: Annotated[Mapping[str, Any], Key("Inhalt der Fassung")] = field(default_factory=dict)
    sha256: Annotated[str, Key("Prüfsumme des Inhalts")] = ""
    origin: Annotated[str, Key("own, employer oder import")] = "own"


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedAgreement:
    """Der Entwurf einer Vereinbarung."""

    id: Id
    type: Annotated[str, Key("Typ: BV, FBV, ZV, IA, SP, RV, RA oder EP")]
    type_version: Annotated[int, Key("Fassung des Typs")] = 1
    title: Annotated[str, Key("Titel")]
    subtitle: Annotated[str, Key("Untertitel")] = ""
    state: Annotated[str, Key("Stand S0 bis S13")] = "S1"
    version: Annotated[int, Key("Nummer der Fassung, an der gearbeitet wird")] = 1
    parts: Annotated[tuple[PackedPart, ...], Key("Teile")] = ()
    fields: Annotated[Mapping[str, PackedField], Key("Platzhalter nach ihrem Schlüssel")] = field(default_factory=dict)
    rungs: Annotated[tuple[PackedRung, ...], Key("Sprossen der Leiter")] = ()
    versions: Annotated[tuple[PackedVersion, ...], Key("Eingefrorene Fassungen")] = ()
    released: Released = ()


_OF = ("position", "unit", "field", "measure", "question", "trade")
_FROM = ("entry", "answer", "vote", "option", "position", "fact", "measure")


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedEvidence:
    """Herkunft: of beruht auf from. Beide als Art:Kennung."""

    id: Id = ""
    of: Annotated[str, Key("Was darauf beruht", refers=_OF)]
    source: Annotated[str, Key("Worauf es beruht", name="from", refers=_FROM)]
    note: Annotated[str, Key("Bemerkung")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedTemplate:
    """Eine Vorlage."""

    id: Id
    kind: Annotated[str, Key("workshop oder agreement")]
    title: Annotated[str, Key("Titel")]
    content: Annotated[Mapping[str, Any], Key("Inhalt")] = field(default_factory=dict)
    as_of: Annotated[date | None, Key("Stand")] = None
    source: Annotated[str, Key("Quelle")] = ""
    status: Annotated[str, Key("Reife, zum Beispiel Vorschlag, ungeprüft")] = ""
