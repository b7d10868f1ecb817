"""Numbers in the order of commit: of two transactions the later committed one has the higher number."""

from bot.database import Connection, queries_beside

queries = queries_beside(__file__)


async def next_number(transaction: Connection, name: str) -> int:
    """Return the next number of a counter; others wait for theirs until the transaction ends."""
    row = await queries.next_number(transaction, name=name)
    number: int = row["value"]
    return number


async def next_numbers(transaction: Connection, name: str, count: int) -> range:
    """Return so many next numbers of a counter at once."""
    row = await queries.next_numbers(transaction, name=name, count=count)
    last: int = row["value"]
    return range(last - count + 1, last + 1)


async def lock_series(transaction: Connection, name: str) -> None:
    """Let others wait for their next number until this transaction ends.

    Transactions that lock several things lock them in one order: nobody then waits for somebody who waits for them.
    """
    await next_numbers(transaction, name, 0)
