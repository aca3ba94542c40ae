"""The properties checked for ``make_sinusoid_pair``."""

from __future__ import annotations

import math
from typing import Any

import torch

from pcpt_grade.checks.custom_losses._draws import (
    expect_free,
    expect_normal,
    expect_seeded,
    expect_tensors,
)
from pcpt_grade.checks.expect import expect_close, expect_tensor, fail, is_close, show
from pcpt_grade.checks.registry import check


def _sinusoid(make_sinusoid_pair: Any, *args: int, **kwargs: int) -> list[torch.Tensor]:
    given = [*map(str, args), *(f"{name}={value}" for name, value in kwargs.items())]
    L = args[0] if args else kwargs.get("L", 121)
    call = f"make_sinusoid_pair({', '.join(given)})"
    return expect_tensors(make_sinusoid_pair(*args, **kwargs), {"x": (L,), "y": (L,)}, call)


@check("make_sinusoid_pair", points=0.5, public=True)
def make_sinusoid_pair_of_five(make_sinusoid_pair):
    """One cycle on five points from 0 to 1 inclusive is [0, 1, 0, -1, 0]."""
    pair = make_sinusoid_pair(5, 1)
    if not isinstance(pair, (tuple, list)) or len(pair) != 2:
        fail(f"make_sinusoid_pair(5, 1) should return (x, y), but returned {show(pair)}.")
    expect_tensor(pair[0], "x of make_sinusoid_pair(5, 1)", (5,), torch.float32)
    want = torch.tensor([0.0, 1.0, 0.0, -1.0, 0.0])
    if is_close(pair[0], want):
        fail("make_sinusoid_pair(5, 1) returned x and y swapped.", "The noise comes first.")
    expect_close(
        pair[1],
        want,
        "y of make_sinusoid_pair(5, 1)",
        mistakes={
            "times that stop before 1": [0, 0.951057, 0.587785, -0.587785, -0.951057],
            "a cosine": [1, 0, -1, 0, 1],
            "the factor 2π missing": [0, 0.247404, 0.479426, 0.681639, 0.841471],
        },
        hint="`torch.linspace(0, 1, L)` includes both ends.",
    )


@check("make_sinusoid_pair", points=0.25)
def make_sinusoid_pair_sizes(make_sinusoid_pair):
    """`L` (by default 121) and `cycles` (3) are respected."""
    for L, cycles in ((121, 3), (40, 2), (33, 5)):
        times = [n / (L - 1) for n in range(L)]
        want = torch.tensor([math.sin(2 * math.pi * cycles * t) for t in times])
        given = {} if L == 121 else {"L": L, "cycles": cycles, "seed": L}
        _, y = _sinusoid(make_sinusoid_pair, **given)
        expect_close(y, want, f"y of make_sinusoid_pair for {given or 'the defaults'}", atol=1e-4)


@check("make_sinusoid_pair", points=0.5)
def make_sinusoid_pair_noise(make_sinusoid_pair):
    """The input is standard normal noise."""
    x, _ = _sinusoid(make_sinusoid_pair, 50_000, 3, seed=8)
    expect_normal(x, "x of make_sinusoid_pair(50000)", "`torch.randn` draws normal numbers.")
    short = [_sinusoid(make_sinusoid_pair, 50, 3, seed=seed)[0] for seed in (8, 9, 10)]
    expect_free(short, "x of make_sinusoid_pair(50)")


@check("make_sinusoid_pair", points=0.25)
def make_sinusoid_pair_seed(make_sinusoid_pair):
    """The seed, 0 by default, decides on the noise alone."""
    expect_seeded(
        lambda **seed: _sinusoid(make_sinusoid_pair, 20, 2, **seed), ["x"], "make_sinusoid_pair"
    )
