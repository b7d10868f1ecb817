"""What a family would read of an event, in both languages, before it is sent: in the words of the notice itself."""

from typing import NamedTuple

from bot.database import Connection
from bot.store import cases, newly_queued
from bot.store.newly_queued import Queued
from bot.texts import Language, texts
from bot.wording import plain
from bot.wording.notices import notice_told
from bot.world import World


class Reads(NamedTuple):
    """One text, and who reads it: by their aliases, in the order of joining; `kind` is the notice's."""

    kind: str
    people: list[str]
    texts: dict[Language, str]


async def reads_since(transaction: Connection, world: World, case_id: str, number: int) -> list[Reads]:
    """Return what the notices of a case tell that were queued behind a number, each text once.

    What only that person's chat has is left out, as it would tell the authority something of them: how the decision
    compares with the person's own estimate, and which other cases they follow.
    """
    case = await cases.load(transaction, world.cipher, case_id)
    found = list[Reads]()
    for notice in await newly_queued.of_case(transaction, world.cipher, case_id, number):
        told = {language: _told(world, language, notice, case) for language in Language}
        same = next((reads for reads in found if (reads.kind, reads.texts) == (notice.kind, told)), None)
        if same is None:
            found.append(Reads(notice.kind, [notice.alias], told))
        elif notice.alias not in same.people:
            same.people.append(notice.alias)
    return found


def _told(world: World, language: Language, notice: Queued, case: cases.Case | None) -> str:
    """Return a notice as its chat shows it at the time at which it is due."""
    at = max(notice.due_at, world.now())
    of = case if notice.names_case else None
    return plain(notice_told(texts(language), notice.kind, notice.values, of, None, at).text)
