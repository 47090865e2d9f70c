"""From the card to the clause and back."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from tests.narrowing import there
from tests.services.agreements.conftest import TODAY, Desk
from tests.services.agreements.reading import lines, paper, text
from tws_desktop.domain.agreements import Evidence, EvidenceFrom, EvidenceOf, FieldValue, Unit
from tws_desktop.domain.confidentiality import Audience, Level
from tws_desktop.domain.keeping import in_agreement, in_project
from tws_desktop.domain.plants import FactKind, PlantFact
from tws_desktop.domain.positions import Position
from tws_desktop.domain.results import Answer
from tws_desktop.domain.workshops import Entry
from tws_desktop.services.agreements import clauses, fields
from tws_desktop.services.agreements.document import Edition
from tws_desktop.services.agreements.drafting import create_agreement
from tws_desktop.services.agreements.origin import (
    NO_ORIGIN,
    NodeKind,
    origin_of_unit,
    origins,
    used_by_entry,
    used_by_position,
)
from tws_desktop.services.agreements.outline import read_outline
from tws_desktop.services.agreements.proposals import Proposal, ReasonKind, proposals
from tws_desktop.services.ports import Work


def _proposal(desk: Desk, key: str) -> Proposal | None:
    found = desk.read(proposals, desk.shelf, desk.agreement)
    return next((one for one in found if one.clause_key == key), None)


def _wanted(desk: Desk, key: str) -> Proposal:
    return there(_proposal(desk, key))


def _insert_proposed(desk: Desk, key: str = "BES-01", variant: str | None = "komp") -> tuple[Unit, ...]:
    proposal = _wanted(desk, key)
    return desk.write(clauses.insert_clause, desk.shelf, desk.agreement, key, variant, evidence=proposal.evidence)


def _change(desk: Desk, kind: type[Any], record_id: UUID, **values: Any) -> None:
    def use_case(work: Work) -> None:
        work.action("Geändert", in_project(desk.chain.project))
        work.change(work.get(kind, record_id), **values)

    desk.write(use_case)


def test_a_topic_with_a_position_proposes_its_clauses_and_inserts_none(desk: Desk) -> None:
    before = text(desk)
    proposal = _wanted(desk, "BES-01")
    assert proposal.slot == "employment"
    assert not proposal.present
    [reason] = [one for one in proposal.reasons if one.kind is ReasonKind.TOPIC]
    assert {one.source for one in reason.supports} == {EvidenceFrom.POSITION, EvidenceFrom.VOTE, EvidenceFrom.ENTRY}
    for words in ("1 Position", "2 Karten", "9 Punkte", "Zielbild, 12.10.2026"):
        assert words in reason.sentence
    assert text(desk) == before


def test_a_trigger_proposes_and_a_dont_know_does_not(desk: Desk) -> None:
    reasons = [one for one in _wanted(desk, "BES-01").reasons if one.kind is ReasonKind.TRIGGER]
    assert [one.key for one in reasons] == ["W01"]
    assert [one.source_id for one in reasons[0].supports] == [desk.chain.answer]
    assert not any(
        one.key == "W07" for found in desk.read(proposals, desk.shelf, desk.agreement) for one in found.reasons
    )
    _change(desk, Answer, desk.chain.answer, value=None, special="W")
    assert not any(one.kind is ReasonKind.TRIGGER for one in _wanted(desk, "BES-01").reasons)


def test_struck_cards_and_topics_nobody_spoke_for_propose_nothing(desk: Desk) -> None:
    assert _proposal(desk, "KI-01") is None
    for entry in (desk.chain.cluster, desk.chain.card):
        _change(desk, Entry, entry, struck=True)
    [reason] = [one for one in _wanted(desk, "BES-02").reasons if one.kind is ReasonKind.TOPIC]
    assert EvidenceFrom.ENTRY not in {one.source for one in reason.supports}


def test_proposals_come_in_the_order_of_the_document(desk: Desk) -> None:
    order = [slot.key for slot in desk.shelf.agreement_types["ZV"].slots()]
    slots = [one.slot for one in desk.read(proposals, desk.shelf, desk.agreement) if one.slot]
    assert slots == sorted(slots, key=order.index)


def test_from_the_clause_to_the_card_in_three_steps(desk: Desk) -> None:
    units = _insert_proposed(desk)
    origin = desk.read(origin_of_unit, units[0].id)
    position = next(one for one in origin.nodes if one.kind is NodeKind.POSITION)
    cluster = next(one for one in position.walk() if one.kind is NodeKind.CLUSTER)
    assert cluster in [*position.below, *(deep for one in position.below for deep in one.below)]
    assert desk.chain.card in [one.id for one in cluster.below]
    assert cluster.workshop == "Zielbild"
    assert "1 Position" in origin.sentence
    assert "2 Karten" in origin.sentence


def test_and_from_the_card_back_to_the_paragraph(desk: Desk) -> None:
    _insert_proposed(desk)
    outline = desk.read(read_outline, desk.agreement)
    section = outline.section_of(outline.clause_units("BES-01")[0])
    for used in (desk.read(used_by_entry, desk.chain.card), desk.read(used_by_position, desk.chain.position)):
        [one] = used
        assert one.title == section.title == "Beschäftigungssicherung"
        assert f"{one.section} Beschäftigungssicherung" in lines(paper(desk))
        assert len(one.way) <= 3


def test_a_clause_nobody_spoke_for_says_so(desk: Desk) -> None:
    outline = desk.read(read_outline, desk.agreement)
    unit = outline.clause_units("SCH-04")[0]
    assert desk.read(origin_of_unit, unit.id).sentence == NO_ORIGIN
    assert desk.read(used_by_entry, desk.chain.card) == ()
    found = desk.read(origins, desk.agreement)
    assert set(found) == {one.id for one in outline.all_units()}


def test_evidence_of_something_deleted_is_no_origin(desk: Desk) -> None:
    units = _insert_proposed(desk, "BES-02", "komp")
    desk.write(
        lambda work: (
            work.action("x", in_agreement(desk.agreement))
            or work.add(Evidence(uuid4(), EvidenceOf.UNIT, units[0].id, EvidenceFrom.ENTRY, uuid4()))
        )
    )
    assert desk.read(origin_of_unit, units[0].id).nodes


def test_a_value_from_a_position_is_filled_only_when_confirmed(desk: Desk) -> None:
    _insert_proposed(desk)
    assert "[Ende des Schutzes festlegen]" in text(desk)
    [found] = [one for one in desk.read(fields.suggestions, desk.shelf, desk.agreement) if one.position_id]
    assert (found.shown, found.position_id) == ("31.12.2032", desk.chain.position)
    before = text(desk)
    desk.write(fields.accept_suggestion, found, TODAY)
    assert "bis zum 31.12.2032" in text(desk)
    value = desk.read(lambda work: work.get(FieldValue, found.field_id))
    assert value.position_id == desk.chain.position
    desk.write(lambda work: work.undo(in_agreement(desk.agreement)))
    assert text(desk) == before


def test_a_wish_in_words_or_a_bare_number_is_not_proposed_for_an_amount(desk: Desk) -> None:
    desk.write(clauses.insert_clause, desk.shelf, desk.agreement, "INV-01", "max")
    for no_amount in ("so viel wie möglich", "412", "1.234,5"):
        _change(desk, Position, desk.chain.position, topic_key="T01", target_value=no_amount)
        offered = desk.read(fields.suggestions, desk.shelf, desk.agreement)
        assert not any(one.typed == no_amount for one in offered)
    _change(desk, Position, desk.chain.position, target_value="6 Mio. €")
    found = [one for one in desk.read(fields.suggestions, desk.shelf, desk.agreement) if one.typed == "6 Mio. €"]
    assert [one.shown for one in found] == ["6.000.000\u00a0€"]


def test_a_tariff_fact_proposes_the_name_of_the_agreement(desk: Desk) -> None:
    fact = PlantFact(uuid4(), desk.chain.plant, FactKind.TARIFF, "tv_name", "Zukunftstarifvertrag", source="Presse")
    desk.write(lambda work: work.action("x", in_project(desk.chain.project)) or work.add(fact))
    desk.write(clauses.choose_variant, desk.shelf, desk.agreement, "GEN-05", "max")
    [found] = [one for one in desk.read(fields.suggestions, desk.shelf, desk.agreement) if one.fact_id == fact.id]
    desk.write(fields.accept_suggestion, found, TODAY)
    assert "des Tarifvertrags Zukunftstarifvertrag" in text(desk)


def test_the_margin_names_origin_only_to_those_who_may_see_it(desk: Desk) -> None:
    _change(desk, Position, desk.chain.position, level=Level.NEGOTIATION)
    _insert_proposed(desk)
    team = "\n".join(lines(paper(desk, Edition.INTERNAL, Audience.VERHANDLUNG)))
    council = "\n".join(lines(paper(desk, Edition.INTERNAL, Audience.GREMIUM)))
    assert "Sicher bis 2032" in team
    assert "Sicher bis 2032" not in council
    assert "1\u00a0Abstimmung" in council
    assert "1\u00a0Position" in team
    assert "1\u00a0Position" not in council
    assert "Sicher bis 2032" not in text(desk)
    for secret in ("Namensliste", "zur Not 2029"):
        assert secret not in council


def test_a_draft_begun_empty_proposes_the_plant_by_its_name(desk: Desk) -> None:
    empty = desk.write(create_agreement, desk.shelf, desk.chain.project, "ZV", with_required=False)
    desk.write(clauses.insert_clause, desk.shelf, empty.id, "GEN-01")
    [found] = [one for one in desk.read(fields.suggestions, desk.shelf, empty.id) if one.label == "Betrieb angeben"]
    desk.write(fields.accept_suggestion, found, TODAY)
    assert desk.read(read_outline, empty.id).fields["betrieb"].value == found.shown
    assert found.shown.startswith("Musterwerk")
