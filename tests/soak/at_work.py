"""The bot at work beside a test: it polls, and where asked for it delivers and reminds, as the program does."""

import asyncio
import contextlib
import io
import logging
from collections.abc import AsyncIterator, Iterator

import structlog

from bot.app import dispatcher_for
from bot.delivery import Pace, deliver
from bot.delivery.words import words_from
from bot.reminders.case_reminders import keep_reminding
from bot.telegram.polling import poll
from bot.watching.logs import configure_logs
from bot.world import World
from tests.chat import Telegram


@contextlib.asynccontextmanager
async def at_work(telegram: Telegram, pace: Pace | None = None) -> AsyncIterator[World]:
    """Let the bot work for the length of a block, deliver only at a pace; gives its world."""
    stop, world = asyncio.Event(), telegram.another_process()
    works = [poll(telegram.bot, dispatcher_for(world), world, stop)]
    if pace is not None:
        works += [deliver(world, telegram.bot, words_from(world), stop, pace), keep_reminding(world, stop)]
    tasks = [asyncio.create_task(work) for work in works]
    try:
        yield world
    finally:
        stop.set()
        telegram.local.updates.take_over()  # a poll that waits returns
        await asyncio.gather(*tasks)


@contextlib.contextmanager
def log_read() -> Iterator[io.StringIO]:
    """Let the program log as it does, at its finest, into a text that can be read."""
    kept, handlers, level = structlog.get_config(), logging.root.handlers[:], logging.root.level
    stream = io.StringIO()
    configure_logs("DEBUG", stream)
    try:
        yield stream
    finally:
        structlog.configure(**kept)
        logging.captureWarnings(capture=False)
        logging.root.handlers[:] = handlers
        logging.root.setLevel(level)
