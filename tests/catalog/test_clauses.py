from pathlib import Path

from tws_desktop.catalog.agreement_types import load_agreement_types, load_disclaimers, load_sources
from tws_desktop.catalog.clauses import dangling, load_clauses
from tws_desktop.domain.clause_fields import FieldKind, FromPosition, Right
from tws_desktop.domain.clauses import VariantId

CLAUSE = """
key = "KEY"
version = 1
title = "Titel"
area = "AREA"
right = "E"
stand = 2026-11-23
geprueft_am = 2026-11-23
status = "Vorschlag"
hint = "Hinweis"
topics = ["T05"]
triggers = ["W02"]
bases = [{ law = "BetrVG", paragraph = "98", absatz = "1" }]
quelle = [{ key = "L1", what = "BetrVG" }]

[fields.frist]
kind = "date"
label = "Frist festlegen"
ask = "Bis wann?"
from_position = "target_date"

[[variants]]
id = "max"
title = "Erste"
note = "Hinweis"
absaetze = [{ text = "Bis {frist}:", nummern = [{ text = "eins", buchstaben = [{ text = "a" }] }] }]

[[variants]]
id = "komp"
title = "Zweite"
note = "Hinweis"
absaetze = [{ text = "KOMP", right = "F" }]

[[variants]]
id = "min"
title = "Dritte"
note = "Hinweis"
absaetze = [{ text = "MIN" }]
"""


def _write(folder: Path, key: str, *changes: tuple[str, str]) -> None:
    text = CLAUSE.replace("KEY", key).replace("AREA", key.partition("-")[0])
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    (folder / f"{key}.toml").write_text(text, encoding="utf-8")


def test_a_clause_file_becomes_a_typed_clause(tmp_path: Path) -> None:
    _write(tmp_path, "QUA-01")
    loaded = load_clauses(tmp_path)
    assert loaded.faults == ()
    clause = loaded.values["QUA-01"]
    assert clause.right is Right.ENFORCEABLE
    assert clause.fields["frist"].kind is FieldKind.DATE
    assert clause.fields["frist"].from_position is FromPosition.TARGET_DATE
    (absatz,) = clause.variant(VariantId.MAX).absaetze
    assert list(absatz.texts()) == ["Bis {frist}:", "eins", "a"]
    assert clause.right_of(clause.variant(VariantId.KOMP).absaetze[0]) is Right.VOLUNTARY


def test_a_faulty_clause_is_named_and_the_rest_loads(tmp_path: Path) -> None:
    _write(tmp_path, "QUA-01")
    _write(tmp_path, "QUA-02", ("{frist}", "{datum}"))
    loaded = load_clauses(tmp_path)
    assert set(loaded.values) == {"QUA-01"}
    (fault,) = loaded.faults
    assert fault.file == "QUA-02.toml"
    assert "„datum“ steht im Text" in fault.sentence


def test_sound_references_dangle_nowhere(tmp_path: Path) -> None:
    _write(tmp_path, "QUA-01", ("KOMP", "Nach {ref:QUA-02:1}"))
    _write(tmp_path, "QUA-02", ('topics = ["T05"]', 'needs = ["QUA-01"]'))
    clauses = load_clauses(tmp_path).values
    assert dangling(clauses, {}, {"T05"}, {"W02"}) == ()


def test_every_name_that_leads_nowhere_is_reported(tmp_path: Path) -> None:
    _write(
        tmp_path,
        "QUA-01",
        ("KOMP", "Nach {ref:QUA-09} und {ref:QUA-02:4}"),
        ('title = "Dritte"', 'title = "Dritte"\nexcludes = ["QUA-02:klein", "QUA-08"]'),
        ('topics = ["T05"]', 'topics = ["T99"]\nneeds = ["QUA-07"]\nexcludes = ["QUA-06"]'),
        ('triggers = ["W02"]', 'triggers = ["W99"]'),
    )
    _write(tmp_path, "QUA-02", ("MIN", "Siehe {annex:fehlt}"))
    sentences = [
        str(fault) for fault in dangling(load_clauses(tmp_path).values, load_agreement_types().values, {"T05"}, {"W02"})
    ]
    for name in ("T99", "W99", "QUA-09", "QUA-02 Abs.\u00a04", "QUA-02:klein", "QUA-08", "QUA-07", "QUA-06", "„fehlt“"):
        assert [sentence for sentence in sentences if f"{name} " in sentence], name


def test_an_agreement_type_with_unknown_names_is_reported(tmp_path: Path) -> None:
    _write(tmp_path, "QUA-01")
    types = load_agreement_types().values
    faults = dangling(load_clauses(tmp_path).values, types, {"T05"}, {"W02"})
    assert {fault.file for fault in faults} == {"ZV.toml"}
    assert any("KON-01" in fault.sentence for fault in faults)
    assert any("T01" in fault.sentence for fault in faults)


def test_notices_load() -> None:
    loaded = load_disclaimers()
    assert loaded.faults == ()
    assert "{datum}" in loaded.values["D-EXPORT"].text


def test_a_source_listed_twice_is_refused(tmp_path: Path) -> None:
    entry = '{ key = "L1", title = "Gesetz" }'
    (tmp_path / "X.toml").write_text(f'key = "X"\nentries = [{entry}, {entry}]', encoding="utf-8")
    (fault,) = load_sources(tmp_path).faults
    assert "L1 gibt es zweimal" in fault.sentence


def test_a_source_is_found_by_its_key() -> None:
    sources = load_sources().values["QUELLEN"]
    found = sources.entry("L1")
    assert found is not None
    assert "BetrVG" in found.title
    assert sources.entry("X99") is None
