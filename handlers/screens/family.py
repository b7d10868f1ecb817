"""The family as a list: members to look at, to add and to take out."""

from typing import Final

from handlers.keyboards import Button, ButtonRow, Do, Show, in_columns, keyboard
from handlers.screens.review import answered_about, by_number, numbered
from handlers.screens.screen_input import Screen, ScreenInput
from rules.household import Absence
from rules.interview.people_told import (
    AT_MOST_ONE,
    GROUP_OF_NAME,
    GROUPS,
    SPOUSE,
    can_be_added,
    is_there,
    person,
    place_of,
)

GROWN_UP: Final = ("grown", "daughter_in_law", "son_in_law", "grandmother", "grandfather")


def family(screen_input: ScreenInput) -> Screen:
    """Return the members, to correct or remove one, or to add another."""
    buttons: list[Button] = [(name, Show(view="member", about=key)) for key, name in screen_input.names.items()]
    last = [_to(screen_input, "button-add", "add"), _to(screen_input, "button-back", "edit", "family")]
    together = len(buttons) - (screen_input.walked.kept.get("spouse-apart") == Absence.LEFT)
    return Screen(screen_input.texts.say("family", members=together), keyboard([*in_columns(buttons), last]))


def member(screen_input: ScreenInput, key: str) -> Screen:
    """Return what was said of one member by number, to correct it, and the way to take the member out."""
    answered = answered_about(screen_input, key)
    if (
        key == SPOUSE
        and "spouse-apart" in screen_input.walked.kept
        and (apart := screen_input.walked.find("spouse-apart"))
    ):
        answered.insert(0, apart)
    if (told := person(screen_input.conversation.answers, key)) and (
        ages := screen_input.walked.find(place_of(told.group))
    ):
        answered.insert(0, ages)
    rows = by_number(answered)
    if screen_input.conversation.can_remove(key):
        rows.append([(screen_input.texts.say("button-remove"), Show(view="remove", about=key))])
    rows.append([_to(screen_input, "button-back", "family")])
    lines = [screen_input.texts.say("family-member", person=screen_input.names[key]), *numbered(screen_input, answered)]
    return Screen("\n".join(lines), keyboard(rows))


def removal(screen_input: ScreenInput, key: str) -> Screen:
    """Return the question whether a member shall really be taken out."""
    yes: ButtonRow = [(screen_input.texts.say("button-remove-yes"), Do(what="remove", about=key))]
    no: ButtonRow = [(screen_input.texts.say("button-remove-no"), Show(view="member", about=key))]
    return Screen(screen_input.texts.say("family-remove-ask", person=screen_input.names[key]), keyboard([yes, no]))


def addition(screen_input: ScreenInput) -> Screen:
    """Return who can be added to the family."""
    say, answers = screen_input.texts.say, screen_input.conversation.answers
    spouse: list[Button] = [(say("button-add-spouse"), Do(what="add", about=SPOUSE))]
    groups = [group for group in GROUPS if can_be_added(answers, group)]
    usual_first = sorted(groups, key=lambda group: (group.name != "child", not is_there(answers, group)))
    others: list[Button] = [
        (say(f"button-add-{group.name}"), Show(view="add_age", about=group.name)) for group in usual_first
    ]
    rows = in_columns(others if screen_input.conversation.has_spouse() else spouse + others)
    return Screen(say("family-add"), keyboard([*rows, [_to(screen_input, "button-back", "family")]]))


def age(screen_input: ScreenInput, group: str) -> Screen:
    """Return the question how old the member is who is being added."""
    if GROUP_OF_NAME[group] in AT_MOST_ONE:
        text = screen_input.texts.say(f"question-people-{group}")
        return Screen(text, keyboard([[_to(screen_input, "button-back", "add")]]))
    kind = "student" if group == "student" else "grown-up" if group in GROWN_UP else "young"
    text = screen_input.texts.say_with(f"family-add-age-{kind}", group=screen_input.texts.say(f"group-{group}"))
    return Screen(text, keyboard([[_to(screen_input, "button-back", "add")]]))


def _to(screen_input: ScreenInput, caption: str, view: str, about: str = "") -> Button:
    return screen_input.texts.say(caption), Show(view=view, about=about)
