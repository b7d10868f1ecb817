"""The result in one message: a person in Kazakhstan reads it on a small telephone."""

import re
from datetime import date

import pytest

from bot.texts import Language, texts
from bot.wording import headline, in_short, notes, plain
from bot.wording.phrases import is_of_status_alone
from rules import Income
from rules.household import IncomeKind
from rules.record import Record
from tests.bot.wording.records import RECORDS, TODAY, Table, child, family, husband, mother, of_incomes, wage

KK, RU = texts(Language.KK), texts(Language.RU)


def read(record: Record, language: Language = Language.RU, today: date = TODAY) -> list[str]:
    """Return the paragraphs as a person reads them, ordinary spaces in the sums.

    That it is an estimate stands below a yes or a no, or is the last of all, and here it is left out.
    """
    told = plain(headline(texts(language), record, today)).replace("\u00a0", " ").split("\n\n")
    estimate = ""
    if record["outcome"] in {"eligible", "refused"}:
        told[0], _, estimate = told[0].rpartition("\n")
    else:
        estimate = told.pop()
    of_status = "-of-status" if is_of_status_alone(record) else ""
    assert estimate == texts(language).say(f"result-estimate{of_status}")
    return told


def test_a_payment_says_the_sum_the_months_and_the_total() -> None:
    """70 060 a month in two months is 140 120."""
    record = family(mother(incomes=wage(50_000)), *(child(age) for age in (8, 9, 10, 11)), line=24_012)
    assert read(record)[0] == (
        "✅ По расчёту положена адресная помощь: 70 060 ₸ в месяц.\nВсего за февраль–март – 140 120 ₸."
    )
    assert read(record, Language.KK)[0] == (
        "✅ Есеп бойынша атаулы көмек тиесілі: айына 70 060 ₸.\nБарлығы (ақпан–наурыз) – 140 120 ₸."
    )


def test_the_sum_is_bold() -> None:
    """It is what the eye looks for."""
    record = family(mother(), line=24_012)
    assert "<b>24\u00a0012\u00a0₸</b>" in headline(KK, record, TODAY)


def test_the_supplement_is_in_the_sum_and_both_parts_are_named_under_why() -> None:
    """The person gets one payment."""
    record = family(mother(), child(3), line=20_000)
    assert "адресная помощь: 46 488 ₸ в месяц" in read(record)[0]
    told = [line.replace("\u00a0", " ") for line in in_short(texts(Language.RU), record)]
    assert told[-4:] == [
        "Эту разницу платят на каждого в семье (2 человека): 40 000 ₸ в месяц.",
        "Доплата на детей – 6 488 ₸ в месяц.",
        "Всего – 46 488 ₸ в месяц.",
        "Всего за февраль–март – 92 976 ₸.",
    ]


def test_a_sum_that_depends_on_an_estimated_income_is_a_range() -> None:
    """And it says why."""
    record = of_incomes(Income(IncomeKind.WAGE, 60_000, 90_000))
    first, why_range, *_ = read(record)
    assert "адресная помощь: 56 488–66 488 ₸ в месяц" in first
    assert why_range == "Доход известен не точно, поэтому и сумма примерная."


def test_an_income_equal_to_the_line_is_no_refusal_and_no_money() -> None:
    """The act refuses only above the line."""
    first = read(family(mother(incomes=wage(24_012)), line=24_012))[0]
    assert first == (
        "По предварительному расчёту размер помощи – 0 ₸ (I квартал 2026 года).\n"
        "Доход на человека равен пределу: 24 012 ₸. Помощь – это разница между пределом и доходом, а здесь её нет. "
        "Это не отказ."
    )


def test_at_the_line_the_supplement_is_told_by_itself() -> None:
    """It is 6 488 a month for a child of three."""
    record = family(mother(incomes=wage(48_024)), child(3), line=24_012)
    assert read(record)[1] == ("На детей могут доплачивать 6 488 ₸ в месяц.\nВсего за февраль–март – 12 976 ₸.")


def test_a_no_is_figure_limit_and_gap_and_promises_nothing_by_itself() -> None:
    record = family(mother(incomes=wage(90_000)), line=50_000)
    told = (
        "По расчёту адресная помощь не положена: доход выше предела.\n"
        "На человека – 90 000 ₸ в месяц (октябрь–декабрь 2025 года), предел – 50 000 ₸."
    )
    assert read(record)[0] == told
    assert "Проверьте снова" not in "".join(read(record))
    assert read(record, Language.KK)[0] == (
        "Есеп бойынша атаулы көмек тиесілі емес: табыс шектен көп.\n"
        "Бір адамға айына 90 000 ₸ келеді (2025 жылғы қазан–желтоқсан), шек – 50 000 ₸."
    )


def test_a_no_of_an_income_without_upper_end_says_at_least() -> None:
    """The bot never makes a figure more certain than the answer was."""
    first = read(of_incomes(Income(IncomeKind.WAGE, 900_000, None)))[0]
    assert "не меньше 150 000 ₸" in first
    assert first.endswith("предел – 40 000 ₸.")


@pytest.mark.parametrize("outcome", ["eligible", "refused", "too_close"])
def test_a_quarter_that_has_passed_is_said_to_have_passed(outcome: str) -> None:
    """Nobody is sent to apply for it, or told to wait for the next one."""
    tenge = {"eligible": 0, "refused": 500_000, "too_close": 41_500}[outcome]
    record = family(mother(incomes=wage(tenge)), region="KZ-62")
    assert record["outcome"] == outcome
    later = read(record, today=date(2026, 4, 1))
    past = "Этот квартал (I квартал 2026 года) уже прошёл, заявление за него не подать."
    assert any(paragraph.startswith(past) for paragraph in later)
    assert not any("Подайте заявление" in paragraph or "Проверьте снова" in paragraph for paragraph in later)
    assert past not in "".join(read(record, today=date(2026, 3, 31)))


def test_refused_measures_begin_with_the_day_and_cite_the_article() -> None:
    """The whole family, six months; what they keep stands beside it."""
    record = family(mother(), child(8), refused_measures_on=date(2026, 1, 15), line=50_000)
    ground, again, kept, *_ = read(record)
    assert ground.startswith("До 15 июля помощь не назначат никому в семье")
    assert "(Социальный кодекс, статья 128, пункт 4)" in ground
    assert again == "Снова подать заявление можно с 15 июля."
    assert kept == (
        "Если вы получаете пособие многодетной семье или награждённой матери, оно сохраняется. "
        "Социальный пакет для детей тоже сохраняется."
    )
    assert "Социальный кодекс" not in "".join(
        read(family(mother(), on=date(2023, 5, 1), commission="no_need", line=50_000))
    )


def test_of_several_terms_only_the_last_day_is_the_day_to_apply_again() -> None:
    """Two different days to apply again would contradict each other."""
    days: Table = {"refused_measures_on": date(2026, 1, 15), "contract_broken_on": date(2025, 9, 1)}
    told = "\n".join(read(family(mother(), line=50_000, **days)))
    assert "До 15 июля" in told
    assert "До 1 марта" in told
    assert told.count("Снова подать заявление можно") == 1
    assert "Снова подать заявление можно с 15 июля." in told


def test_a_term_that_ends_within_a_quarter_refused_for_income_lasts_until_the_next() -> None:
    """From the first of March the family would still be refused for its income."""
    record = family(mother(incomes=wage(90_000)), contract_broken_on=date(2025, 9, 1), line=50_000)
    assert "Снова подать заявление можно с 1 апреля." in read(record)


def test_a_term_beyond_the_quarter_leaves_no_other_day_to_look_again() -> None:
    """On the first of April the broken contract still bars the family refused for its income."""
    history: Table = {"contract_broken_on": date(2026, 1, 5), "line": 50_000}
    told = "\n".join(read(family(mother(incomes=wage(90_000)), **history)))
    assert "Снова подать заявление можно с 5 июля." in told
    assert "апреля" not in told


def test_a_term_beyond_the_quarter_is_heeded_beside_one_that_was_not_read() -> None:
    """False data of 2022 have no known term; the refused job bars the family until autumn all the same."""
    on = date(2022, 5, 10)
    history: Table = {"false_data": True, "refused_measures_on": date(2022, 4, 15), "line": 50_000}
    told = "\n".join(read(family(mother(incomes=wage(90_000)), on=on, **history), today=on))
    assert "До 15 октября помощь не назначат никому в семье" in told
    assert "Проверьте снова" not in told


def test_only_a_family_that_has_something_to_keep_is_told_that_it_keeps_it() -> None:
    """A childless person hears nothing of a large family's allowance; an awarded mother does."""
    kept = "пособие многодетной семье"
    history: Table = {"refused_measures_on": date(2026, 1, 15), "line": 50_000}
    assert kept not in "\n".join(read(family(mother(), **history)))
    assert kept in "\n".join(read(family(mother(), child(8), **history)))
    assert kept in "\n".join(read(family(mother(), **history, awarded_mother="kumis_alqa")))


@pytest.mark.parametrize("language", list(Language))
def test_an_allowance_that_is_no_part_of_the_income_is_said_beside_the_money(language: Language) -> None:
    """Whoever is paid it would otherwise add the two sums."""
    large = [mother(), *(child(age) for age in (8, 9, 10, 11))]
    told = read(family(*large, line=50_000), language)
    allowance = next(at for at, paragraph in enumerate(told) if "69 330 ₸" in paragraph)
    warning = texts(language).say("warning-large_family_allowance_not_listed")
    assert told[allowance + 1] == plain(warning).replace("\u00a0", " ")


def test_where_a_term_was_not_read_no_day_to_apply_again_is_named() -> None:
    """False data before July 2023: the bot says that it does not know, whatever other terms there are."""
    on = date(2023, 5, 10)
    record = family(mother(), on=on, false_data=True, refused_measures_on=date(2023, 5, 2), line=50_000)
    told = "\n".join(read(record, today=on))
    assert (
        "На какой срок помощь не назначат, бот не знает: официального текста об этом у бота пока нет. Срок назовёт"
        in told
    )
    assert "можно подать заявление снова" not in told


def test_false_data_have_their_article_their_term_and_their_door() -> None:
    """Six months from 10 January, when they were submitted (R6)."""
    record = RECORDS["false data on a known day"]
    assert read(record)[:3] == [
        (
            "До 10 июля помощь не назначат: сведения сочли ложными или документы недостоверными "
            "(Социальный кодекс, статья 128, пункт 6).\n"
            "Если это ошибка, принесите верные документы в карьерный центр."
        ),
        "Снова подать заявление можно с 10 июля.",
        "Если вы получаете пособие многодетной семье или награждённой матери, оно сохраняется.",
    ]
    assert read(record, Language.KK)[:2] == [
        (
            "10 шілдеге дейін көмек тағайындалмайды: жалған мәлімет немесе шындыққа сай емес құжат берілген деп "
            "саналған (Әлеуметтік кодекс, 128-баптың 6-тармағы).\n"
            "Қате кеткен болса, дұрыс құжатты мансап орталығына апарыңыз."
        ),
        "10 шілдеден бастап қайта өтініш беруге болады.",
    ]


def test_false_data_of_an_unknown_day_are_neither_yes_nor_no() -> None:
    """Like any ground whose term may have run out."""
    first, becomes, door, *_ = read(RECORDS["false data on an unknown day"])
    assert first == (
        "Пока точно сказать нельзя.\nНеизвестен день, когда подали неверные данные. "
        "Если с тех пор не прошло 6 месяцев, помощь не назначат."
    )
    assert becomes == "Если срок, когда помощь не назначают, уже прошёл, она может быть 40 000 ₸ в месяц."
    assert door.startswith("Когда это было, подскажет карьерный центр.")


def test_where_nobody_is_entitled_it_is_said_who_is_and_what_would_change_it() -> None:
    """No verdict on the family; nothing is said to stay, as the allowances are for citizens and kandas too (90(1))."""
    record = RECORDS["nobody is entitled"]
    assert read(record) == [
        (
            "По ответам адресная помощь пока не положена. Её дают только семьям, где есть гражданин Казахстана, "
            "кандас, беженец или человек с документом на постоянное проживание (например, с видом на жительство)."
        ),
        (
            "Если такой человек есть или появится (даже ребёнок), нажмите «Исправить». "
            "Подходит ли документ, скажут по номеру 1414."
        ),
    ]
    assert read(record, Language.KK) == [
        (
            "Жауаптар бойынша атаулы көмек әзірге тиесілі емес. Оны алу үшін отбасында Қазақстан азаматы, қандас, "
            "босқын немесе осында тұрақты тұруға рұқсаты (мысалы, ықтиярхаты) бар адам болуы керек."
        ),
        (
            "Ондай адам (ересек не бала) болса не кейін қосылса, «Түзету» түймесін басыңыз. "
            "Құжаттың жарайтын-жарамайтынын 1414 нөмірінен сұраңыз."
        ),
    ]


@pytest.mark.parametrize("language", list(Language))
def test_who_is_registered_nowhere_reads_it_beside_the_sum(language: Language) -> None:
    """Without it the application is not taken (P2); a family that is refused has no use for it."""
    warning = plain(texts(language).say("warning-registered_nowhere"))
    assert warning in read(RECORDS["registered nowhere"], language)
    refused = family(mother(incomes=wage(90_000)), line=40_000, registered=False)
    assert warning not in read(refused, language)


@pytest.mark.parametrize("language", list(Language))
def test_whose_spouse_has_left_reads_at_once_that_a_paper_is_needed(language: Language) -> None:
    """The registers show the marriage (P3-left)."""
    warning = plain(texts(language).say("warning-spouse_left"))
    assert read(RECORDS["a husband who has left"], language).count(warning) == 1
    assert read(RECORDS["a husband who may have left"], language).count(warning) == 1
    assert warning not in read(family(mother(), child(8), husband(), line=40_000), language)


def test_all_grounds_are_told() -> None:
    """Income first, then in the order of the act."""
    record = family(
        mother(incomes=wage(900_000)),
        commission="examination_refused",
        refused_measures_on=date(2026, 1, 15),
        contract_broken_on=date(2026, 1, 15),
        false_data_on=date(2026, 1, 15),
        line=50_000,
    )
    articles = [f"статья 128, пункт {clause}" for clause in (2, 4, 5, 6)]
    told = "\n".join(read(record))
    assert told.startswith("По расчёту адресная помощь не положена: доход выше предела.")
    assert sorted(told.index(article) for article in articles) == [told.index(found) for found in articles]


def test_too_close_to_an_estimated_line_says_apply_and_what_may_come_of_it() -> None:
    """Neither yes nor no, with both ends: at most (42 389 less 41 500) twice."""
    record = RECORDS["too close to an estimated line"]
    assert read(record)[:3] == [
        "Точно сказать нельзя: доход на человека слишком близок к пределу.",
        "На человека выходит 41 500 ₸ в месяц, примерный предел – 40 930–42 389 ₸.",
        (
            "Если официальный предел окажется выше дохода, помощь будет до 8 266 ₸ в месяц.\n"
            "В месяц: сама помощь – 1 778 ₸, доплата на детей – 6 488 ₸."
        ),
    ]
    assert "Ресми шек табыстан жоғары болып шықса, айына ең көбі 8 266 ₸ беріледі." in read(record, Language.KK)[2]


def test_within_an_estimated_line_the_sum_is_a_range_with_its_likely_value() -> None:
    """Twice the ends less 40 000, and twice 41 659 less 40 000, each with 6 488 for the child."""
    record = RECORDS["within an estimated line"]
    assert read(record)[0] == (
        "✅ По расчёту положена адресная помощь: примерно 9 806 ₸ в месяц (8 348–11 266 ₸).\n"
        "Всего за февраль–март – примерно 19 612 ₸."
    )
    assert "атаулы көмек тиесілі: айына шамамен 9 806 ₸ (8 348–11 266 ₸)." in read(record, Language.KK)[0]
    assert "Доход известен не точно" not in "\n".join(read(record))


def test_a_sum_by_a_published_line_has_no_likely_value_beside_it() -> None:
    """It is the sum."""
    assert "ероятнее всего" not in "\n".join(read(family(mother(), line=40_000)))


def test_above_an_estimated_line_it_is_a_no_with_both_its_ends() -> None:
    """How far above stands under "Why?"."""
    first = read(RECORDS["above an estimated line"])[0]
    assert first.endswith("50 000 ₸ в месяц (октябрь–декабрь 2025 года), предел – примерно 40 930–42 389 ₸.")


def test_where_the_line_may_be_higher_an_estimate_alone_says_no_no() -> None:
    """Astana: 35 % of a median income that nobody knows may lie above it (L2)."""
    record = RECORDS["above an estimated line where it may be higher"]
    assert read(record)[0] == (
        "По примерному пределу помощь не положена.\n"
        "На человека выходит 150 000 ₸ в месяц, примерный предел – 43 885–51 785 ₸.\n"
        "Официальный предел в этом регионе может быть выше. Подать заявление можно, это бесплатно."
    )
    assert read(record, Language.KK)[0] == (
        "Шамамен алынған шек бойынша көмек тиесілі емес.\n"
        "Бір адамға айына 150 000 ₸ келеді, шамамен алынған шек – 43 885–51 785 ₸.\n"
        "Бұл өңірде ресми шек одан жоғары болуы мүмкін. Өтініш беруге болады, ол тегін."
    )
    assert not any("Подать заявление" in paragraph for paragraph in read(record, today=date(2026, 4, 1)))


@pytest.mark.parametrize("region", ["KZ-71", "KZ-75", "KZ-35"])
def test_in_astana_almaty_and_karaganda_region_no_estimate_refuses(region: str) -> None:
    """A published line does."""
    on = date(2026, 11, 20)
    told = read(family(mother(incomes=wage(900_000)), region=region, on=on), today=on)
    assert told[0].startswith("По примерному пределу помощь не положена.")
    told = read(family(mother(incomes=wage(900_000)), region=region, on=on, line=50_000), today=on)
    assert told[0].startswith("По расчёту адресная помощь не положена: доход выше предела.")


def test_too_close_with_an_income_between_two_sums_names_no_sum_but_says_on_what_it_depends() -> None:
    """Two conditions at once would promise too much."""
    record = RECORDS["too close to an estimated line, between two sums"]
    assert read(record)[1:3] == [
        "На человека выходит 41 000–42 000 ₸ в месяц, примерный предел – 40 930–42 389 ₸.",
        "Сумма зависит от официального предела: помощь платят, только если он выше дохода.",
    ]
    assert read(record, Language.KK)[2].endswith(
        "Ресми шек табыстан жоғары болса ғана, көмек төленеді. Сомасы да сол шекке байланысты."
    )


@pytest.mark.parametrize("language", list(Language))
def test_no_result_but_that_of_an_income_equal_to_the_line_speaks_of_nought(language: Language) -> None:
    """Neither «0 ₸» nor a range of nothing."""
    for sentence, record in RECORDS.items():
        if record["outcome"] == "too_close":
            told = "\n".join(read(record, language))
            assert not re.search(r"(?<![\d ])0 ₸|\b0–", told), sentence


def test_a_refused_job_on_an_unknown_day_is_neither_yes_nor_no_and_says_what_to_find_out_where() -> None:
    """Six months from a day that nobody knows (R4)."""
    record = family(mother(), child(3), refused_measures_on="unknown", line=50_000)
    assert read(record)[:3] == [
        (
            "Пока точно сказать нельзя.\nНеизвестен день отказа от работы или курса. "
            "Если с тех пор не прошло 6 месяцев, помощь не назначат никому в семье."
        ),
        (
            "Если срок, когда помощь не назначают, уже прошёл, она может быть 106 488 ₸ в месяц.\n"
            "В месяц: сама помощь – 100 000 ₸, доплата на детей – 6 488 ₸."
        ),
        "Когда это было, подскажет карьерный центр. Узнайте и исправьте ответ.",
    ]
    assert read(record, Language.KK)[0] == (
        "Әзірге дәл айту мүмкін емес.\nЖұмыстан немесе курстан бас тартылған күн белгісіз. "
        "Содан бері 6 ай өтпеген болса, бүкіл отбасыңызға көмек тағайындалмайды."
    )
    assert (
        read(record, Language.KK)[2] == "Қай күні болғанын мансап орталығы айтады. Біліп алып, жауабыңызды түзетіңіз."
    )


def test_until_june_2023_the_unknown_day_is_asked_of_the_office_of_that_time() -> None:
    """And the sum stands alone, where there is no supplement."""
    record = family(mother(), contract_broken_on="unknown", line=50_000, on=date(2023, 5, 1))
    day, sum_, door, *_ = read(record, today=date(2023, 5, 2))
    assert day.endswith("Если с тех пор не прошло 6 месяцев, помощь не назначат.")
    assert sum_ == "Если срок, когда помощь не назначают, уже прошёл, она может быть 50 000 ₸ в месяц."
    assert door.startswith("Когда это было, подскажет центр занятости населения.")


def test_an_unknown_day_stands_beside_an_unknown_wage() -> None:
    """Each is named once, and each has its door."""
    told = read(RECORDS["both on unknown days, and an unknown wage"])
    assert told[0].splitlines()[0] == "Пока точно сказать нельзя: неизвестна точная сумма (зарплата)."
    assert [line.split(",")[0].split(".")[0] for line in told[0].splitlines()[1:]] == [
        "Неизвестен день отказа от работы или курса",
        "Неизвестен день",
    ]
    assert told[1].startswith("От суммы дохода зависит, какой будет помощь: 0–86 488 ₸ в месяц.")
    assert told[2:4] == [
        "Узнайте сумму и исправьте ответ.",
        "Когда это было, подскажет карьерный центр. Узнайте и исправьте ответ.",
    ]


def test_an_unknown_day_and_an_estimated_line_are_both_named() -> None:
    """No sum is promised on two conditions."""
    told = read(RECORDS["a contract broken on an unknown day, too close to an estimated line"])
    assert told[1] == (
        "К тому же доход слишком близок к пределу: на человека выходит 41 500 ₸ в месяц, "
        "примерный предел – 40 930–42 389 ₸."
    )


def test_undecided_names_what_is_missing_and_what_it_could_become() -> None:
    """From nothing to the whole amount."""
    missing, becomes, door, *_ = read(of_incomes(Income(IncomeKind.WAGE, 0, None)))
    assert missing == "Пока точно сказать нельзя: неизвестна точная сумма (зарплата)."
    assert becomes.startswith("От суммы дохода зависит, какой будет помощь: 0–86 488 ₸ в месяц.")
    assert door == "Узнайте сумму и исправьте ответ."


def test_an_estimated_line_is_said_to_be_one_and_its_basis_stands_under_why() -> None:
    """Ulytau has two months of the base quarter, Turkistan the mean of its year; a published line says nothing."""
    ulytau, turkistan = (noted(family(mother(), region=region)) for region in ("KZ-62", "KZ-61"))
    assert "40 930–42 389 ₸ (по прожиточному минимуму, область Ұлытау, октябрь и ноябрь 2025 года)" in ulytau
    assert "(по прожиточному минимуму, Туркестанская область, 2025 год)" in turkistan
    assert "(ең төмен күнкөріс деңгейі бойынша, Түркістан облысы, 2025 жыл)" in noted(
        family(mother(), region="KZ-61"), Language.KK
    )
    assert "официального" not in "".join(read(family(mother(), line=50_000)))


def noted(record: Record, language: Language = Language.RU) -> str:
    return "\n\n".join(notes(texts(language), record, str)).replace("\u00a0", " ")


def test_allowances_stand_beside_the_result_even_beside_a_no() -> None:
    """They are paid whatever the income."""
    members = [mother(incomes=wage(900_000)), *(child(age) for age in (8, 9, 10, 11))]
    told = read(family(*members, line=50_000, awarded_mother="kumis_alqa"))
    assert any(paragraph.startswith("69 330 ₸ в месяц – пособие многодетной семье: у вас 4") for paragraph in told)
    assert any(paragraph.startswith("27 680 ₸ в месяц – пособие матери") for paragraph in told)


def test_an_allowance_whose_amount_is_not_known_is_named_without_a_sum() -> None:
    """In 2027 the calculation index is not known yet."""
    members = [mother(), *(child(age) for age in (8, 9, 10, 11))]
    told = read(family(*members, on=date(2027, 2, 1), line=50_000), today=date(2027, 2, 1))
    assert "Положено и пособие многодетной семье: у вас 4 ребёнка. Сколько платят, бот пока не знает." in told


def test_until_june_2023_another_office_decides() -> None:
    """An old case is explained by the law of its own day."""
    assert "Решает центр занятости населения." in noted(family(mother(), on=date(2023, 6, 30), line=1))
    assert "Решает карьерный центр." in noted(family(mother(), on=date(2023, 7, 1), line=1))


def test_plain_takes_away_tags_and_entities() -> None:
    """What a terminal shows."""
    assert plain("<b>70 060 ₸</b> &lt;A&gt; &amp; B") == "70 060 ₸ <A> & B"
