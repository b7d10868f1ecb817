"""The family's case: where it stands, its history, and following it no more; without one, how to apply."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot import casework, wording
from bot.store import cases, journal, visits
from bot.store.cases import Case, Follower
from bot.store.checks import OWN
from bot.world import World
from handlers import replies
from handlers.conversation import View
from handlers.keyboards import ButtonRow, Leave, OfCase, Renew, Show, keyboard, to_menu
from handlers.notice_opened import tell_opened
from handlers.progress import progress_of
from handlers.screens.appeal import complaint_of_case
from handlers.screens.case import CaseFile, case_screen, choice, leaving, since
from handlers.screens.menu import first_step
from handlers.screens.offer import is_awaited
from handlers.screens.own_reminders import before_renewal
from handlers.screens.result import naming_of, to_take_along
from handlers.screens.screen_input import Screen
from handlers.session import HasBegun, Session
from rules import Quarter
from rules.interview.questions import Section

router = Router(name="case")
router.message.filter(HasBegun())
router.callback_query.filter(HasBegun())
router.callback_query.middleware(tell_opened)


@router.message(Command("case"))
async def case(message: Message, session: Session) -> None:
    """Show the case, the choice of several, or how to apply."""
    await replies.say(message, *await first_screen(session))


@router.callback_query(Show.filter(F.view == "case"))
async def case_by_button(query: CallbackQuery, session: Session) -> None:
    """Show the same after a press on the menu."""
    await replies.show_below(query, *await first_screen(session))


@router.callback_query(OfCase.filter(F.what == "open"))
async def case_of_notice(query: CallbackQuery, callback_data: OfCase, session: Session) -> None:
    """Show the case of a notice below the notice, which stays as it was read."""
    words, world = session.texts, session.world
    follower = await _followed_as(world, session.id, callback_data.alias)
    file = await file_of(world, follower.case_id, session.id) if follower else None
    shown = case_screen(words, file) if file else Screen(words.say("leave-already"), None)
    await replies.show_below(query, *shown)


@router.callback_query(OfCase.filter(F.what == "complain"))
async def complain(query: CallbackQuery, callback_data: OfCase, session: Session) -> None:
    """Show below a notice or a case how its decision can be complained of; the case where the law was not read."""
    words, world = session.texts, session.world
    follower = await _followed_as(world, session.id, callback_data.alias)
    file = await file_of(world, follower.case_id, session.id) if follower else None
    if file is None:
        shown = Screen(words.say("leave-already"), None)
    else:
        shown = complaint_of_case(words, file.case, file.follower) or case_screen(words, file)
    await replies.show_below(query, *shown)


@router.callback_query(OfCase.filter(F.what.in_({"show", "history", "leave"})))
async def of_case(query: CallbackQuery, callback_data: OfCase, session: Session) -> None:
    """Show one case, its whole history, or the question before leaving it."""
    words, world = session.texts, session.world
    follower = await _followed_as(world, session.id, callback_data.alias)
    file = await file_of(world, follower.case_id, session.id) if follower else None
    if follower is None or file is None:
        await replies.show(query, words.say("leave-already"))
    elif callback_data.what == "leave":
        await replies.show_below(query, *leaving(words, follower))
    else:
        await replies.show(query, *case_screen(words, file, whole=callback_data.what == "history"))


@router.callback_query(Leave.filter())
async def leave(query: CallbackQuery, callback_data: Leave, session: Session) -> None:
    """Let somebody follow a case no more; who came back meanwhile is shown the case."""
    words, world = session.texts, session.world
    follower = await _followed_as(world, session.id, callback_data.alias)
    file = await file_of(world, follower.case_id, session.id) if follower else None
    if follower is None or file is None:
        await replies.show(query, words.say("leave-already"))
    elif since(follower) != callback_data.since:
        await replies.show(query, *case_screen(words, file))
    else:
        await casework.leave(world, follower.case_id, session.id)
        await replies.show(query, words.say("left"), keyboard([[to_menu(words)]]))


@router.callback_query(Renew.filter())
async def renew(query: CallbackQuery, callback_data: Renew, session: Session) -> None:
    """Go through what is saved of the family before the next application; the money of the new months is asked.

    As long as the quarter lasts in which it was told, it can be looked at: nothing is asked yet. The application is the
    person's own: whoever was checking another family is back with theirs.
    """
    if session.check != OWN:
        await session.turn_to(OWN)
    session.begin_today()
    conversation, today = session.conversation, session.assessment_day.today
    if conversation.is_complete(session.assessment_day):
        conversation.look_at(View.EDIT, Section.FAMILY)
        if callback_data.case_id:
            latest = await session.latest_of(OWN)
            await replies.show_below(query, *before_renewal(session.texts, today, latest))
            await session.show_below(query, toast=None)
            return
    await session.show_below(query)


async def first_screen(session: Session) -> Screen:
    """Return what a person sees of their cases."""
    world, words = session.world, session.texts
    followed = await _followed(world, session.id)
    if not followed:
        return await _without_case(session)
    if len(followed) > 1:
        return choice(words, followed, world.today())
    file = await file_of(world, followed[0][0].id, session.id)
    return case_screen(words, file) if file else Screen(words.say("leave-already"), None)


async def file_of(world: World, case_id: str, person_id: int) -> CaseFile | None:
    """Return all that is stored of a case; None to somebody who does not follow it."""
    async with world.database.reading() as connection:
        follower = await cases.follower(connection, world.cipher, case_id, person_id)
        case = await cases.load(connection, world.cipher, case_id)
        if follower is None or case is None:
            return None
        happened = await journal.readable(connection, world.cipher, case_id)
        planned = await visits.of_case(connection, world.cipher, case_id)
    seen = await casework.offers_seen(world, person_id)
    awaited = [one for one in seen.offers if one.offer.case_id == case_id and one.may_answer]
    waiting = sorted((one for one in awaited if is_awaited(one, world.now())), key=lambda one: one.offer.respond_by)
    return CaseFile(case, follower, happened, planned, world.now(), waiting)


async def _followed(world: World, person_id: int) -> list[tuple[Case, Follower]]:
    async with world.database.reading() as connection:
        found = await cases.followed_by(connection, world.cipher, person_id)
        own = {follower.case_id: follower for follower in await cases.following(connection, world.cipher, person_id)}
    return [(case, own[case.id]) for case in found if case.id in own]


async def _followed_as(world: World, person_id: int, alias: str) -> Follower | None:
    async with world.database.reading() as connection:
        following = await cases.following(connection, world.cipher, person_id)
    return next((follower for follower in following if follower.alias == alias), None)


async def _without_case(session: Session) -> Screen:
    """Return how to apply, as the last result of this quarter says or as everybody does, and what to do first."""
    frozen, today, words = await session.latest_of(OWN), session.world.today(), session.texts
    record = frozen.record["record"] if frozen else None
    is_current = record is not None and record["quarter"] == str(Quarter.of(today))
    how = wording.how_to_apply(words, today)
    if frozen and is_current:
        how = wording.next_steps(words, frozen.record["record"], today, naming_of(words, frozen))
    rows: list[ButtonRow] = to_take_along(words, frozen, today) if frozen and is_current else []
    first = [] if is_current or session.check != OWN else [[first_step(words, await progress_of(session))]]
    told = [words.say("case-none"), words.say("case-how"), *how]
    return Screen("\n\n".join(told), keyboard([*first, *rows, [to_menu(words)]]))
