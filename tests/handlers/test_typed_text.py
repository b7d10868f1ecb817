"""What is typed beside an answer: the words of a button, several answers, a fact told early, a word to a notice."""

from datetime import timedelta

import pytest

from bot.texts import Language
from handlers.language_typed import other_language
from handlers.own_words import is_own
from handlers.ticks_typed import household_typed
from tests.chat import Telegram
from tests.handlers.authority import WINDOW, Authority, at
from tests.handlers.client import TICK, Client
from tests.handlers.families import at_first_question, at_the_result, at_the_review

BOTH_LANGUAGES = pytest.mark.parametrize("language", list(Language))


# The words of a button


@BOTH_LANGUAGES
async def test_the_words_of_a_button_do_what_the_button_does(telegram: Telegram, language: Language) -> None:
    client = await at_first_question(telegram, language)
    await client.citizens_in()
    await client.says(client.caption("back"))
    client.is_asked("status")
    await client.says(client.caption("status-all"))
    await client.says(client.caption("household-spouse"))
    assert TICK + client.caption("household-spouse") in client.last.buttons
    await client.says(client.caption("done"))
    assert (await client.answers())["household"] == ["spouse"]


@BOTH_LANGUAGES
async def test_the_whole_way_from_the_review_can_be_typed(telegram: Telegram, language: Language) -> None:
    client = await at_the_review(telegram, language)
    await client.says(client.caption("edit-money"))
    client.reads("edit-choose")
    await client.says(client.caption("review"))
    await client.says(client.caption("calculate").lower())
    assert client.caption("why") in client.last.buttons
    await client.says(client.caption("why"))
    assert client.caption("result") in client.last.buttons


async def test_done_typed_without_a_tick_says_how_to_answer(beginner: Client) -> None:
    await beginner.citizens_in()
    await beginner.says(beginner.caption("done"))
    beginner.is_hinted("hint-tick-or-none")
    assert "household" not in await beginner.answers()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("шабашка", "casual"),
        ("маусымдық жұмыс", "casual"),
        ("декретте отырмын", "with_baby"),
        ("v dekrete", "with_baby"),
        ("домохозяйка", "none"),
        ("зейнеткермін", "pensioner"),
        ("безработный", "unemployed"),
        ("тұрақ", "employed"),
    ],
)
async def test_what_somebody_does_may_be_said_in_their_own_words(beginner: Client, typed: str, kept: str) -> None:
    await beginner.citizens_in()
    await beginner.ticks("household", "children")
    await beginner.says("1")
    await beginner.says(typed)
    assert (await beginner.answers())["activity:self"] == kept


@pytest.mark.parametrize("typed", ["студент емеспін", "не работаю и не учусь", "әртүрлі"])
async def test_a_word_that_is_denied_or_unknown_is_no_answer(beginner: Client, typed: str) -> None:
    await beginner.citizens_in()
    await beginner.ticks("household")
    await beginner.says(typed)
    assert "activity:self" not in await beginner.answers()


@BOTH_LANGUAGES
async def test_yes_and_no_are_answers_wherever_they_mean_one_thing(telegram: Telegram, language: Language) -> None:
    yes, no = {"kk": ("иә", "жоқ"), "ru": ("да", "нет")}[language]
    client = await at_first_question(telegram, language)
    await client.region()
    await client.says(yes)
    assert (await client.answers())["status"] == "all"
    await client.says(no)
    assert (await client.answers())["household"] == []
    await client.taps("activity-none")
    await client.ticks("income-kinds", "alimony")
    await client.says({"kk": "әр түрлі", "ru": "по-разному"}[language])
    assert (await client.answers())["amount:alimony.self"] == "differs"


async def test_three_sums_in_a_row_are_led_to_the_button_that_asks_month_by_month(beginner: Client) -> None:
    await beginner.citizens_in()
    await beginner.ticks("household")
    await beginner.taps("activity-casual")
    await beginner.ticks("income-kinds", "casual_work")
    await beginner.says("40 50 және 30")
    beginner.is_hinted("hint-money-months")
    assert beginner.caption("differs") in beginner.last.buttons


async def test_a_no_where_something_is_ticked_is_no_answer(beginner: Client) -> None:
    await beginner.citizens_in()
    await beginner.taps("household-spouse")
    await beginner.says("жоқ")
    assert "household" not in await beginner.answers()


async def test_how_much_at_the_review_says_to_calculate(reviewer: Client) -> None:
    await reviewer.says("көмек қанша?")
    reviewer.reads("topic-how_much-now")


# Several answers


async def test_several_answers_are_ticked_by_their_words_and_confirmed(beginner: Client) -> None:
    await beginner.citizens_in()
    await beginner.ticks("household")
    await beginner.taps("activity-employed")
    await beginner.says("жалақы, алим и зейнетақы")
    for kind in ("wage", "alimony", "pension"):
        assert TICK + beginner.caption(f"income-kinds-{kind}") in beginner.last.buttons
    assert "income-kinds" not in await beginner.answers()
    await beginner.taps("done")
    assert (await beginner.answers())["income-kinds"] == ["wage", "pension", "alimony"]


@pytest.mark.parametrize(
    ("typed", "who"),
    [
        ("күйеуім және 4 балам", ["spouse", "children"]),
        ("menin 4 balam bar", ["children"]),
        ("муж, трое детей и свекровь", ["spouse", "children", "husbands_mother"]),
        ("со свекром и свекровью", ["husbands_mother", "husbands_father"]),
        ("енем мен балаларым", ["children", "husbands_mother"]),
        ("мама", ["mother"]),
        ("мужа нет", []),
        ("балам бөлек тұрады", []),
        ("көмек керек", []),
    ],
)
def test_who_lives_with_somebody_is_read_from_their_own_words(typed: str, who: list[str]) -> None:
    assert household_typed(typed) == who


async def test_who_lives_with_somebody_may_be_told_before_it_is_asked(beginner: Client) -> None:
    await beginner.says("4 балам бар")
    words = beginner.words
    assert words.say("told-early", answer="балаларым") in beginner.last.text
    assert words.say("topic-back", section=words.say("section-family")) in beginner.last.text
    await beginner.citizens_in()
    assert TICK + beginner.caption("household-children") in beginner.last.buttons
    await beginner.taps("done")
    beginner.is_asked("people-child")


# Another language, own words


@pytest.mark.parametrize(
    ("typed", "spoken", "other"),
    [
        ("у меня трое детей, что мне нажать", Language.KK, Language.RU),
        ("менің балам бар, қалай", Language.RU, Language.KK),
        ("мне керек", Language.KK, None),
        ("150 000", Language.KK, None),
        ("не істеймін", Language.RU, Language.KK),
        ("не", Language.KK, None),
    ],
)
def test_the_other_language_is_offered_only_where_it_is_surely_that(
    typed: str, spoken: Language, other: Language | None
) -> None:
    assert other_language(typed, spoken) is other


async def test_whoever_writes_in_the_other_language_can_switch_with_one_press(beginner: Client) -> None:
    await beginner.says("я не понимаю что это")
    assert beginner.last.buttons[-1] == "Русский"
    await beginner.taps("language-ru")
    beginner.language = Language.RU
    beginner.is_asked("region")


@BOTH_LANGUAGES
async def test_a_text_of_the_bot_that_is_pasted_is_recognised(telegram: Telegram, language: Language) -> None:
    client = await at_the_result(telegram, language)
    own = client.last.text
    await client.says(own)
    client.reads("pasted-own")
    assert is_own(own)
    assert not is_own(f"{own} Кодты жіберіңіз: SMS код керек")
    assert not is_own(f"{own} Позвоните +7 701 123 45 67")
    assert not is_own(
        f"{own[:60]} Приходите с деньгами к нашему сотруднику, он всё оформит за вас сегодня без очереди, адрес скажет"
    )
    assert not is_own("Сізге 45 000 теңге тағайындалды, өтінішіңіз қабылданды, бізге хабарласыңыз")


async def test_the_menu_tells_how_to_find_out_who_has_written(reviewer: Client) -> None:
    await reviewer.says("/menu")
    await reviewer.taps("menu-fraud")
    reviewer.reads("fraud-check")


# A word to a notice


@pytest.fixture
async def visited(authority: Authority, member: Client) -> Client:
    """Somebody who has just been told when the commission comes."""
    await authority.schedules(at(14, 10))
    await authority.is_delivered()
    return member


async def test_yes_below_a_visit_confirms_the_visit_and_leaves_the_interview_where_it_was(
    authority: Authority, visited: Client
) -> None:
    """It was once taken for an answer of the interview, and the commission learnt nothing."""
    await visited.says("иә, үйде боламыз")
    visited.reads("answer-home", **WINDOW)
    visited.telegram.clock.passes(timedelta(minutes=5))
    await authority.schedules(at(16, 10), kind="rescheduled")
    await authority.is_delivered()
    await visited.says("иә")
    visited.reads("answer-home", **{**WINDOW, "date": "16 мамыр"})
    assert ("visit_confirmed", {"visit_id": "v1", "person": "p1"}) in await authority.learns()


@pytest.mark.parametrize(
    "typed", ["үйде болу керек пе?", "дома обязательно быть", "үйде болмаймыз", "дома никого не будет"]
)
async def test_what_only_speaks_of_home_confirms_no_visit(authority: Authority, visited: Client, typed: str) -> None:
    await visited.says(typed)
    visited.reads("notice-answer-below")
    assert [kind for kind, _ in await authority.learns() if kind.startswith("visit")] == []


async def test_no_below_a_visit_shows_its_buttons_again_and_refuses_nothing(
    authority: Authority, visited: Client
) -> None:
    notice = visited.last
    await visited.says("жоқ, үйде болмаймыз")
    visited.reads("notice-answer-below")
    assert visited.last.buttons == notice.buttons
    assert [kind for kind, _ in await authority.learns() if kind.startswith("visit")] == []


async def test_an_answer_to_the_question_counts_though_a_notice_came_in_between(
    authority: Authority, member: Client
) -> None:
    await member.says("/check")
    await authority.schedules(at(14, 10))
    await authority.is_delivered()
    await member.says(member.words.region_short("KZ-31"))
    assert (await member.answers())["region"] == "KZ-31"


@BOTH_LANGUAGES
async def test_yes_typed_below_the_question_of_a_link_follows_the_case(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    client = await at_first_question(telegram, language)
    await client.says(f"/start {await authority.link()}")
    await client.says({"kk": "иә", "ru": "да"}[language])
    client.reads("joined")
    assert [kind for kind, _ in await authority.learns()] == ["joined"]


async def test_no_typed_below_the_question_of_a_link_follows_nothing(authority: Authority, beginner: Client) -> None:
    await beginner.says(f"/start {await authority.link()}")
    await beginner.says("жоқ")
    beginner.reads("join-not-now")
    assert await authority.learns() == []


async def test_a_yes_to_the_interview_follows_no_case_that_was_left_unanswered(
    authority: Authority, beginner: Client
) -> None:
    await beginner.says(f"/start {await authority.link()}")
    await beginner.says("/check")
    await beginner.region()
    await beginner.says("иә")
    assert (await beginner.answers())["status"] == "all"
    assert await authority.learns() == []
