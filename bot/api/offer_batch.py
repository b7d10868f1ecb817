"""POST /v1/offers/batch: many offers from a spreadsheet, first tried out, then made."""

from typing import Annotated, Final, Literal

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel

from bot.api.authentication import EventsKey, WorldOf
from bot.api.bodies import body_of, text_body
from bot.api.errors import OF_BODIES, OF_KEYS, Mistake
from bot.api.offers_csv import COLUMNS, NEEDED, CsvRow, read_rows
from bot.casework import Accepted
from bot.casework.events import EventRejectedError
from bot.casework.offer_batch import Batch

CSV: Final = "text/csv"
FORM: Final = {
    "type": "string",
    "minLength": len(",".join(NEEDED)),
    "description": f"The first row names the columns, {', '.join(NEEDED)} among them; each other row is an offer",
    "example": f"{','.join(COLUMNS)}\n",
}

router = APIRouter(prefix="/v1", tags=["offers"])


DryRun = Annotated[bool, Query(description="only say what would become of each row; false makes the offers")]


class RowAnswered(BaseModel):
    """What became of a row, which is counted as a spreadsheet does; each error names the column.

    `region` is as the row names it: that is needed only where several regions of the key have a case of that id.
    """

    row: int
    case_id: str | None
    region: str | None
    offer_id: str | None
    status: Accepted | Literal["refused"]
    errors: list[Mistake] = []


class Totals(BaseModel):
    """What the file comes to. The families are those of the accepted rows; sums are tenge a month."""

    rows: int
    accepted: int
    duplicate: int
    refused: int
    families: int
    families_nobody_joined: int
    families_who_would_lose_assistance: int
    monthly_tenge_at_stake: int


class BatchAnswered(BaseModel):
    """The answer to a file; when `dry_run` is true nothing was written and nobody is told."""

    dry_run: bool
    totals: Totals
    rows: list[RowAnswered]


@router.post(
    "/offers/batch",
    openapi_extra=body_of(FORM, [CSV]),
    responses={**OF_KEYS, **OF_BODIES},
)
async def post_offers(
    request: Request,
    key: EventsKey,
    world: WorldOf,
    dry_run: DryRun = True,  # noqa: FBT002, a parameter of the address
) -> BatchAnswered:
    """Make an offer of each row, or try that out; the same file again changes nothing."""
    rows = read_rows(await text_body(request, CSV))
    batch = Batch(world, key, dry=dry_run)
    answers = [await _take(batch, row) for row in rows]
    return BatchAnswered(dry_run=dry_run, totals=await _totals(batch, answers), rows=answers)


async def _take(batch: Batch, row: CsvRow) -> RowAnswered:
    told = row.offer.get
    answer = RowAnswered(
        row=row.number, case_id=told("case_id"), region=told("region"), offer_id=told("offer_id"), status="refused"
    )
    if row.wrong is not None:
        return answer.model_copy(update={"errors": [Mistake(field="", message=row.wrong)]})
    try:
        return answer.model_copy(update={"status": await batch.take(row.offer)})
    except EventRejectedError as refused:
        return answer.model_copy(update={"errors": [Mistake(**error) for error in refused.errors]})


async def _totals(batch: Batch, answers: list[RowAnswered]) -> Totals:
    states = [answer.status for answer in answers]
    stake = await batch.at_stake()
    return Totals(
        rows=len(answers),
        accepted=states.count(Accepted.ACCEPTED),
        duplicate=states.count(Accepted.DUPLICATE),
        refused=states.count("refused"),
        families=stake.families,
        families_nobody_joined=stake.nobody_joined,
        families_who_would_lose_assistance=stake.would_lose,
        monthly_tenge_at_stake=stake.monthly_tenge,
    )
