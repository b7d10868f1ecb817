"""A job offer: its card, the confirm screens of each answer, and what was recorded."""

import re
from datetime import date, datetime
from typing import Final

from aiogram.types import InlineKeyboardButton

from bot.casework import OfferView
from bot.notices import for_reader, values_of_offer
from bot.store.notice_values import OfferValues
from bot.texts import Texts, dated, escape
from bot.texts.formats import KAZAKHSTAN_TIME
from bot.wording.button_styles import style_of
from bot.wording.offer_card import card as card_told
from bot.wording.offer_card import rows as rows_told
from handlers.keyboards import Button, ButtonRow, Do, DrawnRow, OfCase, OfOffer, copying, keyboard
from handlers.offer_draft import MOST_FILES, Answering
from handlers.screens.screen_input import Screen
from rules.law_in_force import law_in_force
from rules.offer import ANSWERABLE, Excuse
from rules.refusals import Ground, term_months
from rules.sources import edition_on

PHONE: Final = re.compile(r"\+?\d[\d ()-]{5,}\d")
TAKE_BACK: Final = "button-offer-take_back"


def values_of(seen: OfferView) -> OfferValues:
    """Return what the words of an offer are made from, for one person."""
    values = for_reader(values_of_offer(seen.offer), seen.alias)
    return {**values, "is_named": seen.is_named, "case_is_over": seen.case_is_over}


def card(texts: Texts, seen: OfferView, now: datetime, *, first: str = "") -> Screen:
    """Return an offer as it stands now, with what can be done; `first` is said before it."""
    told = card_told(texts, values_of(seen), _today(now), now)
    return Screen("\n\n".join(filter(None, (first, told))), keyboard(rows_of_offer(texts, seen, now)))


def rows_of_offer(texts: Texts, seen: OfferView, now: datetime) -> list[DrawnRow]:
    """Return the buttons of an offer as it stands; whoever has only answered it can take that back alone."""
    rows = rows_told(values_of(seen), now)
    if not (seen.concerns or seen.may_answer):
        rows = [[button for button in row if button[0] == TAKE_BACK] for row in rows]
    return [
        [
            InlineKeyboardButton(text=texts.say(caption), callback_data=sent, style=style_of(sent))
            for caption, sent in row
        ]
        for row in rows
    ]


def rows_below_the_bill(texts: Texts, seen: OfferView) -> list[ButtonRow]:
    """Return the answers below the bill; refusing stands lowest, where nothing of the price's screen goes on."""
    accept, cannot, refuse = (_button(texts, seen, word) for word in ("accept", "cannot", "refuse"))
    return [[accept], [cannot], [_back(texts, seen), refuse]]


def values_said(texts: Texts, seen: OfferView, now: datetime) -> dict[str, str]:
    """Return what sentences about an offer may name: title, place, contact, deadline, first day, the office."""
    offer, today = seen.offer, _today(now)
    said = {name: escape(offer.details[name]) for name in ("title", "place", "contact")}
    starts_on = first_day(seen)
    return {
        **said,
        "deadline": dated(texts.instant(offer.respond_by, today), offer.respond_by),
        "date": texts.day(starts_on, today) if starts_on else "",
        "office": texts.say(f"office-{edition_on(today)}"),
    }


def first_day(seen: OfferView) -> date | None:
    """Return the day on which it begins, where the offer names one."""
    starts_on = seen.offer.details.get("starts_on")
    return date.fromisoformat(starts_on) if starts_on else None


def not_confirmed(texts: Texts, seen: OfferView) -> Screen:
    """Return that somebody cannot answer an offer, and the way to the officer who can confirm them."""
    if seen.is_doubted:
        family: Button = (texts.say("button-case-followers"), OfCase(what="followers", alias=seen.alias))
        return Screen(texts.say("offer-stopped"), keyboard([[family]]))
    said = texts.say("offer-not-confirmed", person=escape(seen.offer.details["member_label"]))
    return Screen(said, keyboard([[_button(texts, seen, "ask")]]))


def is_awaited(seen: OfferView, now: datetime) -> bool:
    """Whether an answer is awaited and still in time."""
    return seen.offer.state in ANSWERABLE and not seen.case_is_over and now <= seen.offer.respond_by


# Accepting


def accepting(texts: Texts, seen: OfferView, now: datetime) -> Screen:
    """Return the question before an offer is accepted."""
    rows = [[_button(texts, seen, "accept_yes")], [_back(texts, seen, "no")]]
    return Screen(_say(texts, seen, now, "offer-accept-confirm"), keyboard(rows))


def accepted(texts: Texts, seen: OfferView, now: datetime) -> Screen:
    """Return that an offer is accepted, and what to do next: only what the offer itself says."""
    start = "offer-accepted-start" if first_day(seen) else "offer-accepted-no-start"
    recorded = _recorded(texts, seen, now, "offer-accepted-done", start, "offer-accepted-ask")
    phone = PHONE.search(seen.offer.details["contact"])
    calls: list[DrawnRow] = [[copying(texts, phone.group())]] if phone else []
    return recorded._replace(keyboard=keyboard([*calls, *rows_of_offer(texts, seen, now)]))


# Refusing


def price(texts: Texts, seen: OfferView, told: str, *, is_known: bool) -> Screen:
    """Return what a refusal costs. Where the sum is not known, the questions can be answered.

    Going on is never the first button, and lies neither where the finger just was, at the lowest one, nor where the
    next screen has the last word.
    """
    answer: list[Button] = [] if is_known else [(texts.say("button-offer-answer"), Do(what="check"))]
    words: list[Button] = [
        *answer,
        _button(texts, seen, "cannot"),
        _button(texts, seen, "refuse_anyway"),
        _back(texts, seen),
    ]
    return Screen(told, keyboard([[button] for button in words]))


def refusing(texts: Texts, seen: OfferView, answering: Answering, costs: str, now: datetime, *hints: str) -> Screen:
    """Return the question before an offer is refused, with what it costs and the reason as it is written so far."""
    reason = escape(answering["text"])
    asked = texts.say("offer-refuse-reason", reason=reason) if reason else texts.say("offer-refuse-reason-ask")
    confirm = f"{_say(texts, seen, now, 'offer-refuse-confirm')}\n{costs}"
    rows = [[_back(texts, seen, "no")], [_button(texts, seen, "refuse_yes")]]
    return Screen("\n\n".join([*hints, confirm, asked]), keyboard(rows))


def refused(texts: Texts, seen: OfferView, now: datetime) -> Screen:
    """Return that a refusal is recorded, what it can cost, and until when it can be taken back."""
    return _recorded(texts, seen, now, "offer-refused-done")


# Asking to be excused


def reasons(texts: Texts, seen: OfferView, now: datetime) -> Screen:
    """Return the reasons that the law knows, and any other."""
    rows = [[_button(texts, seen, "excuse", excuse)] for excuse in Excuse]
    return Screen(_say(texts, seen, now, "offer-cannot"), keyboard([*rows, [_back(texts, seen)]]))


def excusing(texts: Texts, seen: OfferView, answering: Answering, now: datetime, *hints: str) -> Screen:
    """Return what was written and sent so far, and how to go on."""
    del now
    reason, text, files = answering["reason"], escape(answering["text"]), len(answering["files"])
    told = [*hints, texts.say("offer-excuse-reason", reason=texts.say(f"button-offer-excuse-{reason}"))]
    if text:
        told.append(texts.say("offer-excuse-text", text=text))
    if files:
        told.append(texts.say("offer-excuse-files", files=str(files), most=str(MOST_FILES)))
    told.append(texts.say("offer-excuse-other" if reason == Excuse.OTHER else "offer-excuse-write"))
    return Screen("\n\n".join(told), keyboard([[_button(texts, seen, "send")], [_back(texts, seen)]]))


def excuse_sent(texts: Texts, seen: OfferView, now: datetime) -> Screen:
    """Return that the wish to be excused was sent: no refusal."""
    return _recorded(texts, seen, now, "offer-excuse-sent")


def being_written(texts: Texts, seen: OfferView, answering: Answering, now: datetime) -> Screen:
    """Return the screen on which somebody asks to be excused; a refusal is never asked about a second time."""
    if answering["what"] == "refuse" or not is_awaited(seen, now):
        return card(texts, seen, now)
    return excusing(texts, seen, answering, now)


# Afterwards


def taken_back(texts: Texts, seen: OfferView, now: datetime) -> Screen:
    """Return that the offer is open again; no button that answers it stands where the finger has just been."""
    if seen.case_is_over:
        return Screen(texts.say("offer-taken-back-case_over"), None)
    if not (seen.concerns or seen.may_answer):
        person = escape(seen.offer.details["member_label"])
        return Screen(texts.say("offer-taken-back-of-another", person=person), None)
    return Screen(_say(texts, seen, now, "offer-taken-back"), keyboard([[_button(texts, seen, "open")]]))


def _recorded(texts: Texts, seen: OfferView, now: datetime, *names: str) -> Screen:
    can_take_back = seen.offer.acknowledged_at is None and now <= seen.offer.respond_by
    told = [_say(texts, seen, now, name) for name in (*names, *(["offer-back-until"] if can_take_back else []))]
    return Screen("\n\n".join(told), keyboard(rows_of_offer(texts, seen, now)))


def _say(texts: Texts, seen: OfferView, now: datetime, name: str) -> str:
    months = term_months(Ground.MEASURES_REFUSED, law_in_force(_today(now)))
    return texts.say_with(name, **values_said(texts, seen, now), months=months)


def _button(texts: Texts, seen: OfferView, word: str, about: str = "") -> Button:
    return texts.say(f"button-offer-{word}" + (f"-{about}" if about else "")), _of(seen, word, about)


def _back(texts: Texts, seen: OfferView, caption: str = "") -> Button:
    return texts.say(f"button-offer-{caption}" if caption else "button-back"), _of(seen, "back")


def _of(seen: OfferView, word: str, about: str = "") -> OfOffer:
    return OfOffer(number=seen.offer.number, sequence=seen.offer.sequence, word=word, about=about)


def _today(now: datetime) -> date:
    return now.astimezone(KAZAKHSTAN_TIME).date()
