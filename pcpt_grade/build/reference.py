"""Reading the reference functions: what becomes a solution cell, and what becomes a stub."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from pathlib import Path

from pcpt_grade.build.markers import refuse_markers
from pcpt_grade.build.sources import author_error, read

BEGIN, END = "    # BEGIN SOLUTION", "    # END SOLUTION"


@dataclass(frozen=True)
class Reference:
    """One function of the solutions module, cut into what students see and what they do not."""

    name: str
    line: int
    """Where it is defined."""
    signature: str
    """``def name(parameters with defaults):``, without annotations."""
    docstring: str
    """The lines of the docstring as they are written, quotes and indentation included."""
    body: str
    body_line: int

    @property
    def stub(self) -> str:
        """The student's cell."""
        return f"{self.signature}\n{self.docstring}\n    ..."

    @property
    def solution(self) -> str:
        """The solved cell."""
        return f"{self.signature}\n{self.docstring}\n{self.body}"

    @property
    def marked_solution(self) -> str:
        """The cell for ``otter assign``, which makes stub and solved cell from it."""
        return f"{self.signature}\n{self.docstring}\n{BEGIN}\n{self.body}\n{END}"


def read_references(path: Path) -> dict[str, Reference]:
    """Return the functions of a solutions module by name, private ones aside.

    Raises:
        AuthorError: if one cannot become a cell of its own.
    """
    source = read(path, "reference functions")
    try:
        tree = ast.parse(source)
    except SyntaxError as error:
        raise author_error(path, error.lineno or 1, f"this is not Python: {error.msg}.") from None
    lines = source.split("\n")
    found: dict[str, Reference] = {}
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            if node.name in found:
                raise author_error(path, node.lineno, f"`{node.name}` is defined twice; drop one.")
            found[node.name] = _read(node, source, lines, path)
    return found


def _read(node: ast.FunctionDef, source: str, lines: list[str], path: Path) -> Reference:
    first = node.body[0]
    if not ast.get_docstring(node, clean=False):
        raise author_error(path, node.lineno, f"`{node.name}` has no docstring; it is the task.")
    if node.decorator_list:
        line = node.decorator_list[0].lineno
        raise author_error(path, line, "a decorator would stand in the stub; use a `with` block.")
    end = first.end_lineno or first.lineno
    if len(node.body) == 1 or node.body[1].lineno <= end:
        raise author_error(path, end, f"`{node.name}` needs a body on lines after its docstring.")
    body = [line.rstrip() for line in lines[end : node.end_lineno]]
    while not body[0]:
        body, end = body[1:], end + 1
    docstring = "\n".join(lines[first.lineno - 1 : first.end_lineno])
    refuse_markers(docstring, path, first.lineno)
    refuse_markers("\n".join(body), path, end + 1)
    return Reference(
        name=node.name,
        line=node.lineno,
        signature=f"def {node.name}({_parameters(node.args, source)}):",
        docstring=docstring,
        body="\n".join(body),
        body_line=end + 1,
    )


def _parameters(args: ast.arguments, source: str) -> str:
    """Return a parameter list without annotations, its defaults as they are written."""

    def shown(arg: ast.arg, default: ast.expr | None) -> str:
        if default is None:
            return arg.arg
        return f"{arg.arg}={ast.get_source_segment(source, default)}"

    plain = [*args.posonlyargs, *args.args]
    missing: list[ast.expr | None] = [None] * (len(plain) - len(args.defaults))
    shown_plain = [shown(*pair) for pair in zip(plain, missing + list(args.defaults), strict=True)]
    if args.posonlyargs:
        shown_plain.insert(len(args.posonlyargs), "/")
    if args.vararg:
        shown_plain.append(f"*{args.vararg.arg}")
    elif args.kwonlyargs:
        shown_plain.append("*")
    keywords = [shown(*pair) for pair in zip(args.kwonlyargs, args.kw_defaults, strict=True)]
    rest = [f"**{args.kwarg.arg}"] if args.kwarg else []
    return ", ".join([*shown_plain, *keywords, *rest])
