"""Both sides of an application, from its opening to the renewal, in the browser: the clock is moved on the desk."""

import calendar
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Page, expect

from tests.browser.desk import Desk
from tests.browser.families import A_COUPLE_IN_KAZAKH, A_COUPLE_IN_RUSSIAN
from tests.browser.phone import ANSWER_MS, DESKTOP, Phone, Watch
from tests.person_api import Step
from tests.running import Prepared

pytestmark = pytest.mark.browser

NBSP: Final = "\N{NO-BREAK SPACE}"
DAY: Final = timedelta(days=1)


@dataclass(frozen=True)
class Words:
    """What the two sides read and press in one language."""

    code: str
    language: str
    answers: tuple[Step, ...]
    calculate: str
    result: str
    ask_to_join: str
    join: str
    joined: str
    visit: str
    at_home: str
    hears_at_home: str
    evening: str
    hours: str
    did_they_come: str
    nobody_came: str
    hears_nobody: str
    overdue: str
    moved: str
    need: str
    assigned: str
    apply_again: str
    check_answers: str
    one_by_one: tuple[str, ...]
    which_answer: str
    question_region: str
    paid_out: str


KAZAKH: Final = Words(
    code="kk",
    language="Қазақша",
    answers=A_COUPLE_IN_KAZAKH,
    calculate="Есептеу",
    result="атаулы көмек тиесілі",
    ask_to_join="хабар аласыз ба",
    join="Иә, хабар аламын",
    joined="хабарлап тұрады",
    visit="Комиссия келеді",
    at_home="Үйде боламыз",
    hears_at_home="үйде болады",
    evening="Ертең",
    hours="Бүгін",
    did_they_come="келді ме",
    nobody_came="Ешкім келмеді",
    hears_nobody="ешкім келмеді деді",
    overdue="мерзімі",
    moved="басқа уақытта келеді",
    need="«қажеттілік бар»",
    assigned="тағайында",
    apply_again="төлем тоқтайды",
    check_answers="Жауаптарды тексеру",
    one_by_one=(),
    which_answer="Қай жауапты",
    question_region="Қай өңірде",
    paid_out="төлем мерзімі бітті",
)
RUSSIAN: Final = Words(
    code="ru",
    language="Русский",
    answers=A_COUPLE_IN_RUSSIAN,
    calculate="Посчитать",
    result="По расчёту положена",
    ask_to_join="Сообщать вам",
    join="Да, сообщать",
    joined="будет сообщать",
    visit="Придёт комиссия",
    at_home="Будем дома",
    hears_at_home="будет дома",
    evening="Завтра",
    hours="Сегодня",
    did_they_come="Она пришла?",
    nobody_came="Никто не пришёл",
    hears_nobody="никто не пришёл",
    overdue="закончился",
    moved="в другое время",
    need="«необходимость есть»",
    assigned="назначен",
    apply_again="выплата прекратится",
    check_answers="Проверить ответы",
    one_by_one=("Проверить по одному", "Изменилось"),
    which_answer="Что изменилось?",
    question_region="В каком регионе",
    paid_out="срок выплаты закончился",
)


def tomorrow(desk: Desk) -> None:
    """Begin on the next morning, whatever the hour of the test: by night notices would wait."""
    desk.goes_to_tomorrow_morning()


def near_the_quarters_end(desk: Desk) -> None:
    """Begin late in a quarter, so that the visit, the decision and the payment come in the next one."""
    day = desk.today() + DAY
    while day.month % 3 or day.day != 20:
        day += DAY
    desk.goes_to_day(day, "09:00")


def paid_until(today: date) -> date:
    """Return the end of the quarter of a day, of the next one when that is a matter of days."""
    month = ((today + timedelta(days=5)).month + 2) // 3 * 3
    year = (today + timedelta(days=5)).year
    return date(year, month, calendar.monthrange(year, month)[1])


@pytest.mark.parametrize(
    ("words", "begins"), [(KAZAKH, tomorrow), (RUSSIAN, near_the_quarters_end)], ids=["kazakh", "russian"]
)
def test_an_application_is_played_from_its_opening_to_the_renewal(
    page: Page, watch: Watch, tmp_path: Path, words: Words, begins: Callable[[Desk], None]
) -> None:
    """Nobody comes, the term passes, then they come; the decision; three days before the end the answers again."""
    page.set_viewport_size(DESKTOP)
    with Prepared(tmp_path) as komek:
        elsewhere = page.context.new_page()
        elsewhere.goto(f"{komek.address}/")
        family = Watch(elsewhere)
        page.goto(f"{komek.address}/desk?lang={words.code}")
        desk = Desk(page)
        begins(desk)
        phone = Phone.of_newcomer(elsewhere, "Айгүл", words.language)
        phone.goes(*words.answers)
        phone.presses(words.calculate).sees(words.result)

        opens_and_joins(desk, phone, words)
        a_visit_to_which_nobody_comes(desk, phone, words)
        a_visit_that_is_held(desk, phone, words)
        until = a_decision(desk, phone, words)
        the_renewal(desk, phone, words, until)
        assert watch.complaints == family.complaints == []
        assert watch.strangers(komek.address) == family.strangers(komek.address) == []


def opens_and_joins(desk: Desk, phone: Phone, words: Words) -> None:
    """Open a case; the family follows it by its link."""
    desk.opens_a_case()
    desk.joins(phone, "Айгүл")
    phone.sees(words.ask_to_join).presses(words.join).sees(words.joined)


def a_visit_to_which_nobody_comes(desk: Desk, phone: Phone, words: Words) -> None:
    """Announced, confirmed, reminded of twice; nobody comes, and the term of the examination passes."""
    desk.sends_a_visit(starts_at_day=desk.today() + 2 * DAY)
    phone.sees(words.visit).goes(("presses", words.at_home))
    desk.hears("visit_confirmed", words.hears_at_home)
    desk.goes_to("stopEvening").has_told("visit-reminder-evening", phone, words.evening)
    desk.is_shot_once(f"20-desk-evening-{words.code}")
    phone.is_shot(f"21-reminded-{words.code}")
    desk.goes_to("stopHours").has_told("visit-reminder-hours", phone, words.hours)
    desk.goes_to("stopPassed").has_told("visit-window-passed", phone, words.did_they_come)
    phone.goes(("presses", words.nobody_came))  # read before the clock goes on: else the next notice comes first
    desk.hears("nobody_came", words.hears_nobody)
    desk.goes_to("stopOverdue").has_told("examination-overdue", phone, words.overdue)
    phone.is_shot(f"22-overdue-{words.code}")


def a_visit_that_is_held(desk: Desk, phone: Phone, words: Words) -> None:
    """Moved to the next day, and held there."""
    desk.sends_a_visit(starts_at_day=desk.today() + DAY)
    phone.sees(words.moved)
    desk.goes_to("stopBegun").holds("need")
    desk.has_told("visit-held-need", phone, words.need)


def a_decision(desk: Desk, phone: Phone, words: Words) -> date:
    """Assigned, to the end of a quarter; return that day."""
    today = desk.today()
    until = paid_until(today)
    desk.decides(
        "assigned",
        assistance="unconditional",
        monthly_tenge="61500",
        supplement_tenge="6488",
        paid_from=today.replace(day=1).isoformat(),
        paid_until=until.isoformat(),
    )
    desk.has_told("case-assigned", phone, f"61{NBSP}500{NBSP}₸")
    phone.sees(words.assigned).is_shot(f"23-decision-{words.code}")
    desk.is_shot(f"24-desk-decided-{words.code}")
    return until


def the_renewal(desk: Desk, phone: Phone, words: Words, until: date) -> None:
    """Three days before the end: the reminder, the saved answers, of an earlier quarter line by line; then the case."""
    desk.goes_to("stopRenewal").has_told("renewal-reminder", phone, words.apply_again)
    assert desk.today() == until - 3 * DAY
    phone.is_shot(f"25-renewal-{words.code}")
    phone.presses(words.check_answers, *words.one_by_one).sees(words.which_answer)
    phone.is_shot(f"26-answers-again-{words.code}")
    phone.presses("1").sees(words.question_region)
    desk.goes_to("stopQuarter")
    phone.commands("case").sees(words.paid_out)
    desk.goes_back_to_the_real_time()
    phone.commands("menu").commands("check")
    expect(phone.last.locator("[data-callback-data]").first).to_be_visible(timeout=ANSWER_MS)
