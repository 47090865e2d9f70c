"""Packages in the window: choose a file to take in, choose circle and file to give out."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from tws_desktop.disk.whole_file import write_for_others
from tws_desktop.domain.confidentiality import Audience
from tws_desktop.domain.exchange.document import PackageKind
from tws_desktop.outside.packages import PassphraseNeeded, package_bytes
from tws_desktop.services.packages.giving import export_document, record_given_out
from tws_desktop.services.ports import Store, Work
from tws_desktop.ui.ask_dialog import AskDialog
from tws_desktop.ui.file_dialogs import ask
from tws_desktop.ui.kit.fields import ChoiceField, TextField
from tws_desktop.ui.words import tr

_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


def ask_for_package(parent: QWidget) -> Path | None:
    """The package to take in; None if none was chosen. The dialog keeps no trace of the folder."""
    dialog = QFileDialog(parent, tr("Paket einlesen"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter(tr("Pakete (*.twspaket *.json)"))
    return next(iter(ask(dialog)), None)


def ask_for_passphrase(parent: QWidget) -> str:
    """The passphrase of an encrypted package; "" if none was typed."""
    field = TextField(tr("Kennwort des Pakets"))
    field.setEchoMode(QLineEdit.EchoMode.Password)
    hint = tr("Wer das Paket gegeben hat, kennt es.")
    asked = AskDialog(parent, tr("Paket einlesen"), tr("Kennwort des Pakets"), field, hint, tr("Einlesen"))
    typed = field.text() if asked.agreed() else ""
    asked.deleteLater()
    return typed


def ask_where_to_give(parent: QWidget, name: str) -> tuple[Audience, Path] | None:
    """For whom and where to; None if it was left."""
    title, circles = tr("Als Paket weitergeben"), [(each.value, each.german, "users") for each in Audience]
    field = ChoiceField(tr("Empfängerkreis"), circles, Audience.GREMIUM.value)
    hint = tr("Was dieser Kreis nicht sehen darf, bleibt hier.")
    asked = AskDialog(parent, title, tr("Empfängerkreis"), field, hint, tr("Datei wählen"))
    circle = Audience(field.key) if asked.agreed() else None
    asked.deleteLater()
    if circle is None:
        return None
    dialog = QFileDialog(parent, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("twspaket")
    start = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    dialog.setDirectory(start if Path(start).is_dir() else str(Path.home()))
    dialog.selectFile(package_name(name))
    paths = ask(dialog)
    return (circle, paths[0]) if paths else None


def package_name(title: str) -> str:
    """`Zukunft Völklingen-Süd.twspaket`, without signs that file systems refuse."""
    words = " ".join(_NOT_IN_NAMES.sub(" ", title).split())[:80].strip(" .")
    return f"{words or 'Vorhaben'}.twspaket"


def give_out(store: Store, project_id: UUID, audience: Audience, path: Path) -> str:
    """Write a project as a package and note it; a sentence with what stayed here."""

    def use_case(work: Work) -> int:
        given = export_document(work, PackageKind.PROJECT, project_id, audience)
        data = package_bytes(given.document, pictures=given.pictures)
        write_for_others(path, data)
        record_given_out(work, given, str(path), hashlib.sha256(data).hexdigest())
        return given.left_out

    left_out = store.write(use_case).result()
    kept = f" Nicht enthalten wegen Vertraulichkeit: {left_out}." if left_out else ""
    return f"Paket geschrieben: {path}.{kept}"


__all__ = ["PassphraseNeeded", "ask_for_package", "ask_for_passphrase", "ask_where_to_give", "give_out"]
