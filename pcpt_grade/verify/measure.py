"""What the corpus says about the checks: caught, refused, named, needed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass

from pcpt_grade.checks import Check
from pcpt_grade.outcome import CheckResult, QuestionResult, SubmissionResult, Verdict
from pcpt_grade.verify.corpus import Case


@dataclass(frozen=True)
class Judged:
    """A case and what judging the notebook with it gave."""

    case: Case
    result: SubmissionResult

    @property
    def failed(self) -> tuple[CheckResult, ...]:
        """The checks of the case's question that did not pass."""
        return tuple(check for check in self._question.checks if check.verdict != Verdict.PASS)

    @property
    def _question(self) -> QuestionResult:
        return next(q for q in self.result.questions if q.name == self.case.question)

    @property
    def caught(self) -> bool:
        """Whether the answer lost points."""
        return self._question.score < self._question.possible

    @property
    def named(self) -> bool:
        """Whether the feedback names the misconception."""
        return any(self.case.names in check.message for check in self.failed)

    @property
    def defects(self) -> list[str]:
        """What is wrong with this outcome, one sentence each."""
        label = f"{self.case.question}/{self.case.slug}"
        if self.result.problem:
            return [f"{label}: not graded: {self.result.problem}"]
        found = []
        if self.case.right and self.failed:
            first = self.failed[0]
            found.append(f"{label}: a right answer is refused by {first.name}: {first.message}")
        if not self.case.right and not self.caught:
            found.append(f"{label}: a wrong answer survives: {self.case.title}")
        if not self.case.right and self.case.names and not self.named:
            found.append(f"{label}: the feedback does not say {self.case.names!r}")
        found += [
            f"{label}: costs points in {question.name}, too"
            for question in self.result.questions
            if question.name != self.case.question and question.score < question.possible
        ]
        return found


@dataclass(frozen=True)
class Row:
    """The corpus of one question, or of several together."""

    name: str
    mutants: int
    caught: int
    corner: int
    accepted: int
    passed: int
    promised: int
    """Mutants whose misconception the feedback should name."""
    named: int


def rows(questions: Sequence[str], judged: Sequence[Judged]) -> list[Row]:
    """Return a row per question."""
    made = []
    for question in questions:
        wrong = [j for j in judged if j.case.question == question and not j.case.right]
        right = [j for j in judged if j.case.question == question and j.case.right]
        promised = [j for j in wrong if j.case.names]
        made.append(
            Row(
                question,
                len(wrong),
                sum(j.caught for j in wrong),
                sum(j.case.corner for j in wrong),
                len(right),
                sum(not j.failed for j in right),
                len(promised),
                sum(j.named for j in promised),
            )
        )
    return made


def total(name: str, parts: Sequence[Row]) -> Row:
    """Return the sum of some rows."""
    numbers = [astuple(part)[1:] for part in parts]
    return Row(name, *(sum(column) for column in zip(*numbers, strict=True)))


def first_catches(judged: Sequence[Judged]) -> dict[str, list[str]]:
    """Return for each check the mutants that it is the first to catch."""
    found: dict[str, list[str]] = {}
    for each in judged:
        if not each.case.right and each.failed:
            found.setdefault(each.failed[0].name, []).append(each.case.slug)
    return found


def defects(questions: Mapping[str, Sequence[Check]], judged: Sequence[Judged]) -> list[str]:
    """Return everything that keeps the corpus from being right, one sentence each."""
    found = [defect for each in judged for defect in each.defects]
    first = first_catches(judged)
    for question, checks in questions.items():
        if not any(each.case.question == question and not each.case.right for each in judged):
            found.append(f"{question}: has no mutants (tests/mutants/…/{question}/)")
        if not any(each.case.question == question and each.case.right for each in judged):
            found.append(f"{question}: has no accepted variants (tests/accepted/…/{question}/)")
        found += [
            f"{question}: no mutant needs the check {check.name}"
            for check in checks
            if check.name not in first
        ]
    return found
