"""Hostile updates by the thousand, taken up as the program takes them up: from Telegram, by its own polling."""

import asyncio
import contextlib
import io
import json
import re
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import chain
from typing import Any, Final

from cryptography.fernet import Fernet

from bot.app import bot_at
from bot.database import Database, migrate, open_database
from bot.sandbox import SANDBOX_TOKEN, Limits, LocalTelegram, people, sandbox_app, serving
from bot.sandbox.errors import PersonError
from bot.sandbox.person_requests import EditedText, NewGroup, NewMessage, NewPress
from bot.store import offers
from bot.store.cipher import Cipher
from bot.store.soundness import unsound
from rules.offer import ANSWERABLE, OfferState
from tests.chat import Clock, Telegram
from tests.databases import columns_of
from tests.handlers.authority import AIGUL, CASE, Authority
from tests.handlers.client import Client
from tests.handlers.families import at_first_question, at_the_result, at_the_review
from tests.soak.at_work import at_work, log_read
from tests.soak.figures import NONE, AtLeast, Figure, Progress
from tests.soak.forged import CANARY, DATA, Forger

BATCH: Final = 100
STALLED_S: Final = 60.0
GLANCE_S: Final = 0.005
BETWEEN: Final = timedelta(seconds=2)
LATEST_KEPT: Final = 300
"""So many of the newest messages of a chat stay: a chat of a million is no part of this trial."""
REFUSED_CALL: Final = "aiogram.exceptions.TelegramBadRequest"
UNKNOWN_CHAT: Final = "Bad Request: chat not found"
OF_FORGED: Final = (
    UNKNOWN_CHAT,
    "Bad Request: query is too old",
    "Bad Request: there is no callback_query_id in the request",
    "Bad Request: message to edit not found",
    "Bad Request: message can't be edited",
    "Bad Request: message is not modified",
    "Bad Request: there is no text in the message to edit",
    "Forbidden: bot can't initiate conversation with a user",
)
"""What Telegram says of chats, presses and messages that are none; of a text or a button that is wrong it says else."""
FAILURES: Final = ("handler_failed", "update_failed")
"""Of a whole update neither is right; a damaged one, which Telegram sends to nobody, ends in one of them."""
OTHERS_CASE: Final = "79-000777"
PLACEHOLDER: Final = re.compile(r"\{ ?\$(?!canary)|\bNone\b|\bMissing\b|\{ ?-?[a-z]+ ?\}")
OF_PERSON: Final = {"people": "id", "drafts": "person_id", "assessments": "person_id", "case_people": "person_id"}
OF_CASE: Final = ("cases", "offers", "visits", "journal", "changes")


@dataclass
class Found:
    """What was counted, and what must not have happened, by what it is."""

    updates: int = 0
    presses: int = 0
    logged: Counter[str] = field(default_factory=Counter)
    stalled: list[str] = field(default_factory=list)
    silent: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unasked: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    placeholders: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    leaked: list[str] = field(default_factory=list)
    unsound: list[str] = field(default_factory=list)

    def wrong(self) -> dict[str, list[str]]:
        """Return all that must be empty."""
        return {name: value for name, value in vars(self).items() if isinstance(value, list)}


class Siege:
    """A bot at work, somebody who does nothing, and people in whose names anything may come."""

    def __init__(self, telegram: Telegram, seed: int, found: Found, log: io.StringIO) -> None:
        self.telegram, self.found, self.log = telegram, found, log
        self.seed = seed
        self.offers = 0
        self.pressed: list[str] = []
        self.press_ids: list[str] = []
        self.damaged: set[int | None] = set()

    async def begins(self) -> None:
        """Bring everybody to their places."""
        telegram = self.telegram
        self.office = Authority(telegram)
        self.bystander = await at_the_result(telegram)
        await self.office.opens()
        await self.office.invites(self.bystander, CASE, AIGUL)
        await self.office.offers("of-the-bystander")
        self.member = await at_the_review(telegram)
        await self.office.opens(OTHERS_CASE)
        await self.office.invites(self.member, OTHERS_CASE, AIGUL)
        await self.makes_offer()
        self.besieged = [self.member, await at_first_question(telegram), Client.arrives(telegram)]
        self.group = people.gather(telegram.local, NewGroup(title="Ауыл", members=[one.id for one in self.besieged]))
        await telegram.answer_all()
        ids = [one.id for one in self.besieged]
        self.forger = Forger(self.seed, ids, [self.bystander.id])
        self.before = await self.untouched()

    async def makes_offer(self) -> None:
        """Offer the member another job, where the last one was answered."""
        self.offers += 1
        self.pressed.clear()
        due = (self.telegram.clock() + timedelta(days=20)).isoformat()
        await self.office.offers(f"o{self.offers}", case_id=OTHERS_CASE, title=f"Аспаз {self.offers}", respond_by=due)

    async def untouched(self) -> dict[str, list[str]]:
        """Return all that is stored of the bystander and of their case, as it lies there."""
        found, case = {}, await self.office.id_of()
        async with self.telegram.database.reading() as connection:
            wanted = [(table, column, self.bystander.id) for table, column in OF_PERSON.items()]
            wanted += [(table, "case_id" if table != "cases" else "id", case) for table in OF_CASE]  # type: ignore[misc]
            for table, column, key in wanted:
                sql = f"select * from {table} where {column} = :key order by 1, 2"  # noqa: S608, names of ours
                rows = await connection.fetch(sql, {"key": key})
                found[table] = [repr(columns_of(row)) for row in rows]
        return found

    async def sends(self, count: int) -> None:
        """Let so many updates come, half of them from phones, and wait until none waits any more."""
        chance, local = self.forger.chance, self.telegram.local
        for _ in range(count):
            if chance.random() < 0.4:
                self.phone_does()
            else:
                kind, what, is_damaged = self.forger.update(self.newest())
                number = local.updates.push(kind, what)
                self.damaged |= {number} if is_damaged else set()
        self.found.updates += count
        self.telegram.clock.passes(BETWEEN)
        await self.all_taken()
        await self.looks()

    def phone_does(self) -> None:
        """Write, press or edit as a phone can, with whatever text and data."""
        chance, local = self.forger.chance, self.telegram.local
        person = people.found(local, chance.choice(self.besieged).id)
        with contextlib.suppress(PersonError):  # a phone sends no such thing
            match chance.randrange(6):
                case 0 | 1:
                    people.write(local, person, NewMessage(text=self.forger.text()))
                case 2:
                    people.write(local, person, NewMessage(text="/menu", chat_id=self.group.id))
                case 3:
                    self.edits(person)
                case _:
                    self.presses(person)

    def edits(self, person: Any) -> None:
        """Change an own message into any other text."""
        chat = self.telegram.local.chats[person.id]
        own = [one["message_id"] for one in chat.messages.values() if not one["from"]["is_bot"]]
        if own:
            text = EditedText(text=self.forger.text())
            people.edit(self.telegram.local, person, self.forger.chance.choice(own), text)

    def presses(self, person: Any) -> None:
        """Press any button that is or was on the screen, or none that ever was; the clock on it must go."""
        chance, messages = self.forger.chance, list(self.telegram.local.chats[person.id].messages.values())[-40:]
        if not messages:
            return
        shown = chance.choice(messages)
        rows = shown.get("reply_markup", {}).get("inline_keyboard", [])
        data = [button["callback_data"] for row in rows for button in row if "callback_data" in button]
        said = chance.choice(data) if data and chance.random() < 0.8 else chance.choice(DATA)
        new = NewPress(message_id=shown["message_id"], data=said, force=True)
        self.press_ids.append(people.press(self.telegram.local, person, new).id)
        if person.id == self.member.id:
            self.pressed.append(said)

    def newest(self) -> dict[str, Any] | None:
        """Return one of the newest messages of the bot to somebody besieged."""
        chat = self.telegram.local.chats[self.forger.chance.choice(self.besieged).id]
        shown = [message for message in list(chat.messages.values())[-20:] if message["from"]["is_bot"]]
        return self.forger.chance.choice(shown) if shown else None

    async def all_taken(self) -> None:
        """Wait until the bot has confirmed every update and answered every press of a phone."""
        local = self.telegram.local
        try:
            async with asyncio.timeout(STALLED_S):
                while len(local.updates) or self.unanswered():  # noqa: ASYNC110, a phone tells nobody
                    await asyncio.sleep(GLANCE_S)
        except TimeoutError:
            self.found.stalled += [str(local.updates.first())] if len(local.updates) else []
            self.found.silent += self.unanswered()
            local.updates.drop_all()
        self.found.presses += len(self.press_ids)
        self.press_ids.clear()

    def unanswered(self) -> list[str]:
        """Return what the presses say whose clock still turns."""
        presses = [self.telegram.local.presses[press_id] for press_id in self.press_ids]
        return [press.data for press in presses if not press.answered]

    async def looks(self) -> None:
        """Look at what was said, logged and stored."""
        for chat in self.telegram.local.chats.values():
            said = [one.get("text", "") for one in list(chat.messages.values())[-BATCH:] if one["from"]["is_bot"]]
            self.found.placeholders += [text[:200] for text in said if PLACEHOLDER.search(text)]
            for number in list(chat.messages)[:-LATEST_KEPT]:
                del chat.messages[number]
        refused = [call for call in self.telegram.local.calls if call.description is not None]
        unknown = sum(call.description == UNKNOWN_CHAT for call in refused)
        self.found.refused += [
            f"{call.method}: {call.description}" for call in refused if not str(call.description).startswith(OF_FORGED)
        ]
        self.telegram.local.calls.clear()
        for line in self.log.getvalue().splitlines():
            logged = json.loads(line)
            self.found.logged[logged["event"]] += 1
            self.found.leaked += [line] if CANARY in line else []
            is_whole = logged.get("update_id") not in self.damaged
            if logged.get("logger") == "asyncio" or (logged["event"] in FAILURES and is_whole):
                unknown -= logged["error"] == REFUSED_CALL
                self.found.failed += [line] if logged["error"] != REFUSED_CALL or unknown < 0 else []
        self.log.seek(0)
        self.log.truncate()
        await self.looks_at_offer()

    async def looks_at_offer(self) -> None:
        """Whether the member's offer stands as they have pressed, and make another when it was answered."""
        case = await self.office.id_of(OTHERS_CASE)
        async with self.telegram.database.reading() as connection:
            offer = await offers.find(connection, self.telegram.cipher, case, f"o{self.offers}")
        assert offer is not None
        said = [data.split("|")[3] for data in self.pressed if data.startswith(f"offer|{offer.number}|")]
        asks_twice = "refuse_anyway" in said and "refuse_yes" in said[said.index("refuse_anyway") :]
        is_unasked = {OfferState.REFUSED: not asks_twice, OfferState.ACCEPTED: "accept_yes" not in said}
        self.found.unasked += [f"{offer.state} after {said}"] if is_unasked.get(offer.state) else []
        if offer.state not in ANSWERABLE:
            await self.makes_offer()

    async def ends(self) -> None:
        """Look at everything once more."""
        after = await self.untouched()
        self.found.changed += [table for table, rows in self.before.items() if after[table] != rows]
        world = self.telegram.another_process()
        broken = await unsound(world.database, world.cipher)
        self.found.unsound += [f"{one.rule}: {one.where}" for one in broken]


def every_kind(kind: str) -> bool:
    """Want every update: a forger asks nobody which kinds are wanted."""
    return bool(kind)


@contextlib.asynccontextmanager
async def besieged(database: Database, seed: int, found: Found) -> AsyncIterator[Siege]:
    """Serve Telegram, and let the bot poll it for the length of a block."""
    local, cipher = LocalTelegram(limits=Limits(paced=False)), Cipher([Fernet.generate_key().decode()])
    local.updates._wants = every_kind  # type: ignore[method-assign] # as a forger has it
    with log_read() as log:
        async with serving(sandbox_app(local)) as base, bot_at(base, SANDBOX_TOKEN) as bot:
            telegram = Telegram(local, bot, database, cipher, Clock())
            siege = Siege(telegram, seed, found, log)
            await siege.begins()
            async with at_work(telegram):
                yield siege


async def fed(database: Database, updates: int, seed: int) -> Found:
    """Feed so many hostile updates, and return what came of it."""
    found = Found()
    async with besieged(database, seed, found) as siege:
        progress = Progress("updates", updates)
        while found.updates < updates:
            await siege.sends(min(BATCH, updates - found.updates))
            progress(found.updates, chain(*found.wrong().values()))
        await siege.ends()
    return found


def figures(url: str, database: str, updates: int, seed: int) -> Iterator[Figure]:
    """Feed them, and tell what came of it."""

    async def feed() -> Found:
        async with open_database(url) as opened:
            await migrate(opened)
            return await fed(opened, updates, seed)

    found = asyncio.run(feed())
    told = f"hostile updates of every kind, half of them damaged, polled from Telegram on {database}; seed {seed}"
    details = {"presses_of_phones": found.presses, "logged": dict(found.logged.most_common(12))}
    yield Figure(f"updates_{database}", found.updates, "updates", AtLeast(updates), told, details=details)
    for name, which in found.wrong().items():
        wrong = {"which": [text[:300] for text in which[:20]]}
        yield Figure(f"updates_{database}_{name}", len(which), "faults", NONE, told, details=wrong)
