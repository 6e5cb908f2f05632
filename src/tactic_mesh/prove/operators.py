"""Operators that a file defines for its own types: `a + b` is `MyNat.add a b`, said by a lemma whose proof is `rfl`.

The equations of a function are about the function; goals speak of the operator that an instance makes of it. The
lemmas turn one into the other, so that recursion is seen and `simp` can unfold.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from tactic_mesh.experts.knowledge import Knowledge, Lemma
from tactic_mesh.experts.printing import Printer
from tactic_mesh.lean.session import Point, Stepped, TacticLimits, TacticSession
from tactic_mesh.term import Const, Constant, Lam, Sequent, Term, app, const, constants, head_args, rebuild

# What makes the instance: the operator, how many arguments it has, and how the lemma states it.
_CLASSES = {
    "Add.mk": ("HAdd.hAdd", 6, "∀ a b : {type}, a + b = {function} a b"),
    "Mul.mk": ("HMul.hMul", 6, "∀ a b : {type}, a * b = {function} a b"),
    "Sub.mk": ("HSub.hSub", 6, "∀ a b : {type}, a - b = {function} a b"),
    "HPow.mk": ("HPow.hPow", 6, "∀ a b : {type}, a ^ b = {function} a b"),
    "Append.mk": ("HAppend.hAppend", 6, "∀ a b : {type}, a ++ b = {function} a b"),
    "LE.mk": ("LE.le", 4, "∀ a b : {type}, (a ≤ b) = {function} a b"),
    "LT.mk": ("LT.lt", 4, "∀ a b : {type}, (a < b) = {function} a b"),
    "OfNat.mk": ("OfNat.ofNat", 3, "∀ n : Nat, (OfNat.ofNat n : {type}) = {function} n"),
}
PROOF = "by\n  intros\n  rfl"


@dataclass(frozen=True, slots=True)
class Operator:
    """`head` with `instance` among its arguments is `function` at the last of them."""

    head: str
    arity: int
    instance: str
    function: str
    lemma: Lemma


async def operators(session: TacticSession, root: Point, known: Knowledge) -> list[Operator]:
    """The operators of the file that the goal mentions, each with its lemma, which Lean accepts."""
    names = {name for goal in root.goals for name in constants(goal.target)}
    names |= {name for goal in root.goals for v in goal.context for name in constants(v.type)}
    for function in known.functions.values():
        if function.unfolded is not None:
            names |= constants(function.unfolded)
    found = []
    for name in sorted(names):
        constant = await session.constant(name)
        one = _operator(constant, known) if constant is not None else None
        if one is None:
            continue
        while await session.constant(one.lemma.name) is not None:  # the file has a theorem of that name
            one = replace(one, lemma=replace(one.lemma, name=f"{one.lemma.name}'"))
        tactic = f"have h : {one.lemma.statement} := by intros; rfl"
        outcome = (await session.step(root, [tactic], TacticLimits()))[0]
        if isinstance(outcome, Stepped):
            found.append(one)
    return found


def _operator(constant: Constant, known: Knowledge) -> Operator | None:
    body = constant.value
    while isinstance(body, Lam):
        body = body.body
    if body is None:
        return None
    head, args = head_args(body)
    if not isinstance(head, Const) or head.name not in _CLASSES or not args:
        return None
    made_of, _ = head_args(args[-1])
    if not isinstance(made_of, Const) or made_of.name not in known.functions or args[0].loose:
        return None
    operator, arity, statement = _CLASSES[head.name]
    text = statement.format(type=Printer([], known.infos).text(args[0]), function=made_of.name)
    short = made_of.name.rpartition(".")[2]
    lemma = Lemma(
        f"{short}_def",
        text,
        is_equation=True,
        rewrites=True,
        heads=(operator, made_of.name),
        constants=frozenset({operator, made_of.name}),
        unfolds=constant.name,
    )
    return Operator(operator, arity, constant.name, made_of.name, lemma)


def translated(goal: Sequent, found: list[Operator]) -> Sequent:
    """The goal with its operators written as the functions that they are."""
    return Sequent(goal.context, _translated(goal.target, found), goal.case)


def _translated(term: Term, found: list[Operator]) -> Term:
    by_head = {one.head: one for one in found}

    def leaf(one: Term, _passed: int) -> Term | None:
        head, args = head_args(one)
        operator = by_head.get(head.name) if isinstance(head, Const) else None
        if operator is None or len(args) != operator.arity:
            return None
        if not any(operator.instance in constants(arg) for arg in args[:-1] + args[-1:]):
            return None
        values = args[1:2] if operator.head == "OfNat.ofNat" else args[-2:]
        return app(const(operator.function), *(_translated(value, found) for value in values))

    return rebuild(term, leaf) if found else term
