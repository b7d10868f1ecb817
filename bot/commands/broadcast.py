"""`komek broadcast`: shows whom a text would reach, and with --send lets the running bot tell it to them."""

import asyncio
import signal
import sys
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import Final

import typer

from bot.commands.database import opened
from bot.notices import broadcasts
from bot.notices.broadcasts import Broadcast, BroadcastError, read_broadcast
from bot.notices.quiet_hours import next_decent_time
from bot.settings import load_settings
from bot.store.cipher import cipher_for
from bot.store.sealed import has_documents
from bot.texts import Language
from bot.world import World
from rules.regions import REGIONS

LOOK_S: Final = 0.5


def run_broadcast(file: Path, region: str, *, send: bool) -> None:
    """Show a broadcast and whom it reaches; send it only when asked to. BroadcastError says what is wrong."""
    if region not in REGIONS:
        raise BroadcastError(f"--region: {region!r}; allowed: {', '.join(REGIONS)}")
    asyncio.run(_run(read_broadcast(file, region), send=send))


async def _run(broadcast: Broadcast, *, send: bool) -> None:
    async with opened() as database:
        world = World(database, cipher_for(load_settings(), may_make_key=not await has_documents(database)))
        readers = await broadcasts.readers(world, broadcast)
        _say(_shown(broadcast, readers))
        _say(_counted(await broadcasts.states(world, broadcast)))
        if not send:
            _say("Nothing was sent. With --send it is.")
        elif readers:
            await _send(world, broadcast, readers.total())


async def _send(world: World, broadcast: Broadcast, people: int) -> None:
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGINT, stop.set)
    await _queue(world, broadcast, people, stop)
    if (leaves_at := next_decent_time(world.now())) > world.now():
        _say(f"It is night: the messages leave from {leaves_at.isoformat(timespec='minutes')}.")
    if not stop.is_set():
        await _watch(world, broadcast, people, stop)
    if stop.is_set():
        await broadcasts.take_back(world, broadcast)
        _say("Stopped. The same command goes on where it stopped.")
    _say(_counted(await broadcasts.states(world, broadcast)))


async def _queue(world: World, broadcast: Broadcast, people: int, stop: asyncio.Event) -> None:
    with typer.progressbar(length=people, label="queued", file=sys.stderr) as bar:
        async for count in broadcasts.queue(world, broadcast):
            bar.update(count)
            if stop.is_set():
                return


async def _watch(world: World, broadcast: Broadcast, people: int, stop: asyncio.Event) -> None:
    """Show how the running bot sends it, until nothing waits any more."""
    shown = 0
    with typer.progressbar(length=people, label="sent", file=sys.stderr) as bar:
        while not stop.is_set():
            states = await broadcasts.states(world, broadcast)
            settled = sum(count for state, count in states.items() if state != "waiting")
            bar.update(settled - shown)
            shown = settled
            if not states.get("waiting"):
                return
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), LOOK_S)


def _shown(broadcast: Broadcast, reads: Counter[str]) -> str:
    texts = (f"{language}, {reads[language]} people:\n{broadcast.text[language]}\n" for language in Language)
    return "\n".join([f"{broadcast.region}: {reads.total()} people follow a case.", "", *texts])


def _counted(states: dict[str, int]) -> str:
    told = ", ".join(f"{state} {count}" for state, count in states.items())
    return f"Of this text: {told or 'nothing was queued yet'}."


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
