"""GET /v1/files: what a person of the family sent on with the wish to be excused, for the officer alone."""

import re
from http import HTTPStatus
from typing import Annotated, Any, Final
from urllib.parse import quote

from fastapi import APIRouter, HTTPException, Path, Response
from pydantic import BaseModel

from bot.api.authentication import CasesKey, WorldOf
from bot.api.errors import OF_KEYS, described
from bot.casework import case_for
from bot.store import offer_files
from bot.store.offer_details import ListedFile

ANY: Final = "application/octet-stream"
HARMLESS: Final = frozenset({"image/jpeg", "image/png", "image/webp", "application/pdf"})
"""Media types that say what a file is. Under any other the officer's browser might run what a stranger has sent."""
HEADERS: Final = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cache-Control": "no-store",
}
ADDRESS: Final = "/v1/files/"
ID: Final = re.compile(r"[\w-]{1,64}", re.ASCII)

router = APIRouter(prefix="/v1", tags=["offers"])


class FileLink(BaseModel):
    """A file that came with an answer, and where it is fetched."""

    id: str
    url: str
    size_bytes: int


def link_to(file: ListedFile) -> FileLink:
    """Return the link to a file that a change or an answer names."""
    return FileLink(id=file["id"], url=ADDRESS + file["id"], size_bytes=file["size_bytes"])


def _described() -> dict[str, Any]:
    return {"content": {name: {"schema": {"type": "string", "format": "binary"}} for name in sorted({*HARMLESS, ANY})}}


@router.get(
    "/files/{file_id}",
    response_class=Response,
    responses={200: {"description": "The file", **_described()}, **OF_KEYS, **described(404, 422)},
)
async def get_file(
    file_id: Annotated[str, Path(max_length=64, description="as the change and the offer name it")],
    key: CasesKey,
    world: WorldOf,
) -> Response:
    """Return a file that was sent on, to be saved and not to be shown."""
    async with world.database.reading() as connection:
        file = await offer_files.load_sent(connection, world.cipher, file_id) if ID.fullmatch(file_id) else None
        if file is None or await case_for(connection, world, key, file.case_id) is None:
            raise HTTPException(HTTPStatus.NOT_FOUND, "there is no such file")
    media_type = file.media_type if file.media_type in HARMLESS else ANY
    name = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(file.name, safe='')}"}
    return Response(file.content, media_type=media_type, headers={**HEADERS, **name})
