"""A server that speaks the providers' protocols, and can be told to fail."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest


@dataclass
class Provider:
    """What the server answers (status and body, used up in turn; the last stays), and what it was asked."""

    address: str = ""
    answers: list[tuple[int, str]] = field(default_factory=list)
    asked: list[dict[str, str]] = field(default_factory=list)
    wait: threading.Event = field(default_factory=threading.Event)
    slow: bool = False

    def says(self, body: Any, status: int = 200) -> None:
        self.answers.append((status, body if isinstance(body, str) else json.dumps(body)))


@pytest.fixture
def provider() -> Iterator[Provider]:
    state = Provider()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer()

        def do_POST(self) -> None:
            self._answer()

        def _answer(self) -> None:
            if state.slow:
                state.wait.wait(5)
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
            asked = {k: v[0] for k, v in parse_qs(urlsplit(self.path).query).items()}
            state.asked.append(asked | {"path": urlsplit(self.path).path, "body": body})
            status, text = state.answers.pop(0) if len(state.answers) > 1 else state.answers[0]
            raw = text.encode()
            self.send_response(status)
            self.send_header(
                "Content-Type",
                "application/json" if text.startswith(("{", "[")) else "text/html; charset=utf-8",
            )
            self.send_header("Content-Length", str(len(raw)))
            self.end_headers()
            self.wfile.write(raw)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    state.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield state
    state.wait.set()
    server.shutdown()
    server.server_close()
    thread.join()
