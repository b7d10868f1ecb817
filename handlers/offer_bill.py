"""What a job offer changes for the family: the bill from the saved answers, and the price of a refusal."""

from dataclasses import replace
from typing import Any, NamedTuple

from bot.store import cases
from bot.store.cases import Case
from bot.telling.naming import names
from bot.telling.offer_bill import bill_told, missing_told, price
from bot.texts import escape
from handlers import replies
from handlers.keyboards import Do, OfOffer, Row, keyboard
from handlers.offer_press import Press
from handlers.screens import offer as screens
from handlers.screens.scene import Screen
from rules.case import CaseStatus
from rules.members import SELF, adults
from rules.offer import Measure
from rules.offer_bill import Bill, BillNotPossible, bill, cost_of_refusing
from rules.questionnaire import Setting
from rules.told import household_from


class Answers(NamedTuple):
    """What the person has told of the family, as it is asked today."""

    kept: dict[str, Any]
    setting: Setting
    are_complete: bool


async def show_bill(press: Press) -> None:
    """Show both sides of the offer; before that, ask who takes part, or what is not told yet."""
    now = press.world.now()
    if not screens.is_awaited(press.seen, now):
        await replies.show_below(press.query, *screens.card(press.texts, press.seen, now))
        return
    screen = await _bill(press)
    await (replies.show if press.says.about else replies.show_below)(press.query, *screen)


async def price_told(press: Press) -> str:
    """Return what a refusal costs, by the decision, by the answers, or as far as it is known without either."""
    answers, values, today = _answers(press), screens.values_of(press.seen), press.world.today()
    monthly, supplement = _decided(await _case(press))
    if answers.are_complete:
        try:
            made = await _made(press, answers, SELF)
        except BillNotPossible:
            pass
        else:
            need_not = press.seen.is_named and made.need_not_take_part
            return price(press.texts, made.cost, values, today, need_not_take_part=need_not)
    return price(press.texts, cost_of_refusing(today, monthly, supplement), values, today)


async def _bill(press: Press) -> Screen:
    texts, answers = press.texts, _answers(press)
    called = names(texts, answers.kept, answers.setting.today)
    if not answers.are_complete:
        return _to_ask(press, missing_told(texts, [], lambda label: called.get(label, label)))
    grown_up = adults(answers.kept)
    member = press.says.about or (SELF if press.seen.is_named or len(grown_up) == 1 else "")
    if member not in grown_up:
        return _who(press, {key: called[key] for key in grown_up})
    try:
        made = await _made(press, answers, member)
    except BillNotPossible as lacking:
        return _to_ask(press, missing_told(texts, lacking.missing, lambda label: called.get(label, label)))
    told = bill_told(texts, made, screens.values_of(press.seen), press.world.today())
    return Screen(told, keyboard([_back(press)]))


def _answers(press: Press) -> Answers:
    """Return the answers in today's quarter, whatever other quarter the person has been looking at."""
    setting = press.visitor.setting
    conversation = replace(press.visitor.conversation, quarter=None)
    of_today = conversation.setting(setting.today, setting.lines)
    walked = conversation.walk(of_today)
    return Answers(walked.kept, of_today, walked.next is None)


async def _made(press: Press, answers: Answers, member: str) -> Bill:
    details, setting = press.seen.offer.details, answers.setting
    starts_on = screens.first_day(press.seen)
    monthly, supplement = _decided(await _case(press))
    return bill(
        household_from(answers.kept, setting),
        member,
        Measure(details["measure"]),
        details.get("wage_tenge"),
        starts_on,
        setting.on,
        setting.lines,
        decided_monthly_tenge=monthly,
        decided_supplement_tenge=supplement,
    )


async def _case(press: Press) -> Case | None:
    async with press.world.database.reading() as connection:
        return await cases.load(connection, press.world.cipher, press.seen.offer.case_id)


def _decided(case: Case | None) -> tuple[int | None, int | None]:
    """Return what the authority pays a month and beside it for children, while it pays."""
    if case is None or case.status is not CaseStatus.ASSIGNED or case.decision is None:
        return None, None
    return case.decision.get("monthly_tenge"), case.decision.get("supplement_tenge")


def _who(press: Press, grown_up: dict[str, str]) -> Screen:
    number, sequence = press.says.number, press.seen.offer.sequence
    person = escape(press.seen.offer.details["member_label"])
    rows: list[Row] = [
        [(called, OfOffer(number=number, sequence=sequence, word="bill", about=key))]
        for key, called in grown_up.items()
    ]
    return Screen(press.texts.say("offer-bill-who", person=person), keyboard([*rows, _back(press)]))


def _to_ask(press: Press, told: str) -> Screen:
    answer: Row = [(press.texts.say("button-offer-answer"), Do(what="check"))]
    return Screen(f"{told}\n\n{press.texts.say('offer-bill-afterwards')}", keyboard([answer, _back(press)]))


def _back(press: Press) -> Row:
    number, sequence = press.says.number, press.seen.offer.sequence
    return [(press.texts.say("button-back"), OfOffer(number=number, sequence=sequence, word="back"))]
