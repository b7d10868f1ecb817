"""Somebody who checks the families of others beside their own."""

from bot.store import checks, drafts
from bot.store.checks import OWN
from bot.texts import Texts, texts, texts_of_another
from bot.wording import plain
from tests.chat import Bubble
from tests.handlers.client import Client

AIGUL = "Көршім Айгүл"


class Neighbour(Client):
    """Somebody who helps: they read of another family in the words in which it is spoken of."""

    checks = ""

    @property
    def words(self) -> Texts:
        """The texts of the family that is open."""
        return texts_of_another(self.language) if self.checks else texts(self.language)

    async def begins_check(self, called: str, *, first: bool = False) -> Bubble:
        """Begin a check from the menu, and give it a name."""
        self.checks = ""
        await self.says("/menu")
        await self.taps("menu-more", "menu-checks", *([] if first else ["check-new"]))
        await self.says(called)
        self.checks = called
        return self.last

    async def opens_family_of(self, called: str) -> Bubble:
        """Open a check from the list, or with no name their own family."""
        self.checks = ""
        await self.says("/menu")
        await self.taps("menu-more", "menu-checks")
        if called:
            await self.presses(called)
            await self.taps("check-open")
        else:
            await self.presses(self.words.say("check-own"))
        self.checks = called
        return self.last

    def is_headed(self) -> None:
        """Check that the last message says at its head whose family it is; of their own it says nothing."""
        head = plain(self.words.say("check-head", name=self.checks))
        begins = self.last.text.splitlines()[0]
        assert begins == head if self.checks else self.words.say("check-head", name="").partition(":")[0] not in begins

    async def own(self) -> drafts.Draft:
        """Return the answers of their own family as they are stored."""
        return await self.stored_of(OWN)

    async def stored_of(self, number: int) -> drafts.Draft:
        """Return the answers of a family as they are stored."""
        async with self.telegram.database.reading() as connection:
            draft = await checks.find(connection, self.telegram.cipher, self.id, number)
        assert draft is not None
        return draft
