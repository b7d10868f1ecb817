"""Job offers in words: made, extended, withdrawn, what the officer decided, what the family said, what comes next."""

from bot.store.notice_kinds import NoticeKind, Until
from bot.store.notice_values import OfferValues
from bot.texts import escape
from bot.wording.notice_input import Button, Matter, Told
from bot.wording.offer_card import (
    back,
    button,
    card,
    deadline,
    fitting,
    for_whom,
    is_awaited,
    is_over,
    left,
    rows,
    standing,
    starts,
    title,
    told,
    until,
)
from rules.offer import OfferState
from rules.refusals import TERM, Ground

__all__ = ["card", "left", "rows"]


def made(matter: Matter[OfferValues]) -> Told:
    """Tell all that is offered, until when to answer and whom to ask; first what changes, then the answers."""
    return Told(told(matter, matter.today), _rows(matter))


def brought_back(matter: Matter[OfferValues]) -> Told:
    """Tell that an offer stands as before the decision that was withdrawn, and all of it: it may not have been read."""
    return Told(f"{matter.say(matter.kind)}\n\n{told(matter, matter.today)}", _rows(matter))


def extended(matter: Matter[OfferValues]) -> Told:
    """Tell the later deadline, and what stands of an answer."""
    first = matter.say("offer-extended" if is_awaited(matter) else "offer-extended-answered", **until(matter))
    return _to_open(matter, _of_named(matter, [first, *_named(matter)], standing(matter), _contact(matter)))


def withdrawn(matter: Matter[OfferValues]) -> Told:
    """Tell that no answer is awaited any more, and that this is no refusal."""
    answer = matter.values.get("answer")
    is_accepted = answer is not None and answer.get("state") == OfferState.ACCEPTED
    is_in_calendar = is_accepted and matter.values.get("starts_on")
    calendar = [matter.say("offer-withdrawn-calendar")] if is_in_calendar else []
    return _of_named(matter, [_say(matter, matter.kind)], [*for_whom(matter), *calendar], _note(matter))


def excused(matter: Matter[OfferValues]) -> Told:
    """Tell that the member need not take part."""
    return _of_named(matter, [_say(matter, matter.kind)], for_whom(matter), _note(matter))


def not_excused(matter: Matter[OfferValues]) -> Told:
    """Tell that the reason was not accepted, until when to answer, and how to prove it."""
    if is_over(matter):
        return _of_named(matter, [_say(matter, "offer-not-excused-late")], for_whom(matter), _note(matter))
    first = [_say(matter, matter.kind), *deadline(matter), *for_whom(matter)]
    return _of_named(matter, first, [matter.say("offer-not-excused-again")], [*_note(matter), *_contact(matter)])


def acknowledged(matter: Matter[OfferValues]) -> Told:
    """Tell that the officer has acted on an answer: it stands."""
    state = matter.values["state"]
    begins = starts(matter, matter.today) if state == OfferState.ACCEPTED else []
    return _of_named(matter, [_say(matter, f"{matter.kind}-{state}"), *begins], for_whom(matter), _contact(matter))


def answered(matter: Matter[OfferValues]) -> Told:
    """Tell what another adult of the family has said, and until when it can be taken back."""
    state = OfferState(matter.values["state"])
    by = matter.values.get("by_label")
    person = escape(by) if by else matter.say("offer-somebody")
    first = _say(matter, f"{matter.kind}-{state}", person=person)
    if state is OfferState.TAKEN_BACK:
        return _of_named(matter, [first, *for_whom(matter), *deadline(matter)], [], _contact(matter))
    stands = [] if state is OfferState.WITHDRAWN else [back(matter)]
    return _of_named(matter, [first, *for_whom(matter)], stands, _contact(matter))


def answer_of_removed(matter: Matter[OfferValues]) -> Told:
    """Tell that somebody who was removed has answered, whether that is yet to be decided, and how to take it back."""
    first = [_say(matter, f"{matter.kind}-{matter.values['state']}"), *for_whom(matter)]
    then = "stands" if matter.values.get("acknowledged_at") else "decides"
    return _of_named(matter, first, [f"{matter.say(f'{matter.kind}-{then}')}\n{back(matter)}"], _contact(matter))


def no_answer(matter: Matter[OfferValues]) -> Told:
    """Tell that the deadline has passed, and that this is no refusal; or that the offer came too late.

    Where somebody could not answer as another did not know them, that is said, and that the officer knows it.
    """
    undelivered = matter.values["state"] == OfferState.UNDELIVERED
    first = _say(matter, "offer-undelivered" if undelivered else matter.kind)
    stopped = [matter.say("offer-no-answer-stopped")] if matter.values.get("stopped") and not undelivered else []
    return _of_named(matter, [first, *_named(matter)], stopped, [])


def reminder(matter: Matter[OfferValues]) -> Told:
    """Tell how long it is until the deadline, what silence means and what a refusal costs."""
    first = matter.say("offer-reminder" if is_awaited(matter) else "offer-respond-by-passed", **until(matter))
    why = [_why(matter), matter.say("offer-price-cannot")]
    then = ["\n".join(why)] if is_awaited(matter) else []
    return _to_open(matter, _of_named(matter, [first, *_named(matter)], then, _contact(matter)))


def private(matter: Matter[OfferValues]) -> Told:
    """Tell only that there is an offer, or news of one, and until when to answer; the rest opens behind a button.

    A reminder says what silence means and what a refusal costs, too.
    """
    opening = [_opening(matter)]
    if not is_awaited(matter):
        return Told(matter.say("offer-private-news"), opening)
    if matter.kind.until is Until.HOUR_PASSES:
        return Told("\n\n".join([matter.say("offer-private-reminder", **until(matter)), _why(matter)]), opening)
    first = "offer-private" if matter.kind is NoticeKind.OFFER_MADE else "offer-private-news-until"
    return Told(matter.say(first, **until(matter)), opening)


def _to_open(matter: Matter[OfferValues], notice: Told) -> Told:
    """Return a notice that does not show all of its offer with a way to it, while an answer is awaited."""
    return notice._replace(rows=[_opening(matter), *notice.rows]) if is_awaited(matter) else notice


def _opening(matter: Matter[OfferValues]) -> list[Button]:
    return [button(matter.values, "open")]


def _why(matter: Matter[OfferValues]) -> str:
    return matter.say("offer-reminder-why", months=_months(matter))


def _named(matter: Matter[OfferValues]) -> list[str]:
    return [title(matter, "offer-named"), *for_whom(matter)]


def _say(matter: Matter[OfferValues], message_id: str, **values: str) -> str:
    """Say a message of an offer that names its title."""
    told = {"title": escape(matter.values["title"]), "contact": escape(matter.values["contact"])}
    return matter.say(message_id, **{**told, **until(matter), **values}, months=_months(matter))


def _months(matter: Matter[OfferValues]) -> int:
    return matter.term(TERM[Ground.MEASURES_REFUSED])


def _of_named(matter: Matter[OfferValues], first: list[str], then: list[str], written: list[str]) -> Told:
    """Tell lines that belong together, then paragraphs, and last the authority's own words."""
    return Told(fitting(["\n".join(first), *then, *written], []), _rows(matter))


def _note(matter: Matter[OfferValues]) -> list[str]:
    return matter.note(matter.values.get("note"))


def _contact(matter: Matter[OfferValues]) -> list[str]:
    return matter.contact(matter.values.get("contact"))


def _rows(matter: Matter[OfferValues]) -> list[list[Button]]:
    return rows(matter.values, matter.now)
