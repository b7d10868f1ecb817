"""A button's words may be typed instead of pressed."""

from handlers.person import Visitor
from handlers.screens import option
from rules.answers import DIFFERS, UNKNOWN, OneOf
from rules.questionnaire import Asked, Context, Walk


def word_typed(visitor: Visitor, asked: Asked, walked: Walk, text: str) -> str:
    """Return the word of the button whose caption was typed, or the text as it is."""
    typed = text.strip().casefold()
    answer = asked.question.answer(Context(walked.kept, visitor.setting, asked.subject))
    captions = {visitor.texts.say("button-unknown"): UNKNOWN, visitor.texts.say("button-differs"): DIFFERS}
    if isinstance(answer, OneOf):
        captions |= {option(visitor.texts, asked, word): word for word in answer.options}
    found = {caption.casefold(): word for caption, word in captions.items()}
    return found.get(typed, text.strip())
