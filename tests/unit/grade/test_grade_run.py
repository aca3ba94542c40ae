"""A grading run: every submission gets a result, each is judged once, and none is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from pcpt_grade.grade.find import find
from pcpt_grade.grade.run import ATTEMPTS, IN_FLIGHT, Run
from pcpt_grade.grade.store import Store
from pcpt_grade.grade.task import Task
from pcpt_grade.judge.autograder import Autograder
from pcpt_grade.notebook import digest
from pcpt_grade.outcome import SubmissionResult

AUTOGRADER = Autograder("toy", "a" * 64, {}, {}, {})


def result(problem: str = "", *, broken: bool = False) -> SubmissionResult:
    """Return a result."""
    return SubmissionResult((), problem, broken, "none", (), {})


@dataclass
class Pool(Executor):
    """An executor that does not run anything: what ``judge`` says of a content is the result."""

    judge: Callable[[bytes], Any]
    seen: list[bytes] = field(default_factory=list)
    largest: int = 0
    broken: bool = False
    open: int = 0

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Answer at once, or with the exception that ``judge`` raises."""
        task: Task = fn.__self__
        if self.broken:
            raise BrokenProcessPool
        self.seen.append(task.content)
        future: Future[Any] = Future()
        try:
            future.set_result(self.judge(task.content))
        except BrokenProcessPool as error:
            self.broken = True
            future.set_exception(error)
        return future


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Return an empty store."""
    made = Store(tmp_path / "grades.sqlite")
    yield made
    made.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with four submissions, two of them equal."""
    made = tmp_path / "submissions"
    made.mkdir()
    for name, content in {"a": "1", "b": "2", "c": "1", "d": "3"}.items():
        (made / f"{name}.ipynb").write_text(content, encoding="utf-8")
    return made


def grade(store: Store, folder: Path, judge: Callable[[bytes], Any]) -> Any:
    """Return the results by name, and the pools that were made."""
    pools: list[Pool] = []

    def make() -> Pool:
        pools.append(Pool(judge))
        return pools[-1]

    run = Run(AUTOGRADER, store, make, 1, "none")
    return {graded.name: graded.result for graded in run.grade(find([folder]))}, pools


def test_equal_submissions_are_judged_once(store: Store, folder: Path) -> None:
    """Every name has its result, and every content was judged one time."""
    results, [pool] = grade(store, folder, lambda content: result(content.decode()))
    assert {name: item.problem for name, item in results.items()} == {
        "a.ipynb": "1", "b.ipynb": "2", "c.ipynb": "1", "d.ipynb": "3",
    }  # fmt: skip
    assert sorted(pool.seen) == [b"1", b"2", b"3"]


def test_what_was_judged_is_not_judged_again(store: Store, folder: Path) -> None:
    """A second run judges what is new, and a changed file."""
    grade(store, folder, lambda _: result("first"))
    (folder / "b.ipynb").write_text("new", encoding="utf-8")
    results, [pool] = grade(store, folder, lambda _: result("second"))
    assert pool.seen == [b"new"]
    assert results["a.ipynb"].problem == "first"
    assert results["b.ipynb"].problem == "second"


def test_another_autograder_judges_anew(store: Store, folder: Path) -> None:
    """The digest of the archive is part of the key."""
    store.put(digest(b"2"), "b" * 64, result("other autograder"))
    results, _ = grade(store, folder, lambda _: result("mine"))
    assert results["b.ipynb"].problem == "mine"


def test_our_own_faults_are_not_kept(store: Store, folder: Path) -> None:
    """A submission that we failed to judge is tried again by the next run."""
    grade(store, folder, lambda content: result("x", broken=content == b"2"))
    assert store.get(digest(b"2"), AUTOGRADER.digest) is None
    _, [pool] = grade(store, folder, lambda _: result())
    assert pool.seen == [b"2"]


def test_kept_as_soon_as_known(store: Store, folder: Path) -> None:
    """A run that ends in the middle has kept all that it told of."""
    run = Run(AUTOGRADER, store, lambda: Pool(lambda _: result()), 1, "none")
    grading = run.grade(find([folder]))
    first = next(grading)
    kept = store.get(digest((folder / first.name).read_bytes()), AUTOGRADER.digest)
    assert kept == first.result
    grading.close()  # type: ignore[attr-defined]  # it is a generator


def test_a_judge_that_dies_is_replaced(store: Store, folder: Path) -> None:
    """The submission that it had is tried again; so are the others, and none is lost."""
    deaths = iter([True, False, False, False])

    def judge(content: bytes) -> SubmissionResult:
        if content == b"2" and next(deaths):
            raise BrokenProcessPool
        return result(content.decode())

    results, pools = grade(store, folder, judge)
    assert {item.problem for item in results.values()} == {"1", "2", "3"}
    assert len(pools) == 2


def test_a_submission_that_kills_its_judge_is_given_up(store: Store, folder: Path) -> None:
    """After some attempts it is not graded, by our own fault; the others are."""

    def judge(content: bytes) -> SubmissionResult:
        if content == b"1":
            raise BrokenProcessPool
        return result("graded")

    results, pools = grade(store, folder, judge)
    assert sum(pool.seen.count(b"1") for pool in pools) == 1 + ATTEMPTS
    assert results["a.ipynb"].broken
    assert results["c.ipynb"].broken
    assert results["b.ipynb"].problem == results["d.ipynb"].problem == "graded"
    assert store.get(digest(b"1"), AUTOGRADER.digest) is None


def test_files_that_cannot_be_read(store: Store, folder: Path) -> None:
    """A dead link has a result that says so, and is not sent to any judge."""
    (folder / "dead.ipynb").symlink_to(folder / "nowhere")
    results, [pool] = grade(store, folder, lambda _: result())
    assert results["dead.ipynb"].problem
    assert not results["dead.ipynb"].broken
    assert results["dead.ipynb"].problem in results["dead.ipynb"].gradescope["output"]
    assert len(pool.seen) == 3


def test_files_that_vanish(store: Store, folder: Path) -> None:
    """A file that is gone when its turn comes is not graded; the run goes on."""
    submissions = find([folder])

    class Vanishing(Pool):
        def __init__(self) -> None:
            super().__init__(lambda _: result())
            (folder / "d.ipynb").unlink(missing_ok=True)

    run = Run(AUTOGRADER, store, Vanishing, 1, "none")
    results = {graded.name: graded.result for graded in run.grade(submissions)}
    assert "cannot be read" in results["d.ipynb"].problem
    assert len(results) == 4


def test_few_are_in_flight(store: Store, tmp_path: Path) -> None:
    """However many submissions there are, only a few contents are held at a time."""
    folder = tmp_path / "many"
    folder.mkdir()
    for n in range(40):
        (folder / f"{n}.ipynb").write_text(str(n), encoding="utf-8")
    waiting: list[Future[Any]] = []

    class Slow(Pool):
        def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
            self.seen.append(fn.__self__.content)
            waiting.append(Future())
            if len(waiting) == IN_FLIGHT * 2:
                for future in waiting:
                    future.set_result(result())
                self.largest = max(self.largest, len(waiting))
                waiting.clear()
            elif len(self.seen) == 40:
                for future in waiting:
                    future.set_result(result())
            return waiting[-1] if waiting else _done()

    def _done() -> Future[Any]:
        future: Future[Any] = Future()
        future.set_result(result())
        return future

    pool = Slow(lambda _: result())
    run = Run(AUTOGRADER, store, lambda: pool, 2, "none")
    assert len(list(run.grade(find([folder])))) == 40
    assert pool.largest == IN_FLIGHT * 2
