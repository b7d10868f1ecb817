"""GET /v1/changes: what the authority must learn, in order, with a cursor that skips nothing."""

import base64
import binascii
from typing import Annotated, Any, Final

from fastapi import APIRouter, Query
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from bot.api.authentication import ChangesKey, WorldOf
from bot.api.errors import OF_KEYS, described
from bot.api.files import FileLink, link_to
from bot.casework.events import EventRejectedError
from bot.errors import DeadlockError
from bot.store import changes, changes_read
from bot.store.authority_keys import AuthorityKey
from bot.world import World

USUAL: Final = 100
MOST: Final = 1_000
NUMBER_BYTES: Final = 8
HIGHEST_NUMBER: Final = 2**63 - 1

router = APIRouter(prefix="/v1", tags=["changes"])
CURSOR_FORM: Final = {"pattern": r"^([A-Za-f][A-Za-z0-9_-]{9}[AEIMQUYcgkosw048])?$"}
"""Eight bytes in base64, the first bit zero; empty is the beginning."""
Cursor = Annotated[str, Query(description="`next` of the page before; empty at first", json_schema_extra=CURSOR_FORM)]


class Change(BaseModel):
    """Something that happened in a case; each kind has fields of its own beside these."""

    model_config = ConfigDict(extra="allow")

    cursor: str
    at: AwareDatetime
    kind: str
    case_id: str
    region: str
    visit_id: str | None = None
    offer_id: str | None = None
    person: str | None = None
    reason: str | None = None
    text: str | None = None
    files: list[FileLink] = []
    is_damaged: bool = Field(default=False, description="true: what it told can be read no more, see the case")


class Changes(BaseModel):
    """Changes in their order, and where to go on reading: the same place when there are none yet."""

    changes: list[Change]
    next: str


@router.get(
    "/changes", response_model=Changes, response_model_exclude_unset=True, responses={**OF_KEYS, **described(422)}
)
async def get_changes(
    key: ChangesKey,
    world: WorldOf,
    after: Cursor = "",
    limit: Annotated[int, Query(ge=1, le=MOST)] = USUAL,
) -> dict[str, Any]:
    """Return the changes behind a cursor, the oldest first, of the key's regions.

    Whoever asks behind a change has read it. What was read is deleted in its time; what was not is kept until then.
    """
    number = number_of(after) if after else 0
    if number:
        await _note_read(world, key, number)
    async with world.database.reading() as connection:
        found, reached = await changes.after(connection, world.cipher, number, sorted(key.regions), limit)
    return {"changes": [_seen(change) for change in found], "next": cursor_of(reached)}


async def _note_read(world: World, key: AuthorityKey, number: int) -> None:
    try:
        await changes_read.note(world.database, key.regions, number, world.now())
    except Exception as fault:  # a full disk must not keep anybody from reading: it is noted with the next page
        if not (isinstance(fault, DeadlockError) or world.database.is_temporary(fault)):
            raise


def _seen(change: changes.Change) -> dict[str, Any]:
    which = {"case_id": change.case_number, "region": change.region}
    fixed = {"cursor": cursor_of(change.number), "at": change.at, "kind": change.kind, **which}
    files = {"files": [link_to(file) for file in change.details["files"]]} if "files" in change.details else {}
    return {**fixed, **change.details, **files, **fixed}


def cursor_of(number: int) -> str:
    """Return a place among the changes as text that says nothing by itself."""
    return base64.urlsafe_b64encode(number.to_bytes(NUMBER_BYTES)).decode().rstrip("=")


def number_of(cursor: str) -> int:
    """Return the place of a cursor; EventRejectedError when it is none of ours."""
    try:
        number = int.from_bytes(base64.b64decode(cursor + "=", altchars=b"-_", validate=True))
    except (binascii.Error, ValueError):
        number = HIGHEST_NUMBER + 1
    if number > HIGHEST_NUMBER or cursor_of(number) != cursor:
        raise EventRejectedError("after", "is no cursor: send the `next` of the page before, or nothing")
    return number
