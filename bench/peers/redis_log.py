"""A Redis of our own whose log is on the disk before it replies: no other setting of it keeps what was answered."""

import asyncio
import signal
import socket
from asyncio.subprocess import DEVNULL, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

REDIS: Final = "redis-server"
DURABLE: Final = ("--appendonly", "yes", "--appendfsync", "always", "--save", "")
START_SECONDS: Final = 30
STOP_SECONDS: Final = 10
LOOK_SECONDS: Final = 0.02
TRIES: Final = 5  # a port that was free a moment ago may be taken


@dataclass(slots=True)
class RedisServer:
    """A server on a free port of loopback, with its log in a folder."""

    folder: Path
    port: int = 0
    _process: Process | None = None

    @classmethod
    @asynccontextmanager
    async def running(cls, folder: Path) -> AsyncIterator["RedisServer"]:
        """Run it for the length of a block."""
        server = cls(folder)
        await server.start()
        try:
            yield server
        finally:
            await server.end(signal.SIGTERM)

    @property
    def address(self) -> str:
        """Where clients find it."""
        return f"redis://127.0.0.1:{self.port}/0"

    async def start(self) -> None:
        """Start it, after the first time on the same port; RuntimeError when it does not."""
        for _ in range(TRIES):
            port = self.port or _free_port()
            self._process = await asyncio.create_subprocess_exec(
                *(REDIS, "--bind", "127.0.0.1", "--port", str(port), "--dir", str(self.folder), *DURABLE),
                stdout=DEVNULL,
                stderr=DEVNULL,
            )
            if await _answers(port, self._process):
                self.port = port
                return
            await self.end(signal.SIGKILL)
        raise RuntimeError(f"{REDIS} does not start in {self.folder}")

    async def end(self, by: signal.Signals) -> None:
        """End it by a signal; SIGKILL leaves it no time to write anything."""
        process, self._process = self._process, None
        if process is None:
            return
        with suppress(ProcessLookupError):
            process.send_signal(by)
        try:
            async with asyncio.timeout(STOP_SECONDS):
                await process.wait()
        except TimeoutError:
            process.kill()
            await process.wait()

    async def core_seconds(self) -> float:
        """Return for how many seconds it has kept a core busy."""
        spent = await _said(self.port, "INFO cpu", until=b"used_cpu_user")
        return sum(
            float(line.partition(":")[2]) for line in spent if line.startswith(("used_cpu_sys:", "used_cpu_user:"))
        )


async def _answers(port: int, process: Process) -> bool:
    """Wait until it answers and has read its log; False when it ends instead."""
    async with asyncio.timeout(START_SECONDS):
        while process.returncode is None:
            with suppress(OSError):
                if await _said(port, "PING") == ["+PONG"]:
                    return True
            await asyncio.sleep(LOOK_SECONDS)
    return False


async def _said(port: int, command: str, until: bytes = b"") -> list[str]:
    """Return the lines of a reply up to one that begins so."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(f"{command}\r\n".encode())
        lines = [await reader.readline()]
        while lines[-1] and not lines[-1].startswith(until):
            lines.append(await reader.readline())
        return [line.decode().strip() for line in lines]
    finally:
        writer.close()
        await writer.wait_closed()


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port: int = asked.getsockname()[1]
        return port
