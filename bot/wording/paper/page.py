"""One page in one language, as the template takes it: every text of it is finished here."""

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from bot.texts import Texts
from bot.texts.formats import read_out
from bot.wording.allowances_and_package import allowances, terms_of_package
from bot.wording.apply_until import apply_by, until_when
from bot.wording.citations import acts_of, how_read
from bot.wording.explanation import steps_to_line
from bot.wording.explanation.step import Telling
from bot.wording.figures import Figures, figures, written
from bot.wording.headline import estimate, headline
from bot.wording.next_steps import next_steps, of_line, of_office
from bot.wording.paper.papers import papers
from bot.wording.phrases import (
    Name,
    applied_on,
    is_estimated,
    is_past,
    kinds,
    likely_line,
    office,
    plain,
    values_of_step,
    within_line,
)
from bot.wording.readings import likely_payment, open_to_the_commission
from rules.income_within_line import Outcome
from rules.parameters import value_of
from rules.readings import Doubt
from rules.record import Record

Json = dict[str, Any]
Row = dict[str, Any]
BOT: Final = "Kömek"
BULLET: Final = "• "


def page(texts: Texts, record: Record, name: Name, number: str, today: date) -> Json:
    """Return what stands on the page of a result with that number."""
    found = figures(record)
    months = texts.base_months(record["base_months"])
    return {
        "language": texts.language.value,
        "bot": BOT,
        "title": texts.say("paper-title"),
        "place": _place(texts, record, number),
        "scan": texts.say("paper-scan"),
        "result": _result(texts, record, name, today),
        "headings": {
            "family": texts.say("paper-family", members=found.members),
            "income": texts.say("paper-income", base_months=months),
            "calculation": texts.say("paper-calculation"),
            "until": texts.say("paper-doors" if record["outcome"] == Outcome.REFUSED else "paper-until"),
            **{place: texts.say(f"paper-{place}") for place in ("papers", "where", "children", "beside")},
        },
        "family": _family(texts, record, name, today),
        "income": list(_income(texts, record)),
        "not-income": _not_income(texts, record),
        "calculation": list(_calculation(texts, record, found)),
        "rounded": [texts.say("paper-rounded")] if found.is_rounded else [],
        "until": until_when(texts, record, found, today) or _doors(texts, record, today, name),
        "papers": papers(texts, record),
        "papers-source": [texts.say("paper-papers-source")],
        "where": _where(texts, record),
        "children": _children(texts, record, name),
        "beside": [plain(told) for told in allowances(texts, record)],  # other help goes here as well
        "estimate": [plain(told) for told in (of_office(texts, record), *of_line(texts, record))],
        "sources": _sources(texts, record),
    }


def _place(texts: Texts, record: Record, number: str) -> list[str]:
    on = applied_on(record)
    quarter = texts.quarter(record["quarter"])
    return [
        texts.say("paper-place", region=texts.region(record["region"], on), quarter=quarter),
        texts.say("paper-made", date=texts.day(on)),
        texts.say("paper-number", number=read_out(number)),
    ]


def _result(texts: Texts, record: Record, name: Name, today: date) -> list[str]:
    """Return the result as the chat says it, without what stands elsewhere on the page."""
    elsewhere = {*allowances(texts, record), *apply_by(texts, record, today)}
    told = [each for each in headline(texts, record, today, name).split("\n\n") if each not in elsewhere]
    lines = [line for paragraph in told for line in paragraph.split("\n") if line != estimate(texts, record)]
    return [plain(line).lstrip("✅⚠️ ") for line in lines]  # signs in colour are no help on paper


def _family(texts: Texts, record: Record, name: Name, today: date) -> list[str]:
    step = next(step for step in record["steps"] if step["step"] == "who_counts")
    _, *members = steps_to_line.who_counts(Telling(texts, record, name, today, step["values"], step["passed"]))
    return [plain(member).removeprefix(BULLET) for member in members]


def _income(texts: Texts, record: Record) -> Iterator[Row]:
    values = values_of_step(record, "income") or {"kinds": []}
    if not values["kinds"]:
        yield {"label": texts.say("paper-no-income"), "figure": texts.money(0)}
    for kind in values["kinds"]:
        tenge = written(texts, (kind["low_tenge"], kind["high_tenge"]))
        yield {"label": _capital(texts.say(f"kind-{kind['kind']}")), "figure": tenge}


def _not_income(texts: Texts, record: Record) -> list[str]:
    """Return what is not counted, and what the commission decides, in the words of the chat."""
    left_out = [found["kind"] for found in (values_of_step(record, "income") or {}).get("left_out", [])]
    is_open = open_to_the_commission(record, Doubt.INCOME)
    return [
        *([texts.say("why-income-left-out", kinds=kinds(texts, left_out))] if left_out else []),
        *([texts.say("why-income-open", kinds=kinds(texts, is_open))] if is_open else []),
    ]


def _calculation(texts: Texts, record: Record, found: Figures) -> Iterator[Row]:
    estimate = "-estimate" if is_estimated(record) else ""
    yield _row(texts, "income", written(texts, found.income))
    yield _row(texts, "per-person", written(texts, found.per_person))
    yield _row(texts, f"line{estimate}", written(texts, found.line))
    if found.difference is not None:
        side = "difference" if found.is_below else "above"
        yield _row(texts, side, written(texts, found.difference), is_sum=not found.is_below)
    if found.assistance is not None:
        product = texts.say("paper-row-assistance", members=found.members)
        label = product if found.is_product else texts.say("paper-row-assistance-open")
        yield {"label": label, "figure": written(texts, found.assistance)}
    if found.supplement is not None:
        yield _row(texts, "supplement", written(texts, found.supplement))
    if found.together is not None:
        yield _row(texts, "month", written(texts, found.together), is_sum=True)
    if found.assistance is not None and (likely := likely_payment(record)) is not None:
        label = texts.say("paper-row-likely", line=likely_line(texts, record))
        yield {"label": label, "figure": texts.money(likely)}
    if found.total is not None:
        label = texts.say("paper-row-total", months=record["months"])
        yield {"label": label, "figure": written(texts, found.total), "is-sum": True}


def _row(texts: Texts, name: str, figure: str, *, is_sum: bool = False) -> Row:
    return {"label": texts.say(f"paper-row-{name}"), "figure": figure, "is-sum": is_sum}


def _doors(texts: Texts, record: Record, today: date, name: Name) -> list[str]:
    if is_past(record, today) or record["outcome"] != Outcome.REFUSED:
        return []
    return [plain(told) for told in next_steps(texts, record, today, name)]


def _where(texts: Texts, record: Record) -> list[str]:
    terms = {
        "visit_days": "commission_examination_term",
        "days": "service_term_career_centre",
        "village_days": "service_term_rural_akim",
    }
    days = {name: int(value_of(term, applied_on(record)).value) for name, term in terms.items()}
    to = texts.say("paper-where-to", office_to=office(texts, record, ".to"))
    return [to, texts.say("paper-where-then", **days)]


def _children(texts: Texts, record: Record, name: Name) -> list[str]:
    """Return on what the packages depend, then each once, with the children who have it."""
    alike: dict[tuple[str, ...], list[str]] = {}
    for child in record["children"]:
        if child["package"]:
            alike.setdefault(tuple(child["package"]), []).append(plain(name(child["label"])))
    told = [
        texts.say("paper-package", children=_in_line(children), items="; ".join(_items(texts, package)))
        for package, children in alike.items()
    ]
    return [*map(plain, terms_of_package(texts, record)), *told]


def _in_line(people: list[str]) -> str:
    first, *others = people
    return "; ".join([first, *map(within_line, others)])


def _items(texts: Texts, package: tuple[str, ...]) -> list[str]:
    return [texts.say(f"package-{item}").removeprefix(BULLET) for item in package]


def _sources(texts: Texts, record: Record) -> list[str]:
    """Return the acts with their articles, how the law was read, and what nobody has checked."""
    acts = texts.say("paper-sources", sources="; ".join(acts_of(texts, record)))
    return [" ".join([acts, *how_read(texts, record)])]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
