"""A workshop in a store, as in the room's tests."""

from __future__ import annotations

from tests.ui.room.conftest import place, short

__all__ = ["place", "short"]
