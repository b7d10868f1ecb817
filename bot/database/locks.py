"""Locks on a file beside a SQLite database. The kernel lets go of them when their process ends, however it ends.

Each byte of the file is a lock of its own, whether it is there or not. The first says that a program has the database
open; the others, by a number that somebody chose, that they live. Whoever looks for one needs no name of a machine and
no number of a process, which are the same in two containers.

A process does not see its own locks, and drops them all when it closes the file, which others of its parts may use
still: so it opens the file once, and what it holds is counted here.
"""

import fcntl
import os
from collections import Counter
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import Final

OPEN: Final = 0
OWNER_ONLY: Final = 0o600


class _LockFile:
    def __init__(self, path: Path) -> None:
        self.descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, OWNER_ONLY)
        self.held = Counter[int]()

    def lock(self, how: int, byte: int) -> bool:
        with suppress(BlockingIOError, PermissionError):  # POSIX leaves open which of the two
            fcntl.lockf(self.descriptor, how | fcntl.LOCK_NB, 1, byte)
            return True
        return False


_files: dict[Path, _LockFile] = {}
_turn = Lock()


def hold(database: Path, byte: int = OPEN) -> bool:
    """Hold a lock together with whoever else holds it; False where somebody has it alone."""
    path = beside(database)
    with _turn:
        file = _opened(path)
        is_held = file.held[byte] > 0 or file.lock(fcntl.LOCK_SH, byte)
        if is_held:
            file.held[byte] += 1
        _close_unused(path)
        return is_held


def seize(database: Path, byte: int = OPEN) -> bool:
    """Hold a lock alone; False where somebody holds it, be it this process."""
    path = beside(database)
    with _turn:
        file = _opened(path)
        is_seized = not file.held[byte] and file.lock(fcntl.LOCK_EX, byte)
        if is_seized:
            file.held[byte] = 1
        _close_unused(path)
        return is_seized


def let_go(database: Path, byte: int = OPEN) -> None:
    """Let go of a lock, once for each time that it was held."""
    path = beside(database)
    with _turn:
        file = _files[path]
        file.held[byte] -= 1
        if not file.held[byte]:
            fcntl.lockf(file.descriptor, fcntl.LOCK_UN, 1, byte)
        _close_unused(path)


def is_free(database: Path, byte: int) -> bool:
    """Whether nobody holds a lock."""
    if not seize(database, byte):
        return False
    let_go(database, byte)
    return True


def beside(database: Path) -> Path:
    """Return the file of the locks: hidden, so that it stays where it is when the database and its WAL are moved."""
    return database.absolute().with_name(f".{database.name}.lock")


def _opened(path: Path) -> _LockFile:
    if path not in _files:
        _files[path] = _LockFile(path)
    return _files[path]


def _close_unused(path: Path) -> None:
    file = _files[path]
    if not +file.held:
        os.close(file.descriptor)
        del _files[path]
