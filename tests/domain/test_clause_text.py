import pytest
from hypothesis import given
from hypothesis import strategies as st

from tws_desktop.domain.clause_text import (
    AnnexRef,
    FieldSpan,
    Ref,
    Span,
    Words,
    annexes_of,
    fields_of,
    parse,
    refs_of,
    write,
)


def test_each_kind_of_placeholder_becomes_its_span() -> None:
    assert parse("Bis zum {datum} gilt {ref:KON-01}, sonst {ref:BES-03:2} und {annex:measures}.") == (
        Words("Bis zum "),
        FieldSpan("datum"),
        Words(" gilt "),
        Ref("KON-01"),
        Words(", sonst "),
        Ref("BES-03", 2),
        Words(" und "),
        AnnexRef("measures"),
        Words("."),
    )


def test_text_without_placeholder_is_one_span() -> None:
    assert parse("Der Arbeitgeber zahlt.") == (Words("Der Arbeitgeber zahlt."),)
    assert parse("") == ()


def test_doubled_braces_are_braces() -> None:
    assert parse("Menge {{a}}") == (Words("Menge {a}"),)


def test_typed_braces_survive_writing_and_reading() -> None:
    typed = (Words("Wir meinen {datum} und } und {{"), FieldSpan("datum"))
    assert parse(write(typed)) == typed
    assert fields_of(write((Words("{datum}"),))) == ()


@pytest.mark.parametrize("text", ["{", "}", "Bis {Datum}", "{ref:KON}", "{ref:KON-01:0}", "{annex:}", "{}", "{a b}"])
def test_unknown_placeholder_is_refused_in_german(text: str) -> None:
    with pytest.raises(ValueError, match=r"Platzhalter|Klammer"):
        parse(text)


def test_names_are_listed_in_order_once() -> None:
    text = "{b} {a} {b} {ref:KON-01} {ref:KON-01} {annex:measures}"
    assert fields_of(text) == ("b", "a")
    assert refs_of(text) == (Ref("KON-01"), Ref("KON-01"))
    assert annexes_of(text) == ("measures",)


_SPANS = st.one_of(
    st.builds(Words, st.text(min_size=1)),
    st.builds(FieldSpan, st.from_regex(r"[a-z][a-z0-9_]*", fullmatch=True)),
    st.builds(Ref, st.sampled_from(["KON-01", "BES-03"]), st.one_of(st.none(), st.integers(1, 30))),
    st.builds(AnnexRef, st.sampled_from(["measures", "tariff"])),
)


def _joined(spans: list[Span]) -> tuple[Span, ...]:
    out: list[Span] = []
    for span in spans:
        if isinstance(span, Words) and out and isinstance(out[-1], Words):
            out[-1] = Words(out[-1].text + span.text)
        else:
            out.append(span)
    return tuple(out)


@given(st.lists(_SPANS, max_size=8))
def test_what_is_written_is_read_back(spans: list[Span]) -> None:
    assert parse(write(spans)) == _joined(spans)
