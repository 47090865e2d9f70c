"""The parameters of the boards: what a phase records and how, as its format file says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tws_desktop.domain.form_fields import Field, refuse_doubles


class BoardKind(StrEnum):
    """The ways to work on a step."""

    CARDS = "cards"
    SCALE = "scale"
    VOTES = "votes"
    SHEET = "sheet"
    FORM = "form"


class CardKind(StrEnum):
    """What a card is; shown by a colour and a symbol, never by colour alone."""

    STATEMENT = "aussage"
    PROBLEM = "problem"
    IDEA = "idee"
    QUESTION = "frage"
    DEMAND = "forderung"
    HEADING = "ueberschrift"
    PARKED = "geparkt"


class VoteKind(StrEnum):
    """Dots on options, one dot on a scale, resistance 0 to 10 per option, or yes, no and abstentions on a motion."""

    DOTS = "dots"
    SCALE = "scale"
    RESISTANCE = "resistance"
    MOTION = "motion"


class VoteWay(StrEnum):
    """How votes come into the program."""

    COUNTED = "counted"
    PAPER = "paper"
    PASSED = "passed"
    HANDS = "hands"


class PointsRule(StrEnum):
    """Half of the options (3 to 10), the selective rule, or a fixed number of points."""

    HALF = "half"
    SELECTIVE = "selective"
    FIXED = "fixed"


class SheetMode(StrEnum):
    """One answer agreed by the group, or one sheet per respondent."""

    AGREED = "agreed"
    SINGLE = "single"


class RecordKind(StrEnum):
    """The records a form board writes."""

    FACT = "fact"
    QUESTION = "question"
    MEASURE = "measure"
    POSITION = "position"
    TRADE = "trade"
    DECISION = "decision"
    ENTRY = "entry"


class SourceKind(StrEnum):
    """Where options or rows of a board come from."""

    CLUSTERS = "clusters"
    DIMENSIONS = "dimensions"
    ENTRIES = "entries"
    UNKNOWNS = "unknowns"
    CHOSEN = "chosen"
    TOPICS = "topics"
    POSITIONS = "positions"
    TYPED = "typed"


OF_A_PHASE = frozenset(
    {SourceKind.CLUSTERS, SourceKind.DIMENSIONS, SourceKind.ENTRIES, SourceKind.UNKNOWNS, SourceKind.CHOSEN}
)
"""Sources that name the phase they read: `clusters:3`, `entries:3.saetze`."""


@dataclass(frozen=True, slots=True)
class Source:
    """A parsed source: its kind, the number of the phase and, for entries, the key of the board."""

    kind: SourceKind
    phase: str = ""
    board: str = ""


def parse_source(text: str) -> Source:
    """The source that `text` names; raises ValueError with the allowed forms."""
    name, _, place = text.partition(":")
    phase, _, board = place.partition(".")
    kinds = {kind.value: kind for kind in SourceKind}
    if name not in kinds or (kinds[name] in OF_A_PHASE) != bool(phase):
        raise ValueError(
            f"Quelle „{text}“ ist unbekannt. Erlaubt: clusters:Phase, dimensions:Phase, entries:Phase.Tafel, "
            "unknowns:Phase, chosen:Phase, topics, positions, typed"
        )
    return Source(kinds[name], phase, board)


@dataclass(frozen=True, slots=True)
class Cards:
    """Card query. `cards_per_person` 0: the rule by group size; `works_on` sorts an earlier board's cards."""

    kinds: tuple[CardKind, ...]
    cards_per_person: int = 0
    fields: tuple[Field, ...] = ()
    cluster: bool = True
    works_on: str = ""
    anonymous: bool = True

    def __post_init__(self) -> None:
        """Refuses a board without kinds and fields named twice."""
        if not self.kinds:
            raise ValueError("kinds: mindestens eine Kartenart nennen")
        refuse_doubles(tuple(field.key for field in self.fields), "Feld")


@dataclass(frozen=True, slots=True)
class Scale:
    """One dot per person on a scale, once or once per entry of an earlier board (`per_entry`)."""

    question: str
    low: int
    high: int
    low_label: str
    high_label: str
    per_entry: str = ""
    secret: bool = False

    def __post_init__(self) -> None:
        """Refuses a scale that does not rise, and a `per_entry` that names no entries."""
        if self.low >= self.high:
            raise ValueError("low muss kleiner sein als high")
        if self.per_entry and parse_source(self.per_entry).kind is not SourceKind.ENTRIES:
            raise ValueError("per_entry braucht die Form entries:Phase.Tafel")


@dataclass(frozen=True, slots=True)
class Votes:
    """A vote. `path` lists where a chosen option may be settled; `veto_from` 0 means no veto threshold."""

    kind: VoteKind
    criterion: str
    options_from: tuple[str, ...]
    ways: tuple[VoteWay, ...]
    points_rule: PointsRule = PointsRule.HALF
    points: int = 0
    per_item_max: int = 2
    zero_option: str = ""
    veto_from: int = 0
    path: tuple[str, ...] = ()
    secret: bool = False
    note: str = ""

    def __post_init__(self) -> None:
        """Refuses unknown sources, a fixed rule without points and a vote without options or ways."""
        if self.kind is VoteKind.SCALE:
            raise ValueError("kind = „scale“ gehört in eine Tafel scale")
        for text in self.options_from:
            parse_source(text)
        if not self.options_from or not self.ways:
            raise ValueError("options_from und ways brauchen mindestens einen Eintrag")
        if (self.points_rule is PointsRule.FIXED) != (self.points > 0):
            raise ValueError("points gehört zu points_rule = „fixed“ und nur dorthin")
        if not 0 <= self.veto_from <= 10:
            raise ValueError("veto_from liegt zwischen 0 (kein Einspruch) und 10")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A questionnaire, agreed by the group or one sheet per respondent; `short` takes its short version."""

    questionnaire: str
    mode: SheetMode
    short: bool = False
    silent_minutes: int = 0


@dataclass(frozen=True, slots=True)
class Form:
    """Records with fields. `one_per` makes one per option of a source, `least`/`most` bound their number."""

    record: RecordKind
    fields: tuple[Field, ...] = ()
    entry_kind: str = ""
    fact_sheet: str = ""
    one_per: str = ""
    prefill: tuple[str, ...] = ()
    edits: str = ""
    least: int = 0
    most: int = 0

    def __post_init__(self) -> None:
        """Refuses records without their kind of entry or fact sheet, and fields named twice."""
        if (self.record is RecordKind.ENTRY) != bool(self.entry_kind):
            raise ValueError("entry_kind gehört zu record = „entry“ und nur dorthin")
        if (self.record is RecordKind.FACT) != bool(self.fact_sheet):
            raise ValueError("fact_sheet gehört zu record = „fact“ und nur dorthin")
        if not self.fields and not self.fact_sheet and not self.edits:
            raise ValueError("fields: mindestens ein Feld nennen")
        if self.most and self.least > self.most:
            raise ValueError("least darf nicht größer sein als most")
        for text in (self.one_per, *self.prefill):
            if text:
                parse_source(text)
        refuse_doubles(tuple(field.key for field in self.fields), "Feld")


Parameters = Cards | Scale | Votes | Sheet | Form


@dataclass(frozen=True, slots=True)
class Board:
    """One board of a phase: exactly one of the tables cards, scale, votes, sheet, form.

    `feeds` names the papers and later phases that read what is recorded here.
    """

    key: str
    title: str
    feeds: tuple[str, ...] = ()
    method: str = ""
    optional: bool = False
    cards: Cards | None = None
    scale: Scale | None = None
    votes: Votes | None = None
    sheet: Sheet | None = None
    form: Form | None = None

    def __post_init__(self) -> None:
        """Refuses a board with no table or with more than one."""
        if len(self._tables()) != 1:
            raise ValueError(f"Tafel {self.key}: genau eine der Tabellen cards, scale, votes, sheet, form angeben")

    def _tables(self) -> tuple[Parameters, ...]:
        tables = (self.cards, self.scale, self.votes, self.sheet, self.form)
        return tuple(table for table in tables if table is not None)

    @property
    def parameters(self) -> Parameters:
        """The one table that is given."""
        return self._tables()[0]

    @property
    def kind(self) -> BoardKind:
        """Which board this is."""
        return BoardKind(type(self.parameters).__name__.lower())

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields that can be typed beside the board's own text; none for scales, votes and sheets."""
        table = self.parameters
        return table.fields if isinstance(table, Cards | Form) else ()

    @property
    def sources(self) -> tuple[Source, ...]:
        """What the board reads from earlier phases or boards."""
        table = self.parameters
        if isinstance(table, Votes):
            texts: tuple[str, ...] = table.options_from
        elif isinstance(table, Form):
            texts = (table.one_per, *table.prefill, f"entries:{table.edits}" if table.edits else "")
        elif isinstance(table, Scale):
            texts = (table.per_entry,)
        elif isinstance(table, Cards):
            texts = (f"entries:{table.works_on}" if table.works_on else "",)
        else:
            texts = ()
        return tuple(parse_source(text) for text in texts if text)
