"""What a press on a question says; pure, so that the words of a button may be typed as well."""

from handlers.conversation import Conversation
from handlers.keyboards import Back, Choose, Ready, Settle, Tick, read_button
from rules.interview.answers import NONE
from rules.interview.questionnaire import AssessmentDay

Pressed = Tick | Choose | Ready | Settle | Back


def pressed_on_question(carried: str | None) -> Pressed | None:
    """Return what was pressed on a question; None for another button, or what no button of ours says."""
    pressed = read_button(carried)
    return pressed if isinstance(pressed, Pressed) else None


def take_press(pressed: Pressed, conversation: Conversation, assessment_day: AssessmentDay) -> bool:
    """Take a press on a question, and say whether it may have answered it; NotUnderstoodError with a hint."""
    match pressed:
        case Tick():
            conversation.tick(pressed.word, assessment_day)
            return False
        case Back():
            conversation.go_back(assessment_day)
            return False
        case Ready():
            conversation.say_ticked(assessment_day)
        case Settle():
            conversation.settle_doubt(pressed.choice, assessment_day)
        case Choose() if pressed.word == NONE and conversation.untick_all(assessment_day):
            return False  # the ticks are seen to go: pressed once more, it is the answer
        case Choose():
            conversation.say(pressed.word, assessment_day)
    return True
