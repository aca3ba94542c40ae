"""An instructor's day on a copy of the checkout: edits, half-done edits, a sixth assignment."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from classroom import scores
from copies import copy_of

from pcpt_grade.catalog import REPOSITORY

CATALOG = "pcpt_grade/catalog.py"
CHECKS = "pcpt_grade/checks/custom_losses/l1_loss.py"
PACKAGE = "pcpt_grade/checks/custom_losses/__init__.py"
MASTER = "solutions/masters/custom_losses.md"
SOLUTIONS = "solutions/pcpt_solutions/custom_losses.py"

STUDENT = "assignments/custom_losses/custom_losses.ipynb"
SOLVED = "solutions/notebooks/custom_losses.ipynb"
ZIP = "autograder/dist/custom_losses.zip"
PUBLIC_TEST = "assignments/custom_losses/tests/{}.py"
TEST = "autograder/custom_losses/tests/{}.py"

CACHES = {"__pycache__", ".hypothesis"}

long = partial(pytest.param, marks=pytest.mark.long)
"""A case like others, which need not run every time."""

Edit = tuple[str, str, str]
"""A file, a text in it that occurs once, what stands there afterwards."""


@dataclass(frozen=True)
class Checkout:
    """A checkout with a ``pcpt-grade`` of its own."""

    root: Path

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run this checkout's ``pcpt-grade``."""
        program = (
            "import pcpt_grade, sys; "
            f"assert pcpt_grade.__file__.startswith({str(self.root)!r}), pcpt_grade.__file__; "
            "from pcpt_grade.cli import main; main()"
        )
        paths = os.pathsep.join([str(self.root), str(self.root / "solutions")])
        return subprocess.run(
            [sys.executable, "-W", "ignore", "-c", program, *arguments],
            cwd=self.root,
            env=os.environ | {"PYTHONPATH": paths, "COLUMNS": "200"},
            capture_output=True,
            text=True,
            check=False,
        )

    def edit(self, *edits: Edit) -> None:
        """Edit some files."""
        for file, old, new in edits:
            text = (self.root / file).read_text(encoding="utf-8")
            assert text.count(old) == 1, (file, old)
            (self.root / file).write_text(text.replace(old, new), encoding="utf-8")

    def digests(self) -> dict[str, str]:
        """Return the SHA-256 of each file but of caches."""
        paths = [path for path in self.root.rglob("*") if path.is_file()]
        return {
            path.relative_to(self.root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in paths
            if not CACHES & set(path.parts)
        }


def changed(before: dict[str, str], after: dict[str, str]) -> set[str]:
    """Return the files that are new, gone or different."""
    return {name for name in before | after if before.get(name) != after.get(name)}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    """Return a copy of what git knows, in which one assignment has been built."""
    checkout = Checkout(copy_of(REPOSITORY, tmp_path_factory.mktemp("built") / "checkout"))
    before = checkout.digests()
    done = checkout.run("build", "custom_losses")
    assert done.returncode == 0, done.stderr
    assert changed(before, checkout.digests()) == {ZIP}  # the rest is committed, and fresh
    return checkout


@pytest.fixture
def checkout(built: Checkout, tmp_path: Path) -> Checkout:
    """Return a checkout for one test alone."""
    return Checkout(Path(shutil.copytree(built.root, tmp_path / "checkout")))


POINTS = (
    (CHECKS, '@check("l1_loss", points=0.5, public=True)',
     '@check("l1_loss", points=0.25, public=True)'),
    (CHECKS, '@check("l1_loss", points=0.25)\n', '@check("l1_loss", points=0.5)\n'),
)  # fmt: skip
WORDING = ((CHECKS, "The L1 loss does not change its inputs.", "The L1 loss spares its inputs."),)
PARAGRAPH = ((MASTER, "Squares lead to\nthe mean (6).", "With squares it is\nthe mean (6)."),)
BODY = ((SOLUTIONS, "(y_pred - y_true).abs().mean()", "torch.mean(torch.abs(y_pred - y_true))"),)
TASK = ((SOLUTIONS, "Mean absolute difference of two", "The mean absolute difference of two"),)

FUNCTION = '''\
def largest_gap(y_pred: torch.Tensor, y_true: torch.Tensor) -> torch.Tensor:
    """The largest absolute difference of two tensors."""
    return (y_pred - y_true).abs().max()


'''
CHECK = '''\
@check("largest_gap", points={points}, public=True)
def largest_gap_of_two_numbers(largest_gap):
    """The largest gap of [1, 2] and [1, 4] is 2."""
    y_pred, y_true = torch.tensor([1.0, 2.0]), torch.tensor([1.0, 4.0])
    expect_close(largest_gap(y_pred, y_true), torch.tensor(2.0), "largest_gap([1, 2], [1, 4])")


'''
IN_SOLUTIONS = (SOLUTIONS, "def l1_loss(", f"{FUNCTION}def l1_loss(")
IN_CHECKS = (CHECKS, '@check("l1_loss", points=0.5, public=True)',
             CHECK.format(points=0.25) + '@check("l1_loss", points=0.25, public=True)')  # fmt: skip
IN_MASTER = (MASTER, "```question\nl1_loss\n```",
             "```question\nl1_loss\n```\n\n```question\nlargest_gap\n```")  # fmt: skip
TESTS_OF_L1 = {PUBLIC_TEST.format("l1_loss"), TEST.format("l1_loss")}


@pytest.mark.parametrize(
    ("edits", "generated"),
    [
        long(POINTS, {*TESTS_OF_L1, ZIP}, id="points"),
        long(WORDING, {TEST.format("l1_loss"), ZIP}, id="wording"),
        long(PARAGRAPH, {STUDENT, SOLVED}, id="paragraph"),
        long(BODY, {SOLVED}, id="reference"),
        long(TASK, {STUDENT, SOLVED}, id="task"),
        pytest.param(
            (IN_SOLUTIONS, IN_CHECKS, IN_MASTER),
            {STUDENT, SOLVED, ZIP, *TESTS_OF_L1, PUBLIC_TEST.format("largest_gap"),
             TEST.format("largest_gap")},
            id="question",
        ),
    ],
)  # fmt: skip
def test_edit(checkout: Checkout, edits: tuple[Edit, ...], generated: set[str]) -> None:
    """A build regenerates what depends on an edit, and nothing else."""
    before = checkout.digests()
    checkout.edit(*edits)
    stale = checkout.run("build", "--check", "custom_losses")
    assert stale.returncode == 1
    assert {line.split(":")[0] for line in stale.stdout.splitlines()} == generated - {ZIP}
    done = checkout.run("build", "custom_losses")
    assert done.returncode == 0, done.stderr
    assert changed(before, checkout.digests()) == generated | {file for file, _, _ in edits}


FIRST = '@check("l1_loss", points=0.5, public=True)'
SIXTH = '        Assignment("custom_losses", "Custom losses", 20, 4),\n'


@pytest.mark.parametrize(
    ("edits", "file", "line", "says"),
    [
        long((IN_CHECKS,), CHECKS, '@check("largest_gap"',
             "custom_losses.md lacks the question largest_gap", id="only a check"),
        long((IN_SOLUTIONS, IN_MASTER), MASTER, "largest_gap\n",
             "has no check for `largest_gap`", id="no check"),
        pytest.param((IN_CHECKS, IN_MASTER), MASTER, "largest_gap\n",
                     "has no function `largest_gap`", id="no reference"),
        long(POINTS[:1], PACKAGE, "", "the checks give 19.75 points instead of 20",
             id="points of a check"),
        long(((CATALOG, '"Custom losses", 20, 4', '"Custom losses", 20, 5'),), MASTER,
             "name:", "the written questions give 4 points instead of 5",
             id="points of the catalog"),
        long(((CHECKS, FIRST, FIRST.replace("l1_loss", "l_loss")),), CHECKS, FIRST[:8],
             "does not take `l_loss`", id="misspelt question"),
        long(((CHECKS, FIRST, FIRST[:-1]),), CHECKS, FIRST[:-1], "cannot be loaded",
             id="checks are no Python"),
        long(((CHECKS, "def l1_loss_averages_every_entry(", "def corr_loss_range("),), CHECKS,
             '@check("l1_loss", points=0.375)', "`corr_loss_range` is defined in corr_loss.py, too",
             id="two checks of one name"),
        long(((PACKAGE, "    l1_loss,\n", ""),), MASTER, "l1_loss\n",
             "custom_losses has no check for `l1_loss`", id="a module that is not imported"),
        long(((SOLUTIONS, "def l1_loss(", "def l1_loss("[:-1]),), SOLUTIONS,
             "def l1_loss", "this is not Python", id="solutions are no Python"),
        pytest.param(((MASTER, "```question\nl1_loss", "```questoin\nl1_loss"),), MASTER,
                     "```questoin", "unknown fence ```questoin", id="misspelt fence"),
        pytest.param(((CATALOG, SIXTH, SIXTH + SIXTH.replace("custom_losses", "sixth")),),
                     "pcpt_grade/checks/sixth.py", "", "there is no such file; write the checks",
                     id="only a line of the catalog"),
    ],
)  # fmt: skip
def test_half_done(
    checkout: Checkout, edits: tuple[Edit, ...], file: str, line: str, says: str
) -> None:
    """What does not fit together is refused with file and line, and nothing is written."""
    checkout.edit(*edits)
    before = checkout.digests()
    assignment = "sixth" if "sixth" in file else "custom_losses"
    refused = checkout.run("build", assignment)
    assert refused.returncode == 2
    (sentence,) = refused.stderr.splitlines()
    number = line_of(checkout.root / file, line) if line else 1
    assert sentence.startswith(f"pcpt-grade: {checkout.root / file}:{number}: ")
    assert says in sentence
    assert changed(before, checkout.digests()) == set()


def line_of(path: Path, text: str) -> int:
    """Return the number of the first line that begins with a text."""
    before, found, _ = f"\n{path.read_text(encoding='utf-8')}".partition(f"\n{text}")
    assert found
    return before.count("\n") + 1


@pytest.mark.long
def test_wrong_reference(checkout: Checkout) -> None:
    """A reference that its own checks refuse is never handed out."""
    checkout.edit((SOLUTIONS, "(y_pred - y_true).abs().mean()", "(y_pred - y_true).abs().sum()"))
    before = checkout.digests()
    refused = checkout.run("build", "custom_losses")
    assert refused.returncode == 2
    assert refused.stderr.startswith(f"pcpt-grade: {SOLUTIONS}: the reference solution loses")
    assert "l1_loss_of_three_numbers" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert changed(before, checkout.digests()) == set()


@pytest.mark.long
def test_check_that_a_stub_passes(checkout: Checkout) -> None:
    """A check that an untouched notebook passes is refused where it stands."""
    passes = 'expect_pure(l1_loss, _l1, "l1_loss(y_pred, y_true)")'
    checkout.edit((CHECKS, passes, "l1_loss(*signal_pair((6,), 3, torch.float32))"))
    before = checkout.digests()
    refused = checkout.run("build", "custom_losses")
    assert refused.returncode == 2
    line = line_of(checkout.root / CHECKS, "def l1_loss_leaves_its_inputs_alone(") - 1
    told = "the untouched notebook earns points: l1_loss_leaves_its_inputs_alone"
    assert refused.stderr == f"pcpt-grade: {checkout.root / CHECKS}:{line}: {told}\n"
    assert changed(before, checkout.digests()) == set()


def described() -> tuple[str, dict[str, str]]:
    """Return the small assignment in CONTRIBUTING: its line in the catalog, and its files."""
    text = (REPOSITORY / "CONTRIBUTING.md").read_text(encoding="utf-8")
    section = text.split("\n## A new assignment\n")[1].split("\n## ")[0]
    files = re.findall(
        r"^`([\w/.]+)`:\n\n(`{3,})\w+\n(.*?\n)\2$", section, re.MULTILINE | re.DOTALL
    )
    (entry,) = re.findall(r"^Assignment\(.*\)$", section, re.MULTILINE)
    return entry, {file: content for file, _, content in files}


def with_sixth(checkout: Checkout) -> dict[str, str]:
    """Write the sixth assignment into a checkout; return the files of its corpus."""
    entry, files = described()
    checkout.edit((CATALOG, SIXTH, f"{SIXTH}        {entry},\n"))
    corpus = {file: files[file] for file in files if file.startswith("tests/")}
    write(checkout, {file: files[file] for file in files.keys() - corpus.keys()})
    return corpus


def test_sixth_assignment(checkout: Checkout) -> None:
    """The assignment that CONTRIBUTING shows builds; ``verify`` wants to see mutants of it."""
    assert with_sixth(checkout)
    before = checkout.digests()
    done = checkout.run("build", "distances")
    assert done.returncode == 0, done.stderr
    assert changed(before, checkout.digests()) == {
        *(f"assignments/distances/{name}" for name in
          ("distances.ipynb", "unit10_plots.py", "tests/squared_distance.py")),
        *(f"autograder/{name}" for name in ("dist/distances.zip", "distances/otter_config.json",
                                            "distances/tests/squared_distance.py")),
        "solutions/notebooks/distances.ipynb",
    }  # fmt: skip
    lacking = checkout.run("verify", "distances", "--jobs", "1")
    assert lacking.returncode == 1
    assert "distances: squared_distance: has no mutants" in lacking.stdout
    assert "Traceback" not in lacking.stderr


@pytest.mark.long
def test_sixth_assignment_in_use(checkout: Checkout, tmp_path: Path) -> None:
    """With the corpus that CONTRIBUTING shows, ``verify`` is content; it grades submissions."""
    write(checkout, with_sixth(checkout))
    for verb in ("build", "verify"):
        done = checkout.run(verb, "distances")
        assert done.returncode == 0, done.stdout + done.stderr
    notebooks = ("solutions/notebooks/distances.ipynb", "assignments/distances/distances.ipynb")
    graded = checkout.run("grade", "distances", *notebooks, "-o", str(tmp_path / "out"))
    assert graded.returncode == 0, graded.stderr
    names = ("notebooks/distances.ipynb", "distances/distances.ipynb")
    assert scores(tmp_path / "out") == dict(zip(names, ("2.0", "0.0"), strict=True))


def write(checkout: Checkout, files: dict[str, str]) -> None:
    """Write new files."""
    for file, content in files.items():
        path = checkout.root / file
        assert not path.exists()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
