"""The answers of an earlier quarter in a new one, all at once or a few lines at a time: whether they are still so."""

from collections.abc import Sequence

from bot.wording.phrases import within_line
from handlers.keyboards import Button, Show, StillSo, keyboard
from handlers.screens.captions import caption
from handlers.screens.review import by_number, numbered
from handlers.screens.screen_input import Screen, ScreenInput
from handlers.screens.sections import headed
from handlers.screens.summary import line
from rules.interview import renewal
from rules.interview.grown_older import OF_ONE_AGE
from rules.interview.people_told import CHILDREN, place_of
from rules.interview.places import PEOPLE
from rules.interview.questionnaire import Asked, walk
from rules.interview.questions import QUESTIONS, Section, section_of
from rules.interview.special import CIRCUMSTANCES


def is_all_at_once(screen_input: ScreenInput) -> bool:
    """Whether all that was told of the family stands on one screen: nobody has gone on line by line yet."""
    found = screen_input.conversation.renewal
    return found is not None and not found["one_by_one"] and bool(at_once(screen_input))


def still_so(screen_input: ScreenInput, lines: Sequence[Asked]) -> Screen:
    """Return the answers that are to be confirmed, with the question whether they are still so."""
    return all_at_once(screen_input, lines) if is_all_at_once(screen_input) else _few(screen_input, lines)


def all_at_once(screen_input: ScreenInput, lines: Sequence[Asked]) -> Screen:
    """Return what was told of the family in the earlier quarter, to be confirmed by one press or one by one."""
    texts, key = screen_input.texts, lines[0].key
    told = [line(screen_input, asked) for asked in at_once(screen_input)]
    buttons: list[Button] = [(texts.say(f"button-renewal-{what}"), _says(what, key)) for what in ("all", "each")]
    text = "\n\n".join([texts.say("renewal-begun"), "\n".join(told), texts.say("renewal-all-so")])
    return Screen(text, keyboard([button] for button in buttons))


def at_once(screen_input: ScreenInput) -> list[Asked]:
    """Return what is confirmed by one press: who the family are, where they live and what they do.

    Money is told anew, and of special circumstances nobody can say that none has come without reading which there are.
    """
    found, walked = screen_input.conversation.renewal, screen_input.walked
    lines = renewal.all_lines(walked, found["open"]) if found else []
    return [asked for asked in lines if section_of(walked, asked.key) is Section.FAMILY]


def _few(screen_input: ScreenInput, lines: Sequence[Asked]) -> Screen:
    texts, key = screen_input.texts, lines[0].key
    told = [
        "\n".join([*step_told(screen_input, lines), *(line(screen_input, asked) for asked in lines)]),
        *_circumstances(screen_input, lines),
        texts.say(_question_about(lines)),
    ]
    rows = [[(texts.say(f"button-renewal-{what}"), _says(what, key))] for what in ("yes", "no")]
    rows.append([(texts.say("button-back"), _says("back", key))])
    return Screen(headed(texts, section_of(screen_input.walked, key), "\n\n".join(told)), keyboard(rows))


def _question_about(lines: Sequence[Asked]) -> str:
    """Return the Fluent id of the question whether some lines are still so; of ages it names what changes them."""
    if lines[0].key == place_of(CHILDREN):
        return "renewal-children-so"
    return (
        "renewal-ages-so" if any(asked.question.id in {PEOPLE, *OF_ONE_AGE} for asked in lines) else "renewal-still-so"
    )


def _circumstances(screen_input: ScreenInput, lines: Sequence[Asked]) -> list[str]:
    """Return which special circumstances there are, where it is to be confirmed which of them the family has."""
    found = [
        within_line(caption(screen_input, asked, word))
        for asked in lines
        if asked.question.id == "circumstances"
        for word in CIRCUMSTANCES
    ]
    return [screen_input.texts.say("renewal-circumstances", circumstances=", ".join(found))] if found else []


def which(screen_input: ScreenInput, lines: Sequence[Asked]) -> Screen:
    """Return the lines of one screen by number, to choose what has changed."""
    texts = screen_input.texts
    told = [*numbered(screen_input, lines), "", texts.say("renewal-which")]
    rows = [*by_number(lines), [(texts.say("button-back"), Show(view="review"))]]
    return Screen("\n".join(told), keyboard(rows))


def step_told(screen_input: ScreenInput, here: Sequence[Asked]) -> list[str]:
    """Return how far somebody has come in going through the answers again; nothing to whoever does not."""
    found = screen_input.conversation.renewal
    if found is None:
        return []
    answers, assessment_day = screen_input.conversation.answers, screen_input.assessment_day
    predicted = walk(QUESTIONS, {**screen_input.conversation.earlier, **answers}, assessment_day)
    step, steps = renewal.done_of(predicted, answers, found["open"], here)
    return [screen_input.texts.say("renewal-step", step=step, steps=steps)]


def _says(what: str, key: str) -> StillSo:
    return StillSo.model_validate({"what": what, "key": key})
