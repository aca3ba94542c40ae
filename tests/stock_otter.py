"""``otter run`` as it is: student code and tests share otter's kernel."""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import multiprocessing
import os
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from pcpt_grade.judge.autograder import locate
from tests import warm_kernels

NO_KERNEL = "Kernel died before replying to kernel_info"
"""What two kernels that start at the same moment can end with: they take the same port."""


def kernel_zip(assignment: str) -> Path:
    """Return the autograder without the plugin, so that otter's kernel runs student code and tests.

    Raises:
        FileNotFoundError: if ``pcpt-grade build --kernel`` has not made it.
    """
    path = locate(assignment)
    found = path.with_stem(f"{path.stem}-kernel")
    if not found.exists():
        raise FileNotFoundError(f"{found} is missing: run `pcpt-grade build --kernel`.")
    return found


@dataclass(frozen=True)
class OtterRun:
    """What stock ``otter run`` gave: scores, and the message of every failed test case."""

    scores: dict[str, float]
    messages: dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class Handed:
    """What ``otter run`` is given."""

    content: bytes
    archive: Path
    name: str = "submission"
    """Of the notebook's file. Handed out is ``<assignment>.ipynb``; under another name otter finds
    no notebook while the cells run, and makes all checks after them."""

    @property
    def key(self) -> str:
        """The digest of all that the result depends on."""
        parts = (self.content, self.archive.read_bytes(), self.name.encode())
        return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()


def otter_run(handed: Handed) -> OtterRun:
    """Grade a notebook with ``otter run``."""
    from otter.run import main

    def grade() -> Any:
        return main(str(path), autograder=str(handed.archive), output_dir=None, no_logo=True)

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{handed.name}.ipynb"
        path.write_bytes(handed.content)
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            try:
                results = grade()
            except RuntimeError as error:
                if str(error) != NO_KERNEL:
                    raise
                results = grade()
    files = results.results
    return OtterRun(
        {name: float(file.score) for name, file in files.items()},
        {
            name: tuple(str(each.message) for each in file.test_case_results if not each.passed)
            for name, file in files.items()
        },
    )


def otter_runs(handed: Sequence[Handed], jobs: int, *, warm: bool = True) -> Iterator[OtterRun]:
    """Yield what ``otter run`` gives for each notebook, in processes that do nothing else.

    Args:
        handed: The notebooks.
        jobs: How many run at the same time.
        warm: Whether their kernels start warm.
    """
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, context, initializer=_prepare, initargs=(warm,)) as executor:
        yield from executor.map(otter_run, handed)


def _prepare(warm: bool) -> None:
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    os.environ.pop("MPLBACKEND", None)  # or figures would not be closed as in a notebook
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # otter and its kernels log each of their steps
    if warm:
        warm_kernels.use()


class Records:
    """What earlier runs gave, one JSON line each, so that a run that was stopped goes on."""

    def __init__(self, path: Path):
        path.parent.mkdir(parents=True, exist_ok=True)
        self._path = path
        self._known = dict(self._read()) if path.exists() else {}

    def _read(self) -> Iterator[tuple[str, OtterRun]]:
        for line in self._path.read_text(encoding="utf-8").splitlines():
            with contextlib.suppress(ValueError):  # cut short when the run was stopped
                told = json.loads(line)
                messages = {name: tuple(each) for name, each in told["messages"].items()}
                yield told["key"], OtterRun(told["scores"], messages)

    def runs(self, handed: Sequence[Handed], jobs: int, *, warm: bool) -> Iterator[OtterRun]:
        """Yield what ``otter run`` gives for each notebook; run what is not known."""
        keys = [each.key for each in handed]
        missing = {k: h for k, h in zip(keys, handed, strict=True) if k not in self._known}
        made = otter_runs(list(missing.values()), jobs, warm=warm)
        for key in keys:
            if key not in self._known:
                self._add(key, next(made))
            yield self._known[key]

    def _add(self, key: str, run: OtterRun) -> None:
        self._known[key] = run
        with self._path.open("a", encoding="utf-8") as file:
            file.write("\n" + json.dumps({"key": key, **asdict(run)}))  # the last may be cut short
