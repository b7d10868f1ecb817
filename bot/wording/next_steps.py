"""What to do next, and what to keep in mind about the result."""

from datetime import date, timedelta
from typing import Final

from bot.texts import Texts
from bot.wording.doors import calculate_again_below, calculate_again_then
from bot.wording.grounds import again, undated_grounds
from bot.wording.phrases import (
    Name,
    applied_on,
    basis_of_line,
    is_estimated,
    is_income_known,
    is_of_income_alone,
    is_of_status_alone,
    is_past,
    kinds_of_gaps,
    line,
    office,
    quarter_of,
    within_line,
)
from bot.wording.readings import are_open
from rules.household import Missing
from rules.income_within_line import Outcome
from rules.kind_of_assistance import Assistance
from rules.law_in_force import law_in_force
from rules.parameters import known_value_of, value_of
from rules.record import Record, RefusalRecord
from rules.refusals import Ground, term_months
from rules.result import Warn
from rules.sources import edition_on

OLD_AFTER: Final = timedelta(days=366)  # beyond it an estimate is said to be old


def next_steps(texts: Texts, record: Record, today: date, name: Name) -> list[str]:
    """Return where to apply, with which papers and how long it takes, and what follows; after a no, the way back."""
    return [*to_apply(texts, record, today), *if_awarded(texts, record, today, name)]


def to_apply(texts: Texts, record: Record, today: date) -> list[str]:
    """Return where to apply, with which papers and how long it takes; after a no, the way back."""
    if is_past(record, today):
        return [texts.say("result-past", quarter=texts.quarter(record["quarter"]))]
    outcome = Outcome(record["outcome"])
    if outcome is Outcome.REFUSED:
        others = [refusal for refusal in record["refusals"] if refusal["ground"] != Ground.INCOME_ABOVE_LINE]
        doors = [_door(texts, record, refusal) for refusal in others]
        doors += _with_less_income(texts, record, today) if is_of_income_alone(record) else []
        doors += again(texts, record, today)
        appeal = [texts.say("next-steps-appeal")] if _has_duty(record) else []
        return [*doors, texts.say("next-steps-disagree", office=office(texts, record)), *appeal]
    steps = [*_first(texts, record, outcome), *how_to_apply(texts, applied_on(record))]
    if Warn.REGISTERED_NOWHERE in record["warnings"]:
        steps.insert(0, texts.say("next-steps-register"))
    return steps


def _with_less_income(texts: Texts, record: Record, today: date) -> list[str]:
    """Return with which income to look again and what it is now, and that the line may be another one by then."""
    return [calculate_again_below(texts, record, today), calculate_again_then(texts, record)]


def if_awarded(texts: Texts, record: Record, today: date, name: Name) -> list[str]:
    """Return what follows once the assistance is awarded: the contract, how long it is paid, what the family must tell.

    Nothing after a no, and of a quarter that is over.
    """
    outcome, steps = Outcome(record["outcome"]), []
    if outcome is Outcome.REFUSED or is_past(record, today):
        return []
    if record["assistance"] == Assistance.CONDITIONAL:
        steps.append(_contract(texts, record, name))
    if outcome is Outcome.ELIGIBLE and record["total_tenge"]["high"]:
        renewal = "next-steps-renewal-card" if _has_duty(record) else "next-steps-renewal"
        values = {"office": office(texts, record)} if _has_duty(record) else {}
        steps.append(texts.say(renewal, date_to=texts.day_to(quarter_of(record).last_day, today), **values))
    if _has_duty(record):
        days = _days("notification_of_changes_term", applied_on(record))
        steps.append(texts.say("next-steps-duty", days=days, office_to=office(texts, record, ".to")))
    return steps


def if_awarded_in_short(texts: Texts, record: Record) -> str:
    """Return in a line what an award brings with it; where somebody must work or learn, what a refusal costs."""
    if record["assistance"] != Assistance.CONDITIONAL or not record["must_join_measures"]:
        return texts.say("next-steps-if-awarded")
    return texts.say("next-steps-if-awarded-work", office=office(texts, record), months=_months_without(record))


def _months_without(record: Record) -> int:
    """For how many months a family gets nothing after it refused a job or a course."""
    return term_months(Ground.MEASURES_REFUSED, law_in_force(applied_on(record)))


def _contract(texts: Texts, record: Record, name: Name) -> str:
    """Say that a contract is signed, and who has to take part in what it asks for, if anybody."""
    if not record["must_join_measures"]:
        return texts.say("next-steps-contract-nobody")
    people = "; ".join(within_line(name(label)) for label in record["must_join_measures"])
    months = _months_without(record)
    return texts.say("next-steps-contract", office=office(texts, record), people=people, months=months)


def _has_duty(record: Record) -> bool:
    """Whether the day's law says what the family must tell while it is paid (A7); the law before it was not read."""
    return known_value_of("notification_of_changes_term", applied_on(record)) is not None


def _door(texts: Texts, record: Record, refusal: RefusalRecord) -> str:
    ground, values = Ground(refusal["ground"]), {}
    if ground is Ground.MEASURES_REFUSED:
        values["office_to"] = office(texts, record, ".to")
    elif ground is Ground.FALSE_DATA and not refusal["until"]:  # before the Social Code
        return texts.say("next-steps-false_data-without-term", office=office(texts, record))
    return texts.say(f"next-steps-{ground}", **values)


def _first(texts: Texts, record: Record, outcome: Outcome) -> list[str]:
    undated = undated_grounds(record)
    is_only_open = are_open(record) and is_income_known(record) and not undated
    if outcome is Outcome.TOO_CLOSE or (outcome is Outcome.UNDECIDED and is_only_open):
        return [texts.say("next-steps-too-close")]
    if outcome is not Outcome.UNDECIDED:
        return []
    by_income = [] if is_income_known(record) else [texts.say("next-steps-undecided")]
    days = [texts.say(f"next-steps-undated-{ground}", office=office(texts, record)) for ground in undated]
    return [*by_income, *days, *([texts.say("next-steps-undated")] if undated else [])]


def how_to_apply(texts: Texts, on: date, identity: str = "identity-card") -> list[str]:
    """Return where to apply on that day, with which papers and how long it takes: for anybody, without a result.

    `identity`: the Fluent id of the paper that says who somebody is.
    """
    return [
        texts.say(
            "next-steps",
            identity=texts.say(identity),
            office_to=texts.say(f"office-{edition_on(on)}.to"),
            visit_days=_days("commission_examination_term", on),
            days=_days("service_term_career_centre", on),
            village_days=_days("service_term_rural_akim", on),
        )
    ]


def _days(term: str, on: date) -> int:
    return int(value_of(term, on).value)


def notes(texts: Texts, record: Record, name: Name) -> list[str]:
    """Return what to keep in mind: that it is an estimate, on what it rests, and what is missing."""
    if is_of_status_alone(record):
        return [of_office(texts, record)]
    return [
        of_office(texts, record),
        *of_line(texts, record),
        *(texts.say(f"warning-{warning}") for warning in record["warnings"]),
        *_missing(texts, record, name),
    ]


def of_office(texts: Texts, record: Record) -> str:
    """Return that this is an estimate, and who decides."""
    return texts.say("note-estimate", office=office(texts, record))


def of_line(texts: Texts, record: Record) -> list[str]:
    """Return that the line is an estimate and its basis, where it is one."""
    if not is_estimated(record):
        return []
    told = [texts.say("note-line-estimate", line=line(texts, record), basis=basis_of_line(texts, record))]
    newest = record["poverty_line"]["months"][-1:]
    if newest and quarter_of(record).first_day - date.fromisoformat(f"{newest[0]}-01") > OLD_AFTER:
        told.append(texts.say("note-line-old", month=texts.base_month(newest[0])))
    return told


def _missing(texts: Texts, record: Record, name: Name) -> list[str]:
    incomes = [
        texts.say("gap-income", person=name(label), kind=texts.say(f"kind-{kind}"))
        for label, kind in kinds_of_gaps(record)
    ]
    others = [gap for gap in record["gaps"] if gap["what"] != Missing.INCOME]
    of_people = [texts.say(f"gap-{gap['what']}", person=name(gap["label"])) for gap in others if gap["label"]]
    of_numbers = [texts.say(f"gap-{gap['what']}") for gap in others if not gap["label"]]
    return [*of_people, *incomes, *of_numbers]
