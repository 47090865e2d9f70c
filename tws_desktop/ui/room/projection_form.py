"""Setting the beamer up for a room: ground, and how far the last row sits from how wide a picture."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tws_desktop.domain.german.numbers import show_number
from tws_desktop.services.workshops.projection import Projection, read_depth, read_width
from tws_desktop.ui.kit.form_row import FormRow
from tws_desktop.ui.kit.labels import WrapLabel
from tws_desktop.ui.kit.read_field import NumberField
from tws_desktop.ui.kit.segmented import Segment, Segmented
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr


class ProjectionForm(QWidget):
    """`changed(values)` for what was set; `show_projection` shows what holds."""

    changed = Signal(dict)

    def __init__(self) -> None:
        super().__init__()
        grounds = (
            Segment("beamer", tr("Hell"), tr("Weißer Grund, für helle Räume")),
            Segment("beamer_dark", tr("Dunkel"), tr("Dunkler Grund, für dunkle Räume")),
        )
        self.ground = Segmented(tr("Grund"), grounds, "beamer", stretch=True)
        self.far: NumberField[Decimal] = NumberField(tr("Bis zur letzten Reihe (m)"), read_depth, show_number)
        self.wide: NumberField[Decimal] = NumberField(tr("Breite des Bilds (m)"), read_width, show_number)
        self._said = WrapLabel("", "caption", "text_2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style().px(8))
        column.addWidget(FormRow(tr("Grund der Leinwand"), self.ground))
        for field in (self.far, self.wide):
            column.addWidget(FormRow(field.accessibleName(), field))
        column.addWidget(self._said)
        self.ground.chosen.connect(lambda key: self.changed.emit({"ground": key}))
        self.far.accepted.connect(lambda value: self._tell("depth", value))
        self.wide.accepted.connect(lambda value: self._tell("width", value))

    def show_projection(self, projection: Projection) -> None:
        """Shows what holds."""
        self.ground.set_key(projection.ground)
        for field, value in ((self.far, projection.depth), (self.wide, projection.width)):
            if not field.hasFocus():
                field.set_value(Decimal(str(value)) if value else None)
        share = show_number(Decimal(str(round(projection.smallest * 100, 1))))
        words = tr("Schrift auf der Leinwand: mindestens {share} % der Bildhöhe.")
        self._said.setText(words.format(share=share).replace(" %", "\u00a0%"))

    def _tell(self, name: str, value: Decimal | None) -> None:
        values: dict[str, Any] = {name: float(value or 0)}
        self.changed.emit(values)
