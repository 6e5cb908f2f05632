"""Does a live server answer `POST /prove` as it should? `python benchmarks/run_tests.py [URL] [--cases FILE]`.

Each line of the cases is a request and what it must come to with the backend `dummy`, which needs no key and proposes
the same for every theorem. Printed is a line a case; the exit code is 1 if one of them is not as it should be. The
key of a server that wants one stands in TACTIC_MESH_API_KEY.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

URL = "http://127.0.0.1:8000"
CASES = Path(__file__).parent / "cases.jsonl"
WALL_S = 600.0
ERROR_CLASSES = {"unsolved_goals", "tactic_failed", "type_mismatch", "unknown_identifier", "parse_error"}
ERROR_CLASSES |= {"timeout", "other"}
STATS = ("rounds_used", "checks_used", "time_ms_total", "cache_hits")
ATTEMPT: dict[str, tuple[type, ...]] = {
    "round": (int,),
    "candidate_id": (str,),
    "proof_block": (str,),
    "lean_ok": (bool,),
    "error_class": (str, type(None)),
    "message_excerpt": (str,),
    "score": (int, float, type(None)),
}


def read_cases(file: Path) -> list[dict[str, Any]]:
    """The cases of a file, one a line."""
    return [json.loads(line) for line in file.read_text(encoding="utf-8").split("\n") if line.strip()]


def prove(url: str, request: dict[str, Any], key: str = "") -> dict[str, Any]:
    """The answer to one request. Raises: urllib.error.URLError, ValueError."""
    headers = {"Content-Type": "application/json", **({"Authorization": f"Bearer {key}"} if key else {})}
    body = json.dumps({"model": {"backend": "dummy"}, **request}).encode()
    asked = urllib.request.Request(f"{url.rstrip('/')}/prove", body, headers)
    with urllib.request.urlopen(asked, timeout=WALL_S) as answer:
        document: dict[str, Any] = json.load(answer)
        return document


def wrong_in(answer: dict[str, Any], case: dict[str, Any]) -> list[str]:
    """What is not as it should be in an answer; nothing if all is well."""
    missing = [f"no `{name}`" for name in ("job_id", "ok", "attempts", "stats") if name not in answer]
    if missing:
        return missing
    expected, attempts = case["expect"], answer["attempts"]
    wrong = [f"stats: no number `{name}`" for name in STATS if not isinstance(answer["stats"].get(name), int)]
    for attempt in attempts:
        wrong += [
            f"attempt {attempt.get('candidate_id')}: `{name}` is {attempt.get(name)!r}"
            for name, kinds in ATTEMPT.items()
            if name not in attempt or not isinstance(attempt[name], kinds)
        ]
    if not attempts:
        wrong.append("no attempts")
    if answer["ok"] is not expected["ok"]:
        wrong.append(f"`ok` is {answer['ok']}")
    return wrong + (_wrong_in_success(answer, case) if answer["ok"] else _wrong_in_failure(answer, expected))


def _wrong_in_success(answer: dict[str, Any], case: dict[str, Any]) -> list[str]:
    final = answer.get("final_proof") or {}
    block, file = str(final.get("proof_block")), str(final.get("lean_file"))
    checks = {
        "the proof does not begin with `by`": block.startswith("by"),
        "the file does not have the proof": block in file,
        "the file does not state the theorem": case["request"]["theorem_statement"] in file,
        "no attempt is the proof": any(
            a.get("lean_ok") and a.get("proof_block") == block for a in answer["attempts"]
        ),
    }
    return [problem for problem, holds in checks.items() if not holds]


def _wrong_in_failure(answer: dict[str, Any], expected: dict[str, Any]) -> list[str]:
    classes = {attempt.get("error_class") for attempt in answer["attempts"]} - {None}
    wrong = [f"`{kind}` is no class of errors" for kind in classes - ERROR_CLASSES]
    wrong += [
        f"no attempt ends with {kind}" for kind in expected.get("error_classes", ()) if kind not in classes
    ]
    if answer.get("final_proof"):
        wrong.append("there is a final proof")
    if expected.get("repairs") and not any(
        "_f" in str(attempt.get("candidate_id")) for attempt in answer["attempts"]
    ):
        wrong.append("nothing was repaired")
    return wrong


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("url", nargs="?", default=URL)
    parser.add_argument("--cases", type=Path, default=CASES)
    options = parser.parse_args()
    cases, failed, files = read_cases(options.cases), 0, 0
    for case in cases:
        started = time.monotonic()
        try:
            answer = prove(options.url, case["request"], os.environ.get("TACTIC_MESH_API_KEY", ""))
            wrong = wrong_in(answer, case)
        except (OSError, ValueError) as error:  # a refusal of the server is an OSError, too
            answer, wrong = {}, [f"no answer: {error}"]
        files += bool((answer.get("final_proof") or {}).get("lean_file"))
        failed += bool(wrong)
        stats = answer.get("stats", {})
        outcome = "as it should" if not wrong else "; ".join(wrong)
        spent = f"{stats.get('checks_used', '-')} checks, {time.monotonic() - started:.2f} s"
        print(
            f"{case['name']:<20} {'proved' if answer.get('ok') else 'not proved':<11} {spent:<20} {outcome}"
        )
    if not files:
        print("no case came to a `final_proof.lean_file`")
    print(f"{len(cases) - failed} of {len(cases)} as they should be")
    return 1 if failed or not files else 0


if __name__ == "__main__":
    sys.exit(main())
