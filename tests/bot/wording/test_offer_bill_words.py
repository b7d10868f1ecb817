"""The bill of a job offer as a family reads it: short, both sides beside each other, honest about what is not sure."""

import re
from dataclasses import replace
from datetime import date

import pytest

from bot.sandbox.html_text import parse_html
from bot.store.notice_values import OfferValues
from bot.texts import Language, texts
from bot.wording import plain
from bot.wording.offer_bill import bill_told, missing_told, price
from rules.household import Birth, DayUnknown, Income, IncomeKind, Missing
from rules.offer import Measure
from rules.offer_bill import Bill, BillNotPossibleError, cost_of_refusing
from rules.result import Gap
from tests.bot.wording.offer_bills import BILLS, NAMED, OF_ANOTHER
from tests.cast.billed_families import NOT_PUBLISHED, TODAY, billed, family, mother

KK, RU = Language.KK, Language.RU
ONE_SCREEN = 1_000
"""Characters: what an old phone shows without scrolling far."""
FOLDED = 110
"""So many of a folded quote: three lines."""
ONE_GLANCE = 400
both_languages = pytest.mark.parametrize("language", list(Language))


def read(found: Bill, language: Language = RU, values: OfferValues = NAMED) -> str:
    """Return what a person reads of a bill, with ordinary spaces in the sums."""
    return plain(bill_told(texts(language), found, values, TODAY)).replace("\u00a0", " ")


def price_read(found: Bill, language: Language = RU, values: OfferValues = NAMED) -> str:
    """Return what a person reads above the first refusing button."""
    need_not, unchanged = found.need_not_take_part, found.unchanged
    told = price(texts(language), found.cost, values, TODAY, unchanged=unchanged, need_not_take_part=need_not)
    return plain(told).replace("\u00a0", " ")


@both_languages
@pytest.mark.parametrize("case", BILLS)
def test_every_bill_fits_on_one_screen_and_shows_nothing_of_the_program(language: Language, case: str) -> None:
    """For the member who is named and for another adult."""
    for values in (NAMED, OF_ANOTHER):
        told = bill_told(texts(language), BILLS[case], values, TODAY)
        parse_html(told)
        text = plain(told).replace("<b>", "")
        open_words, quote = text.rsplit("\n\n", 1)
        assert len(open_words) + min(len(quote), FOLDED) <= ONE_SCREEN
        assert "<blockquote expandable>" in told
        assert not re.search(r"[{}$_<>]|[a-z]{2,}", text)
        assert not re.search(r"\n\n\n|^\n|\n$|  ", text)


@both_languages
@pytest.mark.parametrize("case", BILLS)
def test_every_price_is_read_at_a_glance(language: Language, case: str) -> None:
    """And always says that there is another way than refusing."""
    text = price_read(BILLS[case], language)
    assert len(text) <= ONE_GLANCE
    assert text.startswith("⚠️")
    assert ("«Қатыса алмаймын»" if language is KK else "«Не могу»") in text


def test_both_sides_stand_beside_each_other() -> None:
    """Take it: now and then. Refuse it: a month, in all, until when. What stays. On what it rests."""
    assert read(BILLS["usual"]) == (
        "Если согласиться, в месяц: сейчас → с 1 апреля 2027 года\n"
        "Новая зарплата: 120 000 ₸\n"
        "На человека: 15 000 ₸ → 45 000 ₸\n"
        "Предел: 50 000 ₸\n"
        "Помощь: 146 488 ₸ → 26 488 ₸\n"
        "Денег всего: 206 488 ₸ → 206 488 ₸\n"
        "Денег у семьи останется столько же.\n"
        "Зарплату платят с 1 декабря.\n"
        "До 31 декабря зарплата на помощь не влияет. Потом до 1 апреля 2027 года она учитывается только частично.\n\n"
        "Если отказаться, вся семья теряет помощь до 23 мая 2027 года: 146 488 ₸ в месяц, всего 878 928 ₸.\n"
        "Даже при отказе семья сохранит: социальный пакет для детей.\n\n"
        "Это предварительный расчёт, решает карьерный центр. Взяты предел этого квартала (IV квартал 2026 года)"
        " и нынешний закон. Зарплата взята из предложения, на руки может выйти другая сумма.\n"
        "После 3 отказов от подходящей работы безработных снимают с учёта, вернуться можно через 30 календарных дней"
        " (Социальный кодекс, статья 100)."
    )


def test_the_bill_says_the_same_in_kazakh() -> None:
    """Every figure of it."""
    assert read(BILLS["usual"], KK) == (
        "Келіссеңіз, айына: қазір → 2027 жылғы 1 сәуірден бастап\n"
        "Жаңа жалақы: 120 000 ₸\n"
        "Бір адамға: 15 000 ₸ → 45 000 ₸\n"
        "Шек: 50 000 ₸\n"
        "Көмек: 146 488 ₸ → 26 488 ₸\n"
        "Барлық ақша: 206 488 ₸ → 206 488 ₸\n"
        "Отбасыңыздың ақшасы өзгермейді.\n"
        "Жалақы 1 желтоқсаннан бастап төленеді.\n"
        "Жалақы 31 желтоқсанға дейін көмекке әсер етпейді. Содан кейін 2027 жылғы 1 сәуірге дейін оның бір"
        " бөлігі ғана есепке кіреді.\n\n"
        "Бас тартсаңыз, бүкіл отбасыңыз 2027 жылғы 23 мамырға дейін көмектен айырылады: айына 146 488 ₸,"
        " барлығы 878 928 ₸.\n"
        "Бас тартсаңыз да, сақталады: балалардың әлеуметтік топтамасы.\n\n"
        "Бұл – алдын ала есеп, шешімді мансап орталығы шығарады. Есепке қазіргі шек (2026 жылғы IV тоқсан),"
        " заң және ұсыныстағы жалақы алынды. Қолға басқа сома тиюі мүмкін.\n"
        "Тіркелген жұмыссыз лайықты жұмыстан 3 рет бас тартса, 30 күнтізбелік күнге тіркеуден шығарылады"
        " (Әлеуметтік кодекс, 100-бап)."
    )


@pytest.mark.parametrize("case", BILLS)
def test_both_languages_name_the_same_sums(case: str) -> None:
    """Two originals with the same facts."""
    kk, ru = (sorted(re.findall(r"[\d ]+ ₸", read(BILLS[case], language))) for language in (KK, RU))
    assert kk == ru


def test_what_begins_with_a_quarter_has_no_months_between() -> None:
    """The wage of a whole quarter counts at once in the next."""
    text = read(BILLS["next year"])
    assert "До 31 марта 2027 года зарплата на помощь не влияет.\n" in text
    assert "частично" not in text


def test_a_wage_above_the_line_leaves_the_wage_alone() -> None:
    """The figure, the line, and from when."""
    text = read(BILLS["too much"])
    assert (
        "Новая зарплата: 300 000 ₸\n"
        "На человека: 15 000 ₸ → 90 000 ₸\n"
        "Предел: 50 000 ₸\n"
        "Помощь: 146 488 ₸ → 0 ₸\n"
        "Денег всего: 206 488 ₸ → 360 000 ₸\n"
        "Денег у семьи станет больше на 153 512 ₸ в месяц.\n"
    ) in text


def test_where_nothing_is_due_now_the_bot_says_so_and_that_others_may_decide_otherwise() -> None:
    """The six months are named all the same."""
    text = read(BILLS["nothing now"])
    assert "По расчёту помощь сейчас не положена, и с этой зарплатой тоже." in text
    assert "Если отказаться, до 23 мая 2027 года помощь не назначат никому в семье." in text
    assert "По расчёту бота она и сейчас не положена, но карьерный центр может решить иначе." in text
    assert "не влияет" not in text
    assert "Помощь: 0 ₸ → 0 ₸" in text
    assert "Денег у семьи" not in text


def test_the_sums_of_a_decision_are_said_to_be_those_of_the_decision() -> None:
    """On the bill and above the button."""
    assert "Помощь: 51 108 ₸ → 26 488 ₸\n" in read(BILLS["decided"])
    assert "Денег у семьи" not in read(BILLS["decided"]), "what is paid by other figures than the bot's is no gain"
    for text in (read(BILLS["decided"]), price_read(BILLS["decided"])):
        assert "по решению 51 108 ₸ в месяц, всего 306 648 ₸" in text
    assert "шешім бойынша айына 51 108 ₸, барлығы 306 648 ₸" in price_read(BILLS["decided"], KK)


def test_an_offer_without_a_wage_shows_what_a_refusal_costs() -> None:
    """And that it names no wage."""
    text = read(BILLS["no wage"])
    assert text.startswith("Зарплата в предложении не названа")
    assert "Если отказаться, вся семья теряет помощь" in text
    assert "на руки" not in text


@pytest.mark.parametrize("measure", [Measure.GRANT, Measure.RESETTLEMENT])
def test_the_sum_of_a_grant_is_no_wage_in_the_bill(measure: Measure) -> None:
    """It is said why nothing is added up, and a refusal costs what it costs."""
    granted = billed(wage=1_500_000, measure=measure)
    offered: OfferValues = {**NAMED, "wage_tenge": 1_500_000}
    text = read(granted, RU, offered)
    assert text.startswith("Сумма в предложении – не доход за месяц, поэтому посчитано только то, что семья теряет")
    assert read(granted, KK, offered).startswith("Ұсыныстағы сома – бір айдың табысы емес")
    assert "зарплата" not in text.casefold()
    assert "1 500 000" not in text
    assert "146 488 ₸ в месяц, всего 878 928 ₸" in text


def test_an_estimated_line_makes_ranges_and_is_said_to_be_an_estimate() -> None:
    """By both ends of the line: four times 42 677 or 50 069, less 160 000; where it is in doubt, so is the supplement.

    The ends by hand: Shymkent had 56 100 a month in 2025 (values.csv), times the season 1.064 of the third quarter and
    the growth of a year, 1.048 to 1.169, with 2.5 % to either side; 70 % of that.
    """
    text = read(billed(lines=NOT_PUBLISHED, wage=100_000))
    assert "На человека: 15 000 ₸ → 40 000 ₸\nПредел (примерный): 42 677–50 069 ₸\n" in text
    assert "\nПредел примерный: официальный боту пока неизвестен.\n" in text
    assert "Помощь: 117 196–146 764 ₸ → 17 196–46 764 ₸" in text, "10 708 to 40 276, and 6 488 for a child"
    between = read(BILLS["within both ends of an estimated line"])
    assert "→ 0–21 764 ₸\nДенег всего: 177 196–206 764 ₸ → 185 000–206 764 ₸" in between


def test_an_estimated_line_that_nothing_else_names_is_named_with_the_estimate() -> None:
    """An offer without a wage has no income per person to compare."""
    text = read(billed(wage=None, measure=Measure.TRAINING, lines=NOT_PUBLISHED))
    assert "боту пока неизвестен. Взят примерный: 42 677–50 069 ₸. Результат может измениться." in text


@pytest.mark.parametrize("measure", list(Measure))
def test_the_unemployed_hear_of_the_register_where_a_job_is_offered(measure: Measure) -> None:
    """Article 100, apart from the assistance: a course, a grant and a move are no suitable job."""
    text = read(billed(), values={**NAMED, "measure": measure.value})
    is_job = measure not in {Measure.TRAINING, Measure.GRANT, Measure.RESETTLEMENT}
    assert ("После 3 отказов от подходящей работы безработных снимают с учёта" in text) is is_job


def test_the_register_stands_among_the_details_and_not_where_nobody_need_take_part() -> None:
    """It is no consequence of this refusal alone; who need not take part presses another button."""
    _, refusing, details = read(BILLS["usual"]).split("\n\n")
    assert [line.split(" ")[0] for line in refusing.splitlines()] == ["Если", "Даже"]
    assert details.splitlines()[-1].startswith("После 3 отказов")
    assert "безработных" not in read(BILLS["need not"])


@both_languages
def test_before_the_social_code_nothing_is_said_of_the_register(language: Language) -> None:
    """The act of that time was not read."""
    article = {KK: "100-бап", RU: "статья 100"}[language]
    for on, is_said in ((date(2023, 6, 30), False), (date(2023, 7, 1), True)):
        assert (article in plain(bill_told(texts(language), BILLS["usual"], NAMED, on))) is is_said


def test_above_an_estimated_line_that_may_be_higher_no_sum_is_named() -> None:
    """Nought would be wrong if the line is by median income: on either side."""
    text = read(BILLS["above an estimated line"])
    assert "Останется ли помощь с 1 апреля 2027 года, зависит от официального предела." in text
    assert "→ сумма неизвестна\n" in text
    assert "→ не меньше 310 000 ₸\n" in text
    now = BILLS["above an estimated line now"]
    assert "Какая это сумма, бот не знает." in price_read(now)
    assert "Ответьте на вопросы" not in price_read(now), "all of them are answered"
    assert now.cost.monthly is None


def test_an_income_known_between_two_sums_makes_ranges_and_is_said() -> None:
    """Nothing is more exact than what was told."""
    text = read(BILLS["between two sums"])
    assert "Часть дохода названа примерно" in text
    assert re.search(r"[\d ]+–[\d ]+ ₸ в месяц, всего [\d ]+–[\d ]+ ₸", text)
    assert "не меньше" in read(BILLS["at least"])


def test_what_stays_is_named_with_its_sums() -> None:
    """The allowances and the package, nothing where there is nothing."""
    text = read(BILLS["everything stays"])
    assert re.search(
        r"семья сохранит: пособие многодетной семье \([\d ]+ ₸\), пособие награждённой матери \([\d ]+ ₸\) "
        r"и социальный пакет",
        text,
    )
    assert "сохранит" not in read(BILLS["a single mother"])


def test_who_need_not_take_part_is_told_to_press_cannot_before_any_sum() -> None:
    """The price is told too: the officer may see it otherwise, as care exempts only over 80 (P6)."""
    for text in (read(BILLS["need not"]), price_read(BILLS["need not"])):
        assert "По вашим ответам участвовать не обязательно. Можно нажать «Не могу»: это не отказ." in text
        assert "Но карьерный центр может решить иначе. Тогда " in text
        assert "из-за отказа вся семья потеряет помощь до 23 мая 2027 года" in text
        assert "Если отказаться" not in text
    assert "решить иначе. Тогда по предварительному расчёту из-за отказа" in price_read(BILLS["need not"])
    assert "басқаша шешсе, бас тартқанда" in price_read(BILLS["need not"], KK)
    assert "предварительному" not in price_read(replace(BILLS["need not"], cost=BILLS["decided"].cost))
    assert "если пожилому больше 80 лет. Проверьте возраст." in read(BILLS["need not"])
    assert "Айгүл <b>: по вашим ответам участвовать не обязательно." in read(BILLS["need not"], RU, OF_ANOTHER)
    assert "Айгүл <b>: жауаптарыңыз бойынша қатысу міндетті емес." in price_read(BILLS["need not"], KK, OF_ANOTHER)


def test_above_the_first_refusing_button_stands_what_it_costs() -> None:
    """In tenge, until which day, and what to press instead."""
    assert price_read(BILLS["usual"]) == (
        "⚠️ Не спешите. По предварительному расчёту при отказе вся семья теряет помощь до 23 мая 2027 года:"
        " 146 488 ₸ в месяц, всего 878 928 ₸.\nЕсли участвовать не получается, нажмите «Не могу»: это не отказ."
    )
    assert price_read(BILLS["usual"], KK) == (
        "⚠️ Асықпаңыз. Алдын ала есеп бойынша, бас тартсаңыз, бүкіл отбасыңыз 2027 жылғы 23 мамырға дейін көмектен"
        " айырылады: айына 146 488 ₸, барлығы 878 928 ₸.\n"
        "Мүмкіндік болмаса, «Қатыса алмаймын» түймесін басыңыз: бұл – бас тарту емес."
    )


@both_languages
def test_a_price_by_an_estimated_line_says_so_and_a_decided_one_does_not(language: Language) -> None:
    """Only what the office has decided is a fact."""
    estimated = price_read(BILLS["a line that is estimated"], language)
    by_line = {Language.RU: "Взят примерный: 42 677–50 069 ₸", Language.KK: "шамамен 42 677–50 069 ₸ деп алынды"}[
        language
    ]
    estimate = {Language.RU: "предварительному расчёту", Language.KK: "Алдын ала есеп"}[language]
    assert by_line in estimated
    assert estimate in estimated
    assert by_line in price_read(BILLS["need not, estimated"], language)
    assert by_line not in price_read(BILLS["usual"], language)
    decided = price_read(billed(lines=NOT_PUBLISHED, decided_monthly_tenge=41_237), language)
    assert by_line not in decided
    assert estimate not in decided


def test_without_answers_the_price_is_the_term_and_a_decided_sum_where_there_is_one() -> None:
    """Never a guess."""
    unknown = plain(price(texts(RU), cost_of_refusing(TODAY), NAMED, TODAY))
    assert "вся семья теряет помощь до 23 мая 2027 года. Какая это сумма, бот не знает." in unknown
    decided = plain(price(texts(RU), cost_of_refusing(TODAY, 40_000), NAMED, TODAY)).replace("\u00a0", " ")
    assert "по решению 40 000 ₸ в месяц, всего 240 000 ₸" in decided
    excused = plain(price(texts(RU), cost_of_refusing(TODAY), NAMED, TODAY, need_not_take_part=True))
    assert excused.endswith("Можно нажать «Не могу»: это не отказ.")


def test_a_year_without_a_known_index_has_a_bill_without_the_supplement() -> None:
    """It says so."""
    found = Bill(
        on=TODAY,
        member="mother",
        unchanged=BILLS["usual"].unchanged,
        taken=BILLS["usual"].taken._replace(supplement_tenge=None) if BILLS["usual"].taken else None,
        refused={**BILLS["everything stays"].refused, "large_family_allowance_tenge": None},
        cost=BILLS["usual"].cost,
        need_not_take_part=False,
    )
    text = read(found)
    assert "Доплата на детей сюда не входит: сколько её платят, бот пока не знает." in text
    assert "пособие многодетной семье, пособие награждённой матери" in text


@both_languages
def test_what_is_missing_is_named(language: Language) -> None:
    """Whose income of which kind, which day, or that the member is unknown; and what it takes to begin."""
    words = texts(language)
    household = family(
        mother(incomes=(Income(IncomeKind.ALIMONY, 0, None),), birth=Birth.at_age(30, TODAY)),
        contract_broken_on=DayUnknown.UNKNOWN,
    )
    with pytest.raises(BillNotPossibleError) as stopped:
        billed(household)
    lines = missing_told(words, stopped.value.missing, lambda label: label.upper()).split("\n")
    assert lines[0] == words.say("offer-bill-missing")
    assert any("MOTHER" in line and words.say("kind-alimony") in line for line in lines)
    assert words.say("gap-contract_broken_on") in lines
    assert words.say("offer-bill-gap-member") in missing_told(words, [Gap(Missing.MEMBER, "Марат")], str)
    assert missing_told(words, [], str) == words.say("offer-bill-no-answers")
