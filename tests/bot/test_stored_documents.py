"""What is stored of a case is written as ever, and what was written before its types is still told."""

import json
from collections.abc import Mapping
from datetime import timedelta
from typing import Any, cast, get_args, get_type_hints

import pytest

from bot.api.offers import read_out
from bot.casework.events import WHICH_CASE, OfferMade
from bot.notices import values_of_offer
from bot.store.cases import Decision, Follower
from bot.store.entry_details import EntryDetails
from bot.store.journal import Entry
from bot.store.notice_kinds import About, NoticeKind
from bot.store.notice_values import (
    CorrectedValues,
    ExaminationValues,
    FollowerValues,
    NoValues,
    OfferValues,
    OwnReminderValues,
    RenewalValues,
    ResultChangedValues,
    StatusValues,
    VisitValues,
)
from bot.store.offer_details import Answer, OfferDetails, Offered
from bot.store.offers import Offer
from bot.store.result_notes import Note
from bot.store.visits import VisitDetails
from bot.texts import Language, texts
from bot.wording import plain
from bot.wording.compared import beside_last
from bot.wording.notices import TELL, notice_told
from bot.wording.offer_card import card
from bot.wording.one_help import one_help
from bot.wording.other_help import all_help
from handlers.conversation import Conversation
from handlers.screens.history import history
from rules.frozen_result import ResultBefore
from rules.household_record import HouseholdRecord, household_of, household_record
from rules.interview.renewal import Renewal
from rules.offer import OfferState
from rules.other_help.record import ClaimRecord, HelpRecord, OtherHelpRecord, TotalsRecord
from tests.bot.case_story import Story
from tests.bot.every_document import STORED, of_every_kind
from tests.bot.wording.notice_values import NOW, a_case, estimate_of

OF_KIND: dict[NoticeKind, Any] = {
    NoticeKind.CASE_CORRECTED: CorrectedValues,
    NoticeKind.EXAMINATION_OVERDUE: ExaminationValues,
    NoticeKind.RENEWAL_REMINDER: RenewalValues,
    NoticeKind.RESULT_CHANGED: ResultChangedValues,
    NoticeKind.FOLLOWER_JOINED: FollowerValues,
    NoticeKind.FOLLOWER_DOUBTED: FollowerValues,
}
ABOUT: dict[About, Any] = {
    About.CASE: StatusValues,
    About.VISIT: VisitValues,
    About.OFFER: OfferValues,
    About.FOLLOWER: NoValues,
    About.RESULT: OwnReminderValues,
}
OF_DOCUMENT: dict[str, Any] = {
    "offer": OfferDetails,
    "visit": VisitDetails,
    "decision": Decision,
    "entry": EntryDetails,
    "change": EntryDetails,
}
READ_ELSEWHERE: dict[Any, set[str]] = {Decision: {"status", "on"}}
NOT_STORED = {"planned", "case_is_over", "is_damaged"}
NOT_PLAYED = {"is_corrected", "is_decided", "files"}
"""Of a conclusion in place of another one, and of what comes after a decision (test_told_of_visits, test_visits).

The ids of files are random (test_offers_over_http).
"""


def type_of(name: str) -> Any:
    """Return the type of a stored document; None for a broadcast, which has its text by language."""
    of, separator, _ = name.partition(" ")
    if separator:
        return OF_DOCUMENT.get(of)
    kind = NoticeKind.read(name)
    return OF_KIND.get(kind, ABOUT.get(kind.about))


def stored_as(of: Any) -> list[dict[str, Any]]:
    """Return all documents of a type."""
    return [document for name, document in STORED.items() if type_of(name) is of]


async def test_each_document_is_written_to_the_letter_as_before(story: Story) -> None:
    found = await of_every_kind(story)
    assert list(found) == list(STORED)
    for name, document in found.items():
        assert json.dumps(document) == json.dumps(STORED[name]), name


def test_there_is_one_of_each() -> None:
    assert set(NoticeKind) <= set(STORED)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("kind", list(NoticeKind))
def test_each_notice_of_before_is_told(kind: NoticeKind, language: Language) -> None:
    told = notice_told(texts(language), kind, STORED[kind], a_case(), estimate_of(), NOW)
    assert plain(told.text).strip()
    assert "None" not in told.text


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("name", [name for name in STORED if type_of(name) is OfferDetails])
def test_each_offer_of_before_is_shown(name: str, language: Language) -> None:
    details = cast("OfferDetails", STORED[name])
    answer = details.get("answer")
    state = OfferState(answer["state"]) if answer else OfferState.OPEN
    offer = Offer(1, "c1", name, state, 0, NOW, NOW + timedelta(days=1), None, details)
    shown = plain(card(texts(language), values_of_offer(offer), NOW.date(), NOW))
    assert details["title"] in shown
    assert "None" not in shown
    assert not {"opened", "refusing", "cards", "asked", "delete_words_of", "stood"} & values_of_offer(offer).keys()


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("name", [name for name in STORED if name.startswith("entry ")])
def test_each_entry_of_before_is_read(name: str, language: Language) -> None:
    _, kind, _ = name.split()
    entry = Entry(1, NOW, kind, cast("EntryDetails", STORED[name]))
    follower = Follower("c1", 1, "p1", None, NOW)
    assert "None" not in "".join(history(texts(language), a_case(), follower, [entry], NOW.date()))
    assert read_out(entry) == STORED[name]


@pytest.mark.parametrize("language", list(Language))
def test_the_other_help_of_before_is_told(language: Language) -> None:
    found = cast("OtherHelpRecord", STORED["other help"])
    assert {one["standing"] for one in found["help"]} == {"due", "may_be_due", "near", "received"}
    pages = all_help(texts(language), found, str)
    places = [place for page in pages for place in page.places]
    told = ["\n".join(one_help(texts(language), found, place, str)) for place in places]
    assert "None" not in "".join([*told, *(line for page in pages for line in page.lines)])


def test_the_family_and_the_note_of_before_are_read() -> None:
    record = cast("HouseholdRecord", STORED["result household"])
    assert household_record(household_of(record)) == record
    assert STORED["result note"].keys() == get_type_hints(Note).keys()


@pytest.mark.parametrize("language", list(Language))
def test_the_last_result_and_the_renewal_of_before_are_read(language: Language) -> None:
    before = cast("ResultBefore", STORED["result before"])
    assert before.keys() == get_type_hints(ResultBefore).keys()
    record: Any = {"outcome": "refused", "quarter": "2027-Q1", "monthly_tenge": {"low": 0, "high": 0}}
    (told,) = beside_last(texts(language), record, before)
    assert before["tenge"] is not None
    assert texts(language).money_range(*before["tenge"]) in told
    stored = {"answers": {"region": "KZ-79"}, "renewal": STORED["answers renewal"]}
    assert STORED["answers renewal"].keys() == get_type_hints(Renewal).keys()
    assert Conversation.of(stored).document()["renewal"] == STORED["answers renewal"]


def test_other_help_has_just_the_names_that_were_stored() -> None:
    found = cast("OtherHelpRecord", STORED["other help"])
    assert found.keys() == get_type_hints(OtherHelpRecord).keys()
    assert found["totals"].keys() == get_type_hints(TotalsRecord).keys()
    for one in found["help"]:
        assert one.keys() == get_type_hints(HelpRecord).keys()
        assert all(claim.keys() == get_type_hints(ClaimRecord).keys() for claim in one["claims"])


def test_each_kind_is_told_from_values_of_its_type() -> None:
    told_from = {kind: get_args(get_type_hints(tell)["matter"]) for kind, tell in TELL.items()}
    assert told_from.pop(NoticeKind.BROADCAST) == (Mapping[str, str],)
    assert told_from == {kind: (type_of(kind),) for kind in told_from}


@pytest.mark.parametrize("of", dict.fromkeys(of for name in STORED if (of := type_of(name))))
def test_a_type_has_just_the_names_that_were_stored(of: Any) -> None:
    documents = stored_as(of)
    names = {name for document in documents for name in document} - READ_ELSEWHERE.get(of, set())
    assert names == get_type_hints(of).keys() - NOT_STORED - NOT_PLAYED
    for document in documents:
        assert of.__required_keys__ <= document.keys()


def test_an_answer_and_a_broadcast_have_just_the_names_that_were_stored() -> None:
    answers = [answer for offer in stored_as(OfferDetails) if (answer := offer.get("answer"))]
    assert {name for answer in answers for name in answer} == get_type_hints(Answer).keys() - {"files"}
    assert STORED["broadcast"].keys() == set(Language)


def test_what_is_offered_has_the_fields_of_the_event() -> None:
    of_event = OfferMade.model_fields.keys() - WHICH_CASE - {"offer_id", "respond_by"}
    assert get_type_hints(Offered).keys() == of_event
    assert Offered.__required_keys__ == {name for name in of_event if OfferMade.model_fields[name].is_required()}
