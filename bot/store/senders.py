"""The processes that deliver: what one of them held when it died is free as soon as the next one starts there."""

import os
import secrets
import socket
from datetime import datetime
from typing import Final

from bot.database import Transaction, queries_beside
from bot.store.instants import to_text
from bot.store.number_series import hold

queries = queries_beside(__file__)
TOKEN: Final = secrets.token_hex(8)
"""This process. A number alone would not tell: another process may have had it before."""


async def begin(transaction: Transaction, now: datetime) -> None:
    """Note that this process delivers, and free what dead ones of this machine held.

    What a process of another machine held is free when its lease ends.
    """
    host = socket.gethostname()
    await hold(transaction, "journal")  # before several rows of the outbox, as whoever else changes some
    others = [(row["token"], row["pid"]) async for row in queries.others_at(transaction, host=host, token=TOKEN)]
    for token in [token for token, pid in others if not is_alive(pid)]:
        await queries.free(transaction, token=token)
        await queries.forget(transaction, token=token)
    await queries.begin(transaction, token=TOKEN, host=host, pid=os.getpid(), now=to_text(now))


def is_alive(pid: int) -> bool:
    """Whether a process with that number is there; with the own number it was an earlier one."""
    if pid == os.getpid():
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
