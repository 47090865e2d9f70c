"""Positions, give and take, measures, questions and decisions as a package writes them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any

from tws_desktop.domain.confidentiality import Level
from tws_desktop.domain.exchange.key import Key
from tws_desktop.domain.exchange.plant import Id, Rank, Released
from tws_desktop.domain.positions import DecisionKind, MeasureState

Workshop = Annotated[
    str | None, Key("Workshop; fehlt er in einem Paket der Art workshop, gilt dessen erster", refers=("workshop",))
]


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedSecret:
    """Was der Betriebsrat annehmen würde; steht nur in Paketen für verhandlung."""

    minimum: Annotated[str, Key("Mindestziel")] = ""
    leeway: Annotated[str, Key("Spielraum")] = ""
    red_line: Annotated[str, Key("Rote Linie")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedPosition:
    """Eine Position des Betriebsrats zu einem Thema."""

    id: Id
    topic: Annotated[str, Key("Thema T01 bis T20")]
    title: Annotated[str, Key("Titel")]
    workshop: Workshop = None
    rank: Rank = None
    situation: Annotated[str, Key("Ausgangslage")] = ""
    goal: Annotated[str, Key("Ziel")] = ""
    measure: Annotated[str, Key("Woran man den Erfolg misst")] = ""
    target_value: Annotated[str, Key("Zielwert")] = ""
    target_date: Annotated[date | None, Key("Bis wann")] = None
    give: Annotated[str, Key("Was der Betriebsrat dafür gibt")] = ""
    right_level: Annotated[str, Key("Stärke des Rechts")] = ""
    norm: Annotated[str, Key("Rechtsgrundlage")] = ""
    place: Annotated[str, Key("Wo es geregelt werden soll")] = ""
    reasons: Annotated[str, Key("Gründe")] = ""
    objections: Annotated[str, Key("Einwände und Antworten")] = ""
    allies: Annotated[str, Key("Verbündete")] = ""
    priority: Annotated[str, Key("Rang der Forderung")] = ""
    state: Annotated[str, Key("Stand, zum Beispiel open")] = "open"
    secret: Annotated[PackedSecret | None, Key("Mindestziel, Spielraum und rote Linie")] = None
    data: Annotated[Mapping[str, Any], Key("Weitere Felder der Tafel: Schlüssel zu Wert")] = field(default_factory=dict)
    level: Annotated[Level, Key("Vertraulichkeit")] = Level.COUNCIL
    released: Released = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedTrade:
    """Geben und Nehmen."""

    id: Id
    gives: Annotated[str, Key("Was der Betriebsrat gibt")]
    gets: Annotated[str, Key("Was er dafür bekommt")]
    workshop: Workshop = None
    rank: Rank = None
    gives_until: Annotated[date | None, Key("Ende des Gebens")] = None
    gets_until: Annotated[date | None, Key("Ende des Nehmens")] = None
    fallback: Annotated[str, Key("Was gilt, wenn eine Seite nicht liefert")] = ""
    position: Annotated[str | None, Key("Position", refers=("position",))] = None
    data: Annotated[Mapping[str, Any], Key("Weitere Felder der Tafel: Schlüssel zu Wert")] = field(default_factory=dict)
    level: Annotated[Level, Key("Vertraulichkeit")] = Level.COUNCIL
    released: Released = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedMeasure:
    """Wer macht was bis wann. Ohne owner und due wird binding als proposal übernommen und gemeldet."""

    id: Id
    text: Annotated[str, Key("Was zu tun ist")]
    workshop: Workshop = None
    rank: Rank = None
    owner: Annotated[str | None, Key("Wer es übernimmt", refers=("person",))] = None
    with_whom: Annotated[str, Key("Mit wem")] = ""
    means: Annotated[str, Key("Mittel")] = ""
    due: Annotated[date | None, Key("Bis wann")] = None
    done_when: Annotated[str, Key("Woran man sieht, dass es erledigt ist")] = ""
    effort: Annotated[str, Key("Aufwand")] = ""
    state: Annotated[MeasureState, Key("Stand")] = MeasureState.PROPOSAL
    depends_on: Annotated[str, Key("Was vorher erledigt sein muss")] = ""
    data: Annotated[Mapping[str, Any], Key("Weitere Felder der Tafel: Schlüssel zu Wert")] = field(default_factory=dict)
    level: Annotated[Level, Key("Vertraulichkeit")] = Level.PARTICIPANTS
    released: Released = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedQuestion:
    """Etwas, das der Betriebsrat nicht weiß und fragt."""

    id: Id
    text: Annotated[str, Key("Frage")]
    workshop: Workshop = None
    rank: Rank = None
    item: Annotated[str, Key("Aussage des Fragebogens, aus der die Frage entstand")] = ""
    document: Annotated[str, Key("Verlangte Unterlage")] = ""
    addressee: Annotated[str, Key("An wen")] = "Arbeitgeber"
    norm: Annotated[str, Key("Rechtsgrundlage")] = ""
    due: Annotated[date | None, Key("Frist")] = None
    reason: Annotated[str, Key("Wozu die Auskunft gebraucht wird")] = ""
    state: Annotated[str, Key("Stand: open, asked, answered oder refused")] = "open"
    answer: Annotated[str, Key("Antwort")] = ""
    data: Annotated[Mapping[str, Any], Key("Weitere Felder der Tafel: Schlüssel zu Wert")] = field(default_factory=dict)
    level: Annotated[Level, Key("Vertraulichkeit")] = Level.COUNCIL
    released: Released = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedDecision:
    """Ein Antrag mit seinen Stimmzahlen. Das Ergebnis wird gerechnet, nie geschrieben."""

    id: Id
    kind: Annotated[DecisionKind, Key("Meinungsbild, Beschluss des Betriebsrats, Votum der Mitglieder")]
    wording: Annotated[str, Key("Wortlaut")]
    workshop: Workshop = None
    rank: Rank = None
    top: Annotated[str, Key("Tagesordnungspunkt")] = ""
    reason: Annotated[str, Key("Begründung")] = ""
    norm: Annotated[str, Key("Rechtsgrundlage")] = ""
    on: Annotated[date | None, Key("Tag")] = None
    members: Annotated[int | None, Key("Mitglieder des Gremiums")] = None
    present: Annotated[int | None, Key("Anwesende")] = None
    taking_part: Annotated[int | None, Key("Teilnehmende an der Abstimmung")] = None
    jav: Annotated[int | None, Key("Stimmen der Jugend- und Auszubildendenvertretung")] = None
    yes: Annotated[int | None, Key("Ja")] = None
    no: Annotated[int | None, Key("Nein")] = None
    abstain: Annotated[int | None, Key("Enthaltung")] = None
    data: Annotated[Mapping[str, Any], Key("Weitere Felder der Tafel: Schlüssel zu Wert")] = field(default_factory=dict)
    level: Annotated[Level, Key("Vertraulichkeit")] = Level.COUNCIL
    released: Released = ()
