"""Starts the program as a newcomer does, in a process and a folder of its own, and ends it in every way.

    with Running(tmp_path) as komek:
        aigul = Person.arrives(komek.address)

Loading the libraries and reading the bot's sentences takes seconds of the processor. `Prepared` has that done once for
many starts; all else is the same.

With a token the program talks to a Bot API elsewhere. `TelegramAside` is one that outlives the program:

    with TelegramAside() as telegram, Running(tmp_path, **telegram.settings) as komek:
        aigul = Person.arrives(telegram.address)
"""

import asyncio
import multiprocessing
import os
import re
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Final, Self

from bot.__main__ import main
from bot.sandbox import SANDBOX_TOKEN, LocalTelegram, sandbox_app, serving

ROOT: Final = Path(__file__).parents[1]
START_SECONDS: Final = 60.0  # two cores may have much else to do
GLANCE_SECONDS: Final = 0.02
TOKEN: Final = SANDBOX_TOKEN


class Running:
    """`python -m bot run --role`, started anew as often as needed; `folder` is where it runs and keeps everything.

    Settings are environment variables by their names. Nothing else is inherited from the environment of the tests.
    """

    def __init__(self, folder: Path, role: str = "all", **settings: str) -> None:
        self.folder, self.role = folder, role
        self.options: tuple[str, ...] = ()
        # whoever plays here presses faster than anybody
        self.settings = {"HTTP_PORT": "0", "DOUBLE_TAP_SECONDS": "0", **settings}
        self._out, self._log = folder / "stdout.txt", folder / "stderr.txt"
        self.process: subprocess.Popen[bytes] | Forked | None = None

    @property
    def token(self) -> str:
        """The bot's token: the given one, or the one that the program made for its own Telegram."""
        return self.settings.get("BOT_TOKEN") or (self.folder / "var" / "local-bot-token").read_text(encoding="ascii")

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *exception: object) -> None:
        if self.process is not None and self.process.poll() is None:
            self.kill()

    def start(self) -> None:
        """Start it; after `kill` or `stop` it finds what it left behind."""
        with self._out.open("wb") as out, self._log.open("wb") as log:
            self.process = subprocess.Popen(  # noqa: S603, it is the program itself
                [sys.executable, "-m", "bot", "run", "--role", self.role, *self.options],
                cwd=self.folder, env=self._environment, stdout=out, stderr=log,
            )  # fmt: skip

    @property
    def address(self) -> str:
        """The address of the chat page, without a slash at its end, as soon as the program has printed it."""
        deadline = time.monotonic() + START_SECONDS
        while not (printed := re.search(r"(http://\S+)/\n", self.said)):
            assert self._process.poll() is None, f"it ended at the start: {self.log}"
            assert time.monotonic() < deadline, f"no address after {START_SECONDS} seconds: {self.log}"
            time.sleep(GLANCE_SECONDS)
        return printed[1]

    @property
    def said(self) -> str:
        """What was printed since the last start."""
        return self._out.read_text(encoding="utf-8") if self._out.exists() else ""

    @property
    def log(self) -> str:
        """What was logged since the last start."""
        return self._log.read_text(encoding="utf-8") if self._log.exists() else ""

    def stop(self, number: signal.Signals = signal.SIGTERM) -> float:
        """Ask it to stop, and return after how many seconds it had; its exit code must be 0."""
        asked_at = time.monotonic()
        self._process.send_signal(number)
        code = self.wait()
        assert code == 0, f"exit code {code}: {self.log}"
        return time.monotonic() - asked_at

    def kill(self) -> None:
        """End it as a power cut does: kill -9."""
        self._process.kill()
        self._process.wait()

    def wait(self, seconds: float = START_SECONDS) -> int:
        """Wait until it ends by itself, and return its exit code."""
        return self._process.wait(seconds)

    @property
    def _process(self) -> "subprocess.Popen[bytes] | Forked":
        assert self.process is not None, "it was not started"
        return self.process

    @property
    def _environment(self) -> dict[str, str]:
        return {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), **self.settings}


class Prepared(Running):
    """The same in a process of its own that finds the libraries loaded."""

    def start(self) -> None:
        """Start it; after `kill` or `stop` it finds what it left behind."""
        for file in (self._out, self._log):
            file.write_bytes(b"")
        self.process = Forked(self.folder, (self.role, *self.options), self._environment, self._out, self._log)


class Forked:
    """`komek run` in a fork of a process that only loaded libraries, to be handled as a Popen."""

    def __init__(self, folder: Path, asked: tuple[str, ...], environment: dict[str, str], out: Path, log: Path) -> None:
        self._process = FORKING.Process(target=komek_run, args=(folder, asked, environment, out, log))
        self._process.start()
        assert self._process.pid is not None
        self.pid = self._process.pid

    def poll(self) -> int | None:
        """Return the exit code, or None while it runs."""
        return self._process.exitcode

    def send_signal(self, number: signal.Signals) -> None:
        """Send it a signal."""
        os.kill(self.pid, number)

    def kill(self) -> None:
        """End it as a power cut does."""
        self._process.kill()

    def wait(self, seconds: float = START_SECONDS) -> int:
        """Wait until it ends, and return its exit code."""
        self._process.join(seconds)
        code = self._process.exitcode
        assert code is not None, f"it did not end in {seconds} seconds"
        return code


def komek_run(folder: Path, asked: tuple[str, ...], environment: dict[str, str], out: Path, log: Path) -> None:
    """Run the command in this process, with nothing of the environment of the tests."""
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    for stream, path in ((sys.stdout, out), (sys.stderr, log)):
        with path.open("ab") as file:
            os.dup2(file.fileno(), stream.fileno())
    sys.argv = ["komek", "run", "--role", *asked]
    main()


FORKING: Final = multiprocessing.get_context("forkserver")
FORKING.set_forkserver_preload(["tests.loaded"])


class TelegramAside:
    """The local Bot API in a thread of the test: a Telegram that stays while the bot is killed and started again."""

    def __init__(self, telegram: LocalTelegram | None = None, port: int = 0) -> None:
        self.telegram = telegram or LocalTelegram()
        self.address = ""
        self._port = port
        self._loop = asyncio.new_event_loop()
        self._stop, self._ready = asyncio.Event(), threading.Event()
        self._thread = threading.Thread(target=self._run)

    def __enter__(self) -> Self:
        self._thread.start()
        assert self._ready.wait(START_SECONDS)
        return self

    def __exit__(self, *exception: object) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join()

    @property
    def settings(self) -> dict[str, str]:
        """What the program needs to find it."""
        return {"BOT_TOKEN": TOKEN, "TELEGRAM_API_BASE": self.address}

    def _run(self) -> None:
        with asyncio.Runner(loop_factory=lambda: self._loop) as runner:
            runner.run(self._serve())

    async def _serve(self) -> None:
        app = sandbox_app(self.telegram)
        async with serving(app, port=self._port) as self.address:
            self._ready.set()
            await self._stop.wait()
