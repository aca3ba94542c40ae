"""``pcpt-grade build`` against ``otter assign`` by hand on each of the same masters.

``python -m tests.building [--rounds N]``

- *tested*: ``otter assign`` as it is by default: it grades the solved notebook at the end, as a
  build does, too (which also grades the untouched one);
- *untested*: with that turned off, so that nothing shows that the products are any good.

Each round works on a fresh copy of the checkout. Nobody makes PDFs.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import nbformat

from pcpt_grade.build.pipeline import master_notebook
from pcpt_grade.build.sources import sources
from pcpt_grade.catalog import ASSIGNMENTS, REPOSITORY
from tests.system.copies import copy_of

OTTER = [str(Path(sys.executable).with_name("otter")), "assign", "--no-pdfs"]
BUILD = [sys.executable, "-c", "from pcpt_grade.cli import main; main()", "build"]


def write_master(name: str, folder: Path, *, tested: bool) -> Path:
    """Write what ``otter assign`` is given for an assignment, and return the notebook."""
    notebook, shipped = master_notebook(sources(name))
    config = notebook.cells[0]
    assert config.source.count('"run_tests": false') == 1
    config.source = config.source.replace(
        '"run_tests": false', f'"run_tests": {str(tested).lower()}'
    )
    for path, content in shipped.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    nbformat.write(notebook, folder / f"{name}.ipynb")
    return folder / f"{name}.ipynb"


def seconds(command: Sequence[str], folder: Path, checkout: Path) -> float:
    """Return how long a command takes that has to succeed."""
    paths = os.pathsep.join([str(checkout), str(checkout / "solutions")])
    environment = os.environ | {"PYTHONPATH": paths, "PYTHONWARNINGS": "ignore"}
    start = time.perf_counter()
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    taken = time.perf_counter() - start
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)}:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return taken


def by_hand(checkout: Path, root: Path, *, tested: bool) -> float:
    """Return the seconds of ``otter assign`` on all masters, one after the other."""
    total = 0.0
    for name in ASSIGNMENTS:
        with tempfile.TemporaryDirectory(dir=root) as folder:
            master = write_master(name, Path(folder), tested=tested)
            command = [*OTTER, str(master), str(master.parent / "out")]
            total += seconds(command, master.parent, checkout)
    return total


def spread(values: Sequence[float]) -> str:
    """Return median, least and largest of some seconds."""
    return f"{statistics.median(values):6.1f} s ({min(values):.1f} to {max(values):.1f})"


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.building")
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    ours, tested, untested = [], [], []
    with tempfile.TemporaryDirectory() as folder:
        for number in range(rounds):  # taken in turn, so that all meet the same machine
            checkout = copy_of(REPOSITORY, Path(folder, str(number)))
            ours.append(seconds(BUILD, checkout, checkout))
            tested.append(by_hand(checkout, Path(folder), tested=True))
            untested.append(by_hand(checkout, Path(folder), tested=False))
    print(f"{len(ASSIGNMENTS)} assignments: seconds, median (least to largest)")
    for label, values in (("pcpt-grade build", ours), ("otter assign, tested", tested),
                          ("otter assign, untested", untested)):  # fmt: skip
        ratio = statistics.median(values) / statistics.median(ours)
        print(f"{label:>22} {spread(values)}  {ratio:.1f} x ours")
    return 0


if __name__ == "__main__":
    sys.exit(main())
