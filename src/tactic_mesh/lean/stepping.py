"""Tactics in a child: proof states that can be resumed in any order.

Lean builds the contexts of elaboration itself: a callback, called as a `TermElabM` action inside the command state
where the theorem stands, keeps them. From then on a state is three persistent values (of the elaborator, the
unifier and the core), a tactic is one call, and going back to a state is putting its values into place.

Only tactic text enters: it is parsed as the category `tactic`, and kinds of syntax that run code of their own, open
a namespace or switch an option, leave a hole, or trust the compiler are refused. The elaboration of what remains is
still Lean's compiled code over the prelude's macros: a state is evidence for a search, never a proof.
"""

from __future__ import annotations

import ctypes
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tactic_mesh.lean.calls import CommandState, Runtime
from tactic_mesh.lean.expressions import Exporter, shown
from tactic_mesh.lean.objects import (
    LeanRuntimeError,
    Obj,
    array_items,
    array_size,
    box,
    field,
    is_boxed,
    list_items,
    name_text,
    tag,
    text,
    unbox,
)

HANDLES_MAX = 200_000
PARSED_MAX = 50_000
DEPTH_OF_SYNTAX_MAX = 100_000
_WATCH_INTERVAL_S = 0.02
_ERROR_CHARACTERS_MAX = 2000
_FORMAT_WIDTH = 110

_FORBIDDEN_KINDS = frozenset(
    {
        "Lean.Parser.Tactic.runTac",
        "Lean.Parser.Tactic.open",
        "Lean.Parser.Tactic.set_option",
        "Lean.Parser.Tactic.tacticSorry",
        "Lean.Parser.Tactic.tacticAdmit",
        "Lean.Parser.Tactic.nativeDecide",
        "Lean.Parser.Term.sorry",
        "Lean.Parser.Term.byElab",
        "Lean.Parser.Term.unsafe",
        "Lean.Parser.Term.open",
        "Lean.Parser.Term.set_option",
        "Lean.includeStr",
        "Lean.Elab.Tactic.evalUnsafe",
        "Lean.Parser.Term.declName",
        "Lean.Parser.Term.elabToSyntax",
    }
)
_FORBIDDEN_ATOMS = frozenset(
    ["sorry", "admit", "run_tac", "by_elab", "native_decide", "native", "unsafe", "include_str", "elab_stx%"]
    + ["open", "set_option", "eval%", "run_elab", "value_of%"]
)

# Positions in Lean 4.35's structures; `selftest` of a session fails where they are others.
_META_LOCAL_CONTEXT = 2
_CORE_INNER = 0
_INNER_INITIAL_HEARTBEATS, _INNER_MAX_HEARTBEATS, _INNER_CANCEL = 6, 7, 10
_STATE_MESSAGES, _STATE_ENVIRONMENT = 6, 0
_LOG_UNREPORTED = 1
_DECLARATION_NAME, _DECLARATION_CONTEXT, _DECLARATION_TYPE = 0, 1, 2
_CONTEXT_DECLARATIONS = 1
_LOCAL_FVAR, _LOCAL_NAME, _LOCAL_TYPE, _LOCAL_VALUE = 1, 2, 3, 4
_DEFAULT_KIND = 0
_INSTANCE_BINDER = 3

_Callback = ctypes.CFUNCTYPE(ctypes.c_uint64, *[ctypes.c_uint64] * 8)


class TacticRefused(Exception):
    """The text is no tactic, or one that may not run here, or Lean says no; the text says why."""


@dataclass(slots=True)
class _State:
    """A point of a proof: the saved values, and the goals that are worked on from here."""

    saved: tuple[Obj, Obj, Obj]
    goals: list[Obj]


class Stepper:
    """The tactic states of one theorem in this child.

    Raises: LeanRuntimeError with Lean's text if the statement cannot be elaborated.
    """

    def __init__(self, runtime: Runtime, state: CommandState, binders: str, statement: str) -> None:
        self.runtime, self.o = runtime, runtime.objects
        self._bind()
        self.exporter = Exporter()
        self.handles: dict[int, _State] = {}
        self.last_handle = 0
        self._parsed: dict[str, Obj] = {}
        self._watch = _Watch(self._set_token)
        self._token = self._new_token()
        self._failure: str | None = None
        self._contexts = self._enter(state, binders)
        self._bare_core = self._contexts[4]
        self._heartbeats = -1
        self.root = self._start(statement)

    def _bind(self) -> None:
        o, pointer = self.o, ctypes.c_void_p
        uniform, bind = o.bind_boxed, o.bind
        self._ref_get = bind("lean_st_ref_get", pointer)
        self._ref_swap = bind("lean_st_ref_swap", pointer, pointer)
        self._mk_ref = bind("lean_st_mk_ref", pointer)
        self._set_heartbeats = bind("lean_io_set_heartbeats", pointer)
        self._run_command = uniform("l_Lean_Elab_Frontend_runCommandElabM___redArg", 3)
        self._elab_binders = uniform("l_Lean_Elab_Term_elabBinders___redArg", 8)
        self._ensure_type = uniform("l_Lean_Elab_Term_elabType", 7)
        self._synthesize = uniform("l_Lean_Elab_Term_synthesizeSyntheticMVarsNoPostponing", 7)
        self._fresh_mvar = uniform("l_Lean_Meta_mkFreshExprMVar", 7)
        self._mvar_id = uniform("l_Lean_Expr_mvarId_x21", 1)
        self._parse_category = bind("l_Lean_Parser_runParserCategory", pointer, pointer, pointer, pointer)
        self._eval_tactic = uniform("l_Lean_Elab_Tactic_evalTactic", 10)
        self._prune = uniform("l_Lean_Elab_Tactic_pruneSolvedGoals", 8)
        self._exception_data = uniform("l_Lean_Exception_toMessageData", 1)
        self._data_text = uniform("l_Lean_MessageData_toString", 1)
        self._log_to_array = uniform("l_Lean_MessageLog_toArray", 1)
        self._declaration = uniform("l_Lean_MVarId_getDecl", 5)
        self._to_array = uniform("l_Lean_PersistentArray_toArray___redArg", 1)
        self._instantiate = bind("lean_instantiate_expr_mvars", pointer, pointer)
        self._is_prop = uniform("l_Lean_Meta_isProp", 5)
        self._pp_goal = uniform("l_Lean_Meta_ppGoal", 5)
        self._format = uniform("l_Std_Format_pretty", 4)
        self._find = uniform("l_Lean_Environment_find_x3f", 3)
        self._unfold_equation = uniform("l_Lean_Meta_getUnfoldEqnFor_x3f", 6)
        self._equations_of = uniform("l_Lean_Meta_getEqnsFor_x3f", 5)
        self._token_new = bind("l_IO_CancelToken_new")
        self._token_set = bind("l_IO_CancelToken_set", pointer)
        self._mark_shared = o._bind("lean_mark_mt", None, pointer)
        self._term_category = o.persist(o.name("term"))
        self._tactic_category = o.persist(o.name("tactic"))

    # --- entering -------------------------------------------------------------------------------

    def _enter(self, state: CommandState, binders: str) -> tuple[Obj, ...]:
        """The contexts and references of elaboration inside `state`, with the binders as context variables."""
        o = self.o
        captured: list[tuple[Obj, ...]] = []

        def ok() -> int:
            return int(o.constructor(0, [box(0)]))

        def inside(_xs: int, *contexts: int) -> int:
            captured.append(tuple(Obj(word) for word in contexts[:6]))
            return ok()

        inner = _Callback(inside)
        inner_closure = o.closure(ctypes.cast(inner, ctypes.c_void_p).value or 0, 8)

        def outside(xs: int, *contexts: int) -> int:
            if not binders.strip():
                return int(inside(xs, *contexts))
            here = tuple(Obj(word) for word in contexts[:6])
            syntax = self._parse_term(f"∀ {binders}\n, True", here)
            groups = _node_args(_node_args(syntax)[1])
            array = o.array([o.own(group) for group in groups])
            self._contexts = here
            result = self._elab_binders(array, inner_closure, *(o.own(c) for c in here))
            if tag(result) != 0:
                raise LeanRuntimeError(self._exception_text(o.own(field(result, 0))))
            return int(result)

        def guarded(xs: int, *contexts: int) -> int:
            try:
                return outside(xs, *contexts)
            except LeanRuntimeError as error:
                self._failure = str(error)
                return ok()

        outer = _Callback(guarded)
        body = o.closure(ctypes.cast(outer, ctypes.c_void_p).value or 0, 8)
        action = o.closure(o.address("l_Lean_Elab_Command_runTermElabM___redArg___boxed"), 4, [body])
        source = self.runtime.input_of("")
        parser = o.constructor(0, [box(0)], b"\0")
        front_end = self._mk_ref(o.constructor(0, [o.own(state.value), parser, box(0), o.array()]))
        o.drop(self._run_command(action, source, front_end))
        if not captured:
            raise LeanRuntimeError(self._failure or "the binders of the theorem cannot be elaborated")
        # The callbacks are called no more: only what they kept is used from here on.
        return captured[0]

    def _start(self, statement: str) -> int:
        o = self.o
        self._limit(0)
        syntax = self._parse_term(statement, self._contexts)
        type_ = self._value(self._ensure_type(syntax, *self._context(6)))
        o.drop(self._value(self._synthesize(box(0), *self._context(6))))
        if errors := self._errors():
            raise LeanRuntimeError(errors)
        type_ = self._instantiated(type_)
        goal = self._value(
            self._fresh_mvar(o.some(type_), box(2), box(0), *self._context(4))
        )  # kind: synthetic opaque, no name
        return self._keep(_State(self._save(), [self._mvar_id(goal)]))

    # --- state ----------------------------------------------------------------------------------

    def _context(self, count: int) -> list[Obj]:
        """The last `count` of term context, term state, meta context, meta state, core context, core state."""
        return [self.o.own(value) for value in self._contexts[6 - count :]]

    def _save(self) -> tuple[Obj, Obj, Obj]:
        return (
            self._ref_get(self._contexts[1]),
            self._ref_get(self._contexts[3]),
            self._ref_get(self._contexts[5]),
        )

    def _restore(self, saved: tuple[Obj, Obj, Obj]) -> None:
        for reference, value in zip(self._contexts[1::2], saved, strict=True):
            self.o.drop(self._ref_swap(reference, self.o.own(value)))
        self._set_heartbeats(box(0))

    def _keep(self, state: _State) -> int:
        if len(self.handles) >= HANDLES_MAX:
            raise LeanRuntimeError("this session holds too many states")
        self.last_handle += 1
        self.handles[self.last_handle] = state
        return self.last_handle

    def drop(self, handle: int) -> None:
        state = self.handles.pop(handle, None)
        if state is not None:
            for value in (*state.saved, *state.goals):
                self.o.drop(value)

    def _limit(self, heartbeats: int) -> None:
        """Tactics may use so many thousand allocations from here on; 0 is no limit."""
        if heartbeats == self._heartbeats:
            return
        o = self.o
        inner = o.copy(
            field(self._bare_core, _CORE_INNER),
            {
                _INNER_INITIAL_HEARTBEATS: box(0),
                _INNER_MAX_HEARTBEATS: box(heartbeats * 1000),
                _INNER_CANCEL: o.some(o.own(self._token)),
            },
        )
        core = o.copy(self._bare_core, {_CORE_INNER: inner})
        self._contexts = (*self._contexts[:4], core, self._contexts[5])
        self._heartbeats = heartbeats

    def _new_token(self) -> Obj:
        token = self._token_new()
        self._mark_shared(token)
        return token

    def _set_token(self) -> None:
        """Called by the watching thread: Lean looks at the token where it counts heartbeats."""
        self._token_set(self._token)

    # --- one tactic -----------------------------------------------------------------------------

    def step(
        self, handle: int, tactic: str, heartbeats: int, wall_s: float, *, explain: bool
    ) -> dict[str, Any]:
        """Run one tactic on the goals of a state; what is left, or why there is nothing."""
        state = self.handles[handle]
        started = time.perf_counter()
        self._limit(heartbeats)
        self._restore(state.saved)
        self._watch.begin(wall_s)
        try:
            goals = self._run(tactic, state.goals, explain=explain)
            answer = self._left(goals)
        except (TacticRefused, LeanRuntimeError) as error:
            answer = {"error": str(error)[:_ERROR_CHARACTERS_MAX]}
        if self._watch.end():
            # A token that was set stays set.
            self._token, self._heartbeats = self._new_token(), -1
            answer = {"error": f"no end within {wall_s:g} s", "timeout": True}
        answer["us"] = int((time.perf_counter() - started) * 1e6)
        return answer

    def _run(self, tactic: str, goals: list[Obj], *, explain: bool) -> list[Obj]:
        """The goals after a tactic; the references hold the state. Raises: TacticRefused."""
        o = self.o
        syntax = self._tactic(tactic)
        context = o.constructor(0, [box(0)], b"\0")  # no elaborator's name; errors are not recovered from
        reference = self._mk_ref(o.list([o.own(goal) for goal in goals]))
        calls: tuple[Callable[[], Obj], ...] = (
            lambda: self._eval_tactic(
                o.own(syntax), o.own(context), o.own(reference), *self._context(6), box(0)
            ),
            lambda: self._synthesize(box(0), *self._context(6)),
            lambda: self._prune(o.own(context), o.own(reference), *self._context(6)),
        )
        try:
            for call in calls:
                result = call()
                failed = tag(result) != 0
                if failed:
                    message = self._exception_text(field(result, 0)) if explain else "refused"
                    o.drop(result)
                    raise TacticRefused(message)
                o.drop(result)
            if errors := self._errors():
                raise TacticRefused(errors)
            left = self._ref_get(reference)
            found = [o.own(goal) for goal in list_items(left)]
            o.drop(left)
            return found
        finally:
            o.drop(reference)
            o.drop(context)

    def _exception_text(self, exception: Obj) -> str:
        data = self._exception_data(self.o.own(exception))
        printed = self._io_or_plain(self._data_text(data))
        aborted = printed.startswith("internal exception")  # the reason stands in the log
        return (self._errors() if aborted or not printed else "") or printed or "refused"

    def _io_or_plain(self, value: Obj) -> str:
        shown_text = text(value)
        self.o.drop(value)
        return shown_text

    def _errors(self) -> str:
        """Lean's error messages of this step, or nothing."""
        core = self._ref_get(self._contexts[5])
        log = field(core, _STATE_MESSAGES)
        size = field(field(log, _LOG_UNREPORTED), 2)
        if size == box(0):
            self.o.drop(core)
            return ""
        messages = self._log_to_array(self.o.own(log))
        self.o.drop(core)
        found = [
            self._io_or_plain(self._data_text(self.o.own(field(message, 4))))
            for message in array_items(messages)
            if _severity(message) == 2
        ]
        self.o.drop(messages)
        return "\n".join(found)

    def _tactic(self, source: str) -> Obj:
        known = self._parsed.get(source)
        if known is not None:
            return known
        o = self.o
        core = self._ref_get(self._contexts[5])
        environment = o.own(field(core, _STATE_ENVIRONMENT))
        o.drop(core)
        answer = self._parse_category(
            environment, self._tactic_category, o.string(source), o.string("<tactic>")
        )
        if tag(answer) == 0:
            message = text(field(answer, 0))
            o.drop(answer)
            raise TacticRefused(message)
        syntax = o.own(field(answer, 0))
        o.drop(answer)
        if (word := _forbidden(syntax)) is not None:
            o.drop(syntax)
            raise TacticRefused(f"`{word}` may not stand in a tactic here")
        if len(self._parsed) >= PARSED_MAX:
            for value in self._parsed.values():
                o.drop(value)
            self._parsed.clear()
        self._parsed[source] = syntax
        return syntax

    def _parse_term(self, source: str, contexts: tuple[Obj, ...]) -> Obj:
        """The syntax of a term. Raises: LeanRuntimeError with Lean's parse error."""
        o = self.o
        core = self._ref_get(contexts[5])
        environment = o.own(field(core, _STATE_ENVIRONMENT))
        o.drop(core)
        answer = self._parse_category(environment, self._term_category, o.string(source), o.string("<term>"))
        content = o.own(field(answer, 0))
        failed = tag(answer) == 0
        o.drop(answer)
        if failed:
            raise LeanRuntimeError(text(content))
        return content

    def _value(self, result: Obj) -> Obj:
        """The value of a `MetaM`-like result, owned. Raises: LeanRuntimeError with the exception's text."""
        content = self.o.own(field(result, 0))
        failed = tag(result) != 0
        self.o.drop(result)
        if failed:
            raise LeanRuntimeError(self._exception_text(content))
        return content

    # --- what is left ---------------------------------------------------------------------------

    def _left(self, goals: list[Obj]) -> dict[str, Any]:
        """The goals after a step in independent groups, each with a handle of its own.

        Goals that mention a common metavariable stay together; so do all if such a group would be torn apart.
        """
        if not goals:
            return {"groups": []}
        exported = [self.goal(goal) for goal in goals]
        saved = self._save()
        groups = _independent([set(one["metas"]) for one in exported], [self._id(goal) for goal in goals])
        answer = []
        for group in groups:
            state = _State(
                (self.o.own(saved[0]), self.o.own(saved[1]), self.o.own(saved[2])),
                [self.o.own(goals[i]) for i in group],
            )
            answer.append({"handle": self._keep(state), "goals": [_sent(exported[i]) for i in group]})
        for value in (*saved, *goals):
            self.o.drop(value)
        return {"groups": answer, "rows": self.exporter.take_rows()}

    def _id(self, goal: Obj) -> str:
        return name_text(goal)

    def goal(self, goal: Obj) -> dict[str, Any]:
        """A goal as numbers of terms: its context and target, and the metavariables that it mentions."""
        o = self.o
        declaration = self._value(self._declaration(o.own(goal), *self._context(4)))
        places: dict[str, int] = {}
        metas: dict[str, int] = {}
        context: list[list[Any]] = []
        local_context = field(declaration, _DECLARATION_CONTEXT)
        declarations = self._to_array(o.own(field(local_context, _CONTEXT_DECLARATIONS)))
        inside = self._meta_context(local_context)
        for entry in array_items(declarations):
            if is_boxed(entry):
                continue
            row = self._variable(field(entry, 0), inside, places, metas)
            if row is not None:
                context.append(row)
        o.drop(declarations)
        o.drop(inside)
        target = self._number(field(declaration, _DECLARATION_TYPE), places, metas)
        case = shown(name_text(field(declaration, _DECLARATION_NAME)))[0]
        o.drop(declaration)
        return {"context": context, "target": target, "case": case, "metas": list(metas)}

    def _meta_context(self, local_context: Obj) -> Obj:
        """The unifier's context inside a goal: types of its variables can be inferred there."""
        o, bare = self.o, self._contexts[2]
        return o.copy(bare, {_META_LOCAL_CONTEXT: o.own(local_context)})

    def _variable(
        self, local: Obj, inside: Obj, places: dict[str, int], metas: dict[str, int]
    ) -> list[Any] | None:
        """`[name, type, value or -1, instance, proof, label]` of a context variable; None for Lean's own."""
        is_let = tag(local) == 1
        fields = 5 if is_let else 4
        scalars = local + 8 + 8 * fields
        # `x : T`: binder info, kind; `x : T := v`: nondep, kind
        info = ctypes.c_uint8.from_address(scalars).value
        kind = ctypes.c_uint8.from_address(scalars + 1).value
        if kind != _DEFAULT_KIND:
            return None
        type_ = field(local, _LOCAL_TYPE)
        number = self._number(type_, places, metas)
        # The value of a `have` is opaque, and may be a metavariable that is a goal of its own.
        has_value = is_let and not info
        value = self._number(field(local, _LOCAL_VALUE), places, metas) if has_value else -1
        rest = self._context(3)
        proof = unbox(self._value(self._is_prop(self.o.own(type_), self.o.own(inside), *rest)))
        places[name_text(field(local, _LOCAL_FVAR))] = len(places)
        name, usable = shown(name_text(field(local, _LOCAL_NAME)))
        instance = int(not is_let and info == _INSTANCE_BINDER)
        return [name if usable else "", number, value, instance, proof, "" if usable else name]

    def _number(self, expression: Obj, places: dict[str, int], metas: dict[str, int]) -> int:
        whole = self._instantiated(self.o.own(expression))
        number = self.exporter.number(whole, places, metas)
        self.o.drop(whole)
        return number

    def _instantiated(self, expression: Obj) -> Obj:
        """The expression with its assigned metavariables filled in; takes over `expression`."""
        o = self.o
        meta = self._ref_get(self._contexts[3])
        pair = self._instantiate(o.own(field(meta, 0)), expression)
        o.drop(meta)
        result = o.own(field(pair, 1))
        o.drop(pair)
        return result

    def show(self, handle: int) -> list[str]:
        """The goals of a state as Lean prints them."""
        state = self.handles[handle]
        self._limit(0)
        self._restore(state.saved)
        return [self._printed(self._pp_goal(self.o.own(goal), *self._context(4))) for goal in state.goals]

    def _printed(self, result: Obj) -> str:
        return self._io_or_plain(self._format(self._value(result), box(_FORMAT_WIDTH), box(0), box(0)))

    def root_answer(self) -> dict[str, Any]:
        """The first state, in the form of a step's answer."""
        state = self.handles[self.root]
        self._restore(state.saved)
        goals = [_sent(self.goal(goal)) for goal in state.goals]
        return {"groups": [{"handle": self.root, "goals": goals}], "rows": self.exporter.take_rows()}

    # --- constants ------------------------------------------------------------------------------

    def constant(self, name: str) -> dict[str, Any]:
        """What the environment at the root knows of a constant; empty if it does not have it."""
        self._limit(0)
        self._restore(self.handles[self.root].saved)
        info = self._info(name)
        if info is None:
            return {}
        kind = (
            "axiom",
            "definition",
            "theorem",
            "opaque",
            "quotient",
            "inductive",
            "constructor",
            "recursor",
        )[tag(info)]
        value = field(info, 0)
        header = field(value, 0)  # ConstantVal: name, universe parameters, type
        answer: dict[str, Any] = {"kind": kind, "type": self._number(field(header, 2), {}, {})}
        if kind == "definition":
            answer["value"] = self._number(field(value, 1), {}, {})
            answer["unfolded"] = self._unfolded(name)
            answer["equations"] = self._equations(name)
        if kind == "inductive":
            answer["parameters"] = unbox(field(value, 1))
            answer["constructors"] = [name_text(one) for one in list_items(field(value, 4))]
        if kind == "constructor":
            answer["inductive"] = name_text(field(value, 1))
            answer["parameters"] = unbox(field(value, 3))
        self.o.drop(info)
        answer["rows"] = self.exporter.take_rows()
        return answer

    def _unfolded(self, name: str) -> int:
        """The statement of `NAME.eq_def`, or -1 if Lean has none."""
        result = self._unfold_equation(self.o.name(name), box(1), *self._context(4))
        if tag(result) != 0 or is_boxed(field(result, 0)):
            self.o.drop(result)
            return -1
        equation = self._info(name_text(field(field(result, 0), 0)))
        self.o.drop(result)
        return -1 if equation is None else self._number(field(field(field(equation, 0), 0), 2), {}, {})

    def _equations(self, name: str) -> list[int]:
        """The statements of `NAME.eq_1`, `NAME.eq_2`, …"""
        result = self._equations_of(self.o.name(name), *self._context(4))
        found: list[int] = []
        if tag(result) == 0 and not is_boxed(field(result, 0)):
            for one in array_items(field(field(result, 0), 0)):
                equation = self._info(name_text(one))
                if equation is not None:
                    found.append(self._number(field(field(field(equation, 0), 0), 2), {}, {}))
        self.o.drop(result)
        return found

    def _info(self, name: str) -> Obj | None:
        o = self.o
        core = self._ref_get(self._contexts[5])
        found = self._find(o.own(field(core, _STATE_ENVIRONMENT)), o.name(name), box(0))
        o.drop(core)
        if is_boxed(found):
            return None
        info = o.own(field(found, 0))
        o.drop(found)
        return info

    def close(self) -> None:
        for handle in list(self.handles):
            self.drop(handle)
        self._watch.stop()


class _Watch:
    """A thread that calls `cancel` once when the deadline of the running step has passed."""

    def __init__(self, cancel: Any) -> None:
        self._cancel = cancel
        self._lock = threading.Lock()
        self._deadline: float | None = None
        self._fired = self._stopped = False
        threading.Thread(target=self._loop, daemon=True).start()

    def begin(self, wall_s: float) -> None:
        with self._lock:
            self._deadline, self._fired = time.monotonic() + wall_s, False

    def end(self) -> bool:
        """Whether the step was cancelled."""
        with self._lock:
            self._deadline = None
            return self._fired

    def stop(self) -> None:
        self._stopped = True

    def _loop(self) -> None:
        while not self._stopped:
            time.sleep(_WATCH_INTERVAL_S)
            with self._lock:
                if self._deadline is not None and time.monotonic() > self._deadline:
                    self._deadline, self._fired = None, True
                    self._cancel()


def _severity(message: Obj) -> int:
    """0 information, 1 warning, 2 error: the scalars of a message follow its five fields."""
    return int(ctypes.c_uint8.from_address(message + 8 + 8 * 5 + 1).value)


def _sent(goal: dict[str, Any]) -> dict[str, Any]:
    return {key: goal[key] for key in ("context", "target", "case")}


def _independent(metas: list[set[str]], ids: list[str]) -> list[list[int]]:
    """Goals by connection through metavariables, a goal's own among them, in order; all in one if interleaved."""
    group_of = list(range(len(ids)))
    for i, one in enumerate(metas):
        for j in range(len(ids)):
            if j != i and (ids[j] in one or one & metas[j]):
                old, new = group_of[j], group_of[i]
                group_of = [new if g == old else g for g in group_of]
    groups: dict[int, list[int]] = {}
    for i, g in enumerate(group_of):
        groups.setdefault(g, []).append(i)
    if len(groups) > 1 and any(len(group) > 1 for group in groups.values()):
        return [list(range(len(ids)))]
    return list(groups.values())


def _node_args(syntax: Obj) -> list[Obj]:
    """The arguments of a syntax node, borrowed; none for anything else."""
    return array_items(field(syntax, 2)) if not is_boxed(syntax) and tag(syntax) == 1 else []


def _forbidden(syntax: Obj) -> str | None:
    """The first kind or word in a tactic that may not run here."""
    stack = [syntax]
    seen = 0
    while stack:
        one = stack.pop()
        seen += 1
        if seen > DEPTH_OF_SYNTAX_MAX:
            return "a text of this size"
        if is_boxed(one):
            continue
        if tag(one) == 1:
            kind = name_text(field(one, 1))
            if kind in _FORBIDDEN_KINDS:
                return kind
            if array_size(field(one, 2)):
                stack.extend(array_items(field(one, 2)))
        elif tag(one) == 2 and (word := text(field(one, 1)).strip()) in _FORBIDDEN_ATOMS:
            return word
        elif tag(one) == 3 and name_text(field(one, 2)) in ("sorryAx", "native", "Lean.ofReduceBool"):
            return name_text(field(one, 2))
    return None


def answers(stepper: Stepper, request: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The answers to a request about tactic states.

    `step` has one a tactic, then the end mark; with `stop` it ends after the first tactic that leaves no goal.
    """
    match request["op"]:
        case "step":
            yield from _steps(stepper, request)
            yield {"done": True}
        case "constant":
            yield stepper.constant(request["name"])
        case "show":
            yield {"goals": stepper.show(request["handle"])}
        case "forget":
            for handle in request["handles"]:
                stepper.drop(handle)
            yield {}


def _steps(stepper: Stepper, request: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    explain, wall_s = bool(request.get("explain")), float(request["tactic_wall_s"])
    for index, tactic in enumerate(request["tactics"]):
        answer = stepper.step(request["handle"], tactic, request["heartbeats"], wall_s, explain=explain)
        yield {"index": index, **answer}
        if request.get("stop") and answer.get("groups") == []:
            return
