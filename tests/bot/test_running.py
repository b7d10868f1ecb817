"""The program itself, started as a newcomer starts it, stopped in every way, and killed while a person answers."""

import json
import random
import re
import signal
import socket
import sqlite3
import stat
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from cryptography.fernet import Fernet

from bot.sandbox import Limits, LocalTelegram
from tests.person_api import FAMILY_OF_FIVE, Person, Step, order_fault, request, until
from tests.running import TOKEN, Prepared, Running, TelegramAside

STOP_SECONDS: Final = 5.0  # a third of what the units allow; a busy machine needs its part of it
KILLS: Final = 4
TO_THE_AGES: Final = FAMILY_OF_FIVE[:8]
NAME: Final = "Айгүл Серікқызы"
PERSON_ID: Final = 7_000_000_001


def unhurried() -> LocalTelegram:
    """A Telegram that lets the bot write as fast as it can: these tests are not about its pace."""
    return LocalTelegram(Limits(paced=False))


def listening_sockets(process_id: int) -> set[tuple[str, int]]:
    """Address and port of every TCP socket on which a process listens, as the kernel tells it."""
    own = {path.readlink().name for path in Path(f"/proc/{process_id}/fd").iterdir() if path.is_symlink()}
    found = set()
    for line in Path("/proc/net/tcp").read_text(encoding="ascii").splitlines()[1:]:
        _, local, _, state, *_, inode = line.split()[:10]
        if state == "0A" and f"socket:[{inode}]" in own:
            host, port = local.split(":")
            found.add((socket.inet_ntoa(bytes.fromhex(host)[::-1]), int(port, 16)))
    return found


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


REFUSED: Final = (
    ("GET", "/v1/events", 405),
    ("DELETE", "/v1/events", 405),
    ("POST", "/v1/changes", 405),
    ("GET", "/v1/nothing", 404),
    ("POST", "/healthz", 405),
)

# A newcomer


def test_a_newcomer_needs_nothing_but_the_command(tmp_path: Path) -> None:
    """No token, no database, no key: the page's address is printed, a family gets its result there; Ctrl-C ends it."""
    with Running(tmp_path) as komek:
        assert komek.process is not None
        port = int(komek.address.rpartition(":")[2])
        assert komek.said == f"Kömek: http://127.0.0.1:{port}/\n"
        assert listening_sockets(komek.process.pid) == {("127.0.0.1", port)}
        aigul = Person.arrives(komek.address)
        aigul.goes(*FAMILY_OF_FIVE)
        assert "₸" in aigul.sees().text
        assert komek.stop(signal.SIGINT) < STOP_SECONDS
        assert (komek.said.count("\n"), komek.log.count("call_failed")) == (1, 0)


def test_beside_the_chat_page_the_api_refuses_in_json(tmp_path: Path) -> None:
    """A program of the authority reads the same refusals with and without a token."""
    with Prepared(tmp_path) as komek:
        for method, path, status in REFUSED:
            with pytest.raises(HTTPError) as refused:
                urlopen(Request(komek.address + path, method=method))  # noqa: S310, the address is the program's own
            with refused.value as answer:
                assert (path, answer.code, answer.headers.get_content_type()) == (path, status, "application/json")
                assert json.loads(answer.read())["errors"]


def test_who_watches_may_ask_for_the_head_alone(tmp_path: Path) -> None:
    """Many watchers ask with HEAD."""
    with Prepared(tmp_path) as komek:
        for path in ("/healthz", "/readyz"):
            with urlopen(Request(komek.address + path, method="HEAD")) as answer:  # noqa: S310, the program's own
                assert answer.status == 200


def test_what_is_kept_shows_no_answer_and_is_the_owners_alone(tmp_path: Path) -> None:
    """The database is read while it is open, so with its write-ahead log; the chat page's journal is the owner's."""
    with Prepared(tmp_path) as komek:
        Person.arrives(komek.address).goes(*FAMILY_OF_FIVE)
        kept = tmp_path / "var"
        files = {path.name: path for path in kept.iterdir()}
        assert set(files) >= {"komek.sqlite3", "komek.sqlite3-wal", "komek.key", "chat.jsonl"}
        assert {name: oct(mode(path)) for name, path in files.items()} == dict.fromkeys(files, oct(0o600))
        assert oct(mode(kept)) == oct(0o700)
        stored = b"".join(files[name].read_bytes() for name in files if name.startswith("komek.sqlite3"))
        for told in ("150", "wage", "spouse", "KZ-79", "Шымкент", "children", "employed", "150000", "Айгүл"):
            in_columns = re.findall(rb"(?i)(?<![\w-])%b(?![\w-])" % re.escape(told.encode()), stored)
            assert in_columns == [], told


def test_the_log_tells_nothing_of_the_person(tmp_path: Path) -> None:
    """A whole conversation at the finest level, through every misfortune and an error of the program's own."""
    with Prepared(tmp_path, LOG_LEVEL="DEBUG") as komek:
        aigul = Person.arrives(komek.address, NAME, person_id=PERSON_ID)
        for kind in ("server_error", "too_many_requests", "cut_before", "cut_after"):
            order_fault(komek.address, kind, probability=0.1, seed=len(kind))
        aigul.goes(*FAMILY_OF_FIVE)
        with sqlite3.connect(tmp_path / "var" / "komek.sqlite3") as database:
            database.execute("update drafts set answers = 'damaged'")
        database.close()
        aigul.says("менің табысым 150 мың")
        assert komek.stop() < STOP_SECONDS
        of_all = "poverty_lines_missing"  # names every region without a line, whoever lives there
        told = komek.said + "\n".join(line for line in komek.log.splitlines() if of_all not in line)
    assert "draft_damaged" in told
    assert "call_failed" in told
    personal = (
        NAME,
        "Айгүл",
        str(PERSON_ID),
        "мың",
        "табысым",
        "Шымкент",
        "KZ-79",
        TOKEN.partition(":")[2],
        "70 ",
    )
    assert [word for word in personal if word in told] == []
    assert re.findall(r"(?<![\w.:-])(?:150|150000|450000)(?![\w.:-])", told) == [], (
        "not as a part of an instant or a port"
    )


# Stopping


@pytest.mark.parametrize(
    ("number", "fault"),
    [
        (signal.SIGINT, {"kind": "slow", "seconds": 600}),
        (signal.SIGTERM, {"kind": "too_many_requests", "retry_after": 30}),
    ],
    ids=["an answer is under way", "Telegram asked to wait"],
)
def test_it_stops_in_the_middle_of_an_answer_and_gives_it_after_the_next_start(
    tmp_path: Path, number: signal.Signals, fault: dict[str, int]
) -> None:
    """What was typed is kept before it is answered, so the next start shows the question that follows."""
    with TelegramAside(unhurried()) as telegram, Prepared(tmp_path, **telegram.settings) as komek:
        aigul = Person.arrives(telegram.address)
        aigul.goes(*TO_THE_AGES)
        order_fault(telegram.address, method="sendMessage", **fault)  # type: ignore[arg-type]
        asked = aigul.sees()
        number_of_ages = aigul.writes("4 9 14")
        until(lambda: request(telegram.address, "GET", "calls?method=sendMessage")[-1]["status"] != 200, "the fault")
        assert komek.stop(number) < STOP_SECONDS
        assert aigul.sees().id == number_of_ages
        komek.start()
        answer = until(lambda: next((shown for shown in aigul.answers() if shown.id > number_of_ages), None), "answer")
        assert answer.text != asked.text
        aigul.goes(*FAMILY_OF_FIVE[9:])
        assert "₸" in aigul.sees().text


# Kill -9


def test_no_kill_loses_or_doubles_an_answer(tmp_path: Path) -> None:
    """Four kills at random moments of one conversation; it ends where an undisturbed one ends.

    A kill between Telegram's taking a message and the bot's confirming the update may repeat that message.
    """
    chance = random.Random(20_261_123)  # noqa: S311, no secret
    killed_at = set(chance.sample(range(1, len(FAMILY_OF_FIVE)), KILLS))
    with TelegramAside(unhurried()) as telegram, Prepared(tmp_path, **telegram.settings) as komek:
        calm, hurried = (Person.arrives(telegram.address) for _ in range(2))
        calm.goes(*FAMILY_OF_FIVE)
        for place, (does, what) in enumerate(FAMILY_OF_FIVE):
            if place in killed_at:
                kill_in_the_middle(komek, hurried, (does, what), chance.uniform(0, 0.05))
            else:
                hurried.goes((does, what))
        until(lambda: hurried.sees().text == calm.sees().text, "the same result")
        # no text is compared but the last: a question answered after more than a moment is shortened to its answer
        assert 0 <= len(hurried.answers()) - len(calm.answers()) <= KILLS


def test_the_chat_page_outlives_a_kill_as_well(tmp_path: Path) -> None:
    """Without a token both ends are in one process: what the page had shown is there, and the bot goes on."""
    chance = random.Random(7)  # noqa: S311, no secret
    with Prepared(tmp_path) as komek:
        aigul = Person.arrives(komek.address)
        aigul.goes(*TO_THE_AGES)
        for step in FAMILY_OF_FIVE[8:10]:
            before = [shown.id for shown in aigul.chat()]
            kill_in_the_middle(komek, aigul, step, chance.uniform(0, 0.05))
            assert [shown.id for shown in aigul.chat()][: len(before)] == before
        aigul.goes(*FAMILY_OF_FIVE[10:])
        assert "₸" in aigul.sees().text


def kill_in_the_middle(komek: Running, person: Person, step: Step, seconds: float) -> None:
    """Kill the program so long after a step, start it again and wait for what the step brings."""
    does, what = step
    before = person.answers()
    {"says": person.writes, "presses": person.taps}[does](what)
    time.sleep(seconds)
    komek.kill()
    komek.start()
    if "BOT_TOKEN" not in komek.settings:
        person.address = komek.address
    until(lambda: person.answers() != before, f"what follows {what}")
    said = "the confirmation: then nothing is repeated any more"
    until(lambda: everything_is_confirmed(person.address, komek.token), said)


def everything_is_confirmed(address: str, token: str) -> bool:
    """Whether the bot has answered and confirmed every update."""
    pending: int = request(address, "GET", f"bot{token}/getWebhookInfo")["result"]["pending_update_count"]
    return pending == 0


# Several people, and a Telegram with moods


@pytest.fixture(scope="module")
def beside(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TelegramAside]:
    """A Telegram with the bot at work; the tests that share it bring their own people."""
    folder = tmp_path_factory.mktemp("beside")
    with TelegramAside(unhurried()) as telegram, Prepared(folder, **telegram.settings):
        yield telegram


def test_people_beside_each_other_all_get_their_result(beside: TelegramAside) -> None:
    """Through faults of every kind, and everybody sees the same, once: none of these takes effect at Telegram.

    The connection is cut once for each of them: a message whose reply is lost twice is not sent a third time.
    """
    everybody = [Person.arrives(beside.address) for _ in range(4)]
    for kind in ("server_error", "too_many_requests", "slow"):
        order_fault(beside.address, kind, probability=0.1, times=3, seconds=0.3)
    for person in everybody:
        order_fault(beside.address, "cut_before", probability=0.1, chat_id=person.id)
    with ThreadPoolExecutor(len(everybody)) as pool:
        list(pool.map(lambda person: person.goes(*FAMILY_OF_FIVE), everybody))
    request(beside.address, "DELETE", "faults")
    # a question is shortened to the line of its answer where the person was not too quick for that
    chats = [person.chat() for person in everybody]
    assert [len(chat) for chat in chats] == [len(chats[0])] * len(everybody)
    assert {chat[-1].text for chat in chats} == {chats[0][-1].text}
    own = [shown.text for chat in chats for shown in chat if not shown.is_bots]
    assert own == ["/start", "4 9 14", "150 мың"] * len(everybody)
    assert "₸" in chats[0][-1].text


def test_a_chat_that_stays_closed_leaves_five_hundred_updates_of_others_answered(tmp_path: Path) -> None:
    """Once the bot was deaf to everybody after a hundred; killed meanwhile, it still owes the one who waits."""
    with TelegramAside(unhurried()) as telegram, Prepared(tmp_path, **telegram.settings) as komek:
        aigul, *others = (Person.arrives(telegram.address) for _ in range(6))
        aigul.goes(*TO_THE_AGES)
        order_fault(telegram.address, "too_many_requests", chat_id=aigul.id, retry_after=600, method="sendMessage")
        number_of_ages = aigul.writes("4 9 14")
        for _ in range(100):
            for other in others:
                other.writes("/help")
        for other in others:
            until(lambda: len(other.answers()) >= 100, "every answer", seconds=240)  # noqa: B023, at once
        assert aigul.sees().id <= number_of_ages, "the chat is closed"
        komek.kill()
        komek.start()  # it knows of no closed chat
        until(lambda: aigul.sees().id > number_of_ages, "the answer to who has waited")


def test_the_program_ends_while_telegram_hangs(tmp_path: Path) -> None:
    """A container is killed after ten seconds, and what was under way then is repeated."""
    with TelegramAside(unhurried()) as telegram, Prepared(tmp_path, **telegram.settings) as komek:
        aigul = Person.arrives(telegram.address)
        aigul.goes(*TO_THE_AGES)
        order_fault(telegram.address, "slow", seconds=30, times=50)
        aigul.writes("4 9 14")
        time.sleep(0.5)
        assert komek.stop() < STOP_SECONDS + 0.5


def test_who_has_to_wait_keeps_nobody_else_waiting(beside: TelegramAside) -> None:
    aigul, bolat = (Person.arrives(beside.address) for _ in range(2))
    aigul.goes(*TO_THE_AGES)
    order_fault(beside.address, "too_many_requests", chat_id=aigul.id, retry_after=5, method="sendMessage")
    written = aigul.writes("4 9 14")
    bolat.goes(*TO_THE_AGES)
    assert aigul.sees().id == written
    asked = until(lambda: next((shown for shown in aigul.answers() if shown.id > written), None), "the answer")
    assert asked == aigul.sees()


def test_what_is_written_at_once_is_answered_in_order(beside: TelegramAside) -> None:
    """Even where the first answer is the slow one."""
    aigul, bolat = (Person.arrives(beside.address) for _ in range(2))
    for person in (aigul, bolat):
        person.goes(*TO_THE_AGES)
    order_fault(beside.address, "slow", chat_id=aigul.id, seconds=0.5)
    texts = ("4 9 14", "/help", "/about", "/menu")
    for text in texts:
        bolat.says(text)
        aigul.writes(text)
    until(lambda: len(aigul.answers()) == len(bolat.answers()), "all answers")
    one_by_one, at_once = ([shown.text for shown in person.answers()[-len(texts) :]] for person in (bolat, aigul))
    assert at_once == one_by_one


# What stops the start


BAD_SETTINGS: Final = {
    "BOT_TOKEN": "123:short",
    "TELEGRAM_API_BASE": "http://bot-api.example",
    "DATABASE_URL": "mysql://komek",
    "DATA_KEYS": "secret-but-no-key",
    "HTTP_HOST": "somewhere",
    "HTTP_PORT": "65536",
    "LOG_LEVEL": "LOUD",
}


@pytest.mark.parametrize(("name", "value"), BAD_SETTINGS.items())
def test_a_bad_setting_stops_the_start_with_one_line_that_names_it(tmp_path: Path, name: str, value: str) -> None:
    komek = Prepared(tmp_path, **{name: value})
    komek.start()
    assert_refused(komek, f"{name}: ")
    assert value not in komek.log


def test_a_misspelt_name_in_the_file_of_settings_stops_the_start(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("BOT_TOKN=1\n")
    komek = Prepared(tmp_path)
    komek.start()
    assert_refused(komek, "BOT_TOKN: unknown variable in .env, did you mean BOT_TOKEN?")


def test_a_database_that_cannot_be_opened_stops_the_start(tmp_path: Path) -> None:
    (tmp_path / "komek.sqlite3").write_bytes(b"no database" * 100)
    komek = Prepared(tmp_path, DATABASE_URL="sqlite:///komek.sqlite3")
    komek.start()
    assert_refused(komek, f"the database cannot be opened: {tmp_path}/komek.sqlite3: ")


def test_other_keys_than_those_of_the_stored_answers_stop_the_start(tmp_path: Path) -> None:
    with Prepared(tmp_path) as komek:
        Person.arrives(komek.address).goes(*TO_THE_AGES[:4])
        komek.stop()
    stranger = Prepared(tmp_path, DATA_KEYS=Fernet.generate_key().decode())
    stranger.start()
    assert_refused(stranger, "none of the keys (DATA_KEYS or the key file) opens the stored answers")


def test_a_token_that_telegram_does_not_know_stops_the_start(tmp_path: Path) -> None:
    with TelegramAside() as telegram:
        komek = Prepared(tmp_path, **{**telegram.settings, "BOT_TOKEN": TOKEN[:-1]})
        komek.start()
        assert_refused(komek, "BOT_TOKEN: the Bot API knows no bot with this token")


def test_nobody_takes_the_updates_of_others_without_meaning_to(tmp_path: Path) -> None:
    """A program that polls would take the webhook away from those that answer there."""
    with TelegramAside() as telegram:
        of_others = json.dumps({"url": "http://127.0.0.1:1/of-others"}).encode()
        asked = f"{telegram.address}/bot{TOKEN}/setWebhook", of_others, {"Content-Type": "application/json"}
        urlopen(Request(*asked)).close()  # noqa: S310, loopback
        komek = Prepared(tmp_path, **telegram.settings)
        komek.start()
        assert_refused(komek, "WEBHOOK_URL: missing; Telegram sends updates to 127.0.0.1: set it, or ")
        assert telegram.telegram.webhook.is_set
        komek.options = ("--poll",)
        with komek:
            Person.arrives(telegram.address).goes(*FAMILY_OF_FIVE[:3])
            assert not telegram.telegram.webhook.is_set


def test_a_telegram_out_of_reach_is_waited_for(tmp_path: Path) -> None:
    """The log says so; once Telegram is there the bot answers."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with Prepared(tmp_path, BOT_TOKEN=TOKEN, TELEGRAM_API_BASE=f"http://127.0.0.1:{port}") as komek:
        until(lambda: komek.log.count("call_failed") > 1, "two attempts")
        assert "Traceback" not in komek.log
        with TelegramAside(port=port) as telegram:
            Person.arrives(telegram.address).goes(*FAMILY_OF_FIVE[:3])
            assert komek.stop() < STOP_SECONDS


def test_a_taken_port_stops_the_start_with_one_line(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        komek = Prepared(tmp_path, HTTP_PORT=str(port))
        komek.start()
        assert_refused(komek, "HTTP_PORT: ")


def test_without_a_token_nobody_else_may_reach_the_page(tmp_path: Path) -> None:
    komek = Prepared(tmp_path, HTTP_HOST="0.0.0.0")  # noqa: S104, it is refused
    komek.start()
    assert_refused(komek, "HTTP_HOST: ")


def test_a_damaged_journal_of_the_chat_page_stops_the_start(tmp_path: Path) -> None:
    (tmp_path / "var").mkdir(mode=0o700)
    (tmp_path / "var" / "chat.jsonl").write_text("nonsense\n")
    komek = Prepared(tmp_path)
    komek.start()
    assert_refused(komek, "var/chat.jsonl, line 1: ")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_while_it_waits_for_a_telegram_out_of_reach(tmp_path: Path, number: signal.Signals) -> None:
    with Prepared(tmp_path, BOT_TOKEN=TOKEN, TELEGRAM_API_BASE="http://127.0.0.1:1") as komek:
        until(lambda: "call_failed" in komek.log, "the first attempt")
        assert komek.stop(number) < STOP_SECONDS


def test_who_blocks_the_bot_is_no_error_of_the_program(tmp_path: Path) -> None:
    with TelegramAside() as telegram, Prepared(tmp_path, **telegram.settings) as komek:
        aigul = Person.arrives(telegram.address)
        order_fault(telegram.address, "slow", method="sendMessage", seconds=1)
        aigul.writes("/start")
        until(lambda: request(telegram.address, "GET", "calls?method=sendMessage"), "the answer on its way")
        request(telegram.address, "PUT", f"people/{aigul.id}/block")
        Person.arrives(telegram.address).says("/start")
        assert komek.stop() < STOP_SECONDS
        assert '"level": "error"' not in komek.log


def assert_refused(komek: Running, told: str) -> None:
    """It ended with exit code 2, one line on stderr and nothing on stdout."""
    assert komek.wait() == 2, komek.log
    assert komek.said == ""
    (line,) = komek.log.splitlines()
    assert line.startswith(f"komek: {told}")
