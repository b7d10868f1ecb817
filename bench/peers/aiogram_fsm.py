"""The form with aiogram's own states, kept in Redis, as its guide has it: `update_data`, then the next state.

Spared is a handler for each question: one serves all of them.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Final

from aiogram import Bot, Dispatcher
from aiogram.filters import Command, CommandObject, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.base import StorageKey
from aiogram.fsm.storage.redis import RedisStorage
from aiogram.types import CallbackQuery, Message

from bench.interviews import message_update, update_of
from bench.peers import Peer, Storage
from bench.peers.form import Form, answers_kept, question_ids
from bench.stub_session import StubSession
from handlers.keyboards import Choose, Ready, Settle, Tick
from handlers.presses import Pressed
from rules.interview.answers import NotUnderstoodError

STATES: Final = {question_id: State() for question_id in question_ids()}
Filling: Final = type("Filling", (StatesGroup,), {name.replace("-", "_"): state for name, state in STATES.items()})


class FsmForm:
    """The handlers; an answer is in Redis before the next question is shown."""

    update_of = staticmethod(update_of)

    def __init__(self, storage: RedisStorage) -> None:
        self._storage = storage
        self._bot = Bot("1000000:bench", session=StubSession())
        self._dispatcher = Dispatcher(storage=storage)
        is_asked = StateFilter(Filling)
        for kind in (Choose, Tick, Ready, Settle):
            self._dispatcher.callback_query.register(self._press, is_asked, kind.filter())
        self._dispatcher.message.register(self._begin, Command("start"))
        self._dispatcher.message.register(self._type, is_asked)

    async def begin(self, person_id: int, language: str) -> None:
        """Let a person see the first question."""
        await self.feed(message_update(person_id, 1, f"/start {language}"))

    async def feed(self, update: dict[str, Any]) -> None:
        """Answer an update."""
        await self._dispatcher.feed_raw_update(self._bot, update)

    async def answers_of(self, person_id: int) -> dict[str, Any]:
        """Return the answers of a person that are kept."""
        return answers_kept(await self._storage.get_data(StorageKey(self._bot.id, person_id, person_id)))

    async def _begin(self, message: Message, command: CommandObject, state: FSMContext) -> None:
        form = Form.begun(command.args or "")
        await _keep(form, state)
        shown = form.screen
        await message.answer(shown.text, reply_markup=shown.keyboard)

    async def _press(self, query: CallbackQuery, callback_data: Pressed, state: FSMContext) -> None:
        form = Form.of(await state.get_data())
        try:
            is_taken = form.press(callback_data)
        except NotUnderstoodError as why:
            await query.answer(form.hint(why))
            return
        if is_taken and isinstance(query.message, Message):
            if isinstance(callback_data, Tick):
                await state.update_data(form.kept())
            else:
                await _keep(form, state)
            shown = form.screen
            await query.message.edit_text(shown.text, reply_markup=shown.keyboard)
        await query.answer()

    async def _type(self, message: Message, state: FSMContext) -> None:
        form = Form.of(await state.get_data())
        try:
            form.type(message.text or "")
        except NotUnderstoodError as why:
            await message.answer(form.hint(why))
            return
        await _keep(form, state)
        shown = form.screen
        await message.answer(shown.text, reply_markup=shown.keyboard)


async def _keep(form: Form, state: FSMContext) -> None:
    """Keep an answer, and the state of the question that follows."""
    await state.update_data(form.kept())
    await state.set_state(STATES[form.asked.question.id] if form.asked else None)


@asynccontextmanager
async def opened(storage: Storage) -> AsyncIterator[Peer]:
    """Open the form with the states in a Redis."""
    redis = RedisStorage.from_url(storage.redis)
    try:
        yield FsmForm(redis)
    finally:
        await redis.close()
