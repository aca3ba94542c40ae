"""The last step of a build: both products are judged before anything is written."""

from __future__ import annotations

from pcpt_grade.build.products import Built
from pcpt_grade.build.sources import author_error
from pcpt_grade.checks import suite
from pcpt_grade.errors import AuthorError
from pcpt_grade.judge.autograder import load
from pcpt_grade.judge.judge import Judge
from pcpt_grade.judge.zygote import Zygote
from pcpt_grade.outcome import SubmissionResult
from pcpt_grade.sandbox import slots
from pcpt_grade.sandbox.choice import choose_isolation


class Proof:
    """Judges products; the process that runs notebooks is started once, for all assignments.

    Starting it takes longer than everything else in a build.
    """

    def __init__(self) -> None:
        self.isolation = choose_isolation("auto")
        self.slot = slots.claim()
        self.zygote: Zygote | None = None

    def close(self) -> None:
        """End that process."""
        if self.zygote:
            self.zygote.close()

    def prove(self, built: Built) -> None:
        """Refuse a build whose reference loses points or whose untouched notebook earns some.

        Raises:
            AuthorError: naming the check that shows it.
        """
        self.zygote = self.zygote or Zygote(self.isolation, self.slot)
        shared = self.zygote.control
        judge = Judge(load(built.autograder_zip), self.isolation, slot=self.slot, shared=shared)
        try:
            solved = judge.judge(built.solved_notebook.read_bytes())
            untouched = judge.judge(built.student_notebook.read_bytes())
        finally:
            judge.close()
        _refuse(built.assignment, solved, untouched)


def _refuse(name: str, solved: SubmissionResult, untouched: SubmissionResult) -> None:
    for result in (solved, untouched):
        if result.problem:
            raise AuthorError(f"{name}: a product cannot be graded: {result.problem}")
    if solved.score != solved.possible:
        where = f"solutions/pcpt_solutions/{name}.py"
        raise AuthorError(f"{where}: the reference solution loses points: {_lost(solved)}")
    if untouched.score:
        earned = _earned(untouched)
        passed = next(check for check in suite(name) if check.name == earned[0])
        message = f"the untouched notebook earns points: {', '.join(earned)}"
        raise author_error(passed.file, passed.line, message)


def _lost(result: SubmissionResult) -> str:
    return "; ".join(
        f"{check.name}: {check.message}"
        for question in result.questions
        for check in question.checks
        if check.verdict != "PASS"
    ) + "".join(f"; {note}" for note in result.notes)


def _earned(result: SubmissionResult) -> list[str]:
    return [
        check.name
        for question in result.questions
        for check in question.checks
        if check.verdict == "PASS"
    ]
