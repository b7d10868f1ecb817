"""What a person does on the phone."""

from http import HTTPStatus
from mimetypes import guess_type
from typing import Literal

from bot.sandbox.chats import Chat, Json, Message, Person, Press
from bot.sandbox.errors import PersonError
from bot.sandbox.files import StoredFile, image_size
from bot.sandbox.html_text import utf16_length
from bot.sandbox.keyboards import has_callback
from bot.sandbox.message_text import detected
from bot.sandbox.person_requests import (
    ChangedPerson,
    Contact,
    EditedText,
    Forward,
    NewAlbum,
    NewGroup,
    NewMessage,
    NewPerson,
    NewPress,
    Upload,
)
from bot.sandbox.telegram import BOT, BOT_ID, LocalTelegram, as_bot_sees

FIRST_PERSON_ID = 1001
Membership = Literal["member", "kicked", "left"]


def arrive(telegram: LocalTelegram, new: NewPerson) -> Person:
    """A new person, who has not started the bot yet; the id is the next free one when none is given."""
    person_id = new.id or max([FIRST_PERSON_ID - 1, *telegram.persons]) + 1
    if person_id in telegram.persons or person_id == BOT_ID:
        raise PersonError(HTTPStatus.CONFLICT, f"there is a person {person_id} already")
    person = Person(**new.model_dump(exclude={"id"}), id=person_id)
    telegram.keep_person(person)
    return person


def change(telegram: LocalTelegram, person: Person, changed: ChangedPerson) -> Person:
    """Another name or another language of the phone."""
    for name, value in changed.model_dump(exclude_none=True).items():
        setattr(person, name, value)
    telegram.keep_person(person)
    return person


def found(telegram: LocalTelegram, person_id: int) -> Person:
    """The person with this id; 404 when nobody has it."""
    person = telegram.persons.get(person_id)
    if person is None:
        raise PersonError(HTTPStatus.NOT_FOUND, f"there is no person {person_id}")
    return person


def write(telegram: LocalTelegram, person: Person, new: NewMessage) -> Message:
    """Send something to the bot, or to a group."""
    chat = _chat(telegram, person, new.chat_id)
    content = _content(telegram, chat, person, new)
    if new.reply_to is not None:
        content["reply_to_message"] = as_bot_sees(_message(chat, new.reply_to))
    _start(telegram, person, chat)
    _put_away_keyboard(telegram, chat, content)
    message = telegram.post(chat, person.as_user(), content)
    if _bot_sees(chat, message):
        telegram.updates.push("message", message)
    return message


def write_album(telegram: LocalTelegram, person: Person, album: NewAlbum) -> list[Message]:
    """Send photos or files together: the bot can say nothing between them."""
    messages = album.messages(str(telegram.count("album")))
    if album.kind == "photo":
        for file in album.files:
            image_size(file.content)  # one that is no picture is refused before any is sent
    return [write(telegram, person, message) for message in messages]


def edit(telegram: LocalTelegram, person: Person, message_id: int, edited: EditedText) -> Message:
    """Change the text of an own message."""
    chat = _chat(telegram, person, edited.chat_id)
    message = _message(chat, message_id)
    if message["from"]["id"] != person.id or "text" not in message or "forward_origin" in message:
        raise PersonError(HTTPStatus.CONFLICT, f"message {message_id} is not a text of person {person.id}")
    message = telegram.rewrite(chat, message_id, {"entities": None, **_text(telegram, edited.text)})
    if _bot_sees(chat, message):
        telegram.updates.push("edited_message", message)
    return message


def delete(telegram: LocalTelegram, person: Person, message_id: int, chat_id: int | None = None) -> None:
    """Take a message away for both sides: in the chat with the bot anybody's, in a group an own one.

    No update tells a bot of it: it learns it when it wants to edit what is gone.
    """
    chat = _chat(telegram, person, chat_id)
    message = _message(chat, message_id)
    if chat.type == "group" and message["from"]["id"] != person.id:
        raise PersonError(HTTPStatus.CONFLICT, f"message {message_id} is not of person {person.id}")
    telegram.remove(chat, message_id)


def press(telegram: LocalTelegram, person: Person, new: NewPress) -> Press:
    """Press an inline button."""
    chat = _chat(telegram, person, new.chat_id)
    message = chat.messages.get(new.message_id)
    if not new.force and not has_callback((message or {}).get("reply_markup"), new.data):
        raise PersonError(HTTPStatus.CONFLICT, f"message {new.message_id} has no button {new.data!r}")
    press_id = str(telegram.count("press"))
    pressed = Press(press_id, person.id, chat.id, new.message_id, new.data, pressed_at=telegram.clock())
    telegram.keep_press(pressed)
    inaccessible = {"chat": telegram.described(chat), "message_id": new.message_id, "date": 0}
    query = {"id": press_id, "from": person.as_user(), "chat_instance": str(chat.id), "data": new.data}
    telegram.updates.push("callback_query", query | {"message": as_bot_sees(message or inaccessible)})
    return pressed


def block(telegram: LocalTelegram, person: Person, *, blocked: bool) -> Person:
    """Block the bot, or let it write again."""
    if person.blocked != blocked:
        person.blocked = blocked
        telegram.keep_person(person)
        before: Membership = "member" if blocked else "kicked"
        after: Membership = "kicked" if blocked else "member"
        _tell_membership(telegram, telegram.chats[person.id], person, before, after)
    return person


def deactivate(telegram: LocalTelegram, person: Person, *, deactivated: bool) -> Person:
    """Delete the person's Telegram account, or let there be one again. No update tells a bot of it."""
    if person.deactivated != deactivated:
        person.deactivated = deactivated
        telegram.keep_person(person)
    return person


def gather(telegram: LocalTelegram, new: NewGroup) -> Chat:
    """A group of these persons and the bot."""
    founder, *_ = [found(telegram, member) for member in new.members]
    chat = Chat(-telegram.count("group"), "group", new.members, new.title)
    telegram.keep_chat(chat)
    telegram.changes.publish("group", chat=chat.row())
    _tell_membership(telegram, chat, founder, "left", "member")
    message = telegram.post(chat, founder.as_user(), {"group_chat_created": True})
    telegram.updates.push("message", message)
    return chat


def _chat(telegram: LocalTelegram, person: Person, chat_id: int | None) -> Chat:
    chat = telegram.chats.get(person.id if chat_id is None else chat_id)
    if chat is None or person.id not in chat.members:
        raise PersonError(HTTPStatus.NOT_FOUND, f"person {person.id} is in no chat {chat_id}")
    if person.deactivated:
        raise PersonError(HTTPStatus.CONFLICT, f"person {person.id} has no account any more: make it anew first")
    if chat.type == "private" and person.blocked:
        raise PersonError(HTTPStatus.CONFLICT, f"person {person.id} has blocked the bot: unblock it first")
    return chat


def _message(chat: Chat, message_id: int) -> Message:
    if message_id not in chat.messages:
        raise PersonError(HTTPStatus.NOT_FOUND, f"there is no message {message_id}")
    return chat.messages[message_id]


def _start(telegram: LocalTelegram, person: Person, chat: Chat) -> None:
    if chat.type == "private" and not person.started:
        person.started = True
        telegram.keep_person(person)


def _put_away_keyboard(telegram: LocalTelegram, chat: Chat, content: Json) -> None:
    """A one-time keyboard leaves the screen once it was used."""
    keyboard = chat.keyboard or {}
    buttons = [button["text"] for row in keyboard.get("keyboard", []) for button in row]
    if keyboard.get("one_time_keyboard") and content.get("text") in buttons:
        chat.keyboard = None
        telegram.keep_chat(chat)


def _bot_sees(chat: Chat, message: Message) -> bool:
    """In a group a bot sees commands that may be meant for it, its name, and answers to it."""
    if chat.type == "private":
        return True
    text = message.get("text", "")
    name = f"@{BOT['username']}"
    command = text.split(maxsplit=1)[0] if text.startswith("/") else ""
    to_bot = message.get("reply_to_message", {}).get("from", {}).get("id") == BOT_ID
    return to_bot or name in text or (bool(command) and "@" not in command)


def _content(telegram: LocalTelegram, chat: Chat, person: Person, new: NewMessage) -> Json:
    if new.text is not None:
        return _text(telegram, new.text)
    if new.contact is not None:
        return {"contact": _card(person, new.contact)}
    if new.forward is not None:
        return _forwarded(telegram, chat, new.forward)
    beside = {"caption": new.caption, "media_group_id": new.media_group_id}
    return _media(telegram, new) | {name: value for name, value in beside.items() if value}


def _card(person: Person, contact: Contact) -> Json:
    """Telegram names the account beside the number when it knows it: of the sender it does."""
    if contact.first_name is not None:
        return {"phone_number": contact.phone_number, "first_name": contact.first_name}
    return {"phone_number": contact.phone_number, "first_name": person.first_name, "user_id": person.id}


def _text(telegram: LocalTelegram, text: str) -> Json:
    text = text.strip()
    if not 1 <= utf16_length(text) <= telegram.limits.text_characters:
        most = telegram.limits.text_characters
        raise PersonError(HTTPStatus.UNPROCESSABLE_ENTITY, f"a phone sends 1 to {most} characters at once")
    entities = detected(text)
    return {"text": text, "entities": entities} if entities else {"text": text}


def _forwarded(telegram: LocalTelegram, chat: Chat, forward: Forward) -> Json:
    if forward.message_id is not None:
        message = _message(chat, forward.message_id)
        if message.get("has_protected_content"):
            raise PersonError(HTTPStatus.CONFLICT, "the bot lets nobody forward this message")
        origin = {"type": "user", "sender_user": message["from"], "date": message["date"]}
        unique = {"message_id", "date", "chat", "from", "edit_date", "reply_markup", "reply_to_message"}
        return {key: value for key, value in message.items() if key not in unique} | {"forward_origin": origin}
    origin = {"type": "hidden_user", "sender_user_name": forward.sender, "date": int(telegram.dates())}
    return _text(telegram, forward.text or "") | {"forward_origin": origin}


def _media(telegram: LocalTelegram, new: NewMessage) -> Json:
    if new.photo is not None:
        width, height = image_size(new.photo.content)
        file = _stored(telegram, "photos", new.photo)
        return {"photo": [{**file.described(), "width": width, "height": height}]}
    if new.document is not None:
        file = _stored(telegram, "documents", new.document)
        return {"document": {**file.described(), "file_name": file.name, "mime_type": file.mime_type}}
    if new.voice is not None:
        file = telegram.files.keep("voice", "voice.oga", "audio/ogg", b"OggS")
        return {"voice": {**file.described(), "duration": new.voice.seconds, "mime_type": file.mime_type}}
    file = telegram.files.keep("stickers", "sticker.webp", "image/webp", b"RIFF")
    shape = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
    return {"sticker": {**file.described(), **shape, "emoji": new.sticker.emoji if new.sticker else "🙂"}}


def _stored(telegram: LocalTelegram, folder: str, upload: Upload) -> StoredFile:
    kind = upload.mime_type or guess_type(upload.file_name)[0] or "application/octet-stream"
    return telegram.files.keep(folder, upload.file_name, kind, upload.content)


def _tell_membership(
    telegram: LocalTelegram, chat: Chat, person: Person, before: Membership, after: Membership
) -> None:
    """The update by which a bot learns that it was blocked, let in again, or added to a group."""
    told = {"chat": telegram.described(chat), "from": person.as_user(), "date": int(telegram.dates())}
    members = {"old_chat_member": _member(before), "new_chat_member": _member(after)}
    telegram.updates.push("my_chat_member", told | members)


def _member(status: Membership) -> Json:
    return {"user": BOT, "status": status} | ({"until_date": 0} if status == "kicked" else {})
