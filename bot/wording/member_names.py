"""How the members of a family are called: «Өзіңіз», «Бала, 3 жас». Labels stand in the nominative only."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any, Final

from bot.texts import Texts, escape
from bot.wording.phrases import Name
from rules.household import Relationship
from rules.household_file import has_own_label
from rules.interview.kept import Kept
from rules.interview.people_told import SELF, SPOUSE, Person, members, person
from rules.law_in_force import MONTHS_IN_YEAR
from rules.who_counts import Family, Standing, months_old

FAMILIES_KEPT: Final = 500  # the names of those who are answering just now stay the same for many answers
PERSON: Final = {Relationship.APPLICANT: "person-self", Relationship.SPOUSE: "person-spouse"}


def names(texts: Texts, answers: Mapping[str, Any], today: date) -> Mapping[str, str]:
    """Return the name of every member of the answers by key, with the age of today; those alike are numbered."""
    told = answers if isinstance(answers, Kept) else Kept(answers)
    return _names_told(texts, tuple((key, person(told, key)) for key in members(told)), today)


@lru_cache(maxsize=FAMILIES_KEPT)
def _names_told(texts: Texts, told: tuple[tuple[str, Person | None], ...], today: date) -> Mapping[str, str]:
    return _numbered(texts, {key: _name_told(texts, key, person, today) for key, person in told})


def naming(texts: Texts, family: Family) -> Name:
    """Return the name of a member of a file by its label, as HTML: the label itself, or what the member is."""
    everybody = (*family.counted, *family.not_counted)
    without_label = [standing for standing in everybody if not has_own_label(standing.member)]
    called = _numbered(texts, {standing.label: _name_by_law(texts, standing) for standing in without_label})
    return lambda label: called.get(label) or escape(label)


def _numbered(texts: Texts, called: dict[str, str]) -> dict[str, str]:
    alike = Counter(called.values())
    seen: Counter[str] = Counter()
    numbered = {}
    for key, name in called.items():
        seen[name] += 1
        many = alike[name] > 1
        numbered[key] = texts.say("person-numbered", person=name, number=str(seen[name])) if many else name
    return numbered


def _name_told(texts: Texts, key: str, told: Person | None, today: date) -> str:
    if told is not None:
        years_since = months_old(date.fromisoformat(told.on), today) // MONTHS_IN_YEAR
        return texts.say(f"person-{told.group.name}", age=told.age + max(years_since, 0))
    return texts.say("person-spouse" if key == SPOUSE else "person-self") if key in {SELF, SPOUSE} else key


def _name_by_law(texts: Texts, standing: Standing) -> str:
    relationship = standing.member.relationship
    message = PERSON.get(relationship, f"person-{relationship}")
    return texts.say_with(message, age=standing.age or 0)
