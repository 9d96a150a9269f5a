"""In a browser: only with the token, only from this machine, and it is the same program."""

from __future__ import annotations

import re
import subprocess
import sys
from urllib.parse import urlsplit

import pytest

pytest.importorskip("textual_serve", reason="the optional package for the browser is not installed")

SERVE = "import tui.web as w; w.serve(['60/156', '61/168'], language='fr', say=lambda line: print(line, flush=True))"
CLIENT = """
import asyncio, sys, aiohttp
from urllib.parse import urlsplit
address = sys.argv[1]
base = "http://" + urlsplit(address).netloc
async def main():
    async with aiohttp.ClientSession() as session:
        async def status(url, **headers):
            async with session.get(url, headers=headers) as answer:
                return answer.status
        async with session.get(address) as answer:
            print(answer.headers["Content-Security-Policy"])
        print(await status(base + "/"), await status(base + "/wrong/"), await status(address),
              await status(address, Host="evil.example"), await status(address + "ws", Origin="http://evil.example"))
        async with session.ws_connect(address.replace("http", "ws") + "ws?width=100&height=30") as socket:
            seen = b""
            while b"61/168" not in seen:
                message = await asyncio.wait_for(socket.receive(), 60)
                seen += message.data if isinstance(message.data, bytes) else b""
            print("seen")
asyncio.run(main())
"""


def test_only_this_machine_with_the_token_sees_the_comparison() -> None:
    with subprocess.Popen([sys.executable, "-c", SERVE], stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            line = server.stdout.readline()
            found = re.search(r"http://127\.0\.0\.1:\d+/[\w-]{20,}/", line)
            assert found, line
            told = subprocess.run(
                [sys.executable, "-c", CLIENT, found[0]],
                capture_output=True,
                text=True,
                timeout=120,
                check=True,
            )
            policy, codes, seen = told.stdout.splitlines()
            assert "https:" not in policy
            assert f"connect-src 'self' ws://{urlsplit(found[0]).netloc};" in policy
            assert codes.split() == ["404", "404", "200", "403", "403"]
            assert seen == "seen"
        finally:
            server.kill()


def test_without_the_package_there_is_a_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    from corpora.errors import OptionError
    from tui.web import serve

    monkeypatch.setitem(sys.modules, "textual_serve", None)
    with pytest.raises(OptionError, match=r"resdiff\[web\]"):
        serve()
