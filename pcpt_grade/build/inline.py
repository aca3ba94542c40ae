"""Making a public check self-contained, so that it runs where nothing of ours is installed.

Students have torch, but not ``pcpt_grade``: the check and the functions of
``pcpt_grade.checks.expect`` that it needs are nested in the test function.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pcpt_grade.build.names import free_names
from pcpt_grade.build.sources import PACKAGE, author_error, read

EXPECT = PACKAGE / "checks" / "expect.py"
CALL = "call_check"
_ROOTS = ("torch", "math", "numbers", "collections", "itertools")
"""What a public check may import: it runs with what students have installed, and reads easily."""


@dataclass(frozen=True, eq=False)
class Module:
    """A module's functions and imports, as far as inlining is concerned; equal to itself only."""

    path: Path
    functions: dict[str, ast.FunctionDef]
    imports: dict[str, ast.stmt]
    """The imports that may travel, by the name that they bind."""
    expected: frozenset[str]
    """The names that are imported from ``pcpt_grade.checks.expect``."""


def load(path: Path) -> Module:
    """Return the functions of a module and the imports that a public check may use."""
    return _module(path, read(path, "checks"))


@cache
def _module(path: Path, source: str) -> Module:
    imports: dict[str, ast.stmt] = {}
    functions: dict[str, ast.FunctionDef] = {}
    expected: set[str] = set()
    for node in ast.parse(source).body:
        if isinstance(node, ast.FunctionDef):
            functions[node.name] = node
        elif isinstance(node, ast.ImportFrom) and node.module == "pcpt_grade.checks.expect":
            expected |= {alias.name for alias in node.names if alias.asname is None}
        elif isinstance(node, ast.Import | ast.ImportFrom) and _may_travel(node):
            imports |= {_bound(alias): _only(node, alias) for alias in node.names}
    return Module(path, functions, imports, frozenset(expected))


def inlined(path: Path, name: str) -> list[ast.stmt]:
    """Return statements that define the check ``name`` of a module, and ``call_check``.

    Raises:
        AuthorError: if the check uses anything but torch, math, builtins and the functions of
            ``pcpt_grade.checks.expect``.
    """
    module, library = load(path), load(EXPECT)
    check = module.functions[name]
    imports: dict[str, ast.stmt] = {}
    wanted = {CALL}
    for used, line in _needs(check, module).items():
        if used in module.expected and used in library.functions:
            wanted.add(used)
        elif used in module.imports:
            imports[used] = module.imports[used]
        else:
            raise author_error(
                path,
                line,
                f"the public check {name} uses `{used}`, which students do not have; use torch, "
                "math, plain Python and the functions of pcpt_grade.checks.expect.",
            )
    helpers, helper_imports = _closure(library, wanted)
    imports |= helper_imports
    return [*(imports[key] for key in sorted(imports)), *helpers, bare(check)]


def bare(function: ast.FunctionDef) -> ast.FunctionDef:
    """Return a function without decorators, annotations and docstring."""
    copy = ast.parse(ast.unparse(function)).body[0]
    assert isinstance(copy, ast.FunctionDef)
    copy.decorator_list = []
    if ast.get_docstring(copy) is not None:
        copy.body = copy.body[1:] or [ast.Pass()]
    stripped = _WithoutAnnotations().visit(copy)
    assert isinstance(stripped, ast.FunctionDef)
    return ast.fix_missing_locations(stripped)


class _WithoutAnnotations(ast.NodeTransformer):
    def visit_arg(self, node: ast.arg) -> ast.arg:
        node.annotation = None
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        node.returns = None
        return self.generic_visit(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST | None:
        if node.value is None:
            return ast.Pass()
        return ast.Assign(targets=[node.target], value=node.value, lineno=node.lineno)


@cache
def _needs(function: ast.FunctionDef, module: Module) -> dict[str, int]:
    """Return the outer names that a function uses, with their lines in the module's file."""
    for node in ast.walk(function):
        if isinstance(node, ast.Import | ast.ImportFrom) and not _may_travel(node):
            message = (
                f"`{function.name}` may import nothing but {', '.join(_ROOTS)}; do without it."
            )
            raise author_error(module.path, node.lineno, message)
    outer = free_names(ast.unparse(bare(function)))
    return {name: _first_use(function, name) for name in outer}


def _first_use(function: ast.FunctionDef, name: str) -> int:
    lines = [
        node.lineno
        for statement in function.body
        for node in ast.walk(statement)
        if isinstance(node, ast.Name) and node.id == name
    ]
    return min(lines, default=function.lineno)


def _closure(
    library: Module, wanted: set[str]
) -> tuple[list[ast.FunctionDef], dict[str, ast.stmt]]:
    """Return the wanted functions of ``expect`` and what they use, in the order of the file."""
    todo, found = sorted(wanted), set()
    imports: dict[str, ast.stmt] = {}
    while todo:
        name = todo.pop()
        if name in found:
            continue
        found.add(name)
        for used, line in _needs(library.functions[name], library).items():
            if used in library.functions:
                todo.append(used)
            elif used in library.imports:
                imports[used] = library.imports[used]
            else:
                message = f"`{name}` uses `{used}`; expect.py may use torch and itself only."
                raise author_error(library.path, line, message)
    functions = [bare(node) for name, node in library.functions.items() if name in found]
    return functions, imports


def _may_travel(node: ast.Import | ast.ImportFrom) -> bool:
    modules = (
        [alias.name for alias in node.names]
        if isinstance(node, ast.Import)
        else [node.module or "" if node.level == 0 else "."]
    )
    return all(module.split(".")[0] in _ROOTS for module in modules)


def _bound(alias: ast.alias) -> str:
    return alias.asname or alias.name.split(".")[0]


def _only(node: ast.Import | ast.ImportFrom, alias: ast.alias) -> ast.stmt:
    if isinstance(node, ast.Import):
        return ast.Import(names=[alias])
    return ast.ImportFrom(module=node.module, names=[alias], level=0)
