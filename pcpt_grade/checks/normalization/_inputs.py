"""Inputs of several questions: vectors and matrices."""

from __future__ import annotations

import torch
from hypothesis import strategies as st

from pcpt_grade.checks.draw import FLOATS, SEEDS, Examples, normal


def _vector(size: int, seed: int, dtype: torch.dtype, offset: float) -> torch.Tensor:
    return (offset + 3 * normal(size, seed=seed, dtype=torch.float64)).to(dtype)


VECTORS = Examples(
    _vector,
    count=4,
    size=st.integers(2, 9),
    seed=SEEDS,
    dtype=FLOATS,
    offset=st.sampled_from([0.0, -20.0, 20.0]),
)


def matrix(shape: tuple[int, int], seed: int, dtype: torch.dtype) -> torch.Tensor:
    """Return a matrix, with an outlier and with a sample that comes twice if it has many rows."""
    rows, columns = shape
    scale = 10 ** torch.linspace(-0.5, 1, columns, dtype=torch.float64)
    offset = torch.linspace(-0.5, 2, columns, dtype=torch.float64)
    values = normal(rows, columns, seed=seed, dtype=torch.float64)
    if rows > 20:
        values[rows // 2] += 12.0  # more than six standard deviations away from the mean
        values[2] = values[1]
    return (values * scale + offset).to(dtype)


# a square one, where rows can pass for columns; a wide one, where the larger size is not the number
# of samples; and one of many rows, where n-1 is almost n
SHAPES = st.sampled_from([(2, 1), (7, 4), (3, 3), (3, 5), (60, 3)])
