"""How the members of a file are called in the explanation: by their label, else by what they are, in its language."""

from collections import Counter

from bot.telling import Name
from bot.texts import Texts, escape
from rules.family import Family, Standing
from rules.household import Relationship
from rules.household_file import has_own_label

PERSON = {Relationship.APPLICANT: "person-self", Relationship.SPOUSE: "person-spouse"}


def naming(texts: Texts, family: Family) -> Name:
    """Return the name of a label, as HTML; members without a label who would be called alike are numbered."""
    without_label = [
        standing for standing in (*family.counted, *family.not_counted) if not has_own_label(standing.member)
    ]
    names = {standing.label: _name(texts, standing) for standing in without_label}
    alike = Counter(names.values())
    seen: Counter[str] = Counter()
    for label, name in names.items():
        seen[name] += 1
        if alike[name] > 1:
            names[label] = texts.say("person-numbered", person=name, number=str(seen[name]))
    return lambda label: names.get(label) or escape(label)


def _name(texts: Texts, standing: Standing) -> str:
    relationship = standing.member.relationship
    message = PERSON.get(relationship, f"person-{relationship}")
    return texts.say_with(message, age=standing.age or 0)
