"""Whatever a phone, a forger or a bad network sends: an answer, no fault, and nothing lost or done twice."""

from datetime import UTC, datetime, timedelta
from typing import Literal

import pytest

from bot.sandbox import Fault, people
from bot.sandbox.person_requests import Forward, NewAlbum, NewGroup, NewMessage, Sticker
from bot.texts import Language
from tests.chat import THINKING, Clock, Telegram
from tests.handlers.client import TICK, Client
from tests.handlers.families import alone, alone_up_to_the_wage, at_first_question
from tests.handlers.files import MEDIA, picture, upload
from tests.handlers.tables import rows_of, rows_of_people

KindOfFault = Literal["too_many_requests", "server_error", "cut_before", "cut_after"]


EVERY_MEDIUM = pytest.mark.parametrize("new", MEDIA.values(), ids=MEDIA.keys())


# Double taps and old buttons


async def test_a_double_tap_on_an_answer_is_taken_once_and_said_to_be_taken(beginner: Client) -> None:
    question, data = beginner.last, beginner.last.data_of(beginner.words.region_short("KZ-31"))
    await beginner.presses_data(data, question.id)
    shown = len(beginner.sees)
    beginner.thinks = timedelta(seconds=0.3)
    await beginner.presses_data(data, question.id, force=True)
    assert beginner.toast == beginner.words.say("double-tap")
    assert len(beginner.sees) == shown, "nothing is shown anew"
    beginner.is_asked("status")


async def test_a_double_tap_on_done_does_not_answer_the_next_question(beginner: Client) -> None:
    await beginner.citizens_in()
    await beginner.taps("household-mother")
    question, data = beginner.last, beginner.last.data_of(beginner.caption("done"))
    beginner.thinks = timedelta(0)
    await beginner.presses_data(data, question.id)
    await beginner.presses_data(data, question.id, force=True)
    beginner.is_asked("people-mother")


async def test_a_double_tap_does_not_answer_the_question_that_came_under_the_finger(beginner: Client) -> None:
    """«Keeps house», tapped twice, once answered the next question with "no money came in"."""
    await beginner.citizens_in()
    await beginner.ticks("household")
    await beginner.taps("activity-none")
    beginner.is_asked("income-kinds")
    beginner.thinks = timedelta(seconds=0.3)
    await beginner.taps("income-kinds-none" if "button-income-kinds-none" in beginner.words else "none")
    assert beginner.toast == beginner.words.say("double-tap")
    assert "income-kinds" not in await beginner.answers()
    beginner.thinks = THINKING
    await beginner.ticks("income-kinds", "wage")
    assert (await beginner.answers())["income-kinds"] == ["wage"]


async def test_a_double_tap_deletes_nothing(recipient: Client) -> None:
    """The confirmation once came under the finger that had asked to delete."""
    told = await recipient.answers()
    for first, second in (("forget", "forget-yes"), ("start-over", "start-over-yes")):
        recipient.thinks = THINKING
        await recipient.says("/cancel" if first == "forget" else "/start")
        if first == "start-over":
            await recipient.taps("menu-more")
        recipient.thinks = timedelta(seconds=0.6)
        await recipient.taps(first, second)
        assert recipient.toast == recipient.words.say("double-tap")
    recipient.thinks = THINKING
    await recipient.says("/cancel")
    await recipient.taps("forget", "forget-yes")
    recipient.thinks = timedelta(seconds=0.4)
    await recipient.taps("forget-now")
    assert recipient.toast == recipient.words.say("double-tap"), "deleting at once is asked for by itself"
    assert await recipient.answers() == told


async def test_ticks_in_quick_succession_are_all_taken(beginner: Client) -> None:
    await beginner.citizens_in()
    await beginner.taps("household-spouse")
    beginner.thinks = timedelta(seconds=0.2)
    await beginner.ticks("household", "children", "mother")
    assert (await beginner.answers())["household"] == ["spouse", "children", "mother"]


async def test_ticks_on_an_older_copy_change_nothing_and_lose_nobody(beginner: Client) -> None:
    """The husband was un-ticked above while the copy below still showed him, and was gone from the family."""
    await beginner.citizens_in()
    await beginner.taps("household-spouse")
    older = beginner.last
    data = older.data_of(TICK + beginner.caption("household-spouse"))
    await beginner.says("өзіміз ғой")
    beginner.is_hinted("hint-press-button")
    assert TICK + beginner.caption("household-spouse") in beginner.last.buttons
    await beginner.presses_data(data, older.id, force=True)
    assert beginner.toast == beginner.words.say("old-button")
    assert next(shown for shown in beginner.sees if shown.id == older.id).buttons == []
    await beginner.taps("done")
    assert (await beginner.answers())["household"] == ["spouse"]


async def test_a_double_tap_on_calculate_makes_one_result(reviewer: Client) -> None:
    review, data = reviewer.last, reviewer.last.data_of(reviewer.caption("calculate"))
    reviewer.thinks = timedelta(0)
    await reviewer.presses_data(data, review.id)
    await reviewer.presses_data(data, review.id, force=True)
    assert (await rows_of(reviewer.telegram.database, reviewer.id))["assessments"] == 1


async def test_a_double_tap_on_a_tick_unticks_what_it_ticked(beginner: Client) -> None:
    await beginner.citizens_in()
    question, data = beginner.last, beginner.last.data_of(beginner.caption("household-spouse"))
    beginner.thinks = timedelta(0)
    await beginner.presses_data(data, question.id)
    await beginner.presses_data(data, question.id)
    assert beginner.caption("household-spouse") in beginner.last.buttons


async def test_an_old_button_says_so_and_shows_the_question_of_now_below(beginner: Client) -> None:
    await beginner.citizens_in()
    await beginner.ticks("household", "children")
    old = beginner.last
    await beginner.says("9")
    await beginner.taps("activity-none")
    await beginner.presses_data(old.data_of(beginner.caption("back")), old.id, force=True)
    assert beginner.toast == beginner.words.say("old-button")
    beginner.is_asked("income-kinds")
    assert "activity:self" in await beginner.answers()


async def test_an_old_answer_never_lands_in_another_question(beginner: Client) -> None:
    first = beginner.last
    await alone(beginner)
    before = await beginner.answers()
    await beginner.presses_data("a|activity:self|pensioner", first.id, force=True)
    await beginner.presses_data("t|household|spouse", first.id, force=True)
    await beginner.presses_data("d|household", first.id, force=True)
    await beginner.presses_data("s|amount:wage.self|quarter", first.id, force=True)
    assert await beginner.answers() == before


async def test_the_amount_that_was_asked_back_cannot_be_settled_twice(beginner: Client) -> None:
    await beginner.citizens_in()
    await beginner.ticks("household")
    await beginner.taps("activity-employed")
    await beginner.ticks("income-kinds", "wage")
    await beginner.says("450 000")
    asked = beginner.last
    await beginner.taps("check-month")
    await beginner.presses_data(asked.data_of(beginner.caption("check-quarter")), asked.id, force=True)
    assert (await beginner.answers())["amount:wage.self"] == [450_000, 450_000]


# Forged callbacks


FORGED = [
    "x", "|", "a|", "a|region", "a|region|KZ-79|KZ-71", "a|region|", "a|region|KZ-00", "a||", "zz|region|KZ-79",
    "lang:xx", "lang:", "consent:perhaps", "t|region|KZ-79", "t|household|enemy", "d|region", "d|", "s|region|typed",
    "b|region", "b|activity:spouse", "e|amount:wage.self", "e|", "v|member|self", "v|remove|spouse", "v|add_age|dragon",
    "v|edit|", "v|quarters|20", "v|nothing|", "w|why|nobody", "w|money|x", "x|add|spouse", "x|remove|c1", "x|fly|",
    "x|quarter|2019-Q4", "x|change|", "ә" * 32, "😀" * 16, "\u202e" * 21, "<b>&amp;" * 8, "%s{0}$a" * 9,
    "'; drop table--", "a|people:child|1 2 3", "a|household|spouse", "A" * 64,
]  # fmt: skip


async def test_every_forged_button_is_answered_and_the_question_stays(beginner: Client) -> None:
    for data in FORGED:
        assert len(data.encode()) <= 64
        await beginner.presses_data(data, beginner.last.id, force=True)
        draft = await beginner.draft()
        assert draft is None or draft.document["answers"] == {}, data
    await beginner.says("/check")
    beginner.is_asked("region")


async def test_no_forged_button_at_the_result_changes_an_answer_or_makes_another_result(recipient: Client) -> None:
    before = await recipient.answers()
    for data in FORGED:
        await recipient.presses_data(data, recipient.last.id, force=True)
        assert await recipient.answers() == before, data
    assert (await rows_of(recipient.telegram.database, recipient.id))["assessments"] == 1


async def test_a_tick_that_is_no_option_is_never_part_of_the_answer(beginner: Client) -> None:
    await beginner.citizens_in()
    await beginner.presses_data("t|household|dragon", beginner.last.id, force=True)
    await beginner.ticks("household", "children")
    assert (await beginner.answers())["household"] == ["children"]


async def test_an_answer_that_is_no_option_is_refused(beginner: Client) -> None:
    await beginner.presses_data("a|region|KZ-00", beginner.last.id, force=True)
    assert beginner.toast == beginner.words.say("hint-press-button")
    beginner.is_asked("region")


# Deleted and inaccessible messages


async def test_a_button_of_a_deleted_message_is_answered_with_a_new_message(beginner: Client) -> None:
    question, data = beginner.last, beginner.last.data_of(beginner.words.region_short("KZ-31"))
    chat = beginner.telegram.local.chats[beginner.id]
    beginner.telegram.local.remove(chat, question.id)
    await beginner.presses_data(data, question.id, force=True)
    assert (await beginner.answers())["region"] == "KZ-31"
    beginner.is_asked("status")


async def test_an_unknown_button_of_a_message_that_never_was_is_answered(beginner: Client) -> None:
    await beginner.presses_data("w|why|nobodys-one_", 9_999, force=True)
    beginner.reads("check-first")
    await beginner.taps("menu-check")
    beginner.is_asked("region")


# The same update twice, several at once


async def test_an_update_that_comes_again_after_a_restart_changes_nothing(beginner: Client) -> None:
    await beginner.citizens_in()
    await beginner.taps("household-spouse")
    before = await beginner.draft()
    beginner.telegram.restarted()
    await beginner.telegram.deliver_again(1)
    assert await beginner.draft() == before
    assert TICK + beginner.caption("household-spouse") in beginner.last.buttons


async def test_a_typed_answer_that_comes_again_is_not_taken_for_the_next_question(beginner: Client) -> None:
    await beginner.citizens_in()
    await beginner.ticks("household", "children")
    await beginner.says("9")
    before = await beginner.answers()
    beginner.telegram.restarted()
    await beginner.telegram.deliver_again(1)
    assert await beginner.answers() == before
    beginner.is_asked("activity-self")


async def test_a_calculation_that_comes_again_makes_no_second_result(recipient: Client) -> None:
    shown = recipient.last.text
    recipient.telegram.restarted()
    await recipient.telegram.deliver_again(1)
    assert (await rows_of(recipient.telegram.database, recipient.id))["assessments"] == 1
    assert recipient.last.text == shown


async def test_a_whole_conversation_that_comes_again_changes_nothing(reviewer: Client) -> None:
    before = await reviewer.draft()
    reviewer.telegram.restarted()
    await reviewer.telegram.deliver_again(8)
    assert await reviewer.draft() == before


async def test_a_member_added_is_not_added_twice_when_the_update_comes_again(reviewer: Client) -> None:
    await reviewer.opens_family()
    await reviewer.taps("add", "add-child")
    await reviewer.says("4")
    await reviewer.telegram.deliver_again(2)
    assert [age for _, age, _ in (await reviewer.answers())["people:child"]] == [12, 9, 3, 4]


async def test_consent_and_language_that_come_again_are_harmless(beginner: Client) -> None:
    beginner.telegram.restarted()
    await beginner.telegram.deliver_again(3)
    assert await rows_of_people(beginner.telegram.database) == {"people": 1, "drafts": 1}


async def test_two_ticks_at_once_are_both_kept(beginner: Client) -> None:
    await beginner.citizens_in()
    question = beginner.last
    for name in ("household-spouse", "household-mother"):
        beginner.touches(question.data_of(beginner.caption(name)), question.id)
    await beginner.telegram.answer_all_at_once()
    ticked = [TICK + beginner.caption(name) for name in ("household-spouse", "household-mother")]
    assert set(ticked) <= set(beginner.last.buttons)


async def test_two_texts_at_once_answer_two_questions_in_order(beginner: Client) -> None:
    await beginner.citizens_in()
    await beginner.ticks("household", "children", "mother")
    for text in ("9", "64"):
        beginner.leaves(NewMessage(text=text))
    await beginner.telegram.answer_all_at_once()
    answers = await beginner.answers()
    assert [age for _, age, _ in answers["people:child"]] == [9]
    assert [age for _, age, _ in answers["people:mother"]] == [64]


async def test_a_flood_of_presses_is_answered_one_by_one(beginner: Client) -> None:
    question = beginner.last
    presses = [beginner.touches("a|region|KZ-31", question.id) for _ in range(20)]
    await beginner.telegram.answer_all_at_once()
    assert all(beginner.telegram.local.presses[press].answered for press in presses)
    assert (await beginner.answers()) == {"region": "KZ-31"}


async def test_two_calculations_at_once_in_two_processes_make_one_result(reviewer: Client) -> None:
    review = reviewer.last
    for _ in range(2):
        reviewer.touches(review.data_of(reviewer.caption("calculate")), review.id)
    processes = reviewer.telegram.another_process(), reviewer.telegram.another_process()
    await reviewer.telegram.answer_all_at_once(*processes)
    assert (await rows_of(reviewer.telegram.database, reviewer.id))["assessments"] == 1


async def test_an_answer_is_taken_once_where_another_process_was_quicker(beginner: Client) -> None:
    question = beginner.last
    for region in ("KZ-31", "KZ-79"):
        beginner.touches(f"a|region|{region}", question.id)
    processes = beginner.telegram.another_process(), beginner.telegram.another_process()
    await beginner.telegram.answer_all_at_once(*processes)
    assert (await beginner.answers())["region"] in {"KZ-31", "KZ-79"}
    draft = await beginner.draft()
    assert draft is not None
    assert draft.version == 2, "consent and one answer"


async def test_two_people_at_once_do_not_meet(telegram: Telegram) -> None:
    kazakh, russian = await at_first_question(telegram), await at_first_question(telegram, Language.RU)
    for client, region in ((kazakh, "KZ-31"), (russian, "KZ-79")):
        client.leaves(NewMessage(text=client.words.region_short(region)))
    await telegram.answer_all_at_once()
    assert (await kazakh.answers(), await russian.answers()) == ({"region": "KZ-31"}, {"region": "KZ-79"})
    russian.is_asked("status")


# What is no text


@EVERY_MEDIUM
async def test_what_is_no_text_is_answered_politely_and_loses_nothing(beginner: Client, new: NewMessage) -> None:
    await beginner.citizens_in()
    await beginner.sends(new)
    beginner.reads("text-only")
    assert beginner.caption("household-spouse") in beginner.last.buttons, "the question's buttons are there again"
    assert await beginner.answers() == {"region": "KZ-79", "status": "all"}
    await beginner.ticks("household", "spouse")
    assert (await beginner.answers())["household"] == ["spouse"]


async def test_an_album_is_answered_once(beginner: Client) -> None:
    files = [upload(f"{number}.png", picture()) for number in range(3)]
    shown = len(beginner.sees)
    await beginner.sends_album(NewAlbum(kind="photo", files=files))
    assert [bubble.text for bubble in beginner.sees[shown:]] == [beginner.words.say("text-only")]
    await beginner.sends(MEDIA["photo"])
    assert len(beginner.sees) == shown + 2


@EVERY_MEDIUM
async def test_a_stranger_who_sends_no_text_is_greeted(stranger: Client, new: NewMessage) -> None:
    await stranger.sends(new)
    assert stranger.last.buttons == ["Қазақша", "Русский"]


async def test_a_sticker_before_consent_is_answered_with_the_explanation(stranger: Client) -> None:
    await stranger.says("/start")
    await stranger.taps("language-kk")
    await stranger.sends(MEDIA["sticker"])
    stranger.reads("consent-hint")


async def test_an_edited_message_is_not_read_again(beginner: Client) -> None:
    await alone(beginner, "150 000")
    await beginner.edits(beginner.message_ids()[-1], "15 000")
    beginner.reads("edited-message")
    assert (await beginner.answers())["amount:wage.self"] == [150_000, 150_000]


# Forwarded messages


async def test_a_message_of_the_bot_that_is_forwarded_is_recognised_with_its_time(recipient: Client) -> None:
    sent = recipient.telegram.local.chats[recipient.id].messages[recipient.last.id]
    at = datetime.fromtimestamp(sent["date"], UTC)
    await recipient.sends(NewMessage(forward=Forward(message_id=recipient.last.id)))
    day = (at + timedelta(hours=5)).date()
    recipient.reads("verify-sent", date=recipient.words.day(day), time=recipient.words.time(at))


async def test_a_message_of_somebody_else_that_is_forwarded_is_warned_of(beginner: Client) -> None:
    await beginner.says("SMS-код жіберіңіз")
    await beginner.sends(NewMessage(forward=Forward(message_id=beginner.message_ids()[-1])))
    beginner.reads("verify-not-sent")


async def test_a_forwarded_message_of_somebody_hidden_is_neither_confirmed_nor_denied(beginner: Client) -> None:
    await beginner.sends(NewMessage(forward=Forward(sender="Kömek", text="150 000 ₸ аласыз, кодты жазыңыз")))
    beginner.reads("verify-unknown")


async def test_a_forwarded_text_is_no_answer(beginner: Client) -> None:
    await beginner.sends(NewMessage(forward=Forward(text=beginner.words.region_short("KZ-31"))))
    beginner.reads("verify-unknown")
    assert await beginner.answers() == {}


# Groups


async def test_in_a_group_the_bot_answers_only_that_it_is_a_private_matter(recipient: Client) -> None:
    telegram = recipient.telegram
    group = people.gather(telegram.local, NewGroup(title="Ауыл", members=[recipient.id]))
    await telegram.answer_all()
    said = len(group.messages)
    await recipient.sends(NewMessage(text="/start", chat_id=group.id))
    told = list(group.messages.values())[said + 1 :]
    assert len(told) == 1
    link = "https://t.me/komek_local_bot"
    assert told[0]["text"] == recipient.words.say("group-chat", link=link)
    assert recipient.words.money(450_000) not in str(group.messages)


async def test_in_a_group_it_is_said_once_a_day_and_nothing_to_what_is_no_text(recipient: Client, clock: Clock) -> None:
    group = people.gather(recipient.telegram.local, NewGroup(title="Ауыл", members=[recipient.id]))

    def said() -> int:
        return sum("t.me" in shown.get("text", "") for shown in group.messages.values())

    await recipient.sends(NewMessage(sticker=Sticker(), chat_id=group.id))
    assert said() == 0
    for _ in range(3):
        await recipient.sends(NewMessage(text="/start", chat_id=group.id))
    assert said() == 1
    clock.passes(timedelta(days=1))
    await recipient.sends(NewMessage(text="/menu", chat_id=group.id))
    assert said() == 2, "once more the next day"


async def test_a_command_in_a_group_does_not_touch_the_answers(reviewer: Client) -> None:
    before = await reviewer.draft()
    group = people.gather(reviewer.telegram.local, NewGroup(title="Ауыл", members=[reviewer.id]))
    for command in ("/check", "/cancel", "/menu@komek_local_bot", "@komek_local_bot 150000"):
        await reviewer.sends(NewMessage(text=command, chat_id=group.id))
    assert await reviewer.draft() == before


# Strange texts


STRANGE = {
    "4096 characters": "ә" * 4096,
    "4096 digits": "9" * 4096,
    "2000 numbers": "1 " * 2000,
    "HTML": "<b>150 000</b> & <script>alert(1)</script>",
    "half of a tag": "<i",
    "right to left": "مئة وخمسون ألف",
    "turned around": "\u202e000 051",
    "emoji": "😀👨‍👩‍👧‍👦🇰🇿",
    "a Fluent placeable": "{ $amount } { region }",
    "a format": "%s {0} ${jndi:ldap://x}",
    "lines": "150\nжәне\n\n\n",
    "a button's data": "a|region|KZ-79",
    "zero width": "\u200b\u200d\ufeff",
    "one letter": "ы",
}


async def test_a_strange_text_at_a_question_with_buttons_gets_the_hint(beginner: Client) -> None:
    for text in STRANGE.values():
        await beginner.says(text)
        beginner.is_hinted("hint-press-button")
        beginner.is_asked("region")


async def test_a_strange_text_instead_of_ages_or_a_sum_is_a_hint_and_never_a_fault(beginner: Client) -> None:
    await beginner.citizens_in()
    await beginner.ticks("household", "children")
    for text in STRANGE.values():
        await beginner.says(text)
        beginner.is_asked("people-child")
    await beginner.says("9")
    await beginner.taps("activity-employed")
    await beginner.ticks("income-kinds", "wage")
    for text in STRANGE.values():
        await beginner.says(text)
        beginner.is_asked("amount-wage", person=beginner.words.say("person-self"))


@pytest.mark.parametrize(
    "text", ["1.1." + "9" * 30, "9" * 4_000 + ".1.1", "00.00.0000", "1 қаңтар " + "9" * 40, "29.02.2023"]
)
async def test_a_day_that_no_calendar_has_gets_the_hint(beginner: Client, text: str) -> None:
    await beginner.citizens_in()
    await beginner.ticks("household", "children")
    await beginner.says("7")
    await beginner.taps("activity-none")
    await beginner.ticks("income-kinds")
    await beginner.nothing_special()
    await beginner.says(text)
    beginner.is_hinted("hint-day", example="11.11.2018")


async def test_a_name_with_html_on_the_phone_is_never_shown(telegram: Telegram) -> None:
    person = telegram.person(first_name="<b>Айгүл & Co")
    client = Client(telegram, person.id)
    await client.begins()
    client.is_asked("region")


# Faults of the Bot API


KINDS_OF_FAULT: list[KindOfFault] = ["too_many_requests", "server_error", "cut_before", "cut_after"]


@pytest.mark.parametrize("kind", KINDS_OF_FAULT)
async def test_a_fault_while_a_question_is_sent_loses_neither_the_answer_nor_the_question(
    beginner: Client, kind: KindOfFault
) -> None:
    await beginner.citizens_in()
    await beginner.ticks("household", "children")
    beginner.telegram.local.faults.order(Fault(kind=kind, method="sendMessage"))
    await beginner.says("9")
    assert beginner.telegram.local.faults.pending() == []
    beginner.is_asked("activity-self")
    assert [age for _, age, _ in (await beginner.answers())["people:child"]] == [9]


async def test_a_question_whose_replies_are_all_cut_comes_twice_and_is_answered_on_either(beginner: Client) -> None:
    await beginner.citizens_in()
    await beginner.ticks("household", "children")
    beginner.telegram.local.faults.order(Fault(kind="cut_after", method="sendMessage", times=6))
    before = len(beginner.sees)
    await beginner.says("9")
    beginner.telegram.local.faults.clear()
    assert len(beginner.sees) == before + 2
    beginner.is_asked("activity-self")
    await beginner.taps("activity-employed")
    assert "activity:self" in str(await beginner.answers())


@pytest.mark.parametrize("kind", KINDS_OF_FAULT)
async def test_a_fault_while_an_answered_question_is_shortened_loses_neither(
    beginner: Client, kind: KindOfFault
) -> None:
    beginner.telegram.local.faults.order(Fault(kind=kind, method="editMessageText"))
    await beginner.region()
    assert beginner.telegram.local.faults.pending() == []
    beginner.is_asked("status")
    assert len(beginner.sees) == 2
    assert await beginner.answers() == {"region": "KZ-79"}


@pytest.mark.parametrize("kind", ["server_error", "cut_before", "cut_after"])
async def test_a_fault_while_a_press_is_answered_loses_neither(beginner: Client, kind: KindOfFault) -> None:
    beginner.telegram.local.faults.order(Fault(kind=kind, method="answerCallbackQuery"))
    await beginner.citizens_in()
    beginner.is_asked("household")


async def test_a_press_that_may_not_be_answered_is_taken_all_the_same(beginner: Client) -> None:
    beginner.telegram.local.faults.order(Fault(kind="too_many_requests", method="answerCallbackQuery"))
    beginner.touches("a|region|KZ-31", beginner.last.id)
    await beginner.telegram.answer_all()
    beginner.is_asked("status")


async def test_a_result_is_shown_after_a_row_of_faults(reviewer: Client) -> None:
    reviewer.telegram.local.faults.order(Fault(kind="server_error", method="editMessageText"))
    reviewer.telegram.local.faults.order(Fault(kind="cut_before", method="editMessageText"))
    await reviewer.taps("calculate")
    assert reviewer.caption("why") in reviewer.last.buttons
    assert (await rows_of(reviewer.telegram.database, reviewer.id))["assessments"] == 1


async def test_somebody_who_blocks_the_bot_before_it_answers_is_no_fault(beginner: Client) -> None:
    telegram = beginner.telegram
    beginner.leaves(NewMessage(text=beginner.words.region_short("KZ-31")))
    people.block(telegram.local, people.found(telegram.local, beginner.id), blocked=True)
    await telegram.answer_all()
    people.block(telegram.local, people.found(telegram.local, beginner.id), blocked=False)
    await beginner.says("/check")
    beginner.is_asked("status")


async def test_a_press_that_waited_for_hours_is_still_taken(beginner: Client) -> None:
    press = beginner.touches("a|region|KZ-31", beginner.last.id)
    beginner.telegram.local.presses[press].pressed_at -= 7_200  # Telegram takes no answer to it any more
    await beginner.telegram.answer_all()
    beginner.is_asked("status")


@pytest.mark.parametrize("choice", ["quarter", "larger", "dragon", "unknown"])
async def test_what_was_not_offered_does_not_settle_an_amount(beginner: Client, choice: str) -> None:
    await alone_up_to_the_wage(beginner)
    await beginner.taps("differs")
    await beginner.says("15 000 000")
    await beginner.presses_data(f"s|month:wage.self.1|{choice}", beginner.last.id, force=True)
    assert "month:wage.self.1" not in await beginner.answers()
    beginner.reads("check-large", amount=beginner.words.money(15_000_000))


async def test_a_stranger_who_edits_a_message_is_greeted(stranger: Client) -> None:
    await stranger.says("сәлем")
    await stranger.edits(stranger.message_ids()[-1], "салем")
    assert stranger.last.buttons == ["Қазақша", "Русский"]


async def test_change_without_any_answer_is_an_old_button(beginner: Client) -> None:
    await beginner.presses_data("x|change|", beginner.last.id, force=True)
    beginner.is_asked("region")
