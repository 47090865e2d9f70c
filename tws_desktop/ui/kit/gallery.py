"""All widgets of the kit as pictures: `python -m tws_desktop.ui.kit.gallery OUT_DIR`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from tws_desktop.ui.kit.gallery_boards import board_sheet, picture_sheet
from tws_desktop.ui.kit.gallery_sheets import column_sheet, field_sheet, list_sheet, sign_sheet
from tws_desktop.ui.style import apply

_LOOKS = (("hell", "light", 1.0), ("dunkel", "dark", 1.0), ("gross", "light", 2.0))
_SHEETS = {
    "1-zeichen": sign_sheet,
    "2-felder": field_sheet,
    "3-listen": list_sheet,
    "4-tafel": board_sheet,
    "5-beamer": picture_sheet,
    "6-spalten": column_sheet,
}


def paint_gallery(application: QApplication, folder: Path) -> list[Path]:
    """Writes every sheet in every look into `folder`; returns the files."""
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for look, palette, scale in _LOOKS:
        apply(application, palette, scale)
        for name, make in _SHEETS.items():
            sheet = make()
            files.append(_save(application, sheet, folder / f"{name}-{look}.png"))
            sheet.close()
            sheet.deleteLater()
    return files


def _save(application: QApplication, sheet: QWidget, file: Path) -> Path:
    sheet.show()
    for _ in range(3):
        application.processEvents()
    sheet.grab().save(str(file))
    return file


def main(arguments: list[str]) -> int:
    """Paints into the folder named by the one argument; 2 without it."""
    if len(arguments) != 1:
        sys.stderr.write("Bitte einen Ordner für die Bilder nennen.\n")
        return 2
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication([])
    for file in paint_gallery(application, Path(arguments[0])):
        sys.stdout.write(f"{file}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
