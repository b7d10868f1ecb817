"""Sending, editing and deleting, with aiogram's own client."""

from typing import Any

import aiohttp
import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramEntityTooLarge, TelegramForbiddenError
from aiogram.types import (
    BufferedInputFile,
    CopyTextButton,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    MessageEntity,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
)

from bot.sandbox import SANDBOX_TOKEN, LocalTelegram
from tests.bot.sandbox.playing import Clock, Phone, png, upload

YES = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Иә", callback_data="yes")]])
NO = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Жоқ", callback_data="no")]])


def one_button(**fields: Any) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(**{"text": "Түйме", **fields})]])


def marks(entities: list[MessageEntity] | None) -> list[tuple[str, int, int]]:
    return [(entity.type, entity.offset, entity.length) for entity in entities or []]


async def test_a_text_reaches_the_person_as_it_was_formatted(bot: Bot, person: Phone) -> None:
    sent = await bot.send_message(person.id, "Айына <b>70\u00a0060\u00a0₸</b>\nСұрақ", parse_mode="HTML")
    *_, seen = await person.sees()
    assert seen["message_id"] == sent.message_id
    assert seen["text"] == "Айына 70\u00a0060\u00a0₸\nСұрақ"
    assert seen["entities"] == [{"type": "bold", "offset": 6, "length": 8}]


@pytest.mark.parametrize("text", ["", "   \n ", "<b></b>", "<i> </i>"])
async def test_an_empty_text_is_refused(bot: Bot, person: Phone, text: str) -> None:
    with pytest.raises(TelegramBadRequest, match="Bad Request: message text is empty"):
        await bot.send_message(person.id, text, parse_mode="HTML")


async def test_blank_space_around_a_text_is_cut_off(bot: Bot, person: Phone) -> None:
    sent = await bot.send_message(person.id, "\n <b> Сәлем </b> \n", parse_mode="HTML")
    assert sent.text == "Сәлем"
    assert marks(sent.entities) == [("bold", 0, 5)]


async def test_messages_are_dated_by_the_programs_clock(
    bot: Bot, person: Phone, telegram: LocalTelegram, clock: Clock
) -> None:
    """A clock that was set ahead dates both sides' messages, their editing, and what an unknown sender wrote."""
    tomorrow = int(clock.now) + 24 * 3600
    telegram.dates = lambda: tomorrow
    sent = await bot.send_message(person.id, "Ескерту")
    written = await person.says("150")
    edited = await person.does("PATCH", f"messages/{written['message_id']}", {"text": "150 мың"})
    forward = await person.sends(forward={"text": "Карта нөміріңізді жіберіңіз"})
    dates = [int(sent.date.timestamp()), written["date"], edited["edit_date"], forward["forward_origin"]["date"]]
    assert dates == [tomorrow] * 4


async def test_4096_units_pass_and_4097_do_not(bot: Bot, person: Phone) -> None:
    """Tags do not count, entities count as the character they stand for."""
    await bot.send_message(person.id, f"<b>{'а' * 4095}</b>&lt;", parse_mode="HTML")
    with pytest.raises(TelegramBadRequest, match="Bad Request: message is too long"):
        await bot.send_message(person.id, f"<b>{'а' * 4096}</b>&lt;", parse_mode="HTML")


async def test_an_emoji_counts_as_two_units(bot: Bot, person: Phone) -> None:
    await bot.send_message(person.id, "📅" * 2048)
    with pytest.raises(TelegramBadRequest, match="message is too long"):
        await bot.send_message(person.id, "📅" * 2048 + "!")


async def test_entities_may_be_given_instead_of_html(bot: Bot, person: Phone) -> None:
    bold = MessageEntity(type="bold", offset=0, length=3)
    sent = await bot.send_message(person.id, "<b>", entities=[bold])
    assert (sent.text, marks(sent.entities)) == ("<b>", [("bold", 0, 3)])


async def test_links_and_commands_are_marked_by_themselves(bot: Bot, person: Phone) -> None:
    sent = await bot.send_message(person.id, "📅 https://egov.kz/a?b=1, /help және 3/4")
    kinds = [(mark.type, mark.extract_from(sent.text or "")) for mark in sent.entities or []]
    assert kinds == [("url", "https://egov.kz/a?b=1"), ("bot_command", "/help")]


@pytest.mark.parametrize("mode", ["MarkdownV2", "Markdown", "BBCode"])
async def test_other_formats_than_html_are_refused(bot: Bot, person: Phone, mode: str) -> None:
    with pytest.raises(TelegramBadRequest, match="unsupported parse_mode"):
        await bot.send_message(person.id, "*a*", parse_mode=mode)


async def test_an_unknown_chat_is_not_found(bot: Bot, person: Phone) -> None:
    del person
    for chat in (999, "@nobody"):
        with pytest.raises(TelegramBadRequest, match="Bad Request: chat not found"):
            await bot.send_message(chat, "Сәлем")


async def test_the_bot_cannot_write_first(bot: Bot, stranger: Phone) -> None:
    with pytest.raises(TelegramForbiddenError, match="bot can't initiate conversation with a user"):
        await bot.send_message(stranger.id, "Сәлем")
    await stranger.says("/start")
    await bot.send_message(stranger.id, "Сәлем")


@pytest.mark.parametrize("is_blocked", [False, True])
async def test_a_deleted_account_cannot_be_written_to(bot: Bot, person: Phone, *, is_blocked: bool) -> None:
    """Whatever its owner thought of the bot."""
    shown = await bot.send_message(person.id, "Сәлем")
    if is_blocked:
        await person.does("PUT", "block")
    await person.does("DELETE", "account")
    for attempt in (bot.send_message(person.id, "Сәлем"), shown.as_(bot).edit_text("Басқа")):
        with pytest.raises(TelegramForbiddenError, match="Forbidden: user is deactivated"):
            await attempt


async def test_a_blocked_bot_cannot_write(bot: Bot, person: Phone) -> None:
    shown = await bot.send_message(person.id, "Сәлем")
    await person.does("PUT", "block")
    with pytest.raises(TelegramForbiddenError, match="Forbidden: bot was blocked by the user"):
        await bot.send_message(person.id, "Сәлем")
    with pytest.raises(TelegramForbiddenError, match="Forbidden: bot was blocked by the user"):
        await shown.as_(bot).edit_text("Басқа")
    await person.does("DELETE", "block")
    await bot.send_message(person.id, "Сәлем")


@pytest.mark.parametrize("data", ["x" * 64, "ә" * 32, "?"])
async def test_callback_data_of_1_to_64_bytes_passes(bot: Bot, person: Phone, data: str) -> None:
    await bot.send_message(person.id, "?", reply_markup=one_button(callback_data=data))


@pytest.mark.parametrize("data", ["x" * 65, "ә" * 33, ""])
async def test_other_callback_data_is_refused(bot: Bot, person: Phone, data: str) -> None:
    with pytest.raises(TelegramBadRequest, match="Bad Request: BUTTON_DATA_INVALID"):
        await bot.send_message(person.id, "?", reply_markup=one_button(callback_data=data))


async def test_an_inline_button_does_exactly_one_thing(bot: Bot, person: Phone) -> None:
    for button in (one_button(), one_button(callback_data="a", url="https://egov.kz")):
        with pytest.raises(TelegramBadRequest, match="Text buttons are unallowed in the inline keyboard"):
            await bot.send_message(person.id, "?", reply_markup=button)
    with pytest.raises(TelegramBadRequest, match="Button text must be non-empty"):
        await bot.send_message(person.id, "?", reply_markup=one_button(text="", callback_data="a"))


async def test_buttons_with_links_need_real_links(bot: Bot, person: Phone) -> None:
    await bot.send_message(person.id, "?", reply_markup=one_button(url="https://egov.kz/cms/kk"))
    await bot.send_message(person.id, "?", reply_markup=one_button(url="tg://user?id=1001"))
    copying = InlineKeyboardButton(text="Көшіру", copy_text=CopyTextButton(text="123"))
    await bot.send_message(person.id, "?", reply_markup=InlineKeyboardMarkup(inline_keyboard=[[copying]]))
    for url in ("javascript:alert(1)", "http://localhost/x", "http://[x"):
        with pytest.raises(TelegramBadRequest, match="is invalid: Wrong HTTP URL"):
            await bot.send_message(person.id, "?", reply_markup=one_button(url=url))


async def test_a_button_has_a_colour_that_telegram_knows(bot: Bot, person: Phone) -> None:
    for style in ("danger", "success", "primary"):
        sent = await bot.send_message(person.id, "?", reply_markup=one_button(callback_data="a", style=style))
        assert sent.reply_markup is not None
        assert sent.reply_markup.inline_keyboard[0][0].style == style
    with pytest.raises(TelegramBadRequest, match="Button style is unknown"):
        await bot.send_message(person.id, "?", reply_markup=one_button(callback_data="a", style="purple"))


async def test_what_a_button_copies_has_1_to_256_characters(bot: Bot, person: Phone) -> None:
    await bot.send_message(person.id, "?", reply_markup=one_button(copy_text=CopyTextButton(text="x" * 256)))
    for text in ("", "x" * 257):
        with pytest.raises(TelegramBadRequest, match="Text to copy must have 1 to 256 characters"):
            await bot.send_message(person.id, "?", reply_markup=one_button(copy_text=CopyTextButton(text=text)))


async def test_a_keyboard_has_at_most_100_buttons_8_in_a_row(bot: Bot, person: Phone) -> None:
    button = InlineKeyboardButton(text="1", callback_data="1")
    for rows in ([[button]] * 101, [[button] * 9]):
        with pytest.raises(TelegramBadRequest, match="reply markup is too long"):
            await bot.send_message(person.id, "?", reply_markup=InlineKeyboardMarkup(inline_keyboard=rows))


async def test_an_inline_keyboard_without_buttons_is_none(bot: Bot, person: Phone) -> None:
    sent = await bot.send_message(person.id, "?", reply_markup=InlineKeyboardMarkup(inline_keyboard=[[]]))
    assert sent.reply_markup is None


async def test_a_reply_keyboard_is_seen_by_the_person_only(bot: Bot, person: Phone) -> None:
    """The Bot API tells bots of inline keyboards alone."""
    keyboard = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="Қазақша")]])
    sent = await bot.send_message(person.id, "Тіл?", reply_markup=keyboard)
    assert sent.reply_markup is None
    assert (await person.keyboard())["keyboard"] == [[{"text": "Қазақша"}]]
    await bot.send_message(person.id, "Жақсы", reply_markup=ReplyKeyboardRemove())
    assert await person.keyboard() is None


async def test_a_one_time_keyboard_leaves_when_it_was_used(bot: Bot, person: Phone) -> None:
    keyboard = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="Қазақша")]], one_time_keyboard=True)
    await bot.send_message(person.id, "Тіл?", reply_markup=keyboard)
    await person.says("басқа сөз")
    assert await person.keyboard() is not None
    await person.says("Қазақша")
    assert await person.keyboard() is None


async def test_a_button_of_a_reply_keyboard_needs_a_text(bot: Bot, person: Phone) -> None:
    keyboard = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="")]])
    with pytest.raises(TelegramBadRequest, match="Button text must be non-empty"):
        await bot.send_message(person.id, "Тіл?", reply_markup=keyboard)


async def test_an_edit_changes_text_and_keyboard_in_place(bot: Bot, person: Phone, clock: Clock) -> None:
    sent = await bot.send_message(person.id, "<b>Бір</b>", parse_mode="HTML", reply_markup=YES)
    clock.advance(5)
    await bot.edit_message_text("Екі", chat_id=person.id, message_id=sent.message_id, reply_markup=NO)
    *_, seen = await person.sees()
    assert (seen["message_id"], seen["text"], seen["edit_date"]) == (sent.message_id, "Екі", clock.now)
    assert "entities" not in seen
    assert seen["reply_markup"]["inline_keyboard"][0][0]["callback_data"] == "no"


async def test_an_edit_without_a_keyboard_takes_it_away(bot: Bot, person: Phone) -> None:
    sent = await bot.send_message(person.id, "Бір", reply_markup=YES)
    edited = await bot.edit_message_text("Екі", chat_id=person.id, message_id=sent.message_id)
    assert not isinstance(edited, bool)
    assert edited.reply_markup is None


@pytest.mark.parametrize("text", ["Бір", " Бір\n", "<b>Бір</b>"])
async def test_an_edit_that_changes_nothing_is_refused(bot: Bot, person: Phone, text: str) -> None:
    sent = await bot.send_message(person.id, text.strip(), parse_mode="HTML", reply_markup=YES)
    place: Any = {"chat_id": person.id, "message_id": sent.message_id}
    with pytest.raises(TelegramBadRequest, match="message is not modified: specified new message content"):
        await bot.edit_message_text(text, parse_mode="HTML", reply_markup=YES, **place)
    with pytest.raises(TelegramBadRequest, match="message is not modified"):
        await bot.edit_message_reply_markup(reply_markup=YES, **place)
    await bot.edit_message_reply_markup(reply_markup=NO, **place)
    await bot.edit_message_reply_markup(**place)
    with pytest.raises(TelegramBadRequest, match="message is not modified"):
        await bot.edit_message_reply_markup(**place)


async def test_only_own_messages_that_are_there_can_be_edited(bot: Bot, person: Phone) -> None:
    written = await person.says("менің сөзім")
    with pytest.raises(TelegramBadRequest, match="Bad Request: message can't be edited"):
        await bot.edit_message_text("x", chat_id=person.id, message_id=written["message_id"])
    with pytest.raises(TelegramBadRequest, match="Bad Request: message to edit not found"):
        await bot.edit_message_text("x", chat_id=person.id, message_id=9999)
    with pytest.raises(TelegramBadRequest, match="message identifier is not specified"):
        await bot.edit_message_text("x", inline_message_id="1")


async def test_a_message_with_a_reply_keyboard_cannot_be_edited(bot: Bot, person: Phone) -> None:
    sent = await bot.send_message(person.id, "Тіл?", reply_markup=ForceReply())
    with pytest.raises(TelegramBadRequest, match="message can't be edited"):
        await bot.edit_message_text("x", chat_id=person.id, message_id=sent.message_id)


async def test_a_picture_has_no_text_to_edit(bot: Bot, person: Phone) -> None:
    sent = await bot.send_photo(person.id, BufferedInputFile(png(), "a.png"))
    with pytest.raises(TelegramBadRequest, match="there is no text in the message to edit"):
        await bot.edit_message_text("x", chat_id=person.id, message_id=sent.message_id)


async def test_a_message_can_be_deleted_for_48_hours(bot: Bot, person: Phone, clock: Clock) -> None:
    written = await person.says("бір")
    sent = await bot.send_message(person.id, "екі")
    assert await bot.delete_message(person.id, written["message_id"])
    assert [message["text"] for message in await person.sees()] == ["/start", "екі"]
    with pytest.raises(TelegramBadRequest, match="message to delete not found"):
        await bot.delete_message(person.id, written["message_id"])
    clock.advance(48 * 3600 + 1)
    with pytest.raises(TelegramBadRequest, match="message can't be deleted for everyone"):
        await bot.delete_message(person.id, sent.message_id)


async def test_messages_are_deleted_together_or_not_at_all(bot: Bot, person: Phone, clock: Clock) -> None:
    """What is not in the chat is passed over; one that is too old lets the whole call be refused."""
    written, old = await person.says("бір"), await bot.send_message(person.id, "екі")
    assert await bot.delete_messages(person.id, [written["message_id"], 999_999, written["message_id"]])
    assert [message["text"] for message in await person.sees()] == ["/start", "екі"]
    clock.advance(48 * 3600 + 1)
    new = await bot.send_message(person.id, "үш")
    with pytest.raises(TelegramBadRequest, match="message can't be deleted for everyone"):
        await bot.delete_messages(person.id, [new.message_id, old.message_id])
    assert [message["text"] for message in await person.sees()] == ["/start", "екі", "үш"]
    assert await bot.delete_messages(person.id, [new.message_id])
    for none, match in (([], "not specified"), (list(range(1, 102)), "too many")):
        with pytest.raises(TelegramBadRequest, match=match):
            await bot.delete_messages(person.id, none)


async def test_the_messages_of_another_chat_are_not_deleted_with_those_of_this_one(
    bot: Bot, person: Phone, web: aiohttp.ClientSession, base: str
) -> None:
    """The ids of all chats are one series."""
    other = Phone(web, base, 1002)
    await other.request("POST", "people", {"first_name": "Ерлан", "id": other.id})
    theirs = await other.says("менікі")
    assert await bot.delete_messages(person.id, [theirs["message_id"]])
    assert [message["text"] for message in await other.sees()][-1] == "менікі"


async def test_a_reply_quotes_a_message_that_is_there(bot: Bot, person: Phone) -> None:
    written = await person.says("сұрақ")
    reply = ReplyParameters(message_id=written["message_id"])
    sent = await bot.send_message(person.id, "жауап", reply_parameters=reply)
    assert sent.reply_to_message is not None
    assert sent.reply_to_message.text == "сұрақ"
    nothing = ReplyParameters(message_id=9999)
    with pytest.raises(TelegramBadRequest, match="message to be replied not found"):
        await bot.send_message(person.id, "жауап", reply_parameters=nothing)
    lenient = nothing.model_copy(update={"allow_sending_without_reply": True})
    assert (await bot.send_message(person.id, "жауап", reply_parameters=lenient)).reply_to_message is None


async def test_a_document_travels_both_ways(bot: Bot, person: Phone) -> None:
    paper = BufferedInputFile(b"BEGIN:VCALENDAR", "келу күні.ics")
    sent = await bot.send_document(person.id, paper, caption="<b>Күнтізбе</b>", parse_mode="HTML")
    assert sent.document is not None
    assert (sent.document.file_name, sent.document.file_size) == ("келу күні.ics", 15)
    assert (sent.caption, marks(sent.caption_entities)) == ("Күнтізбе", [("bold", 0, 8)])
    again = await bot.send_document(person.id, sent.document.file_id)
    assert again.document is not None
    assert again.document.file_id == sent.document.file_id
    written = await person.sends(document=upload("қағаз".encode()), caption="міне")
    content = await bot.download(written["document"]["file_id"])
    assert content is not None
    assert content.read().decode() == "қағаз"


async def test_a_picture_tells_its_size(bot: Bot, person: Phone) -> None:
    sent = await bot.send_photo(person.id, BufferedInputFile(png(4, 7), "a.png"))
    assert sent.photo is not None
    assert [(size.width, size.height) for size in sent.photo] == [(4, 7)]


@pytest.mark.parametrize(
    ("content", "size"),
    [
        (b"GIF89a\x05\x00\x06\x00", (5, 6)),
        (b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x0b\x08\x00\x09\x00\x08\x03", (8, 9)),
    ],
)
async def test_gif_and_jpeg_are_pictures_too(bot: Bot, person: Phone, content: bytes, size: tuple[int, int]) -> None:
    sent = await bot.send_photo(person.id, BufferedInputFile(content, "a"))
    assert sent.photo is not None
    assert (sent.photo[0].width, sent.photo[0].height) == size


@pytest.mark.parametrize("content", [b"%PDF", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0\x00\x02", b"GIF89a"])
async def test_what_is_no_picture_is_refused_as_one(bot: Bot, person: Phone, content: bytes) -> None:
    with pytest.raises(TelegramBadRequest, match="IMAGE_PROCESS_FAILED"):
        await bot.send_photo(person.id, BufferedInputFile(content, "a.png"))


async def test_files_have_bounds(bot: Bot, person: Phone, telegram: LocalTelegram) -> None:
    with pytest.raises(TelegramBadRequest, match="file must be non-empty"):
        await bot.send_document(person.id, BufferedInputFile(b"", "a.txt"))
    with pytest.raises(TelegramBadRequest, match="wrong file identifier/HTTP URL specified"):
        await bot.send_document(person.id, "https://egov.kz/a.pdf")
    with pytest.raises(TelegramEntityTooLarge):
        await bot.send_photo(person.id, BufferedInputFile(bytes(telegram.limits.photo_bytes + 1), "a.png"))
    heavy = telegram.files.keep("documents", "a.bin", "x/y", bytes(telegram.limits.download_bytes + 1))
    with pytest.raises(TelegramBadRequest, match="file is too big"):
        await bot.get_file(heavy.file_id)
    with pytest.raises(TelegramBadRequest, match="invalid file_id"):
        await bot.get_file("nothing")


async def test_a_caption_has_at_most_1024_units(bot: Bot, person: Phone) -> None:
    paper = BufferedInputFile(b"x", "a.txt")
    await bot.send_document(person.id, paper, caption=f"<b>{'а' * 1024}</b>", parse_mode="HTML")
    with pytest.raises(TelegramBadRequest, match="message caption is too long"):
        await bot.send_document(person.id, paper, caption="а" * 1025)


async def test_a_download_needs_the_token_and_the_path(
    base: str, bot: Bot, person: Phone, web: aiohttp.ClientSession
) -> None:
    written = await person.sends(document=upload(b"x"))
    file = await bot.get_file(written["document"]["file_id"])
    for path, status in [
        (f"/file/bot{SANDBOX_TOKEN}/{file.file_path}", 200),
        (f"/file/bot{SANDBOX_TOKEN}/documents/other", 404),
        (f"/file/bot1:other/{file.file_path}", 401),
    ]:
        async with web.get(base + path) as answer:
            assert answer.status == status


async def test_protected_content_says_so(bot: Bot, person: Phone) -> None:
    sent = await bot.send_message(person.id, "құпия", protect_content=True)
    assert sent.has_protected_content
