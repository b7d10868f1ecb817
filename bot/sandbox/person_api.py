"""The person's side over HTTP, JSON in and out (described in the package's docstring), and the chat page."""

from collections.abc import Awaitable, Callable
from functools import wraps
from http import HTTPStatus
from pathlib import Path
from typing import Any, TypeAlias, TypeVar
from urllib.parse import quote

from pydantic import BaseModel, ValidationError
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from bot.sandbox import people, profile
from bot.sandbox.chats import Person
from bot.sandbox.errors import BotApiError, PersonError
from bot.sandbox.faults import Fault
from bot.sandbox.person_requests import ChangedPerson, EditedText, NewAlbum, NewGroup, NewMessage, NewPerson, NewPress
from bot.sandbox.telegram import LocalTelegram

PAGE = Path(__file__).parent / "page"
FILES = sorted(path.name for path in PAGE.iterdir() if path.suffix != ".html" and not path.name.startswith("desk"))
"""What the chat page loads; the desk's own files begin with its name."""
PAGE_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-cache",
}
Body = TypeVar("Body", bound=BaseModel)
Answer: TypeAlias = Callable[[LocalTelegram, Request], Awaitable[Any]]


def _json(status: HTTPStatus = HTTPStatus.OK) -> Callable[[Answer], Callable[[Request], Awaitable[Response]]]:
    """Answer with what the function returns, as JSON, once it is on disk."""

    def decorate(answer: Answer) -> Callable[[Request], Awaitable[Response]]:
        @wraps(answer)
        async def respond(request: Request) -> Response:
            telegram: LocalTelegram = request.app.state.telegram
            try:
                result = await answer(telegram, request)
            except PersonError as error:
                return JSONResponse({"error": str(error)}, error.status)
            except BotApiError as error:  # a photo that is no picture
                return JSONResponse({"error": str(error)}, HTTPStatus.UNPROCESSABLE_ENTITY)
            telegram.settle()
            return JSONResponse(result, status)

        return respond

    return decorate


async def _body(request: Request, model: type[Body]) -> Body:
    """The request's body; a page of another site cannot send JSON here, which keeps strangers out."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json":
        raise PersonError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "send Content-Type: application/json")
    try:
        return model.model_validate_json(await request.body())
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        sentence = f"{place}: {first['msg']}" if place else first["msg"]
        raise PersonError(HTTPStatus.UNPROCESSABLE_ENTITY, sentence) from error


def _person(telegram: LocalTelegram, request: Request) -> Person:
    return people.found(telegram, request.path_params["person"])


def _whole(text: str) -> int:
    """Groups have negative ids, which the router's own numbers exclude."""
    try:
        return int(text)
    except ValueError as error:
        raise PersonError(HTTPStatus.UNPROCESSABLE_ENTITY, f"{text!r} is no whole number") from error


@_json()
async def list_people(telegram: LocalTelegram, request: Request) -> Any:
    """Everybody, in the order of arrival."""
    del request
    return [person.as_json() for person in telegram.persons.values()]


@_json(HTTPStatus.CREATED)
async def add_person(telegram: LocalTelegram, request: Request) -> Any:
    """A fresh person."""
    return people.arrive(telegram, await _body(request, NewPerson)).as_json()


@_json()
async def show_person(telegram: LocalTelegram, request: Request) -> Any:
    """One person."""
    return _person(telegram, request).as_json()


@_json()
async def change_person(telegram: LocalTelegram, request: Request) -> Any:
    """Another name or language."""
    changed = await _body(request, ChangedPerson)
    return people.change(telegram, _person(telegram, request), changed).as_json()


@_json()
async def show_bot(telegram: LocalTelegram, request: Request) -> Any:
    """The bot's name, descriptions and commands as this person sees them."""
    return profile.shown_to(telegram, _person(telegram, request))


@_json(HTTPStatus.CREATED)
async def write(telegram: LocalTelegram, request: Request) -> Any:
    """Send a message."""
    return people.write(telegram, _person(telegram, request), await _body(request, NewMessage))


@_json(HTTPStatus.CREATED)
async def write_album(telegram: LocalTelegram, request: Request) -> Any:
    """Send several photos or files at once."""
    return people.write_album(telegram, _person(telegram, request), await _body(request, NewAlbum))


@_json()
async def edit(telegram: LocalTelegram, request: Request) -> Any:
    """Edit an own text."""
    message_id = request.path_params["message"]
    return people.edit(telegram, _person(telegram, request), message_id, await _body(request, EditedText))


@_json()
async def delete(telegram: LocalTelegram, request: Request) -> Any:
    """Take a message away for both sides."""
    group = request.query_params.get("chat_id")
    message_id = request.path_params["message"]
    people.delete(telegram, _person(telegram, request), message_id, None if group is None else _whole(group))
    return {"deleted": message_id}


@_json(HTTPStatus.CREATED)
async def press(telegram: LocalTelegram, request: Request) -> Any:
    """Press an inline button."""
    return people.press(telegram, _person(telegram, request), await _body(request, NewPress)).as_json()


@_json()
async def show_press(telegram: LocalTelegram, request: Request) -> Any:
    """A press, and what the bot answered to it."""
    found = telegram.presses.get(request.path_params["press"])
    if found is None:
        raise PersonError(HTTPStatus.NOT_FOUND, "there is no such press")
    return found.as_json()


@_json()
async def block(telegram: LocalTelegram, request: Request) -> Any:
    """PUT blocks the bot, DELETE lets it write again."""
    person = _person(telegram, request)
    return people.block(telegram, person, blocked=request.method == "PUT").as_json()


@_json()
async def account(telegram: LocalTelegram, request: Request) -> Any:
    """DELETE deactivates the person's account, PUT lets there be one again."""
    person = _person(telegram, request)
    return people.deactivate(telegram, person, deactivated=request.method == "DELETE").as_json()


@_json(HTTPStatus.CREATED)
async def add_group(telegram: LocalTelegram, request: Request) -> Any:
    """A group of persons and the bot."""
    return people.gather(telegram, await _body(request, NewGroup)).row()


@_json()
async def show_chat(telegram: LocalTelegram, request: Request) -> Any:
    """The chat's messages after a message id, oldest first, and the reply keyboard shown now."""
    chat = telegram.chats.get(_whole(request.path_params["chat"]))
    if chat is None:
        raise PersonError(HTTPStatus.NOT_FOUND, "there is no such chat")
    after = _whole(request.query_params.get("after", "0"))
    shown = [message for number, message in chat.messages.items() if number > after]
    return {"messages": shown, "keyboard": chat.keyboard}


@_json()
async def list_calls(telegram: LocalTelegram, request: Request) -> Any:
    """What the bot asked for, after a number, of one method or of all."""
    method = request.query_params.get("method", "").lower()
    calls = telegram.calls.after(_whole(request.query_params.get("after", "0")))
    return [call.as_json() for call in calls if method in {"", call.method.lower()}]


@_json()
async def forget_calls(telegram: LocalTelegram, request: Request) -> Any:
    """Empty the log."""
    del request
    telegram.calls.clear()
    return []


@_json()
async def list_faults(telegram: LocalTelegram, request: Request) -> Any:
    """The faults still to happen."""
    del request
    return [fault.model_dump() for fault in telegram.faults.pending()]


@_json(HTTPStatus.CREATED)
async def order_fault(telegram: LocalTelegram, request: Request) -> Any:
    """Let something go wrong."""
    telegram.faults.order(await _body(request, Fault))
    return [fault.model_dump() for fault in telegram.faults.pending()]


@_json()
async def clear_faults(telegram: LocalTelegram, request: Request) -> Any:
    """Let nothing more go wrong."""
    del request
    telegram.faults.clear()
    return []


async def send_file(request: Request) -> Response:
    """A file of the chat. Only pictures open in the page; anything else is saved, never run."""
    telegram: LocalTelegram = request.app.state.telegram
    file = telegram.files.by_id(request.path_params["file"])
    if file is None:
        return JSONResponse({"error": "there is no such file"}, HTTPStatus.NOT_FOUND)
    headers = {"X-Content-Type-Options": "nosniff"}
    if file.folder == "photos":
        return Response(file.content, media_type="image/*", headers=headers)
    headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(file.name)}"
    return Response(file.content, media_type=file.mime_type, headers=headers)


async def stream_changes(request: Request) -> Response:
    """Server-Sent Events, one JSON object each."""
    telegram: LocalTelegram = request.app.state.telegram
    headers = {"Cache-Control": "no-store"}
    return StreamingResponse(telegram.changes.events(), media_type="text/event-stream", headers=headers)


def page_file(name: str) -> Callable[[Request], Awaitable[Response]]:
    """Return the answer with one of the pages' files."""

    async def send(request: Request) -> Response:
        del request
        return FileResponse(PAGE / name, headers=PAGE_HEADERS)

    return send


ROUTES = [
    Route("/", page_file("index.html")),
    *(Route(f"/{name}", page_file(name)) for name in FILES),
    Route("/people", list_people, methods=["GET"]),
    Route("/people", add_person, methods=["POST"]),
    Route("/people/{person:int}", show_person, methods=["GET"]),
    Route("/people/{person:int}", change_person, methods=["PATCH"]),
    Route("/people/{person:int}/bot", show_bot, methods=["GET"]),
    Route("/people/{person:int}/messages", write, methods=["POST"]),
    Route("/people/{person:int}/albums", write_album, methods=["POST"]),
    Route("/people/{person:int}/messages/{message:int}", edit, methods=["PATCH"]),
    Route("/people/{person:int}/messages/{message:int}", delete, methods=["DELETE"]),
    Route("/people/{person:int}/presses", press, methods=["POST"]),
    Route("/people/{person:int}/block", block, methods=["PUT", "DELETE"]),
    Route("/people/{person:int}/account", account, methods=["PUT", "DELETE"]),
    Route("/presses/{press}", show_press, methods=["GET"]),
    Route("/groups", add_group, methods=["POST"]),
    Route("/chats/{chat}/messages", show_chat, methods=["GET"]),
    Route("/files/{file}", send_file, methods=["GET"]),
    Route("/changes", stream_changes, methods=["GET"]),
    Route("/calls", list_calls, methods=["GET"]),
    Route("/calls", forget_calls, methods=["DELETE"]),
    Route("/faults", list_faults, methods=["GET"]),
    Route("/faults", order_fault, methods=["POST"]),
    Route("/faults", clear_faults, methods=["DELETE"]),
]
