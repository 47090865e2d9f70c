"""The key-slot file: the store's random data key, wrapped for a passphrase and for a recovery code, or open."""

from __future__ import annotations

import base64
import json
import secrets
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from unicodedata import normalize

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from tws_desktop.disk.whole_file import write_whole
from tws_desktop.domain.errors import StoreRefused

NAMES = ("schluessel.json", "schluessel-kopie.json")
_FORMAT = "tws-schluessel"
_VERSION = 1
_MEMORY_KIB, _ROUNDS, _LANES = 128 * 1024, 3, 4
_MOST_MEMORY_KIB, _MOST_ROUNDS = 1024 * 1024, 10
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_CODE_SIGNS = 32


@dataclass(frozen=True, slots=True)
class Slot:
    """One way to the data key: `passphrase`, `recovery` (both wrapped) or `open` (in clear)."""

    kind: str
    salt: bytes
    nonce: bytes
    wrapped: bytes
    memory_kib: int = _MEMORY_KIB
    rounds: int = _ROUNDS
    lanes: int = _LANES


@dataclass(frozen=True, slots=True)
class KeySlots:
    """All slots of one store."""

    store_id: str
    slots: tuple[Slot, ...]

    @property
    def is_open(self) -> bool:
        """Whether the store has no passphrase."""
        return any(slot.kind == "open" for slot in self.slots)


def new_key() -> bytes:
    """A random 32-byte data key."""
    return secrets.token_bytes(32)


def new_recovery_code() -> str:
    """A code of 160 random bits in eight groups of four, without signs that look alike."""
    signs = "".join(secrets.choice(_ALPHABET) for _ in range(_CODE_SIGNS))
    return "-".join(signs[i : i + 4] for i in range(0, _CODE_SIGNS, 4))


def plain_code(typed: str) -> str:
    """A recovery code as typed, without spaces and hyphens, look-alikes mended."""
    signs = "".join(sign for sign in typed.upper() if sign.isalnum())
    return signs.translate(str.maketrans("OIL", "011"))


def open_slots(store_id: str, key: bytes) -> KeySlots:
    """Slots of a store without a passphrase: the key lies in clear."""
    return KeySlots(store_id, (Slot("open", b"", b"", key),))


def locked_slots(store_id: str, key: bytes, passphrase: str, recovery_code: str) -> KeySlots:
    """Slots of a store with a passphrase and a recovery code."""
    slots = (
        _wrap(store_id, key, "passphrase", passphrase),
        _wrap(store_id, key, "recovery", plain_code(recovery_code)),
    )
    return KeySlots(store_id, slots)


def rewrapped(slots: KeySlots, key: bytes, passphrase: str) -> KeySlots:
    """The same store with another passphrase; its recovery slot is kept. Without one the key lies open."""
    if not passphrase:
        return open_slots(slots.store_id, key)
    kept = tuple(slot for slot in slots.slots if slot.kind == "recovery")
    return KeySlots(slots.store_id, (_wrap(slots.store_id, key, "passphrase", passphrase), *kept))


def _derive(slot: Slot, secret: str) -> bytes:
    kdf = Argon2id(salt=slot.salt, length=32, iterations=slot.rounds, lanes=slot.lanes, memory_cost=slot.memory_kib)
    return kdf.derive(normalize("NFC", secret).encode("utf-8"))


def _wrap(store_id: str, key: bytes, kind: str, secret: str) -> Slot:
    slot = Slot(kind, secrets.token_bytes(16), secrets.token_bytes(12), b"")
    wrapped = AESGCM(_derive(slot, secret)).encrypt(slot.nonce, key, f"{store_id}:{kind}".encode())
    return replace(slot, wrapped=wrapped)


def unlock(slots: KeySlots, secret: str = "") -> bytes:
    """The data key, by the open slot, the passphrase or the recovery code; a wrong one is refused."""
    for slot in slots.slots:
        if slot.kind == "open":
            return slot.wrapped
        typed = plain_code(secret) if slot.kind == "recovery" else secret
        if not typed or (slot.kind == "recovery" and len(typed) != _CODE_SIGNS):
            continue
        try:
            aad = f"{slots.store_id}:{slot.kind}".encode()
            return AESGCM(_derive(slot, typed)).decrypt(slot.nonce, slot.wrapped, aad)
        except InvalidTag:
            continue
    raise StoreRefused(
        "Das Kennwort stimmt nicht. Groß- und Kleinschreibung prüfen oder den Wiederherstellungscode eingeben."
    )


def write_slots(folder: Path, slots: KeySlots, names: tuple[str, ...] = NAMES) -> None:
    """Write all copies, one after the other, each whole."""
    data = json.dumps(
        {
            "format": _FORMAT,
            "version": _VERSION,
            "store_id": slots.store_id,
            "slots": [_packed(s) for s in slots.slots],
        },
        indent=1,
    ).encode()
    for name in names:
        write_whole(folder / name, data, private=True)


def read_slots(folder: Path, names: tuple[str, ...] = NAMES) -> KeySlots:
    """The slots of the first readable copy; a damaged one is passed over."""
    for name in names:
        try:
            return _unpacked(json.loads((folder / name).read_text(encoding="utf-8")))
        except (OSError, ValueError, KeyError, TypeError):
            continue
    raise StoreRefused(
        f"Die Schlüsseldatei {names[0]} in {folder} fehlt oder ist beschädigt. Aus einer Sicherung zurückholen."
    )


def _packed(slot: Slot) -> dict[str, Any]:
    text = {name: base64.b64encode(getattr(slot, name)).decode() for name in ("salt", "nonce", "wrapped")}
    return {
        "kind": slot.kind,
        **text,
        "memory_kib": slot.memory_kib,
        "rounds": slot.rounds,
        "lanes": slot.lanes,
    }


def _unpacked(data: Any) -> KeySlots:
    if data["format"] != _FORMAT or data["version"] != _VERSION:
        raise StoreRefused(
            "Die Schlüsseldatei gehört zu einer neueren Fassung des Programms. Bitte das Programm aktualisieren."
        )
    slots = []
    for item in data["slots"]:
        if not (0 < item["memory_kib"] <= _MOST_MEMORY_KIB and 0 < item["rounds"] <= _MOST_ROUNDS):
            raise ValueError("key derivation out of bounds")
        raw = {name: base64.b64decode(item[name]) for name in ("salt", "nonce", "wrapped")}
        slots.append(
            Slot(item["kind"], **raw, memory_kib=item["memory_kib"], rounds=item["rounds"], lanes=item["lanes"])
        )
    return KeySlots(data["store_id"], tuple(slots))
