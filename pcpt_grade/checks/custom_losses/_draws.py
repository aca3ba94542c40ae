"""What a seeded random draw has to look like."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import torch

from pcpt_grade.checks.expect import expect_equal, expect_tensor, fail, is_close
from pcpt_grade.checks.tools import global_seed


def _distance_from_normal(sample: torch.Tensor) -> float:
    """The Kolmogorov distance of a sample from the standard normal distribution."""
    ordered = np.sort(sample.detach().numpy().reshape(-1))  # four times as fast as torch's
    n = len(ordered)
    theory = torch.special.ndtr(torch.from_numpy(ordered).double())
    least, largest = (theory - torch.arange(n, dtype=torch.float64) / n).aminmax()
    return max(float(largest), 1 / n - float(least))


def expect_normal(sample: torch.Tensor, what: str, hint: str = "") -> None:
    """Fail unless the numbers (40000 or more) look like independent standard normal ones.

    Massart's bound for the Kolmogorov distance of n draws, P(D > d) <= 2 exp(-2 n d^2) (Annals of
    Probability 18, 1990), gives a false alarm with probability 1e-10. None of them lies beyond 3.4
    with P = 0.99933^n < 1e-11. The mean of n/2 products of independent normal numbers exceeds 0.1
    with P < 2 exp(-n/440) < 1e-39.
    """
    distance = _distance_from_normal(sample)
    bound = math.sqrt(math.log(2 / 1e-10) / (2 * sample.numel()))
    values, half = sample.detach().double().reshape(-1), sample.numel() // 2
    if not (distance <= bound and float(values.abs().max()) > 3.4):
        fail(
            f"{what} should look standard normal, but the distribution is another one "
            f"(mean {float(values.mean()):.3f}, standard deviation {float(values.std()):.3f}).",
            hint,
        )
    first, last = values[:half], values[-half:]
    for which, (one, other) in {
        "neighbours": (values[0::2][:half], values[1::2]),
        "the first and the second half": (first, last),
        "the first half and the second one, backwards,": (first, last.flip(0)),
    }.items():
        if not abs(float((one * other).mean())) < 0.1:
            fail(f"In {what}, {which} depend on each other.", "Draw each number anew.")


def expect_free(samples: list[torch.Tensor], what: str) -> None:
    """Fail if all of three samples have mean 0, or all of them standard deviation 1, exactly.

    For 50 independent normal numbers, the mean is within 1e-6 of 0 with probability below 6e-6
    and the (biased or unbiased) standard deviation within 1e-6 of 1 with probability below 2e-5.
    """
    means = [float(sample.detach().double().mean()) for sample in samples]
    spreads = [
        [float(sample.detach().double().std(correction=correction)) for sample in samples]
        for correction in (0, 1)
    ]
    if all(abs(mean) < 1e-6 for mean in means) or any(
        all(abs(spread - 1) < 1e-6 for spread in each) for each in spreads
    ):
        fail(f"{what} was standardized.", "A draw's own mean is not 0: leave it as it comes.")


def expect_tensors(
    got: Any, shapes: Mapping[str, tuple[int, ...]], call: str
) -> list[torch.Tensor]:
    """Return a tuple of float32 tensors after a look at their number and shapes."""
    if not isinstance(got, tuple | list):
        expect_equal(got, (), call)
    if len(got) != len(shapes):
        fail(f"{call} should return ({', '.join(shapes)}), but returned {len(got)} things.")
    for tensor, (name, shape) in zip(got, shapes.items(), strict=True):
        expect_tensor(tensor, f"{name} of {call}", shape, torch.float32)
    return list(got)


def expect_same_draw(one: torch.Tensor, other: torch.Tensor, otherwise: str) -> None:
    if not torch.equal(one, other):
        fail(
            f"{otherwise}.",
            "Seed before you draw: `torch.manual_seed(seed)` or a `torch.Generator`.",
        )


def expect_seeded(
    draw: Callable[..., list[torch.Tensor]], names: list[str], call: str, tolerance: float = 1e-5
) -> None:
    """Fail unless every tensor depends on the seed (0 by default), and on nothing else.

    Tensors whose entries differ by no more than the tolerance count as the same draw.
    """
    seeds, again = (0, 1, 4, 5, 400), (0, 400)
    with global_seed(11):
        drawn = {seed: draw(seed=seed) for seed in seeds}
    with global_seed(12):
        redrawn = {seed: draw(seed=seed) for seed in again}
    default = draw()
    for index, name in enumerate(names):
        for seed in again:
            what = f"{name} of {call} differs between two calls with seed={seed}"
            expect_same_draw(drawn[seed][index], redrawn[seed][index], what)
        for one, other in itertools.combinations(seeds, 2):
            if is_close(drawn[one][index], drawn[other][index], tolerance, tolerance):
                fail(
                    f"{name} of {call} is the same for seed={one} and seed={other}.",
                    "Use `seed` for all draws.",
                )
        if not torch.equal(default[index], drawn[0][index]):
            fail(f"{name} of {call} without a seed is not the same as with seed=0.")
