"""Who is reached by a broadcast."""

from bot.database import Connection, queries_beside

queries = queries_beside(__file__)


async def languages_of_region(connection: Connection, region: str) -> dict[str, int]:
    """Return how many people follow a case of a region, by their language."""
    return {row["language"]: row["people"] async for row in queries.languages_of_region(connection, region=region)}


async def of_region_after(connection: Connection, region: str, person_id: int, batch: int) -> list[int]:
    """The next people who follow a case of a region, by their ids; all of them, when asked again from the last on."""
    rows = queries.of_region_after(connection, region=region, person_id=person_id, batch=batch)
    return [row["person_id"] async for row in rows]
