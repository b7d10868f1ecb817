"""The bot's side of messages: send, edit, delete."""

from mimetypes import guess_type

from aiogram.methods import (
    DeleteMessage,
    DeleteMessages,
    EditMessageReplyMarkup,
    EditMessageText,
    SendDocument,
    SendMessage,
    SendPhoto,
)
from aiogram.types import BufferedInputFile, InputFile, ReplyParameters

from bot.sandbox.calls import given
from bot.sandbox.chats import Chat, Json, Message
from bot.sandbox.errors import BotApiError, bad_request
from bot.sandbox.files import StoredFile, image_size
from bot.sandbox.keyboards import checked_markup, is_inline
from bot.sandbox.message_text import read_text
from bot.sandbox.telegram import BOT, BOT_ID, LocalTelegram, as_bot_sees

DELETE_WITHIN_SECONDS = 48 * 3600
MOST_DELETED = 100
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


def send_message(telegram: LocalTelegram, call: SendMessage) -> Message:
    """A text."""
    content = _text(telegram, call.text, call)
    return _send(telegram, call, content)


def send_photo(telegram: LocalTelegram, call: SendPhoto) -> Message:
    """A picture, shown in the chat."""
    content = _caption(telegram, call)
    file = _stored(telegram, call.photo, "photos", telegram.limits.photo_bytes)
    width, height = image_size(file.content)
    photo = {**file.described(), "width": width, "height": height}
    return _send(telegram, call, {"photo": [photo], **content})


def send_document(telegram: LocalTelegram, call: SendDocument) -> Message:
    """A file to download."""
    content = _caption(telegram, call)
    file = _stored(telegram, call.document, "documents", telegram.limits.document_bytes)
    document = {**file.described(), "file_name": file.name, "mime_type": file.mime_type}
    return _send(telegram, call, {"document": document, **content})


def edit_message_text(telegram: LocalTelegram, call: EditMessageText) -> Message:
    """Another text, and another keyboard or none, in the same bubble."""
    content = _text(telegram, call.text or "", call)
    chat, message = _editable(telegram, call)
    if "text" not in message:
        raise bad_request("there is no text in the message to edit")
    markup = checked_markup(call.reply_markup)
    return _edit(telegram, chat, message, {"entities": None, **content, "reply_markup": markup})


def edit_message_reply_markup(telegram: LocalTelegram, call: EditMessageReplyMarkup) -> Message:
    """Another keyboard, or none, under the same text."""
    chat, message = _editable(telegram, call)
    return _edit(telegram, chat, message, {"reply_markup": checked_markup(call.reply_markup)})


def delete_message(telegram: LocalTelegram, call: DeleteMessage) -> bool:
    """Take a message away: in a private chat anybody's, for 48 hours."""
    chat = telegram.chat_for_bot(call.chat_id)
    if call.message_id not in chat.messages:
        raise bad_request("message to delete not found")
    _must_be_deletable(telegram, chat, call.message_id)
    telegram.remove(chat, call.message_id)
    return True


def delete_messages(telegram: LocalTelegram, call: DeleteMessages) -> bool:
    """Take up to a hundred messages away, all or none: what is not in the chat is passed over."""
    chat = telegram.chat_for_bot(call.chat_id)
    if not call.message_ids:
        raise bad_request("message identifiers are not specified")
    if len(call.message_ids) > MOST_DELETED:
        raise bad_request("too many message identifiers specified")
    found = [number for number in dict.fromkeys(call.message_ids) if number in chat.messages]
    for number in found:
        _must_be_deletable(telegram, chat, number)
    for number in found:
        telegram.remove(chat, number)
    return True


def _must_be_deletable(telegram: LocalTelegram, chat: Chat, number: int) -> None:
    message = chat.messages[number]
    foreign = chat.type == "group" and message["from"]["id"] != BOT_ID
    if foreign or telegram.dates() - message["date"] > DELETE_WITHIN_SECONDS:
        raise bad_request("message can't be deleted for everyone")


def _text(telegram: LocalTelegram, text: str, call: SendMessage | EditMessageText) -> Json:
    most = telegram.limits.text_characters
    plain, entities = read_text(text, call.parse_mode, call.entities, most, "message is too long")
    if not plain:
        raise bad_request("message text is empty")
    return {"text": plain, "entities": entities} if entities else {"text": plain}


def _caption(telegram: LocalTelegram, call: SendPhoto | SendDocument) -> Json:
    most = telegram.limits.caption_characters
    too_long = "message caption is too long"
    caption = read_text(call.caption or "", call.parse_mode, call.caption_entities, most, too_long)
    return {key: value for key, value in zip(("caption", "caption_entities"), caption, strict=True) if value}


def _send(telegram: LocalTelegram, call: SendMessage | SendPhoto | SendDocument, content: Json) -> Message:
    markup = checked_markup(call.reply_markup)
    chat = telegram.chat_for_bot(call.chat_id)
    content = content | _reply(chat, call.reply_parameters)
    if markup is not None:
        content["reply_markup"] = markup
    if given(call.protect_content):
        content["has_protected_content"] = True
    telegram.pace.take(chat.id)
    return as_bot_sees(telegram.post(chat, BOT, content))


def _reply(chat: Chat, parameters: ReplyParameters | None) -> Json:
    if parameters is None:
        return {}
    message = chat.messages.get(parameters.message_id or 0)
    if message is not None:
        return {"reply_to_message": {key: value for key, value in message.items() if key != "reply_to_message"}}
    if given(parameters.allow_sending_without_reply):
        return {}
    raise bad_request("message to be replied not found")


def _editable(telegram: LocalTelegram, call: EditMessageText | EditMessageReplyMarkup) -> tuple[Chat, Message]:
    if call.chat_id is None or call.message_id is None:
        raise bad_request("message identifier is not specified")
    chat = telegram.chat_for_bot(call.chat_id)
    message = chat.messages.get(call.message_id)
    if message is None:
        raise bad_request("message to edit not found")
    markup = message.get("reply_markup")
    if message["from"]["id"] != BOT_ID or (markup is not None and not is_inline(markup)):
        raise bad_request("message can't be edited")
    return chat, message


def _edit(telegram: LocalTelegram, chat: Chat, message: Message, content: Json) -> Message:
    if all(message.get(key) == value for key, value in content.items()):
        raise bad_request(NOT_MODIFIED)
    telegram.pace.take(chat.id)
    return as_bot_sees(telegram.rewrite(chat, message["message_id"], content))


def _stored(telegram: LocalTelegram, sent: InputFile | str, folder: str, most_bytes: int) -> StoredFile:
    """A new upload, or a file that was sent before."""
    if isinstance(sent, BufferedInputFile):
        return _upload(telegram, sent, folder, most_bytes)
    file = telegram.files.by_id(str(sent))
    if file is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    return file


def _upload(telegram: LocalTelegram, upload: BufferedInputFile, folder: str, most_bytes: int) -> StoredFile:
    if not upload.data:
        raise bad_request("file must be non-empty")
    if len(upload.data) > most_bytes:
        raise BotApiError(413, "Request Entity Too Large")
    if folder == "photos":
        image_size(upload.data)
    name = upload.filename or "file"
    return telegram.files.keep(folder, name, guess_type(name)[0] or "application/octet-stream", upload.data)
