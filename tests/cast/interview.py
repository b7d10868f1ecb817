"""A person who answers the questions one after another, for the tests of the questionnaire.

A script says what the person types or presses: by the key of a question (`amount:wage.self`), or by its id
(`amount`) for whatever else is asked under that id.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final, NamedTuple

from hypothesis import strategies as st

from rules import PovertyLine, PovertyLines, Quarter, assess, record_of
from rules.interview.answers import Answer
from rules.interview.household_from_answers import household_from
from rules.interview.people_told import GROUP_OF_NAME, Group, people, with_people
from rules.interview.questionnaire import Asked, AssessmentDay, Context, Question, Repeat, parse, walk
from rules.interview.questions import QUESTIONS
from rules.record import Record
from tests.locale_texts import texts_in

TODAY: Final = date(2026, 11, 23)
LINE: Final = 40_000  # tenge: what the tests take as published where the figure matters
LOCALES: Final = Path(__file__).parents[2] / "locales"

Answers = dict[str, Any]
Script = Mapping[str, str]

# What people type: letters of both languages, digits, signs and a face; short, as an answer is.
TYPED = st.text("0123456789 .,-–/:;−+~₸аәбгдежзикқлмнңоөпрстуүұфхшщыіья😀\u00a0\n", max_size=13)

# What nearly every family answers; a script says otherwise where it matters.
USUAL: Final[Script] = {"status": "all", "history": "none", "cared-age": "82", "false-data-on": "unknown"}

# A couple with three children, none of whose ages lies at a boundary, and one wage.
ORDINARY: Final[Script] = {
    **USUAL,
    "region": "KZ-71",
    "household": "spouse,children",
    "people:child": "3 9 12",
    "activity": "employed",
    "income-kinds": "wage",
    "earners": "self",
    "amount": "90 мың",
    "circumstances": "none",
}
ALONE: Final[Script] = {**ORDINARY, "household": "none", "amount": "20 мың"}

# A couple with two children, the husband's mother and a grown-up sister; both of the couple earn.
LARGE: Final[Script] = {
    **ORDINARY,
    "household": "spouse,children,husbands_mother,relatives",
    "people:child": "6 9",
    "people:husbands_mother": "70",
    "relatives": "sister",
    "people:sister": "24 16",
    "income-kinds": "wage,pension",
    "earners:wage": "self,spouse",
    "amount": "20 мың",
    "circumstances": "disability,illness,elsewhere,away,care",
    "disabled": "c1,e1",
    "disability:c1": "child",
    "disability:e1": "group_2",
    "ill": "spouse",
    "elsewhere": "c1,z1",
    "away": "z2",
    "absence": "military",
    "carers": "spouse",
    "cared-for": "disabled_child",
    "birthday:c1": "15.01.2020",
}


class Told(NamedTuple):
    """The answers of a whole interview and the keys of the questions, in the order in which they were asked."""

    answers: Answers
    keys: list[str]


def assessment_day(on: date = TODAY, today: date | None = None, *, line: int | None = None) -> AssessmentDay:
    """Return an assessment day; `today` is the day assessed unless said otherwise, `line` the line of every region."""
    published = PovertyLine.published("KZ-71", Quarter.of(on), line, "administrator") if line is not None else None
    return AssessmentDay(today or on, on, PovertyLines(always=published))


NOW: Final = assessment_day()
NEAR_THE_LINE: Final = assessment_day(line=LINE)


def asked(answers: Mapping[str, Any], key: str, assessment_day: AssessmentDay = NOW) -> Asked:
    """Return the question of a key, which must be asked of this family."""
    found = walk(QUESTIONS, answers, assessment_day).find(key)
    assert found is not None, f"{key} is not asked"
    return found


def kind_of(answers: Mapping[str, Any], key: str, assessment_day: AssessmentDay = NOW) -> Answer:
    """Return the kind of answer to the question of a key."""
    question = asked(answers, key, assessment_day)
    return question.question.answer(
        Context(walk(QUESTIONS, answers, assessment_day).kept, assessment_day, question.subject)
    )


def say(answers: Mapping[str, Any], key: str, raw: str, assessment_day: AssessmentDay = NOW) -> Answers:
    """Answer one question, for the first time or again, and keep what still belongs."""
    question = asked(answers, key, assessment_day)
    value = parse(question, raw, walk(QUESTIONS, answers, assessment_day).kept, assessment_day)
    return walk(QUESTIONS, _with(answers, question, value, assessment_day), assessment_day).kept


def _with(answers: Mapping[str, Any], question: Asked, value: Any, assessment_day: AssessmentDay) -> Answers:
    told_on = assessment_day.today.isoformat()
    if question.question.id == "people":
        return with_people(answers, GROUP_OF_NAME[question.subject.group], value, told_on)
    return {**answers, question.key: [value, told_on] if question.question.id in {"years", "cared-age"} else value}


def tell(script: Script, assessment_day: AssessmentDay = NOW, answers: Mapping[str, Any] | None = None) -> Told:
    """Answer everything that is asked, from the beginning or from where the answers end."""
    told = Told(dict(answers or {}), [])
    while (question := walk(QUESTIONS, told.answers, assessment_day).next) is not None:
        name = question.question.id
        said = script.get(question.key, script.get(name, USUAL.get(name)))
        assert said is not None, f"{question.key} is asked, and the script does not answer it"
        told = Told(say(told.answers, question.key, said, assessment_day), [*told.keys, question.key])
    return told


def result_of(answers: Mapping[str, Any], assessment_day: AssessmentDay = NOW) -> Record:
    """Return the result of a family as it is shown and kept."""
    return record_of(assess(household_from(answers, assessment_day), assessment_day.on, assessment_day.lines))


def outcome_of(script: Script, assessment_day: AssessmentDay = NOW) -> Record:
    """Answer everything and return the result."""
    return result_of(tell(script, assessment_day).answers, assessment_day)


def all_questions(questions: Sequence[Question | Repeat] = QUESTIONS) -> Iterator[Question]:
    """Yield every question, however deep it lies in repetitions."""
    for question in questions:
        if isinstance(question, Repeat):
            yield from all_questions(question.questions)
        else:
            yield question


def names_of_texts(language: str) -> set[str]:
    """Return the ids of all texts of a language."""
    return {text.name for text in texts_in(LOCALES / language)}


def asked_of(script: Script, now: AssessmentDay = NOW) -> set[str]:
    """Return the keys of all questions that a family is asked."""
    return set(tell(script, now).keys)


def ids_asked(script: Script, now: AssessmentDay = NOW) -> set[str]:
    """Return the ids of all questions that a family is asked."""
    return {key.partition(":")[0] for key in asked_of(script, now)}


def keys_of(answers: Mapping[str, Any], group: Group) -> list[str]:
    """Return the keys of the members of a group."""
    return [told.key for told in people(answers, group)]


def said_of(answers: Mapping[str, Any], key: str) -> dict[str, Any]:
    """Return every answer about a member, and every list that names them."""
    return {
        place: value
        for place, value in answers.items()
        if key in place.partition(":")[2].split(".") or (isinstance(value, list) and key in value)
    }
