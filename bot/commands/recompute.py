"""`komek recompute`: shows whose results the law has changed, in figures, and with --send tells whoever asked."""

import asyncio
import signal
import sys
from collections import Counter
from typing import Final

import typer

from bot.commands.database import opened
from bot.notices import law_changes
from bot.notices.quiet_hours import next_decent_time
from bot.settings import load_settings
from bot.store.cipher import cipher_for
from bot.store.sealed import has_documents
from bot.world import World

TOLD: Final = {
    "asked": "people asked to be told when the law changes their result",
    "without_result": "of them have no result for this quarter or a later one",
    "not_recomputed": "have one that cannot be worked out again",
    "unchanged": "have the same result by the law as it is now",
    "outcomes": "have another outcome",
    "amounts": "have another amount",
}


def run_recompute(*, send: bool) -> None:
    """Print what the law as it is now changes for those who asked to be told; tell them only when asked to."""
    asyncio.run(_run(send=send))


async def _run(*, send: bool) -> None:
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGINT, stop.set)
    async with opened() as database:
        world = World(database, cipher_for(load_settings(), may_make_key=not await has_documents(database)))
        counted = await _recompute(world, stop, send=send)
        _say(counted)
        if stop.is_set():
            _say("Stopped. The same command goes on with those who were not told yet.")
        elif not send:
            _say("Nobody was told. With --send they are.")
        elif (leaves_at := next_decent_time(world.now())) > world.now():
            _say(f"It is night: the messages leave from {leaves_at.isoformat(timespec='minutes')}.")


async def _recompute(world: World, stop: asyncio.Event, *, send: bool) -> str:
    """Go through all who asked, a batch at a time, until it is stopped; return the counts in words."""
    counted = Counter[str]()
    with typer.progressbar(length=await law_changes.how_many(world), label="recomputed", file=sys.stderr) as bar:
        async for batch in law_changes.look(world):
            counted.update({name: getattr(batch, name) for name in TOLD})
            if send:
                counted["told"] += await law_changes.tell(world, batch.changed)
            bar.update(batch.asked)
            if stop.is_set():
                break
    told = "\n".join(f"{counted[name]:>9} {words}" for name, words in TOLD.items())
    return f"{told}\n{counted['told']:>9} told now" if send else told


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
