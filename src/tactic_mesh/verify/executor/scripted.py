"""A proof executor that follows a script instead of asking Lean: for tests, demos, and the other side's own tests.

`python -m tactic_mesh.verify.executor.scripted [SCENARIO]`; without a word, `ATC_MOCK_PROOF_EXECUTOR_SCENARIO` names
the scenario. It reads a request and behaves as executors do at their best and worst; what it claims is never a
proof.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from typing import Any

SCENARIO_VARIABLE = "ATC_MOCK_PROOF_EXECUTOR_SCENARIO"
HANG_S = 600.0


def answer(request: dict[str, Any], *, success: bool) -> dict[str, Any]:
    """What a well-behaved executor would answer."""
    return {
        "problem_id": request["problem_id"],
        "mode": request["mode"],
        "success": success,
        "duration_ms": 7,
        "stdout": "",
        "stderr": "" if success else "scripted failure",
        **({} if success else {"error_category": "scripted_failure"}),
        "diagnostics": [] if success else ["Scratch.lean:1:0: error: scripted failure"],
        "executor_metadata": {
            "executor_type": "external",
            "executor_command": "scripted",
            "toolchain": "none",
        },
    }


def _say(document: object) -> int:
    print(json.dumps(document))
    return 0


def _success(request: dict[str, Any]) -> int:
    return _say(answer(request, success=True))


def _failure(request: dict[str, Any]) -> int:
    return _say(answer(request, success=False))


def _contract_mismatch(request: dict[str, Any]) -> int:
    return _say({**answer(request, success=True), "problem_id": "another", "mode": "guess"})


def _mode_mismatch(request: dict[str, Any]) -> int:
    return _say({**answer(request, success=True), "mode": "guess"})


def _strict_parse_error(request: dict[str, Any]) -> int:
    print("a line of a log")
    return _success(request)


def _no_answer(request: dict[str, Any]) -> int:
    print("this is no JSON {")
    return 0


def _lenient_parse(request: dict[str, Any]) -> int:
    print('building {"jobs": 2} …')
    _say(answer(request, success=True))
    print("done")
    return 0


def _fenced(request: dict[str, Any]) -> int:
    print(f"log {{ of a tool\n```json\n{json.dumps(answer(request, success=True))}\n```")
    return 0


def _nonzero_exit(request: dict[str, Any]) -> int:
    _success(request)
    print("the engine broke", file=sys.stderr)
    return 7


def _timeout(request: dict[str, Any]) -> int:
    print("thinking", file=sys.stderr, flush=True)
    time.sleep(HANG_S)
    return _success(request)


def _loose(request: dict[str, Any]) -> int:
    """Every liberty that is accepted: a word for a truth value, strings for arrays, a number as a string."""
    loose = {
        "success": "Yes",
        "duration_ms": "12.5",
        "diagnostics": "one\ntwo",
        "error_category": "a, b",
        "stdout": None,
    }
    return _say({**answer(request, success=True), **loose, "artifacts": {"log": "x"}, "surprise": 1})


def _arrays(request: dict[str, Any]) -> int:
    return _say({**answer(request, success=False), "error_category": ["type_mismatch", "other"]})


def _flood(request: dict[str, Any]) -> int:
    for _ in range(1 << 10):
        sys.stdout.write("x" * (1 << 16))
    return 0


def _environment(request: dict[str, Any]) -> int:
    """Tells which variables reached it."""
    return _say({**answer(request, success=False), "stdout": "\n".join(sorted(os.environ))})


SCENARIOS: dict[str, Callable[[dict[str, Any]], int]] = {
    "success": _success,
    "failure": _failure,
    "contract_mismatch": _contract_mismatch,
    "mode_mismatch": _mode_mismatch,
    "strict_parse_error": _strict_parse_error,
    "no_answer": _no_answer,
    "lenient_parse": _lenient_parse,
    "fenced": _fenced,
    "nonzero_exit": _nonzero_exit,
    "timeout": _timeout,
    "loose": _loose,
    "arrays": _arrays,
    "flood": _flood,
    "environment": _environment,
}


def main() -> int:
    """Play the scenario that was named: none is `success`, an unknown one of the environment `failure`.

    Exit 2 for an unknown one on the command line, and for a request that is no JSON.
    """
    if len(sys.argv) > 1 and sys.argv[1] not in SCENARIOS:
        print(
            f"error: there is no scenario {sys.argv[1]}; there are: {', '.join(SCENARIOS)}", file=sys.stderr
        )
        return 2
    named = sys.argv[1] if len(sys.argv) > 1 else os.environ.get(SCENARIO_VARIABLE, "success")
    try:
        request = json.load(sys.stdin)
    except ValueError as error:
        print(f"error: the request on standard input is no JSON: {error}", file=sys.stderr)
        return 2
    return SCENARIOS.get(named, _failure)(request)


if __name__ == "__main__":
    sys.exit(main())
