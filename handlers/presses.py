"""What a press on a question says; pure, so that the words of a button may be typed as well."""

from handlers.conversation import Conversation
from handlers.keyboards import Back, Choose, Ready, Settle, Tick, read_button
from rules.interview.answers import NONE
from rules.interview.questionnaire import Setting

Pressed = Tick | Choose | Ready | Settle | Back


def pressed_on_question(carried: str | None) -> Pressed | None:
    """Return what was pressed on a question; None for another button, or what no button of ours says."""
    pressed = read_button(carried)
    return pressed if isinstance(pressed, Pressed) else None


def take_press(pressed: Pressed, conversation: Conversation, setting: Setting) -> bool:
    """Take a press on a question, and say whether it may have answered it; NotUnderstoodError with a hint."""
    match pressed:
        case Tick():
            conversation.tick(pressed.word, setting)
            return False
        case Back():
            conversation.go_back(setting)
            return False
        case Ready():
            conversation.say_ticked(setting)
        case Settle():
            conversation.settle_doubt(pressed.choice, setting)
        case Choose() if pressed.word == NONE and conversation.untick_all(setting):
            return False  # the ticks are seen to go: pressed once more, it is the answer
        case Choose():
            conversation.say(pressed.word, setting)
    return True
