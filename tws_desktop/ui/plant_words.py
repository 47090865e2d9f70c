"""A plant in words; a sample is marked wherever its name stands."""

from __future__ import annotations

from tws_desktop.domain.plants import Plant
from tws_desktop.ui.words import tr


def plant_words(plant: Plant) -> str:
    """The plant's name; a sample says so, if its name does not."""
    marked = not plant.sample or tr("Beispiel") in plant.name
    return plant.name if marked else f"{plant.name} · {tr('Beispiel')}"
