"""Somebody who helps checks other families one after another: each has a name of its own, and none is mixed."""

import importlib
import inspect
import json
import pkgutil
import re
from datetime import timedelta

import pytest

from bot.commands.changed_results import changes_by
from bot.reminders.retention import delete_old
from bot.store import assessments, checks
from bot.store.checks import MOST
from bot.texts import Language, texts, texts_of_another
from handlers import screens
from rules import PovertyLine, Quarter
from tests.chat import Telegram
from tests.handlers.authority import AIGUL as OFFERED_TO
from tests.handlers.authority import Authority, follower
from tests.handlers.families import alone, at_the_result, family_of_five
from tests.handlers.files import files_of
from tests.handlers.neighbour import AIGUL, Neighbour
from tests.handlers.offering import opens
from tests.handlers.tables import rows_of

BOTH_LANGUAGES = pytest.mark.parametrize("language", list(Language))
MARAT = "Марат"


async def neighbour(telegram: Telegram, language: Language = Language.KK) -> Neighbour:
    """Return somebody at the result of their own family of five."""
    client = await at_the_result(telegram, language)
    return Neighbour(telegram, client.id, language)


@BOTH_LANGUAGES
async def test_a_neighbours_family_is_told_under_its_name_up_to_its_result_and_ones_own_stays(
    telegram: Telegram, language: Language
) -> None:
    helper = await neighbour(telegram, language)
    before, own = (await helper.own()).document, await helper.result()
    await helper.begins_check(AIGUL, first=True)
    helper.is_headed()
    helper.is_asked("region")
    await helper.citizens_in("KZ-71")
    helper.is_headed()
    helper.is_asked("household")
    await helper.ticks("household")
    helper.is_headed()
    helper.is_asked("activity", person=helper.words.say("person-self"))
    await helper.taps("activity-employed")
    await helper.ticks("income-kinds", "wage")
    await helper.says("20000")
    await helper.nothing_special()
    helper.is_headed()
    await helper.taps("calculate")
    helper.is_headed()
    for screen in ("why", "result", "next", "result", "other-help"):
        await helper.taps(screen)
        helper.is_headed()
    await helper.opens_family_of("")
    helper.is_headed()
    assert helper.last.text.startswith("✅")
    assert (await helper.own()).document["answers"] == before["answers"]
    assert (await helper.result()).id == own.id
    assert (await helper.result()).record["record"]["counted_members"] == 5


@BOTH_LANGUAGES
async def test_an_old_button_belongs_to_the_family_for_which_it_was_drawn(
    telegram: Telegram, language: Language
) -> None:
    helper = await neighbour(telegram, language)
    await helper.taps("change")
    review = helper.last  # of their own: it calculates and leads to the family
    own = (await helper.own()).document["answers"]
    await helper.begins_check(AIGUL, first=True)
    of_aigul = helper.last
    empty = (await helper.stored_of(1)).document
    for data in (
        "x|calculate|",
        "v|family|",
        "e|activity:self",
        "x|start_over_yes|",
        "x|remove|spouse",
        "a|region|KZ-79",
    ):
        await helper.presses_data(data, review.id, force=True)
        name = {"name": texts(language).say("check-own"), "open": AIGUL}
        assert helper.last.text == texts(language).say("check-button-of-another", **name)
    assert (await helper.stored_of(1)).document["answers"] == empty["answers"] == {}
    # the other way round: the first question of the neighbour's family, pressed when another family is open
    await helper.begins_check(MARAT)
    await helper.region("KZ-75")
    chosen = of_aigul.data_of(helper.words.region_short("KZ-71"))
    await helper.presses_data(chosen, of_aigul.id)
    assert helper.last.buttons == [AIGUL, MARAT]
    assert (await helper.stored_of(2)).document["answers"] == {"region": "KZ-75"}
    await helper.presses(AIGUL)
    helper.checks = AIGUL
    helper.is_headed()
    await helper.region("KZ-71")
    assert (await helper.stored_of(1)).document["answers"] == {"region": "KZ-71"}
    assert (await helper.own()).document["answers"] == own


async def test_what_is_typed_answers_the_family_that_is_open(telegram: Telegram) -> None:
    helper = await neighbour(telegram)
    await helper.begins_check(AIGUL, first=True)
    await helper.says("Астана")
    await helper.begins_check(MARAT)
    await helper.says("Шымкент")
    telegram.restarted()  # which family is open is stored
    await helper.says(helper.caption("status-all"))
    assert (await helper.stored_of(1)).document["answers"] == {"region": "KZ-71"}
    assert (await helper.stored_of(2)).document["answers"] == {"region": "KZ-79", "status": "all"}
    await helper.opens_family_of(AIGUL)
    helper.is_asked("status")
    await helper.says("бәрі")
    helper.is_headed()
    assert (await helper.stored_of(2)).document["answers"] == {"region": "KZ-79", "status": "all"}


async def test_an_update_that_comes_twice_answers_one_family_once(telegram: Telegram) -> None:
    helper = await neighbour(telegram)
    await helper.begins_check(AIGUL, first=True)
    await helper.region("KZ-71")
    await helper.opens_family_of("")
    own = (await helper.own()).document["answers"]
    await telegram.deliver_again(6)
    assert (await helper.own()).document["answers"] == own
    assert (await helper.stored_of(1)).document["answers"] == {"region": "KZ-71"}


@BOTH_LANGUAGES
async def test_a_result_explains_its_own_family_while_another_is_told(telegram: Telegram, language: Language) -> None:
    helper = await neighbour(telegram, language)
    own = helper.last
    await helper.begins_check(AIGUL, first=True)
    await alone(helper, "20000")
    await helper.taps("calculate")
    of_aigul, shown = helper.last, helper.last.text
    await helper.begins_check(MARAT)
    await helper.region("KZ-75")
    helper.checks = ""
    await helper.presses_data(own.data_of(helper.caption("why")), own.id)
    helper.is_headed()
    helper.checks = AIGUL
    await helper.presses_data(of_aigul.data_of(helper.caption("next")), of_aigul.id)
    helper.is_headed()
    await helper.taps("result")
    assert helper.last.text == shown
    await helper.taps("change")  # that would be to answer for that family: another one is open
    assert helper.last.buttons == [AIGUL, MARAT]
    assert (await helper.stored_of(2)).document["answers"] == {"region": "KZ-75"}


async def test_what_can_be_no_name_is_asked_for_anew(telegram: Telegram) -> None:
    helper = await neighbour(telegram)
    await helper.says("/menu")
    await helper.taps("menu-more", "menu-checks")
    limits = {"fewest": 2, "most": 24}
    for typed, hint in (
        ("А", "check-name-not-taken"),
        ("<b>Айгүл</b>", "check-name-not-taken"),
        ("Айгүл\nhttps://t.me/x", "check-name-not-taken"),
        ("Ж" * 25, "check-name-not-taken"),
        ("Айгүл 870112350123", "check-name-secret"),
        ("8 701 123 45 67", "check-name-secret"),
    ):
        assert (await helper.says(typed)).text == helper.words.say_with(hint, **limits)
    await helper.says(f"  {AIGUL} ")
    helper.checks = AIGUL
    helper.is_headed()
    helper.checks = ""
    await helper.says("/menu")
    await helper.taps("menu-more", "menu-checks", "check-new")
    assert (await helper.says(AIGUL.upper())).text == helper.words.say("check-name-there")
    await helper.taps("checks")
    assert helper.last.buttons == [helper.words.say("check-own"), AIGUL, helper.caption("check-new")]


@BOTH_LANGUAGES
async def test_a_check_is_renamed_and_deleted_with_all_that_was_told(telegram: Telegram, language: Language) -> None:
    helper = await neighbour(telegram, language)
    await helper.begins_check(AIGUL, first=True)
    await alone(helper, "20000")
    await helper.taps("calculate")
    result = helper.last
    helper.checks = ""
    await helper.says("/menu")
    await helper.taps("menu-more", "menu-checks")
    await helper.presses(AIGUL)
    await helper.taps("check-rename")
    await helper.says("Айгүл 2")
    assert "Айгүл 2" in helper.last.bold
    await helper.taps("check-open")
    helper.checks = "Айгүл 2"
    helper.is_headed()
    helper.checks = ""
    await helper.says("/menu")
    await helper.taps("menu-more", "menu-checks")
    await helper.presses("Айгүл 2")
    await helper.taps("check-delete", "check-delete-yes")
    assert helper.toast == helper.words.say("check-deleted")
    assert "Айгүл 2" not in helper.last.text
    assert (await rows_of(telegram.database, helper.id))["assessments"] == 1
    assert "checks" not in await rows_of(telegram.database, helper.id)
    await helper.presses_data(result.data_of(helper.caption("why")), result.id)
    assert helper.last.text == helper.words.say("check-first")
    await helper.presses_data(result.data_of(helper.caption("change")), result.id)
    assert helper.last.text == helper.words.say("check-gone")
    await helper.begins_check(MARAT, first=True)
    assert (await helper.stored_of(2)).document["called"] == MARAT  # no old button has the number of the new one


async def test_nothing_of_another_family_comes_into_ones_own_case(telegram: Telegram) -> None:
    helper = await neighbour(telegram)
    own = await helper.result()
    await helper.begins_check(AIGUL, first=True)
    await family_of_five(helper, "10000")  # of the same region and quarter, and later
    await helper.taps("calculate")
    record = own.record["record"]
    async with telegram.database.reading() as connection:
        of = (connection, telegram.cipher, helper.id)
        compared = await assessments.latest_of(*of, record["region"], record["quarter"])
        line = PovertyLine.published("KZ-79", Quarter(2026, 2), 60_000, "akimat")
        (change,) = await changes_by(connection, lambda: telegram.cipher, [], [line])
    assert compared is not None
    assert compared.id == own.id
    assert (change.saved, change.not_recomputed, change.amounts) == (1, 0, 1)


async def test_a_result_of_another_family_reminds_of_nothing(telegram: Telegram) -> None:
    helper = await neighbour(telegram)
    await helper.taps("next")
    assert helper.caption("applied") in helper.last.buttons
    await helper.begins_check(AIGUL, first=True)
    await alone(helper, "20000")
    await helper.taps("calculate", "next")
    assert helper.caption("applied") not in helper.last.buttons
    await helper.taps("result")
    id_of_result = helper.last.data_of(helper.caption("next")).rpartition("|")[2]
    await helper.presses_data(f"r|apply|2026-05-29|{id_of_result}|1", helper.last.id, force=True)
    assert "own_reminders" not in await rows_of(telegram.database, helper.id)


async def test_a_copy_has_the_checks_apart_and_whoever_is_forgotten_leaves_none(telegram: Telegram) -> None:
    helper = await neighbour(telegram)
    await helper.begins_check(AIGUL, first=True)
    await alone(helper, "20000")
    await helper.taps("calculate")
    await helper.says("/export")
    files = files_of(helper)
    told, stored = files["komek.txt"].decode(), files["komek.json"]
    (check,) = json.loads(stored)["checks"]
    assert check["called"] == AIGUL
    assert check["results"][0]["record"]["counted_members"] == 1
    (result,) = json.loads(stored)["results"]
    assert result["record"]["counted_members"] == 5
    assert json.loads(stored)["answers"]["answers"]["household"] == ["spouse", "children"]
    own, _, other = told.partition(AIGUL)
    assert helper.words.say("review") in own
    assert helper.words.say("review") in other
    helper.checks = ""
    await helper.says("/forget")
    await helper.taps("forget-yes", "forget-now")
    assert await rows_of(telegram.database, helper.id) == {}


async def test_a_check_goes_after_a_month_of_silence_about_it(telegram: Telegram) -> None:
    helper = await neighbour(telegram)
    await helper.begins_check(AIGUL, first=True)
    await alone(helper, "20000")
    await helper.taps("calculate")
    await helper.opens_family_of("")
    telegram.clock.passes(timedelta(days=20))
    await helper.begins_check(MARAT)
    await helper.region("KZ-71")
    telegram.clock.passes(timedelta(days=11))
    deleted = await delete_old(telegram.another_process())
    assert deleted.checks == 1
    helper.checks = ""
    await helper.says("/menu")
    await helper.taps("menu-more", "menu-checks")
    assert helper.last.buttons == [helper.words.say("check-own"), MARAT, helper.caption("check-new")]
    assert (await rows_of(telegram.database, helper.id))["assessments"] == 1


async def test_twenty_families_are_kept_at_a_time(telegram: Telegram) -> None:
    helper = await neighbour(telegram)
    async with telegram.database.transaction() as transaction:
        for number in range(MOST):
            document = {**(await helper.own()).document, "answers": {}, "called": f"Отбасы {number}"}
            await checks.begin(transaction, telegram.cipher, helper.id, document, 1, telegram.clock())
    await helper.says("/menu")
    await helper.taps("menu-more", "menu-checks", "check-new")
    assert helper.last.text == helper.words.say("checks-many", most=MOST)


ADDRESSED = {
    Language.KK: re.compile(r"отбасы(ңыз|мыз)|балаңыз бар|өз атыңыз"),
    Language.RU: re.compile(r"\b(ваш|мо)(а|я|ей|у|ю) семь|\bу вас\b|на ваше имя|\b(с|к) вам[и]?\b"),
}
OF_A_FAMILY = (
    "question-", "button-", "person-", "group-", "review", "result-", "refused-", "why-", "short-", "what-if",
    "warning-", "large-family", "next-steps", "doors-", "door-", "help-", "package-", "share-", "reading-",
)  # fmt: skip
ADDRESSED_RIGHTLY = {"share-about-bot", "share-yes", "share-no", "share-open"}
"""Of the helper's own family, or sent on to the family that was checked."""


def test_another_family_is_never_addressed_as_ones_own() -> None:
    for language, addressed in ADDRESSED.items():
        own, of_another = texts(language), texts_of_another(language)
        twins = [name for name in own._entries if name.endswith("-theirs")]
        for name in twins:
            base = name.removesuffix("-theirs")
            assert of_another._compile(base).variables == own._compile(base).variables, base
        for name in of_another._entries:
            if name.startswith(OF_A_FAMILY) and name.removesuffix("-theirs") not in ADDRESSED_RIGHTLY:
                read = of_another._compile(name)
                said = of_another.say(name, **dict.fromkeys(read.names, 2))
                assert not addressed.search(said.casefold()), (name, said)


def test_every_screen_of_a_result_says_whose_it_is() -> None:
    bare = []
    for found in pkgutil.iter_modules(screens.__path__):
        module = importlib.import_module(f"handlers.screens.{found.name}")
        for name, draw in inspect.getmembers(module, inspect.isfunction):
            signature = inspect.signature(draw)
            is_of_result = list(signature.parameters)[:2] == ["texts", "frozen"] and "Screen" in str(signature)
            if is_of_result and not name.startswith("_") and not hasattr(draw, "__wrapped__"):
                bare.append(f"{found.name}.{name}")
    assert bare == []


async def test_the_bill_of_an_offer_is_that_of_ones_own_family(telegram: Telegram, authority: Authority) -> None:
    member = await follower(telegram, authority, Language.KK, OFFERED_TO)
    await authority.offers()
    await member.says("/check")
    await family_of_five(member)
    await opens(member)
    bill = (await member.taps("offer-bill")).text
    helper = Neighbour(telegram, member.id)
    await helper.begins_check(AIGUL, first=True)
    await helper.region("KZ-71")
    helper.checks = ""
    await opens(helper)
    assert (await helper.taps("offer-bill")).text == bill
    helper.checks = AIGUL
    await helper.says(helper.caption("status-all"))
    helper.is_headed()
    assert (await helper.stored_of(1)).document["answers"] == {"region": "KZ-71", "status": "all"}
