"""How a plain function becomes a check: points, visibility, the question that it belongs to."""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
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


def check(
    question: str, *, points: float, public: bool = False
) -> Callable[[CheckFunction], CheckFunction]:
    """Mark a function as a check of ``question``, worth ``points``, hidden unless ``public``."""

    def mark(function: CheckFunction) -> CheckFunction:
        sentence = " ".join((inspect.getdoc(function) or "").split("\n\n")[0].split())
        if not sentence:
            raise TypeError(f"check {function.__name__} has no docstring for the student to read")
        marked = Check(question, function.__name__, points, public, sentence, function)
        function.check = marked  # type: ignore[attr-defined]  # read back by ``suite``
        return function

    return mark


@lru_cache
def suite(assignment: str) -> tuple[Check, ...]:
    """Return the checks of an assignment in the order of their definition.

    Raises:
        ModuleNotFoundError: if there is no ``pcpt_grade/checks/<assignment>.py``.
        TypeError: if a check does not take the function of its question.
    """
    module = importlib.import_module(f"pcpt_grade.checks.{assignment}")
    checks = tuple(
        value.check
        for value in vars(module).values()
        if inspect.isfunction(value) and hasattr(value, "check")
    )
    for item in checks:
        if item.question not in item.parameters:
            raise TypeError(f"check {item.name} does not take `{item.question}`")
    return checks


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
