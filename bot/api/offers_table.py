"""GET /v1/offers.csv: the same as /v1/offers as a table, for the officer's archive and for spreadsheets."""

import csv
import re
from collections.abc import AsyncIterator, Iterable, Sequence
from datetime import datetime
from io import StringIO
from typing import Annotated, Any, Final, Literal

from fastapi import APIRouter, Query, Response
from fastapi.responses import StreamingResponse

from bot.api.authentication import CasesKey, WorldOf
from bot.api.changes import number_of
from bot.api.errors import OF_KEYS, described
from bot.api.offers import AnswerSeen, DamagedOut, OfferOut, Once, Proof, RegionWanted, StateWanted, page
from bot.texts.formats import KAZAKHSTAN_TIME
from bot.world import World
from rules.offer import OfferState

PAGE: Final = 100
BYTE_ORDER_MARK: Final = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""Without it Excel takes UTF-8 for another encoding."""
BEFORE_A_FORMULA: Final = re.compile(r"(^|[;,\t\r\n|])([ \N{NO-BREAK SPACE}]*)(?=[=+\-@\t\r])")
"""Where a cell may begin: a spreadsheet parts a file at commas, semicolons or tabs, whichever were meant."""
SEPARATORS: Final = {"comma": ",", "semicolon": ";"}
COLUMNS: Final = (
    "region", "case_id", "offer_id", "member_label", "measure", "title", "employer", "wage_tenge", "hours", "place",
    "starts_on", "contact", "announced_at", "respond_by", "state", "state_since", "decided_by",
    "acknowledged_at", "reached", "opened", "answers", "reason", "text", "files", "note", "proofs",
)  # fmt: skip
TIMES: Final = ("announced_at", "respond_by", "state_since", "acknowledged_at")
CSV: Final = "text/csv"

router = APIRouter(prefix="/v1", tags=["offers"])


@router.get(
    "/offers.csv",
    response_class=Response,
    responses={
        200: {"description": "The table", "content": {CSV: {"schema": {"type": "string"}}}},
        **OF_KEYS,
        **described(422),
    },
)
async def get_offers_csv(
    key: CasesKey,
    world: WorldOf,
    region: RegionWanted = None,
    state: StateWanted = None,
    separator: Annotated[
        Literal["comma", "semicolon"], Query(description="between the columns: where Excel shows one column, the other")
    ] = "comma",
) -> StreamingResponse:
    """Return all offers of the key's regions, one row each; times are those of Kazakhstan."""
    regions = key.regions & {region} if region else key.regions
    table = _table(world, regions, state, SEPARATORS[separator])
    disposition = {"Content-Disposition": 'attachment; filename="offers.csv"'}
    return StreamingResponse(table, media_type=f"{CSV}; charset=utf-8", headers=disposition)


async def _table(world: World, regions: frozenset[str], state: OfferState | None, separator: str) -> AsyncIterator[str]:
    """Give the table piece by piece: only one page of offers is held at a time."""
    yield BYTE_ORDER_MARK + _lines([COLUMNS], separator)
    number = 0
    while True:
        found = await page(world, regions, state, number, PAGE)
        rows = [*map(_row, found.offers), *map(_row_of_damaged, found.damaged)]
        yield _lines([[harmless(cell) for cell in row] for row in rows], separator)
        if len(found.offers) < PAGE:
            return
        number = number_of(found.next)


def _lines(rows: Iterable[Sequence[str]], separator: str) -> str:
    text = StringIO(newline="")
    csv.writer(text, delimiter=separator).writerows(rows)
    return text.getvalue()


def harmless(cell: str) -> str:
    """Return a cell of which no spreadsheet takes a part for a formula: it may hold what a stranger wrote."""
    return BEFORE_A_FORMULA.sub(r"\1'\2", cell)


def _row(offer: OfferOut) -> list[str]:
    last = offer.answer or AnswerSeen(kind="", person="", at=offer.announced_at)
    told: dict[str, Any] = {
        **offer.model_dump(mode="json"),
        **{name: _time(getattr(offer, name)) for name in TIMES},
        "reached": _each(map(_once, offer.reached)),
        "opened": _each(map(_once, offer.opened)),
        "answers": _each(map(_answer, offer.answers)),
        "reason": last.reason,
        "text": last.text,
        "files": _each(file.url for file in last.files),
        "proofs": "\n\n".join(map(_proof, offer.proofs)),
    }
    return ["" if told[name] is None else str(told[name]) for name in COLUMNS]


def _row_of_damaged(offer: DamagedOut) -> list[str]:
    told = {**offer.model_dump(), "state": "damaged"}
    return [told.get(name, "") for name in COLUMNS]


def _once(once: Once) -> str:
    return f"{_time(once.at)} {once.person}"


def _answer(answer: AnswerSeen) -> str:
    """Write who said what and when, with the reason, the words and the files on the same line."""
    words = " ".join((answer.text or "").split())
    said = (answer.kind, answer.reason, words and f"«{words}»", *(file.url for file in answer.files))
    return " ".join([f"{_time(answer.at)} {answer.person}", *filter(None, said)])


def _proof(proof: Proof) -> str:
    language = proof.language or "?"
    return f"{_time(proof.at)} {proof.person} {proof.of} {language} #{proof.message_id}\n{proof.text or ''}"


def _time(at: datetime | None) -> str | None:
    return None if at is None else at.astimezone(KAZAKHSTAN_TIME).isoformat(timespec="seconds")


def _each(told: Iterable[str]) -> str:
    return "\n".join(told)
