"""Columns of a table whose words fit nowhere."""

from __future__ import annotations

import pytest

from tws_desktop.documents.blocks import Table, plain
from tws_desktop.documents.table_widths import fitted

LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 3


def test_a_narrow_column_keeps_its_width_beside_words_that_fit_nowhere() -> None:
    table = Table(tuple(map(plain, ("Nr.", *"ABCDEFG"))), (tuple(map(plain, ("1", *[LONG] * 7))),))
    _, widths = fitted(table, 480.0)
    _, alone = fitted(Table((plain("Nr."), plain("A")), ((plain("1"), plain(LONG)),)), 480.0)
    assert sum(widths) == pytest.approx(480.0)
    assert 20.0 < widths[0] <= alone[0]
    assert min(widths[1:]) == pytest.approx(max(widths[1:]))
