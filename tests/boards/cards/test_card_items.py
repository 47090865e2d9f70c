"""What the board shows of its rows: columns, tray, doubles, levels; nothing said is lost from view."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

from tws_desktop.boards.cards.card_items import COVERED, board_items, count_line
from tws_desktop.domain.board_parameters import Board, CardKind, Cards
from tws_desktop.domain.confidentiality import Level
from tws_desktop.domain.form_fields import Field
from tws_desktop.domain.plants import Plant
from tws_desktop.domain.workshops import Entry, EntryKind, Step, Workshop
from tws_desktop.services.boards.content import Content

WORKSHOP = Workshop(uuid4(), uuid4(), "K1", 1, "Runde")
FIELDS = (Field("when", "Zeitpunkt"), Field("certainty", "Sicherheit"))
BOARD = Board("karten", "Karten", cards=Cards((CardKind.PROBLEM,), fields=FIELDS))
STEP = Step(uuid4(), WORKSHOP.id, 1, "Karten", boards=(BOARD,))


def _entry(text: str, kind: EntryKind = EntryKind.CARD, **values: Any) -> Entry:
    return Entry(uuid4(), WORKSHOP.id, kind, text, **values)


def _content(*entries: Entry, topics: Mapping[UUID, tuple[str, ...]] | None = None) -> Content:
    plant = Plant(uuid4(), "Werk")
    return Content(WORKSHOP, STEP, BOARD, entries, topics or {}, {}, (), (), {}, (), (), plant, {}, {})


def test_cards_lie_in_their_columns_and_the_rest_in_the_tray() -> None:
    column = _entry("Neue Technik", EntryKind.CLUSTER)
    inside, loose = _entry("Stapler", parent_id=column.id), _entry("Strom")
    items = board_items(_content(column, inside, loose, topics={column.id: ("T11",)}), {"T11": "KI"})
    assert [(c.number, c.title, c.topics, [k.text for k in c.cards]) for c in items.columns] == [
        (1, "Neue Technik", ("KI",), ["Stapler"])
    ]
    assert [card.text for card in items.tray] == ["Strom"]
    assert count_line(items) == "2 Karten in 1 Spalte, 1 noch ohne Spalte"


def test_doubles_lie_under_their_card_and_come_back_when_it_goes() -> None:
    card = _entry("Stapler")
    double = _entry("Stapler ab Mai", parent_id=card.id)
    assert [item.meta for item in board_items(_content(card, double), {}).tray] == ["1 gleiche darunter"]
    alone = board_items(_content(double), {})
    assert [item.text for item in alone.tray] == ["Stapler ab Mai"]


def test_fields_second_column_and_note_stand_in_one_line() -> None:
    one, two = _entry("Eins", EntryKind.CLUSTER), _entry("Zwei", EntryKind.CLUSTER)
    card = _entry(
        "Stapler",
        parent_id=one.id,
        also_parent_id=two.id,
        data={"certainty": "angekündigt", "when": "unter 1 Jahr"},
        note="Folie 7",
    )
    items = board_items(_content(one, two, card), {})
    assert items.columns[0].cards[0].meta == "unter 1 Jahr · angekündigt · auch: Zwei · mit Notiz"


def test_a_level_is_marked_where_it_differs_from_the_workshops() -> None:
    usual, secret = _entry("Usual"), _entry("Geheim", level=Level.SECRET79)
    assert [item.lock for item in board_items(_content(usual, secret), {}).tray] == ["", "secret79"]


def test_what_the_room_may_not_see_shows_no_word_while_it_may_see_the_screen() -> None:
    secret = _entry("Angebot aus Tschechien", level=Level.SECRET79, note="x", data={"when": "läuft"})
    column = replace(_entry("Verkauf", EntryKind.CLUSTER), level=Level.NEGOTIATION)
    items = board_items(_content(column, secret, _entry("Offen")), {}, covered=True)
    assert [(item.text, item.meta) for item in items.tray] == [(COVERED, ""), ("Offen", "")]
    assert items.columns[0].title == COVERED
