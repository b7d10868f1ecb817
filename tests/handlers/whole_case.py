"""A whole case as a family lives it, from the link to coming back."""

from typing import Final

from bot.reminders.case_reminders import remind
from bot.texts import Language
from tests.chat import Telegram
from tests.handlers.authority import AIGUL, Authority, at
from tests.handlers.client import Client
from tests.handlers.families import alone
from tests.handlers.offering import passes_until

ASSIGNED: Final = {
    "assistance": "unconditional", "monthly_tenge": 75_958, "paid_from": "2026-05-01", "paid_until": "2026-06-30",
}  # fmt: skip


async def joins(client: Client, authority: Authority) -> None:
    """Come by a link: language and consent first, then yes."""
    await client.says(f"/start {await authority.link(label=AIGUL)}")
    await client.taps(f"language-{client.language}", "consent-yes", "join-yes")
    client.reads("joined")


async def is_visited(client: Client, authority: Authority) -> None:
    """At home, then another time, the calendar, and in the end nobody comes."""
    await authority.schedules(at(14, 10))
    await authority.is_delivered()
    await client.taps("visit-home")
    await client.taps("visit-move")
    for caption in client.last.buttons[1:4:2]:
        await client.presses(caption)
    await client.taps("wish-send", "visit-calendar")
    await client.taps("visit-home")
    passes_until(client, at(14, 12))
    await client.says("/case")
    await client.taps("visit-nobody")


async def is_decided(client: Client, authority: Authority) -> None:
    """The commission was there after all; the decision comes, and three days before its end the reminder."""
    await authority.sends("visit.held", visit_id="v1", conclusion="need")
    await authority.moves_on("assigned", **ASSIGNED)
    await authority.is_delivered()
    passes_until(client, at(27, 10, month=6))
    await remind(authority.world)
    await authority.is_delivered()
    await client.taps("renew")


async def answers_an_offer(client: Client, authority: Authority) -> None:
    """Look at the bill, and give every answer that there is: each is taken back but the last."""
    await authority.offers(respond_by="2026-07-10T18:00:00+05:00", starts_on="2026-07-20")
    await authority.is_delivered()
    await client.says("/offers")
    await client.presses(client.last.buttons[0])
    await client.taps("offer-accept", "offer-accept_yes", "offer-calendar", "offer-take_back")
    await client.taps("offer-open", "offer-cannot", "offer-excuse-other")
    await client.says("Анамды күтемін")
    await client.taps("offer-send", "offer-take_back")
    await client.taps("offer-open", "offer-refuse", "offer-refuse_anyway", "offer-refuse_yes", "offer-take_back")
    await client.taps("offer-open", "offer-accept", "offer-accept_yes")
    await client.says("/offers")
    await client.presses(client.last.buttons[0])  # which card was shown is written down: also the last one, before all


async def leaves_and_comes_back(client: Client, authority: Authority) -> None:
    """By a new link; whoever left by mistake is again told everything."""
    await client.says("/case")
    await client.taps("leave", "leave-yes")
    client.reads("left")
    await client.says(f"/start {await authority.link(label=AIGUL)}")
    await client.taps("join-yes")
    client.reads("joined")


async def whole_case(
    telegram: Telegram, authority: Authority, language: Language, kind: type[Client] = Client
) -> Client:
    """Return somebody whose whole case was played."""
    client = kind.arrives(telegram, language)
    await joins(client, authority)
    await client.says("/check")
    await alone(client)
    await client.taps("calculate")
    await is_visited(client, authority)
    await is_decided(client, authority)
    await answers_an_offer(client, authority)
    await leaves_and_comes_back(client, authority)
    await authority.is_delivered()
    return client
