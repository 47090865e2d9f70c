"""Which Python and which PySide6 go together."""

from __future__ import annotations

OLDEST = (3, 11)
TOO_NEW = (3, 15)


def fault(python: tuple[int, int], pyside: str) -> str:
    """The sentence why this Python cannot run the program, or an empty text.

    PySide6 6.12 loses references to None. Up to Python 3.11 these are counted, so the process dies after some
    thousand calls; from Python 3.12 on None cannot be lost.
    """
    here = f"{python[0]}.{python[1]}"
    if python < OLDEST:
        return f"TWS Desktop braucht Python 3.11 oder neuer; hier ist Python {here}. Bitte ein neueres nehmen."
    if python >= TOO_NEW:
        return (
            f"Für Python {here} gibt es die Oberfläche PySide6 {pyside} noch nicht. "
            "Bitte packaging/dev.py mit Python 3.11 bis 3.14 aufrufen."
        )
    if python < (3, 12) and _numbers(pyside) >= (6, 12):
        return (
            f"PySide6 {pyside} stürzt unter Python {here} nach kurzer Zeit ab. "
            "Bitte Python 3.12 oder neuer nehmen, oder PySide6 6.11.3 in packaging/requirements.txt."
        )
    return ""


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".")[:2] if part.isdigit())
