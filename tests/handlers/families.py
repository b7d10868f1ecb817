"""Families that the tests tell the bot about, screen by screen."""

from datetime import date

from bot.store import poverty_lines
from bot.store.poverty_lines import AddedLine
from bot.texts import Language
from tests.chat import Telegram
from tests.handlers.client import Client


async def family_of_five(
    client: Client, wage: str = "150000", region: str = "KZ-79", activity: str = "employed"
) -> None:
    """Tell of two adults and children of 12, 9 and 3 with one wage, from the first question to the review."""
    await client.citizens_in(region)
    await client.ticks("household", "spouse", "children")
    await client.says("12 9 3")
    await client.taps(f"activity-{activity}")
    await client.taps("activity-none")
    await client.ticks("income-kinds", "wage")
    if activity != "employed":
        await client.ticks_people(client.words.say("person-self"))  # what they do does not say whose wage it was
    await client.says(wage)
    await client.nothing_special()


async def alone(client: Client, wage: str = "0") -> None:
    """Tell of a grown-up who lives alone and has a wage."""
    await client.citizens_in()
    await client.ticks("household")
    await client.taps("activity-employed")
    await client.ticks("income-kinds", "wage")
    await client.says(wage)
    await client.nothing_special()


async def at_first_question(telegram: Telegram, language: Language = Language.KK) -> Client:
    """Return somebody who has consented."""
    client = Client.arrives(telegram, language)
    await client.begins()
    return client


async def at_the_review(telegram: Telegram, language: Language = Language.KK, wage: str = "150000") -> Client:
    """Return somebody with a family of five who has answered everything."""
    client = await at_first_question(telegram, language)
    await family_of_five(client, wage)
    return client


async def at_the_result(telegram: Telegram, language: Language = Language.KK, wage: str = "150000") -> Client:
    """Return somebody with a family of five who sees the result."""
    client = await at_the_review(telegram, language, wage)
    await client.taps("calculate")
    return client


async def alone_up_to_the_wage(client: Client) -> None:
    """Come to the question how much the wage of somebody alone was."""
    await client.citizens_in()
    await client.ticks("household")
    await client.taps("activity-employed")
    await client.ticks("income-kinds", "wage")


PUBLISHED = tuple(
    AddedLine("KZ-79", quarter, 45_000, "Әкімдік", date(2026, 4, 3)) for quarter in ("2026-Q2", "2026-Q3")
)


async def publish(telegram: Telegram) -> None:
    """Enter the lines of this quarter and the next, as the administrator does while the bot is stopped."""
    async with telegram.database.transaction() as transaction:
        await poverty_lines.put_lines(transaction, PUBLISHED)
    telegram.restarted()


async def sold_something(client: Client, wage: str = "60 000") -> None:
    """A mother with a child of nine sold something for 300 000; come to the result."""
    await client.citizens_in("KZ-79")
    await client.ticks("household", "children")
    await client.says("9")
    await client.taps("activity-employed")
    await client.ticks("income-kinds", "wage", "sale")
    await client.says(wage)
    await client.says("300 000")
    await client.nothing_special()
    await client.taps("calculate")


async def mother_of_four(client: Client, *allowances: str) -> None:
    """Tell of a mother alone with four children, the smallest of whom has a disability, up to the result."""
    await client.citizens_in("KZ-71")
    await client.ticks("household", "children")
    await client.says("15 9 4 1")
    await client.taps("activity-carer", "cares-for-child_under_3")
    await client.ticks("income-kinds", "alimony", *(["allowance"] if allowances else []))
    if allowances:
        await client.ticks("allowance-kinds", *allowances)
    while client.stands_in() == client.words.say("section-money"):
        await client.says("20 000")
    await client.ticks("circumstances", "disability")
    await client.ticks("history")
    await client.ticks_people(client.called("child", 1))
    await client.taps("disability-child")
    await client.calculates()
