"""What dropout does, as far as chance lets one tell.

Checks run after ``global_seed`` and allow deviations whose probability is at most 1e-12 each for a
correct function (Chernoff), below 1e-9 for a whole submission. Public ones draw as they are called
and allow more than ten standard deviations.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

import torch

from pcpt_grade.checks.draw import uniform
from pcpt_grade.checks.expect import comes_of, fail
from pcpt_grade.checks.tools import global_seed

FALSE_ALARM = 1e-12


def is_plausible(hits: float, n: int, p: float) -> bool:
    """Tell whether ``n`` independent draws of probability ``p`` may well have so many hits.

    Each tail has a probability of at most exp(-n D), where D is the divergence of the Bernoulli
    distribution with the share of hits from the one with p (H. Chernoff, 1952).
    """
    share = hits / n
    pairs = ((share, p), (1 - share, 1 - p))
    divergence = sum(a * math.log(a / b) for a, b in pairs if a > 0)
    return n * divergence <= math.log(2 / FALSE_ALARM)


def expect_rate(dropped: torch.Tensor, p: float, call: str, hint: str = "") -> None:
    """Fail if the number of dropped entries cannot come from independent draws with ``p``."""
    n, count = dropped.numel(), float(dropped.sum())
    if is_plausible(count, n, p):
        return
    kept = is_plausible(count, n, 1 - p)
    fail(
        f"{call} should drop about {100 * p:.3g}% of the entries, but drops "
        f"{100 * count / n:.3g}%."
        + comes_of("p as the probability of keeping an entry" if kept else ""),
        hint,
    )


def expect_independent(kept_entries: Callable[..., torch.Tensor], call: str) -> None:
    """Fail unless fair coins decide which entries of a tensor of a given shape are kept.

    A pattern of 4096 fair coins agrees with every shifted copy of itself in about half of the
    places. The pairs of a shift are two sets of disjoint ones, so by Hoeffding's inequality a
    correlation beyond 0.2 has a probability below 1e-13 for all shifts together. With its transpose
    it agrees on the diagonal and in about half of 2016 pairs, so beyond 0.2 with P < 1e-15.
    """
    patterns = {
        "in a (64, 64) X": kept_entries(64, 64),
        "in the slices of an (8, 8, 64) X": kept_entries(8, 8, 64).reshape(64, 64),
        "in 16 calls, one a row,": torch.stack([kept_entries(256) for _ in range(16)]),
    }
    for where, kept in patterns.items():
        signs = 2.0 * kept - 1
        alike = torch.fft.ifft2(torch.fft.fft2(signs).abs() ** 2).real / kept.numel()
        alike[0, 0] = 0.0
        if float(alike.abs().max()) > 0.2:
            down, right = divmod(int(alike.abs().argmax()), kept.shape[1])
            fail(
                f"{call}: {where} an entry tells whether the one {down} rows and {right} columns "
                "further is dropped.",
                "Every entry draws alone, and anew in every call.",
            )
        if signs.shape == signs.T.shape and float((signs * signs.T).mean()) > 0.2:
            fail(f"{call}: {where} rows and columns drop the same: the pattern is symmetric.")
        for name, lines in (("rows", kept), ("columns", kept.T)):
            if len(torch.unique(lines.sum(dim=1))) == 1:
                fail(f"{call}: {where} all {name} have the same number of dropped entries.")


def expect_random(function: Callable[[], torch.Tensor], call: str) -> None:
    """Fail unless a function draws from the global RNG: repeatable, and new on every call.

    What it returns has been looked at: a tensor that dropout can give.
    """
    with global_seed(21):
        first, second = function(), function()
    with global_seed(21):
        again = function()
    with global_seed(22):
        other = function()
    if not torch.equal(first, again):
        fail(
            f"{call} gives different results after the same torch.manual_seed.",
            "Draw from PyTorch's global random numbers (torch.rand, torch.bernoulli, …).",
        )
    if torch.equal(first, second) or torch.equal(first, other):
        fail(
            f"{call} gives the same result again on the next call or after another seed.",
            "Do not seed inside the function.",
        )


def wrongly_scaled(X: torch.Tensor, p: float) -> Mapping[str, torch.Tensor]:
    """What kept entries become by mistake, by the name of the mistake."""
    return {
        "no scaling of the kept entries": X,
        "kept entries multiplied by 1 - p": X * (1 - p),
        "kept entries divided by p": X / p if p > 0 else X,
    }


def away_from_zero(*shape: int, seed: int, dtype: torch.dtype) -> torch.Tensor:
    """Numbers between 0.5 and 2 whose sign changes from row to row."""
    X = uniform(*shape, seed=seed, low=0.5, high=2.0, dtype=dtype)
    X[::2] *= -1
    return X
