"""The properties checked for ``min_max_scale``."""

from __future__ import annotations

import torch

from pcpt_grade.checks.expect import expect_close, show, watch
from pcpt_grade.checks.normalization._inputs import VECTORS
from pcpt_grade.checks.registry import check
from pcpt_grade.checks.tools import expect_left_alone


@check("min_max_scale", points=0.5, public=True)
def min_max_scale_of_three_numbers(min_max_scale):
    """The vector [2, 4, 10] becomes [0, 0.25, 1], and [-1, -0.5, 1] with low=-1 and high=1."""
    x = torch.tensor([2.0, 4.0, 10.0])
    expect_close(
        min_max_scale(x),
        torch.tensor([0.0, 0.25, 1.0]),
        "min_max_scale([2, 4, 10])",
        mistakes={
            "a division by the maximum alone": [0.2, 0.4, 1.0],
            "a division by the range, but without moving the minimum to 0": [0.25, 0.5, 1.25],
            "a division by the maximum instead of the range": [0.0, 0.2, 0.8],
            "the maximum sent to low and the minimum to high": [1.0, 0.75, 0.0],
            "other defaults for low and high": [-1.0, -0.5, 1.0],
        },
        hint="Subtract the minimum, then divide by maximum minus minimum.",
    )
    expect_close(
        min_max_scale(x, low=-1.0, high=1.0),
        torch.tensor([-1.0, -0.5, 1.0]),
        "min_max_scale([2, 4, 10], low=-1, high=1)",
        mistakes={
            "the interval [0, 1] whatever low and high are": [0.0, 0.25, 1.0],
            "the factor high instead of high - low": [-1.0, -0.75, 0.0],
            "a last step left out: low is not added": [0.0, 0.5, 2.0],
            "low and high exchanged": [1.0, 0.5, -1.0],
            "clamping instead of scaling": [1.0, 1.0, 1.0],
        },
        hint="Scale the result in [0, 1] by the length of the new interval, then move it to low.",
    )


@check("min_max_scale", points=0.5)
def min_max_scale_any_interval(min_max_scale):
    """Every vector that is not constant fills [low, high] exactly, and is left as it was."""
    for x in VECTORS:
        for low, high in ((0.0, 1.0), (2.0, 5.0), (-7.5, 0.0)):
            watched = watch(x)
            call = f"min_max_scale({show(x)}, {low}, {high})"
            want, with_eps = _mapped(x, low, high), _mapped(x, low, high, eps=1e-6)
            got = min_max_scale(x, low, high)
            expect_left_alone(watched, call)
            expect_close(got, want, call, {"an eps of 1e-6 added to the range": with_eps})


def _mapped(x: torch.Tensor, low: float, high: float, eps: float = 0.0) -> torch.Tensor:
    values = x.tolist()
    least, most = min(values), max(values)
    mapped = [low + (high - low) * (v - least) / (most - least + eps) for v in values]
    return torch.tensor(mapped, dtype=x.dtype)


@check("min_max_scale", points=0.25)
def min_max_scale_of_a_constant(min_max_scale):
    """A constant vector maps to low, without NaN; entries that agree are nothing special."""
    for value, low, high in ((0.0, 0.0, 1.0), (0.3, -2.0, 5.0), (-40.0, 1.5, 2.0)):
        for dtype in (torch.float32, torch.float64):
            x = torch.full((4,), value, dtype=dtype)
            watched = watch(x)
            call = f"min_max_scale({show(x)}, {low}, {high})"
            got = min_max_scale(x, low, high)
            expect_left_alone(watched, call)
            expect_close(
                got,
                torch.full((4,), low, dtype=dtype),
                call,
                mistakes={
                    "zeros instead of low": torch.zeros(4),
                    "high instead of low": torch.full((4,), high),
                    "the middle of the interval instead of low": torch.full((4,), (low + high) / 2),
                    "the vector left as it is": x,
                },
                hint="Where maximum and minimum are equal there is nothing to divide by.",
            )
    # the entries at both ends agree, with each other and with the mean
    expect_close(
        min_max_scale(torch.tensor([3.0, 3.0, 1.0, 7.0, 1.0, 3.0]), -1.0, 2.0),
        torch.tensor([0.0, 0.0, -1.0, 2.0, -1.0, 0.0]),
        "min_max_scale([3, 3, 1, 7, 1, 3], -1, 2)",
        mistakes={"a vector taken as constant because some entries agree": [-1.0] * 6},
        hint="Only a vector whose maximum and minimum are equal is constant.",
    )


@check("min_max_scale", points=0.25)
def min_max_scale_of_a_tiny_range(min_max_scale):
    """A vector whose entries lie very close together still fills the whole interval."""
    for offset, width in ((0.0, 1e-9), (-3.0, 1e-5)):
        steps = torch.tensor([0.5, 0.0, 1.0, 0.25], dtype=torch.float64)
        expect_close(
            min_max_scale(offset + width * steps, -1.0, 1.0),
            2 * steps - 1,
            f"min_max_scale({offset} + {width} * {show(steps)}, -1, 1)",
            mistakes={"a constant vector": torch.full((4,), -1.0)},
            hint="An eps in the denominator, or calling nearly equal entries constant, changes it.",
            rtol=0,
            atol=5e-3,  # 1e-12 in the denominator does no harm
        )
