"""Run as a script: what `verify/olean.py` reads from every module of a library, rebuilt, beside Lean's own objects.

`python agreement.py LIBRARY CORE` prints one JSON object: modules, constants, expressions compared, differences.
"""

from __future__ import annotations

import ctypes
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from tactic_mesh.lean.calls import Runtime, load_library
from tactic_mesh.lean.kernel import Kernel
from tactic_mesh.lean.objects import Obj, array_items, field, field_count, is_boxed, name_text, tag, text
from tactic_mesh.verify.judge import Builder
from tactic_mesh.verify.olean import read_module
from tactic_mesh.verify.terms import Terms
from tactic_mesh.verify.terms import name_text as our_text

STRING = 249
# By kind: which object fields of the structure are expressions, and how many bytes of flags stand after all fields.
EXPRESSIONS = [(), (1,), (1,), (1,), (), (), (), ()]
FLAG_BYTES = [1, 1, 0, 1, 1, 3, 1, 2]


class Comparison:
    def __init__(self, library: ctypes.CDLL) -> None:
        self._equal = library.lean_expr_eqv
        self._equal.argtypes, self._equal.restype = [ctypes.c_void_p] * 2, ctypes.c_uint8
        self.expressions = 0

    def terms(self, ours: Obj, theirs: Obj) -> bool:
        """Lean's own equality, up to the names of bound variables; marks without meaning are looked through."""
        self.expressions += 1
        return bool(self._equal(ours, theirs)) or self._without_marks(ours, theirs)

    def _without_marks(self, ours: Obj, theirs: Obj) -> bool:
        """The same where Lean's own term has `mdata` somewhere, which no kernel looks at."""
        pending, seen = [(ours, theirs)], set[tuple[int, int]]()
        while pending:
            left, right = pending.pop()
            while tag(right) == 10:
                right = field(right, 1)
            if (left, right) in seen or self._equal(left, right):
                continue
            seen.add((left, right))
            if tag(left) != tag(right) or tag(left) not in (5, 6, 7, 8, 11):
                return False
            begin = {5: 0, 6: 1, 7: 1, 8: 1, 11: 2}[tag(left)]
            pending += [(field(left, i), field(right, i)) for i in range(begin, field_count(left))]
        return True

    def data(self, ours: Obj, theirs: Obj) -> bool:
        """The same numbers, names and lists, and in recursion rules the same expressions."""
        if is_boxed(ours) or is_boxed(theirs):
            return ours == theirs
        if tag(ours) != tag(theirs):
            return False
        if tag(ours) == STRING:
            return text(ours) == text(theirs)
        if field_count(ours) == field_count(theirs) == 0:  # the height of a definition
            return ctypes.string_at(ours + 8, 4) == ctypes.string_at(theirs + 8, 4)
        if field_count(ours) == field_count(theirs) == 3:  # a recursion rule
            plain = all(self.data(field(ours, i), field(theirs, i)) for i in (0, 1))
            return plain and self.terms(field(ours, 2), field(theirs, 2))
        return field_count(ours) == field_count(theirs) and all(
            self.data(field(ours, i), field(theirs, i)) for i in range(field_count(ours))
        )

    def constants(self, ours: Obj, theirs: Obj) -> Iterator[str]:
        """What differs between two `ConstantInfo`s."""
        kind = tag(ours)
        if kind != tag(theirs):
            yield "kind"
            return
        left, right = field(ours, 0), field(theirs, 0)
        if not self.data(field(field(left, 0), 0), field(field(right, 0), 0)):
            yield "name"
        if not self.data(field(field(left, 0), 1), field(field(right, 0), 1)):
            yield "universe parameters"
        if not self.terms(field(field(left, 0), 2), field(field(right, 0), 2)):
            yield "type"
        for index in range(1, field_count(left)):
            compare = self.terms if index in EXPRESSIONS[kind] else self.data
            if not compare(field(left, index), field(right, index)):
                yield f"field {index}"
        begin = 8 + 8 * field_count(left)
        if ctypes.string_at(left + begin, FLAG_BYTES[kind]) != ctypes.string_at(
            right + begin, FLAG_BYTES[kind]
        ):
            yield "flags"


def main(library_file: Path, core: Path) -> None:
    library = load_library(library_file)
    runtime = Runtime(library)
    kernel, comparison = Kernel(runtime), Comparison(library)
    modules = constants = 0
    differences = []
    for compiled in sorted(core.rglob("*.olean")):
        terms = Terms()
        module = read_module(compiled.read_bytes(), terms)
        mine = dict(Builder(kernel, terms).constants(module.constants))
        theirs = runtime.module_data(compiled)
        names = [name_text(name) for name in array_items(field(theirs, 1))]
        if names != [our_text(constant.name) for constant in module.constants]:
            differences.append(f"{compiled.name}: the names differ")
            continue
        imports = [name_text(field(item, 0)) for item in array_items(field(theirs, 0))]
        if imports != [our_text(item.module) for item in module.imports]:
            differences.append(f"{compiled.name}: the imports differ")
        entries = [
            (name_text(field(e, 0)), len(array_items(field(e, 1)))) for e in array_items(field(theirs, 4))
        ]
        if entries != [(our_text(entry.extension), entry.count) for entry in module.entries]:
            differences.append(f"{compiled.name}: the entries of extensions differ")
        for constant, info in zip(module.constants, array_items(field(theirs, 2)), strict=True):
            for difference in comparison.constants(mine[constant.name], info):
                differences.append(f"{our_text(constant.name)}: {difference}")
        modules, constants = modules + 1, constants + len(names)
    found = {
        "modules": modules,
        "constants": constants,
        "expressions": comparison.expressions,
        "differences": differences[:50],
    }
    print(json.dumps(found))


if __name__ == "__main__":
    sys.set_int_max_str_digits(0)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
