"""Which case the operator means: it is named by its number, and several regions may have a case of the same."""

from bot.casework import place_of
from bot.casework.events import EventRejectedError
from bot.database import Connection
from bot.errors import CommandError
from rules.regions import REGIONS


async def id_of(connection: Connection, number: str, region: str | None) -> str | None:
    """Return the program's id of a case, or None. CommandError where there are several and no region says which."""
    if region is not None and region not in REGIONS:
        raise CommandError(f"--region: {region!r}; allowed: {', '.join(REGIONS)}")
    try:
        place = await place_of(connection, REGIONS, number, region)
    except EventRejectedError as refused:
        raise refused_in_line(refused) from None
    return place and place.id


def refused_in_line(refused: EventRejectedError) -> CommandError:
    """Return a refusal as the command line says it, where the region is an option."""
    line = str(refused).removeprefix("data.")
    return CommandError(f"--{line}" if line.startswith("region:") else line)
