"""What the desk decides without a widget."""

from __future__ import annotations

from uuid import uuid4

from tws_desktop.documents.screen import LineStyle, Mood
from tws_desktop.domain.agreements import Agreement
from tws_desktop.domain.confidentiality import Audience, Level
from tws_desktop.services.agreements.changes import Change, ChangeKind
from tws_desktop.services.agreements.document import Edition
from tws_desktop.services.agreements.findings import Finding, Severity
from tws_desktop.services.agreements.origin import Node, NodeKind
from tws_desktop.ui.agreements.changes_panel import change_words
from tws_desktop.ui.agreements.decisions import next_finding, renumbered
from tws_desktop.ui.agreements.origin_panel import node_of, origin_rows
from tws_desktop.ui.agreements.output_panel import FAULTS, audiences, file_name, note_words
from tws_desktop.ui.agreements.sheet import Bit, Block
from tws_desktop.ui.agreements.template_panel import further_words

FINDING = Finding(Severity.NOTE, None, "§ 1", "Etwas fehlt.")
FIELD, REF = {"field": "BES-01.ende"}, {"clause": "BES-03"}


def test_markers_follow_the_store_and_a_typed_sign_stays_itself() -> None:
    assert renumbered("bis ⟦1⟧ nach ⟦2⟧", (FIELD, REF), (REF, FIELD)) == "bis ⟦2⟧ nach ⟦1⟧"
    assert renumbered("⟦⟦1 und ⟦1⟧", (FIELD,), (FIELD,)) == "⟦⟦1 und ⟦1⟧"


def test_a_marker_that_is_gone_goes_and_an_unknown_one_is_left_for_the_refusal() -> None:
    assert renumbered("bis ⟦1⟧.", (FIELD,), ()) == "bis ."
    assert renumbered("bis ⟦7⟧.", (FIELD,), (FIELD,)) == "bis ⟦7⟧."


def test_the_next_finding_begins_again_behind_the_last() -> None:
    assert [next_finding((FINDING,) * 3, place) for place in (-1, 0, 2)] == [0, 1, 0]
    assert next_finding((), -1) == -1


def test_file_names_carry_no_sign_that_a_file_system_refuses() -> None:
    agreement = Agreement(uuid4(), uuid4(), "ZV", 1, 'Lärm & <b>Hitze</b>: "Teil" 1/2?', version=3)
    assert file_name(agreement, Edition.CLEAN, "docx") == "Lärm & b Hitze b Teil 1 2 Entwurf 3.docx"
    assert file_name(agreement, Edition.INTERNAL, "pdf").endswith("Entwurf 3 intern.pdf")
    assert file_name(agreement, FAULTS, "pdf").endswith("Entwurf 3 Mängelliste.pdf")
    assert file_name(Agreement(uuid4(), uuid4(), "ZV", 1, "???"), Edition.CLEAN, "pdf") == "Vereinbarung Entwurf 1.pdf"


def test_only_team_and_council_are_offered_the_internal_edition() -> None:
    assert audiences(Edition.INTERNAL) == audiences(FAULTS) == (Audience.GREMIUM, Audience.VERHANDLUNG)
    assert set(audiences(Edition.CLEAN)) == set(Audience)


def test_what_is_left_out_is_told_only_where_something_is() -> None:
    assert note_words("Hinweis: 2 offene Lücken.", 3) == "Hinweis: 2 offene Lücken. Nicht enthalten: 3."
    assert note_words("", 0) == ""


def test_further_words_are_parted_by_commas() -> None:
    assert further_words(" Halle 7, ,Nordlicht ") == ("Halle 7", "Nordlicht")


def test_what_lies_behind_a_thing_is_shown_once() -> None:
    card = Node(NodeKind.CARD, uuid4(), "Wer bleibt?")
    cluster = Node(NodeKind.CLUSTER, uuid4(), "Angst", "1 Karte", below=(card,))
    vote = Node(NodeKind.VOTE, uuid4(), "Was zuerst?", "9 Punkte", below=(cluster,))
    position = Node(NodeKind.POSITION, uuid4(), "Sicher", below=(cluster, vote))
    rows = origin_rows((position,))
    assert [(node_of(row.key)[0], row.depth) for row in rows] == [
        (NodeKind.POSITION, 0),
        (NodeKind.CLUSTER, 1),
        (NodeKind.CARD, 2),
        (NodeKind.VOTE, 1),
        (NodeKind.CLUSTER, 2),
    ]
    assert len({row.key for row in rows}) == len(rows)


def test_a_secret_card_carries_its_lock() -> None:
    card = Node(NodeKind.CARD, uuid4(), "Geheim", level=Level.SECRET79)
    assert origin_rows((card,))[0].lock == "secret79"


def test_a_block_knows_what_a_click_opens() -> None:
    assert Block("line:1", LineStyle.PARTY, bits=(Bit("zwischen", Mood.PLAIN),)).opens
    assert Block("line:2", LineStyle.ANNEX, mark="anlage_ziele").opens
    assert not Block("x", LineStyle.ABSATZ, unit_id=uuid4()).opens


def test_a_change_shows_the_words_that_differ_with_a_few_around() -> None:
    before = "Der Kreis besteht aus sechs Personen. Er tagt vierteljährlich, prüft den Stand und entscheidet."
    both = Change(ChangeKind.OTHER, "§ 7", before, before.replace("vierteljährlich", "jeden Monat"))
    assert change_words(both) == (
        "„Personen. Er tagt vierteljährlich, prüft den Stand“ → „Personen. Er tagt jeden Monat, prüft den Stand“"
    )
    assert change_words(Change(ChangeKind.OTHER, "§ 7", "a a", "a a a")) == "„a a“ → „a a a“"
    assert change_words(Change(ChangeKind.NEW, "§ 7", "", "Parkplätze")) == "„Parkplätze“"
