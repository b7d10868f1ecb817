"""A decision that was sent by mistake, or changed on appeal, is withdrawn: the family reads it, both stay on record."""

from datetime import timedelta
from typing import Any

import pytest

from bot.api import offers as api_offers
from bot.casework.events import EventRejectedError
from bot.store import cases, journal, outbox
from bot.store.cases import Case
from bot.texts import Language
from rules.case import CaseStatus
from rules.offer import OfferState
from tests.chat import Clock, Telegram
from tests.handlers.authority import AIGUL, Authority, at, follower
from tests.handlers.client import Client, blocks
from tests.handlers.offering import TITLE, the_offer

BOTH_LANGUAGES = pytest.mark.parametrize("language", list(Language))
NOTE = "Басқа отбасының шешімі жіберілген"
ASSIGNED = {"monthly_tenge": 45_000, "paid_from": "2026-05-01", "paid_until": "2026-06-30"}


async def the_case(authority: Authority) -> Case:
    async with authority.world.database.reading() as connection:
        case = await cases.load(connection, authority.world.cipher, await authority.id_of())
    assert case is not None
    return case


async def refusal_of(authority: Authority, kind: str, **data: Any) -> list[dict[str, str]]:
    """Send an event that must be refused; returns the fields and the reasons."""
    with pytest.raises(EventRejectedError) as refused:
        await authority.sends(kind, **data)
    return refused.value.errors


@BOTH_LANGUAGES
@pytest.mark.parametrize("reason", ["mistake", "appeal"])
async def test_a_wrong_refusal_is_withdrawn_and_the_right_decision_follows(
    telegram: Telegram, authority: Authority, language: Language, reason: str
) -> None:
    """Once a refusal that was sent with one slip of the finger could not be undone."""
    client = await follower(telegram, authority, language)
    await authority.moves_on("under_review")
    await authority.moves_on("refused", ground="income_above_line")
    await authority.is_delivered()
    await authority.sends("case.corrected", reason=reason, note=NOTE)
    await authority.is_delivered()
    day = {Language.KK: "12 мамыр", Language.RU: "12 мая"}[language]
    refused = client.words.say("case-withdrawn-of", what=client.words.say("case-was-refused"), date=day)
    client.reads(f"case-corrected-{reason}", withdrawn=refused)
    client.reads("case-corrected-now", status=client.words.say("case-was-under_review"))
    assert NOTE in client.last.text
    case = await the_case(authority)
    assert (case.status, case.decision) == (CaseStatus.UNDER_REVIEW, None)
    await authority.moves_on("assigned", **ASSIGNED)
    await authority.is_delivered()
    assert "45" in client.last.text
    await client.says("/case")
    for name in ("history-status_refused", "history-case_corrected"):
        assert client.words.say(name, date=day) in client.last.text
    async with authority.world.database.reading() as connection:
        kinds = [
            entry.kind for entry in await journal.of_case(connection, authority.world.cipher, await authority.id_of())
        ]
    assert kinds[-4:] == ["status_under_review", "status_refused", "case_corrected", "status_assigned"]


async def test_of_two_assignments_the_first_holds_again_and_the_notice_says_which_one_is_withdrawn(
    authority: Authority, member: Client
) -> None:
    await authority.moves_on("assigned", **ASSIGNED)
    await authority.moves_on("assigned", **{**ASSIGNED, "monthly_tenge": 4_500})
    await authority.is_delivered()
    await authority.sends("case.corrected", reason="mistake", note=NOTE)
    case = await the_case(authority)
    assert case.decision is not None
    assert (case.status, case.decision["monthly_tenge"]) == (CaseStatus.ASSIGNED, 45_000)
    await authority.is_delivered()
    words = member.words
    what, amount = words.say("case-was-assigned"), words.money(4_500)
    withdrawn = words.say("case-withdrawn-of-sum", what=what, date="12 мамыр", amount=amount)
    member.reads("case-corrected-mistake", withdrawn=withdrawn)
    member.reads("case-corrected-now", status=words.say("case-was-assigned-sum", amount=words.money(45_000)))


# The offers that a refusal had ended


@BOTH_LANGUAGES
async def test_a_mistaken_refusal_brings_back_the_offers_that_it_withdrew(
    telegram: Telegram, authority: Authority, clock: Clock, language: Language
) -> None:
    """Those whose deadline is still ahead, as they stood; of the others the officer learns that they stay withdrawn."""
    client = await follower(telegram, authority, language, AIGUL)
    await authority.offers("late", title="Курс", respond_by="2026-05-13T18:00:00+05:00")
    await authority.offers("open")
    await authority.offers("own", title="Күзетші")
    await authority.offers("own", kind="withdrawn")
    await authority.moves_on("refused", ground="income_above_line")
    await authority.is_delivered()
    assert (await the_offer(authority, "open")).state is OfferState.WITHDRAWN
    clock.passes(timedelta(days=2))
    await authority.sends("case.corrected", reason="mistake", note=NOTE)
    states = {name: (await the_offer(authority, name)).state for name in ("late", "open", "own")}
    assert states == {"late": OfferState.WITHDRAWN, "open": OfferState.OPEN, "own": OfferState.WITHDRAWN}
    learns = [(kind, told["offer_id"]) for kind, told in await authority.learns() if kind.startswith("offer_")]
    assert learns[-2:] == [("offer_stays_withdrawn", "late"), ("offer_back", "open")]
    await authority.is_delivered()
    client.reads("offer-back")
    assert TITLE in client.last.text
    await client.taps("offer-accept", "offer-accept_yes")
    assert (await the_offer(authority, "open")).state is OfferState.ACCEPTED


async def test_an_offer_that_comes_back_is_refused_no_more_easily_and_stands_with_the_officer_since_then(
    telegram: Telegram, authority: Authority, clock: Clock
) -> None:
    """What was taken back before the refusal is so again, and an excuse that was not accepted keeps its reason."""
    client = await follower(telegram, authority, Language.KK, AIGUL)
    await authority.offers()
    await authority.is_delivered()
    await client.taps("offer-cannot", "offer-excuse-long_illness", "offer-send")
    await authority.sends("offer.excused", offer_id="o1", accepted=False, note="Анықтама жоқ")
    await authority.moves_on("refused", ground="income_above_line")
    clock.passes(timedelta(hours=1))
    await authority.sends("case.corrected", reason="appeal", note=NOTE)
    offer = await the_offer(authority)
    assert (offer.state, offer.details["note"]) == (OfferState.NOT_EXCUSED, "Анықтама жоқ")
    async with authority.world.database.reading() as connection:
        happened = await journal.of_case(connection, authority.world.cipher, await authority.id_of())
    since, decided_by = api_offers.stands_since(offer, [entry for entry in happened if "offer_id" in entry.details])
    assert (since, decided_by) == (clock(), None)
    await authority.sends("case.status", status="refused", on="2026-05-12", ground="income_above_line")
    await authority.sends("case.corrected", reason="mistake", note=NOTE)
    assert (await the_offer(authority)).state is OfferState.NOT_EXCUSED, "and so each time"


async def test_the_next_assignment_is_not_compared_with_one_that_was_withdrawn(
    authority: Authority, member: Client
) -> None:
    await authority.moves_on("assigned", **{**ASSIGNED, "monthly_tenge": 500_000})
    await authority.sends("case.corrected", reason="mistake", note=NOTE)
    await authority.moves_on("assigned", **ASSIGNED)
    await authority.is_delivered()
    assert "500" not in member.last.text


# What nobody has read


@pytest.fixture
def night(clock: Clock) -> None:
    """It is eleven in the evening: what is not about the next hours waits for the morning."""
    clock.passes(at(12, 23) - clock())


def texts_of(client: Client) -> list[str]:
    return [bubble.text for bubble in client.sees]


async def fates(authority: Authority, kind: str) -> list[tuple[str, str | None]]:
    """Return the state of each notice of a kind, and its reason."""
    async with authority.world.database.reading() as connection:
        found = await outbox.of_case(connection, await authority.id_of())
    return [(one.state, one.reason) for one in found if one.kind == kind]


@pytest.mark.usefixtures("night")
@BOTH_LANGUAGES
async def test_a_decision_and_its_correction_of_one_night_are_told_to_nobody_and_both_stay_on_record(
    telegram: Telegram, authority: Authority, clock: Clock, language: Language
) -> None:
    """Once the family read in the morning that a message was withdrawn which it never got."""
    client = await follower(telegram, authority, language)
    await authority.moves_on("under_review")
    clock.passes(timedelta(hours=10))
    await authority.is_delivered()
    clock.passes(timedelta(hours=14))
    before = texts_of(client)
    await authority.moves_on("refused", ground="income_above_line")
    await authority.sends("case.corrected", reason="mistake", note=NOTE)
    clock.passes(timedelta(hours=10))
    await authority.is_delivered()
    assert texts_of(client) == before, "all is as it was"
    assert await fates(authority, "case-refused") == [("withdrawn", "corrected")]
    assert await fates(authority, "case-corrected") == []
    told = {"person": "p1", "notice": "case-refused", "reason": "corrected"}
    assert (await authority.learns())[-1] == ("not_told", told)
    await client.says("/case")
    for name in ("history-status_refused", "history-case_corrected"):
        assert (
            client.words.say(name, date={Language.KK: "13 мамыр", Language.RU: "13 мая"}[language]) in client.last.text
        )


@pytest.mark.usefixtures("night")
@BOTH_LANGUAGES
async def test_the_decision_that_follows_in_the_same_night_is_the_only_thing_that_is_read(
    telegram: Telegram, authority: Authority, clock: Clock, language: Language
) -> None:
    client = await follower(telegram, authority, language)
    clock.passes(timedelta(hours=10))
    await authority.is_delivered()
    clock.passes(timedelta(hours=14))
    before = len(client.sees)
    await authority.moves_on("refused", ground="income_above_line")
    await authority.sends("case.corrected", reason="mistake", note=NOTE)
    await authority.moves_on("assigned", **ASSIGNED)
    clock.passes(timedelta(hours=10))
    await authority.is_delivered()
    (told,) = texts_of(client)[before:]
    assert client.words.money(45_000) in told
    assert NOTE not in told


async def test_only_the_decision_that_is_withdrawn_is_not_told(authority: Authority, member: Client) -> None:
    """Two of one kind wait: the first still holds, and is read."""
    await authority.moves_on("assigned", **ASSIGNED)
    await authority.moves_on("assigned", **{**ASSIGNED, "monthly_tenge": 4_500})
    before = len(member.sees)
    await authority.sends("case.corrected", reason="mistake", note=NOTE)
    await authority.is_delivered()
    (told,) = texts_of(member)[before:]
    assert member.words.money(45_000) in told
    assert member.words.money(4_500) not in told


async def test_whoever_has_read_the_decision_reads_the_correction_and_whoever_has_not_reads_neither(
    telegram: Telegram, authority: Authority
) -> None:
    ivan, aigul = await follower(telegram, authority, Language.RU), await follower(telegram, authority)
    await authority.is_delivered()
    seen_by_ivan = texts_of(ivan)
    blocks(ivan)
    await authority.moves_on("refused", ground="income_above_line")
    await authority.is_delivered()
    await authority.sends("case.corrected", reason="mistake", note=NOTE)
    await authority.is_delivered()
    assert aigul.words.say("case-corrected-now", status=aigul.words.say("case-was-opened")) in texts_of(aigul)[-1]
    blocks(ivan, blocked=False)
    await ivan.says("/start")
    await authority.is_delivered()
    assert not [text for text in texts_of(ivan)[len(seen_by_ivan) :] if ivan.words.say("case-was-refused") in text]
    assert [(kind, told["person"]) for kind, told in await authority.learns() if kind == "not_told"] == [], (
        "that they were not reached was told before"
    )


@pytest.mark.usefixtures("night")
async def test_an_offer_that_was_gone_and_came_back_in_one_night_is_told_to_nobody(
    telegram: Telegram, authority: Authority, clock: Clock
) -> None:
    """And one that was made in that night is told as what it is: an offer."""
    client = await follower(telegram, authority, Language.KK, AIGUL)
    await authority.offers("known")
    clock.passes(timedelta(hours=10))
    await authority.is_delivered()
    clock.passes(timedelta(hours=14))
    before = len(client.sees)
    await authority.offers("new", title="Күзетші")
    await authority.moves_on("refused", ground="income_above_line")
    await authority.sends("case.corrected", reason="mistake", note=NOTE)
    clock.passes(timedelta(hours=10))
    await authority.is_delivered()
    (told,) = texts_of(client)[before:]
    assert "Күзетші" in told
    assert client.words.say("offer-back") not in told


async def test_corrections_go_back_step_by_step_to_the_beginning(authority: Authority) -> None:
    for status in ("received", "under_review"):
        await authority.moves_on(status)
    for expected in (CaseStatus.RECEIVED, CaseStatus.OPENED):
        await authority.sends("case.corrected", reason="mistake", note=NOTE)
        assert (await the_case(authority)).status is expected
    (error,) = await refusal_of(authority, "case.corrected", reason="mistake", note=NOTE)
    assert error == {"field": "data.case_id", "message": "nothing was sent of the case that could be withdrawn"}


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("case.corrected", {"reason": "mistake"}),
        ("case.status", {"status": "refused", "on": "2026-05-12"}),
        ("case.status", {"status": "suspended", "on": "2026-05-12"}),
        ("case.status", {"status": "terminated", "on": "2026-05-12"}),
        ("offer.excused", {"offer_id": "o1", "accepted": False}),
    ],
)
async def test_what_costs_a_family_money_has_a_reason(authority: Authority, kind: str, data: dict[str, Any]) -> None:
    """A family lost six months on «not accepted», without a word why."""
    (error,) = await refusal_of(authority, kind, **data)
    assert error["field"] == "data.note"
