"""A button's words may be typed instead of pressed."""

from bot.texts import Texts
from handlers.region_typed import is_nowhere, region_typed
from handlers.screens.question import captions_of, options_of
from rules.answers import DIFFERS, ONCE, UNKNOWN, OneOf
from rules.questionnaire import Asked, Context
from rules.questions import NOWHERE


def word_typed(texts: Texts, asked: Asked, context: Context, text: str) -> str:
    """Return the word of the button whose caption was typed, a region by any of its names, or the text as it is."""
    answer = asked.question.answer(context)
    captions = {
        texts.say("button-unknown"): UNKNOWN,
        texts.say("button-differs"): DIFFERS,
        texts.say("button-once"): ONCE,
    }
    if isinstance(answer, OneOf):
        captions |= {caption: word for word, caption in options_of(texts, captions_of(asked), answer.options)}
    found = {caption.casefold(): word for caption, word in captions.items()}
    word = found.get(text.strip().casefold())
    if word is None and asked.question.id in {"region", "region-lived"}:
        word = NOWHERE if asked.question.id == "region" and is_nowhere(text) else region_typed(text)
    return word or text.strip()
