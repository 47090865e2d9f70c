"""Everything in forms/ as one catalogue; what is wrong is named, the rest loads."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

from tws_desktop.catalog import references
from tws_desktop.catalog.agreement_types import load_agreement_types, load_disclaimers
from tws_desktop.catalog.clauses import dangling, load_clauses
from tws_desktop.catalog.data import data_root
from tws_desktop.catalog.reading import Loaded, read_folder
from tws_desktop.domain.agreement_types import AgreementType, Disclaimer
from tws_desktop.domain.clauses import Clause
from tws_desktop.domain.errors import FormFault
from tws_desktop.domain.facts import ChoiceList, FactSheet
from tws_desktop.domain.formats import Format
from tws_desktop.domain.methods import Method
from tws_desktop.domain.moderation import Moderation
from tws_desktop.domain.papers import Paper
from tws_desktop.domain.questionnaires import Questionnaire
from tws_desktop.domain.topics import Topic
from tws_desktop.domain.triggers import Trigger

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Catalog:
    """All forms by key and kind. `faults` names each mistake; a form with a mistake is left out.

    `choices` are the lists offices, lands, tariff_areas and sectors; `fact_sheets` the sheets steckbrief and tariff.
    """

    formats: Mapping[str, Format] = field(default_factory=dict)
    methods: Mapping[str, Method] = field(default_factory=dict)
    questionnaires: Mapping[str, Questionnaire] = field(default_factory=dict)
    topics: Mapping[str, Topic] = field(default_factory=dict)
    triggers: Mapping[str, Trigger] = field(default_factory=dict)
    papers: Mapping[str, Paper] = field(default_factory=dict)
    fact_sheets: Mapping[str, FactSheet] = field(default_factory=dict)
    choices: Mapping[str, ChoiceList] = field(default_factory=dict)
    moderation: Mapping[str, Moderation] = field(default_factory=dict)
    clauses: Mapping[str, Clause] = field(default_factory=dict)
    agreement_types: Mapping[str, AgreementType] = field(default_factory=dict)
    disclaimers: Mapping[str, Disclaimer] = field(default_factory=dict)
    faults: tuple[FormFault, ...] = ()


def load_catalog(root: Traversable | None = None) -> Catalog:
    """The catalogue of the forms below `root` (by default the packaged ones)."""
    reading = _Reading((root or data_root()) / "forms")
    papers = reading.all("papers", Paper)
    topics = reading.all("topics", Topic)
    choices = reading.all("offices", ChoiceList)
    facts = reading.sound(reading.all("facts", FactSheet), lambda sheet: references.of_fact_sheet(sheet, choices))
    known: dict[str, Any] = {
        "papers": papers,
        "topics": topics,
        "facts": facts,
        "fact_keys": {fact.key for sheet in facts.values() for fact in sheet.facts},
    }
    questionnaires = reading.sound(
        reading.all("questionnaires", Questionnaire), lambda sheet: references.of_questionnaire(sheet, known)
    )
    known |= {
        "questionnaires": questionnaires,
        "items": {item.key for sheet in questionnaires.values() for item in sheet.items},
    }
    known["methods"] = methods = reading.all("methods", Method)
    known["methods"] = methods = reading.sound(methods, lambda method: references.of_method(method, known))
    formats = reading.all("formats", Format)
    known["formats"] = {*formats, *reading.names("formats")}
    triggers = reading.sound(reading.all("triggers", Trigger), lambda trigger: references.of_trigger(trigger, known))
    clauses = reading.kept(load_clauses, "clauses")
    types = reading.kept(load_agreement_types, "agreements")
    if types:
        reading.faults.extend(dangling(clauses, types, topics, triggers))
    return Catalog(
        formats=reading.sound(formats, lambda form: references.of_format(form, known)),
        methods=methods,
        questionnaires=questionnaires,
        topics=topics,
        triggers=triggers,
        papers=papers,
        fact_sheets=facts,
        choices=choices,
        moderation=reading.all("moderation", Moderation),
        clauses=clauses,
        agreement_types=types,
        disclaimers=reading.kept(load_disclaimers, "disclaimers"),
        faults=tuple(reading.faults),
    )


class _Reading:
    """Reads folder after folder and collects what is wrong."""

    def __init__(self, forms: Traversable) -> None:
        self._forms = forms
        self.faults: list[FormFault] = []

    def all(self, folder: str, shape: type[T]) -> Mapping[str, T]:
        """The forms of a folder by key; a folder that is not there holds none."""
        return self.kept(lambda place: read_folder(place, shape), folder)

    def names(self, folder: str) -> set[str]:
        """The keys of a folder's files, faulty ones too: a form is not wrong because another one is."""
        place = self._forms / folder
        return {file.name.removesuffix(".toml") for file in place.iterdir()} if place.is_dir() else set()

    def kept(self, load: Callable[[Traversable], Loaded[T]], folder: str) -> Mapping[str, T]:
        """What `load` reads from a folder; its faults are kept."""
        place = self._forms / folder
        if not place.is_dir():
            return {}
        loaded = load(place)
        self.faults.extend(loaded.faults)
        return loaded.values

    def sound(self, values: Mapping[str, T], check: Callable[[T], tuple[FormFault, ...]]) -> Mapping[str, T]:
        """The values whose references all lead somewhere; the faults of the others are kept."""
        wrong = {key: check(value) for key, value in values.items()}
        for faults in wrong.values():
            self.faults.extend(faults)
        return {key: value for key, value in values.items() if not wrong[key]}
