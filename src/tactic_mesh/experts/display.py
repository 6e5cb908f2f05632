"""Goals as people read them, in the form in which Lean prints them.

`experts/printing.py` writes what a tactic can hold; here is what stands in traces, on the page and in explanations.
Notation, grouped binders, `x.f` for `T.f x`, `match` and open namespaces are Lean's. Other than Lean's own display, a
`match` stands on one line, lines are never broken, and a notation that the file makes for itself is not known.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tactic_mesh.experts.knowledge import Knowledge, Matcher
from tactic_mesh.experts.printing import BINARY, binary_arity
from tactic_mesh.term import (
    EXPLICIT,
    IMPLICIT,
    INSTANCE,
    Const,
    Lam,
    Let,
    Local,
    Meta,
    Num,
    Pi,
    Proj,
    Sequent,
    Sort,
    Term,
    Text,
    Var,
    Variable,
    conclusion,
    head_args,
    lowered,
    sort,
    uses_variable,
)

_MAX, _ARGUMENT, _LEAD, _LOWEST = 1024, 1023, 1023, 0
# Operators that no tactic is written with, as in `printing.BINARY`.
_BINARY = {
    "Sum": (" ⊕ ", 30, 31, 30),
    "HOr.hOr": (" ||| ", 55, 55, 56),
    "HXor.hXor": (" ^^^ ", 58, 58, 59),
    "HAnd.hAnd": (" &&& ", 60, 60, 61),
    "HShiftLeft.hShiftLeft": (" <<< ", 75, 75, 76),
    "HShiftRight.hShiftRight": (" >>> ", 75, 75, 76),
    "HSMul.hSMul": (" • ", 73, 74, 73),
    "bne": (" != ", 50, 51, 51),
    "HEq": (" ≍ ", 50, 51, 51),
    "Bool.and": (" && ", 35, 35, 36),
    "Bool.or": (" || ", 30, 30, 31),
    "Bool.xor": (" ^^ ", 33, 33, 34),
    "Function.comp": (" ∘ ", 90, 91, 90),
    "HasSubset.Subset": (" ⊆ ", 50, 51, 51),
    "HasSSubset.SSubset": (" ⊂ ", 50, 51, 51),
    "Union.union": (" ∪ ", 65, 65, 66),
    "Inter.inter": (" ∩ ", 70, 70, 71),
    "SDiff.sdiff": (" \\ ", 70, 70, 71),
    "HasEquiv.Equiv": (" ≈ ", 50, 51, 51),
    "List.IsPrefix": (" <+: ", 50, 51, 51),
    "List.IsSuffix": (" <:+ ", 50, 51, 51),
    "List.IsInfix": (" <:+: ", 50, 51, 51),
    "List.Sublist": (" <+ ", 50, 51, 51),
    "List.Perm": (" ~ ", 50, 51, 51),
    "Bind.bind": (" >>= ", 55, 55, 56),
    "Functor.map": (" <$> ", 100, 101, 100),
}
_ARITY = {"Sum": 2, "Bool.and": 2, "Bool.or": 2, "Bool.xor": 2, "Function.comp": 5, "Bind.bind": 6} | {
    **dict.fromkeys(("List.IsPrefix", "List.IsSuffix", "List.IsInfix", "List.Sublist", "List.Perm"), 3),
    **dict.fromkeys(("HOr.hOr", "HXor.hXor", "HAnd.hAnd", "HShiftLeft.hShiftLeft"), 6),
    **dict.fromkeys(("HShiftRight.hShiftRight", "HSMul.hSMul", "Functor.map"), 6),
}
_EXPORTED = frozenset(
    {
        "Option.some",
        "Option.none",
        "Bool.true",
        "Bool.false",
        "Bool.not",
        "Decidable.decide",
        "Max.max",
        "Min.min",
    }
    | {
        "Inhabited.default",
        "Pure.pure",
        "Decidable.isTrue",
        "Decidable.isFalse",
        "Ord.compare",
        "SizeOf.sizeOf",
    }
)
_COERCIONS = {"Nat.cast": 3, "Int.cast": 3, "Fin.val": 2}
"""Shown as an arrow, with so many arguments."""
_PRIVATE = re.compile(r"_private\..*?\.0\.|_private\.0\.")
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_BRACKETS = {EXPLICIT: ("(", ")"), IMPLICIT: ("{", "}"), INSTANCE: ("[", "]")}
_STRICT = ("⦃", "⦄")


def goal_text(goal: Sequent, known: Knowledge) -> str:
    """A goal in Lean's layout: a line for variables of one type, the target last."""
    names = _labels(goal.context)
    printer = _Display(names, goal.context, known)
    lines = [f"case {goal.case}"] if goal.case else []
    last: Variable | None = None
    for name, variable in zip(names, goal.context, strict=True):
        if last is not None and last.value is None and variable.value is None and last.type is variable.type:
            before, _, type_ = lines[-1].partition(" : ")
            lines[-1] = f"{before} {name} : {type_}"
        else:
            value = "" if variable.value is None else f" := {printer.text(variable.value)}"
            lines.append(f"{name} : {printer.text(variable.type)}{value}")
        last = variable
    return "\n".join([*lines, f"⊢ {printer.text(goal.target)}"])


def _labels(context: Sequence[Variable]) -> list[str]:
    """What each variable is called: one that a tactic cannot name, or that a later one hides, has a dagger."""
    seen: set[str] = set()
    hidden: Counter[str] = Counter()
    found = []
    for variable in reversed(context):
        name = variable.name or variable.label or "x"
        if variable.name and name not in seen:
            seen.add(name)
            found.append(name)
        else:
            number = str(hidden[name]).translate(_SUPERSCRIPTS) if hidden[name] else ""
            hidden[name] += 1
            found.append(f"{name}✝{number}")
    return found[::-1]


@dataclass(frozen=True, slots=True)
class _Bound:
    """A bound variable as it is shown; `states` says that it is a proposition, or makes one of its arguments."""

    name: str
    states: bool = False


class _Display:
    """Prints the terms of one goal. `names` are what its variables are called."""

    def __init__(self, names: Sequence[str], context: Sequence[Variable], known: Knowledge) -> None:
        self._names, self._known = names, known
        self._states = [_makes_propositions(variable.type) for variable in context]
        self._is_open = False
        """Whether the last text that was printed ends with a body that would take in what follows it."""

    def text(self, term: Term) -> str:
        """A term that stands alone."""
        return self._print(term, _LOWEST, ())

    def _print(self, term: Term, needed: int, bound: tuple[_Bound, ...]) -> str:
        """The term where something of the precedence `needed` stands."""
        self._is_open = False
        match term:
            case Var():
                return bound[-1 - term.index].name if term.index < len(bound) else f"#{term.index}"
            case Local():
                return self._names[term.index]
            case Const():
                return self._constant(term.name, (), needed, bound)
            case Sort():
                return self._wrapped(term.name, _ARGUMENT if " " in term.name else _MAX, needed)
            case Meta():
                return f"?m.{term.index + 1}"
            case Num():
                return str(term.value)
            case Text():
                return '"' + term.value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
            case Lam():
                return self._function(term, needed, bound)
            case Pi():
                return self._pi(term, needed, bound)
            case Let():
                name = self._name(term.name, term.body, bound)
                value = self._print(term.value, _LOWEST, bound)
                inner = (*bound, _Bound(name, _makes_propositions(term.type)))
                return self._opened(
                    f"let {name} := {value}; {self._print(term.body, _LOWEST, inner)}", needed
                )
            case Proj():
                return f"{self._closed(term.value, _MAX, bound)}.{term.index + 1}"
            case _:
                head, args = head_args(term)
                if isinstance(head, Const):
                    return self._constant(head.name, args, needed, bound)
                return self._applied(self._closed(head, _MAX, bound), args, needed, bound)

    def _closed(self, term: Term, needed: int, bound: tuple[_Bound, ...]) -> str:
        """The term where something follows it."""
        text = self._print(term, needed, bound)
        return self._parenthesized(text) if self._is_open else text

    def _parenthesized(self, text: str) -> str:
        self._is_open = False
        return f"({text})"

    def _wrapped(self, text: str, own: int, needed: int) -> str:
        return self._parenthesized(text) if own < needed else text

    def _opened(self, text: str, needed: int, own: int = _LEAD) -> str:
        """A text that ends with a body."""
        self._is_open = True
        return self._wrapped(text, own, needed)

    def _delimited(self, terms: Sequence[Term], bound: tuple[_Bound, ...]) -> str:
        """Terms between brackets."""
        text = ", ".join([self._print(term, _LOWEST, bound) for term in terms])
        self._is_open = False
        return text

    def _applied(self, head: str, args: Sequence[Term], needed: int, bound: tuple[_Bound, ...]) -> str:
        self._is_open = False
        if not args:
            return head
        words = [self._closed(arg, _MAX, bound) for arg in args[:-1]]
        words.append(self._print(args[-1], _MAX, bound))
        return self._wrapped(" ".join([head, *words]), _ARGUMENT, needed)

    # --- binders ----------------------------------------------------------------------------------------------

    def _pi(self, term: Pi, needed: int, bound: tuple[_Bound, ...]) -> str:
        """`a → b`, `∀ (x : α), p x`, or `(x : α) → β x` where that is no proposition."""
        states = self._is_proposition(term, bound)
        if self._is_arrow(term, bound, states):
            left = self._closed(term.type, 26, bound)
            right = self._print(term.body, 25, (*bound, _Bound("_")))
            return self._wrapped(f"{left} → {right}", 25, needed)
        groups: list[str] = []
        body: Term = term
        while isinstance(body, Pi) and not self._is_arrow(body, bound, states):
            first = body
            kind = self._print(first.type, _LOWEST, bound)
            names: list[str] = []
            while True:
                names.append(self._name(body.name, body.body, bound))
                bound = (*bound, _Bound(names[-1], _makes_propositions(first.type)))
                body = body.body
                if not isinstance(body, Pi) or body.info != first.info or first.info == INSTANCE:
                    break
                if self._is_arrow(body, bound, states) or not _is_raised(body.type, first.type, len(names)):
                    break
            before, after = _BRACKETS.get(first.info, _STRICT)
            groups.append(f"{before}{' '.join(names)} : {kind}{after}")
        if states:
            return self._opened(f"∀ {' '.join(groups)}, {self._print(body, _LOWEST, bound)}", needed)
        return self._wrapped(" → ".join([*groups, self._print(body, 25, bound)]), 25, needed)

    def _is_arrow(self, term: Pi, bound: tuple[_Bound, ...], states: bool) -> bool:
        """Whether it is shown without a name: what a proposition quantifies over has one, mentioned or not."""
        if term.info != EXPLICIT or uses_variable(term.body):
            return False
        return not states or self._is_proposition(term.type, bound)

    def _is_proposition(self, term: Term, bound: tuple[_Bound, ...]) -> bool:
        """Whether a type is a proposition; of what is not known here, that it is one."""
        binders, result = conclusion(term)
        head, _ = head_args(result)
        match head:
            case Const():
                return head.name in self._known.predicates or head.name not in self._known.infos
            case Local():
                return self._states[head.index]
            case Var() if head.index < len(binders):
                return _makes_propositions(binders[-1 - head.index].type)
            case Var():
                outer = head.index - len(binders)
                return outer < len(bound) and bound[-1 - outer].states
        return not isinstance(head, Sort)

    def _function(self, term: Lam, needed: int, bound: tuple[_Bound, ...]) -> str:
        names = []
        body: Term = term
        while isinstance(body, Lam):
            name = self._name(body.name, body.body, bound)
            names.append(name if body.info == EXPLICIT else f"{{{name}}}")
            bound, body = (*bound, _Bound(name, _makes_propositions(body.type))), body.body
        return self._opened(f"fun {' '.join(names)} => {self._print(body, _LOWEST, bound)}", needed, _MAX)

    def _exists(self, term: Lam, needed: int, bound: tuple[_Bound, ...]) -> str:
        names = []
        body: Term = term
        while isinstance(body, Lam):
            names.append(self._name(body.name, body.body, bound))
            bound, body = (*bound, _Bound(names[-1], _makes_propositions(body.type))), body.body
            inner = _arguments(body, "Exists", 2)
            if inner and isinstance(inner[1], Lam):
                body = inner[1]
        return self._opened(f"∃ {' '.join(names)}, {self._print(body, _LOWEST, bound)}", needed)

    def _name(self, name: str, body: Term, bound: tuple[_Bound, ...], beside: Sequence[str] = ()) -> str:
        """A bound variable may hide another one that its scope does not mention, but none of those `beside` it."""
        base = name if name and not name.startswith("_") and "«" not in name else "x"
        here, outer = _free(body)
        taken = {
            *beside,
            *(self._names[i] for i in here),
            *(bound[-i].name for i in outer if i <= len(bound)),
        }
        if base not in taken:
            return base
        taken |= {*self._names, *(one.name for one in bound)}
        return next(found for number in itertools.count(1) if (found := f"{base}_{number}") not in taken)

    # --- constants --------------------------------------------------------------------------------------------

    def _constant(self, name: str, args: tuple[Term, ...], needed: int, bound: tuple[_Bound, ...]) -> str:
        if (special := self._notation(name, args, needed, bound)) is not None:
            return special
        matcher = self._known.matchers.get(name)
        if matcher is not None and (shown := self._match(matcher, args, needed, bound)) is not None:
            return shown
        infos = self._known.infos.get(name)
        if infos is None or (0 < len(args) < len(infos) and infos[len(args)] != EXPLICIT):
            return self._applied(f"@{self._short(name)}" if args else self._short(name), args, needed, bound)
        explicit = [arg for i, arg in enumerate(args) if i >= len(infos) or infos[i] == EXPLICIT]
        if name in self._known.methods and explicit and not _is_numeral(explicit[0]):
            owner = self._closed(explicit[0], _MAX, bound)
            return self._applied(f"{owner}.{name.rpartition('.')[2]}", explicit[1:], needed, bound)
        return self._applied(self._short(name), explicit, needed, bound)

    def _short(self, name: str) -> str:
        """A name as it reads inside the namespaces that are open, without what makes it private."""
        name = _PRIVATE.sub("", name)
        if name in _EXPORTED:
            return name.rpartition(".")[2]
        for space in self._known.opened:
            rest = name.removeprefix(f"{space}.")
            if rest != name and rest not in self._known.infos:
                return rest
        return name

    def _notation(
        self, name: str, args: tuple[Term, ...], needed: int, bound: tuple[_Bound, ...]
    ) -> str | None:
        count = len(args)
        if name == "List.cons" and count == 3:
            return self._list(args, needed, bound)
        operator = BINARY.get(name) or _BINARY.get(name)
        if operator is not None and count == (_ARITY.get(name) or binary_arity(name)):
            return self._operation(operator, args[-2], args[-1], needed, bound)
        if _COERCIONS.get(name) == count:
            return f"↑{self._print(args[-1], _MAX, bound)}"
        match name, count:
            case "OfNat.ofNat", 2 | 3 if isinstance(args[1], Num):
                return str(args[1].value)
            case "List.nil", 1:
                return "[]"
            case (("Unit.unit" | "PUnit.unit"), 0):
                return "()"
            case "EmptyCollection.emptyCollection", 2:
                return "∅"
            case "Not", 1:
                return f"¬{self._print(args[0], 40, bound)}"
            case "Bool.not", 1:
                return f"!{self._print(args[0], 40, bound)}"
            case "Neg.neg", 3:
                inside = self._print(args[2], 75, bound)
                return self._wrapped(f"- {inside}" if inside.startswith("-") else f"-{inside}", 75, needed)
            case "Int.negSucc", 1:
                return f"-[{self._delimited(args, bound)}+1]"
            case "Membership.mem", 5:
                return self._operation((" ∈ ", 50, 51, 51), args[4], args[3], needed, bound)
            case "Prod.mk", 4:
                return f"({self._delimited(_pair(args), bound)})"
            case (("GetElem.getElem" | "GetElem?.getElem?"), n) if n == 8 - name.endswith("?"):
                mark = "?" * name.endswith("?")
                return f"{self._closed(args[5], _MAX, bound)}[{self._delimited(args[6:7], bound)}]{mark}"
            case "GetElem?.getElem!", 8:
                return f"{self._closed(args[6], _MAX, bound)}[{self._delimited(args[7:], bound)}]!"
            case "Exists", 2 if isinstance(args[1], Lam):
                return self._exists(args[1], needed, bound)
            case "Subtype", 2 if isinstance(args[1], Lam):
                inside = self._name(args[1].name, args[1].body, bound)
                said = self._delimited([args[1].body], (*bound, _Bound(inside)))
                return f"{{ {inside} // {said} }}"
            case "ite", 5:
                words = [self._print(one, _LOWEST, bound) for one in (args[1], *args[3:])]
                return self._opened(f"if {words[0]} then {words[1]} else {words[2]}", needed)
            case "dite", 5 if isinstance(args[3], Lam) and isinstance(args[4], Lam):
                return self._dependent_if(args[1], args[3], args[4], needed, bound)
        return None

    def _operation(
        self,
        operator: tuple[str, int, int, int],
        left: Term,
        right: Term,
        needed: int,
        bound: tuple[_Bound, ...],
    ) -> str:
        symbol, own, on_left, on_right = operator
        text = self._closed(left, on_left, bound) + symbol + self._print(right, on_right, bound)
        return self._wrapped(text, own, needed)

    def _list(self, args: tuple[Term, ...], needed: int, bound: tuple[_Bound, ...]) -> str:
        """`[a, b]` where the end is known, else `a :: xs`."""
        items, rest = [args[1]], args[2]
        while inner := _arguments(rest, "List.cons", 3):
            items.append(inner[1])
            rest = inner[2]
        if _arguments(rest, "List.nil", 1):
            return f"[{self._delimited(items, bound)}]"
        words = [self._closed(item, 68, bound) for item in items]
        return self._wrapped(" :: ".join([*words, self._print(rest, 67, bound)]), 67, needed)

    def _dependent_if(
        self, condition: Term, yes: Lam, no: Lam, needed: int, bound: tuple[_Bound, ...]
    ) -> str:
        name = self._name(yes.name, yes.body, bound)
        said = self._print(condition, _LOWEST, bound)
        words = [self._print(one.body, _LOWEST, (*bound, _Bound(name))) for one in (yes, no)]
        return self._opened(f"if {name} : {said} then {words[0]} else {words[1]}", needed)

    def _match(
        self, matcher: Matcher, args: tuple[Term, ...], needed: int, bound: tuple[_Bound, ...]
    ) -> str | None:
        """`match values with | patterns => …`; None where it is applied to less, or a case is of another form."""
        first = matcher.before + 1 + matcher.values
        cases = args[first : first + len(matcher.cases)]
        if len(cases) < len(matcher.cases):
            return None
        shown = []
        for number, (case, (count, is_unit, patterns)) in enumerate(
            zip(cases, matcher.cases, strict=True), 1
        ):
            inner, body = bound, case
            names: list[str] = []
            for _ in range(count):
                if not isinstance(body, Lam):
                    return None
                names.append(self._name(body.name, body.body, inner, names))
                inner, body = (*inner, _Bound(names[-1])), body.body
            # What a pattern mentions further out than its own variables is not shown.
            here = tuple(_Bound("_" if is_unit else name) for name in names)
            text = ", ".join([self._print(one, _LOWEST, here) for one in patterns])
            value = self._print(body, _LOWEST, inner)
            if self._is_open and number < len(cases) and " | " in value:
                value = self._parenthesized(value)
            shown.append(f"| {text} => {value}")
        looked_at = self._delimited(args[matcher.before + 1 : first], bound)
        text = self._opened(f"match {looked_at} with {' '.join(shown)}", needed)
        rest = args[first + len(cases) :]
        return self._applied(f"({text})", rest, needed, bound) if rest else text


def _arguments(term: Term, name: str, count: int) -> tuple[Term, ...]:
    """The arguments of a constant that is applied to so many; none for anything else."""
    head, args = head_args(term)
    return args if isinstance(head, Const) and head.name == name and len(args) == count else ()


def _pair(args: tuple[Term, ...]) -> list[Term]:
    """The components of nested pairs: `(a, b, c)` is `(a, (b, c))`."""
    found = []
    while args:
        found.append(args[2])
        last, args = args[3], _arguments(args[3], "Prod.mk", 4)
    return [*found, last]


def _is_raised(term: Term, below: Term, count: int) -> bool:
    """Whether a term under `count` more binders, none of which it mentions, is the one that stands `below` them."""
    return lowered(term, count) is below and not any(uses_variable(term, index) for index in range(count))


def _is_numeral(term: Term) -> bool:
    return isinstance(term, Num) or bool(_arguments(term, "OfNat.ofNat", 3))


def _makes_propositions(type_: Term) -> bool:
    """Whether what has this type is a proposition, or makes one of its arguments."""
    return conclusion(type_)[1] is sort("Prop")


def _free(body: Term) -> tuple[set[int], set[int]]:
    """Of a binder's body: the context variables, and how many binders further out the others are (from 1)."""
    here: set[int] = set()
    outer: set[int] = set()
    seen: set[tuple[Term, int]] = set()
    stack = [(body, 1)]
    while stack:
        one, depth = stack.pop()
        if (one, depth) in seen or not (one.has_local or one.loose > depth):
            continue
        seen.add((one, depth))
        match one:
            case Local():
                here.add(one.index)
            case Var():
                outer.add(one.index - depth + 1)
            case Lam() | Pi():
                stack += [(one.type, depth), (one.body, depth + 1)]
            case Let():
                stack += [(one.type, depth), (one.value, depth), (one.body, depth + 1)]
            case _:
                stack += [(child, depth) for child in one.children]
    return here, outer
