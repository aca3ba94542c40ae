"""Instruments for hidden checks: counting torch operations, the state of the global RNG."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import numpy as np
import torch

from pcpt_grade.probes import OperationCount

Array = np.ndarray[Any, np.dtype[Any]]
"""What oracles compute with where torch is not the judge of torch."""

_counting: ContextVar[OperationCount | None] = ContextVar("counting", default=None)


def active_count() -> OperationCount | None:
    """Return the count of the innermost ``count_operations`` block, if there is one."""
    return _counting.get()


@contextmanager
def count_operations() -> Iterator[OperationCount]:
    """Count the torch operations of the block, wherever the student's function runs."""
    counter = OperationCount()
    token = _counting.set(counter)
    try:
        with counter:
            yield counter
    finally:
        _counting.reset(token)


@contextmanager
def global_seed(seed: int) -> Iterator[None]:
    """Seed torch's global RNG for the block and restore its state afterwards."""
    state = torch.get_rng_state()
    torch.default_generator.manual_seed(seed)
    try:
        yield
    finally:
        torch.set_rng_state(state)
