"""What all tests of the boards share."""

from __future__ import annotations

import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The platform without a screen says this of every window; it is no fault of ours."""
    for item in items:
        if "/boards/" in item.path.as_posix():
            item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints", extend=True))
