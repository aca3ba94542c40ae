"""An ``otter`` for notebooks under grading: ``check`` marks a place, the rest does nothing."""

from __future__ import annotations

import sys
import types
from collections.abc import Callable
from typing import Any


class Checked:
    """What ``grader.check`` returns while a notebook is being graded."""

    def __repr__(self) -> str:
        return "(judged by the grader)"


def install(checkpoint: Callable[[str], None]) -> None:
    """Make ``import otter`` find the stand-in; ``checkpoint`` receives each checked question."""

    class Notebook:
        """Offers the methods of otter's class of that name."""

        def __init__(self, *args: Any, **kwargs: Any):
            del args, kwargs

        def check(self, question: str, *args: Any, **kwargs: Any) -> Checked:
            """Judge the question in the notebook's present state."""
            checkpoint(question)
            return Checked()

        def _ignore(self, *args: Any, **kwargs: Any) -> None:
            """Do nothing: as in otter's grading mode."""

        check_all = export = to_pdf = add_plugin_files = run_plugin = _ignore

    module = types.ModuleType("otter", "Stands in for otter-grader while a notebook is graded.")
    module.Notebook = Notebook  # type: ignore[attr-defined]  # modules have any attributes
    sys.modules["otter"] = module
