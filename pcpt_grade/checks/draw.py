"""Inputs for properties, drawn with hypothesis once and replayed for every submission.

A property is checked on a handful of drawn *plans* (sizes, dtypes, seeds: plain data). Drawing is
deterministic, so each submission meets the same plans, and it is done once per process: what a
submission costs is its own calls, not hypothesis.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import Any, Generic, TypeVar

import torch
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

Made = TypeVar("Made")

FLOATS = st.sampled_from([torch.float32, torch.float64])
"""The dtypes that every function of the contract must keep."""

SEEDS = st.integers(0, 2**31 - 1)
"""Seeds for ``normal`` and friends."""


class Examples(Generic[Made]):
    """``count`` inputs, made afresh on every iteration from plans that hypothesis drew.

    ``make`` receives the drawn plan as keyword arguments and returns the input (tensors, usually);
    since it runs again on every iteration, a function under test cannot spoil the next one's input.
    The first plan that hypothesis draws is the simplest one, the others vary.
    """

    def __init__(self, make: Callable[..., Made], count: int = 5, **plan: st.SearchStrategy[Any]):
        self._make = make
        self._count = count
        self._plan = st.fixed_dictionaries(plan)
        self._plans: list[dict[str, Any]] | None = None

    def __iter__(self) -> Iterator[Made]:
        if self._plans is None:
            self._plans = _draw(self._plan, self._count)
        return (self._make(**plan) for plan in self._plans)


def _draw(strategy: st.SearchStrategy[dict[str, Any]], count: int) -> list[dict[str, Any]]:
    """Return the first ``count`` distinct values that hypothesis generates."""
    drawn: list[dict[str, Any]] = []

    @settings(
        derandomize=True,
        database=None,
        deadline=None,
        max_examples=count,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def collect(plan: dict[str, Any]) -> None:
        drawn.append(plan)

    collect()
    return drawn


def normal(*shape: int, seed: int, dtype: torch.dtype = torch.float32) -> torch.Tensor:
    """Standard normal numbers that depend on ``seed`` alone, not on the global RNG."""
    generator = torch.Generator().manual_seed(seed)
    return torch.randn(*shape, generator=generator, dtype=torch.float64).to(dtype)


def uniform(
    *shape: int, seed: int, low: float = 0.0, high: float = 1.0, dtype: torch.dtype = torch.float32
) -> torch.Tensor:
    """Uniform numbers in [low, high) that depend on ``seed`` alone, not on the global RNG."""
    generator = torch.Generator().manual_seed(seed)
    drawn = torch.rand(*shape, generator=generator, dtype=torch.float64)
    return (low + (high - low) * drawn).to(dtype)


def binomial_bound(trials: int, false_alarm: float = 1e-10) -> float:
    """Return d such that |hits - trials p| > d has probability at most ``false_alarm``.

    Hoeffding's inequality for a sum of ``trials`` independent indicators, whatever their p:
    P(|S - np| >= d) <= 2 exp(-2 d^2 / n) (W. Hoeffding, JASA 58, 1963).
    """
    return math.sqrt(trials * math.log(2 / false_alarm) / 2)
