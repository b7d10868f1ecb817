"""People who talk with the bot at the same time, in the process that is their Telegram, and an office that calls it.

Each goes by the screen alone and does everything once: whatever the bot lost would leave them waiting. Every second one
is quicker than the bot, and sends several answers before any of them is on the screen.
"""

import asyncio
import json
import re
from collections import deque
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any, Final, NamedTuple

import aiohttp

from bench.interviews import Act, acts_on, is_review
from bench.stub_session import Shown
from bot.sandbox import LocalTelegram, people
from bot.sandbox.person_requests import NewMessage, NewPerson, NewPress
from handlers.keyboards import Consent, Do, Explain, Settle, Speak, Tick, read_button
from tests.soak.load import GIVEN, of_link

PATIENCE_S: Final = 120.0
"""So long is waited for a screen: more than it takes others to see that a process died, on a busy machine."""
RETRY_S: Final = 0.1
JOINED: Final = "j|1|"
TICKED: Final = "✓"
NOT_KNOWN: Final = "unknown"
"""Nobody here says so: the same question would be asked in other words."""


class Seen(NamedTuple):
    """A screen with buttons: in which message, what it asks, and what is ticked on it."""

    message_id: int
    key: str
    ticked: frozenset[str]
    shown: Shown


class Phones:
    """The phones of everybody: what the bot shows comes to whom it is shown."""

    def __init__(self, telegram: LocalTelegram) -> None:
        self.telegram = telegram
        self._screens: dict[int, asyncio.Queue[Seen]] = {}

    @property
    def sent(self) -> int:
        """How many updates were made by all people, those in the browser with them: they are numbered from 1 on."""
        return self.telegram.updates.last_id

    async def listen(self) -> None:
        """Hand on all that is shown, without an end."""
        async for line in self.telegram.changes.events():
            change: dict[str, Any] = json.loads(line[6:]) if line.startswith("data: ") else {}
            screens = self._screens.get(change.get("chat_id", 0))
            if screens is not None and "reply_markup" in change.get("message", {}):
                screens.put_nowait(seen_in(change["message"]))

    def of(self, person_id: int) -> asyncio.Queue[Seen]:
        """Return what somebody is shown from now on."""
        self._screens[person_id] = asyncio.Queue()
        return self._screens[person_id]

    def leave(self, person_id: int) -> None:
        """Look at a phone no more."""
        del self._screens[person_id]


def seen_in(message: dict[str, Any]) -> Seen:
    """Read a message of the bot."""
    shown = Shown(message.get("text", ""), message["reply_markup"])
    captions = [button["text"] for row in shown.markup["inline_keyboard"] for button in row]
    return Seen(message["message_id"], key_of(shown), frozenset(one for one in captions if one[0] == TICKED), shown)


def key_of(shown: Shown) -> str:
    """Return what a screen asks: the key of a question, or the kind of its first button."""
    if is_review(shown):
        return "review"
    buttons = [read_button(data) for row in shown.markup["inline_keyboard"] for data in data_of(row)]
    keys = [str(button.key) for button in buttons if button is not None and hasattr(button, "key")]
    if shown.buttons(Settle):
        return f"{keys[0]} asked back"
    return keys[0] if keys else next((type(button).__name__ for button in buttons if button is not None), "")


def data_of(row: list[dict[str, Any]]) -> Iterator[str]:
    """What the buttons of a row send; of links and what is copied nothing is sent."""
    return (button["callback_data"] for button in row if "callback_data" in button)


class Person:
    """Somebody with a phone; `repeated` counts the screens that came once more."""

    def __init__(self, phones: Phones, number: int) -> None:
        self.phones, self.number = phones, number
        self.id = people.arrive(phones.telegram, NewPerson(first_name="Айгүл", language_code="kk")).id
        self.repeated = 0
        self.longest_wait_s = 0.0
        self._screens = phones.of(self.id)
        self._were = deque[tuple[str, frozenset[str]]](maxlen=2)
        """What is on the screen and what was before: only that can come once more. Later it is asked again."""

    @property
    def bot_wrote(self) -> list[str]:
        """What the bot has written, the oldest first."""
        messages = self.phones.telegram.chats[self.id].messages.values()
        return [message.get("text", "") for message in messages if message["from"]["is_bot"]]

    def says(self, text: str) -> None:
        """Write, without waiting."""
        people.write(self.phones.telegram, self._phone, NewMessage(text=text))
        self.phones.telegram.settle()

    def presses(self, data: str, message_id: int) -> None:
        """Press a button, also one that is not on the screen yet, without waiting."""
        people.press(self.phones.telegram, self._phone, NewPress(message_id=message_id, data=data, force=True))
        self.phones.telegram.settle()

    async def sees(self, what: str) -> Seen:
        """Return what comes that was not there before; what comes once more is counted and passed over."""
        clock = asyncio.get_running_loop().time
        began = clock()
        try:
            async with asyncio.timeout(PATIENCE_S):
                while ((seen := await self._screens.get()).key, seen.ticked) in self._were:
                    self.repeated += 1
        except TimeoutError:
            raise AssertionError(f"{self.id} waits for {what}; last said: {self.bot_wrote[-1:]}") from None
        self._were.append((seen.key, seen.ticked))
        self.longest_wait_s = max(self.longest_wait_s, clock() - began)
        return seen

    @property
    def _phone(self) -> Any:
        return self.phones.telegram.persons[self.id]


class Talker(Person):
    """Somebody who answers a whole interview; `script` is what they said, by the keys of the questions."""

    def __init__(self, phones: Phones, number: int) -> None:
        super().__init__(phones, number)
        self.chance = Random(number)
        self.is_quick = number % 2 == 0
        self.script: dict[str, str] = {}
        self.result: str | None = None
        """The number of the result that is on the screen."""

    async def goes(self) -> None:
        """Answer until the result is there."""
        self.says("/start")
        seen = await self.sees("a greeting")
        while not (results := seen.shown.buttons(Explain)):
            seen = await self._answers(seen)
        self.result = results[0].id
        self.phones.leave(self.id)

    async def _answers(self, seen: Seen) -> Seen:
        if ready := self._goes_on(seen.shown):
            self.presses(ready, seen.message_id)
            return await self.sees(f"what follows {seen.key}")
        acts = self._acts_on(seen.shown)
        self.script[seen.key] = ",".join(said_by(acts, seen.shown))
        for act in acts:
            if act.is_press:
                self.presses(act.sent, seen.message_id)
            else:
                self.says(act.sent)
            if act.kind == "tick" and not self.is_quick:
                await self.sees(f"a tick at {seen.key}")
        asked = seen.key
        while seen.key == asked:
            seen = await self.sees(f"what follows {asked}")
        return seen

    def _acts_on(self, shown: Shown) -> list[Act]:
        while True:
            acts = list(acts_on(shown, self.chance))
            if NOT_KNOWN not in {word_of(act) for act in acts}:
                return acts

    def _goes_on(self, shown: Shown) -> str | None:
        speak = [one.pack() for one in shown.buttons(Speak)]
        if speak:
            return speak[self.number // 2 % len(speak)]
        ready = [one for one in shown.buttons(Consent) if one.given]
        ready += [one for one in shown.buttons(Do) if one.what == "calculate"]  # type: ignore[misc] # both are buttons
        return ready[0].pack() if ready else None


def said_by(acts: list[Act], shown: Shown) -> list[str]:
    """Return what the acts on a screen say: of ticks all that are there in the end, those from before with them."""
    words = [word_of(act) for act in acts if act.kind != "ready"]
    if not any(act.kind == "tick" for act in acts):
        return words
    before = ticked_in(shown)
    return [word for word in before if word not in words] + [word for word in words if word not in before]


def ticked_in(shown: Shown) -> list[str]:
    """Return the words of the buttons that bear a tick."""
    buttons = [button for row in shown.markup["inline_keyboard"] for button in row if button["text"][0] == TICKED]
    read = (read_button(button.get("callback_data", "")) for button in buttons)
    return [button.word for button in read if isinstance(button, Tick)]


def word_of(act: Act) -> str:
    """Return what an act says: the typed text, or the word of a button; of one without a word that it is ready."""
    return act.sent.split("|")[-1] if act.is_press else act.sent


class Office:
    """A program of the authority: what is not acknowledged is sent again, as it was."""

    def __init__(self, web: aiohttp.ClientSession, address: str, key: str) -> None:
        self.web, self.address = web, address
        self.headers = {"Authorization": f"Bearer {key}"}
        self.events = self.repeated = 0

    async def tells(self, name: str, **data: Any) -> None:
        """Send an event until it is acknowledged."""
        self.events += 1
        event = {
            "specversion": "1.0", "id": f"e{self.events}", "source": "/akimat/soak", "type": f"kz.komek.{name}",
            "data": data,
        }  # fmt: skip
        await self._until_taken("/v1/events", event)

    async def link(self, case_id: str) -> str:
        """Return the token of a new link to a case."""
        return str((await self._until_taken(f"/v1/cases/{case_id}/link", {"member_label": "Айгүл"}))["token"])

    async def _until_taken(self, path: str, body: dict[str, Any]) -> Any:
        async with asyncio.timeout(PATIENCE_S):
            while True:
                try:
                    async with self.web.post(self.address + path, json=body, headers=self.headers) as answer:
                        if answer.ok:
                            return await answer.json()
                        assert answer.status in {429, 502, 503, 504}, f"{path}: {answer.status} {await answer.text()}"
                except aiohttp.ClientError:  # it was just killed
                    pass
                self.repeated += 1
                await asyncio.sleep(RETRY_S)


class Follower(Person):
    """Somebody who follows a case and is offered jobs; nobody answers these, so each offer is one notice."""

    def __init__(self, phones: Phones, number: int, office: Office) -> None:
        super().__init__(phones, number)
        self.office = office
        self.case_id = f"79-{number}"
        self.offers: list[str] = []

    async def joins(self) -> None:
        """Follow the case, which is opened, by a link."""
        day = (datetime.now(UTC) - timedelta(days=2)).date().isoformat()
        await self.office.tells("case.opened", case_id=self.case_id, region="KZ-79", applied_on=day)
        self.says(f"/start {await self.office.link(self.case_id)}")
        for wanted in (*GIVEN, JOINED):
            seen = await self.sees(wanted)
            buttons = [data for row in seen.shown.markup["inline_keyboard"] for data in data_of(row)]
            self.presses(next(data for data in buttons if of_link(data).startswith(wanted)), seen.message_id)
        await self.sees("that they follow it")
        self.phones.leave(self.id)

    async def is_offered(self) -> None:
        """Let the office offer a job of which is told at any hour, as it is to be answered soon."""
        number = len(self.offers) + 1
        self.offers.append(f"Жұмыс {self.number}/{number}")
        await self.office.tells(
            "offer.made", case_id=self.case_id, offer_id=f"o{number}", member_label="Айгүл", measure="vacancy",
            title=self.offers[-1], place="Шымкент", contact="Сәуле",
            respond_by=(datetime.now(UTC) + timedelta(hours=10)).isoformat(),
        )  # fmt: skip

    def heard_of(self, title: str) -> int:
        """Return how many messages announce an offer."""
        return sum(bool(re.search(rf" {title}(?!\d)", text.partition("\n")[0])) for text in self.bot_wrote)
