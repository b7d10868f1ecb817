"""A story of one case after the other in which every kind of notice is queued, and all that an offer or a visit keeps.

What happens in it stands in the journals and among the changes; `every_entry.py` plays the rest of that.

What it stores is in `stored_documents.json` as the program wrote it before documents had types; what comes later is put
there as it is written first.
"""

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from bot import casework
from bot.casework import Shown
from bot.notices import broadcasts
from bot.notices.broadcasts import Broadcast
from bot.notices.law_changes import look, tell
from bot.reminders.case_reminders import remind
from bot.reminders.own_reminders import KINDS, remind_of_own
from bot.store import assessments, law_changes, own_reminders, people, poverty_lines, result_notes
from bot.store.assessments import FrozenAssessment, ShownResult
from bot.store.notice_kinds import NoticeKind
from bot.store.own_reminders import Occasion, OwnReminder
from bot.store.poverty_lines import AddedLine
from bot.store.result_notes import Note
from handlers.shown_result import with_before
from rules import (
    Assessment,
    Birth,
    Disability,
    Household,
    Income,
    IncomeKind,
    Member,
    PovertyLine,
    PovertyLines,
    Quarter,
    Relationship,
    assess,
    other_help_record,
    record_of,
)
from rules.frozen_result import ResultBefore
from rules.household_record import household_record
from rules.interview.renewal import begun
from rules.offer import Excuse
from rules.replay import inputs_record
from tests.bot import every_entry
from tests.bot.case_story import AIGUL, ASSIGNED, IVAN, SHYMKENT, STRANGER, Story, kz

STORED: Final[dict[str, dict[str, Any]]] = json.loads(
    Path(__file__).with_name("stored_documents.json").read_text(encoding="utf-8")
)
SHOWN: Final = Shown("kk", 11, "Ұсыныс: Аспаз")
NOTE: Final = "Құжат керек"
WITHOUT_CASE: Final = 1_005


async def of_every_kind(story: Story) -> dict[str, dict[str, Any]]:
    """Play all cases and return the documents of offers, visits and decisions, and one of each kind of notice.

    Of each kind of entry and of change there is one for each set of fields. They are named by what they are of; their
    fields have the order in which they were sealed.
    """
    for play in (_of_visits, _of_offers, _of_decisions, _of_followers):
        await play(story)
    spoken = Broadcast(SHYMKENT, {"kk": "Мансап орталығы көшті.", "ru": "Карьерный центр переехал."})
    async for _ in broadcasts.queue(story.world, spoken):
        pass
    stored = await _stored(story)
    await every_entry.play(story)
    happened = await _happened(story)
    reminders = await _of_own_reminders(story)  # last: what comes after a notice has another number by it
    changed = await _of_law(story)
    beside = {
        "other help": {**other_help_record(*_assessed())},
        "answers renewal": {**(begun({"region": SHYMKENT, "birthday:c1": "2017-05-12"}) or {})},
        "result before": {**_compared()},
        "result household": {**household_record(_mother_of_three())},
        "result note": await _note(story),
    }
    return dict(sorted({**stored, **happened, **reminders, **changed, **beside}.items()))


def _compared() -> ResultBefore:
    """Return what is kept of the result of an earlier quarter."""
    record = record_of(_assessed()[1])
    earlier: Any = {"record": record, "answers": {}, "base_months": list(record["base_months"])}
    made = FrozenAssessment("481209376", kz(2026, 11, 16), earlier)
    return with_before({"record": {**record, "quarter": "2027-Q1"}, "answers": {}}, [made])["before"]


async def _note(story: Story) -> dict[str, Any]:
    """Return a note about a result as it is sealed."""
    async with story.database.transaction() as transaction:
        shown: Any = {"record": {}, "answers": {}}
        number = await assessments.freeze(transaction, story.cipher, AIGUL, shown, story.at)
        words = "Жалақым 60 мың"
        note: Note = {"words": words, "outcome": "eligible", "monthly_tenge": {"low": 0, "high": 41_237}}
        await result_notes.keep(transaction, story.cipher, number, note, story.at)
        (row,) = await transaction.fetch("select note from result_notes", {})
        await transaction.fetch("delete from assessments", {})
    return story.cipher.open(row["note"])


def _mother_of_three() -> Household:
    """Return a mother with three children, one with a disability."""
    on = kz(2026, 11, 16).date()
    mother = Member(
        "self",
        Relationship.APPLICANT,
        Birth.at_age(34, on),
        incomes=(Income.of(IncomeKind.CHILD_DISABILITY_ALLOWANCE, 245_613),),
    )
    children = [Member(f"c{age}", Relationship.CHILD, Birth.on(date(2026 - age, 2, 1))) for age in (9, 5, 0)]
    disabled = replace(children[1], disability=Disability.CHILD)
    return Household(SHYMKENT, (mother, children[0], disabled, children[2]))


def _assessed() -> tuple[Household, Assessment]:
    """Return that family, with other help that is due, open, missed and received, and its assessment."""
    on, family = kz(2026, 11, 16).date(), _mother_of_three()
    lines = PovertyLines([PovertyLine.published(SHYMKENT, Quarter(2026, 4), 40_000, "akimat")])
    return family, assess(family, on, lines)


async def _begin(story: Story, number: str, applied_on: str | None = None) -> Story:
    new = Story(story.database, story.cipher, story.at, number)
    await new.open(applied_on)
    await new.join(AIGUL, label="Айгүл")
    await new.join(IVAN, "ru", label="Иван")
    return new


async def _at(story: Story, *moment: int) -> None:
    story.at = kz(2026, *moment)
    await remind(story.world)


async def _of_visits(story: Story) -> None:
    case = await _begin(story, "visits", "2026-11-02")
    await case.decide("received")
    await case.visit(kz(2026, 11, 18, 10))
    await case.is_told()
    await case.move(kz(2026, 11, 18, 15))
    visit = await case.the_visit()
    await casework.confirm_visit(case.world, visit.number, visit.sequence, AIGUL, "press-1")
    wished: list[Mapping[str, str]] = [{"from": "2026-11-19T10:00:00+05:00", "to": "2026-11-19T12:00:00+05:00"}]
    await casework.ask_to_move_visit(case.world, visit.number, visit.sequence, IVAN, wished, "press-2")
    for moment in ((11, 17, 18), (11, 18, 13), (11, 19, 10)):
        await _at(case, *moment)
    for conclusion in ("nobody_home", "no_need", "need", "examination_refused"):
        await case.visit(kz(2026, 11, 20, 10), visit_id=conclusion)
        case.at = kz(2026, 11, 20, 12)
        await case.send("visit.held", visit_id=conclusion, conclusion=conclusion, note=NOTE)
        case.at = kz(2026, 11, 19, 10)
    await case.visit(kz(2026, 11, 21, 10), visit_id="v2")
    await case.is_told()
    await case.send("visit.cancelled", visit_id="v2", note=NOTE)


async def _answer(
    case: Story, offer_id: str, answer: Callable[..., Awaitable[object]], *more: Any, person_id: int = AIGUL
) -> None:
    offer = await case.the_offer(offer_id)
    await answer(case.world, offer.number, offer.sequence, person_id, SHOWN, *more)


async def _offer(case: Story, offer_id: str, **more: Any) -> None:
    await case.offer(offer_id, title=f"Аспаз {offer_id}", details="Ауысыммен", **more)


async def _of_offers(story: Story) -> None:
    case = await _begin(story, "offers")
    await _offer(case, "o1", respond_by="2026-11-20T12:00:00+05:00")
    await casework.open_offer(case.world, 1, AIGUL, SHOWN)
    await casework.card_shown(case.world, 1, AIGUL, SHOWN)
    await casework.ask_to_be_confirmed(case.world, 1, IVAN)
    await casework.price_shown(case.world, 1, 0, AIGUL, SHOWN.message_id)
    await casework.begin_refusal(case.world, 1, 0, AIGUL, SHOWN)
    for moment in ((11, 18, 12), (11, 19, 12), (11, 20, 9), (11, 20, 13)):
        await _at(case, *moment)
    await case.send("offer.extended", offer_id="o1", respond_by="2026-11-25T18:00:00+05:00")
    await case.send("offer.withdrawn", offer_id="o1", note=NOTE)
    later = "2026-11-30T12:00:00+05:00"
    for offer_id, is_excused in (("o2", True), ("o3", False)):
        await _offer(case, offer_id, respond_by=later)
        await _answer(case, offer_id, casework.ask_to_be_excused, Excuse.OTHER, "Балам ауырады")
        await case.send("offer.excused", offer_id=offer_id, accepted=is_excused, note=NOTE)
    await case.confirms("p3")
    await _offer(case, "o4", respond_by=later, member_label="Марат")
    await _answer(case, "o4", casework.accept_offer)
    await case.send("offer.acknowledged", offer_id="o4")
    await _offer(case, "o5", respond_by=later, member_label="Марат")
    await _answer(case, "o5", casework.accept_offer)
    await _offer(case, "o6", respond_by=later, member_label="Марат")
    await _answer(case, "o6", casework.accept_offer)
    await _answer(case, "o6", casework.take_back)
    await case.is_told()
    await case.decide("refused")
    await case.is_told()
    await case.send("case.corrected", reason="mistake", note=NOTE)
    await case.send("follower.removed", person="p3")


async def _of_decisions(story: Story) -> None:
    case = await _begin(story, "decisions")
    for status in ("received", "under_review"):
        await case.decide(status)
    await case.decide("assigned", **ASSIGNED)
    await _at(case, 12, 29, 12)
    await case.decide("suspended", note=NOTE)
    paid = {"monthly_tenge": 30_000, "paid_until": "2027-01-31", "paid_on": "2026-12-30", "account_ends_with": "4112"}
    await case.decide("assigned", **{**ASSIGNED, **paid})
    await case.decide("terminated", ground="false_data", paid_until="2026-12-31")
    await case.is_told()
    await case.send("case.corrected", reason="appeal", note=NOTE)


async def _of_followers(story: Story) -> None:
    case = await _begin(story, "followers")
    await casework.doubt(case.world, await case.id(), IVAN, "p7")
    await casework.doubt(case.world, await case.id(), AIGUL, "p8")
    await _offer(case, "o7", respond_by="2026-11-17T12:00:00+05:00")
    await _at(case, 11, 17, 13)
    await case.send("follower.removed", person="p8")
    later = "2026-11-30T12:00:00+05:00"
    await case.join(STRANGER, label="Сәуле")
    await _offer(case, "o8", respond_by=later, member_label="Сәуле")
    await _answer(case, "o8", casework.ask_to_be_excused, Excuse.OTHER, "Балам ауырады", person_id=STRANGER)
    await _offer(case, "o9", respond_by=later)
    await case.decide("refused")
    await casework.forget_person(case.world, STRANGER)


async def _of_own_reminders(story: Story) -> dict[str, dict[str, Any]]:
    """Let somebody who follows no case ask to be reminded of a result of a known id."""
    now, shown = story.at, ShownResult(record=record_of(_assessed()[1]), answers={})
    async with story.database.transaction() as transaction:
        await people.choose_language(transaction, WITHOUT_CASE, "kk", now)
        made = await assessments.freeze(transaction, story.cipher, WITHOUT_CASE, shown, now)
        await transaction.fetch("update assessments set id = 'AbCdEfGhIjKl' where id = :id returning id", {"id": made})
        for about in Occasion:
            wanted = OwnReminder("AbCdEfGhIjKl", about, kz(2026, 12, 31).date(), now.date())
            await own_reminders.ask(transaction, WITHOUT_CASE, wanted, now)
    await remind_of_own(story.world, now)
    return {kind: values for kind, values in (await _stored(story)).items() if kind in set(KINDS.values())}


async def _of_law(story: Story) -> dict[str, dict[str, Any]]:
    """Let the same person be told that a published line has changed a result, whose new number is known."""
    async with story.database.transaction() as transaction:
        family, found = _assessed()
        shown = ShownResult(record=record_of(found), answers={}, inputs=inputs_record(family, found.law))
        await assessments.freeze(transaction, story.cipher, WITHOUT_CASE, shown, story.at + timedelta(minutes=1))
        await law_changes.ask(transaction, WITHOUT_CASE, story.at)
        line = AddedLine(SHYMKENT, "2026-Q4", 71_000, "akimat", story.at.date())
        await poverty_lines.put_lines(transaction, [line])
    async for batch in look(story.world):
        await tell(story.world, batch.changed)
    kind = NoticeKind.RESULT_CHANGED
    return {kind: {**(await _stored(story))[kind], "result": "123456789"}}


async def _stored(story: Story) -> dict[str, dict[str, Any]]:
    async with story.database.reading() as connection:
        offers = await connection.fetch("select id, details from offers order by number", {})
        visits = await connection.fetch("select id, details from visits order by number", {})
        notices = await connection.fetch("select kind, details from outbox order by id", {})
    sealed = {
        **{f"offer {row['id']}": row["details"] for row in offers},
        **{f"visit {row['id']}": row["details"] for row in visits},
        **{row["kind"]: row["details"] for row in notices},
    }
    return {name: story.cipher.open(details) for name, details in sealed.items()}


async def _happened(story: Story) -> dict[str, dict[str, Any]]:
    """Return the decisions, and of each kind of entry and of change the first one of each set of fields."""
    async with story.database.reading() as connection:
        decided = await connection.fetch("select number, decision from cases where decision is not null", {})
        entries = await connection.fetch("select kind, details from journal order by number", {})
        changes = await connection.fetch("select kind, details from changes order by number", {})
    found = {f"decision {row['number']}": story.cipher.open(row["decision"]) for row in decided}
    for table, rows in (("entry", entries), ("change", changes)):
        of_kind: dict[str, dict[tuple[str, ...], dict[str, Any]]] = {}
        for row in rows:
            details = story.cipher.open(row["details"])
            of_kind.setdefault(row["kind"], {}).setdefault(tuple(details), details)
        for kind, told in of_kind.items():
            found |= {f"{table} {kind} {number}": details for number, details in enumerate(told.values(), start=1)}
    return found
