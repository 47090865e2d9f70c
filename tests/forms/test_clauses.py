"""The clauses, the Zukunftsvereinbarung and the notices that ship."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations

import pytest

from tws_desktop.catalog.agreement_types import load_agreement_types, load_disclaimers, load_sources
from tws_desktop.catalog.clauses import dangling, load_clauses
from tws_desktop.catalog.data import data_root
from tws_desktop.catalog.reading import read_folder
from tws_desktop.domain.agreement_types import LegalSource, Side
from tws_desktop.domain.clause_fields import ClauseField, FieldKind, Right
from tws_desktop.domain.clause_set import conflicts
from tws_desktop.domain.clause_text import Words, parse
from tws_desktop.domain.clauses import Clause, Variant, VariantId
from tws_desktop.domain.tariff_reservation import touches_tariff
from tws_desktop.domain.topics import Topic, clause_keys

LOADED = load_clauses()
CLAUSES = LOADED.values
ZV = load_agreement_types().values["ZV"]
TOPICS = {f"T{number:02}" for number in range(1, 21)}
TRIGGERS = {f"W{number:02}" for number in range(1, 19)}

KEYS = [
    *(f"GEN-{n:02}" for n in range(1, 7)),
    *(f"SCH-{n:02}" for n in range(1, 11)),
    *(f"INV-{n:02}" for n in range(1, 8)),
    *(f"BES-{n:02}" for n in range(1, 9)),
    *(f"QUA-{n:02}" for n in range(1, 10)),
    *(f"BET-{n:02}" for n in range(1, 5)),
    "KON-01",
    *(f"KI-{n:02}" for n in range(1, 5)),
    "AUS-02",
]
FRAME = {"GEN-01", "GEN-02", "GEN-03", "GEN-06", "SCH-05", "SCH-06", "SCH-08", "SCH-09", "BES-08", "BET-04", "KON-01"}
VAGUE = re.compile(
    r"soweit möglich|grundsätzlich|zeitnah|nach Möglichkeit|\bsollten?\b|bemüht sich|gegebenenfalls|\betc\.|\bggf\.|"
    r"möglichst|strebt|rechtzeitig|regelmäßig|angemessen|in der Regel|unverzüglich|\bbzw\.|\busw\.",
    re.IGNORECASE,
)
BARE_SPACE = re.compile(r"(?:§§?|Abs\.|Nr\.|Art\.|Anlage) \d")
WRITTEN_OUT_UMLAUT = re.compile(
    r"\b\w*(?:fuer|ueber|koenn|muess|waehr|aender|kuend|moegl|taet|faell|gueltig|schliess|massnahm|betriebsraet)\w*",
    re.IGNORECASE,
)
FUNDS = ("INV-06", "INV-07")
SIMILAR = 0.6
SHARED = 0.7


def _variants() -> Iterator[tuple[Clause, Variant]]:
    for clause in CLAUSES.values():
        for variant in clause.variants:
            yield clause, variant


ALL = [pytest.param(clause, variant, id=f"{clause.key}-{variant.id}") for clause, variant in _variants()]


def test_all_clauses_load() -> None:
    assert LOADED.faults == ()
    assert sorted(CLAUSES) == sorted(KEYS)


def test_no_name_leads_nowhere() -> None:
    assert dangling(CLAUSES, {"ZV": ZV}, TOPICS, TRIGGERS) == ()


def test_clauses_and_topics_name_each_other() -> None:
    for topic in read_folder(data_root() / "forms" / "topics", Topic).values.values():
        for clause in clause_keys(topic, tuple(CLAUSES)):
            assert topic.key in CLAUSES[clause].topics


@pytest.mark.parametrize("clause", CLAUSES.values(), ids=lambda clause: clause.key)
def test_each_clause_says_where_it_comes_from_and_how_sure_it_is(clause: Clause) -> None:
    assert all(source.key and source.what for source in clause.quelle)
    assert clause.status.startswith("eigener Entwurf, ungeprüft")
    assert len(clause.hint) > 30
    assert all(re.fullmatch(r"FC-\d{2}", check) for check in clause.checks)


@pytest.mark.parametrize(("clause", "variant"), ALL)
def test_the_wording_keeps_the_rules(clause: Clause, variant: Variant) -> None:
    for text in variant.texts():
        assert not VAGUE.search(text)
        assert not touches_tariff(text)
        assert not BARE_SPACE.search(text)
        assert "Mitarbeiter" not in text
        assert "Arbeitnehmer" not in text
        assert '"' not in text
        assert " - " not in text
        assert "jeweils g" not in text
        assert "Beweisverwertung" not in text
        assert "§ {ref" not in text
    for absatz in variant.absaetze:
        assert absatz.text[-1] in (".:" if absatz.nummern else ".")
        assert not absatz.nummern or absatz.text.endswith(":")


@pytest.mark.parametrize("clause", CLAUSES.values(), ids=lambda clause: clause.key)
def test_umlauts_are_umlauts(clause: Clause) -> None:
    texts = [clause.title, clause.hint, clause.status, *(source.what for source in clause.quelle)]
    texts += [text for field in clause.fields.values() for text in (field.label, field.ask, field.unit)]
    for variant in clause.variants:
        spans = [span for text in variant.texts() for span in parse(text)]
        texts += [variant.title, variant.note, *(span.text for span in spans if isinstance(span, Words))]
    for text in texts:
        assert not WRITTEN_OUT_UMLAUT.search(text)
        assert not BARE_SPACE.search(text)


def test_rules_of_the_wording_would_see_a_breach() -> None:
    assert VAGUE.search("Der Arbeitgeber informiert zeitnah.")
    assert VAGUE.search("Sollte er zahlen")
    assert not VAGUE.search("Grundsätze der Vereinbarung")
    assert BARE_SPACE.search("nach § 77")
    assert WRITTEN_OUT_UMLAUT.search("die Massnahme fuer alle")
    assert not WRITTEN_OUT_UMLAUT.search("die Maßnahme für neue Qualität")


@pytest.mark.parametrize("clause", CLAUSES.values(), ids=lambda clause: clause.key)
def test_three_variants_differ_in_substance(clause: Clause) -> None:
    for one, other in combinations(clause.variants, 2):
        first, second = (_words(variant) for variant in (one, other))
        assert SequenceMatcher(None, first, second, autojunk=False).ratio() < SIMILAR
        assert one.title != other.title
        shared, either = _substance(one) & _substance(other), _substance(one) | _substance(other)
        assert len(shared) < SHARED * len(either)


def test_the_measure_of_likeness_would_see_a_copy() -> None:
    one = CLAUSES["INV-01"].variants[0]
    assert SequenceMatcher(None, _words(one), [*_words(one)[:-3], "sofort"], autojunk=False).ratio() > SIMILAR


@pytest.mark.parametrize(("clause", "variant"), ALL)
def test_titles_say_what_distinguishes_a_variant(clause: Clause, variant: Variant) -> None:
    assert 2 <= len(variant.title.split()) <= 9
    assert variant.note.endswith(".")


@pytest.mark.parametrize("clause", CLAUSES.values(), ids=lambda clause: clause.key)
def test_references_are_among_the_needs(clause: Clause) -> None:
    refs = {ref.clause for variant in clause.variants for ref in variant.refs()}
    assert refs <= set(clause.needs)


def test_form_and_frame_count_for_no_list_of_rights() -> None:
    for key in FRAME:
        assert CLAUSES[key].right is Right.FRAME, key
    assert {key for key, clause in CLAUSES.items() if clause.right is Right.ENFORCEABLE} == {"QUA-02", "QUA-05"}
    assert CLAUSES["KI-02"].right is Right.VOLUNTARY


def test_effect_after_the_end_names_sections_by_their_right() -> None:
    fields = CLAUSES["SCH-03"].fields
    lists = {name: field.options for name, field in fields.items() if field.kind is FieldKind.SECTIONS_BY_RIGHT}
    assert sorted(lists.values()) == [("E",), ("F",), ("T",)]
    for variant in CLAUSES["SCH-03"].variants:
        assert {absatz.when_filled for absatz in variant.absaetze} >= set(lists)


def test_shared_fields_are_the_same_everywhere() -> None:
    found: dict[str, ClauseField] = {}
    for clause in CLAUSES.values():
        for name, field in clause.fields.items():
            if field.shared:
                assert found.setdefault(name, field) == field
    assert set(found) == {"betrieb", "datum_inkraft", "datum_ende"}
    for clause in CLAUSES.values():
        assert all(clause.fields[name].shared for name in set(found) & set(clause.fields))


def test_working_time_and_takeover_only_point_to_the_tariff_agreement() -> None:
    for key in ("BES-04", "AUS-02"):
        assert CLAUSES[key].right is Right.TARIFF
        for variant in CLAUSES[key].variants:
            assert "tv_name" in variant.field_names()
            assert not re.search(r"\d+ Stunden|Prozent", " ".join(variant.texts()))
    assert "arbeitszeit" in CLAUSES["BES-04"].tariff_reserved


def test_union_and_workshop_take_part_only_when_chosen() -> None:
    for variant in CLAUSES["BET-01"].variants:
        assert all("IG Metall" not in absatz.text for absatz in variant.absaetze)
        assert any("IG Metall" in sentence.text for absatz in variant.absaetze for sentence in absatz.sentences)


def test_the_fund_answers_its_six_questions() -> None:
    names = {VariantId.MAX: {"zufluss", "aufstockung", "zweck", "treuhand", "rest_zweck"}}
    names[VariantId.KOMP] = {"zufluss", "aufstockung", "zweck", "rest_zweck"}
    for id_, expected in names.items():
        assert expected <= set(CLAUSES["INV-06"].variant(id_).field_names())


def test_qualification_pay_is_marked_uncertain_with_alternatives() -> None:
    clause = CLAUSES["QUA-06"]
    assert "unsicher" in clause.status
    chosen = {absatz.id for variant in clause.variants for absatz in variant.absaetze if absatz.optional}
    assert chosen == {"traeger", "sperre", "tarif"}


def test_zv_starts_without_conflict_and_so_does_the_whole_catalogue() -> None:
    start = {key: ZV.variant_for(key) for key in ZV.required()}
    assert {"KON-01", "BET-01", "BET-02", "BET-04", "SCH-01", "SCH-02", "SCH-03"} <= set(start)
    assert conflicts(start, CLAUSES) == ()
    everything = {key: ZV.variant_for(key) for slot in ZV.slots() for key in slot.clauses}
    assert set(everything) == set(CLAUSES)
    for one_fund in FUNDS:
        assert conflicts({key: chosen for key, chosen in everything.items() if key != one_fund}, CLAUSES) == ()
    assert conflicts(everything, CLAUSES)
    assert conflicts(start | {"SCH-02": VariantId.MIN}, CLAUSES)


def test_zv_is_between_employer_and_council_alone() -> None:
    (part,) = ZV.parts
    assert part.legal_source is LegalSource.BV
    assert {party.side for party in part.parties} == {Side.EMPLOYER, Side.COUNCIL}


def test_each_topic_has_one_place_in_the_zv() -> None:
    topics = [topic for slot in ZV.slots() for topic in slot.topics]
    assert sorted(topics) == sorted(TOPICS - {"T19", "T20"})
    assert all(len(slot.clauses) or slot.topics for slot in ZV.slots())


def test_each_annex_of_the_zv_is_referred_to() -> None:
    used = {key for _, variant in _variants() for key in variant.annexes()}
    assert used == {annex.key for annex in ZV.annexes}
    assert [annex.key for annex in ZV.annexes if not annex.binding] == ["tariff"]


def test_the_notices_are_there() -> None:
    loaded = load_disclaimers()
    assert loaded.faults == ()
    assert set(loaded.values) == {
        f"D-{name}" for name in ("START", "EXPORT", "CHECK", "TARIF", "FOERDER", "RECHNER", "DATEN")
    }
    assert set(ZV.disclaimers) <= set(loaded.values)


def test_each_source_key_is_in_the_list_and_each_entry_is_used() -> None:
    loaded = load_sources()
    assert loaded.faults == ()
    used = {source.key for clause in CLAUSES.values() for source in clause.quelle}
    used |= {source.key for source in ZV.quelle}
    used |= {source.key for notice in load_disclaimers().values.values() for source in notice.quelle}
    assert used == {entry.key for entry in loaded.values["QUELLEN"].entries}


def _words(variant: Variant) -> list[str]:
    return re.findall(r"[\wäöüß{}]+", " ".join(variant.texts()).lower())


def _substance(variant: Variant) -> set[str]:
    """What a variant obliges to: its fields, its references and its weighty words."""
    spans = (span for text in variant.texts() for span in parse(text))
    return {str(span) for span in spans if not isinstance(span, Words)} | {
        word for word in _words(variant) if len(word) > 6
    }
