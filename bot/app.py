"""The composition root: builds the program, starts it and stops it. The only importer of handlers/."""

import asyncio
import contextlib
import gc
import signal
import sys
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from dataclasses import fields
from datetime import datetime
from functools import cache, partial
from pathlib import Path
from typing import Any, Final

import structlog
from aiogram import Bot, Dispatcher
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.methods import Response, TelegramMethod
from aiogram.types import BotCommand
from aiohttp import ClientSession, TraceConfig
from fastapi import FastAPI
from starlette.types import ASGIApp

from bot.api import api_app, beside, health_app
from bot.database import MeasuredDatabase, migrate, open_database
from bot.database.copies import expect_not_lost
from bot.delivery import deliver
from bot.delivery.words import words_from
from bot.errors import AddressError, SettingError
from bot.reminders.case_reminders import keep_reminding, remind
from bot.serving import serving
from bot.settings import Role, Settings, is_loopback, split, sqlite_path
from bot.store import waits
from bot.store.cipher import cipher_for
from bot.store.sealed import check_keys, has_documents
from bot.telegram.claimed import answer_claimed
from bot.telegram.clock_watch import ClockWatch, date_of, listening
from bot.telegram.polling import KINDS, UpdateReader, poll, unless_stopped
from bot.telegram.retries import Pauses, RetryMiddleware
from bot.telegram.shared_pace import Replies
from bot.telegram.webhook import Webhook
from bot.texts import Language, texts
from bot.watching.logs import configure_logs
from bot.watching.metrics import Metrics
from bot.world import Keeps, World, utc_now
from handlers import (
    amount_check,
    appeal,
    case,
    checks,
    coming_back,
    corrections,
    doors,
    family_word,
    followers,
    forgetting,
    forwarded,
    interview,
    joining,
    law_changes,
    menu,
    offers,
    other_help,
    own_reminders,
    paper,
    privacy,
    private_notices,
    renewal,
    result,
    start,
    verify,
    visits,
    what_if,
)
from handlers.commands import COMMANDS
from handlers.middleware import Arrival
from handlers.offer_press import is_on_offer
from handlers.remembered import Remembered

log = structlog.get_logger("komek.app")
EITHER: Final = "set it, or take them from there by --poll"
MOST_AT_ONCE: Final = 100  # as many connections of Telegram's as it opens at most, to all web processes together


async def run(settings: Settings, role: Role = Role.ALL, *, may_remove_webhook: bool = False) -> None:
    """Run until Ctrl-C or SIGTERM. Without a token the local Bot API and its chat page are started as well.

    `settings` are enough for the role, as `expect_enough_for` says. SettingError where updates are to be polled and
    Telegram has a webhook, unless that may be removed.
    """
    configure_logs(settings.log_level)
    stop = stop_asked()
    async with contextlib.AsyncExitStack() as stack:
        path = sqlite_path(settings.database_url)
        if path is not None:
            expect_not_lost(path, settings.key_file)
        metrics = Metrics()
        opened = await stack.enter_async_context(open_database(settings.database_url))
        database = MeasuredDatabase(opened, metrics.at_database)
        await migrate(database)
        cipher = cipher_for(settings, may_make_key=not await has_documents(database))
        if damaged := await check_keys(database, cipher):
            log.error("documents_damaged", tables=sorted({one.table for one in damaged}), command="doctor")
        keeps = Keeps(**{field.name: getattr(settings, f"keep_{field.name}") for field in fields(Keeps)})
        world = World(database, cipher, double_tap_seconds=settings.double_tap_seconds, keeps=keeps, metrics=metrics)
        polls = role.answers and settings.webhook_url is None
        world.heard_telegram_at = time.monotonic() if polls else None  # from now on it is expected to answer
        bots: list[Bot] = []
        api = api_app(world, lambda: _name_of(bots)) if role.answers else health_app(world)
        base, token, address = await _serve(settings, role, api, stack)
        watch = None if settings.bot_token is None else ClockWatch(utc_now, partial(date_of, base))
        if watch is not None:
            world.now = watch.now
        replies, hear = Replies(), watch.hear if watch else None
        bots.append(await stack.enter_async_context(bot_at(base, token, hear=hear, note=replies.note)))
        if role.answers:
            may_remove = may_remove_webhook or settings.bot_token is None
            await unless_stopped(say_where_to_send_updates(bots[0], settings, may_remove=may_remove), stop)
            await unless_stopped(introduce(bots[0]), stop)
        if ahead := await waits.ahead(database, world.now()):
            log.error("database_is_ahead", tables=sorted(ahead), ahead_s=round(max(ahead.values()).total_seconds()))
        _print(address)
        if role.works and (watch is None or await watch.is_right()):
            await remind(world)  # what went stale while nobody looked is withdrawn before anything is sent
        gc.collect()
        gc.freeze()  # a full collection of what aiogram imported would stall every chat
        works: list[Coroutine[Any, Any, None]] = [metrics.watch_loop(stop)]
        if role.answers:
            answer = poll if polls else answer_claimed
            works += [answer(bots[0], dispatcher_for(world), world, stop), replies.tell(world, stop)]
        if role.works:
            works += [deliver(world, bots[0], words_from(world), stop), keep_reminding(world, stop, watch)]
        await together(stop, *works)


async def together(stop: asyncio.Event, *works: Coroutine[Any, Any, None]) -> None:
    """Do several works until `stop` is set; when one of them fails, the others stop, and the failure is raised."""
    working = [asyncio.create_task(work) for work in works]
    await asyncio.wait(working, return_when=asyncio.FIRST_EXCEPTION)
    stop.set()
    await asyncio.wait(working)
    for work in working:
        work.result()


async def _name_of(bots: Sequence[Bot]) -> str:
    """Return the username by which links lead to the bot."""
    return (await bots[0].me()).username or ""


def dispatcher_for(world: World) -> Dispatcher:
    """Return the dispatcher with all handlers, which answer through `world`: one for the process."""
    dispatcher = _dispatcher()
    dispatcher["world"] = world
    dispatcher["remembered"] = Remembered(world)
    return dispatcher


@cache
def _dispatcher() -> Dispatcher:
    # beside an answer to an offer it is kept what was on the screen, and in which language
    dispatcher = UpdateReader(looks_at_buttons=is_on_offer)
    for observer in (dispatcher.message, dispatcher.callback_query, dispatcher.edited_message):
        observer.outer_middleware(Arrival())
    offers.listen(dispatcher)
    # the most frequent first; a link to a result, then one to a case, before any other start
    often = (interview, paper, joining, start, result, doors, appeal, what_if, amount_check, corrections, renewal)
    safety = (private_notices, family_word, verify, forwarded)
    of_case = (case, followers, visits, offers)
    others = (other_help, own_reminders, law_changes, checks, *of_case, *safety, forgetting, privacy, coming_back, menu)
    for module in (*often, *others):
        dispatcher.include_router(module.router)
    return dispatcher


@contextlib.asynccontextmanager
async def bot_at(
    base: str,
    token: str,
    pauses: Pauses | None = None,
    *,
    hear: Callable[[datetime], None] | None = None,
    note: Callable[[TelegramMethod[Any]], None] | None = None,
) -> AsyncIterator[Bot]:
    """Return the bot at a Bot API's base address; it waits and sends again when Telegram asks for it.

    `hear` is told the date of each answer, `note` of each call.
    """
    session = Connections(api=TelegramAPIServer.from_base(base))
    session.trace = hear and listening(hear)
    session.middleware(RetryMiddleware(pauses, note))
    bot = Bot(token, session=session, default=DefaultBotProperties(parse_mode=ParseMode.HTML))
    try:
        yield bot
    finally:
        await session.close()


class Connections(AiohttpSession):
    """The connections to a Bot API. aiogram gives TLS a quarter of a second to end; without TLS nothing waits."""

    trace: TraceConfig | None = None

    async def create_session(self) -> ClientSession:
        """Return them, open."""
        session = await super().create_session()
        if self.trace is not None and self.trace not in session.trace_configs:
            session.trace_configs.append(self.trace)
        return session

    def check_response(self, bot: Bot, method: TelegramMethod[Any], status_code: int, content: str) -> Response[Any]:
        """Read what was answered."""
        _envelope(method.__returning__)
        return super().check_response(bot, method, status_code, content)

    async def close(self) -> None:
        """Close them all."""
        if self.api.base.startswith("https:"):
            await super().close()
        elif self._session is not None:
            await self._session.close()


@cache
def _envelope(of: Any) -> type[Response[Any]]:
    """Return in what an answer comes, and keep it: aiogram asks for it at each, and once forgotten it is made anew.

    Where it is forgotten often, as in tests, that is a quarter of all work: 38 processor seconds instead of 28 for the
    stories of a result and of the interview (2 cores, November 2026).
    """
    return Response[of]


async def say_where_to_send_updates(bot: Bot, settings: Settings, *, may_remove: bool) -> None:
    """Let Telegram send updates to the webhook, or wait for them to be polled: it does one of both.

    A webhook is of processes that answer: whoever polls takes their updates, and must mean to.
    """
    until_now = (await bot.get_webhook_info()).url
    if settings.webhook_url is None or settings.webhook_secret is None:
        if until_now and not may_remove:
            raise SettingError(
                "WEBHOOK_URL", f"missing; Telegram sends updates to {split(until_now).hostname}: {EITHER}"
            )
        await bot.delete_webhook()
    else:
        if until_now and until_now != settings.webhook_url:
            log.warning("webhook_replaced")
        await bot.set_webhook(
            settings.webhook_url,
            secret_token=settings.webhook_secret.get_secret_value(),
            allowed_updates=KINDS,
            max_connections=MOST_AT_ONCE,
        )


async def introduce(bot: Bot) -> None:
    """Tell Telegram the commands and descriptions in both languages; Kazakh is the one without a language."""
    for language in Language:
        words = texts(language)
        code = None if language is Language.KK else language.value
        commands = [BotCommand(command=name, description=words.say(f"command-{name}")) for name in COMMANDS]
        await bot.set_my_commands(commands, language_code=code)
        await bot.set_my_description(words.say("bot-description"), language_code=code)
        await bot.set_my_short_description(words.say("bot-short-description"), language_code=code)


async def _serve(
    settings: Settings, role: Role, api: FastAPI, stack: contextlib.AsyncExitStack
) -> tuple[str, str, str]:
    """Serve the authority's API, with no token also the local Bot API.

    Returns the Bot API's address, the token, and a line that says where to look.
    """
    try:
        if settings.bot_token is None:
            return await _serve_with_telegram(settings, api, stack)
        served = with_webhook(settings, api) if role.answers else api
        base = await stack.enter_async_context(serving(served, settings.http_host, settings.http_port))
    except AddressError as refused:
        alone = settings.bot_token is None and not is_loopback(settings.http_host)
        raise SettingError("HTTP_HOST" if alone else "HTTP_PORT", str(refused)) from None
    where = f"Kömek API: {base}/docs" if role.answers else f"Kömek worker: {base}/readyz"
    return settings.telegram_api_base, settings.bot_token.get_secret_value(), where


def with_webhook(settings: Settings, api: FastAPI) -> ASGIApp:
    """Return the app that takes Telegram's updates beside the API's calls, where there is a webhook."""
    if settings.webhook_url is None or settings.webhook_secret is None:
        return api
    path, secret = split(settings.webhook_url).path or "/", settings.webhook_secret.get_secret_value()
    return Webhook(api, path, secret, api.state.world)


async def _serve_with_telegram(
    settings: Settings, api: FastAPI, stack: contextlib.AsyncExitStack
) -> tuple[str, str, str]:
    from bot import sandbox  # noqa: PLC0415, only without a token

    database = sqlite_path(settings.database_url)
    folder = database.parent if database else Path("var")
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    clock = sandbox.Clock(folder / "clock")
    desk = await stack.enter_async_context(sandbox.opened_desk(api.state.world, clock))
    token = sandbox.new_token()
    telegram = sandbox.LocalTelegram(journal_path=folder / "chat.jsonl", dates=lambda: clock().timestamp(), token=token)
    telegram.write_token(folder / "local-bot-token")
    local = sandbox.sandbox_app(telegram, desk)
    whole = beside(api, local)
    base = await stack.enter_async_context(sandbox.serving(local, settings.http_host, settings.http_port, within=whole))
    return base, token, f"Kömek: {base}/"


def _print(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def stop_asked() -> asyncio.Event:
    """Return an event that Ctrl-C and SIGTERM set."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    return stop
