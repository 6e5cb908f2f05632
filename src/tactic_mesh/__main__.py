"""`python -m tactic_mesh`: the command, where its script is not on the path."""

from tactic_mesh.cli.main import main

if __name__ == "__main__":
    main()
