"""An update is confirmed when it was answered: none is lost, none is answered twice, nobody waits for another."""

import asyncio
import contextlib
import time
from collections import Counter
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import CallbackQuery, InaccessibleMessage, Message
from structlog.testing import capture_logs

from bot.errors import SettingError
from bot.polling import Taken, UpdateReader, poll
from bot.retries import Patience, Pauses
from bot.sandbox import SANDBOX_TOKEN, Fault, Limits, LocalTelegram, people, sandbox_app, serving
from bot.sandbox.person_requests import NewMessage, NewPerson
from tests.bot.sandbox.playing import until

AIGUL, BOLAT, DANA = 1001, 1002, 1003


class Conversation:
    """A bot that repeats what it hears. "wait" it repeats only when it is let go, "fail" never."""

    def __init__(self, bot: Bot) -> None:
        self.bot = bot
        self.heard: list[str] = []
        self.let_go = asyncio.Event()
        self.stop = asyncio.Event()
        self.dispatcher = Dispatcher(disable_fsm=True)
        self.dispatcher.message()(self.answer)

    async def answer(self, message: Message) -> None:
        text = message.text or ""
        self.heard.append(text)
        if text == "wait":
            await self.let_go.wait()
        if text == "fail":
            raise ValueError(text)
        await message.answer(text)

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Poll as long as the context is open; whatever ended polling early is raised."""
        polling = asyncio.create_task(poll(self.bot, self.dispatcher, self.stop))
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
        session.middleware(Patience(Pauses(first=0.01, longest=0.05)))
        yield Bot(SANDBOX_TOKEN, session=session)
        await (await session.create_session()).close()  # without the rest that aiogram takes at the end


@pytest.fixture
def talk(bot: Bot) -> Conversation:
    return Conversation(bot)


def says(telegram: LocalTelegram, person_id: int, text: str) -> None:
    people.write(telegram, telegram.persons[person_id], NewMessage(text=text))


def seen(telegram: LocalTelegram, person_id: int) -> list[str]:
    """What the bot has in the chat."""
    messages = telegram.chats[person_id].messages.values()
    return [message["text"] for message in messages if message["from"]["is_bot"]]


async def test_an_update_is_confirmed_once_it_is_answered(telegram: LocalTelegram, talk: Conversation) -> None:
    async with talk.running():
        says(telegram, AIGUL, "wait")
        await until(lambda: talk.heard == ["wait"])
        await asyncio.sleep(0.5)  # several polls
        assert len(telegram.updates) == 1
        talk.let_go.set()
        await until(lambda: len(telegram.updates) == 0)
    assert (talk.heard, seen(telegram, AIGUL)) == (["wait"], ["wait"])


async def test_nobody_waits_for_somebody_elses_answer_or_gets_the_own_one_twice(
    telegram: LocalTelegram, talk: Conversation
) -> None:
    """The answers behind one that waits cannot be confirmed yet: Telegram shows their updates at every poll."""
    async with talk.running():
        says(telegram, AIGUL, "wait")
        for text in ("бір", "екі", "үш"):
            began = time.monotonic()
            says(telegram, BOLAT, text)
            says(telegram, DANA, text)
            await until(lambda: seen(telegram, BOLAT)[-1:] == seen(telegram, DANA)[-1:] == [text])  # noqa: B023, at once
            assert time.monotonic() - began < 1
        assert len(telegram.updates) == 7
        talk.let_go.set()
        await until(lambda: len(telegram.updates) == 0)
    assert seen(telegram, BOLAT) == seen(telegram, DANA) == ["бір", "екі", "үш"]
    assert seen(telegram, AIGUL) == ["wait"]


async def test_a_crowd_behind_one_that_waits_is_answered_once_each(telegram: LocalTelegram, talk: Conversation) -> None:
    """Telegram shows a hundred at once: ninety-nine are answered meanwhile, the others afterwards."""
    async with talk.running():
        says(telegram, AIGUL, "wait")
        for number in range(150):
            says(telegram, BOLAT, f"{number}")
        await until(lambda: len(talk.heard) == 100)
        await asyncio.sleep(0.5)  # several polls
        talk.let_go.set()
        await until(lambda: len(telegram.updates) == 0)
    assert Counter(talk.heard).most_common(1)[0][1] == 1
    assert sorted(seen(telegram, BOLAT), key=int) == [f"{number}" for number in range(150)]


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
        with capture_logs() as logged:
            says(telegram, AIGUL, "fail")
            says(telegram, AIGUL, "бір")
            await until(lambda: len(telegram.updates) == 0)
    assert (talk.heard, seen(telegram, AIGUL)) == (["fail", "бір"], ["бір"])
    assert [(line["event"], line["update_id"], line["error"]) for line in logged] == [
        ("update_failed", 1, "ValueError")
    ]


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
        await poll(talk.bot, talk.dispatcher, talk.stop)


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


async def test_an_answer_that_takes_too_long_is_dropped_and_given_after_the_next_start(
    telegram: LocalTelegram, talk: Conversation
) -> None:
    async with talk.running():
        says(telegram, AIGUL, "wait")
        await until(lambda: talk.heard == ["wait"])
        began = time.monotonic()
    assert time.monotonic() - began < 1.5
    assert seen(telegram, AIGUL) == []
    talk.let_go.set()
    async with talk.running():
        await until(lambda: len(telegram.updates) == 0)
    assert seen(telegram, AIGUL) == ["wait"]


async def test_what_was_answered_before_the_end_is_not_answered_again(
    telegram: LocalTelegram, talk: Conversation
) -> None:
    """The last confirmation goes out at the end; of what stands behind a dropped answer it can say nothing."""
    async with talk.running():
        says(telegram, BOLAT, "бір")
        says(telegram, AIGUL, "wait")
        says(telegram, DANA, "екі")
        await until(lambda: len(talk.heard) == 3)
    waiting = await talk.bot.get_updates(timeout=0)
    assert [update.message.text for update in waiting if update.message] == ["wait", "екі"]


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
    reader, seen = UpdateReader(disable_fsm=True), list[CallbackQuery]()

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
    polled = Taken(talk.bot, talk.dispatcher)
    unreadable = {"update_id": 1, "message": {"message_id": 1, "text": "құпия", "chat": "?"}}
    whole = press() | {"update_id": 2}
    with capture_logs() as logs:
        polled.take_up([unreadable, whole])
        await polled.answered_within(1)
    assert [(line["event"], line["update_id"]) for line in logs] == [("update_failed", 1)]
    assert polled.offset == 3
