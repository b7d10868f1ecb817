"""Children, what to do next, and what to keep in mind."""

from copy import deepcopy
from datetime import date

import pytest

from bot.texts import Language, Texts, texts
from bot.wording import children, headline, next_steps, notes, why
from rules import Birth, Household, Income, Member, PovertyLines, assess, record_of
from rules.household import IncomeKind, Relationship
from rules.record import Record
from tests.bot.wording.records import RECORDS, TODAY, YESTERDAY, Table, child, family, mother, of_incomes, told, wage

RU, KK = texts(Language.RU), texts(Language.KK)
NAMES = {"mother": "Вы", "baby": "Малыш", "son": "Ребёнок, 3 года", "pupil": "Ербол", "mother: x": "Вы: x"}


def name(label: str) -> str:
    return NAMES[label]


def written(messages: list[str]) -> list[str]:
    return [message.replace("\u00a0", " ") for message in messages]


def steps_told(words: Texts, record: Record) -> list[str]:
    """Read what to do next on the very day of the assessment."""
    return next_steps(words, record, date.fromisoformat(record["on"]), str)


def kids(*members: Table, on: date, line: int = 50_000) -> list[str]:
    return written(children(RU, family(mother(), *members, on=on, line=line), name))


def test_in_2021_a_child_of_three_has_food_and_hygiene_and_medical_care() -> None:
    """A label that says the age already is not made longer."""
    paid, first = kids(child(3, "son"), on=date(2021, 5, 1))
    assert first == (
        "Ребёнок, 3 года – что положено:\n"
        "• каждый месяц продуктовый набор\n"
        "• раз в квартал средства гигиены\n"
        "• медицинская помощь, включая лечение зубов"
    )
    assert paid == "Пока платят помощь, детям положен социальный пакет:"


def test_a_pupil_has_meals_travel_and_clothes_in_the_school_year() -> None:
    """A label without an age gets it."""
    _, first, *_ = kids(child(9, "pupil"), on=date(2021, 5, 1))
    assert first == (
        "Ербол, 9 лет – что положено в учебном году:\n"
        "• горячее питание в школе\n"
        "• проезд\n"
        "• школьная форма и принадлежности\n"
        "Круглый год – медицинская помощь, включая лечение зубов."
    )


def test_since_july_2023_the_school_is_to_be_asked() -> None:
    """The package comes from local acts that nobody here has read."""
    before, after = (kids(child(9, "pupil"), on=day) for day in (date(2023, 6, 30), date(2023, 7, 1)))
    assert not any("спросите в школе" in message for message in before)
    assert any("спросите в школе" in message for message in after)


def test_since_2023_a_small_child_has_the_supplement_instead_of_food() -> None:
    """One and a half of the calculation index, without a separate request."""
    messages = kids(child(3, "son"), on=date(2026, 2, 1))
    assert messages == [
        "Медицинская помощь положена детям и без адресной помощи.",
        "Ребёнок, 3 года – что положено:\n• медицинская помощь, включая лечение зубов",
        (
            "Доплата на 1 ребёнка от 1 до 6 лет включительно – 6 488 ₸ в месяц, она уже входит в итоговую сумму. "
            "Отдельное заявление не нужно."
        ),
    ]


def test_of_one_child_with_the_supplement_the_sum_is_said_once() -> None:
    """«1 балаға айына 6 488 ₸, әр балаға – 6 488 ₸» would say it twice, and «× 1» would work nothing out."""
    one, two = (family(*kin, on=TODAY, line=50_000) for kin in ([mother(), child(3)], [mother(), child(3), child(4)]))
    assert written(children(KK, one, str))[-1] == (
        "1–6 жастағы 1 балаға қосымша төлем – айына 6 488 ₸, ол нәтижедегі сомаға кірген. Бөлек өтініш керек емес."
    )
    assert "2 балаға қосымша төлем – айына 12 976 ₸ (әр балаға – 6 488 ₸)" in written(children(KK, two, str))[-1]
    assert "1 балаға қосымша төлем: 6 488 ₸." in "\n".join(written(why(KK, one, str, TODAY)))
    assert "2 балаға қосымша төлем: 6 488 ₸ × 2 = 12 976 ₸." in "\n".join(written(why(KK, two, str, TODAY)))


def test_a_baby_is_told_from_which_age_the_package_is_due() -> None:
    """Not left out without a word."""
    assert kids(child(0, "baby"), on=date(2026, 2, 1)) == ["Малыш: социальный пакет дают с 1 года."]


def test_a_family_without_children_is_told_so() -> None:
    assert kids(on=date(2026, 2, 1)) == ["В семье нет детей младше 18 лет, а социальный пакет положен детям."]


def test_next_one_reads_where_with_which_papers_and_how_long() -> None:
    """The days are those of the law's files."""
    steps = written(steps_told(RU, family(mother(), child(9), line=50_000)))
    assert (
        "2. Подайте заявление в карьерный центр (где он, скажут по номеру 1414), в селе – акиму, или через eGov."
        in steps[0]
    )
    assert (
        "3. Комиссия придёт к вам домой в течение 7 дней (возможно, рабочих): дома нужен взрослый. "
        "Решение обычно принимают за 15 рабочих дней, " in (steps[0])
    )
    assert "а если заявление принял аким в селе – за 18. Всё бесплатно." in steps[0]
    assert steps[1:] == [
        (
            "Если помощь назначат, нужно подписать социальный контракт. "
            "Он не обязывает выходить на другую работу или идти на курс."
        ),
        (
            "Помощь платят до 31 марта. Нужно ли подтверждать право на неё в новом квартале, скажет карьерный центр: "
            "спросите до этого дня."
        ),
        (
            "Если доход, состав семьи или адрес изменятся, пока платят помощь, сообщите об этом в карьерный центр, "
            "в селе – акиму. Срок – 10 рабочих дней. Иначе лишние деньги придётся вернуть."
        ),
    ]


def test_the_duty_of_a_family_that_is_paid_is_that_of_the_social_code() -> None:
    """Ten working days (126(3)); before July 2023 the act was not read, and one applied anew each quarter."""
    since = written(steps_told(KK, family(mother(), line=50_000)))
    assert since[-2:] == [
        (
            "Көмек 31 наурызға дейін төленеді. Жаңа тоқсанда көмек алу құқығын растау керек пе, "
            "мұны мансап орталығы айтады: сол күнге дейін сұраңыз."
        ),
        (
            "Көмек алып жүргенде табыс, отбасының құрамы не мекенжай өзгерсе, 10 жұмыс күні ішінде "
            "мансап орталығына (ауылда – әкімге) айтыңыз. Айтпасаңыз, артық төленген ақшаны қайтару керек болады."
        ),
    ]
    before = written(steps_told(RU, family(mother(), on=date(2023, 6, 30), line=50_000)))
    assert before[-1] == "Помощь платят до 30 июня. Без заявления на новый квартал выплата прекратится."


def test_a_refusal_can_be_appealed_against_by_the_social_code() -> None:
    """The higher body, the court (123(7))."""
    refused = mother(incomes=wage(90_000))
    appeal = "Если помощь не назначат, решение можно обжаловать в вышестоящем органе или в суде."
    assert steps_told(RU, family(refused, line=50_000))[-1] == appeal
    assert steps_told(KK, family(refused, line=50_000))[-1] == (
        "Көмек тағайындалмаса, шешім жөнінде жоғары тұрған органға немесе сотқа шағым беруге болады."
    )
    assert appeal not in steps_told(RU, family(refused, on=date(2023, 6, 30), line=50_000))


def test_who_is_registered_nowhere_first_reads_how_to_register() -> None:
    """It comes before the application, in both languages."""
    record = family(mother(), line=50_000, registered=False)
    assert steps_told(RU, record)[0].startswith("Чтобы подать заявление, сначала пропишитесь")
    assert steps_told(KK, record)[0].startswith("Өтініш беру үшін алдымен тіркеліңіз")
    assert not steps_told(RU, family(mother(), line=50_000))[0].startswith("Чтобы")


def test_where_only_the_commission_can_decide_waiting_costs_a_month() -> None:
    """Nothing is missing that the family could find out."""
    record = RECORDS["a stipend: a no or a yes"]
    assert steps_told(RU, record)[0].startswith("Не откладывайте заявление")
    assert not any("узнать не получается" in step for step in steps_told(RU, record))
    unknown = RECORDS["a stipend beside an unknown wage"]
    assert steps_told(RU, unknown)[0].startswith("Если сумму узнать не получается")


def test_until_june_2023_one_applied_at_another_office() -> None:
    """With its dative in Kazakh."""
    steps = steps_told(KK, family(mother(), on=date(2023, 5, 1), line=50_000))
    assert (
        "2. Өтінішті халықты жұмыспен қамту орталығына (мекенжайын 1414 нөмірінен сұраңыз), ауылда әкімге" in steps[0]
    )


def test_where_nothing_is_paid_no_end_of_payment_is_named() -> None:
    """Income equal to the line."""
    steps = steps_told(RU, family(mother(incomes=wage(50_000)), line=50_000))
    assert not any("Помощь платят" in step for step in steps)


def test_too_close_and_undecided_say_apply_first() -> None:
    """Waiting costs a month."""
    close = steps_told(RU, RECORDS["too close to an estimated line"])
    undecided = steps_told(RU, of_incomes(Income(IncomeKind.WAGE, 0, None)))
    assert close[0].startswith("Не откладывайте заявление")
    assert undecided[0].startswith("Если сумму узнать не получается, всё равно подайте заявление")


def test_an_unknown_day_says_where_to_ask_and_that_one_may_apply_without_it() -> None:
    """Nobody is sent away for what they do not know."""
    unknown: Table = {"refused_measures_on": "unknown", "contract_broken_on": "unknown", "false_data_on": "unknown"}
    record = family(mother(), line=50_000, **unknown)
    assert steps_told(RU, record)[:4] == [
        "День отказа от работы или курса подскажет карьерный центр.",
        "День, когда нарушен социальный контракт, подскажет карьерный центр.",
        "День, когда подали эти данные, подскажет карьерный центр.",
        "Если день узнать не получается, всё равно подайте заявление: это бесплатно.",
    ]
    said = notes(RU, record, name)
    assert "Неизвестен день отказа от работы или курса, а от него зависит результат." in said
    assert "Неизвестен день, когда нарушен социальный контракт, а от него зависит результат." in said
    assert "Неизвестен день, когда подали неверные данные, а от него зависит результат." in said


@pytest.mark.parametrize(
    ("history", "door"),
    [
        ({"commission": "no_need"}, "Попросите акт и заключение комиссии."),
        ({"commission": "examination_refused"}, "Можно подать новое заявление."),
        (
            {"contract_broken_on": date(2026, 1, 5)},
            "Прежде чем подавать новое заявление, узнайте условия нового социального контракта.",
        ),
        ({"refused_measures_on": date(2026, 1, 5)}, "Если причина отказа уважительная"),
        ({"false_data_on": date(2026, 1, 5)}, "Проверьте документы. Если в них есть ошибка, исправьте её."),
        ({"entitled": False}, "Если у кого-то в семье есть гражданство Казахстана"),
    ],
)
def test_every_refusal_has_a_way_on(history: Table, door: str) -> None:
    """And whoever disagrees with the bot may apply all the same."""
    of_her = {key: history[key] for key in history.keys() & {"entitled"}}
    steps = steps_told(RU, family(mother(**of_her), line=50_000, **({} if of_her else history)))
    assert steps[0].startswith(door)
    assert steps[-2].startswith("Это только вывод бота.")
    assert steps[-1].startswith("Если помощь не назначат, решение можно обжаловать")


def test_a_refusal_for_income_says_with_which_income_of_this_quarter_to_look_again_and_from_which_day() -> None:
    """The same wage in the next quarter is the same no. Less than 50 000 for one person is less than 150 000."""
    steps = written(steps_told(RU, family(mother(incomes=wage(90_000)), line=50_000)))
    assert steps[:2] == [
        (
            "Если за январь–март доход семьи будет примерно 149 000 ₸ или меньше, с 1 апреля помощь возможна. "
            "При прежнем доходе (270 000 ₸) – вряд ли."
        ),
        (
            "Снова посчитать и подать заявление можно с 1 апреля: предел тогда может быть другим. "
            "Если и за эти месяцы доход будет больше, следующая возможность – с 1 июля, по доходу за апрель–июнь."
        ),
    ]


def test_of_a_refusal_for_income_and_a_longer_term_only_the_later_day_is_named() -> None:
    record = family(mother(incomes=wage(90_000)), contract_broken_on=date(2026, 1, 5), line=50_000)
    said = "\n".join(written(steps_told(RU, record)))
    assert "Снова подать заявление можно с 5 июля." in said
    assert "апреля" not in said


def test_beside_a_term_that_was_not_read_no_day_to_apply_is_named() -> None:
    """False data of 2022 have no known term; to look in July would be too early."""
    on = date(2022, 5, 10)
    history: Table = {"false_data": True, "refused_measures_on": date(2022, 4, 15)}
    record = family(mother(incomes=wage(90_000)), on=on, line=50_000, **history)
    said = "\n".join(written(steps_told(RU, record)))
    assert "июля" not in said
    assert "можно подать заявление снова" not in said


def test_notes_name_every_missing_answer_and_of_whom() -> None:
    """Income by its kind, a birthday where the age decides."""
    said = notes(RU, of_incomes(Income(IncomeKind.WAGE, 0, None)), name)
    assert "Вы: точная сумма неизвестна (зарплата)." in said
    near_pension = family(mother(age=62), line=50_000)
    assert near_pension["gaps"] == [{"what": "sex", "label": "mother"}]
    assert "Вы: не указан пол, а от него зависит пенсионный возраст." in notes(RU, near_pension, name)


def test_a_number_that_is_missing_belongs_to_nobody() -> None:
    """The calculation index of 2027."""
    said = notes(RU, family(mother(), child(3, "son"), on=date(2027, 2, 1), line=50_000), name)
    assert "Когда опубликуют месячный расчётный показатель (МРП), посчитайте ещё раз." in said


def test_a_label_with_a_colon_keeps_its_kind_of_income() -> None:
    """The gap holds label and kind in one word."""
    record = of_incomes(Income(IncomeKind.WAGE, 0, None))
    record["gaps"] = [{"what": "income", "label": "mother: x: wage"}]
    assert "Вы: x: точная сумма неизвестна (зарплата)." in notes(RU, record, name)


def test_a_record_from_storage_is_told_like_the_one_just_made() -> None:
    """A year later the person reads the same."""
    mother_of_two = Household(
        "KZ-71",
        (
            Member("mother", Relationship.APPLICANT, incomes=(Income.of(IncomeKind.WAGE, 90_000),)),
            Member("son", Relationship.CHILD, birth=Birth.at_age(3, TODAY)),
        ),
    )
    fresh = record_of(assess(mother_of_two, TODAY, PovertyLines()))
    stored = told(mother_of_two, TODAY)
    for tell in (lambda record: headline(RU, record, TODAY), lambda record: why(RU, record, name, TODAY)):
        assert tell(fresh) == tell(stored)
    assert children(RU, fresh, name) == children(RU, stored, name)
    assert notes(RU, fresh, name) == notes(RU, stored, name)
    assert steps_told(RU, fresh) == steps_told(RU, stored)


def test_of_a_quarter_that_is_over_nobody_is_told_to_apply() -> None:
    """What could be done then cannot be done any more."""
    record = family(mother(), child(9), on=date(2023, 5, 1), line=50_000)
    (told_later,) = written(next_steps(RU, record, date(2023, 7, 1), str))
    assert told_later.startswith("Этот квартал (II квартал 2023 года) уже прошёл")
    assert len(steps_told(RU, record)) > 1


def test_an_old_result_is_told_with_the_values_that_were_frozen_with_it() -> None:
    """A correction of the law's numbers must not contradict the sums that were worked out with the old ones."""
    record = deepcopy(YESTERDAY["yesterday: too close below an estimated line"])
    steps = {step["step"]: step["values"] for step in record["steps"]}
    steps["poverty_line"]["share"] = "0.60"
    steps["income_within_line"]["tolerance"] = "0.20"
    steps["child_supplement"] |= {"multiplier": "2.5", "from": 2, "to": 4}
    explained = "\n".join(written(why(RU, record, str, TODAY)))
    assert "60 % последнего известного прожиточного минимума" in explained
    assert "не больше чем на 20 %" in explained
    assert "На одного ребёнка платят 2,5 месячного расчётного показателя (МРП)." in explained
    assert "от 2 до 4 лет включительно" in explained
    assert any("от 2 до 4 лет включительно" in text for text in children(RU, record, str))


def test_a_result_frozen_before_these_values_were_is_told_by_the_law_of_its_day() -> None:
    """Nothing that a family was shown is lost with a new version of the program."""
    record = deepcopy(YESTERDAY["yesterday: too close below an estimated line"])
    before = written([*why(RU, record, str, TODAY), *children(RU, record, str)])
    assert "не больше чем на 15 %" in "".join(before)
    for step in record["steps"]:
        for value in ("share", "tolerance", "multiplier", "from", "to"):
            step["values"].pop(value, None)
    assert written([*why(RU, record, str, TODAY), *children(RU, record, str)]) == before
