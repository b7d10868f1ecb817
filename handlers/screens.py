"""What a person sees: the text and the buttons of the current question, the review, the family."""

from typing import Any, NamedTuple

from aiogram.types import InlineKeyboardMarkup

from bot.texts import Texts
from handlers.conversation import Conversation, View
from handlers.keyboards import Again, Back, Button, Choose, Do, Ready, Settle, Show, Tick, in_columns, keyboard
from handlers.naming import names
from handlers.summary import caption_of, circumstances_told, income_told
from rules.answers import DIFFERS, UNKNOWN, Day, ManyOf, OneOf, Tenge
from rules.deadlines import Quarter
from rules.members import GROUPS, SELF, SPOUSE, is_there, members, person
from rules.questionnaire import Asked, Context, Setting, Walk
from rules.sources import edition_on


class Screen(NamedTuple):
    """A message with its buttons."""

    text: str
    keyboard: InlineKeyboardMarkup | None


def screen(conversation: Conversation, texts: Texts, setting: Setting) -> Screen:
    """Return what belongs on the screen now."""
    match conversation.view:
        case View.EDIT:
            return edit(conversation, texts, setting)
        case View.FAMILY:
            return family(conversation, texts)
        case View.MEMBER if conversation.about in members(conversation.answers):
            return member(conversation, texts, conversation.about)
        case View.ADD:
            return add(conversation, texts)
        case View.ADD_AGE if conversation.about:
            group = texts.say(f"group-{conversation.about}")
            return Screen(texts.say("family-add-age", group=group), keyboard([[_show(texts, "button-back", "add")]]))
    walked = conversation.walk(setting)
    asked = conversation.current(walked)
    if asked is None:
        return review(conversation, texts, setting)
    if conversation.doubt is not None:
        return asked_back(conversation, texts, asked)
    return question(conversation, texts, setting, walked, asked)


def question(conversation: Conversation, texts: Texts, setting: Setting, walked: Walk, asked: Asked) -> Screen:
    """Return a question with how far one has come."""
    named = names(texts, walked.kept)
    place = next(number for number, other in enumerate(walked.asked, 1) if other.key == asked.key)
    progress = texts.say("progress", done=str(place), total=str(max(len(walked.asked), place)))
    text = texts.say_with(question_id(asked), **question_values(texts, asked, setting, named))
    answer = asked.question.answer(Context(walked.kept, setting, asked.subject))
    rows = answer_rows(conversation, texts, setting, asked, answer, named)
    if place > 1:
        rows.append([(texts.say("button-back"), Back(key=asked.key))])
    return Screen(f"{progress}\n\n{text}", keyboard(rows))


def question_id(asked: Asked) -> str:
    """Return the Fluent id of a question: by kind of income or group, or by whether it is about the applicant."""
    name, subject = asked.question.id, asked.subject
    if not subject or name == "month":
        return f"question-{name}"
    if name in {"amount", "earners", "people"}:
        return f"question-{name}-{subject.partition('.')[0]}"
    return f"question-{name}-{'self' if subject == SELF else 'member'}"


def question_values(texts: Texts, asked: Asked, setting: Setting, named: dict[str, str]) -> dict[str, str]:
    """Return the values that the text of a question may need."""
    parts = asked.subject.split(".")
    base_months = Quarter.of(setting.on).previous.months
    values = {"base_months": texts.base_months(base_months), "office": texts.say(f"office-{edition_on(setting.on)}")}
    if asked.subject:
        values["person"] = named.get(parts[1] if len(parts) > 1 else parts[0], asked.subject)
    if asked.question.id == "month":
        values["kind"] = texts.say(f"kind-{parts[0]}")
        values["month"] = texts.base_month(base_months[int(parts[2]) - 1])
    return values


def answer_rows(
    conversation: Conversation, texts: Texts, setting: Setting, asked: Asked, answer: Any, named: dict[str, str]
) -> list[Any]:
    """Return the buttons of a kind of answer."""
    key = asked.key
    match answer:
        case OneOf(options):
            return in_columns([(option(texts, asked, word), Choose(key=key, word=word)) for word in options])
        case ManyOf(options):
            return ticks(conversation, texts, setting, asked, options, named)
        case Tenge(may_differ):
            row: list[Button] = [(texts.say("button-unknown"), Choose(key=key, word=UNKNOWN))]
            if may_differ:
                row.insert(0, (texts.say("button-differs"), Choose(key=key, word=DIFFERS)))
            return [[button] for button in row]
        case Day(may_be_unknown=True):
            return [[(texts.say("button-unknown"), Choose(key=key, word=UNKNOWN))]]
    return []


def ticks(
    conversation: Conversation,
    texts: Texts,
    setting: Setting,
    asked: Asked,
    options: tuple[str, ...],
    named: dict[str, str],
) -> list[Any]:
    """Return the buttons of a question of several answers, ticked ones marked, and the one that ends it."""
    chosen = conversation.ticked(setting)
    captions = [(word, named.get(word) or option(texts, asked, word)) for word in options]
    buttons = [(f"✓ {text}" if word in chosen else text, Tick(key=asked.key, word=word)) for word, text in captions]
    own = f"button-{asked.question.id}-none"
    none = own if own in texts else "button-none"
    last = texts.say("button-done" if any(word in options for word in chosen) else none)
    return [*in_columns(buttons), [(last, Ready(key=asked.key))]]


def option(texts: Texts, asked: Asked, word: str) -> str:
    """Return the caption of one word of an answer."""
    name = {"cared-for": "cares-for"}.get(asked.question.id, asked.question.id)
    return texts.region_short(word) if name == "region" else texts.say(f"button-{name}-{word}")


def asked_back(conversation: Conversation, texts: Texts, asked: Asked) -> Screen:
    """Return what is asked back about an amount."""
    doubt = conversation.doubt or {}
    back = [(texts.say("button-back"), Back(key=asked.key))]
    if doubt["kind"] == "dont_know":
        at_all = [(texts.say("button-unknown-at-all"), Settle(key=asked.key, choice="unknown"))]
        return Screen(texts.say("followup-dont-know"), keyboard([at_all, back]))
    amount = texts.money_range(*doubt["value"])
    as_typed, values = Settle(key=asked.key, choice="typed"), {"amount": amount}
    if doubt["kind"] == "scale":
        rows = [
            [(texts.say("button-check-month"), as_typed)],
            [(texts.say("button-check-quarter"), Settle(key=asked.key, choice="quarter"))],
        ]
    elif doubt["kind"] == "thousands":
        larger = texts.money_range(*[end * 1000 for end in doubt["value"]])
        rows = [[(amount, as_typed), (larger, Settle(key=asked.key, choice="larger"))]]
        values["larger"] = larger
    else:
        rows = [[(texts.say("button-check-right"), as_typed)]]
    name = {"scale": "check-scale", "thousands": "check-thousands", "large": "check-large"}[doubt["kind"]]
    return Screen(texts.say(name, **values), keyboard([*rows, back]))


def review(conversation: Conversation, texts: Texts, setting: Setting) -> Screen:
    """Return the answers in short, to be checked before the calculation."""
    kept = conversation.walk(setting).kept
    everybody = members(kept)
    children = sum(key[0] in "cn" for key in everybody)
    text = texts.say(
        "review",
        region=texts.region(kept["region"], setting.on),
        members=len(everybody),
        children=children,
        income=income_told(texts, kept, setting),
        circumstances=circumstances_told(texts, kept),
    )
    if conversation.quarter:
        text += "\n" + texts.say("review-quarter", quarter=texts.quarter(conversation.quarter))
    calculate = [(texts.say("button-calculate"), Do(what="calculate"))]
    return Screen(text, keyboard([calculate, [_show(texts, "button-edit", "edit")]]))


def edit(conversation: Conversation, texts: Texts, setting: Setting) -> Screen:
    """Return every answer as a button, to correct one."""
    walked = conversation.walk(setting)
    named = names(texts, walked.kept)
    family_row = [(texts.say("line-family"), Show(view="family"))]
    rows = [
        [(caption_of(texts, asked, walked.kept[asked.key], named, setting), Again(key=asked.key))]
        for asked in walked.asked
        if asked.key in walked.kept and asked.question.id not in {"people", "household", "relatives"}
    ]
    review_row = [_show(texts, "button-review", "review")]
    return Screen(texts.say("edit-choose"), keyboard([*rows[:1], family_row, *rows[1:], review_row]))


def family(conversation: Conversation, texts: Texts) -> Screen:
    """Return the members, to correct or remove one, or to add another."""
    named = names(texts, conversation.answers)
    rows = in_columns([(name, Show(view="member", about=key)) for key, name in named.items() if key != SELF])
    last = [_show(texts, "button-add", "add"), _show(texts, "button-review", "review")]
    return Screen(texts.say("family", members=len(named)), keyboard([*rows, last]))


def member(conversation: Conversation, texts: Texts, key: str) -> Screen:
    """Return what can be done with one member."""
    name = names(texts, conversation.answers)[key]
    rows: list[Any] = [[(texts.say("button-remove"), Do(what="remove", about=key))]]
    told = person(conversation.answers, key)
    if told is not None:
        place = f"people:{told.group.name}"
        caption = texts.say("line-people", group=texts.say(f"group-{told.group.name}"))
        rows.insert(0, [(caption, Again(key=place))])
    return Screen(texts.say("family-member", person=name), keyboard([*rows, [_show(texts, "button-back", "family")]]))


def add(conversation: Conversation, texts: Texts) -> Screen:
    """Return who can be added to the family."""
    spouse = SPOUSE not in members(conversation.answers)
    buttons: list[Button] = [(texts.say("button-add-spouse"), Do(what="add", about=SPOUSE))] if spouse else []
    order = sorted(GROUPS, key=lambda group: (group.name != "child", not is_there(conversation.answers, group)))
    buttons += [(texts.say(f"button-add-{group.name}"), Show(view="add_age", about=group.name)) for group in order]
    return Screen(texts.say("family-add"), keyboard([*in_columns(buttons), [_show(texts, "button-back", "family")]]))


def _show(texts: Texts, caption: str, view: str) -> Button:
    return texts.say(caption), Show(view=view)
