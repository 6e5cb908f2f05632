"""Work for a client that is still there: when it hangs up, the work is cancelled, and with it the Lean child.

The end of the connection is an event that the server reports; nothing asks for it again and again.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

from fastapi import Request

Result = TypeVar("Result")


class ClientGone(Exception):
    """The client hung up before its answer was ready; nobody is there to be told."""


async def while_present(request: Request, work: Coroutine[Any, Any, Result]) -> Result:
    """The result of `work`, unless the client of `request` goes first. The body must have been read.

    Raises: ClientGone, after the work was cancelled and has ended.
    """
    task = asyncio.ensure_future(work)
    gone = asyncio.ensure_future(_hung_up(request))
    try:
        await asyncio.wait({task, gone}, return_when=asyncio.FIRST_COMPLETED)
        if task.done():
            return task.result()
        raise ClientGone
    finally:
        for unfinished in (task, gone):
            unfinished.cancel()
        await asyncio.gather(task, gone, return_exceptions=True)


async def _hung_up(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass  # a part of the body that nobody asked for
