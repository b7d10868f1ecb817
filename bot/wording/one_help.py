"""One kind of help, opened: how much, how long, where, until when, which papers, whether it is income, its source."""

from datetime import date
from typing import Final

from bot.texts import Texts
from bot.wording.citations import source_in_brackets
from bot.wording.other_help import lack, name_of_help, people_of, question
from bot.wording.phrases import Name, ends, folded, within_line
from rules.other_help import HelpStanding, Lasts, OtherHelpRecord, Paid, Where
from rules.other_help.record import ClaimRecord, HelpRecord
from rules.record import SourceRecord
from rules.sources import Grade

SAID_OTHERWISE: Final = (Lasts.LOCAL_RULES, Lasts.ONCE)
"""What needs no sentence of its own: that the council decides says it, or the amount."""
DAY_SAYS_IT: Final = (Lasts.CHILD_IS_SMALL, Lasts.TO_PENSION_AGE)
"""How long something lasts where its last day, once known, leaves nothing to say."""
DECIDES: Final = Where.SOCIAL_INSURANCE_FUND
"""Of all places the one where nobody applies: it decides."""
TELL, SPEND = "tell_changes_within_working_days", "suspended_after_months_without_spending"
DUTIES: Final = {TELL, SPEND}


def one_help(texts: Texts, found: OtherHelpRecord, place: int, name: Name) -> list[str]:
    """Return all that is to be said of one kind of help, a paragraph for each question a family has."""
    told = found["help"][place]
    paragraphs = [
        [texts.say("help-name", name=name_of_help(texts, told["help"])), *_standing(texts, told, name)],
        [*_of_whom(texts, told, name), *_notes(texts, told, name)],
        _how_long(texts, told),
        [*_where(texts, told), *_papers(texts, told), *_not_beside(texts, told)],
        [*_as_income(texts, told), *_rests_on(texts, found, told)],
    ]
    return ["\n".join(lines) for lines in paragraphs if lines]


def _standing(texts: Texts, told: HelpRecord, name: Name) -> list[str]:
    """Return that it is due, with the amount; or the question, or what lacks, and then the amount that it would be."""
    is_due, span = told["standing"] == HelpStanding.DUE, told["amount_tenge"]
    amount = []
    if span is not None:
        would_be = "" if is_due else "-if"
        amount = [texts.say(f"help-amount-{told['paid']}{would_be}", amount=texts.money_range(*ends(span)))]
    if is_due:
        return amount or [texts.say("help-is-due")]
    if told["standing"] == HelpStanding.NEAR:
        return [texts.say("help-is-near", lack=lack(texts, told)), *amount]
    return [texts.say("help-may-be-due", question=question(texts, told, name)), *amount]


def _of_whom(texts: Texts, told: HelpRecord, name: Name) -> list[str]:
    """Return whom it is about, each with the own amount where there are several."""
    claims = told["claims"]
    if len(claims) > 1 and all(claim["of"] and claim["amount_tenge"] for claim in claims):
        return [_own_line(texts, claim, name) for claim in claims]
    people = people_of(told, lambda label: within_line(name(label)))
    of_kind = f"help-of-{told['help']}"  # of some it is about the child, and another member's money
    return [texts.say(of_kind if of_kind in texts else "help-of", people=people)] if people else []


def _notes(texts: Texts, told: HelpRecord, name: Name) -> list[str]:
    """Return on what the amount depends, and what of it is open."""
    lines = []
    if told["standing"] == HelpStanding.DUE and told["fact"]:
        lines.append(texts.say("help-amount-depends", question=question(texts, told, name)))
    return [*lines, *(texts.say(f"help-open-{one}") for one in told["leaves_open"])]


def _own_line(texts: Texts, claim: ClaimRecord, name: Name) -> str:
    people, span = "; ".join(map(name, claim["of"])), claim["amount_tenge"]
    return texts.say("help-of-one", people=people, amount=texts.money_range(*ends(span)) if span else "")


def _how_long(texts: Texts, told: HelpRecord) -> list[str]:
    """Return from when and for how long; nothing of what is paid once or of what has no money to begin."""
    if told["lasts"] in SAID_OTHERWISE or (told["lasts"] == Lasts.AS_NEEDED and told["counts_as_income"]):
        return []
    sentences = []
    if told["paid"] != Paid.IN_KIND:
        sentences.append(texts.say(f"help-begins-{told['begins']}"))
    if months := told["backdated_months"]:
        sentences.append(texts.say("help-backdated", months=months))
    if not told["until"] or told["lasts"] not in DAY_SAYS_IT:
        sentences.append(texts.say(f"help-lasts-{told['lasts']}"))
    if told["until"]:
        sentences.append(texts.say("help-until", date_to=texts.day_to(date.fromisoformat(told["until"]))))
    return [" ".join(sentences)]


def _where(texts: Texts, told: HelpRecord) -> list[str]:
    """Return where it is asked for, who decides, and within what term."""
    places = ", ".join(texts.say(f"help-where-{place}") for place in told["where"] if place != DECIDES)
    sentences = [texts.say("help-where", places=places)]
    if DECIDES in told["where"]:
        sentences.append(texts.say(f"help-where-{DECIDES}"))
    if told["proactive"]:
        sentences.append(texts.say("help-proactive"))
    return [" ".join(sentences), *_by_when(texts, told)]


def _by_when(texts: Texts, told: HelpRecord) -> list[str]:
    """Return within what term it is asked for, with the last day where it is known."""
    sentences = []
    if (term := told["term"]) is not None:
        length = texts.say(f"help-length-{term['unit']}", count=term["length"])
        sentences.append(texts.say(f"help-term-{term['since']}", length=length))
    if told["apply_by"]:
        sentences.append(texts.say("help-apply-by", date=texts.day(date.fromisoformat(told["apply_by"]))))
    return [" ".join(sentences)] if sentences else []


def _papers(texts: Texts, told: HelpRecord) -> list[str]:
    """Return the papers that are named; those of an older list by themselves, as they may be asked for no more."""
    named, old = (
        ", ".join(texts.say(f"help-paper-{one['paper']}") for one in told["papers"] if one["old"] is is_old)
        for is_old in (False, True)
    )
    lines = [texts.say("help-papers", papers=named) if named else texts.say("help-papers-unknown")]
    return [*lines, *([texts.say("help-papers-old", papers=old)] if old else [])]


def _not_beside(texts: Texts, told: HelpRecord) -> list[str]:
    names = ", ".join(name_of_help(texts, kind) for kind in told["not_beside"])
    return [texts.say("help-not-beside", names=names)] if names else []


def _as_income(texts: Texts, told: HelpRecord) -> list[str]:
    if told["counts_as_income"] is None:
        return []
    return [texts.say(f"help-income-{told['counts_as_income']}")]


def _rests_on(texts: Texts, found: OtherHelpRecord, told: HelpRecord) -> list[str]:
    """Return the acts, how far each can be relied on, what whoever gets it keeps to, and that it is an estimate.

    It is folded away until somebody opens it.
    """
    own, *of_income = told["sources"]
    lines = [_cited(texts, "help-source", own, told["grade"])]
    lines += [_cited_of_income(texts, source) for source in of_income]
    return [folded("\n".join([*lines, *_while_paid(texts, found, told), texts.say("help-estimate")]))]


def _while_paid(texts: Texts, found: OtherHelpRecord, told: HelpRecord) -> list[str]:
    """Return the duties of whoever gets a monthly payment of the Social Code; nothing where they are not known."""
    duties, is_of_code = found.get("while_paid", {}), told["sources"][0]["act"] == "social_code"
    if told["paid"] != Paid.MONTHLY or not is_of_code or not duties.keys() >= DUTIES:
        return []
    days, months = (duties[name] for name in (TELL, SPEND))
    return [texts.say("help-while-paid", days=days, months=months)]


def _cited_of_income(texts: Texts, source: SourceRecord) -> str:
    """Return the act that says what is income: the same one below every kind of help, compared or not."""
    checked = "help-grade-legal_text" if source["grade"] == Grade.LEGAL_TEXT else "help-grade-not-compared"
    return f"{texts.say('help-source-of-income', source=source_in_brackets(texts, source))} {texts.say(checked)}"


def _cited(texts: Texts, message: str, source: SourceRecord, of: str) -> str:
    grade = Grade(of)
    checked = texts.say(f"help-grade-{grade}" if grade.is_firm else f"grade-{grade}")
    return f"{texts.say(message, source=source_in_brackets(texts, source))} {checked}"
