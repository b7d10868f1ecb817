"""Questions in words, at any moment: each topic is known by what people write of it, in either language or alphabet."""

import re
from typing import Final

from rapidfuzz import fuzz

from rules.interview.typed_words import plain, skeleton

LIKE_ENOUGH: Final = 86  # of 100: one slip in a word of seven letters
SHORTEST_LIKE: Final = 6  # letters: a shorter word with a slip may be another
LONGEST: Final = 1_000  # letters of a message that are looked at

# What people write of each topic: beginnings of words, all of which are there. Topics of more weight come first.
TOPICS: Final = {
    "fraud": (
        "смс код, sms код, код жібер, код отправ, код айт, код скаж, карта нөмір, номер карт, cvv, "
        "алаяқ, мошен, обман, развод, алда, ақша аудар, перевести деньг, переведите, http, сілтеме, "
        "ссылк"
    ),
    "job_refusal": "жұмыстан бас тарт, курстан бас тарт, отказ от работ, отказаться работ, откажусь работ",
    "refused": "бермеді, отказал, бас тартты, не дали, тағайындамады, не назначил, шағым, жалоб, отказ",
    "contract": "келісімшарт, соцконтракт, контракт",
    "commission": "комисси",
    "papers": "құжат, документ, справк, анықтама, бумаг, қағаз",
    "when_paid": (
        "қашан төле, қашан түс, қашан бер, қашан келе, ақша қашан, когда выплат, когда придут, "
        "когда плат, когда дадут, когда деньг"
    ),
    "deadline": "қашанға, мерзім, срок, до какого, үлгер, успе",
    "where": "қайда, қай жер, где, куда, мекенжай, адрес, не істей, что делать, қалай, как подать",
    "again": "қайта өтініш, ұзарт, продли, повторно, снова подат, заново",
    "large_family": "көпбала, көп бала, многодет",
    "loan": "несие, кредит, қарыз, займ, ипотек",
    "property": "көлі, машин, мүлік, имуществ, пәтер, квартир",
    "income": ("қандай табыс, какие доход, какой доход, есептеле, считается, учитыва, табысқа кіре, входит доход"),
    "registration": "тіркеу, пропис, регистрац",
    "human": "оператор, адаммен, человек, живой, қоңырау, позвон, телефон, хабарлас, консультант",
    "language": "орысша, по русски, русский, қазақша, казахск, на русск, тілін",
    "delete": "өшір, удали, жойы, стере",
    "privacy": "құпия, конфиденц, кім көр, кто видит, персональн, жеке дерек",
    "thanks": "рақмет, рахмет, спасибо, алғыс, благодар",
    "who_gets": "кім ал, кімге бер, кімге тиесілі, кому полож, кто получ, кто имеет право, кому да, тиесілі ме",
    "how_much": ("қанша төле, қанша бер, қанша ал, көмек қанша, қанша ақша, қанша болады, сколько, мөлшері, размер"),
    "what_is": "деген не, бұл не, не деген, что это, что такое, что за",
}
ABBREVIATION: Final = re.compile(r"(?:асп|аәк|аак|asp|aäk|aak)(?:[кгғ][ае]|[тдн][еаыі][ңнр]?)?")
"""The assistance in three letters, as a word of its own: «аспаз» is another, and so are «ақша» and «акт»."""
KNOWN: Final = {
    topic: tuple(tuple(map(skeleton, way.split())) for way in ways.split(",")) for topic, ways in TOPICS.items()
}


def topic_of(text: str) -> str | None:
    """Return what a question in words is about; None where it fits no topic."""
    spelled = re.findall(r"[^\W\d_]+", plain(text[:LONGEST]))
    words = [skeleton(word) for word in spelled]
    for topic, ways in KNOWN.items():
        if any(all(any(_begins(word, stem) for word in words) for stem in way) for way in ways):
            return topic
    return "what_is" if any(map(ABBREVIATION.fullmatch, spelled)) else None


def _begins(word: str, stem: str) -> bool:
    if word.startswith(stem):
        return True
    return len(stem) >= SHORTEST_LIKE and fuzz.ratio(word[: len(stem)], stem) >= LIKE_ENOUGH
