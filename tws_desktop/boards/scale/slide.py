"""A one-dot query on the beamer."""

from __future__ import annotations

from tws_desktop.boards.scale.report import distribution, one_place, parameters, sentence
from tws_desktop.domain.confidentiality import Level, on_beamer
from tws_desktop.domain.scoring.one_dot import Scale, one_dot
from tws_desktop.services.boards.content import Content
from tws_desktop.services.boards.offers import Shelf
from tws_desktop.services.workshops.slides import ChartSlide, LinesSlide, Slide, TableSlide


def slide(content: Content, shelf: Shelf, ceiling: Level) -> Slide:  # noqa: ARG001
    """The scale with its ends before the dots are in, then the distribution."""
    asked = parameters(content)
    scale = Scale(asked.low, asked.high)
    ends = (f"{asked.low} = {asked.low_label}", f"{asked.high} = {asked.high_label}")
    if not content.votes:
        return Slide(LinesSlide(asked.question, ends))
    state = content.votes[-1]
    if state.options:
        results = [(option, one_dot(state.counts(option.id), scale)) for option in state.options]
        seen = [(o, r) for o, r in results if on_beamer(content.level_of(o), ceiling)]
        rows = tuple((o.text, one_place(r.mean) if r.mean is not None else "–") for o, r in seen)
        table = TableSlide(asked.question, ("Satz", "Zustimmung"), rows, note=" · ".join(ends))
        return Slide(table, len(results) - len(seen))
    result = one_dot(state.counts(), scale)
    stays = bool(result.voters) and not on_beamer(content.level, ceiling)
    if stays or not result.voters:
        return Slide(LinesSlide(asked.question, ends), int(stays))
    return Slide(ChartSlide(asked.question, distribution(result), f"{sentence(result)} {' · '.join(ends)}"))
