"""What a proof may rest on and what its file may add: the rules of an audit, chosen by the user."""

from __future__ import annotations

from dataclasses import dataclass

from tactic_mesh.theorem import STANDARD_AXIOMS


@dataclass(frozen=True, slots=True)
class Policy:
    """The rules of one check; part of the identity of its verdict.

    `allowed_axioms` are exact names. `definitions` are the names that a text may define besides theorems and what
    the trusted statement defines; None lets it define any. `forbidden_options` and `forbidden_attributes` are
    looked for in the text; an option that ends with a dot stands for all below it.
    """

    allowed_axioms: frozenset[str] = STANDARD_AXIOMS
    definitions: frozenset[str] | None = None
    forbidden_options: tuple[str, ...] = ("debug.",)
    forbidden_attributes: tuple[str, ...] = ()

    def as_json(self) -> dict[str, object]:
        """The canonical form, which keys and certificates hold."""
        return {
            "allowed_axioms": sorted(self.allowed_axioms),
            "definitions": None if self.definitions is None else sorted(self.definitions),
            "forbidden_options": sorted(self.forbidden_options),
            "forbidden_attributes": sorted(self.forbidden_attributes),
        }


STANDARD = Policy()
"""The three standard axioms, any definitions, no `debug.` options."""
