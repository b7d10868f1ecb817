"""A notice in the words of its person, from what is stored now."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any, Final, cast

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.database import Connection
from bot.delivery.told import Told
from bot.notices import values_of_visit
from bot.store import assessments, cases, people, visits
from bot.store.assessments import FrozenAssessment
from bot.store.cases import Case
from bot.store.notice_kinds import NoticeKind
from bot.store.notice_values import StatusValues, VisitValues
from bot.store.outbox import Notice
from bot.texts import Language, Texts, texts
from bot.wording.button_styles import style_of
from bot.wording.decision_and_estimate import decided_quarter
from bot.wording.family_word import with_word
from bot.wording.notice_input import Button
from bot.wording.notices import below_its_case, is_hidden, notice_told, of_which_case
from bot.world import World

TO_THE_CASE: Final = "button-menu-case"
TO_COMPLAIN: Final = "button-complain"
DECISIONS: Final = frozenset({NoticeKind.CASE_ASSIGNED, NoticeKind.CASE_REFUSED})


def words_from(world: World) -> Callable[[Notice], Awaitable[Told]]:
    """Return what puts a notice into words as they are now."""

    async def words_for(notice: Notice) -> Told:
        return await in_words(world, notice, world.now())

    return words_for


async def in_words(world: World, notice: Notice, now: datetime) -> Told:
    """Put a notice into words, with its case, beside the person's own last estimate; `now` is when it is read."""
    words = texts(Language(notice.language))
    async with world.database.reading() as connection:
        case = await cases.load(connection, world.cipher, notice.case_id) if notice.case_id else None
        shown = await _estimate(connection, world, notice, case)
        head = await _which_case(connection, world, words, notice, case)
        wishes = await people.wishes(connection, world.cipher, notice.person_id)
        values = {**notice.details, **await _planned(connection, world, notice), "notice": notice.id}
    estimate = shown.record["record"] if shown else None
    told = notice_told(words, notice.kind, values, case, estimate, now, is_private=notice.is_private)
    rows = told.rows or (_rows_of_case(notice, may_be_appealed=told.may_be_appealed) if notice.case_id else [])
    text = below_its_case(head, told.text) if head else told.text
    return Told(with_word(words, text, wishes.word), _keyboard(words, rows), is_protected=wishes.is_protected)


def _rows_of_case(notice: Notice, *, may_be_appealed: bool) -> list[list[Button]]:
    """Return the buttons below a notice that has none of its own: to the case, and how to complain of a decision."""
    complain: list[list[Button]] = [[(TO_COMPLAIN, f"case|complain|{notice.alias}")]] if may_be_appealed else []
    return [*complain, [(TO_THE_CASE, f"case|open|{notice.alias}")]]


async def _estimate(connection: Connection, world: World, notice: Notice, case: Case | None) -> FrozenAssessment | None:
    """Return, for a decision, the person's own last estimate for its quarter and region; other notices need none."""
    if case is None or notice.kind not in DECISIONS:
        return None
    quarter = str(decided_quarter(cast("StatusValues", notice.details), case.applied_on))
    return await assessments.latest_of(connection, world.cipher, notice.person_id, case.region, quarter)


async def _which_case(connection: Connection, world: World, words: Texts, notice: Notice, case: Case | None) -> str:
    """Return the line that names the case, to somebody who follows more than one; nothing where all is hidden."""
    is_told = case is not None and not is_hidden(notice.kind, is_private=notice.is_private)
    following = await cases.following(connection, world.cipher, notice.person_id) if is_told else []
    labels = {follower.case_id: follower.member_label for follower in following}
    if case is None or case.id not in labels or len(labels) == 1:
        return ""
    followed = await cases.followed_by(connection, world.cipher, notice.person_id)
    others = [(other, labels.get(other.id)) for other in followed if other.id != case.id]
    return of_which_case(words, case, labels[case.id], others)


async def _planned(connection: Connection, world: World, notice: Notice) -> dict[str, VisitValues]:
    """Return the visit that is still to come, for the notice that the commission's term is over."""
    if notice.kind != NoticeKind.EXAMINATION_OVERDUE or notice.case_id is None:
        return {}
    found = await visits.of_case(connection, world.cipher, notice.case_id)
    to_come = [visit for visit in found if visit.state == "scheduled" and visit.ends_at > world.now()]
    return {"planned": values_of_visit(to_come[0])} if to_come else {}


def _keyboard(words: Texts, rows: list[list[tuple[str, str]]]) -> InlineKeyboardMarkup | None:
    buttons: list[list[Any]] = [
        [
            InlineKeyboardButton(text=words.say(caption), callback_data=callback, style=style_of(callback))
            for caption, callback in row
        ]
        for row in rows
        if row
    ]
    return InlineKeyboardMarkup(inline_keyboard=buttons) if buttons else None
