"""What the keys of boards, fields and items of questionnaires mean; their shapes are those of the form files."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from tws_desktop.domain.board_parameters import Board, Cards, Form, Scale, Sheet, Votes
from tws_desktop.domain.form_fields import Field
from tws_desktop.domain.questionnaires import Item

_SOURCES = (
    "clusters:Phase, dimensions:Phase, entries:Phase.Tafel, unknowns:Phase, chosen:Phase, topics, positions, typed"
)

SHAPES: Mapping[Any, str] = MappingProxyType(
    {
        Board: "Eine Tafel: genau eine der Angaben cards, scale, votes, sheet, form.",
        Cards: "Kartenabfrage.",
        Scale: "Ein Punkt je Person auf einer Skala.",
        Votes: "Abstimmung.",
        Sheet: "Fragebogen.",
        Form: "Zeilen mit Feldern.",
        Field: "Ein Feld einer Zeile oder Karte.",
        Item: "Eine Aussage eines Fragebogens.",
    }
)
"""In one sentence, what each shape is."""

KEYS: Mapping[Any, Mapping[str, str]] = MappingProxyType(
    {
        Board: {
            "key": "Schlüssel der Tafel, in der Phase eindeutig",
            "title": "Überschrift",
            "feeds": "Papiere und Phasen, die lesen, was hier steht, zum Beispiel D01",
            "method": "Schlüssel der Methode, wenn sie von der der Phase abweicht",
            "optional": "Darf entfallen",
            "cards": "Kartenabfrage",
            "scale": "Skala",
            "votes": "Abstimmung",
            "sheet": "Fragebogen",
            "form": "Zeilen mit Feldern",
        },
        Cards: {
            "kinds": "Erlaubte Kartenarten; die Art einer Karte steht in ihrem symbol",
            "cards_per_person": "Karten je Person; 0 = nach Gruppengröße",
            "fields": "Weitere Felder einer Karte; ihre Werte stehen in data",
            "cluster": "Karten werden zu Gruppen geordnet",
            "works_on": "Ordnet die Karten einer früheren Tafel: Phase.Tafel",
            "anonymous": "Karten ohne Namen",
        },
        Scale: {
            "question": "Frage",
            "low": "Kleinster Wert",
            "high": "Größter Wert",
            "low_label": "Worte am kleinen Ende",
            "high_label": "Worte am großen Ende",
            "per_entry": "Eine Skala je Eintrag: entries:Phase.Tafel",
            "secret": "Verdeckt",
        },
        Votes: {
            "kind": "Was gezählt wird",
            "criterion": "Kriterium, nach dem abgestimmt wird",
            "options_from": f"Woher die Optionen kommen: {_SOURCES}",
            "ways": "Wie gezählt werden darf",
            "points_rule": "Regel für die Punkte: die Hälfte der Optionen, auswählend, feste Zahl",
            "points": "Punkte je Person, nur bei fixed",
            "per_item_max": "Höchstens so viele Punkte je Person auf einer Option",
            "zero_option": "Wortlaut der Null-Lösung",
            "veto_from": "Widerstand, ab dem eine Option ausscheidet; 0 = keiner",
            "path": "Wege, auf denen ein gewähltes Thema geregelt werden kann",
            "secret": "Geheim",
            "note": "Hinweis",
        },
        Sheet: {
            "questionnaire": "Schlüssel des Fragebogens",
            "mode": "Gemeinsam oder je Person",
            "short": "Kurze Fassung",
            "silent_minutes": "Stille Minuten vor der Besprechung",
        },
        Form: {
            "record": "Was eine Zeile ist",
            "fields": "Felder einer Zeile",
            "entry_kind": "Art des Eintrags, nur bei record entry",
            "fact_sheet": "Steckbrief, nur bei record fact",
            "one_per": f"Eine Zeile je Option aus: {_SOURCES}",
            "prefill": "Quellen, die Zeilen vorschlagen",
            "edits": "Bearbeitet die Zeilen einer früheren Tafel: Phase.Tafel",
            "least": "Mindestens so viele Zeilen",
            "most": "Höchstens so viele Zeilen; 0 = keine Grenze",
        },
        Field: {
            "key": "Schlüssel: Angabe der Zeile oder Schlüssel in data",
            "label": "Beschriftung",
            "kind": "Was das Feld aufnimmt",
            "hint": "Hinweis",
            "options": "Werte zur Auswahl, nur bei choice",
            "required": "Muss ausgefüllt sein",
            "secret": "Nur für das Verhandlungsteam",
            "low": "Kleinster Wert",
            "high": "Größter Wert",
        },
        Item: {
            "key": "Schlüssel der Aussage",
            "text": "Wortlaut",
            "dimension": "Dimension",
            "topic": "Thema T01 bis T20",
            "kind": "Skala oder Text",
            "version": "Fassung",
            "question": "Frage an den Arbeitgeber, wenn die Gruppe es nicht weiß",
            "document": "Unterlage, die verlangt wird",
            "norm": "Rechtsgrundlage (ungeprüft)",
            "reason": "Wozu die Auskunft gebraucht wird",
            "addressee": "An wen die Frage geht",
            "linked_exposure": "Aussage zur Betroffenheit beim selben Thema",
            "optional": "Zählt nicht im Index",
        },
    }
)
"""The meaning of each key, by shape."""
