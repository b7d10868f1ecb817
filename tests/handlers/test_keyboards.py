"""Buttons that come again and again are drawn once, and are the same as drawn anew."""

import inspect

import pytest
from aiogram.filters.callback_data import CallbackData

from bot.texts import Language, texts
from handlers import keyboards
from handlers.keyboards import (
    KINDS,
    LONGEST_CAPTION,
    SHORT_CAPTION,
    Back,
    Choose,
    Consent,
    Do,
    Leave,
    OfOffer,
    Ready,
    Speak,
    Tick,
    drawn,
    in_columns,
    key_button,
    keyboard,
    kind_of_button,
    read_button,
    word_button,
    word_rows,
)
from handlers.screens.captions import options_of
from rules.regions import REGIONS


@pytest.mark.parametrize("kind", [Choose, Tick])
def test_a_button_of_a_word_carries_the_word_and_its_question(kind: type[Choose | Tick]) -> None:
    button = word_button("Шымкент", kind, "region", "KZ-79")
    assert button.text == "Шымкент"
    assert kind.unpack(button.callback_data or "") == kind(key="region", word="KZ-79")
    assert button == drawn(("Шымкент", kind(key="region", word="KZ-79")))


@pytest.mark.parametrize("kind", [Ready, Back])
def test_a_button_without_a_word_carries_its_question(kind: type[Ready | Back]) -> None:
    button = key_button("Артқа", kind, "amount:wage.self")
    assert kind.unpack(button.callback_data or "") == kind(key="amount:wage.self")


def test_a_button_is_drawn_once() -> None:
    assert word_button("Иә", Choose, "region", "KZ-79") is word_button("Иә", Choose, "region", "KZ-79")


@pytest.mark.parametrize(
    ("caption", "kind", "key", "word"),
    [
        ("Да", Choose, "region", "KZ-79"),
        ("Иә", Tick, "region", "KZ-79"),
        ("Иә", Choose, "household", "KZ-79"),
        ("Иә", Choose, "region", "KZ-71"),
    ],
)
def test_nothing_is_taken_for_another_button(caption: str, kind: type[Choose | Tick], key: str, word: str) -> None:
    """Another caption, such as a tick or another language, another question, another word."""
    first = word_button("Иә", Choose, "region", "KZ-79")
    other = word_button(caption, kind, key, word)
    assert (other.text, other.callback_data) != (first.text, first.callback_data)


def test_what_cannot_be_carried_is_refused() -> None:
    """Telegram takes 64 bytes."""
    with pytest.raises(ValueError, match="too long"):
        word_button("Иә", Choose, "key", "ұ" * 40)


def test_a_long_caption_is_shortened() -> None:
    button = word_button("Ж" * 100, Choose, "region", "KZ-79")
    assert len(button.text) == LONGEST_CAPTION
    assert button.text.endswith("…")


@pytest.mark.parametrize("language", list(Language))
def test_every_word_has_its_button_in_the_order_of_the_question(language: Language) -> None:
    captions = options_of(texts(language), "region", REGIONS)
    rows = word_rows(Choose, "region", captions)
    buttons = [button for row in rows for button in row]
    assert [Choose.unpack(button.callback_data or "").word for button in buttons] == list(REGIONS)
    assert [button.text for button in buttons] == [texts(language).region_short(region) for region in REGIONS]


def test_two_short_captions_share_a_row_whether_drawn_or_not() -> None:
    told = [("Иә", Do(what="a")), ("Жоқ", Do(what="b")), ("Ж" * (SHORT_CAPTION + 1), Do(what="c"))]
    assert [len(row) for row in in_columns(told)] == [2, 1]
    assert [len(row) for row in in_columns([drawn(button) for button in told])] == [2, 1]


def test_a_keyboard_takes_drawn_rows_and_others_and_leaves_empty_ones_out() -> None:
    drawn_row = [word_button("Иә", Choose, "region", "KZ-79")]
    markup = keyboard([drawn_row, [], [("Мәзір", Do(what="menu"))]])
    assert [[button.callback_data for button in row] for row in markup.inline_keyboard] == [
        ["a|region|KZ-79"],
        ["x|menu|"],
    ]


def test_a_keyboard_does_not_keep_the_rows_it_was_made_of() -> None:
    """Rows are drawn once for everybody: a keyboard of one person must not change that of another."""
    rows = word_rows(Choose, "region", (("KZ-79", "Шымкент"), ("KZ-71", "Астана")))
    before = [list(row) for row in rows]
    keyboard(rows).inline_keyboard[0].append(word_button("Алматы", Choose, "region", "KZ-75"))
    assert [list(row) for row in rows] == before


# What a button says


def test_every_kind_of_button_is_known_by_how_it_begins() -> None:
    there = {
        kind
        for _, kind in inspect.getmembers(keyboards, inspect.isclass)
        if issubclass(kind, CallbackData) and kind is not CallbackData
    }
    assert len(KINDS) == len(there)
    assert set(KINDS.values()) == there


@pytest.mark.parametrize(
    "button",
    [
        Speak(language=Language.KK),
        Consent(given=True),
        Choose(key="month:wage.self.2", word="unknown"),
        Do(what="forget_back"),
        Leave(alias="a", since=1_790_000_000_000),
        OfOffer(number=1, sequence=0, word="accept"),
    ],
)
def test_a_button_is_read_as_it_was_packed(button: CallbackData) -> None:
    assert kind_of_button(button.pack()) is type(button)
    assert read_button(button.pack()) == button


@pytest.mark.parametrize(
    "carried", [None, "", "offer", "|", "of|1", "OFFER|1", "lang|kk", "a:region:KZ-79", "ұ|1", "a\n|1"]
)
def test_what_no_button_carries_is_of_no_kind(carried: str | None) -> None:
    assert kind_of_button(carried) is None
    assert read_button(carried) is None


@pytest.mark.parametrize("carried", ["offer|", "offer|1|0|accept", "offer|x|0|accept|", "a|region", "lang:de"])
def test_a_kind_of_button_is_known_though_the_rest_says_nothing(carried: str) -> None:
    assert kind_of_button(carried) is not None
    assert read_button(carried) is None
