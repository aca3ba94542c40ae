"""The plugin: judges before otter grades, and puts the verdicts in the place of otter's."""

from __future__ import annotations

import secrets
from dataclasses import replace
from pathlib import Path
from typing import Any

import nbformat
from otter.plugins import AbstractOtterPlugin
from otter.run import AutograderConfig
from otter.run.run_autograder.utils import OtterRuntimeError
from otter.test_files import GradingResults

from pcpt_grade import __version__
from pcpt_grade.errors import PcptGradeError
from pcpt_grade.otter_plugin.handed_in import EMPTY, HandedIn, leave_empty, take

NAME = "pcpt_grade.otter_plugin.JudgePlugin"
ADDED_BY_OTTER = {"tests", "__init__.py"}
"""What otter puts beside every submission."""


class JudgePlugin(AbstractOtterPlugin):
    """Grades with the isolated engine whatever otter was asked to grade.

    Its configuration tells the ``assignment``, its ``limits`` and the ``isolation``.
    """

    _judged: GradingResults | None = None
    _isolation = ""

    def before_grading(self, config: AutograderConfig) -> None:
        """Take the submission away and judge it.

        Raises:
            OtterRuntimeError: if it cannot be graded: one sentence that says why.
        """
        autograder = Path(config.autograder_dir)
        notebook = Path(self.submission_path)
        beside = autograder / "source" / "files"
        ours = {path.name for path in beside.iterdir()} if beside.is_dir() else set()
        handed_in = take(notebook.parent, ours | ADDED_BY_OTTER)
        leave_empty(notebook.with_suffix(".ipynb"))
        config.grade_from_log = False  # there is no log any more
        self._judged = self._judge(handed_in, autograder / "source")
        if config.pdf or config.token is not None:
            _restore(notebook, handed_in.content)

    def before_execution(self, submission: Any) -> Any:
        """Return an empty notebook to run in the place of any other."""
        del submission
        if self._judged is None:
            raise OtterRuntimeError("Not graded: otter did not ask the plugin to grade")
        return nbformat.from_dict(EMPTY)

    def after_grading(self, results: GradingResults) -> None:
        """Replace what otter found in the empty notebook."""
        judged = self._judged
        if judged is None:
            raise OtterRuntimeError("Not graded: otter did not ask the plugin to grade")
        results.results = judged.results
        results.output = judged.output
        results._catastrophic_error = None
        results.notebook = None
        results.set_plugin_data(NAME, {"isolation": self._isolation, "version": __version__})

    def generate_report(self) -> str:
        """Tell who has graded."""
        return f"Judged by pcpt-grade {__version__} (isolation: {self._isolation})."

    def _judge(self, handed_in: HandedIn, source: Path) -> GradingResults:
        if handed_in.problem:
            raise OtterRuntimeError(f"Not graded: {handed_in.problem}")
        try:
            problem, judged = self._grade(handed_in.content, source)
        except PcptGradeError as error:
            raise OtterRuntimeError(f"Not graded: {error}") from None
        if problem:
            raise OtterRuntimeError(f"Not graded: {problem}")
        return judged

    def _grade(self, content: bytes, source: Path) -> tuple[str, GradingResults]:
        """Return why the submission cannot be graded, or '', and its results."""
        # what the engine needs is imported only now that no file of the student's lies here
        from pcpt_grade.judge.autograder import load  # noqa: PLC0415
        from pcpt_grade.judge.judge import Judge  # noqa: PLC0415
        from pcpt_grade.sandbox import slots  # noqa: PLC0415
        from pcpt_grade.sandbox.choice import choose_isolation  # noqa: PLC0415

        told: dict[str, Any] = self.plugin_config
        autograder = replace(load(source), name=told["assignment"], own_limits=told["limits"])
        self._isolation = choose_isolation(told["isolation"])
        # containers of one machine share the users of their processes, so they draw their numbers
        slot = slots.claim(secrets.randbelow(slots.COUNT))
        judge = Judge(autograder, self._isolation, autograder.limits({}), slot)
        try:
            result, judged = judge.grade(content)
        finally:
            judge.close()
        return result.problem, judged


def _restore(notebook: Path, content: bytes) -> None:
    """Put the student's notebook back: otter makes a PDF of it before it runs the empty one."""
    from pcpt_grade.notebook import unpack  # noqa: PLC0415

    notebook.write_bytes(unpack(content)[0])
