"""Everybody who may come to the bot about one family: those who belong to it, and those who do not."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from bot.sandbox import people
from bot.sandbox.person_requests import Forward, NewMessage, Sticker
from bot.store import cases
from bot.texts import Language
from handlers.screens.visit import first_day_of
from handlers.visit_windows import windows_after
from tests.chat import Telegram
from tests.handlers import rights
from tests.handlers.authority import Authority, at, follower
from tests.handlers.client import Client
from tests.handlers.families import at_first_question, at_the_result
from tests.handlers.rights import AIGUL, EVERYBODY, TITLE, WORKSHOP

ANOTHER_CASE: Final = "79-000777"


@dataclass(frozen=True)
class Cast:
    """The people by their parts, and what the braces of the table stand for."""

    telegram: Telegram
    people: Mapping[str, Client]
    names: dict[str, str]

    def said(self, does: str, client: Client) -> str:
        """Return what somebody presses or writes, with what is somebody's own in it."""
        del client
        return does.format_map(self.names)

    async def plays(self, does: str, client: Client) -> list[str]:
        """Let somebody do it, and return the texts that the bot has written or changed since, with the toast."""
        before = {bubble.id: bubble.text for bubble in client.sees}
        toasts = len(client.toasts)
        await self._does(self.said(does, client), client)
        seen = [bubble.text for bubble in client.sees if before.get(bubble.id) != bubble.text]
        chat = self.telegram.local.chats[client.id]
        files = [message.get("caption", "") for message in list(chat.messages.values())[-2:] if "document" in message]
        return [*seen, *client.toasts[toasts:], *files]

    async def _does(self, said: str, client: Client) -> None:
        local = self.telegram.local
        if said == "a sticker":
            await client.sends(NewMessage(sticker=Sticker()))
        elif said == "a forwarded message":
            await client.sends(NewMessage(forward=Forward(text="Кодты айтыңыз")))
        elif said == "an edited message":
            await client.says("/help")
            await client.edits(client.message_ids()[-1], "өзгертілді")
        elif said == "unblocks the bot":
            for blocked in (True, False):
                people.block(local, people.found(local, client.id), blocked=blocked)
            await self.telegram.answer_all()
        elif said == "the words of a button":
            await client.says(client.caption("calculate"))
        elif said.startswith("/") or (" " in said and "|" not in said):
            await client.says(said)
        else:
            await client.presses_data(said, client.last.id, force=True)


async def gathered(telegram: Telegram) -> Cast:
    """Return everybody: a family with two visits and two offers, and those around it."""
    office = Authority(telegram)
    await office.opens()
    await office.opens(ANOTHER_CASE)
    aigul = await at_the_result(telegram)
    await office.invites(aigul, label="Айгүл")
    await aigul.says("/menu")
    await aigul.taps("menu-more", "menu-checks")
    await aigul.says(rights.NEIGHBOURS)
    await aigul.presses_data("check|open|0", aigul.last.id, force=True)
    stranger = Client.arrives(telegram)
    await stranger.says("/start")
    cast = {
        rights.STRANGER: stranger,
        rights.UNDECIDED: await _undecided(telegram),
        rights.OUTSIDER: await at_first_question(telegram),
        rights.NEIGHBOUR: await at_first_question(telegram, Language.RU),
        rights.LEFT: await follower(telegram, office),
        rights.DOUBTED: await follower(telegram, office, label=rights.MARAT),
        rights.NAMELESS: await follower(telegram, office),
        rights.IVAN: await follower(telegram, office, Language.RU, "Иван"),
        rights.CONFIRMED: await follower(telegram, office),
        AIGUL: aigul,
    }
    await office.invites(cast[rights.NEIGHBOUR], ANOTHER_CASE, "Көрші")
    names = await _names_of(telegram, office, cast)
    await _apart(office, cast, names)
    names["notice"] = await _notice_of_visit(telegram, cast[AIGUL])
    assert list(cast) == list(EVERYBODY)
    return Cast(telegram, cast, names)


async def _undecided(telegram: Telegram) -> Client:
    client = Client.arrives(telegram)
    await client.says("/start")
    await client.taps("language-kk")
    return client


async def _apart(office: Authority, cast: Mapping[str, Client], names: Mapping[str, str]) -> None:
    """Let one leave and one be doubted; confirm one; then offer and send what only the family may know."""
    await cast[rights.LEFT].says("/case")
    await cast[rights.LEFT].taps("leave", "leave-yes")
    await cast[AIGUL].says("/case")
    await cast[AIGUL].presses_data(
        f"who|doubt_yes|{names['aigul']}|{names['doubted']}", cast[AIGUL].last.id, force=True
    )
    await office.confirms(names["confirmed"])
    await office.offers("o1", title=TITLE, starts_on="2026-06-01")
    await office.offers("o2", title=WORKSHOP, member_label=rights.ERLAN)
    await office.offers("o3", title=WORKSHOP, member_label=rights.MARAT)
    for part in (rights.DOUBTED, rights.NAMELESS, rights.IVAN, rights.CONFIRMED, AIGUL):
        for number in (2, 3):
            await cast[part].presses_data(f"offer|{number}|0|open|", cast[part].last.id, force=True)
    await office.schedules(at(14, 10), address=rights.ADDRESS)
    office.telegram.clock.passes(timedelta(minutes=1))
    soon = office.world.now() + timedelta(minutes=1)
    await office.schedules(soon, hours=0, visit_id="v2", ends_at=(soon + timedelta(minutes=1)).isoformat())
    office.telegram.clock.passes(timedelta(minutes=3))


async def _notice_of_visit(telegram: Telegram, client: Client) -> str:
    """Return the number of the notice in which somebody is told of a visit."""
    async with telegram.database.reading() as connection:
        sql = "select max(id) as id from outbox where person_id = :person_id and kind = 'visit-scheduled'"
        (row,) = await connection.fetch(sql, {"person_id": client.id})
    return str(row["id"])


async def _names_of(telegram: Telegram, office: Authority, cast: Mapping[str, Client]) -> dict[str, str]:
    world = office.world
    aliases = {"aigul": AIGUL, "ivan": rights.IVAN, "nameless": rights.NAMELESS, "doubted": rights.DOUBTED,
               "confirmed": rights.CONFIRMED, "neighbour": rights.NEIGHBOUR}  # fmt: skip
    names = {"case": rights.CASE, "offer": "1", "unclaimed": "2", "doubted offer": "3", "visit": "1", "past visit": "2"}
    names["check"] = "1"
    async with telegram.database.reading() as connection:
        for name, part in aliases.items():
            (me,) = await cases.following(connection, telegram.cipher, cast[part].id)
            names[name] = me.alias
            if part == AIGUL:
                names["since"] = str(round(me.joined_at.timestamp() * 1000))
    names["result"] = (await cast[AIGUL].result()).id
    names["day"] = first_day_of(windows_after(world.today()))
    names["revoked"] = await office.link()
    await office.sends("links.revoked")
    names |= {"token": await office.link(), "year": await office.link(birth_year=1985)}
    names["used"] = await office.link()
    other = await at_first_question(telegram)
    await other.says(f"/start {names['used']}")
    await other.taps("join-yes")
    return names
