"""A button's words may be typed instead of pressed."""

from itertools import chain
from typing import Final

from bot.texts import Texts
from handlers.keyboards import Settle, read_button
from handlers.region_typed import is_nowhere, region_typed
from handlers.screens.asked_back import asked_back
from handlers.screens.captions import captions_of, options_of
from handlers.screens.screen_input import ScreenInput
from handlers.unlikely_amount import CHOICES, Doubt
from handlers.words_of_answers import option_named
from rules.interview.answers import DIFFERS, NO, ONCE, UNKNOWN, YES, OneOf
from rules.interview.family import NOWHERE
from rules.interview.household_from_answers import ALL
from rules.interview.questionnaire import Asked, Context
from rules.interview.typed_money import Period, read_period
from rules.interview.typed_words import plain, read_yes_or_no, skeleton

OTHER_EACH_MONTH: Final = frozenset(map(skeleton, ("әртүрлі", "әр түрлі", "по-разному", "разное", "разная", "разные")))


def choice_typed(screen_input: ScreenInput, asked: Asked, doubt: Doubt, text: str) -> str | None:
    """Return the choice about a sum that is asked back: its button's caption typed, or the time named in words."""
    keyboard = asked_back(screen_input, asked, doubt).keyboard
    for button in chain.from_iterable(keyboard.inline_keyboard if keyboard else []):
        pressed = read_button(button.callback_data)
        if isinstance(pressed, Settle) and button.text.casefold() == text.strip().casefold():
            return pressed.choice
    period = read_period(text)
    choice = "quarter" if period in {Period.QUARTER, Period.ONCE} else period and str(period)
    return choice if choice in CHOICES[doubt["kind"]] else None


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
    if word is None:
        options = answer.options if isinstance(answer, OneOf) else None
        word = _option_in_other_words(texts, asked, options, text) if options else _each_month(text)
    return word or text.strip()


def _option_in_other_words(texts: Texts, asked: Asked, options: tuple[str, ...], text: str) -> str | None:
    """Return the one option that is meant: yes or no, a region, or what people call it."""
    if asked.question.id in {"region", "region-lived"}:
        return NOWHERE if asked.question.id == "region" and is_nowhere(text) else region_typed(text)
    said = read_yes_or_no(text)
    if said is not None and {YES, NO} == set(options):
        return YES if said else NO
    if said and asked.question.id == "status":
        return ALL
    return option_named(asked.question.id, dict(options_of(texts, captions_of(asked), options)), text)


def _each_month(text: str) -> str | None:
    """Return that a sum was another each month, where a word says it."""
    return DIFFERS if skeleton(plain(text)) in OTHER_EACH_MONTH else None
