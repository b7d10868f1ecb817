"""What a family reads of a job offer: the money and the day first, what to press, and what nothing of it costs."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from bot import casework
from bot.sandbox.html_text import parse_html, utf16_length
from bot.store.notice_kinds import NoticeKind
from bot.texts import Language, texts
from bot.texts.formats import KAZAKHSTAN_TIME
from bot.wording import plain
from bot.wording.notice_input import Told
from bot.wording.notices import TELL, notice_told
from bot.wording.offer_card import LONGEST_CARD, card, left, rows
from rules.offer import ANSWERABLE, ANSWERED, Measure, OfferState
from tests.bot.case_story import AIGUL, IVAN, Story, kz
from tests.bot.wording.notice_values import ANSWER, NOW, OFFERED, STATES_TOLD, offered

DEADLINE = kz(2026, 11, 26, 12)
LATE = DEADLINE + timedelta(seconds=1)
KK, RU = Language.KK, Language.RU
TO_ANSWER = ["bill", "accept", "cannot", "refuse"]
REMINDERS = [NoticeKind.OFFER_REMINDER_TWO_DAYS, NoticeKind.OFFER_REMINDER_DAY, NoticeKind.OFFER_REMINDER_HOURS]
both_languages = pytest.mark.parametrize("language", list(Language))


def told(kind: str, language: Language = RU, now: datetime = NOW, *, is_private: bool = False, **values: Any) -> Told:
    """Tell a notice of an offer with some of its values changed; None leaves a value out, as the event does."""
    changed = {"state": STATES_TOLD[kind][0], **values}
    kept = {name: value for name, value in {**OFFERED, **changed}.items() if value is not None}
    return notice_told(texts(language), kind, kept, None, None, now, is_private=is_private)


def read(kind: str, language: Language = RU, now: datetime = NOW, **values: Any) -> str:
    """Return what a person reads, with ordinary spaces in the sums."""
    return plain(told(kind, language, now, **values).text).replace("\u00a0", " ")


def shown(state: OfferState, language: Language = RU, now: datetime = NOW, **values: Any) -> str:
    """Return the card of an offer in a state."""
    values, today = {"state": state, **values}, now.astimezone(KAZAKHSTAN_TIME).date()
    return plain(card(texts(language), offered(**values), today, now)).replace("\u00a0", " ")


def words(buttons: list[list[tuple[str, str]]]) -> list[str]:
    """Return what the buttons say to the program, one a row as old phones need."""
    assert all(len(row) == 1 for row in buttons)
    return [carried.split("|")[3] for row in buttons for _, carried in row]


# The offer


def test_an_offer_says_what_where_when_how_much_until_when_and_whom_to_ask() -> None:
    """The money on the first line, the deadline with what is left of it."""
    assert read("offer-made") == (
        "💼 Предложение: Аспаз, 120 000 ₸ в месяц.\n"
        "Вид: вакансия\n"
        "Работодатель: № 12 мектеп\n"
        "Где: Шымкент, Тәуке хан даңғылы 5\n"
        "Начало: 1 декабря\n"
        "Время: 08:00–17:00\n"
        "Ответить до 12:00 26 ноября (осталось: 2 дня)\n"
        "Вопросы: Сәуле, 8 7252 00 00 00\n\n"
        "Подробнее: Ауысыммен"
    )
    assert read("offer-made", KK, is_named=False) == (
        "💼 Ұсыныс: Аспаз, айына 120 000 ₸.\n"
        "Түрі: бос жұмыс орны\n"
        "Жұмыс беруші: № 12 мектеп\n"
        "Кім қатысады: Айгүл\n"
        "Қайда: Шымкент, Тәуке хан даңғылы 5\n"
        "Басталатын күні: 1 желтоқсан\n"
        "Уақыты: 08:00–17:00\n"
        "Жауап мерзімі: 26 қараша, 12:00 (2 күн қалды)\n"
        "Сұрақ болса: Сәуле, 8 7252 00 00 00\n\n"
        "Толығырақ: Ауысыммен"
    )


def test_what_the_event_does_not_say_is_left_out_whole() -> None:
    """No empty line, no sentence about nothing."""
    bare = read(
        "offer-made", measure="training", employer=None, wage_tenge=None, hours=None, starts_on=None, details=None
    )
    assert bare == (
        "💼 Предложение: Аспаз.\n"
        "Вид: профессиональное обучение\n"
        "Где: Шымкент, Тәуке хан даңғылы 5\n"
        "Ответить до 12:00 26 ноября (осталось: 2 дня)\n"
        "Вопросы: Сәуле, 8 7252 00 00 00"
    )


@pytest.mark.parametrize("measure", [Measure.GRANT, Measure.RESETTLEMENT])
def test_the_sum_of_a_grant_is_told_without_a_month(measure: Measure) -> None:
    """On the card and in every notice that names it: it is paid for something, not for a month."""
    granted: dict[str, Any] = {"measure": measure, "wage_tenge": 1_500_000, "title": "Тігін цехы"}
    assert read("offer-made", **granted).startswith("💼 Предложение: Тігін цехы, 1 500 000 ₸.\n")
    assert read("offer-made", KK, **granted).startswith("💼 Ұсыныс: Тігін цехы, 1 500 000 ₸.\n")
    for kind in ("offer-extended", *REMINDERS):
        assert "Предложение: Тігін цехы, 1 500 000 ₸\n" in read(kind, **granted)
        assert "Ұсыныс: Тігін цехы, 1 500 000 ₸\n" in read(kind, KK, **granted)


@both_languages
@pytest.mark.parametrize("measure", list(Measure))
def test_every_measure_has_its_name(language: Language, measure: Measure) -> None:
    """In the words of the law, in both languages."""
    assert texts(language).say(f"measure-{measure}") in read("offer-made", language, measure=measure)


def test_hours_a_week_are_counted_and_written_hours_are_shown_as_they_are() -> None:
    """The event may give either."""
    assert "Время: 22 часа в неделю\n" in read("offer-made", hours=22)
    assert "Уақыты: аптасына 40 сағат\n" in read("offer-made", KK, hours=40)
    assert "Время: сменно\n" in read("offer-made", hours="сменно")


def test_for_whom_it_is_is_said_to_everybody_else() -> None:
    """Who is named in it need not be told their own name; who is not to take part does not "take part"."""
    for kind, (state, *_) in STATES_TOLD.items():
        said = "Кто участвует" if state in {*ANSWERABLE, OfferState.ACCEPTED} else "Кому предложено"
        assert "Айгүл" not in read(kind, is_named=True), kind
        assert f"{said}: Айгүл" in read(kind, is_named=False), kind


def test_after_a_refusal_or_the_deadline_nobody_is_said_to_take_part() -> None:
    """Whoever says yes takes part; after a no, «Кім қатысады: Айгүл» would say the opposite."""
    of_another: dict[str, Any] = {"is_named": False, "answer": {"at": NOW.isoformat()}}
    assert "Кім қатысады: Айгүл" in shown(OfferState.ACCEPTED, KK, LATE, **of_another)
    assert "Кім қатысады: Айгүл" in shown(OfferState.OPEN, KK, DEADLINE, **of_another)
    for state in OfferState:
        if state is not OfferState.ACCEPTED:
            assert "Кімге ұсынылды: Айгүл" in shown(state, KK, LATE, **of_another), state
    assert "Кімге ұсынылды: Айгүл" in shown(OfferState.REFUSED, KK, **of_another)


def test_for_whom_an_offer_was_stands_apart_from_what_comes_next() -> None:
    """Behind «бот хабарлайды» it would be the end of another thought."""
    told_of_refusal = read("offer-acknowledged", KK, state=OfferState.REFUSED, is_named=False)
    assert "шешім шыққанда, бот хабарлайды.\n\nКімге ұсынылды: Айгүл" in told_of_refusal


def test_the_answers_stand_below_an_offer_one_a_row_and_refusing_is_the_last() -> None:
    """First what changes for us."""
    found = told("offer-made", KK)
    assert words(found.rows) == TO_ANSWER
    assert found.rows[0][0][1] == "offer|7|2|bill|"
    captions = [texts(KK).say(caption) for row in found.rows for caption, _ in row]
    assert captions == ["Не өзгереді?", "Келісемін", "Қатыса алмаймын", "Бас тартамын"]


@both_languages
def test_what_the_authority_wrote_cannot_break_the_message(language: Language) -> None:
    """It arrives as it was written, markup and all."""
    wild = "<b>&amp;</i>"
    names = ("title", "employer", "place", "contact", "details", "member_label", "hours", "note", "by_label")
    written: dict[str, Any] = dict.fromkeys(names, wild)
    for kind, states in STATES_TOLD.items():
        for state in states:
            found = told(kind, language, state=state, is_named=False, **written)
            parse_html(found.text)
            assert wild in plain(found.text), kind


# How long that is


@pytest.mark.parametrize(
    ("before", "kk", "ru"),
    [
        (timedelta(days=21), "21 күн", "21 день"),
        (timedelta(days=3), "3 күн", "3 дня"),
        (timedelta(days=2, hours=23), "2 күн", "2 дня"),
        (timedelta(days=2), "2 күн", "2 дня"),
        (timedelta(hours=48, seconds=-30), "2 күн", "2 дня"),
        (timedelta(hours=47, minutes=30), "47 сағат", "47 часов"),
        (timedelta(hours=24), "24 сағат", "24 часа"),
        (timedelta(hours=3, seconds=-2), "3 сағат", "3 часа"),
        (timedelta(hours=1), "1 сағат", "1 час"),
        (timedelta(minutes=40), "бір сағаттан аз", "меньше часа"),
        (timedelta(), "бір сағаттан аз", "меньше часа"),
    ],
)
def test_what_is_left_is_told_in_days_and_under_two_days_in_hours(before: timedelta, kk: str, ru: str) -> None:
    """A reminder that took some seconds still says the hours it was sent for."""
    assert left(texts(KK), DEADLINE, DEADLINE - before) == kk
    assert left(texts(RU), DEADLINE, DEADLINE - before) == ru


def test_the_second_of_the_deadline_is_still_in_time() -> None:
    """One second later there is nothing to press, and nothing is said to be left."""
    assert words(told("offer-made", now=DEADLINE).rows) == TO_ANSWER
    late = told("offer-made", now=LATE)
    assert late.rows == []
    assert "Срок ответа прошёл: 12:00 26 ноября" in plain(late.text)
    assert "осталось" not in late.text


# Reminders


@pytest.mark.parametrize("kind", REMINDERS)
def test_a_reminder_says_until_when_what_silence_is_and_what_a_refusal_costs(kind: str) -> None:
    """In plain words, without a sum: that one stands behind the button."""
    assert read(kind, now=DEADLINE - timedelta(hours=3), state="open") == (
        "💼 Ответить до 12:00 26 ноября (осталось: 3 часа).\n"
        "Предложение: Аспаз, 120 000 ₸ в месяц\n\n"
        "Если не ответить, это не отказ, но карьерный центр ждёт ответа. "
        "При отказе вся семья может остаться без помощи на 6 месяцев.\n"
        "Если участвовать не получается, нажмите «Не могу»: это не отказ.\n\n"
        "Вопросы: Сәуле, 8 7252 00 00 00"
    )
    assert words(told(kind).rows) == ["open", *TO_ANSWER], "all of it opens behind the first button"
    assert "6 ай көмексіз қалуы мүмкін" in read(kind, KK)


@pytest.mark.parametrize("kind", REMINDERS)
def test_a_reminder_that_comes_too_late_asks_for_nothing(kind: str) -> None:
    """The bot was down at the deadline."""
    late = told(kind, now=LATE)
    assert late.rows == []
    assert plain(late.text).startswith("Срок ответа прошёл")
    assert "нажмите" not in late.text


# The officer


def test_more_time_is_told_with_the_new_deadline_first() -> None:
    """Who has answered already is told what stands, and can still take it back."""
    assert read("offer-extended").startswith("💼 Срок ответа продлён до 12:00 26 ноября (осталось: 2 дня).")
    assert words(told("offer-extended").rows) == ["open", *TO_ANSWER], "the notice itself does not show all of it"
    assert told("offer-extended", now=LATE).rows == []
    refused = told("offer-extended", state=OfferState.REFUSED)
    assert "Ответ: отказ (14:00 23 ноября)." in plain(refused.text)
    assert "осталось" not in refused.text
    assert words(refused.rows) == ["take_back"]


def test_an_offer_that_is_withdrawn_asks_for_nothing_and_costs_nothing() -> None:
    """Who has put the first day into the calendar is reminded to take it out."""
    gone = told("offer-withdrawn", note="Орын бос емес")
    assert gone.rows == []
    assert "Отказом это не считается и на помощь не влияет." in gone.text
    assert gone.text.endswith("Пояснение: Орын бос емес")
    assert "календаре" not in gone.text
    accepted = {**ANSWER, "state": "accepted"}
    assert "календаре" in read("offer-withdrawn", answer=accepted)
    assert "календаре" not in read("offer-withdrawn", answer=accepted, starts_on=None)


def test_who_is_excused_need_do_nothing_and_who_is_not_can_prove_it() -> None:
    """Neither is a refusal."""
    assert told("offer-excused").rows == []
    assert "Отказом это не считается и на помощь не влияет." in read("offer-excused")
    not_excused = told("offer-not-excused", note="Анықтама жоқ")
    assert words(not_excused.rows) == TO_ANSWER
    assert "снова нажмите «Не могу»" in not_excused.text
    assert "Пояснение: Анықтама жоқ" in not_excused.text


def test_who_is_not_excused_after_the_deadline_is_told_whom_to_ask() -> None:
    """There is nothing to press, and it is not open again."""
    late = told("offer-not-excused", now=LATE)
    assert late.rows == []
    assert "снова открыто" not in late.text
    assert "Отказом это не считается. С кем связаться, чтобы узнать, что дальше: Сәуле, 8 7252 00 00 00" in late.text


@pytest.mark.parametrize(
    ("state", "said", "buttons"),
    [
        (OfferState.ACCEPTED, "согласие на предложение «Аспаз»", ["calendar"]),
        (OfferState.REFUSED, "отказ от предложения «Аспаз»", []),
        (OfferState.EXCUSE_REQUESTED, "Это не отказ, причину рассматривают", []),
    ],
)
def test_an_answer_on_which_the_officer_has_acted_stands(state: OfferState, said: str, buttons: list[str]) -> None:
    """It is said which one, and it cannot be taken back."""
    found = told("offer-acknowledged", state=state, acknowledged_at=NOW.isoformat())
    assert said in plain(found.text)
    assert words(found.rows) == buttons


# The family


@pytest.mark.parametrize(
    ("state", "kk", "ru"),
    [
        (OfferState.ACCEPTED, "💼 Иван «Аспаз» ұсынысына келісті.", "💼 Иван соглашается на предложение «Аспаз»."),
        (OfferState.REFUSED, "⚠️ Иван «Аспаз» ұсынысынан бас тартты.", "⚠️ Иван отказывается от предложения «Аспаз»."),
        (
            OfferState.EXCUSE_REQUESTED,
            "Иван «Аспаз» ұсынысына «қатыса алмаймын» деп жауап берді.",
            "Иван отвечает «не могу» на предложение «Аспаз».",
        ),
        (
            OfferState.TAKEN_BACK,
            "💼 Иван «Аспаз» ұсынысына берілген жауапты қайтарып алды. Ұсыныс қайта ашылды, көмек өзгерген жоқ.",
            "💼 Иван отзывает ответ на предложение «Аспаз». Оно снова открыто, помощь не изменилась.",
        ),
    ],
)
def test_the_other_adult_learns_who_said_what_and_until_when_it_can_be_taken_back(
    state: OfferState, kk: str, ru: str
) -> None:
    """Whoever has no label is somebody of the family."""
    assert read("offer-answered", KK, state=state, by_label="Иван").startswith(kk)
    assert read("offer-answered", RU, state=state, by_label="Иван").startswith(ru)
    assert "Кто-то из вашей семьи" in read("offer-answered", state=state)
    expected = TO_ANSWER if state is OfferState.TAKEN_BACK else ["take_back"]
    assert words(told("offer-answered", state=state, starts_on=None).rows) == expected
    if state is not OfferState.TAKEN_BACK:
        assert "Отозвать ответ можно до 12:00 26 ноября." in read("offer-answered", state=state)


def test_a_refusal_by_another_adult_says_what_it_may_cost_everybody() -> None:
    """So that it can be taken back in time."""
    text = read("offer-answered", state=OfferState.REFUSED, by_label="Иван")
    assert "Если ответ не отозвать, вся семья может остаться без помощи на 6 месяцев." in text


def test_no_answer_and_not_delivered_are_two_things_and_neither_is_a_refusal() -> None:
    """Both say whom to call."""
    silent, unreached = (read("offer-no-answer", state=state, now=LATE) for state in STATES_TOLD["offer-no-answer"])
    assert "Записано «нет ответа», а не «отказ». Объясните, что случилось. С кем связаться: Сәуле" in silent
    assert "записано «не доставлено»" in unreached
    assert "Это не отказ, вашей вины нет. С кем связаться, чтобы ответить: Сәуле" in unreached
    assert "нет ответа" not in unreached


# A shared phone


@both_languages
@pytest.mark.parametrize("kind", list(STATES_TOLD))
def test_on_a_shared_phone_a_notice_says_nothing_of_the_offer_itself(language: Language, kind: str) -> None:
    """Only that there is one, or news of it, and until when to answer; the rest opens behind the one button."""
    for state in STATES_TOLD[kind]:
        found = told(kind, language, state=state, is_named=False, by_label="Иван", is_private=True)
        assert words(found.rows) == ["open"]
        secret = ("Аспаз", "Айгүл", "Иван", "120", "Шымкент", "Сәуле", "мектеп")
        assert not any(word in found.text for word in secret)
        assert ("26" in found.text) == (state in ANSWERABLE)


def test_a_private_notice_tells_a_new_offer_from_news_of_one() -> None:
    """And says nothing of a deadline that has passed."""
    assert plain(told("offer-made", is_private=True).text) == (
        "💼 Есть новое предложение. Ответить до 12:00 26 ноября (осталось: 2 дня)."
    )
    assert plain(told("offer-withdrawn", KK, is_private=True).text) == "💼 Ұсыныс туралы жаңа хабар бар."
    assert "26" not in told("offer-made", now=LATE, is_private=True).text


@pytest.mark.parametrize("kind", REMINDERS)
def test_a_private_reminder_says_what_silence_is_and_what_a_refusal_costs(kind: str) -> None:
    """The time that is left and the consequence, and nothing of the offer; too late it asks for nothing."""
    now = DEADLINE - timedelta(hours=3)
    assert plain(told(kind, now=now, is_private=True).text) == (
        "💼 Предложение ждёт ответа до 12:00 26 ноября (осталось: 3 часа).\n\n"
        "Если не ответить, это не отказ, но карьерный центр ждёт ответа. "
        "При отказе вся семья может остаться без помощи на 6 месяцев."
    )
    assert plain(told(kind, KK, now=now, is_private=True).text) == (
        "💼 Ұсыныс жауап күтіп тұр. Жауап мерзімі: 26 қараша, 12:00 (3 сағат қалды).\n\n"
        "Жауап бермеу – бас тарту емес, бірақ мансап орталығы жауап күтіп отыр. "
        "Бас тартсаңыз, бүкіл отбасыңыз 6 ай көмексіз қалуы мүмкін."
    )
    assert plain(told(kind, now=LATE, is_private=True).text) == "💼 Есть новость о предложении."


@both_languages
def test_on_a_shared_phone_all_of_the_case_is_hidden_and_who_follows_it_is_not(language: Language) -> None:
    """The button opens the notice by its number; that somebody has joined is said at once."""
    values = {"on": "2026-11-23", "applied_on": "2026-11-20", "region": "KZ-79", "notice": 12}
    hidden = notice_told(texts(language), "case-received", values, None, None, NOW, is_private=True)
    assert hidden.text == texts(language).say("private-news")
    assert hidden.rows == [[("button-news-open", "news|12|1")]]
    joined = {"alias": "p1", "label": "Ерлан"}
    open_told, private_told = (
        notice_told(texts(language), "follower-joined", joined, None, None, NOW, is_private=is_private)
        for is_private in (False, True)
    )
    assert open_told == private_told


# The card on a screen


@both_languages
@pytest.mark.parametrize("state", list(OfferState))
def test_a_card_says_what_is_offered_and_where_it_stands_in_every_state(language: Language, state: OfferState) -> None:
    """Also when the deadline has passed and nobody has looked at it yet."""
    for now in (NOW, DEADLINE, LATE, LATE + timedelta(days=400)):
        text = shown(state, language, now, note="Түсініктеме")
        assert text.startswith("💼")
        assert "Аспаз" in text
        assert (texts(language).instant(DEADLINE, now.date()) in text) or state not in ANSWERABLE


def test_a_card_of_an_answer_says_which_when_and_until_when_it_can_be_taken_back() -> None:
    """Or that it cannot any more, and why."""
    accepted = shown(OfferState.ACCEPTED)
    assert "Ответ: согласие (14:00 23 ноября).\nОтозвать ответ можно до 12:00 26 ноября." in accepted
    assert "Отозвать ответ уже нельзя." in shown(OfferState.ACCEPTED, now=LATE)
    stands = shown(OfferState.REFUSED, acknowledged_at=NOW.isoformat())
    assert "Ответ принял карьерный центр, отозвать его уже нельзя." in stands


@pytest.mark.parametrize("state", list(OfferState))
def test_the_buttons_of_a_card_are_those_that_can_still_do_something(state: OfferState) -> None:
    """Nothing can be answered late, and nothing taken back on which the officer has acted."""
    values = offered(state=state, starts_on=None)
    expected = TO_ANSWER if state in ANSWERABLE else ["take_back"] if state in ANSWERED else []
    assert words(rows(values, NOW)) == words(rows(values, DEADLINE)) == expected
    assert rows(values, LATE) == []
    if state in ANSWERED:
        assert rows({**values, "acknowledged_at": NOW.isoformat()}, NOW) == []


def test_the_first_day_of_an_accepted_offer_goes_into_the_calendar_even_when_the_answer_stands() -> None:
    """And of none that was not accepted."""
    accepted = offered(state=OfferState.ACCEPTED)
    assert words(rows(accepted, NOW)) == ["calendar", "take_back"]
    assert words(rows(accepted, LATE)) == ["calendar"]
    assert words(rows({**accepted, "state": OfferState.REFUSED}, NOW)) == ["take_back"]


def test_the_officers_note_belongs_to_what_was_decided_alone() -> None:
    """It is not told beside an answer that came after it."""
    for state in OfferState:
        is_told = state in {OfferState.NOT_EXCUSED, OfferState.EXCUSED, OfferState.WITHDRAWN}
        assert ("Пояснение: Анықтама жоқ" in shown(state, note="Анықтама жоқ")) is is_told


@both_languages
@pytest.mark.parametrize("state", list(OfferState))
def test_the_longest_card_fits_into_one_message(language: Language, state: OfferState) -> None:
    """With every text at its limit, of signs that count twice; what does not fit is left out whole."""
    long = dict.fromkeys(("title", "employer", "hours", "contact"), "😀" * 200)
    longer = dict.fromkeys(("place", "details", "note"), "😀" * 500)
    values = offered(**long, **longer, member_label="😀" * 100, state=state, is_named=False)
    for now in (NOW, LATE):
        found, _ = parse_html(card(texts(language), values, now.date(), now))
        assert utf16_length(found) <= LONGEST_CARD
        assert "😀" * 500 in found


@both_languages
def test_the_details_are_left_out_of_no_card_of_ordinary_letters(language: Language) -> None:
    """Only what counts twice makes it too long."""
    long = dict.fromkeys(("title", "employer", "hours", "contact"), "ә" * 200)
    values = offered(**long, place="ә" * 500, details="ө" * 500, note="ү" * 500)
    for state in OfferState:
        found = card(texts(language), {**values, "state": state}, NOW.date(), NOW)
        assert "ө" * 500 in found


# As the core queues them


async def test_every_notice_of_an_offer_can_be_told_as_it_is_queued(story: Story) -> None:
    """An offer to one of two adults who has no link of their own, from its making to its withdrawal."""
    await story.open()
    await story.join(AIGUL, label="Айгүл")
    await story.join(IVAN, "ru", label="Иван")
    await story.offer(member_label="Марат")
    await story.send("offer.extended", offer_id="o1", respond_by="2026-11-21T12:00:00+05:00")
    await story.send("offer.withdrawn", offer_id="o1", note="Орын бос емес")
    case = await story.case()
    queued = await story.queued()
    assert {row.kind for row in queued} == {"offer-made", "offer-extended", "offer-withdrawn"}
    for row in queued:
        for language in Language:
            parse_html(notice_told(texts(language), row.kind, row.details, case, None, story.at).text)


async def test_the_other_adult_is_told_the_label_of_who_has_answered(story: Story) -> None:
    """The alias means nothing to a family; after it was taken back the answer itself is gone."""
    await story.open()
    await story.join(AIGUL, label="Айгүл")
    await story.join(IVAN, "ru", label="Иван")
    await story.confirms("p1", "p2")
    await story.offer(member_label="Марат")
    seen = casework.Shown("kk", 11, "Ұсыныс: Аспаз")
    offer = await story.the_offer()
    await casework.accept_offer(story.world, offer.number, offer.sequence, IVAN, seen)
    offer = await story.the_offer()
    await casework.take_back(story.world, offer.number, offer.sequence, AIGUL, seen)
    answered = [row for row in await story.queued() if row.kind == "offer-answered"]
    said = {
        row.person_id: plain(notice_told(texts(RU), row.kind, row.details, None, None, story.at).text)
        for row in answered
    }
    assert said[AIGUL].startswith("💼 Иван соглашается")
    assert said[IVAN].startswith("💼 Айгүл отзывает ответ")


def test_every_kind_that_the_core_queues_is_told() -> None:
    """The reminders among them."""
    assert {kind for kind in TELL if kind.startswith("offer-")} == set(STATES_TOLD)
    assert set(REMINDERS) <= set(STATES_TOLD)
