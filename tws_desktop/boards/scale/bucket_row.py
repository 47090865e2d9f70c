"""A row of the values of a scale, each with its counted dots."""

from __future__ import annotations

from PySide6.QtCore import Signal

from tws_desktop.boards.count_field import BucketField
from tws_desktop.boards.order import go_on
from tws_desktop.domain.board_parameters import Scale
from tws_desktop.ui.kit.flow_row import FlowRow
from tws_desktop.ui.words import tr


class BucketRow(FlowRow):
    """`counted(bucket, count)` when a person has changed a count."""

    counted = Signal(str, int)

    def __init__(self, asked: Scale, about: str = "") -> None:
        super().__init__(gap=6)
        self.buckets: dict[int, BucketField] = {}
        for bucket in range(asked.low, asked.high + 1):
            label = {asked.low: asked.low_label, asked.high: asked.high_label}.get(bucket, "")
            name = tr("Punkte bei {bucket}").format(bucket=bucket)
            name = ", ".join(part for part in (name, label, about) if part)
            field = BucketField(str(bucket), name)
            field.count.counted.connect(lambda count, at=bucket: self.counted.emit(str(at), count))
            field.count.onward.connect(lambda by, at=bucket: self._onward(at, by))
            self.buckets[bucket] = field
            self.add(field)

    def show_counts(self, counts: dict[int, int], *, locked: bool = False) -> None:
        """Show what is stored."""
        for bucket, field in self.buckets.items():
            field.count.set_value(counts.get(bucket, 0))
            field.setEnabled(not locked)

    def _onward(self, bucket: int, by: int) -> None:
        fields = [field.count.field for field in self.buckets.values()]
        go_on(fields, self.buckets[bucket].count.field, by)
