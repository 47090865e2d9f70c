"""The packaged catalogue loads whole; a bad file is named with field and mend, and the rest loads."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.catalog.conftest import Spoil
from tests.prepared import shipped
from tws_desktop.catalog.catalog import Catalog, load_catalog

WHOLE = shipped()


def told(catalog: Catalog) -> list[str]:
    return [str(fault) for fault in catalog.faults]


def test_the_packaged_catalogue_is_whole() -> None:
    assert told(WHOLE) == []
    assert set(WHOLE.formats) == {"F01", "F05", "K1"}
    assert set(WHOLE.questionnaires) == {"Q1", "Q6"}
    assert set(WHOLE.papers) == {"D01", "D04", "D05", "D07"}
    assert set(WHOLE.fact_sheets) == {"steckbrief", "tariff"}
    assert set(WHOLE.choices) == {"offices", "lands", "tariff_areas", "sectors"}
    assert list(WHOLE.topics) == [f"T{n:02}" for n in range(1, 21)]
    assert list(WHOLE.triggers) == [f"W{n:02}" for n in range(1, 19)]
    wanted = "M01 M03 M04 M05 M07 M08 M20 M22 M23 M27 M30 M31 M36"
    assert set(wanted.split()) <= set(WHOLE.methods)
    assert WHOLE.clauses


def test_the_four_offices_of_the_saarland() -> None:
    titles = {office.title for office in WHOLE.choices["offices"].entries}
    assert titles == {"Saarbrücken", "Völklingen", "Neunkirchen", "Homburg-Saarpfalz"}


ONE_FILE = [
    (
        'key = "F05"',
        'key = "F05"\nfarbe = "rot"',
        "F05.toml, oben: Unbekannter Schlüssel farbe. Schreibweise prüfen oder entfernen.",
    ),
    (
        "minutes = 360",
        'minutes = "360"',
        "F05.toml, minutes: Ungültiger Wert: erwartet wird ganze Zahl, gefunden wurde Text. Bitte berichtigen.",
    ),
    (
        "minutes = 360",
        "minutes = 361",
        (
            "F05.toml, oben: Ungültiger Wert: „Zielbild und Eckpunkte“: Die Phasen ergeben 360 Minuten, "
            "angegeben sind 361. Bitte berichtigen."
        ),
    ),
    (
        "elastic = true",
        "elastic = 1",
        (
            "F05.toml, phases[0].elastic: Ungültiger Wert: erwartet wird true oder false, gefunden wurde ganze Zahl. "
            "Bitte berichtigen."
        ),
    ),
    (
        'default_level = "council"',
        'default_level = "geheim"',
        (
            "F05.toml, default_level: Ungültiger Wert: „geheim“ ist nicht erlaubt, erlaubt sind „open“, "
            "„participants“, „council“, „negotiation“, „secret79“. Bitte berichtigen."
        ),
    ),
    ('title = "Zielbild und Eckpunkte"\n', "", "F05.toml, title: Pflichtangabe fehlt. Bitte ergänzen."),
    (
        'uses = ["2"]',
        'uses = "2"',
        "F05.toml, phases[2].uses: Ungültiger Wert: erwartet wird Liste, gefunden wurde Text. Bitte berichtigen.",
    ),
    (
        'low_label = "gar nicht zuversichtlich"',
        'low_label = "gar nicht zuversichtlich"\nfarbe = "rot"',
        "F05.toml, phases[0].boards[1].scale: Unbekannter Schlüssel farbe. Schreibweise prüfen oder entfernen.",
    ),
    (
        "Wir haben bis {ende} Zeit",
        "Wir haben bis {uhrzeit} Zeit",
        (
            "F05.toml, phases[0]: Ungültiger Wert: Phase 1: Platzhalter {uhrzeit} ist unbekannt, "
            "erlaubt sind {ende} und {kriterium}. Bitte berichtigen."
        ),
    ),
    (
        'method = "M39"',
        'method = "M99"',
        "F05.toml, phases[2].method: Methode M99 gibt es nicht. Schreibweise prüfen oder die Angabe entfernen.",
    ),
    (
        'uses = ["2"]',
        'uses = ["7"]',
        "F05.toml, phases[2].uses: Phase 7 gibt es vorher nicht. Eine frühere Phase nennen oder die Angabe entfernen.",
    ),
    (
        'feeds = ["4", "D07", "D01"]',
        'feeds = ["4", "D99"]',
        (
            "F05.toml, phases[2].boards[0].feeds: Papier oder spätere Phase D99 gibt es nicht. "
            "Schreibweise prüfen oder die Angabe entfernen."
        ),
    ),
    (
        'feeds = ["4", "D07", "D01"]',
        'feeds = ["2"]',
        (
            "F05.toml, phases[2].boards[0].feeds: Papier oder spätere Phase 2 gibt es nicht. "
            "Schreibweise prüfen oder die Angabe entfernen."
        ),
    ),
    (
        'one_per = "chosen:4"',
        'one_per = "chosen:7"',
        (
            "F05.toml, phases[5].boards[0]: Phase 7 gibt es vorher nicht. "
            "Eine frühere Phase nennen oder die Angabe entfernen."
        ),
    ),
    (
        'one_per = "chosen:4"',
        'one_per = "chosen:3"',
        "F05.toml, phases[5].boards[0]: Phase 3 hat keine Tafel für „chosen:3“. Quelle ändern.",
    ),
    (
        'edits = "5a.blatt"',
        'edits = "5a.blat"',
        "F05.toml, phases[7].boards[0]: Phase 5a hat keine Tafel für „entries:5a.blat“. Quelle ändern.",
    ),
    (
        'entry_kind = "objection"',
        'entry_kind = "einwand"',
        (
            "F05.toml, phases[8].boards[0].form.entry_kind: Eintragsart einwand gibt es nicht. "
            "Schreibweise prüfen oder die Angabe entfernen."
        ),
    ),
]


@pytest.mark.parametrize(("old", "new", "sentence"), ONE_FILE)
def test_a_bad_format_is_named_and_the_rest_loads(spoil: Spoil, old: str, new: str, sentence: str) -> None:
    catalog = load_catalog(spoil("formats/F05.toml", old, new))
    assert told(catalog) == [sentence]
    assert set(catalog.formats) == {"F01", "K1"}
    assert set(catalog.methods) == set(WHOLE.methods)


def test_every_mistake_of_a_file_is_told(spoil: Spoil) -> None:
    spoil("formats/K1.toml", "group_min = 4", 'group_min = "vier"')
    catalog = load_catalog(spoil("formats/K1.toml", "version = 1", "version = 1.5"))
    assert told(catalog) == [
        "K1.toml, version: Ungültiger Wert: erwartet wird ganze Zahl, gefunden wurde Zahl. Bitte berichtigen.",
        "K1.toml, group_min: Ungültiger Wert: erwartet wird ganze Zahl, gefunden wurde Text. Bitte berichtigen.",
    ]


def test_no_toml_at_all(spoil: Spoil) -> None:
    catalog = load_catalog(spoil("formats/K1.toml", 'key = "K1"', "key = K1"))
    assert told(catalog) == [
        "K1.toml, Zeile 1, Spalte 7: Kein gültiges TOML. Klammern, Anführungszeichen und Kommas prüfen."
    ]
    assert set(catalog.formats) == {"F01", "F05"}


def test_a_file_in_another_encoding(forms: Path) -> None:
    (forms / "forms" / "formats" / "K1.toml").write_bytes('title = "Öl"'.encode("latin-1"))
    catalog = load_catalog(forms)
    assert told(catalog) == ["K1.toml, Datei: Sie ist nicht in UTF-8 gespeichert. Bitte so speichern."]


def test_key_and_file_name_agree(spoil: Spoil) -> None:
    catalog = load_catalog(spoil("formats/K1.toml", 'key = "K1"', 'key = "K9"'))
    assert told(catalog) == ["K1.toml, key: Schlüssel K9 passt nicht zum Dateinamen. Eines von beiden ändern."]


def test_the_same_key_twice(forms: Path) -> None:
    place = forms / "forms" / "formats"
    (place / "alt").mkdir()
    (place / "alt" / "K1.toml").write_bytes((place / "K1.toml").read_bytes())
    catalog = load_catalog(forms)
    assert told(catalog) == ["K1.toml, key: Schlüssel K1 gibt es zweimal. Einen davon umbenennen."]
    assert set(catalog.formats) == {"F01", "F05", "K1"}


def test_a_missing_questionnaire_takes_only_what_needs_it(forms: Path) -> None:
    (forms / "forms" / "questionnaires" / "Q6.toml").unlink()
    catalog = load_catalog(forms)
    assert told(catalog) == [
        (
            "F01.toml, phases[10].boards[1].sheet.questionnaire: Fragebogen Q6 gibt es nicht. "
            "Schreibweise prüfen oder die Angabe entfernen."
        )
    ]
    assert set(catalog.formats) == {"F05", "K1"}


def test_a_topic_that_does_not_exist(spoil: Spoil) -> None:
    catalog = load_catalog(spoil("questionnaires/Q1.toml", 'topic = "T02"', 'topic = "T42"'))
    assert told(catalog)[0] == (
        "Q1.toml, items[0].topic: Thema T42 gibt es nicht. Schreibweise prüfen oder die Angabe entfernen."
    )
    assert "Q1" not in catalog.questionnaires
    assert {"F05", "K1"} <= set(catalog.formats)


def test_a_fact_sheet_that_does_not_exist(spoil: Spoil) -> None:
    catalog = load_catalog(spoil("formats/F01.toml", 'fact_sheet = "steckbrief"', 'fact_sheet = "brief"'))
    assert told(catalog) == [
        (
            "F01.toml, phases[1].boards[0].form.fact_sheet: Steckbrief brief gibt es nicht. "
            "Schreibweise prüfen oder die Angabe entfernen."
        )
    ]


def test_a_list_of_options_that_is_not_there(forms: Path) -> None:
    (forms / "forms" / "offices" / "lands.toml").unlink()
    catalog = load_catalog(forms)
    assert told(catalog)[0] == (
        "steckbrief.toml, facts[2].options_of: Liste lands gibt es nicht. "
        "Schreibweise prüfen oder die Angabe entfernen."
    )


def test_a_trigger_on_an_item_that_does_not_exist(spoil: Spoil) -> None:
    catalog = load_catalog(spoil("triggers/W08.toml", '"A6"', '"A7"'))
    assert "W08.toml, any[0].keys: Schlüssel A7 gibt es nicht. Schreibweise prüfen oder die Angabe entfernen." in told(
        catalog
    )
    assert set(WHOLE.triggers) - set(catalog.triggers) == {"W08"}


def test_a_paper_whose_text_names_something_unlisted(spoil: Spoil) -> None:
    catalog = load_catalog(spoil("papers/D05.toml", "zum Thema „{thema}“", "zum Thema „{betrff}“"))
    assert told(catalog)[0] == (
        "D05.toml, oben: Ungültiger Wert: Text betreff: Platzhalter {betrff} fehlt in placeholders. Bitte berichtigen."
    )


def test_an_empty_place_holds_nothing(tmp_path: Path) -> None:
    assert load_catalog(tmp_path) == Catalog()
