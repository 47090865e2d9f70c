"""Origin of the selected unit: positions and votes, behind them clusters, behind them cards; and from a card back."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tws_desktop.domain.german import show_date
from tws_desktop.services.agreements.origin import NO_ORIGIN, Node, NodeKind, Origin, UsedAt
from tws_desktop.ui.agreements.note_list import NoteList, NoteRow
from tws_desktop.ui.kit.buttons import ButtonKind, small
from tws_desktop.ui.kit.labels import ElideLabel, Heading, WrapLabel
from tws_desktop.ui.kit.messages import InlineMessage
from tws_desktop.ui.kit.panel import Rule
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr

_ICONS = {
    NodeKind.POSITION: "scale",
    NodeKind.VOTE: "circle-dot",
    NodeKind.CLUSTER: "layers",
    NodeKind.ENTRY: "quote",
    NodeKind.ANSWER: "clipboard-list",
    NodeKind.MEASURE: "list-checks",
    NodeKind.FACT: "landmark",
}
_NAMES = {
    NodeKind.POSITION: tr("Position"),
    NodeKind.VOTE: tr("Abstimmung"),
    NodeKind.CLUSTER: tr("Cluster"),
    NodeKind.CARD: tr("Karte"),
    NodeKind.ENTRY: tr("Eintrag"),
    NodeKind.ANSWER: tr("Antwort"),
    NodeKind.MEASURE: tr("Maßnahme"),
    NodeKind.FACT: tr("Angabe zum Betrieb"),
}
_LOCKED = frozenset({"council", "negotiation", "secret79"})


def origin_rows(nodes: tuple[Node, ...], kinds: dict[UUID, str] | None = None) -> tuple[NoteRow, ...]:
    """The tree as rows from the outside in, what lies behind a thing once; the key is „kind:id:place“."""
    return tuple(_rows(nodes, 0, kinds or {}, set()))


def _rows(
    nodes: tuple[Node, ...], depth: int, kinds: dict[UUID, str], seen: set[UUID], path: str = ""
) -> Iterator[NoteRow]:
    for place, node in enumerate(nodes):
        key = f"{node.kind}:{node.id}:{path}{place}"
        where = ", ".join(part for part in (node.workshop, show_date(node.on) if node.on else "") if part)
        if node.kind is NodeKind.CARD:
            yield NoteRow(
                key,
                node.text,
                f"{_NAMES[node.kind]} · {where}" if where else _NAMES[node.kind],
                depth=depth,
                card=kinds.get(node.id, "aussage"),
                lock=str(node.level) if node.level == "secret79" else "",
            )
        else:
            meta = " · ".join(part for part in (_NAMES[node.kind], node.detail, where) if part)
            yield NoteRow(key, node.text, meta, _ICONS[node.kind], "accent_text", depth=depth)
        if node.id not in seen:
            seen.add(node.id)
            yield from _rows(node.below, depth + 1, kinds, seen, f"{path}{place}.")


def node_of(key: str) -> tuple[NodeKind, UUID]:
    """Kind and id that a row's key names."""
    kind, thing, _ = key.split(":", 2)
    return NodeKind(kind), UUID(thing)


class OriginPanel(QWidget):
    """`show_origin(origin, where)`; `used_wanted(kind, id)` asks where a card or position went, `unit_wanted` goes
    there.
    """

    used_wanted = Signal(object, object)
    unit_wanted = Signal(object, object)
    proposals_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._unit: UUID | None = None
        self._head = Heading(tr("Herkunft"))
        self._where = ElideLabel("", "caption", "text_2")
        self.tree = NoteList(tr("Herkunft"))
        self.tree.opened.connect(self._open)
        self._none = InlineMessage("info", NO_ORIGIN[0].upper() + NO_ORIGIN[1:], tr("Niemand hat dafür gesprochen."))
        self._look = small(tr("Vorschläge aus den Workshops"), "lightbulb", ButtonKind.QUIET)
        self._look.clicked.connect(self.proposals_wanted)
        self._used = QWidget()
        self._used_head = WrapLabel("", "label")
        self.used_list = NoteList(tr("Verwendet in"))
        self.used_list.opened.connect(self._go)
        self.used_list.action_pressed.connect(self._go)
        self.used_list.setMaximumHeight(style().px(190))
        below = QVBoxLayout(self._used)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(Rule())
        below.addWidget(self._used_head)
        below.addWidget(self.used_list)
        self._used.hide()
        self._places: tuple[UsedAt, ...] = ()
        self._room = QWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, style().px(8), 0, 0)
        for widget in (self._head, self._where, self._none, self._look):
            column.addWidget(widget)
        column.addWidget(self.tree, 1)
        column.addWidget(self._room, 1)
        column.addWidget(self._used)

    def show_origin(self, origin: Origin | None, where: str, kinds: dict[UUID, str] | None = None) -> None:
        """Shows what the unit at `where` rests on."""
        nodes = origin.nodes if origin is not None else ()
        unit = origin.unit_id if origin is not None else None
        if unit != self._unit:
            self._used.hide()
        self._unit = unit
        self._where.setText(f"{where} · {origin.sentence}" if origin and nodes else where)
        self.tree.show_rows(origin_rows(nodes, kinds))
        self.tree.setVisible(bool(nodes))
        empty = origin is not None and not nodes
        self._none.setVisible(empty)
        self._look.setVisible(empty)
        self._room.setVisible(not nodes)

    def show_used(self, node: Node, places: tuple[UsedAt, ...]) -> None:
        """Shows the units a card or position ended up in."""
        self._places = places
        self._used_head.setText(tr("„{text}“ ist verwendet in").format(text=_short(node.text)))
        rows = [
            NoteRow(
                str(place),
                f"{one.section} {one.title}" if one.section != one.title else one.title,
                tr("über {way} · {agreement}").format(way=" → ".join(one.way), agreement=one.agreement),
                "file-pen-line",
                "accent_text",
                action=tr("Zeigen"),
            )
            for place, one in enumerate(places)
        ]
        if not rows:
            rows = [NoteRow("", tr("Noch in keiner Vereinbarung."), head=True)]
        self.used_list.show_rows(rows)
        self._used.show()

    def node(self, nodes: tuple[Node, ...], key: str) -> Node | None:
        """The node of a row."""
        kind, thing = node_of(key)
        return next((one for top in nodes for one in top.walk() if (one.kind, one.id) == (kind, thing)), None)

    def _open(self, key: str) -> None:
        self.used_wanted.emit(*node_of(key))

    def _go(self, key: str) -> None:
        if key:
            place = self._places[int(key)]
            self.unit_wanted.emit(place.agreement_id, place.unit_id)


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 40 else f"{words[:39]}…"
