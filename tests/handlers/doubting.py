"""What a family says of who follows its case, and what waits for the officer since."""

from typing import Any, Final

from bot.casework.waiting import Waiting, what_waits
from tests.handlers.authority import KEY, Authority
from tests.handlers.client import Client

MOST: Final = 100


async def learnt(authority: Authority, kind: str) -> list[dict[str, Any]]:
    """Return what the authority has been told of a kind."""
    return [details for told, details in await authority.learns() if told == kind]


async def sees_followers(client: Client) -> str:
    """Open the list of who follows the case."""
    await client.says("/case")
    await client.taps("case-followers")
    return client.last.text


async def doubts(client: Client, person: str) -> None:
    """Say that another follower is not known."""
    await sees_followers(client)
    await client.presses(person, client.words.say("button-follower-doubt", person=person))
    await client.taps("follower-doubt_yes")


async def waits(authority: Authority, most: int = MOST) -> list[Waiting]:
    """Return what waits in the office's regions."""
    found, is_more = await what_waits(authority.world, KEY.regions, most)
    assert not is_more
    return found


def shown(one: Waiting) -> dict[str, Any]:
    """Return what is known of something that waits, without when and where."""
    known = {name: getattr(one, name) for name in one.__dataclass_fields__ if name not in {"since", "case"}}
    return {name: value for name, value in known.items() if value is not None}


async def kinds(authority: Authority) -> list[str]:
    return [one.kind for one in await waits(authority)]
