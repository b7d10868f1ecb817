"""PUT /v1/poverty-lines: a published poverty line, used by the bot from the next answer on."""

from typing import Annotated, Final

from fastapi import APIRouter, Path, Request
from pydantic import BaseModel, Field, StringConstraints

from bot.api.authentication import LinesKey, WorldOf, forbidden
from bot.api.bodies import COMPONENTS, body_of, json_body
from bot.api.errors import OF_BODIES, OF_KEYS
from bot.entered_lines import FIRST_QUARTER, known_quarter, last_quarter, plausible_tenge, sums_allowed
from bot.events import Plain, Refusal, Region, Strict, read_as
from bot.store import poverty_lines
from bot.store.poverty_lines import AddedLine
from rules import Quarter
from rules.regions import FORMED, exists

router = APIRouter(prefix="/v1", tags=["poverty lines"])


class LinePublished(Strict):
    """A poverty line, tenge a person a month, and where it was published.

    The sum lies between a tenth of the subsistence minimum of the quarter and three times as much.
    """

    tenge: Annotated[int, Field(ge=1, strict=True)]
    source: Annotated[
        str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500, pattern=r"^[^\t\r\n]+$"), Plain
    ]


class LineKept(BaseModel):
    """A poverty line as the bot uses it."""

    region: str
    quarter: str
    tenge: int
    source: str


BODIES: Final = (LinePublished,)


@router.put(
    "/poverty-lines/{region}/{quarter}",
    openapi_extra=body_of({"$ref": COMPONENTS + LinePublished.__name__}),
    responses={**OF_KEYS, **OF_BODIES},
)
async def put_poverty_line(
    request: Request,
    region: Region,
    quarter: Annotated[
        str, Path(description="a quarter such as 2026-Q4", json_schema_extra={"pattern": r"^20\d\d-Q[1-4]$"})
    ],
    key: LinesKey,
    world: WorldOf,
) -> LineKept:
    """Add or correct the poverty line of a region and a quarter."""
    if region not in key.regions:
        raise forbidden()
    known = _quarter(region, quarter)
    _, document = await json_body(request)
    published = read_as(LinePublished, document)
    if published.tenge not in plausible_tenge(known):
        raise Refusal("tenge", sums_allowed(known))
    line = AddedLine(region, str(known), published.tenge, published.source, world.today())
    async with world.database.transaction() as transaction:
        await poverty_lines.put_lines(transaction, [line])
    world.forget_lines()
    return LineKept(region=region, quarter=str(known), tenge=line.tenge, source=line.source)


def _quarter(region: str, text: str) -> Quarter:
    quarter = known_quarter(text)
    if quarter is None:
        raise Refusal("quarter", f"allowed: {FIRST_QUARTER} to {last_quarter()}")
    if not exists(region, quarter.last_day):
        raise Refusal("quarter", f"{region} exists from {FORMED[region].on}")
    return quarter
