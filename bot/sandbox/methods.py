"""The methods of the Bot API that are played here: one function each, in the table at the foot."""

import inspect
from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any

from aiogram import methods

from bot.sandbox import messages, profile
from bot.sandbox.calls import method_named, parse_call
from bot.sandbox.chats import Json
from bot.sandbox.errors import BotApiError, bad_request, conflict, not_found
from bot.sandbox.telegram import BOT, LocalTelegram
from bot.sandbox.updates import MOST_AT_ONCE, Update

MOST_ANSWER = 200
WEBHOOK_IS_ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
ACTIONS = {
    *("typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice"),
    *("upload_document", "choose_sticker", "find_location", "record_video_note", "upload_video_note"),
}


async def perform(telegram: LocalTelegram, name: str, parameters: Mapping[str, Any]) -> tuple[int, Json]:
    """Do what the bot asks: the HTTP status and the body of the answer."""
    try:
        model = method_named(name)
        method = METHODS.get(model)
        if method is None:
            raise not_found(f"the local Bot API does not play {model.__api_method__}")
        result = method(telegram, parse_call(model, parameters))
        if inspect.isawaitable(result):
            result = await result
    except BotApiError as error:
        return error.code, error.envelope()
    return HTTPStatus.OK, {"ok": True, "result": result}


def get_me(telegram: LocalTelegram, call: methods.GetMe) -> Json:
    """The bot itself. It does not read all messages of groups, as bots usually do not."""
    del telegram, call
    return BOT | {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
    }


async def get_updates(telegram: LocalTelegram, call: methods.GetUpdates) -> list[Update]:
    """Wait for what happened."""
    if telegram.webhook.is_set:
        raise conflict(WEBHOOK_IS_ACTIVE)
    telegram.updates.allow(call.allowed_updates)
    limit = call.limit if call.limit is not None else MOST_AT_ONCE
    if limit < 1:
        raise bad_request("limit must be positive")
    return await telegram.updates.poll(call.offset or 0, limit, call.timeout or 0)


async def set_webhook(telegram: LocalTelegram, call: methods.SetWebhook) -> bool:
    """Have updates delivered."""
    await telegram.webhook.set(call.url, call.secret_token)
    telegram.updates.allow(call.allowed_updates)
    if call.drop_pending_updates:
        telegram.updates.drop_all()
    return True


async def delete_webhook(telegram: LocalTelegram, call: methods.DeleteWebhook) -> bool:
    """Go back to getUpdates."""
    await telegram.webhook.set("", None)
    if call.drop_pending_updates:
        telegram.updates.drop_all()
    return True


def get_webhook_info(telegram: LocalTelegram, call: methods.GetWebhookInfo) -> Json:
    """Where updates go, how many wait, and the last failure."""
    del call
    return telegram.webhook.describe()


def answer_callback_query(telegram: LocalTelegram, call: methods.AnswerCallbackQuery) -> bool:
    """Stop the button's clock, with or without a word. Once, and in time."""
    press = telegram.presses.get(call.callback_query_id)
    too_late = telegram.clock() - telegram.limits.callback_answer_seconds
    if press is None or press.answered or press.pressed_at < too_late:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    if len(call.text or "") > MOST_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    press.answered, press.text, press.show_alert = True, call.text or None, bool(call.show_alert)
    press.url = call.url
    telegram.keep_press(press)
    telegram.changes.publish("answer", press=press.as_json())
    return True


def send_chat_action(telegram: LocalTelegram, call: methods.SendChatAction) -> bool:
    """Show for five seconds, or until the next message, that the bot is busy."""
    if call.action not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = telegram.chat_for_bot(call.chat_id)
    telegram.changes.publish("action", chat_id=chat.id, action=call.action)
    return True


def get_file(telegram: LocalTelegram, call: methods.GetFile) -> Json:
    """Where a file can be downloaded."""
    file = telegram.files.by_id(call.file_id)
    if file is None:
        raise bad_request("invalid file_id")
    if len(file.content) > telegram.limits.download_bytes:
        raise bad_request("file is too big")
    return file.described() | {"file_path": file.path}


METHODS: dict[type, Callable[[LocalTelegram, Any], Any]] = {
    methods.GetMe: get_me,
    methods.GetUpdates: get_updates,
    methods.SetWebhook: set_webhook,
    methods.DeleteWebhook: delete_webhook,
    methods.GetWebhookInfo: get_webhook_info,
    methods.SendMessage: messages.send_message,
    methods.SendPhoto: messages.send_photo,
    methods.SendDocument: messages.send_document,
    methods.EditMessageText: messages.edit_message_text,
    methods.EditMessageReplyMarkup: messages.edit_message_reply_markup,
    methods.DeleteMessage: messages.delete_message,
    methods.DeleteMessages: messages.delete_messages,
    methods.AnswerCallbackQuery: answer_callback_query,
    methods.SendChatAction: send_chat_action,
    methods.GetFile: get_file,
    methods.SetMyCommands: profile.set_my_commands,
    methods.GetMyCommands: profile.get_my_commands,
    methods.DeleteMyCommands: profile.delete_my_commands,
    methods.SetMyDescription: profile.set_my_description,
    methods.SetMyShortDescription: profile.set_my_short_description,
    methods.GetMyDescription: profile.get_my_description,
    methods.GetMyShortDescription: profile.get_my_short_description,
}
