"""Proposals when the clock slips."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tws_desktop.workshop.agenda import Phase, PhaseKind
from tws_desktop.workshop.slip import Proposal, ProposalKind, applied, late_sentence, proposals

END = datetime(2026, 11, 26, 12, 0)
LEFT = (
    Phase("luecken", "Lücken", 20, lowest=12, elastic=True),
    Phase("pause", "Pause", 10, lowest=5, elastic=True, kind=PhaseKind.BREAK),
    Phase("auswahl", "Auswahl", 25, lowest=21, elastic=True, must=True),
    Phase("schritte", "Nächste Schritte", 20, must=True),
    Phase("abschluss", "Abschluss", 5, must=True),
)


def by_kind(late: int, phases: tuple[Phase, ...] = LEFT) -> dict[ProposalKind, Proposal]:
    return {proposal.kind: proposal for proposal in proposals(phases, late, END)}


def test_shortening_shares_the_minutes_and_keeps_the_end() -> None:
    proposal = by_kind(6)[ProposalKind.SHORTEN]
    assert dict(proposal.minutes) == {
        "luecken": 16,
        "pause": 10,
        "auswahl": 23,
        "schritte": 20,
        "abschluss": 5,
    }
    assert proposal.end == END
    assert proposal.sentence == "„Lücken“ um 4 Minuten, „Auswahl“ um 2 Minuten kürzen. Ende bleibt 12:00."


def test_shortening_stops_at_the_lowest_and_says_the_new_end() -> None:
    proposal = by_kind(20)[ProposalKind.SHORTEN]
    assert (dict(proposal.minutes)["luecken"], dict(proposal.minutes)["auswahl"]) == (12, 21)
    assert proposal.sentence.endswith("kürzen. Ende 12:08 statt 12:00.")


def test_dropping_takes_what_need_not_be() -> None:
    proposal = by_kind(15)[ProposalKind.DROP]
    assert proposal.gone == ("luecken",)
    assert proposal.sentence == "„Lücken“ (20 Minuten) streichen. Ende 11:55 statt 12:00."
    assert [phase.key for phase in applied(LEFT, proposal)] == ["pause", "auswahl", "schritte", "abschluss"]


def test_dropping_prefers_the_shortest_phase_that_is_long_enough() -> None:
    phases = tuple(Phase(str(minutes), "", minutes) for minutes in (30, 15, 10))
    assert by_kind(12, phases)[ProposalKind.DROP].gone == ("15",)
    assert by_kind(15, phases)[ProposalKind.DROP].gone == ("15",)
    assert by_kind(40, phases)[ProposalKind.DROP].gone == ("30", "15")
    assert by_kind(45, phases)[ProposalKind.DROP].gone == ("30", "15")
    assert by_kind(90, phases)[ProposalKind.DROP].gone == ("30", "15", "10")


def test_postponing_takes_a_late_phase_but_never_the_closing_one() -> None:
    proposal = by_kind(15)[ProposalKind.POSTPONE]
    assert proposal.gone == ("schritte",)
    assert "auf das nächste Treffen vertagen. Ende 11:55 statt 12:00." in proposal.sentence
    assert by_kind(20)[ProposalKind.POSTPONE].gone == ("schritte",)
    assert by_kind(21)[ProposalKind.POSTPONE].gone == ("auswahl",)
    assert by_kind(99)[ProposalKind.POSTPONE].gone == ("auswahl",)
    assert ProposalKind.POSTPONE not in by_kind(15, LEFT[-1:])


def test_extending_changes_the_end_alone() -> None:
    proposal = by_kind(12)[ProposalKind.EXTEND]
    assert applied(LEFT, proposal) == LEFT
    assert proposal.sentence == "Alles bleibt. Ende 12:12 statt 12:00."


def test_only_what_makes_a_difference_is_proposed() -> None:
    assert proposals(LEFT, 0, END) == ()
    assert set(by_kind(5, LEFT[-2:])) == {ProposalKind.EXTEND, ProposalKind.POSTPONE}
    assert set(by_kind(5, ())) == {ProposalKind.EXTEND}


def test_how_things_stand_in_one_sentence() -> None:
    assert late_sentence(4, LEFT, END) == "4 Minuten später als geplant. Puffer 12 Minuten, Ende bleibt 12:00."
    assert late_sentence(15, LEFT, END) == "15 Minuten später als geplant. Puffer 12 Minuten, Ende 12:03."
    assert late_sentence(12, LEFT, END).endswith("Ende bleibt 12:00.")
    assert late_sentence(1, LEFT, END).startswith("1 Minute später")
    assert late_sentence(0, LEFT, END) == "Im Plan, Ende 12:00."


PHASES = st.lists(
    st.builds(
        Phase,
        key=st.uuids().map(str),
        title=st.just("X"),
        minutes=st.integers(1, 90),
        lowest=st.one_of(st.none(), st.integers(1, 90)),
        elastic=st.booleans(),
        must=st.booleans(),
        kind=st.sampled_from(PhaseKind),
    ),
    max_size=8,
)


@given(PHASES, st.integers(1, 120))
def test_no_proposal_touches_a_pause_and_every_end_adds_up(phases: list[Phase], late: int) -> None:
    before = sum(phase.minutes for phase in phases)
    for proposal in proposals(phases, late, END):
        after = applied(phases, proposal)
        assert [p for p in after if p.is_break] == [p for p in phases if p.is_break]
        assert proposal.end == END + timedelta(minutes=late + sum(p.minutes for p in after) - before)
        assert proposal.kind is not ProposalKind.DROP or all(p.key not in proposal.gone for p in phases if p.must)


@given(PHASES, st.integers(1, 120))
def test_shortening_never_goes_below_the_lowest(phases: list[Phase], late: int) -> None:
    old = {phase.key: phase for phase in phases}
    for proposal in proposals(phases, late, END):
        for key, minutes in proposal.minutes:
            assert minutes == old[key].minutes or minutes >= (old[key].lowest or 0)
