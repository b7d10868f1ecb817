"""The published Bot API as a check: a call has the fields and types that Telegram documents.

Independent of aiogram on purpose: its models and ours could agree on a mistake. The facts are in
tests/data/telegram-bot-api.json: every method and type with its fields.
"""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

FACTS = Path(__file__).parent / "data" / "telegram-bot-api.json"
ARRAY = "Array of "
UPLOAD_KEYS = frozenset({"file_name", "size"})
"""How the local Bot API logs an uploaded file."""
TRUE_FALSE = frozenset({"true", "false", "True", "False", "1", "0"})


class ContractError(AssertionError):
    """A call or a value that Telegram's documentation does not allow; names the place."""


def assert_call_fits(method: str, params: Mapping[str, Any]) -> None:
    """Check a call's name, fields and types, nested ones too; ContractError says what is wrong where.

    Parameters may be as Python or JSON has them, or as forms carry them: numbers and truth values as
    text, objects and arrays serialised. Files are bytes, `attach://NAME` beside a field NAME, an open
    upload, or what the log of the local Bot API shows of one.
    """
    known = _facts()["methods"]
    if method not in known:
        raise ContractError(f"Telegram has no method {method}")
    attached = {value.removeprefix("attach://") for value in params.values() if _is_attachment(value)}
    sent = {name: value for name, value in params.items() if name not in attached}
    _check_fields(sent, known[method]["fields"], method, from_form=True)


def assert_value_fits(value: Any, type_name: str) -> None:
    """Check a JSON value against a type such as "Update" or "Array of BotCommand"."""
    if not _fits(value, type_name, type_name, from_form=False):
        raise ContractError(f"{type_name}: {value!r} is not of this type")


def assert_answer_fits(method: str, result: Any) -> None:
    """Check what a method returned against what it is documented to return."""
    returns = _facts()["methods"][method]["returns"]
    _check_value(result, returns, f"answer of {method}", from_form=False)


@cache
def _facts() -> dict[str, Any]:
    facts: dict[str, Any] = json.loads(FACTS.read_text(encoding="utf-8"))
    return facts


def _check_fields(
    value: Mapping[str, Any], fields: Sequence[Mapping[str, Any]], place: str, *, from_form: bool
) -> None:
    documented = {field["name"]: field for field in fields}
    for name in value:
        if name not in documented:
            raise ContractError(f"{place} has no field {name}")
    for name, field in documented.items():
        if name in value and value[name] is not None:
            _check_value(value[name], field["types"], f"{place}.{name}", from_form=from_form)
        elif field["required"]:
            raise ContractError(f"{place} needs {name}")


def _check_value(value: Any, types: Sequence[str], place: str, *, from_form: bool) -> None:
    reasons = []
    for type_name in types:
        try:
            if _fits(value, type_name, place, from_form=from_form):
                return
        except ContractError as error:
            reasons.append(str(error))
    if len(reasons) == 1:
        raise ContractError(reasons[0])
    expected = " or ".join(types)
    raise ContractError("; ".join([f"{place} must be {expected}, not {value!r}", *reasons]))


def _fits(value: Any, type_name: str, place: str, *, from_form: bool) -> bool:
    """Whether the value is of the type; ContractError when it is nearly so, but wrong inside."""
    if type_name in _SIMPLE:
        return _SIMPLE[type_name](value, from_form)
    if from_form and isinstance(value, str):
        value = _parsed(value)
    if type_name.startswith(ARRAY):
        return _fits_array(value, type_name.removeprefix(ARRAY), place)
    return _fits_object(value, type_name, place)


def _fits_array(value: Any, item_type: str, place: str) -> bool:
    if not isinstance(value, list | tuple):
        return False
    for index, item in enumerate(value):
        _check_value(item, [item_type], f"{place}[{index}]", from_form=False)
    return True


def _fits_object(value: Any, type_name: str, place: str) -> bool:
    described = _facts()["types"].get(type_name)
    if described is None:
        raise ContractError(f"{place}: Telegram has no type {type_name}")
    if described["subtypes"]:
        _check_value(value, described["subtypes"], place, from_form=False)
        return True
    if not isinstance(value, Mapping):
        return False
    _check_fields(value, described["fields"], place, from_form=False)
    return True


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text


def _is_attachment(value: Any) -> bool:
    return isinstance(value, str) and value.startswith("attach://")


def _is_integer(value: Any, from_form: bool) -> bool:  # noqa: FBT001  one of a table of checks
    if from_form and isinstance(value, str):
        return value.removeprefix("-").isdecimal()
    return isinstance(value, int) and not isinstance(value, bool)


def _is_float(value: Any, from_form: bool) -> bool:  # noqa: FBT001  one of a table of checks
    if from_form and isinstance(value, str):
        return value.removeprefix("-").replace(".", "", 1).isdecimal()
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_string(value: Any, from_form: bool) -> bool:  # noqa: FBT001  one of a table of checks
    del from_form
    return isinstance(value, str)


def _is_boolean(value: Any, from_form: bool) -> bool:  # noqa: FBT001  one of a table of checks
    return isinstance(value, bool) or (from_form and isinstance(value, str) and value in TRUE_FALSE)


def _is_file(value: Any, from_form: bool) -> bool:  # noqa: FBT001  one of a table of checks
    del from_form
    logged = isinstance(value, Mapping) and value.keys() == UPLOAD_KEYS
    return logged or isinstance(value, bytes) or _is_attachment(value) or hasattr(value, "read")


_SIMPLE = {
    "Integer": _is_integer,
    "Float": _is_float,
    "String": _is_string,
    "Boolean": _is_boolean,
    "True": _is_boolean,
    "InputFile": _is_file,
}
