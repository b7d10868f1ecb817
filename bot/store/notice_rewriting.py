"""The values of notices that hold more than they may any longer."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any

from bot.database import Connection, queries_beside
from bot.errors import WrongKeyError
from bot.store.cipher import Cipher
from bot.store.number_series import lock_series

queries = queries_beside(__file__)

Anew = Callable[[Mapping[str, Any]], dict[str, Any] | None]


async def rewrite(transaction: Connection, cipher: Cipher, case_id: str, anew: Anew) -> None:
    """Let notices of a case hold less: `anew` returns their values as they shall be, None for those that stay."""
    await lock_series(transaction, "journal")  # before several rows, as whoever else changes some
    for row in [row async for row in queries.details_of_case(transaction, case_id=case_id)]:
        with suppress(WrongKeyError):  # what no key opens tells nobody anything
            details = anew(cipher.open(row["details"]))
            if details is None:
                continue
            await queries.replace_details(transaction, notice_id=row["id"], details=cipher.seal(details))
