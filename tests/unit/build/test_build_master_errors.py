"""A master that is not in the format is refused, with the file and the line."""

from __future__ import annotations

import re

import pytest
from toy_assignment import FRONT, Toy

from pcpt_grade.build import build
from pcpt_grade.errors import AuthorError

# What is replaced in the master, and by what; a text that ends on the named line; the error.
CASES = {
    "unknown fence": ("```question\nscale", "```qestion\nscale", "```qestion", "unknown fence"),
    "fence without language": ("```text\n", "```\n", "Exercise: scale\n\n```", "unknown fence"),
    "rubric misspelt": ("```rubric", "```rubrik", "rubrik", "unknown fence"),
    "otter fence": ("```text", "```otter", "```otter", "unknown fence"),
    "two backticks": ("```question\nscale\n```", "``question\nscale", "``question", "three"),
    "four backticks": ("```text", "````text", "````text", "use three"),
    "tildes": ("```text", "~~~text", "~~~text", "use three"),
    "indented question": ("```question\nscale", "  ```question\nscale", "  ```q", "margin"),
    "no tag": ('python tags=["demo"]', "python", "torch\n```\n\n```", "has to be"),
    "two tags": ('tags=["demo"]', 'tags=["demo", "setup"]', "demo", "has to be"),
    "tag misspelt": ('tags=["demo"]', 'tags=["dmeo"]', "dmeo", "has to be"),
    "info after directive": ("```question\nscale", "```question x\nscale", "```question x", "unk"),
    "never closed": ("count.\n```\n\nThe end.", "count.\n", "```rubric", "not closed"),
    "not Python": ("print(torch.ones(3))", "print(torch.ones(3)", "print(torch", "not Python"),
    "two names": ("```question\nscale", "```question\nscale, mean", "scale, mean", "one function"),
    "unknown question": ("```question\nmean", "```question\nmaen", "maen", "no function `maen`"),
    "question twice": (
        "```question\nmean",
        "```question\nscale",
        "Exercise: mean\n\n```question\nscale",
        "already",
    ),
    "manual: field": ("points: 1", "point: 1", "point: 1", "is not `name"),
    "manual: no points": ("points: 1\n", "", "name: about", "needs a name"),
    "manual: fraction": ("points: 1", "points: 1.5", "name: about", "whole number"),
    "manual: points": ("points: 1", "points: 2", "name: about", "2 points instead of 1"),
    "manual: no rubric": ("```rubric", "So:\n\n```rubric", "name: about", "```rubric has to"),
    "manual: no prompt": ("What is a mean?\n", "", "name: about", "prompt has to stand"),
    "manual: name taken": ("about_means", "mean", "name: mean", "already"),
    "rubric alone": ("The end.", "```rubric\nSecret.\n```", "Secret.", "directly after"),
    "rubric empty": (
        "One point for whoever says that it is a sum over a count.",
        "",
        "name: a",
        "is empty",
    ),
    "otter's marker": ("print(torch.ones(3))", "x = 3  # SOLUTION", "x = 3", "marker"),
    "marker misspelt": ("print(torch.ones(3))", "x = 3  # SOLUTOIN", "x = 3", "marker"),
    "marker in prose": ("Some words.", "# BEGIN QUESTION", "# BEGIN", "marker"),
    "marker small": ("Some words.", "# begin tests", "# begin", "marker"),
    "ignored cell": ("# A toy", "# Ignore this", "# Ignore", "marker"),
    "seed": ("print(torch.ones(3))", "seed = 3  # SEED", "seed = 3", "marker"),
    "comment": ("Some words.", "<!-- the answer is 2 -->", "<!--", "HTML comment"),
    "no picture": ("Some words.", "![Loss](figures/loss.png)", "# A toy", "is not in"),
    "demo first": ('tags=["setup"]', 'tags=["demo"]', "import torch", "first code cell"),
    "answer in a demo": ("print(torch.ones(3))", "def mean(x): pass", "def mean", "is a question"),
    "name bound": ("print(torch.ones(3))", "mean = torch.mean", "mean = t", "is a question"),
    "no front matter": (FRONT, "No front.\n", "No front.", "front matter"),
    "other format": ("format_name: markdown", "format_name: md", "---", "front matter lacks"),
}


@pytest.mark.parametrize(("old", "new", "needle", "message"), CASES.values(), ids=CASES)
def test_names_file_and_line(toy: Toy, old: str, new: str, needle: str, message: str) -> None:
    toy.replace("master", old, new)
    sources = toy.sources()
    with pytest.raises(AuthorError, match=re.escape(message)) as error:
        build("toy", toy.root, using=sources)
    path = toy.path("master")
    found = re.match(rf"{re.escape(str(path))}:(\d+): ", str(error.value))
    assert found is not None, error.value
    before, found_needle, _ = path.read_text().partition(needle)
    assert int(found[1]) == 1 + (before + found_needle).count("\n")
    assert not (toy.root / "assignments").exists()
    assert not (toy.root / "autograder" / "toy").exists()


def test_missing_master(toy: Toy) -> None:
    sources = toy.sources()
    toy.path("master").unlink()
    with pytest.raises(AuthorError, match=r"toy\.md:1: there is no such file"):
        build("toy", toy.root, using=sources)


@pytest.mark.parametrize(
    "prose", ["## Solutions compared", "# of cells: 3", "### SGD", "see #solution-2", "`` ` ``"]
)
def test_harmless_prose_is_accepted(toy: Toy, prose: str) -> None:
    toy.replace("master", "Some words.", prose)
    build("toy", toy.root, using=toy.sources())
