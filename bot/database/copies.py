"""Whole copies of a SQLite file, made while the bot runs; and whether a file is whole."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from bot.database import locks
from bot.errors import CopyError

OWNER_ONLY: Final = 0o600
FAR_ABOVE: Final = 1_000_000
"""More numbers than can have been given since any copy was made."""


def copy(source: Path, target: Path) -> None:
    """Copy a database into a file that is not there yet, readable for its owner alone.

    The bot may be writing: the copy is the database at one instant. CopyError when one of the two cannot be used; of
    a copy that failed nothing is left.
    """
    if not source.is_file():
        raise CopyError(f"{source}: there is no database")
    try:
        os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY))
    except OSError as refused:
        raise CopyError(f"{target}: {refused.strerror}") from None
    try:
        with closing(sqlite3.connect(source)) as database, closing(sqlite3.connect(target)) as copied:
            database.backup(copied)
            copied.execute("pragma journal_mode = delete")  # one file, which holds all
        expect_whole(target)
        sync(target)
    except BaseException as fault:
        target.unlink()
        if isinstance(fault, sqlite3.Error):
            raise CopyError(f"{source}: {fault}") from None
        raise


def expect_whole(file: Path) -> None:
    """CopyError unless a file is a database of this program and undamaged."""
    if not file.is_file():
        raise CopyError(f"{file}: there is no database")
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as database:
            (found,) = database.execute("pragma integrity_check(1)").fetchone()
            database.execute("select name from schema_migrations limit 1").fetchone()
    except sqlite3.Error as fault:
        raise CopyError(f"{file}: is no database of this program ({fault})") from None
    if found != "ok":
        raise CopyError(f"{file}: is damaged ({found})")


@contextmanager
def nobody_at(database: Path) -> Iterator[None]:
    """Keep everybody from opening a database for the length of a block; CopyError where somebody has it open.

    Whoever has would go on with the old file, which has no name any more, and all of that would be lost.
    """
    if not locks.seize(database):
        raise CopyError(f"{database}: a program has this database open; stop the bot first")
    try:
        yield
    finally:
        locks.let_go(database)


def leave_behind_what_was_lost(file: Path) -> None:
    """Let all numbers of a restored copy go on far above those that were given after it was made.

    So no button, proof or cursor of the time that is lost means something else now.
    """
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("update number_series set value = value + ?", (FAR_ABOVE,))


def sync(file: Path) -> None:
    """Wait until the disk has a file and its name."""
    for path in (file, file.absolute().parent):
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def expect_not_lost(database: Path, key_file: Path) -> None:
    """CopyError where the key of a database is there and the database is not: nobody begins anew without a word."""
    is_empty = not database.exists() or (database.stat().st_size == 0 and not Path(f"{database}-wal").exists())
    if is_empty and key_file.exists():
        raise CopyError(
            f"{database}: the database is missing, and its key {key_file} is there; "
            "`komek restore FILE` puts a copy back, without the key file a new database begins"
        )
