"""A small agreement that uses every block, written once per test run."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.documents.spans import spans
from tws_desktop.documents.blocks import (
    Absatz,
    Annex,
    Block,
    Buchstabe,
    Bullet,
    Contents,
    Document,
    Filled,
    Gap,
    Heading,
    MarginNote,
    Notice,
    Nummer,
    PageBreak,
    Paragraph,
    ParagraphStyle,
    Parties,
    Party,
    Picture,
    Ref,
    RefForm,
    Section,
    Signature,
    Signatures,
    Table,
    Title,
    plain,
)
from tws_desktop.documents.charts import Bar, BarProfile
from tws_desktop.documents.pdf import write_pdf
from tws_desktop.documents.word import write_word


def _head() -> tuple[Block, ...]:
    return (
        Title("Betriebliche Zukunftsvereinbarung", "Standort und Qualifizierung"),
        Parties(
            (
                Party("zwischen der", "Musterwerk Saar GmbH", plain(", Werk Süd,"), "Arbeitgeber"),
                Party("und dem", "Betriebsrat der Musterwerk Saar GmbH", plain(","), "Betriebsrat"),
            )
        ),
        Contents(),
        Heading("Präambel"),
        Paragraph(spans("Maßstab ist ", Ref("alone"), ".")),
    )


def _body() -> tuple[Block, ...]:
    return (
        Section("Geltungsbereich", "scope"),
        Absatz(plain("Räumlich gilt sie für das Werk.")),
        MarginNote(("Q1 E1", "7 Karten")),
        Absatz(plain("Persönlich gilt sie für alle."), "scope2"),
        Section("Planung", "plan"),
        Absatz(spans("Die Planung nach ", Ref("scope2"), " enthält"), "plan1"),
        Nummer(plain("den Bestand,")),
        Nummer(plain("die Folgen nach"), "plan1n2"),
        Buchstabe(plain("Tätigkeiten,")),
        Buchstabe(plain("Schichten."), "plan1n2b"),
        Paragraph(plain("Sie wird erneuert."), ParagraphStyle.CONTINUED),
        Absatz(spans("Es gelten ", Ref("plan1n2b", sentence=1), " und ", Ref("plan1n2b", RefForm.ABSATZ), ".")),
        Buchstabe(spans("bis ", Gap("Frist festlegen"), " und"), "plan2a"),
        Buchstabe(spans("nach ", Filled("sechs Monaten"), " sowie ", Ref("plan2a"))),
        Section("Auswertung", "alone"),
        Absatz(spans("Grundlage ist ", Ref("annex1"), ", bei Streit ", Ref("annex2s1"), "."), "alone1"),
        Nummer(spans("Allein: ", Ref("alone1"), ", ", Ref("alone1", RefForm.SATZ, 2)), "alone1n1"),
        Nummer(spans("Tief: ", Ref("alone1n1"), "; fehlt: ", Ref("nowhere"))),
        Bullet(plain("Ein Punkt.")),
        Signatures(
            (
                Signature("Für den Arbeitgeber", "Musterwerk", "", "Geschäftsführung", "Völklingen"),
                Signature("Für den Betriebsrat", "Werk Süd", "", "Vorsitz", "Völklingen"),
            )
        ),
        Notice("Entwurf – vor Verwendung rechtlich prüfen (Gewerkschaft, Rechtsschutz)."),
    )


def _annexes() -> tuple[Block, ...]:
    return (
        Annex("Bestand", "annex1"),
        Table(
            tuple(plain(name) for name in ("Bereich", "Heute", "Verweis")),
            tuple((plain(f"Bereich {n}"), plain(str(n)), spans(Ref("plan"))) for n in range(90)),
            (3, 1, 2),
            "Beschäftigte je Bereich",
        ),
        Annex("Verfahren", "annex2"),
        Section("Streit", "annex2s1"),
        Absatz(plain("Erstens.")),
        Absatz(spans("Zweitens nach ", Ref("annex2s1", RefForm.ANNEX), "."), "annex2s1a2"),
        Heading("Bild", 2),
        Picture(BarProfile((Bar("Sicherheit", 42.5), Bar("KI", None))), "Sicherheit 42,5; KI weiß nicht.", "Index"),
        PageBreak(),
        Heading("Schluss", mark="end"),
        Absatz(spans("Siehe ", Ref("end"), " und ", Ref("annex2s1a2"))),
        Absatz(plain("Ende.")),
    )


@pytest.fixture(scope="session")
def paper() -> Document:
    """The agreement."""
    return Document(
        title="Zukunftsvereinbarung & mehr",
        blocks=(*_head(), *_body(), *_annexes()),
        date=date(2026, 11, 23),
        subject="Entwurf",
        header_left="Zukunftsvereinbarung · Musterwerk",
        header_right="ENTWURF 3 · nicht unterschriftsreif",
        footer_left="Stand 23. November 2026",
    )


@pytest.fixture(scope="session")
def word_file(paper: Document, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The agreement as Word file."""
    path = tmp_path_factory.mktemp("word") / "paper.docx"
    write_word(paper, path)
    return path


@pytest.fixture(scope="session")
def pdf_file(paper: Document, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The agreement as PDF."""
    path = tmp_path_factory.mktemp("pdf") / "paper.pdf"
    write_pdf(paper, path)
    return path
