"""What if: a change of the family beside how it is now, by today's answers; nothing of it is kept.

The answers are those of the conversation, not of a result: where they have changed since, it is said.
"""

import asyncio
from collections.abc import Mapping
from datetime import date
from typing import Final, NamedTuple

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from bot.telegram.taken import takes_long
from handlers import replies
from handlers.keyboards import WhatIf
from handlers.paper import send_with_words
from handlers.screens import what_if as screens
from handlers.screens.paper import curve_of
from handlers.screens.screen_input import Screen
from handlers.screens.what_if import Picked
from handlers.session import HasBegun, Session
from rules import Household
from rules.extra_earnings import curve_of_new_wage
from rules.interview.answers import MOST_TENGE
from rules.interview.household_from_answers import NOBODY, household_from
from rules.interview.people_told import SELF, adults, living_together
from rules.interview.typed_money import Period, may_lack_thousands, read_money, with_thousands
from rules.interview.typed_words import read_yes_or_no
from rules.quarters import MONTHS_IN_QUARTER
from rules.what_if import (
    compare,
    earners,
    students,
    with_earnings,
    with_job,
    with_newborn,
    with_newcomer,
    without_member,
    without_study,
)

router = Router(name="what_if")
router.callback_query.filter(HasBegun())

CHANGES: Final = ("earnings", "job", "child", "study", "joins", "leaves")
MONTHS_OF: Final = {None: 1, Period.MONTH: 1, Period.QUARTER: MONTHS_IN_QUARTER, Period.YEAR: 12}


class Told(NamedTuple):
    """The family of today's answers, how its members are called, and whose each change may be."""

    household: Household
    names: Mapping[str, str]
    whose: Mapping[str, list[str]]

    @property
    def changes(self) -> list[str]:
        """What this family can look at: nobody can leave who is alone, and no wage helps where nobody is entitled."""
        return [change for change in CHANGES if change not in self.whose or self.whose[change]]


@router.callback_query(WhatIf.filter(F.change == "menu"))
async def choose(query: CallbackQuery, session: Session) -> None:
    """Show the changes to pick from."""
    await replies.show_below(query, *session.of_family(_menu(session)))


@router.callback_query(WhatIf.filter(F.change.in_(CHANGES)))
async def look(query: CallbackQuery, callback_data: WhatIf, session: Session) -> None:
    """Ask whose the change is, or for its sum; with all of it known show the month now and then."""
    told, change, who = _told(session), callback_data.change, callback_data.who
    if told is None or change not in told.changes:
        await replies.show(query, *session.of_family(_menu(session)))
        return
    people = told.whose.get(change, [])
    who = people[0] if len(people) == 1 else who
    if people and who not in people:
        asked = screens.who(session.screen_input.texts, change, {key: told.names[key] for key in people})
        await replies.show(query, *session.of_family(asked))
    elif change in screens.WITH_SUM:
        session.conversation.listen_for_sum(f"{change}|{who}")
        await session.save()
        await replies.show(query, *await session.screen())
    else:
        await replies.show(query, *session.of_family(await _compared(session, told, Picked(change, who))))


@router.callback_query(WhatIf.filter(F.change == "curve"))
async def draw(query: CallbackQuery, callback_data: WhatIf, session: Session) -> None:
    """Send assistance and money of the family by the new wage of a member, as a picture."""
    told, who, assessment_day, texts = (
        _told(session),
        callback_data.who,
        session.assessment_day,
        session.screen_input.texts,
    )
    if told is None or who not in told.whose["job"]:
        await replies.show(query, *session.of_family(_menu(session)))
        return
    await replies.hint(query)
    takes_long()
    curve = await asyncio.to_thread(curve_of_new_wage, told.household, who, assessment_day.on, assessment_day.lines)
    if curve is None:
        await replies.say(query, *session.of_family(screens.no_curve(texts)))
        return
    in_words = session.of_family(screens.curve(texts, curve, told.names[who]))
    await send_with_words(query, curve_of(texts, curve), in_words)


async def take(message: Message, session: Session) -> bool:
    """Take what was typed as the sum of a change; what cannot be read is asked for once more.

    Yes and no are no sums, but for somebody who moves in with no money.
    """
    texts, about, text = session.texts, session.conversation.about, message.text or ""
    change, _, who = about.partition("|")
    told, tenge = _told(session), tenge_a_month(text)
    if read_yes_or_no(text) is not None and (change == "job" or tenge is None):
        session.conversation.listen_for_answers()  # it may be said to what was told or asked meanwhile
        return False
    is_back = text.strip().casefold() == texts.say("button-back").casefold()
    if told is not None and not is_back and (tenge is None or (change == "job" and not tenge)):
        await session.save()
        asked = screens.sum_asked(session.screen_input.texts, about, told.names, is_hint=True)
        await replies.say(message, *session.of_family(asked))
        return True
    session.conversation.listen_for_answers()
    await session.save()
    if told is None or is_back or change not in told.changes or who not in [*told.whose.get(change, []), ""]:
        await replies.say(message, *session.of_family(_menu(session)))
    else:
        await replies.say(message, *session.of_family(await _compared(session, told, Picked(change, who, tenge))))
    return True


def tenge_a_month(text: str) -> int | None:
    """Read one sum as tenge a month; a small number is thousands, as nobody is paid hundreds a month."""
    typed = read_money(text)
    if typed is None or typed.low != typed.high or typed.high > MOST_TENGE or typed.period not in MONTHS_OF:
        return None
    tenge = with_thousands(*typed[:2])[1] if may_lack_thousands(*typed[:2]) else typed.high
    return tenge // MONTHS_OF[typed.period]


def _told(session: Session) -> Told | None:
    """Return the family of the answers as they are; None while a question is open, or of status alone."""
    walked = session.conversation.walk(session.assessment_day)
    if not session.conversation.is_complete(session.assessment_day) or walked.kept.get("status") == NOBODY:
        return None
    household = household_from(walked.kept, session.assessment_day)
    together = [key for key in living_together(walked.kept) if key != SELF]
    is_anybody_entitled = any(member.entitled for member in household.members)
    whose = {
        "earnings": earners(household, session.assessment_day.on) if is_anybody_entitled else [],
        "job": adults(walked.kept) if is_anybody_entitled else [],
        "study": students(household, session.assessment_day.on),
        "leaves": together,
    }
    return Told(household, session.screen_input.names, whose)


def _menu(session: Session) -> Screen:
    told = _told(session)
    if told is None:
        return screens.to_answer(session.screen_input.texts, is_complete=False)
    return screens.menu(session.screen_input.texts, told.changes)


def changed_as(household: Household, picked: Picked, on: date) -> Household:
    """Return the family as it is after a change on that day."""
    tenge = picked.tenge or 0
    match picked.change:
        case "earnings":
            return with_earnings(household, picked.who, tenge)
        case "job":
            return with_job(household, picked.who, tenge)
        case "child":
            return with_newborn(household, on)
        case "study":
            return without_study(household, picked.who, on)
        case "joins":
            return with_newcomer(household, tenge)
    return without_member(household, picked.who, on)


async def _compared(session: Session, told: Told, picked: Picked) -> Screen:
    assessment_day, texts = session.assessment_day, session.screen_input.texts
    both = compare(
        told.household, changed_as(told.household, picked, assessment_day.on), assessment_day.on, assessment_day.lines
    )
    if both.changed.total_high is None or both.as_is.total_high is None:
        return screens.to_answer(texts, is_complete=True)
    shown = await session.latest_result()
    record = shown.record["record"] if shown else None
    now = both.as_is.found
    has_changed = (
        record is not None
        and record["quarter"] == str(now.law.quarter)
        and ((record["counted_members"], record["per_capita_income"]) != (len(now.family.counted), now.per_capita))
    )
    return screens.compared(texts, both, picked, told.names, assessment_day.today, has_changed=has_changed)
