"""From an exception to a verdict: whose fault a failed check is."""

from __future__ import annotations

from typing import Any

from otter.test_files.exception_test import ExceptionTestFile

from pcpt_grade.judge import remote
from pcpt_grade.outcome import Verdict, readable


class RecordingTestFile(ExceptionTestFile):
    """Otter's test file, which also keeps the exception that a test case ended with."""

    exception: BaseException | None = None

    def _generate_error_message(self, excp: Exception, context: int = 0) -> str:
        self.exception = excp
        return readable(str(super()._generate_error_message(excp, context)))


def is_from_student(exception: BaseException) -> bool:
    """Tell whether the student's code raised it, perhaps inside a check's own generator.

    Python turns a ``StopIteration`` that crosses a generator into a ``RuntimeError``.
    """
    if isinstance(exception, RuntimeError) and isinstance(exception.__cause__, StopIteration):
        exception = exception.__cause__
    return bool(getattr(exception, "from_student", False))


def classify(exception: BaseException | None, kind: str) -> Verdict:
    """Return the verdict for what a check ended with.

    Args:
        exception: What the check raised, or None.
        kind: What the notebook defines under the function's name (``Session.describe``).
    """
    match exception:
        case None:
            return Verdict.PASS
        case remote.TimedOut():
            return Verdict.TIMEOUT
        case remote.SessionEnded():
            return Verdict.ERROR
        case _ if is_from_student(exception):
            return Verdict.MEMORY if _is_memory(exception) else Verdict.ERROR
        case _ if kind in ("missing", "stub"):  # a check may trip over None in any way
            return Verdict.MISSING
        case AssertionError():
            return Verdict.FAIL
        case _:
            return Verdict.BROKEN


def _is_memory(exception: Any) -> bool:
    return isinstance(exception, MemoryError) or "DefaultCPUAllocator" in str(exception)
