"""Who may see what: one table of level and audience for every writer, the beamer, search and packages."""

from __future__ import annotations

from collections.abc import Collection
from enum import Enum, StrEnum, auto
from types import MappingProxyType


class Level(StrEnum):
    """How confidential a thing is; the order of the members is the order from open to secret."""

    OPEN = "open"
    PARTICIPANTS = "participants"
    COUNCIL = "council"
    NEGOTIATION = "negotiation"
    SECRET79 = "secret79"

    @property
    def german(self) -> str:
        """The name people read."""
        return _LEVEL_NAMES[self]


class Audience(StrEnum):
    """For whom a paper or package is made."""

    VERHANDLUNG = "verhandlung"
    GREMIUM = "gremium"
    TEILNEHMENDE = "teilnehmende"
    BELEGSCHAFT = "belegschaft"
    ARBEITGEBER = "arbeitgeber"
    OEFFENTLICH = "oeffentlich"

    @property
    def german(self) -> str:
        """The name people read."""
        return _AUDIENCE_NAMES[self]


class RoomAudience(StrEnum):
    """Who sits in the room and sees the beamer."""

    GREMIUM = "gremium"
    BEREICH = "bereich"
    MIT_ARBEITGEBER = "mit_arbeitgeber"
    VERSAMMLUNG = "versammlung"
    NETZWERK = "netzwerk"

    @property
    def german(self) -> str:
        """The name people read."""
        return _ROOM_NAMES[self]

    @property
    def highest(self) -> Level:
        """The highest level this room may see; never negotiation, never § 79."""
        return _ROOM_HIGHEST[self]


class _Rule(Enum):
    YES = auto()
    IF_RELEASED = auto()
    MARKED = auto()
    COUNCIL_TEAM = auto()
    NO = auto()


_LEVEL_NAMES = MappingProxyType(
    {
        Level.OPEN: "offen",
        Level.PARTICIPANTS: "Teilnehmende",
        Level.COUNCIL: "nur Betriebsrat",
        Level.NEGOTIATION: "Verhandlung",
        Level.SECRET79: "§\u00a079 geheim",
    }
)
_AUDIENCE_NAMES = MappingProxyType(
    {
        Audience.VERHANDLUNG: "Verhandlungsteam",
        Audience.GREMIUM: "Gremium",
        Audience.TEILNEHMENDE: "Teilnehmende",
        Audience.BELEGSCHAFT: "Belegschaft",
        Audience.ARBEITGEBER: "Arbeitgeber",
        Audience.OEFFENTLICH: "Öffentlichkeit",
    }
)
_ROOM_NAMES = MappingProxyType(
    {
        RoomAudience.GREMIUM: "Gremium",
        RoomAudience.BEREICH: "Bereich",
        RoomAudience.MIT_ARBEITGEBER: "mit Arbeitgeber",
        RoomAudience.VERSAMMLUNG: "Versammlung",
        RoomAudience.NETZWERK: "Netzwerk",
    }
)
_ROOM_HIGHEST = MappingProxyType(
    {
        RoomAudience.GREMIUM: Level.COUNCIL,
        RoomAudience.BEREICH: Level.PARTICIPANTS,
        RoomAudience.MIT_ARBEITGEBER: Level.OPEN,
        RoomAudience.VERSAMMLUNG: Level.OPEN,
        RoomAudience.NETZWERK: Level.OPEN,
    }
)

_Y, _R, _M, _T, _N = _Rule.YES, _Rule.IF_RELEASED, _Rule.MARKED, _Rule.COUNCIL_TEAM, _Rule.NO
# Columns in the order of Audience.
_TABLE = MappingProxyType(
    {
        Level.OPEN: (_Y, _Y, _Y, _R, _R, _R),
        Level.PARTICIPANTS: (_Y, _Y, _Y, _R, _R, _R),
        Level.COUNCIL: (_Y, _Y, _N, _R, _R, _R),
        Level.NEGOTIATION: (_Y, _N, _N, _N, _N, _N),
        Level.SECRET79: (_T, _Y, _N, _N, _M, _N),
    }
)
_COLUMN = MappingProxyType({audience: column for column, audience in enumerate(Audience)})
_ORDER = MappingProxyType({level: place for place, level in enumerate(Level)})

CYCLE = (Level.OPEN, Level.PARTICIPANTS, Level.COUNCIL, Level.NEGOTIATION)
"""The levels one key goes through. § 79 is not among them: it asks who declared the secret and when."""


def allowed(
    level: Level,
    audience: Audience,
    released: Collection[Audience] = frozenset(),
    team_is_council: bool = False,
) -> bool:
    """Whether a thing of `level` may be given to `audience`.

    `released` holds the audiences the thing was released to. `team_is_council` is said by hand, each
    time: all members of the negotiating team are council members, so a § 79 secret may be given to them;
    no writer sets it.
    """
    rule = _TABLE[level][_COLUMN[audience]]
    if rule is _Rule.IF_RELEASED:
        return audience in released
    if rule is _Rule.COUNCIL_TEAM:
        return team_is_council
    return rule in {_Rule.YES, _Rule.MARKED}


def must_be_marked(level: Level, audience: Audience) -> bool:
    """Whether a thing of `level` given to `audience` has to carry the mark of § 79."""
    return _TABLE[level][_COLUMN[audience]] is _Rule.MARKED


def can_be_released(level: Level, audience: Audience) -> bool:
    """Whether a release to `audience` changes anything for `level`; else none is offered."""
    return _TABLE[level][_COLUMN[audience]] is _Rule.IF_RELEASED


def lower(one: Level, other: Level) -> Level:
    """The more open of two levels."""
    return min(one, other, key=_ORDER.__getitem__)


def beamer_ceiling(workshop_level: Level, room_audience: RoomAudience) -> Level:
    """The highest level the beamer shows: the lower of the workshop's and the room's."""
    return lower(workshop_level, room_audience.highest)


def on_beamer(level: Level, ceiling: Level) -> bool:
    """Whether the beamer shows `level`; § 79 and negotiation never, whatever the ceiling."""
    return _ORDER[level] <= min(_ORDER[ceiling], _ORDER[Level.COUNCIL])


def next_level(level: Level) -> Level:
    """The level after the key is pressed; a § 79 secret stays one, it is lowered by hand only."""
    return CYCLE[(CYCLE.index(level) + 1) % len(CYCLE)] if level in CYCLE else level
