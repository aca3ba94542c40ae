"""From master, solutions and checks to notebooks, otter test files and the autograder's zip."""

from pcpt_grade.build.pipeline import build, check
from pcpt_grade.build.products import Built
from pcpt_grade.build.sources import Sources

__all__ = ["Built", "Sources", "build", "check"]
