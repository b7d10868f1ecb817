"""The yardsticks: dispatchers that answer without asking or keeping anything of sense, each with a little more work."""

from typing import Any

from aiogram import Dispatcher
from aiogram.types import CallbackQuery, Message

from bot.store import drafts
from bot.world import World


def echo() -> Dispatcher:
    """Answer every text and every press with one message."""
    dispatcher = Dispatcher(disable_fsm=True)

    @dispatcher.message()
    async def say_again(message: Message) -> None:
        await message.answer(message.text or "")

    @dispatcher.callback_query()
    async def say_pressed(query: CallbackQuery) -> None:
        if isinstance(query.message, Message):
            await query.message.answer(query.data or "")

    return dispatcher


def echo_in_place() -> Dispatcher:
    """Make the calls that the program makes: a press is acknowledged, its message shortened, the next one sent."""
    dispatcher = Dispatcher(disable_fsm=True)

    @dispatcher.message()
    async def say_again(message: Message) -> None:
        await message.answer(message.text or "")

    @dispatcher.callback_query()
    async def acknowledge_edit_and_send(query: CallbackQuery) -> None:
        await query.answer()
        if isinstance(query.message, Message):
            await query.message.edit_text(query.data or "")
            await query.message.answer(query.data or "", reply_markup=query.message.reply_markup)

    return dispatcher


def echo_that_keeps(world: World, document: dict[str, Any]) -> Dispatcher:
    """Make the same calls, and read, open, seal and durably write a draft of usual size: no program can do less."""
    dispatcher = echo_in_place()

    async def keep(handler: Any, event: Any, data: dict[str, Any]) -> Any:
        person_id, update_id = event.from_user.id, data["event_update"].update_id
        async with world.turn_of(person_id):
            async with world.database.reading() as connection:
                known = await drafts.known_person(connection, world.cipher, person_id)
            version = known.draft.version if known and known.draft else 0
            async with world.database.statement() as connection:
                await drafts.save(connection, world.cipher, person_id, document, version, update_id, world.now())
            return await handler(event, data)

    for observer in (dispatcher.message, dispatcher.callback_query):
        observer.outer_middleware(keep)
    return dispatcher
