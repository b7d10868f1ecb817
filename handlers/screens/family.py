"""The family as a list: members to look at, to add and to take out."""

from typing import Final

from handlers.keyboards import Button, ButtonRow, Do, Show, in_columns, keyboard
from handlers.screens.review import answered_about, by_number, numbered
from handlers.screens.scene import Scene, Screen
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


def family(scene: Scene) -> Screen:
    """Return the members, to correct or remove one, or to add another."""
    buttons: list[Button] = [(name, Show(view="member", about=key)) for key, name in scene.names.items()]
    last = [_to(scene, "button-add", "add"), _to(scene, "button-back", "edit", "family")]
    together = len(buttons) - (scene.walked.kept.get("spouse-apart") == Absence.LEFT)
    return Screen(scene.texts.say("family", members=together), keyboard([*in_columns(buttons), last]))


def member(scene: Scene, key: str) -> Screen:
    """Return what was said of one member by number, to correct it, and the way to take the member out."""
    answered = answered_about(scene, key)
    if key == SPOUSE and "spouse-apart" in scene.walked.kept and (apart := scene.walked.find("spouse-apart")):
        answered.insert(0, apart)
    if (told := person(scene.conversation.answers, key)) and (ages := scene.walked.find(place_of(told.group))):
        answered.insert(0, ages)
    rows = by_number(answered)
    if scene.conversation.can_remove(key):
        rows.append([(scene.texts.say("button-remove"), Show(view="remove", about=key))])
    rows.append([_to(scene, "button-back", "family")])
    lines = [scene.texts.say("family-member", person=scene.names[key]), *numbered(scene, answered)]
    return Screen("\n".join(lines), keyboard(rows))


def removal(scene: Scene, key: str) -> Screen:
    """Return the question whether a member shall really be taken out."""
    yes: ButtonRow = [(scene.texts.say("button-remove-yes"), Do(what="remove", about=key))]
    no: ButtonRow = [(scene.texts.say("button-remove-no"), Show(view="member", about=key))]
    return Screen(scene.texts.say("family-remove-ask", person=scene.names[key]), keyboard([yes, no]))


def addition(scene: Scene) -> Screen:
    """Return who can be added to the family."""
    say, answers = scene.texts.say, scene.conversation.answers
    spouse: list[Button] = [(say("button-add-spouse"), Do(what="add", about=SPOUSE))]
    groups = [group for group in GROUPS if can_be_added(answers, group)]
    usual_first = sorted(groups, key=lambda group: (group.name != "child", not is_there(answers, group)))
    others: list[Button] = [
        (say(f"button-add-{group.name}"), Show(view="add_age", about=group.name)) for group in usual_first
    ]
    rows = in_columns(others if scene.conversation.has_spouse() else spouse + others)
    return Screen(say("family-add"), keyboard([*rows, [_to(scene, "button-back", "family")]]))


def age(scene: Scene, group: str) -> Screen:
    """Return the question how old the member is who is being added."""
    if GROUP_OF_NAME[group] in AT_MOST_ONE:
        text = scene.texts.say(f"question-people-{group}")
        return Screen(text, keyboard([[_to(scene, "button-back", "add")]]))
    kind = "student" if group == "student" else "grown-up" if group in GROWN_UP else "young"
    text = scene.texts.say_with(f"family-add-age-{kind}", group=scene.texts.say(f"group-{group}"))
    return Screen(text, keyboard([[_to(scene, "button-back", "add")]]))


def _to(scene: Scene, caption: str, view: str, about: str = "") -> Button:
    return scene.texts.say(caption), Show(view=view, about=about)
