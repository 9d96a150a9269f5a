"""The same program in a browser on this machine: served by textual-serve on loopback, behind a secret address."""

from __future__ import annotations

import json
import secrets
import shlex
import socket
import sys
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpora.errors import OptionError

if TYPE_CHECKING:
    from aiohttp import web

HOST = "127.0.0.1"
TOKEN_BYTES = 24
# The page may load nothing from elsewhere: textual-serve's own asks a font service on every visit.
POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; font-src 'self' data:; connect-src 'self' ws://{host}; frame-ancestors 'none'"
)


def serve(
    documents: Sequence[str] = (),
    *,
    language: str | None = None,
    at: str | None = None,
    library: Path | None = None,
    arabic: str = "auto",
    port: int = 0,
    say: Callable[[str], None] = print,
) -> None:
    """Serve the program until it is interrupted; `say` is told the address once it can be opened.

    Nobody gets in without the random word in the address, from another machine, or by a page of another origin.

    Args:
        documents: the two to compare, or one or none, as on the command line.
        language: their language.
        at: the paragraph to open at.
        library: the library's file, where it is not the usual one.
        arabic: how right-to-left lines are sent, as for the terminal; a browser's leaves their order alone.
        port: 0 for any that is free.

    Raises:
        OptionError: textual-serve is not installed.
    """
    try:
        import textual_serve  # noqa: F401
    except ImportError as error:
        raise OptionError(
            "the browser needs one more package", "--web", "pip install 'resdiff[web]', or leave --web out"
        ) from error
    wish = {
        "documents": list(documents), "language": language, "at": at, "arabic": arabic,
        "library": library and str(library),
    }  # fmt: skip
    command = shlex.join([sys.executable, "-m", "tui.web", json.dumps(wish)])
    port = port or _free_port()
    _server(command, port, secrets.token_urlsafe(TOKEN_BYTES), say).serve()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        number: int = probe.getsockname()[1]
        return number


def _server(command: str, port: int, token: str, say: Callable[[str], None]) -> Any:
    from aiohttp import web
    from textual_serve.server import Server

    hosts = {f"{HOST}:{port}", f"localhost:{port}"}

    class Guarded(Server):
        """A server that answers only who knows the token, from this machine."""

        async def _make_app(self) -> web.Application:
            outer = web.Application(middlewares=[guard])
            outer.add_subapp(f"/{token}/", await super()._make_app())
            return outer

        async def on_startup(self, app: web.Application) -> None:
            say(f"open {self.public_url}/{token}/   (Ctrl+C ends it)")

        def initialize_logging(self) -> None:
            """Leave logging alone: it would print the address of every request."""

    @web.middleware
    async def guard(
        request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        origin = request.headers.get("Origin", "").removeprefix("http://")
        if request.host not in hosts or (origin and origin not in hosts):
            raise web.HTTPForbidden(text="this program answers its own machine only")
        response = await handler(request)
        if not response.prepared:
            response.headers["Referrer-Policy"] = "no-referrer"
            response.headers["Content-Security-Policy"] = POLICY.format(host=request.host)
        return response

    return Guarded(command, HOST, port, "resdiff", public_url=f"http://{HOST}:{port}")


def main(wish: str) -> None:
    """Run the program as textual-serve starts it for a browser."""
    from corpora.resolve import resolve_together
    from tui.app import run

    wanted = json.loads(wish)
    library = Path(wanted["library"]) if wanted["library"] else None
    names, language = wanted["documents"], wanted["language"]
    if len(names) == 2:
        pair = resolve_together(names, language=language, library=library)
        run(*pair, at=wanted["at"], library=library, arabic=wanted["arabic"])
    else:
        run(filter_=" ".join(names), language=language, library=library, arabic=wanted["arabic"])


if __name__ == "__main__":
    main(sys.argv[1])
