"""Terms as Lean text that a tactic can hold.

Implicit arguments are left out and common notation is used, so that the text reads as a person would write it. What
cannot be said that way is written with `@` and every argument. A text is a proposal: Lean elaborates it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tactic_mesh.term import (
    EXPLICIT,
    Const,
    Lam,
    Let,
    Local,
    Meta,
    Num,
    Pi,
    Proj,
    Sort,
    Term,
    Text,
    Var,
    head_args,
    uses_variable,
)

_MAX, _ARGUMENT, _LEAD = 1024, 1023, 0
# Operator: symbol, precedence of the whole, of the left and of the right side; the last two arguments are shown.
BINARY = {
    "HAdd.hAdd": (" + ", 65, 65, 66),
    "HSub.hSub": (" - ", 65, 65, 66),
    "HMul.hMul": (" * ", 70, 70, 71),
    "HDiv.hDiv": (" / ", 70, 70, 71),
    "HMod.hMod": (" % ", 70, 70, 71),
    "HPow.hPow": (" ^ ", 75, 76, 75),
    "HAppend.hAppend": (" ++ ", 65, 65, 66),
    "List.cons": (" :: ", 67, 68, 67),
    "Eq": (" = ", 50, 51, 51),
    "Ne": (" ≠ ", 50, 51, 51),
    "BEq.beq": (" == ", 50, 51, 51),
    "LE.le": (" ≤ ", 50, 51, 51),
    "LT.lt": (" < ", 50, 51, 51),
    "GE.ge": (" ≥ ", 50, 51, 51),
    "GT.gt": (" > ", 50, 51, 51),
    "Dvd.dvd": (" ∣ ", 50, 51, 51),
    "And": (" ∧ ", 35, 36, 35),
    "Or": (" ∨ ", 30, 31, 30),
    "Iff": (" ↔ ", 20, 21, 21),
    "and": (" && ", 35, 35, 36),
    "or": (" || ", 30, 30, 31),
    "Prod": (" × ", 35, 36, 35),
}
_BINARY_ARITY = {"And": 2, "Or": 2, "Iff": 2, "and": 2, "or": 2, "Prod": 2, "Eq": 3, "Ne": 3, "List.cons": 3}
_OPERATOR_ARITY = {"HAdd", "HSub", "HMul", "HDiv", "HMod", "HPow", "HAppend"}


class Printer:
    """Prints terms of one goal: `names` are those of its context, `infos` tell which arguments are implicit.

    `renderings` are texts for full applications of some functions, in which `{i}` is their explicit argument `i`.
    """

    def __init__(
        self,
        names: Sequence[str],
        infos: Mapping[str, tuple[int, ...]],
        *,
        explicit: bool = False,
        renderings: Mapping[str, str] | None = None,
    ) -> None:
        self._names, self._infos, self._explicit = names, infos, explicit
        self._renderings = renderings or {}

    def text(self, term: Term, precedence: int = _LEAD) -> str:
        """The term; in parentheses where it stands as an argument of something that binds tighter."""
        return self._print(term, precedence, ())

    def _print(self, term: Term, precedence: int, bound: tuple[str, ...]) -> str:
        match term:
            case Var():
                return bound[-1 - term.index] if term.index < len(bound) else f"#{term.index}"
            case Local():
                return self._names[term.index] or "_"
            case Const():
                return self._constant(term, precedence, (), bound)
            case Sort():
                return _wrapped(term.name, _LEAD if " " in term.name else _MAX, precedence)
            case Meta():
                return "_"
            case Num():
                return str(term.value)
            case Text():
                return '"' + term.value.replace("\\", "\\\\").replace('"', '\\"') + '"'
            case Lam():
                name = self._fresh(term.name, bound)
                body = self._print(term.body, _LEAD, (*bound, name))
                typed = f"({name} : {self._print(term.type, _LEAD, bound)})"
                return _wrapped(f"fun {typed if self._explicit else name} => {body}", _LEAD, precedence)
            case Pi():
                return self._pi(term, precedence, bound)
            case Let():
                name = self._fresh(term.name, bound)
                value = self._print(term.value, _LEAD, bound)
                body = self._print(term.body, _LEAD, (*bound, name))
                return _wrapped(f"let {name} := {value}; {body}", _LEAD, precedence)
            case Proj():
                return f"{self._print(term.value, _MAX, bound)}.{term.index + 1}"
        head, args = head_args(term)
        if isinstance(head, Const):
            return self._constant(head, precedence, args, bound)
        words = [self._print(head, _MAX, bound), *(self._print(arg, _MAX, bound) for arg in args)]
        return _wrapped(" ".join(words), _ARGUMENT, precedence)

    def _pi(self, term: Pi, precedence: int, bound: tuple[str, ...]) -> str:
        if term.body.loose == 0 or not uses_variable(term.body):
            left = self._print(term.type, 26, bound)
            right = self._print(term.body, 25, (*bound, "_"))
            return _wrapped(f"{left} → {right}", 25, precedence)
        name = self._fresh(term.name, bound)
        brackets = ["()", "{}", "⦃⦄", "[]"][term.info]
        type_ = self._print(term.type, _LEAD, bound)
        body = self._print(term.body, _LEAD, (*bound, name))
        return _wrapped(f"∀ {brackets[0]}{name} : {type_}{brackets[1]}, {body}", _LEAD, precedence)

    def _constant(self, head: Const, precedence: int, args: tuple[Term, ...], bound: tuple[str, ...]) -> str:
        name = head.name
        infos = self._infos.get(name, ())
        if name in self._renderings and len(args) == len(infos):
            shown = [arg for arg, info in zip(args, infos, strict=True) if info == EXPLICIT]
            return f"({self._renderings[name].format(*(self._print(arg, _MAX, bound) for arg in shown))})"
        if not self._explicit:
            if (special := self._notation(name, args, precedence, bound)) is not None:
                return special
            if name not in self._infos:
                return self._everything(name, precedence, args, bound)
            shown = [arg for index, arg in enumerate(args) if index >= len(infos) or infos[index] == EXPLICIT]
            if all(i == EXPLICIT for i in infos[len(args) :]):
                words = [name, *(self._print(arg, _MAX, bound) for arg in shown)]
                return _wrapped(" ".join(words), _ARGUMENT if shown else _MAX, precedence)
        return self._everything(name, precedence, args, bound)

    def _everything(self, name: str, precedence: int, args: tuple[Term, ...], bound: tuple[str, ...]) -> str:
        """A constant with all its arguments."""
        if name == "OfNat.ofNat" and len(args) >= 2 and isinstance(args[1], Num):
            return f"({args[1].value} : {self._print(args[0], _LEAD, bound)})"
        words = [f"@{name}" if args else name, *(self._print(arg, _MAX, bound) for arg in args)]
        return _wrapped(" ".join(words), _ARGUMENT if args else _MAX, precedence)

    def _notation(
        self, name: str, args: tuple[Term, ...], precedence: int, bound: tuple[str, ...]
    ) -> str | None:
        if name in BINARY and len(args) == binary_arity(name):
            symbol, whole, left, right = BINARY[name]
            text = self._print(args[-2], left, bound) + symbol + self._print(args[-1], right, bound)
            return _wrapped(text, whole, precedence)
        if name == "OfNat.ofNat" and len(args) >= 2 and isinstance(args[1], Num):
            return str(args[1].value)
        if name == "List.nil":
            return "[]"
        if name == "Not" and len(args) == 1:
            return _wrapped(f"¬{self._print(args[0], _MAX, bound)}", 75, precedence)
        if name == "Prod.mk" and len(args) == 4:
            return f"({self._print(args[2], _LEAD, bound)}, {self._print(args[3], _LEAD, bound)})"
        if name == "Nat.succ" and len(args) == 1:
            return _wrapped(f"{self._print(args[0], 65, bound)} + 1", 65, precedence)
        if name == "Exists" and len(args) == 2 and isinstance(args[1], Lam):
            inner = self._fresh(args[1].name, bound)
            type_, body = (
                self._print(args[0], _LEAD, bound),
                self._print(args[1].body, _LEAD, (*bound, inner)),
            )
            return _wrapped(f"∃ {inner} : {type_}, {body}", _LEAD, precedence)
        if name in ("Bool.true", "Bool.false"):
            return name.rpartition(".")[2]
        return None

    def _fresh(self, name: str, bound: tuple[str, ...]) -> str:
        base = name if name.isidentifier() else "x"
        taken = {*self._names, *bound}
        found, number = base, 1
        while found in taken:
            found, number = f"{base}{number}", number + 1
        return found


def binary_arity(name: str) -> int:
    """With how many arguments a name of `BINARY` is an operator between the last two."""
    if name in _BINARY_ARITY:
        return _BINARY_ARITY[name]
    return 6 if name.partition(".")[0] in _OPERATOR_ARITY else 4


def _wrapped(text: str, own: int, needed: int) -> str:
    return f"({text})" if own < needed else text
