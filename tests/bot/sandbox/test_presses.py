"""Inline buttons: pressing and answering."""

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    CallbackQuery,
    InaccessibleMessage,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
)

from bot.sandbox import LocalTelegram
from tests.bot.sandbox.playing import Clock, Phone

YES = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Иә", callback_data="yes")]])
TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


@pytest.fixture
async def question(bot: Bot, person: Phone) -> Message:
    return await bot.send_message(person.id, "Осыған рұқсат бересіз бе?", reply_markup=YES)


async def received(bot: Bot) -> CallbackQuery:
    *_, update = await bot.get_updates()
    assert update.callback_query is not None
    return update.callback_query


async def test_a_press_reaches_the_bot_with_its_message(bot: Bot, person: Phone, question: Message) -> None:
    press = await person.presses(question.message_id, "yes")
    query = await received(bot)
    assert (query.id, query.data, query.from_user.id) == (press["id"], "yes", person.id)
    assert isinstance(query.message, Message)
    assert query.message.text == question.text


async def test_the_answer_reaches_the_person(bot: Bot, person: Phone, question: Message) -> None:
    press = await person.presses(question.message_id, "yes")
    assert (await person.request("GET", f"presses/{press['id']}"))[1]["answered"] is False
    await bot.answer_callback_query(press["id"], text="Жазылды", show_alert=True)
    _, shown = await person.request("GET", f"presses/{press['id']}")
    assert (shown["answered"], shown["text"], shown["show_alert"]) == (True, "Жазылды", True)


async def test_a_press_is_answered_once(bot: Bot, person: Phone, question: Message) -> None:
    press = await person.presses(question.message_id, "yes")
    await bot.answer_callback_query(press["id"])
    with pytest.raises(TelegramBadRequest, match=TOO_OLD):
        await bot.answer_callback_query(press["id"])


async def test_an_unknown_press_cannot_be_answered(bot: Bot, person: Phone) -> None:
    del person
    with pytest.raises(TelegramBadRequest, match=TOO_OLD):
        await bot.answer_callback_query("999")


async def test_a_press_waits_for_its_answer_only_so_long(
    bot: Bot, person: Phone, question: Message, clock: Clock, telegram: LocalTelegram
) -> None:
    press = await person.presses(question.message_id, "yes")
    clock.advance(telegram.limits.callback_answer_seconds + 1)
    with pytest.raises(TelegramBadRequest, match=TOO_OLD):
        await bot.answer_callback_query(press["id"])


async def test_an_answer_has_at_most_200_characters(bot: Bot, person: Phone, question: Message) -> None:
    press = await person.presses(question.message_id, "yes")
    with pytest.raises(TelegramBadRequest, match="MESSAGE_TOO_LONG"):
        await bot.answer_callback_query(press["id"], text="а" * 201)
    await bot.answer_callback_query(press["id"], text="а" * 200)


async def test_a_button_that_is_not_there_is_pressed_by_force_only(bot: Bot, person: Phone, question: Message) -> None:
    """An old phone shows the button after the bot has taken it away."""
    place = {"message_id": question.message_id, "data": "no"}
    status, refusal = await person.request("POST", f"people/{person.id}/presses", place)
    assert (status, refusal) == (409, {"error": f"message {question.message_id} has no button 'no'"})
    await bot.edit_message_text("Рақмет", chat_id=person.id, message_id=question.message_id)
    await person.presses(question.message_id, "yes", force=True)
    query = await received(bot)
    assert query.data == "yes"
    assert isinstance(query.message, Message)
    assert query.message.reply_markup is None


async def test_a_press_on_a_deleted_message_tells_no_text(bot: Bot, person: Phone, question: Message) -> None:
    await bot.delete_message(person.id, question.message_id)
    await person.presses(question.message_id, "yes", force=True)
    assert isinstance((await received(bot)).message, InaccessibleMessage)


async def test_only_so_many_presses_are_remembered(
    person: Phone, question: Message, telegram: LocalTelegram, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.sandbox.telegram.PRESSES_KEPT", 2)
    ids = [(await person.presses(question.message_id, "yes"))["id"] for _ in range(3)]
    assert list(telegram.presses) == ids[1:]
    assert (await person.request("GET", f"presses/{ids[0]}"))[0] == 404
