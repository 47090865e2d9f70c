"""A workshop as a package writes it: phases, entries, sheets and votes (totals only)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Annotated, Any

from tws_desktop.domain.board_parameters import Board, SheetMode, VoteKind, VoteWay
from tws_desktop.domain.confidentiality import Level, RoomAudience
from tws_desktop.domain.exchange.key import Key
from tws_desktop.domain.exchange.plant import Id, Rank, Released
from tws_desktop.domain.questionnaires import Item
from tws_desktop.domain.workshops import AuthorMode, EntryKind, Source, StepKind, WorkshopState

BOARD = Key("key der Tafel; hat die Phase in der Datei keine boards, darf er fehlen: Dann gilt die erste passende")
_COUNTS = Key("Summen: Topf (dots, 0 bis 10, yes, no, abstain) zu Anzahl")


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedRun:
    """Ein Lauf einer Phase; Zeitpunkte mit Zeitzone."""

    id: Id = ""
    started_at: Annotated[datetime, Key("Beginn")]
    ended_at: Annotated[datetime | None, Key("Ende")] = None
    paused_at: Annotated[datetime | None, Key("Angehalten seit")] = None
    paused_s: Annotated[int, Key("Angehalten, in Sekunden")] = 0
    added_minutes: Annotated[int, Key("Verlängert um Minuten")] = 0
    beat_at: Annotated[datetime | None, Key("Zuletzt sicher gelaufen")] = None
    present: Annotated[int | None, Key("Anwesende")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedStep:
    """Eine Phase oder Pause."""

    id: Id
    title: Annotated[str, Key("Titel der Phase")]
    number: Annotated[str, Key("Nummer der Phase, zum Beispiel 4 oder P1")] = ""
    rank: Rank = None
    kind: Annotated[StepKind, Key("Arbeitsschritt oder Pause; eine Pause wird nie gekürzt")] = StepKind.STEP
    goal: Annotated[str, Key("Ziel der Phase")] = ""
    question: Annotated[str, Key("Leitfrage")] = ""
    method: Annotated[str, Key("Schlüssel der Methode; eine unbekannte bleibt stehen und wird gemeldet")] = ""
    boards: Annotated[
        tuple[Board, ...],
        Key(
            "Tafeln; fehlen sie, gelten die der gleichen Phase des bekannten Formats, und für den Rest entstehen welche"
        ),
    ] = ()
    minutes: Annotated[int, Key("Geplante Minuten", bounds=(1, 1440))] = 10
    min: Annotated[int, Key("Kürzeste Dauer in Minuten", bounds=(0, 1440))] = 5
    max: Annotated[int, Key("Längste Dauer in Minuten", bounds=(1, 1440))] = 30
    elastic: Annotated[bool, Key("Darf gekürzt werden, wenn die Zeit knapp ist")] = False
    must: Annotated[bool, Key("Darf nicht entfallen")] = True
    uses: Annotated[tuple[str, ...], Key("Nummern früherer Phasen, deren Ergebnisse einfließen")] = ()
    say: Annotated[tuple[str, ...], Key("Sätze, die die Moderation sagt")] = ()
    plan_b: Annotated[str, Key("Was zu tun ist, wenn es nicht geht wie geplant")] = ""
    who: Annotated[str, Key("Wer was tut")] = ""
    result: Annotated[str, Key("Ergebnis der Phase")] = ""
    dissent: Annotated[str, Key("Andere Meinung zum Ergebnis")] = ""
    level: Annotated[
        Level | None, Key("Vertraulichkeit neuer Einträge der Phase; fehlt sie, gilt die des Workshops")
    ] = None
    runs: Annotated[tuple[PackedRun, ...], Key("Läufe der Phase; darf fehlen")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedEntry:
    """Etwas Gesagtes oder Geschriebenes. Eine Kartengruppe (cluster) ist parent ihrer Karten."""

    id: Id
    kind: Annotated[EntryKind, Key("Art des Eintrags; private_note nur in Paketen für verhandlung")] = EntryKind.CARD
    text: Annotated[str, Key("Wortlaut")]
    step: Annotated[str | None, Key("Phase; fehlen darf sie nur bei parked und private_note", refers=("step",))] = None
    board: Annotated[str, BOARD] = ""
    parent: Annotated[str | None, Key("Kartengruppe oder übergeordneter Eintrag", refers=("entry",))] = None
    also_parent: Annotated[str | None, Key("Zweiter übergeordneter Eintrag (Spalte)", refers=("entry",))] = None
    rank: Rank = None
    note: Annotated[str, Key("Notiz")] = ""
    data: Annotated[Mapping[str, Any], Key("Felder der Tafel: Schlüssel zu Wert")] = field(default_factory=dict)
    symbol: Annotated[str, Key("Zeichen der Karte")] = ""
    author_mode: Annotated[AuthorMode, Key("Wie der Urheber festgehalten ist")] = AuthorMode.ANONYMOUS
    source: Annotated[Source, Key("Wie der Eintrag hereinkam")] = Source.CARD
    group_label: Annotated[str, Key("Gruppe, aus der er stammt")] = ""
    topics: Annotated[tuple[str, ...], Key("Themen T01 bis T20")] = ()
    areas: Annotated[tuple[str, ...], Key("Bereiche", refers=("area",))] = ()
    level: Annotated[Level, Key("Vertraulichkeit")] = Level.COUNCIL
    struck: Annotated[bool, Key("Gestrichen")] = False
    secret_by: Annotated[str, Key("Wer das Geheimnis nach § 79 erklärt hat")] = ""
    secret_on: Annotated[date | None, Key("Wann das Geheimnis erklärt wurde")] = None
    released: Released = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedAnswer:
    """Die Antwort auf eine Aussage: Wert oder special."""

    id: Id = ""
    item: Annotated[str, Key("Schlüssel der Aussage, zum Beispiel A1; im Bogen eindeutig")]
    value: Annotated[int | None, Key("Antwort auf der Skala")] = None
    special: Annotated[str, Key("W = wissen wir nicht, N = nicht relevant; dann ohne value")] = ""
    reason: Annotated[str, Key("Begründung")] = ""
    evidence: Annotated[str, Key("Beleg")] = ""
    dissent: Annotated[str, Key("Andere Meinung")] = ""
    level: Annotated[Level, Key("Vertraulichkeit")] = Level.COUNCIL
    released: Released = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedSheet:
    """Ein ausgefüllter Fragebogen."""

    id: Id
    step: Annotated[str, Key("Phase", refers=("step",))]
    questionnaire: Annotated[str, Key("Schlüssel des Fragebogens, zum Beispiel Q1; ein unbekannter wird gemeldet")]
    version: Annotated[int, Key("Fassung des Fragebogens")] = 1
    items_copy: Annotated[
        tuple[Item, ...], Key("Wortlaut der Aussagen; fehlt er und ist der Fragebogen bekannt, gilt dessen Wortlaut")
    ] = ()
    mode: Annotated[SheetMode, Key("Gemeinsam ausgefüllt oder von einer Person")] = SheetMode.AGREED
    group_key: Annotated[str, Key("Gruppe")] = ""
    as_of: Annotated[date | None, Key("Stand")] = None
    answers: Annotated[tuple[PackedAnswer, ...], Key("Antworten")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedGroup:
    """Summen einer Gruppe."""

    group: Annotated[str, Key("Name der Gruppe")]
    results: Annotated[Mapping[str, int], _COUNTS]


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedOption:
    """Etwas, das zur Wahl steht."""

    id: Id = ""
    text: Annotated[str, Key("Wortlaut")]
    rank: Rank = None
    entry: Annotated[str | None, Key("Eintrag, der zur Wahl steht", refers=("entry",))] = None
    topic: Annotated[str, Key("Thema T01 bis T20")] = ""
    path: Annotated[str, Key("Weg, auf dem das Thema geregelt werden soll")] = ""
    results: Annotated[Mapping[str, int], _COUNTS] = field(default_factory=dict)
    groups: Annotated[tuple[PackedGroup, ...], Key("Summen je Gruppe")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedVote:
    """Eine Abstimmung. Sie enthält nur Summen; eine Datei mit einzelnen Stimmen wird abgelehnt."""

    id: Id
    step: Annotated[str, Key("Phase", refers=("step",))]
    board: Annotated[str, BOARD] = ""
    kind: Annotated[VoteKind, Key("Was gezählt wird: Punkte, Skala, Widerstand, Ja/Nein")]
    question: Annotated[str, Key("Frage")] = ""
    mode: Annotated[VoteWay, Key("Wie gezählt wurde")] = VoteWay.COUNTED
    secret: Annotated[bool, Key("Geheim")] = True
    voters: Annotated[int | None, Key("Abstimmende")] = None
    points_each: Annotated[int | None, Key("Punkte je Person")] = None
    per_item_max: Annotated[int | None, Key("Höchstens so viele Punkte je Person auf einer Option")] = 2
    veto: Annotated[int | None, Key("Widerstand, ab dem eine Option ausscheidet")] = None
    round: Annotated[int, Key("Durchgang")] = 1
    state: Annotated[str, Key("open oder closed")] = "closed"
    dissent: Annotated[str, Key("Andere Meinung")] = ""
    options: Annotated[tuple[PackedOption, ...], Key("Was zur Wahl steht")] = ()
    results: Annotated[Mapping[str, int], _COUNTS] = field(default_factory=dict)
    groups: Annotated[tuple[PackedGroup, ...], Key("Summen je Gruppe")] = ()
    released: Released = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedWorkshop:
    """Ein Workshop mit allem, was in ihm gesagt wurde."""

    id: Id
    format: Annotated[str, Key("Schlüssel des Formats, zum Beispiel F01; ein unbekannter wird gemeldet")] = ""
    format_version: Annotated[int, Key("Fassung des Formats")] = 1
    format_copy: Annotated[Mapping[str, Any], Key("Kopie des Formats; darf fehlen")] = field(default_factory=dict)
    title: Annotated[str, Key("Titel")]
    goal: Annotated[str, Key("Ziel")] = ""
    start: Annotated[str, Key("Geplanter Beginn, Ortszeit: JJJJ-MM-TT oder JJJJ-MM-TTThh:mm")] = ""
    time: Annotated[str, Key("Uhrzeit hh:mm, nur wenn der Tag noch offen ist")] = ""
    zone: Annotated[str, Key("Zeitzone der Ortszeit")] = "Europe/Berlin"
    place: Annotated[str, Key("Ort")] = ""
    room_audience: Annotated[RoomAudience, Key("Wer im Raum sitzt")] = RoomAudience.GREMIUM
    default_level: Annotated[Level, Key("Vertraulichkeit neuer Einträge")] = Level.COUNCIL
    participation: Annotated[str, Key("Grad der Beteiligung")] = ""
    headcount: Annotated[int | None, Key("Teilnehmende")] = None
    council_present: Annotated[int | None, Key("Davon Mitglieder des Betriebsrats")] = None
    state: Annotated[WorkshopState, Key("Stand")] = WorkshopState.PLANNED
    current_step: Annotated[str | None, Key("Laufende Phase", refers=("step",))] = None
    steps: Annotated[tuple[PackedStep, ...], Key("Phasen und Pausen")] = ()
    entries: Annotated[tuple[PackedEntry, ...], Key("Einträge")] = ()
    sheets: Annotated[tuple[PackedSheet, ...], Key("Fragebögen")] = ()
    votes: Annotated[tuple[PackedVote, ...], Key("Abstimmungen")] = ()
