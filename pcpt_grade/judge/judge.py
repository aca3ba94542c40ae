"""Judges one submission: the notebook runs in a worker, the test files run here.

Hidden tests, expected values and scores exist in this process only. What the worker says is either
the value of a call, which the checks then look at, or a note for the reader.
"""

from __future__ import annotations

import socket
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from otter.test_files import GradingResults, TestFile
from otter.test_files.abstract_test import TestCaseResult

from pcpt_grade.catalog import ASSIGNMENTS
from pcpt_grade.errors import BrokenError, SubmissionError
from pcpt_grade.judge import remote
from pcpt_grade.judge.autograder import Autograder
from pcpt_grade.judge.execution import Execution
from pcpt_grade.judge.memory import bounded_memory
from pcpt_grade.judge.session import Session
from pcpt_grade.judge.stubs import StubSession
from pcpt_grade.judge.verdicts import RecordingTestFile, classify
from pcpt_grade.judge.zygote import Zygote
from pcpt_grade.notebook import Submission, parse
from pcpt_grade.outcome import (
    CheckResult,
    QuestionResult,
    SubmissionResult,
    Verdict,
    not_graded,
    readable,
)
from pcpt_grade.sandbox.limits import Limits

NO_ISOLATION = (
    "Graded without isolation: this submission could have read the tests and forged its score."
)


@dataclass
class Attempt:
    """What came of running a submission once."""

    judged: list[tuple[TestFile, QuestionResult]]
    notes: list[str]
    doubtful: bool
    """Whether a process was gone that nobody here had ended. Submissions kill themselves, but so do
    machines that run out of memory, and administrators: another attempt tells."""
    without_zygote: bool = False
    """Whether the zygote was gone, and everything with it."""


class Judge:
    """Judges submissions of one assignment, one after the other.

    Args:
        autograder: What to judge by.
        isolation: "namespaces", "user" or "none".
        limits: What each submission may use.
        slot: A number that no other judge of this machine uses at the same time.
        shared: The connection to a zygote that serves several judges; one's own by default.
    """

    def __init__(
        self,
        autograder: Autograder,
        isolation: str,
        limits: Limits | None = None,
        slot: int = 0,
        shared: socket.socket | None = None,
    ):
        self.autograder = autograder
        self.isolation = isolation
        self.limits = limits or Limits()
        self.zygote = Zygote(isolation, slot, shared)
        self._config = autograder.otter_config()  # takes three milliseconds to make

    def close(self) -> None:
        """End the zygote, if it is this judge's own."""
        self.zygote.close()

    def judge(self, content: bytes, only: Collection[str] = ()) -> SubmissionResult:
        """Return the result of a submission file's content; it never raises for its sake.

        Args:
            content: A notebook, or a zip with one.
            only: The questions to judge; all of them by default.
        """
        return self.grade(content, only)[0]

    def grade(
        self, content: bytes, only: Collection[str] = ()
    ) -> tuple[SubmissionResult, GradingResults]:
        """Return the result in our own form and in otter's."""
        try:
            return self._grade(content, only or self.autograder.tests)
        except SubmissionError as error:
            return self._not_graded(str(error), broken=False)
        except BrokenError as error:
            return self._not_graded(str(error), broken=True)
        except Exception as error:  # noqa: BLE001  # one submission must not end a class's run
            problem = readable(f"the grader failed with {type(error).__name__}: {error}")
            return self._not_graded(" ".join(problem.split())[:300], broken=True)

    def _grade(
        self, content: bytes, questions: Collection[str]
    ) -> tuple[SubmissionResult, GradingResults]:
        submission = parse(content)
        other = submission.assignment
        if other in ASSIGNMENTS and self.autograder.name in ASSIGNMENTS:
            if other != self.autograder.name:
                raise SubmissionError(
                    f"it is a notebook of {other}, but this is the autograder of "
                    f"{self.autograder.name}"
                )
        attempt = self._attempt(submission, questions)
        if attempt.doubtful:
            attempt = self._attempt(submission, questions)
        if attempt.without_zygote:
            raise BrokenError("the process that runs submissions was killed")
        files = [test_file for test_file, _ in attempt.judged]
        return self._result(files, [question for _, question in attempt.judged], attempt.notes)

    def _attempt(self, submission: Submission, questions: Collection[str]) -> Attempt:
        """Run the notebook and judge the questions."""
        functions = {name: self.autograder.functions(name) for name in questions}
        execution = Execution(
            self.zygote, submission, self.autograder.files, functions, self.limits
        )
        try:
            execution.run()
            attempt = Attempt([], execution.notes, doubtful=execution.lost)
            for name in _order(execution):
                self._question(name, execution, attempt)
            if not execution.survived():
                attempt.doubtful = attempt.without_zygote = True
            return attempt
        finally:
            execution.close()

    def _question(self, name: str, execution: Execution, attempt: Attempt) -> None:
        answering = execution.connect(name)
        session = (
            answering
            if isinstance(answering, StubSession)
            else Session(answering or _nobody(), self.limits)
        )
        try:
            with bounded_memory():
                attempt.judged.append(judge_question(self.autograder, name, session))
        finally:
            session.close()
        attempt.doubtful |= isinstance(session.ended, remote.WorkerDied)

    def _result(
        self, files: list[TestFile], questions: list[QuestionResult], notes: list[str]
    ) -> tuple[SubmissionResult, GradingResults]:
        results = GradingResults(files)
        told = [NO_ISOLATION] if self.isolation == "none" else []
        told += [f"While the notebook ran: {note}." for note in notes]
        if told:
            results.set_output("\n".join(told))
        broken = [
            f"check {check.name} failed by itself: {check.message.splitlines()[-1]}"
            for question in questions
            for check in question.checks
            if check.verdict is Verdict.BROKEN
        ]
        result = SubmissionResult(
            questions=tuple(questions),
            problem=broken[0] if broken else "",
            broken=bool(broken),
            isolation=self.isolation,
            notes=tuple(notes),
            gradescope=results.to_gradescope_dict(self._config),
        )
        return result, results

    def _not_graded(self, problem: str, *, broken: bool) -> tuple[SubmissionResult, GradingResults]:
        error = BrokenError(problem) if broken else SubmissionError(problem)
        results = GradingResults.without_results(error)
        return not_graded(problem, self.isolation, broken=broken), results


def _order(execution: Execution) -> list[str]:
    """Return the questions in otter's order: as first checked, then the others."""
    checked = list(execution.checked)
    return checked + [name for name in execution.functions if name not in checked]


def judge_question(
    autograder: Autograder, name: str, session: Session | StubSession
) -> tuple[TestFile, QuestionResult]:
    """Run a question's test file against the functions of a session."""
    test_file = autograder.test_file(name)
    names = autograder.functions(name)
    env: dict[str, Any]
    try:
        kinds = session.describe(names)
        kind, env = _kind(kinds, name), dict(session.functions(kinds))
    except remote.SessionEnded:
        kind, env = "function", dict.fromkeys(names, _ended(session))
    results, checks = [], []
    for case in test_file.test_cases:
        single = RecordingTestFile(test_file.name, test_file.path, [case])
        single.source = test_file.source
        single.run(env)
        outcome: TestCaseResult = single.test_case_results[0]
        results.append(outcome)
        checks.append(
            CheckResult(
                case.body.test_func.__name__.removeprefix("test_"),
                (case.body.test_func.__doc__ or "").strip(),
                float(case.points or 0),
                bool(case.hidden),
                classify(single.exception, kind),
                "" if outcome.passed else str(outcome.message),
            )
        )
    test_file.test_case_results = results
    question = QuestionResult(
        name, float(test_file.score), float(test_file.possible), tuple(checks)
    )
    return test_file, question


def _kind(kinds: dict[str, str], question: str) -> str:
    """Return what the function is that a question is about: the one of its name, or all it takes.

    Those that are not there decide, then stubs, for a check needs all of them.
    """
    found = {kinds[question]} if question in kinds else set(kinds.values())
    return next((kind for kind in ("missing", "stub") if kind in found), "function")


def _ended(session: Session | StubSession) -> Any:
    def function(*args: Any, **kwargs: Any) -> Any:
        del args, kwargs
        raise session.ended or remote.WorkerDied

    return function


def _nobody() -> socket.socket:
    """Return a connection whose other end is closed: for questions that cannot be asked."""
    ours, theirs = socket.socketpair()
    theirs.close()
    return ours
