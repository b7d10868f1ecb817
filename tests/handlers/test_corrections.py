"""Corrections from the review: an answer, the family, and the way back without changing anything."""

from datetime import timedelta

import pytest

from bot.texts import Language
from tests.chat import Clock, Telegram
from tests.handlers.client import TICK, Client
from tests.handlers.families import at_first_question, at_the_review

BOTH_LANGUAGES = pytest.mark.parametrize("language", list(Language))


async def opens_line(client: Client, name: str, **values: str) -> None:
    """From the review to the question behind one line of the list of answers."""
    await client.taps("edit")
    start = client.words.say(name, **values)
    await client.presses(next(caption for caption in client.last.buttons if caption.startswith(start)))


async def opens_family(client: Client) -> None:
    """From the review to the list of the family."""
    await client.taps("edit")
    await client.presses(client.words.say("line-family"))


def is_at_the_review(client: Client) -> bool:
    return client.caption("calculate") in client.last.buttons


# The list of answers


@BOTH_LANGUAGES
async def test_every_answer_of_the_review_is_a_button_that_tells_it(telegram: Telegram, language: Language) -> None:
    client = await at_the_review(telegram, language)
    words, me = client.words, client.words.say("person-self")
    spouse, wage = words.say("person-spouse"), words.say("kind-wage")
    shown = await client.taps("edit")
    assert shown.text == words.say("edit-choose")
    assert shown.buttons == [
        f"{words.say('line-region')} – {words.region_short('KZ-79')}",
        words.say("line-family"),
        f"{words.say('line-status')} – {client.caption('status-all')}",
        f"{words.say('line-activity', person=me)} – {client.caption('activity-employed')}",
        f"{words.say('line-activity', person=spouse)} – {client.caption('activity-none')}",
        f"{words.say('line-income-kinds')} – {client.caption('income-kinds-wage')}",
        f"{words.say('line-earners', kind=wage)} – {me}",
        f"{words.say('line-amount-earned', person=me, kind=wage)} – {words.money(150_000)}",
        f"{words.say('line-circumstances')} – {client.caption('no')}",
        f"{words.say('line-property')} – {client.caption('no')}",
        client.caption("review"),
    ]


async def test_the_way_back_from_the_list_changes_nothing(reviewer: Client) -> None:
    review, before = reviewer.last.text, await reviewer.answers()
    await reviewer.taps("edit", "review")
    assert reviewer.last.text == review
    assert await reviewer.answers() == before


@pytest.mark.parametrize("line", ["line-region", "line-income-kinds", "line-circumstances"])
async def test_the_way_back_from_a_question_changes_nothing(reviewer: Client, line: str) -> None:
    review, before = reviewer.last.text, await reviewer.answers()
    await opens_line(reviewer, line)
    await reviewer.taps("review")
    assert reviewer.last.text == review
    assert await reviewer.answers() == before


async def test_ticks_that_were_not_finished_are_dropped_on_the_way_back(reviewer: Client) -> None:
    await opens_line(reviewer, "line-circumstances")
    await reviewer.taps("circumstances-illness", "review")
    assert (await reviewer.answers())["circumstances"] == []
    await opens_line(reviewer, "line-circumstances")
    assert TICK + reviewer.caption("circumstances-illness") not in reviewer.last.buttons


async def test_another_region_leads_straight_back_to_the_review(reviewer: Client) -> None:
    await opens_line(reviewer, "line-region")
    await reviewer.region("KZ-10")
    assert is_at_the_review(reviewer)
    assert reviewer.words.region("KZ-10", reviewer.telegram.clock().date()) in reviewer.last.text


async def test_another_activity_is_kept(reviewer: Client) -> None:
    await opens_line(reviewer, "line-activity", person=reviewer.words.say("person-spouse"))
    await reviewer.taps("activity-unemployed")
    assert is_at_the_review(reviewer)
    assert (await reviewer.answers())["activity:spouse"] == "unemployed"


async def test_an_activity_that_opens_a_question_asks_it_before_the_review(reviewer: Client) -> None:
    await opens_line(reviewer, "line-activity", person=reviewer.words.say("person-spouse"))
    await reviewer.taps("activity-carer")
    reviewer.is_asked("cares-for-member", person=reviewer.words.say("person-spouse"))
    await reviewer.taps("cares-for-elderly")
    reviewer.is_asked("cared-age-member", person=reviewer.words.say("person-spouse"))
    await reviewer.says("82")
    assert is_at_the_review(reviewer)


async def test_another_kind_of_income_asks_for_its_amount_only(reviewer: Client) -> None:
    await opens_line(reviewer, "line-income-kinds")
    await reviewer.taps("income-kinds-alimony", "done")
    reviewer.is_asked("amount-alimony")
    await reviewer.says("30 мың")
    assert is_at_the_review(reviewer)
    assert reviewer.words.money(540_000) in reviewer.last.text


async def test_the_spouse_as_earner_asks_for_the_wage_of_the_spouse(reviewer: Client) -> None:
    await opens_line(reviewer, "line-earners", kind=reviewer.words.say("kind-wage"))
    await reviewer.presses(reviewer.words.say("person-spouse"))
    await reviewer.taps("done")
    reviewer.is_asked("amount-wage", person=reviewer.words.say("person-spouse"))
    await reviewer.says("60000")
    assert reviewer.words.money(630_000) in reviewer.last.text


async def test_a_corrected_amount_changes_the_result(reviewer: Client) -> None:
    await reviewer.taps("calculate")
    due = (await reviewer.result()).record["record"]
    await reviewer.taps("change")
    await reviewer.presses(next(caption for caption in reviewer.last.buttons if "₸" in caption))
    await reviewer.says("200 000")
    await reviewer.taps("calculate")
    corrected = (await reviewer.result()).record["record"]
    assert (due["per_capita_income"], corrected["per_capita_income"]) == ("30000.00", "40000.00")
    # one tenge less for one tenge more
    assert due["monthly_tenge"]["high"] - corrected["monthly_tenge"]["high"] == 5 * (40_000 - 30_000)


async def test_circumstances_open_more_questions_only_where_something_was_chosen(reviewer: Client) -> None:
    await opens_line(reviewer, "line-circumstances")
    await reviewer.ticks("circumstances", "disability")
    reviewer.is_asked("disabled")
    await reviewer.ticks_people(reviewer.words.say("person-spouse"))
    reviewer.is_asked("disability-member", person=reviewer.words.say("person-spouse"))
    await reviewer.taps("disability-group_2")
    assert is_at_the_review(reviewer)
    assert (await reviewer.answers())["disability:spouse"] == "group_2"


# The family


async def test_the_family_is_a_list_of_its_members(reviewer: Client) -> None:
    await opens_family(reviewer)
    words = reviewer.words
    names = [
        words.say("person-self"),
        words.say("person-spouse"),
        *(reviewer.called("child", age) for age in (12, 9, 3)),
    ]
    assert reviewer.reads("family", members=5).buttons == [*names, reviewer.caption("add"), reviewer.caption("review")]


async def test_twins_are_told_apart_by_a_number(beginner: Client) -> None:
    await beginner.citizens_in()
    await beginner.ticks("household", "children")
    await beginner.says("3 3")
    await beginner.taps("activity-none")
    await beginner.ticks("income-kinds")
    await beginner.nothing_special()
    await opens_family(beginner)
    child = beginner.called("child", 3)
    twins = [beginner.words.say("person-numbered", person=child, number=number) for number in ("1", "2")]
    assert beginner.last.buttons[1:3] == twins


@BOTH_LANGUAGES
async def test_a_child_is_added_by_age(telegram: Telegram, language: Language) -> None:
    client = await at_the_review(telegram, language)
    await opens_family(client)
    await client.taps("add", "add-child")
    client.reads("family-add-age-young", group=client.words.say("group-child"))
    await client.says("4")
    assert is_at_the_review(client)
    assert [age for _, age, _ in (await client.answers())["people:child"]] == [12, 9, 3, 4]


async def test_adding_a_child_changes_the_result(recipient: Client) -> None:
    before = (await recipient.result()).record["record"]
    await recipient.taps("change")
    await recipient.presses(recipient.words.say("line-family"))
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
    await opens_family(reviewer)
    await reviewer.taps("add", "add-child")
    await reviewer.says(typed)
    reviewer.is_hinted(hint)
    reviewer.reads("family-add-age-young", group=reviewer.words.say("group-child"))


async def test_a_mother_who_moved_in_is_asked_what_she_does(reviewer: Client) -> None:
    await opens_family(reviewer)
    await reviewer.taps("add", "add-parent")
    await reviewer.says("64")
    reviewer.is_asked("activity-member", person=reviewer.called("parent", 64))
    await reviewer.taps("activity-pensioner")
    # the wage may be hers as well, but it was said already who received it
    assert (await reviewer.answers())["earners:wage"] == ["self"]


async def test_the_way_back_from_adding_adds_nobody(reviewer: Client) -> None:
    before = await reviewer.answers()
    await opens_family(reviewer)
    await reviewer.taps("add", "add-sibling", "back", "back")
    reviewer.reads("family", members=5)
    assert await reviewer.answers() == before


async def test_a_second_spouse_is_not_offered(reviewer: Client) -> None:
    await opens_family(reviewer)
    await reviewer.taps("add")
    assert reviewer.caption("add-spouse") not in reviewer.last.buttons


async def test_a_spouse_is_added_and_asked_what_they_do(beginner: Client) -> None:
    await beginner.citizens_in()
    await beginner.ticks("household", "children")
    await beginner.says("9")
    await beginner.taps("activity-none")
    await beginner.ticks("income-kinds")
    await beginner.nothing_special()
    await opens_family(beginner)
    await beginner.taps("add", "add-spouse")
    beginner.is_asked("activity-member", person=beginner.words.say("person-spouse"))
    await beginner.taps("activity-employed")
    assert is_at_the_review(beginner)
    assert (await beginner.answers())["household"] == ["children", "spouse"]


async def test_removing_somebody_asks_first(reviewer: Client) -> None:
    await opens_family(reviewer)
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
    await opens_line(client, "line-circumstances")
    await client.ticks("circumstances", "illness")
    await client.ticks_people(client.words.say("person-spouse"))
    await opens_family(client)
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
    await opens_family(beginner)
    await beginner.presses(beginner.called("child", 9))
    await beginner.taps("remove", "remove-yes", "review")
    assert (await beginner.answers())["household"] == ["spouse"]
    assert is_at_the_review(beginner)


async def test_the_applicant_cannot_be_removed(reviewer: Client) -> None:
    await opens_family(reviewer)
    await reviewer.presses(reviewer.words.say("person-self"))
    assert reviewer.caption("remove") not in reviewer.last.buttons
    await reviewer.presses_data("v|remove|self", reviewer.last.id, force=True)
    assert reviewer.toast == reviewer.words.say("old-button")
    await reviewer.presses_data("x|remove|self", reviewer.last.id, force=True)
    assert "activity:self" in await reviewer.answers()


async def test_only_the_removal_that_was_asked_about_can_be_confirmed(reviewer: Client) -> None:
    before = await reviewer.answers()
    await opens_family(reviewer)
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
    await opens_family(client)
    await client.presses(client.called("child", 9))
    await client.presses(client.words.say("line-people", group=client.words.say("group-child")))
    client.is_asked("people-child")
    await client.says("10 7")
    answers = await client.answers()
    assert [age for _, age, _ in answers["people:child"]] == [10, 7]
    assert answers["birthday:c1"] == "2019-02-01"
    assert is_at_the_review(client)


async def test_the_answers_about_one_member_are_corrected_from_the_list_of_the_family(reviewer: Client) -> None:
    await opens_family(reviewer)
    await reviewer.presses(reviewer.words.say("person-self"))
    await reviewer.presses(next(caption for caption in reviewer.last.buttons if "₸" in caption))
    await reviewer.says("120000")
    assert (await reviewer.answers())["amount:wage.self"] == [120_000, 120_000]


async def test_text_in_the_list_of_the_family_is_answered_with_the_list_again(reviewer: Client) -> None:
    before = await reviewer.answers()
    await opens_family(reviewer)
    await reviewer.says("12 9 3")
    reviewer.is_hinted("hint-press-button")
    reviewer.reads("family", members=5)
    assert await reviewer.answers() == before


async def test_a_child_is_called_by_the_age_of_today(reviewer: Client, clock: Clock) -> None:
    """And the income of a year ago is told anew before the review."""
    clock.passes(timedelta(days=400))
    await reviewer.says("/check")
    await reviewer.taps("done", "done")
    await reviewer.says("150 000")
    await reviewer.taps("edit")
    await reviewer.presses(reviewer.words.say("line-family"))
    assert reviewer.called("child", 13) in reviewer.last.buttons
