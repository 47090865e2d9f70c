"""Encrypted packages: a zip with `umschlag.json` (how the key is made) and `inhalt.bin` (the inner zip)."""

from __future__ import annotations

import base64
import binascii
import json
import secrets
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from tws_desktop.domain.errors import FileRefused
from tws_desktop.domain.exchange.checks import refuse
from tws_desktop.domain.exchange.plain import plain
from tws_desktop.outside.strict_json import read_json
from tws_desktop.outside.structuring import structure

COVER, CONTENT = "umschlag.json", "inhalt.bin"
FORMAT, VERSION = "twspaket-umschlag", "1.0"
KDF, CIPHER = "argon2id", "aes-256-gcm"
MOST_MEMORY_KIB, MOST_ROUNDS, MOST_LANES = 512 * 1024, 10, 16
_LEAST_MEMORY_KIB = 8 * 1024
_SALT, _NONCE = 16, 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """What `umschlag.json` says; salt and nonce in base64. Its bytes are authenticated with the content."""

    format: str
    version: str
    kdf: str
    memory_kib: int
    rounds: int
    lanes: int
    cipher: str
    salt: str
    nonce: str


def seal(inner: bytes, passphrase: str) -> dict[str, bytes]:
    """The two entries that hold `inner` so that only the passphrase opens it."""
    cover = Cover(
        format=FORMAT,
        version=VERSION,
        kdf=KDF,
        memory_kib=128 * 1024,
        rounds=3,
        lanes=4,
        cipher=CIPHER,
        salt=base64.b64encode(secrets.token_bytes(_SALT)).decode(),
        nonce=base64.b64encode(secrets.token_bytes(_NONCE)).decode(),
    )
    said = json.dumps(plain(cover), indent=1).encode()
    key = _key(cover, passphrase)
    return {COVER: said, CONTENT: AESGCM(key).encrypt(_bytes(cover.nonce, "nonce", _NONCE), inner, said)}


def unseal(said: bytes, content: bytes, passphrase: str) -> bytes:
    """The inner zip; refuses unknown methods, costs beyond the caps and a wrong passphrase."""
    cover = structure(read_json(said), Cover)
    if (cover.format, cover.version, cover.kdf, cover.cipher) != (FORMAT, VERSION, KDF, CIPHER):
        raise refuse(COVER, "Der Umschlag ist mit einer unbekannten oder neueren Fassung geschrieben.")
    if not (
        _LEAST_MEMORY_KIB <= cover.memory_kib <= MOST_MEMORY_KIB
        and 1 <= cover.rounds <= MOST_ROUNDS
        and 1 <= cover.lanes <= MOST_LANES
    ):
        raise refuse(COVER, "Die Angaben zum Schlüssel liegen außerhalb des Erlaubten. Das Programm öffnet es nicht.")
    try:
        return AESGCM(_key(cover, passphrase)).decrypt(_bytes(cover.nonce, "nonce", _NONCE), content, said)
    except InvalidTag as error:
        raise FileRefused(
            "Das Kennwort ist falsch oder die Datei wurde verändert. Bitte noch einmal eingeben."
        ) from error


def _key(cover: Cover, passphrase: str) -> bytes:
    kdf = Argon2id(
        salt=_bytes(cover.salt, "salt", _SALT),
        length=32,
        iterations=cover.rounds,
        lanes=cover.lanes,
        memory_cost=cover.memory_kib,
    )
    return kdf.derive(passphrase.encode())


def _bytes(text: str, name: str, length: int) -> bytes:
    try:
        found = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        found = b""
    if len(found) != length:
        raise refuse(f"{COVER}.{name}", f"Erwartet werden {length} Byte in Base64. Die Datei ist beschädigt.")
    return found
