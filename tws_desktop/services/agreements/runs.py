"""The text of a unit as runs: words, fields, references. The only place that knows their shape in the store.

A run is a text, `{"field": key}`, `{"clause": key, "absatz": n}` (a reference that finds its § when printed),
`{"annex": key}` or `{"ref": unit id}`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeAlias

from tws_desktop.domain.clause_text import AnnexRef, FieldSpan, Ref, Words, parse
from tws_desktop.domain.clauses import Clause

Run: TypeAlias = Any
Runs: TypeAlias = tuple[Run, ...]


def field_key(clause: Clause, name: str) -> str:
    """The key of a clause's field in an agreement; a shared field has one value for all clauses."""
    described = clause.fields.get(name)
    return name if described is not None and described.shared else f"{clause.key}.{name}"


def runs_of(clause: Clause, text: str) -> Runs:
    """The text of a clause as runs."""
    runs: list[Run] = []
    for span in parse(text):
        match span:
            case Words(words):
                runs.append(words)
            case FieldSpan(name):
                runs.append({"field": field_key(clause, name)})
            case Ref(key, None):
                runs.append({"clause": key})
            case Ref(key, absatz):
                runs.append({"clause": key, "absatz": absatz})
            case AnnexRef(key):
                runs.append({"annex": key})
    return tuple(runs)


def joined(runs: Iterable[Run]) -> Runs:
    """The same runs with neighbouring words as one and no empty ones."""
    done: list[Run] = []
    for run in runs:
        if isinstance(run, str) and done and isinstance(done[-1], str):
            done[-1] += run
        elif run != "":
            done.append(run)
    return tuple(done)


def fields_in(runs: Iterable[Run]) -> tuple[str, ...]:
    """The keys of the fields in a text, in order, each once."""
    return tuple(dict.fromkeys(run["field"] for run in runs if isinstance(run, dict) and "field" in run))


def annexes_in(runs: Iterable[Run]) -> tuple[str, ...]:
    """The keys of the annexes named in a text, in order."""
    return tuple(run["annex"] for run in runs if isinstance(run, dict) and "annex" in run)


def clauses_in(runs: Iterable[Run]) -> tuple[tuple[str, int | None], ...]:
    """Clause and Absatz of each reference in a text, in order."""
    return tuple((run["clause"], run.get("absatz")) for run in runs if isinstance(run, dict) and "clause" in run)


def with_sentence(runs: Runs, sentence: Runs) -> Runs:
    """The text with a sentence added at its end."""
    return joined((*runs, " ", *sentence)) if runs else sentence


def without_sentence(runs: Runs, sentence: Runs) -> Runs | None:
    """The text without that sentence, or None if it does not stand there word for word."""
    atoms, wanted = _atoms(runs), _atoms(sentence)
    for start in range(len(atoms) - len(wanted), -1, -1):
        if atoms[start : start + len(wanted)] == wanted:
            begin = start - 1 if start and atoms[start - 1] == " " else start
            return joined(atoms[:begin] + atoms[start + len(wanted) :])
    return None


def _atoms(runs: Runs) -> list[Run]:
    """Words letter by letter, everything else whole."""
    return [atom for run in runs for atom in (run if isinstance(run, str) else (run,))]
