"""The API on a free port, on each database, and programs of the authority with keys for it."""

from collections.abc import AsyncIterator, Awaitable, Callable

import aiohttp
import pytest

from bot.api import api_app
from bot.database import Database
from bot.privacy import Cipher
from bot.store import authority_keys
from bot.store.authority_keys import AuthorityKey
from bot.world import World
from tests.bot.api.authority import ALL_SCOPES, SHYMKENT, Authority, Clock, served

MakeAuthority = Callable[..., Awaitable[Authority]]


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
