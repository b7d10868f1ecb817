"""A file that a person sends keeps its own name, no folder of it and no sign that nobody sees; so do their words."""

import pytest

from bot.sandbox.person_requests import NewMessage
from bot.store import offer_files
from handlers.offer_writing import LONGEST_NAME
from tests.chat import Telegram
from tests.handlers.authority import AIGUL, Authority, follower
from tests.handlers.files import upload
from tests.handlers.offering import learnt, opens, said


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("анықтама.pdf", "анықтама.pdf"),
        ("../../a.html", "a.html"),
        ("/etc/passwd", "passwd"),
        ("C:\\Users\\Айгүл\\скан 1.pdf", "скан 1.pdf"),
        ("..\\..\\b.exe", "b.exe"),
        ("a/..", "file"),
        ("..", "file"),
        ("/", "file"),
        ("скан\u202efdp.exe", "сканfdp.exe"),
        ("\u200b", "file"),
        ("x" * 300 + ".pdf", "x" * LONGEST_NAME),
    ],
)
async def test_the_officer_gets_the_base_name_alone(
    telegram: Telegram, authority: Authority, sent: str, kept: str
) -> None:
    """Whatever opens the archive may take a name for a place to write to."""
    client = await follower(telegram, authority, label=AIGUL)
    await authority.offers()
    await opens(client)
    await client.taps("offer-cannot", "offer-excuse-other")
    await client.sends(NewMessage(document=upload(sent, b"%PDF-1.4")))
    await client.taps("offer-send")
    ((_, told),) = await learnt(authority)
    (link,) = told["files"]
    async with telegram.database.reading() as connection:
        file = await offer_files.load_sent(connection, telegram.cipher, link["id"])
    assert file is not None
    assert (file.name, file.content) == (kept, b"%PDF-1.4")


async def test_the_officer_reads_what_stood_on_the_screen(telegram: Telegram, authority: Authority) -> None:
    """A sign that turns the writing lets words look like others; one without width hides between them."""
    client = await follower(telegram, authority, label=AIGUL)
    await authority.offers()
    await opens(client)
    await client.taps("offer-cannot", "offer-excuse-other")
    await client.says("\u202eАнамды\u200b күтемін\u2069")
    await client.sends(NewMessage(document=upload("a.pdf", b"%PDF-1.4"), caption="\u202aАнықтама"))
    await client.taps("offer-send")
    ((_, told),) = await learnt(authority)
    assert told["text"] == "Анамды күтемін\nАнықтама"


async def test_an_empty_file_is_kindly_left_out(telegram: Telegram, authority: Authority) -> None:
    """It was counted as saved, and the officer got nothing."""
    client = await follower(telegram, authority, label=AIGUL)
    await authority.offers()
    await opens(client)
    await client.taps("offer-cannot", "offer-excuse-other")
    await client.sends(NewMessage(document=upload("a.pdf", b"")))
    said(client, "hint-offer-file-empty")
    await client.taps("offer-send")
    assert client.toast == client.words.say("hint-offer-excuse-words")
    assert await learnt(authority) == []
