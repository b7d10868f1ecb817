"""An amount of an unlikely size, or one that is not known, is asked back."""

from handlers.keyboards import Back, Button, Settle, keyboard
from handlers.screens.question import by_law_rows, kind_of_answer
from handlers.screens.screen_input import Screen, ScreenInput
from handlers.unlikely_amount import Doubt
from rules.interview.answers import Tenge
from rules.interview.questionnaire import Asked
from rules.interview.typed_money import with_thousands


def asked_back(screen_input: ScreenInput, asked: Asked, doubt: Doubt) -> Screen:
    """Return what is asked back about an amount."""
    say, amount = screen_input.texts.say, doubt["value"]
    back: Button = (say("button-back"), Back(key=asked.key))
    if amount is None:
        at_all: Button = (say("button-unknown-at-all"), Settle(key=asked.key, choice="unknown"))
        kind = kind_of_answer(screen_input, asked)
        of_law = by_law_rows(screen_input.texts, asked.key, kind.by_law if isinstance(kind, Tenge) else ())
        return Screen(say("followup-dont-know"), keyboard([*of_law, [at_all], [back]]))
    written = screen_input.texts.money_range(*amount)
    as_typed = Settle(key=asked.key, choice="typed")
    if doubt["kind"] == "thousands":
        larger = screen_input.texts.money_range(*with_thousands(*amount))
        row: list[Button] = [(written, as_typed), (larger, Settle(key=asked.key, choice="larger"))]
        return Screen(say("check-thousands", amount=written, larger=larger), keyboard([row, [back]]))
    if doubt["kind"] in {"scale", "once"}:
        is_once = doubt["kind"] == "once"
        each, together = ("every-month", "once") if is_once else ("month", "quarter")
        month: Button = (say(f"button-check-{each}"), Settle(key=asked.key, choice="month"))
        quarter: Button = (say(f"button-check-{together}"), Settle(key=asked.key, choice="quarter"))
        return Screen(say(f"check-{doubt['kind']}", amount=written), keyboard([[month], [quarter], [back]]))
    right: Button = (say("button-check-right"), as_typed)
    return Screen(say("check-large", amount=written), keyboard([[right], [back]]))
