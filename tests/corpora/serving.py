"""A server on this machine that behaves like the sources in every way that has been reported of them."""

from __future__ import annotations

import json
import threading
import time
from collections import Counter
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit

Reply = tuple[int, dict[str, str], bytes]
PAGE = b"<!DOCTYPE html><html><head><title>Documents</title></head><body>" + b"app " * 300 + b"</body></html>"


def akoma_ntoso(number: str, language: str, title: str, texts: list[str], session: str = "90") -> bytes:
    """A small Akoma Ntoso resolution A/RES/SESSION/NUMBER; `language` is the three-letter code."""
    opening = {"eng": "The General Assembly,", "fra": "L’Assemblée générale,"}[language]
    uri = f"/akn/un/statement/deliberation/unga/2045-12-01/{session}-{number}/"
    paragraphs = "".join(f'<container name="p"><p>{text}</p></container>' for text in texts)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="resolution">
<meta><identification source="#x">
<FRBRWork><FRBRthis value="{uri}!main/"/><FRBRuri value="{uri}"/>
<FRBRdate date="2045-12-01" name="adoption"/>
<FRBRauthor href="ga" as="author"/><FRBRcountry value="un"/></FRBRWork>
<FRBRExpression><FRBRthis value="{uri}{language}@!main/"/><FRBRuri value="{uri}{language}@/"/>
<FRBRdate date="2045-12-20" name="publication"/><FRBRauthor href="ga" as="issuer"/>
<FRBRlanguage language="{language}"/></FRBRExpression></identification></meta>
<coverPage><p><docNumber refersTo="#symbol">A/RES/{session}/{number}</docNumber></p></coverPage>
<preface><p><docNumber>{session}/{number}.</docNumber>
<docTitle refersTo="#resolutionTitle">{title}</docTitle></p></preface>
<preamble><formula name="enactingFormula"><p>{opening}</p></formula>{paragraphs}</preamble>
<mainBody><paragraph><num>1.</num><content><p>Decides to remain seized.</p></content></paragraph></mainBody>
</statement></akomaNtoso>""".encode()


class _Quiet(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """A client that goes away in the middle is what some tests are about."""


class Server:
    """Answers by path; `replies` may be changed while it runs, `asked` counts what was asked for."""

    def __init__(self) -> None:
        self.replies: dict[str, Callable[[dict[str, str]], Reply] | Reply] = {}
        self.asked: Counter[str] = Counter()
        self.at_once = self.most_at_once = 0
        self._lock = threading.Lock()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                outer._answer(self)

            def log_message(self, *_: object) -> None:
                return

        self._server = _Quiet(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self._server.server_address[1]}"
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def reply(self, path: str, content: bytes = b"", status: int = 200, **headers: str) -> None:
        """Always answer `path` so; underscores in the names of headers stand for hyphens."""
        self.replies[path] = (status, {k.replace("_", "-"): v for k, v in headers.items()}, content)

    def repository(self, name: str, files: dict[str, bytes]) -> None:
        """Hold a repository: its list, and its files."""
        tree = [{"path": path, "type": "blob"} for path in files] + [{"path": "90session", "type": "tree"}]
        self.reply(f"/repos/{name}/git/trees/HEAD", json.dumps({"tree": tree, "truncated": False}).encode())
        for path, content in files.items():
            self.reply(f"/{name}/HEAD/{path}", content)

    def service(self, answer: Callable[[dict[str, str]], Reply] | Reply) -> None:
        """Answer the document service's look-ups."""
        self.replies["/api/symbol/access"] = answer

    def _answer(self, handler: BaseHTTPRequestHandler) -> None:
        parts = urlsplit(handler.path)
        path = unquote(parts.path)
        with self._lock:
            self.asked[path] += 1
            self.at_once += 1
            self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            found = self.replies.get(path, (404, {}, b"404: Not Found"))
            query = {name: values[0] for name, values in parse_qs(parts.query).items()}
            query["raw"] = parts.query
            status, headers, content = found(query) if callable(found) else found
            self._send(handler, status, headers, content)
        except (BrokenPipeError, ConnectionResetError):
            handler.close_connection = True
        finally:
            with self._lock:
                self.at_once -= 1

    def _send(
        self, handler: BaseHTTPRequestHandler, status: int, headers: dict[str, str], content: bytes
    ) -> None:
        drip = float(headers.pop("x-drip", "0"))
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name, value)
        handler.send_header("content-length", str(len(content)))
        handler.end_headers()
        if not drip:
            handler.wfile.write(content)
            return
        for place in range(0, len(content), 1000):
            handler.wfile.write(content[place : place + 1000])
            handler.wfile.flush()
            time.sleep(drip)
