"""What a person of the family has seen: the first button that is pressed below a notice says so."""

from bot.casework.log_and_report import write_down
from bot.database import retry_on_deadlock
from bot.store import changes, outbox
from bot.store.number_series import lock_series
from bot.world import World


@retry_on_deadlock
async def open_notice(world: World, person_id: int, message_id: int) -> bool:
    """Tell the authority once that a person has opened the notice which a message to them is; whether it was news."""
    async with world.database.reading() as connection:
        if not await outbox.is_unopened(connection, person_id, message_id):
            return False
    async with world.database.transaction() as transaction:
        await lock_series(transaction, "journal")  # before the row of the outbox, as whoever else changes some
        notice = await outbox.press(transaction, world.cipher, person_id, message_id, world.now())
        if notice is None or notice.case_id is None or notice.alias is None:
            return False
        await write_down(transaction, world, notice.case_id, "notice_opened", notice.who_and_what)
        await changes.add(
            transaction,
            world.cipher,
            case_id=notice.case_id,
            kind="opened",
            now=world.now(),
            details=notice.who_and_what,
        )
        return True
