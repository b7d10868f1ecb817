"""A sum of money as people type it: amounts, ranges, sums, in digits or in words, and for how long it is (I2)."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise
from typing import Final, NamedTuple

from rules.interview.typed_words import NUMERALS, number_in_words, numeral, plain, skeleton, skeletons

THOUSAND: Final = 1_000
MILLION: Final = 1_000_000
WIDEST_RANGE: Final = 100  # its ends are not further apart than that
LONGEST: Final = 200  # letters; whoever writes more does not answer with a sum
TIYN_PLACES: Final = 2
LEAST_BEHIND_A_SCALE: Final = 10  # «3 мың 5» may be 3 005 or 3 500, «1 млн 2» three sums


class Period(StrEnum):
    """For how long somebody says that a sum is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    ONCE = "once"


class TypedMoney(NamedTuple):
    """A sum in tenge from and to, and its period where one was named."""

    low: int
    high: int
    period: Period | None


class _Amount(NamedTuple):
    tenge: Fraction
    has_scale: bool
    in_words: bool


# By the skeleton of the text (typed_words), the longest first: what is found is taken out.
PERIODS: Final = tuple(
    (period, re.compile(rf"(?<!\w)(?:{words})(?!\w)"))
    for period, words in (
        (
            Period.QUARTER,
            (
                r"(?:(?:за|в|на) )?(?:все |барлик )?(?:3|уш|три|трех) ?-?(?:аи(?:да|га|дин|динг|дики|и)?|месяц\w*|мес)"
                r"|(?:за|в) (?:весь )?квартал|токсан(?:ина|га|да|дик)"
            ),
        ),
        (
            Period.ONCE,
            (
                r"(?:бир|1) ?рет(?:тик)?(?: гана)?|бир ?жоли|бир ?жолги|(?:один|1) раз(?:ок)?"
                r"|разов\w*|единоразов\w*|единовремен\w*|однократ\w*"
            ),
        ),
        (Period.YEAR, r"(?:(?:бир|1) )?жилина|жил саи?ин|бир жилда|(?:в|за) год|ежегодно|каждии год"),
        (Period.WEEK, r"апта(?:сина|да| саи?ин)|(?:в|за) неделю|еженеделно|каждую неделю"),
        (Period.DAY, r"(?:бир )?кунине|кун саи?ин|(?:в|за) (?:ден|сутки)|ежедневно|каждии ден"),
        (
            Period.MONTH,
            (
                r"(?:(?:бир|1|ар) )?аи(?:на|нда|да|га)|аи саи?ин|(?:бир|1|ар) аи(?:дики)?|аилик"
                r"|(?:(?:в|за|на) )?(?:один |1 |каждии )?мес(?:яц)?|/ ?мес(?:яц)?|ежемесячно|помесячно"
            ),
        ),
    )
)


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


# What a word does in a sum, by its skeleton.
SCALES: Final = (
    (THOUSAND, _words(r"мин(?:г|га|а|даи|деи|ан|нан|ни|нин|дик)?|тис\w*|тиш\w*|т|к")),
    (MILLION, _words(r"милион\w*|млн|лям\w*")),
)
AND: Final = skeletons("және и мен бен пен да плюс қосу")
FROM: Final = skeletons("от с нан нен дан ден тан тен")
FROM_SCALE: Final = skeletons("мыңнан мыннан")
UP_TO: Final = skeletons("до дейін шейін")
BETWEEN: Final = skeletons("между аралығында арасында аралық")
ENDINGS: Final = skeletons("ға ге қа ке тей дай дей")  # behind a hyphen: «120-ға дейін»
ASIDE: Final = _words(
    r"тенге\w*|тг|кзт|шамамен|шамасинда|жуик\w*|шамаси|примерно|приблизительно|приблизително|около|где|то|гдето"
    r"|почти|всего|барлиги|бари|жалпи|вместе|болди|тусти|алдим|аламин|табис\w*|доход\w*|жалаки\w*|зарплат\w*|зп"
    r"|зеинетаки\w*|пенси\w*|жардемаки\w*|пособи\w*|алимент\w*|получи?л?а?|получаю|вишло|виходит|колга|на|руки"
)
# Whoever says so does not name a sum: a denial, a question, foreign money, an open end, a number of another thing.
NO_SUM: Final = _words(
    r"не|нет|ни|без|емес\w*|жок\w*|минус|если|егер|или|немесе|алде|руб\w*|долар\w*|усд|еур|евро|юан\w*|сом"
    r"|астам|артик|коп|жогари|более|болше|свише|више|кем|томен|менее|менше|минимум|кеминде|раз\w*|рет"
    r"|(?!табади)\w*(?:мади|меди|бади|беди|пади|педи)м?|билмеимин"
)
NOTHING: Final = skeletons("жоқ нет ничего ештеңе тимеді түспеді болмады ноль нөл нисколько")
NOTHING_AT_ALL: Final = frozenset(
    {"ничего не било", "не било", "еш нарсе", "ничего нет", "табис жок", "акша жок", "тускен жок", "ничего не получал"}
)
THOUSANDS_ABOUT: Final = re.compile(rf"^(тисяч) ({'|'.join(NUMERALS)})$")  # «тысяч двадцать»
TOKEN: Final = re.compile(r"\d+(?:[ .,]\d+)*|[^\W\d_]+|\S")
IGNORED: Final = frozenset(".,!~≈₸\"«»()'")
DASHES: Final = frozenset("-–—−…")


def read_money(raw: str) -> TypedMoney | None:
    """Read what was typed; None where it is no sum, or where it may mean several.

    «150 мың», «112 мың 500», «жүз он мың» are one amount; «80–120 тыс», «80 мен 120 мың аралығында» a range,
    «до 90 тыс» one from nought; «120 000 мен 30 000», «150 000 + 20 000» a sum. Among other words one amount is taken.
    """
    text = _in_skeletons(raw)
    if len(text) > LONGEST:
        return None
    text = text.replace("где-то", "").replace("/мес", " в мес")
    text = THOUSANDS_ABOUT.sub(r"\2 \1", text)
    text = re.sub(r"(?<=\D)\d{1,2} тин\w*", "", text)  # not counted
    if text.strip(" .,!") in NOTHING | NOTHING_AT_ALL:
        return TypedMoney(0, 0, None)
    rest, period = _without_period(text)
    tokens = _tokens(rest)
    ends = None if tokens is None else _ends(tokens)
    return None if ends is None else TypedMoney(*ends, period)


def read_period(raw: str) -> Period | None:
    """Return the period that was named, where nothing else was: «бір ай», "за три месяца"."""
    rest, period = _without_period(_in_skeletons(raw))
    return None if rest.strip(" .,!?") else period


def may_lack_thousands(low: int, high: int) -> bool:
    """Whether the word for thousands may have been left out: «150» may be 150 000, «1 млн 200» may be 1 200 000."""
    return _lacks_thousands(high) or (low >= MILLION and _lacks_thousands(low))


def with_thousands(low: int, high: int) -> list[int]:
    """Return from and to with the thousands that may have been meant."""
    return sorted(end + end % MILLION * (THOUSAND - 1) if _lacks_thousands(end) else end for end in (low, high))


def _lacks_thousands(tenge: int) -> bool:
    return 0 < tenge % MILLION < THOUSAND


def _in_skeletons(raw: str) -> str:
    return re.sub(r"[^\W\d_]+", lambda word: skeleton(word[0]), plain(raw.replace("...", "…")))


def _without_period(text: str) -> tuple[str, Period | None]:
    found: Period | None = None
    for period, words in PERIODS:
        text, times = words.subn(" ", text)
        if times and found:
            return "?", None  # two periods: nobody can say for how long it is
        found = period if times else found
    return text, found


def _tokens(text: str) -> list[_Amount | str] | None:
    """Return amounts and what stands between them; None where a word or sign says that it is no sum."""
    tokens: list[_Amount | str] = []
    run: list[str] = []
    for token in (*TOKEN.findall(text), ""):
        if token[:1].isdigit() or numeral(token) is not None or _scale(token) == MILLION or (run and _scale(token)):
            run.append(token)
            continue
        if run:
            amount = _amount(run)
            if amount is None:
                return None
            tokens += [amount, "from"] if run[-1] in FROM_SCALE else [amount]
            run = []
        kind = _kind(token, tokens)
        if kind == "no sum":
            return None
        if kind:
            tokens.append(kind)
    return tokens


def _kind(token: str, before: Sequence[_Amount | str]) -> str:
    """Return what a word or sign does; empty where it says nothing about the sum."""
    follows_dash = bool(before) and before[-1] == "-"
    if not token or token in IGNORED or (token in ENDINGS and follows_dash) or ASIDE.fullmatch(token):
        return ""
    for kind, words in (("+", AND | {"+"}), ("-", DASHES), ("from", FROM), ("to", UP_TO), ("between", BETWEEN)):
        if token in words:
            return kind
    return "no sum" if NO_SUM.fullmatch(token) or not token.isalpha() else "other"


def _scale(token: str) -> int:
    return next((factor for factor, words in SCALES if words.fullmatch(token)), 0)


def _amount(run: Sequence[str]) -> _Amount | None:
    """Return the amount of numbers, numerals and scales one after another; None where they make none."""
    total, lowest = Fraction(0), 0
    digits: str | None = None
    numerals: list[Fraction] = []
    for token in run:
        value = numeral(token)
        scale = 0 if value is not None else _scale(token)
        if scale:
            part = _scaled(digits, numerals, scale)
            if part is None or (lowest and scale >= lowest):
                return None
            total, lowest, digits, numerals = total + part, scale, None, []
        elif value is not None and digits is None:
            numerals.append(value)
        elif digits is None and not numerals:
            digits = token
        else:
            return None
    if digits is None and not numerals:
        return _Amount(total, has_scale=True, in_words=False)
    rest = _scaled(digits, numerals, 1)
    if rest is None or rest.denominator != 1 or (lowest and not LEAST_BEHIND_A_SCALE <= rest < lowest):
        return None
    return _Amount(total + rest, has_scale=bool(lowest), in_words=digits is None)


def _scaled(digits: str | None, numerals: Sequence[Fraction], scale: int) -> Fraction | None:
    if digits is None:
        number = number_in_words(numerals) if numerals or scale != MILLION else Fraction(1)
        return None if number is None else number * scale
    decimal = re.fullmatch(r"(\d+)[.,](\d{1,3})", digits.replace(" ", ""))
    if decimal and scale > 1:
        places = 10 ** len(decimal[2])
        return Fraction(int(decimal[1]) * scale + int(decimal[2]) * scale // places)
    if digits.isdecimal() or re.fullmatch(r"[1-9]\d{0,2}([ .,]\d{3})+", digits):
        return Fraction(int(re.sub(r"\D", "", digits)) * scale)
    # 1500,50 and the like: tiyn are not counted; `15 0000` is no number
    has_tiyn = decimal is not None and len(decimal[2]) <= TIYN_PLACES and scale == 1
    return Fraction(int(decimal[1])) if decimal and has_tiyn else None


def _ends(tokens: Sequence[_Amount | str]) -> tuple[int, int] | None:
    """Return the lower and the upper end of what was typed."""
    amounts = [token for token in tokens if isinstance(token, _Amount)]
    words = [token for token in tokens if isinstance(token, str)]
    if not amounts or tokens[0] == "-":
        return None
    if len(amounts) == 1:
        return _ends_of_one(amounts[0], words)
    if "other" in words:
        return None
    values = _in_one_scale(amounts)
    joints = set(_joints(tokens))
    if joints == {"+"} and "between" not in words and not {"from", "to"} & set(words):
        return _sum(values)
    is_range = joints in ({"-"}, {"to"}, {"-", "from"}, {"from"}) or (joints == {"+"} and "between" in words)
    if len(values) != 2 or not is_range:  # noqa: PLR2004, a range has two ends
        return None
    if joints == {"from"} and "to" not in words:
        return None
    low, high = sorted(values)
    return None if high > WIDEST_RANGE * low > 0 else (int(low), int(high))


def _ends_of_one(amount: _Amount, words: Sequence[str]) -> tuple[int, int] | None:
    tenge = int(amount.tenge)
    if {"from", "between", "+"}.intersection(words) or (amount.in_words and not amount.has_scale and tenge):
        return None  # nobody earns «үш» or «двести» tenge
    return (0, tenge) if "to" in words else (tenge, tenge)


def _joints(tokens: Sequence[_Amount | str]) -> Iterator[str]:
    """Yield what stands between amounts; "" where two follow each other."""
    places = [place for place, token in enumerate(tokens) if isinstance(token, _Amount)]
    for first, second in pairwise(places):
        between = [token for token in tokens[first + 1 : second] if isinstance(token, str)]
        yield from between or [""]


def _in_one_scale(amounts: Sequence[_Amount]) -> list[Fraction]:
    """Return the values: in "80–120 тыс" the first end has the scale of the last."""
    last = amounts[-1]
    if not last.has_scale:
        return [amount.tenge for amount in amounts]
    scale = MILLION if last.tenge >= MILLION else THOUSAND
    return [
        amount.tenge * scale if not amount.has_scale and amount.tenge < THOUSAND else amount.tenge for amount in amounts
    ]


def _sum(values: Sequence[Fraction]) -> tuple[int, int] | None:
    """Add amounts; None where thousands were left out of some, "150 000 + 20", or may have been."""
    if any(value >= MILLION and 0 < value % MILLION < THOUSAND for value in values):
        return None
    if min(values) < THOUSAND <= max(values) and min(values) > 0:
        return None
    return int(sum(values)), int(sum(values))
