"""Whole interviews of different people: what each of them presses and types, seeing what the bot shows.

They are rehearsed once with the real program. So the bench knows beforehand what to send, and afterwards what must
stand in every draft.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any, Final

from aiogram import Bot, Dispatcher

from bench.known_people import make_known
from bench.stub_session import Shown, StubSession
from bot.store import drafts
from bot.world import World
from handlers.keyboards import Back, Choose, Do, Ready, Settle, Tick
from rules.interview.answers import NONE
from rules.interview.people_told import AT_MOST_ONE, PARENTS, place_of

# What every family here says; each adds something of its own by chance.
LIKELY: Final = {"household": ("spouse", "children"), "income-kinds": ("wage",)}
PARENTS_WORDS: Final = frozenset(group.word for group in PARENTS)
SELDOM: Final = frozenset({"relatives", "spouse_apart", "some", "nobody", "another"}) | PARENTS_WORDS
# Nothing ticked would not be taken as the answer to these.
NOT_NONE: Final = frozenset({"earners", "allowance-kinds", "one-off-kinds", "relatives", "not-entitled", "elders"})
WORDS_BY_CHANCE: Final = (0, 0, 0, 1, 1, 2)
MONTHLY_TENGE: Final = range(18_000, 250_000, 250)  # likely sums: nothing of them is asked back
MOST_ACTS: Final = 150
BEGUN_ON: Final = 1_790_000_000  # seconds since 1970; stands in every message


@dataclass(frozen=True, slots=True)
class Act:
    """What a person does once: press a button that carries `sent`, or type it, with `seen` on the screen."""

    kind: str
    sent: str
    seen: Shown

    @property
    def is_press(self) -> bool:
        """Whether a button is pressed."""
        return self.kind in {"choose", "tick", "ready", "settle"}


@dataclass(frozen=True, slots=True)
class Interview:
    """One person's acts from the first question to the review, and the answers that remain of them."""

    acts: tuple[Act, ...]
    answers: dict[str, Any]


async def rehearsed(dispatcher: Dispatcher, world: World, person_ids: Iterable[int]) -> list[Interview]:
    """Return what so many people answer who are made known first, each rehearsed once."""
    await make_known(world, person_ids)
    return [await rehearse(dispatcher, world, person_id) for person_id in person_ids]


async def rehearse(dispatcher: Dispatcher, world: World, person_id: int) -> Interview:
    """Let a person who has consented answer everything; the same number always says the same."""
    session = StubSession()
    bot, random = Bot("1000000:rehearsal", session=session), Random(person_id)
    acts: list[Act] = []
    await dispatcher.feed_raw_update(bot, message_update(person_id, 1, "/check"))
    while not is_review(session.shown):
        for act in acts_on(session.shown, random):
            acts.append(act)
            await dispatcher.feed_raw_update(bot, update_of(act, person_id, len(acts) + 1))
        if len(acts) > MOST_ACTS:
            raise RuntimeError(f"after {MOST_ACTS} answers there is still no review: {session.shown.text}")
    return Interview(tuple(acts), await answers_of(world, person_id))


async def answers_of(world: World, person_id: int) -> dict[str, Any]:
    """Return the answers of a person that stand in the database."""
    async with world.database.reading() as connection:
        known = await drafts.known_person(connection, world.cipher, person_id)
    answers: dict[str, Any] = known.draft.document["answers"] if known and known.draft else {}
    return answers


def is_review(shown: Shown) -> bool:
    """Whether all is said."""
    return any(button.what == "calculate" for button in shown.buttons(Do))


def acts_on(shown: Shown, random: Random) -> Iterator[Act]:
    """Yield what answers the question on a screen."""
    if settled := shown.buttons(Settle):
        yield Act("settle", settled[0].pack(), shown)
    elif ready := shown.buttons(Ready):
        key, options = ready[0].key, [button.word for button in shown.buttons(Tick)]
        words = _words(key, options, random)
        for word in words:
            yield Act("tick", Tick(key=key, word=word).pack(), shown)
        yield Act("ready", ready[0].pack(), shown) if words else Act("choose", Choose(key=key, word=NONE).pack(), shown)
    else:
        yield _said(shown, random)


def _said(shown: Shown, random: Random) -> Act:
    words = shown.buttons(Choose)
    key = words[0].key if words else shown.buttons(Back)[0].key
    kind = TYPED.get(key.partition(":")[0])
    if kind is None or (words and random.random() < 0.1):  # noqa: PLR2004, one in ten presses a button instead
        usual = [word for word in words if word.word not in SELDOM or random.random() < 0.1]  # noqa: PLR2004, as above
        return Act("choose", random.choice(usual).pack(), shown)
    return Act(kind, _typed(kind, key, shown.text, random), shown)


def _words(key: str, options: list[str], random: Random) -> list[str]:
    certain = [word for word in LIKELY.get(key, ()) if word in options]
    if key.partition(":")[0] in NOT_NONE:
        certain = options[:1]
    others = [word for word in options if word not in certain and word not in SELDOM]
    return certain + random.sample(others, min(len(others), random.choice(WORDS_BY_CHANCE)))


TYPED: Final = {
    "people": "ages",
    "years": "age",
    "cared-age": "age",
    "amount": "amount",
    "month": "amount",
    "once": "amount",
    "birthday": "day",
    "work-refused-on": "day",
    "contract-broken-on": "day",
    "false-data-on": "day",
}
AGES: Final = {"people:child": range(18), "people:student": range(18, 23), "people:grown": range(18, 40)}
OF_ONE: Final = {place_of(group): range(45, 90) for group in AT_MOST_ONE}
AGE_NAMED: Final = re.compile(r"\n\n[^\n]*?(\d+)\s(?:жас|год|лет)")  # below the sections: "Бала, 17 жас: ..."
GROWN_UP: Final = range(19, 75)
ELDERLY: Final = range(60, 100)


def _typed(kind: str, key: str, question: str, random: Random) -> str:
    match kind:
        case "ages" if key in OF_ONE:
            return str(random.choice(OF_ONE[key]))
        case "ages":
            return " ".join(str(random.choice(AGES.get(key, GROWN_UP))) for _ in range(random.randint(1, 4)))
        case "age":
            return str(random.choice(ELDERLY if key.startswith("cared-age") else GROWN_UP))
        case "amount":
            return f"{random.choice(MONTHLY_TENGE):,}".replace(",", " ")
    age = AGE_NAMED.search(question) if key.startswith("birthday") else None
    days_ago = random.randint(20, 340) + (int(age[1]) * 1461 // 4 if age else 0)
    return (datetime.now(UTC).date() - timedelta(days=days_ago)).strftime("%d.%m.%Y")


def update_of(act: Act, person_id: int, update_id: int) -> dict[str, Any]:
    """Return an act as the update that Telegram sends, a pressed button with the message that it belongs to."""
    if not act.is_press:
        return message_update(person_id, update_id, act.sent)
    bot = {"id": 1_000_000, "is_bot": True, "first_name": "Kömek", "username": "komek_local_bot"}
    chat = {"id": person_id, "type": "private", "first_name": "Айгүл"}
    message = {"message_id": update_id, "date": BEGUN_ON, "chat": chat, "from": bot, "text": act.seen.text}
    query = {"id": str(update_id), "from": _user(person_id), "chat_instance": str(person_id), "data": act.sent}
    return {
        "update_id": update_id,
        "callback_query": {**query, "message": {**message, "reply_markup": act.seen.markup}},
    }


def message_update(person_id: int, update_id: int, text: str) -> dict[str, Any]:
    """Return a typed text as the update that Telegram sends."""
    chat = {"id": person_id, "type": "private", "first_name": "Айгүл"}
    message = {"message_id": update_id, "date": BEGUN_ON, "chat": chat, "from": _user(person_id), "text": text}
    return {"update_id": update_id, "message": message}


def _user(person_id: int) -> dict[str, Any]:
    return {"id": person_id, "is_bot": False, "first_name": "Айгүл", "language_code": "kk"}
