"""A toy assignment of two functions, written by each test to a folder of its own."""

from __future__ import annotations

import importlib.util
import itertools
import sys
from dataclasses import dataclass, field
from pathlib import Path

from pcpt_grade.build import Sources
from pcpt_grade.catalog import Assignment
from pcpt_grade.checks import Check

FRONT = """\
---
jupyter:
  jupytext:
    text_representation:
      extension: .md
      format_name: markdown
  kernelspec:
    display_name: Python 3
    language: python
    name: python3
---
"""

MASTER = f"""{FRONT}
# A toy

Some words.


Another cell.

```python tags=["setup"]
import torch
```

```python tags=["demo"]
print(torch.ones(3))
```

### Exercise: scale

```text
scale(x) = ...
```

```question
scale
```

### Exercise: mean

```question
mean
```

What is a mean?

```manual
name: about_means
points: 1
```

```rubric
One point for whoever says that it is a sum over a count.
```

The end.
"""

SOLUTIONS = '''\
"""References."""

from __future__ import annotations

import torch


def scale(x: torch.Tensor, times: float = 2.0e0) -> torch.Tensor:
    r"""Return x, times $\\times$ as large."""
    # any shape will do
    return torch.mul(x, times)


def mean(x: torch.Tensor, *, floor: float = 1e-8) -> torch.Tensor:
    """Return the mean.

    Args:
        x: (N,) numbers.
        floor: Added to the result.
    """
    total = scale(x, 1.0).sum()
    count = x.shape[0]
    return total / count + floor
'''

CHECKS = '''\
from __future__ import annotations

import torch

from pcpt_grade.checks.expect import expect_close
from pcpt_grade.checks.registry import check

SECRET = 1234.5


@check("scale", points=0.5)
def scale_of_a_secret(scale):
    """A secret number is scaled, too."""
    expect_close(scale(torch.tensor(SECRET)), torch.tensor(2 * SECRET), "scale(secret)")


@check("scale", points=0.5, public=True)
def scale_of_one(scale):
    """The double of 1 is 2."""
    one: torch.Tensor = torch.tensor(1.0)
    expect_close(scale(one), torch.tensor(2.0), "scale(1)")


@check("mean", points=1, public=True)
def mean_of_two(mean):
    """The mean of 1 and 3 is 2."""
    expect_close(mean(torch.tensor([1.0, 3.0])), torch.tensor(2.0), "mean([1, 3])")
'''

_numbers = itertools.count()


@dataclass
class Toy:
    """The hand-written files of an assignment below ``root``, to be changed before a build."""

    root: Path
    name: str = "toy"
    points: tuple[float, int] = (2, 1)
    only: str = ""
    """The question whose checks count; all if empty."""
    texts: dict[str, str] = field(
        default_factory=lambda: {"master": MASTER, "solutions": SOLUTIONS, "checks": CHECKS}
    )

    def replace(self, file: str, old: str, new: str) -> None:
        """Change one of the files; ``old`` has to be there."""
        assert old in self.texts[file]
        self.texts[file] = self.texts[file].replace(old, new)

    def path(self, file: str) -> Path:
        """Return where one of the files lies."""
        return (
            self.root
            / {
                "master": "solutions/masters/toy.md",
                "solutions": "solutions/pcpt_solutions/toy.py",
                "checks": "checks.py",
                "plots": "solutions/masters/unit10_plots.py",
                "versions": "constraints.txt",
            }[file]
        )

    def line(self, file: str, needle: str) -> int:
        """Return the number of the first line that holds ``needle``."""
        lines = self.path(file).read_text().split("\n")
        return next(number for number, line in enumerate(lines, 1) if needle in line)

    def sources(self) -> Sources:
        """Write the files and return where they are."""
        self.texts.setdefault("plots", '"""Plots."""\n')
        self.texts.setdefault("versions", "numpy==2.0.0\n")
        for file, text in self.texts.items():
            self.path(file).parent.mkdir(parents=True, exist_ok=True)
            self.path(file).write_text(text)
        checks = _load(self.path("checks"))
        return Sources(
            assignment=Assignment(self.name, "A toy", *self.points),
            master=self.path("master"),
            solutions=self.path("solutions"),
            plots=self.path("plots"),
            figures=self.root / "solutions/masters/figures/toy",
            checks_file=self.path("checks"),
            checks=tuple(c for c in checks if not self.only or c.question == self.only),
            autograder=self.root / "autograder",
        )


def _load(path: Path) -> list[Check]:
    name = f"toy_checks_{next(_numbers)}"
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return [value.check for value in vars(module).values() if hasattr(value, "check")]
