"""Recognises functions that a student has not begun: nobody needs a fork to learn what they do."""

from __future__ import annotations

import inspect
import types
from collections.abc import Collection, Mapping
from typing import Any

Parameters = list[list[Any]]
"""Name, kind (a number of ``inspect``'s) and whether there is a default, of each parameter."""


def only_stubs(
    names: Collection[str], namespace: Mapping[str, Any]
) -> dict[str, Parameters | None]:
    """Return the parameters of these functions if none does anything; nothing otherwise.

    Those that the namespace lacks have None in place of parameters.
    """
    for name in names:  # without ``all``, which a notebook may have replaced
        if name in namespace and not is_stub(namespace[name]):
            return {}
    return {name: _parameters(namespace[name]) if name in namespace else None for name in names}


def is_stub(function: Any) -> bool:
    """Tell whether a function's body is nothing but a docstring and ``...``."""
    if not isinstance(function, types.FunctionType):
        return False

    def bare() -> None: ...

    def documented() -> None:
        """Say what would be computed."""

    code = function.__code__
    same = code.co_code in (bare.__code__.co_code, documented.__code__.co_code)
    return same and code.co_consts[-1] is None  # ``return 0`` has the same instructions


def _parameters(function: types.FunctionType) -> Parameters:
    parameters = inspect.signature(function, follow_wrapped=False).parameters.values()
    return [[each.name, int(each.kind), each.default is not each.empty] for each in parameters]
