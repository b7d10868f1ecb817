"""A database that goes away in the middle of everything, and comes back: a real one, and its own errors."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import NamedTuple
from urllib.parse import urlsplit

from bot.database import Database, migrate, open_database


class Misfortune(NamedTuple):
    """A database with the way to break it and to mend it."""

    database: Database
    strikes: Callable[[], Awaitable[None]]
    passes: Callable[[], Awaitable[None]]


@contextlib.asynccontextmanager
async def database_that_goes_away(url: str) -> AsyncIterator[Misfortune]:
    """Open a database whose disk may refuse every write (SQLite), or to which the wire may be cut (PostgreSQL)."""
    opened = _behind_a_wire(url) if url.startswith("postgres") else _on_a_disk(url)
    async with opened as misfortune:
        await migrate(misfortune.database)
        yield misfortune


@contextlib.asynccontextmanager
async def _on_a_disk(url: str) -> AsyncIterator[Misfortune]:
    async with open_database(url) as database:

        async def refuse(*, writes: bool) -> None:
            writer = database._writer.driver  # type: ignore[attr-defined]
            await writer.execute_fetchall(f"pragma query_only = {'on' if writes else 'off'}")

        yield Misfortune(database, lambda: refuse(writes=True), lambda: refuse(writes=False))


@contextlib.asynccontextmanager
async def _behind_a_wire(url: str) -> AsyncIterator[Misfortune]:
    parts = urlsplit(url)
    server = parts.hostname or "127.0.0.1", parts.port or 5432
    wires: set[asyncio.StreamWriter] = set()
    is_cut = asyncio.Event()

    async def carry(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError):
            while some := await reader.read(65_536):
                writer.write(some)
                await writer.drain()
        writer.close()

    async def connect(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if is_cut.is_set():
            writer.close()
            return
        from_server, to_server = await asyncio.open_connection(*server)
        wires.update((writer, to_server))
        await asyncio.gather(carry(reader, to_server), carry(from_server, writer))

    async def cut() -> None:
        is_cut.set()
        for wire in wires:
            wire.close()
        wires.clear()

    async def mend() -> None:
        is_cut.clear()

    async with await asyncio.start_server(connect, "127.0.0.1", 0) as listening:
        port = listening.sockets[0].getsockname()[1]
        through = parts._replace(netloc=f"{parts.username}@127.0.0.1:{port}").geturl()
        async with open_database(through) as database:
            yield Misfortune(database, cut, mend)
        await cut()
