"""What a job offer changes for the family: the bill from the saved answers, and the price of a refusal."""

import contextlib
from dataclasses import replace
from typing import Any, NamedTuple

from bot.casework import OfferView, Paid, paid_on, values_for
from bot.store import cases
from bot.texts import escape
from bot.wording.member_names import names
from bot.wording.offer_bill import bill_told, missing_told, price, price_again
from handlers import replies
from handlers.keyboards import ButtonRow, Do, OfCheck, OfOffer, keyboard
from handlers.offer_press import Press
from handlers.screens import offer as screens
from handlers.screens.screen_input import Screen
from handlers.session import Session
from rules.interview.household_from_answers import household_from
from rules.interview.people_told import SELF, adults
from rules.interview.questionnaire import AssessmentDay
from rules.offer import Measure
from rules.offer_bill import Bill, BillNotPossibleError, bill, cost_of_refusing


class Answers(NamedTuple):
    """What the person has told of the family, as it is asked today."""

    kept: dict[str, Any]
    assessment_day: AssessmentDay
    are_complete: bool


async def show_bill(press: Press) -> None:
    """Show both sides of the offer; before that, ask who takes part, or what is not told yet."""
    now = press.world.now()
    if not screens.is_awaited(press.seen, now):
        await replies.show_below(press.query, *screens.card(press.texts, press.seen, now))
        return
    screen = await _bill(press)
    await (replies.show if press.says.about else replies.show_below)(press.query, *screen)


class Price(NamedTuple):
    """What a refusal costs: above the first button, once more above the last one, and whether more can be told."""

    told: str
    again: str
    is_known: bool  # all that answers can tell


async def price_told(session: Session, seen: OfferView) -> Price:
    """Return what a refusal costs, by the decision, by the answers, or as far as it is known without either."""
    answers, today, need_not, unchanged = await _answers(session), session.world.today(), False, None
    cost = cost_of_refusing(today, *await _paid(session, seen))
    if answers.are_complete:
        with contextlib.suppress(BillNotPossibleError):
            made = await _made(session, seen, answers, SELF)
            cost, unchanged, need_not = made.cost, made.unchanged, seen.is_named and made.need_not_take_part
    values = values_for(seen.offer, seen.follower)
    told = price(session.texts, cost, values, today, unchanged=unchanged, need_not_take_part=need_not)
    is_known = cost.monthly is not None or unchanged is not None
    return Price(told, price_again(session.texts, cost, today), is_known)


async def _bill(press: Press) -> Screen:
    texts, answers = press.texts, await _answers(press.session)
    called = names(texts, answers.kept, answers.assessment_day.today)
    if not answers.are_complete:
        return _to_ask(press, missing_told(texts, [], lambda label: called.get(label, label)))
    grown_up = adults(answers.kept)
    member = press.says.about or (SELF if press.seen.is_named or len(grown_up) == 1 else "")
    if member not in grown_up:
        return _who(press, {key: called[key] for key in grown_up})
    try:
        made = await _made(press.session, press.seen, answers, member)
    except BillNotPossibleError as lacking:
        return _to_ask(press, missing_told(texts, lacking.missing, lambda label: called.get(label, label)))
    values = values_for(press.seen.offer, press.seen.follower)
    told = bill_told(texts, made, values, press.world.today())
    return Screen(told, keyboard(screens.rows_below_the_bill(texts, press.seen)))


async def _answers(session: Session) -> Answers:
    """Return the answers of the person's own family in today's quarter, whatever else they have been looking at."""
    assessment_day = session.assessment_day
    conversation = replace(await session.own_conversation(), quarter=None)
    of_today = conversation.assessment_day(assessment_day.today, assessment_day.lines)
    walked = conversation.walk(of_today)
    return Answers(walked.kept, of_today, conversation.is_complete(of_today))


async def _made(session: Session, seen: OfferView, answers: Answers, member: str) -> Bill:
    details, assessment_day = seen.offer.details, answers.assessment_day
    starts_on = screens.first_day(seen)
    paid = await _paid(session, seen)
    return bill(
        household_from(answers.kept, assessment_day),
        member,
        Measure(details["measure"]),
        details.get("wage_tenge"),
        starts_on,
        assessment_day.on,
        assessment_day.lines,
        decided_monthly_tenge=paid.monthly_tenge,
        decided_supplement_tenge=paid.supplement_tenge,
    )


async def _paid(session: Session, seen: OfferView) -> Paid:
    """Return what the authority pays a month by its decision, while it pays."""
    async with session.world.database.reading() as connection:
        case = await cases.load(connection, session.world.cipher, seen.offer.case_id)
    return paid_on(case, session.world.today()) or Paid(None, None)


def _who(press: Press, grown_up: dict[str, str]) -> Screen:
    number, sequence = press.says.number, press.seen.offer.sequence
    person = escape(press.seen.offer.details["member_label"])
    rows: list[ButtonRow] = [
        [(called, OfOffer(number=number, sequence=sequence, word="bill", about=key))]
        for key, called in grown_up.items()
    ]
    return Screen(press.texts.say("offer-bill-who", person=person), keyboard([*rows, _back(press)]))


def _to_ask(press: Press, told: str) -> Screen:
    own = OfCheck(what="open") if press.session.check else Do(what="check")
    answer: ButtonRow = [(press.texts.say("button-offer-answer"), own)]
    return Screen(f"{told}\n\n{press.texts.say('offer-bill-afterwards')}", keyboard([answer, _back(press)]))


def _back(press: Press) -> ButtonRow:
    number, sequence = press.says.number, press.seen.offer.sequence
    return [(press.texts.say("button-back"), OfOffer(number=number, sequence=sequence, word="back"))]
