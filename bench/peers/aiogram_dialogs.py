"""The form with aiogram_dialog, kept in Redis: a window for each way to answer, its buttons are the library's widgets.

The library keeps what was answered after it has shown the next question, and offers no other order: so here an answer
is durable when its update is done, and not before the person sees it taken.
"""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from operator import attrgetter
from typing import Any, Final

from aiogram import Bot, Dispatcher
from aiogram.enums import ContentType
from aiogram.filters import Command, CommandObject
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.base import DefaultKeyBuilder, StorageKey
from aiogram.fsm.storage.redis import RedisStorage
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager, StartMode, Window, setup_dialogs
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Group, Multiselect, Select
from aiogram_dialog.widgets.text import Const, Format

from bench.interviews import Act, message_update, update_of
from bench.peers import Peer, Storage
from bench.peers.course import COLUMNS, DONE, HINT, Course, Question, Way
from bench.stub_session import StubSession
from handlers.keyboards import Choose, Settle, Tick

WORD, TICK, READY = "a", "t", "d"  # ids of widgets


class Windows(StatesGroup):
    """How the question that a person sees is answered."""

    choosing = State()
    ticking = State()
    typing = State()
    done = State()


STATES: Final = {Way.CHOOSE: Windows.choosing, Way.TICK: Windows.ticking, Way.TYPE: Windows.typing}


class DialogForm:
    """The windows and what is done in them."""

    def __init__(self, courses: Sequence[Course], storage: RedisStorage) -> None:
        self._courses, self._storage = courses, storage
        self._bot = Bot("1000000:bench", session=StubSession())
        self._dispatcher = Dispatcher(storage=storage)
        self._dispatcher.message.register(self._begin, Command("start"))
        self._dispatcher.include_router(self._dialog())
        setup_dialogs(self._dispatcher)
        self._intents: dict[int, str] = {}

    async def begin(self, person_id: int, course: int) -> None:
        """Let a person see the first question of a course."""
        await self.feed(message_update(person_id, 1, f"/start {course}"))
        self._intents[person_id] = await self._intent_of(person_id)

    def update_of(self, act: Act, person_id: int, update_id: int) -> dict[str, Any]:
        """Return an act as the update that Telegram sends, with the button as the library has drawn it."""
        update = update_of(act, person_id, update_id)
        if act.is_press:
            update["callback_query"]["data"] = f"{self._intents[person_id]}\x1d{_widget(act)}"
        return update

    async def feed(self, update: dict[str, Any]) -> None:
        """Answer an update."""
        await self._dispatcher.feed_raw_update(self._bot, update)

    async def answers_of(self, person_id: int) -> dict[str, Any]:
        """Return the answers of a person that are kept."""
        kept = await self._storage.get_data(self._key_of(person_id, f"context:{await self._intent_of(person_id)}"))
        answers: dict[str, Any] = kept.get("dialog_data", {}).get("answers", {})
        return answers

    async def _intent_of(self, person_id: int) -> str:
        """Return the id that the library has given a person's dialog; it stands in every button."""
        intent: str = (await self._storage.get_data(self._key_of(person_id, "stack:")))["intents"][-1]
        return intent

    def _key_of(self, person_id: int, what: str) -> StorageKey:
        return StorageKey(self._bot.id, person_id, person_id, destiny=f"aiogd:{what}")

    def _dialog(self) -> Dialog:
        text = Format("{asked.text}")
        words = Group(
            Select(Format("{item.caption}"), WORD, attrgetter("word"), attrgetter_of("words"), on_click=self._choose),
            width=COLUMNS,
        )
        ticks: Any = Multiselect(
            Format("✅ {item.caption}"), Format("{item.caption}"), TICK, attrgetter("word"), attrgetter_of("ticks")
        )
        ready = Button(Format("{asked.ready}"), READY, on_click=self._ready)
        return Dialog(
            Window(text, words, state=Windows.choosing, getter=self._show),
            Window(text, words, Group(ticks, width=COLUMNS), ready, state=Windows.ticking, getter=self._show),
            Window(text, MessageInput(self._type, ContentType.TEXT), words, state=Windows.typing, getter=self._show),
            Window(Const(DONE), state=Windows.done),
        )

    async def _begin(self, _message: Message, command: CommandObject, dialog_manager: DialogManager) -> None:
        course = int(command.args or 0)
        state = STATES[self._courses[course][0].way]
        await dialog_manager.start(state, {"course": course}, mode=StartMode.RESET_STACK)

    async def _show(self, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
        return {"asked": self._asked(dialog_manager)}

    def _asked(self, manager: DialogManager) -> Question | None:
        start: Any = manager.start_data
        course = self._courses[start["course"]]
        place = manager.dialog_data.get("place", 0)
        return course[place] if place < len(course) else None

    async def _choose(self, _query: CallbackQuery, _widget: Any, manager: DialogManager, word: str) -> None:
        await self._keep(manager, word)

    async def _ready(self, _query: CallbackQuery, _widget: Any, manager: DialogManager) -> None:
        ticks: Any = manager.find(TICK)
        ticked = ticks.get_checked()
        await ticks.reset_checked()
        await self._keep(manager, ticked)

    async def _type(self, message: Message, _widget: Any, manager: DialogManager) -> None:
        question = self._asked(manager)
        if question is None:
            return
        try:
            answer = question.typed(message.text or "")
        except ValueError:
            await message.answer(HINT)
            return
        await self._keep(manager, answer)

    async def _keep(self, manager: DialogManager, answer: Any) -> None:
        question = self._asked(manager)
        if question is None:
            return
        kept = manager.dialog_data
        kept.setdefault("answers", {})[question.key] = answer
        kept["place"] = kept.get("place", 0) + 1
        following = self._asked(manager)
        await manager.switch_to(STATES[following.way] if following else Windows.done)


def attrgetter_of(options: str) -> Any:
    """Return what takes the options of the question out of the values of a window."""
    return lambda values: getattr(values["asked"], options)


def _widget(act: Act) -> str:
    match act.kind:
        case "tick":
            return f"{TICK}:{Tick.unpack(act.sent).word}"
        case "ready":
            return READY
        case "settle":
            return f"{WORD}:{Settle.unpack(act.sent).choice}"
    return f"{WORD}:{Choose.unpack(act.sent).word}"


@asynccontextmanager
async def opened(storage: Storage, courses: Sequence[Course]) -> AsyncIterator[Peer]:
    """Open the form with the dialogs in a Redis."""
    redis = RedisStorage.from_url(storage.redis, key_builder=DefaultKeyBuilder(with_destiny=True, prefix="dialog"))
    try:
        yield DialogForm(courses, redis)
    finally:
        await redis.close()
