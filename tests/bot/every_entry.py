"""What the journal keeps or the authority learns, and does not happen in the story of `every_document.py`.

It is played after it, so that what that stores stays as it is.
"""

from bot import casework
from bot.casework import Shown
from bot.delivery.outcomes import Outcome
from bot.delivery.settling import settle
from bot.store import outbox
from bot.store.outbox import Notice, Settled
from tests.bot.case_story import AIGUL, ASSIGNED, IVAN, STRANGER, Story, kz

SHOWN = Shown("kk", 11, "Ұсыныс: Аспаз")
NOTE = "Құжат керек"
YEAR = 1988
LATER = "2026-11-30T12:00:00+05:00"


async def play(story: Story) -> None:
    """Play all cases."""
    for number, happens in (("links", _links), ("told", _told), ("refused", _refused), ("back", _back)):
        case = Story(story.database, story.cipher, kz(2026, 11, 16, 10), number)
        await case.open()
        await case.join(AIGUL, label="Айгүл")
        await case.join(IVAN, "ru", label="Иван")
        await happens(case)


async def _links(case: Story) -> None:
    token, _ = await casework.make_link(case.world, await case.id(), None, YEAR)
    for wrong in range(YEAR + 1, YEAR + 4):
        await casework.join(case.world, token, STRANGER, wrong)
    await case.link()
    await case.send("links.revoked")
    aigul, ivan = await case.aliases()
    for may_answer in (True, False):
        await casework.confirm_by_member(case.world, await case.id(), AIGUL, ivan, may_answer=may_answer)
    await case.offer(respond_by=LATER, hours=40)
    offer = await case.the_offer()
    await casework.accept_offer(case.world, offer.number, offer.sequence, AIGUL, SHOWN)
    await casework.doubt(case.world, await case.id(), IVAN, aigul)
    await casework.doubt(case.world, await case.id(), AIGUL, ivan)
    await case.send("follower.removed", person=ivan, note=NOTE)


async def _told(case: Story) -> None:
    await case.visit(kz(2026, 11, 18, 10))
    for notice in await _become(case, "delivered"):
        await casework.open_notice(case.world, notice.person_id, notice.id)
    await case.offer(respond_by=LATER)
    await _become(case, "undeliverable", "blocked")
    await case.offer("o2", title="Наубайшы", respond_by=LATER)
    await _become(case, "delivered")
    visit = await case.the_visit()
    case.at = kz(2026, 11, 18, 13)
    await casework.nobody_came(case.world, visit.number, visit.sequence, AIGUL)
    await case.hold("nobody_home")
    await _become(case, "failed", "reply_lost")
    await case.send("visit.held", visit_id="v1", conclusion="need", note=NOTE)
    await case.decide("refused", ground="commission_no_need", note=NOTE)


async def _refused(case: Story) -> None:
    await case.offer(respond_by=LATER)
    offer = await case.the_offer()
    await casework.price_shown(case.world, offer.number, offer.sequence, AIGUL, SHOWN.message_id)
    await casework.begin_refusal(case.world, offer.number, offer.sequence, AIGUL, SHOWN)
    await casework.refuse_offer(case.world, offer.number, offer.sequence, AIGUL, SHOWN, "far")
    case.at = kz(2026, 11, 16, 23)
    await case.decide("assigned", **ASSIGNED)
    await case.send("case.corrected", reason="mistake", note=NOTE)


async def _back(case: Story) -> None:
    await case.offer(respond_by="2026-11-20T12:00:00+05:00")
    await case.decide("refused")
    case.at = kz(2026, 11, 20, 13)
    await case.send("case.corrected", reason="appeal", note=NOTE)
    for person_id in (AIGUL, IVAN):
        await case.leave(person_id)
    await case.decide("assigned", **ASSIGNED)


async def _become(case: Story, state: Settled, reason: str | None = None) -> list[Notice]:
    """Let every notice that is due become so, and return them; the number of its message is that of the notice."""
    told: list[Notice] = []
    while True:
        async with case.database.statement() as connection:
            found = await outbox.claim(connection, case.cipher, case.at, kz(2027, 1, 1), 100)
        if not found:
            return told
        await settle(case.world, [Outcome(notice, state, reason, notice.id, "Комиссия келеді") for notice in found])
        told += found
