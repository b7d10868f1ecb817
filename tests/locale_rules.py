"""What every text of the bot keeps to. A rule is a function whose docstring is the rule; it yields faults."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from tests.locale_texts import Text, texts_of

BUTTON_CHARACTERS = 24
MESSAGE_CHARACTERS = 1000
WORDS_WITH_A_KAZAKH_LETTER = 6

# Variables that carry finished text, so that no plural form can be chosen by them.
FINISHED = frozenset((
    "amount", "total", "line", "gap", "income", "per-person", "difference", "wage", "assistance", "loss",
    "loss-total", "date", "date-to", "deadline", "day", "day-to", "day-from", "month", "months-paid",
    "start-month", "period", "quarter", "base-months", "region", "region-in", "office", "office-to",
    "person", "child", "source", "act", "until", "until-to", "since", "since-from", "time", "from", "to",
    "left", "address", "title",
))  # fmt: skip
TELEGRAM_TAGS = frozenset((
    "b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "span", "tg-spoiler", "a", "tg-emoji",
    "code", "pre", "blockquote",
))  # fmt: skip
EMOJI = frozenset("✅⚠📅💼")
KAZAKH_IN_RUSSIAN = frozenset(["Жетісу", "Ұлытау", "Күміс", "Қазақша", "Нұр", "Сұлтан", "Сіз"])

TAG = re.compile(r"<(/?)([a-z][a-z-]*)((?: [a-z-]+=\"[^\"]*\")*)>")
VARIABLE = re.compile(r"\{[^{}]*\}")
WORD = re.compile(r"[^\W\d_]+")
CYRILLIC = re.compile(r"[\u0400-\u04FF]")
LATIN = re.compile(r"[A-Za-z]")
KAZAKH = re.compile(r"[әғқңөұүһі]", re.IGNORECASE)
PICTURE = re.compile(r"[\u2600-\u27BF\u2B00-\u2BFF\U0001F000-\U0001FAFF]")

FULL_WORDS = {
    "АӘК": r"атаулы әлеуметтік көме[кг]",
    "АЕК": r"айлық есептік көрсеткіш",
    "АСП": r"адресн\w+ социальн\w+ помощ",
    "МРП": r"месячн\w+ расчётн\w+ показател",
}

Check = Callable[[Text], Iterator[str]]


class Rule(NamedTuple):
    """A rule, with sources that break it and sources that keep it, as pairs of language and Fluent text."""

    check: Check
    bad: tuple[tuple[str, str], ...]
    good: tuple[tuple[str, str], ...]

    @property
    def sentence(self) -> str:
        return str(self.check.__doc__)


RULES: list[Rule] = []


def rule(*, bad: list[tuple[str, str]], good: list[tuple[str, str]]) -> Callable[[Check], Check]:
    """Add a rule to the list."""

    def added(check: Check) -> Check:
        RULES.append(Rule(check, tuple(bad), tuple(good)))
        return check

    return added


def faults(check: Check, texts: Sequence[Text]) -> list[str]:
    """What is wrong with the texts, one line each, with file and line."""
    return [f"{text.place}: {text.name}: {fault}" for text in texts for fault in check(text)]


def read_text(variant: str) -> str:
    """Return what a person reads: no tags; a variable stays as {}."""
    return VARIABLE.sub("{}", TAG.sub("", variant))


def differences(kk: Sequence[Text], ru: Sequence[Text]) -> list[str]:
    """Where the two languages do not say the same things with the same variables."""
    there = {text.name: text for text in ru}
    here = {text.name: text for text in kk}
    return [
        *(f"{text.place}: {text.name} is not in ru" for text in kk if text.name not in there),
        *(f"{text.place}: {text.name} is not in kk" for text in ru if text.name not in here),
        *(
            f"{text.place}: {text.name} has {sorted(text.variables)}, ru has {sorted(twin.variables)}"
            for text in kk
            if (twin := there.get(text.name)) and text.variables != twin.variables
        ),
    ]


def repetitions(texts: Sequence[Text]) -> list[str]:
    """Which ids stand twice in one language."""
    first: dict[str, str] = {}
    return [
        f"{text.place}: {text.name} stands already in {first[text.name]}"
        for text in texts
        if first.setdefault(text.name, text.place) != text.place
    ]


@rule(
    bad=[("kk", "a-b = { $per_person } келеді")],
    good=[("kk", "a-b = { $per-person } келеді")],
)
def variables_have_hyphens(text: Text) -> Iterator[str]:
    """A variable has hyphens in its name, never underscores."""
    yield from (f"${name}" for name in sorted(text.variables) if "_" in name)


@rule(
    bad=[("kk", "a = { $days -> \n [one] күн \n *[other] күндер \n }")],
    good=[("kk", "a = { $days } күн"), ("kk", "a = { $days -> \n [0] бүгін \n *[more] кейін \n }")],
)
def kazakh_has_no_plural_forms(text: Text) -> Iterator[str]:
    """Kazakh never chooses a plural form: after a number the noun is singular."""
    if text.language == "kk":
        yield from (f"chooses by ${found.variable}" for found in text.selectors if found.is_plural)


@rule(
    bad=[
        ("ru", "a = { $amount -> \n [one] а \n [few] б \n *[many] в \n }"),
        ("ru", "a = { NUMBER($days) -> \n [one] а \n [few] б \n *[many] в \n }"),
    ],
    good=[("ru", "a = { $days -> \n [one] день \n [few] дня \n *[many] дней \n }")],
)
def plural_forms_are_chosen_by_raw_numbers(text: Text) -> Iterator[str]:
    """A plural form is chosen by a raw number, never by finished text such as a sum or a date."""
    for found in text.selectors:
        if found.is_plural and (found.variable is None or found.variable in FINISHED):
            yield f"chooses by {found.variable or 'something other than a variable'}"


@rule(
    bad=[("ru", "a = { $days -> \n [one] день \n *[other] дней \n }")],
    good=[("ru", "a = { $days -> \n [one] день \n [few] дня \n *[many] дней \n }")],
)
def russian_has_all_three_plural_forms(text: Text) -> Iterator[str]:
    """Russian has one, few and many wherever it chooses a plural form."""
    if text.language == "ru":
        for found in text.selectors:
            if found.is_plural and not {"one", "few", "many"} <= found.keys:
                yield f"${found.variable} has only {sorted(found.keys)}"


@rule(
    bad=[("kk", 'a = Көмек{ " " }'), ("kk", "a =\n    Көмек  бар"), ("ru", 'a = Да{ "" } \n    нет')],
    good=[("kk", "a =\n    Көмек\n    бар"), ("kk", "a = Көмек\n\n    бар")],
)
def no_stray_spaces(text: Text) -> Iterator[str]:
    """No line begins or ends with a space, none has two in a row."""
    for variant in text.variants:
        if any(line != line.strip() or "  " in line for line in variant.split("\n")):
            yield repr(variant)


@rule(
    bad=[("kk", 'a = "Алтын алқа"'), ("ru", "a = “Да”"), ("ru", "a = „Да“"), ("kk", "a = 'Иә'")],
    good=[("kk", "a = «Алтын алқа»"), ("ru", 'a = <a href="https://egov.kz">eGov</a>')],
)
def quotes_are_guillemets(text: Text) -> Iterator[str]:
    """Quotes are « and »."""
    for variant in text.variants:
        if found := re.search(r"[\"'“”„‘’]", read_text(variant)):
            yield found.group()


@rule(bad=[("ru", "a = Да — нет"), ("kk", "a = Бұл - шешім")], good=[("kk", "a = Бұл – шешім, 80–120 мың")])
def dashes_are_en_dashes(text: Text) -> Iterator[str]:
    """A dash is the en dash: no em dash, no hyphen between spaces."""
    yield from (repr(variant) for variant in text.variants if re.search(r"—|(^|\s)-\s", variant))


@rule(
    bad=[
        ("kk", "a = Bul bir jana suraq turaly habar eken"),
        ("kk", "a = Вы можете подать новое заявление завтра"),
    ],
    good=[("kk", "a = Отбасыңызға көмек тиесілі ме, бот есептейді"), ("kk", "a = Дайын")],
)
def kazakh_is_kazakh(text: Text) -> Iterator[str]:
    """A Kazakh sentence of six words or more has a letter that only Kazakh has."""
    for variant in text.variants:
        words = WORD.findall(read_text(variant))
        if text.language == "kk" and len(words) >= WORDS_WITH_A_KAZAKH_LETTER and not KAZAKH.search(variant):
            yield repr(variant)


@rule(bad=[("ru", "a = Сізге помощь")], good=[("ru", "a = область Жетісу, «Күміс алқа», где живёт семья")])
def russian_is_russian(text: Text) -> Iterator[str]:
    """Russian has Kazakh letters only in names."""
    if text.language == "ru":
        for variant in text.variants:
            names = [word for word in WORD.findall(read_text(variant)) if KAZAKH.search(word)]
            yield from (word for word in names if word not in KAZAKH_IN_RUSSIAN | {"алқа"})


@rule(
    bad=[("kk", "a = көмeк"), ("ru", "a = пoмощь"), ("kk", "a = ІІ тоқсан"), ("ru", "a = Помощь c июля")],
    good=[("kk", "a = SMS-кодты, II тоқсан, Kömek боты, eGov"), ("kk", "a = { $base-months } ішінде")],
)
def letters_are_what_they_look_like(text: Text) -> Iterator[str]:
    """No word mixes Latin and Cyrillic letters, no Cyrillic І is a Roman number, no Latin letter a word."""
    for variant in text.variants:
        for word in WORD.findall(read_text(variant)):
            mixed = LATIN.search(word) and CYRILLIC.search(word)
            if mixed or word in {"І", "ІІ", "ІІІ"} or re.fullmatch("[aceopxyABCEHKMOPT]", word):
                yield word


@rule(
    bad=[
        ("kk", "a = <b>Көмек"),
        ("ru", "a = <div>Да</div>"),
        ("ru", "a = 3 < 5"),
        ("ru", "a = <b><i>Да</b></i>"),
        ("ru", "a = да & нет"),
        ("ru", "button-a = <b>Да</b>"),
    ],
    good=[("kk", "a = <b>Көмек</b> &amp; <i>бар</i>"), ("ru", 'a = <a href="https://egov.kz">eGov</a>')],
)
def html_is_what_telegram_reads(text: Text) -> Iterator[str]:
    """Tags are balanced and known to Telegram, other signs are entities, and a button has none at all."""
    for variant in text.variants:
        if text.is_button and re.search(r"[<>&]", variant):
            yield "a button is no HTML"
        if fault := html_fault(variant):
            yield fault


def html_fault(written: str) -> str | None:
    """Return what Telegram would refuse."""
    open_tags: list[str] = []
    for closing, name, _ in TAG.findall(written):
        if name not in TELEGRAM_TAGS:
            return f"Telegram knows no <{name}>"
        if not closing:
            open_tags.append(name)
        elif not open_tags or open_tags.pop() != name:
            return f"</{name}> closes nothing"
    if open_tags:
        return f"<{open_tags[-1]}> is not closed"
    stray = re.search(r"[<>]|&(?!(?:lt|gt|amp|quot);)", TAG.sub("", written))
    return f"a stray {stray.group()}" if stray else None


@rule(
    bad=[
        ("kk", "button-a = Отбасының барлық мүшелері осында"),
        ("kk", "button-a = АӘК туралы"),
        ("ru", "button-a = Что такое МРП"),
        ("ru", "region-a = б\n    .short = Восточно-Казахстанская область"),
    ],
    good=[("kk", "button-a = Күндізгі бөлімде оқимын"), ("kk", "button-a = { $person } туралы")],
)
def buttons_are_short(text: Text) -> Iterator[str]:
    """A button has at most 24 characters and no abbreviation of the assistance or of the index."""
    for variant in text.variants if text.is_button else ():
        if len(VARIABLE.sub("", variant)) > BUTTON_CHARACTERS:
            yield f"{len(variant)} characters: {variant}"
        if re.search("|".join(FULL_WORDS), variant):
            yield f"an abbreviation: {variant}"


@rule(bad=[("kk", "a = " + "көмек " * 170 + "бар")], good=[("kk", "a = " + "көмек " * 100 + "бар")])
def messages_are_not_long(text: Text) -> Iterator[str]:
    """No message has more than 1 000 characters."""
    yield from (f"{len(found)} characters" for found in text.variants if len(found) > MESSAGE_CHARACTERS)


@rule(
    bad=[("kk", "a = АӘК мөлшері АЕК-тен жоғары")],
    good=[("kk", "a = Атаулы әлеуметтік көмек (АӘК) бар. Айлық есептік көрсеткіш (АЕК) – 3 932.")],
)
def two_like_abbreviations_are_kept_apart(text: Text) -> Iterator[str]:
    """АӘК and АЕК, one letter apart, never stand in one sentence."""
    for variant in text.variants:
        sentences = re.split(r"[.!?]\s|\n", variant)
        yield from (sentence for sentence in sentences if "АӘК" in sentence and "АЕК" in sentence)


@rule(
    bad=[
        ("kk", "a = АӘК бар"),
        ("ru", "a = АСП – это адресная социальная помощь"),
        ("ru", "a = 2 МРП"),
        ("kk", "a = 1,5 АЕК"),
    ],
    good=[
        ("kk", "a = Атаулы әлеуметтік көмекке (АӘК-ке) өтініш"),
        ("kk", "a = Айлық есептік көрсеткіш (АЕК)"),
        ("ru", "a = На адресную социальную помощь (АСП)"),
        ("ru", "a = Два месячных расчётных показателя (МРП)"),
    ],
)
def full_words_come_first(text: Text) -> Iterator[str]:
    """Full words stand before their abbreviation in every message."""
    for variant in text.variants:
        for short, full in FULL_WORDS.items():
            start, found, _ = variant.partition(short)
            if found and not re.search(full, start, re.IGNORECASE):
                yield f"{short} without its full words before it"


@rule(
    bad=[("kk", "a = Егер сіз келсеңіз"), ("kk", "a = сізге көмек")],
    good=[("kk", "a = Бұл Сізге көмек, келесіз бе?")],
)
def siz_is_capital(text: Text) -> Iterator[str]:
    """In Kazakh the word Сіз is written with a capital."""
    if text.language == "kk":
        for variant in text.variants:
            yield from re.findall(r"\bсіз(?:ді|ге|дің|ден|бен|де)?\b", variant)


@rule(
    bad=[("ru", "a = Когда Вы придёте"), ("ru", "a = Помощь для Вашей семьи")],
    good=[("ru", "a = Вы и ваша семья")],
)
def vy_is_lower_case(text: Text) -> Iterator[str]:
    """In Russian «вы» is lower case inside a sentence."""
    if text.language == "ru":
        for variant in text.variants:
            yield from re.findall(r"(?<=[\w,;:] )В(?:ы|ас|ам|ами|аш\w*)\b", variant)


@rule(
    bad=[("ru", "a = С { $date-from } платят помощь"), ("ru", "a = Помощь платят с { $since-from }")],
    good=[("ru", "a = Помощь платят { $date-from }"), ("ru", "a = Комиссия придёт с { $from } до { $to }")],
)
def since_comes_with_its_day(text: Text) -> Iterator[str]:
    """Russian has no «с» before $…-from: the day brings «с» or, on the second of a month, «со»."""
    if text.language == "ru":
        for variant in text.variants:
            yield from re.findall(r"\bсо? \{\$[a-z-]+-from\}", variant, re.IGNORECASE)


@rule(
    bad=[("kk", "a = 70 060 ₸"), ("kk", "a = 150 000 теңге"), ("ru", "a = 23₸")],
    good=[("kk", "a = 70\u00a0060\u00a0₸"), ("kk", "a = 150\u00a0000 теңге"), ("kk", "a = Мысалы: 12 7 3")],
)
def money_does_not_break(text: Text) -> Iterator[str]:
    """Literal money has no-break spaces, before ₸ too."""
    for variant in text.variants:
        yield from re.findall(r".?(?<!\u00a0)₸|\d \d{3}\s(?:₸|теңге|тенге)", variant)


@rule(
    bad=[("ru", "a = 70% дохода"), ("ru", "a = 70 % дохода"), ("kk", "a = 70 %-ы")],
    good=[("ru", "a = 70\u00a0% дохода"), ("kk", "a = 70%-ы")],
)
def percent_is_written_as_in_its_language(text: Text) -> Iterator[str]:
    """Kazakh writes 70%, Russian 70 % with a no-break space."""
    wrong = r"\s%" if text.language == "kk" else r"(?<!\u00a0)%"
    yield from (repr(variant) for variant in text.variants if re.search(wrong, variant))


@rule(
    bad=[
        ("kk", "a = 🎉 Көмек бар"),
        ("kk", "a = Көмек бар ✅"),
        ("ru", "question-a = ✅ Да?"),
        ("ru", "a = ✅ 📅 Да"),
    ],
    good=[("kk", "a = ✅ Көмек бар"), ("ru", "a = ⚠️ Не спешите"), ("kk", "a = • медициналық көмек")],
)
def one_emoji_at_the_start(text: Text) -> Iterator[str]:
    """At most one emoji, of the four, at the start, and none in a question."""
    for variant in text.variants:
        found = PICTURE.findall(variant)
        allowed = not text.name.startswith("question-") and found[:1] == [variant[:1]] and found[0] in EMOJI
        if found and not (allowed and len(found) == 1):
            yield " ".join(found)


def example(language: str, source: str) -> list[Text]:
    """Read a rule's example."""
    return texts_of(language, {"example.ftl": source})
