"""`komek case`: who follows a case, for the operator of an authority that has no desk of its own."""

import asyncio
import secrets
from typing import Any, Final

from bot import casework
from bot.casework.answers_of_removed import standing_of
from bot.casework.events import EventRejectedError
from bot.commands.database import opened
from bot.commands.which_case import id_of, refused_in_line
from bot.errors import CommandError
from bot.settings import load_settings
from bot.store import cases, doubts, offers
from bot.store.authority_keys import AuthorityKey
from bot.store.cases import BY_OFFICER
from bot.store.cipher import cipher_for
from bot.store.sealed import has_documents
from bot.world import World
from rules.regions import REGIONS

OPERATOR: Final = AuthorityKey("komek case", frozenset(REGIONS), frozenset({"events"}))
"""With its space no name that `komek key add` takes: the journal tells who did it."""


def list_followers(number: str, region: str | None) -> list[str]:
    """Return a line for each who follows a case. CommandError when there is no such case, or one of several."""
    return asyncio.run(_list(number, region))


def send(kind: str, **data: Any) -> None:
    """Do to a case what the authority's event of that kind does. CommandError with the reason."""
    asyncio.run(_send(kind, data))


def remove(number: str, region: str | None, person: str) -> list[str]:
    """Let somebody follow a case no more, and return a line for each of their answers: those stand."""
    send("follower.removed", case_id=number, region=region, person=person)
    return asyncio.run(_answers_of(number, region, person))


async def _answers_of(number: str, region: str | None, person: str) -> list[str]:
    async with opened() as database:
        cipher = cipher_for(load_settings(), may_make_key=False)
        async with database.reading() as connection:
            case_id = await id_of(connection, number, region)
            found = [] if case_id is None else await offers.of_case(connection, cipher, case_id)
    return [
        f"{offer.id}: {person} has answered ({offer.state}), and that stands until you acknowledge it, withdraw the "
        "offer, or the family takes it back\n"
        for offer in standing_of(found, person)
    ]


async def _list(number: str, region: str | None) -> list[str]:
    async with opened() as database:
        cipher = cipher_for(load_settings(), may_make_key=not await has_documents(database))
        async with database.reading() as connection:
            case_id = await id_of(connection, number, region)
            if case_id is None:
                raise CommandError(f"there is no case {number!r}")
            family = await cases.followers(connection, cipher, case_id)
            confirmations = await cases.confirmations(connection, case_id)
            found = await doubts.of_case(connection, case_id)
    lines = []
    for one in family:
        states = [one.member_label or "no name", f"since {one.joined_at:%Y-%m-%d}"]
        states += ["confirmed"] if BY_OFFICER in confirmations.get(one.alias, ()) else []
        states += ["answers nothing until you decide"] if one.doubted_at else []
        doubted_by = [by.by_alias for by in doubts.doubters_of(found, one.alias)]
        states += [f"not known to {' and '.join(doubted_by)}"] if doubted_by else []
        lines.append(f"{one.alias}: {', '.join(states)}\n")
    return lines or ["nobody follows it\n"]


async def _send(kind: str, data: dict[str, Any]) -> None:
    async with opened() as database:
        cipher = cipher_for(load_settings(), may_make_key=not await has_documents(database))
        event = {
            "specversion": "1.0",
            "id": secrets.token_hex(8),
            "source": "/komek/case",
            "type": f"kz.komek.{kind}",
            "data": {name: value for name, value in data.items() if value is not None},
        }
        try:
            await casework.accept(World(database, cipher), OPERATOR, event)
        except EventRejectedError as refused:
            raise refused_in_line(refused) from None
