"""The table of level and audience, cell by cell, and what the beamer shows."""

from __future__ import annotations

from itertools import product

import pytest

from tws_desktop.domain import confidentiality
from tws_desktop.domain.confidentiality import (
    CYCLE,
    Audience,
    Level,
    RoomAudience,
    allowed,
    beamer_ceiling,
    can_be_released,
    must_be_marked,
    next_level,
    on_beamer,
)

# One letter per audience: verhandlung gremium teilnehmende belegschaft arbeitgeber oeffentlich.
# y yes, r if released, n no, m yes but marked, t only a team of council members.
EXPECTED = {
    Level.OPEN: "yyyrrr",
    Level.PARTICIPANTS: "yyyrrr",
    Level.COUNCIL: "yynrrr",
    Level.NEGOTIATION: "ynnnnn",
    Level.SECRET79: "tynnmn",
}
CELLS = [
    (level, audience, EXPECTED[level][column])
    for level in Level
    for column, audience in enumerate(
        (
            Audience.VERHANDLUNG,
            Audience.GREMIUM,
            Audience.TEILNEHMENDE,
            Audience.BELEGSCHAFT,
            Audience.ARBEITGEBER,
            Audience.OEFFENTLICH,
        )
    )
]


@pytest.mark.parametrize(("level", "audience", "cell"), CELLS)
def test_every_cell_of_the_table(level: Level, audience: Audience, cell: str) -> None:
    others = frozenset(Audience) - {audience}
    assert allowed(level, audience) is (cell in "ym")
    assert allowed(level, audience, others) is (cell in "ym"), "a release to others must not count"
    assert allowed(level, audience, frozenset({audience})) is (cell in "ymr")
    assert allowed(level, audience, team_is_council=True) is (cell in "ymt")
    assert must_be_marked(level, audience) is (cell == "m")
    assert can_be_released(level, audience) is (cell == "r")


def test_a_cell_turned_round_is_seen_by_the_table_test(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = dict(confidentiality._TABLE)
    broken[Level.NEGOTIATION] = (confidentiality._Rule.YES,) * 6
    monkeypatch.setattr(confidentiality, "_TABLE", broken)
    with pytest.raises(AssertionError):
        test_every_cell_of_the_table(Level.NEGOTIATION, Audience.ARBEITGEBER, "n")


def test_no_release_opens_the_negotiation_to_anyone_else() -> None:
    everyone = frozenset(Audience)
    seen = {audience for audience in Audience if allowed(Level.NEGOTIATION, audience, everyone, team_is_council=True)}
    assert seen == {Audience.VERHANDLUNG}


def test_the_names_people_read() -> None:
    assert [level.german for level in Level] == [
        "offen",
        "Teilnehmende",
        "nur Betriebsrat",
        "Verhandlung",
        "§\u00a079 geheim",
    ]
    assert [audience.german for audience in Audience] == [
        "Verhandlungsteam",
        "Gremium",
        "Teilnehmende",
        "Belegschaft",
        "Arbeitgeber",
        "Öffentlichkeit",
    ]
    assert RoomAudience.MIT_ARBEITGEBER.german == "mit Arbeitgeber"


@pytest.mark.parametrize(
    ("workshop", "room", "ceiling"),
    [
        (Level.COUNCIL, RoomAudience.GREMIUM, Level.COUNCIL),
        (Level.PARTICIPANTS, RoomAudience.GREMIUM, Level.PARTICIPANTS),
        (Level.COUNCIL, RoomAudience.BEREICH, Level.PARTICIPANTS),
        (Level.COUNCIL, RoomAudience.MIT_ARBEITGEBER, Level.OPEN),
        (Level.PARTICIPANTS, RoomAudience.VERSAMMLUNG, Level.OPEN),
        (Level.NEGOTIATION, RoomAudience.NETZWERK, Level.OPEN),
        (Level.SECRET79, RoomAudience.GREMIUM, Level.COUNCIL),
    ],
)
def test_the_ceiling_is_the_lower_of_workshop_and_room(workshop: Level, room: RoomAudience, ceiling: Level) -> None:
    assert beamer_ceiling(workshop, room) is ceiling


def test_a_secret_is_never_on_the_beamer() -> None:
    for level, room in product(Level, RoomAudience):
        assert not on_beamer(Level.SECRET79, beamer_ceiling(level, room))
    for ceiling in Level:
        assert not on_beamer(Level.SECRET79, ceiling)
        assert not on_beamer(Level.NEGOTIATION, ceiling)


def test_the_beamer_shows_up_to_the_ceiling() -> None:
    assert on_beamer(Level.OPEN, Level.OPEN)
    assert not on_beamer(Level.PARTICIPANTS, Level.OPEN)
    assert on_beamer(Level.COUNCIL, Level.COUNCIL)


def test_one_key_goes_round_the_levels_without_the_secret() -> None:
    seen = [Level.OPEN]
    for _ in CYCLE:
        seen.append(next_level(seen[-1]))
    assert seen == [Level.OPEN, Level.PARTICIPANTS, Level.COUNCIL, Level.NEGOTIATION, Level.OPEN]
    assert next_level(Level.SECRET79) is Level.SECRET79
