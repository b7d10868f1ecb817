"""What else there is beside a result, as a person reads it: in short, all of it, one kind, and what is not offered."""

from datetime import datetime, timedelta
from typing import Final

import pytest

from bot.store import assessments
from bot.store.assessments import ShownResult
from bot.texts import Language
from bot.wording.other_help import counts_later
from bot.wording.phrases import plain, within_line
from tests.chat import Telegram
from tests.handlers.client import Client
from tests.handlers.families import alone, at_first_question, at_the_result, mother_of_four

BOTH_LANGUAGES = pytest.mark.parametrize("language", list(Language))
HALF_A_MINIMUM: Final = 81_871  # 1.61 subsistence minimums of 2026, to the child and to who brings it up
OF_FOUR_CHILDREN: Final = 69_330


def line(client: Client, kind: str, amount: int) -> str:
    """Return what a line says of money a month that is due."""
    name = client.words.say(f"help-{kind}")
    told = client.words.say("help-line-monthly", number="1", name=name, amount=client.words.money(amount))
    return plain(told).removeprefix("1. ")


@BOTH_LANGUAGES
@pytest.mark.parametrize("wage", ["150000", "400 000"])
async def test_a_yes_and_a_no_open_what_else_there_is_below_them(
    telegram: Telegram, language: Language, wage: str
) -> None:
    client = await at_the_result(telegram, language, wage)
    result = client.last
    shown = await client.taps("other-help")
    assert shown.id > result.id, "the result stays"
    assert 2 <= len([one for one in shown.text.splitlines() if one]) <= 6
    client.reads("help-nothing-due")
    client.reads("help-ask")
    assert plain(client.words.say("help-housing-aid")) in shown.text
    await client.taps("result")
    assert client.last.text == result.text


@BOTH_LANGUAGES
async def test_a_child_with_a_disability_brings_two_allowances_with_their_sums(
    telegram: Telegram, language: Language
) -> None:
    client = await at_first_question(telegram, language)
    await mother_of_four(client)
    due = 2 * HALF_A_MINIMUM + OF_FOUR_CHILDREN
    client.reads("result-other-help", amount=client.words.money(due))
    await client.taps("why")
    client.reads("warning-large_family_allowance_not_listed")
    assert client.caption("add-allowance") in client.last.buttons, "where it is paid already, it is added here"
    await client.taps("result")
    shown = (await client.taps("other-help")).text
    for kind in ("child-disability-allowance", "disabled-child-parent-allowance"):
        assert line(client, kind, HALF_A_MINIMUM) in shown
    assert line(client, "large-family-allowance", OF_FOUR_CHILDREN) in shown
    found = (await client.result()).record["other_help"]["totals"]
    assert found["with_other_tenge"] is not None
    assert client.words.money(found["with_other_tenge"]["high"]) in shown.splitlines()[-1]
    client.reads("help-total-income")


@BOTH_LANGUAGES
async def test_a_mother_of_four_reads_what_the_assistance_becomes_once_the_allowance_counts(
    telegram: Telegram, language: Language
) -> None:
    """By the likely line, as by hand: five people, 150 000 a month, and then the allowance beside it."""
    client = await at_first_question(telegram, language)
    await client.citizens_in("KZ-79")
    await client.ticks("household", "children")
    await client.says("15 12 9 7")
    await client.taps("activity-employed")
    await client.ticks("income-kinds", "wage")
    await client.says("150 000")
    await client.nothing_special()
    await client.calculates()
    words, found = client.words, (await client.result()).record
    likely = found["record"]["poverty_line"]["tenge"]
    now, left = (max(0, 5 * likely - income) for income in (150_000, 150_000 + OF_FOUR_CHILDREN))
    assert found["record"]["monthly_tenge"]["likely"] == now
    name = within_line(words.say("help-large-family-allowance"))
    client.reads("result-other-help-named", name=name, amount=words.money(OF_FOUR_CHILDREN))
    client.reads("result-other-help-paid")
    client.reads("help-lowers-later-ends" if not left else "help-lowers-later-or-ends")
    await client.taps("other-help")
    client.reads("help-total-now", now=words.money(150_000 + now))
    client.reads("help-total-first", names=name, first=words.money(150_000 + now + OF_FOUR_CHILDREN))
    then = words.money(150_000 + OF_FOUR_CHILDREN + left)
    if left:
        client.reads("help-total-then", assistance=words.money(left), then=then)
    else:
        client.reads("help-total-then-ends-package", then=then)
    more = OF_FOUR_CHILDREN + left - now
    client.reads("help-total-more-likely", difference=words.money(more))
    lowest, supplement = found["record"]["poverty_line"]["low"], found["record"]["child_supplement_tenge"] or 0
    least_now, least_left = (max(0, 5 * lowest - income) for income in (150_000, 150_000 + OF_FOUR_CHILDREN))
    most = OF_FOUR_CHILDREN + least_left - least_now
    assert most > more > 0
    assert not supplement, "so by no line there is less than now"
    assert words.say("help-total-between", less="", more="").split()[0] not in client.last.text.splitlines()[-1]
    await client.taps("result", "next")
    client.reads("next-steps-other-help", names=name, office_to=words.say("office-E2023.to"))
    (later,) = counts_later(words, found["other_help"], client.telegram.clock().date())
    assert later in client.last.text
    compared = "help-total-compared" if left else "help-total-compared-ends-package"
    first = words.money(150_000 + now + OF_FOUR_CHILDREN)
    client.reads(compared, now=words.money(150_000 + now), first=first, then=then)
    assert client.caption("other-help") in client.last.buttons


@BOTH_LANGUAGES
async def test_below_a_no_stands_what_other_help_is_possible(telegram: Telegram, language: Language) -> None:
    client = await at_the_result(telegram, language, wage="400 000")
    may, due = (within_line(client.words.say(f"help-{kind}")) for kind in ("housing-aid", "job-search"))
    client.reads("result-other-help-due-and-may", may=may, due=due)


@BOTH_LANGUAGES
async def test_what_the_family_gets_is_not_offered_and_named_at_the_end(telegram: Telegram, language: Language) -> None:
    client = await at_first_question(telegram, language)
    await mother_of_four(client, "child_disability_allowance", "large_family_allowance")
    shown = await client.taps("other-help")
    gets = [client.words.say(f"help-{kind}") for kind in ("child-disability-allowance", "large-family-allowance")]
    assert not any(name in shown.text for name in gets)
    assert line(client, "disabled-child-parent-allowance", HALF_A_MINIMUM) in shown.text
    shown = await client.presses(next(caption for caption in shown.buttons if "(" in caption))
    while client.caption("page-on") in shown.buttons:
        assert not any(name in shown.text for name in gets)
        shown = await client.taps("page-on")
    assert all(name in shown.text.splitlines()[-1] for name in gets)


@BOTH_LANGUAGES
async def test_a_kind_is_opened_by_its_number_and_leads_back(telegram: Telegram, language: Language) -> None:
    client = await at_first_question(telegram, language)
    await mother_of_four(client)
    short = await client.taps("other-help")
    opened = await client.presses("1")
    assert opened.id == short.id, "in the place of the list"
    place = (await client.result()).record["other_help"]["help"][0]
    assert client.words.say(f"help-{place['help']}") in opened.text
    client.reads("help-where", places=", ".join(client.words.say(f"help-where-{one}") for one in place["where"]))
    client.reads("help-estimate")
    await client.taps("back")
    assert client.last.text == short.text


async def test_the_whole_list_opens_at_its_beginning_and_a_kind_leads_back_to_its_page(telegram: Telegram) -> None:
    client = await at_first_question(telegram)
    await mother_of_four(client)
    await client.taps("other-help")
    first = await client.presses(next(caption for caption in client.last.buttons if "(" in caption))
    assert first.text.startswith("1. ")
    assert client.caption("page-back") not in first.buttons
    second = await client.taps("page-on")
    assert second.text.startswith("7. ")
    await client.presses("7")
    await client.taps("back")
    assert client.last.text == second.text
    await client.taps("page-back")
    assert client.last.text == first.text
    await client.taps("help-short")
    assert client.caption("page-on") not in client.last.buttons


@BOTH_LANGUAGES
async def test_somebody_alone_to_whom_nothing_is_due_reads_so_and_where_to_ask(
    telegram: Telegram, language: Language
) -> None:
    client = await at_first_question(telegram, language)
    await alone(client, "300 000")
    await client.taps("calculate", "other-help")
    assert client.last.text.startswith(client.words.say("help-nothing-due"))
    assert client.last.text.endswith(client.words.say("help-ask"))


async def test_the_help_stays_as_it_was_shown(recipient: Client) -> None:
    await recipient.taps("other-help")
    before = recipient.last.text
    recipient.telegram.restarted()
    await recipient.taps("result", "other-help")
    assert recipient.last.text == before


async def test_a_quarter_that_is_over_offers_nothing_else(recipient: Client) -> None:
    await recipient.looks_for_a_quarter()
    await recipient.presses("2025", recipient.words.quarter("2025-Q1"))
    while recipient.caption("unknown") in recipient.last.buttons:
        await recipient.taps("unknown")
    await recipient.taps("calculate")
    assert recipient.caption("other-help") not in recipient.last.buttons


async def test_a_result_of_before_has_no_such_button_and_a_forged_one_is_old(recipient: Client) -> None:
    kept = (await recipient.result()).record
    of_before: ShownResult = {"record": kept["record"], "answers": kept["answers"], "base_months": kept["base_months"]}
    await frozen_anew(recipient, of_before, recipient.telegram.clock() + timedelta(seconds=1))
    await recipient.says("/menu")
    await recipient.taps("menu-result")
    assert recipient.caption("why") in recipient.last.buttons
    assert recipient.caption("other-help") not in recipient.last.buttons
    result = (await recipient.result()).id
    for what in ("begin", "short", "all", "one", "one_of_all"):
        await recipient.presses_data(f"h|{what}|{result}|0", recipient.last.id, force=True)
        assert recipient.toast == recipient.words.say("old-button")


async def frozen_anew(client: Client, shown: ShownResult, now: datetime) -> None:
    """Freeze a result beside those that are there."""
    async with client.telegram.database.transaction() as transaction:
        await assessments.freeze(transaction, client.telegram.cipher, client.id, shown, now)


@pytest.mark.parametrize("made_up", ["one|{}|99", "all|{}|99", "one_of_all|{}|2147483647", "what|{}|0", "one|x|0"])
async def test_a_made_up_place_is_an_old_button(recipient: Client, made_up: str) -> None:
    result = (await recipient.result()).id
    await recipient.presses_data(f"h|{made_up.format(result)}", recipient.last.id, force=True)
    assert recipient.toast == recipient.words.say("old-button")


@BOTH_LANGUAGES
async def test_what_next_names_a_payment_that_may_be_due_once(telegram: Telegram, language: Language) -> None:
    """A baby of a few months: the grant for its birth is more than the assistance of the quarter."""
    client = await at_first_question(telegram, language)
    await mother_of_four(client)
    record = (await client.result()).record
    (grant,) = [one for one in record["other_help"]["help"] if one["help"] == "birth-grant"]
    assert grant["standing"] == "may_be_due"
    assert grant["amount_tenge"] is not None
    name, amount = within_line(client.words.say("help-birth-grant")), client.words.money(grant["amount_tenge"]["high"])
    await client.taps("next")
    client.reads("next-steps-other-help-once", name=name, amount=amount)


@BOTH_LANGUAGES
async def test_how_a_slip_moves_the_amount_is_said_once_where_all_sums_move_it_alike(
    telegram: Telegram, language: Language
) -> None:
    client = await at_first_question(telegram, language)
    await mother_of_four(client, "child_disability_allowance", "large_family_allowance")
    await client.taps("why", "amount-check")
    said = client.words.say("amount-check-step-each", step=client.words.money(10_000), moved=client.words.money(10_000))
    assert client.last.text.count(said) == 1
