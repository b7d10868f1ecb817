"""Calls as bots in any language make them: plain HTTP, every kind of body."""

import asyncio
import http.client
import json
from typing import Any
from urllib.parse import urlencode, urlsplit

import pytest

from bot.sandbox import SANDBOX_TOKEN, Limits, LocalTelegram
from bot.sandbox.call_log import CallLog
from tests.bot.sandbox.playing import Phone
from tests.telegram_contract import assert_answer_fits, assert_call_fits

KEYBOARD = {"inline_keyboard": [[{"text": "Иә", "callback_data": "yes"}]]}
FORM = "application/x-www-form-urlencoded"
BOUNDARY = "wall"


def multipart(fields: dict[str, str], file: tuple[str, bytes] | None = None) -> bytes:
    """A multipart body; the file's name in the form, and its content."""
    parts = [f'Content-Disposition: form-data; name="{key}"\r\n\r\n{value}' for key, value in fields.items()]
    body = b"".join(f"--{BOUNDARY}\r\n{part}\r\n".encode() for part in parts)
    if file:
        head = f'Content-Disposition: form-data; name="{file[0]}"; filename="paper.txt"\r\n\r\n'
        body += f"--{BOUNDARY}\r\n{head}".encode() + file[1] + b"\r\n"
    return body + f"--{BOUNDARY}--\r\n".encode()


async def call(base: str, path: str, body: bytes = b"", kind: str = "", method: str = "POST") -> tuple[int, Any]:
    """One call with the standard library's client."""

    def ask() -> tuple[int, Any]:
        connection = http.client.HTTPConnection(urlsplit(base).netloc, timeout=10)
        connection.request(method, path, body, {"Content-Type": kind} if kind else {})
        answer = connection.getresponse()
        content = json.loads(answer.read())
        connection.close()
        return answer.status, content

    return await asyncio.to_thread(ask)


def path_of(method: str, token: str = SANDBOX_TOKEN) -> str:
    return f"/bot{token}/{method}"


async def test_a_call_may_be_a_mere_address(base: str, person: Phone) -> None:
    query = urlencode({"chat_id": person.id, "text": "Сәлем", "reply_markup": json.dumps(KEYBOARD)})
    status, answer = await call(base, f"{path_of('sendMessage')}?{query}", method="POST")
    assert (status, answer["ok"]) == (200, True)
    assert answer["result"]["reply_markup"] == KEYBOARD
    assert answer["result"]["chat"]["id"] == person.id


@pytest.mark.parametrize("markup", [KEYBOARD, json.dumps(KEYBOARD)])
async def test_a_call_may_be_json(base: str, person: Phone, markup: Any) -> None:
    body = {"chat_id": str(person.id), "text": "Сәлем", "parse_mode": None, "reply_markup": markup}
    status, answer = await call(base, path_of("sendMessage"), json.dumps(body).encode(), "application/json")
    assert (status, answer["result"]["reply_markup"]) == (200, KEYBOARD)


async def test_a_call_may_be_a_form(base: str, person: Phone) -> None:
    fields = {"chat_id": person.id, "text": "12", "disable_notification": "true"}
    fields |= {"reply_markup": json.dumps(KEYBOARD)}
    status, answer = await call(base, path_of("sendMessage"), urlencode(fields).encode(), FORM)
    assert (status, answer["result"]["text"]) == (200, "12")
    assert answer["result"]["reply_markup"] == KEYBOARD


@pytest.mark.parametrize("attached", [False, True])
async def test_a_file_comes_as_multipart(base: str, person: Phone, attached: bool) -> None:  # noqa: FBT001
    fields = {"chat_id": str(person.id)} | ({"document": "attach://f"} if attached else {})
    body = multipart(fields, ("f" if attached else "document", b"x"))
    kind = f"multipart/form-data; boundary={BOUNDARY}"
    status, answer = await call(base, path_of("sendDocument"), body, kind)
    assert status == 200, answer
    assert answer["result"]["document"]["file_name"] == "paper.txt"


async def test_the_case_of_a_method_does_not_matter(base: str) -> None:
    assert (await call(base, path_of("GETME")))[0] == 200


@pytest.mark.parametrize(
    ("path", "status", "description"),
    [
        (path_of("getMe", "1000000:wrong"), 401, "Unauthorized"),
        (path_of("getMe", "nonsense"), 404, "Not Found"),
        (path_of("fly"), 404, "Not Found"),
        (path_of("sendDice"), 404, "Not Found: the local Bot API does not play sendDice"),
        (path_of("sendMessage"), 400, "Bad Request: chat_id is empty"),
        (path_of("sendMessage") + "?chat_id=1", 400, "Bad Request: message text is empty"),
        (path_of("getFile"), 400, "Bad Request: there is no file_id in the request"),
        (
            path_of("sendMessage") + "?chat_id=1&text=a&reply_markup=%7B",
            400,
            "Bad Request: can't parse reply_markup JSON object",
        ),
    ],
)
async def test_refusals_have_telegrams_envelope(base: str, path: str, status: int, description: str) -> None:
    expected = {"ok": False, "error_code": status, "description": description}
    assert await call(base, path) == (status, expected)


@pytest.mark.parametrize("body", [b"{", b"[]", b'"x"'])
async def test_a_body_that_is_no_object_is_refused(base: str, body: bytes) -> None:
    status, answer = await call(base, path_of("getMe"), body, "application/json")
    assert (status, answer["description"]) == (400, "Bad Request: can't parse JSON object")


async def test_a_field_of_a_wrong_type_is_named(base: str, person: Phone) -> None:
    body = {"chat_id": person.id, "text": 5}
    status, answer = await call(base, path_of("sendMessage"), json.dumps(body).encode(), "application/json")
    assert (status, answer["description"][:30]) == (400, "Bad Request: can't parse text:")


@pytest.mark.parametrize(
    "markup",
    [
        {"inline_keyboard": [[{"text": 5}]]},
        {"inline_keyboard": [{"text": "Иә"}]},
        {"inline_keyboards": []},
        {"keyboard": "Иә"},
        [],
    ],
)
async def test_a_wrong_keyboard_is_not_taken_for_another(base: str, person: Phone, markup: Any) -> None:
    body = {"chat_id": person.id, "text": "a", "reply_markup": markup}
    status, answer = await call(base, path_of("sendMessage"), json.dumps(body).encode(), "application/json")
    assert (status, answer["ok"]) == (400, False)


@pytest.mark.parametrize("markup", ["", "null"])
async def test_an_empty_keyboard_in_a_form_is_none(base: str, person: Phone, markup: str) -> None:
    form = urlencode({"chat_id": person.id, "text": "a", "reply_markup": markup}).encode()
    status, answer = await call(base, path_of("sendMessage"), form, FORM)
    assert (status, "reply_markup" in answer["result"]) == (200, False)


async def test_an_edit_takes_inline_keyboards_only(base: str, person: Phone) -> None:
    await call(base, path_of("sendMessage") + f"?chat_id={person.id}&text=a")
    body = {"chat_id": person.id, "message_id": 2, "reply_markup": {"remove_keyboard": True}}
    status, _ = await call(base, path_of("editMessageReplyMarkup"), json.dumps(body).encode(), "application/json")
    assert status == 400


async def test_a_429_carries_its_seconds(base: str, person: Phone) -> None:
    await person.request("POST", "faults", {"kind": "too_many_requests", "retry_after": 3})
    status, answer = await call(base, path_of("getMe"))
    assert (status, answer["parameters"]) == (429, {"retry_after": 3})


async def test_calls_are_logged_as_they_were_received(base: str, person: Phone, telegram: LocalTelegram) -> None:
    query = f"?chat_id={person.id}&text=%D3%99&colour=green"
    await call(base, path_of("sendMessage") + query, method="POST")
    await call(base, path_of("sendMessage") + "?chat_id=5&text=a")
    first, second = telegram.calls.of("sendmessage")
    assert first.parameters == {"chat_id": str(person.id), "text": "ә", "colour": "green"}
    assert (first.status, first.description) == (200, None)
    assert (second.status, second.description) == (400, "Bad Request: chat not found")
    _, listed = await person.request("GET", f"calls?after={first.number}&method=sendMessage")
    assert [entry["number"] for entry in listed] == [second.number]
    await person.request("DELETE", "calls")
    assert len(telegram.calls) == 0


async def test_an_upload_is_logged_by_name_and_size(base: str, person: Phone, telegram: LocalTelegram) -> None:
    body = multipart({"chat_id": str(person.id)}, ("document", b"12345"))
    await call(base, path_of("sendDocument"), body, f"multipart/form-data; boundary={BOUNDARY}")
    [logged] = telegram.calls.of("sendDocument")
    assert logged.parameters["document"] == {"file_name": "paper.txt", "size": 5}
    assert_call_fits("sendDocument", logged.parameters)


def test_the_log_keeps_the_latest_calls_only() -> None:
    log = CallLog(size=3)
    for number in range(5):
        log.add("getMe", {"n": number})
    assert [call.number for call in log] == [3, 4, 5]
    assert log.after(4)[0].parameters == {"n": 4}
    assert LocalTelegram(Limits(calls_logged=2)).calls.of("getMe") == []


async def test_answers_are_as_telegram_documents_them(base: str, person: Phone) -> None:
    """Checked against the published facts, not against aiogram."""
    chat = {"chat_id": person.id}
    scope = {"scope": {"type": "all_private_chats"}, "commands": [{"command": "a", "description": "b"}]}
    html = {"parse_mode": "HTML", "reply_markup": KEYBOARD}
    calls: list[tuple[str, dict[str, Any]]] = [
        ("getMe", {}),
        ("sendMessage", chat | {"text": "<b>a</b> /help"} | html),
        ("editMessageText", chat | {"message_id": 2, "text": "b"}),
        ("editMessageReplyMarkup", chat | {"message_id": 2, "reply_markup": KEYBOARD}),
        ("sendChatAction", chat | {"action": "typing"}),
        ("deleteMessage", chat | {"message_id": 2}),
        ("deleteMessages", chat | {"message_ids": [2, 3]}),
        ("setMyCommands", scope),
        ("getMyCommands", {"scope": scope["scope"]}),
        ("setMyDescription", {"description": "a", "language_code": "kk"}),
        ("getMyDescription", {"language_code": "kk"}),
        ("getWebhookInfo", {}),
        ("getUpdates", {"timeout": 0}),
    ]
    for method, parameters in calls:
        assert_call_fits(method, parameters)
        body = json.dumps(parameters).encode()
        status, answer = await call(base, path_of(method), body, "application/json")
        assert status == 200, answer
        assert_answer_fits(method, answer["result"])
