"""Every peer's form goes through all questions of an interview, and whatever it has answered outlives a kill."""

import asyncio
import shutil
import signal
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from bench.beside_peers import beside_peers, contestant_of
from bench.figures import AtLeast, Figure, Skipped
from bench.interviews import Act, Interview, message_update, rehearse, update_of
from bench.known_people import make_known, world_in
from bench.peers import FRAMEWORKS, Framework, Peer, opened
from bench.peers.course import Way, answers_in, course_of
from bench.peers.redis_log import REDIS, RedisServer
from bot.app import dispatcher_for

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


@pytest.fixture(name="interviews")
async def _interviews(tmp_path: Path) -> list[Interview]:
    """Two people's interviews, rehearsed with the real program."""
    folder = tmp_path / "rehearsed"
    folder.mkdir()
    async with world_in(folder) as world:
        await make_known(world, [7, 8])
        return [await rehearse(dispatcher_for(world), world, person_id) for person_id in (7, 8)]


@asynccontextmanager
async def opened_on(framework: Framework, disk: Path, interviews: Sequence[Interview]) -> AsyncIterator[Peer]:
    """Open the form of a framework on a disk, with a Redis of its own where it needs one."""
    async with opened([framework], disk, [course_of(interview) for interview in interviews]) as forms:
        yield forms.peers[framework.name]


def disk_after_a_kill(disk: Path) -> Path:
    """Return what somebody finds on the disk who starts anew after all programs were killed this very moment."""
    return Path(shutil.copytree(disk, disk.with_name(f"{disk.name}+")))


def given_by(interview: Interview, acts: int) -> dict[str, Any]:
    """Return the answers that are given after so many acts."""
    return answers_in(Interview(interview.acts[:acts], {}))


def complete(interview: Interview) -> list[int]:
    """Return after how many acts an answer is complete: ticks alone are none."""
    return [number for number, act in enumerate(interview.acts, 1) if act.kind != "tick"]


@pytest.fixture(name="disk")
def _disk(tmp_path: Path) -> Path:
    disk = tmp_path / "disk"
    disk.mkdir()
    return disk


@pytest.mark.parametrize("framework", installed())
async def test_a_form_asks_all_that_we_ask_and_keeps_every_answer(
    framework: Framework, disk: Path, interviews: list[Interview]
) -> None:
    async with opened_on(framework, disk, interviews) as peer:
        for course, interview in enumerate(interviews):
            await peer.begin(100 + course, course)
            for number, act in enumerate(interview.acts, 1):
                await peer.feed(peer.update_of(act, 100 + course, number))
                if number in complete(interview):
                    assert await peer.answers_of(100 + course) == given_by(interview, number)
    assert answers_in(interviews[0]) != answers_in(interviews[1]), "they are asked different things"


@pytest.mark.parametrize("framework", installed())
async def test_whoever_is_killed_after_any_answer_goes_on_behind_it(
    framework: Framework, disk: Path, interviews: list[Interview]
) -> None:
    """Each part of an interview is answered by a new process, on the disk as the one before has left it."""
    interview = interviews[1]
    async with opened_on(framework, disk, interviews) as peer:
        await peer.begin(5, 1)
        updates = [peer.update_of(act, 5, number) for number, act in enumerate(interview.acts, 1)]
        disk = disk_after_a_kill(disk)
    begins = 0
    for ends in (1, 4, len(updates) // 2, len(updates)):
        async with opened_on(framework, disk, interviews) as peer:
            for update in updates[begins:ends]:
                await peer.feed(update)
            begins, disk = ends, disk_after_a_kill(disk)
    async with opened_on(framework, disk, interviews) as peer:
        assert await peer.answers_of(5) == answers_in(interview)


@pytest.mark.parametrize("framework", installed("aiogram_fsm_on_redis", "ptb_conversation_handler_on_pickle"))
async def test_a_press_on_an_older_question_is_no_answer_to_this_one(
    framework: Framework, disk: Path, interviews: list[Interview]
) -> None:
    """A button of aiogram_dialog carries no question: there a word is taken for whatever its window asks now."""
    first, second = interviews[0].acts[:2]
    async with opened_on(framework, disk, interviews) as peer:
        await peer.begin(5, 0)
        for number, act in enumerate((first, first, second), 1):
            await peer.feed(peer.update_of(act, 5, number))
        assert await peer.answers_of(5) == given_by(interviews[0], 2)


@pytest.mark.parametrize("framework", installed())
async def test_what_is_no_amount_is_asked_for_again(
    framework: Framework, disk: Path, interviews: list[Interview]
) -> None:
    interview = interviews[0]
    place = next(number for number, act in enumerate(interview.acts) if act.kind == "amount")
    async with opened_on(framework, disk, interviews) as peer:
        await peer.begin(5, 0)
        for number, act in enumerate(interview.acts[:place], 1):
            await peer.feed(peer.update_of(act, 5, number))
        await peer.feed(message_update(5, place + 1, "көп"))
        assert await peer.answers_of(5) == given_by(interview, place)
        await peer.feed(peer.update_of(interview.acts[place], 5, place + 2))
        assert await peer.answers_of(5) == given_by(interview, place + 1)


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


def test_a_course_has_a_question_for_each_answer_and_the_buttons_that_were_shown(interviews: list[Interview]) -> None:
    course = course_of(interviews[0])
    assert [question.key for question in course[:3]] == ["region", "status", "household"]
    assert {question.key for question in course} == answers_in(interviews[0]).keys()
    assert {question.way for question in course} == {Way.CHOOSE, Way.TICK, Way.TYPE}
    for question in course:
        assert question.text
        assert bool(question.ready) == bool(question.ticks) == (question.way is Way.TICK)


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
    answers = answers_in(interviews[0])
    await contestant_of(_Remembers(answers)).check({5: interviews[0]})
    answers.popitem()
    with pytest.raises(RuntimeError, match="_Remembers has not kept all answers of person 5"):
        await contestant_of(_Remembers(answers)).check({5: interviews[0]})


class _Remembers:
    """A form that has certain answers of everybody."""

    def __init__(self, answers: dict[str, Any]) -> None:
        self._answers = answers

    async def begin(self, person_id: int, course: int) -> None:
        """Nothing is shown."""

    def update_of(self, act: Act, person_id: int, update_id: int) -> dict[str, Any]:
        return update_of(act, person_id, update_id)

    async def feed(self, update: dict[str, Any]) -> None:
        """Nothing is answered."""

    async def answers_of(self, _person_id: int) -> dict[str, Any]:
        return self._answers
