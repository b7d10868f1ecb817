"""One call of the bot: its parameters as they came over HTTP, checked with aiogram's own method models."""

import json
import types
from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

import aiogram.methods
from aiogram.client.default import Default
from aiogram.methods import TelegramMethod
from aiogram.types import (
    BufferedInputFile,
    ForceReply,
    InlineKeyboardMarkup,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)
from pydantic import BaseModel, ValidationError
from starlette.datastructures import UploadFile
from starlette.requests import Request

from bot.sandbox.errors import BotApiError, bad_request, not_found

Parameters = dict[str, Any]
"""By name: text, JSON values, or BufferedInputFile for what was uploaded."""

MARKUPS: dict[str, type[BaseModel]] = {
    "inline_keyboard": InlineKeyboardMarkup,
    "keyboard": ReplyKeyboardMarkup,
    "remove_keyboard": ReplyKeyboardRemove,
    "force_reply": ForceReply,
}

METHODS: dict[str, type[TelegramMethod[Any]]] = {
    model.__api_method__.lower(): model
    for model in vars(aiogram.methods).values()
    if isinstance(model, type) and issubclass(model, TelegramMethod) and model is not TelegramMethod
}
"""By name in small letters."""

EMPTY = {"chat_id": "chat_id is empty", "text": "message text is empty", "message_id": "message_id is empty"}


async def read_parameters(request: Request) -> Parameters:
    """Query and body together; the body is JSON, urlencoded or multipart, as with Telegram."""
    parameters: Parameters = dict(request.query_params)
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "application/json":
        parameters.update(await _read_json(request))
    elif kind in {"application/x-www-form-urlencoded", "multipart/form-data"}:
        async with request.form() as form:
            for name, value in form.items():
                parameters[name] = await _uploaded(value) if isinstance(value, UploadFile) else value
    return parameters


async def _read_json(request: Request) -> Parameters:
    body = await request.body()
    try:
        parameters = json.loads(body) if body else {}
    except ValueError:
        parameters = None
    if not isinstance(parameters, dict):
        raise bad_request("can't parse JSON object")
    return {name: value for name, value in parameters.items() if value is not None}


async def _uploaded(file: UploadFile) -> BufferedInputFile:
    return BufferedInputFile(await file.read(), filename=file.filename or "file")


def method_named(name: str) -> type[TelegramMethod[Any]]:
    """The model of a method; 404 when Telegram has none of this name. Its case does not matter."""
    model = METHODS.get(name.lower())
    if model is None:
        raise not_found()
    return model


def parse_call(model: type[TelegramMethod[Any]], parameters: Mapping[str, Any]) -> TelegramMethod[Any]:
    """The call as aiogram's model; 400 for parameters that do not fit.

    A parameter that the method does not have is passed over, as Telegram does.
    """
    fields = model.model_fields.keys() & parameters.keys()
    try:
        return model.model_validate({field: _value(model, field, parameters) for field in fields})
    except ValidationError as error:
        raise _refusal(error) from error


def given(value: Any) -> Any:
    """The value of an optional parameter: aiogram marks one that was not sent with its Default."""
    return None if isinstance(value, Default) else value


def _value(model: type[BaseModel], field: str, parameters: Mapping[str, Any]) -> Any:
    value = parameters[field]
    if isinstance(value, str):
        value = _from_text(model, field, value, parameters)
    return _markup(value) if field == "reply_markup" else value


def _from_text(model: type[BaseModel], field: str, text: str, parameters: Mapping[str, Any]) -> Any:
    """What a text in a form stands for."""
    if text.startswith("attach://"):
        return parameters.get(text.removeprefix("attach://"), text)
    if field == "chat_id" and text.lstrip("-").isdecimal():
        return int(text)
    return _from_json(field, text) if field in _json_fields(model) else text


def _markup(value: Any) -> Any:
    """The keyboard that was meant: left to itself, the union takes a wrong one for a removed keyboard."""
    if value is None:
        return None
    if not isinstance(value, dict):
        raise bad_request("object expected as reply markup")
    for key, model in MARKUPS.items():
        if key in value:
            return model.model_validate(value)
    raise bad_request("can't parse reply markup JSON object")


@cache
def _json_fields(model: type[BaseModel]) -> frozenset[str]:
    """The fields that forms carry as JSON: objects and lists."""
    return frozenset(name for name, field in model.model_fields.items() if _holds_json(field.annotation))


def _holds_json(annotation: Any) -> bool:
    if get_origin(annotation) in {Union, types.UnionType, Annotated}:
        return any(map(_holds_json, get_args(annotation)))
    if get_origin(annotation) is list:
        return True
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _from_json(field: str, value: str) -> Any:
    try:
        return json.loads(value) if value else None
    except ValueError as error:
        raise bad_request(f"can't parse {field} JSON object") from error


def _refusal(error: ValidationError) -> BotApiError:
    first = error.errors()[0]
    field = str(first["loc"][0])
    if first["type"] == "missing" and len(first["loc"]) == 1:
        return bad_request(EMPTY.get(field, f"there is no {field} in the request"))
    return bad_request(f"can't parse {'.'.join(map(str, first['loc']))}: {first['msg']}")
