"""After a no: to apply all the same, and how to complain of a decision: where, by when, with which papers.

Said is what the Social Code says (R10). Order and terms of a complaint stand in other laws, which were not read.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from bot.texts import Texts
from bot.wording.apply_until import apply_anyway_by
from bot.wording.citations import source_in_brackets
from bot.wording.grounds import may_apply_again_on
from bot.wording.next_steps import how_to_apply
from bot.wording.phrases import applied_on, grounds_of, is_past, office, quarter_of
from rules.income_within_line import Outcome
from rules.record import Record
from rules.refusals import Ground
from rules.sources import SOCIAL_CODE_BEGINS_ON, edition_on, provision

PAPER: Final[Mapping[Ground, str]] = {
    Ground.INCOME_ABOVE_LINE: "calculation",
    Ground.EXAMINATION_REFUSED: "act",
    Ground.COMMISSION_NO_NEED: "act",
    Ground.MEASURES_REFUSED: "good_reason",
    Ground.CONTRACT_BROKEN: "other_reason",
    Ground.FALSE_DATA: "right_papers",
    Ground.NOBODY_ENTITLED: "status",
}
"""What shows best that a decision on that ground is wrong, beside the decision itself."""


def may_apply_anyway(record: Record, today: date) -> bool:
    """Whether a result is a no of a quarter for which one can still apply."""
    return record["outcome"] == Outcome.REFUSED and not is_past(record, today)


def may_complain(on: date) -> bool:
    """Whether the law of a day of application says how to complain: the acts before the Social Code were not read."""
    return on >= SOCIAL_CODE_BEGINS_ON


def apply_anyway(texts: Texts, record: Record, today: date) -> list[str]:
    """Return that a no of the bot binds nobody, what an application costs and brings, where and with which papers.

    Before a ground's term is over an application brings something only where the ground is none.
    """
    grounds, barred_until = grounds_of(record), may_apply_again_on(record)
    is_barred, is_of_income = barred_until is not None, Ground.INCOME_ABOVE_LINE in grounds
    told = [
        texts.say("apply-anyway-decides", office=office(texts, record)),
        *([texts.say("apply-anyway-income")] if is_of_income else []),
        *([texts.say("apply-anyway-term", until_to=texts.day_to(barred_until, today))] if barred_until else []),
        *([_next_quarter(texts, record, today, is_barred=is_barred)] if is_of_income else []),
        *_until_when(texts, record, today, is_barred=is_barred),
    ]
    on, has_status = applied_on(record), Ground.NOBODY_ENTITLED not in grounds
    how = how_to_apply(texts, on, "identity-card" if has_status else "identity-any")
    return [*([] if has_status else [texts.say("apply-anyway-status")]), "\n".join(told), *how]


def _next_quarter(texts: Texts, record: Record, today: date, *, is_barred: bool) -> str:
    """Return that a refusal for income is of this quarter alone; from when to apply again where nothing else bars."""
    told = [texts.say("apply-anyway-quarter", source=_source(texts, "R1", record))]
    if not is_barred:
        first_day = texts.day_from(quarter_of(record).next.first_day, today)
        told.append(texts.say("apply-anyway-again", date_from=first_day))
    return " ".join(told)


def _until_when(texts: Texts, record: Record, today: date, *, is_barred: bool) -> list[str]:
    """Return until when an application brings this month as well; which month it brings where that is not known."""
    of_this_month = [] if is_barred else apply_anyway_by(texts, record, today)
    return of_this_month or [texts.say("apply-anyway-month", source=_source(texts, "A3", record))]


def how_to_complain(texts: Texts, on: date, grounds: Iterable[Ground]) -> list[str]:
    """Return where to complain of a decision on an application of that day, by when, and what may be needed for it."""
    edition = edition_on(on)
    values = {
        "source": source_in_brackets(texts, provision("R10", edition)._asdict()),
        "office": texts.say(f"office-{edition}"),
    }
    papers = dict.fromkeys(["decision", *(PAPER[ground] for ground in grounds)])
    return [
        "\n".join([texts.say("complain-where", **values), texts.say("complain-village")]),
        texts.say("complain-when"),
        "\n".join([texts.say("complain-papers"), *(texts.say(f"complain-paper-{paper}") for paper in papers)]),
    ]


def _source(texts: Texts, rule: str, record: Record) -> str:
    return source_in_brackets(texts, provision(rule, edition_on(applied_on(record)))._asdict())
