"""What people tell, and what is told of them, stands nowhere in clear: neither in the database nor in the log.

Each kind of it is a word that occurs nowhere else. A family goes every way on which such words come to the bot, with
the log at its loudest; then they are looked for in every way in which they could be written.
"""

import base64
import io
import json
import logging
import re
from collections.abc import AsyncIterator, Iterator
from typing import Any, Final

import aiohttp
import pytest
import structlog

from bot.api import api_app
from bot.database import Database
from bot.database.copies import copy
from bot.sandbox import Fault, people
from bot.sandbox.person_requests import Contact, Forward, NewMessage, NewPerson, Upload
from bot.settings import sqlite_path
from bot.store import authority_keys
from bot.store.cipher import Cipher
from bot.telegram.taken import Taken
from bot.texts import Language
from bot.watching.logs import configure_logs
from tests.bot.api.authority import served
from tests.chat import Telegram
from tests.databases import columns_of
from tests.handlers.authority import CASE, KEY, Authority, at
from tests.handlers.client import Client
from tests.handlers.families import family_of_five
from tests.handlers.offering import opens, presses
from tests.handlers.tables import all_tables

WORDS: Final = {
    name: f"Зым{name.title().replace(' ', '')}Құпиясы"
    for name in (
        "first name", "last name", "typed", "label", "other label", "address", "contact", "visit note", "title",
        "employer", "place", "details", "excuse", "caption", "file name", "file content", "reason", "officer",
        "decision", "correction", "removal", "withdrawal", "waiting", "forwarded", "edited", "damaged", "unread",
        "refused event", "broken update", "contact name", "forgotten", "before consent",
    )
}  # fmt: skip
NUMBERS: Final = {"income": "187431", "paid": "75391", "wage": "183472", "phone": "+77051938264"}
USERNAME: Final = "zym_aty_kupiya"
SECRETS: Final = {"individual number": "850412400173", "card": "4111111111111111"}
BIRTH_YEAR: Final = 1937
YEAR: Final = re.compile(rf"(?<!\d){BIRTH_YEAR}(?!\d)")
SEALED: Final = re.compile(r"1\.[\w+/=]{20,}|[0-9a-f]{32,}")
"""What is sealed or hashed: four digits may stand there by chance."""
DATA_KEY: Final = base64.urlsafe_b64encode(bytes(range(40, 72))).decode()


@pytest.fixture
def cipher() -> Cipher:
    """A cipher whose key is known."""
    return Cipher([DATA_KEY])


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """Where the log goes at its loudest; whatever was configured before comes back afterwards."""
    handlers, level = logging.root.handlers[:], logging.root.level
    yield io.StringIO()
    logging.captureWarnings(capture=False)
    logging.root.handlers[:] = handlers
    logging.root.setLevel(level)
    structlog.reset_defaults()


@pytest.fixture
async def heard(telegram: Telegram, log: io.StringIO) -> AsyncIterator[Telegram]:
    """The chat, whose log passes as it does in the program."""
    configure_logs("DEBUG", log)
    yield telegram
    assert "handler_failed" not in log.getvalue()


# In which forms something could be written


def forms(word: str) -> Iterator[bytes]:
    """Return a word as bytes, in every encoding and notation that a database or a log might have."""
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        content = word.encode(encoding)
        yield content
        yield content.hex().encode()
        yield content.hex().upper().encode()
        for shift in range(3):  # where it begins in a group of three bytes; only signs that no neighbour changes
            whole = slice(-(-8 * shift // 6), 8 * (shift + len(content)) // 6)
            yield base64.b64encode(b"\0" * shift + content)[whole]
            yield base64.urlsafe_b64encode(b"\0" * shift + content)[whole]
    yield json.dumps(word)[1:-1].encode()
    yield word.encode("unicode_escape")
    yield "".join(f"%{byte:02X}" for byte in word.encode()).encode()


def found(words: dict[str, str], content: bytes) -> list[str]:
    """Return what stands in some content."""
    return [name for name, word in words.items() if any(form in content for form in forms(word))]


@pytest.mark.parametrize("form", list(forms(WORDS["excuse"])))
def test_a_word_is_found_in_whichever_form(form: bytes) -> None:
    assert found(WORDS, b"..." + form + b"...") == ["excuse"]


# The ways on which words come


async def arrives(telegram: Telegram) -> Client:
    """Somebody with a name and a username tells of a family, typing what is not asked as well."""
    new = NewPerson(first_name=WORDS["first name"], last_name=WORDS["last name"], username=USERNAME, language_code="kk")
    client = Client(telegram, people.arrive(telegram.local, new).id)
    await client.says("/start")
    await client.says(WORDS["before consent"])
    await client.taps("language-kk")
    await client.says(WORDS["before consent"])
    await client.taps("consent-yes")
    await client.says(WORDS["typed"])
    await family_of_five(client, wage=NUMBERS["income"])
    await client.taps("calculate")
    await client.edits(client.message_ids()[-1], WORDS["edited"])
    await client.sends(NewMessage(contact=Contact(phone_number=NUMBERS["phone"], first_name=WORDS["contact name"])))
    await client.sends(NewMessage(forward=Forward(text=WORDS["forwarded"], sender=WORDS["contact name"])))
    for secret in SECRETS.values():
        await client.says(secret)
    return client


async def is_told(telegram: Telegram, office: Authority, client: Client) -> Client:
    """The family joins, is visited, is decided about, is corrected, and sends somebody away."""
    await client.says(f"/start {await office.link(label=WORDS['label'], birth_year=BIRTH_YEAR)}")
    await client.taps("join-yes")
    await client.says("1938")
    await client.says(str(BIRTH_YEAR))
    other = Client.arrives(telegram, Language.RU)
    await other.begins()
    await office.invites(other, label=WORDS["other label"])
    await office.schedules(at(14, 10), address=WORDS["address"], contact=WORDS["contact"])
    await office.is_delivered()
    await client.taps("visit-home")
    await office.sends("visit.cancelled", visit_id="v1", note=WORDS["visit note"])
    await office.moves_on("assigned", assistance="unconditional", monthly_tenge=int(NUMBERS["paid"]),
                          paid_from="2026-05-01", paid_until="2026-06-30", note=WORDS["decision"])  # fmt: skip
    await office.sends("case.corrected", reason="mistake", note=WORDS["correction"])
    await office.is_delivered()
    return other


async def answers(office: Authority, client: Client, other: Client) -> None:
    """A job is offered, an excuse is sent, decided about, another refused with a reason, and one withdrawn."""
    job: dict[str, Any] = {
        "title": WORDS["title"], "employer": WORDS["employer"], "wage_tenge": int(NUMBERS["wage"]),
        "place": WORDS["place"], "contact": WORDS["contact"], "details": WORDS["details"],
        "member_label": WORDS["label"],
    }  # fmt: skip
    await office.offers(**job)
    await office.is_delivered()
    await opens(client)
    await client.taps("offer-cannot", "offer-excuse-other")
    await client.says(WORDS["excuse"])
    content = base64.b64encode(WORDS["file content"].encode())
    await client.sends(NewMessage(document=Upload(file_name=f"{WORDS['file name']}.txt", content=content),
                                  caption=WORDS["caption"]))  # fmt: skip
    await client.taps("offer-send")
    await office.sends("offer.excused", offer_id="o1", accepted=False, note=WORDS["officer"])
    await office.offers("o2", **job | {"measure": "training"})
    await office.is_delivered()
    for word in ("refuse", "refuse_anyway"):
        await presses(client, word, number=2)
    await client.says(WORDS["reason"])
    await presses(client, "refuse_yes", number=2)
    await office.offers("o2", kind="withdrawn", note=WORDS["withdrawal"])
    await client.says("/export")
    await office.sends("follower.removed", person=await alias_of(office, other), note=WORDS["removal"])
    await office.is_delivered()


async def alias_of(office: Authority, client: Client) -> str:
    """Return how the authority knows somebody."""
    async with office.world.database.reading() as connection:
        rows = await connection.fetch("select alias from case_people where person_id = :id", {"id": client.id})
    return str(rows[0]["alias"])


async def misfortunes(telegram: Telegram, client: Client, other: Client) -> None:
    """An answer that Telegram puts off is kept; what cannot be read is left out; answers are damaged."""
    world = telegram.another_process()
    taken = Taken(telegram.bot, telegram.dispatcher, world)
    telegram.local.faults.order(Fault(kind="too_many_requests", retry_after=3_000, method="sendMessage"))
    other.leaves(NewMessage(text=WORDS["waiting"]))
    updates = await telegram.waiting()
    broken = {"update_id": updates[-1]["update_id"] + 1, "message": {"text": WORDS["broken update"], "chat": 7}}
    taken.take_up([*updates, broken])
    await taken.answered_within(0.3, at_the_end=True)
    await taken.give_up()
    telegram.local.faults.clear()
    telegram.answered += updates
    async with telegram.database.reading() as connection:
        assert await connection.fetch("select id from waiting_updates", {}), "the answer was put off"
    async with telegram.database.statement() as connection:
        await connection.fetch(
            "update drafts set answers = :sealed where person_id = :id",
            {"sealed": telegram.cipher.seal({"typed": WORDS["damaged"]})[:-9], "id": client.id},
        )
    telegram.restarted()
    await client.says(WORDS["unread"])


async def is_forgotten(telegram: Telegram) -> None:
    """Somebody tells something and asks that it be deleted."""
    client = Client.arrives(telegram)
    await client.begins()
    await client.says(WORDS["forgotten"])
    await client.says("/forget")
    await client.taps("forget-yes", "forget-now")


async def calls(office: Authority) -> dict[str, str]:
    """The authority calls the API, rightly and wrongly; return what is secret of its keys and links."""
    world = office.world

    async def bot_name() -> str:
        return "komek_bot"

    async with world.database.statement() as connection:
        key = await authority_keys.add(connection, KEY, world.now())
    assert key is not None
    headers = {"Authorization": f"Bearer {key}"}
    wrong = {"specversion": "1.0", "id": WORDS["refused event"], "type": "kz.komek.visit.held", "data": WORDS}
    async with served(api_app(world, bot_name)) as base, aiohttp.ClientSession(headers=headers) as web:
        asked: Any = {"member_label": WORDS["label"], "applicant_birth_year": BIRTH_YEAR}
        async with web.post(f"{base}/v1/cases/{CASE}/link", json=asked) as answer:
            token = (await answer.json())["token"]
        async with web.post(f"{base}/v1/events", json=wrong) as answer:
            assert answer.status == 422
        for path in ("changes", f"cases/{CASE}", "offers", "offers.csv", WORDS["refused event"]):
            async with web.get(f"{base}/v1/{path}") as answer:
                await answer.read()
        async with web.get(f"{base}/v1/changes", headers={"Authorization": f"Bearer {key}x"}) as answer:
            assert answer.status == 401
    return {"key": key, "bare key": key.removeprefix("komek_"), "token": token}


# Where they could stand


async def rows_of_everything(database: Database) -> bytes:
    """Return every column of every row of every table, as text."""
    kept = []
    async with database.reading() as connection:
        for table in all_tables():
            rows = await connection.fetch(f"select * from {table}", {})  # noqa: S608, names of ours
            kept += [repr(columns_of(row)) for row in rows]
    assert len(kept) > 50, "the family has left its traces"
    return "\n".join(kept).encode()


def files_of(url: str) -> Iterator[tuple[str, bytes]]:
    """Return the files of a database in SQLite, and a backup of it."""
    path = sqlite_path(url)
    if path is not None:
        copy(path, path.with_name("backup"))
        yield from ((file.name, file.read_bytes()) for file in sorted(path.parent.iterdir()) if file.is_file())


async def test_nothing_that_people_tell_stands_in_clear_in_the_database_or_in_the_log(
    heard: Telegram, log: io.StringIO, database: Database, database_url: str
) -> None:
    office = Authority(heard)
    await office.opens()
    client = await arrives(heard)
    other = await is_told(heard, office, client)
    await answers(office, client, other)
    words = WORDS | NUMBERS | SECRETS | {"username": USERNAME, "data key": DATA_KEY} | await calls(office)
    await misfortunes(heard, client, other)
    await is_forgotten(heard)

    kept = await rows_of_everything(database)
    assert found(words, kept) == []
    assert not YEAR.search(SEALED.sub("", kept.decode()))
    for name, content in files_of(database_url):
        assert found(words, content) == [], name
    told = log.getvalue()
    assert "update_failed" in told, "the log is heard"
    assert "draft_damaged" in told
    assert found(words, told.encode()) == []
    assert not YEAR.search(told)
