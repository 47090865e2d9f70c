"""Agreement types, notices and the list of sources from forms/."""

from __future__ import annotations

from importlib.resources.abc import Traversable

from tws_desktop.catalog.data import data_root
from tws_desktop.catalog.reading import Loaded, read_folder
from tws_desktop.domain.agreement_types import AgreementType, Disclaimer
from tws_desktop.domain.sources import SourceList


def load_agreement_types(folder: Traversable | None = None) -> Loaded[AgreementType]:
    """All agreement types by key, from forms/agreements or `folder`."""
    return read_folder(folder or data_root() / "forms" / "agreements", AgreementType)


def load_disclaimers(folder: Traversable | None = None) -> Loaded[Disclaimer]:
    """All notices by key, from forms/disclaimers or `folder`."""
    return read_folder(folder or data_root() / "forms" / "disclaimers", Disclaimer)


def load_sources(folder: Traversable | None = None) -> Loaded[SourceList]:
    """What the keys of sources stand for, from forms/sources or `folder`; the packaged list is QUELLEN."""
    return read_folder(folder or data_root() / "forms" / "sources", SourceList)
