"""Personal documents are sealed before they reach the database and opened after they leave it."""

import json
import os
import secrets
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from bot.errors import KeyFileError, WrongKey
from bot.settings import Settings

OWNER_ONLY = 0o600
OTHERS = 0o077


class Cipher:
    """Seals with the first key, opens with any: so keys are rotated without a pause."""

    def __init__(self, keys: Sequence[str]) -> None:
        self._fernet = MultiFernet([Fernet(key) for key in keys])

    def seal(self, document: Mapping[str, Any]) -> str:
        """The document as text that only the keys open. Whole numbers stay whole."""
        plain = json.dumps(document, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
        return self._fernet.encrypt(plain.encode()).decode("ascii")

    def open(self, sealed: str) -> dict[str, Any]:
        """The document again. WrongKey when no key fits or the text was changed."""
        try:
            plain = self._fernet.decrypt(sealed)
        except InvalidToken:
            raise WrongKey from None
        document: dict[str, Any] = json.loads(plain)
        return document

    def rotate(self, sealed: str) -> str:
        """The same document sealed with the first key. WrongKey as above."""
        try:
            return self._fernet.rotate(sealed).decode("ascii")
        except InvalidToken:
            raise WrongKey from None


def cipher_for(settings: Settings) -> Cipher:
    """The cipher with the keys of DATA_KEYS, or, without any, with those of the key file, made if missing."""
    given = [key.get_secret_value() for key in settings.data_keys]
    return Cipher(given or read_or_make_keys(settings.key_file))


def read_or_make_keys(key_file: Path) -> list[str]:
    """Keys of the file, one a line, the first encrypts. KeyFileError when it is open to others or no key."""
    try:
        if not key_file.exists():
            make_key_file(key_file)
        if key_file.stat().st_mode & OTHERS:
            raise KeyFileError(key_file, f"others can read it; run: chmod 600 {key_file}")
        keys = key_file.read_text(encoding="ascii").split()
        Cipher(keys)
    except OSError as error:
        raise KeyFileError(key_file, error.strerror or "cannot be read") from None
    except ValueError:
        raise KeyFileError(key_file, "holds no Fernet key; put the right file back") from None
    return keys


def make_key_file(key_file: Path) -> None:
    """Write a new key that survives a power cut. Of two processes at once, one wins and both use its key."""
    key_file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = key_file.with_name(f".{key_file.name}.{secrets.token_hex(8)}")
    try:
        write_durably(draft, Fernet.generate_key() + b"\n")
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
