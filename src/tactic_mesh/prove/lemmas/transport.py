"""A type of the file that is numbers in disguise, brought to the numbers: the map, its laws, and their proofs.

`def T.toNat : T → Nat` and lemmas that say what equality, existence and each function of the file become under it.
The laws were found by tests (`interpretation.py`); each is proven by the search, or by a script that fits every
such type, and stands in the finished file if the proof uses it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field

from tactic_mesh.experts.knowledge import Knowledge, Lemma
from tactic_mesh.experts.knowledge import Transport as Rules
from tactic_mesh.experts.output import Expert
from tactic_mesh.experts.reading import comma
from tactic_mesh.lean.answer import RawAnswer
from tactic_mesh.lean.engine import SteppingLean, Worker
from tactic_mesh.lean.session import Point, Refused, SessionFailed, TacticLimits, TacticSession
from tactic_mesh.prove.footprint import Footprint
from tactic_mesh.prove.knowing import knowledge
from tactic_mesh.prove.lemmas.discovery import Proven
from tactic_mesh.prove.lemmas.interpretation import RELATIONS, Reading
from tactic_mesh.prove.search import Allowance, BestFirst, Search
from tactic_mesh.prove.telling import Account, TreeNews
from tactic_mesh.prove.writing import proof_text
from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.term import Const, Constant, Pi, Sort, const, head_name

TACTICS_A_LAW = 200
TACTICS_A_RELATION = 60
SCRIPT_WALL_S = 10.0
_MULTIPLY_OUT = "Nat.mul_add, Nat.add_mul, Nat.pow_succ"
_LETTERS = {"Nat": ("n", "m", "k"), "": ("x", "y", "z")}


@dataclass(slots=True)
class Transport:
    """One type's way to the numbers, being built."""

    lean: SteppingLean
    prelude: str
    definitions: tuple[str, ...]
    known: Knowledge
    constants: Mapping[str, Constant]
    experts: tuple[Expert, ...]
    reading: Reading
    given: list[Proven]
    """Lemmas that hold by definition, about the file's operators."""
    until: float
    tactics_max: int | None = None
    account: Account = field(default_factory=Account)
    footprint: Footprint = field(default_factory=Footprint)
    proven: list[Proven] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)
    tactics: int = 0
    map: str = ""
    inverse: str = ""
    _map_rules: list[str] = field(default_factory=list)
    _laws: list[str] = field(default_factory=list)
    _carried: set[str] = field(default_factory=set)
    _worker: Worker | None = None
    _base: int = 0

    async def build(self) -> Rules | None:
        """The rules that take statements to the numbers; None if the type's equality cannot be taken there."""
        async with AsyncExitStack() as stack:
            worker = self._worker = await stack.enter_async_context(self.lean.worker(Limits()))
            stack.enter_context(self.footprint.counting(worker))
            given = "".join(f"\n{one.stub}\n" for one in self.given)
            if not await self._took(f"{self.prelude}{given}"):
                return None
            if not (await self._define() and await self._equality()):
                return None
            for operation, text in self.reading.agreeing:
                places = [head_name(type_) for type_ in operation.arguments]
                await self._law(operation.name, places, head_name(operation.result), text)
            for name, places in self._predicates():
                await self._relation(name, places)
        constructors = {clause.constructor for clause in self.reading.clauses}
        carried = frozenset(self._carried | constructors)
        return Rules(self.reading.type, tuple(self.rules), carried)

    async def _took(self, text: str) -> bool:
        """Whether Lean accepts a text, which stands before all later ones from now on."""
        assert self._worker is not None
        if not self._worker.alive:
            return False
        answer = await self._worker.run(text, SCRIPT_WALL_S, base=self._base, keep=True)
        if not isinstance(answer, RawAnswer) or answer.errors or answer.state is None:
            return False
        self._base = answer.state
        return True

    async def _free(self, *names: str) -> str:
        """The first of the names that nothing has, or the last with primes."""
        assert self._worker is not None
        waiting = list(names)
        while True:
            name = waiting.pop(0)
            answer = await self._worker.run(f"#check @{name}", SCRIPT_WALL_S, base=self._base)
            if not isinstance(answer, RawAnswer) or answer.errors:
                return name
            if not waiting:
                waiting.append(f"{name}'")

    async def _define(self) -> bool:
        """The map to the numbers, and the way back if there is one; the file's own functions, if it has them."""
        reading = self.reading
        own, target = reading.type, reading.target
        self.map = reading.function
        if not self.map:
            self.map = await self._free(f"{own}.to{target}", f"{own}.as{target}")
            cases = [
                f"  | {one.constructor}{' x' if one.field else ''} => "
                + one.meaning[0].format(f"{self.map} x" if one.field == own else "x")
                for one in reading.clauses
            ]
            start = f"def {self.map} (x : {own}) : {target}"
            if not await self._defined(self.map, start, "match x with\n" + "\n".join(cases)):
                return False
        self._map_rules = [self.map]
        if not reading.is_recursive and not await self._clauses():
            return False
        if not reading.counts:
            return True
        back = [
            operation.name
            for operation, text in reading.agreeing
            if target == "Nat" and text == "{0}" and operation.arguments == (const("Nat"),)
        ]
        if back:
            self.inverse = back[0]
            return True
        self.inverse = await self._free(f"{own}.of{target}", f"{own}.from{target}")
        start = f"def {self.inverse} (n : {target}) : {own}"
        by_meaning = {one.meaning[0]: one.constructor for one in reading.clauses}
        if target == "Nat":
            body = f"  | 0 => {by_meaning['0']}\n  | n + 1 => {by_meaning['{0} + 1']} ({self.inverse} n)"
        else:
            body = (
                f"  | .ofNat n => {by_meaning['({0} : Int)']} n\n"
                f"  | .negSucc n => {by_meaning['-({0} : Int) - 1']} n"
            )
        return await self._defined(self.inverse, start, f"match n with\n{body}")

    async def _clauses(self) -> bool:
        """The map's clauses as lemmas: `simp` would unfold a map without recursion everywhere."""
        self._map_rules = []
        for one in self.reading.clauses:
            call, binder = (
                (f"({one.constructor} x)", f"∀ x : {one.field}, ") if one.field else (one.constructor, "")
            )
            statement = f"{binder}{self.map} {call} = {one.meaning[0].format('x')}"
            script = "intro x\nrfl" if one.field else "rfl"
            name = f"{_short(self.map)}_{_short(one.constructor)}"
            if not await self._scripted(name, statement, [script], is_rule=False):
                return False
            self._map_rules.append(self.proven[-1].lemma.name)
        return True

    async def _defined(self, name: str, start: str, body: str) -> bool:
        if not await self._took(f"{start} := {body}"):
            return False
        lemma = Lemma(name, start, is_equation=False, rewrites=False)
        self.proven.append(Proven(lemma, body, carries=True, defines=True))
        return True

    async def _equality(self) -> bool:
        """`x = y ↔ toNat x = toNat y`, and what `∃ x` becomes; whether the first was proven."""
        own, map_, inverse = self.reading.type, self.map, self.inverse
        word, back, one_to_one = _short(map_), "", ""
        if inverse:
            over = f"∀ n : {self.reading.target}, {map_} ({inverse} n) = n"
            there = await self._proved(f"{word}_{_short(inverse)}", over, "n", is_rule=True)
            self._carried.add(inverse)
            if not there:
                return False
        if self.reading.is_recursive and inverse:
            over = f"∀ x : {own}, {inverse} ({map_} x) = x"
            back = await self._proved(f"{_short(inverse)}_{word}", over, "x")
            proof = f"fun h => by rw [← {back} x, h, {back}]"
        else:
            if self.reading.target == "Nat":
                over = f"∀ x : {own}, 0 < {map_} x"
                await self._scripted(f"{word}_pos", over, self._inductions("", ["x"]), is_rule=False)
            over = f"∀ x y : {own}, {map_} x = {map_} y → x = y"
            if not await self._scripted(f"{word}_inj", over, self._injections(), is_rule=False):
                return False
            one_to_one = self.proven[-1].lemma.name
            proof = f"{one_to_one} x y"
            if inverse:
                over = f"∀ x : {own}, {inverse} ({map_} x) = x"
                script = f"intro x\nexact {one_to_one} _ _ ({there} _)"
                if await self._scripted(f"{_short(inverse)}_{word}", over, [script], is_rule=False):
                    back = self.proven[-1].lemma.name
        if inverse and not back:
            return False
        statement = f"∀ x y : {own}, x = y ↔ {map_} x = {map_} y"
        script = f"intro x y\nexact ⟨congrArg {map_}, {proof}⟩"
        if not await self._scripted(f"eq_iff_{word}", statement, [script]):
            return False
        self.rules += ["ne_eq", *self._map_rules]
        self._carried.add(map_)
        if inverse:
            witness = f"⟨{map_} x, ({back} x).symm ▸ h⟩"
            script = f"intro p\nexact ⟨fun ⟨x, h⟩ => {witness}, fun ⟨n, h⟩ => ⟨{inverse} n, h⟩⟩"
            whole = f"∀ p : {own} → Prop, (∃ x, p x) ↔ ∃ n, p ({inverse} n)"
            await self._scripted(f"exists_iff_{_short(inverse)}", whole, [script])
        return True

    def _injections(self) -> list[str]:
        """Scripts that show that the map takes different values to different numbers."""
        fields = [one.constructor for one in self.reading.clauses if one.field]
        rules = comma([*self._map_rules, *(f"{one}.injEq" for one in fields)])
        positive = [one.lemma.name for one in self.proven if one.lemma.name.endswith("_pos")]
        ways = ["rfl", "omega", "(rename_i ih y; exact ih _ (by omega))"]
        ways[2:2] = [f"(have := {one} ‹_›; omega)" for one in positive]
        close = f"simp only [{rules}] at * <;> first | {' | '.join(ways)}"
        return [
            f"intro x y h\ncases x <;> cases y <;> (simp_all [{comma(self._map_rules)}] <;> omega)",
            f"intro x\ninduction x <;> intro y h <;> cases y <;> {close}",
        ]

    def _call(self, function: str, places: Sequence[str]) -> tuple[str, list[str], list[str]]:
        """Binders for a function's arguments, the variables, and the arguments as numbers."""
        binders: list[str] = []
        names: list[str] = []
        numbers: list[str] = []
        for place in places:
            letters = _LETTERS["Nat" if place == "Nat" else ""]
            name = next(letter for letter in letters if letter not in names)
            names.append(name)
            binders.append(f"({name} : {place})")
            if place == self.reading.type:
                numbers.append(f"{self.map} {name}")
            else:
                numbers.append(f"({name} : Int)" if self.reading.target == "Int" else name)
        return " ".join(binders), names, numbers

    async def _law(self, function: str, places: list[str], result: str, text: str) -> None:
        """What a function of the file is on numbers."""
        if function == self.inverse:
            return
        binders, variables, numbers = self._call(function, places)
        call = " ".join([function, *variables])
        told = text.format(*numbers)
        if result == self.reading.type:
            left = f"{self.map} ({call})" if places else f"{self.map} {call}"
            name = f"{_short(self.map)}_{_short(function)}"
        else:
            left = f"({call} : Int)" if result == "Nat" and self.reading.target == "Int" else call
            name = f"{_short(function)}_eq"
        statement = f"∀ {binders}, {left} = {told}" if binders else f"{left} = {told}"
        law = await self._proved(name, statement, " ".join(variables), function, is_rule=True)
        if not law:
            return
        self._carried.add(function)
        if result == "Bool" and "decide_eq_true_eq" not in self.rules:
            self.rules += ["decide_eq_true_eq", "decide_eq_false_iff_not"]

    def _predicates(self) -> Iterator[tuple[str, list[str]]]:
        """The file's functions from values of the type and numbers to propositions."""
        for name in self.known.functions:
            constant = self.constants.get(name)
            places: list[str] = []
            type_ = constant.type if constant is not None else const("")
            while isinstance(type_, Pi) and isinstance(type_.type, Const):
                places.append(type_.type.name)
                type_ = type_.body
            is_proposition = isinstance(type_, Sort) and len(places) in RELATIONS
            if is_proposition and self.reading.type in places and set(places) <= {self.reading.type, "Nat"}:
                yield name, places

    async def _relation(self, function: str, places: list[str]) -> None:
        """What a predicate of the file is on numbers: the first of the usual ones that can be proven."""
        binders, variables, numbers = self._call(function, places)
        call = " ".join([function, *variables])
        name = f"{_short(function)}_iff"
        rules = [one.lemma.name for one in self.given] + self.rules
        start = f"intro {' '.join(variables)}\nsimp only [{comma([function, *rules])}]"
        if len(places) == 2:
            left, right = numbers
            witnesses = [f"{right} - {left}", f"{right} - {left} - 1"]
        else:
            witnesses = [f"{numbers[0]} / 2"]
        exact = "exact ⟨fun ⟨_, h⟩ => by omega, fun h => ⟨{0}, by omega⟩⟩"
        scripts = [f"{start}\nomega", *(f"{start}\n{exact.format(one)}" for one in witnesses)]
        scripts += self._inductions(function, variables)
        for text, _ in RELATIONS[len(places)]:
            statement = f"∀ {binders}, {call} ↔ {text.format(*numbers)}"
            if await self._scripted(name, statement, scripts):
                self._carried.add(function)
                return

    def _inductions(self, function: str, variables: Sequence[str]) -> list[str]:
        """Scripts that suit most laws of a function: induction along it or on a variable, then computation."""
        own = [*self.known.reach(frozenset({function})), *self._map_rules]
        if self.inverse and not function:
            own.append(self.inverse)
        rules = comma(dict.fromkeys([*own, *(one.lemma.name for one in self.given), *self._laws]))
        start = f"intro {' '.join(variables)}\n" if variables else ""
        found = []
        for more in ("", f", {_MULTIPLY_OUT}"):
            compute = f"(simp_all [{rules}{more}] <;> omega)"
            if not variables:
                found.append(compute)
            if variables and function and self.known.functions[function].is_recursive:
                found.append(f"{start}fun_induction {function} {' '.join(variables)} <;> {compute}")
            for variable in reversed(variables):
                others = [one for one in variables if one != variable]
                generalizing = f" generalizing {' '.join(others)}" if others else ""
                found.append(f"{start}induction {variable}{generalizing} <;> {compute}")
            if variables:
                splits = " <;> ".join(f"cases {one}" for one in variables)
                found.append(f"{start}{splits} <;> {compute}")
        return found

    async def _proved(
        self, name: str, statement: str, variables: str, function: str = "", *, is_rule: bool = False
    ) -> str:
        """The name of a proven lemma, by a script if one does, else by the search; empty if neither does."""
        if await self._scripted(
            name, statement, self._inductions(function, variables.split()), is_rule=is_rule
        ):
            return self.proven[-1].lemma.name
        proof = await self._searched(statement)
        if proof and await self._scripted(name, statement, [], proof=proof, is_rule=is_rule):
            return self.proven[-1].lemma.name
        return ""

    async def _scripted(
        self, name: str, statement: str, scripts: list[str], *, proof: str = "", is_rule: bool = True
    ) -> bool:
        """Whether one of the scripts proves a statement, which is then a lemma."""
        name = await self._free(name, f"{_short(self.reading.type)}.{name}")
        proofs = [proof] if proof else ["by\n  " + script.replace("\n", "\n  ") for script in scripts]
        for one in proofs:
            if self.tactics_max is not None and self.tactics >= self.tactics_max:
                return False
            self.tactics += 1
            self.account.spend(1)
            if await self._took(f"theorem {name} : {statement} := {one}"):
                self._added(name, statement, one, is_rule=is_rule)
                return True
        return False

    async def _searched(self, statement: str, bound: int = TACTICS_A_LAW) -> str:
        """The search's proof of a statement; empty if it finds none."""
        if self.tactics_max is not None:
            bound = min(bound, self.tactics_max - self.tactics - 1)
        if bound <= 0:
            return ""
        stubs = "".join(f"\n{one.stub}\n" for one in [*self.given, *self.proven])
        try:
            async with self.lean.session(self.prelude + stubs, "True") as session:
                root = await session.open()
                stated = f"refine (fun _ => trivial : ({statement}) → True) ?_"
                outcome = (await session.step(root, [stated], TacticLimits()))[0]
                self.tactics += 1
                self.account.spend(1)
                if isinstance(outcome, Refused) or not outcome.points:
                    return ""
                point = outcome.points[0]
                known = await self._knowledge(session, point)
                (number,) = self.account.numbers(1)
                news = TreeNews(self.account, number, "lemma", statement, known)
                allowance = Allowance(self.until, bound, footprint=self.footprint)
                search = Search([session], point, known, self.experts, BestFirst(), allowance, news=news)
                with self.footprint.counting(session):
                    result = await search.run()
        except SessionFailed:
            return ""
        self.tactics += result.tactics
        return proof_text(result.tree.root) if result.proved else ""

    async def _knowledge(self, session: TacticSession, point: Point) -> Knowledge:
        """What there is to know, with the definitions and laws that were made so far."""
        made = [one.lemma.name for one in self.proven if one.defines]
        lemmas = [one.lemma for one in [*self.given, *self.proven] if not one.defines]
        return await knowledge(session, point, (*self.definitions, *made), tuple(lemmas))

    def _added(self, name: str, statement: str, proof: str, *, is_rule: bool) -> None:
        is_law = " = " in statement and " → " not in statement and "↔" not in statement
        lemma = Lemma(
            name,
            statement,
            is_equation=is_law,
            rewrites=is_law,
            heads=(self.map, ""),
            constants=frozenset({self.map}),
        )
        self.proven.append(Proven(lemma, proof, carries=True))
        self.account.lemma(name, statement, "proved")
        if is_law:
            self._laws.append(name)
        if is_rule:
            self.rules.append(name)


def _short(name: str) -> str:
    return name.rpartition(".")[2]
