"""How fast papers are written, each against the bare library or format doing the same content."""

from __future__ import annotations

import gc
import html
import io
import random
import statistics
import time
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from tws_desktop.documents.blocks import (
    Absatz,
    Annex,
    Block,
    Contents,
    Document,
    Ref,
    Section,
    Table,
    Text,
    Title,
    plain,
)
from tws_desktop.documents.numbering import resolve
from tws_desktop.documents.pdf import pdf_bytes
from tws_desktop.documents.word import word_bytes

_WORDS = (
    *("Vereinbarung", "Nähe", "Respekt", "Zustimmung", "Arbeitgeber", "Gespräch", "Vertrauen", "sicher"),
    *("Grenze", "Übergang", "gemeinsam", "klären", "und", "oder", "wenn", "dann", "nicht", "immer"),
    *("schriftlich", "mündlich", "Begleitung", "Verantwortung", "Qualifizierung", "Standort", "größer"),
    *("Maßnahme", "Pause", "Beschäftigte", "Ausgleich", "offen", "prüfen"),
)
_CELL = '<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="2160"/></w:tcPr>'


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: what, our time and the baseline's in seconds, and their ratio."""

    name: str
    ours: float
    baseline: float

    @property
    def ratio(self) -> float:
        """Ours as a multiple of the baseline."""
        return self.ours / self.baseline


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of neutral content: a head with number, a paragraph that may refer to a head, or a table."""

    text: str = ""
    head: int = 0
    reference: int = 0
    rows: tuple[tuple[str, ...], ...] = ()


def content(pages: int) -> tuple[Part, ...]:
    """The same words for ours and the baseline."""
    dice = random.Random(7)
    parts: list[Part] = []
    heads = 0
    for number in range(10 * pages):
        if number % 10 == 0:
            heads += 1
            parts.append(Part(" ".join(dice.choices(_WORDS, k=4)), head=heads))
        reference = dice.randint(1, heads) if number % 4 == 0 else 0
        parts.append(Part(" ".join(dice.choices(_WORDS, k=48)) + ".", reference=reference))
        if number % 40 == 39:
            rows = tuple(tuple(" ".join(dice.choices(_WORDS, k=3)) for _ in range(4)) for _ in range(8))
            parts.append(Part(rows=rows))
    return tuple(parts)


def document(parts: tuple[Part, ...], with_contents: bool = True) -> Document:
    """The content as a paper of ours."""
    blocks: list[Block] = [Title("Vereinbarung")]
    if with_contents:
        blocks.append(Contents())
    for part in parts:
        if part.head:
            blocks.append(Section(part.text, f"s{part.head}"))
        elif part.rows:
            head, *rows = (tuple(plain(cell) for cell in row) for row in part.rows)
            blocks.append(Table(head, tuple(rows)))
        else:
            more = (Text(" Siehe "), Ref(f"s{part.reference}")) if part.reference else ()
            blocks.append(Absatz((Text(part.text), *more)))
    return Document("Vereinbarung", tuple(blocks), date(2026, 1, 1), header_left="Vereinbarung", footer_left="Stand")


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _field(instruction: str, shown: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{instruction}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{_run(shown)}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _raw_body(parts: tuple[Part, ...]) -> str:
    out = ["<w:p>" + _field('TOC \\o "1-3" \\h', "") + "</w:p>"]
    for number, part in enumerate(parts):
        if part.head:
            name = f'<w:bookmarkStart w:id="{number}" w:name="_Ref{part.head}"/>'
            style = '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>'
            out.append(f'<w:p>{style}{name}{_run(part.text)}<w:bookmarkEnd w:id="{number}"/></w:p>')
        elif part.rows:
            out.append('<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/></w:tblPr><w:tblGrid>')
            out.append('<w:gridCol w:w="2160"/>' * 4 + "</w:tblGrid>")
            for row in part.rows:
                cells = "".join(f"{_CELL}<w:p>{_run(cell)}</w:p></w:tc>" for cell in row)
                out.append(f"<w:tr>{cells}</w:tr>")
            out.append("</w:tbl>")
        else:
            more = _run(" Siehe ") + _field(f"REF _Ref{part.reference} \\h", "1") if part.reference else ""
            out.append(f'<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr>{_run(part.text)}{more}</w:p>')
    return "".join(out)


def raw_word(template: dict[str, bytes], parts: tuple[Part, ...]) -> bytes:
    """The limit: the same content as one string, zipped into a finished template."""
    shell = template["word/document.xml"].decode()
    start, end = shell.index("<w:body>") + 8, shell.index("<w:sectPr")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in template.items():
            written = (shell[:start] + _raw_body(parts) + shell[end:]).encode() if name == "word/document.xml" else part
            archive.writestr(name, written)
    return out.getvalue()


def word_template() -> dict[str, bytes]:
    """The parts of an empty Word file."""
    import docx  # noqa: PLC0415

    out = io.BytesIO()
    docx.Document().save(out)
    with zipfile.ZipFile(out) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def bare_pdf(parts: tuple[Part, ...], fonts: Path) -> bytes:
    """The baseline: reportlab's paragraphs and tables with two embedded fonts, without a contents list."""
    from reportlab.lib.styles import ParagraphStyle  # noqa: PLC0415
    from reportlab.pdfbase import pdfmetrics  # noqa: PLC0415
    from reportlab.pdfbase.ttfonts import TTFont  # noqa: PLC0415
    from reportlab.platypus import BaseDocTemplate, Frame, LongTable, PageTemplate, TableStyle  # noqa: PLC0415
    from reportlab.platypus import Paragraph as Lines  # noqa: PLC0415

    for name, file in (("BenchText", "SourceSans3-Regular.ttf"), ("BenchHead", "SourceSans3-Semibold.ttf")):
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, str(fonts / file)))
    text = ParagraphStyle("text", fontName="BenchText", fontSize=11, leading=15.6, spaceAfter=6)
    head = ParagraphStyle("head", fontName="BenchHead", fontSize=12.5, leading=16, spaceBefore=9, spaceAfter=6)
    cell = ParagraphStyle("cell", fontName="BenchText", fontSize=9, leading=12)
    grid = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, (0.7, 0.7, 0.7))])
    flow: list[Any] = []
    for part in parts:
        if part.head:
            flow.append(Lines(f'<a name="s{part.head}"/>{part.head} {html.escape(part.text)}', head))
        elif part.rows:
            rows = [[Lines(html.escape(value), cell) for value in row] for row in part.rows]
            flow.append(LongTable(rows, colWidths=[110] * 4, style=grid, repeatRows=1))
        else:
            more = f' Siehe <link href="#s{part.reference}">{part.reference}</link>' if part.reference else ""
            flow.append(Lines(html.escape(part.text) + more, text))
    out = io.BytesIO()
    paper = BaseDocTemplate(out, lang="de-DE", title="Vereinbarung")
    frame = Frame(69, 68, 471, 700, 0, 0, 0, 0)
    paper.addPageTemplates(
        PageTemplate(frames=[frame], onPage=lambda canvas, page: canvas.drawString(280, 30, str(page.page)))
    )
    paper.build(flow)
    return out.getvalue()


def _word(paper: Document) -> bytes:
    return word_bytes(resolve(paper))


def _pdf(paper: Document) -> bytes:
    return pdf_bytes(resolve(paper))[0]


def _pair(name: str, ours: Callable[[], object], baseline: Callable[[], object], times: int) -> Row:
    """Both in turn, so that a slow moment hits both; the median of each, without what other programs took."""
    taken: tuple[list[float], list[float]] = ([], [])
    ours()
    baseline()
    for _ in range(times):
        for work, kept in zip((ours, baseline), taken, strict=True):
            gc.collect()
            begun = time.process_time()
            work()
            kept.append(time.process_time() - begun)
    return Row(name, statistics.median(taken[0]), statistics.median(taken[1]))


def word_rows(times: int = 7) -> tuple[Row, ...]:
    """Word papers of 40 and 400 pages against raw XML and zip."""
    template = word_template()
    rows = []
    for pages in (40, 400):
        parts = content(pages)
        paper = document(parts)
        rows.append(
            _pair(
                f"Word, {pages} Seiten",
                partial(_word, paper),
                partial(raw_word, template, parts),
                times if pages < 100 else max(3, times // 2),
            )
        )
    return tuple(rows)


def table_rows(times: int = 7) -> tuple[Row, ...]:
    """An annex with a table of 1,000 rows and 4 columns against raw XML and zip."""
    template = word_template()
    cells = tuple(tuple(f"Zeile {row}, Spalte {column}" for column in range(4)) for row in range(1_000))
    table = Table(tuple(plain(name) for name in "ABCD"), tuple(tuple(map(plain, row)) for row in cells))
    paper = Document("Anlage", (Annex("Tabelle"), table), date(2026, 1, 1))
    raw = (Part(rows=(("A", "B", "C", "D"), *cells)),)
    return (
        _pair(
            "Word, Tabelle mit 1.000 Zeilen",
            partial(_word, paper),
            partial(raw_word, template, raw),
            times,
        ),
    )


def pdf_rows(times: int = 5) -> tuple[Row, ...]:
    """PDF with contents, bookmarks and page numbers against reportlab without a contents list."""
    fonts = Path(__file__).parents[1] / "resources" / "fonts"
    rows = []
    for pages in (40, 400):
        parts = content(pages)
        paper = document(parts)
        rows.append(
            _pair(
                f"PDF mit Inhaltsverzeichnis, {pages} Seiten",
                partial(_pdf, paper),
                partial(bare_pdf, parts, fonts),
                times if pages < 100 else 3,
            )
        )
    return tuple(rows)


def rows() -> tuple[Row, ...]:
    """All rows of this table."""
    return (*word_rows(), *table_rows(), *pdf_rows())


def main() -> None:
    """Prints the table."""
    for row in rows():
        print(f"{row.name:45} {row.ours * 1e3:9.1f} ms {row.baseline * 1e3:9.1f} ms  x {row.ratio:.2f}")


if __name__ == "__main__":
    main()
