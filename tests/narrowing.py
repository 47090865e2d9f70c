"""Says of a value what the test knows and the types don't; what is not so fails the test there."""

from __future__ import annotations

from typing import TypeVar

T = TypeVar("T")


def there(found: T | None) -> T:
    """What must have been found."""
    assert found is not None
    return found


def a(kind: type[T], thing: object) -> T:
    """What must be of a kind."""
    assert isinstance(thing, kind), thing
    return thing
