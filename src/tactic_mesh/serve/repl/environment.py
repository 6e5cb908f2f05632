"""An environment: what a command led to, linked to where it was given."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tactic_mesh.lean.answer import Constant


@dataclass(frozen=True, slots=True)
class Environment:
    """`state` is the worker's number, `text` the command, `names` the constants that it added."""

    state: int
    text: str
    names: frozenset[str]
    parent: Environment | None


def chain(environment: Environment | None) -> Iterator[Environment]:
    """An environment and those that it was reached from, the first one last."""
    while environment is not None:
        yield environment
        environment = environment.parent


def whole_text(base: Environment | None, text: str) -> str:
    """The file that the commands up to `base` and then `text` are."""
    return "\n".join([*reversed([environment.text for environment in chain(base)]), text])


def added(constants: tuple[Constant, ...] | None, base: Environment | None) -> tuple[Constant, ...] | None:
    """Those constants of an answer that were not there before; None where Lean does not tell them."""
    if constants is None:
        return None
    known = [environment.names for environment in chain(base)]
    return tuple(c for c in constants if not any(c.name in names for names in known))
