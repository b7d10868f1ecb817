"""The first steps: who counts, what the family received, and what the line is."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from bot.texts import Texts, escape
from bot.wording.explanation.step import Telling
from bot.wording.figures import compared
from bot.wording.phrases import (
    applied_on,
    basis_of_line,
    has_no_upper_end,
    is_estimated,
    kinds,
    likely_line,
    line,
    may_be_higher,
    per_person,
    period_of,
    quarter_of,
    share_of_minimum,
)
from bot.wording.readings import open_to_the_commission
from rules.parameters import known_value_of
from rules.readings import Doubt
from rules.record import Record
from rules.regions import COUNTRY

DIGITS: Final = 3  # of a factor
CYRILLIC: Final = re.compile(r"[\u0400-\u04FF]")


def who_counts(step: Telling) -> list[str]:
    """Who counts in the family, and who does not and why."""
    say, name = step.texts.say, step.name
    unsure = open_to_the_commission(step.record, Doubt.MEMBERSHIP)
    return [
        say("why-who_counts", members=step.values["members"]),
        *(say(f"why-member{'-open' * (label in unsure)}", person=name(label)) for label in step.values["counted"]),
        *(say(f"why-not-counted-{reason}", person=name(label)) for label, reason in step.values["not_counted"]),
    ]


def base_quarter(step: Telling) -> list[str]:
    """Which three months are looked at."""
    texts, record = step.texts, step.record
    months = texts.base_months(step.values["base_months"])
    return [texts.say("why-base_quarter", quarter=texts.quarter(record["quarter"]), base_months=months)]


def income(step: Telling) -> list[str]:
    """What the family received, by kind."""
    lines = [_whole_income(step), *(_income_of_kind(step.texts, found) for found in step.values["kinds"])]
    if left_out := [found["kind"] for found in step.values["left_out"]]:
        lines.append(step.texts.say("why-income-left-out", kinds=kinds(step.texts, left_out)))
    if is_open := open_to_the_commission(step.record, Doubt.INCOME):
        lines.append(step.texts.say("why-income-open", kinds=kinds(step.texts, is_open)))
    return lines


def _whole_income(step: Telling) -> str:
    texts, low, high = step.texts, step.values["low"], step.values["high"]
    months = texts.base_months(step.record["base_months"])
    if high == 0:
        return texts.say("why-income-none", base_months=months)
    if high is None and low == 0:
        return texts.say("why-income-unknown", base_months=months)
    if high is None:
        return texts.say("why-income-at-least", base_months=months, income=texts.money(low))
    return texts.say("why-income", base_months=months, income=texts.money_range(low, high))


def _income_of_kind(texts: Texts, found: Mapping[str, Any]) -> str:
    kind, low, high = texts.say(f"kind-{found['kind']}"), found["low_tenge"], found["high_tenge"]
    if high is not None:
        return texts.say("why-income-kind", kind=kind, amount=texts.money_range(low, high))
    if low:
        return texts.say("why-income-kind-at-least", kind=kind, amount=texts.money(low))
    return texts.say("why-income-kind-unknown", kind=kind)


def per_capita_income(step: Telling) -> list[str]:
    """What falls on one person in a month."""
    high = step.record["per_capita_income_high"]
    if high is None and Decimal(step.record["per_capita_income"]) == 0:
        return [step.texts.say("why-per-person-unknown")]
    if high is not None and Decimal(high) == 0:
        return [step.texts.say("why-per-person-none", per_person=per_person(step.texts, step.record))]
    at_least = "-at-least" if has_no_upper_end(step.record) else ""
    figure = compared(step.texts, step.record)["per_person"]
    message = f"why-per-person{at_least}"
    return [step.texts.say(message, members=step.values["members"], per_person=figure)]


def poverty_line(step: Telling) -> list[str]:
    """What the line is, and where it comes from."""
    texts, record = step.texts, step.record
    found = texts.say(
        "why-line",
        region_in=texts.region_in(record["region"], applied_on(record)),
        line=line(texts, record),
        quarter=texts.quarter(record["quarter"]),
    )
    if is_estimated(record):
        if record["poverty_line"].get("evidence"):
            return [found, *_band(texts, record)]
        return [found, texts.say("why-line-estimate", basis=basis_of_line(texts, record)), *_minimum(texts, record)]
    return [found, texts.say("why-line-source", source=_source_of_line(texts, record))]


def _band(texts: Texts, record: Record) -> list[str]:
    """Write from what an estimated band was worked out, and how: two lines."""
    evidence = record["poverty_line"]["evidence"]
    place = "line" if evidence[0]["is_line"] else "country" if evidence[0]["region"] == COUNTRY else "region"
    rests_on = texts.say(
        "why-line-evidence",
        place=texts.say(f"place-{place}"),
        figures=texts.list_of([_figure(texts, one) for one in evidence]),
        origin=texts.say(f"origin-{evidence[0]['grade']}"),
    )
    raised = known_value_of("median_income_above_floor", applied_on(record), record["region"])
    median = [texts.say("why-line-median", share=texts.share(raised.value))] if may_be_higher(record) and raised else []
    return [rests_on, *_became(texts, record), *median]


def _figure(texts: Texts, evidence: Mapping[str, Any]) -> str:
    figure = texts.money_exact(Decimal(evidence["tenge"]))
    return texts.say("why-line-figure", period=period_of(texts, evidence["period"]), figure=figure)


def _became(texts: Texts, record: Record) -> list[str]:
    """Write what became of the evidence, with every factor, so that it can be worked out again by hand."""
    carried = record["poverty_line"]["carried"] or {}
    likely = {"share": texts.share(share_of_minimum(record)), "likely": likely_line(texts, record)}
    factors = _factors(texts, carried)
    if not factors:
        return [texts.say("why-line-as-it-stands", **likely)]
    base_quarter = texts.quarter(str(quarter_of(record).previous))
    carried_to = {"quarter": base_quarter, "factors": texts.list_of(factors), "line": line(texts, record)}
    return [texts.say("why-line-carried", **carried_to, **likely)]


def _factors(texts: Texts, carried: Mapping[str, Any]) -> list[str]:
    """Write by what the evidence was multiplied: season, ratio to the country, growth, and the margin of both ends."""
    season = Decimal(carried["to_season"]) / Decimal(carried["from_season"])
    ratio, error, years = Decimal(carried["ratio"]), Decimal(carried["error"]), int(carried["years"])
    found = [
        *([texts.say("factor-season", by=texts.decimal(season, DIGITS))] if season != 1 else []),
        *([texts.say("factor-ratio", by=texts.decimal(ratio, DIGITS))] if ratio != 1 else []),
    ]
    if years:
        least, greatest = (Decimal(carried[f"growth_{end}"]) ** years for end in ("least", "greatest"))
        growth = {"least": texts.decimal(least, DIGITS), "greatest": texts.decimal(greatest, DIGITS)}
        found.append(texts.say("factor-growth", years=years, **growth))
    return [*found, *([texts.say("factor-margin", share=texts.share(error))] if error else [])]


def _minimum(texts: Texts, record: Record) -> list[str]:
    """Write the subsistence minimum behind an estimate; a record that was frozen without it keeps silent."""
    found = record["poverty_line"]
    minimum = found.get("subsistence_minimum")
    if not minimum:
        return []
    return [
        texts.say(
            "why-line-minimum",
            minimum=texts.money_exact(Decimal(minimum)),
            origin=texts.say(f"origin-{found['subsistence_minimum_grade']}"),
            share=texts.share(share_of_minimum(record)),
            line=line(texts, record),
        )
    ]


def _source_of_line(texts: Texts, record: Record) -> str:
    """Write where a published line comes from: our own words for those of law/, else the administrator's."""
    source, region = record["poverty_line"]["source"], record["region"]
    known = known_value_of("poverty_line", applied_on(record), region)
    if known and known.source == source:
        return texts.say(f"line-source-{region}-{record['quarter']}")
    return escape(source) if CYRILLIC.search(source) else texts.say("line-source-entered")
