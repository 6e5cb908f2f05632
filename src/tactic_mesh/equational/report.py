"""What a resolved folder looks like: counts, pictures, a Lean project."""

from __future__ import annotations

import json
import math
from collections import Counter
from pathlib import Path

import numpy as np

from tactic_mesh.equational.claims import Claims
from tactic_mesh.equational.laws import LAWS, law_number, laws
from tactic_mesh.equational.relations import Matrix, covering
from tactic_mesh.equational.store import SCHEMA, Folder
from tactic_mesh.errors import InputError, StorageError

BEST_KNOWN = (
    2,
    3,
    4,
    5,
    8,
    14,
    23,
    29,
    38,
    39,
    40,
    41,
    42,
    43,
    45,
    46,
    168,
    387,
    4380,
    4512,
    4513,
    4522,
    4582,
)
"""Well-known laws: one element, idempotent, projections, central groupoids, constant, commutative, associative."""


def classes(claims: Claims) -> list[list[int]]:
    """Numbers of laws that are proved equivalent, least first."""
    mutual = claims.true & claims.true.T
    found: dict[int, list[int]] = {}
    for index, first in enumerate(mutual.argmax(axis=1).tolist()):
        found.setdefault(first, []).append(index + 1)
    return list(found.values())


def hasse(claims: Claims, representatives: list[int]) -> Matrix:
    """Covering pairs among some laws by number, no two of them equivalent."""
    indices = np.array(representatives) - 1
    strict = claims.true[np.ix_(indices, indices)].copy()
    np.fill_diagonal(strict, False)
    return covering(strict)


def statistics(folder: Folder) -> dict[str, int | float]:
    """Counts of a folder."""
    claims = folder.read_claims()
    true, false = claims.decided()
    found = classes(claims)
    stored = list(folder.all())
    orders = Counter(len(facts.table) for each in stored for facts in each.tables)
    return {
        "pairs": LAWS * (LAWS - 1),
        "proved": true,
        "refuted": false,
        "open": LAWS * (LAWS - 1) - true - false,
        "decided_percent": round(100 * (true + false) / (LAWS * (LAWS - 1)), 4),
        "classes": len(found),
        "singletons": sum(len(members) == 1 for members in found),
        "greatest_class": max(map(len, found)),
        "hasse_edges": int(hasse(claims, [members[0] for members in found]).sum()),
        "implications_proved_singly": sum(len(each.edges) for each in stored),
        "tables": sum(orders.values()),
        **{f"tables_of_order_{order}": count for order, count in sorted(orders.items())},
        "certificates": len(stored),
        "certificates_bytes": sum(each.bytes for each in stored),
        "lean_wall_s": round(sum(each.wall_s for each in stored), 1),
    }


def draw(folder: Folder, out: Path) -> list[Path]:
    """`implications.png` and `hasse.svg`. Raises: StorageError."""
    import matplotlib

    matplotlib.use("Agg")
    claims = folder.read_claims()
    try:
        out.mkdir(parents=True, exist_ok=True)
        return [_matrix(claims, out / "implications.png"), _diagram(claims, out / "hasse.svg")]
    except OSError as error:
        raise StorageError(f"{out} cannot be written: {error.strerror}") from error


def _matrix(claims: Claims, path: Path) -> Path:
    """One pixel for each pair: row i, column j is law i + 1 to law j + 1."""
    from matplotlib import pyplot

    picture = np.full((LAWS, LAWS, 3), 255, dtype=np.uint8)
    picture[claims.false] = (233, 196, 106)
    picture[claims.true] = (38, 70, 83)
    picture[~claims.true & ~claims.false] = (230, 57, 70)
    pyplot.imsave(path, picture)
    return path


def _diagram(claims: Claims, path: Path) -> Path:
    """The best-known laws, stronger ones above; a line goes down to what is implied, with nothing between."""
    from matplotlib import pyplot

    chosen: list[int] = []
    for number in BEST_KNOWN:
        if not any(claims.true[number - 1, o - 1] and claims.true[o - 1, number - 1] for o in chosen):
            chosen.append(number)
    edges = hasse(claims, chosen)
    depth = _depths(edges)
    places: dict[int, tuple[float, float]] = {}
    for level in sorted(set(depth)):
        members = [index for index, own in enumerate(depth) if own == level]
        for place, index in enumerate(members):
            places[index] = ((place + 0.5) / len(members), -float(level))
    figure, axes = pyplot.subplots(figsize=(14, 2 + 1.3 * len(set(depth))))
    for one, other in zip(*edges.nonzero(), strict=True):
        axes.plot(
            *zip(places[int(one)], places[int(other)], strict=True), color="#8d99ae", linewidth=1, zorder=1
        )
    for index, (x, y) in places.items():
        label = f"{chosen[index]}\n{law_number(chosen[index])}"
        axes.text(
            x, y, label, ha="center", va="center", fontsize=7, zorder=2, bbox={"fc": "white", "ec": "#264653"}
        )
    axes.set_axis_off()
    figure.savefig(path, bbox_inches="tight")
    pyplot.close(figure)
    return path


def _depths(edges: Matrix) -> list[int]:
    """The longest way down from above to each node."""
    depth = [0] * len(edges)
    for _ in range(len(edges)):
        for one, other in zip(*edges.nonzero(), strict=True):
            depth[other] = max(depth[other], depth[one] + 1)
    return depth


_LAKEFILE = """name = "Equational"
defaultTargets = ["Equational"]

[[lean_lib]]
name = "Equational"
leanOptions = { autoImplicit = false }
"""


def export_project(folder: Folder, out: Path) -> int:
    """Every certificate as a module of a Lean project, and the claims in JSON; how many files.

    Raises: InputError if `out` is there already, TamperingFound for a changed certificate, StorageError.
    """
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise InputError(f"{out} is there already: give a new folder")
    files = {"lakefile.toml": _LAKEFILE, "lean-toolchain": "leanprover/lean4:v4.35.0\n"}
    modules = []
    for name in folder.names():
        module = "".join(part.capitalize() for part in name.split("-"))
        modules.append(module)
        # Each module keeps its theorems apart: several of them say what a magma is.
        files[f"Equational/{module}.lean"] = f"namespace {module}\n\n{folder.text(name)}\nend {module}\n"
    files["Equational.lean"] = "".join(f"import Equational.{module}\n" for module in modules)
    files["implications.json"] = implications_json(folder.read_claims())
    try:
        for name, text in files.items():
            path = out / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise StorageError(f"{out} cannot be written: {error.strerror}") from error
    return len(files)


def implications_json(claims: Claims) -> str:
    """Classes, the covering pairs of what is proved, and for each pair of classes whether it is refuted.

    `refuted` has a string of hexadecimal digits for each class: bit j from the left says that it does not imply class
    j. Everything else about the 4,694 laws follows.
    """
    found = classes(claims)
    first = [members[0] for members in found]
    edges = hasse(claims, first)
    indices = np.array(first) - 1
    refuted = np.packbits(claims.false[np.ix_(indices, indices)], axis=1)
    return json.dumps(
        {
            "schema": SCHEMA,
            "laws": [str(law) for law in laws()],
            "classes": found,
            "implies": [[int(one), int(other)] for one, other in zip(*edges.nonzero(), strict=True)],
            "refuted": [row.tobytes().hex() for row in refuted],
            "digits": math.ceil(len(found) / 8) * 2,
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )
