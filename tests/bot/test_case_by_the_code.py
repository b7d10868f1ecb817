"""What the Social Code asks of a family that is paid, and gives to one that is refused, where /case shows it."""

from datetime import UTC, date, datetime

import pytest

from bot.store.cases import Case, Decision, Follower
from bot.texts import Language, texts
from handlers.screens.case import CaseFile, case_screen
from rules.case import CaseStatus

KK, RU = Language.KK, Language.RU
DUTY = {
    RU: (
        "Если изменятся доход, состав семьи или адрес, сообщите в карьерный центр, в селе – акиму. "
        "Срок – 10 рабочих дней (Социальный кодекс, статья 126, пункт 3).\n"
        "При переезде в другой город, район или за границу выплата прекратится (Социальный кодекс, статья 129)."
    ),
    KK: (
        "Табыс, отбасы құрамы не мекенжай өзгерсе, 10 жұмыс күні ішінде мансап орталығына, ауылда әкімге айтыңыз "
        "(Әлеуметтік кодекс, 126-баптың 3-тармағы).\n"
        "Басқа қалаға, ауданға не шетелге көшсеңіз, төлем тоқтайды (Әлеуметтік кодекс, 129-бап)."
    ),
}
APPEAL = {
    RU: "Решение можно обжаловать в вышестоящем органе или в суде (Социальный кодекс, статья 123, пункт 7).",
    KK: "Шешімге жоғары тұрған органға немесе сотқа шағым беруге болады (Әлеуметтік кодекс, 123-баптың 7-тармағы).",
}
PAID: Decision = {"monthly_tenge": 100_000, "paid_from": "2026-11-01", "paid_until": "2026-12-31"}
both_languages = pytest.mark.parametrize("language", list(Language))
NOW = datetime(2026, 11, 23, 4, tzinfo=UTC)


def paragraphs(
    status: CaseStatus,
    decision: Decision | None,
    language: Language = RU,
    applied_on: date = date(2026, 11, 20),
    now: datetime = NOW,
) -> list[str]:
    """Return what /case says, a paragraph each, with ordinary spaces."""
    case = Case("c1", "79-000123", "KZ-79", applied_on, status, applied_on, decision, NOW)
    file = CaseFile(case, Follower(case.id, 1, "f-1", None, NOW), [], [], now)
    return case_screen(texts(language), file).text.replace("\u00a0", " ").split("\n\n")


@both_languages
def test_while_it_is_paid_the_duty_and_the_end_of_the_payment_are_said(language: Language) -> None:
    """Ten working days to tell of a change (126(3)), and a move ends the payment (129)."""
    assert paragraphs(CaseStatus.ASSIGNED, PAID, language)[-1] == DUTY[language]
    assert DUTY[language] in paragraphs(CaseStatus.ASSIGNED, {}, language)
    assert APPEAL[language] not in paragraphs(CaseStatus.ASSIGNED, PAID, language)


def test_it_is_said_until_the_last_paid_day_and_no_longer() -> None:
    """On 31 December it is, on 1 January it is not: nothing is paid any more."""
    for day, is_said in (
        (datetime(2026, 12, 31, 18, tzinfo=UTC), True),
        (datetime(2026, 12, 31, 20, tzinfo=UTC), False),
    ):
        assert (DUTY[RU] in paragraphs(CaseStatus.ASSIGNED, PAID, now=day)) is is_said


@both_languages
@pytest.mark.parametrize("decision", [None, {"ground": "income_above_line"}, {"ground": "measures_refused"}])
def test_a_refusal_can_be_appealed_against(language: Language, decision: Decision | None) -> None:
    """The higher body and the court (123(7)), whatever the ground."""
    told = paragraphs(CaseStatus.REFUSED, decision, language)
    assert told[-1] == APPEAL[language]
    assert DUTY[language] not in told


@pytest.mark.parametrize("status", [CaseStatus.ASSIGNED, CaseStatus.REFUSED])
def test_of_a_case_before_the_social_code_neither_is_said(status: CaseStatus) -> None:
    """The act before it was not read; it is the day of application that counts."""
    before, since = ("".join(paragraphs(status, None, applied_on=day)) for day in (date(2023, 6, 30), date(2023, 7, 1)))
    assert "Социальный кодекс" not in before
    assert "Социальный кодекс" in since


@pytest.mark.parametrize("status", [status for status in CaseStatus if status not in {"assigned", "refused"}])
def test_no_other_case_hears_of_either(status: CaseStatus) -> None:
    """Nothing is paid, and nothing is decided or it is told elsewhere."""
    assert "Социальный кодекс" not in "".join(paragraphs(status, None))
