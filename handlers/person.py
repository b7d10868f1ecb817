"""The person behind an update, with the conversation: loaded before a handler, saved by it."""

from dataclasses import dataclass
from typing import Any

from bot.store import drafts
from bot.texts import Language, Texts, texts
from bot.world import World
from handlers.conversation import Conversation
from handlers.screens import Screen, screen
from rules import PovertyLines
from rules.questionnaire import Setting


@dataclass(slots=True)
class Visitor:
    """Somebody who has chosen a language and consented; `update_id` is the update being answered."""

    id: int
    texts: Texts
    conversation: Conversation
    setting: Setting
    version: int
    update_id: int
    is_repeat: bool
    is_quick: bool
    world: World
    lines: PovertyLines

    def screen(self) -> Screen:
        """Return what belongs on the screen now."""
        self.reset_setting()
        return screen(self.conversation, self.texts, self.setting)

    def reset_setting(self) -> None:
        """Take up a quarter that was just chosen."""
        self.setting = self.conversation.setting(self.setting.today, self.lines)

    async def save(self) -> None:
        """Save the conversation in one durable statement; StaleDraft when another update was quicker."""
        async with self.world.database.statement() as connection:
            self.version = await self.save_on(connection)

    async def save_on(self, connection: Any) -> int:
        """Save the conversation as part of a transaction and return its new version."""
        document = self.conversation.document()
        return await drafts.save(
            connection, self.world.cipher, self.id, document, self.version, self.update_id, self.world.now()
        )


DOUBLE_TAP_SECONDS = 2


async def visitor_of(visit: drafts.Visit, update_id: int, world: World) -> Visitor:
    """Return the visitor of an update."""
    now, draft, lines = world.now(), visit.draft, await world.lines()
    conversation = Conversation.of(draft.document) if draft else Conversation()
    return Visitor(
        id=visit.person_id,
        texts=texts(Language(visit.language)),
        conversation=conversation,
        setting=conversation.setting(world.today(), lines),
        version=draft.version if draft else 0,
        update_id=update_id,
        is_repeat=draft is not None and draft.has_seen(update_id, now),
        is_quick=draft is not None and (now - draft.updated_at).total_seconds() < DOUBLE_TAP_SECONDS,
        world=world,
        lines=lines,
    )
