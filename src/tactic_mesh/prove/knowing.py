"""Gather what experts may know of a theorem's file: functions, types, and how arguments are given."""

from __future__ import annotations

from tactic_mesh.experts.knowledge import (
    Datatype,
    Function,
    Knowledge,
    Lemma,
    Matcher,
    datatype_of,
    function_of,
    infos_of,
    is_method,
    matcher_of,
)
from tactic_mesh.lean.declarations import open_namespaces
from tactic_mesh.lean.session import Point, TacticSession
from tactic_mesh.prove.evaluation import BUILT_IN
from tactic_mesh.term import Constant, conclusion, constants, sort

CONSTANTS_MAX = 600
_COMMON_TYPES = ("Nat", "List", "Bool", "Option", "Prod", "Sum")


async def knowledge(
    session: TacticSession, root: Point, definitions: tuple[str, ...], lemmas: tuple[Lemma, ...] = ()
) -> Knowledge:
    """What there is to know at `root`, of the file's `definitions` and of all that these and the goal mention."""
    functions: dict[str, Function] = {}
    datatypes: dict[str, Datatype] = {}
    infos: dict[str, tuple[int, ...]] = {}
    methods: set[str] = set()
    predicates: set[str] = set()
    matchers: dict[str, Matcher] = {}
    names = frozenset(definitions)
    waiting = [*definitions, *_COMMON_TYPES]
    for goal in root.goals:
        waiting += sorted(constants(goal.target))
        for variable in goal.context:
            waiting += sorted(constants(variable.type))
    seen: set[str] = set()
    while waiting and len(seen) < CONSTANTS_MAX:
        name = waiting.pop(0)
        if name in seen:
            continue
        seen.add(name)
        constant = await session.constant(name)
        if constant is None:
            continue
        infos[name] = infos_of(constant.type)
        if is_method(name, constant.type):
            methods.add(name)
        if conclusion(constant.type)[1] is sort("Prop"):
            predicates.add(name)
        if ".match_" in name and (matcher := matcher_of(constant.type)) is not None:
            matchers[name] = matcher
        if name in names:
            waiting += sorted(constants(constant.type))
            if constant.unfolded is not None:
                waiting += sorted(constants(constant.unfolded))
            function = function_of(constant, names)
            if function is not None:
                functions[name] = function
        if constant.kind == "inductive" and constant.constructors:
            made = [await session.constant(one) for one in constant.constructors]
            datatypes[name] = datatype_of(constant, [one for one in made if one is not None])
            waiting += list(constant.constructors)
    return Knowledge(
        _by_use(functions),
        datatypes,
        infos,
        frozenset(methods),
        frozenset(predicates),
        matchers,
        open_namespaces(session.prelude),
        lemmas,
    )


def _by_use(functions: dict[str, Function]) -> dict[str, Function]:
    """Each function after those that it calls."""
    ordered: dict[str, Function] = {}
    waiting = list(functions)
    for _ in range(len(waiting) + 1):
        ready = [name for name in waiting if functions[name].calls <= ordered.keys()]
        ordered |= {name: functions[name] for name in ready or waiting}
        waiting = [name for name in waiting if name not in ordered]
    return ordered


async def environment(session: TacticSession, root: Point, known: Knowledge) -> dict[str, Constant]:
    """The constants that a program for the goal's functions consists of, for evaluation."""
    found: dict[str, Constant] = {}
    waiting = [*known.functions, *known.datatypes]
    for goal in root.goals:
        waiting += sorted(constants(goal.target))
    while waiting and len(found) < CONSTANTS_MAX:
        name = waiting.pop(0)
        if name in found:
            continue
        constant = await session.constant(name)
        if constant is None:
            continue
        found[name] = constant
        if name in BUILT_IN or constant.kind == "theorem":
            continue
        waiting += list(constant.constructors)
        body = constant.unfolded or constant.value
        if name.endswith(".casesOn"):
            waiting.append(name.removesuffix(".casesOn"))
        elif body is not None:
            waiting += sorted(constants(body))
        elif constant.kind == "constructor":
            waiting += sorted(constants(constant.type))
    return found
