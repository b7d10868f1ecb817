"""Families as they come to a career centre, told in both languages up to a result with the act beside it.

The day is 12 May 2026, so that the income of January, February and March counts and two months are paid. The line of
Shymkent is published, 41 000 a month for each; the supplement for a child from 1 to 6 is 1.5 x 4 325, rounded up:
6 488. Every figure below is worked out by hand from the Social Code, as the comment beside it does it.
"""

from datetime import date

import pytest

from bot.store import drafts, poverty_lines
from bot.store.poverty_lines import AddedLine
from bot.texts import Language
from bot.wording.phrases import plain
from rules.record import Record
from tests.chat import Telegram
from tests.handlers.client import Client
from tests.handlers.families import at_first_question

LINE = AddedLine("KZ-79", "2026-Q2", 41_000, "Әкімдік", date(2026, 4, 3))
SUPPLEMENT = 6_488
NO_ASSISTANCE = 0


@pytest.fixture(params=list(Language))
async def client(telegram: Telegram, request: pytest.FixtureRequest) -> Client:
    """Somebody who has consented, in either language; the line of Shymkent is published."""
    async with telegram.database.transaction() as transaction:
        await poverty_lines.put_lines(transaction, [LINE])
    telegram.restarted()
    return await at_first_question(telegram, request.param)


async def record_of(client: Client) -> Record:
    return (await client.result()).record["record"]


async def calculates(client: Client) -> Record:
    """Come to the result; a birthday that is asked for is not known."""
    await client.calculates()
    return await record_of(client)


async def earns(client: Client, kind: str, typed: str, *earners: str) -> None:
    """Tell of one kind of money; of whom, where more than one may have earned it."""
    await client.ticks("income-kinds", kind)
    if earners:
        await client.ticks_people(*earners)
    await client.says(typed)


def has_monthly(client: Client, record: Record, tenge: int, supplement: int = 0) -> None:
    """Check the assistance and the supplement of one month, and that the first line of the screen says their sum."""
    assert record["outcome"] == "eligible"
    assert record["monthly_tenge"] == {"low": tenge, "high": tenge, "likely": tenge}
    assert record["child_supplement_tenge"] == supplement
    assert client.words.money(tenge + supplement) in client.last.text.splitlines()[0]


def reads_reading(client: Client, monthly: int, condition: str, /, **of: str) -> None:
    """Check that the screen says what is paid if one doubt is answered so; nothing is paid where it is refused."""
    told = client.words.say_with(condition, **of)
    told = told[:1].upper() + told[1:]
    if monthly:
        expected = client.words.say("reading-eligible", condition=told, amount=client.words.money(monthly))
    else:
        expected = client.words.say("reading-refused", condition=told)
    assert plain(expected) in client.last.text, f"not {expected!r}, but {client.last}"


def lowered(name: str) -> str:
    return name[:1].lower() + name[1:]


async def says_next(client: Client, name: str, /, **values: str | int) -> None:
    """Check that the advice says something, and go back to the result."""
    await client.taps("next")
    client.reads(name, **values)
    await client.taps("result")


async def says_why(client: Client, name: str, /, **values: str | int) -> None:
    """Check that the explanation says something, and go back to the result."""
    assert client.words.say(name, **values) in await client.reads_step_by_step()
    await client.taps("result")


# Who lives together


async def test_a_grown_son_who_works_counts_with_his_wage(client: Client) -> None:
    """Article 120(5): kin who live together; and of 122(4) his permanent work exempts him, but not his mother."""
    await client.citizens_in()
    await client.ticks("household", "children", "grown")
    await client.says("12 8")
    client.is_asked("people-grown")
    await client.says("19")
    await client.taps("activity-unemployed")
    son = client.called("grown", 19)
    client.is_asked("activity-member", person=son)
    await client.taps("activity-employed")
    await earns(client, "wage", "90 000", son)
    await client.nothing_special()
    record = await calculates(client)
    assert (record["counted_members"], record["per_capita_income"]) == (4, "22500.00")  # 3 x 90 000 / 4 / 3
    has_monthly(client, record, 74_000)  # (41 000 - 22 500) x 4
    assert record["must_join_measures"] == ["self"]
    await says_why(client, "why-exempt-permanent_work", person=son)


async def test_a_grown_son_is_added_and_taken_out_again(client: Client) -> None:
    await client.citizens_in()
    await client.ticks("household", "children")
    await client.says("12 8")
    await client.taps("activity-unemployed")
    await client.ticks("income-kinds")
    await client.nothing_special()
    await client.opens_family()
    await client.taps("add", "add-grown")
    client.reads("family-add-age-grown-up", group=client.words.say("group-grown"))
    await client.says("16")
    client.is_hinted("hint-grown-range")
    await client.says("19")
    son = client.called("grown", 19)
    client.is_asked("activity-member", person=son)
    await client.taps("activity-employed", "calculate")
    assert (await record_of(client))["counted_members"] == 4
    await client.taps("change")
    await client.opens_family()
    await client.presses(son)
    await client.taps("remove", "remove-yes", "back", "review", "calculate")
    assert (await record_of(client))["counted_members"] == 3
    assert (await client.answers())["household"] == ["children"]


async def tells_of_an_absent_husband(client: Client, where: str) -> None:
    """Up to her own activity: a wife with children of 9 and 4."""
    await client.citizens_in()
    await client.ticks("household", "spouse_apart", "children")
    client.is_asked("spouse-apart")
    await client.taps(f"absence-{where}")
    await client.says("9 4")
    await client.taps("activity-none")


async def test_a_wife_whose_husband_has_left_is_told_of_the_registers_and_which_paper_helps(client: Client) -> None:
    await tells_of_an_absent_husband(client, "left")
    await client.ticks("income-kinds")
    await client.nothing_special()
    where = client.words.say("line-spouse-apart")
    assert f"{where} – {lowered(client.caption('absence-left'))}" in client.last.text
    client.reads("review-total", income=client.words.say("review-income-none"))
    record = await calculates(client)
    assert record["not_counted"] == ["spouse"]
    has_monthly(client, record, 123_000, SUPPLEMENT)  # 41 000 x 3, no income
    client.reads("warning-spouse_left")


async def test_a_wife_who_is_unsure_reads_both_sums_on_the_first_screen(client: Client) -> None:
    await tells_of_an_absent_husband(client, "unsure")
    spouse = client.words.say("person-spouse")
    client.is_asked("activity-member", person=spouse)
    await client.taps("activity-employed")
    await earns(client, "wage", "90 000")
    await client.nothing_special()
    record = await calculates(client)
    assert record["outcome"] == "eligible"
    # (41 000 - 270 000 / 4 / 3) x 4 = 74 000 with him, 41 000 x 3 without
    reads_reading(client, 74_000 + SUPPLEMENT, "if-membership-counted", person=lowered(spouse))
    reads_reading(client, 123_000 + SUPPLEMENT, "if-membership-left-out", person=lowered(spouse))


async def test_where_the_husband_is_can_be_corrected_from_the_list_and_from_the_family(client: Client) -> None:
    """A husband who works elsewhere counts (120(5)): he and his wage are asked for then."""
    await tells_of_an_absent_husband(client, "left")
    await client.ticks("income-kinds")
    await client.nothing_special()
    spouse, left = client.words.say("person-spouse"), lowered(client.caption("absence-left"))
    await client.taps("edit-family")
    line = f"{client.words.say('line-spouse-apart')} – {left}"
    assert line in client.last.text
    await client.taps("family")
    client.reads("family", members=3)
    await client.presses(spouse)
    assert f"1. {line}" in client.last.text
    await client.presses("1")
    await client.taps("absence-work_elsewhere")
    client.is_asked("activity-member", person=spouse)
    await client.taps("activity-employed", "calculate")
    assert (await record_of(client))["counted_members"] == 4


async def test_a_husband_apart_is_taken_out_with_where_he_is(client: Client) -> None:
    await tells_of_an_absent_husband(client, "left")
    await client.ticks("income-kinds")
    await client.nothing_special()
    await client.opens_family()
    await client.presses(client.words.say("person-spouse"))
    await client.taps("remove", "remove-yes")
    client.reads("family", members=3)
    answers = await client.answers()
    assert answers["household"] == ["children"]
    assert "spouse-apart" not in answers
    await client.taps("add")
    assert client.caption("add-spouse") in client.last.buttons


async def test_a_grandmother_and_her_wards_are_a_large_family(client: Client) -> None:
    """Article 90(3): children under guardianship count; what she gets for them is income (I3)."""
    await client.citizens_in()
    await client.ticks("household", "children")
    await client.says("13 10 8 5")
    await client.taps("activity-pensioner")
    await client.says("66")
    await client.ticks("income-kinds", "pension", "allowance")
    await client.ticks("allowance-kinds", "large_family_allowance")
    await client.says("90 000")
    await client.nothing_special()
    record = await calculates(client)
    # four children: 16.03 x 4 325 = 69 329.75; (3 x 90 000 + 3 x 69 330) / 5 / 3 = 31 866; (41 000 - 31 866) x 5
    assert record["large_family_allowance_tenge"] == 69_330
    assert (record["counted_members"], record["per_capita_income"]) == (5, "31866.00")
    has_monthly(client, record, 45_670, SUPPLEMENT)
    assert record["assistance"] == "unconditional", "nobody is able-bodied"
    assert client.words.money(69_330) not in (await client.taps("other-help")).text, "she gets it: it is not offered"
    await client.taps("result")


# Money


async def test_birth_grants_are_never_multiplied_and_both_readings_are_told(client: Client) -> None:
    """Whether they count is open (I4a): a no if they do, 71 488 if not; and neither in silence."""
    await client.citizens_in()
    await client.ticks("household", "spouse", "children")
    await client.says("0 0 5")
    await client.taps("activity-none", "small-child-yes", "activity-employed")
    await client.ticks("income-kinds", "wage", "allowance", "one_off")
    await client.ticks("allowance-kinds", "child_care_allowance")
    await client.ticks("one-off-kinds", "birth_grant")
    await client.says("90 000")
    await client.says("50 000")
    client.is_asked("amount-birth_grant")
    await client.says("328 700")
    await client.nothing_special()
    for _ in range(2):
        await client.says("20.02.2026")
    assert client.words.money(3 * 90_000 + 3 * 50_000 + 328_700) in client.last.text
    await client.taps("calculate")
    record = await record_of(client)
    assert record["outcome"] == "undecided"
    assert record["per_capita_income"] == "49913.33"  # 748 700 / 5 / 3
    kind = client.words.say("kind-birth_grant")
    reads_reading(client, NO_ASSISTANCE, "if-income-counted", kind=kind)
    reads_reading(client, 65_000 + SUPPLEMENT, "if-income-left-out", kind=kind)  # (41 000 - 420 000 / 5 / 3) x 5


async def test_a_monthly_sum_may_be_said_to_have_come_only_once(client: Client) -> None:
    await client.citizens_in()
    await client.ticks("household", "children")
    await client.says("9")
    await client.taps("activity-unemployed")
    await client.ticks("income-kinds", "alimony")
    await client.taps("once")
    client.is_asked("once-family", kind=client.words.say("kind-alimony"))
    await client.says("60 000")
    await client.nothing_special()
    record = await calculates(client)
    has_monthly(client, record, 62_000)  # (41 000 - 60 000 / 2 / 3) x 2


async def test_a_parent_of_a_child_with_a_disability_names_both_payments(client: Client) -> None:
    """The child's own is not counted (I4); of the parent's it is open (I4a), and both sums are told."""
    await client.citizens_in()
    await client.ticks("household", "children")
    await client.says("5")
    await client.taps("activity-carer", "cares-for-disabled_child")
    await client.ticks("income-kinds", "allowance")
    await client.ticks("allowance-kinds", "disabled_child_care_allowance", "child_disability_allowance")
    client.is_asked("amount-disabled_child_care_allowance")
    await client.says("81 871")
    await client.ticks("circumstances", "disability")
    await client.ticks("history")
    await client.ticks_people(client.called("child", 5))
    await client.taps("disability-child")
    record = await calculates(client)
    assert record["per_capita_income"] == "40935.50"  # 81 871 / 2
    assert record["assistance"] == "unconditional"
    kind = client.words.say("kind-disabled_child_care_allowance")
    reads_reading(client, 129 + SUPPLEMENT, "if-income-counted", kind=kind)  # (41 000 - 40 935.50) x 2
    reads_reading(client, 82_000 + SUPPLEMENT, "if-income-left-out", kind=kind)
    assert client.words.say("kind-child_disability_allowance") not in client.last.text


async def test_an_allowance_far_above_what_is_ever_paid_is_asked_back(client: Client) -> None:
    """Three months in one sum would be tripled."""
    await client.citizens_in()
    await client.ticks("household", "children")
    await client.says("9")
    await client.taps("activity-unemployed")
    await client.ticks("income-kinds", "allowance")
    await client.ticks("allowance-kinds", "survivor_allowance")
    await client.says("240 000")
    client.reads("check-scale", amount=client.words.money(240_000))
    await client.taps("check-quarter")
    await client.nothing_special()
    record = await calculates(client)
    has_monthly(client, record, 2_000)  # (41 000 - 240 000 / 2 / 3) x 2


# Work and care


async def test_casual_work_does_not_exempt_from_measures(client: Client) -> None:
    await alone_with(client, "casual", "casual_work")
    assert (await calculates(client))["must_join_measures"] == ["self"]
    me = lowered(client.words.say("person-self"))
    await says_why(client, "social-contract", names=me, office=client.words.say("office-E2023"))


async def test_permanent_work_does(client: Client) -> None:
    await alone_with(client, "employed", "wage")
    record = await calculates(client)
    has_monthly(client, record, 21_000)
    assert (record["must_join_measures"], record["assistance"]) == ([], "conditional")
    person = client.words.say("person-self")
    await says_why(client, "why-exempt-permanent_work", person=person)
    await says_why(client, "social-contract-nobody", names=lowered(person))


async def alone_with(client: Client, activity: str, kind: str) -> None:
    """Tell of somebody alone with 20 000 a month, up to the question of property."""
    await client.citizens_in()
    await client.ticks("household")
    await client.taps(f"activity-{activity}")
    await earns(client, kind, "20 000")
    await client.nothing_special()


async def tells_of_a_carer(client: Client, age: str, *household: str) -> None:
    """Tell of the carer of a grandmother who lives with them and has a pension, up to the question of property."""
    await client.citizens_in()
    await client.ticks("household", *household, "children", "relatives")
    await client.says("10")
    await client.ticks("relatives", "grandmother")
    await client.says(age)
    await client.taps("activity-carer", "cares-for-elderly")
    if household:
        await client.taps("activity-unemployed")
    await earns(client, "pension", "90 000")
    await client.nothing_special()


@pytest.mark.parametrize("age", ["78", "82"])
async def test_the_only_able_bodied_one_who_cares_for_an_elderly_person_needs_no_contract(
    client: Client, age: str
) -> None:
    """Article 121 names no age; that of 122(4), over 80, is about the measures only."""
    await tells_of_a_carer(client, age)
    record = await calculates(client)
    has_monthly(client, record, 33_000)  # (41 000 - 270 000 / 3 / 3) x 3
    assert (record["assistance"], record["social_contract"]) == ("unconditional", False)
    assert ("care_of_elderly_not_over_80" in record["warnings"]) == (age == "78")


@pytest.mark.parametrize(("age", "must_join"), [("78", ["self", "spouse"]), ("82", ["spouse"])])
async def test_beside_another_able_bodied_one_only_the_carer_of_somebody_over_80_is_exempt(
    client: Client, age: str, must_join: list[str]
) -> None:
    await tells_of_a_carer(client, age, "spouse")
    record = await calculates(client)
    has_monthly(client, record, 74_000)  # (41 000 - 270 000 / 4 / 3) x 4
    assert (record["assistance"], record["must_join_measures"]) == ("conditional", must_join)
    if age == "78":
        await says_why(client, "warning-care_of_elderly_not_over_80")


async def test_how_old_somebody_is_who_lives_elsewhere_and_is_cared_for_is_asked(client: Client) -> None:
    await client.citizens_in()
    await client.ticks("household", "spouse")
    await client.taps("activity-carer", "cares-for-elderly")
    client.is_asked("cared-age-self")
    await client.says("12")
    client.is_hinted("hint-years")
    await client.says("82")
    await client.taps("activity-unemployed")
    await client.ticks("income-kinds")
    await client.nothing_special()
    assert (await calculates(client))["must_join_measures"] == ["spouse"]
    await client.taps("change")
    person = client.words.say("person-self")
    assert f"{client.words.say('line-cared-age', person=person)} – 82" in client.last.text


# Property


async def tells_of_two_cars(client: Client, ages: str) -> Record:
    """Tell of two adults, one wage of 150 000 and children, and of two cars."""
    await client.citizens_in()
    await client.ticks("household", "spouse", "children")
    await client.says(ages)
    await client.taps("activity-employed", "activity-none")
    await earns(client, "wage", "150 000")
    await client.ticks("circumstances")
    await client.ticks("history", "property")
    client.is_asked("property")
    await client.ticks("property", "cars")
    return await calculates(client)


async def test_two_cars_are_a_basis_for_no_need_and_never_the_bots_refusal(client: Client) -> None:
    record = await tells_of_two_cars(client, "12 9 3")
    has_monthly(client, record, 55_000, SUPPLEMENT)  # (41 000 - 450 000 / 5 / 3) x 5
    assert record["no_need_bases"] == ["cars"]
    client.reads("no-need-cars")
    assert "125" in client.last.text, "the article"


async def test_two_cars_are_no_basis_in_a_large_family(client: Client) -> None:
    """The first exception of article 125(1) for passenger cars."""
    record = await tells_of_two_cars(client, "12 9 5 3")
    has_monthly(client, record, 96_000, 2 * SUPPLEMENT)  # (41 000 - 450 000 / 6 / 3) x 6
    assert record["no_need_bases"] == []
    assert client.words.say("no-need-cars") not in client.last.text


async def test_what_is_owned_stands_at_the_review_and_can_be_corrected(client: Client) -> None:
    await tells_of_two_cars(client, "12 9 3")
    await client.taps("change")
    assert f"{client.words.say('line-property')} – {lowered(client.caption('property-cars'))}" in client.last.text
    await client.opens("line-property")
    await client.taps("review")
    await client.opens("line-property")
    await client.taps("property-none", "property-none", "calculate")
    assert (await record_of(client))["no_need_bases"] == []


# Who may get it, and where


async def test_foreigners_are_told_at_once_who_may_get_it(client: Client) -> None:
    """Article 120(1): two questions, and an outcome of its own; the answer can be corrected."""
    await client.region()
    await client.taps("status-nobody")
    client.reads("review-nobody-entitled", region=client.words.region("KZ-79"))
    await client.taps("calculate")
    record = await record_of(client)
    assert [refusal["ground"] for refusal in record["refusals"]] == ["nobody_entitled"]
    await says_next(client, "next-steps-nobody_entitled")
    await client.taps("change")
    assert client.last.buttons == [client.caption("edit-family"), client.caption("calculate")]
    await client.taps("edit-family")
    assert client.last.buttons == ["1", "2", client.caption("review")]
    assert f"2. {client.words.say('line-status')} – {lowered(client.caption('status-nobody'))}" in client.last.text
    await client.presses("2")
    await client.taps("status-all")
    client.is_asked("household")


async def test_foreigners_read_nothing_of_people_and_money_that_nobody_asked_them_about(client: Client) -> None:
    await client.region()
    await client.taps("status-nobody", "calculate")
    assert client.words.say("result-estimate") not in client.last.text, "nothing was calculated"
    client.reads("result-estimate-of-status")
    await client.taps("why")
    assert client.last.text.startswith(client.words.say("why-nobody_entitled"))
    assert client.caption("steps") not in client.last.buttons, "there is one, and it is told already"
    assert client.words.base_months(client.base_months) not in client.last.text
    await client.taps("law")
    assert [line for line in client.last.text.splitlines() if line.startswith("•")] == [
        f"• {client.words.say('source-article', act=client.words.say('act-social_code'), article='120')}"
    ]
    await client.taps("result", "why", "amount-check")
    client.reads("amount-check-status")
    await client.taps("back", "result", "other-help")
    client.reads("help-by-status")
    assert client.words.say("button-copy", copied="1414") in client.last.buttons
    await client.taps("result")
    assert client.caption("what-if") not in client.last.buttons
    await client.taps("next")
    assert client.caption("change") in client.last.buttons, "who has such a paper says so"
    assert client.caption("paper") not in client.last.buttons
    assert client.words.say("button-copy", copied="1414") in client.last.buttons
    await client.taps("apply-anyway")
    client.reads("apply-anyway-status")
    assert client.caption("change") in client.last.buttons
    assert client.words.say("identity-any") in client.last.text, "nobody without a status has the citizens' card"


async def test_somebody_alone_who_was_asked_more_is_not_told_that_nothing_was_asked(client: Client) -> None:
    """Not all of the family are entitled, and then it is one person who is not."""
    await client.region()
    await client.taps("status-some")
    await client.ticks("household")
    await client.ticks_people(client.words.say("person-self"))
    await client.taps("activity-none")
    await client.ticks("income-kinds")
    await client.nothing_special()
    await client.taps("calculate", "why")
    client.reads("short-only-status")
    await client.taps("result", "other-help")
    client.reads("help-by-status")


async def test_whoever_told_of_a_family_of_foreigners_after_all_sees_nothing_of_it_any_more(client: Client) -> None:
    """Buttons of before are old."""
    await client.citizens_in()
    await client.ticks("household", "children")
    await client.says("9")
    await client.taps("activity-none")
    await client.ticks("income-kinds")
    await client.nothing_special()
    old = client.last
    await client.opens("line-status")
    await client.taps("status-nobody")
    await client.presses_data("v|member|c1", old.id, force=True)
    assert client.toast == client.words.say("old-button")
    await client.presses_data("v|family|", old.id, force=True)
    assert client.toast == client.words.say("old-button")
    assert (await client.answers())["status"] == "nobody"


async def test_a_family_of_both_reads_both_sums(client: Client) -> None:
    """120(5): the assistance is assigned to each who is entitled; whether the others count so is open."""
    await client.region()
    await client.taps("status-some")
    await client.ticks("household", "spouse", "children")
    await client.says("9")
    client.is_asked("not-entitled")
    spouse = client.words.say("person-spouse")
    await client.presses(spouse)
    await client.taps("done", "activity-none", "activity-employed")
    await earns(client, "wage", "90 000")
    await client.nothing_special()
    record = await calculates(client)
    assert record["outcome"] == "eligible"
    reads_reading(client, 33_000, "if-entitlement-counted")  # (41 000 - 270 000 / 3 / 3) x 3
    reads_reading(client, 22_000, "if-entitlement-left-out")  # x 2
    await says_why(client, "warning-some_not_entitled")


async def test_somebody_registered_nowhere_is_told_the_sum_and_how_to_register_first(client: Client) -> None:
    await client.taps("region-nowhere")
    client.is_asked("region-lived")
    await client.region()
    await client.taps("status-all")
    await client.ticks("household")
    await client.taps("activity-unemployed")
    await client.ticks("income-kinds")
    await client.nothing_special()
    assert client.words.say("review-region-nowhere", region=client.words.region("KZ-79")) in client.last.text
    assert client.words.say("line-region-lived") not in client.last.text, "it is said in the line above"
    await client.taps("calculate")
    record = await record_of(client)
    has_monthly(client, record, 41_000)
    client.reads("warning-registered_nowhere")
    await says_next(client, "next-steps-register")


# False data


async def alone_with_false_data(client: Client, day: str) -> None:
    """Tell of somebody alone without income whose data the commission found false, with the day of them."""
    await client.citizens_in()
    await client.ticks("household")
    await client.taps("activity-unemployed")
    await client.ticks("income-kinds")
    await client.ticks("circumstances")
    await client.ticks("history", "commission")
    await client.taps("commission-false_data")
    client.is_asked("false-data-on")
    await client.says(day)


async def test_false_data_bar_for_six_months_from_the_day_they_were_submitted(client: Client) -> None:
    """128(6): from 15 January until 14 July; from the 15th one may apply again."""
    await alone_with_false_data(client, "15.01.2026")
    await calculates(client)
    record = await record_of(client)
    assert record["outcome"] == "refused"
    assert [(refusal["ground"], refusal["until"]) for refusal in record["refusals"]] == [("false_data", "2026-07-15")]
    again = client.words.day_from(date(2026, 7, 15), client.telegram.clock().date())
    assert again in client.last.text, "the door that opens then says so"


async def test_false_data_of_longer_ago_bar_nothing(client: Client) -> None:
    await alone_with_false_data(client, "10.11.2025")
    has_monthly(client, await calculates(client), 41_000)


async def test_who_does_not_know_the_day_of_false_data_is_told_what_to_find_out(client: Client) -> None:
    await alone_with_false_data(client, client.caption("unknown"))
    record = await calculates(client)
    assert record["outcome"] == "undecided"
    client.reads("result-undecided-false_data", months=6)


# Answers of before


@pytest.mark.parametrize("absence", ["none", "unknown", "military"])
async def test_answers_as_they_were_stored_before_are_read_and_shown(client: Client, absence: str) -> None:
    """«Работа, учёба, другое» is no answer any more; whoever said so is asked what is new, and nothing is lost."""
    await client.citizens_in()
    await client.ticks("household", "spouse", "children")
    await client.says("9")
    await client.taps("activity-employed", "activity-none")
    await earns(client, "wage", "90 000")
    await client.ticks("circumstances", "student", "away")
    await client.ticks("history")
    await client.says("19")
    await client.says("0")
    spouse = client.words.say("person-spouse")
    await client.ticks_people(spouse)
    await client.taps("absence-military")
    await as_stored_before(client, absence)
    await client.says("/check")
    client.is_asked("status")
    await client.taps("status-all")
    client.is_asked("history", base_months=client.words.base_months(client.base_months))
    await client.ticks("history")
    where, lines = lowered(client.caption(f"absence-{absence}")), client.last.text.splitlines()
    assert any(spouse in line and where in line for line in lines), lines
    await client.taps("calculate")
    record = await record_of(client)
    assert record["counted_members"] == (4 if absence == "none" else 3)
    assert {"activity:self", "people:student", "away"} <= (await client.answers()).keys()


async def as_stored_before(client: Client, absence: str) -> None:
    """Put the draft back as the version before kept it: without the questions that are new."""
    draft = await client.draft()
    assert draft is not None
    answers = {place: told for place, told in draft.document["answers"].items() if place not in {"status", "history"}}
    document = {**draft.document, "form": 1, "answers": {**answers, "absence:spouse": absence}}
    telegram = client.telegram
    async with telegram.database.transaction() as transaction:
        stamp = draft.version, draft.last_update_id, telegram.clock()
        await drafts.save(transaction, telegram.cipher, client.id, document, *stamp)
    telegram.restarted()
