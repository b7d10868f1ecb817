"""The database is away, or Telegram keeps a chat closed: nothing that a person sends is lost, nor said to be kept."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Final

import pytest

from bot.database import Database, migrate, open_database
from bot.errors import PutOffError
from bot.sandbox import Fault
from bot.sandbox.person_requests import NewMessage
from bot.store.cipher import Cipher
from bot.telegram.retries import Pauses
from bot.texts import Language
from handlers import middleware
from handlers.screens.menu import HELP
from tests.bot.sandbox.playing import until
from tests.chat import Bubble, Clock, Telegram
from tests.handlers.authority import AIGUL, Authority, follower
from tests.handlers.client import Client
from tests.handlers.families import at_first_question, family_of_five
from tests.handlers.offering import opens
from tests.handlers.whole_case import whole_case
from tests.misfortune import Misfortune, database_that_goes_away

AT_ONCE: Final = Pauses(first=0.01, longest=0.01, message=0, press=0)


# The database


@pytest.fixture
async def misfortune(database_url: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Misfortune]:
    """A database that may go away; the bot looks after it more often than it does for people."""
    monkeypatch.setattr(middleware, "DATABASE_PAUSES", Pauses(first=0.05, longest=0.1))
    monkeypatch.setattr(middleware, "SILENCE_S", 0.2)
    async with database_that_goes_away(database_url) as misfortune:
        yield misfortune


@pytest.fixture
async def telegram(misfortune: Misfortune, cipher: Cipher, clock: Clock) -> AsyncIterator[Telegram]:
    """The local Telegram with a bot whose database may go away."""
    async with Telegram.open(misfortune.database, cipher, clock) as telegram:
        yield telegram


@pytest.mark.parametrize("language", list(Language))
async def test_what_is_sent_while_the_database_is_away_is_not_said_to_be_kept_and_answered_later(
    telegram: Telegram, misfortune: Misfortune, language: Language
) -> None:
    """Said once, however much is sent; then everything is answered, in its order."""
    client = await at_first_question(telegram, language)
    await client.citizens_in()
    await client.ticks("household", "children")
    await misfortune.strikes()
    for text in ("9 7", "/help"):
        client.leaves(NewMessage(text=text))
    answering = asyncio.create_task(telegram.answer_all_at_once())
    await until(lambda: client.words.say("error-not-kept") in client.last.text)
    await asyncio.sleep(0.3)
    assert [bubble.text for bubble in client.sees].count(client.words.say("error-not-kept")) == 1
    assert not answering.done()
    await misfortune.passes()
    await answering
    assert [age for _, age, _ in (await client.answers())["people:child"]] == [9, 7]
    assert client.words.say(HELP[0]) in client.last.text


async def test_a_short_fault_of_the_database_is_not_spoken_of(
    telegram: Telegram, misfortune: Misfortune, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(middleware, "SILENCE_S", 60)
    client = await at_first_question(telegram)
    await misfortune.strikes()
    client.touches(client.last.data_of(client.last.buttons[0]), client.last.id)
    answering = asyncio.create_task(telegram.answer_all())
    await asyncio.sleep(0.2)
    await misfortune.passes()
    await answering
    client.is_asked("status")
    assert client.words.say("error-not-kept") not in "".join(bubble.text for bubble in client.sees)


@pytest.mark.parametrize("language", list(Language))
async def test_somebody_whose_answers_are_damaged_is_told_and_begins_anew(
    telegram: Telegram, misfortune: Misfortune, language: Language
) -> None:
    """One changed sign once left them with an error for ever; another person hears nothing of it."""
    client, other = await at_first_question(telegram, language), await at_first_question(telegram)
    await client.region()
    async with misfortune.database.transaction() as transaction:
        sql = "update drafts set answers = '1.damaged' where person_id = :person_id"
        await transaction.fetch(sql, {"person_id": client.id})
    telegram.restarted()
    await client.says("/check")
    assert client.words.say("error-draft-damaged") in "".join(bubble.text for bubble in client.sees)
    client.is_asked("region")
    await client.region()
    client.is_asked("status")
    await other.region()
    assert other.words.say("error-draft-damaged") not in "".join(bubble.text for bubble in other.sees)
    async with misfortune.database.reading() as connection:
        (kept,) = await connection.fetch("select answers from damaged_drafts", {})
    assert kept["answers"] == "1.damaged"


# A closed chat


@pytest.fixture
async def two_databases(database: Database, tmp_path: Path) -> AsyncIterator[tuple[Database, Database]]:
    """One on which everything goes well, and the one that is tried."""
    async with open_database(f"sqlite:///{tmp_path}/calm.sqlite3") as calm:
        await migrate(calm)
        yield calm, database


class Stumbling(Telegram):
    """A Telegram in which the answer to an update is refused at first: by its first call, or its second."""

    at_call = 1

    async def answer_all(self) -> None:
        """Answer every update as the program does, again as long as the answer is put off."""
        while updates := await self.waiting():
            for update in updates:
                self.answered.append(update)
                person_id = next(value["from"]["id"] for value in update.values() if isinstance(value, dict))
                self.local.faults.order(Fault(kind="server_error", chat_id=person_id, times=self.at_call))
                while await self._is_put_off(update):
                    pass
                self.local.faults.clear()

    async def _is_put_off(self, update: dict[str, object]) -> bool:
        try:
            await self.dispatcher.feed_raw_update(self.bot, update)
        except PutOffError:
            return True
        return False


class Listener(Client):
    """Somebody to whom it is the same whether the bot says that it has joined them, or that it had already."""

    def reads(self, name: str, /, **values: str | int) -> Bubble:
        """Ask nothing of the words."""
        del name, values
        return self.last


@pytest.mark.parametrize(("language", "times"), [(Language.KK, 2), (Language.RU, 1)])
async def test_a_case_in_which_each_answer_is_put_off_at_first_ends_as_one_without(
    two_databases: tuple[Database, Database], cipher: Cipher, language: Language, times: int
) -> None:
    """Whatever was done before the answer could not be given is done once, and the person sees what came of it."""
    ends = []
    for kind, database in zip((Telegram, Stumbling), two_databases, strict=True):
        async with kind.open(database, cipher, Clock(), pauses=AT_ONCE) as telegram:
            if isinstance(telegram, Stumbling):
                telegram.at_call = times
            office = Authority(telegram)
            await office.opens()
            client = await whole_case(telegram, office, language, Listener)
            ends.append((await office.learns(), await client.answers(), client.last.text))
    assert ends[1] == ends[0]


async def test_an_interview_in_which_each_answer_is_put_off_at_first_keeps_every_answer(
    two_databases: tuple[Database, Database], cipher: Cipher
) -> None:
    ends = []
    for kind, database in zip((Telegram, Stumbling), two_databases, strict=True):
        async with kind.open(database, cipher, Clock(), pauses=AT_ONCE) as telegram:
            client = await at_first_question(telegram)
            await family_of_five(client)
            ends.append((await client.answers(), client.last.text, client.last.buttons))
    assert ends[1] == ends[0]


async def test_a_reason_is_kept_before_it_is_answered(misfortune: Misfortune, cipher: Cipher) -> None:
    """In a closed chat its answer waits, and gives way to a newer one: the words must not go with it."""
    async with Stumbling.open(misfortune.database, cipher, Clock(), pauses=AT_ONCE) as telegram:
        office = Authority(telegram)
        await office.opens()
        client = await follower(telegram, office, label=AIGUL)
        await office.offers()
        await office.is_delivered()
        await opens(client)
        await client.taps("offer-cannot", "offer-excuse-other")
        for text in ("Анам ауырады", "Қараусыз қалады"):
            client.leaves(NewMessage(text=text))
            (update,) = await telegram.waiting()
            telegram.answered.append(update)
            telegram.local.faults.order(Fault(kind="server_error", chat_id=client.id))
            with pytest.raises(PutOffError):
                await telegram.dispatcher.feed_raw_update(telegram.bot, update)  # and never again
        await client.taps("offer-send")
        (asked,) = [told for kind, told in await office.learns() if kind == "offer_excuse_requested"]
        assert asked["text"] == "Анам ауырады\nҚараусыз қалады"
