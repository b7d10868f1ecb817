"""The text of a message as Telegram takes it: formatted, trimmed, measured, links and commands marked."""

import re
from typing import Any

from aiogram.types import MessageEntity

from bot.sandbox.calls import given
from bot.sandbox.errors import BotApiError, bad_request
from bot.sandbox.html_text import Entity, parse_html, trimmed, utf16_length

MARKED = re.compile(
    r"(?P<bot_command>(?<![\w/@<>])/[A-Za-z0-9_]{1,32}(?:@[A-Za-z0-9_]{3,32})?(?!\w))"
    r"|(?P<url>\bhttps?://[^\s<>«»\"]*[^\s<>«»\".,;:!?)])"
)
"""What Telegram marks by itself. It marks more kinds (mail, telephone, mention) than are played here."""

OPAQUE = {"code", "pre", "text_link"}
"""Inside these nothing is marked."""


def read_text(
    text: str, parse_mode: Any, entities: list[MessageEntity] | None, most: int, too_long: str
) -> tuple[str, list[Entity]]:
    """The text and its entities as they are delivered; 400 when they cannot be."""
    plain, marks = trimmed(*_parsed(text, parse_mode, entities))
    if utf16_length(plain) > most:
        raise bad_request(too_long)
    return plain, _with_detected(plain, marks)


def detected(text: str) -> list[Entity]:
    """Commands and links in a text."""
    if "/" not in text:
        return []
    return [
        {
            "type": found.lastgroup,
            "offset": utf16_length(text[: found.start()]),
            "length": utf16_length(found.group()),
        }
        for found in MARKED.finditer(text)
    ]


def _parsed(text: str, parse_mode: Any, entities: list[MessageEntity] | None) -> tuple[str, list[Entity]]:
    mode = (given(parse_mode) or "").lower()
    if mode == "html":
        return parse_html(text)
    if mode:
        raise _unplayed(mode)
    marks = [entity.model_dump(mode="json", exclude_none=True) for entity in entities or []]
    return text, marks


def _unplayed(mode: str) -> BotApiError:
    if mode in {"markdown", "markdownv2"}:
        return bad_request("unsupported parse_mode: the local Bot API reads HTML only")
    return bad_request("unsupported parse_mode")


def _with_detected(text: str, marks: list[Entity]) -> list[Entity]:
    opaque = [mark for mark in marks if mark["type"] in OPAQUE]
    free = [mark for mark in detected(text) if not any(_overlap(mark, other) for other in opaque)]
    return sorted([*marks, *free], key=lambda mark: mark["offset"]) if free else marks


def _overlap(one: Entity, other: Entity) -> bool:
    one_end, other_end = one["offset"] + one["length"], other["offset"] + other["length"]
    return bool(one["offset"] < other_end and other["offset"] < one_end)
