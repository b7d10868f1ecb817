"""One person follows cases of two regions that have the same number: each is told and answered as itself."""

import json

import pytest

from bot.texts import Language
from handlers.export import export_of
from tests.chat import Telegram
from tests.handlers.authority import Authority, at
from tests.handlers.client import Client

BOTH_LANGUAGES = pytest.mark.parametrize("language", list(Language))
NUMBER, SHYMKENT, TURKISTAN = "000123", "KZ-79", "KZ-61"


@pytest.fixture
async def follower_of_both(telegram: Telegram, authority: Authority, language: Language) -> Client:
    """Somebody who follows the case of that number in Shymkent and in Turkistan, both applied for on one day."""
    client = Client.arrives(telegram, language)
    await client.begins()
    for region in (SHYMKENT, TURKISTAN):
        await authority.opens(NUMBER, region)
        await client.says(f"/start {await authority.link(NUMBER, region=region)}")
        await client.taps("join-yes")
    return client


def captions(client: Client) -> list[str]:
    """What stands on the buttons of the two cases."""
    return [f"{client.words.region_short(region)}, № {NUMBER}" for region in (TURKISTAN, SHYMKENT)]


@BOTH_LANGUAGES
async def test_two_cases_of_one_number_are_chosen_by_their_region(follower_of_both: Client) -> None:
    client = follower_of_both
    await client.says("/case")
    client.reads("case-choose")
    assert client.last.buttons == [*captions(client), client.caption("menu")]
    assert len(set(captions(client))) == 2
    chosen = client.last
    for caption, region in zip(captions(client), (TURKISTAN, SHYMKENT), strict=True):
        await client.presses_data(chosen.data_of(caption), chosen.id, force=True)
        assert client.words.region(region) in client.last.text
        assert f"№ {NUMBER}" in client.last.text


@BOTH_LANGUAGES
async def test_what_happens_in_one_of_them_is_told_of_that_one_alone(
    authority: Authority, follower_of_both: Client
) -> None:
    client = follower_of_both
    await authority.schedules(at(15, 10), case_id=NUMBER, region=TURKISTAN)
    await authority.schedules(at(16, 10), case_id=NUMBER, region=SHYMKENT)
    await authority.moves_on("received", case_id=NUMBER, region=TURKISTAN)
    await authority.is_delivered()
    region = client.words.region(TURKISTAN)
    assert client.last.text.splitlines()[0] == client.words.say("notice-of-case", case=NUMBER, whose=region)
    await client.taps("menu-case")
    assert region in client.last.text
    await authority.sends("visit.cancelled", case_id=NUMBER, visit_id="v1", region=SHYMKENT)
    await authority.is_delivered()
    assert client.words.region(SHYMKENT) in client.last.text
    world = authority.world
    exported = await export_of(world, client.id)
    assert [(one["case_id"], one["region"]) for one in exported["follows"]] == [(NUMBER, TURKISTAN), (NUMBER, SHYMKENT)]


@BOTH_LANGUAGES
async def test_the_head_of_a_notice_names_the_region_where_number_and_member_are_the_same(
    telegram: Telegram, authority: Authority, language: Language
) -> None:
    """Once a family could not tell which of two refusals was meant; where the line is enough it stays short."""
    client = Client.arrives(telegram, language)
    await client.begins()
    for region, label in ((SHYMKENT, "Айгүл"), (TURKISTAN, "Айгүл")):
        await authority.opens(NUMBER, region)
        await client.says(f"/start {await authority.link(NUMBER, label, region=region)}")
        await client.taps("join-yes")
    heads = list[str]()
    for region in (SHYMKENT, TURKISTAN):
        await authority.moves_on("received", case_id=NUMBER, region=region)
        await authority.is_delivered()
        heads.append(client.last.text.splitlines()[0])
    name = {region: client.words.region(region) for region in (SHYMKENT, TURKISTAN)}
    assert heads == [
        {Language.KK: f"№ {NUMBER} өтініш, Айгүл, {where}", Language.RU: f"Заявление № {NUMBER}, Айгүл, {where}"}[
            language
        ]
        for where in (name[SHYMKENT], name[TURKISTAN])
    ]
    await authority.opens("000777", SHYMKENT)
    await client.says(f"/start {await authority.link('000777', 'Айгүл', region=SHYMKENT)}")
    await client.taps("join-yes")
    await authority.moves_on("received", case_id="000777", region=SHYMKENT)
    await authority.is_delivered()
    short = client.words.say("notice-of-case", case="000777", whose="Айгүл")
    assert client.last.text.splitlines()[0] == short


@BOTH_LANGUAGES
async def test_nobody_is_shown_the_programs_own_id_of_a_case(
    telegram: Telegram, authority: Authority, follower_of_both: Client
) -> None:
    client = follower_of_both
    await authority.offers(case_id=NUMBER, region=TURKISTAN)
    await authority.moves_on("refused", case_id=NUMBER, region=SHYMKENT, ground="income_above_line")
    await authority.is_delivered()
    for command in ("/case", "/offers", "/visits"):
        await client.says(command)
    ids = [await authority.id_of(NUMBER, region) for region in (SHYMKENT, TURKISTAN)]
    written = telegram.local.chats[client.id].messages.values()
    texts = json.dumps([message.get("text", "") for message in written], ensure_ascii=False)
    exported = json.dumps(await export_of(authority.world, client.id), ensure_ascii=False)
    assert NUMBER in texts
    assert NUMBER in exported
    for case_id in ids:
        assert case_id not in texts
        assert case_id not in exported
