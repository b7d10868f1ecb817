"""A job offered to Aigul: made over HTTP, told, answered, and read as a list and as a table."""

import csv
from datetime import datetime, timedelta
from io import StringIO
from typing import Any

from bot import casework
from bot.casework import OfferReply, Shown
from bot.store import journal, offer_files, people
from bot.store.entry_details import EntryDetails
from bot.world import World
from rules.offer import Excuse
from tests.bot.api.authority import NOON, Authority
from tests.numbered import id_of

AIGUL = 5_000_000_001
SHOWN = Shown("kk", 17, "Аспаз, 120 000 ₸")


def offer(case_id: str = "79-1", offer_id: str = "o1", **changed: Any) -> dict[str, Any]:
    """Return the data of an offer; without a field where it is given as None."""
    data = {
        "case_id": case_id,
        "offer_id": offer_id,
        "member_label": "Айгүл",
        "measure": "vacancy",
        "title": "Аспаз",
        "employer": None if offer_id == "o1" else f"Дүкен {offer_id}",
        "wage_tenge": 120_000,
        "place": "Шымкент",
        "respond_by": (NOON + timedelta(days=3)).isoformat(),
        "contact": "Сәуле, +7 725 200 00 00",
        **changed,
    }
    return {name: value for name, value in data.items() if value is not None}


async def follows(akimat: Authority, world: World, case_id: str = "79-1", person_id: int = AIGUL) -> None:
    """Let Aigul, by that name, follow a case."""
    async with world.database.statement() as connection:
        await people.choose_language(connection, person_id, "kk", world.now())
    link = await akimat.asks("POST", f"/v1/cases/{case_id}/link", {"member_label": "Айгүл"})
    assert await casework.join(world, link.body["token"], person_id)


async def offered(akimat: Authority, world: World, **changed: Any) -> None:
    """A case that Aigul follows, and an offer to her."""
    await akimat.opens("79-1")
    await follows(akimat, world)
    answer = await akimat.tells("offer.made", **offer(**changed))
    assert answer.status == 202, answer.body


async def listed(akimat: Authority, query: str = "") -> list[dict[str, Any]]:
    answer = await akimat.asks("GET", f"/v1/offers?{query}")
    assert answer.status == 200, answer.body
    return list(answer.body["offers"])


async def kept_file(world: World, name: str = "анықтама.pdf", media_type: str = "application/pdf") -> str:
    """Keep a file of Aigul's that is not sent on yet."""
    async with world.database.transaction() as transaction:
        return await offer_files.keep(
            transaction, world.cipher, offer=1, person_id=AIGUL, name=name, media_type=media_type,
            content=b"%PDF-1.7", now=world.now(),
        )  # fmt: skip


async def cannot(world: World, *file_ids: str) -> None:
    """Let Aigul ask to be excused."""
    asked = await casework.ask_to_be_excused(world, 1, 0, AIGUL, SHOWN, Excuse.ELDERLY, "=Анам", file_ids)
    assert asked is OfferReply.DONE


async def told(world: World, at: datetime) -> None:
    """Write down that Aigul was told, as the delivery does."""
    proof: EntryDetails = {
        "offer_id": "o1", "person": "p1", "notice": "offer-made", "language": "kk", "text": "Жұмыс ұсынысы",
        "message_id": 9,
    }  # fmt: skip
    case_id = await id_of(world, "79-1")
    async with world.database.transaction() as transaction:
        await journal.write(transaction, world.cipher, case_id, "offer_told", proof, at)


async def table(akimat: Authority, query: str = "", separator: str = ",") -> list[list[str]]:
    """Return the cells of the table, the names of the columns first."""
    headers = {"Authorization": f"Bearer {akimat.key}"}
    async with akimat.web.get(f"{akimat.base}/v1/offers.csv?{query}", headers=headers) as answer:
        content = await answer.read()
    assert (answer.status, answer.headers["Content-Type"]) == (200, "text/csv; charset=utf-8")
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline=""), delimiter=separator))


async def rows(akimat: Authority, query: str = "", separator: str = ",") -> list[dict[str, str]]:
    header, *cells = await table(akimat, query, separator)
    return [dict(zip(header, row, strict=True)) for row in cells]
