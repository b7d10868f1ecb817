"""What is remembered of the conversations beside their answers.

`Recent` is a process's own and is taken only where nobody has answered the person since; the rest stands in the
database for a day.
"""

from collections import OrderedDict
from datetime import date
from typing import Final, NamedTuple

from bot.store import remembered
from bot.world import World
from rules.interview.questionnaire import Walk

PEOPLE_KEPT: Final = 500


class LastAnswer(NamedTuple):
    """The walk through the questions that an answer ended with, and where the question stands that comes next.

    The next walk goes on from it as far as the answers are still those: without it an answered question takes 1.1 to
    1.4 times as much of the processor (families of the bench, two runs beside other work, 2 cores, November 2026).
    `question_in`: the message whose buttons answer it; 0 where that is not known. `check`: whose answers they are, as
    in bot/store/checks.py; `update_id`: of the update that was answered.
    """

    walk: Walk
    question_in: int = 0
    check: int = 0
    update_id: int = 0

    def is_of(self, check: int, last_update_id: int) -> bool:
        """Whether it is what was answered last in this family: another process may have answered the person since."""
        return (self.check, self.update_id) == (check, last_update_id)


class Recent:
    """One answer a person, in memory only. Whoever stops answering, or is forgotten, soon is here no more."""

    def __init__(self, most: int = PEOPLE_KEPT) -> None:
        self._most = most
        self._answers: OrderedDict[int, LastAnswer] = OrderedDict()

    def take(self, person_id: int) -> LastAnswer | None:
        """Hand out what a person's last answer left, once."""
        return self._answers.pop(person_id, None)

    def asks_in(self, person_id: int, message_id: int) -> None:
        """Note in which message the question stands that follows a person's last answer."""
        last = self._answers.get(person_id)
        if last is not None:
            self._answers[person_id] = last._replace(question_in=message_id)

    def keep(self, person_id: int, answer: LastAnswer) -> None:
        """Keep an answer for the person's next one, in place of that of whoever has been silent for longest."""
        self._answers[person_id] = answer
        if len(self._answers) > self._most:
            self._answers.popitem(last=False)


class Once:
    """What each chat was answered last: the day in a group, the album in a private chat."""

    def __init__(self, world: World, what: str) -> None:
        self._world, self._what = world, what

    async def is_first(self, chat_id: int, to: date | str, update_id: int) -> bool:
        """Whether a chat was not answered to that yet, by whichever process; from now on it was, to this update."""
        now = self._world.now()
        async with self._world.database.statement() as connection:
            return await remembered.is_first(connection, chat_id, self._what, str(to), update_id, now)


class OpenedLinks:
    """The links to a case that people opened and did not answer yet, the last of each, for a day.

    The buttons of what they were told carry the link, too; this is for whoever writes instead of pressing.
    """

    def __init__(self, world: World) -> None:
        self._world = world

    async def keep(self, person_id: int, token: str) -> None:
        """Keep a token in place of an earlier one."""
        async with self._world.database.statement() as connection:
            await remembered.keep_link(connection, self._world.cipher, person_id, token, self._world.now())

    async def of(self, person_id: int) -> str:
        """Return the token that a person came with, empty when there is none."""
        async with self._world.database.reading() as connection:
            return await remembered.link_of(connection, self._world.cipher, person_id, self._world.now())

    async def forget(self, person_id: int) -> None:
        """Let go of a person's token: it was used, or is not wanted."""
        async with self._world.database.statement() as connection:
            await remembered.forget_link(connection, person_id)


class Remembered:
    """Passed to every handler as `remembered`. `recent` is this process's own, all else is known to every process."""

    def __init__(self, world: World) -> None:
        self.recent = Recent()
        self.groups, self.albums = Once(world, "day"), Once(world, "album")
        self.opened_links = OpenedLinks(world)
