"""`komek backup` and `komek restore`: whole copies of the database, and where its key is."""

from pathlib import Path

from bot.database.copies import copy, expect_whole, leave_behind_what_was_lost, nobody_at
from bot.errors import CopyError
from bot.settings import Settings, load_settings, sqlite_path


def backup(target: Path) -> str:
    """Copy the database while the bot runs, and return what is to be kept with the copy. CopyError when refused."""
    settings = load_settings()
    copy(_file_of(settings), target)
    return f"{target}: a whole copy. It opens only with {_key_of(settings)}: keep that in another place, too."


def restore(source: Path) -> str:
    """Put a copy where the database was, and return what it needs.

    CopyError unless the copy is whole, the place free, and nobody has the database open, wherever it was moved to.
    """
    settings = load_settings()
    place = _file_of(settings)
    expect_whole(source)
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with nobody_at(place):
        for leftover in (place, Path(f"{place}-wal"), Path(f"{place}-shm")):
            if leftover.exists():
                raise CopyError(f"{leftover}: is still there; move it away first")
        copy(source, place)
        leave_behind_what_was_lost(place)
    return f"{place}: restored. It opens with {_key_of(settings)}; `komek doctor` tells whether all is well."


def _file_of(settings: Settings) -> Path:
    path = sqlite_path(settings.database_url)
    if path is None:
        raise CopyError("DATABASE_URL: PostgreSQL has tools of its own: pg_dump --format=custom, and pg_restore")
    return path


def _key_of(settings: Settings) -> str:
    return "the keys of DATA_KEYS" if settings.data_keys else f"the key {settings.key_file}"
