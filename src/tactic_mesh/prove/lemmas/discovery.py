"""Lemmas: conjectured, tested, proven by the same search, and then used by it.

A lemma that was proven stands in the sessions of later searches as a theorem before the one that is wanted; its proof
is part of the finished file if the proof uses it. Conjectures come from exploration and from goals that got stuck.
"""

from __future__ import annotations

import asyncio
import itertools
import re
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from tactic_mesh.experts.knowledge import Knowledge, Lemma
from tactic_mesh.experts.output import Expert
from tactic_mesh.experts.reading import fresh
from tactic_mesh.experts.speculation import common_terms
from tactic_mesh.lean.engine import SteppingLean
from tactic_mesh.lean.session import Refused, SessionFailed, TacticLimits, TacticSession
from tactic_mesh.prove.footprint import Footprint
from tactic_mesh.prove.lemmas.conjectures import Conjecture, canonical
from tactic_mesh.prove.lemmas.exploration import Explorer
from tactic_mesh.prove.lemmas.ordering import compare, erased, fits, mirror_key
from tactic_mesh.prove.lemmas.recognition import recognised
from tactic_mesh.prove.search import Allowance, BestFirst, Search
from tactic_mesh.prove.telling import Account, TreeNews
from tactic_mesh.prove.tree import Node, Tree
from tactic_mesh.prove.writing import proof_text
from tactic_mesh.term import (
    App,
    Local,
    Sort,
    Term,
    constants,
    equation,
    head_args,
    head_name,
    instantiated,
    local,
    locals_in,
    replaced,
    subterms,
)

TACTICS_A_LEMMA = (60, 160, 400)
"""What the first, second and third attempt at a candidate may use."""
STATING_TACTICS = 2
"""What it takes to state a candidate, beside these."""
ATTEMPTS_MAX = len(TACTICS_A_LEMMA)
FITS_BONUS = 7.0
STUCK_TERMS_MAX = 400
LEMMAS_MAX = 40
_COMMUTATIVE = frozenset({"HAdd.hAdd", "HMul.hMul", "and", "or", "Max.max", "Min.min"})
_EASY = frozenset({"introduction", "simplification", "automation"})


@dataclass(frozen=True, slots=True)
class Proven:
    """A lemma with its proof, as it stands in a file.

    One that `carries` is about the map from a type of the file to the numbers, for one expert alone. One that
    `defines` is a definition: its statement is how that begins, its proof the body.
    """

    lemma: Lemma
    proof: str
    carries: bool = False
    defines: bool = False

    @property
    def start(self) -> str:
        return self.lemma.statement if self.defines else f"theorem {self.lemma.name} : {self.lemma.statement}"

    @property
    def stub(self) -> str:
        return f"{self.start} := {self.proof if self.defines else 'by sorry'}"


@dataclass(slots=True)
class Candidate:
    """A conjecture that waits for a proof. `tried_with` is how many lemmas there were at its last attempt."""

    conjecture: Conjecture
    score: float
    attempts: int = 0
    tried_with: int = -1
    mirror: str = ""


@dataclass(slots=True)
class Discovery:
    """The lemmas of one run."""

    lean: SteppingLean
    prelude: str
    known: Knowledge
    explorer: Explorer
    experts: tuple[Expert, ...]
    goal_names: frozenset[str]
    account: Account = field(default_factory=Account)
    proven: list[Proven] = field(default_factory=list)
    candidates: list[Candidate] = field(default_factory=list)
    footprint: Footprint = field(default_factory=Footprint)
    tactics: int = 0
    out_of_memory: bool = False
    stuck: list[Term] = field(default_factory=list)
    renderings: dict[str, str] = field(default_factory=dict)
    library: dict[str, str] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)
    """Names that no new lemma may get: the theorem's own, those of lemmas, and what else was met."""
    _commutative: set[str] = field(default_factory=lambda: set(_COMMUTATIVE))
    _settled: set[str] = field(default_factory=set)
    _seen: set[tuple[Term, Term, Term | None]] = field(default_factory=set)

    @property
    def stubs(self) -> str:
        """The lemmas as Lean text without proofs, for the sessions of a search."""
        return "".join(f"\n{one.stub}\n" for one in self.proven)

    @property
    def knowledge(self) -> Knowledge:
        return replace(self.known, lemmas=tuple(one.lemma for one in self.proven if not one.carries))

    def recognise(self) -> None:
        """Candidates: functions of the file that the library has too."""
        self._add(recognised(self.explorer), bonus=10.0)

    def distrust(self, name: str) -> bool:
        """Forget a lemma whose proof does not stand in a file, and those that rest on it; whether there was one."""
        before = len(self.proven)
        gone = {name}
        for one in self.proven:  # what rests on a lemma stands after it
            if one.lemma.name in gone or any(
                _mentions_name(f"{one.start} {one.proof}", other) for other in gone
            ):
                gone.add(one.lemma.name)
        self.proven = [one for one in self.proven if one.lemma.name not in gone]
        return len(self.proven) < before

    def explore(self) -> None:
        """Candidates by exploration of the functions in reach."""
        self._add(self.explorer.conjectures())

    def learn_from(self, tree: Tree, leaves_max: int = 8) -> None:
        """Candidates from goals at which a search is stuck: the goal itself, and with common terms forgotten."""
        leaves = list(tree.open_leaves())
        for leaf in leaves[:leaves_max]:
            self._add(self._generalised(leaf), bonus=-2.0)
        found: dict[Term, None] = {}
        for leaf in leaves[: 4 * leaves_max]:
            for one in subterms(leaf.point.goals[0].target):
                head = head_name(one)
                if (
                    not one.loose
                    and isinstance(one, App)
                    and (head in self.known.functions or head in self.library)
                ):
                    found[one] = None
        self.stuck = list(found)[:STUCK_TERMS_MAX]

    def _generalised(self, leaf: Node) -> Iterator[Conjecture]:
        goal = leaf.point.goals[0]
        sides = equation(goal.target)
        if sides is None or goal.has_meta or len(leaf.point.goals) > 1:
            return
        if any(".match_" in f".{name}" or name.startswith("inst") for name in constants(goal.target)):
            return
        types = [v.type for v in goal.context]
        taken: set[str] = set()
        names = tuple(fresh(v.name or "x", taken) for v in goal.context)
        _, left, right = sides
        for conjecture in _forgetting(left, right, types, names, self.known):
            if conjecture.left is conjecture.right:
                continue
            used = locals_in(conjecture.left) | locals_in(conjecture.right)
            if any(goal.context[i].is_proof for i in used if i < len(goal.context)):
                continue
            if self.explorer.tested(conjecture):
                yield conjecture

    def _add(self, conjectures: Iterable[Conjecture], bonus: float = 0.0) -> None:
        in_reach = frozenset(self.known.reach(self.goal_names))
        for one in conjectures:
            left, right = canonical(one.left, one.right)
            key = (left, right if not one.replaces else left, one.premise)
            turned = (*canonical(one.right, one.left), one.premise)
            if key in self._seen or turned in self._seen:
                continue
            self._seen.add(key)
            self._conjectured_law(one)
            others = one.constants - self.goal_names
            called = len(others & in_reach)
            strange = len(others & self.known.functions.keys()) - called
            score = (
                one.size + 2.0 * strange + 0.5 * called - bonus + (4.0 if one.premise is not None else 0.0)
            )
            self.candidates.append(Candidate(one, score))

    def waiting(self) -> list[Candidate]:
        """The candidates that may be tried, the most promising first; one that failed waits for a new lemma.

        Of those that say the same but for the order of arguments that may change places, one comes first, and counts
        what the others cost; once it is proven, the others are easy, and are no longer held back.
        """
        ready = [
            c
            for c in self.candidates
            if c.attempts < ATTEMPTS_MAX
            and c.tried_with < len(self.proven)
            and self._is_ours(c.conjecture)
            and not self._is_early(c.conjecture)
        ]
        failed: dict[str, int] = {}
        for one in self.candidates:
            one.mirror = one.mirror or self._mirror(one.conjecture)
            failed[one.mirror] = failed.get(one.mirror, 0) + one.attempts

        def cost(one: Candidate) -> float:
            attempts = one.attempts if one.mirror in self._settled else failed[one.mirror]
            return one.score + 3.0 * attempts - self._fits(one.conjecture)

        first: list[Candidate] = []
        later: list[Candidate] = []
        met: set[str] = set()
        for one in sorted(ready, key=cost):
            held_back = one.mirror in met and one.mirror not in self._settled
            (later if held_back else first).append(one)
            met.add(one.mirror)
        return first + later

    def _mirror(self, conjecture: Conjecture) -> str:
        sides = [conjecture.left, conjecture.right, *([conjecture.premise] if conjecture.premise else [])]
        return f"{conjecture.right_text}{mirror_key(sides, self._commutative)}"

    def _conjectured_law(self, conjecture: Conjecture) -> None:
        """Arguments that may change places, as far as tests tell: enough to see which statements are variants."""
        if conjecture.replaces:
            commutes = conjecture.library in _COMMUTATIVE
        else:
            commutes = conjecture.premise is None and _says_commutative(conjecture.left, conjecture.right)
        name = head_name(conjecture.left)
        if commutes and name not in self._commutative:
            self._commutative.add(name)
            for one in self.candidates:
                one.mirror = ""

    def _is_early(self, conjecture: Conjecture) -> bool:
        """Whether a function should wait until those that it calls were compared with the library's."""
        if not conjecture.replaces:
            return False
        name = head_name(conjecture.left)
        below = set(self.known.reach(frozenset({name}))) - {name}
        return any(
            one.conjecture.replaces and one.attempts == 0 and head_name(one.conjecture.left) in below
            for one in self.candidates
        )

    def _is_ours(self, conjecture: Conjecture) -> bool:
        """Whether it is about a function that only the file has: the library has its own laws about its own."""
        mine = conjecture.constants & self.known.functions.keys()
        return conjecture.replaces or not mine <= self.renderings.keys()

    @property
    def _precedence(self) -> dict[str, int]:
        """Functions by what they are made of; those that the library has are the least."""
        names = enumerate(self.known.functions)
        return {name: 0 if name in self.renderings else number + 1 for number, name in names}

    def _oriented(self, conjecture: Conjecture) -> Conjecture:
        """The side that rewriting should remove on the left."""
        if conjecture.replaces or conjecture.premise is not None:
            return conjecture
        backwards = compare(conjecture.left, conjecture.right, self._precedence) < 0
        may_turn = locals_in(conjecture.left) <= locals_in(conjecture.right)
        if (backwards or isinstance(conjecture.left, Local)) and may_turn:
            return replace(conjecture, left=conjecture.right, right=conjecture.left)
        return conjecture

    def _fits(self, conjecture: Conjecture) -> float:
        """A bonus for a conjecture that would rewrite a goal at which the search is stuck."""
        pattern = erased(self._oriented(conjecture).left, {})
        return (
            FITS_BONUS if any(fits(pattern, erased(term, self.library), {}) for term in self.stuck) else 0.0
        )

    async def prove_some(self, count: int, jobs: int, until: float, tactics_left: int | None) -> int:
        """Try the next `count` candidates; how many became lemmas."""
        chosen = self.waiting()[:count]
        if not chosen or len(self.proven) >= LEMMAS_MAX:
            return 0
        before = len(self.proven)
        async with self.lean.sessions(jobs, self.prelude + self.stubs, "True") as sessions:
            known = self.knowledge
            found: dict[int, tuple[Proven | None, int]] = {}
            numbers = self.account.numbers(len(chosen))
            bounds = self._bounds(chosen, tactics_left)

            async def lane(number: int, session: TacticSession) -> None:
                for index in range(number, len(chosen), len(sessions)):
                    if time.monotonic() < until and bounds[index] > 0 and not self.out_of_memory:
                        found[index] = await self._attempt(
                            session, chosen[index], known, until, bounds[index], numbers[index]
                        )

            with self.footprint.counting(*sessions):
                async with asyncio.TaskGroup() as group:
                    for number, session in enumerate(sessions):
                        group.create_task(lane(number, session))
            await self._meet_names(sessions[0], found)
        for index, candidate in enumerate(chosen):
            if index not in found:
                continue
            result, used = found[index]
            self.tactics += used
            candidate.attempts += 1
            candidate.tried_with = before
            if result is None and candidate.attempts == ATTEMPTS_MAX:
                statement = self.explorer.statement(candidate.conjecture)
                self.account.lemma("", statement, "given_up")
            if result is not None:
                self.candidates.remove(candidate)
                self._settled.add(candidate.mirror)
                if result.proof:
                    self.proven.append(self._named(result))
                    lemma = self.proven[-1].lemma
                    self.account.lemma(lemma.name, lemma.statement, "proved")
                if candidate.conjecture.replaces:
                    self._render(candidate.conjecture)
        return len(self.proven) - before

    def _bounds(self, chosen: list[Candidate], tactics_left: int | None) -> list[int]:
        """How many tactics each candidate may take, in their order, so that none depends on who is done first."""
        bounds = []
        for one in chosen:
            bound = STATING_TACTICS + TACTICS_A_LEMMA[max(one.attempts, 1 if one.conjecture.replaces else 0)]
            bounds.append(bound if tactics_left is None else min(bound, tactics_left))
            tactics_left = None if tactics_left is None else tactics_left - bounds[-1]
        return bounds

    def _render(self, conjecture: Conjecture) -> None:
        """From now on lemmas speak of the library's function instead of the file's, as simplified goals do."""
        name = head_name(conjecture.left)
        self.renderings[name] = conjecture.right_text
        if conjecture.library:
            self.library[conjecture.library] = name

    async def _attempt(
        self,
        session: TacticSession,
        candidate: Candidate,
        known: Knowledge,
        until: float,
        tactics_max: int,
        number: int,
    ) -> tuple[Proven | None, int]:
        """A proof of a candidate, with an empty text if it needs no lemma of its own; and the tactics it took."""
        conjecture = self._oriented(candidate.conjecture)
        tried = 0
        try:
            root = await session.open()
            for explicit in (False, True)[:tactics_max]:
                used = {} if conjecture.replaces else self.renderings
                statement = self.explorer.statement(conjecture, explicit=explicit, renderings=used)
                outcome = (
                    await session.step(
                        root, [f"refine (fun _ => trivial : ({statement}) → True) ?_"], TacticLimits()
                    )
                )[0]
                tried += 1
                self.account.spend(1)
                if not isinstance(outcome, Refused) and outcome.points:
                    break
            else:
                return None, tried
            if isinstance(outcome, Refused):
                return None, tried
            point = outcome.points[0]
            allowance = Allowance(until, tactics_max - tried, footprint=self.footprint)
            news = TreeNews(self.account, number, "lemma", statement, known)
            search = Search([session], point, known, self.experts, BestFirst(), allowance, news=news)
            result = await search.run()
            self.out_of_memory = self.out_of_memory or result.out_of_memory
            await session.forget([node.point for node in result.tree.nodes if node.point is not point])
        except SessionFailed:
            return None, tried
        tried += result.tactics
        if not result.proved:
            return None, tried
        lemma = self._lemma(conjecture, statement)
        proof = "" if _is_easy(result.tree.root) and not conjecture.replaces else proof_text(result.tree.root)
        return Proven(lemma, proof), tried

    def _lemma(self, conjecture: Conjecture, statement: str) -> Lemma:
        order = compare(conjecture.left, conjecture.right, self._precedence)
        permutes = (
            canonical(conjecture.left, conjecture.left)[0] is canonical(conjecture.right, conjecture.right)[0]
        )
        return Lemma(
            "",
            statement,
            is_equation=conjecture.premise is None,
            rewrites=conjecture.replaces or order > 0 or permutes or conjecture.premise is not None,
            heads=(head_name(conjecture.left), head_name(conjecture.right)),
            constants=conjecture.constants,
            replaces=conjecture.replaces,
            name_hint=_hint(conjecture),
            library=conjecture.library,
        )

    async def _meet_names(self, session: TacticSession, found: dict[int, tuple[Proven | None, int]]) -> None:
        """Find out which of the names that new lemmas may get are the file's or the library's already."""
        namespaces = {name.rpartition(".")[0] for name in self.known.functions}
        for result, _ in found.values():
            hint = result.lemma.name_hint if result is not None else ""
            for name in _numbered(hint or "lemma"):
                if name in self.taken:
                    continue
                places = [f"{space}.{name}" if space else name for space in sorted({"", *namespaces})]
                if not any([await session.constant(one) is not None for one in places]):
                    break
                self.taken.add(name)

    def _named(self, proven: Proven) -> Proven:
        name = next(n for n in _numbered(proven.lemma.name_hint or "lemma") if n not in self.taken)
        self.taken.add(name)
        return Proven(replace(proven.lemma, name=name), proven.proof)


def _numbered(base: str) -> Iterator[str]:
    yield base
    for number in itertools.count(2):
        yield f"{base}_{number}"


def used_in(proof: str, lemmas: list[Proven]) -> list[Proven]:
    """The lemmas and definitions that a proof mentions, directly or through each other, in their order."""
    needed: set[str] = set()
    texts = [proof]
    while texts:
        text = texts.pop()
        for one in lemmas:
            if one.lemma.name not in needed and _mentions_name(text, one.lemma.name):
                needed.add(one.lemma.name)
                texts += [one.start, one.proof]
    return [one for one in lemmas if one.lemma.name in needed]


def _mentions_name(text: str, name: str) -> bool:
    return re.search(rf"(?<![\w.']){re.escape(name)}(?![\w'])", text) is not None


def _is_easy(root: Node) -> bool:
    """Whether a proof only computes and simplifies: `simp` finds it again wherever it is needed."""
    node, steps = root, 0
    while node.solution is not None and steps < 6:
        edge = node.solution
        if edge.output.expert not in _EASY or len(edge.children) > 1:
            return False
        if not edge.children:
            return "omega" not in edge.output.tactic
        node, steps = edge.children[0], steps + 1
    return False


def _says_commutative(left: Term, right: Term) -> bool:
    """Whether an equation is `f x y = f y x`."""
    (head, args), (other, others) = head_args(left), head_args(right)
    if head is not other or len(args) < 2 or len(args) != len(others) or args[:-2] != others[:-2]:
        return False
    swapped = args[-2] is others[-1] and args[-1] is others[-2]
    return (
        swapped and isinstance(args[-1], Local) and isinstance(args[-2], Local) and args[-1] is not args[-2]
    )


def _forgetting(
    left: Term, right: Term, types: list[Term], names: tuple[str, ...], known: Knowledge
) -> Iterator[Conjecture]:
    """The equation itself, and with each common term replaced by a variable of its type."""
    yield Conjecture(left, right, tuple(types), names=names)
    for term in common_terms(left, right, known)[:4]:
        function = known.functions[head_name(term)]
        type_ = _result_type(function.result, head_args(term)[1], known)
        if type_ is None:
            continue
        place = local(len(types))
        yield Conjecture(
            replaced(left, term, place), replaced(right, term, place), (*types, type_), names=names
        )


def _result_type(result: Term, args: tuple[Term, ...], known: Knowledge) -> Term | None:
    """The type of an application, where it depends on type arguments only."""
    type_ = instantiated(result, *args) if result.loose else result
    return None if type_.loose or isinstance(type_, Sort) else type_


def _hint(conjecture: Conjecture) -> str:
    """A name by what the left side is made of: `rev_append`, `sorted_insort_of_sorted`."""
    words = _words(conjecture.left)
    if conjecture.replaces:
        return f"{words[0]}_eq"
    if len(words) == 1:
        words.append(_short(head_name(conjecture.right)) or "eq")
    name = "_".join(words[:3])
    if conjecture.premise is not None:
        sides = equation(conjecture.premise)
        name += "_of_" + _short(head_name(sides[1] if sides else conjecture.premise))
    return name


def _words(term: Term) -> list[str]:
    head, args = head_args(term)
    own = _short(head_name(head))
    if own == "zero":
        return [own]
    inner = [
        arg
        for arg in args
        if head_args(arg)[1]
        and not arg.loose
        and not head_name(arg).startswith("inst")
        and _short(head_name(arg)) not in _TYPES
    ]
    return [own, *(_words(inner[0]) if inner else [])] if own else ["eq"]


_TYPES = frozenset({"List", "Option", "Prod", ""})


def _short(name: str) -> str:
    word = name.rpartition(".")[2]
    return {"hAdd": "add", "hMul": "mul", "hSub": "sub", "hAppend": "append", "ofNat": "zero"}.get(word, word)
