"""How the members of a family are called: «Өзіңіз», «Бала, 3 жас». Labels stand in the nominative only."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any

from bot.texts import Texts
from rules.family import months_old
from rules.kept import Kept
from rules.law_on import MONTHS_IN_YEAR
from rules.members import SELF, SPOUSE, Person, members, person


def names(texts: Texts, answers: Mapping[str, Any], today: date) -> dict[str, str]:
    """Return the name of every member by key, with the age of today; those called alike are numbered."""
    told = Kept(answers)
    plain = {key: _name(texts, key, person(told, key), today) for key in members(told)}
    alike = Counter(plain.values())
    seen: Counter[str] = Counter()
    named = {}
    for key, name in plain.items():
        seen[name] += 1
        many = alike[name] > 1
        named[key] = texts.say("person-numbered", person=name, number=str(seen[name])) if many else name
    return named


def _name(texts: Texts, key: str, told: Person | None, today: date) -> str:
    if told is not None:
        years_since = months_old(date.fromisoformat(told.on), today) // MONTHS_IN_YEAR
        return texts.say(f"person-{told.group.name}", age=told.age + max(years_since, 0))
    return texts.say("person-spouse" if key == SPOUSE else "person-self") if key in {SELF, SPOUSE} else key
