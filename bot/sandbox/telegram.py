"""The whole of the local Telegram: its chats and what is done to them, from both sides."""

import os
import secrets
import time
from collections import OrderedDict
from pathlib import Path
from typing import Any

from bot.sandbox.call_log import CallLog
from bot.sandbox.changes import Changes
from bot.sandbox.chats import Chat, Json, Message, Person, Press
from bot.sandbox.errors import bad_request, forbidden
from bot.sandbox.faults import Faults
from bot.sandbox.files import Files
from bot.sandbox.journal import Journal
from bot.sandbox.keyboards import is_inline
from bot.sandbox.limits import Clock, Limits, Pace
from bot.sandbox.updates import UpdateQueue
from bot.sandbox.webhook import Webhook

BOT_ID = 1_000_000
SANDBOX_TOKEN = f"{BOT_ID}:token-of-the-local-telegram-alone"
"""What the local Bot API takes for a token where nobody else can reach it; `komek run` makes one at each start."""
BOT: Json = {"id": BOT_ID, "is_bot": True, "first_name": "Kömek", "username": "komek_local_bot"}
PRESSES_KEPT = 10_000
OWNER_ONLY = 0o600
TOKEN_BYTES = 24


def new_token() -> str:
    """Return a token that nobody can guess."""
    return f"{BOT_ID}:{secrets.token_urlsafe(TOKEN_BYTES)}"


class LocalTelegram:
    """One bot, its persons, chats and files, in memory and, given a path, in a journal."""

    def __init__(
        self,
        limits: Limits | None = None,
        clock: Clock = time.time,
        journal_path: Path | None = None,
        dates: Clock | None = None,
        token: str = SANDBOX_TOKEN,
    ) -> None:
        self.token = token
        self.limits = limits or Limits()
        self.clock = clock
        self.dates = dates or clock
        """What the messages are dated by: the program's clock, where that can be set ahead of the real one."""
        self.journal = Journal(journal_path)
        self.pace = Pace(self.limits, clock)
        self.updates = UpdateQueue(self.journal, self.limits, clock)
        self.webhook = Webhook(self.journal, self.updates, clock)
        self.files = Files(self.journal)
        self.calls = CallLog(self.limits.calls_logged)
        self.faults = Faults()
        self.changes = Changes()
        self._read(self.journal.tables)

    def _read(self, tables: dict[str, Json]) -> None:
        self.persons = {row["id"]: Person(**row) for row in tables.get("persons", {}).values()}
        self.chats = {row["id"]: Chat(**row) for row in tables.get("chats", {}).values()}
        for message in tables.get("messages", {}).values():
            self.chats[message["chat"]["id"]].messages[message["message_id"]] = message
        self.presses = OrderedDict((row["id"], Press(**row)) for row in tables.get("presses", {}).values())
        self.settings: Json = tables.get("settings", {})
        """What the bot set for itself: commands and descriptions, by kind and language."""
        self._counters: dict[str, int] = {"message": 0, "press": 0, "group": 0, "album": 0} | tables.get("counters", {})
        tables.clear()  # the journal need not keep a second copy

    def write_token(self, path: Path) -> None:
        """Write the token to a file for its owner alone: whoever may read it may speak for the bot."""
        path.unlink(missing_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY), "w", encoding="ascii") as file:
            file.write(self.token)

    def settle(self) -> None:
        """Call before answering a request: what it changed is on disk, and webhook delivery runs if set."""
        self.journal.commit()
        self.webhook.keep_running()

    def stop_waiting(self) -> None:
        """Let polls and streams return at once, so that a server can stop."""
        self.updates.close()
        self.changes.close()

    async def close(self) -> None:
        """End polls, streams and webhook delivery, and let go of the journal. Twice is harmless."""
        self.stop_waiting()
        await self.webhook.stop()
        self.journal.close()

    def count(self, what: str) -> int:
        """The next number of a kind; numbers never come again."""
        self._counters[what] += 1
        self.journal.put("counters", what, self._counters[what])
        return self._counters[what]

    # persons and chats

    def keep_person(self, person: Person) -> None:
        """Add a person with a private chat, or note what changed about one."""
        self.persons[person.id] = person
        self.journal.put("persons", person.id, person.as_json())
        if person.id not in self.chats:
            self.keep_chat(Chat(person.id, "private", [person.id]))
        self.changes.publish("person", person=person.as_json())

    def keep_chat(self, chat: Chat) -> None:
        """Add a chat, or note what changed about one (its messages aside)."""
        self.chats[chat.id] = chat
        self.journal.put("chats", chat.id, chat.row())

    def described(self, chat: Chat) -> Json:
        """The chat as the Bot API describes it."""
        if chat.type == "private":
            return self.persons[chat.id].as_chat()
        return {"id": chat.id, "type": "group", "title": chat.title}

    def chat_for_bot(self, chat_id: int | str) -> Chat:
        """The chat that the bot may write to, or Telegram's reason why it may not."""
        chat = self.chats.get(chat_id) if isinstance(chat_id, int) else None
        if chat is None:
            raise bad_request("chat not found")
        if chat.type == "private":
            person = self.persons[chat.id]
            if person.deactivated:
                raise forbidden("user is deactivated")
            if person.blocked:
                raise forbidden("bot was blocked by the user")
            if not person.started:
                raise forbidden("bot can't initiate conversation with a user")
        return chat

    # messages

    def post(self, chat: Chat, sender: Json, content: Json) -> Message:
        """Put a new message into the chat; both sides see it."""
        head = {"message_id": self.count("message"), "date": int(self.dates()), "chat": self.described(chat)}
        message = {**head, "from": sender, **content}
        self._show_keyboard(chat, message)
        self.keep_message(chat, message)
        return message

    def rewrite(self, chat: Chat, message_id: int, content: Json) -> Message:
        """Change a message in place: `None` takes a field away."""
        changed = {**chat.messages[message_id], **content, "edit_date": int(self.dates())}
        message = {key: value for key, value in changed.items() if value is not None}
        self.keep_message(chat, message)
        return message

    def keep_message(self, chat: Chat, message: Message) -> None:
        """Store a message and tell the page."""
        chat.messages[message["message_id"]] = message
        self.journal.put("messages", f"{chat.id}:{message['message_id']}", message)
        self.changes.publish("message", chat_id=chat.id, message=message, keyboard=chat.keyboard)

    def remove(self, chat: Chat, message_id: int) -> None:
        """Take a message out of the chat for both sides."""
        del chat.messages[message_id]
        self.journal.put("messages", f"{chat.id}:{message_id}", None)
        self.changes.publish("deleted", chat_id=chat.id, message_id=message_id)

    def _show_keyboard(self, chat: Chat, message: Message) -> None:
        markup: Json = message.get("reply_markup", {})
        if "keyboard" in markup or "remove_keyboard" in markup:
            chat.keyboard = markup if "keyboard" in markup else None
            self.keep_chat(chat)

    # presses

    def keep_press(self, press: Press) -> None:
        """Add a press, or note its answer; the oldest are forgotten when there are very many."""
        self.presses[press.id] = press
        self.journal.put("presses", press.id, press.as_json())
        while len(self.presses) > PRESSES_KEPT:
            oldest, _ = self.presses.popitem(last=False)
            self.journal.put("presses", oldest, None)

    # settings

    def set_for_bot(self, kind: str, key: str, value: Any) -> None:
        """Commands or a description; None takes them away."""
        self.settings[f"{kind}:{key}"] = value
        self.journal.put("settings", f"{kind}:{key}", value)
        self.changes.publish("bot")

    def get_for_bot(self, kind: str, key: str) -> Any:
        """What was set; None when nothing was."""
        return self.settings.get(f"{kind}:{key}")


def as_bot_sees(message: Message) -> Message:
    """Without a reply keyboard: Telegram tells bots only of inline ones."""
    if "reply_markup" in message and not is_inline(message["reply_markup"]):
        return {key: value for key, value in message.items() if key != "reply_markup"}
    return message
