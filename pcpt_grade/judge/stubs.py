"""Answers for functions that a student has not begun: no process is needed to return None."""

from __future__ import annotations

import inspect
from collections.abc import Collection
from typing import Any

from pcpt_grade.wire.calls import StudentFunction, student_functions
from pcpt_grade.wire.frames import FrameError


class StubSession:
    """Stands in for a ``Session`` where every function of a question is a stub or missing.

    Args:
        news: What the executor found: name → its parameters (name, kind, has a default), or None.
        names: The functions that the question's checks take.

    Raises:
        FrameError: if the executor's word is malformed.
    """

    ended: None = None

    def __init__(self, news: Any, names: Collection[str]):
        if not isinstance(news, dict) or news.keys() != set(names):
            raise FrameError("the stubs of a question are malformed")
        self._signatures = {name: _signature(news[name]) for name in names}

    def describe(self, names: Collection[str]) -> dict[str, str]:
        """Return for each name: "stub" or "missing"."""
        return {name: "stub" if self._signatures[name] else "missing" for name in names}

    def functions(self, kinds: dict[str, str]) -> dict[str, StudentFunction | None]:
        """Return callable stand-ins for described functions; None where one is missing."""
        return student_functions(kinds, self._call)

    def close(self) -> None:
        """Do nothing: nobody answers."""

    def _call(self, name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        """Return None, as a stub does, to whoever calls it with what it takes."""
        signature = self._signatures[name]
        assert signature
        try:
            signature.bind(*args, **kwargs)
        except TypeError as error:
            raised = TypeError(f"{name}(): {error}")
            raised.from_student = True  # type: ignore[attr-defined]  # read by ``verdicts``
            raise raised from None


def _signature(parameters: Any) -> inspect.Signature | None:
    """Return a signature; its names, kinds and order are checked by ``inspect``."""
    if parameters is None:
        return None
    try:
        return inspect.Signature(
            [
                inspect.Parameter(
                    name,
                    inspect._ParameterKind(kind),
                    default=None if optional is True else inspect.Parameter.empty,
                )
                for name, kind, optional in parameters
            ]
        )
    except (TypeError, ValueError) as error:
        raise FrameError(f"the parameters of a stub are malformed: {error}") from None
