"""The chat on disk, so that it outlives the process.

One JSON array a line: the `[table, key, value]` changes of one request, `null` for what is gone. A line
is handed to the operating system before the request is answered, so `kill -9` can lose only a request
that nobody was told had succeeded, and a line is either there or not: a torn last line is dropped.
(A power cut may cost the last moment: there is no fsync per line, which would cost milliseconds.)
At opening, the lines are folded into one table each, written anew and put in place atomically.
"""

import fcntl
import json
import os
from pathlib import Path
from typing import Any, TypeAlias

from bot.sandbox.errors import JournalError

Tables: TypeAlias = dict[str, dict[str, Any]]
OWNER_ONLY = 0o600  # the lines hold what a person told the bot


class Journal:
    """Collects changes and appends them at `commit`. Without a path everything stays in memory."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._changes: list[tuple[str, str, Any]] = []
        self._lines = self._lock = -1
        self.tables: Tables = {}
        """What was there at opening, by table and key, in the order in which it was first written."""
        if path is not None:
            self._open(path)

    def put(self, table: str, key: object, value: Any) -> None:
        """Note that this key now has this value; None means that it is gone."""
        if self._path is not None:
            self._changes.append((table, str(key), value))

    def commit(self) -> None:
        """Hand everything noted so far to the operating system, as one line."""
        if self._changes:
            line = json.dumps(self._changes, ensure_ascii=False, separators=(",", ":"))
            self._changes.clear()
            _write(self._lines, line.encode() + b"\n")

    def close(self) -> None:
        """Write what is left and let another process open the file. Closing twice is harmless."""
        if self._lines >= 0:
            self.commit()
            os.close(self._lines)
            os.close(self._lock)
            self._lines = self._lock = -1
            self._path = None

    def _open(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._lock = _lock(path.with_name(path.name + ".lock"))
        self.tables = read_tables(path) if path.exists() else {}
        fresh = path.with_name(path.name + ".new")
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_APPEND, OWNER_ONLY)
        rows = [(table, key, value) for table, rows in self.tables.items() for key, value in rows.items()]
        for row in rows:
            _write(descriptor, json.dumps([row], ensure_ascii=False).encode() + b"\n")
        os.fsync(descriptor)
        fresh.replace(path)
        self._lines = descriptor


def read_tables(path: Path) -> Tables:
    """Fold the lines of a journal; a last line without its end is what a killed process left."""
    tables: Tables = {}
    complete = path.read_bytes().split(b"\n")[:-1]
    for number, line in enumerate(complete, start=1):
        try:
            changes = json.loads(line)
        except ValueError as error:
            raise JournalError(f"{path}, line {number}: this is not a line of the chat's journal") from error
        for table, key, value in changes:
            _apply(tables.setdefault(table, {}), key, value)
    return tables


def _apply(rows: dict[str, Any], key: str, value: Any) -> None:
    if value is None:
        rows.pop(key, None)
    else:
        rows[key] = value


def _lock(path: Path) -> int:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT, OWNER_ONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        os.close(descriptor)
        raise JournalError(f"{path} is held by another running process") from error
    return descriptor


def _write(descriptor: int, line: bytes) -> None:
    rest = memoryview(line)
    while rest:
        rest = rest[os.write(descriptor, rest) :]
