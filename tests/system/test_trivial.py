"""Answers that compute nothing pass no check: neither what was handed in nor the right shape."""

from __future__ import annotations

import importlib
import itertools
import warnings
from collections.abc import Callable, Iterator
from typing import Any

import matplotlib.pyplot as plt
import pytest
import torch
from matplotlib.figure import Figure

from pcpt_grade.catalog import ASSIGNMENTS
from pcpt_grade.checks import Check, questions
from pcpt_grade.checks.expect import call_check

Answer = Callable[..., Any]

CONSTANTS: dict[str, Any] = {
    "None": None,
    "...": ...,
    "zero": 0,
    "zero as a float": 0.0,
    "one": 1,
    "NaN": float("nan"),
    "true": True,
    "no text": "",
    "an empty tuple": (),
    "an empty list": [],
    "an empty dict": {},
    "two zeros": (0.0, 0.0),
}

FILLINGS: dict[str, Callable[[torch.Tensor], torch.Tensor]] = {
    "zeros": torch.zeros_like,
    "ones": torch.ones_like,
    "NaN": lambda t: torch.full_like(t, torch.nan) if t.is_floating_point() else t.new_zeros(()),
    "noise": lambda t: torch.rand(t.shape, dtype=torch.float64).to(t.dtype),
    "zeros with a gradient": lambda t: t * 0 if t.is_floating_point() else torch.zeros_like(t),
}


def _filled(value: Any, filling: Callable[[torch.Tensor], torch.Tensor]) -> Any:
    """Return something of the same kind as a right answer that says nothing about it."""
    if isinstance(value, torch.Tensor):
        return filling(value)
    if isinstance(value, bool | int | float):
        return type(value)(filling(torch.tensor(float(value))).nan_to_num().item())
    if isinstance(value, tuple | list):
        return type(value)(_filled(item, filling) for item in value)
    if isinstance(value, dict):
        return {key: _filled(item, filling) for key, item in value.items()}
    if isinstance(value, Figure):
        return plt.subplots(len(value.axes))[0]
    if isinstance(value, torch.nn.Sequential):
        return torch.nn.Sequential(*[torch.nn.Identity() for _ in value])
    return "" if isinstance(value, str) else None


def _like(reference: Answer, filling: Callable[[torch.Tensor], torch.Tensor]) -> Answer:
    """Return the answer that knows the kind and the shape, but raises nothing."""

    def answer(*args: Any, **kwargs: Any) -> Any:
        try:
            return _filled(reference(*args, **kwargs), filling)
        except Exception:  # noqa: BLE001  # of a model that fails, say
            return None

    return answer


def _argument(place: int, change: Callable[[Any], Any]) -> Answer:
    """Return the answer that hands an argument back."""

    def answer(*args: Any, **kwargs: Any) -> Any:
        given = [*args, *kwargs.values()]
        return change(given[place]) if place < len(given) else None

    return answer


def _same(value: Any) -> Any:
    return value


def _clone(value: Any) -> Any:
    return value.clone() if isinstance(value, torch.Tensor) else value


def _twice(value: Any) -> Any:
    return value, value


def _complaining(kind: type[Exception]) -> Answer:
    def answer(*args: Any, **kwargs: Any) -> Any:
        raise kind("not done")

    return answer


def _answers(reference: Answer) -> Iterator[tuple[str, Answer]]:
    """Yield every trivial answer to one question with its name."""
    for name, value in CONSTANTS.items():
        yield name, lambda *args, _value=value, **kwargs: _value
    for place, change in itertools.product(range(4), (_same, _clone, _twice)):
        yield f"argument {place}, {change.__name__}", _argument(place, change)
    for name, filling in FILLINGS.items():
        yield f"{name} in the shape of the answer", _like(reference, filling)
    for kind in (ValueError, RuntimeError, NotImplementedError):
        yield f"raise {kind.__name__}", _complaining(kind)


def _passes(check: Check, functions: dict[str, Answer]) -> bool:
    """Tell whether a check lets the answer through; what the answer raises is no pass."""
    try:
        call_check(check.function, **functions)
    except AssertionError:
        return False
    except (ValueError, RuntimeError, NotImplementedError) as error:
        if str(error) != "not done":
            raise  # a check that fails in another way than with its own words
        return False
    finally:
        plt.close("all")
    return True


def _pairs(assignment: str) -> Iterator[tuple[str, Check, dict[str, Answer]]]:
    """Yield every check with every trivial answer to its question; helpers of it are right."""
    solutions = importlib.import_module(f"pcpt_solutions.{assignment}")
    for question, checks in questions(assignment).items():
        for (name, answer), check in itertools.product(
            _answers(getattr(solutions, question)), checks
        ):
            right = {other: getattr(solutions, other) for other in check.parameters}
            yield name, check, {**right, question: answer}


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_trivial_answers_pass_no_check(assignment: str) -> None:
    warnings.simplefilter("ignore")  # of answers that give NaN
    for name, check, functions in _pairs(assignment):
        assert not _passes(check, functions), f"{check.name} lets {name} pass"
