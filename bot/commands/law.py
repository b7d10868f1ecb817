"""`komek law`: what the numbers and provisions of the law rest on."""

import sys
from difflib import get_close_matches

from bot.errors import CommandError
from rules.backtest import backtest
from rules.parameters import Parameter, ParameterValue, parameters
from rules.sources import Provision, provisions


class UnknownNameError(CommandError):
    """There is no such parameter or provision."""


def print_gaps() -> None:
    """Print every value and provision that is neither legal text nor official, and what depends on it."""
    for parameter in parameters().values():
        for value in parameter.values:
            if not value.grade.is_firm:
                _print(f"{_value(value)}  decides: {_listed(parameter.decides)}")
    for provision in provisions().values():
        for edition, source in provision.sources.items():
            if not source.grade.is_firm:
                _print(
                    f"{provision.id} {edition}  {source.grade}  {provision.rule}  decides: {_listed(provision.decides)}"
                )


def print_backtest(*, every: bool) -> None:
    """Print each known figure that lies outside the band made without it, or every one; then how many hold."""
    found = backtest()
    for tried in found.tried:
        if every or not tried.holds:
            holds = "within" if tried.holds else "outside"
            band = f"{tried.low:.0f}-{tried.high:.0f}"
            _print(
                f"{tried.what} {tried.region} {tried.period}  {tried.tenge:.0f}  {holds} {band}  from {tried.rests_on}"
            )
    for name in found.without_evidence:
        _print(f"{name}  nothing was known before it")
    held = sum(tried.holds for tried in found.tried)
    _print(
        f"{held} of {len(found.tried)} figures within their band: {found.coverage:.1%}, "
        f"median width {found.median_width:.1%}; seasons and growth are those of all known years"
    )


def print_one(name: str, language: str) -> None:
    """Print a parameter with its values, or a provision with its sources; UnknownNameError when there is neither.

    The acts are called by their names in a language.
    """
    if name in parameters():
        _print_parameter(parameters()[name])
    elif name in provisions():
        _print_provision(provisions()[name], language)
    else:
        raise UnknownNameError(f"NAME: unknown parameter or provision {name!r}; {_hint(name)}")


def _hint(name: str) -> str:
    """Return the names that are like this one in small or large letters, or else all of them."""
    names = {known.lower(): known for known in (*parameters(), *provisions())}
    alike = get_close_matches(name.lower(), names, n=3)
    if alike:
        return f"did you mean {', '.join(names[known] for known in alike)}?"
    return f"allowed: {', '.join(names.values())}"


def _print_parameter(parameter: Parameter) -> None:
    _print(f"{parameter.name} ({parameter.unit})")
    _print(parameter.description)
    _print(f"decides: {_listed(parameter.decides)}")
    for value in parameter.values:
        _print(f"  {_value(value)}")


def _print_provision(provision: Provision, language: str) -> None:
    from bot.texts import Language, texts  # noqa: PLC0415, as above
    from bot.wording.citations import source_in_brackets  # noqa: PLC0415, `law gaps` needs no words

    said = texts(Language(language))
    _print(f"{provision.id}: {provision.rule}")
    _print(f"decides: {_listed(provision.decides)}")
    for edition, source in provision.sources.items():
        _print(f"  {edition}  {source_in_brackets(said, source._asdict())}  {source.grade}")


def _value(value: ParameterValue) -> str:
    until = value.valid_until or "..."
    return f"{value.name} {value.region} {value.valid_from} - {until}  {value.value}  {value.grade}  {value.source}"


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(names) or "nothing in an assessment"


def _print(line: str) -> None:
    sys.stdout.write(line + "\n")
