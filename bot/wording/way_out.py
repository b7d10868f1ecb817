"""What narrows a result that is open: the one fact that the family can find out."""

from typing import Final

from bot.texts import Texts
from bot.wording.phrases import Name
from rules.interview.income_from_answers import OF_MONEY
from rules.interview.narrowing import WayOut
from rules.interview.people_told import SPOUSE
from rules.interview.places import Place
from rules.interview.who_earned import KINDS_EARNED

ABOUT_SOMEBODY: Final = frozenset({"birthday", "absence", "spouse-apart"})


def of_way_out(texts: Texts, way_out: WayOut | None, name: Name) -> list[str]:
    """Return which fact would tell it more exactly; nothing where none does."""
    if way_out is None:
        return []
    return _fact(texts, Place.parse(way_out["ask"]), name)


def asks_for(way_out: WayOut) -> str:
    """Return the Fluent id of the button that asks for the fact: a sum, a day, or where somebody is."""
    question = Place.parse(way_out["ask"]).question
    if question in OF_MONEY:
        return "button-fill-in-sum"
    return "button-fill-in-answer" if question in {"absence", "spouse-apart"} else "button-fill-in-day"


def _fact(texts: Texts, place: Place, name: Name) -> list[str]:
    """Return what the fact is; of the day of a ground it stands above already."""
    question, (kind, member, *_) = place
    if question in OF_MONEY:
        values = {"kind": texts.say(f"kind-{kind}")}
        if kind in KINDS_EARNED:
            return [texts.say("way-out-sum-earned", person=_within_line(name(member)), **values)]
        return [texts.say("way-out-sum", **values)]
    if question in ABOUT_SOMEBODY:
        person = _within_line(name(member or SPOUSE))
        return [texts.say("way-out-birthday" if question == "birthday" else "way-out-absence", person=person)]
    return []


def _within_line(person: str) -> str:
    return person[:1].lower() + person[1:]
