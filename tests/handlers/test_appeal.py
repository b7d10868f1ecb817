"""After a no one can apply all the same, and complain: where, by when, with which papers, from a button beside it."""

from datetime import date

import pytest

from bot.texts import Language
from bot.wording import how_to_apply, plain
from rules.refusals import Ground
from tests.chat import Telegram
from tests.handlers.authority import Authority, follower
from tests.handlers.client import Client
from tests.handlers.families import at_first_question, at_the_result, publish

BOTH_LANGUAGES = pytest.mark.parametrize("language", list(Language))
LAW = {
    Language.KK: "Әлеуметтік кодекс, {}-баптың {}-тармағы",
    Language.RU: "Социальный кодекс, статья {}, пункт {}",
}


def reads(client: Client, name: str, **values: str) -> None:
    """Check that the last message has a text that is partly bold."""
    assert plain(client.words.say(name, **values)) in client.last.text


@BOTH_LANGUAGES
async def test_whoever_reads_a_no_learns_what_applying_all_the_same_costs_and_how(
    telegram: Telegram, language: Language
) -> None:
    """The income is above the line: a refusal would hold for this quarter, and the office may count otherwise."""
    await publish(telegram)
    client = await at_the_result(telegram, language, wage="400 000")
    await client.taps("doors")
    assert client.last.buttons[-3:] == [client.caption(name) for name in ("apply-anyway", "complain", "result")]
    await client.taps("apply-anyway")
    client.reads("apply-anyway-decides", office=client.words.say("office-E2023"))
    next_quarter = client.words.day_from(date(2026, 7, 1), telegram.clock().date())
    client.reads("apply-anyway-quarter", source=LAW[language].format(128, 1))
    client.reads("apply-anyway-again", date_from=next_quarter)
    assert client.words.say("calendar-month-5") in client.last.text, "until when this month is paid as well"
    for step in how_to_apply(client.words, telegram.clock().date()):
        assert step in client.last.text
    await client.taps("complain")
    client.reads("complain-of-decision", office=client.words.say("office-E2023"))
    where = {"source": LAW[language].format(123, 7), "office": client.words.say("office-E2023")}
    reads(client, "complain-where", **where)
    reads(client, "complain-when")
    client.reads("complain-paper-calculation")
    assert client.words.say("complain-paper-act") not in client.last.text
    await client.taps("apply-anyway", "result")


async def test_the_same_buttons_stand_under_what_to_do_next(telegram: Telegram) -> None:
    await publish(telegram)
    client = await at_the_result(telegram, wage="400 000")
    await client.taps("next")
    await client.taps("complain")
    client.reads("complain-paper-decision")


async def test_a_yes_has_neither_button_and_a_made_up_press_shows_the_result(recipient: Client) -> None:
    result, shown = recipient.last.text, (await recipient.result()).id
    for view in ("apply-anyway", "complain"):
        await recipient.presses_data(f"w|{view}|{shown}", recipient.last.id, force=True)
        assert recipient.last.text == result
    await recipient.taps("next")
    assert recipient.caption("complain") not in recipient.last.buttons


@BOTH_LANGUAGES
@pytest.mark.parametrize(
    ("ground", "paper"),
    [
        (Ground.INCOME_ABOVE_LINE, "calculation"),
        (Ground.COMMISSION_NO_NEED, "act"),
        (Ground.MEASURES_REFUSED, "good_reason"),
        (Ground.FALSE_DATA, "right_papers"),
    ],
)
async def test_whoever_is_refused_learns_from_the_notice_and_from_the_case_how_to_complain(
    telegram: Telegram, authority: Authority, language: Language, ground: Ground, paper: str
) -> None:
    client = await follower(telegram, authority, language)
    await authority.moves_on("refused", ground=ground.value)
    await authority.is_delivered()
    for opened_from in ("notice", "case"):
        if opened_from == "case":
            await client.taps("menu-case")
        await client.taps("complain")
        reads(client, "complain-where", source=LAW[language].format(123, 7), office=client.words.say("office-E2023"))
        for named in ("decision", paper):
            client.reads(f"complain-paper-{named}")
        assert client.words.say("complain-paper-status") not in client.last.text


@pytest.mark.parametrize("status", ["suspended", "terminated"])
async def test_whoever_is_paid_no_more_has_the_same_button(
    telegram: Telegram, authority: Authority, status: str
) -> None:
    client = await follower(telegram, authority)
    await authority.moves_on("assigned", monthly_tenge=45_000)
    await authority.is_delivered()
    assert client.caption("complain") not in client.last.buttons
    await authority.moves_on(status)
    await authority.is_delivered()
    await client.taps("complain")
    reads(client, "complain-when")


async def test_of_an_application_before_the_social_code_nothing_is_said_of_complaints(telegram: Telegram) -> None:
    """The act before July 2023 was not read: there is no button, and an old one shows the case."""
    office = Authority(telegram)
    await office.opens(applied_on="2023-06-20")
    client = await follower(telegram, office)
    await office.moves_on("refused", ground="commission_no_need")
    await office.is_delivered()
    assert client.caption("complain") not in client.last.buttons
    alias = client.last.data_of(client.caption("menu-case")).rpartition("|")[2]
    await client.presses_data(f"case|complain|{alias}", client.last.id, force=True)
    client.reads("coming-refused")
    assert client.caption("complain") not in client.last.buttons


async def test_somebody_elses_no_is_not_shown(telegram: Telegram) -> None:
    client = await at_the_result(telegram, wage="400 000")
    thief = await at_first_question(telegram)
    await thief.presses_data(f"w|complain|{(await client.result()).id}", thief.last.id, force=True)
    thief.reads("check-first")
