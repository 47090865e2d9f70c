"""A clause as each of its variants would read in an agreement, for comparing before one is chosen."""

from __future__ import annotations

from collections.abc import Iterator

from tws_desktop.domain.clauses import Clause, VariantId
from tws_desktop.services.agreements.clause_units import Wording
from tws_desktop.services.agreements.origin import section_numbers
from tws_desktop.services.agreements.outline import Outline
from tws_desktop.services.agreements.runs import Run, field_key, runs_of
from tws_desktop.services.agreements.shelf import Shelf
from tws_desktop.services.agreements.text_spans import target_of
from tws_desktop.services.agreements.values import printed


def wording_lines(shelf: Shelf, outline: Outline, clause: Clause, variant: VariantId) -> tuple[str, ...]:
    """The variant's Absätze with their Nummern, values filled in, `[label]` where one is open."""
    wording = Wording(clause, clause.variant(variant))
    asked = wording.asked_for()
    lines: list[str] = []
    for number, (_, absatz) in enumerate(asked, start=1):
        lead = f"({number}) " if len(asked) > 1 else ""
        lines.append(lead + _words(shelf, outline, clause, absatz.text))
        for count, nummer in enumerate(absatz.nummern, start=1):
            lines.append(f"{count}. {_words(shelf, outline, clause, nummer.text)}")
            lines.extend(
                f"{letter}) {_words(shelf, outline, clause, one.text)}"
                for letter, one in zip("abcdefghijklmnopqrstuvwxyz", nummer.buchstaben, strict=False)
            )
    return tuple(lines)


def _words(shelf: Shelf, outline: Outline, clause: Clause, text: str) -> str:
    labels = {field_key(clause, name): one.label for name, one in clause.fields.items()}
    return "".join(piece for run in runs_of(clause, text) for piece in _piece(shelf, outline, labels, run))


def _piece(shelf: Shelf, outline: Outline, labels: dict[str, str], run: Run) -> Iterator[str]:
    match run:
        case str(words):
            yield words
        case {"field": str(key)}:
            value = outline.fields.get(key)
            filled = value is not None and value.value is not None
            yield printed(value) if value is not None and filled else f"[{labels.get(key, key)}]"
        case {"clause": str(key)}:
            target = target_of(outline, key, None)
            other = shelf.clauses.get(key)
            named = f"[{other.title if other is not None else key}]"
            yield section_numbers(outline).get(target.id, target.title) if target is not None else named
        case _:
            yield "der Anlage"
