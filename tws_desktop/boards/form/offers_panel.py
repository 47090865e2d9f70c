"""What earlier phases offer to a form board: tick, then one button makes rows of it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal

from tws_desktop.boards.form.form_items import main_field
from tws_desktop.boards.form.tick_list import Tick, TickList
from tws_desktop.domain.board_parameters import RecordKind
from tws_desktop.services.boards.content import Content
from tws_desktop.services.boards.forms import form_of
from tws_desktop.services.boards.offers import Option
from tws_desktop.ui.kit.buttons import small
from tws_desktop.ui.kit.panel import Panel
from tws_desktop.ui.words import tr


def open_offers(content: Content) -> tuple[Option, ...]:
    """Offers that no row says yet; a topic is taken up by a row of that topic, whatever its title.

    A position is no beginning of what is said about it: its title is not the text of an objection.
    """
    if form_of(content.board).record is RecordKind.ENTRY:
        content = replace(content, offers=tuple(o for o in content.offers if o.position_id is None))
    field = main_field(content.board)
    said = {row.shown.get(field.key, "").casefold() for row in content.rows} if field else set()
    topics = {row.shown.get("topic", "") for row in content.rows} - {""}
    return tuple(o for o in content.offers if o.text.casefold() not in said and o.topic_key not in topics)


class OffersPanel(Panel):
    """`taken(options)` on the button."""

    taken = Signal(tuple)

    def __init__(self) -> None:
        super().__init__(tr("Aus früheren Phasen"), "layers", small_head=True)
        self._options: tuple[Option, ...] = ()
        self.list = TickList(tr("Angebote aus früheren Phasen"), most_rows=4)
        self.list.ticked.connect(lambda *_: self._count())
        self.button = small(tr("Übernehmen"), "arrow-down")
        self.button.clicked.connect(self._take)
        self.head_row.addWidget(self.button)
        self.add_wide(self.list)

    def show_content(self, content: Content) -> None:
        """Shows what is still open; ticks stay."""
        on = {option.text for place, option in enumerate(self._options) if str(place) in self.list.keys}
        self._options = open_offers(content)
        ticks = [Tick(str(place), option.text, option.note) for place, option in enumerate(self._options)]
        self.list.show_items(ticks, (str(n) for n, option in enumerate(self._options) if option.text in on))
        self.setVisible(bool(self._options))
        self._count()

    def _count(self) -> None:
        count = len(self.list.keys)
        words = tr("{count} übernehmen").format(count=count) if count else tr("Alle übernehmen")
        self.button.setText(words)
        self.button.setAccessibleName(words)

    def _take(self) -> None:
        keys = self.list.keys or tuple(str(place) for place in range(len(self._options)))
        self.taken.emit(tuple(self._options[int(key)] for key in keys))
        self.list.show_items([Tick(str(n), o.text, o.note) for n, o in enumerate(self._options)], ())
        self._count()
