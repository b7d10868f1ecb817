"""Two processes answer one person by turns: neither goes by what it remembers once the other has answered."""

from collections.abc import Callable
from itertools import cycle

import pytest

from bot.sandbox.person_requests import NewAlbum, Upload
from bot.store import poverty_lines
from bot.store.poverty_lines import AddedLine
from bot.store.sealed import reseal_all
from bot.texts import Language
from handlers.conversation import Conversation
from handlers.remembered import Remembered
from rules import Quarter
from rules.interview.questionnaire import walk
from rules.interview.questions import QUESTIONS
from tests.bot.sandbox.playing import png, upload
from tests.chat import Telegram
from tests.handlers.authority import Authority
from tests.handlers.client import Client
from tests.handlers.families import at_first_question, family_of_five

Switch = Callable[[], None]


@pytest.fixture
def switch(telegram: Telegram) -> Switch:
    """Let the other one of two processes answer from now on; each remembers what it has answered."""
    worlds = telegram.another_process(), telegram.another_process()
    processes = cycle([(world, Remembered(world)) for world in worlds])

    def switch_over() -> None:
        telegram.dispatcher["world"], telegram.dispatcher["remembered"] = next(processes)

    switch_over()
    return switch_over


async def test_an_interview_is_one_though_every_answer_goes_to_another_process(
    telegram: Telegram, switch: Switch
) -> None:
    by_turns, by_one = await at_first_question(telegram), await at_first_question(telegram)
    await family_of_five(by_one)
    answer_all = telegram.answer_all

    async def answer_all_then_switch() -> None:
        await answer_all()
        switch()

    telegram.answer_all = answer_all_then_switch  # type: ignore[method-assign] # after each update of the person
    await family_of_five(by_turns)
    assert await by_turns.answers() == await by_one.answers()
    assert (by_turns.last.text, by_turns.last.buttons) == (by_one.last.text, by_one.last.buttons)


async def test_an_answer_corrected_in_the_other_process_is_what_is_calculated(reviewer: Client, switch: Switch) -> None:
    await reviewer.taps("edit-money")
    switch()
    wage = next(line for line in reviewer.last.text.splitlines() if "150" in line)
    await reviewer.presses(wage.partition(". ")[0])
    await reviewer.says("90000")
    switch()
    await reviewer.taps("calculate")
    assert (await reviewer.answers())["amount:wage.self"] == [90_000, 90_000]


async def test_a_button_of_the_other_process_is_not_old(beginner: Client, switch: Switch) -> None:
    await beginner.citizens_in()
    switch()
    await beginner.taps("household-spouse")
    switch()
    await beginner.taps("household-children")
    switch()
    await beginner.taps("done")
    assert (await beginner.answers())["household"] == ["spouse", "children"]
    beginner.is_asked("people-child")


async def test_the_language_chosen_in_the_other_process_is_spoken(beginner: Client, switch: Switch) -> None:
    await beginner.citizens_in()
    switch()
    await beginner.says("/language")
    await beginner.taps("language-ru")
    beginner.language = Language.RU
    switch()
    await beginner.ticks("household")
    beginner.is_asked("activity")


async def test_who_was_forgotten_by_the_other_process_is_a_stranger(beginner: Client, switch: Switch) -> None:
    await beginner.citizens_in()
    question = beginner.last
    switch()
    await beginner.says("/cancel")
    await beginner.taps("forget", "forget-yes", "forget-now")
    switch()
    await beginner.presses_data(question.data_of(beginner.caption("household-spouse")), question.id, force=True)
    assert await beginner.draft() is None


async def test_a_new_beginning_in_the_other_process_is_not_taken_for_the_old_one(
    beginner: Client, switch: Switch
) -> None:
    """The new draft comes to the same version, with other answers."""
    await beginner.citizens_in("KZ-31")
    switch()
    await beginner.says("/cancel")
    await beginner.taps("forget", "forget-yes", "forget-now")
    await beginner.begins()
    await beginner.citizens_in("KZ-79")
    switch()
    await beginner.ticks("household")
    assert await beginner.answers() == {"region": "KZ-79", "status": "all", "household": []}


async def test_an_update_that_the_other_process_answered_is_not_answered_again(
    beginner: Client, switch: Switch
) -> None:
    await beginner.citizens_in()
    await beginner.taps("household-spouse")
    switch()
    await beginner.telegram.deliver_again()
    switch()
    await beginner.telegram.deliver_again()
    assert any(caption.startswith("✓") for caption in beginner.last.buttons)


async def test_a_claimed_update_that_was_overtaken_is_no_repeat_and_one_that_comes_again_is(
    beginner: Client,
) -> None:
    await beginner.citizens_in()
    question, telegram = beginner.last, beginner.telegram
    for option in ("spouse", "children"):
        beginner.touches(question.data_of(beginner.caption(f"household-{option}")), question.id)
    earlier, later = await telegram.waiting()
    telegram.answered += [earlier, later]
    for update in (later, earlier, earlier):
        await telegram.dispatcher.feed_raw_update(telegram.bot, update, is_claimed=True)
    await beginner.taps("done")
    assert (await beginner.answers())["household"] == ["spouse", "children"]


async def test_the_link_opened_in_the_other_process_is_what_a_typed_yes_answers(
    telegram: Telegram, switch: Switch
) -> None:
    authority = Authority(telegram)
    await authority.opens()
    person = await at_first_question(telegram)
    await person.says(f"/start {await authority.link()}")
    switch()
    await person.says("иә")
    assert person.last.text.startswith(person.words.say("joined"))


async def test_an_album_of_which_two_processes_read_a_part_each_is_answered_once(
    beginner: Client, switch: Switch
) -> None:
    await beginner.citizens_in()
    answer_all, before = beginner.telegram.answer_all, len(beginner.sees)

    async def answer_by_turns() -> None:
        for update in await beginner.telegram.waiting():
            beginner.telegram.answered.append(update)
            await beginner.telegram.dispatcher.feed_raw_update(beginner.telegram.bot, update)
            switch()

    beginner.telegram.answer_all = answer_by_turns  # type: ignore[method-assign] # each photo is an update
    await beginner.sends_album(NewAlbum(kind="photo", files=[Upload.model_validate(upload(png(), "a.png"))] * 2))
    beginner.telegram.answer_all = answer_all  # type: ignore[method-assign] # as it was
    assert len(beginner.sees) == before + 1


async def test_a_line_added_by_the_other_process_is_used_at_once(telegram: Telegram) -> None:
    first, second = telegram.another_process(), telegram.another_process()
    line = AddedLine("KZ-79", str(Quarter.of(first.today())), 51_234, "akimat", first.today())
    assert (await second.lines()).of("KZ-79", first.today()).tenge != line.tenge
    async with first.database.transaction() as transaction:
        await poverty_lines.put_lines(transaction, [line])
    assert (await second.lines()).of("KZ-79", first.today()).tenge == line.tenge


async def test_answers_sealed_anew_meanwhile_are_the_same_answers(beginner: Client) -> None:
    await beginner.citizens_in()
    assert await reseal_all(beginner.telegram.database, beginner.telegram.cipher) > 0
    await beginner.ticks("household")
    assert await beginner.answers() == {"region": "KZ-79", "status": "all", "household": []}


async def test_what_is_remembered_is_what_would_be_walked_anew(beginner: Client) -> None:
    telegram = beginner.telegram
    await family_of_five(beginner)
    remembered: Remembered = telegram.dispatcher["remembered"]
    left = remembered.recent.take(beginner.id)
    assert left is not None
    stored = await beginner.draft()
    assert stored is not None
    anew = walk(QUESTIONS, Conversation.of(stored.document).answers, left.walk.assessment_day)
    assert (left.walk.keys, left.walk.kept, left.walk.next) == (anew.keys, anew.kept, anew.next)
