"""Clauses chosen for one agreement: what is missing, what contradicts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tws_desktop.domain.clauses import Clause, VariantId


def conflicts(chosen: Mapping[str, VariantId], clauses: Mapping[str, Clause]) -> tuple[str, ...]:
    """One German sentence for each reference, need or exclusion that the chosen variants leave open or break.

    `chosen` maps clause keys to variants; keys that the catalogue does not know are passed over.
    """
    known = {key: id_ for key, id_ in chosen.items() if key in clauses}
    return tuple(sentence for key in known for sentence in _of(clauses[key], known, clauses))


def _of(clause: Clause, chosen: Mapping[str, VariantId], clauses: Mapping[str, Clause]) -> Iterator[str]:
    variant = clause.variant(chosen[clause.key])
    for key in dict.fromkeys(ref.clause for ref in variant.refs()):
        if key not in chosen:
            yield (
                f"„{clause.title}“ verweist auf „{_title(key, clauses)}“, das fehlt. "
                "Baustein aufnehmen oder eine andere Fassung wählen."
            )
    for name in (*clause.excludes, *variant.excludes):
        key, _, id_ = name.partition(":")
        if key in chosen and id_ in {"", chosen[key]}:
            yield (
                f"„{clause.title}“ und „{_title(key, clauses)}“ widersprechen sich in diesen Fassungen. "
                "Eine davon ändern."
            )


def _title(key: str, clauses: Mapping[str, Clause]) -> str:
    return clauses[key].title if key in clauses else key
