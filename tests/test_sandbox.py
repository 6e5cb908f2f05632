"""The sandbox, tried from inside: each way of confining a program, against attempts that would succeed without it."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from tactic_mesh.errors import SandboxUnavailable, UsageError
from tactic_mesh.sandbox import landlock, probe, usage
from tactic_mesh.sandbox.execution import Execution, Finished
from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.sandbox.places import places
from tactic_mesh.sandbox.policy import Layer, Policy, Promise, promises
from tactic_mesh.sandbox.run import plan, run

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has these layers")
PRISONER = Path(__file__).with_name("prisoner.py")
# The way, and the layers that are left out so that it is the one that is taken.
WAYS = {
    "bubblewrap": (Layer.BUBBLEWRAP, frozenset[Layer]()),
    "namespaces": (Layer.NAMESPACES, frozenset({Layer.BUBBLEWRAP})),
    "landlock": (Layer.LANDLOCK, frozenset({Layer.BUBBLEWRAP, Layer.NAMESPACES})),
}
# Process 1 of bubblewrap is a copy without secrets, under the same filter, in the same machine.
IN_VAIN = {"bubblewrap": {"memory of the launcher", "environment of the launcher"}}
PYTHON = (sys.executable, "-I", "-S", "-c")
WALL_S = 30.0


class Way:
    """One way of confining, for the tests that run in each."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.layer, self.without = WAYS[name]

    @property
    def own_machine(self) -> bool:
        return self.name != "landlock"

    def run(self, words: Sequence[str], policy: Policy | None = None, **more: Any) -> Finished:
        policy = policy or Policy(readable=probe.python_places(), limits=Limits(wall_s=WALL_S))
        return asyncio.run(run(words, policy, without=self.without, **more))

    def python(self, text: str, *words: str, **limits: Any) -> Finished:
        bounds = Limits(**{"wall_s": WALL_S, **limits})
        return self.run([*PYTHON, text, *words], Policy(readable=probe.python_places(), limits=bounds))


@pytest.fixture(params=WAYS)
def way(request: pytest.FixtureRequest) -> Way:
    return working(request.param)


def working(name: str) -> Way:
    found = Way(name)
    problem = probe.problem(found.layer)
    if problem:
        pytest.skip(f"{name} does not work on this machine: {problem}")
    return found


class Outside:
    """What must not be reached: files, servers that count who comes, and a process to signal."""

    def __init__(self, folder: Path, stack: contextlib.ExitStack) -> None:
        self.folder = folder
        for name in ("outside", "readable", "writable"):
            (folder / name).mkdir()
        (folder / "outside" / "secret").write_text("the secret")
        (folder / "outside" / "kept").write_text("kept")
        (folder / "readable" / "note").write_text("a note")
        (folder / "readable" / "link").symlink_to(folder / "outside" / "secret")
        self.tcp = stack.enter_context(socket.create_server(("127.0.0.1", 0)))
        self.udp = stack.enter_context(socket.socket(socket.AF_INET, socket.SOCK_DGRAM))
        self.udp.bind(("127.0.0.1", 0))
        self.unix = stack.enter_context(socket.socket(socket.AF_UNIX))
        self.abstract = stack.enter_context(socket.socket(socket.AF_UNIX))
        self.unix_path = folder / "outside" / "socket"
        with contextlib.chdir(folder / "outside"):  # the address of a socket must be short
            self.unix.bind("socket")
        self.abstract.bind(f"\0tactic-mesh-{os.getpid()}-{id(self)}")
        for server in (self.unix, self.abstract):
            server.listen()
        self.victim = stack.enter_context(subprocess.Popen([*PYTHON, "import time; time.sleep(300)"]))
        stack.callback(self.victim.kill)

    def order(self) -> str:
        return json.dumps(
            {
                "secret": str(self.folder / "outside" / "secret"),
                "outside": str(self.folder / "outside"),
                "readable": str(self.folder / "readable"),
                "writable": str(self.folder / "writable"),
                "tcp": self.tcp.getsockname()[1],
                "udp": self.udp.getsockname()[1],
                "unix": os.path.relpath(self.unix_path, self.folder / "writable"),
                "abstract": self.abstract.getsockname()[1:].decode(),
                "victim": self.victim.pid,
                "host": os.getpid(),
            }
        )

    def visitors(self) -> list[str]:
        """The servers to whom anything came."""
        seen = []
        for name in ("tcp", "udp", "unix", "abstract"):
            server = getattr(self, name)
            server.setblocking(False)
            try:
                server.recv(16) if name == "udp" else server.accept()[0].close()
                seen.append(name)
            except BlockingIOError:
                continue
        return seen


@pytest.fixture
def outside(tmp_path: Path) -> Iterator[Outside]:
    with contextlib.ExitStack() as stack:
        yield Outside(tmp_path, stack)


def prisoner_policy(outside: Outside, **more: Any) -> Policy:
    return Policy(
        readable=(*probe.python_places(), PRISONER, outside.folder / "readable"),
        writable=(outside.folder / "writable",),
        folder=outside.folder / "writable",
        environment={"GRANTED": "yes"},
        limits=Limits(wall_s=WALL_S),
        **more,
    )


def imprison(way: Way, outside: Outside) -> dict[str, Any]:
    words = [sys.executable, "-I", "-S", str(PRISONER), outside.order()]
    finished = way.run(words, prisoner_policy(outside))
    assert (finished.how, finished.status) == ("exited", 0), finished.stderr.decode()
    found: dict[str, Any] = json.loads(finished.stdout)
    return found


class TestNothingGetsOut:
    def test_attempts(self, way: Way, outside: Outside) -> None:
        found = imprison(way, outside)
        assert len(found["attempts"]) > 60
        through = {name: what for name, what in found["attempts"].items() if not what.startswith("E")}
        assert through.keys() <= IN_VAIN.get(way.name, set())
        assert outside.visitors() == []
        assert outside.victim.poll() is None
        assert sorted(path.name for path in (outside.folder / "outside").iterdir()) == [
            "kept",
            "secret",
            "socket",
        ]
        assert (outside.folder / "outside" / "kept").read_text() == "kept"
        assert (outside.folder / "readable" / "note").read_text() == "a note"

    def test_facts(self, way: Way, outside: Outside, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("SOME_API_KEY", "secret key")
        facts = imprison(way, outside)["facts"]
        assert facts["note"] == "a note"
        assert (outside.folder / "writable" / "made").read_text() == "made inside"
        assert facts["descriptors"] == [0, 1, 2]
        granted = {key: value for key, value in facts["environment"].items() if key not in ("PWD", "TMPDIR")}
        assert granted in ({"GRANTED": "yes"}, {"GRANTED": "yes", "LC_CTYPE": "C.UTF-8"})
        bound = {
            path.parts[2]
            for path in (*probe.python_places(), PRISONER, outside.folder)
            if path.parts[1] == "tmp"
        }
        assert {Path(path).name for path in facts["temporary"]} <= (bound if way.own_machine else set())
        if way.own_machine:
            assert len(facts["processes"]) < 6
        status = dict(line.split(":\t", 1) for line in facts["privileges"].split("\n") if ":\t" in line)
        assert (status["NoNewPrivs"], status["Seccomp"], int(status["CapEff"], 16)) == ("1", "2", 0)
        assert int(status["CapPrm"], 16) == 0

    def test_without_a_sandbox_they_would(self, outside: Outside) -> None:
        """The attempts are real ones: the harmless of them succeed in a bare process."""
        text = f"import json, sys; sys.path.insert(0, {str(PRISONER.parent)!r})\n"
        text += (
            "import prisoner; order = json.loads(sys.argv[1]); todo = prisoner.attempts(order)\n"
            "print(json.dumps({n: prisoner.outcome(todo[n]) for n in ('read', 'read by a new link', 'list', 'create', "
            "'TCP', 'UDP', 'a socket with a path', 'an abstract socket', 'signal', 'environment of the host')}))"
        )
        done = subprocess.run(
            [sys.executable, "-c", text, outside.order()],
            cwd=outside.folder / "writable",
            capture_output=True,
            check=True,
        )
        assert not [what for what in json.loads(done.stdout).values() if what.startswith("E")]
        assert sorted(outside.visitors()) == ["abstract", "tcp", "udp", "unix"]


class TestLimits:
    def test_wall_clock(self, way: Way) -> None:
        finished = way.python("import time; time.sleep(60)", wall_s=0.5)
        assert (finished.how, finished.status) == ("timeout", None)

    def test_processor_time(self, way: Way) -> None:
        assert way.python("while True: pass", cpu_s=1).how == "cpu"

    def test_memory(self, way: Way) -> None:
        text = "x = []\nwhile True: x.append(bytearray(b'x') * (1 << 20))"
        assert way.python(text, memory_bytes=100 << 20).how == "memory"

    def test_memory_of_many_processes(self, way: Way) -> None:
        text = """
import os, time
for _ in range(8):
    if os.fork() == 0:
        held = bytearray(b"x") * (30 << 20)
        time.sleep(60)
time.sleep(60)
"""
        assert way.python(text, memory_bytes=120 << 20).how == "memory"

    def test_memory_that_is_shared(self, way: Way) -> None:
        """Shared memory of no file counts; pages that a fork shares count once."""
        text = (
            "import mmap, time; m = mmap.mmap(-1, 200 << 20); m[::4096] = b'x' * (200 << 8); time.sleep(60)"
        )
        assert way.python(text, memory_bytes=100 << 20).how == "memory"
        forked = """
import os, time
held = bytearray(b"x") * (40 << 20)
for _ in range(5):
    if os.fork() == 0:
        time.sleep(0.6)
        os._exit(0)
time.sleep(0.8)
"""
        assert way.python(forked, memory_bytes=110 << 20).how == "exited"

    def test_temporary_files_are_bounded(self, way: Way) -> None:
        if not way.own_machine:
            pytest.skip("without a file system of its own, only each file is bounded")
        text = """
import os
for folder in ("/tmp", "/dev/shm"):
    try:
        for number in range(100):
            with open(f"{folder}/{number}", "wb") as file: file.write(b"x" * (1 << 20))
        print("all")
    except OSError as error:
        print(error.errno)
"""
        assert way.python(text, temporary_bytes=10 << 20).stdout == b"28\n28\n"

    def test_the_size_of_a_file(self, way: Way) -> None:
        text = "import os, signal; signal.signal(signal.SIGXFSZ, signal.SIG_DFL)\n"
        text += "os.chdir(os.environ.get('TMPDIR', '/tmp')); open('f', 'wb').write(b'x' * 1000)"
        assert way.python(text, file_bytes=500).status == -signal.SIGXFSZ

    def test_many_processes(self, way: Way) -> None:
        text = "import os, time\nfor _ in range(80):\n  if os.fork() == 0: time.sleep(60)\ntime.sleep(60)"
        assert way.python(text, processes=30).how == "processes"

    def test_a_fork_bomb(self, way: Way) -> None:
        if way.name != "namespaces" and os.getuid() == 0:
            pytest.skip("for root the kernel bounds processes only in a machine made by us")
        text = "import os\nwhile True:\n  try: os.fork()\n  except OSError: pass"
        finished = way.python(text, processes=40, threads=100)
        assert finished.how in ("processes", "memory")

    def test_the_number_of_processes(self, way: Way) -> None:
        if way.name != "namespaces" and os.getuid() == 0:
            pytest.skip("for root the kernel bounds processes only in a machine made by us")
        text = """
import os, time
made = 0
try:
    for _ in range(500):
        if os.fork() == 0:
            time.sleep(30)
            os._exit(0)
        made += 1
except OSError:
    print(made)
"""
        finished = way.python(text, processes=1000, threads=60)
        # Root's bound is the largest process number, and 300 numbers are used only once.
        most = 60 if os.getuid() else 360
        assert finished.how == "exited" and most - 20 <= int(finished.stdout) <= most

    def test_open_files(self, way: Way) -> None:
        text = "import os\ntry:\n  while True: os.dup(0)\nexcept OSError as error: print(error.errno)"
        assert way.python(text, open_files=50).stdout == b"24\n"

    def test_a_flood_of_output(self, way: Way) -> None:
        finished = way.python("while True: print('x' * 1000)", output_bytes=10_000)
        assert (finished.how, len(finished.stdout)) == ("output", 10_000)

    def test_a_flood_of_errors_is_cut(self, way: Way) -> None:
        finished = way.python("import sys; sys.stderr.write('x' * (10 << 20))")
        assert (finished.how, finished.status) == ("exited", 0)
        assert len(finished.stderr) < 100_000

    def test_output_can_be_taken_as_it_comes(self, way: Way) -> None:
        taken: list[bytes] = []
        policy = Policy(readable=probe.python_places(), limits=Limits(wall_s=WALL_S, output_bytes=10))
        finished = way.run([*PYTHON, "print('x' * 100_000)"], policy, on_output=taken.append)
        assert (finished.how, finished.stdout, len(b"".join(taken))) == ("exited", b"", 100_001)


class TestEnds:
    @pytest.mark.parametrize("code", [0, 3, 77])
    def test_exit_status(self, way: Way, code: int) -> None:
        assert way.python(f"raise SystemExit({code})").status == code

    @pytest.mark.parametrize("number", [signal.SIGSEGV, signal.SIGABRT, signal.SIGKILL, signal.SIGTERM])
    def test_signals(self, way: Way, number: signal.Signals) -> None:
        assert way.python(f"import os; os.kill(os.getpid(), {int(number)})").status == -number

    def test_standard_streams(self, way: Way) -> None:
        text = "import sys; print(sys.stdin.read()[::-1]); print('err', file=sys.stderr)"
        policy = Policy(readable=probe.python_places())
        finished = way.run([*PYTHON, text], policy, stdin=b"stressed")
        assert (finished.stdout, finished.stderr) == (b"desserts\n", b"err\n")
        assert way.python("import sys; print(repr(sys.stdin.read()))").stdout == b"''\n"

    def test_a_daemon_ends_with_it(self, way: Way) -> None:
        mark = f"daemon-{os.getpid()}-{way.name}"
        text = """
import os, sys, time
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        os.closerange(0, 3)
        os.execv(sys.executable, [sys.executable, "-I", "-S", "-c", "import time; time.sleep(300)", sys.argv[1]])
    os._exit(0)
os.wait()
time.sleep(0.5)
"""
        assert way.python(text, mark).status == 0
        assert alive(mark) == []

    def test_a_daemon_ends_at_the_time_limit(self, way: Way) -> None:
        mark = f"late-{os.getpid()}-{way.name}"
        text = """
import os, sys
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        os.execv(sys.executable, [sys.executable, "-I", "-S", "-c", "import time; time.sleep(300)", sys.argv[1]])
    os._exit(0)
import time
time.sleep(300)
"""
        assert way.python(text, mark, wall_s=1.0).how == "timeout"
        assert alive(mark) == []

    def test_cancelling_ends_it(self, way: Way) -> None:
        mark = f"cancelled-{os.getpid()}-{way.name}"
        policy = Policy(readable=probe.python_places(), limits=Limits(wall_s=60))

        async def give_up() -> None:
            async with asyncio.timeout(1.0):
                await run([*PYTHON, "import time; time.sleep(300)", mark], policy, without=way.without)

        with pytest.raises(TimeoutError):
            asyncio.run(give_up())
        assert alive(mark) == []

    def test_it_ends_with_its_host(self, way: Way) -> None:
        mark = f"orphan-{os.getpid()}-{way.name}"
        text = f"""
import asyncio, sys
from pathlib import Path
from tactic_mesh.sandbox.places import places
from tactic_mesh.sandbox.policy import Layer, Policy
from tactic_mesh.sandbox import probe
from tactic_mesh.sandbox.run import run
without = frozenset(map(Layer, {sorted(map(str, way.without))!r}))
words = [sys.executable, "-I", "-S", "-c", "import time; time.sleep(300)", {mark!r}]
asyncio.run(run(words, Policy(readable=probe.python_places()), without=without))
"""
        with subprocess.Popen([sys.executable, "-c", text]) as host:
            assert waits_for(lambda: len(alive(mark)) > 0)
            host.kill()
        assert waits_for(lambda: alive(mark) == [])

    def test_nothing_is_left_in_the_temporary_folder(
        self, way: Way, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
        text = """
import os
os.chdir(os.environ.get("TMPDIR", "/tmp"))
os.makedirs("a/b"); open("a/b/c", "w").close(); os.symlink("/etc", "a/link"); os.chmod("a/b", 0); os.chmod("a", 0)
"""
        assert way.python(text).status == 0
        assert list(tmp_path.iterdir()) == []


def alive(mark: str) -> list[int]:
    """The processes of this machine that have `mark` as a word."""
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            with contextlib.suppress(OSError):
                words = (folder / "cmdline").read_bytes().split(b"\0")
                # What starts the program has its words too.
                if mark.encode() in words and words[0] == os.fsencode(sys.executable):
                    found.append(int(folder.name))
    return found


def waits_for(condition: Any) -> bool:
    for _ in range(200):
        if condition():
            return True
        time.sleep(0.05)
    return False


class TestPolicies:
    def test_what_was_written_is_executed_only_if_granted(self, way: Way) -> None:
        if way.name == "bubblewrap":
            pytest.skip("bubblewrap has no switch for it, and forbids Landlock beside it")
        text = """
import os, shutil, subprocess, sys
copy = os.path.join(os.environ.get("TMPDIR", "/tmp"), "copy")
shutil.copy("/bin/true", copy)
try: print(subprocess.run([copy]).returncode)
except PermissionError: print("refused")
"""
        places = probe.python_places()
        assert way.run([*PYTHON, text], Policy(readable=places)).stdout == b"refused\n"
        granted = Policy(readable=places, execute_written=True)
        assert way.run([*PYTHON, text], granted).stdout == b"0\n"

    def test_a_network_that_is_granted(self, way: Way, outside: Outside) -> None:
        text = "import socket, sys; socket.create_connection(('127.0.0.1', int(sys.argv[1])), 5).close()"
        policy = Policy(readable=probe.python_places(), network=True, limits=Limits(wall_s=WALL_S))
        port = str(outside.tcp.getsockname()[1])
        assert way.run([*PYTHON, text, port], policy).status == 0
        assert outside.visitors() == ["tcp"]

    def test_a_network_does_not_grant_the_users_sockets(self, way: Way, outside: Outside) -> None:
        words = [sys.executable, "-I", "-S", str(PRISONER), outside.order()]
        finished = way.run(words, prisoner_policy(outside, network=True))
        found = json.loads(finished.stdout)["attempts"]
        through = {name for name, what in found.items() if not what.startswith("E")}
        assert through - IN_VAIN.get(way.name, set()) == {"TCP", "UDP"}
        assert sorted(outside.visitors()) == ["tcp", "udp"]

    def test_one_place_inside_another(self, way: Way, tmp_path: Path) -> None:
        (tmp_path / "project" / "build").mkdir(parents=True)
        text = """
import sys
for name in ("build/new", "new"):
    try: open(name, "w").close(); print("written")
    except OSError: print("refused")
"""
        project = tmp_path / "project"
        policy = Policy(
            readable=(*probe.python_places(), project), writable=(project / "build",), folder=project
        )
        assert way.run([*PYTHON, text], policy).stdout == b"written\nrefused\n"

    def test_places_by_way_of_links(self, way: Way, tmp_path: Path) -> None:
        (tmp_path / "real" / "deep").mkdir(parents=True)
        (tmp_path / "real" / "deep" / "note").write_text("found")
        (tmp_path / "name").symlink_to("real")
        (tmp_path / "other").symlink_to(tmp_path / "name" / "deep")
        for place in (tmp_path / "name" / "deep", tmp_path / "other"):
            policy = Policy(readable=(*probe.python_places(), place))
            finished = way.run(
                [*PYTHON, "import sys; print(open(sys.argv[1]).read())", f"{place}/note"], policy
            )
            assert finished.stdout == b"found\n", finished.stderr

    def test_a_program_that_is_not_there(self, way: Way) -> None:
        with pytest.raises(UsageError, match="no such program"):
            way.run(["/no/such/program"])

    def test_a_folder_that_is_not_there(self, way: Way, tmp_path: Path) -> None:
        with pytest.raises(SandboxUnavailable, match="sandbox"):
            way.run(["/bin/true"], Policy(folder=tmp_path / "gone"))


class TestAssurance:
    ALL = frozenset(Promise)

    def test_everything_is_promised(self, way: Way) -> None:
        finished = way.run(["/bin/true"], Policy(required=self.ALL))
        assert finished.promises == self.ALL
        assert way.layer in finished.layers

    @pytest.mark.parametrize(
        ("missing", "promise"),
        [
            ({Layer.SECCOMP}, Promise.CALLS),
            ({Layer.SECCOMP}, Promise.NETWORK),
            ({Layer.WATCHER}, Promise.RESOURCES),
            ({Layer.BUBBLEWRAP, Layer.NAMESPACES, Layer.LANDLOCK}, Promise.FILES),
            ({Layer.BUBBLEWRAP, Layer.NAMESPACES, Layer.LANDLOCK}, Promise.PROCESSES),
        ],
    )
    def test_it_refuses_rather_than_do_less(
        self, missing: set[Layer], promise: Promise, tmp_path: Path
    ) -> None:
        words = ["/bin/sh", "-c", f"echo ran > {tmp_path}/ran"]
        policy = Policy(writable=(tmp_path,), required=frozenset({promise}))
        with pytest.raises(SandboxUnavailable, match=promise):
            asyncio.run(run(words, policy, without=frozenset(missing)))
        assert not (tmp_path / "ran").exists()

    def test_less_is_said(self) -> None:
        without = frozenset({Layer.BUBBLEWRAP, Layer.NAMESPACES, Layer.LANDLOCK})
        finished = asyncio.run(run(["/bin/true"], Policy(), without=without))
        assert Promise.FILES not in finished.promises
        assert finished.layers == plan(without)

    def test_an_old_landlock_does_not_confine_signals(self) -> None:
        layers = frozenset({Layer.LANDLOCK, Layer.SECCOMP})
        assert Promise.PROCESSES in promises(layers, signals_stay_inside=True)
        assert Promise.PROCESSES not in promises(layers, signals_stay_inside=False)

    @pytest.mark.parametrize("layer", probe.TRIED)
    def test_a_layer_that_does_nothing_is_found_out(
        self, layer: Layer, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The probe sees through a layer that claims to be there: here one that is never put in place."""
        monkeypatch.setattr(probe, "_absent", lambda _: "")
        monkeypatch.setattr(
            probe, "Execution", lambda words, policy, _: Execution(words, policy, frozenset())
        )
        assert "lets through" in probe.problem.__wrapped__(layer)


def test_the_launcher_imports_little() -> None:
    """It starts for each run; what it imports is most of what a run costs."""
    text = "import sys, tactic_mesh.sandbox.confine; print(' '.join(sys.modules))"
    words = [sys.executable, "-S", "-P", "-c", text]
    environment = {"PYTHONPATH": str(Path(__file__).resolve().parent.parent / "src")}
    done = subprocess.run(words, env=environment, capture_output=True, text=True, check=True)
    slow = {"contextlib", "dataclasses", "json", "pathlib", "re", "socket", "typing"}
    assert slow & set(done.stdout.split()) == set()


def test_landlock_knows_the_version_of_the_kernel() -> None:
    problem = probe.problem(Layer.LANDLOCK)
    assert (landlock.version() == 0) == bool(problem), problem


class TestUsage:
    def test_descendants(self) -> None:
        text = "import os, time\nif os.fork() == 0: time.sleep(60)\nprint(flush=True); time.sleep(60)"
        with subprocess.Popen([*PYTHON, text], stdout=subprocess.PIPE, start_new_session=True) as parent:
            assert parent.stdout is not None
            parent.stdout.readline()
            found = usage.descendants(parent.pid)
            os.killpg(parent.pid, signal.SIGKILL)
        assert found[0] == parent.pid and len(found) == 2

    def test_memory(self) -> None:
        own = [os.getpid()]
        assert 1 << 20 < usage.private_bytes(own) < 8 << 30
        assert usage.over(own, 1 << 20) and not usage.over(own, 8 << 30)
        assert usage.private_bytes([2**22 + 1]) == 0


@pytest.mark.parametrize(
    ("readable", "writable", "expected"),
    [
        (["a", "a/b"], [], [("a", "read")]),
        (["a"], ["a/b"], [("a", "read"), ("a/b", "write")]),
        (["a/b"], ["a"], [("a", "write"), ("a/b", "read")]),
        (["a"], ["a"], [("a", "write")]),
        (["none", "a"], ["nowhere"], [("a", "read")]),
        (["link"], [], [("link", "link"), ("a", "read")]),
        (["link/b"], ["a"], [("link", "link"), ("a", "write"), ("a/b", "read")]),
        (["loop", "a"], [], [("a", "read")]),
    ],
)
def test_places(
    readable: list[str], writable: list[str], expected: list[tuple[str, str]], tmp_path: Path
) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "link").symlink_to("a")
    (tmp_path / "loop").symlink_to("loop")
    found = places([tmp_path / name for name in readable], [tmp_path / name for name in writable])
    named = [(str(place.path.relative_to(tmp_path)), place.kind) for place in found]
    assert [place for place in named if place[0] != "loop"] == expected
