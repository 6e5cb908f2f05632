"""The command `tactic-mesh`, also as `python -m tactic_mesh`. An interrupt while modules load is one, too."""

from __future__ import annotations

import sys


def main() -> None:
    try:
        from tactic_mesh.cli.main import main as run
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr)
        sys.exit(130)
    run()


if __name__ == "__main__":
    main()
