"""A case by the number that the authority gave it: the program's own id is random, and nobody is told it."""

from bot.store import cases
from bot.world import World


async def id_of(world: World, number: str, region: str = "KZ-79") -> str:
    """Return the program's id of a case, which is there."""
    async with world.database.reading() as connection:
        (place,) = await cases.numbered(connection, number, [region])
    return place.id
