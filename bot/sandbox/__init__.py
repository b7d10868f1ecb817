"""A Telegram of one's own: a local Bot API server with a chat page, for running and testing without a token.

    telegram = LocalTelegram(journal_path=Path("var/chat.jsonl"))
    async with serving(sandbox_app(telegram), port=8081) as base:
        bot = Bot(SANDBOX_TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(base)))

The bot's side is Telegram's: `/bot<token>/<method>` and `/file/bot<token>/<path>`, as strict as Telegram
and with its own sentences; `komek run` makes the token at each start, and writes it to `var/local-bot-token`. The
page is at `/`; `/?person=1001` opens one person's phone and `/?person=1001&beside=1002` two. The authority's desk is
at `/desk` (see `bot.sandbox.desk`).

The person's side is an HTTP API for the page, for tests and for scripts: JSON in (with its content type)
and out; `?` marks what may be left out; a refusal is `{"error": "..."}` with status 404, 409, 415 or 422.

    GET    /people                      everybody
    POST   /people                      {"first_name", "language_code"?: "kk", "id"?, "last_name"?,
                                        "username"?}
    GET    /people/ID                   {"id", "first_name", "language_code", "started", "blocked", ...}
    PATCH  /people/ID                   {"first_name"?, "language_code"?}
    GET    /people/ID/bot               the bot's name, texts and commands in the person's language
    POST   /people/ID/messages          send one of
                                          {"text"}: also how a reply keyboard's button is pressed
                                          {"document" or "photo": {"file_name", "content": base64}}
                                          {"voice": {}}, {"sticker": {}}
                                          {"contact": {}}: the own one, {"contact": {"first_name"}}: another
                                          {"forward": {"message_id"}}, {"forward": {"sender", "text"}}
                                        with "caption"?, "reply_to"?: message id, "chat_id"?: a group,
                                        "media_group_id"?: what photos or files of one album have in common;
                                        the first message starts the chat, before it the bot cannot write
    POST   /people/ID/albums            {"kind": "photo" or "document", "files": [{"file_name", "content"}, ...],
                                        "caption"?}: two to ten at once, a message each
    PATCH  /people/ID/messages/MESSAGE  {"text", "chat_id"?}: edit an own message
    DELETE /people/ID/messages/MESSAGE?chat_id=  take a message away for both sides
    POST   /people/ID/presses           {"message_id", "data", "chat_id"?, "force"?} -> {"id", ...}; by force
                                        also a button that the message no longer has
    GET    /presses/PRESS               {"answered", "text", "show_alert", "url", ...}
    PUT    /people/ID/block             block the bot; DELETE unblocks it
    POST   /groups                      {"title", "members": [ID, ...]} -> {"id": -1, ...}
    GET    /chats/CHAT/messages?after=  {"messages": [...], "keyboard": reply keyboard or null}, oldest first;
                                        the chat with the bot has the person's id
    GET    /files/FILE_ID               the content of a file
    GET    /changes                     Server-Sent Events: {"kind": "message", "deleted", "answer", "action",
                                        "person", "group" or "bot", ...}
    GET    /calls?after=N&method=NAME   the log of the bot's calls; DELETE empties it
    POST   /faults                      order misfortunes: {"kind": "too_many_requests", "server_error",
                                        "slow", "cut_before" or "cut_after", "times"?, "method"?, "chat_id"?,
                                        "probability"?, "seed"?, "retry_after"?, "seconds"?};
                                        GET lists what is still to happen, DELETE clears it

Played: messages with text, photo, document; albums, voice, stickers, contacts and forwards of a person; inline and
reply keyboards; presses; commands and descriptions; groups with privacy mode on. Not played: other parse modes than
HTML, inline mode, payments, albums of the bot. Messages are dated by the program's clock (`LocalTelegram.dates`).
"""

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware

from bot.errors import AddressError
from bot.sandbox import bot_api, person_api
from bot.sandbox.clock import Clock
from bot.sandbox.desk import ROUTES as DESK_ROUTES
from bot.sandbox.desk import Desk, opened_desk
from bot.sandbox.errors import BotApiError, ClockError, JournalError, SandboxError
from bot.sandbox.faults import Fault
from bot.sandbox.limits import Limits
from bot.sandbox.own_pages import OwnPages
from bot.sandbox.serving import serving
from bot.sandbox.telegram import SANDBOX_TOKEN, LocalTelegram, new_token

__all__ = [
    "SANDBOX_TOKEN",
    "AddressError",
    "BotApiError",
    "Clock",
    "ClockError",
    "Desk",
    "Fault",
    "JournalError",
    "Limits",
    "LocalTelegram",
    "SandboxError",
    "new_token",
    "opened_desk",
    "sandbox_app",
    "serving",
]

OWN_NAMES = ["127.0.0.1", "localhost", "[::1]", "::1"]


def sandbox_app(telegram: LocalTelegram | None = None, desk: Desk | None = None) -> Starlette:
    """The server as an ASGI app; `app.state.telegram` is its state. It may be mounted below any path.

    `desk` is given where the authority's API runs beside.

    Requests under another host name than this machine's own are refused, and those that another web page makes, so
    that no stranger can reach the chat through the person's browser.
    """
    guards = [Middleware(TrustedHostMiddleware, allowed_hosts=OWN_NAMES, www_redirect=False), Middleware(OwnPages)]
    app = Starlette(routes=[*bot_api.ROUTES, *person_api.ROUTES, *DESK_ROUTES], middleware=guards)
    app.state.telegram = telegram or LocalTelegram()
    app.state.desk = desk
    return app
