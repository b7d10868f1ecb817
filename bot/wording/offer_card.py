"""A job offer in words as it stands now: what, where, when, how much, until when to answer, what was said of it."""

from datetime import date, datetime, timedelta
from typing import Final

from bot.store.notice_kinds import NoticeKind
from bot.store.notice_values import OfferValues
from bot.texts import Texts, dated, escape
from bot.wording.notice_input import Button, Matter
from bot.wording.phrases import plain
from rules.offer import ANSWERABLE, ANSWERED, NO_WAGE, OVERDUE, SETTLED, OfferState

LONGEST_CARD: Final = 3_700
"""UTF-16 units without the formatting: of Telegram's 4 096, with room for a line above that names the case."""
IN_DAYS_FROM: Final = timedelta(days=2)
"""A shorter span is told in hours."""
ON_ITS_WAY: Final = timedelta(minutes=5)
"""What is told so long after the round hour still says it: three hours, not two."""
DECIDED: Final = frozenset({OfferState.NOT_EXCUSED, OfferState.EXCUSED, OfferState.WITHDRAWN})
"""Where the officer's note belongs to what is told."""
TO_ANSWER: Final = ("bill", "accept", "cannot", "refuse")

Paragraphs = list[str]


def card(texts: Texts, values: OfferValues, today: date, now: datetime) -> str:
    """Return an offer in one message (HTML), in whatever state: `values` are those of `notices.values_of_offer`.

    Beside them `is_named` (false: it is said for whom the offer is). `now` is aware. It fits into one message.
    """
    return told(Matter(texts, NoticeKind.OFFER_MADE, values, None, None, now), today)


def told(matter: Matter[OfferValues], today: date) -> str:
    """Return the card of an offer that a notice is about."""
    until_when_and_whom = [*deadline(matter), *matter.contact(matter.values.get("contact"))]
    needed = "\n".join([title(matter, "offer-title"), *_facts(matter, today), *until_when_and_whom])
    note = matter.note(matter.values.get("note")) if matter.values["state"] in DECIDED else []
    return fitting([needed, *standing(matter)], [*_line(matter, "details", matter.values.get("details")), *note])


def fitting(needed: Paragraphs, also: Paragraphs) -> str:
    """Join paragraphs into one message, leaving out of `also` what would make it too long."""
    text = "\n\n".join(needed)
    for paragraph in also:
        longer = f"{text}\n\n{paragraph}"
        if len(plain(longer).encode("utf-16-le")) <= 2 * LONGEST_CARD:
            text = longer
    return text


def title(matter: Matter[OfferValues], message_id: str) -> str:
    """Return what is offered: `message_id`, with the wage of a month `-wage` behind it, with another sum `-sum`."""
    wage = matter.values.get("wage_tenge")
    if wage is None:
        return matter.say(message_id, title=escape(matter.values["title"]))
    kind = "sum" if matter.values["measure"] in NO_WAGE else "wage"
    return matter.say(f"{message_id}-{kind}", title=escape(matter.values["title"]), **{kind: matter.texts.money(wage)})


def for_whom(matter: Matter[OfferValues]) -> Paragraphs:
    """Return who takes part, unless it is the reader; once nobody is to any more, to whom it was offered."""
    if matter.values.get("is_named"):
        return []
    takes_part = is_awaited(matter) or matter.values["state"] == OfferState.ACCEPTED
    return [matter.say("offer-for" if takes_part else "offer-was-for", person=escape(matter.values["member_label"]))]


def _facts(matter: Matter[OfferValues], today: date) -> Paragraphs:
    return [
        matter.say("offer-measure", measure=matter.texts.say(f"measure-{matter.values['measure']}")),
        *_line(matter, "employer", matter.values.get("employer")),
        *for_whom(matter),
        *_line(matter, "place", matter.values.get("place")),
        *starts(matter, today),
        *_hours(matter),
    ]


def starts(matter: Matter[OfferValues], today: date) -> Paragraphs:
    """Return on which day it begins, where that was told."""
    starts_on = matter.values.get("starts_on")
    if not starts_on:
        return []
    return [matter.say("offer-starts", date=matter.texts.day(date.fromisoformat(starts_on), today))]


def _line(matter: Matter[OfferValues], name: str, written: str | None) -> Paragraphs:
    return [matter.say(f"offer-{name}", **{name: escape(written)})] if written else []


def _hours(matter: Matter[OfferValues]) -> Paragraphs:
    hours = matter.values.get("hours")
    if hours is None:
        return []
    if isinstance(hours, int):
        return [matter.say("offer-hours-weekly", hours=hours)]
    return [matter.say("offer-hours", hours=escape(hours))]


# Until when, and where it stands


def respond_by(matter: Matter[OfferValues]) -> datetime:
    """Return until when an answer is awaited."""
    return datetime.fromisoformat(matter.values["respond_by"])


def is_over(matter: Matter[OfferValues]) -> bool:
    """Whether the deadline has passed; its own second is still in time."""
    return matter.now > respond_by(matter)


def is_awaited(matter: Matter[OfferValues]) -> bool:
    """Whether an answer can still be given."""
    is_asked = OfferState(matter.values["state"]) in ANSWERABLE and not matter.values.get("case_is_over")
    return is_asked and not is_over(matter)


def can_be_taken_back(matter: Matter[OfferValues]) -> bool:
    """Whether there is an answer that its deadline or the officer has not made final."""
    is_answered = OfferState(matter.values["state"]) in ANSWERED
    return is_answered and not is_over(matter) and not matter.values.get("acknowledged_at")


def until(matter: Matter[OfferValues]) -> dict[str, str]:
    """Return the deadline and how long it is until then, as messages name them."""
    return {
        "deadline": dated(matter.texts.instant(respond_by(matter), matter.today), respond_by(matter)),
        "left": left(matter.texts, respond_by(matter), matter.now),
    }


def left(texts: Texts, until: datetime, now: datetime) -> str:
    """Write how long it is until then: 3 күн / 3 дня, in hours when it is under two days."""
    span = until - now + ON_ITS_WAY
    if span >= IN_DAYS_FROM:
        return texts.days(span.days)
    hours = span // timedelta(hours=1)
    return texts.say("offer-left-hours", hours=hours) if hours > 0 else texts.say("offer-left-minutes")


def deadline(matter: Matter[OfferValues]) -> Paragraphs:
    """Return until when to answer, while an answer is awaited or was until now."""
    if OfferState(matter.values["state"]) not in ANSWERABLE or matter.values.get("case_is_over"):
        return []
    return [matter.say("offer-respond-by-passed" if is_over(matter) else "offer-respond-by", **until(matter))]


def standing(matter: Matter[OfferValues]) -> Paragraphs:
    """Return where an offer stands: what was answered and whether that can be taken back; nothing for a new one."""
    state = OfferState(matter.values["state"])
    answer = matter.values.get("answer")
    if matter.values.get("case_is_over") and state in ANSWERABLE:
        return [matter.say("offer-stands-case_over")]
    if state in ANSWERED and answer:
        at = datetime.fromisoformat(answer["at"])
        if matter.values.get("case_is_over") and state is OfferState.EXCUSE_REQUESTED:
            return [matter.say(f"offer-stands-{state}-case_over", at=matter.texts.instant(at, matter.today))]
        return [matter.say(f"offer-stands-{state}", at=matter.texts.instant(at, matter.today)) + "\n" + back(matter)]
    if state in OVERDUE | SETTLED:
        return [matter.say(f"offer-stands-{state}", **until(matter))]
    if state is OfferState.NOT_EXCUSED:
        return [matter.say("offer-stands-not_excused-late" if is_over(matter) else "offer-stands-not_excused")]
    return [matter.say("offer-stands-taken_back")] if state is OfferState.TAKEN_BACK and is_awaited(matter) else []


def back(matter: Matter[OfferValues]) -> str:
    """Return until when an answer can be taken back, or why it cannot any more."""
    if matter.values.get("acknowledged_at"):
        return matter.say("offer-back-acknowledged")
    return matter.say("offer-back-passed" if is_over(matter) else "offer-back-until", **until(matter))


# Buttons


def rows(values: OfferValues, now: datetime) -> list[list[Button]]:
    """Return the buttons of an offer as it stands: the id of a caption (`button-offer-WORD`), and what a press sends.

    While an answer is awaited: bill, accept, cannot, refuse; while one can be taken back: take_back; calendar beside
    an accepted one with a day to begin.
    """
    state = OfferState(values["state"])
    over = now > datetime.fromisoformat(values["respond_by"])
    if values.get("case_is_over") and state in ANSWERABLE | {OfferState.EXCUSE_REQUESTED}:
        return []
    if state in ANSWERABLE:
        return [] if over else [[button(values, word)] for word in TO_ANSWER]
    is_accepted = state is OfferState.ACCEPTED and values.get("starts_on")
    is_final = over or values.get("acknowledged_at") or state not in ANSWERED
    words = [*(["calendar"] if is_accepted else []), *([] if is_final else ["take_back"])]
    return [[button(values, word)] for word in words]


def button(values: OfferValues, word: str) -> Button:
    """Return a button of an offer as it is at its sequence."""
    return f"button-offer-{word}", f"offer|{values['offer']}|{values['sequence']}|{word}|"
