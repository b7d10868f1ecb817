"""What a person sees: the text and the buttons of a question, of the review, of the family, of the result."""

from handlers.conversation import View
from handlers.screens import asked_back, family, question, renewal, review
from handlers.screens.screen_input import Screen, ScreenInput
from rules.interview.questions import SECTIONS, Section

__all__ = ["Screen", "ScreenInput", "screen"]


def screen(screen_input: ScreenInput) -> Screen:
    """Return what belongs on the screen now; for View.RESULT, which needs the frozen record, the review."""
    conversation = screen_input.conversation
    about = conversation.about
    match conversation.view:
        case View.EDIT if about in set(SECTIONS):
            return review.answers(screen_input, Section(about))
        case View.FAMILY:
            return family.family(screen_input)
        case View.MEMBER if about in screen_input.names:
            return family.member(screen_input, about)
        case View.REMOVE if about in screen_input.names and conversation.can_remove(about):
            return family.removal(screen_input, about)
        case View.ADD:
            return family.addition(screen_input)
        case View.ADD_AGE:
            return family.age(screen_input, about)
    asked, lines = conversation.step(screen_input.assessment_day)
    if lines:
        is_chosen = conversation.view is View.CHANGED
        return renewal.which(screen_input, lines) if is_chosen else renewal.still_so(screen_input, lines)
    if asked is None:
        return review.review(screen_input)
    if conversation.doubt is not None:
        return asked_back.asked_back(screen_input, asked, conversation.doubt)
    return question.question(screen_input, asked)
