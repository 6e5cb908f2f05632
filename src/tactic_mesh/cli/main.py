"""`tactic-mesh`: the commands, and what every one of them does with errors.

Exit codes: 0 done, proved; 1 rejected, incomplete, refuted or not found; 2 usage, or a statement that does not
elaborate; 3 no verdict; 5 tampering found; 70 our bug; 130 interrupted.
"""

from __future__ import annotations

import os
import sys

from cyclopts import App, CycloptsError

from tactic_mesh import __version__
from tactic_mesh.errors import TacticMeshError

app = App(
    name="tactic-mesh",
    help="Prove theorems in Lean 4, and check proofs. Works from `pip install` alone.",
    version=__version__,
    version_flags=["--version"],
)
# Named by path: a command's module is imported when it runs, so that `--help` stays fast.
app.command(
    "tactic_mesh.cli.prove:prove",
    name="prove",
    help="Search for a proof of a statement or of a file's theorem.",
)
app.command("tactic_mesh.cli.check:check", name="check", help="Lean's verdict on files.")
app.command(
    "tactic_mesh.cli.doctor:doctor", name="doctor", help="What was found, what is missing, and the remedy."
)
app.command(
    "tactic_mesh.cli.version:version", name="version", help="The versions of this program and of its Lean."
)


def run(words: list[str] | None = None) -> int:
    """Run one command line; its exit code."""
    try:
        result = app(words, exit_on_error=False, print_error=False, result_action="return_value")
        sys.stdout.flush()
        return int(result) if isinstance(result, int) else 0
    except CycloptsError as error:
        print(f"error: {error}\nTry `tactic-mesh --help`.", file=sys.stderr)
        return 2
    except TacticMeshError as error:
        print(f"error: {error}", file=sys.stderr)
        return error.exit_code
    except BrokenPipeError:
        # Whoever read our output has seen enough; Python must not complain about it while it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr)
        return 130
    except Exception as error:  # the outermost loop: whatever arrives here is a bug of ours
        import traceback

        traceback.print_exc()
        print(
            f"error: this is a bug in tactic-mesh ({type(error).__name__}); please report it.",
            file=sys.stderr,
        )
        return 70


def main() -> None:
    sys.exit(run())


if __name__ == "__main__":
    main()
