"""The person's side: everything that a phone can do to a bot."""

import aiohttp
import pytest
from aiogram import Bot
from aiogram.enums import ChatMemberStatus
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import MessageOriginHiddenUser, MessageOriginUser

from bot.sandbox import LocalTelegram
from tests.bot.sandbox.playing import Clock, Phone, png, upload


async def test_people_arrive_with_free_ids_and_choose_a_language(stranger: Phone) -> None:
    status, second = await stranger.request("POST", "people", {"first_name": "Сергей", "language_code": "ru"})
    assert (status, second["id"], second["language_code"]) == (201, 1002, "ru")
    await stranger.does("PATCH", "", {"language_code": "ru"})
    _, everybody = await stranger.request("GET", "people")
    assert [(one["id"], one["language_code"]) for one in everybody] == [(1001, "ru"), (1002, "ru")]
    assert (await stranger.does("GET", ""))["started"] is False


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"first_name": "Екінші", "id": 1001}, 409),
        ({"first_name": "Бот", "id": 1000000}, 409),
        ({"first_name": "  "}, 422),
        ({"first_name": "А", "language_code": "Kazakh"}, 422),
        ({"first_name": "А", "age": 5}, 422),
        ({}, 422),
    ],
)
async def test_a_person_who_cannot_be_is_refused(stranger: Phone, body: object, status: int) -> None:
    assert (await stranger.request("POST", "people", body))[0] == status


async def test_a_body_must_say_that_it_is_json(base: str, web: aiohttp.ClientSession) -> None:
    """So a web page of a stranger cannot write here through the person's browser."""
    async with web.post(f"{base}/people", data='{"first_name": "А"}') as answer:
        assert answer.status == 415


async def test_another_host_name_is_refused(base: str, web: aiohttp.ClientSession) -> None:
    async with web.get(f"{base}/people", headers={"Host": "stranger.example"}) as answer:
        assert answer.status == 400


async def test_a_message_tells_the_bot_who_wrote(bot: Bot, person: Phone) -> None:
    await person.says("  /language kk  ")
    [update] = await bot.get_updates()
    assert update.message is not None
    assert update.message.text == "/language kk"
    assert update.message.from_user is not None
    assert update.message.from_user.first_name == "Айгүл"
    assert update.message.from_user.language_code == "kk"
    assert [entity.type for entity in update.message.entities or []] == ["bot_command"]


async def test_a_phone_sends_1_to_4096_characters(person: Phone) -> None:
    await person.says("а" * 4096)
    for text in ("", "  ", "а" * 4097):
        status, _ = await person.request("POST", f"people/{person.id}/messages", {"text": text})
        assert status == 422


@pytest.mark.parametrize("body", [{}, {"text": "a", "sticker": {}}, {"caption": "a"}, {"photo": {"content": "?"}}])
async def test_a_message_is_exactly_one_thing(person: Phone, body: object) -> None:
    assert (await person.request("POST", f"people/{person.id}/messages", body))[0] == 422


async def test_media_of_every_kind_reach_the_bot(bot: Bot, person: Phone) -> None:
    await person.sends(photo=upload(png(), "a.png"), caption="сурет")
    await person.sends(document=upload(b"x", "анықтама.pdf"))
    await person.sends(voice={"seconds": 7})
    await person.sends(sticker={"emoji": "🐎"})
    photo, document, voice, sticker = [update.message for update in await bot.get_updates()]
    assert photo
    assert photo.photo
    assert (photo.photo[0].width, photo.caption) == (2, "сурет")
    assert document
    assert document.document
    assert document.document.mime_type == "application/pdf"
    assert voice
    assert voice.voice
    assert voice.voice.duration == 7
    assert sticker
    assert sticker.sticker
    assert sticker.sticker.emoji == "🐎"


async def test_a_picture_that_is_none_is_refused(person: Phone) -> None:
    body = {"photo": upload(b"text", "a.png")}
    assert (await person.request("POST", f"people/{person.id}/messages", body))[0] == 422


async def test_messages_are_forwarded_with_their_origin(bot: Bot, person: Phone) -> None:
    own = await bot.send_message(person.id, "<b>Хабар</b>", parse_mode="HTML")
    await person.sends(forward={"message_id": own.message_id})
    await person.sends(forward={"sender": "Алаяқ", "text": "Карта нөміріңізді жіберіңіз"})
    first, second = [update.message for update in await bot.get_updates()]
    assert first
    assert isinstance(first.forward_origin, MessageOriginUser)
    assert (first.text, first.forward_origin.sender_user.id) == ("Хабар", bot.id)
    assert second
    assert isinstance(second.forward_origin, MessageOriginHiddenUser)
    assert second.forward_origin.sender_user_name == "Алаяқ"


async def test_a_protected_message_is_forwarded_by_nobody(bot: Bot, person: Phone) -> None:
    own = await bot.send_message(person.id, "Хабар", protect_content=True)
    assert own.has_protected_content
    body = {"forward": {"message_id": own.message_id}}
    assert (await person.request("POST", f"people/{person.id}/messages", body))[0] == 409
    assert await bot.get_updates() == []


async def test_an_own_text_can_be_edited(bot: Bot, person: Phone, clock: Clock) -> None:
    written = await person.says("150")
    clock.advance(3)
    await person.does("PATCH", f"messages/{written['message_id']}", {"text": "150 мың"})
    _, update = await bot.get_updates()
    assert update.edited_message is not None
    assert update.edited_message.text == "150 мың"
    assert update.edited_message.edit_date == int(clock.now)


async def test_only_own_texts_can_be_edited(bot: Bot, person: Phone) -> None:
    sent = await bot.send_message(person.id, "Сұрақ")
    sticker = await person.sends(sticker={})
    forward = await person.sends(forward={"message_id": sent.message_id})
    others = [sent.message_id, sticker["message_id"], forward["message_id"]]
    for number, status in [*((number, 409) for number in others), (999, 404)]:
        path = f"people/{person.id}/messages/{number}"
        assert (await person.request("PATCH", path, {"text": "x"}))[0] == status


async def test_a_person_deletes_any_message_of_the_chat_and_no_update_tells_of_it(bot: Bot, person: Phone) -> None:
    sent = await bot.send_message(person.id, "Сұрақ")
    written = await person.says("150")
    [_] = await bot.get_updates()
    for number in (sent.message_id, written["message_id"]):
        await person.does("DELETE", f"messages/{number}")
        assert (await person.request("DELETE", f"people/{person.id}/messages/{number}"))[0] == 404
    assert [message["text"] for message in await person.sees()] == ["/start"]
    assert len(await bot.get_updates()) == 1
    with pytest.raises(TelegramBadRequest, match="message to edit not found"):
        await bot.edit_message_text("Басқа сұрақ", chat_id=person.id, message_id=sent.message_id)


async def test_in_a_group_a_person_deletes_only_what_is_the_persons_own(bot: Bot, person: Phone) -> None:
    _, group = await person.request("POST", "groups", {"title": "Отбасы", "members": [person.id]})
    sent = await bot.send_message(group["id"], "Жеке жазыңыз")
    written = await person.says("сәлем", chat_id=group["id"])
    for number, status in [(sent.message_id, 409), (written["message_id"], 200)]:
        path = f"people/{person.id}/messages/{number}?chat_id={group['id']}"
        assert (await person.request("DELETE", path))[0] == status


async def test_an_album_is_a_message_for_each_photo_with_one_group_and_one_caption(bot: Bot, person: Phone) -> None:
    photos = [upload(png(), name) for name in ("a.png", "b.png")]
    for _ in range(2):
        await person.does("POST", "albums", {"kind": "photo", "files": photos, "caption": "анықтама"})
    messages = [update.message for update in await bot.get_updates()]
    assert [message and message.caption for message in messages] == ["анықтама", None] * 2
    first, second, *other = [message and message.media_group_id for message in messages]
    assert first == second
    assert other[0] == other[1] != first


async def test_an_album_that_cannot_be_sent_whole_is_not_sent_at_all(bot: Bot, person: Phone) -> None:
    photo, text = upload(png(), "a.png"), upload(b"text", "b.png")
    for body in (
        {"kind": "photo", "files": [photo, text]},
        {"kind": "photo", "files": [photo]},
        {"files": [photo] * 2},
    ):
        assert (await person.request("POST", f"people/{person.id}/albums", body))[0] == 422
    assert await bot.get_updates() == []


async def test_a_contact_names_its_account_when_it_is_the_senders_own(bot: Bot, person: Phone) -> None:
    await person.sends(contact={})
    await person.sends(contact={"first_name": "Нотариус", "phone_number": "+77010000001"})
    own, other = [update.message and update.message.contact for update in await bot.get_updates()]
    assert own
    assert (own.first_name, own.user_id, own.phone_number) == ("Айгүл", person.id, "+77000000000")
    assert other
    assert (other.first_name, other.user_id, other.phone_number) == ("Нотариус", None, "+77010000001")


async def test_blocking_is_told_and_stops_writing_until_unblocked(bot: Bot, person: Phone) -> None:
    await person.does("PUT", "block")
    await person.does("PUT", "block")
    path = f"people/{person.id}/messages"
    assert (await person.request("POST", path, {"text": "сәлем"}))[0] == 409
    await person.does("DELETE", "block")
    await person.says("сәлем")
    blocked, unblocked, _ = await bot.get_updates()
    assert blocked.my_chat_member
    assert unblocked.my_chat_member
    assert blocked.my_chat_member.new_chat_member.status == ChatMemberStatus.KICKED
    assert unblocked.my_chat_member.new_chat_member.status == ChatMemberStatus.MEMBER


async def test_a_deleted_account_writes_nothing_until_there_is_one_again(bot: Bot, person: Phone) -> None:
    """No update tells a bot of it: it learns it from the next call."""
    for _ in range(2):
        assert (await person.does("DELETE", "account"))["deactivated"] is True
    path = f"people/{person.id}/messages"
    assert (await person.request("POST", path, {"text": "сәлем"}))[0] == 409
    assert (await person.does("PUT", "account"))["deactivated"] is False
    await person.says("сәлем")
    [update] = await bot.get_updates()
    assert update.message


async def test_a_group_tells_the_bot_only_what_is_meant_for_it(bot: Bot, person: Phone) -> None:
    """Privacy mode: commands, the bot's name, answers to the bot."""
    name = (await bot.me()).username
    _, group = await person.request("POST", "groups", {"title": "Отбасы", "members": [person.id]})
    joined, created = await bot.get_updates()
    assert joined.my_chat_member
    assert joined.my_chat_member.chat.id == group["id"] < 0
    assert created.message
    assert created.message.group_chat_created
    asked = await bot.send_message(group["id"], "Жеке жазыңыз")
    await person.says("жай сөз", chat_id=group["id"])
    await person.says("/start@another_bot", chat_id=group["id"])
    heard = ["/start", f"/start@{name}", f"@{name} сәлем"]
    for text in heard:
        await person.says(text, chat_id=group["id"])
    await person.says("жақсы", chat_id=group["id"], reply_to=asked.message_id)
    updates = await bot.get_updates(offset=created.update_id + 1)
    assert [update.message and update.message.text for update in updates] == [*heard, "жақсы"]


async def test_a_group_needs_people_who_exist(person: Phone) -> None:
    assert (await person.request("POST", "groups", {"title": "О", "members": [1, 2]}))[0] == 404
    assert (await person.request("POST", "groups", {"title": "О", "members": []}))[0] == 422


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "people/5", 404),
        ("GET", "chats/5/messages", 404),
        ("GET", "chats/five/messages", 422),
        ("GET", "presses/5", 404),
        ("GET", "files/five", 404),
    ],
)
async def test_what_is_not_there_is_not_found(person: Phone, method: str, path: str, status: int) -> None:
    answered, body = await person.request(method, path)
    assert (answered, list(body)) == (status, ["error"])


async def test_a_stranger_cannot_write_into_a_group(person: Phone) -> None:
    _, other = await person.request("POST", "people", {"first_name": "Бөтен"})
    _, group = await person.request("POST", "groups", {"title": "Отбасы", "members": [person.id]})
    body = {"text": "сәлем", "chat_id": group["id"]}
    assert (await person.request("POST", f"people/{other['id']}/messages", body))[0] == 404


async def test_messages_can_be_read_from_a_place_on(bot: Bot, person: Phone) -> None:
    sent = [await bot.send_message(person.id, str(number)) for number in range(3)]
    _, chat = await person.request("GET", f"chats/{person.id}/messages?after={sent[0].message_id}")
    assert [message["text"] for message in chat["messages"]] == ["1", "2"]


async def test_a_file_is_saved_and_never_run(
    bot: Bot, person: Phone, telegram: LocalTelegram, web: aiohttp.ClientSession, base: str
) -> None:
    del bot
    page = await person.sends(document=upload(b"<script>alert(1)</script>", "бет.html"))
    picture = await person.sends(photo=upload(png(), "a.png"))
    async with web.get(f"{base}/files/{page['document']['file_id']}") as answer:
        assert answer.headers["Content-Disposition"].startswith("attachment; filename*=UTF-8''%D0%B1")
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
    async with web.get(f"{base}/files/{picture['photo'][0]['file_id']}") as answer:
        assert "Content-Disposition" not in answer.headers
        assert await answer.read() == png()
    assert telegram.files.by_id("nothing") is None
