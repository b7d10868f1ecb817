"""Random families told in the chat, written as a file, and assessed: chat, file and JSON must say the same.

`python -m tests.rules.agreeing_families 100000` tries that many and prints how many agreed; `make test` tries some.
"""

import json
import sys
import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any, Final

from rules import Household, Member, PovertyLines, assess, other_help_record, record_of
from rules.household import Absence, Activity, Disability
from rules.household_file import read_application
from rules.interview.answers import DIFFERS, ONCE, Ages, Answer, Day, ManyOf, OneOf, Tenge, Years
from rules.interview.people_told import GROUP_OF_NAME, with_answer, with_people
from rules.interview.questionnaire import Asked, AssessmentDay, Context, Walk, parse, walk
from rules.interview.questions import QUESTIONS

GROWN_UP: Final = 40  # the file wants an age of everybody; the chat does not ask it of whom it cannot matter to
DAYS: Final = (
    date(2020, 2, 3),
    date(2022, 5, 10),
    date(2023, 6, 30),
    date(2023, 7, 1),
    date(2025, 4, 1),
    date(2026, 11, 20),
)
SOMEBODY: Final = ("all", "all", "all", "all", "some", "nobody")
FEW: Final = 3  # chosen of many at most

Answers = dict[str, Any]


def told(random: Random, now: AssessmentDay) -> Answers:
    """Answer the whole interview at random, as a person would who knows every sum."""
    answers: Answers = {}
    walked: Walk | None = None
    while True:
        walked = walk(QUESTIONS, answers, now, walked)
        asked = walked.next
        if asked is None:
            return dict(walked.kept)
        kind = asked.question.answer(Context(walked.kept, now, asked.subject))
        raw = (
            SOMEBODY[random.randrange(len(SOMEBODY))] if asked.key == "status" else _raw(kind, asked, random, now.today)
        )
        answers = _with(answers, asked, parse(asked, raw, walked.kept, now), now.today.isoformat())


def _raw(kind: Answer, asked: Asked, random: Random, today: date) -> str:
    match kind:
        case OneOf(options):
            return random.choice([option for option in options if option != "unknown"])
        case ManyOf(options, required):
            most = min(len(options), FEW)
            return ",".join(random.sample(options, random.randint(int(required), most))) or "none"
        case Ages(youngest, oldest, most=most):
            many = random.randint(1, min(3, most))
            return " ".join(str(random.randint(youngest, min(oldest, 95))) for _ in range(many))
        case Years(youngest, oldest):
            return str(random.randint(youngest, min(oldest, 95)))
        case Day(near=(first, last)):
            return str(_day(first, min(last, today), random).strftime("%d.%m.%Y"))
        case Day():
            return random.choice(["unknown", _day(today - timedelta(days=400), today, random).strftime("%d.%m.%Y")])
        case Tenge(may_differ):
            every = [str(random.choice([0, 1_000, 20_000, 45_000, 90_000, 150_000, 400_000]) + random.randint(0, 999))]
            return random.choice([*every * 4, *([DIFFERS, ONCE] if may_differ else [])])
    raise AssertionError(f"{asked.key} has a kind of answer that nobody gives here")


def _day(first: date, last: date, random: Random) -> date:
    return first + timedelta(days=random.randint(0, max((last - first).days, 0)))


def _with(answers: Answers, asked: Asked, value: Any, told_on: str) -> Answers:
    if asked.question.id == "people":
        return with_people(answers, GROUP_OF_NAME[asked.subject.group], value, told_on)
    return with_answer(answers, asked.key, [value, told_on] if asked.question.id in {"years", "cared-age"} else value)


def written(household: Household, on: date) -> str:
    """Write a family as a file of `komek assess`, with the keys of the chat as labels."""
    history, owned = household.history, household.property
    lines = [f"applied_on = {on}", f'region = "{household.region}"', f"registered = {_word(household.registered)}"]
    for member in household.members:
        lines += ["[[members]]", *_member(member, on)]
    lines += ["[history]", *(f"{name} = {_word(value)}" for name, value in _history(history))]
    lines += ["[property]", f"holdings = [{', '.join(_word(str(one)) for one in sorted(owned.holdings))}]"]
    return "\n".join(lines)


def _member(member: Member, on: date) -> Iterator[str]:
    yield f'label = "{member.label}"'
    yield f'relationship = "{member.relationship}"'
    birth = member.birth
    if birth is None:
        yield f"age = {GROWN_UP}"
    elif birth.is_known:
        yield f"born_on = {birth.earliest}"
    else:
        yield f"age = {on.year - birth.latest.year}"
    if member.sex:
        yield f'sex = "{member.sex}"'
    if member.activity is not Activity.NONE:
        yield f'activity = "{member.activity}"'
    if member.cares_for:
        yield f'cares_for = "{member.cares_for}"'
    if member.cared_for_age is not None:
        yield f"cared_for_age = {member.cared_for_age}"
    if member.disability is not Disability.NONE:
        yield f'disability = "{member.disability}"'
    if member.absence is not Absence.NONE:
        yield f'absence = "{member.absence}"'
    for name in ("long_illness", "registered_here", "entitled"):
        yield f"{name} = {_word(getattr(member, name))}"
    incomes = (f'{{ kind = "{income.kind}", total = {income.low_tenge} }}' for income in member.incomes)
    yield f"incomes = [{', '.join(incomes)}]"


def _history(history: Any) -> Iterator[tuple[str, Any]]:
    for name in ("refused_measures_on", "contract_broken_on", "false_data_on"):
        if (value := getattr(history, name)) is not None:
            yield name, value
    yield "commission", history.commission
    yield "false_data", history.false_data
    yield "awarded_mother", history.awarded_mother


def _word(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, date) else f'"{value}"'


def difference(answers: Answers, now: AssessmentDay) -> str:
    """Return where the chat's result and the file's differ, as JSON; empty where they agree."""
    from rules.interview.household_from_answers import household_from  # noqa: PLC0415, beside its use

    household = household_from(answers, now)
    application = read_application(tomllib.loads(written(household, now.on)))
    records = [_record(family, now) for family in (household, application.household)]
    if records[0] == records[1]:
        return ""
    return "; ".join(
        f"{key}: {records[0][key]} / {records[1][key]}" for key in records[0] if records[0][key] != records[1][key]
    )


def _record(family: Household, now: AssessmentDay) -> dict[str, Any]:
    assessment = assess(family, now.on, now.lines)
    found = {**record_of(assessment), "other_help": other_help_record(family, assessment)}
    told: dict[str, Any] = json.loads(json.dumps(found))
    return told


def families(number: int, seed: int = 10) -> Iterator[tuple[Answers, AssessmentDay]]:
    """Yield so many families, each told on one of the days."""
    random, lines = Random(seed), PovertyLines()  # noqa: S311, nothing is kept secret
    for place in range(number):
        day = DAYS[place % len(DAYS)]
        now = AssessmentDay(day, day, lines)
        yield told(random, now), now


if __name__ == "__main__":
    wanted, seed = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 10
    differing = 0
    for number, (answers, now) in enumerate(families(wanted, seed), 1):
        if found := difference(answers, now):
            differing += 1
            sys.stdout.write(f"{number}: {now.on}: {found}\n{json.dumps(answers, ensure_ascii=False)}\n")
    sys.stdout.write(f"{wanted - differing} of {wanted} families agree\n")
    sys.exit(bool(differing))
