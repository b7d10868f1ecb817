"""The check that checks every outgoing call must itself be right."""

import io
import json
from typing import Any

import pytest

from tests.telegram_contract import ContractError, assert_answer_fits, assert_call_fits, assert_value_fits

BUTTON = {"text": "Иә", "callback_data": "yes"}
KEYBOARD = {"inline_keyboard": [[BUTTON]]}
USER = {"id": 1, "is_bot": False, "first_name": "Айгүл"}
MESSAGE = {"message_id": 1, "date": 1, "chat": {"id": 1, "type": "private"}, "text": "а"}


@pytest.mark.parametrize(
    ("method", "params"),
    [
        ("getMe", {}),
        ("sendMessage", {"chat_id": 1, "text": "а"}),
        ("sendMessage", {"chat_id": "@channel", "text": "а", "parse_mode": None}),
        ("sendMessage", {"chat_id": "1", "text": "а", "disable_notification": "true"}),
        ("sendMessage", {"chat_id": 1, "text": "а", "reply_markup": KEYBOARD}),
        ("sendMessage", {"chat_id": 1, "text": "а", "reply_markup": json.dumps(KEYBOARD)}),
        ("sendMessage", {"chat_id": 1, "text": "а", "reply_markup": {"keyboard": [[{"text": "а"}]]}}),
        ("sendMessage", {"chat_id": 1, "text": "а", "reply_markup": {"remove_keyboard": True}}),
        (
            "sendMessage",
            {"chat_id": 1, "text": "а", "entities": [{"type": "bold", "offset": 0, "length": 1}]},
        ),
        ("sendDocument", {"chat_id": 1, "document": b"x"}),
        ("sendDocument", {"chat_id": 1, "document": io.BytesIO(b"x")}),
        ("sendDocument", {"chat_id": 1, "document": "file-id"}),
        ("sendDocument", {"chat_id": 1, "document": {"file_name": "a", "size": 1}}),
        ("sendDocument", {"chat_id": 1, "document": "attach://f", "f": {"file_name": "a", "size": 1}}),
        ("sendLocation", {"chat_id": 1, "latitude": 51.1, "longitude": "71.4"}),
        ("sendMediaGroup", {"chat_id": 1, "media": [{"type": "photo", "media": "a"}] * 2}),
        ("setMyCommands", {"commands": [{"command": "a", "description": "b"}], "scope": {"type": "default"}}),
        ("getUpdates", {"timeout": 30, "allowed_updates": '["message"]'}),
    ],
)
def test_calls_as_documented_fit(method: str, params: dict[str, Any]) -> None:
    assert_call_fits(method, params)


@pytest.mark.parametrize(
    ("method", "params", "reason"),
    [
        ("sendMesage", {}, "Telegram has no method sendMesage"),
        ("sendMessage", {"chat_id": 1}, "sendMessage needs text"),
        ("sendMessage", {"chat_id": 1, "text": None}, "sendMessage needs text"),
        ("sendMessage", {"chat_id": 1, "text": "а", "colour": 1}, "sendMessage has no field colour"),
        ("sendMessage", {"chat_id": 1, "text": 5}, "sendMessage.text must be String, not 5"),
        ("sendMessage", {"chat_id": 1.5, "text": "а"}, "sendMessage.chat_id must be Integer or String"),
        ("sendMessage", {"chat_id": True, "text": "а"}, "sendMessage.chat_id must be Integer or String"),
        (
            "sendMessage",
            {"chat_id": 1, "text": "а", "disable_notification": "maybe"},
            "sendMessage.disable_notification must be Boolean",
        ),
        (
            "sendMessage",
            {"chat_id": 1, "text": "а", "entities": [{"type": "bold", "offset": "0", "length": 1}]},
            r"sendMessage.entities\[0\].offset must be Integer, not '0'",
        ),
        (
            "sendMessage",
            {"chat_id": 1, "text": "а", "reply_markup": {"inline_keyboard": [BUTTON]}},
            r"sendMessage.reply_markup.inline_keyboard\[0\] must be Array of InlineKeyboardButton",
        ),
        (
            "sendMessage",
            {"chat_id": 1, "text": "а", "reply_markup": {"inline_keyboard": [[{"callback_data": "a"}]]}},
            r"reply_markup.inline_keyboard\[0\]\[0\] needs text",
        ),
        (
            "sendMessage",
            {"chat_id": 1, "text": "а", "reply_markup": {"inline_keyboard": [[BUTTON | {"data": "a"}]]}},
            r"inline_keyboard\[0\]\[0\] has no field data",
        ),
        ("sendMessage", {"chat_id": 1, "text": "а", "reply_markup": "{"}, "sendMessage.reply_markup must be"),
        (
            "editMessageReplyMarkup",
            {"chat_id": 1, "message_id": 2, "reply_markup": {"keyboard": [[{"text": "а"}]]}},
            "editMessageReplyMarkup.reply_markup has no field keyboard",
        ),
        ("sendDocument", {"chat_id": 1, "document": 5}, "sendDocument.document must be InputFile or String"),
        ("sendLocation", {"chat_id": 1, "latitude": "north", "longitude": 1}, "latitude must be Float"),
        ("setMyCommands", {"commands": {}}, "setMyCommands.commands must be Array of BotCommand"),
        ("setMyCommands", {"commands": [{"command": "a"}]}, r"setMyCommands.commands\[0\] needs description"),
        ("answerCallbackQuery", {"callback_query_id": 7}, "callback_query_id must be String, not 7"),
        ("setWebhook", {"url": "u", "certificate": "path"}, "certificate must be InputFile"),
    ],
)
def test_calls_that_are_wrong_are_named(method: str, params: dict[str, Any], reason: str) -> None:
    with pytest.raises(ContractError, match=reason):
        assert_call_fits(method, params)


def test_values_are_checked_all_the_way_down() -> None:
    query = {"id": "1", "from": USER, "chat_instance": "1", "data": "a", "message": MESSAGE}
    assert_value_fits({"update_id": 1, "callback_query": query}, "Update")
    assert_value_fits([USER], "Array of User")
    with pytest.raises(ContractError, match="has no field text_of"):
        assert_value_fits({"update_id": 1, "message": MESSAGE | {"text_of": 1}}, "Update")
    with pytest.raises(ContractError, match="is not of this type"):
        assert_value_fits("Айгүл", "User")
    with pytest.raises(ContractError, match="Telegram has no type Horse"):
        assert_value_fits({}, "Horse")


def test_a_value_of_a_union_fits_one_of_its_types() -> None:
    inaccessible = {"chat": MESSAGE["chat"], "message_id": 1, "date": 0}
    assert_value_fits(MESSAGE, "MaybeInaccessibleMessage")
    assert_value_fits(inaccessible, "MaybeInaccessibleMessage")
    with pytest.raises(ContractError, match="must be Message or InaccessibleMessage"):
        assert_value_fits({"message_id": 1}, "MaybeInaccessibleMessage")


def test_numbers_as_text_are_for_forms_only() -> None:
    with pytest.raises(ContractError, match=r"User\.id must be Integer, not '1'"):
        assert_value_fits(USER | {"id": "1"}, "User")


def test_answers_are_checked_by_their_method() -> None:
    assert_answer_fits("sendMessage", MESSAGE)
    assert_answer_fits("editMessageText", True)  # noqa: FBT003  Telegram answers so
    with pytest.raises(ContractError):
        assert_answer_fits("sendMessage", True)  # noqa: FBT003  Telegram never answers so
