"""What the catalogue knows, as far as taking over a package asks for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tws_desktop.domain.formats import Format
from tws_desktop.domain.questionnaires import Questionnaire


@dataclass(frozen=True, slots=True)
class Known:
    """Formats and questionnaires by key; the keys of methods, clauses and types of agreements."""

    formats: Mapping[str, Format] = field(default_factory=dict)
    questionnaires: Mapping[str, Questionnaire] = field(default_factory=dict)
    methods: frozenset[str] = frozenset()
    clauses: frozenset[str] = frozenset()
    agreement_types: frozenset[str] = frozenset()
