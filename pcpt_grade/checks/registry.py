"""How a plain function becomes a check: points, visibility, the question that it belongs to."""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any

from pcpt_grade.checks.expect import call_check

CheckFunction = Callable[..., None]


@dataclass(frozen=True)
class Check:
    """One property of one question."""

    question: str
    name: str
    points: float
    public: bool
    sentence: str
    """What the student reads: the first paragraph of the function's docstring."""
    function: CheckFunction

    @property
    def parameters(self) -> tuple[str, ...]:
        """The student's functions that the check takes, by name."""
        return tuple(inspect.signature(self.function).parameters)

    @property
    def file(self) -> Path:
        """The file that defines it."""
        return Path(self.function.__code__.co_filename)

    @property
    def line(self) -> int:
        """The line of that file on which its definition begins, decorators included."""
        return self.function.__code__.co_firstlineno


def check(
    question: str, *, points: float, public: bool = False
) -> Callable[[CheckFunction], CheckFunction]:
    """Mark a function as a check of ``question``, worth ``points``, hidden unless ``public``.

    Raises:
        TypeError: if it has no docstring, or does not take the function of its question.
    """

    def mark(function: CheckFunction) -> CheckFunction:
        sentence = " ".join((inspect.getdoc(function) or "").split("\n\n")[0].split())
        if not sentence:
            raise TypeError(f"check {function.__name__} has no docstring for the student to read")
        if question not in inspect.signature(function).parameters:
            raise TypeError(f"check {function.__name__} does not take `{question}`")
        marked = Check(question, function.__name__, points, public, sentence, function)
        function.check = marked  # type: ignore[attr-defined]  # read back by ``suite``
        return function

    return mark


@lru_cache
def suite(assignment: str) -> tuple[Check, ...]:
    """Return the checks of an assignment, those of a question in the order of their definition.

    They stand in the module ``pcpt_grade.checks.<assignment>``, or in modules that it imports and
    contains.

    Raises:
        ModuleNotFoundError: if there is no such module.
    """
    module = importlib.import_module(f"pcpt_grade.checks.{assignment}")
    return tuple(
        value.check
        for part in (module, *_parts(module))
        for value in vars(part).values()
        if inspect.isfunction(value) and hasattr(value, "check")
    )


def _parts(package: ModuleType) -> list[ModuleType]:
    """Return the modules that a package contains and has imported; none if it is no package."""
    inside = f"{package.__name__}."
    modules = filter(inspect.ismodule, vars(package).values())
    return [module for module in modules if module.__name__.startswith(inside)]


def questions(assignment: str) -> dict[str, tuple[Check, ...]]:
    """Return the checks of an assignment by question, in the order of their definition."""
    grouped: dict[str, list[Check]] = {}
    for item in suite(assignment):
        grouped.setdefault(item.question, []).append(item)
    return {question: tuple(items) for question, items in grouped.items()}


def run_check(assignment: str, name: str, /, **functions: Any) -> None:
    """Run the check of that name on the student's functions (``None`` where one is missing).

    Raises:
        AssertionError: if the property does not hold; the text is for the student.
        LookupError: if the assignment has no such check.
    """
    for item in suite(assignment):
        if item.name == name:
            call_check(item.function, **functions)
            return
    raise LookupError(f"{assignment} has no check {name}")
