"""What would turn a no into a yes, word for word: the nearest doors under the answer, all of them by themselves."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bot.texts import Language, texts
from bot.wording import headline, plain
from bot.wording.doors import all_doors, nearest, thousands_below
from bot.wording.explanation.in_short import in_short
from rules import (
    Assessment,
    Birth,
    History,
    Household,
    Income,
    Member,
    PovertyLine,
    PovertyLines,
    Quarter,
    assess,
    record_of,
)
from rules.household import Absence, Activity, Commission, IncomeKind, Relationship, Sex
from rules.income_within_line import Outcome
from rules.poverty_line import Basis
from rules.record import Record
from rules.what_would_change import DoorsRecord, record_of_doors, what_would_change

RU, KK = texts(Language.RU), texts(Language.KK)
TODAY = date(2026, 10, 20)
QUARTERS = (Quarter(2026, 4), Quarter(2027, 1), Quarter(2027, 2))
LINES = PovertyLines([PovertyLine.published("KZ-79", quarter, 45_000, "given") for quarter in QUARTERS])
SALE = Income.of(IncomeKind.SALE, 300_000)


def wage(tenge: int) -> Income:
    return Income.of(IncomeKind.WAGE, 3 * tenge)


def family(*incomes: Income, more: tuple[Member, ...] = (), **history: Any) -> Household:
    """Return a mother with these incomes, a child of nine and others."""
    mother = Member(
        "mother", Relationship.APPLICANT, Birth.at_age(38, TODAY), Sex.FEMALE, Activity.EMPLOYED, incomes=incomes
    )
    return Household(
        "KZ-79", (mother, Member("child", Relationship.CHILD, Birth.at_age(9, TODAY)), *more), History(**history)
    )


def doors(household: Household, lines: PovertyLines = LINES) -> DoorsRecord:
    return record_of_doors(what_would_change(household, TODAY, lines))


def no_of(household: Household) -> Record:
    return record_of(assess(household, TODAY, LINES))


def read(household: Household, language: Language = Language.RU) -> list[str]:
    """Return the paragraphs of the screen of all doors, as they are read."""
    record = no_of(household)
    told = all_doors(texts(language), record, doors(household), lambda label: f"«{label}»", TODAY)
    return [plain(paragraph).replace("\u00a0", " ") for paragraph in told]


def under_the_answer(household: Household, language: Language = Language.RU) -> list[str]:
    """Return the paragraphs of the answer itself."""
    record = record_of(assess(household, TODAY, LINES))
    told = plain(headline(texts(language), record, TODAY, str, doors(household)))
    return told.replace("\u00a0", " ").split("\n\n")


def test_a_sale_that_falls_out_is_told_with_its_day_its_amount_and_the_months_that_count_then() -> None:
    household = family(wage(60_000), SALE)
    assert read(household)[0] == (
        "Если такого дохода больше не будет (продажа имущества), может быть положено 30 000 ₸ в месяц с 1 января "
        "2027 года. Тогда посчитают доход за октябрь, ноябрь и декабрь 2026 года."
    )
    assert read(household, Language.KK)[0] == (
        "Мына табыс қайта түспесе (мүлік сату), 2027 жылғы 1 қаңтардан бастап айына 30 000 ₸ тиесілі болуы мүмкін. "
        "Ол кезде есепке мына айлардың табысы кіреді: 2026 жылғы қазан, қараша, желтоқсан."
    )


def test_under_the_answer_stands_the_door_and_no_blanket_advice() -> None:
    paragraphs = under_the_answer(family(wage(60_000), SALE))
    assert paragraphs[0].startswith("По расчёту адресная помощь не положена: доход выше предела.")
    assert paragraphs[1].startswith("Если такого дохода больше не будет (продажа имущества)")
    assert "Проверьте" not in "".join(paragraphs)


@pytest.mark.parametrize(("low", "high"), [(40_000, 40_000), (40_000, 46_700), (41_334, 45_001)])
@pytest.mark.parametrize("children", [0, 1, 4])
def test_the_incomes_that_a_no_names_are_tried_by_the_rules(low: int, high: int, children: int) -> None:
    """Of three months. Up to the lower one it is a yes, up to the higher one no no; less than the line is enough."""
    lines = PovertyLines(always=PovertyLine("KZ-79", Quarter.of(TODAY), low, Basis.ESTIMATE, "given", low, high))
    more = tuple(Member(f"c{at}", Relationship.CHILD, Birth.at_age(8, TODAY)) for at in range(children))
    rich = family(wage(900_000), more=more)

    def found_with(monthly: int) -> Assessment:
        return assess(family(wage(monthly), more=more), TODAY, lines)

    no = record_of(assess(rich, TODAY, lines))
    sure, possible = (thousands_below(3 * (2 + children) * end) for end in (low, high))
    assert found_with(sure // 3).outcome is Outcome.ELIGIBLE
    assert found_with(possible // 3).outcome is not Outcome.REFUSED
    assert found_with((2 + children) * high + 3).outcome is Outcome.REFUSED
    told = all_doors(RU, no, record_of_doors(what_would_change(rich, TODAY, lines)), str, TODAY)[0]
    assert RU.money(sure) in told
    assert RU.money(possible) in told


def test_of_a_regular_income_it_is_said_below_which_sum_to_look_again() -> None:
    paragraphs = under_the_answer(family(wage(120_000)))
    assert paragraphs[1] == (
        "Если за октябрь–декабрь доход семьи будет примерно 269 000 ₸ или меньше, с 1 января помощь возможна. "
        "При прежнем доходе (360 000 ₸) – вряд ли."
    )
    assert under_the_answer(family(wage(120_000)), Language.KK)[1] == (
        "Үш айда (қазан–желтоқсан) отбасына шамамен 269 000 ₸ не одан аз түссе, 1 қаңтардан көмек берілуі мүмкін. "
        "Бұрынғыша 360 000 ₸ түссе – екіталай."
    )


def test_a_term_that_ends_has_its_day_once_with_the_amount() -> None:
    household = family(wage(60_000), refused_measures_on=date(2026, 8, 15))
    told = under_the_answer(household)
    assert "Может быть положено 30 000 ₸ в месяц с 15 февраля 2027 года: кончится срок, когда помощь не назначают." in (
        told
    )
    assert "Снова подать заявление" not in "".join(told)
    both = read(family(wage(60_000), SALE, refused_measures_on=date(2026, 8, 15)))
    assert "к этому дню кончится и срок" in both[0]
    assert "Тогда посчитают доход за октябрь, ноябрь и декабрь 2026 года." in both[0]


def test_every_kind_of_door_has_its_sentence_in_both_languages() -> None:
    """Grandmother, conscript, student, a line already published, and a commission that was not let in."""
    granny = Member("granny", Relationship.PARENT, Birth.at_age(70, TODAY), incomes=(wage(160_000),))
    son = Member("son", Relationship.CHILD, Birth.at_age(20, TODAY), absence=Absence.MILITARY)
    student = Member(
        "student", Relationship.CHILD, Birth.on(date(2003, 11, 5)), activity=Activity.STUDENT,
        absence=Absence.STUDY_ELSEWHERE, incomes=(wage(200_000),),
    )  # fmt: skip
    assert "Если этот человек («granny») живёт отдельно" in read(family(wage(60_000), more=(granny,)))[1]
    assert "Если этот человек («son») вернётся домой" in read(family(wage(120_000), more=(son,)))[0]
    assert read(family(wage(60_000), more=(student,)))[0] == (
        "Может быть положено 30 000 ₸ в месяц с 5 ноября: из-за возраста расчёт изменится («student»)."
    )
    higher = PovertyLines([*LINES, PovertyLine.published("KZ-79", Quarter(2027, 1), 62_000, "given")])
    too_much = family(wage(120_000))
    (line,) = nearest(KK, no_of(too_much), doors(too_much, higher), str, TODAY)
    assert (
        plain(line).replace("\u00a0", " ")
        == "2027 жылғы 1 қаңтардан бастап айына 4 000 ₸ тиесілі болуы мүмкін: шек жоғарылайды."
    )
    shut_out = family(wage(60_000), commission=Commission.EXAMINATION_REFUSED)
    assert "Если подать новое заявление" in read(shut_out)[0]
    assert "Қайта өтініш беріп" in read(shut_out, Language.KK)[0]


def test_where_nothing_is_found_the_what_if_is_named() -> None:
    told = read(family(wage(120_000), refused_measures_on=date(2026, 8, 15)))
    assert told == [
        "Если доход не изменится, в следующем квартале помощь, скорее всего, тоже не будет положена.",
        (
            "В ваших ответах нет ничего, что изменит этот результат. "
            "Что будет, если в семье что-то изменится, покажет кнопка «А что, если?»."
        ),
    ]


def test_the_nearest_doors_are_two_at_most_and_nobody_is_told_to_part() -> None:
    """The relative who could live apart stands on the screen of all doors alone."""
    granny = Member("granny", Relationship.PARENT, Birth.at_age(70, TODAY), incomes=(wage(160_000),))
    beside_granny = family(wage(60_000), more=(granny,))
    found = doors(beside_granny)
    assert [door["change"] for door in found["doors"]] == ["lower_income", "lives_apart"]
    (told,) = nearest(RU, no_of(beside_granny), found, str, TODAY)
    assert told.startswith("Если за октябрь–декабрь доход семьи")


def test_a_no_without_any_door_says_what_would_have_to_be_different() -> None:
    """Nobody of the family is entitled, or income is too high whatever is left out: no day, but the fact itself."""
    stateless = family(wage(60_000))
    nobody = replace(stateless, members=tuple(replace(one, entitled=False) for one in stateless.members))
    assert "должно быть гражданство Казахстана" in read(nobody)[-1]
    assert "гражданство" in read(nobody)[-1]


def test_why_begins_with_what_stands_in_the_way_where_that_is_not_income() -> None:
    stateless = family(wage(20_000))
    nobody = replace(stateless, members=tuple(replace(one, entitled=False) for one in stateless.members))
    told = in_short(texts(Language.RU), record_of(assess(nobody, TODAY, LINES)))
    assert told[0].startswith("По вашим ответам в семье нет граждан Казахстана")
    assert not any("не хватает" in line for line in told)


def test_whoever_is_asked_of_their_status_alone_reads_no_invented_family() -> None:
    alone = Member("self", Relationship.APPLICANT, Birth.at_age(30, TODAY), entitled=False)
    told = in_short(texts(Language.RU), record_of(assess(Household("KZ-79", (alone,)), TODAY, LINES)))
    assert told[1:] == ["Сейчас решает только гражданство или статус, а не доход."]
