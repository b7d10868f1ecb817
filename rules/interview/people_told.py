"""The members of a family among the answers: who they are, by key, and how one is added or removed.

The applicant is `self`, then `spouse` (also who lives with them unmarried, or has left); everybody else belongs to a
group whose ages are told in one line, and has the group's letter and a number: `c1`, `c2` (children under 18), `a1`
(grown children), `u1` (students over 18 who live elsewhere), `p1` (parents) and so on.
What was said of somebody stays with their key, and is gone before the key is given to anybody else.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any, Final, NamedTuple

from rules.household import Absence, Birth, Relationship, Sex
from rules.interview.answers import birth_of
from rules.interview.kept import says_who_is_there, while_members_stay
from rules.interview.places import EARNERS, PEOPLE, Place, Subject, stored_at, told_of
from rules.law_in_force import MONTHS_IN_YEAR
from rules.who_counts import months_at_ends

Answers = Mapping[str, Any]

SELF: Final = "self"
SPOUSE: Final = "spouse"
SPOUSE_APART: Final = "spouse_apart"
HERE_THOUGH_APART: Final = frozenset({Absence.WORK_ELSEWHERE.value, Absence.UNSURE.value})


class Group(NamedTuple):
    """Members whose ages are told in one line; they are there when `word` was chosen in the answer `chosen_in`.

    `sex`: what the word itself says of it.
    """

    name: str
    letter: str
    relationship: Relationship
    chosen_in: str
    word: str
    sex: Sex | None = None


CHILDREN: Final = Group("child", "c", Relationship.CHILD, "household", "children")
STUDENTS: Final = Group("student", "u", Relationship.CHILD, "circumstances", "student")
GROWN: Final = Group("grown", "a", Relationship.CHILD, "household", "grown")
# Each has a word of its own: nobody calls a mother «father or mother».
PARENTS: Final = (
    Group("mother", "m", Relationship.PARENT, "household", "mother", Sex.FEMALE),
    Group("father", "f", Relationship.PARENT, "household", "father", Sex.MALE),
    Group("husbands_mother", "e", Relationship.PARENT_IN_LAW, "household", "husbands_mother", Sex.FEMALE),
    Group("husbands_father", "k", Relationship.PARENT_IN_LAW, "household", "husbands_father", Sex.MALE),
)
WIFES_PARENTS: Final = (
    Group("wifes_mother", "v", Relationship.PARENT_IN_LAW, "relatives", "wifes_mother", Sex.FEMALE),
    Group("wifes_father", "t", Relationship.PARENT_IN_LAW, "relatives", "wifes_father", Sex.MALE),
)
RELATIVES: Final = (
    *WIFES_PARENTS,
    Group("brother", "r", Relationship.SIBLING, "relatives", "brother", Sex.MALE),
    Group("sister", "z", Relationship.SIBLING, "relatives", "sister", Sex.FEMALE),
    Group("daughter_in_law", "d", Relationship.CHILD_IN_LAW, "relatives", "daughter_in_law", Sex.FEMALE),
    Group("son_in_law", "l", Relationship.CHILD_IN_LAW, "relatives", "son_in_law", Sex.MALE),
    Group("grandmother", "q", Relationship.GRANDPARENT, "relatives", "grandmother", Sex.FEMALE),
    Group("grandfather", "j", Relationship.GRANDPARENT, "relatives", "grandfather", Sex.MALE),
    Group("grandchild", "n", Relationship.GRANDCHILD, "relatives", "grandchild"),
    Group("other", "o", Relationship.OTHER, "relatives", "other"),
)
TOLD_BEFORE: Final = (
    Group("parent", "p", Relationship.PARENT, "household", "parents"),
    Group("child_in_law", "i", Relationship.CHILD_IN_LAW, "relatives", "child_in_law"),
    Group("sibling", "b", Relationship.SIBLING, "relatives", "sibling"),
    Group("grandparent", "g", Relationship.GRANDPARENT, "relatives", "grandparent"),
)
"""Groups that were asked for until each relative had a word of their own: their answers are kept as they were told."""
AT_MOST_ONE: Final = (*PARENTS, *WIFES_PARENTS)
GROUPS: Final = (*PARENTS, *TOLD_BEFORE, GROWN, *RELATIVES, STUDENTS, CHILDREN)
GROUP_OF_LETTER: Final = {group.letter: group for group in GROUPS}
GROUP_OF_NAME: Final = {group.name: group for group in GROUPS}
ADULT_AGE: Final = 18  # for sorting the questions only; the law's own age is law/able_bodied_age.toml


def place_of(group: Group) -> str:
    """Return where the people of a group stand among the answers."""
    return stored_at(PEOPLE, Subject(group=group.name))


GROUP_AT: Final = {place_of(group): group for group in GROUPS}
"""The groups by the places of their people among the answers."""


def group_of(key: str) -> Group | None:
    """Return the group of a member, by the letter of their key; None for the applicant and the spouse."""
    return GROUP_OF_LETTER.get(key[0])


class Person(NamedTuple):
    """A member whose age was told on a day (ISO); the day matters when another quarter is looked at."""

    key: str
    age: int
    on: str

    @property
    def group(self) -> Group:
        """The group the member belongs to."""
        return GROUP_OF_LETTER[self.key[0]]


def is_there(answers: Answers, group: Group) -> bool:
    """Whether the family said that it has members of a group."""
    if group.word not in answers.get(group.chosen_in, []):
        return False
    return group.chosen_in != "relatives" or "relatives" in answers.get("household", [])


def can_be_added(answers: Answers, group: Group) -> bool:
    """Whether a member of a group can be added now: not before it was asked whether there is one, no second mother."""
    if group in TOLD_BEFORE or (group in AT_MOST_ONE and people(answers, group)):
        return False
    return (group.chosen_in if group.chosen_in != "relatives" else "household") in answers


def people(answers: Answers, group: Group) -> list[Person]:
    """Return the members of a group as told."""
    return [Person(*told) for told in answers.get(place_of(group), [])] if is_there(answers, group) else []


@while_members_stay
def everybody_told(answers: Answers) -> list[Person]:
    """Return all members whose age was told, grown-ups first."""
    return [told for place, group in GROUP_AT.items() if place in answers for told in people(answers, group)]


@while_members_stay
def _told_by_key(answers: Answers) -> dict[str, Person]:
    return {told.key: told for told in everybody_told(answers)}


def person(answers: Answers, key: str) -> Person | None:
    """Return the member of that key, or None for the applicant, the spouse and nobody."""
    return _told_by_key(answers).get(key)


@while_members_stay
def adults(answers: Answers) -> list[str]:
    """Return the keys of the members who may work, earn or care."""
    spouse = [SPOUSE] if spouse_counts(answers) else []
    return [SELF, *spouse, *(told.key for told in everybody_told(answers) if told.age >= ADULT_AGE)]


@while_members_stay
def living_together(answers: Answers) -> list[str]:
    """Return the keys of all members in the order in which they are shown, but for a spouse who has left."""
    young = [told.key for told in everybody_told(answers) if told.age < ADULT_AGE]
    return [*adults(answers), *young]


@while_members_stay
def members(answers: Answers) -> list[str]:
    """Return the keys of all members in the order in which they are shown."""
    together = living_together(answers)
    return together if SPOUSE in together or not has_spouse(answers) else [*together, SPOUSE]


def has_spouse(answers: Answers) -> bool:
    """Whether there is a husband, wife or partner, wherever they live."""
    chosen = answers.get("household", [])
    return SPOUSE in chosen or (SPOUSE_APART in chosen and "spouse-apart" in answers)


def spouse_counts(answers: Answers) -> bool:
    """Whether the spouse lives with the family, or works elsewhere, or nobody is sure."""
    chosen = answers.get("household", [])
    is_apart = SPOUSE_APART in chosen and answers.get("spouse-apart") in HERE_THOUGH_APART
    return SPOUSE in chosen or is_apart  # with a new partner at home it is the partner who is asked about


def birth_told(answers: Answers, key: str, told: Person | None) -> Birth | None:
    """Return when a member was born, as far as it was said; None for somebody whose age nobody asked."""
    if told is not None:
        return _birth_of(told.age, told.on, told_of(answers, "birthday", key))
    years = told_of(answers, "years", key)
    return None if years is None else _birth_of(*years, None)


@lru_cache(maxsize=10_000)
def _birth_of(age: int, told_on: str, birthday: str | None) -> Birth:
    return birth_of(age, date.fromisoformat(told_on), birthday)


def ages_on(answers: Answers, told: Person, day: date) -> tuple[int, int]:
    """Return the least and the greatest age in whole years that a member may have on a day, by what was told."""
    birth = _birth_of(told.age, told.on, told_of(answers, "birthday", told.key))
    youngest, oldest = months_at_ends(birth, day)
    return youngest // MONTHS_IN_YEAR, oldest // MONTHS_IN_YEAR


def with_people(answers: Answers, group: Group, ages: list[int], told_on: str) -> dict[str, Any]:
    """Return the answers with the people of a group as told in one line of ages.

    Whoever was there before with that age, or may have it by now, keeps their key; what was said of those who are gone
    goes with them.
    """
    free = [Person(*told) for told in answers.get(place_of(group), [])]
    highest = max((int(told.key[1:]) for told in free), default=0)
    same_people = _grown_older(answers, free, ages, date.fromisoformat(told_on))
    told_now = []
    for at, age in enumerate(ages):
        same = same_people[at] if same_people else next((told for told in free if told.age == age), None)
        if same is None:
            highest += 1
            told_now.append([f"{group.letter}{highest}", age, told_on])
        else:
            free.remove(same)
            told_now.append([same.key, age, told_on])
    changed = dict(answers)
    for gone in free:
        changed = _without_what_was_said_of(changed, gone.key)
    return {**changed, place_of(group): told_now}


def _grown_older(answers: Answers, before: list[Person], ages: list[int], today: date) -> list[Person]:
    """Return who has each of some ages where they are those of the same people as before; empty where they are not."""
    if len(before) != len(ages):
        return []
    in_order = sorted(range(len(ages)), key=lambda at: ages[at])
    pairs = dict(zip(in_order, sorted(before, key=lambda told: told.age), strict=True))
    is_possible = all(_may_be(answers, told, ages[at], today) for at, told in pairs.items())
    return [pairs[at] for at in range(len(ages))] if is_possible else []


def _may_be(answers: Answers, told: Person, age: int, today: date) -> bool:
    youngest, oldest = ages_on(answers, told, today)
    return age == told.age or youngest <= age <= oldest


def with_answer(answers: Answers, place: str, value: Any) -> dict[str, Any]:
    """Return the answers with one more; if it says that somebody is no member, what was said of them goes."""
    changed: dict[str, Any] = {**answers, place: value}
    if not says_who_is_there(place):
        return changed
    for gone in set(members(answers)) - set(members(changed)):
        changed = _without_what_was_said_of(changed, gone)
    left = {place_of(group) for group in GROUPS if not is_there(changed, group) and is_there(answers, group)}
    return {place: told for place, told in changed.items() if place not in left}


def with_person(answers: Answers, group: Group, age: int, told_on: str) -> dict[str, Any]:
    """Return the answers with one more member of a group."""
    added = dict(answers)
    if group.chosen_in == "relatives":
        added["household"] = _with_word(added.get("household", []), "relatives")
    added[group.chosen_in] = _with_word(added.get(group.chosen_in, []), group.word)
    before = answers.get(place_of(group), [])
    highest = max((int(key[1:]) for key, _, _ in before), default=0)
    there = [list(told) for told in people(answers, group)]
    return {**added, place_of(group): [*there, [f"{group.letter}{highest + 1}", age, told_on]]}


def with_spouse(answers: Answers) -> dict[str, Any]:
    """Return the answers with a spouse."""
    return {**answers, "household": _with_word(answers.get("household", []), SPOUSE)}


def without(answers: Answers, key: str) -> dict[str, Any]:
    """Return the answers with a member taken out, together with everything that was said of them."""
    left = _without_what_was_said_of(answers, key)
    if key == SPOUSE:
        left["household"] = [word for word in left.get("household", []) if word != SPOUSE_APART]
        left.pop("spouse-apart", None)
        return left
    group = GROUP_OF_LETTER[key[0]]
    left[place_of(group)] = [list(told) for told in people(answers, group) if told.key != key]
    if not left[place_of(group)]:
        del left[place_of(group)]
        left[group.chosen_in] = [word for word in left[group.chosen_in] if word != group.word]
    return left


def _without_what_was_said_of(answers: Answers, key: str) -> dict[str, Any]:
    """Drop the answers about a member, and take them out of the lists that name them.

    An income that nobody else received goes as well.
    """
    left = {
        place: [entry for entry in value if entry != key] if isinstance(value, list) else value
        for place, value in answers.items()
        if Place.parse(place).subject.member != key
    }
    lost = _kinds_in((place for place, value in left.items() if not value), EARNERS)
    lost |= _kinds_in(answers.keys() - left.keys(), "amount") - _kinds_in(left, "amount", EARNERS)
    if lost:
        gone = {stored_at(EARNERS, Subject(kind)) for kind in lost}
        left = {place: value for place, value in left.items() if place not in gone}
        left["income-kinds"] = [kind for kind in left.get("income-kinds", []) if kind not in lost]
    return left


def _kinds_in(places: Iterable[str], *questions: str) -> set[str]:
    """Return the kinds of income that the answers to some questions are about."""
    return {place.subject.kind for place in map(Place.parse, places) if place.question in questions}


def _with_word(words: list[str], word: str) -> list[str]:
    return words if word in words else [*words, word]
