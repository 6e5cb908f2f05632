"""`tactic-mesh`: the commands, and what every one of them does with errors.

Exit codes: 0 done, proved; 1 rejected, incomplete, refuted or not found; 2 usage, or a statement that does not
elaborate; 3 no verdict; 5 tampering found; 70 our bug; 130 interrupted.
"""

from __future__ import annotations

import errno
import io
import os
import sys

from cyclopts import App, CycloptsError, MissingArgumentError, Parameter, UnusedCliTokensError

from tactic_mesh import __version__
from tactic_mesh.errors import TacticMeshError

app = App(
    name="tactic-mesh",
    help="Prove theorems in Lean 4, and check proofs. Works from `pip install` alone.",
    help_epilogue=(
        "Exit codes: 0 done, proved; 1 rejected, incomplete, refuted or not found; 2 usage, or a statement that Lean "
        "does not accept; 3 no verdict (time, memory, a crash, no Lean); 5 "
        "tampering found; 70 a bug of ours; 130 interrupted."
    ),
    version=__version__,
    version_flags=["--version"],
    # Nobody needs to read that a switch is off, or a list empty.
    default_parameter=Parameter(show_default=lambda value: value or None),
    suppress_keyboard_interrupt=False,
)
# Named by path: a command's module is imported when it runs, so that `--help` stays fast.
app.command(
    "tactic_mesh.cli.prove:prove",
    name="prove",
    help="Search for a proof of a statement or of a file's theorem.\n\nThe result is a complete Lean file on standard "
    "output, checked once more from its text. Without a proof in the time given, exit code 1.",
)
app.command(
    "tactic_mesh.cli.check:check",
    name="check",
    help="Are these files proofs, and how surely?\n\nProved means that Lean accepts the whole file, that nothing in it "
    "rests on `sorry`, and that only allowed axioms are used. At the rung `audited`, a process that never ran the file "
    "has read this in the compiled module, and compared it with the trusted statement; at `replayed`, Lean's kernel "
    "has checked every constant again. The worst file decides the exit code; 5 says that one tried to deceive.",
)
app.command(
    "tactic_mesh.cli.engine:engine",
    name="engine",
    help="Judge a scratch file for another system: a proof executor, JSON in and JSON out.",
)
app.command(
    "tactic_mesh.cli.verify:verify",
    name="verify",
    help="Is what certificates claim true?\n\nThe work is done again from the certificate alone, at its rung, and "
    "everything that it says is compared. Exit code 5: it was changed, or claims what is not so.",
)
app.command(
    "tactic_mesh.cli.bench:bench",
    name="bench",
    help="How many problems of a set are proved, in what time, against what.\n\nEach problem runs in a new process; "
    "a result is on the disk before the next begins, and --resume goes on after any death. Exit 0 when every problem "
    "was answered, 1 if a statement known to be false was proved, 3 if some have no verdict.",
)
app.command(
    "tactic_mesh.cli.equational:app",
    name="equational",
    help="Magma laws: which implies which, with certificates that Lean checks.",
)
app.command(
    "tactic_mesh.cli.doctor:doctor", name="doctor", help="What was found, what is missing, and the remedy."
)
app.command(
    "tactic_mesh.cli.repl:repl",
    name="repl",
    help="Commands, files and tactics as JSON on standard input, in the protocol of leanprover-community's REPL.",
)
app.command(
    "tactic_mesh.cli.serve:serve",
    name="serve",
    help="Find and check proofs over HTTP, for programs and on a page: jobs, sessions, LeanWorker's and Kimina's "
    "protocols.\n\nStops on SIGINT or SIGTERM, after the running requests were answered. Each option can also come "
    "from the environment: --body-mib is TACTIC_MESH_BODY_MIB. The API key comes only from there: TACTIC_MESH_API_KEY.",
)
app.command(
    "tactic_mesh.cli.version:version", name="version", help="The versions of this program and of its Lean."
)


def run(words: list[str] | None = None) -> int:
    """Run one command line; its exit code."""
    _speak_utf8()
    try:
        result = app(words, exit_on_error=False, print_error=False, result_action="return_value")
        if sys.stdout is not None:
            sys.stdout.flush()
        return int(result) if isinstance(result, int) else 0
    except CycloptsError as error:
        print(f"error: {_usage(error)}", file=sys.stderr)
        return 2
    except TacticMeshError as error:
        print(f"error: {error}", file=sys.stderr)
        return error.exit_code
    except BrokenPipeError:
        # Whoever read our output has seen enough; nobody was told a verdict.
        _discard_output()
        return 3
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT, errno.EIO):
            return _bug(error)
        _discard_output()
        print(f"error: the output cannot be written: {error.strerror}", file=sys.stderr)
        return 3
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr)
        return 130
    except SystemExit as error:
        # Whoever draws the help ends the process when its reader has gone.
        return 3 if error.code else 0
    except Exception as error:  # the outermost loop: whatever arrives here is a bug of ours
        return _bug(error)


def _usage(error: CycloptsError) -> str:
    """What is wrong with a command line, and where its help is."""
    command = " ".join(["tactic-mesh", *(error.command_chain or ())])
    said = str(error)
    if isinstance(error, UnusedCliTokensError):
        said = _one_too_many(error)
    elif isinstance(error, MissingArgumentError) and error.argument is not None:
        said = f"{error.keyword or error.argument.name} is missing, or has no value"
    return f"{said}\nTry `{command} --help`."


def _one_too_many(error: UnusedCliTokensError) -> str:
    """A word that nothing takes, or a misspelt option that was taken for one that may begin with a hyphen."""
    import difflib

    known = (
        {name for one in error.app.assemble_argument_collection() for name in one.names}
        if error.app
        else set()
    )
    words = [word.partition("=")[0] for word in error.root_input_tokens or ()]
    unknown = next((word for word in words if word.startswith("--") and word[2:] and word not in known), None)
    if unknown is None:
        word = (error.unused_tokens or [""])[0]
        return f"`{word}` is one word too many; put quotation marks around what belongs together"
    near = difflib.get_close_matches(unknown, known, n=1)
    return f"there is no option {unknown}" + (f"; did you mean {near[0]}?" if near else "")


def _bug(error: Exception) -> int:
    import traceback

    traceback.print_exception(error)
    print(f"error: this is a bug in tactic-mesh ({type(error).__name__}); please report it.", file=sys.stderr)
    return 70


def _speak_utf8() -> None:
    """Lean text is UTF-8 whatever the locale says; bytes of file names that are not go through as they came."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="surrogateescape")


def _discard_output() -> None:
    """Python flushes standard output once more while it ends, and must not complain then."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def main() -> None:
    sys.exit(run())


if __name__ == "__main__":
    main()
