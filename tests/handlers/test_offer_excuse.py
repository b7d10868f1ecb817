"""Asking to be excused from a job offer: a reason, words, photos and files, all kept, sent by [Send] alone."""

from base64 import b64decode
from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from bot.sandbox import Fault, people
from bot.sandbox.files import StoredFile
from bot.sandbox.person_requests import Forward, NewMessage, Sticker, Voice
from bot.store import offer_files
from bot.texts import Language
from handlers.offer_draft import MOST_FILES
from rules.offer import Excuse, OfferState
from tests.chat import Telegram
from tests.handlers.authority import AIGUL, Authority, follower
from tests.handlers.client import Client
from tests.handlers.files import MEDIA, photo, picture, upload
from tests.handlers.offering import ROWS, captions, learnt, opens, presses, said, the_offer
from tests.handlers.tables import rows_of_people

BOTH_LANGUAGES = pytest.mark.parametrize("language", list(Language))
MEGABYTE = 1024 * 1024


async def offered_in(telegram: Telegram, authority: Authority, language: Language = Language.KK) -> Client:
    """Return Aigul, to whom a job is offered; its card is the last message."""
    client = await follower(telegram, authority, language, AIGUL)
    await authority.offers()
    await opens(client)
    return client


@pytest.fixture
async def writing(telegram: Telegram, authority: Authority) -> Client:
    """Aigul, who has chosen another reason and is asked for words or files."""
    client = await offered_in(telegram, authority)
    await client.taps("offer-cannot", "offer-excuse-other")
    return client


async def files_kept(client: Client) -> int:
    """Return how many files are stored, sent on or not."""
    return (await rows_of_people(client.telegram.database)).get("offer_files", 0)


@BOTH_LANGUAGES
async def test_all_eight_reasons_are_offered_one_a_row_and_it_is_said_to_be_no_refusal(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    client = await offered_in(telegram, authority, language)
    await client.taps("offer-cannot")
    said(client, "offer-cannot")
    assert client.last.buttons == captions(client, *[f"offer-excuse-{excuse}" for excuse in Excuse], "back")
    assert all(len(row) == 1 for row in client.last.rows)
    await client.taps("back")
    assert client.last.buttons == captions(client, *ROWS)
    assert await learnt(authority) == []


@BOTH_LANGUAGES
@pytest.mark.parametrize("excuse", [excuse for excuse in Excuse if excuse is not Excuse.OTHER])
async def test_a_reason_of_the_law_is_sent_without_words(
    telegram: Telegram, authority: Authority, language: Language, excuse: Excuse
) -> None:
    client = await offered_in(telegram, authority, language)
    await client.taps("offer-cannot", f"offer-excuse-{excuse}")
    said(client, "offer-excuse-reason", reason=client.caption(f"offer-excuse-{excuse}"))
    said(client, "offer-excuse-write")
    assert client.last.buttons == captions(client, "offer-send", "back")
    await client.taps("offer-send")
    said(client, "offer-excuse-sent")
    said(client, "offer-back-until")
    assert client.last.buttons == captions(client, "offer-take_back")
    told = {"offer_id": "o1", "person": "p1", "reason": excuse.value}
    assert await learnt(authority) == [("offer_excuse_requested", told)]


async def test_another_reason_needs_words_or_a_file(authority: Authority, writing: Client) -> None:
    said(writing, "offer-excuse-other")
    await writing.taps("offer-send")
    assert writing.toast == writing.words.say("hint-offer-excuse-words")
    assert await learnt(authority) == []
    await writing.says("Анамды & әкемді күтемін")
    said(writing, "offer-excuse-text", text="Анамды &amp; әкемді күтемін")
    await writing.taps("offer-send")
    text = "Анамды & әкемді күтемін"
    told = {"offer_id": "o1", "person": "p1", "reason": "other", "text": text}
    assert await learnt(authority) == [("offer_excuse_requested", told)]


@BOTH_LANGUAGES
async def test_a_photo_and_a_file_are_kept_at_once_and_sent_on_by_the_button(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    client = await offered_in(telegram, authority, language)
    await client.taps("offer-cannot", "offer-excuse-long_illness")
    await client.sends(photo(caption="Анықтама"))
    said(client, "offer-excuse-files", files="1", most="5")
    said(client, "offer-excuse-text", text="Анықтама")
    await client.sends(MEDIA["document"])
    said(client, "offer-excuse-files", files="2", most="5")
    assert await learnt(authority) == []
    telegram.restarted()
    await client.taps("offer-send")
    ((kind, told),) = await learnt(authority)
    assert (kind, told["reason"], told["text"]) == ("offer_excuse_requested", "long_illness", "Анықтама")
    async with telegram.database.reading() as connection:
        files = [await offer_files.load_sent(connection, telegram.cipher, file["id"]) for file in told["files"]]
    assert [(file.name, file.media_type, file.content) for file in files if file] == [
        ("1.jpg", "image/jpeg", picture()),
        ("anyktama.pdf", "application/pdf", b"%PDF-1.4"),
    ]


async def test_what_is_sent_is_not_shown_to_the_officer_before_the_button(
    authority: Authority, writing: Client
) -> None:
    await writing.sends(photo())
    draft = await writing.draft()
    assert draft is not None
    (file_id,) = draft.document["answering"]["files"]
    async with authority.world.database.reading() as connection:
        assert await offer_files.load_sent(connection, authority.world.cipher, file_id) is None


async def test_photos_that_come_together_are_answered_once(authority: Authority, writing: Client) -> None:
    before = len(writing.sees)
    for number in range(MOST_FILES):
        writing.leaves(photo("album", "Анықтамалар" if number == 0 else None))
    await authority.telegram.answer_all()
    assert len(writing.sees) == before + 1
    said(writing, "offer-excuse-files", files="5", most="5")
    said(writing, "offer-excuse-text", text="Анықтамалар")
    await writing.sends(photo("another"))
    assert len(writing.sees) == before + 2, "another album is answered by another message"
    await writing.taps("offer-send")
    assert len((await learnt(authority))[-1][1]["files"]) == MOST_FILES


async def test_photos_that_come_together_are_answered_anew_where_the_answer_is_gone(
    authority: Authority, writing: Client
) -> None:
    await writing.sends(photo("album"))
    await authority.telegram.bot.delete_message(writing.id, writing.last.id)
    await writing.sends(photo("album"))
    said(writing, "offer-excuse-files", files="2", most="5")
    assert await learnt(authority) == []


async def test_a_sixth_file_is_kindly_left_out(authority: Authority, writing: Client) -> None:
    for _ in range(MOST_FILES):
        await writing.sends(photo())
    await writing.sends(MEDIA["document"])
    said(writing, "hint-offer-files-many", most="5")
    said(writing, "offer-excuse-files", files="5", most="5")
    assert await files_kept(writing) == MOST_FILES
    assert await learnt(authority) == []


async def test_a_file_that_is_bigger_than_it_was_said_to_be_is_left_out(
    writing: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    described = StoredFile.described
    monkeypatch.setattr(StoredFile, "described", lambda file: described(file) | {"file_size": 10})
    await writing.sends(NewMessage(document=upload("scan.pdf", b"0" * (11 * MEGABYTE))))
    said(writing, "hint-offer-file-big", most="10")
    assert await files_kept(writing) == 0


def bomb() -> bytes:
    """A hundred megabytes of nothing in some kilobytes."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", bytes(100 * MEGABYTE))
    return packed.getvalue()


HUGE_PICTURE: Final = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\xff\xff\x00\x00\xff\xff\x08\x02\x00\x00\x00"


@pytest.mark.parametrize(("name", "made"), [("bomb.zip", bomb), ("huge.png", lambda: HUGE_PICTURE)])
async def test_what_would_burst_when_it_is_opened_is_handed_on_as_it_came(
    writing: Client, name: str, made: Callable[[], bytes]
) -> None:
    """Nobody opens it here: the officer's own machine does, or does not."""
    content = made()
    await writing.sends(NewMessage(document=upload(name, content)))
    said(writing, "offer-excuse-files", files="1", most="5")
    async with writing.telegram.database.reading() as connection:
        (row,) = await connection.fetch("select size_bytes, sealed from offer_files", {})
    kept = writing.telegram.cipher.open(row["sealed"])
    assert (row["size_bytes"], b64decode(kept["content"]), kept["name"]) == (len(content), content, name)


@pytest.mark.parametrize("size", [10 * MEGABYTE, 10 * MEGABYTE + 1, 21 * MEGABYTE])
async def test_a_file_of_ten_megabytes_is_kept_and_a_bigger_one_is_kindly_left_out(writing: Client, size: int) -> None:
    await writing.says("Анықтама")
    await writing.sends(NewMessage(document=upload("scan.pdf", b"0" * size)))
    if size > 10 * MEGABYTE:
        said(writing, "hint-offer-file-big", most="10")
        assert await files_kept(writing) == 0
    else:
        said(writing, "offer-excuse-files", files="1", most="5")
    said(writing, "offer-excuse-text", text="Анықтама")


@pytest.mark.parametrize("new", [NewMessage(voice=Voice()), NewMessage(sticker=Sticker())], ids=["voice", "sticker"])
async def test_what_is_neither_words_nor_a_file_is_kindly_declined_and_nothing_is_lost(
    authority: Authority, writing: Client, new: NewMessage
) -> None:
    await writing.says("Анықтама")
    await writing.sends(new)
    said(writing, "hint-offer-other-kind")
    said(writing, "offer-excuse-text", text="Анықтама")
    assert writing.last.buttons == captions(writing, "offer-send", "back")
    assert await learnt(authority) == []


async def test_a_file_that_does_not_arrive_is_asked_for_again(telegram: Telegram, writing: Client) -> None:
    telegram.local.faults.order(Fault(kind="chat_not_found", method="getFile"))
    await writing.sends(photo(caption="Анықтама"))
    said(writing, "hint-offer-file-lost")
    said(writing, "offer-excuse-text", text="Анықтама")
    assert await files_kept(writing) == 0


async def test_of_a_photo_whose_caption_is_too_much_the_photo_is_kept(writing: Client) -> None:
    await writing.says("ө" * 1_500)
    await writing.sends(photo(caption="ә" * 1_000))
    said(writing, "hint-offer-text-long", most="2\u00a0000")
    said(writing, "offer-excuse-files", files="1", most="5")
    assert "ә" * 10 not in writing.last.text


async def test_a_forwarded_photo_is_a_file_and_a_forwarded_text_is_checked_for_fraud(writing: Client) -> None:
    await writing.sends(photo())
    own_photo = writing.message_ids()[-1]
    await writing.sends(NewMessage(forward=Forward(message_id=own_photo)))
    said(writing, "offer-excuse-files", files="2", most="5")
    await writing.sends(NewMessage(forward=Forward(text="Картаңыздың нөмірін жіберіңіз")))
    assert writing.last.text == writing.words.say("verify-unknown")


# Going back, going elsewhere, coming again


async def test_going_back_drops_what_was_not_sent(authority: Authority, writing: Client) -> None:
    await writing.says("Анықтама")
    await writing.sends(photo())
    await writing.taps("back")
    assert writing.last.buttons == captions(writing, *ROWS)
    assert await files_kept(writing) == 0
    await writing.taps("offer-cannot", "offer-excuse-other", "offer-send")
    assert writing.toast == writing.words.say("hint-offer-excuse-words")
    assert await learnt(authority) == []


async def test_another_reason_takes_along_what_was_written_before(authority: Authority, writing: Client) -> None:
    await writing.says("Анамды күтемін")
    await writing.sends(photo())
    await presses(writing, "cannot")
    await writing.taps("offer-excuse-elderly")
    said(writing, "offer-excuse-text", text="Анамды күтемін")
    await writing.taps("offer-send")
    ((_, told),) = await learnt(authority)
    assert (told["reason"], told["text"], len(told["files"])) == ("elderly", "Анамды күтемін", 1)


@pytest.mark.parametrize("elsewhere", ["/menu", "/case", "/check", "/start", "/offers"])
async def test_going_elsewhere_loses_nothing_and_what_is_typed_there_is_not_sent(
    authority: Authority, writing: Client, elsewhere: str
) -> None:
    await writing.says("Анамды күтемін")
    await writing.sends(photo())
    await writing.says(elsewhere)
    await writing.says("бұл ұсынысқа қатысты емес")
    await writing.taps("offer-send")
    ((_, told),) = await learnt(authority)
    assert (told["text"], len(told["files"])) == ("Анамды күтемін", 1)


async def test_starting_the_questions_over_loses_nothing_of_it(authority: Authority, writing: Client) -> None:
    await writing.says("Анамды күтемін")
    await writing.says("/check")
    await writing.citizens_in()
    await writing.says("/start")
    await writing.taps("menu-more", "start-over", "start-over-yes")
    await writing.taps("offer-send")
    assert (await learnt(authority))[-1][1]["text"] == "Анамды күтемін"


async def test_the_questions_go_on_where_they_were(writing: Client) -> None:
    await writing.says("Анамды күтемін")
    await writing.says("/check")
    await writing.citizens_in()
    writing.is_asked("household")
    assert "Анамды" not in str(await writing.answers())


async def test_send_without_a_reason_asks_for_one(telegram: Telegram, authority: Authority) -> None:
    client = await offered_in(telegram, authority)
    await presses(client, "send")
    said(client, "offer-cannot")
    assert await learnt(authority) == []


async def test_a_photo_that_comes_again_is_kept_once(authority: Authority, writing: Client) -> None:
    await writing.sends(photo())
    await authority.telegram.deliver_again()
    assert await files_kept(writing) == 1
    said(writing, "offer-excuse-files", files="1", most="5")


async def test_going_back_that_comes_again_does_not_drop_what_was_sent_since(
    authority: Authority, writing: Client
) -> None:
    await writing.taps("back", "offer-cannot", "offer-excuse-other")
    await writing.sends(photo())
    await authority.telegram.deliver_again(4)
    await writing.taps("offer-send")
    assert len((await learnt(authority))[-1][1]["files"]) == 1


async def test_what_was_written_before_an_extension_is_sent_after_it(authority: Authority, writing: Client) -> None:
    await writing.says("Анамды күтемін")
    await authority.offers(kind="extended", respond_by="2026-05-20T10:00:00+05:00")
    await writing.says("Ол ауырады")
    said(writing, "offer-reply-outdated")
    await writing.taps("offer-cannot", "offer-excuse-elderly")
    said(writing, "offer-excuse-text", text="Анамды күтемін\nОл ауырады")
    await writing.taps("offer-send")
    assert (await learnt(authority))[-1][1]["text"] == "Анамды күтемін\nОл ауырады"


# What the officer decides


@pytest.mark.parametrize("accepted", [True, False])
async def test_after_the_officer_has_decided_the_card_says_so(
    authority: Authority, writing: Client, *, accepted: bool
) -> None:
    await writing.says("Анамды күтемін")
    await writing.taps("offer-send")
    await authority.offers(kind="excused", accepted=accepted, note="Қаралды")
    await writing.taps("offer-take_back")
    said(writing, "offer-reply-stands" if accepted else "offer-reply-outdated")
    assert writing.last.buttons == ([] if accepted else captions(writing, *ROWS))
    assert (await the_offer(authority)).state is (OfferState.EXCUSED if accepted else OfferState.NOT_EXCUSED)


@pytest.mark.parametrize("accepted", [True, False])
async def test_the_officers_note_is_for_whoever_asked_and_the_others_read_the_rest(
    telegram: Telegram, authority: Authority, *, accepted: bool
) -> None:
    """It may repeat why somebody cannot work, which the others of the family are not told."""
    asks = await follower(telegram, authority, Language.KK, AIGUL)
    other = await follower(telegram, authority, Language.KK, "Берік")
    await authority.confirms("p1")
    await authority.offers(member_label="Марат")
    await opens(asks)
    await asks.taps("offer-cannot", "offer-excuse-other")
    await asks.says("Жүрегім ауырады")
    await asks.taps("offer-send")
    await authority.is_delivered()
    await authority.offers(kind="excused", accepted=accepted, note="Жүрек туралы анықтама қаралды")
    await authority.is_delivered()
    assert "Жүрек туралы анықтама қаралды" in asks.last.text
    await opens(asks)
    assert "Жүрек туралы анықтама қаралды" in asks.last.text
    read = other.last.text
    await opens(other)
    assert "Жүре" not in "".join(bubble.text for bubble in other.sees)
    assert "Аспаз" in read, "they read what was decided"


async def test_whoever_is_not_excused_may_ask_again_with_a_proof(authority: Authority, writing: Client) -> None:
    await writing.says("Анамды күтемін")
    await writing.taps("offer-send")
    await authority.offers(kind="excused", accepted=False, note="Анықтама жоқ")
    await opens(writing)
    await writing.taps("offer-cannot", "offer-excuse-elderly")
    await writing.sends(photo())
    await writing.taps("offer-send")
    assert [kind for kind, _ in await learnt(authority)] == ["offer_excuse_requested"] * 2


async def test_a_double_tap_on_send_sends_once(authority: Authority, writing: Client) -> None:
    await writing.says("Анамды күтемін")
    screen, data = writing.last.id, writing.last.data_of(writing.caption("offer-send"))
    writing.thinks = timedelta(seconds=0.2)
    await writing.presses_data(data, screen)
    await writing.presses_data(data, screen, force=True)
    said(writing, "offer-excuse-sent")
    assert len(await learnt(authority)) == 1
    assert people.found(writing.telegram.local, writing.id)


# The case ends before anybody has decided


@BOTH_LANGUAGES
async def test_of_a_case_that_is_over_the_offer_says_that_nothing_is_lost_by_it(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    """Neither the list nor the card says any longer that the reason is being considered."""
    client = await offered_in(telegram, authority, language)
    await client.taps("offer-cannot", "offer-excuse-full_time_study", "offer-send")
    await authority.moves_on("refused", ground="income_above_line")
    await client.says("/offers")
    said(client, "offer-listed-case_over")
    await client.presses(client.last.buttons[0])
    at = {"kk": "12 мамыр, 11:31", "ru": "11:31 12 мая"}[language]
    said(client, "offer-stands-excuse_requested-case_over", at=at)
    assert client.last.buttons == []


@pytest.mark.parametrize("word", ["accept", "cannot", "refuse", "take_back"])
async def test_a_press_on_an_older_message_of_it_says_that_the_case_is_over(
    telegram: Telegram, authority: Authority, word: str
) -> None:
    client = await offered_in(telegram, authority)
    await client.taps("offer-cannot", "offer-excuse-full_time_study", "offer-send")
    await authority.moves_on("refused", ground="income_above_line")
    before = await learnt(authority)
    await presses(client, word, sequence=1)
    said(client, "offer-reply-case_over")
    assert await learnt(authority) == before
    assert (await the_offer(authority)).state is OfferState.EXCUSE_REQUESTED


async def test_who_was_never_confirmed_is_not_sent_to_the_office_for_it(
    telegram: Telegram, authority: Authority
) -> None:
    client = await offered_in(telegram, authority)
    await client.taps("offer-cannot", "offer-excuse-full_time_study", "offer-send")
    await authority.moves_on("refused", ground="income_above_line")
    other = await follower(telegram, authority)
    await client.says("/case")
    await client.taps("leave", "leave-yes")
    await presses(other, "refuse", sequence=1)
    said(other, "offer-reply-case_over")


@BOTH_LANGUAGES
async def test_a_refusal_that_is_taken_back_after_the_end_says_that_no_answer_is_needed(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    client = await offered_in(telegram, authority, language)
    await client.taps("offer-refuse", "offer-refuse_anyway", "offer-refuse_yes")
    await authority.moves_on("refused", ground="income_above_line")
    await client.taps("offer-take_back")
    said(client, "offer-taken-back-case_over")
    assert [kind for kind, _ in await learnt(authority)] == ["offer_refused", "offer_taken_back"]
    await client.says("/offers")
    said(client, "offer-listed-withdrawn")
