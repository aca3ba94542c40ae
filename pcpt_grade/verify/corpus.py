"""The kept corpus: wrong answers (mutants) and unusual right ones (accepted variants).

A case is one Python file ``tests/{mutants,accepted}/<assignment>/<question>/<slug>.py`` that
defines the function of its question. The first line of its docstring says what is special about
it; lines of the form ``key: value`` in the docstring carry the rest:

``corner: yes``
    wrong only in a corner of the contract;
``names: some words``
    the feedback has to contain these words, since the misconception is recognisable.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pcpt_grade.catalog import REPOSITORY
from pcpt_grade.errors import AuthorError

Kind = Literal["mutants", "accepted"]


@dataclass(frozen=True)
class Case:
    """One answer of the corpus to one question."""

    kind: Kind
    assignment: str
    question: str
    slug: str
    title: str
    corner: bool
    names: str
    """What the feedback must contain; '' where nothing is promised."""
    source: str

    @property
    def right(self) -> bool:
        """Whether the checks must accept the answer."""
        return self.kind == "accepted"


def load(kind: Kind, assignment: str, root: Path = REPOSITORY / "tests") -> list[Case]:
    """Return the cases of one kind for an assignment, sorted by question and slug.

    Raises:
        AuthorError: if a file has no docstring, does not define its question's function, or has an
            unknown key.
    """
    paths = sorted((root / kind / assignment).glob("*/*.py"))
    return [_read(kind, assignment, path) for path in paths]


def load_all(assignment: str) -> list[Case]:
    """Return all cases for an assignment: the mutants, then the accepted variants.

    Raises:
        AuthorError: as ``load`` does.
    """
    return [*load("mutants", assignment), *load("accepted", assignment)]


def _read(kind: Kind, assignment: str, path: Path) -> Case:
    source = path.read_text(encoding="utf-8")
    question = path.parent.name
    try:
        tree = ast.parse(source)
    except SyntaxError as error:
        raise AuthorError(f"{path}: not Python: {error}") from error
    docstring = ast.get_docstring(tree)
    if not docstring:
        raise AuthorError(f"{path}: the first line has to be a docstring that names the mistake.")
    title, *rest = docstring.splitlines()
    keys = dict(_key(path, line) for line in rest if line.strip())
    if question not in _defined(tree):
        raise AuthorError(f"{path}: does not define `{question}`.")
    return Case(
        kind,
        assignment,
        question,
        path.stem,
        title,
        keys.get("corner") == "yes",
        keys.get("names", ""),
        source,
    )


def _key(path: Path, line: str) -> tuple[str, str]:
    key, colon, value = line.partition(":")
    if not colon or key not in ("corner", "names"):
        raise AuthorError(f"{path}: {line!r} is not `corner: yes` or `names: some words`.")
    return key, value.strip()


def _defined(tree: ast.Module) -> set[str]:
    names: set[str] = set()
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.Assign):
            names |= {target.id for target in node.targets if isinstance(target, ast.Name)}
        elif isinstance(node, ast.Import | ast.ImportFrom):
            names |= {alias.asname or alias.name for alias in node.names}
    return names
