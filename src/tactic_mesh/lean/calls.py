"""What we ask of the Lean library in this process: initialise, import, elaborate, list axioms.

One `Runtime` per process, made by the zygote before it forks. The compiled functions and the fields used here
were found for Lean 4.35.0 (commit in `toolchain.py`); `selftest` runs each of them before anything relies on it.

Compiled `IO` functions take no world argument and return a constructor 0 (ok) or 1 (error) with one field;
`BaseIO` functions return the value itself.
"""

from __future__ import annotations

import ctypes
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tactic_mesh.lean.compactor import Compactor, module_header
from tactic_mesh.lean.objects import (
    LeanRuntimeError,
    Obj,
    Objects,
    array_items,
    box,
    field,
    field_count,
    is_boxed,
    name_text,
    set_field,
    tag,
    text,
)
from tactic_mesh.lean.source import skip_blank

WARM, COMMAND_LINES = "warm", "command-lines"
"""What a zygote offers: the imported library, or only the loaded one."""

THREAD_STACK_BYTES = 64 << 20
"""The default is 1 GiB a thread, which a memory limit cannot live with."""

MIMALLOC_ARENA_RESERVE_KIB = 65_536
"""Must be in the environment before the library is loaded; the default arena reserves 1 GiB."""

OPTIONS = {
    # Without this, an unknown name in a statement becomes a variable: `n = foo` would be true of every foo.
    "autoImplicit": False,
    # Without this, a definition that shares its name with a compiled one runs that one, with another type.
    "interpreter.prefer_native": False,
    # Drops what only an editor needs; messages are the same and elaboration is 15 % faster.
    "internal.cmdlineSnapshots": True,
    # As `lean` itself does: some errors stand at another place without it.
    "Elab.async": True,
}

_COLLECT_AXIOMS = (
    "l_Lean_collectAxioms___at___00__private_Lean_Elab_BuiltinEvalCommand_0__"
    "Lean_Elab_Command_addAndCompileExprForEval_spec__3___redArg"
)
_CONSTANT_KINDS = (
    "axiom",
    "definition",
    "theorem",
    "opaque",
    "quotient",
    "inductive",
    "constructor",
    "recursor",
)
MODULE_BASE = 1 << 32
"""The address for which the compiled modules of texts are written; nobody maps them."""

_MESSAGES_FIELD, _ENVIRONMENT_FIELD = 1, 0
_pointer = ctypes.c_void_p


@dataclass(frozen=True, slots=True)
class CommandState:
    """Where elaboration stands after some text: environment, open namespaces, variables, options.

    An immutable handle: any number of texts can be run from it, in any order.
    """

    value: Obj


@dataclass(frozen=True, slots=True)
class NewConstant:
    """A constant that a text added to the environment."""

    name: str
    kind: str
    internal: bool
    name_value: Obj


@dataclass(frozen=True, slots=True)
class ModuleConstant:
    """A constant as a compiled module stores it; `uses` are the constants in its type and its value."""

    name: str
    kind: str
    internal: bool
    unsafe: bool
    uses: tuple[str, ...]


def load_library(file: Path) -> ctypes.CDLL:
    """Lean's shared library, loaded and initialised in this process; once is enough.

    Raises: OSError if it cannot be loaded, AttributeError if it is not Lean's.
    """
    os.environ["MIMALLOC_ARENA_RESERVE"] = str(MIMALLOC_ARENA_RESERVE_KIB)
    os.environ["LEAN_BACKTRACE"] = "0"
    # Lean's event loop would ask the system to work through memory that forked processes share: a child could put
    # requests there, which no system-call filter sees.
    os.environ["UV_USE_IO_URING"] = "0"
    loaded = ctypes.CDLL(str(file), mode=ctypes.RTLD_GLOBAL)
    set_stack = loaded.lean_internal_set_thread_stack_size
    set_stack.argtypes, set_stack.restype = [ctypes.c_size_t], None
    set_stack(THREAD_STACK_BYTES)
    loaded.lean_initialize.restype = None
    loaded.lean_initialize()
    return loaded


class Runtime:
    """What is asked of the loaded library. Raises: AttributeError if it lacks one of the functions."""

    def __init__(self, library: ctypes.CDLL) -> None:
        self.library = library
        self.objects = Objects(library)
        self._bind()

    def _bind(self) -> None:
        bind, uniform = self.objects.bind, self.objects.bind_boxed
        byte = ctypes.c_uint8
        self._init_search_path = bind("l_Lean_initSearchPath", _pointer, _pointer)
        self._import_modules = bind(
            "l_Lean_importModules", _pointer, _pointer, ctypes.c_uint32, _pointer, byte, byte, byte, _pointer
        )
        self._set_bool = bind("l_Lean_Options_setBool", _pointer, _pointer, byte)
        self._make_state = uniform("l_Lean_Elab_Command_mkState", 3)
        self._make_input = bind("l_Lean_Parser_mkInputContext___redArg", _pointer, _pointer, byte, _pointer)
        self._process = uniform("l_Lean_Elab_IO_processCommands", 3)
        self._parse_category = bind("l_Lean_Parser_runParserCategory", _pointer, _pointer, _pointer, _pointer)
        # The plain function borrows the log; a reference too many would keep its environments for ever.
        self._log_to_array = uniform("l_Lean_MessageLog_toArray", 1)
        self._message_to_json = bind("l_Lean_Message_toJson", _pointer)
        self._compress_json = bind("l_Lean_Json_compress", _pointer)
        self._constants = bind("l_Lean_Environment_constants", _pointer)
        self._is_internal = uniform("l_Lean_Name_isInternalDetail", 1)
        self._make_ref = bind("lean_st_mk_ref", _pointer)
        self._collect_axioms = uniform(_COLLECT_AXIOMS, 2)
        self._read_module = uniform("l_Lean_readModuleData", 1)
        self._is_unsafe = uniform("l_Lean_ConstantInfo_isUnsafe", 1)
        self._compactor = Compactor(self.library)
        self._used_constants = bind("l_Lean_Expr_getUsedConstants", _pointer)

    @property
    def version(self) -> str:
        return text(self.objects.constant("l_Lean_versionString"))

    @property
    def commit(self) -> str:
        return text(self.objects.constant("l_Lean_githash"))

    def import_core(self, core: Path, modules: tuple[str, ...] = ("Init",)) -> CommandState:
        """Import compiled modules from the folder `core`; the state in which a user's file begins.

        Call once, before forking: children share the imported environment and never write to it.
        Raises: LeanRuntimeError with Lean's text, for example if a module is missing.
        """
        o = self.objects
        o.drop(o.result(self._init_search_path(o.string("/nonexistent"), o.list([o.string(str(core))]))))
        self.library.lean_enable_initializer_execution.restype = _pointer
        self.library.lean_enable_initializer_execution()
        self.library.lean_io_mark_end_initialization.restype = None
        self.library.lean_io_mark_end_initialization()
        # Import: module, then the flags importAll, isExported, isMeta.
        imports = o.array([o.constructor(0, [o.name(module)], b"\0\1\0") for module in modules])
        # Trust level 0, no plugins, leak the environment (it lives as long as we do), load extensions, level
        # 2 (private data too), no artefacts.
        empty = o.constant("l_Lean_Options_empty")
        self._keep_kernel_checks()
        environment = o.result(self._import_modules(imports, o.own(empty), 0, o.array(), 1, 1, 2, box(1)))
        o.persist(environment)
        return CommandState(o.persist(self.fresh_state(environment).value))

    def fresh_state(self, environment: Obj) -> CommandState:
        """The state in which a file begins whose environment is `environment`, which is taken over."""
        o = self.objects
        messages = o.own(o.constant("l_Lean_MessageLog_empty"))
        return CommandState(self._make_state(environment, messages, self._options(OPTIONS)))

    def _keep_kernel_checks(self) -> None:
        """Make the option without effect by which a text lets its declarations past the kernel.

        Whoever reads an option looks up the name in its declaration, which is changed here. Which options can be
        set is registered elsewhere, so a text may still set it.
        """
        o = self.objects
        declaration = o.constant("l_Lean_debug_skipKernelTC")
        if is_boxed(declaration) or name_text(field(declaration, 0)) != "debug.skipKernelTC":
            raise LeanRuntimeError("the option debug.skipKernelTC is not where it was")
        set_field(declaration, 0, o.persist(o.name("kernel.checks.all")))

    def _options(self, settings: Mapping[str, bool]) -> Obj:
        o = self.objects
        options = o.own(o.constant("l_Lean_Options_empty"))
        for option, value in settings.items():
            options = self._set_bool(options, o.name(option), int(value))
        return options

    def start_tasks(self) -> None:
        """Start Lean's task manager with one thread: needed before elaborating, never before forking."""
        start = self.library.lean_init_task_manager_using
        start.argtypes, start.restype = [ctypes.c_uint], None
        start(1)

    def input_of(self, source: str) -> Obj:
        """A text as Lean's parser takes it, owned by the caller."""
        o, raw = self.objects, source.encode()
        return self._make_input(o.string(raw), o.string("<stdin>"), 1, box(len(raw)))

    def run(self, source: str, state: CommandState) -> CommandState:
        """Elaborate `source`, which has no header, from `state`; the state afterwards, owned by the caller.

        Raises: LeanRuntimeError if the front end itself fails.
        """
        o = self.objects
        context = self.input_of(source)
        # Where Lean's reader of headers stops: a text without any command must be over there.
        begin = len(source[: skip_blank(source, 0)].encode())
        parser = o.constructor(0, [box(begin)], b"\0")
        front_end = o.result(self._process(context, parser, o.own(state.value)))
        result = o.own(field(front_end, 0))
        o.drop(front_end)
        return CommandState(result)

    def drop(self, state: CommandState) -> None:
        self.objects.drop(state.value)

    def messages(self, state: CommandState) -> Iterator[str]:
        """Lean's messages of the last `run`, each as its own JSON text."""
        o = self.objects
        messages = self._log_to_array(o.own(field(state.value, _MESSAGES_FIELD)))
        for message in array_items(messages):
            printed = self._compress_json(self._message_to_json(o.own(message)))
            yield text(printed)
            o.drop(printed)
        o.drop(messages)

    def parse(self, category: str, source: str, state: CommandState) -> str | None:
        """Lean's parse error for `source` as a whole `category` (`term`, `tactic`), or None if it parses."""
        o = self.objects
        environment = o.own(field(state.value, _ENVIRONMENT_FIELD))
        answer = self._parse_category(environment, o.name(category), o.string(source), o.string("<input>"))
        error = text(field(answer, 0)) if tag(answer) == 0 else None
        o.drop(answer)
        return error

    def new_constants(self, state: CommandState) -> list[NewConstant]:
        """The constants that were added after the import, in no order."""
        o = self.objects
        constants, added = self._added(state)
        found = [
            NewConstant(
                name_text(name),
                _CONSTANT_KINDS[tag(info)],
                bool(self._is_internal(o.own(name)) >> 1),
                o.own(name),
            )
            for name, info in added
        ]
        o.drop(constants)
        return found

    def _added(self, state: CommandState) -> tuple[Obj, list[tuple[Obj, Obj]]]:
        """Names and values of the constants that are not imported, borrowed from the map that comes with them."""
        environment = self.objects.own(field(state.value, _ENVIRONMENT_FIELD))
        constants = self._constants(environment)  # SMap: imported hash map, then a persistent map of ours
        added = field(constants, 1)
        return constants, list(_entries(added if field_count(added) == 1 else field(added, 0)))

    def module_of(self, state: CommandState) -> bytes:
        """What was added after the import, as the bytes of a compiled module: constants only, no extension's entries.

        Written in memory by Lean's own compactor, so that a process without access to files can hand it out.
        """
        o = self.objects
        constants, added = self._added(state)
        names = o.array([o.own(name) for name, _ in added])
        infos = o.array([o.own(info) for _, info in added])
        # ModuleData: imports, names, constants, names for compiled code, entries of extensions; not a `module`.
        module = o.constructor(0, [o.array(), names, infos, o.array(), o.array()], bytes(8))
        root, objects = self._compactor.compacted(module, MODULE_BASE)
        o.drop(module)
        o.drop(constants)
        return module_header(self.version, self.commit, MODULE_BASE, root) + objects

    def axioms(self, constant: NewConstant, state: CommandState) -> tuple[str, ...]:
        """The axioms that a constant rests on, sorted; `sorryAx` among them means an unfinished proof."""
        return self.axioms_of(constant.name_value, state)

    def axioms_of(self, name: Obj, state: CommandState) -> tuple[str, ...]:
        """The same for a constant that is given by its name, which stays the caller's."""
        o = self.objects
        reference = self._make_ref(o.own(state.value))
        collected = o.result(self._collect_axioms(o.own(name), reference))
        names = tuple(sorted(name_text(name) for name in array_items(collected)))
        o.drop(collected)
        return names

    def module_data(self, compiled: Path) -> Obj:
        """A compiled module of ours as Lean reads it: mapped, and for this process to keep.

        Its fields: imports, names, constants, names for compiled code, entries of extensions.
        Raises: LeanRuntimeError if the file is missing or of another Lean.
        """
        o = self.objects
        return field(o.result(self._read_module(o.string(str(compiled)))), 0)

    def module_constants(self, compiled: Path) -> Iterator[ModuleConstant]:
        """The constants of a compiled module of ours, read without importing it; the file stays mapped.

        Raises: LeanRuntimeError if the file is missing or of another Lean.
        """
        o = self.objects
        data = self.module_data(compiled)
        for name, info in zip(array_items(field(data, 1)), array_items(field(data, 2)), strict=True):
            value = field(info, 0)
            terms = [field(field(value, 0), 2)]  # a ConstantVal: name, universe parameters, type
            kind = _CONSTANT_KINDS[tag(info)]
            if kind in ("definition", "theorem", "opaque"):
                terms.append(field(value, 1))
            yield ModuleConstant(
                name_text(name),
                kind,
                bool(self._is_internal(o.own(name)) >> 1),
                bool(self._is_unsafe(o.own(info)) >> 1),
                tuple(sorted({used for term in terms for used in self._used_names(term)})),
            )

    def _used_names(self, term: Obj) -> list[str]:
        names = self._used_constants(self.objects.own(term))
        found = [name_text(name) for name in array_items(names)]
        self.objects.drop(names)
        return found


def _entries(node: Obj) -> Iterator[tuple[Obj, Obj]]:
    """Keys and values below a node of a `PersistentHashMap`, borrowed; its depth is at most seven."""
    if tag(node) == 0:
        for entry in array_items(field(node, 0)):
            if is_boxed(entry):
                continue
            if tag(entry) == 0:
                yield field(entry, 0), field(entry, 1)
            else:
                yield from _entries(field(entry, 0))
    else:
        yield from zip(array_items(field(node, 0)), array_items(field(node, 1)), strict=True)
