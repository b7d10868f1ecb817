"""/v1/poverty-lines: the published lines of a quarter and where they are missing, and entering one.

The bot uses an entered line from the next answer on.
"""

from typing import Annotated, Final

from fastapi import APIRouter, Path, Query, Request
from pydantic import BaseModel, Field, StringConstraints

from bot.api.authentication import LinesKey, WorldOf, forbidden
from bot.api.bodies import COMPONENTS, body_of, json_body
from bot.api.errors import OF_BODIES, OF_KEYS, described
from bot.casework.events import EventRejectedError, Region, Strict, read_as
from bot.casework.written import WHOLE, Plain, some_sign_but
from bot.published_lines import (
    FIRST_QUARTER,
    known_quarter,
    known_quarters,
    last_quarter,
    plausible_tenge,
    regions_without_line,
    sums_allowed,
)
from bot.store import poverty_lines
from bot.store.poverty_lines import AddedLine
from rules import PovertyLines, Quarter
from rules.regions import FORMED, exists

QUARTER_FORM: Final = {"enum": [str(quarter) for quarter in known_quarters()]}
MOST_TENGE: Final = max(plausible_tenge(quarter).stop for quarter in known_quarters()) - 1

router = APIRouter(prefix="/v1", tags=["poverty lines"])


class LinePublished(Strict):
    """A poverty line, tenge a person a month, and where it was published.

    The sum lies between a tenth of the subsistence minimum of the quarter and three times as much.
    """

    tenge: Annotated[int, Field(ge=1, json_schema_extra={"maximum": MOST_TENGE}, strict=True), WHOLE]
    source: Annotated[
        str,
        StringConstraints(strip_whitespace=True, min_length=1, max_length=500, pattern=r"^[^\t\r\n]+$"),
        Plain,
        some_sign_but(r"\x00-\x1f\x7f"),
    ]


class LineKept(BaseModel):
    """A poverty line as the bot uses it."""

    region: str
    quarter: str
    tenge: int
    source: str


class LinesOfQuarter(BaseModel):
    """The published lines of a quarter in the key's regions; in those that are `missing` the bot has to estimate."""

    quarter: str
    lines: list[LineKept]
    missing: list[str]


BODIES: Final = (LinePublished,)
QuarterWanted = Annotated[
    str | None,
    Query(description="a quarter such as 2026-Q4; the running one if left out", json_schema_extra=QUARTER_FORM),
]


@router.get("/poverty-lines", responses={**OF_KEYS, **described(422)})
async def get_poverty_lines(key: LinesKey, world: WorldOf, quarter: QuarterWanted = None) -> LinesOfQuarter:
    """Return the published poverty lines of a quarter in the key's regions, and the regions that have none."""
    wanted = Quarter.of(world.today()) if quarter is None else _known(quarter)
    async with world.database.reading() as connection:  # what another process has just entered is there, too
        lines = PovertyLines(await poverty_lines.published(connection))
    return LinesOfQuarter(
        quarter=str(wanted),
        lines=[
            LineKept(region=line.region, quarter=str(line.quarter), tenge=line.tenge, source=line.source)
            for line in lines
            if line.quarter == wanted and line.region in key.regions
        ],
        missing=[region for region in regions_without_line(lines, wanted) if region in key.regions],
    )


@router.put(
    "/poverty-lines/{region}/{quarter}",
    openapi_extra=body_of({"$ref": COMPONENTS + LinePublished.__name__}),
    responses={**OF_KEYS, **OF_BODIES},
)
async def put_poverty_line(
    request: Request,
    region: Region,
    quarter: Annotated[str, Path(description="a quarter such as 2026-Q4", json_schema_extra=QUARTER_FORM)],
    key: LinesKey,
    world: WorldOf,
) -> LineKept:
    """Add or correct the poverty line of a region and a quarter."""
    if region not in key.regions:
        raise forbidden()
    known = _known(quarter)
    if not exists(region, known.last_day):
        raise EventRejectedError("quarter", f"{region} exists from {FORMED[region].on}")
    _, document = await json_body(request)
    published = read_as(LinePublished, document)
    if published.tenge not in plausible_tenge(known):
        raise EventRejectedError("tenge", sums_allowed(known))
    line = AddedLine(region, str(known), published.tenge, published.source, world.today())
    async with world.database.transaction() as transaction:
        await poverty_lines.put_lines(transaction, [line])
    return LineKept(region=region, quarter=str(known), tenge=line.tenge, source=line.source)


def _known(text: str) -> Quarter:
    quarter = known_quarter(text)
    if quarter is None:
        raise EventRejectedError("quarter", f"allowed: {FIRST_QUARTER} to {last_quarter()}")
    return quarter
