"""What Telegram checks in the keyboards under a message."""

from typing import Any
from urllib.parse import urlsplit

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, KeyboardButton, ReplyKeyboardMarkup
from pydantic import BaseModel

from bot.sandbox.errors import bad_request

MOST_CALLBACK_BYTES = 64
MOST_BUTTONS = 100
MOST_IN_A_ROW = 8
MOST_COPIED_CHARACTERS = 256
STYLES = {"danger", "success", "primary"}
URL_SCHEMES = {"http", "https", "tg", "tel", "mailto"}


def checked_markup(markup: BaseModel | None) -> dict[str, Any] | None:
    """The keyboard as JSON, or 400 when Telegram would not show it."""
    if markup is None:
        return None
    if isinstance(markup, InlineKeyboardMarkup):
        _check_size(markup.inline_keyboard)
        for button in (button for row in markup.inline_keyboard for button in row):
            _check_inline_button(button)
    if isinstance(markup, ReplyKeyboardMarkup):
        _check_size(markup.keyboard)
        if not all(button.text for row in markup.keyboard for button in row):
            raise bad_request("can't parse keyboard button: Button text must be non-empty")
        for key in (button for row in markup.keyboard for button in row):
            _check_style(key, "keyboard button")
    return _without_empty(markup)


def has_callback(markup: dict[str, Any] | None, callback_data: str) -> bool:
    """Whether a press with this callback data is possible on this keyboard."""
    rows = (markup or {}).get("inline_keyboard", [])
    return any(button.get("callback_data") == callback_data for row in rows for button in row)


def is_inline(markup: dict[str, Any] | None) -> bool:
    """Whether the keyboard belongs to its message; bots are told only of these."""
    return markup is not None and "inline_keyboard" in markup


def _without_empty(markup: BaseModel) -> dict[str, Any] | None:
    """An inline keyboard without buttons is no keyboard."""
    plain: dict[str, Any] = markup.model_dump(mode="json", exclude_none=True, by_alias=True)
    if "inline_keyboard" in plain:
        plain["inline_keyboard"] = [row for row in plain["inline_keyboard"] if row]
        return plain if plain["inline_keyboard"] else None
    return plain


def _check_size(rows: list[list[Any]]) -> None:
    if sum(map(len, rows)) > MOST_BUTTONS or any(len(row) > MOST_IN_A_ROW for row in rows):
        raise bad_request("reply markup is too long")


def _check_inline_button(button: InlineKeyboardButton) -> None:
    if not button.text:
        raise bad_request("can't parse inline keyboard button: Button text must be non-empty")
    _check_style(button, "inline keyboard button")
    deeds = button.model_dump(exclude_none=True, exclude={"text", "icon_custom_emoji_id", "style"})
    if len(deeds) != 1:
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if button.callback_data is not None:
        size = len(button.callback_data.encode())
        if not 1 <= size <= MOST_CALLBACK_BYTES:
            raise bad_request("BUTTON_DATA_INVALID")
    if button.copy_text is not None and not 1 <= len(button.copy_text.text) <= MOST_COPIED_CHARACTERS:
        raise bad_request("can't parse inline keyboard button: Text to copy must have 1 to 256 characters")
    if button.url is not None and not _is_url(button.url):
        raise bad_request(f"inline keyboard button URL '{button.url}' is invalid: Wrong HTTP URL")


def _check_style(button: InlineKeyboardButton | KeyboardButton, kind: str) -> None:
    if button.style is not None and button.style not in STYLES:
        raise bad_request(f"can't parse {kind}: Button style is unknown")


def _is_url(url: str) -> bool:
    try:
        parts = urlsplit(url if "://" in url or ":" in url else f"http://{url}")
    except ValueError:
        return False
    if parts.scheme in {"http", "https"}:
        return "." in parts.netloc.strip(".")
    return parts.scheme in URL_SCHEMES
