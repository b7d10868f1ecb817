"""A real nginx with the example's configuration before web processes of a test, on ports that are free."""

import asyncio
import contextlib
import shutil
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import aiohttp
import pytest

DEPLOY: Final = Path(__file__).parents[2] / "deploy"
PATIENCE_S: Final = 60.0
GLANCE_S: Final = 0.05
IS_MISSING: Final = "nginx is missing: apt-get install nginx-light"
WITH_NGINX: Final = pytest.mark.skipif(shutil.which("nginx") is None, reason=IS_MISSING)


def free_ports(count: int) -> list[int]:
    """Ports that nobody has just now."""
    with contextlib.ExitStack() as stack:
        held = [stack.enter_context(socket.socket()) for _ in range(count)]
        for one in held:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in held]


@contextlib.contextmanager
def nginx(folder: Path, front: int, behind: list[int]) -> Iterator[None]:
    """Run nginx with the example's configuration, on other ports."""
    example = (DEPLOY / "nginx.conf").read_text(encoding="utf-8").replace("127.0.0.1:8443", f"127.0.0.1:{front}")
    for port, ours in zip((8081, 8082), behind, strict=True):
        example = example.replace(f"127.0.0.1:{port}", f"127.0.0.1:{ours}")
    (folder / "komek.conf").write_text(example, encoding="utf-8")
    shutil.copy(DEPLOY / "komek-proxy.conf", folder)
    temporary = " ".join(f"{kind}_temp_path {folder};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    (folder / "nginx.conf").write_text(
        f"daemon off; pid {folder}/nginx.pid; error_log stderr warn; events {{}}\n"
        f"http {{ access_log off; {temporary} include komek.conf; }}\n",
        encoding="utf-8",
    )
    command = ["nginx", "-p", str(folder), "-c", str(folder / "nginx.conf")]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:  # noqa: S603
        try:
            yield
        finally:
            process.terminate()


async def is_ready(web: aiohttp.ClientSession, address: str) -> None:
    """Wait until something answers that it can work."""
    async with asyncio.timeout(PATIENCE_S):
        while True:
            with contextlib.suppress(aiohttp.ClientError):
                async with web.get(f"{address}/readyz") as answer:
                    if answer.status == 200:
                        return
            await asyncio.sleep(GLANCE_S)
