"""SQLite's checkpoints: copying what was committed from the WAL into the file, only while nobody at all can write.

SQLite from 3.7.0 to 3.51.2, but for 3.44.6 and 3.50.7, has the "WAL-reset bug". All of the WAL has been copied; a
second checkpoint begins, and has read how far the WAL reaches; then another process commits, which begins the WAL
anew; the second checkpoint does not notice, and notes of the new WAL that its beginning has been copied already. The
checkpoint after that leaves this beginning out: what was committed is lost, or the file is damaged.

It needs a commit during a checkpoint. SQLite's own come behind a commit, when the lock to write is free again, and a
bot, a second one and the command line may all work on one file. So none of our connections makes these; ours is made
while a connection of its own holds the lock to write, from before SQLite looks how far the WAL reaches until it is
done. No other process can commit meanwhile, whatever version and program it is. What the last connection does when it
closes is no danger: SQLite itself makes sure that nobody else has the file open.
"""

import sqlite3
from collections.abc import Callable
from typing import Final

DUE_AFTER: Final = 500
"""Rows that were changed since the last checkpoint: about as many pages as after which SQLite makes its own."""
REPAIRED_IN: Final = ((3, 44, 6), (3, 50, 7))
REPAIRED_SINCE: Final = (3, 51, 3)

Connect = Callable[[], sqlite3.Connection]


class Checkpoints:
    """The checkpoints behind one writer; it is used in the thread of that writer alone."""

    def __init__(self, connect: Connect) -> None:
        self._holder = connect()
        self._holder.execute("PRAGMA busy_timeout = 0")  # while others write it comes later
        self._holder.execute("PRAGMA wal_autocheckpoint = 0")
        self._done_at = 0

    def make_when_due(self, writer: sqlite3.Connection) -> None:
        """Make one behind a commit, if there is enough to copy and nobody else writes."""
        if writer.total_changes - self._done_at >= DUE_AFTER and self.make(writer):
            self._done_at = writer.total_changes

    def make(self, writer: sqlite3.Connection) -> bool:
        """Make one, unless somebody else writes; say whether it was made. The writer is in no transaction."""
        try:
            self._holder.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
            return False
        try:
            writer.execute("PRAGMA wal_checkpoint(PASSIVE)")
        finally:
            self._holder.execute("ROLLBACK")
        return True

    def close(self) -> None:
        """Let go of the file."""
        self._holder.close()


def has_fault(version: tuple[int, ...]) -> bool:
    """Whether a version of SQLite has the fault."""
    is_repaired = any(version[:2] == repaired[:2] and version >= repaired for repaired in REPAIRED_IN)
    return not is_repaired and (3, 7, 0) <= version < REPAIRED_SINCE


def fault_told() -> str:
    """Return what an operator is told of the SQLite that this program runs on; empty when nothing is wrong with it."""
    if not has_fault(sqlite3.sqlite_version_info):
        return ""
    return (
        f"SQLite {sqlite3.sqlite_version} can damage a file when two processes write and checkpoint at once; "
        "this program makes its checkpoints only while nobody can write"
    )
