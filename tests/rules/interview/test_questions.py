"""The questions themselves: each can be reached and has its words, and only what can still change is asked."""

from typing import Any, Final

import pytest

from rules.household import IncomeKind
from rules.interview.answers import DIFFERS, NONE, ONCE, UNKNOWN, Ages, Day, ManyOf, OneOf, Tenge
from rules.interview.income_from_answers import KINDS_ONE_OFF
from rules.interview.kinds_of_money import KINDS
from rules.interview.people_told import GROUPS, RELATIVES, TOLD_BEFORE, Group, members
from rules.interview.places import FAMILY
from rules.interview.questionnaire import Asked, AssessmentDay, Context, Walk, walk
from rules.interview.questions import QUESTIONS
from rules.interview.special import CIRCUMSTANCES, HISTORY
from rules.interview.who_earned import KINDS_EARNED
from rules.sources import provisions
from tests.cast.interview import (
    ALONE,
    NEAR_THE_LINE,
    ORDINARY,
    Script,
    all_questions,
    asked_of,
    kind_of,
    names_of_texts,
    tell,
)

MOST_BYTES: Final = 64  # what a button of Telegram may carry
SCREENS: Final = 12  # a couple, three children, one wage: at most so many to the review

# A family that has everything: all relatives, all kinds of money, every circumstance; hardly any income, so that
# everything still matters. Three variants, for what one person does excludes what another might.
EVERYTHING: Final[Script] = {
    "region": "KZ-63",
    "household": "spouse,children,grown,mother,father,husbands_mother,husbands_father,relatives",
    "people:child": "0 1 6 17",
    "people:grown": "25",
    "people:mother": "58",
    "people:father": "60",
    "people:husbands_mother": "61",
    "people:husbands_father": "62",
    "relatives": ",".join(group.word for group in RELATIVES),
    "people:wifes_mother": "59",
    "people:wifes_father": "57",
    "people:brother": "20",
    "people:sister": "21",
    "people:daughter_in_law": "24",
    "people:son_in_law": "26",
    "people:grandmother": "90",
    "people:grandfather": "91",
    "people:grandchild": "2",
    "people:other": "40",
    "people:student": "18",
    "activity": "carer",
    "activity:r1": "student",
    "cares-for": "elderly",
    "income-kinds": ",".join(KINDS),
    "one-off-kinds": ",".join(KINDS_ONE_OFF),
    "allowance-kinds": "child_care_allowance,large_family_allowance,allowance,housing_aid",
    "earners": "self,spouse",
    "amount": "differs",
    "amount:sale.self": "1",
    "amount:winnings.self": "1",
    **{f"amount:{kind}.self": "1" for kind in KINDS_ONE_OFF},
    "amount:loan.self": "1",
    "month": "1",
    "circumstances": ",".join(CIRCUMSTANCES),
    "history": ",".join(HISTORY),
    "away": "c4",
    "absence": "treatment",
    "disabled": "self,spouse,c1",
    "disability": "group_3",
    "ill": "o1",
    "elders": "spouse",
    "years": "66",
    "carers": "none",
    "cared-for": "child_under_3",
    "elsewhere": "q1",
    "property": "none",
    "work-refused-on": "01.03.2022",
    "contract-broken-on": "01.03.2022",
    "award": "kumis_alqa",
    "commission": "need",
    "birthday": "unknown",
    "sex": "female",
}
PENSIONERS: Final[Script] = {**EVERYTHING, "activity": "pensioner", "years": "61", "carers": "self,spouse"}
AT_WORK: Final[Script] = {**EVERYTHING, "activity": "employed", "carers": "self,spouse"}
AT_HOME: Final[Script] = {**EVERYTHING, "activity": "none", "small-child": "yes", "carers": "spouse"}
OF_ONE: Final[Script] = {
    **EVERYTHING,
    "region": "nowhere",
    "region-lived": "KZ-71",
    "status": "some",
    "not-entitled": "self",
    "household": "spouse_apart",
    "spouse-apart": "left",
    "activity": "student",
    "allowance-kinds": "allowance",
    "amount:allowance.self": "once",
    "once": "30 000",
    "circumstances": "disability",
    "history": "commission",
    "disabled": "self",
    "commission": "false_data",
}
ALL_SCRIPTS: Final = (EVERYTHING, PENSIONERS, AT_WORK, AT_HOME, OF_ONE)


def told_walk(script: Script, now: AssessmentDay = NEAR_THE_LINE) -> Walk:
    """Answer everything and return the walk over all that was asked."""
    return walk(QUESTIONS, tell(script, now).answers, now)


@pytest.fixture(scope="module")
def every_walk() -> list[Walk]:
    """The families that have everything, everything told."""
    return [told_walk(script) for script in ALL_SCRIPTS]


# Reached, worded, and small enough for a button


def test_every_question_is_asked_of_some_family(every_walk: list[Walk]) -> None:
    asked_somewhere = {question.question.id for walked in every_walk for question in walked.asked}
    assert asked_somewhere == {question.id for question in all_questions()}


def test_a_question_of_one_id_asks_one_thing_wherever_it_stands() -> None:
    """The key of an answer is made of the id: two questions of an id must need the same provision.

    A birthday alone is asked at two places: first of those who may not count, later of those who may get more.
    """
    rules: dict[str, set[str]] = {}
    for question in all_questions():
        if question.id != "birthday":
            rules.setdefault(question.id, set()).add(question.rule.partition("-")[0])
    assert {question: needed for question, needed in rules.items() if len(needed) != 1} == {}


def test_every_question_names_a_provision() -> None:
    known = {*provisions(), *(name.partition("-")[0] for name in provisions())}
    assert {question.rule for question in all_questions() if question.rule.partition("-")[0] not in known} == set()


def text_of(asked: Asked) -> str:
    """Return the id of the text of a question."""
    name, subject = asked.question.id, asked.subject
    of_whom = {"": "", "self": "-self"}
    if name in {"people", "earners"} or subject == FAMILY:
        return f"question-{name}" + (f"-{subject}" if subject != FAMILY else "")
    if name in {"month", "once"}:
        return f"question-{name}-" + ("earned" if subject.kind in KINDS_EARNED else "family")
    if name == "amount":
        earned = subject.kind in KINDS_EARNED
        return f"question-amount-{subject.kind}" + (of_whom.get(subject.member, "-member") if earned else "")
    return f"question-{name}{of_whom.get(subject.member, '-member')}"


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_every_question_that_is_asked_has_its_words(language: str, every_walk: list[Walk]) -> None:
    texts = {text_of(question) for walked in every_walk for question in walked.asked}
    assert sorted(texts - names_of_texts(language)) == []


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_every_button_of_every_question_has_its_caption(language: str, every_walk: list[Walk]) -> None:
    captions = {
        caption
        for walked in every_walk
        for question in walked.asked
        if question.question.id not in {"region", "region-lived"}
        for caption in captions_of(question, walked)
    }
    assert sorted(captions - names_of_texts(language)) == []


def captions_of(asked: Asked, walked: Walk) -> set[str]:
    """Return the ids of the captions of a question's buttons; a member's button bears the member's name."""
    name = {"cared-for": "cares-for", "spouse-apart": "absence"}.get(asked.question.id, asked.question.id)
    words = set(words_of(asked, walked)) - {*members(walked.kept), UNKNOWN, DIFFERS, ONCE, NONE}
    return {f"button-{name}-{word}" for word in words}


def words_of(asked: Asked, walked: Walk, now: AssessmentDay = NEAR_THE_LINE) -> tuple[str, ...]:
    """Return what the buttons of a question send."""
    match asked.question.answer(Context(walked.kept, now, asked.subject)):
        case OneOf(options) | ManyOf(options):
            return (*options, NONE)
        case Tenge():
            return (UNKNOWN, DIFFERS, ONCE)
        case Day():
            return (UNKNOWN,)
    return ()


def test_every_button_of_a_family_of_twenty_fits_into_what_telegram_carries() -> None:
    """A button carries a letter, the key of the question and the word, with lines between."""
    twenty = {**EVERYTHING, "people:child": " ".join(["3"] * 10), "people:brother": "20 21 22", "earners": "r3,self"}
    walked = told_walk(twenty)
    assert len(members(walked.kept)) >= 20
    sent = [f"a|{asked.key}|{word}" for asked in walked.asked for word in ("", *words_of(asked, walked))]
    assert [button for button in sent if len(button.encode()) > MOST_BYTES] == []


def test_no_question_is_asked_twice_and_no_key_holds_the_sign_between_the_parts_of_a_button(
    every_walk: list[Walk],
) -> None:
    for walked in every_walk:
        keys = [question.key for question in walked.asked]
        assert len(keys) == len(set(keys))
        assert not [key for key in keys if "|" in key]


def test_every_kind_of_money_that_can_be_ticked_is_known_to_the_law() -> None:
    known = {kind.value for kind in IncomeKind}
    allowances: Any = kind_of(tell(EVERYTHING, NEAR_THE_LINE).answers, "allowance-kinds", NEAR_THE_LINE)
    assert set(KINDS) - {"one_off"} | set(KINDS_ONE_OFF) <= known
    assert set(allowances.options) <= known


# As short as it was promised


def test_an_ordinary_family_is_asked_eleven_questions() -> None:
    assert tell(ORDINARY).keys == [
        "region",
        "status",
        "household",
        "people:child",
        "activity:self",
        "activity:spouse",
        "income-kinds",
        "earners:wage",
        "amount:wage.self",
        "circumstances",
        "history",
    ]


def test_three_children_at_boundaries_stay_within_the_promised_screens() -> None:
    """The children of the example, 3, 7 and 12, with one birthday; at worst three of them."""
    assert len(tell({**ORDINARY, "people:child": "3 7 12", "birthday": "unknown"}).keys) <= SCREENS
    assert len(tell({**ORDINARY, "people:child": "0 6 17", "birthday": "unknown"}).keys) <= SCREENS + 2


def test_somebody_alone_without_income_is_asked_seven_questions() -> None:
    nothing = {**ALONE, "income-kinds": "none"}
    asked = ["region", "status", "household", "activity:self", "income-kinds", "circumstances", "history"]
    assert tell(nothing).keys == asked


def test_a_family_nobody_of_which_is_entitled_is_asked_no_more() -> None:
    assert tell({**ORDINARY, "status": "nobody"}).keys == ["region", "status"]


# The groups


ASKED_TODAY: Final = [group for group in GROUPS if group not in TOLD_BEFORE]


@pytest.mark.parametrize("group", ASKED_TODAY, ids=lambda group: group.name)
def test_the_ages_of_every_group_are_asked_in_one_line(group: Group, every_walk: list[Walk]) -> None:
    walked = every_walk[0]
    asked = walked.find(f"people:{group.name}")
    assert asked is not None
    assert isinstance(asked.question.answer(Context(walked.kept, NEAR_THE_LINE, asked.subject)), Ages)


def test_a_group_that_nobody_ticked_is_not_asked_about() -> None:
    assert {key for key in asked_of(ALONE) if key.startswith("people")} == set()
    assert {key for key in asked_of(ORDINARY) if key.startswith("people")} == {"people:child"}
