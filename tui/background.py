"""Work in threads that nobody waits for: one that is not wanted any more holds up neither the screen nor the end."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from contextvars import copy_context
from threading import Thread
from typing import TypeVar

T = TypeVar("T")


async def in_background(work: Callable[[], T]) -> T:
    """What `work` gives or raises, once its thread is done; whoever stops waiting for it never hears of it.

    The event loop's own threads, which Textual's workers use, are waited for when the program ends: a fetch from a
    server that does not answer would keep the terminal for half a minute.
    """
    loop = asyncio.get_running_loop()
    future: asyncio.Future[T] = loop.create_future()

    def settle(result: T | None, error: BaseException | None) -> None:
        if future.done():
            return
        if error is not None:
            future.set_exception(error)
        else:
            future.set_result(result)  # type: ignore[arg-type]  # without an error it is a T

    def run() -> None:
        result, error = None, None
        try:
            result = work()
        except BaseException as caught:  # noqa: BLE001 - handed on to whoever waits
            error = caught
        with suppress(RuntimeError):  # the program has ended meanwhile
            loop.call_soon_threadsafe(settle, result, error)

    Thread(target=copy_context().run, args=(run,), name="resdiff-work", daemon=True).start()
    return await future
