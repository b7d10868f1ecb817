"""Answers in short: for the review, and as captions of the buttons that correct them."""

from collections.abc import Mapping
from typing import Any

from bot.texts import Texts
from rules.answers import DIFFERS, UNKNOWN
from rules.deadlines import Quarter
from rules.family import family_of
from rules.income import family_income
from rules.law_on import law_on
from rules.questionnaire import Asked, Setting
from rules.told import household_from


def income_told(texts: Texts, answers: Mapping[str, Any], setting: Setting) -> str:
    """Return the income of the three months as the review shows it."""
    law = law_on(setting.on)
    income = family_income(family_of(household_from(answers, setting), law).counted, law)
    if income.high_tenge is None:
        return texts.say("review-income-unknown", known=texts.money(income.low_tenge))
    if income.high_tenge == 0:
        return texts.say("review-income-none")
    return texts.money_range(income.low_tenge, income.high_tenge)


def circumstances_told(texts: Texts, answers: Mapping[str, Any]) -> str:
    """Return the special circumstances as a list."""
    chosen = answers.get("circumstances", [])
    if not chosen:
        return texts.say("review-circumstances-none")
    return texts.list_of([texts.say(f"button-circumstances-{word}") for word in chosen])


def caption_of(texts: Texts, asked: Asked, value: Any, named: dict[str, str], setting: Setting) -> str:
    """Return the caption of a button that corrects an answer: what it is about, and the answer."""
    name, parts = asked.question.id, asked.subject.split(".")
    possible: dict[str, str] = {}
    if asked.subject:
        possible["person"] = named.get(parts[1] if len(parts) > 1 else parts[0], "")
    if name in {"amount", "month", "earners"}:
        possible["kind"] = texts.say(f"kind-{parts[0]}")
    if name == "month":
        month = Quarter.of(setting.on).previous.months[int(parts[2]) - 1]
        possible["month"] = texts.base_month(month)
    line = texts.say_with(f"line-{name}", **possible)
    told = answer_told(texts, asked, value, named)
    return f"{line}: {told}" if told else line


def answer_told(texts: Texts, asked: Asked, value: Any, named: dict[str, str]) -> str:
    """Return an answer in a few words; empty where the caption says enough."""
    name = {"cared-for": "cares-for"}.get(asked.question.id, asked.question.id)
    if value == UNKNOWN and f"button-{name}-{UNKNOWN}" not in texts:
        return texts.say("button-unknown")
    if value == DIFFERS:
        return texts.say("button-differs")
    if name == "region":
        return texts.region_short(value)
    if name == "years":
        return str(value[0])
    if name in {"amount", "month"}:
        return texts.money_range(*(value["quarter"] if isinstance(value, dict) else value))
    if isinstance(value, list):
        words = [named.get(word) or texts.say(f"button-{name}-{word}") for word in value]
        return ", ".join(words) if words else texts.say("button-no")
    option = f"button-{name}-{value}"
    return texts.say(option) if option in texts else str(value)
