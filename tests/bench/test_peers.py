"""Every peer's form goes through all questions of an interview, and whatever it has answered outlives a kill."""

import asyncio
import json
import shutil
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from bench.beside_peers import beside_peers, beside_peers_on_postgresql, contestant_of
from bench.figures import AtLeast, Figure, Skipped
from bench.interviews import Act, Interview, message_update, rehearse, update_of
from bench.known_people import make_known, world_in
from bench.peers import FRAMEWORKS, Framework, Peer, opened
from bench.peers.form import Form
from bench.peers.redis_log import REDIS, RedisServer
from bot.app import dispatcher_for
from handlers.presses import pressed_on_question

NOT_THERE = Framework("form_on_nothing", "bench.peers.nothing", ("no_such_library",))
NO_PROGRAM = Framework("form_on_nothing", "bench.peers.nothing", (), ("no-such-server",))


def installed(*names: str) -> list[Any]:
    """Return every framework, or those of some names; the test is skipped for one that is not installed."""
    return [
        pytest.param(
            framework,
            id=framework.name,
            marks=pytest.mark.skipif(framework.missing is not None, reason=str(framework.missing)),
        )
        for framework in FRAMEWORKS
        if not names or framework.name in names
    ]


@pytest.fixture(name="interviews", scope="module")
def _interviews(tmp_path_factory: pytest.TempPathFactory) -> list[Interview]:
    """The interviews of two people who speak Russian, rehearsed once with the real program."""

    async def rehearsed(*person_ids: int) -> list[Interview]:
        async with world_in(tmp_path_factory.mktemp("rehearsed")) as world:
            await make_known(world, person_ids)
            return [await rehearse(dispatcher_for(world), world, person_id) for person_id in person_ids]

    return asyncio.run(rehearsed(7, 9))


@asynccontextmanager
async def opened_on(framework: Framework, disk: Path) -> AsyncIterator[Peer]:
    """Open the form of a framework on a disk, with a Redis of its own where it needs one."""
    async with opened([framework], disk) as forms:
        yield forms.peers[framework.name]


def disk_after_a_kill(disk: Path) -> Path:
    """Return what somebody finds on the disk who starts anew after all programs were killed this very moment."""
    return Path(shutil.copytree(disk, disk.with_name(f"{disk.name}+")))


def answer(form: Form, act: Act) -> None:
    """Take an act as a peer's form takes it."""
    pressed: Any = pressed_on_question(act.sent) if act.is_press else None
    if pressed is None:
        form.type(act.sent)
    else:
        assert form.press(pressed)


def answers_after_each(interview: Interview) -> list[dict[str, Any]]:
    """Return what must be kept after each act of somebody who speaks Russian."""
    form, after = Form.begun("ru"), []
    for act in interview.acts:
        answer(form, act)
        after.append(json.loads(json.dumps(form.conversation.answers)))
    return after


@pytest.fixture(name="disk")
def _disk(tmp_path: Path) -> Path:
    disk = tmp_path / "disk"
    disk.mkdir()
    return disk


@pytest.mark.parametrize("framework", installed())
async def test_a_form_asks_all_that_we_ask_and_keeps_every_answer(
    framework: Framework, disk: Path, interviews: list[Interview]
) -> None:
    async with opened_on(framework, disk) as peer:
        for person_id, interview in enumerate(interviews, 100):
            await peer.begin(person_id, "ru")
            expected = answers_after_each(interview)
            for number, act in enumerate(interview.acts):
                await peer.feed(peer.update_of(act, person_id, number + 2))
                assert await peer.answers_of(person_id) == expected[number]
            assert expected[-1] == interview.answers, "as the real program keeps them"
    assert interviews[0].answers != interviews[1].answers, "they are asked different things"


@pytest.mark.parametrize("framework", installed())
async def test_whoever_is_killed_after_any_answer_goes_on_behind_it(
    framework: Framework, disk: Path, interviews: list[Interview]
) -> None:
    """Each part of an interview is answered by a new process, on the disk as the one before has left it."""
    interview = interviews[1]
    async with opened_on(framework, disk) as peer:
        await peer.begin(5, "ru")
        updates = [peer.update_of(act, 5, number) for number, act in enumerate(interview.acts, 2)]
        disk = disk_after_a_kill(disk)
    begins = 0
    for ends in (1, 4, len(updates) // 2, len(updates)):
        async with opened_on(framework, disk) as peer:
            for update in updates[begins:ends]:
                await peer.feed(update)
            begins, disk = ends, disk_after_a_kill(disk)
        assert await kept_on(framework, disk) == answers_after_each(interview)[ends - 1]


async def kept_on(framework: Framework, disk: Path) -> dict[str, Any]:
    """Return the answers of person 5 that a new process finds on a disk."""
    async with opened_on(framework, disk) as peer:
        return await peer.answers_of(5)


@pytest.mark.parametrize("framework", installed("aiogram_fsm_on_redis", "ptb_conversation_handler_on_pickle"))
async def test_a_press_on_an_older_question_is_no_answer_to_this_one(
    framework: Framework, disk: Path, interviews: list[Interview]
) -> None:
    """A button of aiogram_dialog carries no question: there a word is taken for whatever its window asks now."""
    first, second = interviews[0].acts[:2]
    async with opened_on(framework, disk) as peer:
        await peer.begin(5, "ru")
        for number, act in enumerate((first, first, second), 2):
            await peer.feed(peer.update_of(act, 5, number))
        assert await peer.answers_of(5) == answers_after_each(interviews[0])[1]


@pytest.mark.parametrize("framework", installed())
async def test_what_is_no_amount_is_asked_for_again(
    framework: Framework, disk: Path, interviews: list[Interview]
) -> None:
    acts, expected = interviews[0].acts, answers_after_each(interviews[0])
    place = next(number for number, act in enumerate(acts) if act.kind == "amount")
    async with opened_on(framework, disk) as peer:
        await peer.begin(5, "ru")
        for number, act in enumerate(acts[:place], 2):
            await peer.feed(peer.update_of(act, 5, number))
        await peer.feed(message_update(5, place + 2, "көп"))
        assert await peer.answers_of(5) == expected[place - 1]
        await peer.feed(peer.update_of(acts[place], 5, place + 3))
        assert await peer.answers_of(5) == expected[place]


@pytest.mark.parametrize("framework", installed())
async def test_nothing_ticked_is_no_answer_where_one_is_needed(
    framework: Framework, disk: Path, interviews: list[Interview]
) -> None:
    acts, expected = interviews[0].acts, answers_after_each(interviews[0])
    place = next(number for number, act in enumerate(acts) if act.sent.startswith("t|earners"))
    ready = next(act for act in acts[place:] if act.kind == "ready")
    async with opened_on(framework, disk) as peer:
        await peer.begin(5, "ru")
        for number, act in enumerate([*acts[:place], ready], 2):
            await peer.feed(peer.update_of(act, 5, number))
        assert await peer.answers_of(5) == expected[place - 1]
        for number, act in enumerate(acts[place:], place + 3):
            await peer.feed(peer.update_of(act, 5, number))
        assert await peer.answers_of(5) == interviews[0].answers


@pytest.mark.skipif(shutil.which(REDIS) is None, reason=f"{REDIS}: not installed")
async def test_a_redis_that_is_killed_has_all_that_it_replied_to(disk: Path) -> None:
    async with RedisServer.running(disk) as server:
        address = server.address
        for number in range(20):
            assert await said_to(server, f"SET k{number} v{number}") == "+OK"
        await server.end(signal.SIGKILL)
        await server.start()
        assert server.address == address, "who was connected finds it again"
        assert await said_to(server, "DBSIZE") == ":20"
        assert await server.core_seconds() > 0
        assert await said_to(server, "CONFIG GET appendfsync", lines=5) == "*2 $11 appendfsync $6 always"


async def said_to(server: RedisServer, command: str, lines: int = 1) -> str:
    """Return what a Redis replies to a command."""
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    writer.write(f"{command}\r\n".encode())
    said = [(await reader.readline()).decode().strip() for _ in range(lines)]
    writer.close()
    await writer.wait_closed()
    return " ".join(said)


def test_a_form_says_what_we_say_to_the_last_word(interviews: list[Interview]) -> None:
    """Below a typed answer we say besides what was kept of it."""
    form = Form.begun("ru")
    for act in interviews[0].acts:
        if act.kind != "tick":  # who ticks sees the ticks
            assert act.seen.text.endswith(form.screen.text)
        answer(form, act)
    assert form.asked is None
    assert form.kept()["conversation"]["answers"] == interviews[0].answers


@pytest.mark.parametrize(
    ("framework", "why"),
    [
        (NOT_THERE, "no_such_library: not installed, skipped; make peers"),
        (NO_PROGRAM, "no-such-server: not installed, skipped; apt-get install no-such-server"),
    ],
)
async def test_what_is_not_installed_is_named_and_nothing_fails_by_it(
    framework: Framework, why: str, tmp_path: Path
) -> None:
    lines = await beside_peers(tmp_path, frameworks=[framework])
    assert [(line.as_json(), line.ok) for line in lines] == [
        (f'{{"skipped": "form_on_nothing", "why": "{why}"}}', True),
        ('{"skipped": "answered_question_beside_peers", "why": "there is no peer to stand beside"}', True),
    ]


async def test_ours_stands_beside_the_best_peer_that_is_there(tmp_path: Path) -> None:
    frameworks = [*FRAMEWORKS, NOT_THERE]
    present = [framework.name for framework in FRAMEWORKS if framework.missing is None]
    if not present:
        pytest.skip("no peer is installed: make peers")
    *skipped, figure = await beside_peers(tmp_path, people=2, rounds=2, frameworks=frameworks)
    assert all(isinstance(line, Skipped) for line in skipped)
    assert len(skipped) == len(frameworks) - len(present)
    assert isinstance(figure, Figure)
    assert figure.limit == AtLeast(2.0)
    assert figure.details["ratio_to"].keys() == set(present)
    assert figure.ratio == min(figure.details["ratio_to"].values())
    assert figure.details["by_clock"].keys() == {"ours", "echo", *present}


async def test_a_peer_that_loses_an_answer_ends_the_bench(interviews: list[Interview]) -> None:
    """A bench of failures is worthless."""
    interview = interviews[0]
    await contestant_of(_Remembers(interview.answers)).check({5: interview})
    fewer = dict(list(interview.answers.items())[:-1])
    with pytest.raises(RuntimeError, match="_Remembers has not kept all answers of person 5"):
        await contestant_of(_Remembers(fewer)).check({5: interview})


class _Remembers:
    """A form that has certain answers of everybody."""

    def __init__(self, answers: dict[str, Any]) -> None:
        self._answers = answers

    async def begin(self, person_id: int, language: str) -> None:
        """Nothing is shown."""

    def update_of(self, act: Act, person_id: int, update_id: int) -> dict[str, Any]:
        return update_of(act, person_id, update_id)

    async def feed(self, update: dict[str, Any]) -> None:
        """Nothing is answered."""

    async def answers_of(self, _person_id: int) -> dict[str, Any]:
        return self._answers


@pytest.mark.postgres
async def test_ours_stands_beside_the_peers_on_postgresql_too(tmp_path: Path) -> None:
    if all(framework.missing for framework in FRAMEWORKS):
        pytest.skip("no peer is installed: make peers")
    *_, figure = await beside_peers_on_postgresql(tmp_path, people=2, rounds=2)
    if isinstance(figure, Skipped):
        pytest.skip(figure.why)
    assert isinstance(figure, Figure)
    assert figure.limit == AtLeast(1.0)
    assert "on PostgreSQL" in figure.measured
