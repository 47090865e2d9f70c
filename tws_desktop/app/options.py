"""The command line: what can be said, and one German sentence for what cannot."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

from tws_desktop import __version__

FORMATS = ("docx", "pdf", "xlsx", "csv", "json")
AUDIENCES = ("verhandlung", "gremium", "teilnehmende", "belegschaft", "arbeitgeber", "oeffentlich")
LISTS = ("workshops", "projects", "agreements", "documents", "formats", "methods", "clauses")


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with a call in German and ends with 2."""

    def format_help(self) -> str:
        """The help with German headings."""
        text = super().format_help()
        for english, german in (
            ("usage:", "Aufruf:"),
            ("positional arguments:", "Angaben:"),
            ("options:", "Schalter:"),
        ):
            text = text.replace(english, german)
        return text

    def error(self, message: str) -> NoReturn:
        """One sentence on stderr, exit code 2."""
        sys.stderr.write(f"Aufruf nicht verstanden: {_german(message)} Hilfe zeigt {self.prog} --help.\n")
        sys.exit(2)


def _german(message: str) -> str:
    for english, german in (
        ("the following arguments are required:", "Es fehlt:"),
        ("unrecognized arguments:", "Unbekannte Angabe:"),
        ("expected one argument", "Hier fehlt ein Wert."),
        ("expected at least one argument", "Hier fehlt mindestens ein Wert."),
        ("invalid choice:", "Nicht möglich:"),
        ("(choose from", "(möglich:"),
        ("argument", "Angabe"),
        ("one of the arguments", "Eine der Angaben"),
        ("is required", "ist nötig."),
        ("not allowed with", "geht nicht zusammen mit"),
    ):
        message = message.replace(english, german)
    return message if message.endswith((".", ")")) else message + "."


def parser() -> argparse.ArgumentParser:
    """The parser of all calls."""
    top = _Parser(
        prog="tws-desktop", description="Workshops mit Betriebsräten führen, Vereinbarungen entwerfen.", add_help=False
    )
    _common(top)
    top.add_argument("--version", action="version", version=f"TWS Desktop {__version__}", help="Fassung zeigen")
    top.add_argument("--self-test", action="store_true", help="prüfen, ob alles da ist, und enden")
    top.add_argument("--worker", metavar="NAME", help=argparse.SUPPRESS)
    calls = top.add_subparsers(dest="call", metavar="BEFEHL", parser_class=_Parser)
    demo = _call(calls, "demo", "Beispiel Musterwerk bis zu Word und PDF durchspielen")
    demo.add_argument("--out", required=True, metavar="ORDNER", help="wohin die Dateien geschrieben werden")
    taken = _call(calls, "import", "Pakete einlesen")
    taken.add_argument("files", nargs="+", metavar="DATEI")
    _export(_call(calls, "export", "ein Dokument schreiben"))
    listing = _call(calls, "list", "auflisten, was da ist")
    listing.add_argument("what", choices=LISTS, metavar="WAS", help=", ".join(LISTS))
    listing.add_argument("--json", action="store_true", help="als JSON")
    check = _call(calls, "check", "eine Vereinbarung prüfen")
    check.add_argument("agreement", metavar="VEREINBARUNG")
    backup = _call(calls, "backup", "eine geprüfte Sicherung schreiben")
    backup.add_argument("--out", metavar="ORDNER", help="sonst der Ordner der Sicherungen")
    restore = _call(calls, "restore", "eine Sicherung zurückspielen")
    restore.add_argument("file", metavar="SICHERUNG")
    _call(calls, "doctor", "Datenbestand und Formulare prüfen")
    return top


def _call(calls: Any, name: str, purpose: str) -> argparse.ArgumentParser:
    made: argparse.ArgumentParser = calls.add_parser(name, help=purpose, description=purpose, add_help=False)
    _common(made, top=False)
    return made


def _common(made: argparse.ArgumentParser, *, top: bool = True) -> None:
    missing: Any = None if top else argparse.SUPPRESS
    made.add_argument("-h", "--help", action="help", help="diese Hilfe zeigen")
    made.add_argument("--data", metavar="ORDNER", default=missing, help="eigener Datenordner")
    made.add_argument(
        "--passphrase-stdin",
        action="store_true",
        default=False if top else missing,
        help="Kennwort von der Eingabe lesen",
    )


def _export(made: argparse.ArgumentParser) -> None:
    what = made.add_mutually_exclusive_group(required=True)
    for name, german in (("workshop", "Workshop"), ("project", "Vorhaben"), ("agreement", "Vereinbarung")):
        what.add_argument(f"--{name}", metavar="ID", help=f"{german} mit dieser Kennung")
    made.add_argument(
        "--document", required=True, metavar="SCHLÜSSEL", help="D01, D04, D05, D07, vereinbarung, paket ..."
    )
    made.add_argument("--format", required=True, choices=FORMATS, metavar="FORMAT", help=", ".join(FORMATS))
    made.add_argument("--audience", choices=AUDIENCES, default="gremium", metavar="KREIS", help=", ".join(AUDIENCES))
    made.add_argument("--house-style", metavar="DATEI", help="Word-Vorlage, die darunterliegt")
    made.add_argument("--out", required=True, metavar="DATEI")


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """The options of a call; exits with 2 and a sentence when it is not understood."""
    return parser().parse_args(list(arguments))
