"""How a long text is cut into messages that Telegram takes."""

import pytest
from aiogram.types import Chat, Message
from hypothesis import given
from hypothesis import strategies as st

from handlers import replies
from handlers.keyboards import Show, keyboard
from handlers.replies import LONGEST_MESSAGE, in_parts
from tests.chat import Telegram
from tests.handlers.client import Client

LONG = "ә" * LONGEST_MESSAGE


def utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def test_a_short_text_is_one_message() -> None:
    assert in_parts(["Сәлем!", "Қалайсыз?"]) == ["Сәлем!\n\nҚалайсыз?"]


def test_nothing_is_one_empty_message() -> None:
    assert in_parts([]) == [""]


def test_a_text_of_exactly_the_greatest_length_is_one_message() -> None:
    assert in_parts([LONG]) == [LONG]
    assert in_parts([LONG[:-7], "12345"]) == [f"{LONG[:-7]}\n\n12345"]


def test_one_character_more_begins_a_second_message_at_a_paragraph() -> None:
    assert in_parts([LONG[:-7], "123456"]) == [LONG[:-7], "123456"]


def test_a_paragraph_that_fits_is_never_broken() -> None:
    paragraphs = [letter * 1_500 for letter in "абвгд"]
    assert in_parts(paragraphs) == ["а" * 1_500 + "\n\n" + "б" * 1_500, "в" * 1_500 + "\n\n" + "г" * 1_500, "д" * 1_500]


def test_a_paragraph_that_is_too_long_is_broken_between_its_lines() -> None:
    lines = [f"{number} " + "ж" * 1_000 for number in range(6)]
    parts = in_parts(["\n".join(lines)])
    assert all(utf16(part) <= LONGEST_MESSAGE for part in parts)
    assert [line for part in parts for line in part.splitlines() if line] == lines


def test_characters_outside_the_basic_plane_count_twice() -> None:
    family = "👪" * (LONGEST_MESSAGE // 2)
    assert in_parts([family]) == [family]
    assert len(in_parts([family, "я"])) == 2


def test_a_line_that_is_too_long_is_broken_and_loses_no_character() -> None:
    text = "👪я" * 4_000
    parts = in_parts([text])
    assert "".join(parts).replace("\n", "") == text
    assert all(utf16(part) <= LONGEST_MESSAGE for part in parts)


@given(st.lists(st.text(st.sampled_from("ая👪 \n"), min_size=1, max_size=9_000), max_size=5))
def test_every_part_fits_and_no_letter_is_lost(paragraphs: list[str]) -> None:
    parts = in_parts(paragraphs)
    assert all(utf16(part) <= LONGEST_MESSAGE for part in parts)
    told, sent = "".join(paragraphs), "".join(parts)
    assert told.replace("\n", "") == sent.replace("\n", "")


@pytest.mark.parametrize(("paragraphs", "messages"), [(1, 1), (9, 3)])
async def test_a_long_text_comes_in_parts_of_which_the_last_has_the_button(
    telegram: Telegram, paragraphs: int, messages: int
) -> None:
    client = Client.arrives(telegram)
    await client.says("/start")
    before = len(client.sees)
    text = "\n\n".join(f"{number} " + "ә" * 1_200 for number in range(paragraphs))

    chat = Chat(id=client.id, type="private")
    said = Message(message_id=1, date=telegram.clock(), chat=chat).as_(telegram.bot)
    await replies.say(said, text, keyboard([[("Жарайды", Show(view="menu"))]]))
    *first, last = client.sees[before:]
    assert len(first) + 1 == messages
    assert "\n\n".join(bubble.text for bubble in (*first, last)) == text
    assert [bubble.buttons for bubble in first] == [[]] * len(first)
    assert last.buttons == ["Жарайды"]
