"""The form with aiogram's own states, kept in Redis: as its guide has it, a state for each question, data beside it.

Spared is what the guide does besides: data are read once an update, and one handler serves all questions of a kind.
"""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.filters import Command, CommandObject, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.base import StorageKey
from aiogram.fsm.storage.redis import RedisStorage
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from bench.interviews import message_update, update_of
from bench.peers import Peer, Storage
from bench.peers.course import DONE, HINT, Course, Question, Way, in_rows, ticked_or_not
from bench.stub_session import StubSession
from handlers.keyboards import Choose, Ready, Settle, Tick


def states_of(courses: Sequence[Course]) -> type[StatesGroup]:
    """Return a state for each question, whomever it is about."""
    names = {state_name(question) for course in courses for question in course}
    return type("Filling", (StatesGroup,), {name: State() for name in sorted(names)})


def state_name(question: Question) -> str:
    """Return what the state is called in which a question is asked."""
    return question.key.partition(":")[0].replace("-", "_")


class FsmForm:
    """The handlers; an answer is in Redis before the next question is shown."""

    def __init__(self, courses: Sequence[Course], storage: RedisStorage) -> None:
        self._courses, self._storage = courses, storage
        self._bot = Bot("1000000:bench", session=StubSession())
        self._filling = states_of(courses)
        self._dispatcher = Dispatcher(storage=storage)
        presses, messages, is_asked = (
            self._dispatcher.callback_query,
            self._dispatcher.message,
            StateFilter(self._filling),
        )
        presses.register(self._choose, is_asked, Choose.filter())
        presses.register(self._tick, is_asked, Tick.filter())
        presses.register(self._ready, is_asked, Ready.filter())
        presses.register(self._settle, is_asked, Settle.filter())
        messages.register(self._begin, Command("start"))
        messages.register(self._type, is_asked)

    async def begin(self, person_id: int, course: int) -> None:
        """Let a person see the first question of a course."""
        await self.feed(message_update(person_id, 1, f"/start {course}"))

    update_of = staticmethod(update_of)

    async def feed(self, update: dict[str, Any]) -> None:
        """Answer an update."""
        await self._dispatcher.feed_raw_update(self._bot, update)

    async def answers_of(self, person_id: int) -> dict[str, Any]:
        """Return the answers of a person that are kept."""
        answers: dict[str, Any] = (await self._of(person_id).get_data()).get("answers", {})
        return answers

    def _of(self, person_id: int) -> FSMContext:
        return FSMContext(self._storage, StorageKey(self._bot.id, person_id, person_id))

    async def _begin(self, message: Message, command: CommandObject, state: FSMContext) -> None:
        course = int(command.args or 0)
        first = self._courses[course][0]
        await state.set_data({"course": course, "place": 0, "answers": {}, "ticked": []})
        await state.set_state(self._state(first))
        await message.answer(first.text, reply_markup=drawn(first))

    async def _choose(self, query: CallbackQuery, callback_data: Choose, state: FSMContext) -> None:
        await self._pressed(query, state, callback_data.key, callback_data.word)

    async def _settle(self, query: CallbackQuery, callback_data: Settle, state: FSMContext) -> None:
        await self._pressed(query, state, callback_data.key, callback_data.choice)

    async def _ready(self, query: CallbackQuery, callback_data: Ready, state: FSMContext) -> None:
        await self._pressed(query, state, callback_data.key)

    async def _tick(self, query: CallbackQuery, callback_data: Tick, state: FSMContext) -> None:
        kept = await state.get_data()
        question = self._asked(kept)
        if question is not None and question.key == callback_data.key:
            ticked, word = kept["ticked"], callback_data.word
            kept["ticked"] = [one for one in ticked if one != word] if word in ticked else [*ticked, word]
            await state.set_data(kept)
            await _show_in_place(query, question, kept["ticked"])
        await query.answer()

    async def _pressed(self, query: CallbackQuery, state: FSMContext, key: str, word: str | None = None) -> None:
        """Take a press as the answer, without a word what is ticked; one on an older question is none."""
        kept = await state.get_data()
        question = self._asked(kept)
        if question is not None and question.key == key:
            following = await self._keep(state, kept, question, kept["ticked"] if word is None else word)
            await _show_in_place(query, following)
        await query.answer()

    async def _type(self, message: Message, state: FSMContext) -> None:
        kept = await state.get_data()
        question = self._asked(kept)
        if question is None or question.way is not Way.TYPE:
            return
        try:
            answer = question.typed(message.text or "")
        except ValueError:
            await message.answer(HINT)
            return
        following = await self._keep(state, kept, question, answer)
        await message.answer(following.text if following else DONE, reply_markup=drawn(following))

    async def _keep(self, state: FSMContext, kept: dict[str, Any], question: Question, answer: Any) -> Question | None:
        """Keep an answer, then the state of the question that follows; return that question."""
        kept["answers"][question.key] = answer
        kept["place"], kept["ticked"] = kept["place"] + 1, []
        await state.set_data(kept)
        following = self._asked(kept)
        await state.set_state(self._state(following) if following else None)
        return following

    def _state(self, question: Question) -> State:
        state: State = getattr(self._filling, state_name(question))
        return state

    def _asked(self, kept: dict[str, Any]) -> Question | None:
        course = self._courses[kept["course"]]
        return course[kept["place"]] if kept["place"] < len(course) else None


def drawn(question: Question | None, ticked: Sequence[str] = ()) -> InlineKeyboardMarkup | None:
    """Return the buttons of a question, in rows of two."""
    if question is None:
        return None
    words = [_button(one.caption, Choose(key=question.key, word=one.word)) for one in question.words]
    ticks = [_button(ticked_or_not(one, ticked), Tick(key=question.key, word=one.word)) for one in question.ticks]
    rows = in_rows([*words, *ticks])
    if question.ready:
        rows.append([_button(question.ready, Ready(key=question.key))])
    return InlineKeyboardMarkup(inline_keyboard=rows)


def _button(caption: str, carried: Choose | Tick | Ready) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=caption, callback_data=carried.pack())


async def _show_in_place(query: CallbackQuery, question: Question | None, ticked: Sequence[str] = ()) -> None:
    if isinstance(query.message, Message):
        text = question.text if question else DONE
        await query.message.edit_text(text, reply_markup=drawn(question, ticked))


@asynccontextmanager
async def opened(storage: Storage, courses: Sequence[Course]) -> AsyncIterator[Peer]:
    """Open the form with the states in a Redis."""
    redis = RedisStorage.from_url(storage.redis)
    try:
        yield FsmForm(courses, redis)
    finally:
        await redis.close()
