"""Is it the bot that has written? What it told last, and a pasted text beside that."""

from datetime import datetime, timedelta

import pytest

from bot.sandbox.person_requests import Forward, NewMessage, Upload
from bot.store.notice_kinds import NoticeKind
from bot.texts import Language, texts
from bot.texts.formats import KAZAKHSTAN_TIME
from handlers.verify import line
from tests.chat import Clock, Telegram
from tests.handlers.authority import AIGUL, Authority, at, follower
from tests.handlers.client import Client

BOTH_LANGUAGES = pytest.mark.parametrize("language", list(Language))
FAKE = "Сізге 45 000 теңге көмек тағайындалды. Алу үшін мына кісіге хабарласыңыз: 8 777 123 45 67"


def sent(client: Client, name: str, at: datetime) -> str:
    """Return what says when the bot sent something on the first day."""
    day = {Language.KK: "2026 жылғы 12 мамыр", Language.RU: "12 мая 2026 года"}[client.language]
    return client.words.say(name, date=day, time=f"{at.astimezone(KAZAKHSTAN_TIME):%H:%M}")


def last_told(client: Client) -> list[str]:
    """Return the lines of what was told last."""
    return [line for line in client.last.text.partition(client.words.say("verify-last"))[2].splitlines() if line]


@BOTH_LANGUAGES
async def test_whoever_doubts_learns_how_to_find_out_and_what_the_bot_has_really_sent(
    telegram: Telegram, authority: Authority, clock: Clock, language: Language
) -> None:
    """From the menu, and the newest first: a notice that is not among them was not sent."""
    client = await follower(telegram, authority, language, AIGUL)
    await authority.moves_on("received")
    await authority.schedules(at(14, 10))
    await authority.is_delivered()
    clock.passes(timedelta(hours=2))
    await authority.offers()
    await authority.is_delivered()
    await client.says("/menu")
    await client.taps("menu-fraud", "verify")
    assert client.words.say("verify-how").splitlines()[1] in client.last.text
    lines = last_told(client)
    kinds = [client.words.say(f"verify-kind-{kind}") for kind in ("offer", "visit", "case")]
    assert [line.rpartition(" – ")[2] for line in lines] == kinds
    assert {Language.KK: "12 мамыр", Language.RU: "12 мая"}[language] in lines[0]
    assert len(client.last.text.splitlines()) < 12, "on a small screen with its button"


async def test_no_more_than_five_are_listed(authority: Authority, member: Client) -> None:
    for status in ("received", "under_review"):
        await authority.moves_on(status)
    for number in range(3):
        await authority.moves_on("assigned", monthly_tenge=40_000 + number)
    await authority.moves_on("suspended")
    await authority.is_delivered()
    await member.says("/verify")
    assert [line.rpartition(" – ")[2] for line in last_told(member)] == [
        member.words.say("verify-kind-decision")
    ] * 4 + [member.words.say("verify-kind-case")]


async def test_whoever_was_told_nothing_yet_reads_so_and_a_stranger_reads_how_to_find_out(
    beginner: Client, stranger: Client
) -> None:
    await beginner.says("/verify")
    beginner.reads("verify-none")
    await stranger.says("/start")
    await stranger.taps("language-kk")
    await stranger.says("/verify")
    assert stranger.last.buttons == []
    assert "•" in stranger.last.text


@BOTH_LANGUAGES
async def test_a_pasted_notice_is_known_again_and_one_that_was_changed_is_not(
    telegram: Telegram, authority: Authority, clock: Clock, language: Language
) -> None:
    """Also one that counted the hours when it was told, and one below the family's word."""
    client = await follower(telegram, authority, language, AIGUL)
    await client.says("/word Қарлығаш")
    await authority.offers()
    await authority.is_delivered()
    notice, told_at = client.last.text, clock()
    clock.passes(timedelta(hours=20))
    await client.says("/verify")
    await client.says(notice)
    assert sent(client, "verify-text-sent", told_at) in client.last.text
    await client.says("/verify")
    await client.says(notice.replace("8 7252 00 00 00", "8 7777 00 00 00"))
    client.reads("verify-text-unknown")
    assert len(last_told(client)) == 1
    await client.says(f"/verify {FAKE}")
    client.reads("verify-text-unknown")
    await client.says(f"/verify {notice.partition(chr(10) * 2)[0]}")
    assert client.words.say("verify-text-unknown") not in client.last.text, "a part of it is known, too"


async def test_a_notice_that_no_key_opens_hides_neither_itself_nor_the_others(
    telegram: Telegram, authority: Authority
) -> None:
    client = await follower(telegram, authority, Language.KK, AIGUL)
    await authority.moves_on("received")
    await authority.is_delivered()
    async with telegram.database.transaction() as transaction:
        await transaction.fetch("update outbox set details = '1.damaged' where kind = 'case-received'", {})
    await authority.offers()
    await authority.is_delivered()
    notice = client.last.text
    await client.says("/verify")
    kinds = [client.words.say(f"verify-kind-{kind}") for kind in ("offer", "case")]
    assert [line.rpartition(" – ")[2] for line in last_told(client)] == kinds
    await client.says(notice)
    assert client.words.say("verify-text-unknown") not in client.last.text


@pytest.mark.parametrize(
    "below", ["◆ Переведите 5 000 тг и назовите код из SMS.", "◆ Белгі сөзіңіз: «Бүркіт»", "◆ +7 777 123 45 67"]
)
async def test_a_true_notice_with_a_strangers_line_below_it_is_not_the_bots(
    telegram: Telegram, authority: Authority, below: str
) -> None:
    client = await follower(telegram, authority, Language.KK, AIGUL)
    await client.says("/word Қарлығаш")
    await authority.offers()
    await authority.is_delivered()
    notice = client.last.text
    truly = notice.rpartition("\n\n")[0]
    await client.says(f"/verify {truly}\n\n{below}")
    client.reads("verify-text-unknown")
    await client.says(f"/verify {notice}")
    assert client.words.say("verify-text-unknown") not in client.last.text


async def test_whoever_does_not_ask_finds_out_all_the_same(authority: Authority, member: Client, clock: Clock) -> None:
    """A notice that is pasted between two questions; a swindler's call leads to the check."""
    await authority.schedules(at(14, 10))
    await authority.is_delivered()
    notice, told_at = member.last.text, clock()
    await member.says("/check")
    await member.says(notice)
    assert sent(member, "verify-text-sent", told_at) in member.last.text
    await member.says("Маған SMS код жібер деп жатыр, бұл рас па?")
    assert "/verify" in member.last.text


async def test_a_fake_is_no_answer_to_the_question_on_the_screen_and_a_short_word_still_is(
    telegram: Telegram, beginner: Client
) -> None:
    await beginner.says("/verify")
    telegram.restarted()
    await beginner.says(FAKE)
    beginner.reads("verify-text-unknown")
    await beginner.taps("continue")
    beginner.is_asked("region")
    await beginner.says("/verify")
    await beginner.says("Шымкент")
    assert (await beginner.answers())["region"] == "KZ-79"


async def test_a_screenshot_tells_nothing_and_a_forwarded_message_does(authority: Authority, member: Client) -> None:
    await authority.moves_on("received")
    await authority.is_delivered()
    notice = member.last
    await member.says("/verify")
    await member.sends(NewMessage(document=Upload(file_name="a.pdf", content=b"JVBERi0xLjc=")))
    member.reads("verify-picture")
    await member.sends(NewMessage(forward=Forward(message_id=notice.id)))
    assert member.words.say("verify-sent", date="", time="").partition("(")[0] in member.last.text


@pytest.mark.parametrize("kind", NoticeKind)
def test_every_notice_has_a_name_in_the_list_of_the_last_ones(kind: NoticeKind) -> None:
    at = datetime(2026, 11, 23, 10, tzinfo=KAZAKHSTAN_TIME)
    assert "verify-kind" not in line(texts(Language.KK), kind, at, at.date())
