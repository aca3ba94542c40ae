"""Changing what one is given, to make a question easy, earns nothing.

A check that computes what it wants after the call would compute it from what the call left behind.
So no check may pass for a function that clears its inputs and then answers rightly, unless values
do not matter to it: then it passes for one that restores them in the end, too.
"""

from __future__ import annotations

import importlib
import warnings
from collections.abc import Callable
from typing import Any

import matplotlib.pyplot as plt
import pytest
import torch

from pcpt_grade.catalog import ASSIGNMENTS
from pcpt_grade.checks import Check, suite
from pcpt_grade.checks.expect import call_check

Answer = Callable[..., Any]


def tensors_in(value: Any) -> list[torch.Tensor]:
    """Return the tensors among arguments that can be written into."""
    if isinstance(value, torch.Tensor):
        return [value.detach()] if _is_writable(value) else []
    if isinstance(value, torch.nn.Module):
        value = [*value.parameters(), *value.buffers()]
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list | tuple):
        return [tensor for item in value for tensor in tensors_in(item)]
    return []


def _is_writable(tensor: torch.Tensor) -> bool:
    """Tell whether no two elements share their memory."""
    return all(tensor.stride(n) or size == 1 for n, size in enumerate(tensor.shape))


def clearing(function: Answer, *, restores: bool) -> Answer:
    """Return a function that sets its inputs to zero, in place, and then answers.

    Args:
        function: Answers rightly.
        restores: Whether the inputs have their values again afterwards.
    """

    def answer(*args: Any, **kwargs: Any) -> Any:
        inputs = tensors_in([*args, *kwargs.values()])
        before = [tensor.clone() for tensor in inputs]
        for tensor in inputs:
            tensor.zero_()
        result = function(*args, **kwargs)
        if restores:
            for tensor, values in zip(inputs, before, strict=True):
                tensor.copy_(values)
        return result

    return answer


def passes(check: Check, functions: dict[str, Answer]) -> bool:
    """Tell whether a check accepts these functions."""
    try:
        call_check(check.function, **functions)
    except Exception:  # noqa: BLE001  # it may be anything: the functions are wrong
        return False
    finally:
        plt.close("all")
    return True


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_cleared_inputs_make_nothing_easier(assignment: str) -> None:
    """What a check wants does not depend on what the function left behind."""
    solutions = importlib.import_module(f"pcpt_solutions.{assignment}")
    easier = []
    for check in suite(assignment):
        known = {name: getattr(solutions, name) for name in check.parameters}
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            left, restored = (
                passes(check, {name: clearing(known[name], restores=put_back) for name in known})
                for put_back in (False, True)
            )
            if left and not restored:
                easier.append(check.name)
            assert passes(check, known), f"{check.name} does not recover from cleared inputs"
    assert easier == []
