"""What a person sees: the text and the buttons of a question, of the review, of the family, of the result."""

from handlers.conversation import View
from handlers.screens import asked_back, family, question, renewal, review
from handlers.screens.scene import Scene, Screen
from rules.interview.questions import SECTIONS, Section

__all__ = ["Scene", "Screen", "screen"]


def screen(scene: Scene) -> Screen:
    """Return what belongs on the screen now; for View.RESULT, which needs the frozen record, the review."""
    conversation = scene.conversation
    about = conversation.about
    match conversation.view:
        case View.EDIT if about in set(SECTIONS):
            return review.answers(scene, Section(about))
        case View.FAMILY:
            return family.family(scene)
        case View.MEMBER if about in scene.names:
            return family.member(scene, about)
        case View.REMOVE if about in scene.names and conversation.can_remove(about):
            return family.removal(scene, about)
        case View.ADD:
            return family.addition(scene)
        case View.ADD_AGE:
            return family.age(scene, about)
    asked, lines = conversation.step(scene.setting)
    if lines:
        is_chosen = conversation.view is View.CHANGED
        return renewal.which(scene, lines) if is_chosen else renewal.still_so(scene, lines)
    if asked is None:
        return review.review(scene)
    if conversation.doubt is not None:
        return asked_back.asked_back(scene, asked, conversation.doubt)
    return question.question(scene, asked)
