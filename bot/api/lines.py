"""PUT /v1/poverty-lines: a published poverty line, used by the bot from the next answer on."""

from typing import Annotated, Final

from fastapi import APIRouter, Path, Request
from pydantic import BaseModel, Field, StringConstraints

from bot.api.authentication import LinesKey, WorldOf, forbidden
from bot.api.bodies import COMPONENTS, body_of, json_body
from bot.api.errors import OF_BODIES, OF_KEYS
from bot.commands.arguments import HIGHEST_LINE_TENGE
from bot.events import Plain, Refusal, Region, Strict, read_as
from bot.store import poverty_lines
from bot.store.poverty_lines import AddedLine
from rules import Quarter
from rules.law_on import law_ends_on
from rules.regions import FORMED, exists
from rules.sources import LAW_BEGINS_ON

router = APIRouter(prefix="/v1", tags=["poverty lines"])


class LinePublished(Strict):
    """A poverty line, tenge a person a month, and where it was published."""

    tenge: Annotated[int, Field(ge=1, le=HIGHEST_LINE_TENGE, strict=True)]
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
    line = AddedLine(region, str(known), published.tenge, published.source, world.today())
    async with world.database.transaction() as transaction:
        await poverty_lines.put_lines(transaction, [line])
    world.forget_lines()
    return LineKept(region=region, quarter=str(known), tenge=line.tenge, source=line.source)


def _quarter(region: str, text: str) -> Quarter:
    first, last = Quarter.of(LAW_BEGINS_ON), Quarter.of(law_ends_on())
    try:
        quarter = Quarter.parse(text)
    except ValueError:
        quarter = None
    if quarter is None or not first <= quarter <= last or str(quarter) != text:
        raise Refusal("quarter", f"allowed: {first} to {last}")
    if not exists(region, quarter.last_day):
        raise Refusal("quarter", f"{region} exists from {FORMED[region].on}")
    return quarter
