"""Job offers as rows of a spreadsheet, and how such a file is sent."""

from datetime import timedelta
from typing import Any

from tests.bot.api.authority import NOON, Answer, Authority, fields

HEADER = (
    "case_id,offer_id,member_label,measure,title,employer,wage_tenge,hours,place,starts_on,respond_by,contact,details"
)
IN_TIME = (NOON + timedelta(days=3)).isoformat()


def row(case_id: str = "79-1", offer_id: str = "o1", **changed: str) -> str:
    """Return a row of the file."""
    cells = {
        "case_id": case_id, "offer_id": offer_id, "member_label": "Айгүл", "measure": "vacancy", "title": "Аспаз",
        "employer": "№ 12 мектеп" if offer_id == "o1" else f"№ {offer_id} мектеп", "wage_tenge": "120000",
        "hours": "40", "place": "Шымкент", "starts_on": "2026-12-01", "respond_by": IN_TIME, "contact": "Сәуле",
        "details": "", **changed,
    }  # fmt: skip
    return ",".join(cells[name] for name in HEADER.split(","))


async def sends(akimat: Authority, *rows: str, header: str = HEADER, dry_run: bool = False, **how: Any) -> Answer:
    """Send a file, as a spreadsheet writes it."""
    content = "\r\n".join([header, *rows]).encode(how.get("encoding", "utf-8-sig"))
    path = f"/v1/offers/batch?dry_run={str(dry_run).lower()}"
    return await akimat.asks_raw("POST", path, content, {"Content-Type": how.get("content_type", "text/csv")})


def wrong(answer: Answer) -> list[tuple[int, list[str]]]:
    return [(one["row"], fields(Answer(0, one, {}))) for one in answer.body["rows"] if one["errors"]]
