"""How far a look for a counterexample goes: a quick one before the search, a deeper one beside it.

Both are bounded by counts, so that they end the same way wherever no clock cuts them.
"""

from __future__ import annotations

from dataclasses import dataclass

_ABOUT_WITNESS = (
    "intro ⟨w, hw⟩; omega",
    "intro ⟨w, hw⟩; have := hw w; omega",
    "intro ⟨w, hw⟩; have := hw w; simp_all",
)


@dataclass(frozen=True, slots=True)
class Depth:
    """The bounds of a look.

    `points` are the values of all variables together that are evaluated, in rounds; `listed_max` values of one type
    are written out. `models` is what a type variable stands for, most telling first, and so many of the first are
    mixed where there are several variables. `instances_max` values are tried by tactics where nothing can be
    evaluated. With `guesses_max`, quantifiers over infinite types are evaluated on a few values, which proves
    nothing, and so many of the instances that look false then are tried.
    """

    points: tuple[int, ...]
    listed_max: int
    models: tuple[str, ...]
    mixed: int
    instances_max: int
    guesses_max: int
    about_witness: tuple[str, ...]
    heartbeats: int
    step_wall_s: float
    revivals_max: int


QUICK = Depth(
    points=(200, 2_000),
    listed_max=60,
    models=("Bool", "Fin 1", "Fin 3", "Nat", "Fin 0"),
    mixed=2,
    instances_max=30,
    guesses_max=0,
    about_witness=_ABOUT_WITNESS,
    heartbeats=20_000,
    step_wall_s=1.0,
    revivals_max=0,
)
DEEP = Depth(
    points=(2_000, 200_000),
    listed_max=200,
    models=("Bool", "Fin 3", "Nat", "Fin 4", "Int", "List Nat"),
    mixed=4,
    instances_max=60,
    guesses_max=6,
    about_witness=(
        *_ABOUT_WITNESS,
        "intro ⟨w, hw⟩; have := hw 0; first | omega | simp_all",
        "intro ⟨w, hw⟩; have := hw (w + 1); first | omega | simp_all",
        "intro ⟨w, hw⟩; have := hw 0; have := hw 1; first | omega | simp_all",
    ),
    heartbeats=40_000,
    step_wall_s=6.0,
    revivals_max=3,
)
