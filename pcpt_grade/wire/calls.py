"""Arguments from judge to worker: anything, pickled, with tensors in a table.

The worker trusts the judge, so this direction may carry modules, data loaders and closures; the
other direction never does (``values``). Three kinds of objects are replaced on the way:

- tensors by their number in the message's table, so that sharing and identity survive;
- the student's own functions by their name;
- functions of a check by a number: calling one in the worker calls it here.
"""

from __future__ import annotations

import io
import pickle
import types
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

import torch

from pcpt_grade.wire.tensors import TensorTable

_PLAIN = frozenset({type(None), bool, int, float, str, bytes, tuple, list, dict})


class StudentFunction:
    """A function that lives in the worker, known by its name."""

    def __init__(self, name: str, call: Callable[..., Any]):
        self.__name__ = self.__qualname__ = name
        self._call = call

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Call the function in the worker."""
        return self._call(self.__name__, args, kwargs)

    def __repr__(self) -> str:
        return f"<function {self.__name__}>"


def student_functions(
    kinds: Mapping[str, str], call: Callable[..., Any]
) -> dict[str, StudentFunction | None]:
    """Return what checks take for described functions; None where one is missing.

    Args:
        kinds: Name → "function", "stub", "value" or "missing".
        call: Calls one: its name, positional and named arguments.
    """
    return {
        name: None if kind == "missing" else StudentFunction(name, call)
        for name, kind in kinds.items()
    }


class Pickler(pickle.Pickler):
    """Writes arguments."""

    def __init__(self, file: Any, table: TensorTable, callbacks: list[Callable[..., Any]]):
        super().__init__(file, protocol=5)
        self._table = table
        self._callbacks = callbacks

    def persistent_id(self, obj: Any) -> Any:
        """Return what stands for an object that is not pickled itself."""
        if type(obj) in _PLAIN:  # asked for every object, so quick
            return None
        if isinstance(obj, torch.Tensor):
            return "tensor", self._table.add(obj)
        if isinstance(obj, StudentFunction):
            return "student", obj.__name__
        if _is_local(obj):
            if not any(obj is known for known in self._callbacks):
                self._callbacks.append(obj)
            number = next(n for n, known in enumerate(self._callbacks) if obj is known)
            return "callback", number, getattr(obj, "__name__", "function")
        if isinstance(obj, types.GeneratorType | map | filter | zip | enumerate | reversed):
            return "iterator", list(obj)
        return None


def _is_local(obj: Any) -> bool:
    """Tell whether a callable belongs to a check: not torch, not a builtin, not shared code."""
    if isinstance(obj, partial | types.MethodType):
        return True
    return isinstance(obj, types.FunctionType) and not str(obj.__module__).startswith(
        ("torch.", "pcpt_grade.wire.", "pcpt_grade.probes")
    )  # a test file's functions have no module at all


def dump(value: Any, table: TensorTable, callbacks: list[Callable[..., Any]]) -> bytes:
    """Pickle arguments; their tensors go into the table, their functions into ``callbacks``."""
    buffer = io.BytesIO()
    Pickler(buffer, table, callbacks).dump(value)
    return buffer.getvalue()


class Unpickler(pickle.Unpickler):
    """Reads arguments; runs in the worker only."""

    def __init__(
        self,
        content: bytes,
        tensors: list[torch.Tensor],
        student: Callable[[str], Any],
        callback: Callable[[int, str], Any],
    ):
        super().__init__(io.BytesIO(content))
        self._tensors = tensors
        self._student = student
        self._callback = callback

    def persistent_load(self, pid: Any) -> Any:
        """Return the object for what ``Pickler.persistent_id`` wrote."""
        match pid:
            case ("tensor", number):
                return self._tensors[number]
            case ("student", name):
                return self._student(name)
            case ("callback", number, name):
                return self._callback(number, name)
            case ("iterator", items):
                return _generate(items)
        raise pickle.UnpicklingError(f"unknown reference {pid!r}")


def _generate(items: list[Any]) -> Iterator[Any]:
    yield from items
