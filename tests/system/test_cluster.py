"""A real Dask cluster judges: the same results as here, although one of its workers is killed."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from classroom import command, kept, make_class, scores, written

CLASS = 12
PATIENCE = 200.0
DASK = str(Path(sys.executable).with_name("dask"))


class Cluster:
    """A scheduler and its workers, each a process of its own."""

    def __init__(self, folder: Path):
        self._folder = folder
        self.processes = [self._start("scheduler", "scheduler", "--port", "0", "--no-dashboard")]
        self.address = self._told("scheduler", r"Scheduler at: *(tcp://\S+)")
        for number in range(2):
            name = f"worker-{number}"
            self.processes.append(
                self._start(name, "worker", self.address, "--nthreads", "1", "--no-nanny",
                            "--no-dashboard")
            )  # fmt: skip
        for number in range(2):
            self._told(f"worker-{number}", r"Registered to: *(tcp://\S+)")

    def _start(self, name: str, *line: str) -> subprocess.Popen[bytes]:
        with (self._folder / name).open("wb") as log:
            return subprocess.Popen([DASK, *line], stdout=log, stderr=log, cwd=self._folder)

    def _told(self, name: str, pattern: str) -> str:
        """Wait until a process has written something."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            found = re.search(pattern, (self._folder / name).read_text())
            if found:
                return found[1]
            time.sleep(0.05)
        raise AssertionError((self._folder / name).read_text())

    def close(self) -> None:
        for process in reversed(self.processes):
            process.send_signal(signal.SIGTERM)
            process.wait(PATIENCE)


@pytest.fixture
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    made = Cluster(tmp_path_factory.mktemp("cluster"))
    yield made
    made.close()


def test_a_cluster_judges(cluster: Cluster, autograder_zip: Path, tmp_path: Path) -> None:
    submissions = make_class(tmp_path / "submissions", CLASS)
    output, here = tmp_path / "output", tmp_path / "here"
    line = command(autograder_zip, submissions, output, "--scheduler", cluster.address)
    run = subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    end = time.monotonic() + PATIENCE
    while len(written(output)) < 2 and time.monotonic() < end:
        time.sleep(0.01)
    cluster.processes[-1].kill()
    _, told = run.communicate(timeout=PATIENCE)
    assert run.returncode == 0, told
    assert kept(output) == CLASS
    assert set(scores(output).values()) == {"10.0"}
    subprocess.run(command(autograder_zip, submissions, here), check=True, capture_output=True)
    assert {name: (output / name).read_bytes() for name in written(output)} == {
        name: (here / name).read_bytes() for name in written(here)
    }


def test_no_scheduler(autograder_zip: Path, tmp_path: Path) -> None:
    submissions = make_class(tmp_path / "submissions", 1)
    line = command(autograder_zip, submissions, tmp_path / "o", "--scheduler", "tcp://127.0.0.1:9")
    run = subprocess.run(line, capture_output=True, text=True, check=False)
    assert run.returncode == 2
    assert "There is no Dask scheduler at tcp://127.0.0.1:9" in " ".join(run.stderr.split())
    assert "Traceback" not in run.stderr
