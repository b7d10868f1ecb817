"""A word that only a person and the bot know stands below every notice, and goes nowhere else."""

import json
from datetime import timedelta

import pytest

from bot.store import people, sealed
from bot.texts import Language, texts
from bot.wording.family_word import SIGN, with_word, without_word
from bot.wording.notice_input import LONGEST
from tests.chat import Telegram
from tests.databases import columns_of
from tests.handlers.authority import AIGUL, Authority, at, follower
from tests.handlers.client import Client
from tests.handlers.files import files_of
from tests.handlers.offering import presses
from tests.handlers.tables import all_tables, everything, rows_of

BOTH_LANGUAGES = pytest.mark.parametrize("language", list(Language))
WORD = "Қарлығаш"
NOTE = "Басқа отбасының шешімі жіберілген"


async def chooses(client: Client, word: str = WORD) -> None:
    """Choose a word from the menu: three presses and the word."""
    await client.says("/menu")
    await client.taps("menu-more", "menu-private", "word")
    await client.says(word)


async def word_of(client: Client) -> str | None:
    """Return the word as it is stored."""
    async with client.telegram.database.reading() as connection:
        return (await people.wishes(connection, client.telegram.cipher, client.id)).word


async def has_a_whole_case(authority: Authority) -> None:
    """Let everything be told that a swindler would say: a visit, an offer, a decision, a correction."""
    await authority.schedules(at(14, 10))
    await authority.offers()
    await authority.moves_on("refused", ground="income_above_line")
    await authority.is_delivered()
    await authority.sends("case.corrected", reason="mistake", note=NOTE)
    await authority.is_delivered()


@BOTH_LANGUAGES
async def test_every_notice_ends_with_the_word_and_without_one_nothing_is_added(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    client = await follower(telegram, authority, language, AIGUL)
    other = await follower(telegram, authority, Language.RU, "Иван")
    await chooses(client)
    client.reads("word-kept", word=WORD)
    before = len(client.sees)
    await has_a_whole_case(authority)
    told = [bubble.text for bubble in client.sees[before:]]
    assert len(told) >= 5
    last = client.words.say("notice-word", word=WORD)
    assert [text.rpartition("\n\n")[2] for text in told] == [last] * len(told)
    assert not [bubble.text for bubble in other.sees if SIGN in bubble.text or WORD in bubble.text]


async def test_a_notice_has_the_word_of_now(authority: Authority, member: Client) -> None:
    await chooses(member)
    await authority.moves_on("received")
    await member.says("/word")
    member.reads("word-shown", word=WORD)
    await member.taps("word-change")
    await member.says("Бүркіт тау")
    await authority.is_delivered()
    assert member.last.text.endswith(member.words.say("notice-word", word="Бүркіт тау"))
    await member.says("/word")
    await member.taps("word-remove")
    member.reads("word-removed")
    await authority.moves_on("under_review")
    await authority.is_delivered()
    assert SIGN not in member.last.text


async def test_the_word_can_stand_behind_the_command(member: Client) -> None:
    await member.says(f"/word {WORD}")
    member.reads("word-kept", word=WORD)
    assert await word_of(member) == WORD


@pytest.mark.parametrize(
    "typed",
    [
        "аб",
        "Алма1",
        "<b>Алма</b>",
        "*Алма*",
        "Алма\nҚарлығаш",
        "t.me/alma",
        "ә" * 31,
        "1234",
        "😀😀😀",
        "\u3164\uffa0\u3164",
        "Алма  тау",
        "/word а",
    ],
)
async def test_what_is_no_plain_word_is_not_taken(member: Client, typed: str) -> None:
    """And it is asked for once more: the next one counts."""
    await member.says("/word")
    await member.says(typed)
    member.reads("word-not-taken", fewest=3, most=30)
    assert await word_of(member) is None
    await member.says(WORD)
    assert await word_of(member) == WORD


@pytest.mark.parametrize("typed", ["880402 400123", "4400 4301 2345 6789", "код 4512", "sms: 123456"])
async def test_a_number_or_a_code_is_not_taken_for_a_word(member: Client, typed: str) -> None:
    await member.says("/word")
    await member.says(typed)
    assert member.last.text in {member.words.say("word-secret"), member.words.say("word-not-taken", fewest=3, most=30)}
    assert await word_of(member) is None


async def test_an_individual_number_is_warned_of(member: Client) -> None:
    await member.says("/word 880402400123")
    member.reads("word-secret")


async def test_whoever_goes_elsewhere_is_asked_for_no_word_any_more(authority: Authority, beginner: Client) -> None:
    """What is typed then answers the questions, and a yes belongs to the visit that was told meanwhile."""
    await beginner.says("/word")
    await beginner.says("/menu")
    await beginner.says("Шымкент")
    assert (await word_of(beginner), (await beginner.answers())["region"]) == (None, "KZ-79")
    await beginner.says("/word")
    await beginner.taps("status-all")
    assert "status" in await beginner.answers()
    await authority.invites(beginner)
    await beginner.says("/word")
    beginner.telegram.clock.passes(timedelta(minutes=1))
    await authority.schedules(at(14, 10))
    await authority.is_delivered()
    await beginner.says("иә")
    assert await word_of(beginner) is None
    assert "visit_confirmed" in [kind for kind, _ in await authority.learns()]


async def test_a_question_that_waits_is_still_there_after_a_restart_and_the_word_is_taken(
    telegram: Telegram, beginner: Client
) -> None:
    await beginner.says("/word")
    telegram.restarted()
    await beginner.says(WORD)
    assert await word_of(beginner) == WORD
    await beginner.taps("continue")
    beginner.is_asked("region")


# Nowhere else


async def test_the_word_is_theirs_alone(telegram: Telegram, authority: Authority) -> None:
    """Neither the proof that a notice was read nor what was on the screen when they answered has it, nor any change."""
    client = await follower(telegram, authority, Language.KK, AIGUL)
    await chooses(client)
    await has_a_whole_case(authority)
    await client.taps("offer-accept")
    await presses(client, "accept_yes", sequence=2)
    proofs = await everything(telegram)
    assert "Аспаз" in proofs
    assert proofs.count(WORD) == 1, "in the row of the person, sealed"
    async with telegram.database.reading() as connection:
        for table in all_tables():
            rows = await connection.fetch(f"select * from {table}", {})  # noqa: S608, names of ours
            kept = [[str(value) for value in columns_of(row).values()] for row in rows]
            assert WORD not in json.dumps(kept, ensure_ascii=False), table


@BOTH_LANGUAGES
async def test_what_is_kept_of_a_message_is_kept_without_a_word_that_was_changed_since(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    client = await follower(telegram, authority, language, AIGUL)
    await chooses(client)
    await authority.offers()
    await authority.is_delivered()
    notice = client.last
    await client.says("/word Бүркіт")
    await client.presses_data(notice.data_of(client.caption("offer-bill")), notice.id)
    kept = await everything(telegram)
    assert (WORD in kept, kept.count("Бүркіт")) == (False, 1)


async def test_the_word_is_handed_out_and_deleted_with_everything(telegram: Telegram, member: Client) -> None:
    await chooses(member)
    await member.says("/export")
    assert json.loads(files_of(member)["komek.json"])["family_word"] == WORD
    await member.says("/forget")
    await member.taps("forget-yes", "forget-now")
    assert (await rows_of(telegram.database, member.id), await word_of(member)) == ({}, None)


async def test_a_word_that_no_key_opens_keeps_no_notice_back_and_is_named(
    telegram: Telegram, authority: Authority, member: Client
) -> None:
    await chooses(member)
    async with telegram.database.transaction() as transaction:
        await transaction.fetch(
            "update people set family_word = '1.damaged' where id = :id returning id", {"id": member.id}
        )
    await authority.moves_on("received")
    await authority.is_delivered()
    assert SIGN not in member.last.text
    damaged = await sealed.damaged_documents(telegram.database, telegram.cipher)
    assert [(one.table, one.key) for one in damaged] == [("people", member.id)]


@BOTH_LANGUAGES
def test_a_notice_that_is_as_long_as_can_be_comes_without_the_word(language: Language) -> None:
    longest = len("\n\n" + texts(language).say("notice-word", word=WORD))
    assert with_word(texts(language), "Ә" * (LONGEST - longest), WORD).endswith(f"«{WORD}»")
    too_long = "Ә" * (LONGEST - longest + 1)
    assert with_word(texts(language), too_long, WORD) == too_long


def test_no_other_paragraph_begins_like_the_word() -> None:
    """By its sign it is left out of what is kept, whatever the word and the language were."""
    for language in Language:
        assert [piece[0] for piece in texts(language).pieces() if SIGN in piece] == [SIGN]
    assert without_word("Абай\n\nкөшесі") == "Абай\n\nкөшесі"


async def test_the_word_is_not_asked_for_in_the_interview(recipient: Client) -> None:
    asked = "\n".join(bubble.text for bubble in recipient.sees)
    assert recipient.caption("word") not in asked
    recipient.telegram.clock.passes(timedelta(days=1))
    await recipient.says(WORD)
    assert await word_of(recipient) is None
