"""Columns of a table where not every word fits."""

from __future__ import annotations

import pytest

from tws_desktop.documents.blocks import Table, plain
from tws_desktop.documents.table_widths import column_widths

ROOM = 480.0
LONG = "Instandhaltungswerkstatt" * 12


@pytest.mark.parametrize("long_ones", [1, 3, 7])
def test_long_words_leave_the_narrow_columns_their_words(long_ones: int) -> None:
    heads = ("Nr.", "Was", "Wer", "Mit wem", "Bis wann", "Fertig", "Aufwand", "Stand")
    cells = tuple(LONG if 1 <= place <= long_ones else "1" for place in range(len(heads)))
    found = column_widths(Table(tuple(map(plain, heads)), (tuple(map(plain, cells)),)), ROOM)
    assert sum(found) == pytest.approx(ROOM)
    number = column_widths(Table((plain("Nr."), plain("Was")), ((plain("1"), plain("x")),), (1, 1000)), ROOM)[0]
    assert found[0] == pytest.approx(number)
    assert min(found) >= number
