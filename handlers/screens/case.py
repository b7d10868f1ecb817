"""A case as its family sees it: where it stands, what comes next and by when, and all that happened."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Final, NamedTuple

from bot.casework import OfferView
from bot.store.cases import Case, Decision, Follower
from bot.store.journal import Entry
from bot.store.visits import Visit
from bot.texts import Texts, escape
from bot.texts.formats import KAZAKHSTAN_TIME
from bot.wording.citations import source_in_brackets
from bot.wording.payment import of_payment
from bot.working_days import decision_terms, examination_term
from handlers.keyboards import Button, ButtonRow, Do, DrawnRow, Leave, OfCase, copying, keyboard, to_menu
from handlers.screens.appeal import row_to_complain
from handlers.screens.history import history
from handlers.screens.menu import opening
from handlers.screens.screen_input import Screen
from handlers.screens.visit import rows_of_visit, window_of_visit
from rules.case import UNDECIDED, CaseStatus
from rules.parameters import known_value_of
from rules.refusals import Ground
from rules.sources import Edition, edition_on, provision

LATEST: Final = 10  # things of the history that are shown at once
ENDED: Final = frozenset({CaseStatus.REFUSED, CaseStatus.TERMINATED})
STOPPED: Final = ENDED | {CaseStatus.SUSPENDED}
BARRING: Final = frozenset({Ground.MEASURES_REFUSED, Ground.CONTRACT_BROKEN, Ground.FALSE_DATA})  # six months (R4-R6)


class CaseFile(NamedTuple):
    """All that is stored of a case, as one of its family opens it at an instant."""

    case: Case
    follower: Follower
    journal: list[Entry]
    visits: list[Visit]
    now: datetime
    offers: Sequence[OfferView] = ()
    """Those that wait for an answer of this person, the earliest first."""

    @property
    def today(self) -> date:
        """The day that it is in Kazakhstan."""
        return self.now.astimezone(KAZAKHSTAN_TIME).date()

    @property
    def visit(self) -> Visit | None:
        """The visit that may still be answered: the next one, or the last whose time has passed."""
        scheduled = [visit for visit in self.visits if visit.state == "scheduled"]
        to_come = [visit for visit in scheduled if visit.ends_at > self.now]
        return to_come[0] if to_come else scheduled[-1] if scheduled else None

    @property
    def was_examined(self) -> bool:
        """Whether the commission has seen the family, or was not let see it."""
        return any(visit.was_examined for visit in self.visits)


def case_screen(texts: Texts, file: CaseFile, *, first: str = "", whole: bool = False) -> Screen:
    """Return where a case stands; `first` is said before it, and `whole` shows its history from the beginning."""
    lines = history(texts, file.case, file.follower, file.journal, file.today)
    shown = lines if whole else lines[-LATEST:]
    standing = [_head(texts, file), *_stands(texts, file)]
    told = [*([first] if first else []), "\n".join(standing), *_offer(texts, file), *_coming(texts, file)]
    told += _by_code(texts, file)
    if shown:
        told.append("\n".join([texts.say("history"), *shown]))
    visit = file.visit if file.case.status in UNDECIDED else None
    rows: list[ButtonRow | DrawnRow] = [*rows_of_visit(texts, visit, file.now)] if visit else []
    if file.offers:
        rows.append([(texts.say("button-menu-offer"), opening(file.offers))])
    if file.case.status in ENDED or (file.case.decision and _is_paid_out(file.case.decision, file.today)):
        rows.append([(texts.say("button-menu-check"), Do(what="check"))])
    if file.case.status in STOPPED:
        rows += row_to_complain(texts, file.case, file.follower)
    rows.append([copying(texts, file.case.number)])
    if len(shown) < len(lines):
        rows.append([_button(texts, "history", file.follower)])
    rows.append([_button(texts, "followers", file.follower)])
    rows += [[to_menu(texts)], [(texts.say("button-leave"), OfCase(what="leave", alias=file.follower.alias))]]
    return Screen("\n\n".join(told), keyboard(rows))


def choice(texts: Texts, followed: list[tuple[Case, Follower]], today: date) -> Screen:
    """Return the cases of somebody who follows several; of two with the same number also their regions."""
    cases_of = Counter(case.number for case, _ in followed)
    rows: list[ButtonRow] = [
        [
            (
                texts.say_with(
                    "button-case" if cases_of[case.number] == 1 else "button-case-in",
                    date=texts.day(case.applied_on, today),
                    case=case.number,
                    region=texts.region_short(case.region),
                ),
                OfCase(what="show", alias=follower.alias),
            )
        ]
        for case, follower in followed
    ]
    return Screen(texts.say("case-choose"), keyboard([*rows, [to_menu(texts)]]))


def leaving(texts: Texts, follower: Follower) -> Screen:
    """Return the question whether somebody really wants to hear no more of a case."""
    yes: ButtonRow = [(texts.say("button-leave-yes"), Leave(alias=follower.alias, since=since(follower)))]
    no: ButtonRow = [(texts.say("button-leave-no"), OfCase(what="show", alias=follower.alias))]
    return Screen(texts.say("leave-ask"), keyboard([no, yes]))


def since(follower: Follower) -> int:
    """Return when somebody began to follow a case, as a button carries it: in milliseconds since 1970."""
    return int(follower.joined_at.timestamp() * 1_000)


def _button(texts: Texts, what: str, follower: Follower) -> Button:
    return texts.say(f"button-case-{what}"), OfCase(what=what, alias=follower.alias)


def _head(texts: Texts, file: CaseFile) -> str:
    case = file.case
    region = texts.region(case.region, case.applied_on)
    return texts.say("case-head", case=escape(case.number), region=region, date=texts.day(case.applied_on, file.today))


def _stands(texts: Texts, file: CaseFile) -> list[str]:
    case, decision, today = file.case, file.case.decision or {}, file.today
    values = {"date": texts.day(case.status_on, today), "date_from": texts.day_from(case.status_on, today)}
    is_paid = case.status is CaseStatus.ASSIGNED
    stands = _paid(texts, decision, today) if is_paid else [texts.say_with(f"stands-{case.status}", **values)]
    if is_paid and not _is_paid_out(decision, today):
        stands += of_payment(texts, decision, case.applied_on, today)
    if case.status not in UNDECIDED and "ground" in decision:
        stands.append(texts.say(f"ground-{decision['ground']}"))
    if case.status not in UNDECIDED and (note := decision.get("note")):
        stands.append(texts.say("notice-note", note=escape(note)))
    return stands


def _paid(texts: Texts, decision: Decision, today: date) -> list[str]:
    """Return what is paid, with what the authority said of it; once its last day is over, that first."""
    is_paid_out = _is_paid_out(decision, today)
    if any(decision.get(name) is None for name in ("monthly_tenge", "paid_from", "paid_until")):
        if is_paid_out:
            until = texts.day(date.fromisoformat(decision["paid_until"]), today)
            return [texts.say("stands-paid_out-bare", date=until)]
        sum_known = decision.get("monthly_tenge") is not None
        amount = {"amount": texts.money(monthly_of(decision))} if sum_known else {}
        return [texts.say_with(f"stands-assigned-{'sum' if sum_known else 'bare'}", **amount)]
    first, last = (texts.day(date.fromisoformat(decision[name]), today) for name in ("paid_from", "paid_until"))
    name = "stands-paid_out" if is_paid_out else "stands-assigned"
    return [texts.say_with(name, amount=texts.money(monthly_of(decision)), **{"from": first, "to": last})]


def _is_paid_out(decision: Decision, today: date) -> bool:
    """Whether the last paid day is over; never where the authority has named none."""
    paid_until = decision.get("paid_until")
    return paid_until is not None and date.fromisoformat(paid_until) < today


def monthly_of(decision: Decision) -> int:
    """Return what is paid a month in tenge, with the supplement for children."""
    return decision["monthly_tenge"] + (decision.get("supplement_tenge") or 0)


def _coming(texts: Texts, file: CaseFile) -> list[str]:
    case, today = file.case, file.today
    if case.status in UNDECIDED:
        return [*_visit(texts, file), *_decision(texts, case, today)]
    if case.status is CaseStatus.ASSIGNED:
        paid_until = (case.decision or {}).get("paid_until")
        if paid_until is None:
            return [texts.say("coming-renewal-unknown")]
        if _is_paid_out(case.decision or {}, today):
            return [texts.say("coming-renewal-past")]
        until = date.fromisoformat(paid_until)
        return [texts.say("coming-renewal", date_from=texts.day_from(until + timedelta(days=1), today))]
    is_barred = _ends_with_a_term(case) and case.status in ENDED
    return [texts.say(f"coming-{case.status}{'-later' if is_barred else ''}")]


def _ends_with_a_term(case: Case) -> bool:
    """Whether the ground of a decision bars for six months; of false data no term was read before the Code (R6)."""
    ground = (case.decision or {}).get("ground")
    is_read = ground != Ground.FALSE_DATA or edition_on(case.applied_on) is Edition.E2023
    return ground in BARRING and is_read


def _by_code(texts: Texts, file: CaseFile) -> list[str]:
    """Return what the Social Code asks while it is paid, and gives after a refusal; the acts before it were not read.

    Nothing is asked any more once the last paid day is over.
    """
    case = file.case
    days = known_value_of("notification_of_changes_term", case.applied_on)  # none before the Code, nor before 2020
    if days is None:
        return []
    if case.status is CaseStatus.REFUSED:
        return [texts.say("decision-appeal", source=_source(texts, "R10"))]
    if case.status is not CaseStatus.ASSIGNED or _is_paid_out(case.decision or {}, file.today):
        return []
    duty = texts.say("case-duty", days=int(days.value), source=_source(texts, "A7"))
    return ["\n".join([duty, texts.say("case-payment-ends", source=_source(texts, "R9"))])]


def _offer(texts: Texts, file: CaseFile) -> list[str]:
    """Return by when the offer is to be answered that ends first."""
    if not file.offers:
        return []
    return [texts.say("menu-offer", deadline=texts.instant(file.offers[0].offer.respond_by, file.today))]


def _source(texts: Texts, rule: str) -> str:
    return source_in_brackets(texts, provision(rule, Edition.E2023)._asdict())


def _visit(texts: Texts, file: CaseFile) -> list[str]:
    if file.visit is not None:
        address = escape(file.visit.details["address"])
        name = "coming-visit" if file.now < file.visit.ends_at else "coming-visit-passed"
        return [texts.say_with(name, address=address, **window_of_visit(texts, file.visit, file.today))]
    term = examination_term(file.case.applied_on)
    if file.was_examined or term is None:
        return []
    name = "coming-examination" if file.today <= term.ends_on else "coming-examination-overdue"
    return [texts.say(name, date=texts.day(term.ends_on, file.today), days=term.working_days)]


def _decision(texts: Texts, case: Case, today: date) -> list[str]:
    """Say by when decisions usually come, and on what that rests: nobody has compared it with the act in force.

    The bot does not know who took the application up: it is late only when the longer of the two terms is over.
    """
    terms = decision_terms(case.applied_on)
    if not terms:
        return []
    name = "coming-decision" if today <= max(term.ends_on for term in terms.values()) else "coming-decision-overdue"
    told = {f"{place}_date": texts.day(term.ends_on, today) for place, term in terms.items()}
    days = {f"{place}_days": str(term.working_days) for place, term in terms.items()}
    source = texts.say("coming-decision-source", **days)
    return [f"{texts.say(name, **told)} {source}"]
