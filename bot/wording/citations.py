"""On what a step rests: one line for each act, and a sentence where it was not checked against the act."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Final

from bot.texts import Texts
from bot.wording.phrases import applied_on, steps_of
from rules.income_within_line import Outcome
from rules.parameters import parameters, value_of
from rules.record import Record, StepRecord
from rules.refusals import Ground
from rules.sources import LAW_BEGINS_ON, READ_AS_OF, SOCIAL_CODE_BEGINS_ON, Edition, Grade

Source = Mapping[str, Any]

EDITION_BEGINS_ON: Final = {Edition.E2020: LAW_BEGINS_ON, Edition.E2023: SOCIAL_CODE_BEGINS_ON}
AMENDED_ORDER: Final = "order_160_as_amended"
SUPPLEMENT: Final = "A4"
NEWER_TEXT: Final = {"order_160": AMENDED_ORDER}


def citations(texts: Texts, record: Record, sources: Iterable[Source]) -> list[str]:
    """Return a line for each act of a step, then what nobody has checked."""
    sources = list(sources)
    by_act: dict[str, list[Source]] = {}
    for source in sources:
        by_act.setdefault(source["act"], []).append(source)
    lines = [
        _citation(texts, record, act, of_act) for act, of_act in by_act.items() if NEWER_TEXT.get(act) not in by_act
    ]
    return [*lines, *doubts(texts, sources)]


def acts_of(texts: Texts, record: Record) -> list[str]:
    """Return every act that a result rests on, once, with its articles."""
    by_act: dict[str, set[str]] = {}
    for source in _sources_of(record):
        by_act.setdefault(source["act"], set()).update({source["article"]} - {""})
    return [_act(texts, act, articles) for act, articles in by_act.items() if NEWER_TEXT.get(act) not in by_act]


def how_read(texts: Texts, record: Record) -> list[str]:
    """Return of which day the text of the law is, and which steps rest on what nobody has compared with it."""
    is_of_code = record["edition"] == Edition.E2023
    read = [texts.say("law-read", date=texts.day(READ_AS_OF))] if is_of_code else []
    unsure = (step["step"] for step in _deciding(record) if not all(map(_is_firm, step["sources"])))
    names = ", ".join(dict.fromkeys(texts.say(f"step-name-{_named_as(step)}") for step in unsure))
    return [*read, *([texts.say("law-not-compared", what=names)] if names else [])]


def _is_firm(source: Source) -> bool:
    return Grade(source["grade"]).is_firm


def _named_as(step: str) -> str:
    """Return as which step one is named: the grounds of a refusal have one name."""
    is_ground = step.removesuffix("_without_day") in set(Ground)
    return "no_other_ground" if is_ground else step


def _deciding(record: Record) -> Iterator[StepRecord]:
    is_no = record["outcome"] == Outcome.REFUSED  # then the children's package is told, but decides nothing
    return (step for step in steps_of(record) if not (is_no and step["step"] == "social_package"))


def _sources_of(record: Record) -> Iterator[Source]:
    return (source for step in _deciding(record) for source in step["sources"])


def _act(texts: Texts, act: str, articles: set[str]) -> str:
    named = texts.say(f"act-{act}")
    if not articles:
        return named
    if len(articles) == 1:
        return texts.say("source-article", act=named, article=articles.pop())
    in_order = sorted(articles, key=lambda article: (len(article), article))
    return texts.say("source-articles", act=named, articles=", ".join(in_order))


def source_in_brackets(texts: Texts, source: Source) -> str:
    """Write a source inside a sentence: the act, and its article and clause where they are known."""
    act = texts.say(f"act-{source['act']}")
    if not source["article"]:
        return act
    if not source["clause"]:
        return texts.say("source-article", act=act, article=source["article"])
    return texts.say("source-clause", act=act, article=source["article"], clause=source["clause"])


def _citation(texts: Texts, record: Record, act: str, sources: list[Source]) -> str:
    since = max(_begins_on(source, record) for source in sources)
    values = {"act": texts.say(f"act-{act}"), "since_from": texts.day_from(since)}
    articles = {source["article"] for source in sources}
    clauses = list(dict.fromkeys(source["clause"] for source in sources))
    if articles == {""} or len(articles) > 1:
        return texts.say("why-source-act", **values)
    values["article"] = articles.pop()
    if "" in clauses:
        return texts.say("why-source-article", **values)
    if len(clauses) > 1:
        return texts.say("why-source-clauses", clauses=texts.list_of(clauses), **values)
    return texts.say("why-source", clause=clauses[0], **values)


def _begins_on(source: Source, record: Record) -> date:
    begins = _act_begins_on(source["act"], Edition(record["edition"]))
    if source["provision"] == SUPPLEMENT:
        return max(begins, value_of("child_supplement_multiplier", applied_on(record)).valid_from)
    return begins


def _act_begins_on(act: str, edition: Edition) -> date:
    """Return since when an act holds, also where that is not the beginning of the edition that cites it."""
    if act == AMENDED_ORDER:
        return parameters()["poverty_line_share_of_median_income"].values[0].valid_from
    return LAW_BEGINS_ON if act == "programme_2019" else EDITION_BEGINS_ON[edition]


def doubts(texts: Texts, sources: Iterable[Source]) -> list[str]:
    """Return what nobody has checked of these sources, a sentence for each grade that is not firm."""
    grades = {Grade(source["grade"]) for source in sources}
    partly = "-partly" if any(grade.is_firm for grade in grades) or len(grades) > 1 else ""
    return [texts.say(f"grade-{grade}{partly}") for grade in Grade if grade in grades and not grade.is_firm]
