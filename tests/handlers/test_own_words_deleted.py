"""Whoever asks to be forgotten is: no word of theirs stays anywhere, and the officer can still decide what is asked."""

from datetime import timedelta

import pytest

from bot.api import offers as api_offers
from bot.reminders.retention import delete_old
from bot.sandbox.person_requests import NewMessage, Upload
from bot.store import cases, offer_files
from bot.texts import Language
from rules.offer import OfferState
from tests.chat import Clock, Telegram
from tests.handlers.authority import AIGUL, Authority, follower
from tests.handlers.client import Client
from tests.handlers.offering import opens, the_offer
from tests.handlers.tables import everything

BOTH_LANGUAGES = pytest.mark.parametrize("language", list(Language))
SECRET = "Жүрегім ауырады"
NAME = "кардиолог.pdf"


async def asks_to_be_excused(client: Client) -> None:
    """Say why, in words and with a file."""
    await opens(client)
    await client.taps("offer-cannot", "offer-excuse-long_illness")
    await client.says(SECRET)
    await client.sends(NewMessage(document=Upload(file_name=NAME, content=b"JVBERi0xLjc=")))
    await client.taps("offer-send")


async def is_forgotten(client: Client) -> str:
    """Delete everything at once, and return what is said of it."""
    await client.says("/cancel")
    await client.taps("forget")
    client.reads("forget-follows", days=90)
    await client.taps("forget-yes", "forget-now")
    return client.last.text


@BOTH_LANGUAGES
async def test_words_and_file_of_an_excuse_stay_until_the_officer_has_decided_and_no_longer(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    member = await follower(telegram, authority, language, AIGUL)
    spouse = await follower(telegram, authority, Language.RU, "Иван")
    await authority.confirms("p2")
    await authority.offers()
    await authority.is_delivered()
    await asks_to_be_excused(member)
    await authority.is_delivered()
    assert member.words.say("forgotten-kept") in await is_forgotten(member)

    offer = await the_offer(authority)
    assert offer.state is OfferState.EXCUSE_REQUESTED
    assert SECRET in await everything(telegram), "the officer decides by it"
    answer = offer.details["answer"]
    assert answer is not None
    (file,) = answer["files"]
    async with telegram.database.reading() as connection:
        assert (await offer_files.load_sent(connection, telegram.cipher, file["id"])) is not None
    assert ("left", {"person": "p1", "reason": "forgotten"}) in await authority.learns()

    await authority.sends("offer.excused", offer_id="o1", accepted=True)
    await authority.is_delivered()
    kept = await everything(telegram)
    assert (SECRET in kept, NAME in kept, "long_illness" in kept) == (False, False, False)
    async with telegram.database.reading() as connection:
        assert await offer_files.load_sent(connection, telegram.cipher, file["id"]) is None
        case = await cases.load(connection, telegram.cipher, await authority.id_of())
        assert case is not None
        (seen,) = await api_offers.of_case(connection, authority.world, case)
    assert (seen.state, [(answer.kind, answer.text, answer.files) for answer in seen.answers]) == (
        OfferState.EXCUSED,
        [("offer_excuse_requested", None, [])],
    )
    assert SECRET not in "".join(bubble.text for bubble in spouse.sees)


@BOTH_LANGUAGES
async def test_why_somebody_refused_is_deleted_at_once_and_the_proof_of_the_price_stays(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    member = await follower(telegram, authority, language, AIGUL)
    await authority.offers()
    await authority.is_delivered()
    await opens(member)
    await member.taps("offer-refuse", "offer-refuse_anyway")
    await member.says(SECRET)
    await member.taps("offer-refuse_yes")
    assert SECRET in await everything(telegram)
    await is_forgotten(member)
    kept = await everything(telegram)
    assert SECRET not in kept
    async with telegram.database.reading() as connection:
        case = await cases.load(connection, telegram.cipher, await authority.id_of())
        assert case is not None
        (seen,) = await api_offers.of_case(connection, authority.world, case)
    assert [(answer.kind, answer.person, answer.reason) for answer in seen.answers] == [("offer_refused", "p1", None)]
    lost = {Language.KK: "көмектен айырылады", Language.RU: "теряет помощь до"}[language]
    texts = [proof.text or "" for proof in seen.proofs]
    assert [text for text in texts if lost in text and "«…»" in text], texts


async def test_they_go_also_when_the_case_ends_before_the_officer_has_decided(
    telegram: Telegram, authority: Authority
) -> None:
    """Then nothing is decided by them any more."""
    member = await follower(telegram, authority, Language.KK, AIGUL)
    await authority.offers()
    await authority.is_delivered()
    await asks_to_be_excused(member)
    await is_forgotten(member)
    assert SECRET in await everything(telegram)
    await authority.moves_on("refused", ground="income_above_line")
    kept = await everything(telegram)
    assert (SECRET in kept, NAME in kept) == (False, False)


@BOTH_LANGUAGES
async def test_of_a_case_that_was_over_before_they_go_in_their_term_which_is_said_beforehand(
    telegram: Telegram, authority: Authority, clock: Clock, language: Language
) -> None:
    """Once they stayed for ever, as nobody decides such a wish; a correction of the end within the term finds them."""
    member = await follower(telegram, authority, language, AIGUL)
    await authority.offers()
    await authority.is_delivered()
    await asks_to_be_excused(member)
    await authority.moves_on("refused", ground="income_above_line")
    await is_forgotten(member)
    world = authority.world
    clock.passes(timedelta(days=89))
    assert (await delete_old(world)).words == 0
    assert SECRET in await everything(telegram)
    clock.passes(timedelta(days=2))
    deleted = await delete_old(world)
    assert (deleted.words, (await delete_old(world)).words) == (1, 0)
    kept = await everything(telegram)
    assert (SECRET in kept, NAME in kept, "long_illness" in kept) == (False, False, False)
    assert (await the_offer(authority)).state is OfferState.EXCUSE_REQUESTED, "that it was answered stays"


async def test_of_a_case_that_goes_on_again_the_officer_decides_by_them(
    telegram: Telegram, authority: Authority, clock: Clock
) -> None:
    member = await follower(telegram, authority, Language.KK, AIGUL)
    await authority.offers()
    await authority.is_delivered()
    await asks_to_be_excused(member)
    await authority.moves_on("refused", ground="income_above_line")
    await is_forgotten(member)
    await authority.sends("case.corrected", reason="appeal", note="Шағым")
    clock.passes(timedelta(days=200))
    assert (await delete_old(authority.world)).words == 0
    assert SECRET in await everything(telegram)
    await authority.sends("offer.excused", offer_id="o1", accepted=True)
    assert SECRET not in await everything(telegram)


async def test_a_file_of_a_wish_that_nobody_decides_goes_in_its_time_also_where_its_sender_stays(
    telegram: Telegram, authority: Authority, clock: Clock
) -> None:
    member = await follower(telegram, authority, Language.KK, AIGUL)
    await authority.offers()
    await authority.is_delivered()
    await asks_to_be_excused(member)
    clock.passes(timedelta(days=100))
    assert (await delete_old(authority.world)).files == 0, "the officer has still to decide"
    await authority.moves_on("refused", ground="income_above_line")
    clock.passes(timedelta(days=89))
    assert (await delete_old(authority.world)).files == 0
    clock.passes(timedelta(days=2))
    assert (await delete_old(authority.world)).files == 1


async def test_one_letter_as_a_reason_leaves_the_warning_as_it_was(telegram: Telegram, authority: Authority) -> None:
    member = await follower(telegram, authority, Language.KK, AIGUL)
    await authority.offers()
    await authority.is_delivered()
    await opens(member)
    await member.taps("offer-refuse", "offer-refuse_anyway")
    await member.says("а")
    await member.taps("offer-refuse_yes")
    await is_forgotten(member)
    async with telegram.database.reading() as connection:
        case = await cases.load(connection, telegram.cipher, await authority.id_of())
        assert case is not None
        (seen,) = await api_offers.of_case(connection, authority.world, case)
    texts = [proof.text or "" for proof in seen.proofs]
    assert [text for text in texts if "айырылады" in text and "«…»" in text], texts


async def test_the_words_of_another_of_the_family_stay(telegram: Telegram, authority: Authority) -> None:
    member = await follower(telegram, authority, Language.KK, AIGUL)
    spouse = await follower(telegram, authority, Language.RU, "Иван")
    await authority.offers()
    await authority.is_delivered()
    await asks_to_be_excused(member)
    await is_forgotten(spouse)
    assert SECRET in await everything(telegram)


async def test_whoever_had_left_the_case_before_is_forgotten_as_well(telegram: Telegram, authority: Authority) -> None:
    member = await follower(telegram, authority, Language.KK, AIGUL)
    await authority.offers()
    await authority.is_delivered()
    await asks_to_be_excused(member)
    await authority.sends("offer.excused", offer_id="o1", accepted=False, note="Анықтама жоқ")
    await member.says("/case")
    await member.taps("leave", "leave-yes")
    await member.says("/cancel")
    await member.taps("forget", "forget-yes", "forget-now")
    kept = await everything(telegram)
    assert (SECRET in kept, NAME in kept) == (False, False)
