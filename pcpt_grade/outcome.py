"""What came of judging: frozen plain data, from a check up to a submission."""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

MAX_TEXT = 8000
"""Longest message of a check, in characters; what students return may be part of it."""
_UNREADABLE = re.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\ud800-\\udfff]")
"""Unicode's controls (Cc), but for the tab and the end of a line, and its surrogates (Cs)."""


class Verdict(StrEnum):
    """What became of a check; a question has the gravest verdict of its checks."""

    PASS = "PASS"  # noqa: S105  # not a password
    FAIL = "FAIL"
    ERROR = "ERROR"
    """The student's code raised an exception."""
    MISSING = "MISSING"
    """The function is not defined, or still a stub."""
    TIMEOUT = "TIMEOUT"
    MEMORY = "MEMORY"
    BROKEN = "BROKEN"
    """Our own fault: never a zero, never full marks."""


@dataclass(frozen=True)
class CheckResult:
    """One check. ``message`` is otter's text: the failure that the student reads."""

    name: str
    sentence: str
    points: float
    hidden: bool
    verdict: Verdict
    message: str


@dataclass(frozen=True)
class QuestionResult:
    """One question with its checks, in the order of the test file."""

    name: str
    score: float
    possible: float
    checks: tuple[CheckResult, ...]

    @property
    def verdict(self) -> Verdict:
        """The gravest verdict of the checks."""
        order = list(Verdict)
        return max((check.verdict for check in self.checks), key=order.index, default=Verdict.PASS)


@dataclass(frozen=True, slots=True)
class QuestionOutline:
    """What a class's tables tell of a question."""

    name: str
    score: float
    possible: float
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Outline:
    """What a class's tables tell of a submission: small, since they hold all of them."""

    questions: tuple[QuestionOutline, ...]
    problem: str
    broken: bool
    isolation: str

    @property
    def score(self) -> float:
        """Points earned."""
        return sum(question.score for question in self.questions)


@dataclass(frozen=True)
class SubmissionResult:
    """One submission. ``questions`` is empty where it could not be graded; ``problem`` says why."""

    questions: tuple[QuestionResult, ...]
    problem: str
    """Why the submission is not graded, or ''."""
    broken: bool
    """Whether that is our own fault."""
    isolation: str
    notes: tuple[str, ...]
    """What went wrong in the notebook itself: cells that raised, hung or ended the process."""
    gradescope: dict[str, Any]
    """The ``results.json`` that Gradescope reads."""

    @property
    def score(self) -> float:
        """Points earned."""
        return sum(question.score for question in self.questions)

    @property
    def possible(self) -> float:
        """Points that can be earned."""
        return sum(question.possible for question in self.questions)

    def outline(self) -> Outline:
        """Return the result without its texts."""
        questions = tuple(
            QuestionOutline(sys.intern(each.name), each.score, each.possible, each.verdict)
            for each in self.questions
        )
        return Outline(questions, self.problem, self.broken, self.isolation)

    def to_json(self) -> str:
        """Return the result as JSON text; the same result gives the same text."""
        return json.dumps(self, default=vars, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> SubmissionResult:
        """Return the result that ``to_json`` wrote."""
        data = json.loads(text)
        questions = tuple(_question(item) for item in data.pop("questions"))
        notes = tuple(data.pop("notes"))
        return cls(questions=questions, notes=notes, **data)


def _question(data: dict[str, Any]) -> QuestionResult:
    checks = tuple(
        CheckResult(**{**item, "verdict": Verdict(item["verdict"])}) for item in data.pop("checks")
    )
    return QuestionResult(checks=checks, **data)


def not_graded(problem: str, isolation: str, *, broken: bool) -> SubmissionResult:
    """Return the result of a submission without a score.

    Args:
        problem: Why, as a sentence's end.
        isolation: What was or would have been used.
        broken: Whether it is our own fault.
    """
    gradescope = {
        "score": 0, "output": f"This submission was not graded: {problem}.", "tests": [],
    }  # fmt: skip
    return SubmissionResult((), problem, broken, isolation, (), gradescope)


def readable(text: str) -> str:
    """Return a text that every file and terminal takes: no surrogates or controls, not too long."""
    text = text if len(text) <= MAX_TEXT else f"{text[:MAX_TEXT]} …"
    return _UNREADABLE.sub("\ufffd", text)
