"""An ASGI app on a port, in the event loop of the caller; signals stay with the caller."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Callable, Iterator

import uvicorn
from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

from bot.errors import AddressError

MOST_CONNECTIONS = 500  # far below the files that a process may open
REQUEST_SECONDS = 10.0  # so long a request may take to arrive, and a connection may be silent
STOP_SECONDS = 1  # answers on their way get so long to finish
CLOSING_TURNS = 20  # of the event loop: so soon those are gone on whom nothing waits
TRANSPORT = "komek.transport"
"""Where a request's scope has its connection."""


@contextlib.asynccontextmanager
async def serving(
    app: ASGIApp, host: str, port: int, *, on_stop: Callable[[], None] = lambda: None
) -> AsyncIterator[str]:
    """Serve the app as long as the context is open; yields the base address, without a slash at its end.

    Port 0 takes a free one; AddressError when the port is taken. At the end `on_stop` lets what waits return,
    and calls on their way are finished.
    """
    with _listening(host, port) as listener:
        server = _Server(_config(app))
        running = asyncio.create_task(server.serve(sockets=[listener]))
        try:
            await server.listens.wait()
            shown = f"[{host}]" if ":" in host else host
            yield f"http://{shown}:{listener.getsockname()[1]}"
        finally:
            server.asked_to_stop.set()
            on_stop()
            await running


class _Server(uvicorn.Server):
    """A server that leaves Ctrl-C to the program around it, and says when it listens."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.listens = asyncio.Event()
        self.asked_to_stop = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.listens.set()

    async def main_loop(self) -> None:
        ticking = asyncio.create_task(super().main_loop())  # it gives answers their date
        await self.asked_to_stop.wait()
        ticking.cancel()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop at once where no answer is on its way: uvicorn waits a tenth of a second for nobody, too."""
        for server in self.servers:
            server.close()  # and with it its socket
        for connection in list(self.server_state.connections):
            connection.shutdown()
        for _ in range(CLOSING_TURNS):
            if not (self.server_state.connections or self.server_state.tasks):
                return
            await asyncio.sleep(0)
        await super().shutdown(sockets)

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


class _Protocol(H11Protocol):
    """Hands each connection to the app, so that a test can have it cut; cuts those that are too many or too slow.

    A request that does not come whole in time is dropped, and so is a connection on which none comes or whose answers
    nobody reads: a stranger who opens many would take all files that the program may open, and then nobody is answered.
    """

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        super().connection_made(transport)
        if len(self.connections) > MOST_CONNECTIONS:
            transport.abort()
        self._watch(None)
        app = self.app

        async def with_transport(scope: Scope, receive: Receive, send: Send) -> None:
            scope[TRANSPORT] = transport
            await app(scope, receive, send)

        self.app = with_transport

    def connection_lost(self, exc: Exception | None) -> None:
        self._watching.cancel()
        super().connection_lost(exc)

    def _watch(self, waited_for: object) -> None:
        """Look again after a while: who then still sends no more of a request, or still reads no more, is cut."""
        is_answering = self.cycle is not None and not self.cycle.response_complete and not self.cycle.more_body
        unread = self.transport.get_write_buffer_size() if self.flow.write_paused else 0
        waits_for = None if is_answering and not unread else (self.cycle, unread)
        if waits_for is not None and waits_for == waited_for:
            self.transport.abort()
            return
        self._watching = self.loop.call_later(REQUEST_SECONDS, self._watch, waits_for)


def _config(app: ASGIApp) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        http=_Protocol,
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        log_level="warning",
        server_header=False,
        timeout_graceful_shutdown=STOP_SECONDS,
    )


@contextlib.contextmanager
def _listening(host: str, port: int) -> Iterator[socket.socket]:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listener = socket.create_server((host, port), family=family, backlog=128)
    except OSError as error:
        raise AddressError(f"cannot listen on {host}, port {port}: {error.strerror}") from error
    # an answer leaves in two writes; without this the second waits 40 ms for the client's acknowledgement
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    with listener:
        yield listener
