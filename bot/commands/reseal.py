"""`komek reseal`: everything stored is sealed with the first of the keys, so that older ones can be taken away."""

import asyncio

from bot.commands.database import opened
from bot.settings import load_settings
from bot.store.cipher import cipher_for
from bot.store.sealed import has_documents, reseal_all


def reseal() -> int:
    """Seal every stored document anew and return how many there were; the bot may run meanwhile."""
    return asyncio.run(_reseal())


async def _reseal() -> int:
    async with opened() as database:
        return await reseal_all(database, cipher_for(load_settings(), may_make_key=not await has_documents(database)))
