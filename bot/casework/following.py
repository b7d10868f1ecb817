"""Who of a family follows a case: links, joining, leaving, being forgotten."""

from datetime import timedelta
from typing import Final, NamedTuple

from bot import notices
from bot.casework.log_and_report import report
from bot.casework.offer_events import tell_newly_concerned
from bot.casework.own_words import delete_words
from bot.database import Connection, retry_on_deadlock
from bot.store import cases, doubts, links, offer_files, outbox, people
from bot.store.cases import Case
from bot.store.entry_details import EntryDetails
from bot.store.links import Link
from bot.store.notice_keys import Cause
from bot.store.notice_kinds import NoticeKind
from bot.store.notice_values import FollowerValues
from bot.store.number_series import lock_series, next_number
from bot.world import World

FORGOTTEN: Final = "forgotten"
"""Why somebody has left: they asked that all of theirs be deleted."""
LINK_LASTS: Final = timedelta(days=7)
MOST_WRONG_YEARS: Final = 3


async def make_link(
    world: World, case_id: str, member_label: str | None, birth_year: int | None = None
) -> tuple[str, str]:
    """Make a token by which one person can join a case; returns it and until when it works (ISO 8601).

    `birth_year`: the applicant's, which whoever opens the link has to know.
    """
    expires_at = world.now() + LINK_LASTS
    async with world.database.transaction() as transaction:
        token = await links.make(transaction, world.cipher, case_id, member_label, expires_at, birth_year)
    return token, expires_at.isoformat(timespec="seconds")


class Invitation(NamedTuple):
    """What a link leads to: the case, for whom of the family it was made, and whether the person follows it already.

    `asks_birth_year`: it works only for whoever knows the year of birth of the applicant.
    """

    case: Case
    member_label: str | None
    is_followed: bool
    asks_birth_year: bool = False


async def invitation(world: World, token: str, person_id: int) -> Invitation | None:
    """Return what a link leads to; None when it does not work (any more), unless the person follows the case."""
    async with world.database.reading() as connection:
        case_id = await links.case_of(connection, token)
        case = None if case_id is None else await cases.load(connection, world.cipher, case_id)
        if case is None:
            return None
        if await cases.follower(connection, world.cipher, case.id, person_id) is not None:
            return Invitation(case, None, is_followed=True)
        link = await links.find(connection, world.cipher, token, world.now())
        if link is None:
            return None
        return Invitation(case, link.member_label, is_followed=False, asks_birth_year=link.birth_year is not None)


@retry_on_deadlock
async def join(world: World, token: str, person_id: int, birth_year: int | None = None) -> Case | None:
    """Join a person to the case of a link, which is used up; None when it does not work (any more).

    Somebody who follows the case already uses up no link: it may be meant for another of the family. Where it asks
    for the applicant's year of birth, another year joins nobody; after several of them it works no more.
    """
    async with world.database.transaction() as transaction:
        case_id = await links.case_of(transaction, token)
        if case_id is None or await cases.lock(transaction, world.cipher, case_id) is None:
            return None
        alias = f"p{await next_number(transaction, 'person')}"  # from here on nobody else joins at the same time
        if await cases.follower(transaction, world.cipher, case_id, person_id) is None:
            link = await links.find(transaction, world.cipher, token, world.now())
            if link is None:
                return None
            if link.birth_year not in {None, birth_year}:
                await _note_wrong_year(transaction, world, token, link)
                return None
            if not await links.use(transaction, token, world.now()):
                return None
            if await cases.join(transaction, world.cipher, case_id, person_id, alias, link.member_label, world.now()):
                await _welcome(transaction, world, case_id, person_id)
        return await cases.load(transaction, world.cipher, case_id)


async def _note_wrong_year(transaction: Connection, world: World, token: str, link: Link) -> None:
    """Count a wrong year; after the last one the link is used up, and the authority learns it."""
    await links.note_wrong_answer(transaction, token)
    if link.wrong_answers + 1 >= MOST_WRONG_YEARS:
        await links.use(transaction, token, world.now())
        await report(transaction, world, link.case_id, "link_stopped", {"wrong_answers": MOST_WRONG_YEARS})


async def _welcome(transaction: Connection, world: World, case_id: str, person_id: int) -> None:
    """Tell the authority and the family who has joined, and the person which job offers concern them from now on."""
    follower = await cases.follower(transaction, world.cipher, case_id, person_id)
    if follower is not None:
        await report(transaction, world, case_id, "joined", {"person": follower.alias})
        family = await cases.followers(transaction, world.cipher, case_id)
        others = [other for other in family if other.alias != follower.alias]
        for other in others:
            told: FollowerValues = {"alias": other.alias}
            if follower.member_label:
                told["label"] = follower.member_label
            cause = Cause(case_id).then("joined", follower.alias, follower.joined_at.isoformat())
            await notices.queue(transaction, world, other, NoticeKind.FOLLOWER_JOINED, told, cause=cause)
        await tell_newly_concerned(transaction, world, case_id, others)


@retry_on_deadlock
async def leave(world: World, case_id: str, person_id: int) -> bool:
    """Let a person no longer follow a case; whether they did. The others hear of offers that concern them now."""
    async with world.database.transaction() as transaction:
        await cases.lock(transaction, world.cipher, case_id)
        before = await cases.followers(transaction, world.cipher, case_id)
        alias = await cases.leave(transaction, case_id, person_id, world.now())
        if alias is not None:
            await outbox.withdraw_from(transaction, case_id, person_id, world.now())
            await report(transaction, world, case_id, "left", {"person": alias})
            await tell_newly_concerned(transaction, world, case_id, before)
        return alias is not None


@retry_on_deadlock
async def forget_person(world: World, person_id: int) -> None:
    """Delete a person and everything of theirs; the authority learns whose cases they no longer follow.

    Of what they have answered it keeps that and when (own_words.py).
    """
    async with world.database.transaction() as transaction:
        known_as = await cases.ever_followed(transaction, person_id)
        for case_id, _ in sorted(known_as):  # of two who are forgotten both in one order
            await cases.lock(transaction, world.cipher, case_id)
        await lock_series(transaction, "journal")  # with the person go several rows of the outbox
        for follower in await cases.following(transaction, world.cipher, person_id):
            before = await cases.followers(transaction, world.cipher, follower.case_id)
            await cases.leave(transaction, follower.case_id, person_id, world.now())
            told: EntryDetails = {"person": follower.alias, "reason": FORGOTTEN}
            await report(transaction, world, follower.case_id, "left", told)
            await tell_newly_concerned(transaction, world, follower.case_id, before)
        for case_id, alias in known_as:
            await delete_words(transaction, world, case_id, alias)
            await doubts.settle(transaction, case_id, alias)  # of somebody who is gone nothing is to be decided
        await offer_files.delete_unsent_of(transaction, person_id)
        await people.forget(transaction, person_id)
