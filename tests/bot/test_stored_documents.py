"""What is stored of offers and with notices is written as ever, and what was written before its types is still told."""

import json
from typing import Any, get_type_hints

import pytest

from bot.casework.events import WHICH_CASE, OfferMade
from bot.store.notice_kinds import NoticeKind
from bot.store.notice_values import OfferValues
from bot.store.offer_details import Answer, OfferDetails, Offered
from bot.texts import Language, texts
from bot.wording import plain
from bot.wording.notices import notice_told
from tests.bot.case_story import Story
from tests.bot.every_document import STORED, of_every_kind
from tests.bot.wording.notice_values import NOW, a_case, estimate_of


def of_what(name: str) -> Any:
    """Return the type of a stored document."""
    if name.startswith("offer "):
        return OfferDetails
    return OfferValues if name.startswith("offer-") else None


TYPED = {name: of_what(name) for name in STORED if of_what(name) is not None}


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


@pytest.mark.parametrize("name", list(TYPED))
def test_the_type_of_a_document_has_all_that_it_holds(name: str) -> None:
    of = TYPED[name]
    assert STORED[name].keys() <= get_type_hints(of).keys()
    assert of.__required_keys__ <= STORED[name].keys()


def test_every_name_of_the_details_of_an_offer_stands_in_one_that_was_stored() -> None:
    offers = [document for name, document in STORED.items() if name.startswith("offer ")]
    assert {name for offer in offers for name in offer} == get_type_hints(OfferDetails).keys()
    answers = [answer for offer in offers if (answer := offer.get("answer"))]
    assert {name for answer in answers for name in answer} == get_type_hints(Answer).keys() - {"files"}


def test_what_is_offered_has_the_fields_of_the_event() -> None:
    of_event = OfferMade.model_fields.keys() - WHICH_CASE - {"offer_id", "respond_by"}
    assert get_type_hints(Offered).keys() == of_event
    assert Offered.__required_keys__ == {name for name in of_event if OfferMade.model_fields[name].is_required()}
