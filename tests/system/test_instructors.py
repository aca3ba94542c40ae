"""What an instructor does every term: edit one place and build, in a checkout of their own."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from copies import copy_of

from pcpt_grade.catalog import REPOSITORY

NAME = "gradient_flow"
CHECKS = Path("pcpt_grade/checks") / f"{NAME}.py"
MASTER = Path("solutions/masters") / f"{NAME}.md"
SOLUTIONS = Path("solutions/pcpt_solutions") / f"{NAME}.py"
STUDENT, SOLVED = f"assignments/{NAME}/{NAME}.ipynb", f"solutions/notebooks/{NAME}.ipynb"
PUBLIC, HIDDEN = f"assignments/{NAME}/tests/freeze.py", f"autograder/{NAME}/tests/freeze.py"


class Checkout:
    """A copy of everything but the tests, with its own products."""

    def __init__(self, folder: Path):
        self.folder = copy_of(REPOSITORY, folder)
        shutil.rmtree(folder / "tests")

    def edit(self, path: Path, old: str, new: str) -> None:
        """Replace the first occurrence of a text."""
        text = (self.folder / path).read_text(encoding="utf-8")
        assert old in text
        (self.folder / path).write_text(text.replace(old, new, 1), encoding="utf-8")

    def command(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run the command line of this checkout."""
        line = [sys.executable, "-P", "-c", "from pcpt_grade.cli import main; main()", *arguments]
        path = f"{self.folder}{os.pathsep}{self.folder / 'solutions'}"
        return subprocess.run(
            line, cwd=self.folder, env=os.environ | {"PYTHONPATH": path},
            capture_output=True, text=True, check=False,
        )  # fmt: skip

    def products(self) -> dict[str, str]:
        """Return the digest of every generated file."""
        folders = ("assignments", "autograder", "solutions/notebooks")
        return {
            path.relative_to(self.folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for folder in folders
            for path in (self.folder / folder).rglob("*")
            if path.is_file() and path.parent.name != "dist"
        }

    def rebuilt(self) -> set[str]:
        """Build; return the files that changed."""
        before = self.products()
        built = self.command("build", NAME)
        assert built.returncode == 0, built.stderr
        after = self.products()
        return {name for name in before | after if before.get(name) != after.get(name)}

    def refusal(self) -> str:
        """Build, which has to refuse; return the sentence."""
        before = self.products()
        built = self.command("build", NAME)
        assert built.returncode == 2
        assert "Traceback" not in built.stderr
        assert self.products() == before
        return built.stderr


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path / "checkout")


def test_each_edit_changes_what_depends_on_it(checkout: Checkout) -> None:
    assert checkout.rebuilt() == set()

    checkout.edit(MASTER, "Run the cells in order.", "Run the cells one after the other.")
    assert checkout.rebuilt() == {STUDENT, SOLVED}

    first = '@check("freeze", points=0.5, public=True)'
    checkout.edit(CHECKS, first, first.replace("0.5", "0.25"))
    second = '@check("freeze", points=0.5)'
    checkout.edit(CHECKS, second, second.replace("0.5", "0.75"))
    assert checkout.rebuilt() == {PUBLIC, HIDDEN}

    checkout.edit(SOLUTIONS, '"""', '"""For instructors. ')
    assert checkout.rebuilt() <= {SOLVED}


def test_half_done_edits_are_refused(checkout: Checkout) -> None:
    checkout.edit(CHECKS, '@check("freeze", points=0.5)', '@check("freeze", points=1.5)')
    assert "points" in checkout.refusal()
    checkout.edit(CHECKS, '@check("freeze", points=1.5)', '@check("freese", points=0.5)')
    assert "freese" in checkout.refusal()
    checkout.edit(CHECKS, '@check("freese", points=0.5)', '@check("freeze", points=0.5)')
    checkout.edit(MASTER, "```question\nfreeze\n", "```qestion\nfreeze\n")
    told = checkout.refusal()
    assert "qestion" in told
    assert f"{NAME}.md" in told


def test_verify_wants_mutants(checkout: Checkout) -> None:
    """Without a corpus no question has shown that its checks can tell right from wrong."""
    assert checkout.command("build", NAME).returncode == 0
    verified = checkout.command("verify", NAME)
    assert verified.returncode == 1
    assert "freeze: has no mutants" in " ".join(verified.stdout.split())
