"""The test files work where they are used: at a student's desk, and in the autograder."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from toy_assignment import FRONT, Toy

from pcpt_grade.build import Built, build
from pcpt_grade.catalog import REPOSITORY
from pcpt_grade.checks import questions

RUNNER = Path(__file__).with_name("run_test_files.py")
MASTER = f"""{FRONT}
```python tags=["setup"]
import torch
```

```question
l1_loss
```
"""


@pytest.fixture
def real(toy: Toy) -> Built:
    """One question of a real assignment, so that hidden checks can be found."""
    checks = questions("custom_losses")["l1_loss"]
    toy.name, toy.only = "custom_losses", "l1_loss"
    toy.points = (sum(check.points for check in checks), 0)
    package = REPOSITORY / "pcpt_grade" / "checks" / "custom_losses" / "l1_loss.py"
    solutions = REPOSITORY / "solutions" / "pcpt_solutions" / "custom_losses.py"
    toy.texts |= {
        "master": MASTER,
        "checks": package.read_text(),
        "solutions": solutions.read_text(),
    }
    return build("custom_losses", toy.root, using=toy.sources())


def run(notebook: Path, package: str, *tests: Path) -> Any:
    command = [sys.executable, "-I", str(RUNNER), str(notebook), package, *map(str, tests)]
    done = subprocess.run(
        command,
        env={**os.environ, "OMP_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_public_checks_need_nothing_of_ours(real: Built) -> None:
    tests = real.root / "assignments/custom_losses/tests/l1_loss.py"
    public = [check for check in questions("custom_losses")["l1_loss"] if check.public]
    solved = run(real.solved_notebook, "none", tests)
    assert [result["passed"] for result in solved["results"]] == [True] * len(public)
    assert solved["pcpt_grade"] is None
    stub = run(real.student_notebook, "none", tests)
    assert [result["passed"] for result in stub["results"]] == [False] * len(public)
    message = stub["results"][0]["message"]
    assert "AssertionError" in message
    assert "returned None" in message
    assert f"call_check({public[0].name}, l1_loss=l1_loss)" in message


def test_all_checks_run_with_what_the_kernel_zip_carries(real: Built, tmp_path: Path) -> None:
    folder = tmp_path / "unpacked"
    with zipfile.ZipFile(io.BytesIO(real.kernel_archive)) as file:
        file.extractall(folder)
    files, tests = folder / "files", folder / "tests" / "l1_loss.py"
    solved = run(real.solved_notebook, str(files), tests)
    assert all(result["passed"] for result in solved["results"])
    assert Path(solved["pcpt_grade"]).is_relative_to(files)
    stub = run(real.student_notebook, str(files), tests)
    assert not any(result["passed"] for result in stub["results"])
    checks = questions("custom_losses")["l1_loss"]
    for results in (solved["results"], stub["results"]):
        cases = [(result["points"], result["hidden"]) for result in results]
        assert cases == [(check.points, not check.public) for check in checks]


def test_points_of_public_checks_after_hidden_ones(toy: Toy) -> None:
    toy.replace("checks", "points=0.5)", "points=0.75)")
    toy.replace("checks", "points=0.5,", "points=0.25,")
    built = build("toy", toy.root, using=toy.sources())
    student = built.files["assignments/toy/tests/scale.py"].decode()
    assert "points=0.25, hidden=False" in student
    assert "0.75" not in student
