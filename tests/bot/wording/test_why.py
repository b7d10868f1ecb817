"""Why: whoever reads the steps can do the arithmetic again by hand."""

from copy import deepcopy
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from bot.texts import Language, texts
from bot.wording import why
from bot.wording.next_steps import of_line
from rules import Birth, Household, Income, Member, PovertyLine, PovertyLines, Quarter
from rules.household import IncomeKind, Relationship
from rules.record import Record
from tests.bot.wording.records import (
    AUTUMN,
    GIVEN_BY,
    RECORDS,
    TODAY,
    ULYTAU,
    YESTERDAY,
    child,
    family,
    husband,
    mother,
    of_incomes,
    wage,
)
from tests.bot.wording.records import told as as_told

NAMES = {"mother": "Өзіңіз", "father": "Жұбайыңыз", "son": "Асан &amp; Ко"}


def name(label: str) -> str:
    return NAMES.get(label, "Бала, 8 жас")


def steps(record: Record, language: Language = Language.RU, today: date = TODAY) -> list[str]:
    """Return the steps with ordinary spaces."""
    return [message.replace("\u00a0", " ") for message in why(texts(language), record, name, today)]


def step(record: Record, beginning: str, language: Language = Language.RU) -> str:
    """Return the one step that begins so."""
    (found,) = [message for message in steps(record, language) if message.startswith(beginning)]
    return found


SIX = [mother(incomes=wage(60_000)), *(child(8) for _ in range(5))]
ALMATY_2020 = family(*SIX, on=date(2020, 5, 20), region="KZ-75")


def test_the_arithmetic_is_numbered_from_income_to_amount() -> None:
    """Almaty, spring of 2020: 23 513 less 10 000, six times."""
    numbered = [message.splitlines()[0] for message in steps(ALMATY_2020) if message[1] == "."]
    assert numbered == [
        "1. За три месяца (январь, февраль и март 2020 года) семья получила 180 000 ₸.",
        "2. Если разделить доход на всех в семье (6) и на 3 месяца, на одного выходит 10 000 ₸ в месяц.",
        "3. Черта бедности (предел) в Алматы – 23 513 ₸ в месяц на человека (II квартал 2020 года).",
        "4. Черта – 23 513 ₸, доход на человека – 10 000 ₸. Разница – 13 513 ₸.",
        "5. Разницу платят на каждого в семье: 13 513 ₸ × 6 = 81 078 ₸.",
    ]


def test_the_same_in_kazakh() -> None:
    """The same figures, said by a clerk who thinks in Kazakh."""
    numbered = [message.splitlines()[0] for message in steps(ALMATY_2020, Language.KK) if message[1] == "."]
    assert numbered == [
        "1. Үш айда (2020 жылғы қаңтар, ақпан, наурыз) отбасыңызға 180 000 ₸ түсті.",
        "2. Табысты 6 адамға және 3 айға бөлгенде, бір адамға айына 10 000 ₸ келеді.",
        "3. Алматы қаласында кедейлік шегі – бір адамға айына 23 513 ₸ (2020 жылғы II тоқсан).",
        "4. Шек – 23 513 ₸, бір адамға шаққандағы табыс – 10 000 ₸. Айырмасы – 13 513 ₸.",
        "5. Айырма отбасының әр мүшесіне беріледі: 13 513 ₸ × 6 = 81 078 ₸.",
    ]


def test_a_published_line_says_who_published_it() -> None:
    """In our own words for the lines of the law's files."""
    assert "Откуда это число: пресс-конференция в Алматы, 17 июня 2020 года." in step(ALMATY_2020, "3.")


def test_what_the_administrator_wrote_of_a_line_is_shown_as_text() -> None:
    """Telegram must not take it for tags."""
    told = step(family(mother(), line=50_000), "3.")
    assert "Откуда это число: қала әкімдігі &lt;b&gt;&amp; мәслихат." in told


def test_a_line_given_on_the_command_line_has_no_english_source() -> None:
    """Its source is a word of the program."""
    told = step(of_incomes(Income.of(IncomeKind.WAGE, 0)), "3.")
    assert "Откуда это число: его ввёл администратор бота." in told


def test_an_estimated_line_is_worked_out_from_the_subsistence_minimum() -> None:
    """Two lines: from which figures, and what became of them."""
    record = family(mother(), region="KZ-62")
    line = record["poverty_line"]
    assert line["subsistence_minimum"] is not None
    by_hand = Decimal(line["subsistence_minimum"]) * Decimal("0.7")
    assert by_hand.to_integral_value(ROUND_HALF_UP) == line["tenge"] == ULYTAU[1]
    assert step(record, "3.").splitlines()[:3] == [
        "3. Черта бедности (предел) в области Ұлытау – 40 930–42 389 ₸ в месяц на человека (I квартал 2026 года).",
        (
            "Исходные данные: прожиточный минимум в регионе, октябрь 2025 года – 63 408 ₸ и "
            "ноябрь 2025 года – 57 892 ₸ (расчётные данные)."
        ),
        (
            "Поправки (IV квартал 2025 года): сезон (×0,981) и запас в обе стороны (1,75 %). "
            "70 % от результата – 40 930–42 389 ₸, вероятнее всего 41 659 ₸."
        ),
    ]
    assert step(record, "3.", Language.KK).splitlines()[:3] == [
        "3. Ұлытау облысында кедейлік шегі – бір адамға айына 40 930–42 389 ₸ (2026 жылғы I тоқсан).",
        (
            "Дерек: өңірдегі ең төмен күнкөріс деңгейі, 2025 жылғы қазан – 63 408 ₸ және "
            "2025 жылғы қараша – 57 892 ₸ (есептеп шығарылған дерек)."
        ),
        (
            "2025 жылғы IV тоқсан үшін мыналар ескерілді: жыл мезгілі (×0,981) және "
            "екі жаққа да ықтимал ауытқу (1,75%). "
            "Нәтиженің 70%-ы – 40 930–42 389 ₸, ең ықтималы – 41 659 ₸."
        ),
    ]


def test_whoever_multiplies_the_factors_of_a_carried_line_gets_both_of_its_ends() -> None:
    """Jambyl, autumn of 2026: 54 190 in 2025, the season of summer, a year's growth, 2.5 % to either side, 70 %."""
    record = RECORDS["a line carried on for a year"]
    told = step(record, "3.")
    assert "Исходные данные: прожиточный минимум в регионе, 2025 год – 54 190 ₸ (официальные данные)." in told
    assert (
        "Поправки (III квартал 2026 года): сезон (×1,064), рост за 1 год (×1,048–1,169) и "
        "запас в обе стороны (2,5 %). 70 % от результата – 41 224–48 364 ₸, вероятнее всего 45 283 ₸."
    ) in told
    for growth, margin, end in (("1.048", "0.975", 41_224), ("1.169", "1.025", 48_364)):
        by_hand = 54_190 * Decimal("1.064") * Decimal(growth) * Decimal(margin) * Decimal("0.7")
        assert abs(by_hand - end) < 25, "the factors are told with three digits"
    kazakh = step(record, "3.", Language.KK)
    assert "2025 жыл – 54 190 ₸ (ресми дерек)." in kazakh
    assert "жыл мезгілі (×1,064), 1 жылғы өсім (×1,048–1,169), екі жаққа да ықтимал ауытқу (2,5%)." in kazakh


def test_a_known_base_quarter_is_told_without_factors_and_a_raised_end_with_its_share() -> None:
    """Astana: 62 693 as it stands, and 18 % above for a median income that nobody knows (L2)."""
    told = step(family(mother()), "3.").splitlines()
    assert told[1:4] == [
        "Исходные данные: прожиточный минимум в регионе, IV квартал 2025 года – 62 693 ₸ (расчётные данные).",
        "70 % от этого числа – 43 885 ₸.",
        "В верхнем крае учтено ещё 18 %: в этом регионе черту могут определить по медианному доходу.",
    ]
    kazakh = step(family(mother()), "3.", Language.KK).splitlines()
    assert kazakh[2:4] == [
        "Осы санның 70%-ы – 43 885 ₸.",
        "Жоғарғы шетіне тағы 18% қосылған: бұл өңірде шек медианалық табыс бойынша белгіленуі мүмкін.",
    ]
    assert "по медианному доходу." in step(RECORDS["a line carried on where it may be higher"], "3.")
    assert "по медианному доходу." not in step(RECORDS["a line carried on for a year"], "3.")


def test_a_line_that_rests_on_an_earlier_published_one_says_so() -> None:
    """46 000 in the third quarter are 70 % of 65 714.29 in the second."""
    published = PovertyLine.published("KZ-33", Quarter(2026, 3), 46_000, GIVEN_BY)
    alone = Household("KZ-33", (Member("mother", Relationship.APPLICANT, birth=Birth.at_age(34, AUTUMN)),))
    record = as_told(alone, AUTUMN, PovertyLines([published]))
    assert "прожиточный минимум по официальному пределу региона, II квартал 2026 года – 65 714,29 ₸" in step(
        record, "3."
    )
    (note,) = of_line(texts(Language.RU), record)
    assert "(по прежнему официальному пределу, область Жетісу, III квартал 2026 года)" in note


def test_the_country_stands_in_for_a_region_without_a_figure_of_its_own() -> None:
    """With the region's ratio to it."""
    record = family(mother(), region="KZ-62")
    line = record["poverty_line"]
    line["evidence"] = [{**line["evidence"][0], "region": "KZ", "period": "2025", "tenge": "56000.00"}]
    assert line["carried"] is not None
    line["carried"] |= {"ratio": "1.062", "from_season": "1.000"}
    told = step(record, "3.")
    assert "прожиточный минимум в Казахстане, 2025 год – 56 000 ₸" in told
    assert ": сезон (×1,03), отношение региона к стране (×1,062) и запас" in told
    assert "елмен салыстырғандағы өңір деңгейі (×1,062)" in step(record, "3.", Language.KK)
    (note,) = of_line(texts(Language.RU), record)
    assert "(по прожиточному минимуму в Казахстане, 2025 год)" in note


def test_a_result_frozen_without_the_subsistence_minimum_is_told_without_it() -> None:
    record = deepcopy(YESTERDAY["yesterday: too close below an estimated line"])
    assert "Прожиточный минимум – 62 856 ₸ (данные из прессы), 70 % от него – 43 999 ₸." in step(record, "3.")
    del record["poverty_line"]["subsistence_minimum"]
    told = step(record, "3.")
    assert "это число примерное" in told
    assert "70 % от него" not in told


def test_the_calculation_index_says_where_it_comes_from() -> None:
    """The budget law of 2026, the press for 2025."""
    official, press = (family(mother(), child(3), line=50_000, on=on) for on in (TODAY, date(2025, 5, 5)))
    assert (
        "Месячный расчётный показатель (МРП), от которого зависит сумма, равен 4 325 ₸ (официальные данные)."
        in "".join(steps(official))
    )
    assert "1 АЕК – 3 932 ₸ (баспасөздегі дерек)." in "".join(steps(press, Language.KK))
    (index,) = [step["values"] for step in official["steps"] if step["step"] == "child_supplement"]
    assert index["index_source"] == "law on the republican budget 2026-2028, signed 8 Dec 2025"
    del index["index_source"], index["index_grade"]
    assert "4 325 ₸ (официальные данные)" in "".join(steps(official)), "a result of before is told by its day's law"


def test_rounding_is_explained_where_there_is_a_fraction_and_only_there() -> None:
    """A third of a tenge for each of three."""
    whole = family(mother(incomes=wage(30_000)), line=50_000)
    fraction = family(mother(incomes=wage(10_000)), child(8), child(8), line=50_000)
    assert "округляют" not in step(whole, "5.")
    assert "46 666,67 ₸ × 3 = 140 000 ₸" in step(fraction, "5.")
    assert "сумму округляют вверх до целого тенге" in step(fraction, "5.")


def test_what_does_not_count_is_named_and_said_to_be_from_the_press() -> None:
    """Housing aid is money too, but no income of the rules."""
    incomes = [*wage(30_000), {"kind": "housing_aid", "monthly": 9_000}]
    told = step(family(mother(incomes=incomes), line=50_000), "1.")
    assert "семья получила 90 000 ₸" in told
    assert "• зарплата: 90 000 ₸" in told
    assert "Это в расчёт не входит: жилищная помощь." in told
    assert "Часть этих правил известна из прессы, с официальным текстом не сверена." in told


def test_a_family_without_income_is_told_so_without_a_zero() -> None:
    """Nobody received 0 tenge."""
    assert "дохода, который входит в расчёт, у семьи не было" in step(family(mother(), line=50_000), "1.")


def test_an_unknown_income_is_at_least_what_is_known() -> None:
    """The known part is shown, the rest is said to be unknown."""
    record = of_incomes(Income(IncomeKind.WAGE, 90_000, None), Income(IncomeKind.FARM, 0, None))
    told = step(record, "1.")
    assert "семья получила не меньше 90 000 ₸, остальное неизвестно" in told
    assert "• зарплата: не меньше 90 000 ₸\n• скот и огород: сумма неизвестна" in told
    assert "выходит не меньше 15 000 ₸" in step(record, "2.")
    assert step(record, "5.").startswith("5. Если доход окажется наименьшим: 25 000 ₸ × 2 = 50 000 ₸.")


def test_nothing_known_of_income_is_not_at_least_zero() -> None:
    """An unknown wage alone."""
    record = of_incomes(Income(IncomeKind.WAGE, 0, None))
    assert step(record, "1.").splitlines()[:2] == [
        "1. Сколько дохода семья получила за три месяца (октябрь, ноябрь и декабрь 2025 года), неизвестно.",
        "• зарплата: сумма неизвестна",
    ]
    assert step(record, "2.").startswith("2. Поэтому неизвестно и то, сколько выходит на одного в месяц.")


def test_an_income_above_the_line_is_compared_the_other_way_round() -> None:
    """And there is no amount."""
    told = steps(family(mother(incomes=wage(90_000)), line=50_000))
    assert any(
        message.startswith("4. Доход на человека – 90 000 ₸, черта – 50 000 ₸. Доход выше на 40 000 ₸.")
        for message in told
    )
    assert not any(message.startswith("5.") for message in told)


def test_too_close_names_both_ends_between_which_nothing_is_decided() -> None:
    """41 500 lies between 40 930 and 42 389; the sum is named by the high end and by the likely line."""
    record = RECORDS["too close to an estimated line"]
    assert step(record, "4.").startswith(
        "4. Доход (41 500 ₸) лежит между нижним и верхним краем примерной черты (40 930–42 389 ₸). "
        "Поэтому точно сказать нельзя."
    )
    assert step(record, "5.").splitlines()[:2] == [
        "5. Если черта наибольшая: 889 ₸ × 2 = 1 778 ₸.",
        "При самой вероятной черте: 318 ₸.",
    ]
    assert "(40 930–42 389 ₸) екі шетінің арасында. Сондықтан дәл айту мүмкін емес." in step(record, "4.", Language.KK)


def test_within_an_estimated_line_the_difference_and_the_amount_are_ranges() -> None:
    """Each end of the line less 40 000, twice; by the likely line 1 659 twice."""
    record = RECORDS["within an estimated line"]
    assert step(record, "4.").startswith(
        "4. Черта – 40 930–42 389 ₸, доход на человека – 40 000 ₸. Разница – 930–2 389 ₸."
    )
    assert step(record, "5.").splitlines()[:2] == [
        "5. Разницу платят на каждого в семье: 930–2 389 ₸ × 2 = 1 860–4 778 ₸.",
        "При самой вероятной черте: 3 318 ₸.",
    ]


def test_above_an_estimate_that_may_be_higher_nothing_is_decided_either() -> None:
    """And no amount is worked out."""
    record = RECORDS["above an estimated line where it may be higher"]
    assert step(record, "4.").startswith(
        "4. Доход (150 000 ₸) выше примерной черты (43 885–51 785 ₸), но официальная может быть ещё выше."
    )
    assert step(record, "5.").startswith("5. По примерной черте разницы для выплаты нет.")


def test_who_does_not_count_is_named_with_the_reason() -> None:
    """A husband who has left; a grown son who lives with his mother counts, whatever he does (P3, P3-left)."""
    son = child(20, label="son", activity="none")
    told = step(family(mother(), son, husband(absence="left"), line=50_000), "В расчёте")
    assert told.startswith(
        "В расчёте 2 человека. Весь список:\n• Өзіңіз\n• Асан &amp; Ко\n"
        "• Жұбайыңыз: в расчёт не входит (живёт отдельно)\n"
    )


def test_a_grown_child_who_was_left_out_yesterday_is_still_named_with_the_reason() -> None:
    """The law was read since; the result that was shown stays what it was."""
    told = step(YESTERDAY["yesterday: relatives, a stipend and a grown child"], "В расчёте")
    assert "• Асан &amp; Ко: в расчёт не входит (взрослые дети" in told
    assert "Это правило с официальным текстом ещё никто не сверил." in told


def test_what_only_the_commission_can_decide_is_said_where_it_counts() -> None:
    """The member and the money are marked, and the amount is that of the reading in which all of it counts."""
    record = RECORDS["two doubts"]
    assert "\n• Жұбайыңыз: войдёт ли, решит комиссия\n" in step(record, "В расчёте")
    assert "Комиссия решит, доход ли это: стипендия." in step(record, "1.")
    assert step(record, "5.").startswith("5. Если комиссия посчитает всё и всех: 10 000 ₸ × 3 = 30 000 ₸.")
    kazakh = step(record, "5.", Language.KK)
    assert kazakh.startswith("5. Комиссия бәрін есепке алса: 10 000 ₸ × 3 = 30 000 ₸.")
    assert "Табысқа қосыла ма, оны комиссия шешеді: стипендия." in step(record, "1.", Language.KK)
    refused = RECORDS["a stipend: a no or a yes"]
    assert step(refused, "4.").startswith("4. Выше доход черты (50 000 ₸) или нет, зависит от решения комиссии.")
    assert step(refused, "5.").startswith("5. Если комиссия посчитает всё и всех, разницы для выплаты нет.")
    assert "решит комиссия" not in "".join(steps(family(mother(incomes=wage(30_000)), line=50_000)))


def test_a_birthday_alone_leaves_the_amount_certain() -> None:
    """Only the supplement depends on it."""
    assert step(RECORDS["a first birthday"], "5.").startswith(
        "5. Разницу платят на каждого в семье: 40 000 ₸ × 2 = 80 000 ₸."
    )


def test_property_that_is_a_basis_for_no_need_has_its_step_and_its_article() -> None:
    """All five, in the order of the act; nothing where the family owns none of it."""
    record = RECORDS["everything that article 125 names"]
    assert step(record, "У семьи есть").splitlines() == [
        (
            "У семьи есть: второе жильё, помещение для дохода, участок под дом, вторая легковая машина и "
            "грузовик или техника. На этом основании комиссия может решить, что помощь не нужна."
        ),
        "Основание: Социальный кодекс, статья 125, пункт 1, в силе с 1 июля 2023 года.",
    ]
    assert step(record, "Отбасыңызда бар мүлік", Language.KK).startswith(
        "Отбасыңызда бар мүлік: екінші баспана, табыс әкелетін орынжай, үй салатын бос жер, екінші жеңіл көлік, "
        "жүк көлігі не техника. Соған сүйеніп, комиссия «қажеттілік жоқ» деуі мүмкін."
    )
    assert not any(text.startswith("У семьи есть") for text in steps(family(mother(), line=50_000)))


def test_nobody_entitled_and_false_data_have_their_steps() -> None:
    """With the act, and the day until which the bar lasts; before July 2023 the term is not known."""
    assert step(RECORDS["nobody is entitled"], "По вашим ответам в семье нет граждан").splitlines()[1] == (
        "Основание: Социальный кодекс, статья 120, пункт 1, в силе с 1 июля 2023 года."
    )
    assert step(RECORDS["false data on a known day"], "Сведения сочли ложными").startswith(
        "Сведения сочли ложными или документы недостоверными. Поэтому до 10 июля помощь не назначат."
    )
    assert "Если с тех пор не прошло 6 месяцев, помощь не назначат." in step(
        RECORDS["false data on an unknown day"], "Сведения сочли ложными"
    )
    before = step(RECORDS["false data before July 2023"], "Если поданы ложные сведения")
    assert "На какой срок, бот не знает" in before


def test_the_social_contract_names_who_takes_part_and_who_need_not() -> None:
    """The carer of a small child is exempt by article 122."""
    carer = mother(activity="carer", cares_for="child_under_3")
    father = {"label": "father", "relationship": "spouse", "age": 36, "activity": "unemployed"}
    told = step(family(carer, father, child(2), line=50_000), "Кто в семье может работать")
    assert told.splitlines() == [
        (
            "Кто в семье может работать: өзіңіз и жұбайыңыз. Поэтому заключают социальный контракт: "
            "карьерный центр предлагает работу или курс, в этом нужно участвовать."
        ),
        "• Өзіңіз: участвовать не обязательно (уход за ребёнком до 3 лет)",
        "Кто должен участвовать: жұбайыңыз.",
        "Основание: Социальный кодекс, статья 122, в силе с 1 июля 2023 года.",
    ]


def test_labels_with_commas_are_kept_apart_by_semicolons() -> None:
    """«Ата не әже, 60 жас» in a list would be two people."""
    relative = {"label": "aunt, 40", "relationship": "other", "age": 40, "activity": "unemployed"}
    told = step(family(mother(), relative, line=50_000), "Кто в семье может работать")
    assert "Кто в семье может работать: өзіңіз; бала, 8 жас." in told


def test_the_newer_text_of_an_order_is_cited_since_it_holds() -> None:
    """The line by median income began in 2025, not with the Social Code."""
    (told,) = [message for message in steps(family(mother(), line=50_000)) if message.startswith("3.")]
    assert told.count("приказ № 160") == 1
    assert "приказом № 473 от 20 декабря 2024 года), в силе с 1 января 2025 года." in told


def test_clauses_of_one_article_are_one_line() -> None:
    """Five other grounds stand in article 128."""
    told = step(family(mother(), line=50_000), "Помощь могут не назначить")
    assert "Основание: Социальный кодекс, статья 128, пункты 2, 3, 4, 5 и 6, в силе с 1 июля 2023 года." in told
    kazakh = step(family(mother(), line=50_000), "Көмекке табыстан бөлек", Language.KK)
    cited = "Негізі: Әлеуметтік кодекс, 128-бап, 2, 3, 4, 5, 6-тармақтар (2023 жылғы 1 шілдеден бастап)."
    assert cited in kazakh


def test_the_supplement_is_cited_since_it_is_paid() -> None:
    """It began in January 2023, within the older edition."""
    told = step(family(mother(), child(3), on=date(2023, 5, 1), line=50_000), "Доплата на 1 ребёнка")
    assert ": 5 175 ₸." in told
    assert "закон № 246-II от 17 июля 2001 года, в силе с 1 января 2023 года." in told
    assert "Верхняя граница возраста (6) с официальным текстом не сверена." in told


def test_a_ground_is_told_with_its_day_and_what_it_leaves() -> None:
    """The day has its year unless that is the reader's own year."""
    record = family(mother(), refused_measures_on=date(2026, 1, 15), line=50_000)
    here, later = (steps(record, today=today) for today in (TODAY, date(2027, 1, 1)))
    assert any("Поэтому до 15 июля помощь не назначат никому в семье.\nПособия" in text for text in here)
    assert any("Поэтому до 15 июля 2026 года помощь не назначат никому в семье." in text for text in later)


def test_a_ground_without_its_day_is_told_with_its_term_and_the_sum_under_a_condition() -> None:
    """Its article is cited, and nobody says that nothing else stands in the way."""
    told = steps(family(mother(), child(8), refused_measures_on="unknown", line=50_000))
    ground = next(text for text in told if text.startswith("Кто-то в семье отказался"))
    assert ground.splitlines() == [
        (
            "Кто-то в семье отказался от предложенной работы или курса, но день неизвестен. "
            "Если с тех пор не прошло 6 месяцев, помощь не назначат никому в семье."
        ),
        "Основание: Социальный кодекс, статья 128, пункт 4, в силе с 1 июля 2023 года.",
    ]
    assert any(
        text.startswith("5. Если срок, когда помощь не назначают, уже прошёл: 50 000 ₸ × 2 = 100 000 ₸.")
        for text in told
    )
    assert not any("и другие причины" in text for text in told)


def test_income_that_is_compared_is_compared_though_a_day_is_missing() -> None:
    """What is not known is the day, not the income."""
    plainly = step(family(mother(), contract_broken_on="unknown", line=50_000), "4.")
    assert plainly.startswith("4. Черта – 50 000 ₸, доход на человека – 0 ₸. Разница – 50 000 ₸.")
    near = RECORDS["a contract broken on an unknown day, too close to an estimated line"]
    assert "лежит между нижним и верхним краем примерной черты" in step(near, "4.")
    assert step(near, "5.").startswith("5. Если черта наибольшая: 889 ₸ × 2 = 1 778 ₸.")
    unknown = RECORDS["both on unknown days, and an unknown wage"]
    assert step(unknown, "4.").startswith("4. Доход известен не точно")
    assert step(unknown, "5.").startswith("5. Если доход окажется наименьшим")
