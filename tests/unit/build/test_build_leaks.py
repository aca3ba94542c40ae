"""Nothing that students must not see is written, whoever put it where."""

from __future__ import annotations

from dataclasses import replace

import pytest
from toy_assignment import Toy

from pcpt_grade.build import assign, build
from pcpt_grade.errors import AuthorError

HIDDEN = '@check("scale", points=0.5)'
RUBRIC = "One point for whoever says\nthat it is a sum over a count."

# The file, what is replaced in it, by what; the file and the line to be named.
LEAKS = {
    "answer in prose": (
        "master",
        "Some words.",
        "Write\n\n    return torch.mul(x, times)",
        "solutions",
        "# any shape",
    ),
    "answer in a demo": (
        "master",
        "print(torch.ones(3))",
        "x, times = torch.ones(1), 2\ndef f():\n    return torch.mul(x, times)",
        "solutions",
        "# any shape",
    ),
    "answer in the plots": (
        "plots",
        '"""Plots."""\n',
        '"""Plots."""\ndef f(x, times):\n    # any shape will do\n    return torch.mul(x, times)\n',
        "solutions",
        "# any shape",
    ),
    "answer in a public check": (
        "checks",
        "expect_close(mean(",
        "total = scale(x, 1.0).sum()\n    count = x.shape[0]\n    expect_close(mean(",
        "solutions",
        "total = scale",
    ),
    "answer in a docstring": (
        "solutions",
        "Added to the result.",
        "Added.\n\n    return total / count + floor",
        "solutions",
        "total = scale",
    ),
    "hidden check's name": (
        "master",
        "Some words.",
        "Think of scale_of_a_secret.",
        "checks",
        HIDDEN,
    ),
    "hidden sentence": (
        "master",
        "Some words.",
        "A secret number\nis scaled, too.",
        "checks",
        HIDDEN,
    ),
    "hidden source": (
        "plots",
        '"""Plots."""\n',
        "expect_close(scale(torch.tensor(SECRET)), torch.tensor(2 * SECRET), 'scale(secret)')\n",
        "checks",
        HIDDEN,
    ),
    "rubric": ("master", "Some words.", RUBRIC, "master", "name: about"),
    "marker": (
        "plots",
        '"""Plots."""\n',
        '"""Plots."""\nx = 3  # SOLUTION\n',
        "plots",
        "# SOLUTION",
    ),
}


@pytest.mark.parametrize("leak", LEAKS.values(), ids=LEAKS)
def test_refused(toy: Toy, leak: tuple[str, str, str, str, str]) -> None:
    file, old, new, told, needle = leak
    toy.texts["plots"] = '"""Plots."""\n'
    toy.replace(file, old, new)
    if file == "checks":  # the leaked line has to run, too
        toy.replace("checks", "def mean_of_two(mean):", "def mean_of_two(mean, scale):")
        toy.replace("checks", "total = scale", "x = torch.ones(1)\n    total = scale")
    sources = toy.sources()
    with pytest.raises(AuthorError) as error:
        build("toy", toy.root, using=sources)
    assert str(error.value).startswith(f"{toy.path(told)}:{toy.line(told, needle)}: ")
    assert not (toy.root / "assignments").exists()
    assert not (toy.root / "solutions" / "notebooks").exists()


def test_demos_may_share_idioms_with_answers(toy: Toy) -> None:
    demo = "x = torch.ones(3)\ncount = x.shape[0]"
    toy.replace("master", "print(torch.ones(3))", demo)
    build("toy", toy.root, using=toy.sources())


def test_refused_if_otter_leaves_an_answer(toy: Toy, monkeypatch: pytest.MonkeyPatch) -> None:
    real = assign.assign

    def careless(*arguments: object) -> assign.Assigned:
        made = real(*arguments)  # type: ignore[arg-type]
        return replace(made, student_notebook=made.solved_notebook)

    monkeypatch.setattr("pcpt_grade.build.pipeline.assign", careless)
    with pytest.raises(AuthorError, match="is not its stub"):
        build("toy", toy.root, using=toy.sources())
    assert not (toy.root / "assignments").exists()


def test_students_see_no_secret(toy: Toy) -> None:
    built = build("toy", toy.root, using=toy.sources())
    for path, content in built.files.items():
        if not path.startswith("assignments/"):
            continue
        for secret in ("SECRET", "secret", "SOLUTION", "torch.mul", "whoever", "hidden=True"):
            assert secret not in content.decode(), (path, secret)
