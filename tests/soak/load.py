"""People and an office that are at it all the time, while the program is killed and started: who saw what.

Whoever plays here goes by the screen alone, as people do: after a start the same question may stand there once more.
"""

import json
import random
import re
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Final, NamedTuple

from tests.person_api import Person, Shown, request, until

PATIENCE_S: Final = 300.0  # two starts and what a dead worker held, on a machine that has much else to do
GLANCE_S: Final = 0.02
RETRY_S: Final = 0.1
LOOKS_S: Final = 2.0  # so long one looks at an unchanged screen before one presses again
WAGE: Final = 100_000
CHOSEN: Final = {"region": "KZ-79", "status": "all", "activity:self": "none", "activity:spouse": "employed"}
TICKED: Final = {"household": ("spouse", "children"), "income-kinds": ("wage",)}
TYPED: Final = {"people:child": "4 9 14"}
GIVEN: Final = ("lang:kk", "consent:1")


def newest_with_buttons(person: Person) -> Shown:
    """Return the newest message of the bot that asks for something, as soon as there is one."""
    return until(lambda: next((one for one in reversed(person.answers()) if one.buttons), None), "a button", PATIENCE_S)


def press(person: Person, shown: Shown, data: str) -> None:
    """Press a button that was just on the screen, and wait until something else stands in the chat.

    It may have gone meanwhile: then the bot only says so above the chat, and one looks again.
    """
    before = person.answers()
    pressed = {"message_id": shown.id, "data": data, "force": True}
    press_id = request(person.address, "POST", f"people/{person.id}/presses", pressed)["id"]
    until(lambda: person.answers() != before or is_answered(person, press_id), "what follows a press", PATIENCE_S)
    stops_at = time.monotonic() + LOOKS_S
    while person.answers() == before and time.monotonic() < stops_at:
        time.sleep(GLANCE_S)


def is_answered(person: Person, press_id: str) -> bool:
    """Whether the clock on the button is gone."""
    return bool(request(person.address, "GET", f"presses/{press_id}")["answered"])


def say(person: Person, text: str) -> None:
    """Write, and wait until something else stands in the chat."""
    before = person.answers()
    person.writes(text)
    until(lambda: person.answers() != before, "what follows a text", PATIENCE_S)


class Interviewed:
    """Somebody who answers every question of an interview; `seen` are the answers after which another was asked."""

    def __init__(self, address: str, number: int) -> None:
        self.person = Person.arrives(address)
        self.wage = WAGE + number
        self.seen: set[str] = set()
        self.has_result = False

    def goes_through(self, is_over: Callable[[], bool]) -> None:
        """Answer until the result is there, or until it is over."""
        say(self.person, "/start")
        asked = ""
        while not self.has_result and not is_over():
            shown = newest_with_buttons(self.person)
            buttons = list(shown.buttons.values())
            key = key_of(buttons)
            if asked and key != asked:
                self.seen.add(asked)
            asked = key
            if any(data.startswith("w|") for data in buttons):
                self.has_result = True
            else:
                self._answer(shown, buttons, key)

    def _answer(self, shown: Shown, buttons: list[str], key: str) -> None:
        ready = next((data for data in buttons if data in {*GIVEN, "x|calculate|"}), None)
        if ready:
            press(self.person, shown, ready)
        elif key in TICKED:
            self._tick(shown, key)
        elif key in CHOSEN:
            press(self.person, shown, f"a|{key}|{CHOSEN[key]}")
        elif key.startswith(("people", "amount")):
            say(self.person, TYPED.get(key, str(self.wage)))
        else:
            press(self.person, shown, f"a|{key}|none")

    def _tick(self, shown: Shown, key: str) -> None:
        ticked = {data for caption, data in shown.buttons.items() if caption.startswith("✓")}
        missing = [data for word in TICKED[key] if (data := f"t|{key}|{word}") not in ticked]
        press(self.person, shown, missing[0] if missing else f"d|{key}")


def key_of(buttons: list[str]) -> str:
    """Return the question to which buttons belong; empty where none is asked."""
    keys = [data.split("|")[1] for data in buttons if data.split("|")[0] in {"a", "t", "d", "b"}]
    return keys[0] if keys else ""


def of_link(data: str) -> str:
    """Return what a button says without the token of a link, which travels in it."""
    said = data.split("|")
    return {"jl": f"lang:{said[1]}", "jc": f"consent:{said[1]}"}.get(said[0], data) if len(said) > 1 else data


class Office:
    """A program of the authority: what is not acknowledged is sent again, as it was."""

    def __init__(self, address: str, key: str, series: str) -> None:
        self.address, self.key, self.series = address, key, series
        self.acknowledged: list[str] = []

    def tells(self, name: str, is_over: Callable[[], bool], **data: Any) -> bool:
        """Send an event until it is acknowledged; False when it is over before."""
        event_id = f"{self.series}-{len(self.acknowledged) + 1}"
        document = {
            "specversion": "1.0", "id": event_id, "source": "/akimat/soak", "type": f"kz.komek.{name}", "data": data,
        }  # fmt: skip
        while (status := self._post("/v1/events", document)[0]) not in {200, 202}:
            assert status in {0, 500, 503}, f"{name} was refused with {status}"
            if is_over():
                return False
            time.sleep(RETRY_S)
        self.acknowledged.append(event_id)
        return True

    def link(self, case_id: str, label: str) -> str:
        """Return the token of a new link."""
        status, body = self._post(f"/v1/cases/{case_id}/link", {"member_label": label})
        assert status == 201, body
        return str(body["token"])

    def _post(self, path: str, document: Any) -> tuple[int, Any]:
        headers = {"Authorization": f"Bearer {self.key}", "Content-Type": "application/json"}
        content = json.dumps(document).encode()
        asked = urllib.request.Request(self.address + path, content, headers, method="POST")  # noqa: S310, loopback
        try:
            with urllib.request.urlopen(asked, timeout=PATIENCE_S) as answer:  # noqa: S310, as above
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as refused:
            with refused:
                return refused.code, refused.read().decode()
        except (OSError, ValueError):  # it was just killed
            return 0, ""


class Deed(NamedTuple):
    """What somebody does about an offer: the buttons on the way, the last one first, until another is on the screen."""

    way: tuple[str, ...]
    until: str
    makes: str | None


DEEDS: Final = (
    Deed(("refuse",), "refuse_anyway", None),
    Deed(("refuse_anyway", "refuse"), "refuse_yes", None),
    Deed(("refuse_yes", "refuse_anyway", "refuse"), "take_back", "refused"),
    Deed(("accept_yes", "accept"), "take_back", "accepted"),
)


@dataclass
class Offered:
    """An offer, what was to be done about it, and whether the person saw that it was done."""

    offer_id: str
    title: str
    deed: Deed
    is_seen: bool = False
    pressed: list[str] = field(default_factory=list)


class Family:
    """A case with one person who follows it, and the office that sends visits and offers."""

    def __init__(self, telegram: str, office: Office, number: int, chance: random.Random) -> None:
        self.person = Person.arrives(telegram)
        self.office, self.chance = office, chance
        self.case_id = f"79-{number}"
        self.offers: list[Offered] = []
        self.visits: list[str] = []

    def joins(self) -> None:
        """Open the case, and follow it by a link."""
        day = (datetime.now(UTC) - timedelta(days=2)).date().isoformat()
        assert self.office.tells("case.opened", lambda: False, case_id=self.case_id, region="KZ-79", applied_on=day)
        say(self.person, f"/start {self.office.link(self.case_id, 'Айгүл')}")
        for wanted in (*GIVEN, "j|1|"):
            shown = newest_with_buttons(self.person)
            press(self.person, shown, next(data for data in shown.buttons.values() if of_link(data).startswith(wanted)))

    def lives_on(self, is_over: Callable[[], bool]) -> None:
        """Be visited and offered jobs, one after the other, and answer at random."""
        while not is_over():
            number = len(self.offers) + len(self.visits) + 1
            told = self.is_visited(number, is_over) if number % 4 == 0 else self.is_offered(number, is_over)
            if not told:
                return

    def is_visited(self, number: int, is_over: Callable[[], bool]) -> bool:
        """Hear of a visit in some hours, or that it is moved."""
        address = f"Абай {self.case_id}/{number}"
        starts_at = datetime.now(UTC) + timedelta(hours=self.chance.randint(3, 9))
        window = {"starts_at": starts_at.isoformat(), "ends_at": (starts_at + timedelta(hours=1)).isoformat()}
        name = "visit.rescheduled" if self.visits else "visit.scheduled"
        if not self.office.tells(name, is_over, case_id=self.case_id, visit_id="v1", address=address, **window):
            return False
        self.visits.append(address)
        self._hears(address)
        return True

    def is_offered(self, number: int, is_over: Callable[[], bool]) -> bool:
        """Be offered a job, press some of its buttons; an offer that is not answered is withdrawn."""
        offered = Offered(f"o{number}", f"Жұмыс {self.case_id}/{number}", self.chance.choice(DEEDS))
        respond_by = (datetime.now(UTC) + timedelta(hours=10)).isoformat()  # so soon it is told at night, too
        data = {
            "member_label": "Айгүл", "measure": "vacancy", "title": offered.title, "place": "Шымкент",
            "contact": "Сәуле", "respond_by": respond_by,
        }  # fmt: skip
        of = {"case_id": self.case_id, "offer_id": offered.offer_id}
        if not self.office.tells("offer.made", is_over, **of, **data):
            return False
        self.offers.append(offered)
        self._hears(offered.title)
        self._answers(offered)
        return offered.deed.makes is not None or self.office.tells("offer.withdrawn", is_over, **of)

    def notices_of(self, mark: str) -> list[Shown]:
        """Return the notices that name the address of a visit, or announce an offer."""
        if mark in self.visits:
            return [shown for shown in self.person.answers() if re.search(rf"{re.escape(mark)}(?!\d)", shown.text)]
        return [shown for shown in self.person.answers() if f" {mark}." in shown.text.partition("\n")[0]]

    def _hears(self, mark: str) -> None:
        until(lambda: self.notices_of(mark), f"the notice of {mark}", PATIENCE_S)

    def _answers(self, offered: Offered) -> None:
        """Press what leads to the deed, whichever of it is on the screen, and look whether it is said to be done."""
        notice = self.notices_of(offered.title)[0]
        number = next(data for data in notice.buttons.values() if data.startswith("offer|")).split("|")[1]
        while offered.deed.until not in (found := self._newest_of(number))[1]:
            shown, words = (
                found if found[1].keys() & set(offered.deed.way) else (notice, self._words_of(notice, number))
            )
            word = next(word for word in offered.deed.way if word in words)
            offered.pressed.append(word)
            press(self.person, shown, words[word])
        offered.is_seen = offered.deed.makes is not None

    def _newest_of(self, number: str) -> tuple[Shown, dict[str, str]]:
        for shown in reversed(self.person.answers()):
            words = self._words_of(shown, number)
            if words:
                return shown, words
        raise AssertionError(f"no button of offer {number} is left")

    @staticmethod
    def _words_of(shown: Shown, number: str) -> dict[str, str]:
        parts = [(data.split("|"), data) for data in shown.buttons.values() if data.startswith(f"offer|{number}|")]
        return {said[3]: data for said, data in parts}


@dataclass
class Load:
    """Everybody at once, each in a thread; `failures` is what somebody waited for in vain."""

    telegram: str
    offices_at: Sequence[str]
    """Where the API is: an office calls one of these."""
    key: str
    seed: int
    people: int
    families: int
    interviewed: list[Interviewed] = field(default_factory=list)
    cases: list[Family] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    _over: threading.Event = field(default_factory=threading.Event)
    _threads: list[threading.Thread] = field(default_factory=list)

    def begin(self) -> None:
        """Let the families join, and then everybody go about."""
        for number in range(self.families):
            office = Office(self.offices_at[number % len(self.offices_at)], self.key, f"f{number}")
            self.cases.append(Family(self.telegram, office, number, random.Random(self.seed + number)))
            self.cases[-1].joins()
        works = [*(family.lives_on for family in self.cases), *[self._interviews] * self.people]
        for work in works:
            self._threads.append(threading.Thread(target=self._do, args=(work,)))
            self._threads[-1].start()

    @property
    def acts(self) -> int:
        """How much was acknowledged so far, to anybody."""
        answers = sum(len(one.seen) for one in self.interviewed)
        return answers + sum(len(family.office.acknowledged) + len(family.offers) for family in self.cases)

    def end(self) -> None:
        """Let everybody finish what they are at."""
        self._over.set()
        for thread in self._threads:
            thread.join()

    def _do(self, work: Callable[[Callable[[], bool]], None]) -> None:
        try:
            work(self._over.is_set)
        except AssertionError as failure:
            self.failures.append(str(failure))

    def _interviews(self, is_over: Callable[[], bool]) -> None:
        while not is_over():
            one = Interviewed(self.telegram, len(self.interviewed))
            self.interviewed.append(one)
            one.goes_through(is_over)
