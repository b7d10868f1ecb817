"""Somebody who chats and reads: buttons and messages are named by their Fluent ids, in the language chosen."""

import re
from typing import Any, Final, Self

from bot.sandbox import people
from bot.store import assessments, drafts
from bot.texts import Language, TextError, Texts, texts
from rules import Quarter
from rules.interview.questions import SECTIONS
from tests.cast.interview import names_of_texts
from tests.chat import Bubble, Person, Telegram

TICK: Final = "✓ "
HINTS: Final = {name for name in names_of_texts("kk") if name.startswith("hint-") and "-offer-" not in name}
EXAMPLE_OF_A_DAY: Final = re.compile(r"\d\d\.\d\d\.\d{4}")
VARIANTS: Final = ("", "-self", "-member", "-earned", "-family")


class Client(Person):
    """A person who knows the bot's words."""

    def __init__(self, telegram: Telegram, person_id: int, language: Language = Language.KK) -> None:
        super().__init__(telegram, person_id)
        self.language = language

    @classmethod
    def arrives(cls, telegram: Telegram, language: Language = Language.KK) -> Self:
        """Return somebody whom the bot has never seen."""
        return cls(telegram, telegram.person(language_code=language.value).id, language)

    @property
    def words(self) -> Texts:
        """The texts in the language that the person reads."""
        return texts(self.language)

    # What the person does

    async def taps(self, *names: str) -> Bubble:
        """Press `button-<name>` one after another, each below the last message that has it."""
        return await self.presses(*[self.caption(name) for name in names])

    async def ticks(self, place: str, *options: str) -> Bubble:
        """Tick answers of a question and end it; with no options say that there are none."""
        await self.taps(*[f"{place}-{option}" for option in options])
        none = f"{place}-none" if f"button-{place}-none" in self.words else "none"
        return await self.taps("done" if options else none)

    async def ticks_people(self, *names: str) -> Bubble:
        """Tick members of the family by how they are called, and end the question."""
        return await self.presses(*names, self.caption("done" if names else "none"))

    async def begins(self) -> Bubble:
        """Start the bot, choose the language and consent: the first question is asked."""
        await self.says("/start")
        await self.taps(f"language-{self.language}", "consent-yes")
        return self.last

    async def region(self, region: str = "KZ-79") -> Bubble:
        """Choose a region; the default is Shymkent."""
        return await self.presses(self.words.region_short(region))

    async def citizens_in(self, region: str = "KZ-79") -> Bubble:
        """Choose a region, and say that all of the family may get the assistance: who lives together is asked next."""
        await self.region(region)
        return await self.taps("status-all")

    async def nothing_special(self) -> Bubble:
        """Say that no special circumstance applies, and that nothing of what counts happened before."""
        await self.ticks("circumstances")
        return await self.ticks("history")

    async def calculates(self) -> Bubble:
        """Answer whatever is still asked with "I don't know", and let the result be worked out."""
        while self.caption("unknown") in self.last.buttons:
            await self.taps("unknown")
        return await self.taps("calculate")

    async def opens(self, name: str, **values: str) -> Bubble:
        """Open one answer for correction: from the review to its section, and there by its number."""
        start = self.words.say(name, **values)
        for section in SECTIONS:
            shown = await self.taps(f"edit-{section}")
            found = [line.partition(". ") for line in shown.text.splitlines()]
            number = next((number for number, _, line in found if line.startswith(start)), None)
            if number is not None:
                return await self.presses(number)
            await self.taps("review")
        raise AssertionError(f"no line begins with {start!r}")

    async def opens_family(self) -> Bubble:
        """Open the list of the family, from the review."""
        return await self.taps("edit-family", "family")

    async def looks_for_a_quarter(self) -> Bubble:
        """Go from a result to the years: of one that is over directly, otherwise by what could be."""
        if self.caption("quarter") not in self.last.buttons:
            await self.taps("what-if")
        return await self.taps("quarter")

    async def reads_step_by_step(self) -> str:
        """Read the whole calculation, page by page, from the result; the last page stays open."""
        await self.taps("why", "steps")
        pages = [self.last.text]
        while self.caption("page-on") in self.last.buttons:
            await self.taps("page-on")
            pages.append(self.last.text)
        return "\n\n".join(pages)

    # What the person sees

    def caption(self, name: str) -> str:
        """Return the words of `button-<name>`."""
        return self.words.say(f"button-{name}")

    def reads(self, name: str, /, **values: str | int) -> Bubble:
        """Check that the last message contains a text, and return the message."""
        expected = self.words.say(name, **values)
        assert expected in self.last.text or expected in self.asked.text, f"not {name}: {expected!r}, but {self.last}"
        return self.last

    def is_asked(self, name: str, **values: str) -> Bubble:
        """Check that the last message is a question with these values, and return it.

        A question that is asked in other words of the applicant, or of the family, is the one that fits.
        """
        days = EXAMPLE_OF_A_DAY.findall(self.asked.text)
        named = {"base_months": self.words.base_months(self.base_months), "example": "".join(days[-1:]), **values}
        variants = [f"question-{name}{variant}" for variant in VARIANTS if f"question-{name}{variant}" in self.words]
        expected = [self.words.say_with(variant, **named) for variant in variants if self._has_all(variant, named)]
        assert any(text in self.asked.text for text in expected), f"not asked {name}: {expected}, but {self.last}"
        return self.last

    @property
    def asked(self) -> Bubble:
        """What the last message asks; below a hint that is the message above it, whose buttons the hint has."""
        return next(shown for shown in reversed(self.sees) if EXAMPLE_OF_A_DAY.sub("", shown.text) not in self._hints)

    @property
    def _hints(self) -> set[str]:
        """All hints as the person reads them, but for the day that some give as an example."""
        return {self.words.say_with(name, example="") for name in HINTS}

    def _has_all(self, name: str, values: dict[str, str]) -> bool:
        try:
            self.words.say_with(name, **values)
        except TextError:
            return False
        return True

    def is_hinted(self, name: str, **values: str) -> None:
        """Check that the last message is this hint; it has the buttons of what was asked."""
        assert self.last.text == self.words.say(name, **values), f"not {name}, but {self.sees[-2:]}"

    @property
    def base_months(self) -> tuple[str, ...]:
        """The three months whose income is asked for on the day of the test's clock."""
        return Quarter.of(self.telegram.clock().date()).previous.months

    def called(self, group: str, age: int) -> str:
        """Return how a member of a group is called."""
        return self.words.say(f"person-{group}", age=age)

    def stands_in(self) -> str:
        """Return the section in which the question on the screen stands: the bold one of those in its first line."""
        return self.last.bold[0]

    # What the database holds of the person

    async def draft(self) -> drafts.Draft | None:
        """Return the draft as it is stored."""
        async with self.telegram.database.reading() as connection:
            known = await drafts.known_person(connection, self.telegram.cipher, self.id)
        return known.draft if known else None

    async def answers(self) -> dict[str, Any]:
        """Return the answers as they are stored."""
        draft = await self.draft()
        assert draft is not None, "nothing is stored"
        answers: dict[str, Any] = draft.document["answers"]
        return answers

    async def result(self) -> assessments.FrozenAssessment:
        """Return the newest result as it is stored."""
        async with self.telegram.database.reading() as connection:
            latest = await assessments.latest(connection, self.telegram.cipher, self.id)
        assert latest is not None, "there is no result"
        return latest


def blocks(client: Client, *, blocked: bool = True) -> None:
    """Block the bot, or let it write again; the bot has not heard of it yet."""
    people.block(client.telegram.local, client.telegram.local.persons[client.id], blocked=blocked)
