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
from handlers.person import HasBegun, Visitor
from handlers.screens.followers import doubting, followers_screen, name_of, person_screen
from handlers.screens.scene import Screen

router = Router(name="followers")
router.callback_query.filter(HasBegun())
ANSWERED: Final = {True: "follower-may_answer-done", False: "follower-may_not_answer-done"}


@router.callback_query(OfCase.filter(F.what == "followers"))
async def followers(query: CallbackQuery, callback_data: OfCase, visitor: Visitor) -> None:
    """Show who follows the case."""
    await replies.show_below(query, *await _screen(visitor, callback_data.alias))


@router.callback_query(OfFollower.filter(F.what == "person"))
async def person(query: CallbackQuery, callback_data: OfFollower, visitor: Visitor) -> None:
    """Show one of those who follow the case, with what can be said of them."""
    world, words = visitor.world, visitor.texts
    me, other = await _both(visitor, callback_data)
    if me is None or other is None:
        await replies.show(query, *await _screen(visitor, callback_data.own))
        return
    family = await _family(world, visitor.id, callback_data.own)
    async with world.database.reading() as connection:
        confirmations = await cases.confirmations(connection, me.case_id)
        found = await doubts.of_case(connection, me.case_id)
    await replies.show(query, *person_screen(words, me, other, family, confirmations, found, world.now()))


@router.callback_query(OfFollower.filter(F.what == "doubt"))
async def ask_before_doubting(query: CallbackQuery, callback_data: OfFollower, visitor: Visitor) -> None:
    """Ask whether the person really is not known."""
    me, other = await _both(visitor, callback_data)
    if me is None or other is None:
        await replies.show_below(query, *await _screen(visitor, callback_data.own))
        return
    async with visitor.world.database.reading() as connection:
        confirmations = await cases.confirmations(connection, me.case_id)
        found = await doubts.of_case(connection, me.case_id)
    is_stopped = other.doubted_at is not None or casework.can_stop(me, other, confirmations, found)
    await replies.show_below(query, *doubting(visitor.texts, me, other, is_stopped=is_stopped))


@router.callback_query(OfFollower.filter(F.what == "doubt_yes"))
async def doubt(query: CallbackQuery, callback_data: OfFollower, visitor: Visitor) -> None:
    """Tell the officer that somebody is not known; until they have decided, that person answers nothing."""
    me, other = await _both(visitor, callback_data)
    if me is None or other is None:
        await replies.show(query, *await _screen(visitor, callback_data.own))
        return
    said = await casework.doubt(visitor.world, me.case_id, visitor.id, other.alias)
    person = name_of(visitor.texts, other)
    first = visitor.texts.say(f"follower-doubt-{said}", person=person) if said is not Doubted.GONE else ""
    await replies.show(query, *await _screen(visitor, callback_data.own, first))


@router.callback_query(OfFollower.filter(F.what.in_({"may_answer", "may_not_answer"})))
async def let_answer(query: CallbackQuery, callback_data: OfFollower, visitor: Visitor) -> None:
    """Let somebody answer offers for the person, or no more."""
    me, other = await _both(visitor, callback_data)
    first = ""
    if me is not None and other is not None:
        may_answer = callback_data.what == "may_answer"
        done = await casework.confirm_by_member(
            visitor.world, me.case_id, visitor.id, other.alias, may_answer=may_answer
        )
        first = visitor.texts.say(ANSWERED[may_answer], person=name_of(visitor.texts, other)) if done else ""
    await replies.show(query, *await _screen(visitor, callback_data.own, first))


async def _screen(visitor: Visitor, own_alias: str, first: str = "") -> Screen:
    world, words = visitor.world, visitor.texts
    family = await _family(world, visitor.id, own_alias)
    me = next((follower for follower in family if follower.alias == own_alias), None)
    if me is None:
        return Screen(words.say("leave-already"), None)
    async with world.database.reading() as connection:
        confirmations = await cases.confirmations(connection, me.case_id)
    return followers_screen(words, me, family, confirmations, world.now(), first=first)


async def _both(visitor: Visitor, callback_data: OfFollower) -> tuple[Follower | None, Follower | None]:
    """Return the person as a follower of the case, and the other one; None for whoever follows it no more."""
    family = await _family(visitor.world, visitor.id, callback_data.own)
    by_alias = {follower.alias: follower for follower in family}
    other = by_alias.get(callback_data.other) if callback_data.other != callback_data.own else None
    return by_alias.get(callback_data.own), other


async def _family(world: World, person_id: int, own_alias: str) -> list[Follower]:
    async with world.database.reading() as connection:
        following = await cases.following(connection, world.cipher, person_id)
        me = next((follower for follower in following if follower.alias == own_alias), None)
        return [] if me is None else await cases.followers(connection, world.cipher, me.case_id)
