"""A person at the phone, for tests: says, presses, sees.

Nothing is played but the person: the program's own dispatcher answers through its real storage, and speaks HTTP
to the local Bot API, which is as strict as Telegram. Every call that the bot made is checked against the
published Bot API when the chat ends, and no handler may have failed.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any, Final, Self, cast

from aiogram import Bot, Dispatcher
from aiogram.types import Update
from structlog.testing import capture_logs

from bot.app import bot_at, dispatcher_for
from bot.database import Database
from bot.sandbox import SANDBOX_TOKEN, Limits, LocalTelegram, people, sandbox_app, serving
from bot.sandbox.person_requests import EditedText, NewAlbum, NewMessage, NewPerson, NewPress
from bot.store.cipher import Cipher
from bot.telegram.polling import GetRawUpdates
from bot.telegram.retries import Pauses
from bot.telegram.taken import RawUpdate
from bot.world import World
from tests.telegram_contract import assert_call_fits

Json = dict[str, Any]
THINKING: Final = timedelta(seconds=7)
"""So long a person needs for one step, unless in a hurry."""


class Clock:
    """The time of day in a test: it goes on only when somebody takes time."""

    def __init__(self, starts_at: datetime | None = None) -> None:
        self._now = starts_at or datetime(2026, 5, 12, 6, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        """Return this instant."""
        return self._now

    def passes(self, time: timedelta) -> None:
        """Let time go by."""
        self._now += time


def _covered(text: str, entity: Json) -> str:
    start, end = 2 * entity["offset"], 2 * (entity["offset"] + entity["length"])
    return text.encode("utf-16-le")[start:end].decode("utf-16-le")  # Telegram counts in units of UTF-16


class Bubble:
    """One message as the person sees it."""

    def __init__(self, message: Json) -> None:
        self.id: int = message["message_id"]
        self.text: str = message.get("text") or message.get("caption", "")
        self.bold: list[str] = [
            _covered(self.text, entity)
            for entity in message.get("entities") or message.get("caption_entities", [])
            if entity["type"] == "bold"
        ]
        self.instants: dict[str, int] = {
            _covered(self.text, entity): entity["unix_time"]
            for entity in message.get("entities", [])
            if entity["type"] == "date_time"
        }
        """What is said of an instant, and which one it is, in seconds since 1970."""
        rows = message.get("reply_markup", {}).get("inline_keyboard", [])
        self.rows: list[list[Json]] = rows
        self.buttons: list[str] = [button["text"] for row in rows for button in row]

    def data_of(self, caption: str) -> str:
        """Return what a press on the button with that caption sends."""
        found = [button["callback_data"] for row in self.rows for button in row if button["text"] == caption]
        assert len(found) == 1, f"there is no one button {caption!r} among {self.buttons} below {self.text!r}"
        data: str = found[0]
        return data

    def __repr__(self) -> str:
        return f"{self.text}\n{self.buttons}"


class Telegram:
    """The local Telegram with the bot on its other side: whatever a person does is answered before it returns."""

    def __init__(self, telegram: LocalTelegram, bot: Bot, database: Database, cipher: Cipher, clock: Clock) -> None:
        self.local = telegram
        self.bot = bot
        self.database = database
        self.cipher = cipher
        self.clock = clock
        self.answered: list[RawUpdate] = []
        self.dispatcher = self.restarted()

    @classmethod
    @contextlib.asynccontextmanager
    async def open(
        cls, database: Database, cipher: Cipher, clock: Clock | None = None, pauses: Pauses | None = None
    ) -> AsyncIterator[Self]:
        """Serve the local Bot API and the bot for the length of a block; the pace limit is lifted."""
        cast("Any", Update.event_type).fget.cache_clear()  # aiogram's, of the same numbers in other chats
        telegram = LocalTelegram(limits=Limits(paced=False))
        async with serving(sandbox_app(telegram)) as base, bot_at(base, SANDBOX_TOKEN, pauses) as bot:
            with capture_logs() as logs:
                yield cls(telegram, bot, database, cipher, clock or Clock())
            assert [line for line in logs if line["event"] == "handler_failed"] == []
        for call in telegram.calls:
            assert_call_fits(call.method, call.parameters)

    def another_process(self) -> World:
        """Return the world of a process on the same database that knows of no other."""
        return World(self.database, self.cipher, self.clock)

    def restarted(self) -> Dispatcher:
        """Forget whatever is not in the database, as a process does that was killed and started again."""
        self.dispatcher = dispatcher_for(self.another_process())
        return self.dispatcher

    def person(self, first_name: str = "Айгүл", language_code: str = "kk", person_id: int | None = None) -> "Person":
        """Return somebody new with a phone."""
        new = NewPerson(id=person_id, first_name=first_name, language_code=language_code)
        return Person(self, people.arrive(self.local, new).id)

    async def answer_all(self) -> None:
        """Let the bot answer every update that waits: in order, and read as its own polling reads them."""
        while updates := await self.waiting():
            for update in updates:
                self.answered.append(update)
                await self.dispatcher.feed_raw_update(self.bot, update)

    async def answer_all_at_once(self, *worlds: World) -> None:
        """Answer every update that waits at the same time: by turns in these processes, or all in this one."""
        waiting = await self.waiting()
        self.answered += waiting
        others = [{"world": worlds[at % len(worlds)]} if worlds else {} for at in range(len(waiting))]
        answering = zip(waiting, others, strict=True)
        await asyncio.gather(
            *[self.dispatcher.feed_raw_update(self.bot, update, **other) for update, other in answering]
        )

    async def deliver_again(self, count: int = 1) -> None:
        """Deliver the last updates once more, as Telegram does after a crash."""
        for update in self.answered[-count:]:
            await self.dispatcher.feed_raw_update(self.bot, update)

    async def waiting(self) -> list[RawUpdate]:
        """Return the updates that nobody has answered yet."""
        asked = GetRawUpdates(offset=self.answered[-1]["update_id"] + 1 if self.answered else None)
        return cast("list[RawUpdate]", await self.bot(asked))


class Person:
    """Somebody who chats with the bot."""

    def __init__(self, telegram: Telegram, person_id: int) -> None:
        self.telegram = telegram
        self.id = person_id
        self.thinks = THINKING
        self.toasts: list[str] = []

    # What the person does

    async def says(self, text: str) -> Bubble:
        """Send a text and return what the bot shows last."""
        return await self.sends(NewMessage(text=text))

    async def sends(self, new: NewMessage) -> Bubble:
        """Send anything."""
        self.leaves(new)
        await self.telegram.answer_all()
        return self.last

    async def sends_album(self, new: NewAlbum) -> Bubble:
        """Send several photos or files at once."""
        people.write_album(self.telegram.local, self._phone(), new)
        await self.telegram.answer_all()
        return self.last

    def leaves(self, new: NewMessage) -> None:
        """Send something while the bot is away: it waits to be answered."""
        people.write(self.telegram.local, self._phone(), new)

    async def edits(self, message_id: int, text: str) -> Bubble:
        """Edit an own message."""
        people.edit(self.telegram.local, self._phone(), message_id, EditedText(text=text))
        await self.telegram.answer_all()
        return self.last

    async def presses(self, *captions: str) -> Bubble:
        """Press buttons one after another, each below the last message that has it."""
        for caption in captions:
            bubble = next((shown for shown in self._newest_first() if caption in shown.buttons), None)
            assert bubble is not None, f"nowhere is a button {caption!r}; the last message: {self.last}"
            await self.presses_data(bubble.data_of(caption), bubble.id)
        return self.last

    async def presses_data(self, data: str, message_id: int, *, force: bool = False) -> Bubble:
        """Press a button of a message; by force also one that the message does not have (any more)."""
        press_id = self.touches(data, message_id, force=force)
        await self.telegram.answer_all()
        answered = self.telegram.local.presses[press_id]
        assert answered.answered, f"the press {data!r} was never answered"
        self.toasts.append(answered.text or "")
        return self.last

    def touches(self, data: str, message_id: int, *, force: bool = False) -> str:
        """Press a button while the bot is away: the press waits to be answered. Return its id."""
        new = NewPress(message_id=message_id, data=data, force=force)
        return people.press(self.telegram.local, self._phone(), new).id

    # What the person sees

    @property
    def sees(self) -> list[Bubble]:
        """The messages of the bot in the chat, oldest first."""
        return [*self._newest_first()][::-1]

    @property
    def last(self) -> Bubble:
        """The last message of the bot."""
        last = next(self._newest_first(), None)
        assert last is not None, "the bot has said nothing yet"
        return last

    @property
    def toast(self) -> str:
        """The line above the chat after the last press."""
        return self.toasts[-1]

    def message_ids(self) -> list[int]:
        """Return the ids of the person's own messages."""
        chat = self.telegram.local.chats[self.id]
        return [number for number, message in chat.messages.items() if not message["from"]["is_bot"]]

    def _newest_first(self) -> Iterator[Bubble]:
        """Yield the messages of the bot, each read only once it is looked at: a chat of hundreds is pressed along."""
        chat = self.telegram.local.chats[self.id]
        return (Bubble(message) for message in reversed(chat.messages.values()) if message["from"]["is_bot"])

    def _phone(self) -> Any:
        self.telegram.clock.passes(self.thinks)
        return people.found(self.telegram.local, self.id)


__all__ = ["Bubble", "Clock", "Person", "Telegram"]
