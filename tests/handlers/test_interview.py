"""The questions, answered as people answer them: by pressing, by typing, wrongly, unsurely, back and forth."""

from collections.abc import Coroutine
from datetime import timedelta
from typing import Any

import pytest

from bot.texts import Language, texts
from bot.wording.phrases import within_line
from tests.chat import Clock, Telegram
from tests.handlers.client import TICK, Client
from tests.handlers.families import alone, alone_up_to_the_wage, at_first_question, family_of_five

MOST_SCREENS = 12
MOST_SCREENS_OF_SEVEN = 15
LANGUAGES = list(Language)


# How long it is


@pytest.mark.parametrize("language", LANGUAGES)
async def test_two_adults_and_three_children_with_one_wage_reach_the_review_within_twelve_screens(
    telegram: Telegram, language: Language
) -> None:
    client = await at_first_question(telegram, language)
    screens = await screens_of(
        client,
        client.region(),
        client.taps("status-all"),
        client.ticks("household", "spouse", "children"),
        client.says("12 7 3"),  # the birthday of a child of 7 is asked: this is the longest such interview
        client.taps("activity-employed"),
        client.taps("activity-none"),
        client.ticks("income-kinds", "wage"),
        client.says("150 000"),
        client.ticks("circumstances"),
        client.ticks("history"),
        client.says("01.02.2019"),
    )
    assert screens + 1 <= MOST_SCREENS, "the questions and the review"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_mother_of_four_with_her_husbands_mother_and_odd_jobs_comes_to_the_review_within_fifteen(
    telegram: Telegram, language: Language
) -> None:
    """Neither who earned from odd jobs nor who has the pension is asked: one works, and one is a pensioner."""
    client = await at_first_question(telegram, language)
    screens = await screens_of(
        client,
        client.region("KZ-61"),
        client.taps("status-all"),
        client.ticks("household", "spouse", "children", "husbands_mother"),
        client.says("12 9 7 0"),
        client.says("68"),
        client.taps("activity-with_baby"),
        client.taps("activity-casual"),
        client.ticks("income-kinds", "casual_work", "pension", "allowance"),
        client.ticks("allowance-kinds", "child_care_allowance", "large_family_allowance"),
        client.says("80 мың"),
        client.says("118 мың"),
        client.says("40 мың"),
        client.ticks("circumstances"),
        client.ticks("history"),
    )
    while client.caption("calculate") not in client.last.buttons:
        screens += 1
        await client.taps("unknown")  # birthdays
    assert screens <= MOST_SCREENS_OF_SEVEN
    answers = await client.answers()
    assert answers["amount:casual_work.spouse"] == [80_000, 80_000]
    assert answers["amount:pension.e1"] == [118_000, 118_000]


async def screens_of(client: Client, *answers: Coroutine[Any, Any, object]) -> int:
    """Answer one question after another, and return how many screens were seen."""
    screens = set()
    for answer in answers:
        screens.add(client.last.text)
        await answer
    return len(screens)


async def test_somebody_alone_without_income_answers_seven_questions(beginner: Client) -> None:
    await beginner.citizens_in()
    await beginner.ticks("household")
    await beginner.taps("activity-none")
    await beginner.ticks("income-kinds")
    await beginner.nothing_special()
    assert beginner.caption("calculate") in beginner.last.buttons
    assert len(await beginner.answers()) == 7


async def test_every_question_says_in_which_of_four_sections_one_stands(beginner: Client) -> None:
    section = {name: beginner.words.say(f"section-{name}") for name in ("family", "money", "special", "check")}
    assert beginner.stands_in() == section["family"]
    await beginner.citizens_in()
    await beginner.ticks("household")
    await beginner.taps("activity-employed")
    assert beginner.stands_in() == section["money"]
    await beginner.ticks("income-kinds", "wage")
    await beginner.says("90 000")
    assert beginner.stands_in() == section["special"]
    await beginner.nothing_special()
    assert beginner.stands_in() == section["check"]
    assert beginner.last.text.splitlines()[0] == " · ".join(section.values())


async def test_none_of_these_stands_first_and_where_something_is_ticked_unticks_it_before_it_answers(
    beginner: Client,
) -> None:
    await beginner.citizens_in()
    await beginner.taps("household-spouse")
    assert beginner.last.buttons[0] == beginner.caption("household-none")
    await beginner.taps("household-none")
    assert beginner.caption("household-spouse") in beginner.last.buttons
    assert "household" not in await beginner.answers()
    await beginner.taps("household-none")
    assert (await beginner.answers())["household"] == []


async def test_done_without_a_tick_says_how_to_answer(beginner: Client) -> None:
    await beginner.citizens_in()
    await beginner.taps("done")
    assert beginner.toast == beginner.words.say("hint-tick-or-none")
    assert "household" not in await beginner.answers()


# Pressing and typing


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_words_of_a_button_may_be_typed_instead_of_pressed(telegram: Telegram, language: Language) -> None:
    client = await at_first_question(telegram, language)
    await client.says(client.words.region_short("KZ-31").upper())
    await client.says(client.caption("status-all").upper())
    await client.ticks("household")
    await client.says(f"  {client.caption('activity-employed').lower()} ")
    assert (await client.answers())["region"] == "KZ-31"
    assert (await client.answers())["activity:self"] == "employed"


async def test_the_word_of_a_button_in_another_language_is_not_understood(beginner: Client) -> None:
    await beginner.citizens_in()
    await beginner.ticks("household")
    await beginner.says(texts(Language.RU).say("button-activity-employed"))
    beginner.is_hinted("hint-press-button")
    beginner.is_asked("activity-self")


@pytest.mark.parametrize(
    ("typed", "tenge"),
    [
        ("150 000", 150_000),
        ("150000", 150_000),
        ("150 мың", 150_000),
        ("150 тыс", 150_000),
        ("150к", 150_000),
        ("150 мың теңге", 150_000),
        ("0", 0),
        ("жоқ", 0),
    ],
)
async def test_money_is_understood_as_people_write_it(beginner: Client, typed: str, tenge: int) -> None:
    await alone(beginner, typed)
    assert (await beginner.answers())["amount:wage.self"] == [tenge, tenge]


async def test_a_range_of_money_is_an_answer(beginner: Client) -> None:
    await alone(beginner, "80–120 мың")
    assert (await beginner.answers())["amount:wage.self"] == [80_000, 120_000]
    assert beginner.words.money_range(240_000, 360_000) in beginner.last.text


@pytest.mark.parametrize("typed", ["12 7 3", "12, 7, 3", "12 жас, 7 жас және 3 жас", "12;7;3"])
async def test_ages_are_understood_in_one_line(beginner: Client, typed: str) -> None:
    await beginner.citizens_in()
    await beginner.ticks("household", "children")
    await beginner.says(typed)
    assert [age for _, age, _ in (await beginner.answers())["people:child"]] == [12, 7, 3]


async def test_a_tick_is_shown_and_a_second_press_takes_it_away(beginner: Client) -> None:
    await beginner.citizens_in()
    await beginner.taps("household-spouse")
    assert beginner.last.buttons[1] == TICK + beginner.caption("household-spouse")
    await beginner.presses(TICK + beginner.caption("household-spouse"))
    assert beginner.last.buttons[1] == beginner.caption("household-spouse")


async def test_ticks_are_kept_over_a_restart(beginner: Client) -> None:
    await beginner.citizens_in()
    await beginner.taps("household-spouse")
    beginner.telegram.restarted()
    await beginner.taps("household-children", "done")
    assert (await beginner.answers())["household"] == ["spouse", "children"]


async def test_an_answered_question_leaves_one_line_without_buttons_and_the_next_stands_below(beginner: Client) -> None:
    words = beginner.words
    await beginner.citizens_in()
    await beginner.ticks("household", "children")
    await beginner.says("9 4")
    region, status, household, ages, now = beginner.sees
    assert region.text == f"✓ {words.say('line-region')} – {words.region_short('KZ-79')}"
    assert household.text == f"✓ {words.say('line-household')} – {within_line(beginner.caption('household-children'))}"
    assert ages.text == f"✓ {words.say('line-people', group=words.say('group-child'))} – 9, 4"
    assert [shown.buttons for shown in (region, status, household, ages)] == [[]] * 4
    assert words.say("question-activity-self") in now.text


async def test_a_hint_takes_over_the_buttons_of_the_question_above_it(beginner: Client) -> None:
    await beginner.says("Марс")
    asked, hint = beginner.sees
    assert (asked.buttons, bool(hint.buttons)) == ([], True)
    await beginner.region()
    assert beginner.sees[1].text.startswith("✓ ")


# Nonsense


async def test_nonsense_instead_of_a_button_gets_a_hint_and_the_question_again(beginner: Client) -> None:
    await beginner.says("Марс")
    beginner.is_hinted("hint-press-button")
    beginner.is_asked("region")
    assert await beginner.answers() == {}


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("үшеу", "hint-child"),
        ("12 7 3 пе", "hint-child"),
        ("12 -7", "hint-child"),
        ("25", "hint-child-range"),
        ("12 18", "hint-child-range"),
    ],
)
async def test_nonsense_instead_of_ages_gets_a_hint_with_an_example(beginner: Client, typed: str, hint: str) -> None:
    await beginner.citizens_in()
    await beginner.ticks("household", "children")
    await beginner.says(typed)
    beginner.is_hinted(hint)
    beginner.is_asked("people-child")


@pytest.mark.parametrize("typed", ["көп", "-5", "15 0000", "1 2 3 4 5 6 7", "150 000 $", "NaN", "10**9", "²"])
async def test_nonsense_instead_of_money_gets_a_hint_with_an_example(beginner: Client, typed: str) -> None:
    await alone_up_to_the_wage(beginner)
    await beginner.says(typed)
    beginner.is_hinted("hint-money")
    beginner.is_asked("amount-wage", person=beginner.words.say("person-self"))


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("кеше", "hint-day"),
        ("31.02.2019", "hint-day"),
        ("01.02.2031", "hint-day-future"),
        ("1.1.1850", "hint-day-past"),
    ],
)
async def test_nonsense_instead_of_a_day_gets_a_hint_with_the_example_of_the_question(
    beginner: Client, typed: str, hint: str
) -> None:
    await up_to_a_birthday(beginner)
    await beginner.says(typed)
    beginner.is_hinted(hint, example="11.11.2018")
    beginner.is_asked("birthday-member", person=beginner.called("child", 7), example="11.11.2018")


async def test_an_impossibly_large_sum_gets_a_hint(beginner: Client) -> None:
    await alone_up_to_the_wage(beginner)
    await beginner.says("9" * 40)
    beginner.is_hinted("hint-money-large")


async def test_text_at_the_review_is_answered_with_the_buttons_again(reviewer: Client) -> None:
    await reviewer.says("бәрі дұрыс сияқты")
    reviewer.is_hinted("hint-press-button")
    assert reviewer.caption("calculate") in reviewer.last.buttons


async def test_a_question_that_needs_an_answer_says_so_when_nothing_is_ticked(beginner: Client) -> None:
    await beginner.citizens_in()
    await beginner.ticks("household", "relatives")
    await beginner.taps("done")
    assert beginner.toast == beginner.words.say("hint-pick-at-least-one")
    beginner.is_asked("relatives")


# Back and forth


async def test_one_goes_back_through_all_questions_to_the_first_and_forward_again(beginner: Client) -> None:
    await family_of_five(beginner)
    before = await beginner.answers()
    await beginner.opens("line-history")
    backwards = []
    while beginner.caption("back") in beginner.last.buttons:
        await beginner.taps("back")
        backwards.append(beginner.last.text)
    for name, shown in zip(("circumstances", "amount-wage-self", "income-kinds"), backwards, strict=False):
        months = beginner.words.base_months(beginner.base_months)
        assert beginner.words.say_with(f"question-{name}", base_months=months) in shown
    assert len(backwards) == 9
    beginner.is_asked("region")
    assert await beginner.answers() == before
    await beginner.taps("review")
    assert beginner.caption("calculate") in beginner.last.buttons


async def test_the_first_question_has_no_way_back(beginner: Client) -> None:
    assert beginner.caption("back") not in beginner.last.buttons


async def test_back_shows_the_earlier_answer_ticked(beginner: Client) -> None:
    await beginner.citizens_in()
    await beginner.ticks("household", "spouse")
    await beginner.taps("back")
    assert beginner.last.buttons[1] == TICK + beginner.caption("household-spouse")
    await beginner.taps("done")
    beginner.is_asked("activity-self")


async def test_a_changed_answer_leads_on_to_the_first_question_that_is_open(beginner: Client) -> None:
    await beginner.citizens_in()
    await beginner.ticks("household", "spouse")
    await beginner.taps("activity-employed", "back", "back")
    await beginner.presses(TICK + beginner.caption("household-spouse"))
    await beginner.taps("household-children", "done")
    beginner.is_asked("people-child")
    assert (await beginner.answers())["activity:self"] == "employed"


async def test_children_who_are_unticked_are_left_out_with_all_that_was_said_of_them(reviewer: Client) -> None:
    await reviewer.opens("line-activity", person=reviewer.words.say("person-self"))
    await reviewer.taps("back", "back")
    await reviewer.presses(TICK + reviewer.caption("household-children"))
    await reviewer.taps("done")
    assert "people:child" not in await reviewer.answers()
    reviewer.reads("review-total", income=reviewer.words.money(450_000))
    assert reviewer.words.say("group-child") not in reviewer.last.text


async def test_somebody_who_no_longer_earns_is_no_longer_asked_for_the_amount(reviewer: Client) -> None:
    await reviewer.opens("line-income-kinds")
    await reviewer.taps("income-kinds-none", "income-kinds-none")
    assert reviewer.words.say("review-income-none") in reviewer.last.text


async def test_an_answer_that_belongs_again_need_not_be_given_again(reviewer: Client) -> None:
    """A birth date was asked anew after a sum had been raised and lowered."""
    told = await reviewer.answers()
    await reviewer.opens("line-income-kinds")
    await reviewer.taps("income-kinds-none", "income-kinds-none")
    await reviewer.opens("line-income-kinds")
    await reviewer.taps("income-kinds-wage", "done")
    assert reviewer.caption("calculate") in reviewer.last.buttons
    assert await reviewer.answers() == told


# Amounts: month by month, unknown, asked back


async def test_an_amount_that_was_not_the_same_is_asked_month_by_month(beginner: Client) -> None:
    await alone_up_to_the_wage(beginner)
    await beginner.taps("differs")
    words = beginner.words
    for month, typed in zip(beginner.base_months, ("100 мың", "0", "150к"), strict=True):
        beginner.is_asked(
            "month", person=words.say("person-self"), kind=words.say("kind-wage"), month=words.base_month(month)
        )
        await beginner.says(typed)
    await beginner.nothing_special()
    assert beginner.words.money(250_000) in beginner.last.text


async def test_the_words_for_month_by_month_may_be_typed(beginner: Client) -> None:
    await alone_up_to_the_wage(beginner)
    await beginner.says(beginner.caption("differs"))
    assert (await beginner.answers())["amount:wage.self"] == "differs"


async def test_months_are_left_out_once_the_amount_was_the_same(beginner: Client) -> None:
    await alone_up_to_the_wage(beginner)
    await beginner.taps("differs")
    await beginner.says("100 мың")
    await beginner.taps("back", "back")
    await beginner.says("90 мың")
    beginner.is_asked("circumstances")
    await beginner.nothing_special()
    assert beginner.words.money(270_000) in beginner.last.text


async def test_who_does_not_know_is_asked_for_a_range_first(beginner: Client) -> None:
    await alone_up_to_the_wage(beginner)
    await beginner.taps("unknown")
    assert beginner.reads("followup-dont-know").buttons == [
        beginner.caption("unknown-at-all"),
        beginner.caption("back"),
    ]
    await beginner.says("20–40 мың")
    assert (await beginner.answers())["amount:wage.self"] == [20_000, 40_000]


async def test_who_does_not_know_at_all_comes_to_a_result_that_says_so(beginner: Client) -> None:
    await alone_up_to_the_wage(beginner)
    await beginner.taps("unknown", "unknown-at-all")
    await beginner.nothing_special()
    beginner.reads("review-income-unknown", known=beginner.words.money(0))
    await beginner.taps("calculate")
    assert beginner.words.say("kind-wage") in beginner.last.text
    assert beginner.last.buttons[0] == beginner.caption("fill-in-sum")


async def test_i_do_not_know_may_be_typed_twice(beginner: Client) -> None:
    await alone_up_to_the_wage(beginner)
    await beginner.says(beginner.caption("unknown"))
    beginner.reads("followup-dont-know")
    await beginner.says(beginner.caption("unknown"))
    assert (await beginner.answers())["amount:wage.self"] == "unknown"


async def test_a_birthday_that_nobody_knows_is_an_answer(beginner: Client) -> None:
    await up_to_a_birthday(beginner)
    await beginner.taps("unknown")
    assert (await beginner.answers())["birthday:c1"] == "unknown"
    assert beginner.caption("calculate") in beginner.last.buttons


@pytest.mark.parametrize(
    ("button", "kept"), [("check-month", [450_000] * 2), ("check-quarter", {"quarter": [450_000] * 2})]
)
async def test_a_sum_that_may_be_of_three_months_is_asked_back(beginner: Client, button: str, kept: object) -> None:
    await alone_up_to_the_wage(beginner)
    await beginner.says("450 000")
    beginner.reads("check-scale", amount=beginner.words.money(450_000))
    assert "amount:wage.self" not in await beginner.answers()
    await beginner.taps(button)
    assert (await beginner.answers())["amount:wage.self"] == kept
    beginner.is_asked("circumstances")


@pytest.mark.parametrize("kept", [150, 150_000])
async def test_a_sum_that_may_be_in_thousands_is_asked_back(beginner: Client, kept: int) -> None:
    await alone_up_to_the_wage(beginner)
    await beginner.says("150")
    money = beginner.words.money
    assert beginner.last.buttons == [money(150), money(150_000), beginner.caption("back")]
    await beginner.presses(money(kept))
    assert (await beginner.answers())["amount:wage.self"] == [kept, kept]


@pytest.mark.parametrize("typed", ["1 млн 200", "1 миллион 200", "миллион двести", "бір миллион екі жүз"])
async def test_a_million_and_some_hundreds_may_be_hundreds_of_thousands(beginner: Client, typed: str) -> None:
    """Then it is asked for how long it is, as of any sum of that size."""
    await alone_up_to_the_wage(beginner)
    await beginner.says(typed)
    money = beginner.words.money
    beginner.reads("check-thousands", amount=money(1_000_200), larger=money(1_200_000))
    await beginner.presses(money(1_200_000))
    assert "amount:wage.self" not in await beginner.answers()
    beginner.reads("check-scale", amount=money(1_200_000))
    await beginner.taps("check-quarter")
    assert (await beginner.answers())["amount:wage.self"] == {"quarter": [1_200_000, 1_200_000]}


async def test_who_meant_a_million_and_two_hundred_tenge_says_so(beginner: Client) -> None:
    await alone_up_to_the_wage(beginner)
    await beginner.says("1 млн 200")
    await beginner.presses(beginner.words.money(1_000_200))
    await beginner.taps("check-month")
    assert (await beginner.answers())["amount:wage.self"] == [1_000_200, 1_000_200]


async def test_a_sum_that_is_neither_of_the_two_is_typed_anew(beginner: Client) -> None:
    await alone_up_to_the_wage(beginner)
    await beginner.says("2 млн 50")
    beginner.reads("check-thousands", amount=beginner.words.money(2_000_050), larger=beginner.words.money(2_050_000))
    await beginner.says("250 000")
    assert (await beginner.answers())["amount:wage.self"] == [250_000, 250_000]


async def test_a_sum_with_a_nought_too_many_is_asked_back_and_may_be_typed_anew(beginner: Client) -> None:
    await alone_up_to_the_wage(beginner)
    await beginner.says("15 000 000")
    beginner.reads("check-large", amount=beginner.words.money(15_000_000))
    await beginner.says("150 000")
    assert (await beginner.answers())["amount:wage.self"] == [150_000, 150_000]


async def test_a_very_large_sum_that_is_right_is_kept(beginner: Client) -> None:
    await alone_up_to_the_wage(beginner)
    await beginner.says("15 000 000")
    await beginner.taps("check-right")
    assert (await beginner.answers())["amount:wage.self"] == [15_000_000, 15_000_000]


async def test_back_from_what_is_asked_back_asks_for_the_sum_anew(beginner: Client) -> None:
    await alone_up_to_the_wage(beginner)
    await beginner.says("450 000")
    await beginner.taps("back")
    beginner.is_asked("amount-wage", person=beginner.words.say("person-self"))


async def test_what_is_asked_back_is_still_open_after_a_restart(beginner: Client) -> None:
    await alone_up_to_the_wage(beginner)
    await beginner.says("450 000")
    beginner.telegram.restarted()
    await beginner.taps("check-quarter")
    assert (await beginner.answers())["amount:wage.self"] == {"quarter": [450_000, 450_000]}


async def test_nonsense_while_something_is_asked_back_asks_it_again(beginner: Client) -> None:
    await alone_up_to_the_wage(beginner)
    await beginner.says("450 000")
    await beginner.says("әй, білмедім ғой")
    beginner.is_hinted("hint-money")
    beginner.reads("check-scale", amount=beginner.words.money(450_000))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("бір ай", [450_000] * 2), ("за три месяца", {"quarter": [450_000] * 2}), ("Бір айдікі", [450_000] * 2)],
)
async def test_what_is_asked_back_may_be_answered_in_words(beginner: Client, typed: str, kept: object) -> None:
    await alone_up_to_the_wage(beginner)
    await beginner.says("450 000")
    await beginner.says(typed)
    assert (await beginner.answers())["amount:wage.self"] == kept


@pytest.mark.parametrize("kind", ["other", "gift", "farm", "interest"])
async def test_money_is_asked_for_a_month_whatever_it_comes_from(beginner: Client, kind: str) -> None:
    """40 000 a month was once stored as what came in three months: 40 000 too much help."""
    await beginner.citizens_in()
    await beginner.ticks("household")
    await beginner.taps("activity-none")
    await beginner.ticks("income-kinds", kind)
    await beginner.says("айына 40 мың")
    beginner.reads("noted", answer=beginner.words.say("told-month", amount=beginner.words.money(40_000)))
    await beginner.nothing_special()
    beginner.reads("review-total", income=beginner.words.money(120_000))


async def test_a_month_named_where_what_came_once_is_asked_is_asked_back_and_counts_as_meant(beginner: Client) -> None:
    await beginner.citizens_in()
    await beginner.ticks("household")
    await beginner.taps("activity-none")
    await beginner.ticks("income-kinds", "sale")
    await beginner.says("айына 40 мың")
    beginner.reads("check-scale", amount=beginner.words.money(40_000))
    await beginner.taps("check-month")
    assert (await beginner.answers())["amount:sale.self"] == {"month": [40_000, 40_000]}
    await beginner.nothing_special()
    beginner.reads("review-total", income=beginner.words.money(120_000))


async def test_three_months_named_where_one_is_asked_are_asked_back_as_well(beginner: Client) -> None:
    await alone_up_to_the_wage(beginner)
    await beginner.says("үш айда 300 мың")
    beginner.reads("check-scale", amount=beginner.words.money(300_000))
    await beginner.taps("check-quarter")
    assert (await beginner.answers())["amount:wage.self"] == {"quarter": [300_000, 300_000]}


async def test_money_received_once_is_not_taken_for_a_monthly_one(beginner: Client) -> None:
    await alone_up_to_the_wage(beginner)
    await beginner.says("бір рет 328 700")
    beginner.reads("check-once", amount=beginner.words.money(328_700))
    await beginner.taps("check-once")
    assert (await beginner.answers())["amount:wage.self"] == {"quarter": [328_700, 328_700]}


async def test_a_week_or_a_year_is_asked_again(beginner: Client) -> None:
    await alone_up_to_the_wage(beginner)
    for typed in ("аптасына 20 мың", "500 тысяч в год"):
        await beginner.says(typed)
        beginner.is_hinted("hint-money-period")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_was_typed_is_said_back_with_its_period(telegram: Telegram, language: Language) -> None:
    client = await at_first_question(telegram, language)
    await client.says("Turkistan")
    client.reads("noted", answer=client.words.region_short("KZ-61"))
    await client.taps("status-all")
    await client.ticks("household", "children")
    await client.says("он екі, жеті")
    client.reads("noted-ages", ages="12, 7")
    await client.taps("activity-employed")
    await client.ticks("income-kinds", "wage")
    await client.says("150 мың")
    client.reads("noted", answer=client.words.say("told-month", amount=client.words.money(150_000)))


# Only what can still change the result is asked


async def test_no_birthday_is_asked_of_a_child_whose_age_lies_between_the_boundaries(reviewer: Client) -> None:
    assert [key for key in await reviewer.answers() if key.startswith("birthday")] == []


async def test_who_received_the_wage_is_not_asked_of_somebody_alone(beginner: Client) -> None:
    await alone(beginner)
    assert "earners:wage" not in await beginner.answers()


async def test_details_of_circumstances_are_not_asked_where_income_rules_the_assistance_out(beginner: Client) -> None:
    await alone_up_to_the_wage(beginner)
    await beginner.says("300 000")
    await beginner.ticks("circumstances", "disability")
    await beginner.ticks("history", "work_refused")
    assert beginner.caption("calculate") in beginner.last.buttons


async def test_the_day_of_a_refusal_is_asked_where_the_assistance_may_be_due(beginner: Client) -> None:
    await alone_up_to_the_wage(beginner)
    await beginner.says("0")
    await beginner.ticks("circumstances")
    await beginner.ticks("history", "work_refused")
    beginner.is_asked("work-refused-on", office=beginner.words.say("office-E2023"))
    await beginner.says("15.01.2026")
    assert (await beginner.answers())["work-refused-on"] == "2026-01-15"


@pytest.mark.parametrize("language", list(Language))
async def test_whoever_does_not_know_the_day_of_a_refusal_says_so_and_is_told_what_to_find_out_where(
    telegram: Telegram, language: Language
) -> None:
    """Neither a yes nor a no: the day, the office that knows it, and what the help would be once the term is over."""
    client = await at_first_question(telegram, language)
    await alone_up_to_the_wage(client)
    await client.says("0")
    await client.ticks("circumstances")
    await client.ticks("history", "work_refused", "contract_broken")
    await client.taps("unknown")
    client.is_asked("contract-broken-on")
    await client.says(client.caption("unknown").upper())
    assert (await client.answers())["contract-broken-on"] == "unknown"
    await client.taps("calculate")
    for ground in ("measures_refused", "contract_broken"):
        client.reads(f"result-undecided-{ground}", months=6)
    client.reads("result-undecided-door-day", office=client.words.say("office-E2023"))
    assert (await client.result()).record["record"]["outcome"] == "undecided"


async def test_a_day_that_comes_to_mind_later_decides(beginner: Client) -> None:
    """From the undecided result back to the answer, which takes the day then."""
    await alone_up_to_the_wage(beginner)
    await beginner.says("0")
    await beginner.ticks("circumstances")
    await beginner.ticks("history", "work_refused")
    await beginner.taps("unknown")
    await beginner.taps("calculate", "change")
    await beginner.opens("line-work-refused-on")
    await beginner.says("15.01.2024")
    await beginner.taps("calculate")
    assert (await beginner.result()).record["record"]["outcome"] != "undecided"


async def up_to_a_birthday(client: Client) -> None:
    """Come to the question when a child of seven was born."""
    await client.citizens_in()
    await client.ticks("household", "children")
    await client.says("7")
    await client.taps("activity-none")
    await client.ticks("income-kinds")
    await client.nothing_special()


async def test_the_income_of_a_quarter_that_is_over_is_not_taken_for_that_of_the_next(
    reviewer: Client, clock: Clock
) -> None:
    """The months are others now, so the income is asked again, and it is said why; the ticks stay to be confirmed."""
    clock.passes(timedelta(days=70))  # 21 July: the months are April, May and June now
    await reviewer.says("/check")
    assert reviewer.caption("calculate") not in reviewer.last.buttons
    await reviewer.taps("renewal-all")
    reviewer.is_asked("income-kinds")
    reviewer.reads("new-quarter")
    assert any(caption.startswith(TICK) for caption in reviewer.last.buttons)


async def test_what_was_said_of_the_family_stays_when_a_quarter_ends(reviewer: Client, clock: Clock) -> None:
    """Only the income belongs to its months; the ages are of the day on which they were said to be the same."""
    before = await reviewer.answers()
    clock.passes(timedelta(days=70))
    await reviewer.says("/check")
    await reviewer.taps("renewal-all", "done")
    after = await reviewer.answers()
    assert {place: before[place] for place in ("region", "household", "circumstances")} == {
        place: after[place] for place in ("region", "household", "circumstances")
    }
    assert [told[:2] for told in before["people:child"]] == [told[:2] for told in after["people:child"]]


async def test_of_a_students_stipend_nobody_can_say_that_another_received_it(beginner: Client) -> None:
    """No question asks who received it: the button would show the same question again."""
    await beginner.citizens_in()
    await beginner.ticks("household", "spouse")
    await beginner.taps("activity-employed", "activity-none")
    await beginner.ticks("income-kinds", "wage")
    await beginner.says("60 000")
    await beginner.ticks("circumstances", "student")
    await beginner.ticks("history")
    await beginner.says("20")
    beginner.is_asked("amount-stipend", person=beginner.called("student", 20))
    assert beginner.caption("another") not in beginner.last.buttons
