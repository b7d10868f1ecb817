"""Two readings on the first screen: what is due in each, and on what it depends."""

from datetime import date

import pytest

from bot.texts import Language, texts
from bot.wording import headline, plain
from rules.record import Record
from tests.bot.wording.records import IN_DOUBT, RECORDS, TODAY, child, family, monthly, mother, wage

RU, KK = Language.RU, Language.KK
NAMES = {
    RU: {"father": "Муж", "baby": "Малыш", "son": "Ерлан", "child of 4": "Ребёнок, 4 года"},
    KK: {"father": "Жұбайыңыз", "baby": "Бөпе", "son": "Ерлан", "child of 4": "Бала, 4 жас"},
}
COMMISSION_OF_SUM = {
    RU: "Сумма зависит от того, что решит комиссия:",
    KK: "Сома комиссияның шешіміне байланысты:",
}
COMMISSION_OF_ANSWER = {
    RU: "Ответ зависит от того, что решит комиссия:",
    KK: "Жауап комиссияның шешіміне байланысты:",
}
APPLY = {RU: "Подайте заявление, это бесплатно.", KK: "Өтініш беріңіз, ол тегін."}
both_languages = pytest.mark.parametrize("language", list(Language))


def read(record: Record, language: Language = RU, today: date | None = None) -> list[str]:
    """Return the paragraphs as a person reads them on the day of the assessment, ordinary spaces in the sums.

    Until when to apply is left out: test_apply_until.py.
    """
    day = today or date.fromisoformat(record["on"])
    told = headline(texts(language), record, day, lambda label: NAMES[language].get(label, label))
    told = plain(told).replace("\u00a0", " ")
    return [paragraph for paragraph in told.split("\n\n") if not paragraph.startswith("⏳")]


def test_where_both_readings_are_a_yes_the_range_comes_first_and_each_reading_after_it() -> None:
    """Line 50 000, two people: 100 000 less 50 000, and less 30 000 more of a stipend."""
    record = IN_DOUBT["a stipend: yes in both readings"]
    assert read(record)[:2] == [
        (
            "✅ По расчёту положена адресная помощь: 20 000–50 000 ₸ в месяц.\n"
            "Всего за февраль–март – 40 000–100 000 ₸.\n"
            "Это расчёт, а не решение."
        ),
        (
            "Сумма зависит от того, что решит комиссия:\n"
            "• Если стипендия – это доход: 20 000 ₸ в месяц\n"
            "• Если стипендия – не доход: 50 000 ₸ в месяц"
        ),
    ]
    assert read(record, KK)[:2] == [
        (
            "✅ Есеп бойынша атаулы көмек тиесілі: айына 20 000–50 000 ₸.\n"
            "Барлығы (ақпан–наурыз) – 40 000–100 000 ₸.\n"
            "Бұл – алдын ала есеп, шешім емес."
        ),
        (
            "Сома комиссияның шешіміне байланысты:\n"
            "• Стипендия табысқа қосылса – айына 20 000 ₸\n"
            "• Стипендия табысқа қосылмаса – айына 50 000 ₸"
        ),
    ]


def test_a_no_and_a_yes_are_neither_and_one_may_apply() -> None:
    """120 000 for two lie above 50 000 each, 90 000 leave 10 000, with the supplement of the child of three."""
    record = IN_DOUBT["a stipend: a no or a yes"]
    assert record["outcome"] == "undecided"
    assert read(record)[0] == (
        "Ответ зависит от того, что решит комиссия:\n"
        "• Если стипендия – это доход: помощь не положена\n"
        "• Если стипендия – не доход: 16 488 ₸ в месяц"
    )
    assert read(record, KK)[0] == (
        "Жауап комиссияның шешіміне байланысты:\n"
        "• Стипендия табысқа қосылса – көмек тиесілі емес\n"
        "• Стипендия табысқа қосылмаса – айына 16 488 ₸"
    )


@both_languages
def test_of_a_quarter_that_has_passed_both_readings_are_told_and_nobody_is_sent_to_apply(language: Language) -> None:
    told = read(IN_DOUBT["a stipend: a no or a yes"], language, date(2026, 4, 1))
    assert told[0].startswith(COMMISSION_OF_ANSWER[language])
    assert APPLY[language] not in told


def test_a_reading_too_close_to_an_estimated_line_says_at_most_how_much() -> None:
    """Twice 42 389 less 41 500, and the supplement."""
    record = IN_DOUBT["a stipend: a no or too close"]
    assert "• Если стипендия – не доход: не больше 8 266 ₸ в месяц, доход слишком близок к пределу" in read(record)[0]
    assert "табысқа қосылмаса – айына ең көбі 8 266 ₸, табыс шекке тым жақын" in read(record, KK)[0]


def test_beside_an_unknown_income_each_reading_says_at_most_how_much() -> None:
    """The income is asked for first; two lines that say no more than that nobody knows would be one too many."""
    record = IN_DOUBT["a stipend beside an unknown wage"]
    told = read(record)
    assert told[0].startswith("Пока точно сказать нельзя: неизвестна точная сумма (зарплата).")
    assert told[3] == (
        "Ответ зависит и от того, что решит комиссия:\n"
        "• Если стипендия – это доход: точно сказать нельзя, но не больше 76 488 ₸ в месяц\n"
        "• Если стипендия – не доход: точно сказать нельзя, но не больше 86 488 ₸ в месяц"
    )
    assert "дәл айту мүмкін емес, бірақ айына ең көбі 76 488 ₸" in read(record, KK)[3]
    assert APPLY[RU] not in told


def test_a_ground_without_its_day_stands_before_the_readings() -> None:
    """Both are open: the day is for the family to find out, the stipend for the commission to decide."""
    told = read(IN_DOUBT["a stipend beside a refused job on an unknown day"])
    assert "Неизвестен день отказа от работы или курса." in told[0]
    assert told[2].startswith("Ответ зависит и от того, что решит комиссия:")
    assert told[2].endswith("не больше 100 000 ₸ в месяц")


def test_before_july_2023_it_is_open_whether_relatives_count() -> None:
    """With the grandmother 110 000 for three lie above 30 000 each; without her 60 000 less 20 000 are due."""
    record = IN_DOUBT["a grandmother in 2022"]
    assert read(record)[0] == (
        "Ответ зависит от того, что решит комиссия:\n"
        "• Если родные, которые живут с вами, входят в семью: помощь не положена\n"
        "• Если эти родные в семью не входят: 40 000 ₸ в месяц"
    )
    assert read(record, KK)[0] == (
        "Жауап комиссияның шешіміне байланысты:\n"
        "• Бірге тұратын туыстар отбасына кірсе – көмек тиесілі емес\n"
        "• Бірге тұратын туыстар отбасына кірмесе – айына 40 000 ₸"
    )
    assert "Ответ зависит" not in "".join(read({**record, "readings": []}))


def test_a_spouse_of_whom_the_person_is_not_sure_counts_in_one_reading() -> None:
    """320 000 for three lie above 40 000 each; without him 80 000 less 20 000, and the supplement."""
    record = IN_DOUBT["a husband who may have left"]
    assert read(record)[0].splitlines()[1:] == [
        "• Если этот человек входит в семью (муж): помощь не положена",
        "• Если этот человек в семью не входит (муж): 66 488 ₸ в месяц",
    ]
    assert read(record, KK)[0].splitlines()[1:] == [
        "• Бұл адам отбасына кірсе (жұбайыңыз) – көмек тиесілі емес",
        "• Бұл адам отбасына кірмесе (жұбайыңыз) – айына 66 488 ₸",
    ]


@both_languages
def test_a_child_who_may_not_count_takes_its_supplement_along(language: Language) -> None:
    """40 000 for each of three or two, 6 488 for each of two or one: the range goes from one reading to the other."""
    first, readings, *_ = read(IN_DOUBT["a child who may live elsewhere"], language)
    assert "86 488–132 976 ₸" in first.splitlines()[0]
    assert ["132 976 ₸" in line for line in readings.splitlines()] == [False, True, False]
    assert ["86 488 ₸" in line for line in readings.splitlines()] == [False, False, True]


def test_a_family_of_entitled_and_others_reads_both_amounts() -> None:
    """Three people at 33 333.33 below the line, assigned for three or for the two who are entitled."""
    record = IN_DOUBT["a foreigner in the family"]
    assert read(record)[1].splitlines()[1:] == [
        "• Если посчитают всех в семье: 100 000 ₸ в месяц",
        "• Если посчитают только имеющих право на помощь: 66 667 ₸ в месяц",
    ]
    assert read(record, KK)[1].splitlines()[1:] == [
        "• Көмек отбасының бәріне есептелсе – айына 100 000 ₸",
        "• Құқығы бар адамдарға ғана есептелсе – айына 66 667 ₸",
    ]


@pytest.mark.parametrize(
    ("case", "ru", "kk"),
    [
        (
            "a first birthday",
            "Малыш: 5 марта исполнится 1 год. Поэтому доплата на детей за все месяцы может составить 0 ₸ или 6 488 ₸.",
            (
                "Бөпе: 5 наурыз күні 1 жасқа толады. Сондықтан балаларға қосымша төлем барлық айға 0 ₸ немесе 6 488 ₸ "
                "болуы мүмкін."
            ),
        ),
        (
            "a seventh birthday",
            (
                "Ерлан: 25 января исполнится 7 лет. Поэтому доплата на детей за все месяцы может составить "
                "6 488 ₸ или 19 464 ₸."
            ),
            (
                "Ерлан: 25 қаңтар күні 7 жасқа толады. Сондықтан балаларға қосымша төлем барлық айға "
                "6 488 ₸ немесе 19 464 ₸ болуы мүмкін."
            ),
        ),
        (
            "two birthdays",
            (
                "Ерлан: 25 января исполнится 7 лет. Малыш: 5 марта исполнится 1 год. "
                "Поэтому доплата на детей за все месяцы может составить 6 488–25 952 ₸."
            ),
            (
                "Ерлан: 25 қаңтар күні 7 жасқа толады. Бөпе: 5 наурыз күні 1 жасқа толады. "
                "Сондықтан балаларға қосымша төлем барлық айға 6 488–25 952 ₸ аралығында болуы мүмкін."
            ),
        ),
    ],
)
def test_a_birthday_is_told_with_its_day_and_what_the_supplement_may_be(case: str, ru: str, kk: str) -> None:
    """The month of a birthday is whole: in March one month of 6 488; in January one of three, or all three."""
    assert ru in read(IN_DOUBT[case])
    assert kk in read(IN_DOUBT[case], KK)
    assert COMMISSION_OF_SUM[RU] not in "".join(read(IN_DOUBT[case])), "the month's assistance is the same"


def test_a_birthday_in_the_month_of_application_leaves_nothing_open() -> None:
    """The child of six who turns seven in March brings the supplement in February and in March."""
    pupil = {"label": "son", "relationship": "child", "born_on": date(2019, 3, 5)}
    record = family(mother(), pupil, line=40_000)
    assert record["readings"] == []
    assert "исполнится" not in "".join(read(record))


def test_a_birthday_counts_only_in_the_reading_that_is_a_yes() -> None:
    """Where the stipend makes it a no, there is no supplement at all: that nought is not one of the birthday's."""
    told = read(IN_DOUBT["a birthday and a stipend"])
    assert told[0].endswith("• Если стипендия – не доход: 10 000 ₸ в месяц")
    assert told[1].endswith("может составить 0 ₸ или 6 488 ₸.")
    seventh = family(
        mother(incomes=[*wage(90_000), monthly("stipend", 30_000)]),
        {"label": "son", "relationship": "child", "born_on": date(2019, 1, 25)},
        line=50_000,
        on=date(2026, 1, 10),
    )
    assert read(seventh)[1].endswith("может составить 6 488 ₸ или 19 464 ₸.")


def test_two_doubts_have_four_readings() -> None:
    """Line 60 000: 180 000 less 150 000, or 120 000; and for two 120 000 less 50 000, or 20 000."""
    record = IN_DOUBT["two doubts"]
    assert read(record)[1] == (
        "Сумма зависит от того, что решит комиссия:\n"
        "• Если этот человек входит в семью (муж) и если стипендия – это доход: 30 000 ₸ в месяц\n"
        "• Если этот человек входит в семью (муж) и если стипендия – не доход: 60 000 ₸ в месяц\n"
        "• Если этот человек в семью не входит (муж) и если стипендия – это доход: 70 000 ₸ в месяц\n"
        "• Если этот человек в семью не входит (муж) и если стипендия – не доход: 100 000 ₸ в месяц"
    )
    assert read(record, KK)[1].splitlines()[1] == (
        "• Бұл адам отбасына кірсе (жұбайыңыз) және стипендия табысқа қосылса – айына 30 000 ₸"
    )


def test_of_more_than_two_doubts_the_range_is_told_and_the_weightiest_doubt() -> None:
    """Where it is a yes in all the range stands in the first line already."""
    yes, both = IN_DOUBT["three doubts, a yes in all"], IN_DOUBT["three doubts, a no or a yes"]
    assert "адресная помощь: 60 000–150 000 ₸ в месяц" in read(yes)[0]
    assert read(yes)[1] == (
        "Результат зависит от нескольких решений комиссии. Главный вопрос: входит ли в семью этот человек (муж)?"
    )
    assert read(yes, KK)[1] == (
        "Нәтиже комиссияның бірнеше шешіміне байланысты. "
        "Ең көп әсер ететін сұрақ: бұл адам отбасына кіре ме (жұбайыңыз)?"
    )
    assert read(both)[0] == (
        "Результат зависит от нескольких решений комиссии. Главный вопрос: входит ли в семью этот человек (муж)? "
        "Поэтому помощь может быть 0–100 000 ₸ в месяц."
    )
    assert read(both, KK)[0].endswith("Сондықтан көмек айына 0–100 000 ₸ аралығында болуы мүмкін.")


@both_languages
def test_nothing_is_said_twice_on_the_first_screen(language: Language) -> None:
    """No paragraph, and no line of one, stands there again."""
    for sentence, record in RECORDS.items():
        lines = [line for paragraph in read(record, language, TODAY) for line in paragraph.splitlines()]
        assert len(lines) == len(set(lines)), sentence


@both_languages
def test_a_family_of_which_all_is_clear_reads_of_no_commission(language: Language) -> None:
    told = "".join(read(family(mother(incomes=wage(20_000)), child(8), line=50_000), language))
    assert COMMISSION_OF_SUM[language] not in told
    assert COMMISSION_OF_ANSWER[language] not in told
