"""/case: where the case stands, its history, what comes next and by when; and following it no more."""

from datetime import timedelta
from typing import Any

import pytest

from bot import wording
from bot.texts import Language
from bot.wording.phrases import plain
from handlers.screens.result import naming_of
from rules.case import CaseStatus
from rules.refusals import Ground
from tests.chat import Telegram
from tests.handlers.authority import CASE, Authority, at, follower
from tests.handlers.client import Client
from tests.handlers.families import at_first_question, at_the_result

BOTH_LANGUAGES = pytest.mark.parametrize("language", list(Language))
COPY = "copy"
ASSIGNED: dict[str, Any] = {
    "monthly_tenge": 70_060,
    "supplement_tenge": 5_898,
    "paid_from": "2026-05-01",
    "paid_until": "2026-06-30",
}


def captions_of(client: Client, *names: str, case: str = CASE) -> list[str]:
    """Return the words of some buttons, and of the one that copies the number of the case."""
    return [client.words.say("button-copy", copied=case) if name == COPY else client.caption(name) for name in names]


async def looks(client: Client) -> str:
    """Open /case and return what it says."""
    return (await client.says("/case")).text


# Nobody's case


@BOTH_LANGUAGES
async def test_somebody_without_a_case_is_told_how_to_apply(telegram: Telegram, language: Language) -> None:
    client = await at_first_question(telegram, language)
    told = await looks(client)
    for name in ("case-none", "case-how"):
        client.reads(name)
    for step in wording.how_to_apply(client.words, telegram.clock().date()):
        assert step in told


@BOTH_LANGUAGES
async def test_somebody_with_a_result_of_this_quarter_is_told_its_own_next_steps(
    telegram: Telegram, language: Language
) -> None:
    client = await at_the_result(telegram, language)
    record = (await client.result()).record["record"]
    told = await looks(client)
    name = naming_of(client.words, await client.result())
    for step in wording.next_steps(client.words, record, telegram.clock().date(), name):
        assert step in told


async def test_a_result_of_an_earlier_quarter_does_not_say_how_to_apply_now(recipient: Client) -> None:
    recipient.telegram.clock.passes(timedelta(days=60))
    told = await looks(recipient)
    for step in wording.how_to_apply(recipient.words, recipient.telegram.clock().date()):
        assert step in told


async def test_a_stranger_who_asks_for_a_case_is_greeted(stranger: Client) -> None:
    await stranger.says("/case")
    assert stranger.last.buttons == ["Қазақша", "Русский"]


async def test_the_menu_leads_to_the_case(member: Client) -> None:
    await member.says("/menu")
    await member.taps("menu-case")
    member.reads("case-head", case=CASE, region=member.words.region("KZ-79"), date="11 мамыр")


# Where it stands


@BOTH_LANGUAGES
@pytest.mark.parametrize("status", ["opened", "received", "under_review"])
async def test_before_the_decision_it_says_by_when_the_commission_and_the_decision_come(
    telegram: Telegram, authority: Authority, language: Language, status: str
) -> None:
    client = await follower(telegram, authority, language)
    if status != "opened":
        await authority.moves_on(status)
    await looks(client)
    in_may = {Language.KK: "{} мамыр", Language.RU: "{} мая"}[language]
    on = in_may.format(11 if status == "opened" else 12)
    date_from = {Language.KK: "12 мамырдан", Language.RU: "с 12 мая"}[language]
    assert client.words.say_with(f"stands-{status}", date=on, date_from=date_from) in client.last.text
    client.reads("coming-examination", date=in_may.format(20), days=7)  # seven working days after Monday the 11th
    in_june = {Language.KK: "{} маусым", Language.RU: "{} июня"}[language]
    client.reads("coming-decision", centre_date=in_june.format(2), village_date=in_june.format(5))
    client.reads("coming-decision-source", centre_days="15", village_days="18")


async def test_after_the_term_it_says_that_the_commission_is_late_and_what_can_be_done(
    authority: Authority, member: Client
) -> None:
    authority.telegram.clock.passes(timedelta(days=9))
    await looks(member)
    member.reads("coming-examination-overdue", date="20 мамыр", days=7)
    dates = {"centre_date": "2 маусым", "village_date": "5 маусым"}
    authority.telegram.clock.passes(timedelta(days=15))  # 5 June: a rural akim still has this day
    await looks(member)
    member.reads("coming-decision", **dates)
    authority.telegram.clock.passes(timedelta(days=1))
    await looks(member)
    member.reads("coming-decision-overdue", **dates)


async def test_on_the_last_day_of_the_term_nobody_is_called_late(authority: Authority, member: Client) -> None:
    authority.telegram.clock.passes(timedelta(days=8))
    await looks(member)
    member.reads("coming-examination", date="20 мамыр", days=7)


@BOTH_LANGUAGES
async def test_a_visit_to_come_is_shown_with_its_address_and_its_buttons(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    client = await follower(telegram, authority, language)
    await authority.schedules(at(14, 10), address="Абай <көшесі>, 1 & 2")
    await looks(client)
    day = {Language.KK: "14 мамыр", Language.RU: "14 мая"}[language]
    client.reads("coming-visit", **{"date": day, "from": "10:00", "to": "12:00", "address": "Абай <көшесі>, 1 & 2"})
    shown = ("visit-home", "visit-move", "visit-calendar", COPY, "case-followers", "menu", "leave")
    assert client.last.buttons == captions_of(client, *shown)


async def test_after_the_window_it_offers_to_say_that_nobody_came(authority: Authority, member: Client) -> None:
    await authority.schedules(at(12, 14))
    authority.telegram.clock.passes(timedelta(hours=5))
    await looks(member)
    member.reads("coming-visit-passed", **{"date": "12 мамыр", "from": "14:00", "to": "16:00"})
    assert member.last.buttons == captions_of(member, "visit-nobody", COPY, "case-followers", "menu", "leave")


async def test_the_next_visit_is_shown_and_not_one_whose_time_has_passed(authority: Authority, member: Client) -> None:
    await authority.schedules(at(12, 14))
    await authority.schedules(at(15, 9), visit_id="v2")
    authority.telegram.clock.passes(timedelta(hours=5))
    assert "15 мамыр, 09:00–11:00" in await looks(member)


@pytest.mark.parametrize("conclusion", ["need", "no_need", "examination_refused", "nobody_home"])
async def test_after_the_visit_no_other_is_awaited_unless_nobody_was_at_home(
    authority: Authority, member: Client, conclusion: str
) -> None:
    await authority.schedules(at(12, 14))
    authority.telegram.clock.passes(timedelta(hours=5))
    await authority.sends("visit.held", visit_id="v1", conclusion=conclusion)
    told = await looks(member)
    member.reads(f"history-visit_held-{conclusion}", date="12 мамыр")
    awaited = member.words.say("coming-examination", date="20 мамыр", days=7) in told
    assert awaited == (conclusion == "nobody_home")
    assert member.last.buttons == captions_of(member, COPY, "case-followers", "menu", "leave")


@BOTH_LANGUAGES
async def test_an_assigned_case_says_how_much_until_when_and_when_to_apply_again(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    client = await follower(telegram, authority, language)
    await authority.moves_on("assigned", **ASSIGNED)
    told = await looks(client)
    assert client.words.money(75_958) in told, "the assistance and the supplement for children"
    for day in ("30 маусым", "1 шілдеден") if language is Language.KK else ("30 июня", "1 июля"):
        assert day in told


@BOTH_LANGUAGES
@pytest.mark.parametrize(
    ("known", "name"), [({}, "stands-assigned-bare"), ({"monthly_tenge": 70_060}, "stands-assigned-sum")]
)
async def test_an_assigned_case_of_which_little_was_said_says_what_is_known(
    telegram: Telegram, authority: Authority, language: Language, known: dict[str, int], name: str
) -> None:
    """Nothing is made up, and the history has its line all the same."""
    client = await follower(telegram, authority, language)
    await authority.moves_on("assigned", **known)
    told = await looks(client)
    amount = {"amount": client.words.money(70_060)} if known else {}
    assert client.words.say(name, **amount).replace("<b>", "").replace("</b>", "") in told
    client.reads("coming-renewal-unknown")
    assert "None" not in told


@BOTH_LANGUAGES
async def test_an_assigned_case_whose_months_are_over_says_so_first(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    """Nothing above it says that the assistance is assigned now."""
    client = await follower(telegram, authority, language)
    await authority.moves_on("assigned", **ASSIGNED)
    telegram.clock.passes(timedelta(days=60))
    told = await looks(client)
    since, until = ("1 мамыр", "30 маусым") if language is Language.KK else ("1 мая", "30 июня")
    amount = client.words.money(75_958)
    stands = plain(client.words.say_with("stands-paid_out", amount=amount, **{"from": since, "to": until}))
    assert stands in told
    assert told.index(stands) < told.index(client.words.say("coming-renewal-past"))
    assert told.count(amount) == 2, "where it stands, and its history"


async def test_where_only_the_last_paid_day_was_said_it_is_over_as_well(authority: Authority, member: Client) -> None:
    await authority.moves_on("assigned", paid_until="2026-06-30")
    authority.telegram.clock.passes(timedelta(days=60))
    await looks(member)
    member.reads("stands-paid_out-bare", date="30 маусым")


@BOTH_LANGUAGES
@pytest.mark.parametrize("ground", list(Ground))
async def test_a_refused_case_says_the_ground_and_what_can_be_done(
    telegram: Telegram, authority: Authority, language: Language, ground: Ground
) -> None:
    client = await follower(telegram, authority, language)
    await authority.moves_on("refused", ground=ground.value)
    await looks(client)
    barring = {Ground.MEASURES_REFUSED, Ground.CONTRACT_BROKEN, Ground.FALSE_DATA}
    later = "-later" if ground in barring else ""  # six months bar the family
    for name in (f"ground-{ground}", f"coming-refused{later}"):
        client.reads(name)


async def test_no_six_months_are_said_for_false_data_before_the_social_code(telegram: Telegram) -> None:
    """The acts before July 2023, and their term, were not read."""
    office = Authority(telegram)
    await office.opens(applied_on="2023-06-20")
    client = await follower(telegram, office)
    await office.moves_on("refused", ground="false_data")
    await client.says("/case")
    client.reads("coming-refused")


@BOTH_LANGUAGES
async def test_the_day_of_the_first_payment_and_the_account_are_told_until_the_last_paid_day(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    client = await follower(telegram, authority, language)
    await authority.moves_on("assigned", **ASSIGNED, paid_on="2026-05-15", account_ends_with="4112")
    await authority.is_delivered()
    day = {Language.KK: "15 мамыр", Language.RU: "15 мая"}[language]
    for told in (client.last.text, await looks(client)):
        assert day in told
        assert client.words.say("decision-account", account="4112").replace("<b>", "").replace("</b>", "") in told
    telegram.clock.passes(timedelta(days=50))  # July: the term is over
    assert "4112" not in await looks(client)


@BOTH_LANGUAGES
@pytest.mark.parametrize("status", ["suspended", "terminated"])
async def test_a_stopped_case_says_so_and_what_to_ask(
    telegram: Telegram, authority: Authority, language: Language, status: str
) -> None:
    client = await follower(telegram, authority, language)
    await authority.moves_on("assigned", **ASSIGNED)
    await authority.moves_on(status)
    await looks(client)
    client.reads(f"stands-{status}", date={Language.KK: "12 мамыр", Language.RU: "12 мая"}[language])
    client.reads(f"coming-{status}")


async def test_every_status_can_be_said(member: Client) -> None:
    for status in CaseStatus:
        assert f"stands-{status}" in member.words


async def test_a_case_of_last_year_is_told_with_its_year(telegram: Telegram, authority: Authority) -> None:
    client = await at_first_question(telegram, Language.RU)
    await authority.opens("79-old", applied_on="2025-12-29")
    await authority.invites(client, "79-old")
    assert "29 декабря 2025 года" in client.last.text


async def test_a_case_of_before_the_encoded_law_is_shown_without_terms_that_nobody_read(
    authority: Authority, beginner: Client
) -> None:
    await authority.opens("79-old", applied_on="2019-06-03")
    await authority.invites(beginner, "79-old")
    beginner.reads("joined")
    assert "2019 жылғы 3 маусым" in await looks(beginner)
    assert beginner.last.buttons == captions_of(beginner, COPY, "case-followers", "menu", "leave", case="79-old")


async def test_what_the_authority_wrote_to_a_decision_is_shown_as_it_wrote_it(
    authority: Authority, member: Client
) -> None:
    await authority.moves_on("refused", ground="false_data", note="Анықтама <жоқ> & мерзімі өтті")
    await looks(member)
    member.reads("notice-note", note="Анықтама <жоқ> & мерзімі өтті")


# Its history


@BOTH_LANGUAGES
async def test_the_history_tells_everything_in_order_in_the_persons_language(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    client = await follower(telegram, authority, language)
    await authority.moves_on("received")
    await authority.schedules(at(13, 10))
    await authority.schedules(at(14, 15), kind="rescheduled")
    await looks(client)
    await client.taps("visit-home")
    await authority.sends("visit.cancelled", visit_id="v1")
    await authority.moves_on("assigned", **ASSIGNED)
    told = await looks(client)
    today, days = (
        ("12 мамыр", ("13 мамыр", "14 мамыр")) if language is Language.KK else ("12 мая", ("13 мая", "14 мая"))
    )
    first_day = {Language.KK: "11 мамыр", Language.RU: "11 мая"}[language]
    visit = [{"day": days[0], "from": "10:00", "to": "12:00"}, {"day": days[1], "from": "15:00", "to": "17:00"}]
    expected = [
        client.words.say("history-opened", date=first_day),
        client.words.say("history-joined-self", date=today),
        client.words.say("history-status_received", date=today),
        client.words.say("history-visit_scheduled", date=today, **visit[0]),
        client.words.say("history-visit_rescheduled", date=today, **visit[1]),
        client.words.say("history-visit_confirmed", date=today),
        client.words.say("history-visit_cancelled", date=today),
        client.words.say("history-status_assigned", date=today, amount=client.words.money(75_958)),
    ]
    assert told.split("\n\n")[-1].splitlines() == [client.words.say("history"), *expected]


ON_THE_14TH = {"day": "14 мамыр", "from": "10:00", "to": "12:00"}


@pytest.mark.parametrize(
    ("content", "variant"),
    [
        ({"starts_at": at(15, 10)}, ""),
        ({"address": "Тәуке хан, 5"}, "-place"),
        ({"starts_at": at(15, 10), "address": "Тәуке хан, 5"}, "-both"),
        ({"contact": "Сәуле"}, "-same"),
    ],
)
async def test_the_history_says_what_of_a_visit_has_changed(
    authority: Authority, member: Client, content: dict[str, Any], variant: str
) -> None:
    """Another address alone is not another time."""
    await authority.schedules(at(14, 10))
    content = {"starts_at": at(14, 10), **content}
    await authority.schedules(content.pop("starts_at"), kind="rescheduled", **content)
    told = await looks(member)
    window = {**ON_THE_14TH, "day": "15 мамыр"} if variant in {"", "-both"} else ON_THE_14TH
    assert member.words.say(f"history-visit_rescheduled{variant}", date="12 мамыр", **window) in told


async def test_the_days_of_the_history_never_run_backwards(authority: Authority, member: Client) -> None:
    """A decision of the 11th that the bot learns on the 12th stands before what happened on the 12th."""
    await authority.schedules(at(14, 10))
    await authority.moves_on("received", on="2026-05-11")
    told = await looks(member)
    lines = told.split("\n\n")[-1].splitlines()[1:]
    assert lines == [
        member.words.say("history-opened", date="11 мамыр"),
        member.words.say("history-status_received", date="11 мамыр"),
        member.words.say("history-joined-self", date="12 мамыр"),
        member.words.say("history-visit_scheduled", date="12 мамыр", **ON_THE_14TH),
    ]


async def test_a_long_history_shows_the_latest_and_the_whole_at_a_button(authority: Authority, member: Client) -> None:
    await authority.schedules(at(13, 10))
    for hour in range(8, 18):
        await authority.schedules(at(14, hour), kind="rescheduled")
    told = await looks(member)
    assert member.words.say("history-opened", date="11 мамыр") not in told
    assert told.count("•") == 10
    whole = await member.taps("case-history")
    assert member.words.say("history-opened", date="11 мамыр") in whole.text
    assert member.caption("case-history") not in whole.buttons
    assert whole.text.count("•") == 13


async def test_what_another_of_the_family_did_is_told_without_naming_them(
    telegram: Telegram, authority: Authority, member: Client
) -> None:
    spouse = await follower(telegram, authority, Language.RU)
    await authority.schedules(at(13, 10))
    await spouse.says("/case")
    await spouse.taps("visit-home", "leave", "leave-yes")
    told = await looks(member)
    for name in ("joined", "visit_confirmed", "left"):
        member.reads(f"history-{name}", date="12 мамыр")
    assert "p2" not in told


async def test_what_the_program_writes_for_offices_alone_is_left_out(authority: Authority, member: Client) -> None:
    world = authority.world
    from bot.store import journal  # noqa: PLC0415, only this test writes past the program

    async with world.database.transaction() as transaction:
        await journal.write(transaction, world.cipher, await authority.id_of(), "of_a_later_version", {}, world.now())
    assert (await looks(member)).count("•") == 2


# Several cases


async def test_somebody_with_several_cases_chooses_one(authority: Authority, member: Client) -> None:
    await authority.opens("61-7", "KZ-61", "2026-05-12")
    await authority.invites(member, "61-7")
    await looks(member)
    member.reads("case-choose")
    newest_first = ["12 мамыр, № 61-7", f"11 мамыр, № {CASE}"]
    assert member.last.buttons == [*newest_first, member.caption("menu")]
    await member.presses("12 мамыр, № 61-7")
    member.reads("case-head", case="61-7", region=member.words.region("KZ-61"), date="12 мамыр")


async def test_cases_with_ids_as_long_as_they_may_be_can_be_opened_and_left(
    authority: Authority, member: Client
) -> None:
    long_id = "қ" * 64
    await authority.opens(long_id)
    await authority.invites(member, long_id)
    assert long_id in member.last.text
    await member.taps("leave", "leave-yes")
    member.reads("left")
    assert CASE in await looks(member)


# Following it no more


@BOTH_LANGUAGES
async def test_leaving_asks_first_and_may_be_declined(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    client = await follower(telegram, authority, language)
    await looks(client)
    await client.taps("leave")
    assert client.reads("leave-ask").buttons == [client.caption("leave-no"), client.caption("leave-yes")]
    await client.taps("leave-no")
    assert client.words.say("history") in client.last.text
    assert [kind for kind, _ in await authority.learns()] == ["joined"]


@BOTH_LANGUAGES
async def test_whoever_leaves_hears_no_more_and_the_authority_learns_it(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    client = await follower(telegram, authority, language)
    await looks(client)
    await client.taps("leave", "leave-yes")
    client.reads("left")
    assert await authority.learns() == [("joined", {"person": "p1"}), ("left", {"person": "p1"})]
    await looks(client)
    client.reads("case-none")


async def test_leaving_twice_and_by_a_repeated_press_happens_once(authority: Authority, member: Client) -> None:
    await looks(member)
    await member.taps("leave")
    ask = member.last
    await member.taps("leave-yes")
    await authority.telegram.deliver_again()
    member.reads("leave-already")
    await member.presses_data(ask.data_of(member.caption("leave-yes")), ask.id, force=True)
    member.reads("leave-already")
    assert [kind for kind, _ in await authority.learns()] == ["joined", "left"]


async def test_whoever_left_may_come_back_by_a_new_link_under_the_same_name(
    authority: Authority, member: Client
) -> None:
    await looks(member)
    await member.taps("leave", "leave-yes")
    await authority.invites(member)
    member.reads("joined")
    assert [details["person"] for _, details in await authority.learns()] == ["p1", "p1", "p1"]


@pytest.mark.parametrize("data", ["case|show|p1", "case|history|p1", "case|leave|p1", "leave|p1|0"])
async def test_a_case_of_somebody_else_can_be_neither_seen_nor_left(
    telegram: Telegram, authority: Authority, member: Client, data: str
) -> None:
    other = await at_first_question(telegram)
    await other.says("/menu")
    await other.presses_data(data, other.last.id, force=True)
    other.reads("leave-already")
    assert CASE not in other.last.text
    assert [kind for kind, _ in await authority.learns()] == ["joined"]
    assert CASE in await looks(member)


@pytest.mark.parametrize("data", ["case|burn|p1", "case|show", "case|show|p1|x", "case||"])
async def test_a_made_up_button_is_an_old_button(member: Client, data: str) -> None:
    await member.says("/menu")
    await member.presses_data(data, member.last.id, force=True)
    assert member.toast == member.words.say("old-button")


async def test_looking_at_the_case_keeps_the_place_in_the_questions(member: Client) -> None:
    await member.says("/check")
    await member.citizens_in()
    await member.taps("household-spouse")
    before = await member.draft()
    await looks(member)
    assert await member.draft() == before
    await member.taps("done")
    assert (await member.answers())["household"] == ["spouse"]


# Applying again


@pytest.mark.parametrize("data", [f"renew|{CASE}", "renew|"])
async def test_the_button_of_the_renewal_shows_the_saved_answers_line_by_line(recipient: Client, data: str) -> None:
    before = await recipient.answers()
    await recipient.presses_data(data, recipient.last.id, force=True)
    recipient.reads("edit-choose")
    assert await recipient.answers() == before


async def test_without_saved_answers_the_button_of_the_renewal_asks_the_first_question(member: Client) -> None:
    await member.presses_data(f"renew|{CASE}", member.last.id, force=True)
    member.is_asked("region")
