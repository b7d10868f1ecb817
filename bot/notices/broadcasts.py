"""Broadcasts: one text in both languages, to everybody who follows a case of a region, each person once."""

import hashlib
from collections import Counter
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser, ast

from bot.database import retry_on_deadlock
from bot.errors import CommandError
from bot.notices.quiet_hours import next_decent_time
from bot.store import audience, outbox
from bot.store.notice_keys import Cause, NoticeKey, of_broadcast
from bot.store.notice_kinds import NoticeKind
from bot.store.outbox import Urgency
from bot.store.queued_together import prepared, queue_together
from bot.texts import Language, escape
from bot.world import World

LONGEST: Final = 4_096  # UTF-16 units, as Telegram counts
BATCH: Final = 100  # people a transaction: others may write in between
FIRST: Final = 0  # below every id of Telegram


class BroadcastError(CommandError):
    """A file holds no broadcast; the message says where and what is needed."""


@dataclass(frozen=True, slots=True)
class Broadcast:
    """A text by language, plain, for a region (ISO 3166-2:KZ)."""

    region: str
    text: dict[str, str]

    @property
    def cause(self) -> Cause:
        """For what its notices are told: the same text is never told twice in a region."""
        said = "\0".join([self.region, *(self.text[language] for language in Language)])
        return of_broadcast(hashlib.sha256(said.encode()).hexdigest()[:16])


def read_broadcast(file: Path, region: str) -> Broadcast:
    """Read a Fluent file with the messages `kk` and `ru`, which take no values. BroadcastError otherwise."""
    try:
        source = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as wrong:
        raise BroadcastError(f"{file}: {getattr(wrong, 'strerror', None) or 'is no text in UTF-8'}") from None
    resource = FluentParser().parse(source)
    entries = [entry for entry in resource.body if not isinstance(entry, ast.BaseComment)]
    names = [entry.id.name for entry in entries if isinstance(entry, ast.Message)]
    if sorted(names) != sorted(Language) or len(names) != len(entries):
        raise BroadcastError(f"{file}: the messages kk and ru are needed, each once, and nothing else")
    bundle = FluentBundle(["kk"], use_isolating=False)
    bundle.add_resource(resource)
    return Broadcast(region, {name: _text(file, bundle, name) for name in names})


def _text(file: Path, bundle: FluentBundle, name: str) -> str:
    pattern = bundle.get_message(name).value
    written, errors = bundle.format_pattern(pattern) if pattern else ("", [])
    text = str(written).strip()
    if errors or not text:
        raise BroadcastError(f"{file}: {name}: a text without variables is needed")
    if len(text.encode("utf-16-le")) // 2 > LONGEST:
        raise BroadcastError(f"{file}: {name}: is longer than the {LONGEST} characters that Telegram takes")
    return text


async def readers(world: World, broadcast: Broadcast) -> Counter[str]:
    """Return how many people would be told, by their language."""
    async with world.database.reading() as connection:
        return Counter(await audience.languages_of_region(connection, broadcast.region))


async def queue(world: World, broadcast: Broadcast) -> AsyncIterator[int]:
    """Queue it for everybody who has not got it; gives how many people were seen to after each transaction.

    Whoever stops in between, or takes back what waits, goes on by calling it again. Two at once tell nobody twice.
    """
    details = {language: escape(text) for language, text in broadcast.text.items()}
    last = FIRST
    while True:
        async with world.database.reading() as connection:
            people = await audience.of_region_after(connection, broadcast.region, last, BATCH)
        if not people:
            return
        await _queue(world, broadcast, people, details)
        world.queued.set()
        yield len(people)
        last = people[-1]


@retry_on_deadlock
async def _queue(world: World, broadcast: Broadcast, people: Sequence[int], details: Mapping[str, str]) -> None:
    notices = [
        prepared(
            world.cipher,
            key=NoticeKey(broadcast.cause, str(person_id)),
            person_id=person_id,
            case_id=None,
            kind=NoticeKind.BROADCAST,
            details=details,
            due_at=next_decent_time(world.now()),
            urgency=Urgency.BULK,
        )
        for person_id in people
    ]
    async with world.database.transaction() as transaction:
        await queue_together(transaction, notices)


async def take_back(world: World, broadcast: Broadcast) -> None:
    """Take back what still waits of it."""
    async with world.database.transaction() as transaction:
        await outbox.withdraw(transaction, broadcast.cause, world.now())


async def states(world: World, broadcast: Broadcast) -> dict[str, int]:
    """Return how many of its notices are in each state."""
    async with world.database.reading() as connection:
        return await outbox.counts(connection, broadcast.cause)
