"""Who of those that follow a case may speak for the family: confirmed, not known to somebody, removed.

A link may go astray, so whoever holds one may read, and answers a job offer only as the member whom it names, or where
the officer or that member has confirmed them.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from bot import notices
from bot.casework import answers_of_removed
from bot.casework.access import case_of
from bot.casework.events import CONFLICT, Event, EventRejectedError, FollowerConfirmed, FollowerRemoved, LinksRevoked
from bot.casework.log_and_report import report, write_down
from bot.casework.offer_events import tell_newly_concerned
from bot.database import Connection, retry_on_deadlock
from bot.store import cases, doubts, links, offers, outbox
from bot.store.authority_keys import AuthorityKey
from bot.store.cases import BY_OFFICER, Follower
from bot.store.doubts import Doubt
from bot.store.entry_details import EntryDetails
from bot.store.notice_keys import Cause, NoticeKey, of_event
from bot.store.notice_kinds import NoticeKind
from bot.store.outbox import Urgency
from bot.world import World

# The authority's events


async def confirm(transaction: Connection, world: World, key: AuthorityKey, event: Event) -> None:
    """Confirm that a follower belongs to the family and may answer for it; who was doubted is so no more."""
    data: FollowerConfirmed = event.data
    case = await case_of(transaction, world, key, data)
    follower = await _follower(transaction, world, case.id, data.person)
    before = await cases.followers(transaction, world.cipher, case.id)
    await cases.confirm(transaction, case.id, follower.alias, BY_OFFICER, world.now())
    await doubts.settle(transaction, case.id, follower.alias)
    if data.member_label is not None:
        await cases.name_member(transaction, world.cipher, case.id, follower.alias, data.member_label)
    await write_down(transaction, world, case.id, "follower_confirmed", {"person": follower.alias, "key": key.name})
    await notices.queue(
        transaction, world, follower, NoticeKind.FOLLOWER_CONFIRMED, {}, cause=of_event(case.id, event.name)
    )
    await tell_newly_concerned(transaction, world, case.id, before)


async def remove(transaction: Connection, world: World, key: AuthorityKey, event: Event) -> None:
    """Let somebody follow a case no more who does not belong to it; they are told that, and nothing of the case.

    What they have said of others falls; what they have answered stands until the officer decides on it as well.
    """
    data: FollowerRemoved = event.data
    case = await case_of(transaction, world, key, data)
    follower = await _follower(transaction, world, case.id, data.person)
    before = await cases.followers(transaction, world.cipher, case.id)
    await cases.leave(transaction, case.id, follower.person_id, world.now())
    await outbox.withdraw_from(transaction, case.id, follower.person_id, world.now())
    freed = await doubts.drop_by(transaction, case.id, follower.alias)
    told: EntryDetails = {
        "person": follower.alias,
        "key": key.name,
        **({"note": data.note} if data.note else {}),
        **({"answer_again": freed} if freed else {}),
    }
    await write_down(transaction, world, case.id, "follower_removed", told)
    await outbox.queue(
        transaction,
        world.cipher,
        key=NoticeKey(of_event(case.id, event.name), follower.alias),
        person_id=follower.person_id,
        case_id=None,
        kind=NoticeKind.FOLLOWER_REMOVED,
        details={},
        due_at=world.now(),
        urgency=Urgency.USUAL,
    )
    for other in before:
        if other.alias in freed and other.alias != follower.alias:
            await notices.queue(
                transaction, world, other, NoticeKind.FOLLOWER_ANSWERS_AGAIN, {}, cause=of_event(case.id, event.name)
            )
    await answers_of_removed.tell(transaction, world, case.id, follower.alias, before)
    await tell_newly_concerned(transaction, world, case.id, before)


async def revoke_links(transaction: Connection, world: World, key: AuthorityKey, event: Event) -> None:
    """Let no link to a case work any more that nobody has used."""
    data: LinksRevoked = event.data
    case = await case_of(transaction, world, key, data)
    count = await links.revoke(transaction, case.id)
    await write_down(transaction, world, case.id, "links_revoked", {"count": count, "key": key.name})


async def _follower(transaction: Connection, world: World, case_id: str, alias: str) -> Follower:
    family = await cases.followers(transaction, world.cipher, case_id)
    found = next((follower for follower in family if follower.alias == alias), None)
    if found is None:
        raise EventRejectedError("data.person", "nobody of this name follows the case", status=CONFLICT)
    return found


# What the family says


class Doubted(StrEnum):
    """What became of it that somebody does not know another follower."""

    STOPPED = "stopped"
    """The other answers nothing until the officer has decided."""
    BOTH = "both"
    """Nor does whoever says it, who is doubted as well."""
    TOLD = "told"
    """The officer has confirmed the other, or whoever says it is doubted by somebody else: the officer is told."""
    GONE = "gone"
    """One of them follows the case no more."""


@retry_on_deadlock
async def doubt(world: World, case_id: str, person_id: int, alias: str) -> Doubted:
    """Note that a follower does not know another one, and tell the officer who doubts whom.

    Whose answers stop is told so at once: a deadline may run, and somebody quick may have doubted the wrong one.
    """
    async with world.database.transaction() as transaction:
        me, other = await _both(transaction, world, case_id, person_id, alias)
        if me is None or other is None:
            return Doubted.GONE
        found, now = await doubts.of_case(transaction, case_id), world.now()
        stops = can_stop(me, other, await cases.confirmations(transaction, case_id), found)
        is_news = await doubts.note(transaction, case_id, other.alias, me.alias, now)
        has_stopped = stops and await cases.doubt(transaction, case_id, other.alias, now)
        is_stopped = stops or other.doubted_at is not None
        if is_news or has_stopped:
            answered = answers_of_removed.standing_of(
                await offers.of_case(transaction, world.cipher, case_id), other.alias
            )
            told: EntryDetails = {
                "person": other.alias,
                "by": me.alias,
                "is_stopped": is_stopped,
                **({"is_mutual": True} if _doubts(found, other, me) else {}),
                **({"answers": [{"offer_id": one.id, "answer": one.state} for one in answered]} if answered else {}),
            }
            await report(transaction, world, case_id, "follower_doubted", told)
        if has_stopped:
            cause = Cause(case_id).then("doubted", now.isoformat())
            await notices.queue(
                transaction, world, other, NoticeKind.FOLLOWER_DOUBTED, {"alias": other.alias}, cause=cause
            )
    world.queued.set()
    if not is_stopped:
        return Doubted.TOLD
    return Doubted.STOPPED if me.doubted_at is None else Doubted.BOTH


def can_stop(
    me: Follower, other: Follower, confirmations: Mapping[str, frozenset[str]], found: Iterable[Doubt]
) -> bool:
    """Whether a doubt stops the other's answers: not those of somebody whom the officer has confirmed.

    A doubted one stops nobody but who doubts them: being the first to say it must not decide who speaks for the family.
    """
    if BY_OFFICER in confirmations.get(other.alias, frozenset()):
        return False
    return me.doubted_at is None or _doubts(found, other, me)


def _doubts(found: Iterable[Doubt], one: Follower, other: Follower) -> bool:
    return any((doubt.by_alias, doubt.alias) == (one.alias, other.alias) for doubt in found)


@retry_on_deadlock
async def confirm_by_member(world: World, case_id: str, person_id: int, alias: str, *, may_answer: bool) -> bool:
    """Let another follower answer the offers that were made to this member, or no more; whether that was possible."""
    async with world.database.transaction() as transaction:
        me, other = await _both(transaction, world, case_id, person_id, alias)
        if me is None or other is None or me.member_label is None or me.doubted_at is not None:
            return False
        if may_answer:
            has_changed = await cases.confirm(transaction, case_id, other.alias, me.alias, world.now())
        else:
            has_changed = await cases.confirm_no_more(transaction, case_id, other.alias, me.alias)
        if has_changed:
            kind = "follower_may_answer" if may_answer else "follower_may_not_answer"
            await report(transaction, world, case_id, kind, {"person": other.alias, "by": me.alias})
    return True


async def _both(
    transaction: Connection, world: World, case_id: str, person_id: int, alias: str
) -> tuple[Follower | None, Follower | None]:
    await cases.lock(transaction, world.cipher, case_id)
    family = await cases.followers(transaction, world.cipher, case_id)
    me = next((follower for follower in family if follower.person_id == person_id), None)
    return me, next((other for other in family if other.alias == alias and other.person_id != person_id), None)
