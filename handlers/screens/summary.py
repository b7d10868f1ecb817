"""Answers in short: a line each, for the review and for whatever was just answered."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from bot.texts import Texts
from bot.wording.phrases import within_line
from handlers.screens.captions import caption, captions_of, none_of, whose
from handlers.screens.screen_input import ScreenInput
from handlers.unlikely_amount import is_by_month
from rules.income import family_income
from rules.interview.answers import BY_LAW, DIFFERS, ONCE, UNKNOWN
from rules.interview.grown_older import OF_ONE_AGE, OLDEST
from rules.interview.household_from_answers import born_later, household_from
from rules.interview.income_from_answers import OF_MONEY, is_by_quarter
from rules.interview.people_told import GROUP_OF_NAME
from rules.interview.questionnaire import Asked, AssessmentDay
from rules.interview.typed_ages import read_ages
from rules.law_in_force import law_in_force
from rules.quarters import Quarter
from rules.regions import REGIONS
from rules.who_counts import family_of


def income_told(texts: Texts, answers: Mapping[str, Any], assessment_day: AssessmentDay) -> str:
    """Return the income of the three months as the review shows it."""
    law = law_in_force(assessment_day.on)
    income = family_income(family_of(household_from(answers, assessment_day), law).counted, law)
    if income.high_tenge is None:
        return texts.say("review-income-unknown", known=texts.money(income.low_tenge))
    if income.high_tenge == 0:
        return texts.say("review-income-none")
    return texts.money_range(income.low_tenge, income.high_tenge)


def born_later_told(texts: Texts, answers: Mapping[str, Any], day: date) -> list[str]:
    """Return who of the family is left out on an earlier day: not born yet, or perhaps not."""
    later = born_later(answers, day)
    told = {"review-unborn": later.surely, "review-perhaps-unborn": later.perhaps}
    return [texts.say(message, count=count) for message, count in told.items() if count]


def line(screen_input: ScreenInput, asked: Asked) -> str:
    """Return a line that says what an answer is about, and the answer; a sum with its period."""
    name, texts = asked.question.id, screen_input.texts
    about = {"person": screen_input.name_of(asked.subject)}
    if name in {"amount", "month", "once", "earners"}:
        about["kind"] = texts.say(f"kind-{asked.subject.kind}")
    if name == "people":
        about["group"] = texts.say(f"group-{asked.subject.group}")
    if name == "month":
        months = Quarter.of(screen_input.assessment_day.today).previous.months
        month = int(months[asked.subject.month - 1][-2:])
        about["month"] = texts.say(f"calendar-month-{month}")
    told = answer_told(screen_input, asked, screen_input.walked.kept[asked.key])
    return f"{texts.say_with(line_id(asked), **about)} – {told}"


def line_id(asked: Asked) -> str:
    """Return the Fluent id of what an answer is about; an amount is a member's own or the family's."""
    name = asked.question.id
    return f"line-{name}" + (f"-{whose(asked.subject.kind)}" if name in OF_MONEY else "")


def answer_told(screen_input: ScreenInput, asked: Asked, value: Any) -> str:
    """Return an answer in a few words."""
    texts, name = screen_input.texts, captions_of(asked)
    if value == UNKNOWN and f"button-{name}-{UNKNOWN}" not in texts:
        return texts.say("told-unknown")
    if value in (DIFFERS, ONCE):  # no set: several words, which are an answer too, have no hash
        return within_line(texts.say(f"button-{value}"))
    if name == "region" and value in REGIONS:
        return texts.region_short(value)
    if name == "people":
        return ", ".join(str(age) for _, age, _ in value)
    if name in {"years", "cared-age"}:
        return str(value[0])
    if name in {"amount", "month", "once"}:
        return money_told(texts, asked, value)
    if isinstance(value, list):
        words = [within_line(caption(screen_input, asked, word)) for word in value]
        if not words:
            return within_line(texts.say(none_of(texts, asked.question.id)))
        return ("; " if any(", " in word for word in words) else ", ").join(words)
    return _word_or_day(texts, name, value)


def money_told(texts: Texts, asked: Asked, value: Any) -> str:
    """Return a sum as it was told, with the period that is meant: of one named month there is none to say."""
    if asked.question.id == "month":
        return texts.money_range(*value)
    if not isinstance(value, dict):
        value = {"once" if asked.question.id == "once" else "month" if is_by_month(asked) else "quarter": value}
    period, ends = next(iter(value.items()))
    if period == BY_LAW:
        period = f"{BY_LAW}-{'quarter' if is_by_quarter(asked.subject) else 'month'}"
    return texts.say(f"told-{period}", amount=texts.money_range(*ends))


def noted(screen_input: ScreenInput, asked: Asked) -> str:
    """Return what was kept of a typed answer, to be said back; empty where nothing was."""
    kept, texts = screen_input.walked.kept, screen_input.texts
    if asked.key not in kept:
        return ""
    value = kept[asked.key]
    if asked.question.id == "people":
        return texts.say("noted-ages", ages=", ".join(str(age) for _, age, _ in value))
    if asked.question.id in OF_ONE_AGE:
        return texts.say("noted-ages", ages=str(value[0]))
    return texts.say("noted", answer=answer_told(screen_input, asked, value))


def of_birthdays(texts: Texts, asked: Asked, typed: str) -> list[str]:
    """Return what becomes of members whose age, as it was just typed, is that of their group no more."""
    group = GROUP_OF_NAME.get(asked.subject.group)
    if group not in OLDEST or all(age <= OLDEST[group] for age in read_ages(typed) or []):
        return []
    return [texts.say(f"noted-turned-{OLDEST[group] + 1}")]


def _word_or_day(texts: Texts, name: str, value: str) -> str:
    option = f"button-{name}-{value}"
    return within_line(texts.say(option)) if option in texts else f"{date.fromisoformat(value):%d.%m.%Y}"
