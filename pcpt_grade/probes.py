"""Objects that checks pass to student functions, importable where those run.

Nothing in here is secret: a student's function could read it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import torch
from torch.utils._python_dispatch import TorchDispatchMode


class OperationCount(TorchDispatchMode):  # type: ignore[no-untyped-call]
    """Counts the torch operations that run inside the ``with`` block.

    Calls of a student's function that runs elsewhere add the number counted there (``add``).
    """

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.count = 0

    def add(self, count: int) -> None:
        """Add operations that another process counted."""
        self.count += count

    def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        self.count += 1
        return func(*args, **(kwargs or {}))


class FreshBatches:
    """Batches that differ from one iteration to the next, like those of a shuffling loader.

    It can be iterated as often as one likes, and has neither a length nor an index.
    """

    def __init__(self, rounds: list[list[torch.Tensor]]):
        self._rounds = rounds
        self._iterations = 0

    def __iter__(self) -> Iterator[torch.Tensor]:
        batches = self._rounds[self._iterations % len(self._rounds)]
        self._iterations += 1
        return iter(batches)


def spectral_gap(first: torch.Tensor, second: torch.Tensor) -> torch.Tensor:
    """Mean squared difference of two magnitude spectra, shape (), of signals of shape (..., L)."""
    gap = torch.fft.rfft(first).abs() - torch.fft.rfft(second).abs()
    return torch.mean(gap**2)


def correlation_gap(first: torch.Tensor, second: torch.Tensor) -> torch.Tensor:
    """One minus the correlation coefficient of two signals of the same shape, shape ()."""
    first, second = first - first.mean(), second - second.mean()
    norms = [torch.linalg.vector_norm(signal) + 1e-8 for signal in (first, second)]
    return torch.sub(1, (first * second).sum() / (norms[0] * norms[1]))
