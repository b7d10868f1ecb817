"""GET /metrics: what whoever watches over the program sees of it, and the rules and the dashboard that read it."""

import asyncio
import json
import re
import shutil
import subprocess
import time
from pathlib import Path
from typing import Final

import aiohttp
import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot.api import api_app
from bot.database import MeasuredDatabase, open_database
from bot.store.cipher import Cipher
from bot.watching.metrics import Metrics
from bot.world import World
from tests.bot.api.authority import served
from tests.chat import Telegram
from tests.databases import ON_SQLITE
from tests.handlers.authority import AIGUL, Authority, at, follower
from tests.handlers.families import at_first_question
from tests.misfortune import database_that_goes_away

DEPLOY: Final = Path(__file__).parents[2] / "deploy"
NAME: Final = re.compile(r"komek_[a-z_]+")
WORKS: Final = ("reading", "statement", "transaction")
Figures = dict[tuple[str, str], float]


async def nobody() -> str:
    raise AssertionError("nobody asked for a link")


async def read(world: World) -> tuple[Figures, str]:
    """What /metrics says, by name and the values of the labels, and as it stands there."""
    async with (
        served(api_app(world, nobody)) as base,
        aiohttp.ClientSession() as web,
        web.get(f"{base}/metrics") as answer,
    ):
        assert answer.status == 200
        text = await answer.text()
    samples = [one for family in text_string_to_metric_families(text) for one in family.samples]
    return {(one.name, " ".join(one.labels.values())): one.value for one in samples}, text


async def test_what_is_told_is_counted_by_outcome_and_what_waits_by_urgency(
    telegram: Telegram, authority: Authority
) -> None:
    await follower(telegram, authority, label=AIGUL)
    await authority.schedules(at(20, 10))
    await authority.offers()
    figures, text = await read(authority.world)
    due = sum(value for (name, _), value in figures.items() if name == "komek_outbox_waiting")
    assert due >= 2
    assert figures["komek_database_up", ""] == 1
    assert figures["komek_offers_near_deadline", ""] == 0
    assert figures["komek_lines_missing", "2026-Q2"] > 0
    await authority.is_delivered()
    figures, text = await read(authority.world)
    assert figures["komek_notices_sent_total", "delivered"] == due
    assert figures["komek_notice_handed_over_seconds_count", ""] == due
    assert sum(value for (name, _), value in figures.items() if name == "komek_outbox_waiting") == 0
    assert "Айгүл" not in text
    assert "79-000123" not in text


async def test_an_offer_that_runs_out_within_a_day_is_counted(telegram: Telegram, authority: Authority) -> None:
    await follower(telegram, authority, label=AIGUL)
    await authority.offers(respond_by=at(13, 9).isoformat())
    figures, _ = await read(authority.world)
    assert figures["komek_offers_near_deadline", ""] == 1


@ON_SQLITE
async def test_each_update_is_counted_and_its_answer_timed(telegram: Telegram) -> None:
    client = await at_first_question(telegram)
    await client.says("/help")
    figures, _ = await read(telegram.dispatcher["world"])
    answered = figures["komek_updates_total", "message"] + figures["komek_updates_total", "press"]
    assert answered == len(telegram.answered)
    assert figures["komek_step_seconds_count", ""] == answered


async def test_while_the_database_is_away_the_figures_of_the_process_are_read_and_say_so(
    database_url: str, cipher: Cipher
) -> None:
    async with database_that_goes_away(database_url) as misfortune:
        world = World(misfortune.database, cipher)
        world.metrics.sent("delivered", None, world.now())
        await misfortune.strikes()
        figures, _ = await read(world)
        assert figures["komek_notices_sent_total", "delivered"] == 1
        await misfortune.passes()
        assert (await read(world))[0]["komek_database_up", ""] == 1


async def test_time_at_the_database_is_measured_by_what_was_done(database_url: str) -> None:
    metrics = Metrics()
    async with open_database(database_url) as opened:
        database = MeasuredDatabase(opened, metrics.at_database)
        async with database.reading() as connection:
            await connection.fetch("select 1 as one", {})
        with pytest.raises(ZeroDivisionError):
            async with database.transaction():
                raise ZeroDivisionError
        assert database.is_in_place()
    counted = {
        work: metrics.collected.get_sample_value("komek_database_seconds_count", {"work": work}) for work in WORKS
    }
    assert counted == {"reading": 1, "statement": None, "transaction": 1}


async def test_a_loop_that_stands_still_is_seen() -> None:
    metrics, stop = Metrics(), asyncio.Event()
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(metrics.watch_loop(stop))
        await asyncio.sleep(0.45)
        time.sleep(0.3)  # noqa: ASYNC251, that is what is looked for
        await asyncio.sleep(0.1)
        stop.set()
    late = metrics.collected.get_sample_value("komek_event_loop_lag_seconds_sum")
    assert late is not None
    assert late > 0.1


def test_the_rules_and_the_dashboard_read_figures_that_there_are() -> None:
    known = {sample.name for family in Metrics().collected.collect() for sample in family.samples}
    known |= {name for family in Metrics().collected.collect() for name in names_of(family.name)}
    dashboard = json.loads((DEPLOY / "dashboard.json").read_text(encoding="utf-8"))
    asked = [target["expr"] for panel in dashboard["panels"] for target in panel["targets"]]
    rules = (DEPLOY / "alerts.yml").read_text(encoding="utf-8")
    read_there = {name for text in (*asked, rules) for name in NAME.findall(text)} - {"komek_"}
    assert read_there - known == set()


def names_of(family: str) -> set[str]:
    """Names under which the parts of a family are asked for, also while none of its labels has been seen."""
    return {family, *(f"{family}_{part}" for part in ("total", "bucket", "count", "sum"))}


@pytest.mark.skipif(shutil.which("promtool") is None, reason="promtool is missing: apt-get install prometheus")
def test_prometheus_itself_accepts_the_rules_and_each_speaks_when_it_should() -> None:
    for arguments in (["check", "config", "prometheus.yml"], ["test", "rules", "alerts.test.yml"]):
        said = subprocess.run(  # noqa: S603 - Prometheus's own tool
            ["promtool", *arguments],  # noqa: S607
            cwd=DEPLOY,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert said.returncode == 0, said.stdout + said.stderr
