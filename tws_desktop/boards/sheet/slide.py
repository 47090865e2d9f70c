"""A questionnaire on the beamer: the profile once answered; a block of statements is the widget's own slide."""

from __future__ import annotations

from collections.abc import Sequence

from tws_desktop.boards.sheet.report import given, indices
from tws_desktop.documents.charts import Bar, BarProfile
from tws_desktop.domain.confidentiality import Level, on_beamer
from tws_desktop.domain.questionnaires import Item
from tws_desktop.services.boards.content import Content
from tws_desktop.services.boards.offers import Shelf
from tws_desktop.services.boards.profile import scored
from tws_desktop.services.workshops.slides import ChartSlide, LinesSlide, Slide, TableSlide


def slide(content: Content, shelf: Shelf, ceiling: Level) -> Slide:
    """The profile, if the answers may be shown."""
    found = shelf.questionnaires.get(content.sheets[0].questionnaire_key) if content.sheets else None
    hidden = sum(not on_beamer(answer.level, ceiling) for answer in content.answers.values())
    if found is None or hidden or not found.dimensions or not content.answers:
        return Slide(LinesSlide(content.step.question), hidden)
    result = scored(content.sheets, {content.sheets[0].id: content.answers}, found)
    names = {dimension.key: dimension.name for dimension in found.dimensions}
    bars = tuple(Bar(names.get(d.key, d.key), d.index) for d in result.dimensions)
    return Slide(ChartSlide(content.step.question, BarProfile(bars), indices(result)))


def block_slide(content: Content, title: str, items: Sequence[Item], ceiling: Level) -> Slide:
    """One block of statements with the answers so far."""
    seen = [i for i in items if (a := content.answers.get(i.key)) is None or on_beamer(a.level, ceiling)]
    rows = tuple((item.key, item.text, given(content.answers.get(item.key))) for item in seen)
    return Slide(TableSlide(title, ("", "Aussage", "Wert"), rows), len(items) - len(seen))
