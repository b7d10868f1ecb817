"""Who follows a case, in words: somebody has joined, was confirmed, or follows it no more."""

from bot.store.notice_values import FollowerValues, NoValues
from bot.texts import escape
from bot.wording.notice_input import Matter, Told


def joined(matter: Matter[FollowerValues]) -> Told:
    """Tell the others that somebody has joined, and what to do when they do not know who it is."""
    label = matter.values.get("label")
    who = matter.say("follower-joined-bare") if label is None else matter.say("follower-joined", person=escape(label))
    button = "button-case-followers", f"case|followers|{matter.values['alias']}"
    return Told(f"{who} {matter.say('follower-joined-unknown')}", [[button]])


def confirmed(matter: Matter[NoValues]) -> Told:
    """Tell somebody that their answers count from now on."""
    return Told(matter.say("follower-confirmed"), [])


def doubted(matter: Matter[FollowerValues]) -> Told:
    """Tell somebody that their answers are not taken meanwhile, and how they can say the same of a stranger."""
    button = "button-case-followers", f"case|followers|{matter.values['alias']}"
    return Told(f"{matter.say('follower-doubted')}\n\n{matter.say('follower-doubted-then')}", [[button]])


def answers_again(matter: Matter[NoValues]) -> Told:
    """Tell somebody that their answers are taken again: whoever did not know them was removed."""
    return Told(matter.say("follower-answers-again"), [])


def removed(matter: Matter[NoValues]) -> Told:
    """Tell somebody that they follow an application no more: nothing of it is named."""
    return Told(matter.say("follower-removed"), [])
