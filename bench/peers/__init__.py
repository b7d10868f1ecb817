"""The same questions as a form in other frameworks, each kept durably the way that the framework offers.

    python -m bench answered_question_beside_peers

`bench/beside_peers.py` lets the same people answer ours and every peer by turns, and says how many answers ours gives
in the core seconds that the best peer needs for one. The peers:

    aiogram_fsm.py              aiogram's own states, on Redis
    aiogram_dialogs.py          aiogram_dialog, on Redis
    conversation_handler.py     python-telegram-bot's ConversationHandler, on its pickle file
    form.py                     what all of them ask and say: rules and words are ours
    redis_log.py                the Redis, whose log is on the disk before it replies

So the dispatcher, the states, the storage and the buttons are the framework's. A peer is spared what our program does
besides: nothing is encrypted. Ours alone remembers a person's last walk through the questions
(`handlers/remembered.py`); a peer reads its state back for each update, as its storage has it, and walks anew: about an
eighth of its time.

What of the libraries and programs is not installed is named, and that peer is left out: `make peers` installs them.
"""

import shutil
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final, NamedTuple, Protocol

from bench.interviews import Act
from bench.peers.redis_log import REDIS, RedisServer


class Peer(Protocol):
    """A form that is open: people begin and answer it."""

    async def begin(self, person_id: int, language: str) -> None:
        """Let a person see the first question."""

    def update_of(self, act: Act, person_id: int, update_id: int) -> dict[str, Any]:
        """Return an act as the update that Telegram sends, with the button as this form has drawn it."""

    async def feed(self, update: dict[str, Any]) -> None:
        """Answer an update."""

    async def answers_of(self, person_id: int) -> dict[str, Any]:
        """Return the answers of a person that are kept."""


class Storage(NamedTuple):
    """Where peers keep answers: a folder, or the address of a Redis."""

    folder: Path
    redis: str


Opens = Callable[[Storage], AbstractAsyncContextManager[Peer]]


class Framework(NamedTuple):
    """A framework with its storage, and what must be installed for it."""

    name: str
    module: str
    libraries: tuple[str, ...]
    programs: tuple[str, ...] = ()

    @property
    def missing(self) -> str | None:
        """What is not installed, in words; None when all is."""
        libraries = [name for name in self.libraries if find_spec(name) is None]
        programs = [name for name in self.programs if shutil.which(name) is None]
        if libraries:
            return f"{', '.join(libraries)}: not installed, skipped; make peers"
        return f"{', '.join(programs)}: not installed, skipped; apt-get install {programs[0]}" if programs else None

    def opened(self, storage: Storage) -> AbstractAsyncContextManager[Peer]:
        """Open the form; what was kept there before is found again."""
        opens: Opens = import_module(self.module).opened
        return opens(storage)


FRAMEWORKS: Final = (
    Framework("aiogram_fsm_on_redis", "bench.peers.aiogram_fsm", ("redis",), (REDIS,)),
    Framework("aiogram_dialog_on_redis", "bench.peers.aiogram_dialogs", ("aiogram_dialog", "redis"), (REDIS,)),
    Framework("ptb_conversation_handler_on_pickle", "bench.peers.conversation_handler", ("telegram",)),
)


class Opened(NamedTuple):
    """The forms by name, and the Redis of those that need one."""

    peers: dict[str, Peer]
    redis: RedisServer | None

    async def core_seconds(self) -> float:
        """Return for how many seconds this process and the Redis have kept a core busy."""
        return time.process_time() + (await self.redis.core_seconds() if self.redis else 0.0)


@asynccontextmanager
async def opened(frameworks: Sequence[Framework], folder: Path) -> AsyncIterator[Opened]:
    """Open several, with one Redis for all of them that need it."""
    needs_redis = any(REDIS in framework.programs for framework in frameworks)
    async with AsyncExitStack() as stack:
        redis = await stack.enter_async_context(RedisServer.running(folder)) if needs_redis else None
        storage = Storage(folder, redis.address if redis else "")
        forms = [(one.name, await stack.enter_async_context(one.opened(storage))) for one in frameworks]
        yield Opened(dict(forms), redis)
