"""The judge: a program for a fresh child of the warm Lean, which never ran any text.

It is handed compiled modules as bytes, reads them as data, audits, builds the candidate's constants anew with
Lean's own constructors, and has Lean's kernel check every one of them on top of the pristine library. Its answer
alone makes a verdict above `elaborated`. `run` is called by the child (`lean/zygote.py`); it answers plain JSON.
"""

from __future__ import annotations

import base64
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from tactic_mesh.errors import MalformedModule
from tactic_mesh.lean.calls import CommandState, Runtime
from tactic_mesh.lean.kernel import Kernel
from tactic_mesh.lean.objects import LeanRuntimeError, Obj
from tactic_mesh.verify.audit import Findings, Question, audit
from tactic_mesh.verify.olean import Module, read_module
from tactic_mesh.verify.terms import Constant, ExprKind, Kind, LevelKind, Name, Terms, name_text

PROGRAM = __name__ if __name__ != "__main__" else "tactic_mesh.verify.judge"
_TAGS = {kind: tag for tag, kind in enumerate(Kind)}
# What the kernel says when it gave up, which says nothing about the proof.
_GAVE_UP = tuple(
    f"(kernel) {words}"
    for words in ("deep recursion", "deterministic timeout", "excessive memory", "interrupted")
)


def run(runtime: Runtime, start: CommandState, request: dict[str, Any]) -> dict[str, Any]:
    """Judge `request`: `candidate` and `trusted` (modules in base64, the second may be null), `targets`,
    `everything`, `definitions` (or null), `replay`.

    The answer has `reasons`, `axioms`, `targets`, `exported`, `statement_sha256`, `replayed`, `tampering`; or
    `gave_up` with the kernel's words where there is no verdict.
    """
    sys.set_int_max_str_digits(0)  # literals go to Lean through their decimal digits
    terms = Terms()
    try:
        candidate = _module(request["candidate"], terms, runtime)
    except MalformedModule as error:
        return _refusal(f"module_malformed: {error}")
    trusted = _module(request["trusted"], terms, runtime) if request["trusted"] is not None else None
    kernel = Kernel(runtime)
    question = Question(
        tuple(request["targets"]),
        request["everything"],
        None if request["definitions"] is None else frozenset(request["definitions"]),
    )
    constants = {constant.name: constant for constant in candidate.constants}
    findings = audit(
        terms,
        constants,
        None if trusted is None else {constant.name: constant for constant in trusted.constants},
        question,
        lambda name: kernel.contains(name, start),
    )
    answer = {
        "reasons": list(findings.reasons),
        "tampering": any(reason.startswith("redeclared") for reason in findings.reasons),
        "targets": [name_text(name) for name in findings.targets],
        "statement_sha256": findings.statement_sha256,
        "exported": _exported(terms, candidate.constants),
        "replayed": False,
    }
    axioms = {name_text(name) for name in findings.new_axioms}
    state = start
    if request["replay"] and not findings.reasons:
        try:
            state = kernel.replay(Builder(kernel, terms).constants(candidate.constants), start)
        except LeanRuntimeError as error:
            if str(error).startswith(_GAVE_UP):
                return {"gave_up": str(error)}
            return _refusal(f"kernel_rejected: {error}")
        answer["replayed"] = True
    axioms |= _axioms(kernel, state, findings, replayed=state is not start, everything=question.everything)
    answer["axioms"] = sorted(axioms)
    return answer


def _module(encoded: str, terms: Terms, runtime: Runtime) -> Module:
    try:
        data = base64.b64decode(encoded, validate=True)
    except ValueError as error:
        raise MalformedModule(f"what was handed out is not in base64: {error}") from error
    module = read_module(data, terms)
    if module.header.commit != runtime.commit:
        raise MalformedModule(f"the module is of Lean {module.header.commit}, not {runtime.commit}")
    return module


def _refusal(reason: str) -> dict[str, Any]:
    """The module is not what Lean writes, or holds what Lean's kernel does not accept: no honest text leads there."""
    return {
        "reasons": [reason],
        "tampering": True,
        "targets": [],
        "statement_sha256": "",
        "exported": [],
        "replayed": False,
        "axioms": [],
    }


def _axioms(
    kernel: Kernel, state: CommandState, findings: Findings, *, replayed: bool, everything: bool
) -> set[str]:
    """The axioms as Lean collects them: of the replayed targets, and of what lies outside the text.

    Once they are replayed, the targets alone lead to everything outside that they rest on.
    """
    roots: list[Name] = list(findings.targets) if replayed else []
    if everything or not replayed:
        roots += findings.outside
    return {axiom for name in roots if kernel.contains(name, state) for axiom in kernel.axioms(name, state)}


def _exported(terms: Terms, constants: Iterable[Constant]) -> list[list[str]]:
    """Name, kind and the digest of the type of each constant."""
    constants = sorted(constants, key=lambda constant: name_text(constant.name))
    digests = terms.digests(constant.type for constant in constants)
    return [[name_text(c.name), c.kind, digests[c.type].hex()] for c in constants]


@dataclass(slots=True)
class Builder:
    """Turns constants that were read into Lean's own, each level and each expression once."""

    kernel: Kernel
    terms: Terms

    def constants(self, constants: Iterable[Constant]) -> list[tuple[Name, Obj]]:
        """The constants as `ConstantInfo`, with their names."""
        constants = list(constants)
        order = self.terms.below(term for constant in constants for term in constant.terms)
        levels = self._levels(order)
        exprs = self._exprs(order, levels)
        return [(constant.name, self._constant(constant, exprs)) for constant in constants]

    def _levels(self, order: list[int]) -> dict[int, Obj]:
        used: set[int] = set()
        for number in order:
            node = self.terms.exprs[number]
            if node[0] == ExprKind.SORT:
                used.add(node[1])
            elif node[0] == ExprKind.CONST:
                used.update(node[2])
        kernel, built = self.kernel, dict[int, Obj]()
        for number in self.terms.levels_below(used):
            kind, *below = self.terms.levels[number]
            if kind == LevelKind.ZERO:
                built[number] = kernel.level_zero()
            elif kind == LevelKind.SUCC:
                built[number] = kernel.level_succ(built[below[0]])
            elif kind == LevelKind.PARAM:
                built[number] = kernel.level_param(below[0])
            else:
                make = kernel.level_max if kind == LevelKind.MAX else kernel.level_imax
                built[number] = make(built[below[0]], built[below[1]])
        return built

    def _exprs(self, order: list[int], levels: dict[int, Obj]) -> dict[int, Obj]:
        kernel, binders, exprs = self.kernel, self.terms.binders, self.terms.exprs
        built: dict[int, Obj] = {}
        for number in order:
            node = exprs[number]
            kind = node[0]
            if kind == ExprKind.APP:
                built[number] = kernel.app(built[node[1]], built[node[2]])
            elif kind == ExprKind.CONST:
                built[number] = kernel.const(node[1], [levels[level] for level in node[2]])
            elif kind == ExprKind.BVAR:
                built[number] = kernel.bvar(node[1])
            elif kind == ExprKind.LAM:
                binder = binders[number]
                built[number] = kernel.lam(binder.name, binder.info, built[node[1]], built[node[2]])
            elif kind == ExprKind.PI:
                binder = binders[number]
                built[number] = kernel.pi(binder.name, binder.info, built[node[1]], built[node[2]])
            elif kind == ExprKind.SORT:
                built[number] = kernel.sort(levels[node[1]])
            elif kind == ExprKind.LIT:
                built[number] = kernel.literal(node[1])
            elif kind == ExprKind.PROJ:
                built[number] = kernel.proj(node[1], node[2], built[node[3]])
            else:
                binder = binders[number]
                built[number] = kernel.let(binder.name, binder.info, *(built[child] for child in node[1:]))
        return built

    def _constant(self, c: Constant, exprs: dict[int, Obj]) -> Obj:
        kernel, number = self.kernel, self.kernel.objects.number
        common = kernel.common(c.name, c.parameters, exprs[c.type])
        flags = bytes(c.flags).ljust(8, b"\0")
        value = [] if c.value is None else [exprs[c.value]]
        match c.kind:
            case Kind.AXIOM | Kind.QUOTIENT:
                fields = [common]
            case Kind.DEFINITION:
                fields = [common, *value, kernel.hints(c.hints), kernel.names(c.names[0])]
            case Kind.THEOREM:
                return kernel.constant(_TAGS[c.kind], [common, *value, kernel.names(c.names[0])])
            case Kind.OPAQUE:
                fields = [common, *value, kernel.names(c.names[0])]
            case Kind.INDUCTIVE:
                parameters, indices, nested = map(number, c.numbers)
                fields = [common, parameters, indices, *map(kernel.names, c.names), nested]
            case Kind.CONSTRUCTOR:
                fields = [common, kernel.name(c.names[0][0]), *map(number, c.numbers)]
            case Kind.RECURSOR:
                rules = [kernel.rule(r.constructor, r.fields, exprs[r.value]) for r in c.rules]
                fields = [
                    common,
                    kernel.names(c.names[0]),
                    *map(number, c.numbers),
                    kernel.objects.list(rules),
                ]
        return kernel.constant(_TAGS[c.kind], fields, flags)
