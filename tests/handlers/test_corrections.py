"""Corrections from the review: an answer, the family, and the way back without changing anything."""

from datetime import date, timedelta

import pytest

from bot.texts import Language
from bot.wording.phrases import within_line
from rules.large_family import large_family_allowance
from rules.law_in_force import law_in_force
from tests.chat import Clock, Telegram
from tests.handlers.client import TICK, Client
from tests.handlers.families import at_first_question, at_the_review

BOTH_LANGUAGES = pytest.mark.parametrize("language", list(Language))


async def opens_own_wage(client: Client) -> None:
    """From the review to the applicant's wage."""
    await client.opens("line-amount-earned", person=client.words.say("person-self"), kind=client.words.say("kind-wage"))


def is_at_the_review(client: Client) -> bool:
    return client.caption("calculate") in client.last.buttons


# The list of answers


@BOTH_LANGUAGES
async def test_the_review_tells_every_answer_in_a_line_of_its_own(telegram: Telegram, language: Language) -> None:
    client = await at_the_review(telegram, language)
    words, me, spouse = client.words, client.words.say("person-self"), client.words.say("person-spouse")
    wage = words.say("told-month", amount=words.money(150_000))
    assert client.last.text.splitlines()[2:] == [
        words.say("review"),
        "",
        words.say("section-family"),
        words.region("KZ-79", client.telegram.clock().date()),
        f"{words.say('line-people', group=words.say('group-child'))} – 12, 9, 3",
        f"{words.say('line-activity', person=me)} – {within_line(client.caption('activity-employed'))}",
        f"{words.say('line-activity', person=spouse)} – {within_line(client.caption('activity-none'))}",
        "",
        words.say("section-money"),
        f"{words.say('line-amount-earned', person=me, kind=words.say('kind-wage'))} – {wage}",
        words.say("review-total", income=words.money(450_000)),
        "",
        words.say("section-special"),
        words.say("review-special-none"),
        "",
        words.say("review-edit"),
    ]
    assert client.last.rows[0][0]["text"] == client.caption("calculate")
    assert [button["text"] for button in client.last.rows[1]] == [
        client.caption(f"edit-{section}") for section in ("family", "money", "special")
    ]


@BOTH_LANGUAGES
async def test_every_answer_of_a_section_has_a_number_to_correct_it(telegram: Telegram, language: Language) -> None:
    client = await at_the_review(telegram, language)
    words, me = client.words, client.words.say("person-self")
    wage = words.say("told-month", amount=words.money(150_000))
    shown = await client.taps("edit-money")
    assert shown.text.splitlines() == [
        words.say("section-money"),
        f"1. {words.say('line-income-kinds')} – {within_line(client.caption('income-kinds-wage'))}",
        f"2. {words.say('line-amount-earned', person=me, kind=words.say('kind-wage'))} – {wage}",
        "",
        words.say("edit-choose"),
    ]
    assert shown.buttons == ["1", "2", client.caption("review")]


async def test_an_allowance_that_the_bot_added_is_told_at_the_review_as_such(beginner: Client) -> None:
    await beginner.citizens_in()
    await beginner.ticks("household", "children")
    await beginner.says("12 9 5 4")
    await beginner.taps("activity-none")
    await beginner.ticks("income-kinds", "allowance")
    await beginner.ticks("allowance-kinds", "large_family_allowance")
    await beginner.nothing_special()
    months = [
        large_family_allowance(4, law_in_force(date.fromisoformat(f"{month}-01"))) or 0
        for month in beginner.base_months
    ]
    kind = beginner.words.say("kind-large_family_allowance")
    beginner.reads("review-by-law", kind=kind, amount=beginner.words.money(sum(months)))


async def test_what_nobody_knows_is_told_at_the_review(beginner: Client) -> None:
    await beginner.citizens_in()
    await beginner.ticks("household")
    await beginner.taps("activity-employed")
    await beginner.ticks("income-kinds", "wage")
    await beginner.taps("unknown", "unknown-at-all")
    await beginner.nothing_special()
    wage = beginner.words.say(
        "line-amount-earned", person=beginner.words.say("person-self"), kind=beginner.words.say("kind-wage")
    )
    assert f"{wage} – {beginner.words.say('told-unknown')}" in beginner.last.text


async def test_an_opened_answer_shows_what_is_kept_now(reviewer: Client) -> None:
    await reviewer.opens(
        "line-amount-earned", person=reviewer.words.say("person-self"), kind=reviewer.words.say("kind-wage")
    )
    reviewer.reads("answer-now", answer=reviewer.words.say("told-month", amount=reviewer.words.money(150_000)))


async def test_the_way_back_from_the_list_changes_nothing(reviewer: Client) -> None:
    review, before = reviewer.last.text, await reviewer.answers()
    await reviewer.taps("edit-money", "review")
    assert reviewer.last.text == review
    assert await reviewer.answers() == before


@pytest.mark.parametrize("line", ["line-region", "line-income-kinds", "line-circumstances"])
async def test_the_way_back_from_a_question_changes_nothing(reviewer: Client, line: str) -> None:
    review, before = reviewer.last.text, await reviewer.answers()
    await reviewer.opens(line)
    await reviewer.taps("review")
    assert reviewer.last.text == review
    assert await reviewer.answers() == before


async def test_ticks_that_were_not_finished_are_dropped_on_the_way_back(reviewer: Client) -> None:
    await reviewer.opens("line-circumstances")
    await reviewer.taps("circumstances-illness", "review")
    assert (await reviewer.answers())["circumstances"] == []
    await reviewer.opens("line-circumstances")
    assert TICK + reviewer.caption("circumstances-illness") not in reviewer.last.buttons


async def test_another_region_leads_straight_back_to_the_review(reviewer: Client) -> None:
    await reviewer.opens("line-region")
    await reviewer.region("KZ-10")
    assert is_at_the_review(reviewer)
    assert reviewer.words.region("KZ-10", reviewer.telegram.clock().date()) in reviewer.last.text


async def test_another_activity_is_kept(reviewer: Client) -> None:
    await reviewer.opens("line-activity", person=reviewer.words.say("person-spouse"))
    await reviewer.taps("activity-unemployed")
    reviewer.is_asked("earners-wage")  # whoever looks for work may have had a wage before
    await reviewer.ticks_people(reviewer.words.say("person-self"))
    assert is_at_the_review(reviewer)
    assert (await reviewer.answers())["activity:spouse"] == "unemployed"


async def test_an_activity_that_opens_a_question_asks_it_before_the_review(reviewer: Client) -> None:
    await reviewer.opens("line-activity", person=reviewer.words.say("person-spouse"))
    await reviewer.taps("activity-carer")
    reviewer.is_asked("cares-for-member", person=reviewer.words.say("person-spouse"))
    await reviewer.taps("cares-for-elderly")
    reviewer.is_asked("cared-age-member", person=reviewer.words.say("person-spouse"))
    await reviewer.says("82")
    assert is_at_the_review(reviewer)


async def test_another_kind_of_income_asks_for_its_amount_only(reviewer: Client) -> None:
    await reviewer.opens("line-income-kinds")
    await reviewer.taps("income-kinds-alimony", "done")
    reviewer.is_asked("amount-alimony")
    await reviewer.says("30 мың")
    assert is_at_the_review(reviewer)
    assert reviewer.words.money(540_000) in reviewer.last.text


async def test_whoever_was_taken_for_the_earner_may_not_be_the_only_one(reviewer: Client) -> None:
    """Nobody was asked, as one works and one keeps house; the sum that was told stays."""
    await reviewer.opens(
        "line-amount-earned", person=reviewer.words.say("person-self"), kind=reviewer.words.say("kind-wage")
    )
    await reviewer.taps("another")
    reviewer.is_asked("earners-wage")
    assert TICK + reviewer.words.say("person-self") in reviewer.last.buttons
    await reviewer.presses(reviewer.words.say("person-spouse"))
    await reviewer.taps("done")
    reviewer.is_asked("amount-wage", person=reviewer.words.say("person-spouse"))
    await reviewer.says("60000")
    assert reviewer.words.money(630_000) in reviewer.last.text


async def test_a_corrected_amount_changes_the_result(reviewer: Client) -> None:
    await reviewer.taps("calculate")
    due = (await reviewer.result()).record["record"]
    await reviewer.taps("change")
    await reviewer.opens(
        "line-amount-earned", person=reviewer.words.say("person-self"), kind=reviewer.words.say("kind-wage")
    )
    await reviewer.says("200 000")
    await reviewer.taps("calculate")
    corrected = (await reviewer.result()).record["record"]
    assert (due["per_capita_income"], corrected["per_capita_income"]) == ("30000.00", "40000.00")
    # one tenge less for one tenge more
    assert due["monthly_tenge"]["high"] - corrected["monthly_tenge"]["high"] == 5 * (40_000 - 30_000)


async def test_circumstances_open_more_questions_only_where_something_was_chosen(reviewer: Client) -> None:
    await reviewer.opens("line-circumstances")
    await reviewer.ticks("circumstances", "disability")
    reviewer.is_asked("disabled")
    await reviewer.ticks_people(reviewer.words.say("person-spouse"))
    reviewer.is_asked("disability-member", person=reviewer.words.say("person-spouse"))
    await reviewer.taps("disability-group_2")
    assert is_at_the_review(reviewer)
    assert (await reviewer.answers())["disability:spouse"] == "group_2"


# The family


async def test_the_family_is_a_list_of_its_members(reviewer: Client) -> None:
    await reviewer.opens_family()
    words = reviewer.words
    names = [
        words.say("person-self"),
        words.say("person-spouse"),
        *(reviewer.called("child", age) for age in (12, 9, 3)),
    ]
    assert reviewer.reads("family", members=5).buttons == [*names, reviewer.caption("add"), reviewer.caption("back")]


async def test_twins_are_told_apart_by_a_number(beginner: Client) -> None:
    await beginner.citizens_in()
    await beginner.ticks("household", "children")
    await beginner.says("3 3")
    await beginner.taps("activity-none")
    await beginner.ticks("income-kinds")
    await beginner.nothing_special()
    await beginner.opens_family()
    child = beginner.called("child", 3)
    twins = [beginner.words.say("person-numbered", person=child, number=number) for number in ("1", "2")]
    assert beginner.last.buttons[1:3] == twins


@BOTH_LANGUAGES
async def test_a_child_is_added_by_age(telegram: Telegram, language: Language) -> None:
    client = await at_the_review(telegram, language)
    await client.opens_family()
    await client.taps("add", "add-child")
    client.reads("family-add-age-young", group=client.words.say("group-child"))
    await client.says("4")
    assert is_at_the_review(client)
    assert [age for _, age, _ in (await client.answers())["people:child"]] == [12, 9, 3, 4]


async def test_adding_a_child_changes_the_result(recipient: Client) -> None:
    before = (await recipient.result()).record["record"]
    await recipient.taps("change")
    await recipient.opens_family()
    await recipient.taps("add", "add-child")
    await recipient.says("4")
    await recipient.taps("calculate")
    after = (await recipient.result()).record["record"]
    assert (before["counted_members"], after["counted_members"]) == (5, 6)
    assert after["per_capita_income"] == "25000.00"
    assert after["large_family_allowance_tenge"]
    assert not before["large_family_allowance_tenge"]


@pytest.mark.parametrize(("typed", "hint"), [("он", "hint-child"), ("40", "hint-child-range")])
async def test_nonsense_instead_of_the_age_of_somebody_new_gets_a_hint(reviewer: Client, typed: str, hint: str) -> None:
    await reviewer.opens_family()
    await reviewer.taps("add", "add-child")
    await reviewer.says(typed)
    reviewer.is_hinted(hint)
    reviewer.reads("family-add-age-young", group=reviewer.words.say("group-child"))


async def test_a_mother_who_moved_in_is_asked_what_she_does_unless_her_age_says_it(reviewer: Client) -> None:
    await reviewer.opens_family()
    await reviewer.taps("add", "add-mother")
    reviewer.reads("question-people-mother")
    await reviewer.says("54")
    reviewer.is_asked("activity-member", person=reviewer.called("mother", 54))
    await reviewer.taps("activity-none")
    assert is_at_the_review(reviewer)
    await reviewer.opens_family()
    await reviewer.taps("add")
    assert reviewer.caption("add-mother") not in reviewer.last.buttons
    await reviewer.taps("add-husbands_mother")
    await reviewer.says("енем 68 де")
    assert is_at_the_review(reviewer), reviewer.sees[-3:]
    assert reviewer.words.say("group-husbands_mother") in reviewer.last.text


async def test_the_way_back_from_adding_adds_nobody(reviewer: Client) -> None:
    before = await reviewer.answers()
    await reviewer.opens_family()
    await reviewer.taps("add", "add-sister", "back", "back")
    reviewer.reads("family", members=5)
    assert await reviewer.answers() == before


async def test_a_second_spouse_is_not_offered(reviewer: Client) -> None:
    await reviewer.opens_family()
    await reviewer.taps("add")
    assert reviewer.caption("add-spouse") not in reviewer.last.buttons


async def test_a_spouse_is_added_and_asked_what_they_do(beginner: Client) -> None:
    await beginner.citizens_in()
    await beginner.ticks("household", "children")
    await beginner.says("9")
    await beginner.taps("activity-none")
    await beginner.ticks("income-kinds")
    await beginner.nothing_special()
    await beginner.opens_family()
    await beginner.taps("add", "add-spouse")
    beginner.is_asked("activity-member", person=beginner.words.say("person-spouse"))
    await beginner.taps("activity-employed")
    assert is_at_the_review(beginner)
    assert (await beginner.answers())["household"] == ["children", "spouse"]


async def test_removing_somebody_asks_first(reviewer: Client) -> None:
    await reviewer.opens_family()
    child = reviewer.called("child", 9)
    await reviewer.presses(child)
    reviewer.reads("family-member", person=child)
    await reviewer.taps("remove")
    assert reviewer.reads("family-remove-ask", person=child).buttons == [
        reviewer.caption("remove-yes"),
        reviewer.caption("remove-no"),
    ]
    await reviewer.taps("remove-no", "back")
    reviewer.reads("family", members=5)


@BOTH_LANGUAGES
async def test_somebody_removed_is_gone_with_everything_that_was_said_of_them(
    telegram: Telegram, language: Language
) -> None:
    client = await at_the_review(telegram, language)
    await client.opens("line-circumstances")
    await client.ticks("circumstances", "illness")
    await client.ticks_people(client.words.say("person-spouse"))
    await client.opens_family()
    await client.presses(client.words.say("person-spouse"))
    await client.taps("remove", "remove-yes")
    client.reads("family", members=4)
    assert "spouse" not in repr(await client.answers())


async def test_the_last_child_removed_takes_the_children_out_of_the_household(beginner: Client) -> None:
    await beginner.citizens_in()
    await beginner.ticks("household", "spouse", "children")
    await beginner.says("9")
    for _ in range(2):
        await beginner.taps("activity-none")
    await beginner.ticks("income-kinds")
    await beginner.nothing_special()
    await beginner.opens_family()
    await beginner.presses(beginner.called("child", 9))
    await beginner.taps("remove", "remove-yes", "back", "review")
    assert (await beginner.answers())["household"] == ["spouse"]
    assert is_at_the_review(beginner)


async def test_the_applicant_cannot_be_removed(reviewer: Client) -> None:
    await reviewer.opens_family()
    await reviewer.presses(reviewer.words.say("person-self"))
    assert reviewer.caption("remove") not in reviewer.last.buttons
    await reviewer.presses_data("v|remove|self", reviewer.last.id, force=True)
    assert reviewer.toast == reviewer.words.say("old-button")
    await reviewer.presses_data("x|remove|self", reviewer.last.id, force=True)
    assert "activity:self" in await reviewer.answers()


async def test_only_the_removal_that_was_asked_about_can_be_confirmed(reviewer: Client) -> None:
    before = await reviewer.answers()
    await reviewer.opens_family()
    await reviewer.presses(reviewer.called("child", 9))
    await reviewer.taps("remove")
    await reviewer.presses_data("x|remove|spouse", reviewer.last.id, force=True)
    assert await reviewer.answers() == before


async def test_the_ages_of_the_children_can_be_typed_anew_and_who_stays_keeps_what_was_said(
    telegram: Telegram,
) -> None:
    client = await at_first_question(telegram)
    await client.citizens_in()
    await client.ticks("household", "children")
    await client.says("7 9")
    await client.taps("activity-none")
    await client.ticks("income-kinds")
    await client.nothing_special()
    await client.says("01.02.2019")
    await client.opens_family()
    await client.presses(client.called("child", 9))
    await client.presses("1")
    client.is_asked("people-child")
    await client.says("10 7")
    answers = await client.answers()
    assert [age for _, age, _ in answers["people:child"]] == [10, 7]
    assert answers["birthday:c1"] == "2019-02-01"
    assert is_at_the_review(client)


async def test_the_answers_about_one_member_are_corrected_from_the_list_of_the_family(reviewer: Client) -> None:
    await reviewer.opens_family()
    shown = await reviewer.presses(reviewer.words.say("person-self"))
    number = next(line.partition(". ")[0] for line in shown.text.splitlines() if "₸" in line)
    await reviewer.presses(number)
    await reviewer.says("120000")
    assert (await reviewer.answers())["amount:wage.self"] == [120_000, 120_000]


async def test_text_in_the_list_of_the_family_is_answered_with_the_list_again(reviewer: Client) -> None:
    before = await reviewer.answers()
    await reviewer.opens_family()
    await reviewer.says("12 9 3")
    reviewer.is_hinted("hint-press-button")
    reviewer.reads("family", members=5)
    assert await reviewer.answers() == before


async def test_a_child_is_called_by_the_age_of_today(reviewer: Client, clock: Clock) -> None:
    """And the ages and the income of a year ago are told anew before the review."""
    clock.passes(timedelta(days=400))
    await reviewer.says("/check")
    await reviewer.taps("renewal-all")
    reviewer.is_asked("people-child")
    await reviewer.says("13 10 4")
    await reviewer.taps("done")
    await reviewer.says("150 000")
    await reviewer.taps("renewal-yes")
    await reviewer.ticks("history")
    await reviewer.taps("change")
    await reviewer.opens_family()
    assert reviewer.called("child", 13) in reviewer.last.buttons
