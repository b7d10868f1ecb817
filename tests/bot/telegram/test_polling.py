"""An update is confirmed when it was answered or kept: none is lost, none answered twice, nobody waits for another."""

import asyncio
import contextlib
import time
from collections import Counter
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import CallbackQuery, InaccessibleMessage, Message
from structlog.testing import capture_logs

from bot.database import Database
from bot.errors import PutOffError, SettingError
from bot.sandbox import SANDBOX_TOKEN, Fault, Limits, LocalTelegram, people, sandbox_app, serving
from bot.sandbox.person_requests import NewMessage, NewPerson
from bot.store import waiting_updates
from bot.store.cipher import Cipher
from bot.telegram import taken
from bot.telegram.polling import UpdateReader, poll
from bot.telegram.retries import Pauses, RetryMiddleware
from bot.telegram.taken import Taken
from bot.watching.logs import add_origin
from bot.world import World
from handlers.offer_press import is_on_offer
from tests.bot.sandbox.playing import until
from tests.misfortune import database_that_goes_away

AIGUL, BOLAT, DANA = 1001, 1002, 1003
FLOOD = 500


class Conversation:
    """A bot that repeats what it hears. "wait" it repeats only when it is let go, "fail" never.

    "draw" is as "wait", and says so.
    As long as a chat is closed, its answer is put off.
    """

    def __init__(self, bot: Bot, world: World) -> None:
        self.bot = bot
        self.world = world
        self.is_closed: set[int] = set()
        self.heard: list[str] = []
        self.let_go = asyncio.Event()
        self.stop = asyncio.Event()
        self.dispatcher = Dispatcher(disable_fsm=True)
        self.dispatcher.message()(self.answer)

    async def answer(self, message: Message) -> None:
        text = message.text or ""
        self.heard.append(text)
        if text == "draw":
            taken.takes_long()
        if text in {"wait", "draw"}:
            await self.let_go.wait()
        if text == "fail":
            raise ValueError(text)
        if message.chat.id in self.is_closed:
            raise PutOffError(0.05)
        await message.answer(text)

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Poll as long as the context is open; whatever ended polling early is raised."""
        polling = asyncio.create_task(poll(self.bot, self.dispatcher, self.world, self.stop))
        try:
            yield
        finally:
            self.stop.set()
            await polling
            self.stop.clear()


@pytest.fixture
async def telegram() -> AsyncIterator[LocalTelegram]:
    """A Telegram with three people."""
    telegram = LocalTelegram(Limits(paced=False))
    for person_id in (AIGUL, BOLAT, DANA):
        people.arrive(telegram, NewPerson(id=person_id, first_name=f"{person_id}"))
    yield telegram
    await telegram.close()


@pytest.fixture
async def bot(telegram: LocalTelegram) -> AsyncIterator[Bot]:
    async with serving(sandbox_app(telegram)) as base:
        session = AiohttpSession(api=TelegramAPIServer.from_base(base))
        session.middleware(RetryMiddleware(Pauses(first=0.01, longest=0.05)))
        yield Bot(SANDBOX_TOKEN, session=session)
        await (await session.create_session()).close()  # without the rest that aiogram takes at the end


@pytest.fixture
def world(database: Database, cipher: Cipher) -> World:
    return World(database, cipher)


@pytest.fixture
def talk(bot: Bot, world: World) -> Conversation:
    return Conversation(bot, world)


def says(telegram: LocalTelegram, person_id: int, text: str) -> None:
    people.write(telegram, telegram.persons[person_id], NewMessage(text=text))


async def kept(world: World) -> list[str]:
    """What waits in the database for its answer."""
    async with world.database.statement() as connection:
        updates = await waiting_updates.waiting(connection, world.cipher, world.now())
    return [update["message"]["text"] for update in updates]


async def only_is_kept(world: World, text: str) -> None:
    """Wait until nothing but one text waits for its answer."""
    async with asyncio.timeout(30):
        while await kept(world) != [text]:  # noqa: ASYNC110, the database tells nobody
            await asyncio.sleep(0.02)


async def nothing_is_kept(world: World) -> None:
    """Wait until every update that was kept is answered."""
    async with asyncio.timeout(60):
        while await kept(world):  # noqa: ASYNC110, the database tells nobody
            await asyncio.sleep(0.1)


def seen(telegram: LocalTelegram, person_id: int) -> list[str]:
    """What the bot has in the chat."""
    messages = telegram.chats[person_id].messages.values()
    return [message["text"] for message in messages if message["from"]["is_bot"]]


async def test_an_update_that_is_said_to_take_long_is_kept_at_once_and_holds_back_no_other(
    telegram: LocalTelegram, talk: Conversation, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing else would keep it within a minute."""
    monkeypatch.setattr(taken, "SOON_S", 60.0)
    async with talk.running():
        says(telegram, AIGUL, "draw")
        await until(lambda: talk.heard == ["draw"])
        await until(lambda: len(telegram.updates) == 0)
        assert await kept(world) == ["draw"]
        says(telegram, BOLAT, "hello")
        await until(lambda: seen(telegram, BOLAT) == ["hello"])
        talk.let_go.set()
        await until(lambda: seen(telegram, AIGUL) == ["draw"])
        await nothing_is_kept(world)
    assert talk.heard == ["draw", "hello"]


async def test_an_update_that_is_not_answered_soon_is_kept_and_only_then_confirmed(
    telegram: LocalTelegram, talk: Conversation, world: World
) -> None:
    async with talk.running():
        says(telegram, AIGUL, "wait")
        await until(lambda: talk.heard == ["wait"])
        await asyncio.sleep(0.4)  # several polls
        assert (len(telegram.updates), await kept(world)) == (1, [])
        await until(lambda: len(telegram.updates) == 0)
        assert await kept(world) == ["wait"]
        talk.let_go.set()
        await until(lambda: seen(telegram, AIGUL) == ["wait"])
        assert await kept(world) == []
    assert talk.heard == ["wait"]


async def test_nobody_waits_for_somebody_elses_answer_however_many_and_however_long(
    telegram: LocalTelegram, talk: Conversation
) -> None:
    """Telegram shows a hundred at once: one chat that takes no answer once left the bot deaf to everybody."""
    async with talk.running():
        says(telegram, AIGUL, "wait")
        for number in range(250):
            says(telegram, BOLAT if number % 2 else DANA, f"{number}")
        await until(lambda: len(talk.heard) == 251)
        says(telegram, BOLAT, "соңғы")
        await until(lambda: seen(telegram, BOLAT)[-1:] == ["соңғы"])
        talk.let_go.set()
        await until(lambda: len(telegram.updates) == 0)
    assert Counter(talk.heard).most_common(1)[0][1] == 1
    assert seen(telegram, AIGUL) == ["wait"]


async def test_who_floods_the_bot_costs_only_themselves(
    telegram: LocalTelegram, talk: Conversation, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """500 messages of one person wait, none of them answered: the 20 who wrote after them are, in the polls needed.

    Every one of the 500 is kept, and answered in the end.
    """
    monkeypatch.setattr(taken, "SOON_S", 3_600.0)  # nothing goes on because time has passed
    others = range(2_000, 2_020)
    for person_id in others:
        people.arrive(telegram, NewPerson(id=person_id, first_name=f"{person_id}"))
    for _ in range(FLOOD):
        says(telegram, AIGUL, "wait")
    for person_id in others:
        says(telegram, person_id, "бір")
    async with talk.running():
        async with asyncio.timeout(60):
            while not all(seen(telegram, person_id) == ["бір"] for person_id in others):  # noqa: ASYNC110, as above
                await asyncio.sleep(0.01)
        assert len(telegram.calls.of("getUpdates")) <= FLOOD / 100 + 3
        assert len(await kept(world)) == FLOOD
        assert seen(telegram, AIGUL) == []
        talk.let_go.set()
        await nothing_is_kept(world)
    assert seen(telegram, AIGUL) == ["wait"] * FLOOD
    assert len(telegram.updates) == 0


async def test_what_was_kept_is_answered_after_a_restart(
    telegram: LocalTelegram, talk: Conversation, world: World
) -> None:
    async with talk.running():
        says(telegram, AIGUL, "wait")
        await until(lambda: talk.heard == ["wait"])
        await until(lambda: len(telegram.updates) == 0)
    assert (seen(telegram, AIGUL), await kept(world)) == ([], ["wait"])
    talk.let_go.set()
    async with talk.running():
        await until(lambda: seen(telegram, AIGUL) == ["wait"])
        await nothing_is_kept(world)


async def test_while_the_database_is_away_telegram_keeps_what_is_not_answered(
    telegram: LocalTelegram, bot: Bot, database_url: str, cipher: Cipher
) -> None:
    """Nothing is confirmed that is kept nowhere; once it can be kept, it is."""
    async with database_that_goes_away(database_url) as misfortune:
        talk = Conversation(bot, World(misfortune.database, cipher))
        async with talk.running():
            await until(lambda: len(telegram.calls.of("getUpdates")) == 1)
            await misfortune.strikes()
            says(telegram, AIGUL, "wait")
            await until(lambda: talk.heard == ["wait"])
            await asyncio.sleep(1.5)
            assert len(telegram.updates) == 1
            await misfortune.passes()
            await until(lambda: len(telegram.updates) == 0)
            assert await kept(talk.world) == ["wait"]


async def test_after_a_day_nobody_waits_for_an_answer_any_more(
    telegram: LocalTelegram, talk: Conversation, world: World
) -> None:
    yesterday = world.now() - waiting_updates.KEPT_FOR - timedelta(minutes=1)
    async with world.database.statement() as connection:
        await waiting_updates.keep(connection, world.cipher, AIGUL, {"update_id": 1, "message": {}}, yesterday)
    async with talk.running():
        says(telegram, BOLAT, "бір")
        await until(lambda: seen(telegram, BOLAT) == ["бір"])
    assert await kept(world) == []


async def test_in_a_chat_that_opens_again_only_the_newest_answer_is_given(
    telegram: LocalTelegram, talk: Conversation, world: World
) -> None:
    """Older ones give way to the newest screen: sixty answers to one person would close the chat once more."""
    talk.is_closed.add(AIGUL)
    async with talk.running():
        for number in range(60):
            says(telegram, AIGUL, f"{number}")
        says(telegram, BOLAT, "бір")
        await until(lambda: seen(telegram, BOLAT) == ["бір"])
        await until(lambda: len(telegram.updates) == 0)
        await only_is_kept(world, "59")
        talk.is_closed.clear()
        await until(lambda: seen(telegram, AIGUL) == ["59"])
        await asyncio.sleep(0.2)
    assert (seen(telegram, AIGUL), await kept(world)) == (["59"], [])


async def test_an_answer_that_was_put_off_gives_way_to_a_newer_one_that_was_given(
    telegram: LocalTelegram, talk: Conversation
) -> None:
    talk.is_closed.add(AIGUL)
    async with talk.running():
        says(telegram, AIGUL, "бір")
        await until(lambda: "бір" in talk.heard)
        talk.is_closed.clear()
        says(telegram, AIGUL, "екі")
        await until(lambda: seen(telegram, AIGUL) != [])
        await asyncio.sleep(0.3)
    assert seen(telegram, AIGUL) in (["екі"], ["бір", "екі"])


async def test_updates_begin_to_be_answered_in_their_order(telegram: LocalTelegram, talk: Conversation) -> None:
    texts = [f"{number}" for number in range(60)]
    async with talk.running():
        for text in texts:
            says(telegram, AIGUL, text)
        await until(lambda: len(telegram.updates) == 0)
    assert talk.heard == texts


async def test_a_failed_answer_holds_up_nobody_and_is_not_tried_for_ever(
    telegram: LocalTelegram, talk: Conversation
) -> None:
    async with talk.running():
        with capture_logs([add_origin]) as logged:
            says(telegram, AIGUL, "fail")
            says(telegram, AIGUL, "бір")
            await until(lambda: len(telegram.updates) == 0)
    assert (talk.heard, seen(telegram, AIGUL)) == (["fail", "бір"], ["бір"])
    told = {line["event"]: line for line in logged if "origin" in line}
    failed = told["update_failed"]
    assert (failed["update_id"], failed["origin"], failed["error"]) == (1, "update.1", "ValueError")
    assert told["call_sent"]["origin"] == "update.2"
    assert [line["event"] for line in logged if line["log_level"] != "debug"] == ["update_failed"]


# The way to Telegram


@pytest.mark.parametrize(
    "fault",
    [
        Fault(kind="server_error", method="getUpdates", times=5),
        Fault(kind="cut_before", method="getUpdates", times=5),
        Fault(kind="cut_after", method="getUpdates", times=5),
        Fault(kind="too_many_requests", method="getUpdates", retry_after=1),
        Fault(kind="slow", method="getUpdates", seconds=0.3),
    ],
    ids=lambda fault: fault.kind,
)
async def test_polling_goes_on_after_a_misfortune(telegram: LocalTelegram, talk: Conversation, fault: Fault) -> None:
    telegram.faults.order(fault)
    says(telegram, AIGUL, "бір")
    async with talk.running():
        await until(lambda: seen(telegram, AIGUL) == ["бір"])
        says(telegram, AIGUL, "екі")
        await until(lambda: len(telegram.updates) == 0)
    assert talk.heard == ["бір", "екі"]


async def test_polling_goes_on_after_another_instance_took_over(
    telegram: LocalTelegram, talk: Conversation, bot: Bot
) -> None:
    async with talk.running():
        await until(lambda: len(telegram.calls.of("getUpdates")) == 1)
        await bot.get_updates(timeout=0)
        says(telegram, AIGUL, "бір")
        await until(lambda: seen(telegram, AIGUL) == ["бір"])
    assert next(call.status for call in telegram.calls.of("getUpdates")) == 409


async def test_polling_ends_when_telegram_no_longer_knows_the_bot(talk: Conversation) -> None:
    """A revoked token: the operator reads the setting's name instead of a warning a second for ever."""
    talk.bot = Bot("1000000:revoked", session=talk.bot.session)
    with pytest.raises(SettingError, match="BOT_TOKEN"):
        await poll(talk.bot, talk.dispatcher, talk.world, talk.stop)


# The end


async def test_a_poll_that_waits_ends_at_once(telegram: LocalTelegram, talk: Conversation) -> None:
    async with talk.running():
        await until(lambda: len(telegram.calls.of("getUpdates")) == 1)
        began = time.monotonic()
    assert time.monotonic() - began < 0.3


async def test_an_answer_under_way_gets_a_moment_to_finish(telegram: LocalTelegram, talk: Conversation) -> None:
    async with talk.running():
        says(telegram, AIGUL, "wait")
        await until(lambda: talk.heard == ["wait"])
        talk.stop.set()
        await asyncio.sleep(0.2)
        talk.let_go.set()
    assert seen(telegram, AIGUL) == ["wait"]
    assert len(telegram.updates) == 0


async def test_an_answer_that_takes_too_long_does_not_hold_up_the_end(
    telegram: LocalTelegram, talk: Conversation
) -> None:
    """What it answers is kept, and is answered after the next start."""
    async with talk.running():
        says(telegram, AIGUL, "wait")
        await until(lambda: talk.heard == ["wait"])
        began = time.monotonic()
    assert time.monotonic() - began < 1.5
    assert seen(telegram, AIGUL) == []


async def test_what_was_answered_before_the_end_is_not_answered_again(
    telegram: LocalTelegram, talk: Conversation
) -> None:
    """At the end whatever is not answered is kept, so the last confirmation leaves nothing to come again."""
    async with talk.running():
        says(telegram, BOLAT, "бір")
        says(telegram, AIGUL, "wait")
        says(telegram, DANA, "екі")
        await until(lambda: len(talk.heard) == 3)
    assert await talk.bot.get_updates(timeout=0) == []
    talk.let_go.set()
    async with talk.running():
        await until(lambda: seen(telegram, AIGUL) == ["wait"])
    assert (seen(telegram, BOLAT), seen(telegram, DANA)) == (["бір"], ["екі"])


# An update is read when it is answered


def press(**message: Any) -> dict[str, Any]:
    """Return a press as Telegram sends it, under a message of the bot."""
    chat, user = {"id": AIGUL, "type": "private"}, {"id": AIGUL, "is_bot": False, "first_name": "Айгүл"}
    query = {"id": "1", "from": user, "chat_instance": "1", "data": "a|region|KZ-79"}
    return {
        "update_id": 7,
        "callback_query": query | {"message": {"message_id": 3, "chat": chat, "date": 1} | message},
    }


KEYBOARD = {"inline_keyboard": [[{"text": "Шымкент", "callback_data": "a|region|KZ-79"}]]}


async def read(bot: Bot, update: dict[str, Any]) -> CallbackQuery:
    """Return a press as handlers get it."""
    reader, seen = UpdateReader(is_on_offer), list[CallbackQuery]()

    @reader.callback_query()
    async def see(query: CallbackQuery) -> None:
        seen.append(query)

    await reader.feed_raw_update(bot, update)
    return seen[0]


async def test_of_a_pressed_message_its_place_and_its_words_are_read_but_no_buttons(bot: Bot) -> None:
    """The words are the proof of what somebody knew who answered; the buttons nobody looks at."""
    bold = [{"type": "bold", "offset": 0, "length": 3}]
    query = await read(bot, press(text="Қай өңірде тұрасыз?", entities=bold, reply_markup=KEYBOARD))
    assert isinstance(query.message, Message)
    assert (query.data, query.from_user.id) == ("a|region|KZ-79", AIGUL)
    assert (query.message.message_id, query.message.chat.id) == (3, AIGUL)
    assert (query.message.html_text, query.message.reply_markup) == ("<b>Қай</b> өңірде тұрасыз?", None)


async def test_under_a_job_offer_the_buttons_are_read_as_well(bot: Bot) -> None:
    """They say in which language the offer was shown, which is kept beside the answer."""
    update = press(text="Ұсыныс", reply_markup=KEYBOARD)
    update["callback_query"]["data"] = "offer|1|0|accept|"
    message = (await read(bot, update)).message
    assert isinstance(message, Message)
    assert message.reply_markup is not None


async def test_a_message_too_old_to_be_edited_is_still_known_as_such(bot: Bot) -> None:
    assert isinstance((await read(bot, press(date=0))).message, InaccessibleMessage)


async def test_a_press_without_a_message_is_read(bot: Bot) -> None:
    update = press()
    del update["callback_query"]["message"]
    assert (await read(bot, update)).message is None


async def test_an_update_is_left_as_it_came(bot: Bot) -> None:
    update = press(reply_markup=KEYBOARD)
    await read(bot, update)
    assert update == press(reply_markup=KEYBOARD)


async def test_an_update_that_cannot_be_read_holds_up_no_other(talk: Conversation) -> None:
    """It is told of in the log, without a word of what it says, and confirmed."""
    polled = Taken(talk.bot, talk.dispatcher, talk.world)
    unreadable = {"update_id": 1, "message": {"message_id": 1, "text": "құпия", "chat": "?"}}
    whole = press() | {"update_id": 2}
    with capture_logs() as logs:
        polled.take_up([unreadable, whole])
        await polled.answered_within(1)
    assert [(line["event"], line["update_id"]) for line in logs] == [("update_failed", 1)]
    assert polled.offset == 3
