"""One grading run: every submission is judged once, every verdict kept as soon as it is there."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from dataclasses import dataclass, field

from pcpt_grade.errors import SubmissionError
from pcpt_grade.grade.find import Found
from pcpt_grade.grade.store import Store
from pcpt_grade.grade.task import Task
from pcpt_grade.judge.autograder import Autograder
from pcpt_grade.notebook import digest, read_bytes
from pcpt_grade.outcome import SubmissionResult, not_graded
from pcpt_grade.sandbox.limits import Limits

IN_FLIGHT = 3
"""Submissions handed out per job: enough to keep it busy, few enough to keep memory flat."""
ATTEMPTS = 2
"""How often a submission is tried again, one at a time, whose judge died with it."""
DIED = "the judging process died; try again"

Judged = tuple[str, SubmissionResult]
"""The digest of a submission, and what came of it."""


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
        waiting: dict[str, list[Found]] = {}  # equal files are judged once
        for found in submissions:
            try:
                key = digest(read_bytes(found.path))
            except SubmissionError as error:
                yield Graded(found.name, not_graded(str(error), self.isolation, broken=False))
                continue
            known = self.store.get(key, self.autograder.digest)
            if known is None:
                waiting.setdefault(key, []).append(found)
            else:
                yield Graded(found.name, known)
        for key, result in self._judge(waiting):
            if not result.broken:  # our own faults are tried again next time
                self.store.put(key, self.autograder.digest, result)
            yield from (Graded(found.name, result) for found in waiting[key])

    def _judge(self, waiting: dict[str, list[Found]]) -> Iterator[Judged]:
        """Judge submissions; those that were lost with their judge once more, one at a time.

        So whatever is lost a second time has only itself to blame.
        """
        queue, suspects, deaths = deque(waiting), deque[str](), Counter[str]()
        while queue or suspects:
            alone = not queue
            keys, width = (suspects, 1) if alone else (queue, IN_FLIGHT * self.jobs)
            with self.make_executor() as executor:
                lost = yield from self._drain(executor, keys, waiting, width)
            for key in lost:
                deaths[key] += alone
                if deaths[key] < ATTEMPTS:
                    suspects.append(key)
                else:
                    yield key, not_graded(DIED, self.isolation, broken=True)

    def _drain(
        self, executor: Executor, keys: deque[str], waiting: dict[str, list[Found]], width: int
    ) -> Generator[Judged, None, list[str]]:
        """Judge ``keys``, ``width`` at a time, until none is left or a judge dies.

        Returns:
            The submissions that were lost with it.
        """
        running: dict[Future[SubmissionResult], str] = {}
        lost: list[str] = []
        try:
            while running or (keys and not lost):
                while keys and not lost and len(running) < width:
                    key = keys.popleft()
                    try:
                        running[executor.submit(self._task(waiting[key][0]).run)] = key
                    except SubmissionError as error:  # it changed since it was looked at
                        yield key, not_graded(str(error), self.isolation, broken=False)
                    except Exception:  # noqa: BLE001  # each executor has its own for its end
                        lost.append(key)
                done, _ = wait(running, return_when=FIRST_COMPLETED)
                for future in done:
                    key = running.pop(future)
                    if future.exception() is None:
                        yield key, future.result()
                    else:  # a judge never raises, so it was the end of its process
                        lost.append(key)
        except BaseException:  # also GeneratorExit: nobody wants the results any more
            executor.shutdown(wait=False)
            raise
        return lost

    def _task(self, found: Found) -> Task:
        return Task(self.autograder, self.isolation, self.limits, read_bytes(found.path))
