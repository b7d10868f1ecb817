"""A number that a process holds at a database: others see it as long as the process lives, and no longer."""

import asyncio
from multiprocessing import Pipe
from multiprocessing.connection import Connection

from bot.database import Database, open_database
from tests.databases import ON_POSTGRESQL
from tests.misfortune import database_that_goes_away
from tests.running import FORKING

NUMBER = 2**55 + 1
FOR_EVER = 3_600
SOON_S = 10


def live(url: str, said: Connection) -> None:
    """Hold the number until killed."""

    async def hold() -> None:
        async with open_database(url) as database:
            await database.hold(NUMBER)
            said.send("held")
            await asyncio.sleep(FOR_EVER)

    asyncio.run(hold())


async def becomes_free(database: Database) -> None:
    async with asyncio.timeout(SOON_S):
        while await database.is_held(NUMBER):  # noqa: ASYNC110, it tells nobody
            await asyncio.sleep(0.01)


async def test_what_another_process_holds_is_held_until_it_is_killed(database: Database, database_url: str) -> None:
    ours, theirs = Pipe()
    process = FORKING.Process(target=live, args=(database_url, theirs))
    process.start()
    try:
        assert await asyncio.to_thread(ours.recv) == "held"
        assert await database.is_held(NUMBER)
        assert not await database.is_held(NUMBER + 1)
    finally:
        process.kill()
        process.join()
    await becomes_free(database)


async def test_two_in_one_process_see_each_other_and_both_may_hold_it(database: Database, database_url: str) -> None:
    async with open_database(database_url) as first, open_database(database_url) as second:
        for one in (first, first, second):
            await one.hold(NUMBER)
        await first.close()
        assert await database.is_held(NUMBER)
    await becomes_free(database)


@ON_POSTGRESQL
async def test_a_way_that_was_cut_takes_the_number_with_it_until_it_is_held_anew(
    database: Database, database_url: str
) -> None:
    async with database_that_goes_away(database_url) as misfortune:
        await misfortune.database.hold(NUMBER)
        assert await database.is_held(NUMBER)
        await misfortune.strikes()
        await becomes_free(database)
        await misfortune.passes()
        await misfortune.database.hold(NUMBER)
        assert await database.is_held(NUMBER)
