"""One grading run: from paths to a store, a CSV and a file per submission."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field

from pcpt_grade.errors import SubmissionError
from pcpt_grade.grade.find import Found
from pcpt_grade.grade.store import Store
from pcpt_grade.grade.task import Task
from pcpt_grade.judge.autograder import Autograder
from pcpt_grade.notebook import digest, read_bytes
from pcpt_grade.outcome import SubmissionResult
from pcpt_grade.sandbox.limits import Limits

IN_FLIGHT = 3
"""Submissions handed out per job: enough to keep it busy, few enough to keep memory flat."""
ATTEMPTS = 3
"""How often a submission is tried whose judge died with it."""


@dataclass(frozen=True)
class Graded:
    """A submission's name and what came of it."""

    name: str
    result: SubmissionResult


@dataclass
class Run:
    """Judges submissions and keeps every verdict as soon as it is there.

    Args:
        autograder: What to judge by.
        store: Where verdicts are kept.
        make_executor: Makes the executor; called again when its processes died.
        jobs: How many submissions are judged at a time.
    """

    autograder: Autograder
    store: Store
    make_executor: Callable[[], Executor]
    jobs: int
    isolation: str
    limits: Limits = field(default_factory=Limits)

    def grade(self, submissions: Sequence[Found]) -> Iterator[Graded]:
        """Yield the results as they come; those in the store first."""
        waiting: list[tuple[Found, str]] = []
        for found in submissions:
            try:
                key = digest(read_bytes(found.path))
            except SubmissionError as error:
                yield Graded(found.name, unreadable(str(error), self.isolation))
                continue
            known = self.store.get(key, self.autograder.digest)
            if known is None:
                waiting.append((found, key))
            else:
                yield Graded(found.name, known)
        yield from self._judge(waiting)

    def _judge(self, waiting: list[tuple[Found, str]]) -> Iterator[Graded]:
        """Judge equal files once; when a judge dies, try the submissions it had again."""
        namesakes: dict[str, list[Found]] = {}
        for found, key in waiting:
            namesakes.setdefault(key, []).append(found)
        queue, attempts = list(reversed(namesakes)), dict.fromkeys(namesakes, 0)
        while queue:
            lost: list[str] = []
            with self.make_executor() as executor:
                for key, result in self._drain(executor, queue, namesakes, lost):
                    if not result.broken:  # our own faults are tried again next time
                        self.store.put(key, self.autograder.digest, result)
                    yield from (Graded(found.name, result) for found in namesakes[key])
            for key in lost:
                attempts[key] += 1
                if attempts[key] < ATTEMPTS:
                    queue.append(key)
                else:
                    result = not_judged(self.isolation)
                    yield from (Graded(found.name, result) for found in namesakes[key])

    def _drain(
        self,
        executor: Executor,
        queue: list[str],
        namesakes: dict[str, list[Found]],
        lost: list[str],
    ) -> Iterator[tuple[str, SubmissionResult]]:
        running: dict[Future[SubmissionResult], str] = {}
        broken = False
        try:
            while running or (queue and not broken):
                while queue and not broken and len(running) < IN_FLIGHT * self.jobs:
                    key = queue.pop()
                    try:
                        running[executor.submit(self._task(namesakes[key][0]).run)] = key
                    except BrokenProcessPool:
                        queue.append(key)
                        broken = True
                    except SubmissionError as error:  # it changed since it was looked at
                        yield key, unreadable(str(error), self.isolation)
                done, _ = wait(running, return_when=FIRST_COMPLETED)
                for future in done:
                    key = running.pop(future)
                    try:
                        yield key, future.result()
                    except BrokenProcessPool:
                        broken = True
                        lost.append(key)
        finally:
            for future in running:
                future.cancel()

    def _task(self, found: Found) -> Task:
        return Task(self.autograder, self.isolation, self.limits, read_bytes(found.path))


def unreadable(problem: str, isolation: str) -> SubmissionResult:
    """Return the result of a file that cannot even be read."""
    return _without_score(problem, isolation, broken=False)


def not_judged(isolation: str) -> SubmissionResult:
    """Return the result of a submission whose judge died again and again."""
    return _without_score("the judging process died; try again", isolation, broken=True)


def _without_score(problem: str, isolation: str, *, broken: bool) -> SubmissionResult:
    gradescope = {
        "score": 0, "output": f"This submission was not graded: {problem}.", "tests": [],
    }  # fmt: skip
    return SubmissionResult((), problem, broken, isolation, (), gradescope)
