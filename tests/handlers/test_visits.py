"""What a family answers to a visit of the commission, and what of it reaches the authority."""

from datetime import datetime, timedelta
from typing import Any, Final

import pytest
from icalendar import Calendar

from bot.sandbox.files import StoredFile
from bot.store import outbox, visits
from bot.texts import Language, texts
from bot.wording.notice_input import Told
from bot.wording.notices import notice_told
from bot.wording.phrases import plain
from bot.working_days import is_working_day
from tests.chat import Clock, Telegram
from tests.handlers.authority import CASE, WINDOW, WINDOW_RU, Authority, at, follower
from tests.handlers.client import TICK, Client
from tests.handlers.families import at_first_question

BOTH_LANGUAGES = pytest.mark.parametrize("language", list(Language))
AFTERNOON: Final = {"from": "14:00", "to": "18:00"}
WORDS: Final = ("home", "move", "calendar", "nobody")


@pytest.fixture
async def visited(authority: Authority, member: Client) -> Client:
    """Somebody whom the commission visits on 14 May, 10:00-12:00; the buttons are below the last message."""
    await authority.schedules(at(14, 10))
    await member.says("/case")
    return member


async def answers(authority: Authority) -> list[tuple[str, dict[str, Any]]]:
    """Return what the authority learnt of the visits."""
    return [change for change in await authority.learns() if change[0] not in {"joined", "left"}]


async def stored(authority: Authority, number: int = 1) -> visits.Visit:
    """Return a visit as it is stored."""
    async with authority.world.database.reading() as connection:
        visit = await visits.load(connection, authority.world.cipher, number)
    assert visit is not None
    return visit


async def notices(authority: Authority) -> list[tuple[str, Told]]:
    """Return what waits to be told: the kind of each notice, and its words and buttons."""
    world, until = authority.world, authority.world.now() + timedelta(minutes=1)
    async with world.database.statement() as connection:
        waiting = await outbox.claim(connection, world.cipher, world.now(), until, 10)
    kazakh = texts(Language.KK)
    return [
        (notice.kind, notice_told(kazakh, notice.kind, notice.details, None, None, world.now())) for notice in waiting
    ]


async def presses(client: Client, word: str, number: int = 1, sequence: int = 0) -> None:
    """Press a button of some notice about a visit."""
    await client.presses_data(f"visit|{number}|{sequence}|{word}", client.last.id, force=True)


def passes_until(client: Client, moment: datetime) -> None:
    """Let time go by until a moment."""
    clock: Clock = client.telegram.clock
    clock.passes(moment - clock())


# We will be home


@BOTH_LANGUAGES
async def test_being_at_home_is_written_down_and_the_authority_learns_it(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    client = await follower(telegram, authority, language)
    await authority.schedules(at(14, 10))
    await client.says("/case")
    await client.taps("visit-home")
    client.reads("answer-home", **(WINDOW if language is Language.KK else WINDOW_RU))
    assert await answers(authority) == [("visit_confirmed", {"visit_id": "v1", "person": "p1"})]


async def test_the_notice_keeps_its_buttons_after_an_answer(visited: Client) -> None:
    notice = visited.last
    await visited.taps("visit-home")
    assert [bubble.buttons for bubble in visited.sees if bubble.id == notice.id] == [notice.buttons]


async def test_the_same_answer_again_is_written_once(authority: Authority, visited: Client) -> None:
    await visited.taps("visit-home", "visit-home")
    assert visited.toast == visited.words.say("answer-already")
    await authority.telegram.deliver_again()
    assert len(await answers(authority)) == 1


async def test_two_of_the_family_may_both_answer(telegram: Telegram, authority: Authority, visited: Client) -> None:
    spouse = await follower(telegram, authority, Language.RU)
    await visited.taps("visit-home")
    await presses(spouse, "home")
    spouse.reads("answer-home", **WINDOW_RU)
    assert [details["person"] for _, details in await answers(authority)] == ["p1", "p2"]


async def test_two_of_the_family_who_answer_at_once_are_both_kept(
    telegram: Telegram, authority: Authority, visited: Client
) -> None:
    spouse = await follower(telegram, authority, Language.RU)
    for client in (visited, spouse):
        client.touches("visit|1|0|home", client.last.id, force=True)
    await telegram.answer_all_at_once(telegram.another_process(), telegram.another_process())
    assert sorted(details["person"] for _, details in await answers(authority)) == ["p1", "p2"]
    assert (await stored(authority)).details["answers"] == {"p1": "visit_confirmed", "p2": "visit_confirmed"}


async def test_somebody_may_change_their_mind(authority: Authority, visited: Client) -> None:
    await visited.taps("visit-home", "visit-move")
    await visited.presses("ср 13.05, 09–13")
    await visited.taps("wish-send")
    await presses(visited, "home")
    visited.reads("answer-home", **WINDOW)
    assert [kind for kind, _ in await answers(authority)] == [
        "visit_confirmed",
        "visit_move_requested",
        "visit_confirmed",
    ]


async def test_the_buttons_of_the_notice_itself_are_answered(authority: Authority, visited: Client) -> None:
    ((kind, told),) = await notices(authority)
    assert kind == "visit-scheduled"
    assert [caption for row in told.rows for caption, _ in row] == [
        "button-visit-home",
        "button-visit-move",
        "button-visit-calendar",
    ]
    for _, data in (button for row in told.rows for button in row):
        await visited.presses_data(data, visited.last.id, force=True)
    visited_texts = [bubble.text for bubble in visited.sees]
    assert visited.words.say("answer-home", **WINDOW) in visited_texts
    assert any(visited.words.say("wish-ask") in text for text in visited_texts)
    assert file_of(visited).name == "komek.ics"


# Another time


@BOTH_LANGUAGES
async def test_another_time_is_wished_from_windows_of_the_next_working_days(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    client = await follower(telegram, authority, language)
    await authority.schedules(at(14, 10))
    await client.says("/case")
    await client.taps("visit-move")
    day = {Language.KK: "20 мамыр", Language.RU: "20 мая"}[language]
    client.reads("wish-ask")
    assert client.words.say("wish-term", date=day) not in client.last.text, "the windows end before the term"
    thursday = {Language.KK: "бс", Language.RU: "чт"}[language]
    days = [button.split()[1].rstrip(",") for button in client.last.buttons[:-2:2]]
    assert days == ["13.05", "14.05", "15.05", "18.05", "19.05"]
    await client.presses(f"{thursday} 14.05, 14–18")
    await client.taps("wish-send")
    client.reads("answer-move", **(WINDOW if language is Language.KK else WINDOW_RU))
    client.reads("answer-window", **{"date": "14 мамыр" if language is Language.KK else "14 мая", **AFTERNOON})
    wished = [{"from": "2026-05-14T14:00:00+05:00", "to": "2026-05-14T18:00:00+05:00"}]
    assert await answers(authority) == [("visit_move_requested", {"visit_id": "v1", "person": "p1", "wished": wished})]


async def test_several_windows_can_be_ticked_and_unticked(authority: Authority, visited: Client) -> None:
    await visited.taps("visit-move")
    await visited.presses("ср 13.05, 09–13", "жм 15.05, 14–18", "дс 18.05, 09–13")
    assert TICK + "жм 15.05, 14–18" in visited.last.buttons
    await visited.presses(TICK + "жм 15.05, 14–18")
    await visited.taps("wish-send")
    ((_, details),) = await answers(authority)
    assert [window["from"][:16] for window in details["wished"]] == ["2026-05-13T09:00", "2026-05-18T09:00"]
    assert visited.last.text.count("•") == 2


@pytest.mark.parametrize("begins", [at(8, 12), at(15, 12, month=12), at(19, 12, month=3)])
async def test_no_window_is_on_a_weekend_or_a_holiday(telegram: Telegram, clock: Clock, begins: datetime) -> None:
    clock.passes(begins - clock())
    authority = Authority(telegram)
    await authority.opens(applied_on=clock().date().isoformat())
    client = await follower(telegram, authority)
    await authority.schedules(clock() + timedelta(days=3))
    await client.says("/case")
    await client.taps("visit-move")
    shown = [button.split()[1].rstrip(",") for button in client.last.buttons[:-2]]
    days = [datetime.strptime(f"{day}.{clock().year}", "%d.%m.%Y").date() for day in shown]  # noqa: DTZ007, a day
    assert len(days) == 10
    assert all(is_working_day(day) for day in days)


async def test_a_wish_later_than_the_term_says_that_the_decision_may_be_late(
    authority: Authority, visited: Client
) -> None:
    passes_until(visited, at(14, 8))
    await visited.taps("visit-move")
    visited.reads("wish-term", date="20 мамыр")
    assert await answers(authority) == []


async def test_nothing_is_sent_without_a_tick_or_after_going_back(authority: Authority, visited: Client) -> None:
    await visited.taps("visit-move", "wish-send")
    assert visited.toast == visited.words.say("hint-pick-at-least-one")
    await visited.taps("back")
    visited.reads("wish-dropped", **WINDOW)
    assert await answers(authority) == []


async def test_a_wish_that_is_sent_twice_is_told_once(authority: Authority, visited: Client) -> None:
    await visited.taps("visit-move")
    await visited.presses("ср 13.05, 09–13")
    offer = visited.last
    await visited.taps("wish-send")
    await authority.telegram.deliver_again()
    await visited.presses_data(offer.data_of(visited.caption("wish-send")), offer.id, force=True)
    assert visited.toast == visited.words.say("answer-already")
    assert len(await answers(authority)) == 1


async def test_another_wish_after_the_first_is_told(authority: Authority, visited: Client) -> None:
    for window in ("ср 13.05, 09–13", "ср 13.05, 14–18"):
        await presses(visited, "move")
        await visited.presses(window)
        await visited.taps("wish-send")
    assert [details["wished"][0]["from"][11:16] for _, details in await answers(authority)] == ["09:00", "14:00"]


async def test_ticks_outlive_a_restart(authority: Authority, visited: Client) -> None:
    await visited.taps("visit-move")
    await visited.presses("ср 13.05, 09–13")
    authority.telegram.restarted()
    await visited.presses("бс 14.05, 14–18")
    await visited.taps("wish-send")
    ((_, details),) = await answers(authority)
    assert len(details["wished"]) == 2


async def test_windows_of_yesterday_are_offered_anew(authority: Authority, visited: Client) -> None:
    await visited.taps("visit-move")
    await visited.presses("ср 13.05, 09–13")
    passes_until(visited, at(13, 9))
    await visited.taps("wish-send")
    assert visited.toast == visited.words.say("wish-renewed")
    assert await answers(authority) == []
    assert not any(button.startswith(TICK) for button in visited.last.buttons)
    assert visited.last.buttons[0] == "бс 14.05, 09–13"


async def test_a_wish_for_a_visit_that_was_moved_meanwhile_is_not_sent(authority: Authority, visited: Client) -> None:
    await visited.taps("visit-move")
    await visited.presses("ср 13.05, 09–13")
    await authority.schedules(at(15, 15), kind="rescheduled")
    await visited.taps("wish-send")
    visited.reads("answer-moved", **{"date": "15 мамыр", "from": "15:00", "to": "17:00"})
    assert await answers(authority) == []


# The visit was moved, is over, or has not been


async def test_an_answer_to_a_visit_that_was_moved_says_where_to_and_can_be_given_at_once(
    authority: Authority, visited: Client
) -> None:
    await authority.schedules(at(15, 15), kind="rescheduled")
    await visited.taps("visit-home")
    visited.reads("answer-moved", **{"date": "15 мамыр", "from": "15:00", "to": "17:00"})
    assert await answers(authority) == []
    await visited.taps("visit-home")
    visited.reads("answer-home", **{"date": "15 мамыр", "from": "15:00", "to": "17:00"})
    assert [kind for kind, _ in await answers(authority)] == ["visit_confirmed"]


@pytest.mark.parametrize("word", ["home", "move", "calendar"])
async def test_a_visit_that_is_cancelled_is_answered_no_more(authority: Authority, visited: Client, word: str) -> None:
    await authority.sends("visit.cancelled", visit_id="v1")
    await visited.taps(f"visit-{word}")
    visited.reads("answer-outdated")
    assert await answers(authority) == []


@pytest.mark.parametrize("word", ["home", "move", "calendar"])
async def test_a_visit_whose_time_has_passed_is_answered_no_more(
    authority: Authority, visited: Client, word: str
) -> None:
    passes_until(visited, at(14, 12))
    await visited.taps(f"visit-{word}")
    visited.reads("answer-outdated")
    assert await answers(authority) == []


async def test_during_the_window_somebody_may_still_say_that_they_are_at_home(
    authority: Authority, visited: Client
) -> None:
    passes_until(visited, at(14, 11))
    await visited.taps("visit-home")
    assert [kind for kind, _ in await answers(authority)] == ["visit_confirmed"]


# Nobody came


@BOTH_LANGUAGES
async def test_nobody_came_is_written_down_with_its_time(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    client = await follower(telegram, authority, language)
    await authority.schedules(at(14, 10))
    passes_until(client, at(14, 12))
    await client.says("/case")
    await client.taps("visit-nobody")
    day = (WINDOW if language is Language.KK else WINDOW_RU)["date"]
    client.reads("answer-nobody", date=day, time="12:00")
    assert await answers(authority) == [("nobody_came", {"visit_id": "v1", "person": "p1"})]
    await client.says("/case")
    client.reads("history-nobody_came", date=day, time="12:00")


@pytest.mark.parametrize("moment", [at(13, 9), at(14, 10), at(14, 11)])
async def test_nobody_came_is_too_early_before_the_end_of_the_window(
    authority: Authority, visited: Client, moment: datetime
) -> None:
    passes_until(visited, moment)
    await presses(visited, "nobody")
    visited.reads("answer-too_early", **WINDOW)
    assert await answers(authority) == []


async def test_nobody_came_twice_is_told_once(authority: Authority, visited: Client) -> None:
    passes_until(visited, at(14, 13))
    await presses(visited, "nobody")
    await presses(visited, "nobody")
    assert visited.toast == visited.words.say("answer-already")
    assert len(await answers(authority)) == 1


async def test_nobody_came_after_the_commission_said_what_it_found_is_outdated(
    authority: Authority, visited: Client
) -> None:
    passes_until(visited, at(14, 13))
    await authority.sends("visit.held", visit_id="v1", conclusion="nobody_home")
    await presses(visited, "nobody")
    visited.reads("answer-outdated")
    assert await answers(authority) == []


# Others' visits


@pytest.mark.parametrize("word", WORDS)
async def test_a_press_of_somebody_who_does_not_follow_the_case_changes_nothing(
    telegram: Telegram, authority: Authority, visited: Client, word: str
) -> None:
    other = await at_first_question(telegram)
    await presses(other, word)
    other.reads("answer-not_yours")
    assert await answers(authority) == []
    assert "answers" not in (await stored(authority)).details
    assert visited.telegram is telegram


@pytest.mark.parametrize("word", WORDS)
async def test_whoever_left_the_case_answers_no_more(authority: Authority, visited: Client, word: str) -> None:
    await visited.taps("leave", "leave-yes")
    await presses(visited, word)
    visited.reads("answer-not_yours")
    assert await answers(authority) == []


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize("number", [0, 2, 2**31 - 1])
async def test_a_forged_number_is_nobodys_visit(authority: Authority, visited: Client, word: str, number: int) -> None:
    await presses(visited, word, number)
    visited.reads("answer-not_yours")
    assert await answers(authority) == []


async def test_a_visit_to_another_family_cannot_be_answered(
    telegram: Telegram, authority: Authority, visited: Client
) -> None:
    await authority.opens("79-2")
    await authority.schedules(at(15, 10), case_id="79-2")
    await presses(visited, "home", number=2)
    visited.reads("answer-not_yours")
    assert "answers" not in (await stored(authority, 2)).details
    assert telegram.local.chats


@pytest.mark.parametrize(
    "data",
    [
        "visit|1|0|burn", "visit|1|0", "visit|-1|0|home", "visit|x|0|home", f"visit|{2**63}|0|home", "visit||0|home",
        "wish|burn|1|0|2026-05-13|1", "wish|send|1|0|2026-05-13|1024", "wish|send|1|0|2026-05-13|-1",
    ],
)  # fmt: skip
async def test_a_made_up_button_is_an_old_button(authority: Authority, visited: Client, data: str) -> None:
    await visited.presses_data(data, visited.last.id, force=True)
    assert visited.toast == visited.words.say("old-button")
    assert await answers(authority) == []


@pytest.mark.parametrize("first_day", ["", "x", "2026-05-16", "2026-05-12", "2027-01-01"])
async def test_made_up_days_are_not_wished(authority: Authority, visited: Client, first_day: str) -> None:
    await visited.presses_data(f"wish|send|1|0|{first_day}|1", visited.last.id, force=True)
    assert visited.toast == visited.words.say("wish-renewed")
    assert await answers(authority) == []


async def test_a_made_up_sequence_is_not_taken_for_a_later_visit(authority: Authority, visited: Client) -> None:
    await presses(visited, "home", sequence=7)
    visited.reads("answer-moved", **WINDOW)
    assert await answers(authority) == []


@pytest.mark.parametrize("word", WORDS)
async def test_a_stranger_who_presses_a_forwarded_button_is_greeted(
    authority: Authority, visited: Client, stranger: Client, word: str
) -> None:
    await stranger.says("/start")
    await presses(stranger, word)
    assert stranger.last.buttons == ["Қазақша", "Русский"]
    assert await answers(authority) == []
    assert visited.sees


# The phone's calendar


def file_of(client: Client) -> StoredFile:
    """Return the file in the last message."""
    message = client.telegram.local.chats[client.id].messages[client.last.id]
    found = client.telegram.local.files.by_id(message["document"]["file_id"])
    assert found is not None
    return found


@BOTH_LANGUAGES
async def test_the_visit_comes_as_a_file_that_a_phones_calendar_opens(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    client = await follower(telegram, authority, language)
    await authority.schedules(at(14, 10))
    await client.says("/case")
    await client.taps("visit-calendar")
    file = file_of(client)
    assert (file.name, file.mime_type) == ("komek.ics", "text/calendar")
    (event,) = Calendar.from_ical(file.content).walk("VEVENT")
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (at(14, 10), at(14, 12))
    assert event["summary"] == client.words.say("calendar-file-summary")
    caption = telegram.local.chats[client.id].messages[client.last.id]["caption"]
    assert caption == client.words.say("calendar-file-sent", **(WINDOW if language is Language.KK else WINDOW_RU))


async def test_a_moved_visit_replaces_itself_in_the_calendar(authority: Authority, visited: Client) -> None:
    await visited.taps("visit-calendar")
    before = file_of(visited)
    await authority.schedules(at(15, 15), kind="rescheduled", contact="8 (7252) 53-10-10")
    await visited.says("/case")
    await visited.taps("visit-calendar")
    first, second = (Calendar.from_ical(file.content).walk("VEVENT")[0] for file in (before, file_of(visited)))
    assert first["uid"] == second["uid"]
    assert (first["sequence"], second["sequence"]) == (0, 1)
    assert second.decoded("dtstart") == at(15, 15)


async def test_the_calendar_button_of_an_old_notice_brings_the_visit_as_it_is_now(
    authority: Authority, visited: Client
) -> None:
    await authority.schedules(at(15, 15), kind="rescheduled")
    await presses(visited, "calendar", sequence=0)
    (event,) = Calendar.from_ical(file_of(visited).content).walk("VEVENT")
    assert event.decoded("dtstart") == at(15, 15)
    assert CASE not in file_of(visited).content.decode()


# There is a decision before the visit


@BOTH_LANGUAGES
@pytest.mark.parametrize("word", WORDS)
async def test_once_there_is_a_decision_a_press_says_that_nothing_need_be_done_about_the_visit(
    telegram: Telegram, authority: Authority, language: Language, word: str
) -> None:
    """Whether the commission still comes, the office alone can say."""
    client = await follower(telegram, authority, language)
    await authority.schedules(at(14, 10))
    await client.says("/case")
    await authority.moves_on("refused", ground="income_above_line")
    await presses(client, word)
    client.reads("answer-decided")
    assert await answers(authority) == []


async def test_a_wish_that_was_begun_before_the_decision_is_not_sent(authority: Authority, visited: Client) -> None:
    await visited.taps("visit-move")
    await visited.presses(visited.last.buttons[0])
    await authority.moves_on("assigned", monthly_tenge=30_000)
    await visited.taps("wish-send")
    visited.reads("answer-decided")
    assert await answers(authority) == []


async def test_a_decision_that_is_withdrawn_leaves_the_visit_to_be_answered(
    authority: Authority, visited: Client
) -> None:
    await authority.moves_on("refused", ground="income_above_line")
    await authority.sends("case.corrected", reason="mistake", note="Қате жіберілді")
    await visited.taps("visit-home")
    assert [kind for kind, _ in await answers(authority)][-1] == "visit_confirmed"


@pytest.mark.parametrize("conclusion", ["need", "no_need", "nobody_home", "examination_refused"])
async def test_a_conclusion_that_comes_after_the_decision_announces_none(
    authority: Authority, visited: Client, conclusion: str
) -> None:
    """It was decided: what the record means for that, the office can say."""
    await authority.moves_on("refused", ground="income_above_line")
    await authority.is_delivered()
    passes_until(visited, at(14, 13))
    await authority.sends("visit.held", visit_id="v1", conclusion=conclusion)
    kind = f"visit-held-{conclusion.replace('_', '-')}"
    told = dict(await notices(authority))[kind].text
    assert told.startswith(visited.words.say_with(f"{kind}-decided", **WINDOW))
    assert visited.words.say("visit-held-late", office_to="мансап орталығына") in told


@BOTH_LANGUAGES
async def test_a_visit_that_is_cancelled_after_the_decision_promises_no_other(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    """Right after a refusal it must not read that this is none."""
    client = await follower(telegram, authority, language)
    await authority.schedules(at(14, 10))
    await authority.moves_on("refused", ground="income_above_line")
    await authority.is_delivered()
    await authority.sends("visit.cancelled", visit_id="v1")
    await authority.is_delivered()
    told = client.words.say("visit-cancelled-decided", **(WINDOW if language is Language.KK else WINDOW_RU))
    assert plain(told) in client.last.text
