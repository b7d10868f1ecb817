"""Where a person stands: what waits for them, how far their answers have come, what they follow."""

from bot import casework
from bot.store import cases, visits
from bot.store.cases import Follower
from bot.store.visits import Visit
from handlers.conversation import View
from handlers.screens.menu import Progress
from handlers.screens.offer import is_awaited
from handlers.session import Session
from rules import Quarter
from rules.case import UNDECIDED
from rules.interview.questions import Section, section_of


async def progress_of(session: Session | None) -> Progress:
    """Return where somebody stands; of whoever has not consented nothing is known.

    Questions and result are those of the family that is open.
    """
    if session is None:
        return Progress()
    world = session.world
    seen = await casework.offers_seen(world, session.id)
    awaited = [one for one in seen.offers if one.may_answer and is_awaited(one, world.now())]
    found, has_case = await _visit(session)
    frozen = await session.latest_result()
    quarter = frozen.record["record"]["quarter"] if frozen else None
    return Progress(
        visit=found,
        offers=tuple(sorted(awaited, key=lambda one: one.offer.respond_by)),
        has_offers=bool(seen.offers) or seen.has_damaged,
        has_case=has_case,
        asked=_asked(session),
        result=frozen.id if frozen else "",
        is_current=quarter == str(Quarter.of(session.assessment_day.today)),
        has_begun=True,
        now=world.now(),
    )


def _asked(session: Session) -> Section | None:
    """Return the section in which the questions wait; None before the first answer and once the result is seen."""
    conversation, assessment_day = session.conversation, session.assessment_day
    walked = conversation.walk(assessment_day)
    if not walked.kept or (conversation.is_complete(assessment_day) and conversation.view is not View.INTERVIEW):
        return None
    asked = conversation.step(assessment_day).first
    return section_of(walked, asked.key) if asked else Section.CHECK


async def _visit(session: Session) -> tuple[tuple[Follower, Visit] | None, bool]:
    """Return the next visit to which nobody of the family has said anything, and whether a case is followed."""
    world = session.world
    async with world.database.reading() as connection:
        followed = await cases.followed_by(connection, world.cipher, session.id)
        own = {one.case_id: one for one in await cases.following(connection, world.cipher, session.id)}
        planned = [
            (own[case.id], visit)
            for case in followed
            if case.id in own and case.status in UNDECIDED and own[case.id].doubted_at is None
            for visit in await visits.of_case(connection, world.cipher, case.id)
            if visit.state == "scheduled" and visit.ends_at > world.now() and not visit.details.get("answers")
        ]
    return min(planned, key=lambda one: one[1].starts_at, default=None), bool(own)
