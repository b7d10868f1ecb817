"""A decision lined up with the bot's own last estimate: the same, or which line differs and what to ask.

Income per person is not in the decision, so it is named as the bot had it, for the family to ask about.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from bot.store.notice_values import StatusValues
from bot.wording.figures import compared
from bot.wording.notice_input import Matter
from bot.wording.phrases import ends, has_no_upper_end, is_estimated, quarter_of, values_of_step
from bot.wording.readings import supplements, together
from rules.income_within_line import Outcome
from rules.quarters import Quarter
from rules.record import Record

ROUNDING_TENGE = 1  # how the act rounds was not read (A2)


def against_estimate(matter: Matter[StatusValues]) -> list[str]:
    """Return what the estimate says of the same quarter and region beside what was assigned; nothing without one."""
    record = _of_same_quarter(matter)
    if record is None or record["outcome"] == Outcome.UNDECIDED or _named_no_amount(record):
        return []
    if matter.values.get("monthly_tenge") is None:
        return []
    if record["outcome"] == Outcome.REFUSED:
        return [matter.say("decision-not-estimated")]
    differing = dict(_differing(matter, record))
    if not differing:
        return [_alike(matter, record)]
    if gladdening := _in_nothing_less(matter, record, set(differing)):
        return [gladdening]
    return ["\n".join([matter.say("decision-differs"), *differing.values()]), *_to_ask(matter, record, set(differing))]


def figures_to_ask_for(matter: Matter[StatusValues]) -> list[str]:
    """Return the bot's own figures beside a refusal for income that the bot had not expected."""
    record = _of_same_quarter(matter)
    if record is None or record["outcome"] not in {Outcome.ELIGIBLE, Outcome.TOO_CLOSE}:
        return []
    if has_no_upper_end(record):
        return []
    estimated = [matter.say("decision-ask-line")] if is_estimated(record) else []
    return [matter.say("decision-estimate-figures", **_figures(matter, record)), *estimated]


def _of_same_quarter(matter: Matter[StatusValues]) -> Record | None:
    record, case = matter.estimate, matter.case
    if record is None or (case and case.region != record["region"]):
        return None
    return record if quarter_of(record) == _quarter(matter) else None


def decided_quarter(values: StatusValues, applied_on: date) -> Quarter:
    """Return the quarter that a decision is about: of its first month, or of the application where it has none."""
    paid_from = values.get("paid_from")
    return Quarter.of(date.fromisoformat(paid_from) if paid_from else applied_on)


def _quarter(matter: Matter[StatusValues]) -> Quarter:
    return decided_quarter(matter.values, matter.applied_on)


def _named_no_amount(record: Record) -> bool:
    """Whether income lay too close above an estimated line, so that the person was told no amount to line up."""
    return bool(record["outcome"] == Outcome.TOO_CLOSE and not record["monthly_tenge"]["high"])


def _alike(matter: Matter[StatusValues], record: Record) -> str:
    low, high = together(record)
    if low == high == _decided(matter):
        return matter.say("decision-as-estimated")
    if record["child_supplement_tenge"] is None and matter.values.get("supplement_tenge"):
        return matter.say("decision-near-estimate-assistance", amount=matter.texts.money_range(low, high))
    return matter.say("decision-near-estimate", amount=matter.texts.money_range(low, high))


def _in_nothing_less(matter: Matter[StatusValues], record: Record, differing: set[str]) -> str:
    """Return the one line of a decision that gives more a month or for longer, and in neither less; else nothing."""
    is_sum_other, is_term_other = bool(differing & {"assistance", "supplement"}), bool(differing & {"days", "months"})
    if is_sum_other and not _is_above(matter, record):
        return ""
    if is_term_other and not _is_longer(matter):
        return ""
    if is_sum_other:
        return matter.say("decision-above-estimate", amount=matter.texts.money_range(*together(record)))
    return matter.say("decision-longer-than-estimate", expected=matter.texts.period(*_expected(matter)))


def _is_longer(matter: Matter[StatusValues]) -> bool:
    """Whether the term of the decision has all of the months from that of the application, and more."""
    (first, last), (expected_first, expected_last) = _paid(matter), _expected(matter)
    return first <= expected_first.replace(day=1) and last >= expected_last


def _is_above(matter: Matter[StatusValues], record: Record) -> bool:
    """Whether the decision brings more than the estimate; where that knew no supplement, nobody can say."""
    return record["child_supplement_tenge"] is not None and _decided(matter) > together(record)[1]


def _decided(matter: Matter[StatusValues]) -> int:
    return matter.values["monthly_tenge"] + (matter.values.get("supplement_tenge") or 0)


def _differing(matter: Matter[StatusValues], record: Record) -> Iterator[tuple[str, str]]:
    """Yield the name of each line that differs, with its words."""
    if not _lies_within(_decided(matter), *together(record)):
        yield from _differing_sums(matter, record)
    if not (matter.values.get("paid_from") and matter.values.get("paid_until")):
        return
    decided, expected = _paid(matter), _expected(matter)
    by_application = matter.texts.period(*expected)
    if not are_whole_months(*decided):
        first, last = decided
        days = {
            "date_from": matter.texts.day_from(first, matter.today),
            "date_to": matter.texts.day_to(last, matter.today),
        }
        yield "days", matter.say("decision-differs-days", expected=by_application, **days)
    elif _months(*decided) != _months(*expected):
        of_decision = matter.texts.period(*decided)
        yield "months", matter.say("decision-differs-months", decided=of_decision, expected=by_application)


def _differing_sums(matter: Matter[StatusValues], record: Record) -> Iterator[tuple[str, str]]:
    low, high = ends(record["monthly_tenge"])
    monthly, supplement = matter.values["monthly_tenge"], matter.values.get("supplement_tenge")
    expected = None if record["child_supplement_tenge"] is None else supplements(record)
    if not _lies_within(monthly, low, high):
        values = {"decided": matter.texts.money(monthly), "estimated": matter.texts.money_range(low, high)}
        yield "assistance", matter.say("decision-differs-assistance", **values)
    if expected is not None and not _lies_within(supplement or 0, *expected):
        decided = {} if supplement is None else {"decided": matter.texts.money(supplement)}
        message = f"decision-differs-{'no-' * (supplement is None)}supplement"
        yield "supplement", matter.say(message, estimated=matter.texts.money_range(*expected), **decided)


def _lies_within(tenge: int, low: int, high: int) -> bool:
    return low - ROUNDING_TENGE <= tenge <= high + ROUNDING_TENGE


def _paid(matter: Matter[StatusValues]) -> tuple[date, date]:
    return date.fromisoformat(matter.values["paid_from"]), date.fromisoformat(matter.values["paid_until"])


def _expected(matter: Matter[StatusValues]) -> tuple[date, date]:
    """Return the first and the last month by the day of application, which may be later than the estimate (A3)."""
    quarter, applied_on = _quarter(matter), matter.applied_on
    return applied_on if Quarter.of(applied_on) == quarter else quarter.first_day, quarter.last_day


def are_whole_months(first: date, last: date) -> bool:
    """Whether a term begins with the first day of a month and ends with the last day of one."""
    return first.day == (last + timedelta(days=1)).day == 1


def _months(first: date, last: date) -> tuple[int, int, int, int]:
    return first.year, first.month, last.year, last.month


def _to_ask(matter: Matter[StatusValues], record: Record, differing: set[str]) -> list[str]:
    asked = list(_questions(matter, record, differing))
    by_line = "assistance" in differing and is_estimated(record)
    head = ["\n".join([matter.say("decision-ask"), *asked])] if asked else []
    return [*head, *([matter.say("decision-ask-line")] if by_line else [])]


def _questions(matter: Matter[StatusValues], record: Record, differing: set[str]) -> Iterator[str]:
    """Yield what to ask for each line that differs, with what the bot had taken."""
    if "assistance" in differing and not has_no_upper_end(record):
        yield matter.say("decision-ask-income", **_figures(matter, record))
    if "supplement" in differing:
        supplement = values_of_step(record, "child_supplement")
        yield matter.say("decision-ask-supplement", children=supplement["children"] if supplement else 0)
    if "months" in differing:
        yield matter.say("decision-ask-months")
    if "days" in differing:
        yield matter.say("decision-ask-days")


def _figures(matter: Matter[StatusValues], record: Record) -> dict[str, str | int]:
    """Return what the bot had taken for family, income and line: each of them may be what differs."""
    return {"members": record["counted_members"], **compared(matter.texts, record)}
