"""Personal documents are sealed before they reach the database and opened after they leave it."""

import json
import os
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import a2b_base64, b2a_base64
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bot.errors import KeyFileError, WrongKeyError
from bot.settings import Settings

OWNER_ONLY = 0o600
OTHERS = 0o077
PREFIX: Final = "1."
SEALED_IN: Final = PREFIX.encode()
KEY_BYTES: Final = 32
NONCE_BYTES: Final = 12
TAG_BYTES: Final = 16
JSON: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)


class Cipher:
    """Seals with the first key, opens with any: so keys are rotated without a pause.

    AES-256 in Galois/counter mode with a random nonce of 96 bits: what was sealed with one key up to four thousand
    million times stays secret and cannot be changed unnoticed. The prefix names this way of sealing, and is sealed in.
    """

    def __init__(self, keys: Sequence[str]) -> None:
        if not keys:
            raise ValueError("a cipher needs a key")
        self._ciphers = [AESGCM(key_bytes(key)) for key in keys]

    def seal(self, document: Mapping[str, Any]) -> str:
        """The document as text that only the keys open. Whole numbers stay whole."""
        return self._seal(JSON.encode(document).encode())

    def open(self, sealed: str) -> dict[str, Any]:
        """The document again. WrongKeyError when no key fits or the text was changed."""
        document: dict[str, Any] = json.loads(self._open(sealed))
        return document

    def rotate(self, sealed: str) -> str:
        """The same document sealed with the first key. WrongKeyError as above."""
        return self._seal(self._open(sealed))

    def _seal(self, plain: bytes) -> str:
        nonce = os.urandom(NONCE_BYTES)
        return PREFIX + b2a_base64(nonce + self._ciphers[0].encrypt(nonce, plain, SEALED_IN), newline=False).decode()

    def _open(self, sealed: str) -> bytes:
        box = box_of(sealed)
        for cipher in self._ciphers:
            with suppress(InvalidTag):
                return cipher.decrypt(box[:NONCE_BYTES], box[NONCE_BYTES:], SEALED_IN)
        raise WrongKeyError


def key_bytes(key: str) -> bytes:
    """The 32 bytes of a key. ValueError when it is none."""
    found = urlsafe_b64decode(key)
    if len(found) != KEY_BYTES:
        raise ValueError("a key has 32 bytes")
    return found


def box_of(sealed: str) -> bytes:
    """Nonce and ciphertext of a sealed text. WrongKeyError when it was not sealed here."""
    if not sealed.startswith(PREFIX):
        raise WrongKeyError
    try:
        box = a2b_base64(sealed[len(PREFIX) :], strict_mode=True)
    except ValueError:
        raise WrongKeyError from None
    if len(box) < NONCE_BYTES + TAG_BYTES:
        raise WrongKeyError
    return box


def cipher_for(settings: Settings, *, may_make_key: bool = True) -> Cipher:
    """The cipher with the keys of DATA_KEYS, or, without any, with those of the key file, made if missing.

    `may_make_key`: not where something is sealed already, which a new key would never open. KeyFileError then.
    """
    given = [key.get_secret_value() for key in settings.data_keys]
    return Cipher(given or read_or_make_keys(settings.key_file, may_make_key=may_make_key))


def read_or_make_keys(key_file: Path, *, may_make_key: bool = True) -> list[str]:
    """Keys of the file, one a line, the first encrypts. KeyFileError when it is open to others or no key."""
    try:
        if not key_file.exists() and not may_make_key:
            raise KeyFileError(key_file, "is missing, and the database holds what its key sealed; put the file back")
        if not key_file.exists():
            make_key_file(key_file)
        if key_file.stat().st_mode & OTHERS:
            raise KeyFileError(key_file, f"others can read it; run: chmod 600 {key_file}")
        keys = key_file.read_text(encoding="ascii").split()
        Cipher(keys)
    except OSError as error:
        raise KeyFileError(key_file, error.strerror or "cannot be read") from None
    except ValueError:
        raise KeyFileError(key_file, "holds no key; put the right file back") from None
    return keys


def make_key_file(key_file: Path) -> None:
    """Write a new key that survives a power cut. Of two processes at once, one wins and both use its key."""
    key_file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = key_file.with_name(f".{key_file.name}.{secrets.token_hex(8)}")
    try:
        write_durably(draft, urlsafe_b64encode(secrets.token_bytes(KEY_BYTES)) + b"\n")
        os.link(draft, key_file)  # unlike a rename, never replaces the winner's key
    except FileExistsError:
        pass
    finally:
        draft.unlink(missing_ok=True)
    sync(key_file.parent)


def write_durably(path: Path, content: bytes) -> None:
    """Create the file with owner-only rights and wait until the disk has it."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def sync(folder: Path) -> None:
    """Wait until the disk has the folder's list of names."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
