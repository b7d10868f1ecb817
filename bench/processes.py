"""The local Bot API and the bot, each in a process of its own, as on two machines."""

import asyncio
import contextlib
import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Final

from pydantic import SecretStr

from bot.app import run, stop_asked
from bot.sandbox import SANDBOX_TOKEN, Limits, LocalTelegram, sandbox_app, serving
from bot.settings import Settings

START_SECONDS: Final = 60
STOP_SECONDS: Final = 10
FORKING: Final = multiprocessing.get_context("forkserver")
FORKING.set_forkserver_preload(["bot.app"])  # to load the libraries takes seconds of the processor, and is no figure


@contextlib.asynccontextmanager
async def local_telegram_and_bot(folder: Path) -> AsyncIterator[str]:
    """Start both and yield the address of the local Bot API, with a database file in the folder.

    The pace of Telegram is lifted, or it would be what is measured.
    """
    async with local_telegram(Limits(paced=False)) as base, child(_run_bot, base, folder):
        yield base


@contextlib.asynccontextmanager
async def local_telegram(limits: Limits) -> AsyncIterator[str]:
    """Start the local Bot API alone and yield its address."""
    here, there = multiprocessing.Pipe()
    async with child(_serve_telegram, there, limits):
        yield await asyncio.to_thread(received, here)


@contextlib.asynccontextmanager
async def child(target: Callable[..., None], *args: Any) -> AsyncIterator[int]:
    """Run a function in a process of its own for the length of a block, and yield its number; SIGTERM ends it."""
    process = FORKING.Process(target=target, args=args, daemon=True)
    process.start()
    try:
        yield process.pid or 0
    finally:
        if process.pid is not None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(process.pid, signal.SIGTERM)
        await asyncio.to_thread(process.join, STOP_SECONDS)
        if process.is_alive():
            process.kill()


def cores_of(process: int) -> float:
    """Return for how many seconds a process and those it has started have kept cores busy, as Linux counts them."""
    began = _times(process)
    if began is None:
        return 0.0
    own_and_ended, _ = began
    living = [times for other in _processes() if (times := _times(other)) and times[1] == process]
    return own_and_ended + sum(seconds for seconds, _ in living)


def _times(process: int) -> tuple[float, int] | None:
    """Return the seconds of a process, with those of its children that have ended, and whose child it is itself."""
    try:
        told = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:  # it has just ended
        return None
    return sum(map(int, told[11:15])) / os.sysconf("SC_CLK_TCK"), int(told[1])


def _processes() -> Iterator[int]:
    return (int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit())


def received(connection: Connection) -> Any:
    """Return what a process sends; TimeoutError when it sends nothing, which takes long only while it starts."""
    if not connection.poll(START_SECONDS):
        raise TimeoutError(f"a process of the bench has said nothing for {START_SECONDS} seconds")
    return connection.recv()


def _serve_telegram(connection: Connection, limits: Limits) -> None:
    asyncio.run(_serve(connection, limits))


async def _serve(connection: Connection, limits: Limits) -> None:
    stop = stop_asked()
    telegram = LocalTelegram(limits)
    async with serving(sandbox_app(telegram)) as base:
        gc.collect()
        gc.freeze()
        connection.send(base)
        await stop.wait()


def _run_bot(base: str, folder: Path) -> None:
    settings = Settings(
        bot_token=SecretStr(SANDBOX_TOKEN),
        telegram_api_base=base,
        database_url=f"sqlite:///{folder}/http.sqlite3",
        http_port=0,
        log_level="WARNING",
        double_tap_seconds=0,  # nobody presses as fast as these people
    )
    with contextlib.redirect_stdout(sys.stderr):  # the bench's own output is one JSON object a line
        asyncio.run(run(settings))
