"""The composition root: builds the program, starts it and stops it. The only importer of handlers/."""

import asyncio
import contextlib
import gc
import signal
import sys
from collections.abc import AsyncIterator
from functools import cache
from pathlib import Path
from typing import Final

import structlog
from aiogram import Bot, Dispatcher
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.types import BotCommand

from bot.database import Database
from bot.errors import SettingError
from bot.logs import configure_logs
from bot.polling import poll, unless_stopped
from bot.privacy import cipher_for
from bot.retries import Patience
from bot.settings import Settings, is_loopback, sqlite_path
from bot.store.sealed import check_keys
from bot.texts import Language, texts
from bot.world import World
from handlers import corrections, forwarded, interview, menu, result, start
from handlers.arrival import Arrival

log = structlog.get_logger("komek.app")
COMMANDS: Final = ("start", "menu", "check", "language", "about", "help", "cancel")


async def run(settings: Settings) -> None:
    """Run until Ctrl-C or SIGTERM. Without a token the local Bot API and its chat page are started as well."""
    configure_logs(settings.log_level)
    stop = stop_asked()
    async with contextlib.AsyncExitStack() as stack:
        database = await stack.enter_async_context(Database.opened(settings.database_url))
        await database.migrate()
        cipher = cipher_for(settings)
        await check_keys(database, cipher)
        base, token = await _telegram(settings, stack)
        bot = await stack.enter_async_context(bot_at(base, token))
        dispatcher = dispatcher_for(World(database, cipher))
        await unless_stopped(introduce(bot), stop)
        gc.collect()
        gc.freeze()  # a full collection of what aiogram imported would stall every chat
        await poll(bot, dispatcher, stop)


def dispatcher_for(world: World) -> Dispatcher:
    """Return the dispatcher with all handlers, which answer through `world`: one for the process."""
    dispatcher = _dispatcher()
    dispatcher["world"] = world
    return dispatcher


@cache
def _dispatcher() -> Dispatcher:
    dispatcher = Dispatcher(disable_fsm=True)
    for observer in (dispatcher.message, dispatcher.edited_message, dispatcher.callback_query):
        observer.outer_middleware(Arrival())
    for module in (start, result, corrections, interview, forwarded, menu):
        dispatcher.include_router(module.router)
    return dispatcher


@contextlib.asynccontextmanager
async def bot_at(base: str, token: str) -> AsyncIterator[Bot]:
    """Return the bot at a Bot API's base address; it waits and sends again when Telegram asks for it."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(base))
    session.middleware(Patience())
    bot = Bot(token, session=session, default=DefaultBotProperties(parse_mode=ParseMode.HTML))
    try:
        yield bot
    finally:
        await session.close()


async def introduce(bot: Bot) -> None:
    """Tell Telegram the commands and descriptions in both languages; Kazakh is the one without a language.

    A webhook that was set before would keep the updates from long polling.
    """
    await bot.delete_webhook()
    for language in Language:
        words = texts(language)
        code = None if language is Language.KK else language.value
        commands = [BotCommand(command=name, description=words.say(f"command-{name}")) for name in COMMANDS]
        await bot.set_my_commands(commands, language_code=code)
        await bot.set_my_description(words.say("bot-description"), language_code=code)
        await bot.set_my_short_description(words.say("bot-short-description"), language_code=code)


async def _telegram(settings: Settings, stack: contextlib.AsyncExitStack) -> tuple[str, str]:
    if settings.bot_token is not None:
        return settings.telegram_api_base, settings.bot_token.get_secret_value()
    from bot.sandbox import SANDBOX_TOKEN, AddressError, LocalTelegram, sandbox_app, serving  # noqa: PLC0415, only here

    database = sqlite_path(settings.database_url)
    folder = database.parent if database else Path("var")
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    telegram = LocalTelegram(journal_path=folder / "chat.jsonl")
    try:
        base = await stack.enter_async_context(serving(sandbox_app(telegram), settings.http_host, settings.http_port))
    except AddressError as refused:
        name = "HTTP_PORT" if is_loopback(settings.http_host) else "HTTP_HOST"
        raise SettingError(name, str(refused)) from None
    sys.stdout.write(f"Kömek: {base}/\n")
    sys.stdout.flush()
    return base, SANDBOX_TOKEN


def stop_asked() -> asyncio.Event:
    """Return an event that Ctrl-C and SIGTERM set."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    return stop
