"""Property on the first screen: the commission's basis for "no need", and what takes it away (article 125)."""

import pytest

from bot.texts import Language, texts
from bot.wording import headline, plain
from rules.record import Record
from tests.bot.wording.records import RECORDS, TODAY, Table, child, family, husband, mother, wage

RU, KK = Language.RU, Language.KK
BEGINS = {RU: "⚠️ Комиссия может решить, что помощь не нужна", KK: "⚠️ Комиссия «қажеттілік жоқ» деуі мүмкін"}


def of_property(record: Record, language: Language = RU) -> list[str]:
    """Return the lines of the one paragraph about property, or none."""
    told = plain(headline(texts(language), record, TODAY)).replace("\u00a0", " ").split("\n\n")
    found = [paragraph.splitlines() for paragraph in told if paragraph.startswith(BEGINS[language])]
    assert len(found) <= 1
    return found[0] if found else []


def owning(*holdings: str, members: tuple[Table, ...] = (), **more: object) -> Record:
    there = members or (child(8),)
    return family(mother(incomes=wage(10_000)), *there, line=40_000, owned={"holdings": list(holdings), **more})


def test_every_basis_is_named_with_what_takes_it_away() -> None:
    """In the order of the act; 18 m² for each of two people are 36."""
    record = RECORDS["everything that article 125 names"]
    assert of_property(record) == [
        "⚠️ Комиссия может решить, что помощь не нужна (Социальный кодекс, статья 125, пункт 1). Решает она, а не бот:",
        (
            "• второе жильё, в том числе проданное или подаренное за последние 5 лет. "
            "Не мешает, если всё вместе не больше 36 кв. м или жильё аварийное."
        ),
        "• отдельное помещение, которое приносит доход.",
        "• участок под дом, когда жильё уже есть. Не мешает, если его бесплатно дал акимат.",
        (
            "• вторая легковая машина на ходу. Не мешает многодетным и семьям, "
            "где есть ребёнок с инвалидностью или человек I–II группы."
        ),
        (
            "• транспорт для перевозки людей или груза, сельхозтехника, водный или воздушный транспорт. "
            "Не мешает, если он неисправен."
        ),
    ]
    assert of_property(record, KK) == [
        (
            "⚠️ Комиссия «қажеттілік жоқ» деуі мүмкін (Әлеуметтік кодекс, 125-баптың 1-тармағы). "
            "Мұны бот емес, комиссия шешеді:"
        ),
        (
            "• екінші баспана (соңғы 5 жылда сатылғаны не сыйға берілгені де). "
            "Бәрінің ауданы 36 шаршы метрден аспаса немесе үй апатты болса, кедергі емес."
        ),
        "• табыс әкелетін бөлек орынжай.",
        "• баспанаға қоса үй салатын жер. Оны әкімдік тегін берген болса, кедергі емес.",
        (
            "• жүруге жарамды екінші жеңіл көлік. "
            "Отбасыңыз көпбалалы болса не онда мүгедектігі бар бала, I–II топтағы адам болса, кедергі емес."
        ),
        (
            "• жүк не жолаушы таситын көлік, ауыл шаруашылығы техникасы, су не әуе көлігі. "
            "Істен шыққан болса, кедергі емес."
        ),
    ]


@pytest.mark.parametrize("language", list(Language))
def test_it_is_a_warning_beside_the_sum_and_never_a_refusal(language: Language) -> None:
    """The commission's conclusion, not the bot's."""
    record = owning("cars")
    assert record["outcome"] == "eligible"
    assert len(of_property(record, language)) == 2
    assert headline(texts(language), record, TODAY).startswith("✅")


def test_the_area_grows_with_the_family() -> None:
    """Three people: 54 m²."""
    assert "не больше 54 кв. м" in of_property(owning("dwellings", members=(child(8), child(9))))[1]


@pytest.mark.parametrize(
    "record",
    [
        owning("dwellings", dwellings_area_m2=36),
        owning("dwellings", dwellings_area_m2=90, dwellings_in_emergency_state=True),
        owning("building_plot", plot_granted_free=True),
        owning("cars", members=tuple(child(age) for age in (8, 9, 10, 11))),
        owning("cars", members=(child(8, disability="child"),)),
        owning("cars", members=(husband(disability="group_2"),)),
        owning(),
    ],
)
def test_what_the_act_excepts_is_not_mentioned(record: Record) -> None:
    """Nobody is frightened by what is no basis."""
    assert of_property(record) == []


def test_one_square_metre_more_is_a_basis() -> None:
    """37 for two."""
    assert len(of_property(owning("dwellings", dwellings_area_m2=37))) == 2
