"""Who is reached by a broadcast."""

from bot.database import Connection, queries_beside

queries = queries_beside(__file__)


async def of_region(connection: Connection, region: str) -> dict[int, str]:
    """Return the people who follow a case of a region, each once, and the language of each."""
    return {row["person_id"]: row["language"] async for row in queries.of_region(connection, region=region)}
