"""Other help in words: each id of the rules has its text, and every family's screens fit a small phone."""

import json
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple, cast

import pytest

from bot.texts import Language, Texts, texts
from bot.wording.one_help import DECIDES, SAID_OTHERWISE, one_help
from bot.wording.other_help import (
    MOST_LINES,
    ON_PAGE,
    Short,
    all_help,
    name_of_help,
    other_help_in_short,
    page_of,
    places_offered,
)
from bot.wording.phrases import plain
from handlers.replies import LONGEST_MESSAGE
from rules.other_help import KINDS, Begins, Counted, Fact, Lacks, Lasts, Open, OtherHelpRecord, PaperId, Since, Where
from rules.record import Record
from rules.sources import Grade
from tests.rules.law_cases import law_cases, outcome_of

CASES = Path(__file__).parents[2] / "rules" / "cases"
BOTH_LANGUAGES = pytest.mark.parametrize("language", list(Language))


class Told(NamedTuple):
    """A family of a law case, with its other help as a frozen record has it."""

    sentence: str
    record: Record
    found: OtherHelpRecord

    @property
    def today(self) -> date:
        """The day of its result."""
        return date.fromisoformat(self.record["on"])


@cache
def families() -> tuple[Told, ...]:
    """Return the families by which other help is tried."""
    return tuple(_read())


def _read() -> Iterator[Told]:
    for path in sorted(CASES.glob("other_help_*.toml")):
        for case in law_cases(path):
            record = outcome_of(case)
            if "error" not in record:
                found = json.loads(json.dumps(record.pop("other_help")))
                yield Told(case.sentence, cast("Record", record), found)


def family(sentence: str) -> Told:
    """Return the family of one case."""
    return next(one for one in families() if one.sentence == sentence)


def in_short(words: Texts, told: Told) -> Short:
    return other_help_in_short(words, told.record, told.found, str, told.today)


def ids() -> list[str]:
    """Return the id of every text that some word of the rules asks for."""
    return [
        *(f"help-{kind.id}" for kind in KINDS),
        *(f"help-fact-{fact}" for fact in Fact),
        *(f"help-lacks-{lack}" for lack in Lacks),
        *(f"help-open-{one}" for one in Open),
        *(f"help-begins-{one}" for one in Begins if one != Begins.LOCAL_RULES),
        *(f"help-lasts-{one}" for one in Lasts if one not in SAID_OTHERWISE),
        *(f"help-where-{place}" for place in Where),
        *(f"help-term-{event}" for event in Since),
        *(f"help-paper-{paper}" for paper in PaperId),
        *(f"help-income-{one}" for one in Counted),
        *(f"help-grade-{grade}" if grade.is_firm else f"grade-{grade}" for grade in Grade),
    ]


@BOTH_LANGUAGES
@pytest.mark.parametrize("name", ids())
def test_every_word_of_the_rules_has_its_text(name: str, language: Language) -> None:
    assert name in texts(language)


@BOTH_LANGUAGES
def test_no_two_kinds_are_called_alike(language: Language) -> None:
    names = [name_of_help(texts(language), kind.id) for kind in KINDS]
    assert len(set(names)) == len(names)


@BOTH_LANGUAGES
def test_the_first_screen_of_every_family_has_six_lines_at_most(language: Language) -> None:
    for told in families():
        short = in_short(texts(language), told)
        lines = [*short.opening, *short.lines, *short.closing]
        assert 0 < len(lines) <= MOST_LINES, told.sentence
        assert all("\n" not in line for line in lines)
        assert len(short.lines) == len(short.places)


@BOTH_LANGUAGES
def test_what_is_due_stands_first_and_is_never_left_out_for_what_may_be(language: Language) -> None:
    for told in families():
        short, standings = in_short(texts(language), told), [one["standing"] for one in told.found["help"]]
        shown = [standings[place] for place in short.places]
        assert shown == sorted(shown, key=("due", "may_be_due", "near").index), told.sentence
        left_out = standings.count("due") - shown.count("due")
        assert left_out == 0 or len(shown) - shown.count("due") <= len({"may_be_due", "near"}), told.sentence


def test_what_is_received_is_on_no_line_and_named_at_the_end_of_the_list() -> None:
    words = texts(Language.RU)
    for told in families():
        pages = all_help(words, told.found, str)
        received = {one["help"] for one in told.found["help"] if one["already_received"]}
        places = [place for page in pages for place in page.places]
        assert places == places_offered(told.found), told.sentence
        assert all(not told.found["help"][place]["already_received"] for place in places)
        assert all(name_of_help(words, kind) in pages[-1].lines[-1] for kind in received)


@BOTH_LANGUAGES
def test_every_page_of_every_family_fits_and_goes_on_where_the_last_one_ended(language: Language) -> None:
    for told in families():
        at = 1
        for number, page in enumerate(all_help(texts(language), told.found, str)):
            assert len("\n".join(page.lines)) <= LONGEST_MESSAGE
            assert len(page.places) <= ON_PAGE
            assert page.first == at
            assert {page_of(told.found, place) for place in page.places} <= {number}
            at += len(page.places)


@BOTH_LANGUAGES
def test_every_kind_of_every_family_can_be_opened_and_says_where_and_on_what_it_rests(language: Language) -> None:
    words = texts(language)
    start = {name: words.say(name, **{value: "\n"}).partition("\n")[0] for name, value in STARTS}
    for told in families():
        for place in places_offered(told.found):
            text = "\n\n".join(one_help(words, told.found, place, str))
            assert len(text) <= LONGEST_MESSAGE
            assert all(begins in text for begins in start.values()), told.sentence
            assert "None" not in text


STARTS = (("help-where", "places"), ("help-source", "source"))


def test_a_sum_is_that_of_the_record() -> None:
    told, words = family("a child under seven gets 1.61 minimums whatever its group"), texts(Language.RU)
    due = [one for one in told.found["help"] if one["standing"] == "due"]
    short = in_short(words, told)
    for line, one in zip(short.lines, due, strict=False):
        assert one["amount_tenge"] is not None
        assert words.money(one["amount_tenge"]["high"]) in line
    totals = told.found["totals"]
    assert totals["with_other_tenge"] is not None
    assert words.money(totals["with_other_tenge"]["high"]) in short.closing[0]


def test_where_a_part_of_the_total_is_not_known_no_total_is_named() -> None:
    told = family("in 2027 the index is not known, and no sum is named")
    assert told.found["totals"]["other_tenge"] is None
    assert in_short(texts(Language.RU), told).closing == []


@BOTH_LANGUAGES
def test_of_two_children_each_has_the_own_sum(language: Language) -> None:
    told, words = family("for two such children the parent gets it twice"), texts(language)
    place = next(at for at, one in enumerate(told.found["help"]) if one["help"] == "disabled-child-parent-allowance")
    text = plain("\n\n".join(one_help(words, told.found, place, str)))
    claims = told.found["help"][place]["claims"]
    assert len(claims) > 1
    for claim in claims:
        assert claim["amount_tenge"] is not None
        amount = words.money(claim["amount_tenge"]["high"])
        assert words.say("help-of-one", people="; ".join(claim["of"]), amount=amount) in text


@BOTH_LANGUAGES
def test_one_kind_for_two_people_apart_says_whom_each_line_is_about(language: Language) -> None:
    words, found = texts(language), deepcopy(family("a child under seven gets 1.61 minimums whatever its group").found)
    first = next(one for one in found["help"] if one["help"] == "child-disability-allowance")
    found["help"].append({**first, "claims": [{**first["claims"][0], "of": ["daughter"]}]})
    lines = "\n".join(line for page in all_help(words, found, str) for line in page.lines)
    name = name_of_help(words, first["help"])
    for people in (*first["claims"][0]["of"], "daughter"):
        assert words.say("help-name-of", name=name, people=people) in lines
    other = name_of_help(words, "disabled-child-parent-allowance")
    assert words.say("help-name-of", name=other, people=first["claims"][0]["of"][0]) not in lines


@BOTH_LANGUAGES
def test_the_fund_decides_and_is_no_place_to_go_to(language: Language) -> None:
    told, words = family("the maternity payment rests on the insured income, and on the sick list"), texts(language)
    place = next(at for at, one in enumerate(told.found["help"]) if one["help"] == "maternity-social-payment")
    where = words.say("help-where", places=words.say("help-where-state-corporation"))
    assert f"{where} {words.say(f'help-where-{DECIDES}')}" in "\n".join(one_help(words, told.found, place, str))


@BOTH_LANGUAGES
def test_what_a_stored_result_lacks_by_a_word_that_went_sends_to_who_knows(language: Language) -> None:
    words, found = texts(language), deepcopy(family("a family that is registered nowhere misses housing aid").found)
    place = next(at for at, one in enumerate(found["help"]) if one["help"] == "housing-aid")
    for gone in ("only-dwelling", "group-1"):
        found["help"][place]["missed"] = {"by": gone, "number": None, "on": None}
        assert words.say("help-is-near", lack=words.say("help-ask")) in one_help(words, found, place, str)[0]


@BOTH_LANGUAGES
def test_under_a_law_of_which_nothing_else_is_known_it_says_where_to_ask(language: Language) -> None:
    told, words = family("under the law before the Social Code no birth grant is known"), texts(language)
    short = in_short(words, told)
    assert [*short.opening, *short.lines, *short.closing] == [words.say("help-nothing-due"), words.say("help-ask")]


@BOTH_LANGUAGES
def test_of_a_quarter_that_is_over_it_says_so_first(language: Language) -> None:
    told, words = families()[0], texts(language)
    later = told.today.replace(year=told.today.year + 1)
    short = other_help_in_short(words, told.record, told.found, str, later)
    assert short.opening[0] == words.say("result-past", quarter=words.quarter(told.record["quarter"]))
    assert len(short.opening) + len(short.lines) + len(short.closing) <= MOST_LINES
