"""Solutions and checks that do not fit are refused, with the file and the line."""

from __future__ import annotations

import re

import pytest
from toy_assignment import Toy

from pcpt_grade.build import build
from pcpt_grade.build.sources import sources
from pcpt_grade.errors import AuthorError

SOLUTIONS = {
    "no docstring": ('    """Return the mean.', '    """"""\n    """', "def mean", "no docstring"),
    "decorator": ("def mean(", "@torch.no_grad()\ndef mean(", "@torch", "decorator"),
    "helper": ("total = scale(x", "total = _helper(x", "def mean", "uses `_helper`"),
    "other module": ("torch.mul(x", "np.multiply(x", "def scale", "uses `np`"),
    "nested annotation": (
        "count = x.shape[0]",
        "count: int = x.shape[0]\n    def f(x: Any): ...",
        "def mean",
        "uses `Any`",
    ),
    "no body": (
        "    # any shape will do\n    return torch.mul(x, times)\n",
        "",
        "Return x",
        "needs a body",
    ),
    "marker": ("# any shape will do", "# BEGIN SOLUTION", "# BEGIN", "marker"),
    "marker in docstring": (
        "Return the mean.",
        "Return the mean.\n    # IGNORE",
        "# IGNORE",
        "marker",
    ),
    "twice": ("def mean(", "def scale(", "def scale(x: torch.Tensor, *", "twice"),
    "not Python": ("def mean(", "def mean)", "def mean)", "not Python"),
}

CHECKS = {
    "points": ("points=1,", "points=1.5,", "from __future__", "give 2.5 points instead of 2"),
    "no public": ("points=1, public=True", "points=1", '@check("mean"', "no public check"),
    "twice": ("def mean_of_two", "def scale_of_one", "def scale_of_one(mean", "twice"),
    "public: constant": ('2.0), "scale(1)"', 'SECRET), "scale(1)"', '"scale(1)"', "uses `SECRET`"),
    "public: helper": ("scale(one),", "_made(one),", "_made(", "uses `_made`"),
    "public: tools": ("expect_close(scale(one)", "check(scale(one)", "check(scale(one)", "`check`"),
    "public: import": (
        "    one: torch",
        "    import numpy\n    one: torch",
        "import numpy",
        "nothing but torch, math",
    ),
}


@pytest.mark.parametrize(("old", "new", "needle", "message"), SOLUTIONS.values(), ids=SOLUTIONS)
def test_solutions(toy: Toy, old: str, new: str, needle: str, message: str) -> None:
    toy.replace("solutions", old, new)
    _expect_error(toy, "solutions", needle, message)


@pytest.mark.parametrize(("old", "new", "needle", "message"), CHECKS.values(), ids=CHECKS)
def test_checks(toy: Toy, old: str, new: str, needle: str, message: str) -> None:
    toy.replace("checks", old, new)
    _expect_error(toy, "checks", needle, message)


def test_check_of_something_that_is_no_question(toy: Toy) -> None:
    toy.replace("checks", "def mean_of_two(mean)", "def mean_of_two(mean, median)")
    _expect_error(toy, "checks", '@check("mean"', "takes `median`")


def test_check_of_a_question_that_the_master_lacks(toy: Toy) -> None:
    toy.texts["checks"] += '\n\n@check("median", points=1)\ndef m(median):\n    """Median."""\n'
    _expect_error(toy, "checks", '@check("median"', "lacks the question median")


def test_function_without_checks(toy: Toy) -> None:
    toy.only, toy.points = "scale", (1, 1)
    sources = toy.sources()
    line = toy.line("master", "### Exercise: mean") + 3
    with pytest.raises(AuthorError, match=rf"toy\.md:{line}: toy has no check for `mean`"):
        build("toy", toy.root, using=sources)


def test_unknown_assignment() -> None:
    with pytest.raises(AuthorError, match="There is no assignment 'nothing'"):
        sources("nothing")


def test_missing_part_of_the_autograder(toy: Toy) -> None:
    (toy.root / "autograder" / "setup.sh").unlink()
    with pytest.raises(AuthorError, match=r"setup\.sh:1: .* missing"):
        build("toy", toy.root, using=toy.sources())
    assert not (toy.root / "assignments").exists()


def _expect_error(toy: Toy, file: str, needle: str, message: str) -> None:
    sources = toy.sources()
    with pytest.raises(AuthorError) as error:
        build("toy", toy.root, using=sources)
    expected = f"{toy.path(file)}:{toy.line(file, needle)}: "
    assert str(error.value).startswith(expected), error.value
    assert re.search(re.escape(message), str(error.value)), error.value
    assert not (toy.root / "assignments").exists()
