"""Families that the tests tell the bot about, screen by screen."""

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
