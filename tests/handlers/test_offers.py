"""A job offer in the chat: its card, accepting, taking back, and whoever else presses its buttons."""

import unicodedata
from collections.abc import Awaitable, Callable
from datetime import date, timedelta
from itertools import product
from typing import Final

import pytest
from aiogram.types import CallbackQuery, Chat, InaccessibleMessage, User
from icalendar import Calendar, Event

from bot import casework
from bot.casework import Shown
from bot.sandbox.files import StoredFile
from bot.store import people
from bot.texts import Language, texts
from handlers.offer_press import CAPTIONS, shown_of
from rules.offer import OfferState
from tests.chat import Telegram
from tests.handlers.authority import AIGUL, Authority, at, follower
from tests.handlers.client import Client
from tests.handlers.families import at_first_question
from tests.handlers.offering import (
    DEADLINE,
    OFFICE,
    ROWS,
    TITLE,
    captions,
    learnt,
    opens,
    passes_until,
    presses,
    proofs,
    said,
    the_offer,
)

BOTH_LANGUAGES = pytest.mark.parametrize("language", list(Language))
WORDS: Final = (
    "open", "bill", "accept", "accept_yes", "cannot", "send", "refuse", "refuse_anyway", "refuse_yes", "back",
    "take_back", "calendar",
)  # fmt: skip
ANSWERING: Final = ("accept_yes", "refuse_anyway", "refuse_yes", "send", "take_back")


@pytest.fixture
async def offered(telegram: Telegram, authority: Authority) -> Client:
    """Aigul, to whom a job is offered; its card is the last message."""
    client = await follower(telegram, authority, label=AIGUL)
    await authority.offers()
    await opens(client)
    return client


async def offered_in(telegram: Telegram, authority: Authority, language: Language) -> Client:
    """Return the same in a language."""
    client = await follower(telegram, authority, language, AIGUL)
    await authority.offers()
    await opens(client)
    return client


async def refuses(client: Client) -> None:
    """Refuse by all three buttons."""
    await client.taps("offer-refuse", "offer-refuse_anyway", "offer-refuse_yes")


async def asks_to_be_excused(client: Client) -> None:
    """Ask to be excused for a reason that needs no words."""
    await client.taps("offer-cannot", "offer-excuse-elderly", "offer-send")


async def accepts(client: Client) -> None:
    """Accept and confirm it."""
    await client.taps("offer-accept", "offer-accept_yes")


def calendar_of(client: Client) -> Event:
    """Return the event of the file that was sent last."""
    chat = client.telegram.local.chats[client.id]
    sent = next(message for message in reversed(list(chat.messages.values())) if "document" in message)
    file = client.telegram.local.files.by_id(sent["document"]["file_id"])
    assert isinstance(file, StoredFile)
    (event,) = Calendar.from_ical(file.content.decode()).walk("VEVENT")
    assert isinstance(event, Event)
    return event


# The list and the card


@BOTH_LANGUAGES
async def test_the_list_names_each_offer_with_its_deadline(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    client = await follower(telegram, authority, language, AIGUL)
    await client.says("/offers")
    said(client, "offers-none")
    await authority.offers()
    await authority.offers("o2", title="Курс", respond_by="2026-05-13T12:00:00+05:00")
    await client.says("/offers")
    said(client, "offers-list")
    said(client, "offer-listed-awaited")
    assert client.last.buttons == ["Курс", TITLE, client.caption("private-on")], "the most urgent first"
    await client.says("/menu")
    await client.taps("menu-offer")  # of several the list is opened
    said(client, "offers-list")


@BOTH_LANGUAGES
async def test_the_card_says_what_is_offered_and_has_four_buttons_one_a_row(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    client = await offered_in(telegram, authority, language)
    assert TITLE in client.last.text
    assert client.last.buttons == captions(client, *ROWS)
    assert all(len(row) == 1 for row in client.last.rows)


async def test_the_first_press_notes_that_the_offer_was_opened_and_under_which_text(
    authority: Authority, offered: Client
) -> None:
    await offered.taps("offer-accept", "offer-no")
    opened = [details for kind, details in await authority.learns() if kind == "offer_opened"]
    assert opened == [{"offer_id": "o1", "person": "p1"}]
    proof, _ = await proofs(authority)
    listed = next(bubble for bubble in offered.sees if TITLE in bubble.buttons)
    assert proof["of"] == "offer_opened"
    assert proof["shown"] == {"language": "kk", "message_id": listed.id, "text": listed.text}


@BOTH_LANGUAGES
async def test_on_a_shared_phone_the_card_is_kept_with_all_that_the_notice_did_not_tell(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    client = await follower(telegram, authority, language, AIGUL)
    await client.says("/menu")
    await client.taps("menu-more", "menu-private", "private-on")
    await authority.offers()
    await authority.is_delivered()
    notice = client.last
    for _ in range(2):
        await client.presses_data("offer|1|0|open|", notice.id)
    opened, card = await proofs(authority)
    assert (opened["of"], card["of"]) == ("offer_opened", "offer_card")
    assert opened["shown"] == {"language": language.value, "message_id": notice.id, "text": notice.text}
    assert card["person"] == "p1"
    assert card["shown"]["message_id"] == client.sees[-2].id
    assert card["shown"]["text"] == client.sees[-2].text, "once, as it was read"
    for fact in (client.words.money(180_000), "Тәуке хан", "Сәуле", DEADLINE[language.value]):
        assert fact in card["shown"]["text"]


async def test_a_proof_is_in_the_language_of_the_message_whatever_was_chosen_since(
    telegram: Telegram, authority: Authority, offered: Client
) -> None:
    card = offered.last
    await offered.taps("offer-accept")
    confirm = offered.last
    async with telegram.database.statement() as connection:
        await people.choose_language(connection, offered.id, "ru", telegram.clock())
    await offered.presses_data("offer|1|0|accept_yes|", confirm.id)
    proof = (await proofs(authority))[-1]
    assert (proof["of"], proof["shown"]["language"]) == ("offer_accepted", "kk")
    assert card.text != confirm.text
    assert "Растайсыз ба?" in proof["shown"]["text"]


def test_no_caption_by_which_a_language_is_told_is_the_same_in_two() -> None:
    spoken = [{texts(language).say(caption) for caption in CAPTIONS} for language in Language]
    assert sum(map(len, spoken)) == len(set.union(*spoken))


def test_of_a_message_that_telegram_no_longer_has_only_the_number_is_kept() -> None:
    someone, chat = User(id=7, is_bot=False, first_name="Айгүл"), Chat(id=7, type="private")
    old = InaccessibleMessage(chat=chat, message_id=5)
    query = CallbackQuery(id="1", from_user=someone, chat_instance="1", message=old)
    assert shown_of(query) == Shown(None, 5, "")


async def test_the_button_of_a_private_notice_shows_the_card(authority: Authority, member: Client) -> None:
    await authority.offers(member_label="Марат")
    await presses(member, "open")
    assert TITLE in member.last.text
    assert "Марат" in member.last.text, "it is said for whom it is"
    assert member.last.buttons == captions(member, *ROWS)


async def test_every_state_has_its_line_in_the_list(telegram: Telegram, authority: Authority, offered: Client) -> None:
    async def listed(state: str) -> None:
        await offered.says("/offers")
        said(offered, f"offer-listed-{state}")

    await accepts(offered)
    await listed("accepted")
    await offered.taps("offer-take_back")
    await listed("awaited")
    await opens(offered)
    await refuses(offered)
    await listed("refused")
    await offered.taps("offer-take_back", "offer-open")
    await asks_to_be_excused(offered)
    await listed("excuse_requested")
    await authority.offers(kind="excused", accepted=True)
    await listed("excused")
    await authority.offers("o2")
    passes_until(offered, at(15, 19))
    await listed("late")
    await casework.close_overdue(authority.world, 2)
    await listed("undelivered")
    await authority.offers("o2", kind="withdrawn")
    await listed("withdrawn")
    assert telegram.clock() > at(15, 19)


# Accepting


@BOTH_LANGUAGES
async def test_accepting_is_confirmed_and_says_what_to_do_next(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    client = await offered_in(telegram, authority, language)
    await client.taps("offer-accept")
    confirm = said(client, "offer-accept-confirm")
    assert confirm.buttons == captions(client, "offer-accept_yes", "offer-no")
    assert await learnt(authority) == []
    await client.taps("offer-accept_yes")
    said(client, "offer-accepted-done")
    said(client, "offer-accepted-start", date={"kk": "1 маусым", "ru": "1 июня"}[language])
    said(client, "offer-accepted-ask")
    said(client, "offer-back-until")
    assert client.last.id == confirm.id, "in place of the question"
    phone = client.words.say("button-copy", copied="8 7252 00 00 00")
    assert client.last.buttons == [phone, *captions(client, "offer-calendar", "offer-take_back")]
    assert await learnt(authority) == [("offer_accepted", {"offer_id": "o1", "person": "p1"})]
    assert (await proofs(authority))[-1]["shown"]["text"] == client.words.say_with(
        "offer-accept-confirm",
        title=TITLE,
        deadline={"kk": "15 мамыр, 18:00", "ru": "18:00 15 мая"}[language],
        office=OFFICE[language],
    )


async def test_without_a_first_day_there_is_no_file_and_the_day_is_to_be_asked(
    telegram: Telegram, authority: Authority
) -> None:
    client = await follower(telegram, authority, label=AIGUL)
    await authority.offers(starts_on=None)
    await opens(client)
    await accepts(client)
    said(client, "offer-accepted-no-start")
    assert client.last.buttons[1:] == captions(client, "offer-take_back"), "below what copies the phone"
    await presses(client, "calendar", sequence=1)
    assert TITLE in client.last.text


@BOTH_LANGUAGES
async def test_the_first_day_goes_into_the_calendar_as_a_whole_day(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    client = await offered_in(telegram, authority, language)
    await accepts(client)
    await client.taps("offer-calendar")
    event = calendar_of(client)
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2026, 6, 1), date(2026, 6, 2))
    assert event["summary"] == client.words.say("calendar-file-first-day", title=TITLE)
    assert event["location"] == "Шымкент, Тәуке хан даңғылы, 5"
    first = event["uid"]
    await client.taps("offer-take_back", "offer-open")
    await accepts(client)
    await client.taps("offer-calendar")
    again = calendar_of(client)
    assert again["uid"] == first, "the same entry, not a second one"
    assert int(str(again["sequence"])) > int(str(event["sequence"]))


async def test_before_it_is_accepted_nothing_goes_into_the_calendar(authority: Authority, offered: Client) -> None:
    await presses(offered, "calendar")
    assert offered.last.buttons == captions(offered, *ROWS)
    assert await learnt(authority) == []


async def test_going_back_from_the_question_shows_the_card_in_its_place(authority: Authority, offered: Client) -> None:
    await offered.taps("offer-accept")
    confirm = offered.last.id
    await offered.taps("offer-no")
    assert (offered.last.id, offered.last.buttons) == (confirm, captions(offered, *ROWS))
    assert await learnt(authority) == []


# Taking back


@BOTH_LANGUAGES
@pytest.mark.parametrize(
    ("answer", "kind"),
    [(accepts, "offer_accepted"), (refuses, "offer_refused"), (asks_to_be_excused, "offer_excuse_requested")],
)
async def test_any_answer_is_taken_back_with_one_tap(
    telegram: Telegram,
    authority: Authority,
    language: Language,
    answer: Callable[[Client], Awaitable[None]],
    kind: str,
) -> None:
    client = await offered_in(telegram, authority, language)
    await answer(client)
    said(client, "offer-back-until")
    await client.taps("offer-take_back")
    said(client, "offer-taken-back")
    assert client.last.buttons == captions(client, "offer-open"), "no answer stands where the finger has just been"
    assert [change for change, _ in await learnt(authority)] == [kind, "offer_taken_back"]
    await client.taps("offer-open")
    assert client.last.buttons == captions(client, *ROWS)


async def test_a_double_tap_takes_back_once(authority: Authority, offered: Client) -> None:
    await accepts(offered)
    recorded, data = offered.last.id, offered.last.data_of(offered.caption("offer-take_back"))
    await offered.presses_data(data, recorded)
    before = len(offered.sees)
    await offered.presses_data(data, recorded, force=True)
    said(offered, "offer-taken-back")
    assert len(offered.sees) == before, "in place"
    assert [kind for kind, _ in await learnt(authority)] == ["offer_accepted", "offer_taken_back"]


async def test_what_the_officer_has_acknowledged_is_not_taken_back(authority: Authority, offered: Client) -> None:
    await accepts(offered)
    recorded = offered.last
    await authority.offers(kind="acknowledged")
    await offered.presses_data(recorded.data_of(offered.caption("offer-take_back")), recorded.id)
    said(offered, "offer-reply-stands")
    assert offered.last.buttons == captions(offered, "offer-calendar")
    assert (await the_offer(authority)).state is OfferState.ACCEPTED


async def test_after_the_deadline_an_answer_is_not_taken_back(authority: Authority, offered: Client) -> None:
    await accepts(offered)
    passes_until(offered, at(15, 18))
    await offered.taps("offer-take_back")
    said(offered, "offer-reply-too_late-back")
    assert (await the_offer(authority)).state is OfferState.ACCEPTED


# The deadline


@pytest.mark.parametrize(
    ("before", "last"),
    [
        (["offer-accept"], "offer-accept_yes"),
        (["offer-refuse"], "offer-refuse_anyway"),
        (["offer-refuse", "offer-refuse_anyway"], "offer-refuse_yes"),
        (["offer-cannot"], "offer-excuse-elderly"),
        (["offer-cannot", "offer-excuse-elderly"], "offer-send"),
        ([], "offer-accept"),
        ([], "offer-cannot"),
        ([], "offer-refuse"),
    ],
)
async def test_when_the_deadline_passes_on_the_way_nothing_is_written_down_and_it_is_no_refusal(
    authority: Authority, offered: Client, before: list[str], last: str
) -> None:
    await offered.taps(*before)
    passes_until(offered, at(15, 18))  # and the seconds that the next tap takes
    await offered.taps(last)
    said(offered, "offer-reply-too_late")
    assert offered.last.buttons == []
    assert (await the_offer(authority)).state is OfferState.OPEN
    assert await learnt(authority) == []


async def test_an_answer_at_the_second_of_the_deadline_is_in_time(authority: Authority, offered: Client) -> None:
    await offered.taps("offer-accept")
    passes_until(offered, at(15, 18) - offered.thinks)
    await offered.taps("offer-accept_yes")
    said(offered, "offer-accepted-done")
    assert (await the_offer(authority)).state is OfferState.ACCEPTED


async def test_what_arrives_after_the_bot_was_down_at_the_deadline_is_late(
    authority: Authority, offered: Client
) -> None:
    await offered.taps("offer-accept")
    passes_until(offered, at(15, 18) - timedelta(minutes=1))
    offered.touches(offered.last.data_of(offered.caption("offer-accept_yes")), offered.last.id)
    passes_until(offered, at(15, 20))
    await casework.close_overdue(authority.world, 1)
    authority.telegram.restarted()
    await authority.telegram.answer_all()
    said(offered, "offer-reply-too_late")
    assert (await the_offer(authority)).state is OfferState.NO_ANSWER


async def test_a_clock_that_is_set_back_does_not_lose_an_answer(authority: Authority, offered: Client) -> None:
    await accepts(offered)
    offered.telegram.clock.passes(timedelta(hours=-3))
    await offered.taps("offer-take_back")
    said(offered, "offer-taken-back")
    assert (await the_offer(authority)).state is OfferState.TAKEN_BACK


# The offer changed meanwhile


@pytest.mark.parametrize(
    ("before", "last"),
    [
        (["offer-accept"], "offer-accept_yes"),
        (["offer-refuse", "offer-refuse_anyway"], "offer-refuse_yes"),
        (["offer-cannot", "offer-excuse-elderly"], "offer-send"),
    ],
)
async def test_an_offer_withdrawn_on_the_way_is_not_answered(
    authority: Authority, offered: Client, before: list[str], last: str
) -> None:
    await offered.taps(*before)
    await authority.offers(kind="withdrawn")
    await offered.taps(last)
    said(offered, "offer-reply-withdrawn")
    assert offered.last.buttons == []
    assert await learnt(authority) == []


async def test_an_answer_to_an_offer_that_was_extended_meanwhile_shows_it_as_it_is_now(
    authority: Authority, offered: Client
) -> None:
    await offered.taps("offer-accept")
    await authority.offers(kind="extended", respond_by="2026-05-20T10:00:00+05:00")
    await offered.taps("offer-accept_yes")
    said(offered, "offer-reply-outdated")
    assert "20 мамыр, 10:00" in offered.last.text
    await accepts(offered)
    said(offered, "offer-accepted-done", deadline="20 мамыр, 10:00")
    assert [kind for kind, _ in await learnt(authority)] == ["offer_accepted"]


async def test_a_button_of_an_earlier_card_shows_the_offer_as_it_is_now(authority: Authority, offered: Client) -> None:
    card = offered.last
    await accepts(offered)
    await offered.presses_data(card.data_of(offered.caption("offer-refuse")), card.id)
    said(offered, "offer-reply-outdated")
    assert set(offered.last.buttons) == set(captions(offered, "offer-calendar", "offer-take_back"))
    assert (await the_offer(authority)).state is OfferState.ACCEPTED


# Replayed updates


@pytest.mark.parametrize("answer", [accepts, refuses, asks_to_be_excused])
async def test_an_update_that_comes_again_is_answered_alike_and_does_nothing_twice(
    authority: Authority, offered: Client, answer: Callable[[Client], Awaitable[None]]
) -> None:
    await answer(offered)
    shown, known = offered.last.text, await learnt(authority)
    authority.telegram.restarted()
    await authority.telegram.deliver_again()
    assert offered.last.text == shown
    assert await learnt(authority) == known


async def test_all_updates_of_a_refusal_that_was_taken_back_may_come_again(
    authority: Authority, offered: Client
) -> None:
    await refuses(offered)
    await offered.taps("offer-take_back")
    known = await learnt(authority)
    await authority.telegram.deliver_again(4)
    assert (await the_offer(authority)).state is OfferState.TAKEN_BACK
    assert await learnt(authority) == known


# Two adults


async def two_adults(telegram: Telegram, authority: Authority) -> tuple[Client, Client]:
    """Return two of a family of whom neither is the member whom the offer names."""
    first = await follower(telegram, authority)
    second = await follower(telegram, authority, Language.RU)
    await authority.confirms("p1", "p2")
    await authority.offers(member_label="Марат")
    for client in (first, second):
        await opens(client)
    return first, second


async def test_of_two_adults_who_answer_one_after_the_other_the_second_sees_the_first_answer(
    telegram: Telegram, authority: Authority
) -> None:
    first, second = await two_adults(telegram, authority)
    await second.taps("offer-accept")
    await accepts(first)
    await second.taps("offer-accept_yes")
    said(second, "offer-reply-outdated")
    assert [kind for kind, _ in await learnt(authority)] == ["offer_accepted"]


async def test_of_two_adults_who_answer_at_once_one_answer_stands(telegram: Telegram, authority: Authority) -> None:
    first, second = await two_adults(telegram, authority)
    await first.taps("offer-accept")
    await second.taps("offer-refuse", "offer-refuse_anyway")
    first.touches(first.last.data_of(first.caption("offer-accept_yes")), first.last.id)
    second.touches(second.last.data_of(second.caption("offer-refuse_yes")), second.last.id)
    await telegram.answer_all_at_once(telegram.another_process(), telegram.another_process())
    (kind,) = [kind for kind, _ in await learnt(authority)]
    answered, other = (first, second) if kind == "offer_accepted" else (second, first)
    said(answered, f"{kind.replace('_', '-')}-done")
    said(other, "offer-reply-outdated")


async def test_the_other_adult_cannot_finish_a_refusal_that_somebody_has_begun(
    telegram: Telegram, authority: Authority
) -> None:
    first, second = await two_adults(telegram, authority)
    await first.taps("offer-refuse", "offer-refuse_anyway")
    await presses(second, "refuse_yes")
    said(second, "offer-reply-price_first")
    assert (await the_offer(authority)).state is OfferState.OPEN


# Nobody else's answer


async def test_a_press_of_somebody_who_does_not_follow_the_case_changes_nothing(
    telegram: Telegram, authority: Authority, offered: Client
) -> None:
    before, other = await the_offer(authority), await at_first_question(telegram)
    for word in WORDS:
        await presses(other, word)
        said(other, "offer-reply-not_yours")
        assert other.last.buttons == []
    assert await the_offer(authority) == before
    assert TITLE not in "".join(bubble.text for bubble in other.sees)
    assert TITLE in offered.last.text


async def test_an_offer_to_a_member_who_follows_the_case_is_not_answered_by_another(
    telegram: Telegram, authority: Authority, offered: Client
) -> None:
    before, spouse = await the_offer(authority), await follower(telegram, authority, Language.RU, "Иван")
    for word in WORDS:
        await presses(spouse, word)
        said(spouse, "offer-of-another")
    await spouse.says("/offers")
    said(spouse, "offers-none")
    assert TITLE not in "".join(bubble.text for bubble in spouse.sees)
    assert await the_offer(authority) == before
    assert TITLE in offered.last.text


@BOTH_LANGUAGES
async def test_whoever_has_refused_for_another_takes_that_back_after_the_other_has_joined(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    nurlan = await follower(telegram, authority, language, "Нұрлан")
    await authority.confirms("p1")
    await authority.offers(member_label="Ерлан")
    await opens(nurlan)
    await refuses(nurlan)
    refused = nurlan.last
    erlan = await follower(telegram, authority, language, "Ерлан")
    await authority.is_delivered()
    assert "Нұрлан" in erlan.last.text
    said(erlan, "offer-back-until")
    assert captions(erlan, "offer-take_back")[0] in erlan.last.buttons
    await opens(nurlan)
    assert nurlan.last.buttons == captions(nurlan, "offer-take_back"), "his answer, and nothing else of it"
    await nurlan.presses_data("offer|1|1|accept|", refused.id, force=True)
    said(nurlan, "offer-of-another")
    await nurlan.presses_data("offer|1|1|take_back|", refused.id)
    taken_back = next(bubble for bubble in nurlan.sees if bubble.id == refused.id)
    assert taken_back.text == nurlan.words.say("offer-taken-back-of-another", person="Ерлан")
    assert taken_back.buttons == []
    assert (await the_offer(authority)).state is OfferState.TAKEN_BACK
    await presses(nurlan, "accept_yes", sequence=2)
    said(nurlan, "offer-of-another")
    await authority.is_delivered()
    assert "Нұрлан" in erlan.last.text
    assert erlan.last.buttons == captions(erlan, *ROWS)


async def test_when_the_named_member_leaves_the_other_adult_gets_the_offer(
    telegram: Telegram, authority: Authority, offered: Client
) -> None:
    nurlan = await follower(telegram, authority, Language.RU, "Нұрлан")
    await authority.confirms("p2")
    await authority.is_delivered()
    assert TITLE not in "".join(bubble.text for bubble in nurlan.sees)
    passes_until(nurlan, at(15, 16))
    await casework.leave(authority.world, await authority.id_of(), offered.id)
    await authority.is_delivered()
    assert TITLE in nurlan.last.text
    assert nurlan.last.buttons == captions(nurlan, *ROWS)
    await accepts(nurlan)
    said(nurlan, "offer-accepted-done")


async def test_whoever_left_the_case_answers_no_more(authority: Authority, offered: Client) -> None:
    await offered.taps("offer-refuse", "offer-refuse_anyway")
    await offered.says("Алыс")
    await casework.leave(authority.world, await authority.id_of(), offered.id)
    before = await the_offer(authority)
    await offered.says("Өте алыс")
    said(offered, "offer-reply-not_yours")
    for word in WORDS:
        await presses(offered, word)
        said(offered, "offer-reply-not_yours")
    assert await the_offer(authority) == before


async def test_a_forged_number_is_nobodys_offer(authority: Authority, offered: Client) -> None:
    for word, number in product(ANSWERING, (0, 2, 2**31 - 1)):
        await presses(offered, word, number)
        said(offered, "offer-reply-not_yours")
    assert await learnt(authority) == []


async def test_a_forged_sequence_answers_nothing(authority: Authority, offered: Client) -> None:
    for word, sequence in product(ANSWERING, (1, 7, 2**31 - 1)):
        await presses(offered, word, sequence=sequence)
        said(offered, "offer-reply-outdated")
    assert await learnt(authority) == []


MADE_UP: Final = (
    "offer|1|0|burn|", "offer|1|0", "offer|1", "offer|", "offer|-1|0|refuse_yes|", "offer|x|0|refuse_yes|",
    "offer||0|accept_yes|", f"offer|{2**63}|0|refuse_yes|", "offer|1|-1|accept_yes|",
    f"offer|1|{2**31}|accept_yes|", "offer|1|0|refuse_yes|a|b", "offer|1|0||",
)  # fmt: skip


async def test_a_made_up_button_of_an_offer_shows_the_offers(authority: Authority, offered: Client) -> None:
    for data in MADE_UP:
        before = len(offered.sees)
        await offered.presses_data(data, offered.last.id, force=True)
        said(offered, "offers-list")
        assert offered.last.buttons[0] == TITLE, data
        assert len(offered.sees) == before + 1, "and no question"
    assert await learnt(authority) == []


async def test_a_made_up_button_of_an_offer_shows_nothing_to_a_stranger(
    telegram: Telegram, authority: Authority, offered: Client
) -> None:
    other = await at_first_question(telegram)
    for data in MADE_UP:
        await other.presses_data(data, other.last.id, force=True)
        said(other, "offers-none")
    assert offered.telegram is telegram
    assert await learnt(authority) == []


async def test_a_made_up_button_leaves_a_refusal(authority: Authority, offered: Client) -> None:
    await offered.taps("offer-refuse", "offer-refuse_anyway")
    confirm = offered.last
    await offered.presses_data("offer|1|0|burn|", confirm.id, force=True)
    await offered.presses_data("offer|1|0|refuse_yes|", confirm.id)
    said(offered, "offer-reply-price_first")
    assert (await the_offer(authority)).state is OfferState.OPEN


async def test_a_made_up_button_of_something_else_is_an_old_button(authority: Authority, offered: Client) -> None:
    await offered.presses_data("x|private|maybe", offered.last.id, force=True)
    assert offered.toast == offered.words.say("old-button")
    assert await learnt(authority) == []


@pytest.mark.parametrize("word", ["bill", "excuse"])
async def test_a_made_up_member_or_reason_is_asked_again(authority: Authority, offered: Client, word: str) -> None:
    await presses(offered, word, about="burn")
    assert len(offered.last.buttons) >= 2
    assert await learnt(authority) == []


async def test_somebody_who_has_not_begun_is_greeted(telegram: Telegram, authority: Authority, offered: Client) -> None:
    stranger = Client.arrives(telegram)
    await stranger.says("/start")
    await presses(stranger, "accept_yes")
    stranger.reads("start-greeting")
    await stranger.says("/offers")
    stranger.reads("start-greeting")
    assert await learnt(authority) == []
    assert offered.telegram is telegram


# A shared phone


@BOTH_LANGUAGES
async def test_on_a_shared_phone_the_list_says_nothing_of_the_offers(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    client = await follower(telegram, authority, language, AIGUL)
    await authority.offers()
    await client.says("/offers")
    await client.taps("private-on")
    said(client, "private-on")
    async with telegram.database.reading() as connection:
        person = await people.find(connection, client.id)
    assert person is not None
    assert person.private_since == telegram.clock()
    await client.says("/offers")
    assert "Аспаз" not in client.last.text
    assert client.last.buttons == [
        client.words.say("button-offer-numbered", number="1"),
        client.caption("private-off"),
    ]
    await client.presses(client.last.buttons[0])
    assert TITLE in client.last.text, "it opens behind the button"


async def test_the_switch_is_in_the_menu_too_and_goes_both_ways(telegram: Telegram, member: Client) -> None:
    await member.says("/menu")
    await member.taps("menu-more", "menu-private")
    said(member, "private-off")
    await member.taps("private-on")
    said(member, "private-on")
    await member.says("/menu")
    await member.taps("menu-more", "menu-private")
    said(member, "private-on")
    await member.taps("private-off")
    said(member, "private-off")
    async with telegram.database.reading() as connection:
        person = await people.find(connection, member.id)
    assert person is not None
    assert person.private_since is None


@pytest.mark.parametrize("written", [unicodedata.normalize("NFD", AIGUL), f"{AIGUL[:3]}\u200b{AIGUL[3:]}"])
async def test_a_name_that_reads_the_same_is_the_same_however_it_is_put_together(
    telegram: Telegram, authority: Authority, written: str
) -> None:
    client = await follower(telegram, authority, label=AIGUL)
    await authority.offers(member_label=written)
    await opens(client)
    await client.taps("offer-accept", "offer-accept_yes")
    assert (await the_offer(authority)).state is OfferState.ACCEPTED
