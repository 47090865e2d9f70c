"""Photos as a package writes them: what is said of each, and the name of its file beside the document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from tws_desktop.domain.confidentiality import Level
from tws_desktop.domain.exchange.key import Key
from tws_desktop.domain.exchange.plant import Id, Rank, Released


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedFile:
    """Ein Foto einer Phase; die Datei selbst liegt im .twspaket unter name."""

    id: Id
    step: Annotated[str, Key("Phase", refers=("step",))]
    name: Annotated[str, Key("Name in der Zip-Datei: files/, dann sha256, dann .jpg oder .png")]
    sha256: Annotated[str, Key("Prüfsumme der Datei: SHA-256 in 64 Zeichen 0–9a–f")]
    bytes: Annotated[int, Key("Länge der Datei", bounds=(1, 50 * 1024 * 1024))]
    alt: Annotated[str, Key("Was zu sehen ist; steht auch unter dem Foto")]
    rank: Rank = None
    level: Annotated[Level, Key("Vertraulichkeit")] = Level.COUNCIL
    released: Released = ()
