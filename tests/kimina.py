"""Kimina's published client against a service: `python kimina.py URL KEY`; the last line of stdout is a document.

Run by a Python that has `kimina-client`, which need not be the one of the tests. On Python 3.11 the client's models
need the newer `TypedDict`; nothing else of it is touched.
"""

from __future__ import annotations

import asyncio
import json
import sys
import typing

import typing_extensions

if sys.version_info < (3, 12):
    typing.TypedDict = typing_extensions.TypedDict

import kimina_client  # type: ignore[import-not-found,unused-ignore]

TEXTS = {
    "valid": "theorem t : 1 + 1 = 2 := by decide",
    "sorry": "theorem t (n : Nat) : n = n := by\n  sorry",
    "lean_error": "theorem t : 1 = 2 := by decide",
    "timeout_error": "set_option maxHeartbeats 0\ntheorem t : 1 = 2 := by repeat skip",
    "repl_error": "\0",
    "server_error": "#eval 2 ^ (2 ^ 40)",
}
AXIOM = "axiom cheat : False\ntheorem t : 1 = 2 := cheat.elim"


def snippets() -> list[typing.Any]:
    return [kimina_client.Snippet(id=name, code=text) for name, text in TEXTS.items()]


def statuses(response: typing.Any) -> dict[str, str]:
    return {result.id: result.analyze().status.value for result in response.results}


async def with_async_client(url: str, key: str) -> dict[str, str]:
    client = kimina_client.AsyncKiminaClient(api_url=url, api_key=key, n_retries=1)
    try:
        await client.test()
        return statuses(await client.check(snippets(), timeout=1, batch_size=2, show_progress=False))
    finally:
        await client.close()


def older_protocol(client: typing.Any) -> list[dict[str, typing.Any]]:
    """`/verify` has no method in the client any more; its models are still there."""
    codes = [
        kimina_client.Code(custom_id=7, proof=TEXTS["valid"]),
        kimina_client.Code(custom_id="b", code="x"),
    ]
    body = kimina_client.VerifyRequestBody(codes=codes, timeout=20).model_dump()
    found = client.handle(client._query(client.build_url("/verify"), body), kimina_client.VerifyResponse)
    return [
        {"custom_id": result["custom_id"], "keys": sorted(result["response"])} for result in found.results
    ]


def main() -> None:
    url, key = sys.argv[1:]
    client = kimina_client.KiminaClient(api_url=url, api_key=key, n_retries=1)
    client.test()
    document = {
        "health": client.health(),
        "statuses": statuses(client.check(snippets(), timeout=1, show_progress=False)),
        "debug": client.check(TEXTS["valid"], debug=True, reuse=False, show_progress=False).model_dump(),
        "axiom": statuses(client.check(kimina_client.Snippet(id="axiom", code=AXIOM), show_progress=False)),
        "infotree": client.check("#check Nat", infotree="full", show_progress=False).results[0].error,
        "async": asyncio.run(with_async_client(url, key)),
        "older": older_protocol(client),
    }
    print(json.dumps(document))


if __name__ == "__main__":
    main()
