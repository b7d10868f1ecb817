"""Who follows the family's case: seen by each of them, and what one of them says of another."""

from typing import Final

from aiogram import F, Router
from aiogram.types import CallbackQuery

from bot import casework
from bot.casework import Doubted
from bot.store import cases, doubts
from bot.store.cases import Follower
from bot.world import World
from handlers import replies
from handlers.keyboards import OfCase, OfFollower
from handlers.screens.followers import doubting, followers_screen, name_of, person_screen
from handlers.screens.screen_input import Screen
from handlers.session import HasBegun, Session

router = Router(name="followers")
router.callback_query.filter(HasBegun())
ANSWERED: Final = {True: "follower-may_answer-done", False: "follower-may_not_answer-done"}


@router.callback_query(OfCase.filter(F.what == "followers"))
async def followers(query: CallbackQuery, callback_data: OfCase, session: Session) -> None:
    """Show who follows the case."""
    await replies.show_below(query, *await _screen(session, callback_data.alias))


@router.callback_query(OfFollower.filter(F.what == "person"))
async def person(query: CallbackQuery, callback_data: OfFollower, session: Session) -> None:
    """Show one of those who follow the case, with what can be said of them."""
    world, words = session.world, session.texts
    me, other = await _both(session, callback_data)
    if me is None or other is None:
        await replies.show(query, *await _screen(session, callback_data.own))
        return
    family = await _family(world, session.id, callback_data.own)
    async with world.database.reading() as connection:
        confirmations = await cases.confirmations(connection, me.case_id)
        found = await doubts.of_case(connection, me.case_id)
    await replies.show(query, *person_screen(words, me, other, family, confirmations, found, world.now()))


@router.callback_query(OfFollower.filter(F.what == "doubt"))
async def ask_before_doubting(query: CallbackQuery, callback_data: OfFollower, session: Session) -> None:
    """Ask whether the person really is not known."""
    me, other = await _both(session, callback_data)
    if me is None or other is None:
        await replies.show_below(query, *await _screen(session, callback_data.own))
        return
    async with session.world.database.reading() as connection:
        confirmations = await cases.confirmations(connection, me.case_id)
        found = await doubts.of_case(connection, me.case_id)
    is_stopped = other.doubted_at is not None or casework.can_stop(me, other, confirmations, found)
    await replies.show_below(query, *doubting(session.texts, me, other, is_stopped=is_stopped))


@router.callback_query(OfFollower.filter(F.what == "doubt_yes"))
async def doubt(query: CallbackQuery, callback_data: OfFollower, session: Session) -> None:
    """Tell the officer that somebody is not known; until they have decided, that person answers nothing."""
    me, other = await _both(session, callback_data)
    if me is None or other is None:
        await replies.show(query, *await _screen(session, callback_data.own))
        return
    said = await casework.doubt(session.world, me.case_id, session.id, other.alias)
    person = name_of(session.texts, other)
    first = session.texts.say(f"follower-doubt-{said}", person=person) if said is not Doubted.GONE else ""
    await replies.show(query, *await _screen(session, callback_data.own, first))


@router.callback_query(OfFollower.filter(F.what.in_({"may_answer", "may_not_answer"})))
async def let_answer(query: CallbackQuery, callback_data: OfFollower, session: Session) -> None:
    """Let somebody answer offers for the person, or no more."""
    me, other = await _both(session, callback_data)
    first = ""
    if me is not None and other is not None:
        may_answer = callback_data.what == "may_answer"
        done = await casework.confirm_by_member(
            session.world, me.case_id, session.id, other.alias, may_answer=may_answer
        )
        first = session.texts.say(ANSWERED[may_answer], person=name_of(session.texts, other)) if done else ""
    await replies.show(query, *await _screen(session, callback_data.own, first))


async def _screen(session: Session, own_alias: str, first: str = "") -> Screen:
    world, words = session.world, session.texts
    family = await _family(world, session.id, own_alias)
    me = next((follower for follower in family if follower.alias == own_alias), None)
    if me is None:
        return Screen(words.say("leave-already"), None)
    async with world.database.reading() as connection:
        confirmations = await cases.confirmations(connection, me.case_id)
    return followers_screen(words, me, family, confirmations, world.now(), first=first)


async def _both(session: Session, callback_data: OfFollower) -> tuple[Follower | None, Follower | None]:
    """Return the person as a follower of the case, and the other one; None for whoever follows it no more."""
    family = await _family(session.world, session.id, callback_data.own)
    by_alias = {follower.alias: follower for follower in family}
    other = by_alias.get(callback_data.other) if callback_data.other != callback_data.own else None
    return by_alias.get(callback_data.own), other


async def _family(world: World, person_id: int, own_alias: str) -> list[Follower]:
    async with world.database.reading() as connection:
        following = await cases.following(connection, world.cipher, person_id)
        me = next((follower for follower in following if follower.alias == own_alias), None)
        return [] if me is None else await cases.followers(connection, world.cipher, me.case_id)
