"""What the officer and the family read and press when a job offer is played, in each language."""

from dataclasses import dataclass
from typing import Final

from tests.browser.families import A_COUPLE_IN_KAZAKH, A_COUPLE_IN_RUSSIAN
from tests.person_api import Step


@dataclass(frozen=True)
class Words:
    """What the two sides read and press in one language."""

    code: str
    language: str
    greeting: tuple[str, str]
    answers: tuple[Step, ...]
    calculate: str
    result: str
    ask_to_join: str
    join: str
    joined: str
    offered: str
    bill: str
    if_taken: str
    if_refused: str
    back: str
    accept: str
    accept_sure: str
    accept_yes: str
    accepted: str
    calendar: str
    acknowledged: str
    refuse: str
    price: str
    refuse_anyway: str
    refuse_sure: str
    refuse_yes: str
    refused: str
    take_back: str
    open_again: str
    cannot: str
    which_reason: str
    long_illness: str
    one_file: str
    two_files: str
    send: str
    sent: str
    excused: str
    two_days: str
    a_day: str
    three_hours: str
    no_answer: str
    extended: str
    for_whom: str
    no_offers: str
    of_another: str
    another_accepted: str
    another_took_back: str
    outdated: str
    hears_accepted: str
    hears_taken_back: str
    hears_no_answer: str


KAZAKH: Final = Words(
    code="kk",
    language="Қазақша",
    greeting=("Қазақша", "Рұқсат беремін"),
    answers=A_COUPLE_IN_KAZAKH,
    calculate="Есептеу",
    result="атаулы көмек тиесілі",
    ask_to_join="хабар аласыз ба",
    join="Иә, хабар аламын",
    joined="хабарлап тұрады",
    offered="💼 Ұсыныс: Аспаз көмекшісі",
    bill="Не өзгереді?",
    if_taken="Келіссеңіз",
    if_refused="Бас тартсаңыз, бүкіл отбасыңыз",
    back="Артқа",
    accept="Келісемін",
    accept_sure="Растайсыз ба?",
    accept_yes="Иә, келісемін",
    accepted="Жазылды: «Аспаз көмекшісі» ұсынысына келісім",
    calendar="Күнтізбеге қосу",
    acknowledged="Енді жауапты қайтарып алуға болмайды",
    refuse="Бас тартамын",
    price="Асықпаңыз",
    refuse_anyway="Бәрібір бас тартамын",
    refuse_sure="бас тартасыз. Растайсыз ба?",
    refuse_yes="Иә, бас тартамын",
    refused="ұсынысынан бас тарту",
    take_back="Жауапты қайтарып алу",
    open_again="ұсыныс қайта ашылды",
    cannot="Қатыса алмаймын",
    which_reason="Себебін таңдаңыз",
    long_illness="2 айдан ұзақ ауру",
    one_file="Сақталған файлдар: 1 / 5",
    two_files="Сақталған файлдар: 2 / 5",
    send="Жіберу",
    sent="деген жауап",
    excused="Себеп дәлелді деп танылды",
    two_days="2 күн қалды",
    a_day="24 сағат қалды",
    three_hours="3 сағат қалды",
    no_answer="«жауап жоқ» деп жазылды",
    extended="Жауап мерзімі ұзартылды",
    for_whom="Кім қатысады: Ерлан",
    no_offers="Әзірге ұсыныс жоқ",
    of_another="енді жауапты сол адам береді",
    another_accepted="Айгүл «Аспаз көмекшісі» ұсынысына келісті",
    another_took_back="Нұрлан «Аспаз көмекшісі» ұсынысына берілген жауапты қайтарып алды",
    outdated="ұсыныс содан бері өзгерді",
    hears_accepted="келісті",
    hears_taken_back="жауабын қайтарып алды",
    hears_no_answer="мерзімінде жауап болған жоқ",
)
RUSSIAN: Final = Words(
    code="ru",
    language="Русский",
    greeting=("Русский", "Разрешаю"),
    answers=A_COUPLE_IN_RUSSIAN,
    calculate="Посчитать",
    result="По расчёту положена",
    ask_to_join="Сообщать вам",
    join="Да, сообщать",
    joined="будет сообщать",
    offered="💼 Предложение: Помощник повара",
    bill="Что изменится?",
    if_taken="Если согласиться",
    if_refused="Если отказаться, вся семья",
    back="Назад",
    accept="Согласиться",
    accept_sure="Подтверждаете?",
    accept_yes="Да, соглашаюсь",
    accepted="Записано: согласие на предложение «Помощник повара»",
    calendar="Добавить в календарь",
    acknowledged="Отозвать его уже нельзя",
    refuse="Отказаться",
    price="Не спешите",
    refuse_anyway="Всё равно отказаться",
    refuse_sure="отказываетесь от предложения",
    refuse_yes="Да, отказываюсь",
    refused="Записано: отказ от предложения",
    take_back="Отозвать ответ",
    open_again="предложение снова открыто",
    cannot="Не могу",
    which_reason="Выберите причину",
    long_illness="Болею дольше 2 месяцев",
    one_file="Сохранено файлов: 1.",
    two_files="Сохранено файлов: 2.",
    send="Отправить",
    sent="«не могу» на предложение",
    excused="ричину признали уважительной",
    two_days="осталось: 2 дня",
    a_day="осталось: 24 часа",
    three_hours="осталось: 3 часа",
    no_answer="Записано «нет ответа», а не «отказ»",
    extended="Срок ответа продлён",
    for_whom="Кто участвует: Ерлан",
    no_offers="Предложений пока нет",
    of_another="отвечает тот, кому его сделали",
    another_accepted="Айгүл соглашается на предложение «Помощник повара»",
    another_took_back="Нұрлан отзывает ответ на предложение «Помощник повара»",
    outdated="предложение с тех пор изменилось",
    hears_accepted="соглашается",
    hears_taken_back="отзывает ответ",
    hears_no_answer="нет ответа в срок",
)
