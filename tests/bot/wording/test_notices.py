"""What a family reads of its case: the day or the money first, then what to do; and nothing that nobody said."""

import re
from datetime import date, datetime, timedelta

import pytest

from bot.sandbox.html_text import parse_html
from bot.store.notice_kinds import NoticeKind
from bot.texts import Language, texts
from bot.wording import plain
from bot.wording.notice_input import LONGEST_CALLBACK, Told
from bot.wording.notices import TELL, notice_told
from rules import Income
from rules.household import IncomeKind
from rules.record import Record
from rules.refusals import Ground
from tests.bot.case_story import AIGUL, ASSIGNED, IVAN, Story, kz
from tests.bot.wording.notice_values import (
    DECIDED,
    NOW,
    STATUS,
    VALUES,
    VISIT,
    a_case,
    estimate_of,
    every_notice,
    read,
    told,
)
from tests.bot.wording.records import Table, child, family, mother, of_incomes, wage

LONGEST = 4096
BUTTON_CHARACTERS = 24
GROUNDS = list(Ground)
OF_128 = [ground for ground in GROUNDS if ground is not Ground.NOBODY_ENTITLED]
"""The grounds of article 128, in the order of its clauses."""
DUTY = (
    "Если изменятся доход, состав семьи или адрес, сообщите об этом в карьерный центр, в селе – акиму. "
    "Срок – 10 рабочих дней. Иначе лишние деньги придётся вернуть (Социальный кодекс, статья 126, пункт 3)."
)
MONTHLY = (
    "Помощь платят каждый месяц (Социальный кодекс, статья 123, пункт 3). "
    "В какой день придут деньги, скажет карьерный центр."
)


def article_of(ground: Ground) -> tuple[str, int]:
    """Return article and clause of a ground: nobody is entitled by the article on the right itself (P1)."""
    return ("120", 1) if ground is Ground.NOBODY_ENTITLED else ("128", OF_128.index(ground) + 1)


both_languages = pytest.mark.parametrize("language", list(Language))


def presses(found: Told) -> list[str]:
    return [carried.rpartition("|")[2] for row in found.rows for _, carried in row]


# All kinds


@both_languages
def test_every_notice_can_be_sent(language: Language) -> None:
    """None is empty or too long, Telegram can read each, and nothing of the program shows through."""
    for kind, values in every_notice():
        found = notice_told(texts(language), kind, values, a_case(), estimate_of(), NOW)
        parse_html(found.text)
        assert 0 < len(found.text) <= LONGEST, kind
        assert not re.search(r"[{}$_]|[a-z]{2,}", plain(found.text).replace("eGov", "")), kind
        assert all(line == line.strip() for line in found.text.split("\n")), kind


@both_languages
def test_every_button_has_a_short_caption_and_fits_into_telegram(language: Language) -> None:
    """A caption of at most 24 characters, a press of at most 64 bytes."""
    for kind, values in every_notice():
        for row in notice_told(texts(language), kind, values, a_case(), None, NOW).rows:
            for caption, carried in row:
                assert len(texts(language).say(caption)) <= BUTTON_CHARACTERS
                assert len(carried.encode()) <= LONGEST_CALLBACK


@both_languages
def test_what_the_authority_wrote_cannot_break_the_message(language: Language) -> None:
    """The longest texts it may send, made of what HTML would misread, arrive as they were written."""
    wild = "<&>" * 166
    for kind in ("visit-scheduled", "visit-rescheduled", "visit-cancelled", "visit-held-nobody-home"):
        before = {**VISIT, "address": wild + "!"}
        found = told(kind, language, address=wild, contact=wild, note=wild, before=before)
        assert wild in plain(found.text)
        assert len(plain(found.text)) <= LONGEST
        parse_html(found.text)


def test_every_kind_of_notice_has_its_words() -> None:
    assert set(TELL) == set(NoticeKind)


def test_every_kind_of_notice_is_read_here_with_values_of_its_own() -> None:
    assert set(VALUES) == set(TELL)


def test_a_kind_that_nobody_knows_is_an_error() -> None:
    """Delivery marks it as our fault; a family never reads an empty message."""
    with pytest.raises(KeyError, match="case-forgotten"):
        notice_told(texts(Language.KK), "case-forgotten", STATUS, a_case(), None, NOW)


async def test_every_notice_of_a_whole_case_can_be_told(story: Story) -> None:
    """From the application to the end of the payment, as the authority's events queue it, in both languages."""
    await story.open()
    await story.join(AIGUL)
    await story.join(IVAN, "ru")
    await story.decide("received")
    await story.visit(kz(2026, 11, 18, 10))
    await story.is_told()
    await story.move(kz(2026, 11, 19, 14))
    await story.cancel()
    await story.decide("under_review")
    await story.decide("assigned", **ASSIGNED)
    await story.decide("suspended", note="Құжат керек")
    await story.decide("terminated", ground="false_data")
    case = await story.case()
    for row in await story.queued():
        for language in Language:
            parse_html(notice_told(texts(language), row.kind, row.details, case, None, story.at).text)
    moved = next(row for row in await story.queued() if row.kind == "visit-rescheduled")
    text = plain(notice_told(texts(Language.RU), moved.kind, moved.details, case, None, story.at).text)
    assert "Прежнее время (18 ноября, с 10:00 до 12:00) больше не действует." in text


# The visit


def test_a_visit_says_when_and_where_what_is_looked_at_and_what_is_no_refusal() -> None:
    """The window comes first and is bold; the article stands beside what it costs to decline."""
    assert read("visit-scheduled", contact="Сәуле, 8 7252 00 00 00") == (
        "📅 Придёт комиссия: 24 ноября, с 10:00 до 12:00, Абай 17.\n"
        "Она посмотрит, как живёт семья; дома нужен взрослый.\n\n"
        "Не застали дома – это не отказ, время можно перенести.\n"
        "А если отказаться показать, как живёт семья, помощь не назначат (Социальный кодекс, статья 128, пункт 2).\n\n"
        "Вопросы: Сәуле, 8 7252 00 00 00"
    )
    assert read("visit-scheduled", Language.KK) == (
        "📅 Комиссия келеді: 24 қараша, 10:00–12:00 аралығында, Абай 17.\n"
        "Ол тұрмыс жағдайын көреді, үйде бір ересек адам болсын.\n\n"
        "Үйде болмай қалу – бас тарту емес, уақытты ауыстыруға болады.\n"
        "Ал тұрмыс жағдайын көрсетуден бас тартсаңыз, көмек тағайындалмайды "
        "(Әлеуметтік кодекс, 128-баптың 2-тармағы)."
    )
    assert "<b>24 қараша, 10:00–12:00</b>" in told("visit-scheduled", Language.KK).text


def test_the_buttons_of_a_visit_carry_the_visit_as_it_is_told() -> None:
    """A press on a message about an earlier time is recognised by its sequence."""
    assert told("visit-scheduled").rows == [
        [("button-visit-home", "visit|7|2|home")],
        [("button-visit-move", "visit|7|2|move")],
        [("button-visit-calendar", "visit|7|2|calendar")],
    ]


def test_a_case_of_the_earlier_law_cites_the_earlier_law() -> None:
    """Whoever applied in June 2023 is decided by the law of that day."""
    old = notice_told(texts(Language.RU), "visit-scheduled", VISIT, a_case(date(2023, 6, 30)), None, NOW)
    assert "(закон № 246-II от 17 июля 2001 года)" in old.text


def test_a_visit_of_another_year_has_its_year_and_one_over_midnight_its_second_day() -> None:
    """Nobody waits on the wrong day."""
    starts_at, ends_at = kz(2027, 1, 4, 22).isoformat(), kz(2027, 1, 5, 1).isoformat()
    text = read("visit-scheduled", starts_at=starts_at, ends_at=ends_at)
    assert "4 января 2027 года, с 22:00 до 01:00 5 января 2027 года" in text


def test_hours_are_those_of_kazakhstan_whatever_the_offset_of_the_event() -> None:
    """Half past seven in the evening in London is after midnight here."""
    text = read("visit-scheduled", starts_at="2026-11-24T19:30:00+00:00", ends_at="2026-11-24T21:00:00+00:00")
    assert "25 ноября, с 00:30 до 02:00" in text


def test_a_moved_visit_says_what_changed() -> None:
    """The time, the address, both, or neither: and never what did not change as if it had."""
    other_time = {"starts_at": kz(2026, 11, 25, 9).isoformat(), "ends_at": kz(2026, 11, 25, 11).isoformat()}
    first = {
        name: read("visit-rescheduled", before={**VISIT, **changed}).split("\n\n")[0]
        for name, changed in {
            "time": other_time,
            "place": {"address": "Тәуке хан 5"},
            "both": {**other_time, "address": "Тәуке хан 5"},
            "neither": {},
        }.items()
    }
    assert first == {
        "time": (
            "📅 Комиссия придёт в другое время: 24 ноября, с 10:00 до 12:00, Абай 17.\n"
            "Прежнее время (25 ноября, с 09:00 до 11:00) больше не действует."
        ),
        "place": (
            "📅 Комиссия придёт по другому адресу: Абай 17. Прежний адрес: Тәуке хан 5.\n"
            "Время не изменилось: 24 ноября, с 10:00 до 12:00."
        ),
        "both": (
            "📅 Комиссия придёт в другое время и по другому адресу: 24 ноября, с 10:00 до 12:00, Абай 17.\n"
            "Прежнее время (25 ноября, с 09:00 до 11:00) больше не действует. Прежний адрес: Тәуке хан 5."
        ),
        "neither": (
            "📅 Сведения о визите комиссии обновлены. Время и адрес прежние: 24 ноября, с 10:00 до 12:00, Абай 17."
        ),
    }


def test_a_moved_visit_whose_earlier_time_is_not_known_is_told_as_a_new_one() -> None:
    """Rather than saying that nothing changed."""
    assert told("visit-rescheduled") == told("visit-scheduled")


def test_a_moved_visit_says_how_the_calendar_is_brought_up_to_date() -> None:
    """By the same button, which stands below."""
    assert "нажмите «Добавить в календарь» ещё раз" in read("visit-rescheduled", before=VISIT)
    assert texts(Language.RU).say("button-visit-calendar") == "Добавить в календарь"
    assert texts(Language.KK).say("button-visit-calendar") in read("visit-rescheduled", Language.KK, before=VISIT)
    assert presses(told("visit-rescheduled", before=VISIT)) == ["home", "move", "calendar"]


def test_a_cancelled_visit_is_no_refusal_and_has_no_buttons() -> None:
    """With the commission's explanation where there is one."""
    text = read("visit-cancelled", note="Көлік бұзылды")
    assert text.startswith("📅 Комиссия 24 ноября, с 10:00 до 12:00, не придёт.\nЭто не отказ.")
    assert text.endswith("Пояснение: Көлік бұзылды")
    assert told("visit-cancelled").rows == []


def test_each_conclusion_says_what_it_means_and_with_which_article() -> None:
    """Need: not yet the decision. No need, refused examination: the article, only this application, the doors."""
    assert read("visit-held-need").startswith("✅ Участковая комиссия дала заключение «необходимость есть».")
    assert "Это ещё не решение: решает карьерный центр." in read("visit-held-need")
    no_need, refused = read("visit-held-no-need"), read("visit-held-examination-refused")
    assert "(Социальный кодекс, статья 128, пункт 3)" in no_need
    assert "(Социальный кодекс, статья 128, пункт 2)" in refused
    for text in (no_need, refused):
        assert "Это ещё не решение" in text
        assert "касается только этого заявления" in text
        assert "Попросите акт" in text
        assert not text.startswith(("✅", "⚠️", "📅"))


def test_nobody_at_home_is_said_plainly_to_be_no_refusal() -> None:
    """Neither does it cite an article of refusal; it says how to get another time."""
    assert read("visit-held-nobody-home", contact="Сәуле") == (
        "Записано, что комиссия приходила 24 ноября, с 10:00 до 12:00, и никого не было дома.\n"
        "Это не отказ. Но пока комиссия не посмотрит, как живёт семья, помощь не назначат.\n"
        "• Обратитесь в карьерный центр и попросите другое время.\n"
        "• Если в это время кто-то был дома, скажите и об этом.\n\n"
        "Вопросы: Сәуле"
    )
    assert "Бұл – бас тарту емес." in read("visit-held-nobody-home", Language.KK)
    assert "128" not in read("visit-held-nobody-home", Language.KK)


@pytest.mark.parametrize(
    ("now", "begins"),
    [
        (kz(2026, 11, 23, 18), "📅 Завтра с 10:00 до 12:00 придёт комиссия, Абай 17. Кто откроет дверь?"),
        (kz(2026, 11, 24, 0, 5), "📅 Сегодня с 10:00 до 12:00 придёт комиссия"),
        (kz(2026, 11, 22, 23, 59), "📅 Придёт комиссия: 24 ноября, с 10:00 до 12:00, Абай 17."),
    ],
)
def test_a_reminder_says_tomorrow_only_on_the_day_before(now: datetime, begins: str) -> None:
    """A message that waited over midnight would send the family to the wrong day."""
    assert plain(told("visit-reminder-evening", now=now).text).startswith(begins)
    assert "без комиссии помощь не назначат" in plain(told("visit-reminder-evening", now=now).text)


@both_languages
@pytest.mark.parametrize("kind", ["visit-reminder-evening", "visit-reminder-hours"])
def test_who_has_said_that_they_will_be_at_home_is_not_asked_who_opens_the_door(kind: str, language: Language) -> None:
    """The hour is recalled, with the answer; another time can still be asked for."""
    text = read(kind, language, is_confirmed=True)
    asked, said = {
        "kk": ("Есікті кім ашады?", "«Үйде боламыз» деп жауап берген едіңіз."),
        "ru": ("Кто откроет дверь?", "Вы ответили: «Будем дома»."),
    }[language]
    assert asked not in text
    assert said in text
    assert "10:00" in text
    assert presses(told(kind, language, is_confirmed=True))[0] == "move"
    assert asked in read(kind, language)
    assert texts(language).say("button-visit-home") in said.replace("»", "").replace("«", "")


def test_the_reminders_let_the_family_answer() -> None:
    """Two hours before, the calendar is of no more use."""
    assert presses(told("visit-reminder-evening")) == ["home", "move", "calendar"]
    assert presses(told("visit-reminder-hours")) == ["home", "move"]


def test_after_the_window_the_bot_asks_whether_they_came() -> None:
    """One button, for the case that they did not."""
    text = read("visit-window-passed", now=kz(2026, 11, 24, 12, 5))
    assert text.startswith("Комиссия должна была прийти 24 ноября, с 10:00 до 12:00. Она пришла?")
    assert "Вашей вины нет, заявление в силе." in text
    assert told("visit-window-passed").rows == [[("button-visit-nobody", "visit|7|2|nobody")]]


# Where the application stands


def test_a_received_application_says_by_when_the_commission_must_come() -> None:
    """Seven working days after Friday 20 November; without a term once that day is past."""
    assert "Комиссия должна прийти не позже 1 декабря (если считать 7 рабочих дней)." in read("case-received")
    assert "Комиссия ең кеші 1 желтоқсан күні келуі керек (7 жұмыс күні деп есептегенде)." in read(
        "case-received", Language.KK
    )
    assert "не позже" not in read("case-received", now=kz(2026, 12, 2, 9))


def test_an_overdue_examination_says_what_can_be_done() -> None:
    """The day first; the application stays in force."""
    text = read("examination-overdue")
    assert text.startswith(
        "Срок, за который комиссия должна прийти, закончился 20 ноября (если считать 7 рабочих дней)."
    )
    assert "Заявление в силе." in text
    assert "подайте жалобу" in text


def test_an_overdue_examination_with_a_visit_to_come_names_it() -> None:
    """Nobody is told to ask for a day that they know; the buttons are those of the visit."""
    text = read("examination-overdue", planned=VISIT)
    assert text == (
        "Срок, за который комиссия должна прийти, закончился 20 ноября (если считать 7 рабочих дней). "
        "Заявление в силе.\n"
        "Комиссия придёт позже срока: 24 ноября, с 10:00 до 12:00, Абай 17.\n"
        "• Если это время вам не подходит, попросите другое кнопкой ниже.\n"
        "• Если комиссия не придёт и тогда, подайте жалобу."
    )
    assert read("examination-overdue", Language.KK, planned=VISIT) == (
        "Комиссияның келу мерзімі 20 қараша күні бітті (7 жұмыс күні деп есептегенде). Өтінішіңіз күшінде.\n"
        "Комиссия мерзімнен кейін келеді: 24 қараша, 10:00–12:00 аралығында, Абай 17.\n"
        "• Бұл уақыт ыңғайсыз болса, төмендегі түймемен басқа уақыт сұраңыз.\n"
        "• Комиссия ол кезде де келмесе, шағым беріңіз."
    )
    assert presses(told("examination-overdue", planned=VISIT)) == ["home", "move", "calendar"]


def test_under_review_says_what_comes_next() -> None:
    """Nothing is asked of the family."""
    assert read("case-under-review").startswith("Заявление рассматривают с 23 ноября.")
    assert read("case-under-review", Language.KK).startswith("Өтінішіңіз 23 қарашадан бастап қаралып жатыр.")


# Assigned


def test_an_assigned_sum_comes_first_with_its_months_and_the_total() -> None:
    """Assistance and supplement are one payment, whose parts are named."""
    assert read("case-assigned", supplement_tenge=6_488).startswith(
        "✅ Помощь назначена: 106 488 ₸ в месяц.\n"
        "Ноябрь–декабрь 2026 года: 2 месяца, всего 212 976 ₸.\n"
        "В месяц: сама помощь – 100 000 ₸, доплата на детей – 6 488 ₸."
    )
    assert read("case-assigned", Language.KK, paid_from="2026-12-01") == (
        "✅ Көмек тағайындалды: айына 100 000 ₸.\n2026 жылғы желтоқсан: 1 ай, барлығы 100 000 ₸.\n\n"
        "Көмек ай сайын төленеді (Әлеуметтік кодекс, 123-баптың 3-тармағы). "
        "Ақшаның қай күні түсетінін мансап орталығы айтады.\n\n"
        "Табыс, отбасының құрамы не мекенжай өзгерсе, 10 жұмыс күні ішінде мансап орталығына, ауылда әкімге айтыңыз. "
        "Айтпасаңыз, артық төленген ақшаны қайтару керек болады (Әлеуметтік кодекс, 126-баптың 3-тармағы)."
    )


def test_the_duty_to_tell_of_changes_is_that_of_the_social_code() -> None:
    """It stands before the comparison with the estimate; the act before July 2023 was not read."""
    text = read("case-assigned", estimate=estimate_of(), supplement_tenge=6_488)
    assert text.split("\n\n")[1:] == [MONTHLY, DUTY, "Решение совпадает с предварительным расчётом бота."]
    case, now = a_case(date(2023, 5, 10)), kz(2023, 6, 1, 9)
    before = notice_told(texts(Language.RU), "case-assigned", DECIDED, case, None, now).text
    assert "рабочих дней" not in before
    refused = notice_told(texts(Language.RU), "case-refused", {"ground": "commission_no_need"}, case, None, now).text
    assert "обжаловать" not in refused


@pytest.mark.parametrize(
    ("left_out", "said"),
    [
        ((), "Ноябрь–декабрь 2026 года: 2 месяца, всего 200 000 ₸."),
        (("monthly_tenge",), "Размер помощи в сообщении не указан"),
        (("paid_from",), "С какого дня платят помощь, в сообщении не указано"),
        (("paid_from", "paid_until"), "За какие месяцы платят, в сообщении не указано"),
        (("monthly_tenge", "paid_from", "paid_until"), "Размер помощи в сообщении не указан"),
    ],
)
def test_what_an_authority_left_out_of_a_decision_is_said_to_be_missing(left_out: tuple[str, ...], said: str) -> None:
    """Only the status and its day are needed: nothing is made up, and whom to ask is said."""
    without: Table = dict.fromkeys(left_out)
    assert read("case-assigned", **without).startswith("✅ Помощь назначена")
    assert said in read("case-assigned", **without)
    assert "None" not in read("case-assigned", Language.KK, **without)
    assert ("100 000 ₸ в месяц" in read("case-assigned", **without)) == ("monthly_tenge" not in left_out)


def test_a_refusal_without_a_ground_says_where_the_ground_stands() -> None:
    """The decision itself must name it."""
    assert read("case-refused", ground=None).startswith(
        "Помощь не назначена. Причина в сообщении не указана.\n• Попросите само решение"
    )
    assert "Себебі хабарда айтылмаған" in read("case-refused", Language.KK, ground=None)


@pytest.mark.parametrize(("kind", "word"), [("conditional", "с условием"), ("unconditional", "без условий")])
def test_the_kind_of_the_assistance_says_whether_there_is_a_contract(kind: str, word: str) -> None:
    """And where the event does not say it, neither does the notice."""
    assert f"Помощь назначена {word}" in read("case-assigned", assistance=kind)
    assert "условленная" not in read("case-assigned")


def test_a_decision_equal_to_the_estimate_says_so() -> None:
    """Whether the authority names the supplement or counts it in."""
    same = "Решение совпадает с предварительным расчётом бота."
    assert read("case-assigned", estimate=estimate_of(), supplement_tenge=6_488).endswith(same)
    assert read("case-assigned", estimate=estimate_of(), monthly_tenge=106_488).endswith(same)
    assert read("case-assigned", Language.KK, estimate_of(), supplement_tenge=6_488).endswith(
        "Шешім боттың алдын ала есебімен бірдей."
    )


def test_nobody_is_sent_to_the_office_for_a_tenge_of_rounding() -> None:
    """How the act rounds was not read."""
    text = read("case-assigned", estimate=estimate_of(), monthly_tenge=99_999, supplement_tenge=6_488)
    assert text.endswith("Решение сходится с предварительным расчётом бота: там было 106 488 ₸ в месяц.")
    assert "отличается" in read("case-assigned", estimate=estimate_of(), monthly_tenge=99_998, supplement_tenge=6_488)


def test_a_lower_sum_says_which_three_figures_to_ask_for() -> None:
    """Income per person is not in the decision, so the bot names its own."""
    text = read("case-assigned", estimate=estimate_of(), monthly_tenge=90_000, supplement_tenge=6_488)
    assert text.split("\n\n")[1:] == [
        MONTHLY,
        DUTY,
        (
            "Решение отличается от предварительного расчёта бота:\n"
            "• помощь в месяц: в решении – 90 000 ₸, в расчёте – 100 000 ₸"
        ),
        (
            "Обратитесь в карьерный центр и спросите:\n"
            "• сколько человек в семье посчитали (в расчёте бота – 3 человека)\n"
            "• какой доход на человека получился (в расчёте бота – 16 667 ₸)\n"
            "• какой предел взяли (в расчёте бота – 50 000 ₸)"
        ),
    ]


def test_a_missing_supplement_asks_for_how_many_children_it_was_counted() -> None:
    """What the decision does not name is not said to be nothing."""
    text = read("case-assigned", estimate=estimate_of())
    assert "• доплата на детей в месяц: в решении не названа, в расчёте – 6 488 ₸" in text
    assert "• на скольких детей посчитана доплата (в расчёте бота – на 1 ребёнка)" in text
    assert "предел" not in text
    assert "в решении – 12 976 ₸, в расчёте – 6 488 ₸" in read(
        "case-assigned", estimate=estimate_of(), monthly_tenge=80_000, supplement_tenge=12_976
    )


@pytest.mark.parametrize(("monthly", "supplement"), [(100_002, 6_488), (100_000, 12_976), (90_000, 20_000)])
def test_a_larger_sum_is_a_joy_of_one_line_and_nothing_is_to_be_asked(monthly: int, supplement: int) -> None:
    text = read("case-assigned", estimate=estimate_of(), monthly_tenge=monthly, supplement_tenge=supplement)
    assert text.split("\n\n")[1:] == [
        MONTHLY,
        DUTY,
        "Сумма в решении больше, чем в предварительном расчёте бота: там было 106 488 ₸ в месяц.",
    ]


def test_a_supplement_that_the_bot_did_not_expect_is_not_said_to_be_for_no_children() -> None:
    """A family without a child of one to six has no such child in the estimate: «0 детей» says nothing."""
    members = (mother(incomes=wage(50_000)), child(8), child(12))
    without = family(*members, on=date(2026, 11, 20), region="KZ-79", line=50_000)
    text = read("case-assigned", estimate=without, monthly_tenge=80_000, supplement_tenge=6_488)
    assert "• на скольких детей посчитана доплата (в расчёте бота её нет)" in text


def test_missing_months_are_measured_by_the_day_of_application() -> None:
    """An estimate of October counted three months, but who applies in November gets two."""
    october = estimate_of(on=date(2026, 10, 5))
    assert "совпадает" in read("case-assigned", estimate=october, supplement_tenge=6_488)
    text = read("case-assigned", estimate=october, supplement_tenge=6_488, paid_from="2026-12-01")
    assert (
        "• месяцы: в решении – декабрь 2026 года, а если считать с месяца заявления – ноябрь–декабрь 2026 года" in text
    )
    assert "• почему в решении другие месяцы" in text


def test_an_estimate_of_another_quarter_or_region_is_not_lined_up() -> None:
    """It was of other months, or of another line."""
    alone = read("case-assigned")
    assert read("case-assigned", estimate=estimate_of(on=date(2026, 9, 30))) == alone
    assert read("case-assigned", estimate=family(mother(), on=date(2026, 11, 20), region="KZ-71", line=1)) == alone


def test_another_sum_than_before_is_told_as_a_change() -> None:
    """From which to which, with the supplement; the same sum again is told as it was."""
    before = {"monthly_tenge": 90_000, "supplement_tenge": 6_488}
    assert read("case-assigned", before=before).startswith(
        "Размер помощи изменился: раньше было 96 488 ₸ в месяц, теперь – 100 000 ₸ в месяц.\n"
        "Ноябрь–декабрь 2026 года: 2 месяца, всего 200 000 ₸."
    )
    assert read("case-assigned", Language.KK, before=before).startswith(
        "Көмек мөлшері өзгерді: бұрын айына 96 488 ₸ еді, енді айына 100 000 ₸.\n"
        "2026 жылғы қараша–желтоқсан: 2 ай, барлығы 200 000 ₸."
    )
    same = {"monthly_tenge": 100_000, "supplement_tenge": None}
    assert read("case-assigned", before=same) == read("case-assigned")


def test_a_decision_of_the_next_quarter_is_lined_up_with_an_estimate_of_that_quarter() -> None:
    """Assigned anew from January: the estimate of November was of other months."""
    january: Table = {"paid_from": "2027-01-01", "paid_until": "2027-03-31"}
    text = read("case-assigned", estimate=estimate_of(on=date(2027, 1, 5)), **january)
    assert "сходится с" in text or "совпадает" in text
    assert read("case-assigned", estimate=estimate_of(), **january) == read("case-assigned", **january)


def test_an_estimated_line_is_named_as_a_possible_cause() -> None:
    """The bot does not blame the office for its own guess."""
    guessed = family(mother(incomes=wage(5_000)), child(8), on=date(2026, 11, 20), region="KZ-79")
    assert "Предел у бота примерный" in read("case-assigned", estimate=guessed, monthly_tenge=1_000)
    assert "Предел у бота примерный" not in read("case-assigned", estimate=estimate_of(), monthly_tenge=1_000)


def test_an_estimate_that_named_no_sum_is_not_lined_up() -> None:
    """Above an estimated line that may be higher the person read no sum: the bot never said «0»."""
    above: Record = {
        **family(mother(incomes=wage(300_000)), child(8), on=date(2026, 11, 20), region="KZ-71"),
        "region": "KZ-79",  # that of the case
    }
    assert (above["outcome"], above["monthly_tenge"]["high"]) == ("too_close", 0)
    assert read("case-assigned", estimate=above, monthly_tenge=1_000) == read("case-assigned", monthly_tenge=1_000)


def test_a_range_agrees_with_every_sum_within_it() -> None:
    """From 50 000 to 60 000 by what the family remembered."""
    ranged = of_incomes(Income(IncomeKind.WAGE, 60_000, 90_000), on=date(2026, 11, 20))
    record: Record = {**ranged, "region": "KZ-79"}
    assert "сходится с" in read("case-assigned", estimate=record, monthly_tenge=55_000, supplement_tenge=6_488)
    assert "в расчёте – 50 000–60 000 ₸" in read(
        "case-assigned", estimate=record, monthly_tenge=40_000, supplement_tenge=6_488
    )


def test_a_decision_that_is_one_of_the_readings_agrees_with_the_estimate() -> None:
    """Without the child of three who may live elsewhere: 50 000, and no supplement either."""
    members = (mother(incomes=wage(50_000)), child(3, absence="unsure"), child(8))
    record = family(*members, on=date(2026, 11, 20), region="KZ-79", line=50_000)
    for monthly, supplement in ((50_000, None), (100_000, 6_488)):
        text = read("case-assigned", estimate=record, monthly_tenge=monthly, supplement_tenge=supplement)
        assert text.endswith("Решение сходится с предварительным расчётом бота: там было 50 000–106 488 ₸ в месяц.")


def test_a_supplement_that_the_bot_could_not_count_is_not_said_to_differ() -> None:
    """The calculation index of 2027 is not known to it."""
    on = date(2027, 2, 1)
    decided = {**DECIDED, "supplement_tenge": 6_800, "paid_from": "2027-02-01", "paid_until": "2027-03-31"}
    record = estimate_of(on=on)
    assert record["child_supplement_tenge"] is None
    found = notice_told(texts(Language.RU), "case-assigned", decided, a_case(on), record, kz(2027, 2, 20, 9))
    assert plain(found.text).endswith("Размера доплаты на детей бот не знал.")


def test_help_that_the_bot_had_not_expected_is_in_force() -> None:
    """The decision stands above the estimate."""
    text = read("case-assigned", estimate=estimate_of(line=10_000))
    assert text.endswith("Действует это решение, а не расчёт бота.")


# Refused


@pytest.mark.parametrize("ground", GROUNDS)
def test_every_refusal_has_its_article_a_door_and_what_the_family_keeps(ground: Ground) -> None:
    """In both languages, with no picture at its start, and the appeal (R10)."""
    article, clause = article_of(ground)
    kk, ru = (read("case-refused", language, ground=ground.value) for language in (Language.KK, Language.RU))
    assert f"(Әлеуметтік кодекс, {article}-баптың {clause}-тармағы)" in kk
    assert f"(Социальный кодекс, статья {article}, пункт {clause})" in ru
    assert "шағым беріңіз" in kk
    assert "подайте жалобу" in ru
    assert "сотқа шағым беруге болады (Әлеуметтік кодекс, 123-баптың 7-тармағы)." in kk
    assert "обжаловать в вышестоящем органе или в суде (Социальный кодекс, статья 123, пункт 7)." in ru
    keeps = ground is not Ground.NOBODY_ENTITLED  # the allowances are for citizens and kandas too (90(1))
    assert ("наградталған аналарға" in kk) is keeps
    assert ("пособие многодетной семье или награждённой матери" in ru) is keeps


def test_no_need_concerns_this_application_only() -> None:
    """The wording of the voice."""
    assert read("case-refused", Language.KK).split("\n\n")[0] == (
        "Көмек тағайындалмады: учаскелік комиссия «қажеттілік жоқ» деген қорытынды берді "
        "(Әлеуметтік кодекс, 128-баптың 3-тармағы). Бұл осы өтінішке ғана қатысты.\n"
        "• Комиссияның актісі мен қорытындысын сұрап алыңыз.\n"
        "• Қате болса, шағым беріңіз.\n"
        "• Жағдай өзгерсе, қайта өтініш беріңіз."
    )


@pytest.mark.parametrize("ground", ["measures_refused", "contract_broken", "false_data"])
def test_a_bar_of_six_months_ends_at_the_latest_six_months_after_the_decision(ground: str) -> None:
    """The decision does not date what the family did, but it was before."""
    assert "6 месяцев" in read("case-refused", ground=ground)
    assert "закончится не позже 23 мая 2027 года" in read("case-refused", ground=ground)
    in_august = read("case-refused", Language.KK, ground=ground, on="2026-08-31")
    assert "ең кеші 2027 жылғы 28 ақпан күні бітеді" in in_august


def test_only_declined_measures_name_the_whole_family_and_leave_the_package() -> None:
    """Nothing else is known to leave the children's package."""
    whole = [ground for ground in GROUNDS if "никому в семье" in read("case-refused", ground=ground.value)]
    package = [ground for ground in GROUNDS if "пакет для детей" in read("case-refused", ground=ground.value)]
    assert whole == package == [Ground.MEASURES_REFUSED]


def test_a_refusal_for_income_ends_with_its_quarter() -> None:
    """And once that is over, one may apply at once."""
    assert "Снова подать заявление можно с 1 января 2027 года" in read("case-refused", ground="income_above_line")
    late = plain(told("case-refused", ground="income_above_line", now=kz(2027, 1, 1, 9)).text)
    assert "Этот квартал прошёл, теперь можно подать заявление снова" in late


def test_a_refusal_for_income_that_the_bot_did_not_expect_shows_its_figures() -> None:
    """And stays silent where the bot had said the same."""
    income = Ground.INCOME_ABOVE_LINE.value
    figures = "в семье 3 человека, доход на человека – 16 667 ₸, предел – 50 000 ₸."
    assert figures in read("case-refused", estimate=estimate_of(), ground=income)
    assert "расчёте бота" not in read("case-refused", estimate=estimate_of(line=10_000), ground=income)
    assert "расчёте бота" not in read("case-refused", estimate=estimate_of(), ground="contract_broken")


def test_false_data_names_no_term_before_july_2023() -> None:
    """The bot says that it does not know; by the Social Code it is six months from their submission (R6)."""
    text = read("case-refused", ground="false_data")
    assert (
        "не назначают 6 месяцев со дня, когда подали сведения. Этот срок закончится не позже 23 мая 2027 года." in text
    )
    assert "бот не знает" not in text
    case, now = a_case(date(2023, 5, 10)), kz(2023, 6, 1, 9)
    values = {"ground": "false_data", "on": "2023-05-30"}
    before = notice_told(texts(Language.RU), "case-refused", values, case, None, now).text
    assert "На какой срок помощь не назначат, бот не знает" in before
    assert "не позже" not in before


# Suspended, terminated


def test_a_suspension_is_not_the_end() -> None:
    """Since when, why, what is needed to go on."""
    text = read("case-suspended", ground="false_data")
    assert text.startswith("Выплата приостановлена с 23 ноября. Это не прекращение")
    assert (
        "Причина: сведения сочли ложными или документы недостоверными (Социальный кодекс, статья 128, пункт 6)." in text
    )
    assert "что нужно, чтобы выплата возобновилась" in text


def test_a_reason_that_was_not_given_is_to_be_asked_for() -> None:
    """Unless the authority explains it in its own words."""
    assert "Причина в сообщении не названа" in read("case-suspended")
    explained = read("case-terminated", note="Көшіп кетті")
    assert "не названа" not in explained
    assert explained.endswith("Пояснение: Көшіп кетті")


@both_languages
@pytest.mark.parametrize("kind", ["case-suspended", "case-terminated"])
def test_every_ground_of_a_payment_that_stops_cites_its_article_once(kind: str, language: Language) -> None:
    """P1, R1-R6, in the order of the act; where no ground is given, the family is sent to the decision itself."""
    for ground in GROUNDS:
        number, clause = article_of(ground)
        text = read(kind, language, ground=ground.value)
        article = {"kk": f"{number}-баптың {clause}-тармағы", "ru": f"статья {number}, пункт {clause})"}[language]
        assert text.count(article) == text.count(number) == 1
    unsaid = read(kind, language)
    assert "128" not in unsaid
    assert {"kk": "қай бабына сүйенеді – хабарда айтылмаған", "ru": "Посмотрите её в самом решении."}[
        language
    ] in unsaid


def test_a_payment_that_ends_for_a_ground_that_bars_says_when_the_bar_is_over() -> None:
    """Declined measures, a broken contract, false data; any other ground lets the family apply at once."""
    for ground in GROUNDS:
        bars = ground in {Ground.MEASURES_REFUSED, Ground.CONTRACT_BROKEN, Ground.FALSE_DATA}
        assert ("Когда срок закончится" in read("case-terminated", ground=ground.value)) is bars


def test_a_last_paid_day_is_told_where_the_event_has_it() -> None:
    """And not otherwise."""
    assert "Срок выплаты, указанный в сообщении: до 30 ноября." in read("case-terminated", paid_until="2026-11-30")
    assert "Срок выплаты" not in read("case-terminated")


# Renewal, broadcast


def test_the_renewal_says_until_when_where_and_since_when_to_apply() -> None:
    """The saved answers are offered, nothing is sent by itself."""
    assert read("renewal-reminder", now=kz(2026, 12, 28, 10)) == (
        "Помощь платят до 31 декабря. Если в Цифровой карте семьи нет данных о доходах, право на помощь "
        "в новом квартале нужно подтвердить. Иначе выплата прекратится.\n\n"
        "Заявление можно подать с 1 января 2027 года: в карьерный центр, в селе – акиму, или через eGov.\n"
        "Помощь платят с месяца заявления.\n\n"
        "Проверить прошлые ответы? Само заявление бот не отправляет."
    )
    assert told("renewal-reminder").rows == [[("button-renew", "renew|c1a5e")]]


def test_a_renewal_that_comes_late_does_not_say_that_it_is_still_paid() -> None:
    """The bot was down over the new year."""
    late = plain(told("renewal-reminder", now=kz(2027, 1, 1, 9)).text)
    assert late.startswith("Срок, за который платили помощь, закончился 31 декабря 2026 года.")


def test_the_longest_case_id_still_fits_into_the_button() -> None:
    """64 signs would not: the saved answers are found without it."""
    for length, carried in ((58, "renew|" + "9" * 58), (64, "renew|")):
        case = a_case(case_id="9" * length)
        found = notice_told(texts(Language.KK), "renewal-reminder", VALUES["renewal-reminder"], case, None, NOW)
        assert found.rows == [[("button-renew", carried)]]


def test_a_broadcast_is_told_in_the_language_of_the_person_without_a_case() -> None:
    """It belongs to no application."""
    for language, text in VALUES["broadcast"].items():
        found = notice_told(texts(Language(language)), "broadcast", VALUES["broadcast"], None, None, NOW)
        assert found == Told(text, [])


def test_without_its_case_a_visit_is_told_by_the_law_of_today() -> None:
    """Were the case gone, the article would still be the one in force."""
    found = notice_told(texts(Language.RU), "visit-scheduled", VISIT, None, None, NOW - timedelta(days=1))
    assert "Социальный кодекс, статья 128, пункт 2" in found.text
