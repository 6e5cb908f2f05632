"""One client's REPL: environments and proof states by number, in a worker of its own.

Numbers are handles to what never changes: any of them can be resumed, in any order. An environment lives in the
worker's process; if that dies, the command that killed it is lost and the others are elaborated again in a new one.
Answers are at the rung `elaborated`, from the process that ran the client's own text; a request that asks for more
has the whole chain of texts checked elsewhere.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from pathlib import Path

from tactic_mesh.errors import InputError, TacticMeshError
from tactic_mesh.lean.answer import Constant, RawAnswer
from tactic_mesh.lean.engine import Lean, Worker
from tactic_mesh.lean.holes import Hole, find_holes, goals_shown, spans
from tactic_mesh.lean.messages import diagnostics
from tactic_mesh.lean.source import Header, Lines, blank_header, header, read
from tactic_mesh.sandbox.limits import Limits
from tactic_mesh.serve.repl.environment import Environment, added, whole_text
from tactic_mesh.serve.repl.proofs import ProofState, Step, states_inside, states_of, step
from tactic_mesh.serve.repl.render import (
    COMPLETED,
    Answer,
    audit_error,
    hidden_sorries,
    message,
    message_of_tactic,
    no_verdict,
    proof_status,
    sorry,
    standing,
    standing_checked,
)
from tactic_mesh.serve.repl.wire import (
    Command,
    Discard,
    File,
    Options,
    Request,
    RequestError,
    Tactic,
    request_of,
)
from tactic_mesh.theorem import STANDARD_AXIOMS, Diagnostic, NoVerdict, Outcome, Severity, Trust
from tactic_mesh.verify.check import check
from tactic_mesh.verify.checked import Checked
from tactic_mesh.verify.policy import Policy
from tactic_mesh.verify.request import Request as CheckRequest

PROOF_STATES_MAX = 100_000


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a text is elaborated: an environment (None: the beginning of a file), and how long it may take."""

    environment: Environment | None
    wall_s: float

    @property
    def state(self) -> int:
        return self.environment.state if self.environment is not None else 0


@dataclass(slots=True)
class Repl:
    """One client's states. `wall_s` bounds a command that says nothing else.

    `lean` must be able to run one text beside the worker, for requests that ask for more trust.
    """

    lean: Lean
    worker: Worker
    wall_s: float = 60.0
    limits: Limits = field(default_factory=Limits)
    _environments: dict[int, Environment] = field(default_factory=dict)
    _proof_states: dict[int, ProofState] = field(default_factory=dict)
    _next_environment: int = 0
    _next_proof_state: int = 0

    async def answer(self, raw: bytes) -> Answer:
        """The answer to one object. What is wrong with it is `message`, and touches nothing else."""
        try:
            request = request_of(raw)
            await self._revive()
            return await self._answer(request)
        except RequestError as error:
            return {"message": str(error)}
        except TacticMeshError as error:
            return {"message": f"{type(error).__name__}: {error}"}

    async def _answer(self, request: Request) -> Answer:
        match request:
            case Command(text, env, options):
                return await self._command(text, env, options)
            case File(path, env, options):
                return await self._command(_file(path), env, options)
            case Tactic():
                return await self._tactic(request)
            case Discard():
                return await self._discard(request)

    async def _revive(self) -> None:
        """Raises: RequestError if the environments cannot be reached any more."""
        if not self.worker.alive and (dead := await self.worker.revive()) is not None:
            raise RequestError(
                f"the environments could not be elaborated again: {no_verdict(dead, self.wall_s)}"
            )

    def _place(self, env: int | None, options: Options) -> _Place:
        wall_s = options.wall_s if options.wall_s is not None else self.wall_s
        if env is None:
            return _Place(None, wall_s)
        if env not in self._environments:
            raise RequestError("Unknown environment.")
        return _Place(self._environments[env], wall_s)

    async def _run(self, text: str, place: _Place, *, keep: bool = False) -> RawAnswer:
        """Raises: RequestError if Lean gives no answer."""
        answer = await self.worker.run(text, place.wall_s, base=place.state, keep=keep, constants=True)
        if isinstance(answer, NoVerdict):
            raise RequestError(no_verdict(answer, place.wall_s))
        return answer

    # --- commands -------------------------------------------------------------------------------

    async def _command(self, text: str, env: int | None, options: Options) -> Answer:
        place = self._place(env, options)
        source, header_end = (text, 0) if env is not None else await self._beginning(text)
        answer = await self._run(source, place, keep=options.keep)
        if options.keep and answer.state is None:
            raise RequestError("too many environments are held; discard some")
        new = added(answer.constants, place.environment)
        told: Answer = {}
        if options.numbered:
            told["env"] = self._keep_environment(answer, text, place.environment, new)
        found = diagnostics(answer.messages)
        messages = [message(d) for d in found]
        holes = await self._holes(source, place, header_end)
        states = states_of(source, holes, env, header_end)
        sorries = self._sorries(source, holes, states)
        if not sorries and not answer.errors:
            sorries = hidden_sorries(found, new)
        if options.trust is Trust.ELABORATED:
            evidence = standing(text, answer, new, before=whole_text(place.environment, ""))
        else:
            checked = await self._check(whole_text(place.environment, text), options.trust, place.wall_s)
            evidence = standing_checked(checked)
            messages += [audit_error(reason) for reason in evidence.get("reasons", [])]
        told |= {"messages": messages} if messages else {}
        told |= {"sorries": sorries} if sorries else {}
        return {**told, **evidence}

    async def _beginning(self, text: str) -> tuple[str, int]:
        """A text without an environment begins a file: what the worker elaborates, and where its header ends.

        Raises: RequestError with Lean's own words if what it imports is not there.
        """
        found = header(text)
        if found.prelude or found.module:
            raise RequestError(
                "`prelude` and `module` are not supported by this REPL; check the file instead"
            )
        if not self.lean.is_embedded:
            return text, found.end
        await self._require_imports(text, found)
        return blank_header(text, found), 0

    async def _require_imports(self, text: str, found: Header) -> None:
        if set(found.imports) <= {"Init"}:
            return
        answer = await self.lean.elaborate(text[: found.end] + "\n", self.limits)
        if isinstance(answer, NoVerdict):
            raise RequestError(no_verdict(answer, self.limits.wall_s))
        if answer.errors:
            said = "\n".join(str(one["data"]).split("\n")[0] for one in answer.messages)
            raise RequestError(
                f"{said}\nThis Lean has the core library only; start with `--project DIR` or `--lean` to use more."
            )

    def _keep_environment(
        self, answer: RawAnswer, text: str, base: Environment | None, new: tuple[Constant, ...] | None
    ) -> int:
        """The next number; what it stands for is held only if the worker kept its state."""
        number = self._next_environment
        self._next_environment += 1
        if answer.state is not None:
            names = frozenset(constant.name for constant in new or ())
            self._environments[number] = Environment(answer.state, text, names, base)
        return number

    async def _holes(self, text: str, place: _Place, header_end: int) -> list[Hole]:
        """The `sorry`s of a text that had its answer; if that is lost now, only the goals are."""

        async def elaborate(source: str) -> RawAnswer | NoVerdict:
            return await self.worker.run(source, place.wall_s, base=place.state)

        holes = await find_holes(elaborate, text, header_end)
        if isinstance(holes, NoVerdict):
            await self._revive()
            return [Hole(start, end) for start, end in spans(text)]
        return holes

    def _sorries(self, text: str, holes: list[Hole], states: list[ProofState | None]) -> list[Answer]:
        lines = Lines(text)
        return [
            {**({} if state is None else {"proofState": self._keep_proof_state(state)}), **sorry(hole, lines)}
            for hole, state in zip(holes, states, strict=True)
        ]

    def _keep_proof_state(self, state: ProofState, *, keep: bool = True) -> int:
        if len(self._proof_states) >= PROOF_STATES_MAX:
            raise RequestError("too many proof states are held; discard some")
        number = self._next_proof_state
        self._next_proof_state += 1
        if keep:
            self._proof_states[number] = state
        return number

    async def _check(
        self, text: str, trust: Trust, wall_s: float, axioms: frozenset[str] = STANDARD_AXIOMS
    ) -> Checked:
        """The verdict on a whole file, from processes that share nothing with this client's."""
        limits = dataclasses.replace(self.limits, wall_s=wall_s)
        policy = Policy(allowed_axioms=axioms)
        return await check(self.lean, CheckRequest(text, trust=trust, policy=policy, limits=limits))

    # --- tactics --------------------------------------------------------------------------------

    async def _tactic(self, request: Tactic) -> Answer:
        state = self._proof_states.get(request.proof_state)
        if state is None:
            raise RequestError("Unknown proof state.")
        place = self._place(state.env, request.options)
        await self._require_tactic(request.text, place)
        taken = step(state, request.text)
        answer = await self._run(taken.text, place)
        found = diagnostics(answer.messages)
        goals = _goals_after(found, taken)
        elsewhere = [d for d in found if not _is_about(d, taken) and d.severity is Severity.ERROR]
        new = added(answer.constants, place.environment)
        status = proof_status(goals, answer, elsewhere, new)
        if status == COMPLETED and new is None:
            status = await self._status_by_check(taken, place)
        told: Answer = {"goals": list(goals), "proofStatus": status}
        of_tactic = [d for d in found if taken.first_line <= d.start.line < taken.shown_line]
        told |= {"messages": [message_of_tactic(d, taken) for d in of_tactic]} if of_tactic else {}
        sorries = await self._sorries_of_tactic(state, request.text, taken, place)
        told |= {"sorries": sorries} if sorries else {}
        number = self._keep_proof_state(state.with_tactic(request.text, goals), keep=request.options.keep)
        evidence: Answer = {"trust": None}
        if status == COMPLETED:
            evidence = standing(request.text, answer, new, other_axiom=taken.other_axiom)
        return {"proofState": number, **told, **evidence}

    async def _require_tactic(self, text: str, place: _Place) -> None:
        """One tactic, which leaves the text around it as it is. Raises: RequestError with Lean's parse error."""
        refused = await self.worker.parse("tactic", text, place.wall_s, base=place.state)
        if isinstance(refused, NoVerdict):
            raise RequestError(no_verdict(refused, place.wall_s))
        if refused is not None:
            raise RequestError(f"Lean error:\n{refused}")

    async def _status_by_check(self, taken: Step, place: _Place) -> str:
        """Where Lean does not tell what a text rests on, it is asked about the whole."""
        axioms = STANDARD_AXIOMS | ({taken.other_axiom} if taken.other_axiom else set())
        text = whole_text(place.environment, taken.text)
        checked = await self._check(text, Trust.ELABORATED, place.wall_s, axioms)
        if checked.outcome is Outcome.PROVED:
            return COMPLETED
        return f"Error: {'; '.join(checked.reasons) or checked.outcome}"

    async def _sorries_of_tactic(
        self, state: ProofState, tactic: str, taken: Step, place: _Place
    ) -> list[Answer]:
        if not spans(tactic):
            return []
        holes = [
            dataclasses.replace(hole, start=hole.start - taken.start, end=hole.end - taken.start)
            for hole in await self._holes(taken.text, place, taken.header_end)
            if taken.start <= hole.start < taken.start + len(tactic)
        ]
        return self._sorries(tactic, holes, states_inside(state, tactic, holes))

    # --- discarding -----------------------------------------------------------------------------

    async def _discard(self, request: Discard) -> Answer:
        """Forget states; proof states that hang on a forgotten environment go with it."""
        wanted = dict.fromkeys(request.environments)
        environments = [number for number in wanted if number in self._environments]
        for number in environments:
            await self.worker.drop(self._environments.pop(number).state)
        states = [
            number
            for number, state in self._proof_states.items()
            if number in request.proof_states or state.env in environments
        ]
        for number in states:
            del self._proof_states[number]
        return {"discarded": environments, "discardedProofStates": states}


def _file(path: str) -> str:
    try:
        return read(Path(path))
    except InputError as error:
        raise RequestError(str(error)) from error


def _is_about(found: Diagnostic, taken: Step) -> bool:
    return taken.first_line <= found.start.line <= taken.last_line


def _goals_after(found: tuple[Diagnostic, ...], taken: Step) -> tuple[str, ...]:
    """The goals that a tactic left. Raises: RequestError with Lean's errors if it failed."""
    mine = [d for d in found if _is_about(d, taken)]
    if errors := [d.text for d in mine if d.severity is Severity.ERROR]:
        raise RequestError("Lean error:\n" + "\n".join(errors))
    shown = [d.text for d in mine if d.start.line == taken.shown_line]
    if not shown:
        # `first` and `try` around it catch its error; Lean is silent about what rests on an earlier error.
        raise RequestError(
            "Lean error:\nthe tactic failed without a message: what stands around it caught the error, or its goal "
            "rests on another error"
        )
    return tuple(goal for text in shown for goal in goals_shown(text))
