"""Updates as a phone, a forger and a server of next year may send them: every kind, whole or damaged anywhere."""

import random
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

Json = dict[str, Any]
CANARY: Final = "Қанарейка7391"
"""Stands in whatever is personal, and must stand in no line of the log."""
TEXTS: Final = (
    "150 000", "12 9 3", "иә", "жоқ", "/start", "/menu", "/cancel", "/forget", "/offers", "/case",
    "/language", "/export",
    "/start " + "A" * 64, "/start ../../etc/passwd", "/check@komek_local_bot", "Шымкент", "15.01.2019", "қаңтар",
    "ә" * 4096, "9" * 4096, "1 " * 2000, "<b>1</b> & <script>", "<i", "&lt;&amp;&#0;", "\u202e000 051",
    "\u200b\u200d\ufeff",
    "😀👨‍👩‍👧‍👦🇰🇿", "{ $canary }", "%s {0} ${jndi:ldap://x}", "'; drop table people; --", "150\n\n\nжәне",
    "\x00\x07\x1b[31m",
    "−5", "1e309", "NaN", "٣٤٥", "²", "Ⅷ", "1/0", "0x10", "a|region|KZ-79", "İ" * 300, "ﷺ" * 1000, "\U000e0041" * 50,
    "870101300123", "4400 4302 1234 5678", "код 123456", "z̸̛͓" * 200,
)  # fmt: skip
DATA: Final = (
    "x", "|", "a|", "a|region", "a|region|KZ-79|KZ-71", "a|region|", "a|region|KZ-00", "a||",
    "zz|region|KZ-79", "lang:xx",
    "consent:perhaps", "t|region|KZ-79", "t|household|enemy", "d|", "s|region|typed", "b|activity:spouse", "e|",
    "v|remove|spouse", "v|add_age|dragon", "v|quarters|20", "w|why|nobody", "x|add|spouse", "x|remove|c1", "x|fly|",
    "x|quarter|2019-Q4", "x|forget-yes|", "x|forget-now|", "😀" * 16, "\u202e" * 21, "%s{0}$a" * 9, "'; drop table--",
    "offer|1|0|refuse_yes|", "offer|1|0|accept_yes|", "offer|2|0|refuse_anyway|", "offer|-1|0|open|",
    "offer|1|99|open|x",
    "offer|99999999999999999999|0|open|", "case|show|p1", "case|leave|p1", "who|doubt|p1|p2", "who|may|p1|p1",
    "leave|p1|0",
    "j|1|" + "A" * 43, "jl|kk|x", "jc|1|x", "visit|1|0|home", "visit|1|0|nobody", "wish|1|0|send", "A" * 64,
)  # fmt: skip
JUNK: Final[Sequence[Any]] = (
    None, True, False, 0, -1, 1, 2**31, 2**63, -(2**63), 10**40, 0.5, 1e308, "", "0", "null", "x" * 5_000,
    [], [[]], {},
    {"id": 1}, [None] * 100, {"a": {"b": {"c": {}}}}, "1970-01-01", CANARY,
)  # fmt: skip
FILE: Final = {"file_id": "f1", "file_unique_id": "u1", "file_size": 10}
CONTENTS: Final[Mapping[str, Any]] = {
    "photo": [{**FILE, "width": 1, "height": 1}],
    "document": {**FILE, "file_name": f"{CANARY}.pdf", "mime_type": "application/pdf"},
    "sticker": {
        **FILE, "type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False,
    },
    "voice": {**FILE, "duration": 3},
    "audio": {**FILE, "duration": 3, "title": CANARY},
    "video": {**FILE, "width": 1, "height": 1, "duration": 1},
    "video_note": {**FILE, "length": 1, "duration": 1},
    "animation": {**FILE, "width": 1, "height": 1, "duration": 1},
    "contact": {"phone_number": "+77010000000", "first_name": CANARY, "user_id": 5},
    "location": {"latitude": 42.3, "longitude": 69.6},
    "venue": {"location": {"latitude": 1.0, "longitude": 1.0}, "title": CANARY, "address": CANARY},
    "dice": {"emoji": "🎲", "value": 6},
    "poll": {
        "id": "1", "question": CANARY, "options": [], "total_voter_count": 0, "is_closed": False,
    "is_anonymous": True,
        "type": "regular", "allows_multiple_answers": False, "allows_revoting": False, "members_only": False,
    },
    "game": {"title": "g", "description": "d", "photo": []},
    "invoice": {"title": "t", "description": "d", "start_parameter": "s", "currency": "KZT", "total_amount": 1},
    "successful_payment": {
        "currency": "KZT", "total_amount": 1, "invoice_payload": "p", "telegram_payment_charge_id": "1",
        "provider_payment_charge_id": "1",
    },
    "story": {"chat": {"id": 5, "type": "private"}, "id": 1},
    "new_chat_members": [{"id": 5, "is_bot": False, "first_name": CANARY}],
    "left_chat_member": {"id": 5, "is_bot": False, "first_name": CANARY},
    "new_chat_title": CANARY,
    "pinned_message": {"message_id": 1, "date": 0, "chat": {"id": 5, "type": "private"}},
    "migrate_to_chat_id": -100,
    "web_app_data": {"data": CANARY, "button_text": "b"},
    "users_shared": {"request_id": 1, "users": []},
    "checklist": {"title": CANARY, "tasks": []},
    "a_kind_of_next_year": {"value": CANARY},
}  # fmt: skip
BESIDE: Final[Mapping[str, Any]] = {
    "caption": CANARY,
    "media_group_id": "1",
    "via_bot": {"id": 6, "is_bot": True, "first_name": "b"},
    "forward_origin": {"type": "hidden_user", "sender_user_name": CANARY, "date": 0},
    "reply_to_message": {"message_id": 1, "date": 0, "chat": {"id": 5, "type": "private"}, "text": CANARY},
    "entities": [{"type": "bold", "offset": 0, "length": 10**6}],
    "has_protected_content": True,
    "effect_id": "1",
    "business_connection_id": "1",
}
MEMBERSHIPS: Final[Sequence[Json]] = (
    {"status": "left"}, {"status": "member"}, {"status": "kicked", "until_date": 0},
    {"status": "creator", "is_anonymous": False},
)  # fmt: skip
ADDRESS: Final = dict.fromkeys(("country_code", "state", "city", "street_line1", "street_line2", "post_code"), CANARY)
CHATS: Final = ("private", "private", "private", "group", "supergroup", "channel", "a_type_of_next_year")
KINDS_OF_MESSAGE: Final = ("message", "message", "message", "edited_message", "channel_post", "business_message")


class Forger:
    """Makes updates, the same for the same seed; `never` are people in whose name none comes."""

    def __init__(self, seed: int, people: Sequence[int], never: Sequence[int]) -> None:
        self.chance = random.Random(seed)
        self.people, self.never = people, never
        self._number = 10**6

    def update(self, seen: Json | None) -> tuple[str, Json, bool]:
        """Return a kind, what comes with it, and whether that is damaged; `seen`: a message of the bot to press on."""
        makes: Callable[[], tuple[str, Json]] = self.chance.choice(
            (self.message, self.message, self.message, lambda: self.press(seen), lambda: self.press(seen), self.other)
        )
        kind, what = makes()
        is_damaged = self.chance.random() < 0.5
        return kind, self.damaged(what) if is_damaged else what, is_damaged

    def message(self) -> tuple[str, Json]:
        """Return a message of any content in any chat."""
        chance = self.chance
        what = self._head()
        if chance.random() < 0.6:
            what["text"] = self.text()
        else:
            name = chance.choice(tuple(CONTENTS))
            what[name] = CONTENTS[name]
        for name in chance.sample(tuple(BESIDE), chance.choice((0, 0, 1, 2))):
            what[name] = BESIDE[name]
        return chance.choice(KINDS_OF_MESSAGE), what

    def press(self, seen: Json | None) -> tuple[str, Json]:
        """Return a press on a button that is there, was there, or never was."""
        chance, user = self.chance, self._user()
        message = seen if seen is not None and chance.random() < 0.7 else {**self._head(), "date": 0}
        said = [button["callback_data"] for row in (seen or {}).get("reply_markup", {}).get("inline_keyboard", [])
                for button in row if "callback_data" in button]  # fmt: skip
        data = chance.choice(said) if said and chance.random() < 0.4 else chance.choice(DATA)
        if chance.random() < 0.3:
            data = self._misspelt(data)
        query: Json = {"id": str(chance.randrange(10**12)), "from": user, "chat_instance": "1", "data": data}
        where = chance.choice(("message", "message", "message", "inline_message_id", "nowhere"))
        if where == "message":
            query["message"] = message
        elif where == "inline_message_id":
            query["inline_message_id"] = "i"
        return "callback_query", query

    def other(self) -> tuple[str, Json]:
        """Return an update that is neither, of kinds that the bot asks for and of others."""
        user, chat = self._user(), self._head()["chat"]
        bot = {"user": {"id": 6, "is_bot": True, "first_name": "b"}, "status": "member"}
        left = {"user": user, **self.chance.choice(MEMBERSHIPS)}
        membership = {"chat": chat, "from": user, "date": 0, "old_chat_member": bot, "new_chat_member": left}
        return self.chance.choice(
            (
                ("my_chat_member", membership),
                ("chat_member", membership),
                ("inline_query", {"id": "1", "from": user, "query": self.text(), "offset": ""}),
                ("poll", CONTENTS["poll"]),
                ("poll_answer", {"poll_id": "1", "user": user, "option_ids": [0], "option_persistent_ids": []}),
                ("shipping_query", {"id": "1", "from": user, "invoice_payload": "p", "shipping_address": ADDRESS}),
                (
                    "message_reaction",
                    {"chat": chat, "message_id": 1, "date": 0, "old_reaction": [], "new_reaction": []},
                ),
                ("chat_join_request", {"chat": chat, "from": user, "user_chat_id": 5, "date": 0}),
                ("a_kind_of_next_year", {"from": user, "value": CANARY}),
            )
        )

    def text(self) -> str:
        """Return a text: one of the odd ones, a piece of them, or signs by chance."""
        chance = self.chance
        if chance.random() < 0.6:
            return chance.choice(TEXTS)
        if chance.random() < 0.5:
            return f"{chance.choice(TEXTS)[:50]}{CANARY}{chance.choice(TEXTS)[:50]}"
        return "".join(self._sign() for _ in range(chance.randint(1, 60)))

    def damaged(self, what: Any) -> Any:
        """Return the same with something in it that is of another kind, or gone; never in the name of who must rest."""
        if not isinstance(what, dict | list) or not what or self.chance.random() < 0.15:
            return self._junk()
        places = list(what) if isinstance(what, dict) else list(range(len(what)))
        place = self.chance.choice(places)
        copy: Any = dict(what) if isinstance(what, dict) else list(what)
        if isinstance(what, dict) and self.chance.random() < 0.2:
            del copy[place]
        else:
            copy[place] = self.damaged(what[place])
        return copy

    def _head(self) -> Json:
        self._number += 1
        user, kind = self._user(), self.chance.choice(CHATS)
        chat_id = (
            user["id"] if kind == "private" and self.chance.random() < 0.9 else self.chance.randrange(-(10**9), -1)
        )
        return {
            "message_id": self._number, "date": 1_778_560_000, "chat": {"id": chat_id, "type": kind, "title": CANARY},
            "from": user,
        }  # fmt: skip

    def _user(self) -> Json:
        chance = self.chance
        known = chance.random() < 0.8
        person_id = chance.choice(self.people) if known else chance.randrange(10**6, 2**52)
        language = chance.choice(("kk", "ru", "", "en", "zz-ZZ", None))
        return {"id": person_id, "is_bot": False, "first_name": CANARY, "username": CANARY, "language_code": language}

    def _junk(self) -> Any:
        junk = self.chance.choice(JUNK)
        return self.chance.randrange(2**40) if junk in self.never else junk

    def _misspelt(self, data: str) -> str:
        at = self.chance.randrange(len(data) + 1)
        return (data[:at] + self._sign() + data[at + self.chance.randint(0, 2) :])[:64]

    def _sign(self) -> str:
        point = self.chance.choice(
            (self.chance.randrange(32, 127), self.chance.randrange(0x400, 0x4FF), self.chance.randrange(0x10FFFF))
        )
        return "\ufffd" if 0xD800 <= point <= 0xDFFF else chr(point)  # Telegram sends no half of a sign
