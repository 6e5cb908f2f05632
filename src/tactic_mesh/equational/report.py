"""What a resolved folder looks like: counts, pictures, a Lean project."""

from __future__ import annotations

import json
import math
from collections import Counter
from itertools import accumulate, chain, pairwise
from pathlib import Path
from statistics import mean

import numpy as np

from tactic_mesh.equational.claims import Claims, refuted_by_infinite_only, with_duals
from tactic_mesh.equational.laws import LAWS, dual_numbers, law_number, laws
from tactic_mesh.equational.relations import Edge, Matrix, close, covering
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
    edges, models = folder.facts()
    duals = [number - 1 for number in dual_numbers()]
    closure = close(LAWS, with_duals(edges, duals))
    orders = Counter(len(facts.table) for each in stored for facts in each.tables)
    return {
        "pairs": LAWS * (LAWS - 1),
        "proved": true,
        "refuted": false,
        "refuted_by_infinite_magmas_only": refuted_by_infinite_only(closure, models, duals, claims.false),
        "open": LAWS * (LAWS - 1) - true - false,
        "decided_percent": round(100 * (true + false) / (LAWS * (LAWS - 1)), 4),
        "classes": len(found),
        "singletons": sum(len(members) == 1 for members in found),
        "greatest_class": max(map(len, found)),
        "hasse_edges": int(hasse(claims, [members[0] for members in found]).sum()),
        "implications_proved_singly": sum(len(each.edges) for each in stored),
        "tables": sum(orders.values()),
        **{f"tables_of_order_{order}": count for order, count in sorted(orders.items())},
        "infinite_magmas": sum(len(each.systems) + len(each.words) for each in stored),
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


_TRUE, _FALSE, _OPEN = "#264653", "#e9c46a", "#e63946"
_MARGIN_PIXELS = 320
_PIXELS_PER_INCH = 200


def _matrix(claims: Claims, path: Path) -> Path:
    """One pixel for each pair: row i, column j is law i + 1 to law j + 1. Numbers and a legend stand in the margin."""
    from matplotlib import colors, pyplot
    from matplotlib.patches import Patch

    answer = np.where(claims.true, 0, np.where(claims.false, 1, 2)).astype(np.uint8)
    counts = np.bincount(answer.reshape(-1), minlength=3) - np.array([LAWS, 0, 0])
    side = LAWS + 2 * _MARGIN_PIXELS
    figure = pyplot.figure(figsize=(side / _PIXELS_PER_INCH, side / _PIXELS_PER_INCH), dpi=_PIXELS_PER_INCH)
    axes = figure.add_axes((_MARGIN_PIXELS / side, _MARGIN_PIXELS / side, LAWS / side, LAWS / side))
    palette = colors.ListedColormap([_TRUE, _FALSE, _OPEN])
    axes.imshow(
        answer, cmap=palette, vmin=0, vmax=2, interpolation="none", extent=(0.5, LAWS + 0.5, LAWS + 0.5, 0.5)
    )
    marks = [1, *range(500, LAWS - 200, 500), LAWS]
    axes.set_xticks(marks, [str(mark) for mark in marks], fontsize=24)
    axes.set_yticks(marks, [str(mark) for mark in marks], fontsize=24)
    axes.set_xlabel("… implies this law", fontsize=32)
    axes.set_ylabel("This law …", fontsize=32)
    words = ("proved", "refuted", "open")
    entries = [
        Patch(color=color, label=f"{word}: {count:,}")
        for color, word, count in zip((_TRUE, _FALSE, _OPEN), words, counts.tolist(), strict=True)
    ]
    axes.legend(
        handles=entries, loc="lower center", bbox_to_anchor=(0.5, 1.0), ncols=3, fontsize=32, frameon=False
    )
    figure.savefig(path, dpi=_PIXELS_PER_INCH)
    pyplot.close(figure)
    return path


def _diagram(claims: Claims, path: Path) -> Path:
    """The best-known laws, stronger ones above; a line goes down to what is implied, with nothing between."""
    from matplotlib import pyplot

    chosen: list[int] = []
    for number in BEST_KNOWN:
        if not any(claims.true[number - 1, o - 1] and claims.true[o - 1, number - 1] for o in chosen):
            chosen.append(number)
    edges = [(int(one), int(other)) for one, other in zip(*hasse(claims, chosen).nonzero(), strict=True)]
    depth = _depths(len(chosen), edges)
    ways = [_way(one, other, depth) for one, other in edges]
    places = _places(depth, ways)
    figure, axes = pyplot.subplots(figsize=(16, 2 + 1.3 * len(set(depth))))
    for way in ways:
        axes.plot(*zip(*(places[stop] for stop in way), strict=True), color="#8d99ae", linewidth=1, zorder=1)
    for index, number in enumerate(chosen):
        x, y = places[index, depth[index]]
        label = f"{number}\n{law_number(number)}"
        box = {"fc": "white", "ec": _TRUE}
        axes.text(x, y, label, ha="center", va="center", fontsize=8, zorder=2, bbox=box)
    axes.set_axis_off()
    figure.savefig(path, bbox_inches="tight")
    pyplot.close(figure)
    return path


Stop = tuple[object, int]
"""A node, or an edge that passes by, at a level."""


def _way(one: int, other: int, depth: list[int]) -> list[Stop]:
    """Where an edge passes: it has a place of its own at each level between, so that no box stands in its way."""
    passing: list[Stop] = [((one, other), level) for level in range(depth[one] + 1, depth[other])]
    return [(one, depth[one]), *passing, (other, depth[other])]


_SWEEPS = 24
_ROOM_FOR_A_LINE = 0.35


def _places(depth: list[int], ways: list[list[Stop]]) -> dict[Stop, tuple[float, float]]:
    """A place for each stop; in each level in the order of what its neighbours have on average.

    Sugiyama, Tagawa, Toda: Methods for Visual Understanding of Hierarchical System Structures, 1981.
    """
    levels: dict[int, list[Stop]] = {}
    for stop in dict.fromkeys([*((index, level) for index, level in enumerate(depth)), *chain(*ways)]):
        levels.setdefault(stop[1], []).append(stop)
    near: dict[Stop, list[Stop]] = {}
    for way in ways:
        for above, below in pairwise(way):
            near.setdefault(above, []).append(below)
            near.setdefault(below, []).append(above)
    across: dict[Stop, float] = {}
    for stops in levels.values():
        across |= _spread(stops)
    for sweep in range(_SWEEPS):
        for level in sorted(levels, reverse=bool(sweep % 2)):
            known = {
                stop: mean(across[other] for other in near[stop]) if stop in near else across[stop]
                for stop in levels[level]
            }
            levels[level].sort(key=known.__getitem__)
            across |= _spread(levels[level])
    return {stop: (place, -float(stop[1])) for stop, place in across.items()}


def _spread(stops: list[Stop]) -> dict[Stop, float]:
    """Stops of one level from 0 to 1; a line that passes needs less room than a box."""
    rooms = [1.0 if isinstance(stop[0], int) else _ROOM_FOR_A_LINE for stop in stops]
    before = accumulate(rooms, initial=0.0)
    return {
        stop: (left + room / 2) / sum(rooms) for stop, left, room in zip(stops, before, rooms, strict=False)
    }


def _depths(count: int, edges: list[Edge]) -> list[int]:
    """The longest way down from above to each node."""
    depth = [0] * count
    for _ in range(count):
        for one, other in edges:
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
