"""What is kept of a person: they are told, they can have it, and it is deleted in time."""

import json
from datetime import timedelta
from typing import Any

import pytest

from bot import casework
from bot.casework import LINK_LASTS
from bot.reminders.case_reminders import forget_who_asked
from bot.reminders.retention import delete_old, keep_retention
from bot.store import aged, drafts
from bot.store import people as stored_people
from bot.texts import Language
from bot.wording.phrases import plain
from bot.world import Keeps
from tests.chat import Clock, Telegram
from tests.handlers.authority import AIGUL, Authority, follower
from tests.handlers.client import Client
from tests.handlers.families import at_the_result, at_the_review
from tests.handlers.files import files_of, said_of_files
from tests.handlers.offering import opens
from tests.handlers.tables import rows_of

BOTH_LANGUAGES = pytest.mark.parametrize("language", list(Language))


@BOTH_LANGUAGES
async def test_what_is_kept_is_told_with_its_days_and_the_ways_to_have_it_or_not(
    telegram: Telegram, language: Language
) -> None:
    client = await at_the_result(telegram, language)
    telegram.dispatcher["world"].keeps = Keeps(notices_days=77)
    await client.says("/privacy")
    for name in ("privacy-what", "privacy-why", "privacy-who"):
        assert plain(client.words.say(name)) in client.sees[-3].text
    days = {"drafts": 30, "results": 400, "files": 90, "notices": 77}
    of_others = client.words.say("privacy-checks", days=30)
    assert client.sees[-2].text == plain("\n\n".join([client.words.say("privacy-long", **days), of_others]))
    assert client.last.text == client.words.say("privacy-delete")
    assert client.last.buttons == [client.caption("export"), client.caption("menu-forget")]


async def test_a_stranger_reads_the_same_without_buttons(stranger: Client) -> None:
    await stranger.says("/privacy")
    assert "Telegram" in stranger.sees[-3].text
    assert stranger.last.buttons == []


@BOTH_LANGUAGES
async def test_everything_is_handed_out_to_read_and_as_it_is_stored(telegram: Telegram, language: Language) -> None:
    client = await at_the_result(telegram, language)
    await client.says("/export")
    files = files_of(client)
    told = files["komek.txt"].decode()
    assert "Шымкент" in told
    assert "150" in told
    stored: dict[str, Any] = json.loads(files["komek.json"])
    assert (stored["telegram_id"], stored["language"]) == (client.id, language.value)
    assert stored["answers"]["answers"] == await client.answers()
    assert len(stored["results"]) == 1


async def test_what_was_said_of_a_case_is_handed_out_and_nothing_of_another_of_the_family(
    telegram: Telegram, authority: Authority
) -> None:
    client = await follower(telegram, authority, Language.KK, AIGUL)
    other = await follower(telegram, authority, Language.RU, "Иван")
    await authority.confirms("p2")
    await authority.offers(member_label="Марат")
    await authority.is_delivered()
    await opens(other)
    await client.says("/export")
    (follows,) = json.loads(files_of(client)["komek.json"])["follows"]
    assert (follows["case_id"], follows["known_there_as"], follows["member_label"]) == ("79-000123", "p1", AIGUL)
    assert {entry["person"] for entry in follows["said_and_read"]} == {"p1"}


async def test_deleting_is_a_command_as_well(recipient: Client) -> None:
    await recipient.says("/forget")
    recipient.reads("forget-ask")
    await recipient.taps("forget-yes", "forget-now")
    recipient.reads("forgotten")


async def test_the_readable_file_says_what_it_holds(telegram: Telegram, beginner: Client) -> None:
    """Before the first answer there is nothing to read in it; after the questions there is no result yet."""
    await beginner.says("/export")
    nothing = beginner.words.say("export-text-nothing")
    assert said_of_files(beginner)[0] == nothing
    assert nothing in files_of(beginner)["komek.txt"].decode()
    reviewer = await at_the_review(telegram, Language.RU)
    await reviewer.says("/export")
    assert said_of_files(reviewer)[0] == reviewer.words.say("export-text-answers")
    await reviewer.taps("calculate")
    await reviewer.says("/export")
    assert said_of_files(reviewer)[2] == reviewer.words.say("export-text")


@BOTH_LANGUAGES
async def test_whoever_asked_for_deletion_still_gets_their_copy_and_reads_what_is_kept(
    telegram: Telegram, language: Language
) -> None:
    """For a day both said no more than until when the answers can be taken back."""
    client = await at_the_result(telegram, language)
    await client.says("/forget")
    await client.taps("forget-yes")
    await client.says("/privacy")
    client.reads("privacy-delete")
    await client.taps("export")
    stored = json.loads(files_of(client)["komek.json"])
    assert stored["answers"]["answers"] == await client.answers()
    await client.says("/export")
    assert said_of_files(client) == [client.words.say(name) for name in ("export-text", "export-json")] * 2
    await client.says("/check")
    assert client.caption("forget-back") in client.last.buttons


@BOTH_LANGUAGES
@pytest.mark.parametrize("button", ["forget-back", "forget-now"])
async def test_whoever_comes_too_late_to_take_it_back_reads_what_stays(
    telegram: Telegram, authority: Authority, clock: Clock, language: Language, button: str
) -> None:
    """The same words as after the deletion: what the office keeps is said there, too."""
    member = await follower(telegram, authority, language, AIGUL)
    await member.says("/forget")
    await member.taps("forget-yes")
    clock.passes(timedelta(hours=25))
    await forget_who_asked(telegram.dispatcher["world"], clock())
    await member.taps(button)
    assert member.last.text == "\n\n".join(member.words.say(name) for name in ("forgotten", "forgotten-kept"))


# In time


async def test_answers_go_after_a_month_of_silence_and_results_after_a_year(
    telegram: Telegram, recipient: Client, clock: Clock
) -> None:
    """Then also that somebody was here at all."""
    world = telegram.another_process()
    clock.passes(timedelta(days=29))
    assert (await delete_old(world)).drafts == 0
    clock.passes(timedelta(days=2))
    deleted = await delete_old(world)
    assert (deleted.drafts, deleted.results, deleted.people) == (1, 0, 0)
    clock.passes(timedelta(days=380))
    deleted = await delete_old(world)
    assert (deleted.results, deleted.people) == (1, 1)
    assert await rows_of(telegram.database, recipient.id) == {}


async def test_whoever_follows_a_case_keeps_the_answers_for_the_next_application(
    telegram: Telegram, authority: Authority, clock: Clock
) -> None:
    client = await at_the_result(telegram)
    await authority.invites(client)
    clock.passes(timedelta(days=200))
    assert (await delete_old(telegram.another_process())).drafts == 0
    assert await client.answers()


async def test_files_notices_and_changes_go_in_their_time_and_an_undecided_wish_keeps_its_file(
    telegram: Telegram, authority: Authority, clock: Clock
) -> None:
    client = await follower(telegram, authority, Language.KK, AIGUL)
    await authority.offers()
    await authority.is_delivered()
    await opens(client)
    await client.taps("offer-cannot", "offer-excuse-long_illness")
    await client.says("ауырамын")
    async with telegram.database.transaction() as transaction:
        await transaction.fetch(
            "insert into offer_files (id, offer, person_id, size_bytes, sealed, kept_at, sent_at)"
            " values ('f', 1, :person_id, 1, :sealed, '2026', '2026')",
            {"person_id": client.id, "sealed": telegram.cipher.seal({"name": "a"})},
        )
    await client.taps("offer-send")
    world = telegram.another_process()
    clock.passes(timedelta(days=120))
    assert (await delete_old(world)).files == 0
    await authority.sends("offer.excused", offer_id="o1", accepted=True)
    deleted = await delete_old(world)
    assert (deleted.files, deleted.notices, deleted.changes) == (1, 0, 0)
    clock.passes(timedelta(days=400))
    await authority.has_read_all()
    deleted = await delete_old(world)
    assert deleted.notices > 0
    assert deleted.changes > 0
    assert deleted.events > 0


async def test_the_pass_goes_in_batches_and_once_a_night(
    telegram: Telegram, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(aged, "BATCH", 3)
    world = telegram.another_process()
    world.keeps = Keeps(drafts_days=1)
    async with telegram.database.transaction() as transaction:
        for person_id in range(1, 11):
            await stored_people.choose_language(transaction, person_id, "kk", clock())
    clock.passes(timedelta(days=2))
    yesterday = world.today() - timedelta(days=1)
    done_on = await keep_retention(world, yesterday)
    assert done_on == world.today(), "it is noon: the night is over"
    assert await rows_of(telegram.database, 1) == {}
    assert await keep_retention(world, done_on) == done_on


async def test_links_with_their_year_of_birth_and_damaged_answers_go_after_a_month(
    telegram: Telegram, authority: Authority, member: Client
) -> None:
    """What somebody had to know for a link is kept no longer than answers; a link that still works is left."""
    world, database = authority.world, telegram.database
    await authority.link(birth_year=1985)
    async with database.transaction() as transaction:
        await drafts.set_aside(transaction, member.id, world.now())
    telegram.clock.passes(LINK_LASTS + timedelta(days=29))
    deleted = await delete_old(world)
    assert (deleted.links, deleted.damaged) == (0, 1)
    fresh = await authority.link(birth_year=1986)
    telegram.clock.passes(timedelta(days=2))
    deleted = await delete_old(world)
    assert (deleted.links, deleted.damaged) == (2, 0)
    assert await casework.invitation(world, fresh, 1) is not None
    async with database.reading() as connection:
        assert len(await connection.fetch("select birth_year from case_links", {})) == 1
        assert await connection.fetch("select 1 from damaged_drafts", {}) == []
