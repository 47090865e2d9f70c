"""One row of a RowList."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One row. `lead` is a short text before the title (§ 7, 08:35); tones are those of chips; `icon_tone`
    is a colour token.
    """

    key: str
    title: str
    meta: str = ""
    icon: str = ""
    icon_tone: str = "text_2"
    lead: str = ""
    chip: str = ""
    chip_icon: str = ""
    chip_tone: str = "neutral"
    action: str = ""
    side: str = ""
    quiet: bool = False

    @property
    def words(self) -> str:
        """Everything the row says, for a screen reader."""
        return ", ".join(
            part for part in (f"{self.lead} {self.title}".strip(), self.meta, self.chip, self.side, self.action) if part
        )
