"""The compiler at work on modules that import each other: in parallel where the imports allow.

Each module gets a process of its own. Forking them from one process that has loaded the library saves 14 % of
the processor time (39 s to 34 s for 123 modules): elaboration is what takes the time, not the start.
"""

from __future__ import annotations

import concurrent.futures
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tactic_mesh.errors import LibraryBuildFailed
from tactic_mesh.lean.cache import storing
from tactic_mesh.lean.command import NATIVE_OFF, lean_command
from tactic_mesh.lean.sources import Module, compile_order
from tactic_mesh.lean.toolchain import Toolchain
from tactic_mesh.lean.variables import lean_environment

BUILD_OPTIONS = (NATIVE_OFF, "-Dlinter.all=false")
"""The library is compiled with Lean's defaults otherwise; only users' files get `autoImplicit=false`. Linters take
4 % of the time and warn nobody here: `tools/core.py`, for those who edit the library, leaves them on."""

_MODULE_WAIT_S = 600.0


@dataclass(frozen=True, slots=True)
class BuildStep:
    """How far a build is: `done` of `total` modules; `module` was compiled last, empty at the start.

    `waiting` means that another process compiles the library and this one waits for it.
    """

    done: int
    total: int
    module: str = ""
    waiting: bool = False


Progress = Callable[[BuildStep], None]


def silent(_: BuildStep) -> None:
    """A `Progress` for callers that show none."""


@dataclass(frozen=True, slots=True)
class Compiled:
    """How the compiler ended on one module. Lean leaves no file behind where there was an error."""

    module: str
    exit_code: int
    output: str
    wall_s: float

    @property
    def disk_full(self) -> bool:
        """Whether Lean could not write its result: a full disk, a quota, a limit on the size of files."""
        return self.exit_code != 0 and "failed to write" in self.output


def _ignore(_: Compiled) -> None:
    pass


@dataclass(slots=True)
class Build:
    """One run over `modules` into the folder `out`.

    `done` are modules whose compiled form is there already. With `keep_going` a failure costs only the
    modules that need the failed one. `report` hears of every module that was compiled, whatever the end.
    """

    toolchain: Toolchain
    modules: Mapping[str, Module]
    out: Path
    progress: Progress
    environ: Mapping[str, str]
    jobs: int
    done: set[str] = field(default_factory=set)
    options: tuple[str, ...] = BUILD_OPTIONS
    keep_going: bool = False
    report: Callable[[Compiled], None] = _ignore
    _children: set[subprocess.Popen[bytes]] = field(default_factory=set)
    _guard: threading.Lock = field(default_factory=threading.Lock)
    _stopped: bool = False

    def run(self) -> tuple[Compiled, ...]:
        """Compile everything that is not done; the failures, none if all is well.

        Raises `StorageError`, and `LibraryBuildFailed` if no compiler can be started.
        """
        order = self._urgent_first()
        self.progress(BuildStep(len(self.done), len(self.modules)))
        with concurrent.futures.ThreadPoolExecutor(self.jobs) as pool:
            try:
                return self._drain(pool, [name for name in order if name not in self.done])
            finally:
                # A failure or an interrupt does not wait for the slowest module.
                self._stop()

    def _drain(self, pool: concurrent.futures.Executor, waiting: list[str]) -> tuple[Compiled, ...]:
        running: set[concurrent.futures.Future[Compiled]] = set()
        failures: list[Compiled] = []
        while True:
            if not failures or self.keep_going:
                running |= self._submit_ready(pool, waiting, self.jobs - len(running))
            if not running:
                return tuple(failures)
            finished, running = concurrent.futures.wait(
                running, return_when=concurrent.futures.FIRST_COMPLETED
            )
            for future in finished:
                compiled = future.result()
                if compiled.exit_code == -signal.SIGINT:
                    # A terminal sends Ctrl-C to the compilers too; theirs may be seen before ours.
                    raise KeyboardInterrupt
                self.report(compiled)
                if compiled.exit_code != 0:
                    failures.append(compiled)
                else:
                    self._finish(compiled.module)
            if failures and not self.keep_going:
                return tuple(failures)

    def _submit_ready(
        self, pool: concurrent.futures.Executor, waiting: list[str], free: int
    ) -> set[concurrent.futures.Future[Compiled]]:
        ready = [name for name in waiting if all(need in self.done for need in self.modules[name].imports)]
        for name in ready[:free]:
            waiting.remove(name)
        return {pool.submit(self._compile, self.modules[name]) for name in ready[:free]}

    def _finish(self, module: str) -> None:
        self.done.add(module)
        self.progress(BuildStep(len(self.done), len(self.modules), module))

    def _urgent_first(self) -> list[str]:
        """The modules by the length of the longest chain of text that waits for them, longest first."""
        weight: dict[str, int] = {}
        for name in reversed(compile_order(self.modules)):
            above = [weight[other] for other, module in self.modules.items() if name in module.imports]
            weight[name] = len(self.modules[name].text) + max(above, default=0)
        return sorted(self.modules, key=lambda name: -weight[name])

    def _compile(self, module: Module) -> Compiled:
        target = self.out / module.compiled
        with storing(self.out):
            target.parent.mkdir(parents=True, exist_ok=True)
            target.unlink(missing_ok=True)
        started = time.perf_counter()
        exit_code, output = self._lean(module, target)
        return Compiled(module.name, exit_code, output.strip(), time.perf_counter() - started)

    def _lean(self, module: Module, target: Path) -> tuple[int, str]:
        # With --root Lean knows the module's name, on which private names and load addresses depend.
        root = module.file.parents[module.name.count(".")]
        child = self._start([f"--root={root}", "-o", str(target), str(module.file)])
        try:
            output, _ = child.communicate(timeout=_MODULE_WAIT_S)
        except subprocess.TimeoutExpired:
            child.kill()
            output, _ = child.communicate()
            output += b"\nended: it took more than %d s" % _MODULE_WAIT_S
        finally:
            with self._guard:
                self._children.discard(child)
        return child.returncode, output.decode("utf-8", "replace")

    def _start(self, words: list[str]) -> subprocess.Popen[bytes]:
        with self._guard:
            if self._stopped:
                raise InterruptedError("the build was stopped")
            try:
                child = subprocess.Popen(
                    [*lean_command(self.toolchain), *self.options, *words],
                    env=lean_environment(self.out, self.environ),
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.STDOUT,
                )
            except OSError as error:
                raise LibraryBuildFailed(
                    f"Cannot start the compiler of the core library: {error}. Is the system short of processes?"
                ) from error
            self._children.add(child)
            return child

    def _stop(self) -> None:
        with self._guard:
            self._stopped = True
            for child in self._children:
                child.kill()
