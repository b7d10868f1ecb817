"""Every screen, notice and explanation of a language, one below another, to be read from beginning to end.

`python -m tests.rendered kk > kk.txt`. What was shown before, word for word, is not shown again.
"""

import random
import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any, Final, cast

from aiogram.types import InlineKeyboardMarkup

from bot.casework import OfferView
from bot.store.assessments import FrozenAssessment, ShownResult
from bot.store.cases import Case, Decision, Follower
from bot.store.offer_details import OfferDetails
from bot.store.offers import Offer
from bot.texts import LOCALES, Language, Texts, texts, texts_of_another
from bot.wording import children, headline, next_steps, notes, of_readings, plain, why
from bot.wording.compared import beside_last
from bot.wording.family_word import with_word
from bot.wording.notices import TELL, notice_told
from bot.wording.offer_bill import bill_told, missing_told, price, price_again
from bot.wording.offer_card import card
from bot.world import Keeps
from handlers import verify
from handlers.conversation import Conversation, View
from handlers.offer_draft import Answering
from handlers.screens import (
    Screen,
    ScreenInput,
    amount_check,
    appeal,
    checks,
    doors,
    family_word,
    offer,
    offer_list,
    safety,
    screen,
    what_if,
)
from handlers.screens import menu as menus
from handlers.screens import result as results
from handlers.screens.case import STOPPED, CaseFile, case_screen
from handlers.screens.followers import followers_screen, person_screen
from handlers.screens.other_help import SCREENS
from handlers.screens.paper import share
from handlers.screens.renewal import which
from handlers.screens.review import answered_about
from handlers.screens.summary import line, noted
from handlers.screens.what_if import Picked
from handlers.what_if import CHANGES, changed_as
from rules import Household, Quarter, assess, other_help_record
from rules.case import CaseStatus
from rules.extra_earnings import curve_of_new_wage
from rules.frozen_result import ResultBefore
from rules.household import IncomeKind, Missing
from rules.interview.answers import ManyOf, NotUnderstoodError
from rules.interview.household_from_answers import household_from
from rules.interview.people_told import GROUPS
from rules.interview.questionnaire import AssessmentDay, Context
from rules.interview.questions import SECTIONS, Section
from rules.law_in_force import law_in_force
from rules.offer import OfferState
from rules.record import Record
from rules.refusals import Ground
from rules.replay import frozen_inputs, inputs_record
from rules.result import Gap
from rules.what_if import compare
from rules.what_would_change import record_of_doors, what_would_change
from tests.bot.wording.notice_values import DECIDED, NOW, OFFERED, VISIT, a_case, estimate_of, every_notice, offered
from tests.bot.wording.offer_bills import BILLS, NAMED, OF_ANOTHER
from tests.bot.wording.records import IN_DOUBT, OTHERS, RECORDS
from tests.cast.interview import ALONE, LARGE, LINE, ORDINARY, Script, assessment_day, result_of
from tests.handlers.wandering import typed
from tests.locale_texts import texts_in

FOLLOWER: Final = Follower("c1", 1, "p1", "Айгүл", NOW)
MOST_CASES: Final = 60  # of those that the law was tried on
RELATIVES: Final = "brother,sister,daughter_in_law,son_in_law,grandmother,grandfather,grandchild,other"
SPECIAL: Final = (
    "household=children,spouse_apart,grown; status=some; spouse-apart=unsure; people:grown=24 19; not-entitled=a1; "
    "activity=none; activity:self=self_employed; small-child=no; earners=self; month=30 000; once=25 000; "
    "income-kinds=self_employment,allowance,one_off,alimony,farm,gift,sale,stipend,other,interest; "
    "allowance-kinds=child_care_allowance,allowance; one-off-kinds=birth_grant,alimony_arrears; "
    "amount:alimony.self=differs; amount:self_employment.self=differs; amount:gift.self=once; "
    "amount:other.self=80–120 мың; circumstances=student,away,award,pension_age,disability; "
    "history=loan,work_refused,contract_broken,commission,property; people:student=20; away=a2; absence=unsure; "
    "disabled=c1; disability=child; elders=self; years=61; work-refused-on=01.09.2026; contract-broken-on=unknown; "
    "award=kumis_alqa; commission=false_data; property=dwellings,cars; sex=female; birthday=15.05.2023"
)
KIN: Final = (
    "region=nowhere; region-lived=KZ-79; household=spouse,mother,father,husbands_father,relatives; "
    f"relatives=wifes_mother,wifes_father,{RELATIVES}; people=66; people:grandchild=2; people:brother=17 24; "
    "people:daughter_in_law=25; people:son_in_law=30; people:other=45; activity=none; activity:self=carer; "
    "activity:spouse=pensioner; cares-for=elderly; small-child=no; years=64; earners=self,d1; amount=unknown; "
    "income-kinds=wage,casual_work,pension,employment_measure,rent,winnings; amount:pension.self=110 000; sex=male"
)


def script(said: str) -> Script:
    """Return what a family answers: as the ordinary one does, but for what is said."""
    return {**ORDINARY, **dict(one.split("=", 1) for one in said.split("; "))}


FAMILIES: Final = (ORDINARY, ALONE, LARGE, script(SPECIAL), script(KIN), script("status=nobody"))


class Page:
    """The pages of one language, as they are read."""

    def __init__(self, language: Language) -> None:
        self.texts = texts(language)
        self.seen: set[str] = set()

    def head(self, title: str) -> None:
        """Begin a part."""
        sys.stdout.write(f"\n=== {title}\n")

    def show(self, told: str | Screen, title: str = "", *, buttons: Iterable[str] = ()) -> None:
        """Show a message with its buttons, unless it was shown before."""
        text = told if isinstance(told, str) else told.text
        if isinstance(told, Screen):
            buttons = captions_of(told.keyboard)
        shown = "\n".join([plain(text), *(f"    [{caption}]" for caption in buttons)])
        if shown not in self.seen:
            self.seen.add(shown)
            sys.stdout.write(f"--- {title}\n{shown}\n\n")


def captions_of(keyboard: InlineKeyboardMarkup | None) -> list[str]:
    """Return the buttons row by row."""
    return ["] [".join(button.text for button in row) for row in (keyboard.inline_keyboard if keyboard else [])]


def inputs(words: Texts, family: Script, now: AssessmentDay) -> Iterator[tuple[ScreenInput, str]]:
    """Yield every question of a family as it is asked, with what is said of the answer before; the review last."""
    conversation, said, chance = Conversation(), "", random.Random(7)  # noqa: S311, no secret
    while (asked := conversation.current(now)) is not None:
        yield ScreenInput(conversation, words, now), said
        if conversation.doubt is not None:
            choice = {"dont_know": "unknown"}.get(conversation.doubt["kind"], "typed")
            conversation.settle_doubt("month" if conversation.doubt["kind"] == "scale" else choice, now)
            continue
        raw = family.get(asked.key) or family.get(asked.question.id, "")
        kind = asked.question.answer(Context(conversation.walk(now).kept, now, asked.subject))
        if isinstance(kind, ManyOf):
            raw = ",".join(word for word in raw.split(",") if word in kind.options) or "none"
        try:
            conversation.say(raw, now)
        except NotUnderstoodError:  # the script does not say it, or says it of somebody else
            conversation.say(typed(kind, chance), now)
        screen_input = ScreenInput(conversation, words, now)
        is_kept = asked.key in conversation.walk(now).kept
        said = f"✓ {line(screen_input, asked)}\n{noted(screen_input, asked)}" if is_kept else ""
    yield ScreenInput(conversation, words, now), said


def family_told(page: Page, family: Script) -> None:
    """Show the interview of a family, its review, the lists to correct it by, and its result."""
    page.head("a family")
    now = assessment_day(line=LINE)
    for screen_input, said in inputs(page.texts, family, now):
        page.show(said, "what stays of the answer")
        page.show(screen(screen_input), "question or review")
    conversation = screen_input.conversation
    views = [(View.EDIT, str(section)) for section in SECTIONS]
    if "household" in screen_input.walked.kept:
        views += [(View.FAMILY, ""), (View.ADD, ""), *((View.ADD_AGE, group.name) for group in GROUPS)]
        views += [(view, key) for key in screen_input.names for view in (View.MEMBER, View.REMOVE)]
    for view, about in views:
        conversation.look_at(view, about)
        page.show(screen(ScreenInput(conversation, page.texts, now)), f"{view} {about}")
    for asked in [one for key in screen_input.names for one in answered_about(screen_input, key)][:4]:
        conversation.ask_again(asked.key)
        page.show(screen(ScreenInput(conversation, page.texts, now)), "asked again")
    answers = screen_input.walked.kept
    household = household_from(answers, now)
    beside = other_help_record(household, assess(household, now.on, now.lines))
    found = record_of_doors(what_would_change(household, now.on, now.lines))
    shown: ShownResult = {"record": result_of(answers, now), "answers": answers, "doors": found, "other_help": beside}
    frozen = FrozenAssessment("481209376", NOW, shown)
    page.show(results.headline(page.texts, frozen, now.today), "result")
    if doors.has_doors(frozen):
        page.show(doors.doors(page.texts, frozen, results.naming_of(page.texts, frozen), now.today), "doors")
    for after_no in appeal.views_after_no(frozen, now.today):
        page.show(appeal.SCREENS[after_no](page.texts, frozen, now.today), after_no)
    what_if_told(page, household, screen_input, now)
    page.show(share(page.texts, frozen, "https://t.me/komek"), "told to relatives")
    for part in ("why", "children", "next"):
        page.show(results.explanation(page.texts, frozen, part, now.today), part)
    amount_check_told(page, frozen, screen_input, household)
    other_help_told(page, frozen)
    renewal_told(page, Conversation(dict(answers), told_in=str(Quarter.of(now.today).previous)), now)
    in_other_quarter = ResultBefore(quarter="2020-Q1", outcome="eligible", tenge=None)
    for before in (in_other_quarter, {**in_other_quarter, "quarter": str(Quarter.of(now.today).previous)}):
        for line_before in beside_last(page.texts, shown["record"], cast("ResultBefore", before)):
            page.show(line_before, "beside the last result")


def renewal_told(page: Page, conversation: Conversation, now: AssessmentDay) -> None:
    """Show what is asked of a family in a new quarter: all at once, line by line, and with the sums of before."""
    conversation.begin_quarter(now.today)
    sums: dict[str, Any] = conversation.earlier
    while (step := conversation.step(now)).first is not None:
        page.show(screen(ScreenInput(conversation, page.texts, now)), "still so")
        if step.lines and conversation.renewal is not None and conversation.renewal["one_by_one"]:
            if len(step.lines) > 1:
                page.show(which(ScreenInput(conversation, page.texts, now), step.lines), "which has changed")
            conversation.confirm(step.lines, now)
        elif step.lines and conversation.renewal is not None:
            conversation.renewal = {**conversation.renewal, "one_by_one": True}
        elif step.told is not None and step.told.key in sums:
            conversation.keep(step.told, sums[step.told.key], now)
        else:
            return


def amount_check_told(page: Page, frozen: FrozenAssessment, screen_input: ScreenInput, household: Household) -> None:
    """Show what moves a result most, and how a note is written and kept."""
    texts, record = page.texts, frozen.record["record"]
    again = frozen_inputs(record, inputs_record(household, law_in_force(screen_input.assessment_day.on)))
    page.show(amount_check.movers(texts, frozen, again, screen_input), "what moves it")
    page.show(amount_check.movers(texts, frozen, None, screen_input), "what moves an older one")
    page.show(amount_check.note_asked(texts, frozen, texts.say("note-personal")), "note")
    page.show(amount_check.note_kept(texts, frozen, 7, "1 < 2"), "note kept")


def other_help_told(page: Page, frozen: FrozenAssessment) -> None:
    """Show the other help beside a result: in short, page by page, and each kind opened."""
    places = range(len(frozen.record["other_help"]["help"]))
    for what, numbers in (("short", [0]), ("all", places), ("one", places)):
        for number in numbers:
            told = SCREENS[what](page.texts, frozen, number, NOW.date())
            if told is not None:
                page.show(told, f"other help, {what} {number}")


def what_if_told(page: Page, household: Household, screen_input: ScreenInput, now: AssessmentDay) -> None:
    """Show what can change in a family, each question, and each month now and then."""
    texts, names = page.texts, screen_input.names
    page.show(what_if.menu(texts, CHANGES), "what if")
    for change in ("earnings", "job", "study", "leaves"):
        page.show(what_if.who(texts, change, names), change)
    for about in ("earnings|self", "job|self", "joins|"):
        for is_hint in (False, True):
            page.show(what_if.sum_asked(texts, about, names, is_hint=is_hint), about)
    for is_complete in (False, True):
        page.show(what_if.to_answer(texts, is_complete=is_complete), "missing")
    for picked in (
        Picked("earnings", "self", 0),
        Picked("job", "self", 150_000),
        Picked("child"),
        Picked("joins", "", 70_000),
        *leaving(names),
    ):
        both = compare(household, changed_as(household, picked, now.on), now.on, now.lines)
        page.show(what_if.compared(texts, both, picked, names, now.today, has_changed=True), picked.change)
    found = curve_of_new_wage(household, "self", now.on, now.lines)
    page.show(what_if.curve(texts, found, names["self"]) if found else what_if.no_curve(texts), "any wage")


def leaving(names: Mapping[str, str]) -> list[Picked]:
    """Return that the last of the family lives apart, or has ended to study."""
    *_, last = names
    return [Picked("leaves", last), Picked("study", last)] if last != "self" else []


def records_told(page: Page) -> None:
    """Show what is said of results that the families above do not have, and where there is none."""
    page.show(results.none_yet(page.texts), "no result")
    for sentence, record in {**OTHERS, **IN_DOUBT, **dict(list(RECORDS.items())[:MOST_CASES])}.items():
        page.head(sentence)
        for paragraph in result_told(page.texts, record):
            page.show(paragraph)


def result_told(words: Texts, record: Record) -> Iterator[str]:
    """Yield all that is said of a result, paragraph by paragraph."""
    on = date.fromisoformat(record["on"])
    yield headline(words, record, on, called)
    yield from why(words, record, called, on)
    yield from of_readings(words, record, called, on)
    yield from children(words, record, called)
    yield from next_steps(words, record, on, called)
    yield from notes(words, record, called)


def called(label: str) -> str:
    """Return a member of a record by its label."""
    return f"«{label}»"


def notices_told(page: Page) -> None:
    """Show every notice, beside an estimate and without one."""
    for estimate in (None, estimate_of(), estimate_of(line=20_000)):
        page.head("notices" if estimate is None else "notices beside an estimate")
        for kind, values in every_notice():
            told = notice_told(page.texts, kind, values, a_case(), estimate, NOW)
            captions = [caption for row in told.rows for caption, _ in row]
            captions += ["button-complain"] * told.may_be_appealed
            page.show(told.text, kind, buttons=[page.texts.say(caption) for caption in captions])
    for kind in ("offer-made", "offer-extended", "offer-reminder-day", "visit-scheduled", "case-assigned"):
        values = {**OFFERED, **VISIT, "state": "open", "notice": 1}
        page.show(notice_told(page.texts, kind, values, None, None, NOW, is_private=True).text, "on a shared phone")
    page.show(with_word(page.texts, page.texts.say("case-was-assigned"), "Қарлығаш"), "with a word")


def cases_told(page: Page) -> None:
    """Show where a case stands, at each stage and on each ground."""
    page.head("the case")
    for status in CaseStatus:
        grounds = [*Ground] if status in {CaseStatus.REFUSED, CaseStatus.TERMINATED} else [None]
        for ground in grounds:
            decision: Decision = {"ground": ground} if ground else cast("Decision", DECIDED)
            case = Case("c1", "79-000123", "KZ-79", date(2026, 11, 20), status, date(2026, 11, 23), decision, NOW)
            for days in (0, 60):
                file = CaseFile(case, FOLLOWER, [], [], NOW + timedelta(days=days))
                page.show(case_screen(page.texts, file), f"{status} {ground or ''}")
            if status in STOPPED and (told := appeal.complaint_of_case(page.texts, case, FOLLOWER)):
                page.show(told, f"complaint {ground or ''}")


def offers_told(page: Page) -> None:
    """Show the cards, the screens of every answer, the list, the bills and what a refusal costs."""
    page.head("offers")
    respond_by = NOW + timedelta(days=3)
    writing = Answering(what="refuse", number=7, sequence=2, reason="other", text="Балам ауырады", files=[], album=None)
    seen = []
    for state in OfferState:
        details = {**OFFERED, "answer": {**OFFERED["answer"], "state": state}}
        made = Offer(7, "c1", "o1", state, 2, NOW, respond_by, None, cast("OfferDetails", details))
        seen.append(OfferView(made, FOLLOWER, is_named=state is OfferState.OPEN, concerns=True, may_answer=True))
        for now in (NOW, respond_by + timedelta(days=1)):
            page.show(card(page.texts, offered(state=state, is_named=False), now.date(), now), f"{state}")
    for told in (offer.accepting, offer.accepted, offer.refused, offer.reasons, offer.excuse_sent, offer.taken_back):
        page.show(told(page.texts, seen[0], NOW), told.__name__)
    page.show(offer.excusing(page.texts, seen[0], writing, NOW), "excusing")
    for is_private in (False, True):
        page.show(offer_list.listing(page.texts, seen, NOW, is_private=is_private), "list")
    for title, bill in BILLS.items():
        for values in (NAMED, OF_ANOTHER):
            page.show(bill_told(page.texts, bill, values, NOW.date()), f"bill: {title}")
            unchanged, free = bill.unchanged, bill.need_not_take_part
            costs = price(page.texts, bill.cost, values, NOW.date(), unchanged=unchanged, need_not_take_part=free)
            page.show(costs, f"price: {title}")
        costs = price_again(page.texts, bill.cost, NOW.date())
        page.show(offer.refusing(page.texts, seen[0], writing, costs, NOW), f"refusing: {title}")
    page.show(missing_told(page.texts, [Gap(Missing.INCOME, "self", IncomeKind.WAGE)], called), "missing")


def checks_told(page: Page) -> None:
    """Show the families that somebody checks, and the questions about a family that is not their own."""
    page.head("another family")
    texts, called = page.texts, "Көршім Айгүл" if page.texts.language is Language.KK else "Соседка Айгуль"
    families = [
        checks.Checked(0, "", is_begun=True, is_complete=False, result=None),
        checks.Checked(1, called, is_begun=False, is_complete=False, result=None),
        checks.Checked(2, "", is_begun=False, is_complete=False, result=None, is_damaged=True),
    ]
    page.show(checks.listed(texts, families, 1), "the list")
    for checked in families[1:]:
        page.show(checks.one(texts, checked, 30), "a family of it")
    for hint in ("", "check-name-not-taken", "check-name-secret", "check-name-there"):
        page.show(checks.name_asked(texts, hint), "its name")
    page.show(checks.name_asked(texts, is_rename=True), "its name")
    for checked in families[1:]:
        page.show(checks.deletion(texts, checked), "deleted")
    page.show(checks.of_another(texts, families[0], families[1]), "a button of another family")
    for told in (checks.too_many(texts), checks.gone(texts)):
        page.show(told, "the list")
    theirs = Page(page.texts.language)
    theirs.texts, theirs.seen = texts_of_another(page.texts.language), page.seen
    for family in FAMILIES:
        family_told(theirs, family)


def safety_told(page: Page) -> None:
    """Show what protects a family: the word, who follows, what is hidden, what the bot told last."""
    page.head("safety")
    for is_on in (False, True):
        page.show(safety.safety(page.texts, is_private=is_on, is_protected=is_on), "safety")
    for told in (safety.clearing(page.texts), safety.cleared(page.texts, has_begun=True)):
        page.show(told, "the chat emptied")
    for told in (
        *(family_word.asked(page.texts, hint) for hint in ("", "word-not-taken", "word-secret")),
        family_word.kept(page.texts, "Қарлығаш"),
        family_word.shown(page.texts, "Қарлығаш"),
        family_word.removed(page.texts),
    ):
        page.show(told, "the word")
    for kind in TELL:
        page.show(verify.line(page.texts, kind, NOW, NOW.date()), "told last")
    for name in ("verify-sent", "verify-text-sent"):
        page.show(verify.sent(page.texts, name, NOW), name)
    others = [Follower("79-000123", number, f"p{number}", name, NOW) for number, name in ((2, "Иван"), (3, None))]
    family = [FOLLOWER, *others, Follower("79-000123", 4, "p4", None, NOW)]
    page.show(followers_screen(page.texts, FOLLOWER, family, {}, NOW), "who follows")
    page.show(person_screen(page.texts, FOLLOWER, others[0], family, {}, [], NOW), "one of them")
    keeps = Keeps()
    days = {name: getattr(keeps, f"{name}_days") for name in ("drafts", "results", "files", "notices")}
    page.show(page.texts.say("privacy-long", **days), "privacy")


def menu_told(page: Page) -> None:
    """Show the menu as it stands for a newcomer, in the questions and at a result; what the bot tells of itself."""
    newcomer = menus.Progress(has_begun=True, now=NOW)
    at_result = newcomer._replace(result="1", is_current=True, has_case=True, has_offers=True)
    for progress in (newcomer, newcomer._replace(asked=Section.MONEY), at_result):
        page.show(menus.menu(page.texts, progress), "menu")
        page.show(menus.more(page.texts, progress), "more")
    page.show(menus.about(page.texts, newcomer), "about")
    for number, _ in enumerate(menus.HISTORY, start=1):
        page.show(menus.history(page.texts, number), f"history {number}")
    told = menus.help_(page.texts, newcomer), menus.help_answers(page.texts), menus.help_commands(page.texts)
    for screen_ in (*told, menus.fraud(page.texts, newcomer)):
        page.show(screen_, "help")


def words_of(page: Page) -> None:
    """Show the beginning, the menu, the help, and every text that stands alone and was not shown yet."""
    page.head("start")
    begun = [f"start-{name}" for name in ("about", "estimate", "never-asks", "consent")]
    page.show("\n\n".join(page.texts.say(name) for name in begun))
    menu_told(page)
    page.head("all that stands alone")
    for text in texts_in(LOCALES / page.texts.language.value):
        apart = text.name.startswith(("-", "calendar", "region", "act-")) or "." in text.name
        if not apart and not page.texts._compile(text.name).variables:
            page.show(page.texts.say(text.name), text.name)


def main(language: str) -> None:
    """Show everything."""
    page = Page(Language(language))
    for family in FAMILIES:
        family_told(page, family)
    for part in (records_told, notices_told, cases_told, offers_told, safety_told, checks_told, words_of):
        part(page)


if __name__ == "__main__":
    main(sys.argv[1])
