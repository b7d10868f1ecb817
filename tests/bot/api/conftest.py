"""The API on a free port, on each database, and programs of the authority with keys for it."""

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Final

import aiohttp
import pytest

from bot import casework
from bot.api import api_app
from bot.database import Database
from bot.store import authority_keys, people
from bot.store.authority_keys import AuthorityKey
from bot.store.cipher import Cipher
from bot.world import World
from tests.bot.api.authority import ALL_SCOPES, SHYMKENT, Authority, Clock, served

MakeAuthority = Callable[..., Awaitable[Authority]]
AIGUL: Final = 5_000_000_001


async def follows(akimat: Authority, world: World, case_id: str = "79-1", person_id: int = AIGUL) -> None:
    """Let somebody, Aigul unless said, follow a case under her name."""
    async with world.database.statement() as connection:
        await people.choose_language(connection, person_id, "kk", world.now())
    link = await akimat.asks("POST", f"/v1/cases/{case_id}/link", {"member_label": "Айгүл"})
    assert await casework.join(world, link.body["token"], person_id)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def world(database: Database, cipher: Cipher, clock: Clock) -> World:
    return World(database, cipher, clock)


@pytest.fixture
async def base(world: World) -> AsyncIterator[str]:
    """The address of the API."""

    async def bot_name() -> str:
        return "komek_bot"

    async with served(api_app(world, bot_name)) as base:
        yield base


@pytest.fixture
async def web() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture
def make_authority(world: World, base: str, web: aiohttp.ClientSession) -> MakeAuthority:
    """Makes a key and a program that uses it."""

    async def make(name: str, regions: tuple[str, ...], scopes: tuple[str, ...] = ALL_SCOPES) -> Authority:
        key = AuthorityKey(name, frozenset(regions), frozenset(scopes))
        async with world.database.statement() as connection:
            return Authority(web, base, await authority_keys.add(connection, key, world.now()))

    return make


@pytest.fixture
async def akimat(make_authority: MakeAuthority) -> Authority:
    """The akimat of Shymkent, which may do everything there."""
    return await make_authority("akimat", (SHYMKENT,))
