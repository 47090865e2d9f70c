"""A one-dot query on paper: the distribution as picture and sentence, or a table per earlier sentence."""

from __future__ import annotations

from tws_desktop.documents.blocks import Block, Paragraph, ParagraphStyle, Picture, Table, plain
from tws_desktop.documents.charts import Bucket, Distribution
from tws_desktop.domain.board_parameters import Scale as Parameters
from tws_desktop.domain.confidentiality import Audience, allowed
from tws_desktop.domain.german.numbers import show_number
from tws_desktop.domain.scoring.one_dot import OneDot, Scale, one_dot
from tws_desktop.domain.text import same_words
from tws_desktop.services.boards.content import Content
from tws_desktop.services.boards.offers import Shelf
from tws_desktop.services.boards.reports import Report
from tws_desktop.services.boards.votes import VoteState


def parameters(content: Content) -> Parameters:
    """The scale of the board."""
    if content.board.scale is None:
        raise ValueError(f"{content.board.key} is no scale")
    return content.board.scale


def sentence(result: OneDot) -> str:
    """The result in one sentence."""
    if result.mean is None:
        return "Noch keine Punkte."
    people = "1 Person" if result.voters == 1 else f"{result.voters} Personen"
    return f"{people}, Mittelwert {one_place(result.mean)}, von {result.lowest} bis {result.highest}."


def spread_sentence(result: OneDot) -> str:
    """How far the middle half of the dots lies apart; "" below two dots."""
    if result.spread is None:
        return ""
    if result.spread == 0:
        return "Die mittlere Hälfte der Antworten liegt auf demselben Wert."
    return f"Die mittlere Hälfte der Antworten liegt {one_place(result.spread)} Stufen auseinander."


def one_place(value: float) -> str:
    """A mean with one decimal, German."""
    return f"{value:.1f}".replace(".", ",")


def distribution(result: OneDot) -> Distribution:
    """The picture of a result."""
    return Distribution(tuple(Bucket(show_number(bucket), count) for bucket, count in result.distribution))


def report(content: Content, shelf: Shelf, audience: Audience) -> Report:  # noqa: ARG001
    """Question, picture, sentence; a sentence that `audience` may not see is left out with its numbers."""
    asked = parameters(content)
    scale = Scale(asked.low, asked.high)
    known = same_words(asked.question, content.step.question)
    blocks: list[Block] = [] if known else [Paragraph(plain(asked.question), ParagraphStyle.LEAD)]
    left_out = 0
    for state in content.votes:
        if state.options:
            seen = state.only(lambda option: allowed(content.level_of(option), audience))
            left_out += len(state.options) - len(seen.options)
            if not seen.options:
                continue
            blocks.append(_table(seen, scale))
        elif not allowed(content.level, audience):
            left_out += 1
            continue
        else:
            result = one_dot(state.counts(), scale)
            if result.voters:
                labels = f"{asked.low} = {asked.low_label}, {asked.high} = {asked.high_label}"
                blocks.append(Picture(distribution(result), f"Verteilung der Punkte. {sentence(result)}", labels))
            blocks.append(Paragraph(plain(f"{sentence(result)} {spread_sentence(result)}".strip())))
        if state.vote.dissent and not allowed(content.workshop.default_level, audience):
            left_out += 1
        elif state.vote.dissent:
            blocks.append(Paragraph(plain(f"Zweite Meinung: {state.vote.dissent}")))
    return Report(tuple(blocks) if len(blocks) > 1 or not left_out else (), left_out)


def _table(state: VoteState, scale: Scale) -> Table:
    rows = []
    for option in state.options:
        result = one_dot(state.counts(option.id), scale)
        spread = " · ".join(f"{bucket}: {count}×" for bucket, count in result.distribution if count)
        mean = one_place(result.mean) if result.mean is not None else "–"
        rows.append((plain(option.text), plain(mean), plain(str(result.voters)), plain(spread)))
    header = tuple(plain(text) for text in ("Satz", "Mittelwert", "Personen", "Verteilung"))
    return Table(header, tuple(rows), (6, 2, 2, 4))
