"""What a family takes along: the page in one language or both, the pictures, and the way back by the QR."""

import asyncio
import re
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from bot.sandbox.files import image_size
from bot.texts import Language, texts
from bot.texts.formats import read_out
from bot.wording.paper import typesetting
from bot.wording.paper.typesetting import Drawing, drawn
from handlers import paper
from tests.chat import Telegram
from tests.handlers.client import Client
from tests.handlers.families import at_first_question, at_the_result
from tests.handlers.files import files_of, photos_of, said_of_files

BOTH_LANGUAGES = pytest.mark.parametrize("language", list(Language))
MONEY = re.compile(r"[\d\u00a0]+(?:–[\d\u00a0]+)?\u00a0₸")


def read(content: bytes) -> str:
    """Return the text of a PDF of one page."""
    (only,) = PdfReader(BytesIO(content)).pages
    return only.extract_text()


@BOTH_LANGUAGES
async def test_the_page_says_what_the_chat_says(telegram: Telegram, language: Language) -> None:
    client = await at_the_result(telegram, language)
    shown = client.last.text
    await client.taps("next", "paper")
    ((name, content),) = files_of(client).items()
    assert name == f"komek-2026-Q2-{language}.pdf"
    page = read(content)
    assert MONEY.findall(shown)
    assert set(MONEY.findall(shown)) <= set(MONEY.findall(page))
    words = client.words
    for name in ("person-self", "person-spouse", "paper-bring-identity", "paper-papers"):
        assert words.say(name) in page
    for age in (12, 9, 3):
        assert client.called("child", age) in page
    assert read_out((await client.result()).id) in page
    assert said_of_files(client) == [words.say("paper-sent")]


@BOTH_LANGUAGES
async def test_the_page_of_a_no_names_its_doors(telegram: Telegram, language: Language) -> None:
    client = await at_the_result(telegram, language, wage="400 000")
    await client.taps("next", "paper")
    page = " ".join(read(*files_of(client).values()).split())
    assert client.words.say("paper-doors") in page
    assert client.words.money(80_000).replace("\u00a0", " ") in page
    assert client.words.say("next-steps-disagree", office=client.words.say("office-E2023")) in page


async def test_below_the_page_stands_the_one_in_both_languages(recipient: Client) -> None:
    number = (await recipient.result()).id
    await recipient.taps("next", "paper", "paper-both")
    page = read(files_of(recipient)["komek-2026-Q2-kk-ru.pdf"])
    for language in Language:
        assert texts(language).say("person-self") in page
        assert texts(language).say("paper-papers") in page
    assert said_of_files(recipient)[-1] == recipient.words.say("paper-sent-both")
    assert recipient.last.buttons == [recipient.words.say("button-copy", copied=number), recipient.caption("result")]


@BOTH_LANGUAGES
async def test_the_picture_comes_with_why_and_says_the_same(telegram: Telegram, language: Language) -> None:
    client = await at_the_result(telegram, language)
    explained = await client.taps("why")
    ((content, message),) = photos_of(client)
    assert image_size(content)[0] == 1080
    assert message["message_id"] == explained.id
    assert client.caption("steps") in explained.buttons
    record = (await client.result()).record["record"]
    line, words = record["poverty_line"], client.words
    for low, high in ((30_000, 30_000), (line["low"], line["high"]), (line["tenge"] - 30_000, line["tenge"] - 30_000)):
        assert words.money_range(low, high) in message["caption"]


async def test_the_picture_for_relatives_may_be_forwarded_on_a_shared_phone(recipient: Client) -> None:
    """Whoever wants that nothing can be forwarded means the family's own messages."""
    await recipient.presses_data("x|protect|on", recipient.last.id, force=True)
    await recipient.says("/menu")
    await recipient.taps("menu-result", "why", "result", "next", "paper-card")
    (_, why), (_, card) = photos_of(recipient)
    assert why.get("has_protected_content")
    assert not card.get("has_protected_content")
    assert str((await recipient.result()).id) not in card["caption"]


@BOTH_LANGUAGES
async def test_the_link_of_the_page_opens_its_result(telegram: Telegram, language: Language) -> None:
    """Also when another was worked out since."""
    client = await at_the_result(telegram, language)
    shown, number = client.last.text, (await client.result()).id
    await client.taps("change")
    await client.says("/menu")
    assert (await client.says(f"/start result-{number}")).text == shown
    assert client.caption("why") in client.last.buttons


async def test_who_finds_the_page_of_somebody_sees_nothing_of_it(recipient: Client) -> None:
    number = (await recipient.result()).id
    known = await at_first_question(recipient.telegram)
    await known.says(f"/start result-{number}")
    known.reads("check-first")
    stranger = Client.arrives(recipient.telegram)
    await stranger.says(f"/start result-{number}")
    stranger.reads("start-greeting")


@pytest.mark.parametrize("forged", ["result-", "result-AAAAAAAAAAAA", "result-' or 1=1 --", "result-" + "ә" * 12])
async def test_a_made_up_number_is_answered_politely(recipient: Client, forged: str) -> None:
    shown = recipient.last.text
    await recipient.says(f"/start {forged}")
    assert recipient.last.text != shown


async def test_a_quarter_that_is_over_has_no_page(recipient: Client) -> None:
    """Nobody applies for it any more."""
    await recipient.looks_for_a_quarter()
    await recipient.presses("2021", recipient.words.quarter("2021-Q3"))
    while recipient.caption("unknown") in recipient.last.buttons:
        await recipient.taps("unknown")
    await recipient.taps("calculate", "next")
    assert recipient.last.buttons == [recipient.caption("result")]


async def test_what_cannot_be_drawn_is_said_and_the_explanation_comes_all_the_same(
    recipient: Client, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("page.typ", "picture.typ", "card.typ"):
        (tmp_path / name).write_text("#panic()", encoding="utf-8")
    monkeypatch.setattr(typesetting, "TEMPLATES", tmp_path)
    await recipient.taps("why")
    assert recipient.words.money(450_000) in recipient.last.text
    assert photos_of(recipient) == []
    await recipient.taps("result", "next", "paper")
    recipient.reads("paper-failed")
    await recipient.taps("paper-card")
    recipient.reads("paper-failed")


async def test_others_are_answered_while_a_page_is_drawn(recipient: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """The drawing waits for the other's answer: did it stand in its way, neither would ever come."""
    other = await at_first_question(recipient.telegram)
    answered, loop = asyncio.Event(), asyncio.get_running_loop()

    def waits(drawing: Drawing) -> bytes:
        asyncio.run_coroutine_threadsafe(answered.wait(), loop).result(timeout=20)
        return drawn(drawing)

    monkeypatch.setattr(paper, "drawn", waits)
    await recipient.taps("next")
    caption = recipient.caption("paper")
    recipient.touches(recipient.last.data_of(caption), recipient.last.id)
    (pressed,) = await recipient.telegram.waiting()
    recipient.telegram.answered.append(pressed)
    drawing = asyncio.create_task(recipient.telegram.dispatcher.feed_raw_update(recipient.telegram.bot, pressed))
    await other.says("/help")
    assert files_of(recipient) == {}
    answered.set()
    await drawing
    assert len(files_of(recipient)) == 1
