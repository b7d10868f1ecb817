"""GET /v1/cases: the cases in which something happened last."""

from datetime import date
from typing import Annotated, Final

from fastapi import APIRouter, Query
from pydantic import AwareDatetime, BaseModel

from bot.api.authentication import CasesKey, WorldOf
from bot.api.errors import OF_KEYS, described
from bot.store import recent_cases
from rules.case import CaseStatus

USUAL: Final = 50
MOST: Final = 200

router = APIRouter(prefix="/v1", tags=["cases"])


class CaseListed(BaseModel):
    """A case as a list shows it; `changed_at` is when something happened in it last."""

    case_id: str
    region: str
    applied_on: date
    status: CaseStatus
    changed_at: AwareDatetime


class CaseList(BaseModel):
    """Cases, the one in which something happened last first."""

    cases: list[CaseListed]


@router.get("/cases", responses={**OF_KEYS, **described(422)})
async def get_cases(key: CasesKey, world: WorldOf, limit: Annotated[int, Query(ge=1, le=MOST)] = USUAL) -> CaseList:
    """Return the cases of the key's regions in which something happened last; any other is found by its id."""
    async with world.database.reading() as connection:
        found = await recent_cases.recent(connection, key.regions, limit)
    return CaseList(
        cases=[
            CaseListed(
                case_id=one.number,
                region=one.region,
                applied_on=one.applied_on,
                status=one.status,
                changed_at=one.at,
            )
            for one in found
        ]
    )
