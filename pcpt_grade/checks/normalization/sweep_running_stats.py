"""The properties checked for ``sweep_running_stats``."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import numpy as np
import torch

from pcpt_grade.checks.draw import normal
from pcpt_grade.checks.expect import (
    comes_of,
    expect_close,
    expect_tensor,
    fail,
    is_close,
    show,
    watch,
)
from pcpt_grade.checks.normalization._answers import USE_THE_SEED, statistics_of
from pcpt_grade.checks.registry import check
from pcpt_grade.checks.tools import Array, expect_left_alone, global_seed


def _expect_keys(got: Any, keys: list[tuple[float, int]], call: str) -> dict[Any, Any]:
    """Return the dict that came if it has exactly these keys, or fail."""
    if got is None or got is ...:
        fail(f"{call} returned None.", "Is the function still a stub, or is its `return` missing?")
    if not isinstance(got, dict):
        fail(f"{call} should return a dict, but returned {show(got)} ({type(got).__name__}).")
    if set(got) != set(keys):
        fail(f"{call} should have the keys {show(keys)}, but has {show(list(got))}.")
    return got


def _cuts(places: tuple[int, ...], size: int) -> Iterator[list[tuple[int, ...]]]:
    """Yield every way of dealing places into batches of a size, the last one smaller."""
    if len(places) <= size:
        yield [places]
        return
    for batch in itertools.combinations(places, size):
        rest = tuple(place for place in places if place not in batch)
        for others in _cuts(rest, size):
            yield [batch, *others]


@lru_cache
def _dealt(values: tuple[float, ...], size: int, drop_last: bool = False) -> tuple[Array, Array]:
    """Return means and unbiased variances of the batches of every possible epoch, row by row."""
    cuts = [
        [[values[place] for place in batch] for batch in cut if len(batch) == size or not drop_last]
        for cut in _cuts(tuple(range(len(values))), size)
    ]
    means = [[sum(batch) / len(batch) for batch in cut] for cut in cuts]
    variances = [
        [
            sum((v - mean) ** 2 for v in batch) / (len(batch) - 1)
            for batch, mean in zip(*row, strict=True)
        ]
        for row in zip(cuts, means, strict=True)
    ]
    return np.array(means), np.array(variances)


def _explains(
    dealt: tuple[Array, Array], means: torch.Tensor, variances: torch.Tensor, momentum: float
) -> bool:
    """Tell whether every epoch is one of those dealt, given where the one before it ended."""
    state = (0.0, 1.0)
    for after in zip(means.tolist(), variances.tolist(), strict=True):
        gaps = []
        for start, batches, came in zip(state, dealt, after, strict=True):
            end = np.full(len(batches), start)
            for column in batches.T:
                end = end + momentum * (column - end)
            gaps.append(np.abs(end - came) / (1 + np.abs(end)))
        if not bool((np.maximum(*gaps) < 1e-4).any()):
            return False
        state = after
    return True


def _expect_dealt(pair: Any, X: torch.Tensor, key: tuple[float, int], epochs: int) -> None:
    """Fail unless a pair of curves comes from shuffled mini-batches of X, whatever the shuffle."""
    momentum, size = key
    call = f"the entry {key} of sweep_running_stats(X, ...) for X of shape {tuple(X.shape)}"
    means, variances = statistics_of(pair, call)
    for part, name in ((means, "means"), (variances, "vars")):
        expect_tensor(part, f"the {name} in {call}", (epochs,), torch.float32)
    values = tuple(X.double().flatten().tolist())
    if _explains(_dealt(values, size), means, variances, momentum):
        return
    for name, dealt, weight in (
        ("the smaller last batch dropped", _dealt(values, size, drop_last=True), momentum),
        ("momentum and 1 - momentum exchanged", _dealt(values, size), 1 - momentum),
    ):
        if _explains(dealt, means, variances, weight):
            fail(f"{call} is wrong.{comes_of(name)}")
    fail(
        f"{call} is not what any order of the samples leads to, cut into batches of {size}.",
        "In every epoch each sample belongs to exactly one batch; the last batch may be smaller.",
    )


@check("sweep_running_stats", points=0.5, public=True)
def sweep_running_stats_every_combination(sweep_running_stats):
    """There is one pair of curves for every (momentum, batch size), right where the batch is X."""
    X = torch.tensor([[1.0], [3.0], [5.0], [7.0]])
    call = "sweep_running_stats([[1], [3], [5], [7]], [0.5, 0.25], [4, 2], epochs=2)"
    got = sweep_running_stats(X, [0.5, 0.25], [4, 2], epochs=2)
    keys = [(0.5, 4), (0.25, 4), (0.5, 2), (0.25, 2)]
    if not isinstance(got, dict) or set(got) != set(keys):
        came = list(got) if isinstance(got, dict) else got
        fail(f"{call} should be a dict with the keys {show(keys)}, but came with {show(came)}.")
    for key in keys:
        if not isinstance(got[key], (tuple, list)) or len(got[key]) != 2:
            fail(f"entry {key} of {call} should be a pair of tensors, but is {show(got[key])}.")
        expect_tensor(got[key][0], f"the means of entry {key} of {call}", (2,), torch.float32)
        expect_tensor(got[key][1], f"the vars of entry {key} of {call}", (2,), torch.float32)
    hint = "X has mean 4 and unbiased variance 20/3; a batch size of 4 makes X the only batch."
    for momentum, means in ((0.5, [2.0, 3.0]), (0.25, [1.0, 1.75])):
        variances = [20 / 3 + (1 - 20 / 3) * (1 - momentum) ** epoch for epoch in (1, 2)]
        name = f"entry {(momentum, 4)} of {call}"
        expect_close(got[momentum, 4][0], torch.tensor(means), f"the means of {name}", hint=hint)
        expect_close(got[momentum, 4][1], torch.tensor(variances), f"the vars of {name}", hint=hint)


@check("sweep_running_stats", points=0.5)
def sweep_running_stats_of_mini_batches(sweep_running_stats):
    """In every epoch, each sample belongs to exactly one mini-batch of the given size."""
    X = 3 * normal(6, 1, seed=71) + 1
    X[4] = X[1]  # samples that agree are two samples
    momenta, batch_sizes = [0.7, 0.125], [6, 2, 3, 9]
    watched, keys = watch(X, momenta, batch_sizes), list(itertools.product(momenta, batch_sizes))
    got = sweep_running_stats(X, momenta, batch_sizes, epochs=3, seed=5)
    expect_left_alone(watched, "sweep_running_stats(X, momenta, batch_sizes)")
    found = _expect_keys(got, keys, "sweep_running_stats(X, [0.7, 0.125], [6, 2, 3, 9])")
    for key in keys:
        _expect_dealt(found[key], X, key, 3)


@check("sweep_running_stats", points=0.25)
def sweep_running_stats_keeps_the_last_batch(sweep_running_stats):
    """The samples that are left over make a smaller last batch."""
    for n, size in ((5, 3), (6, 4), (8, 3)):
        X = 3 * normal(n, 1, seed=80 + n) - 2
        watched, call = watch(X), f"sweep_running_stats(X, [0.3], [{size}], 2, 1) for n={n}"
        got = sweep_running_stats(X, [0.3], [size], 2, 1)
        expect_left_alone(watched, call)
        _expect_dealt(_expect_keys(got, [(0.3, size)], call)[0.3, size], X, (0.3, size), 2)


@check("sweep_running_stats", points=0.25)
def sweep_running_stats_shuffles(sweep_running_stats):
    """The samples are shuffled before they are cut into mini-batches."""
    # X is sorted: batches in its order (or whole blocks of it) have a hundredth of its variance.
    # With random batches, half of what is expected is more than seven standard deviations away.
    X = torch.linspace(-10, 10, 200)[:, None]
    call = "sweep_running_stats(X, [0.1], [20, 25], 3, 2) for a sorted X of 200 samples"
    watched = watch(X)
    found = sweep_running_stats(X=X, momenta=[0.1], batch_sizes=[20, 25], epochs=3, seed=2)
    expect_left_alone(watched, call)
    found = _expect_keys(found, [(0.1, 20), (0.1, 25)], call)
    for size in (20, 25):
        _expect_random_batches(found[0.1, size], float(X.var()), 200 // size, f"{call}, {size=},")


def _expect_random_batches(pair: Any, true: float, batches: int, call: str) -> None:
    """Fail unless the variances of the batches are like that of all samples (momentum 0.1)."""
    _, variances = statistics_of(pair, call)
    expect_tensor(variances, f"the vars from {call}", (3,), torch.float32)
    for epoch, came in enumerate(variances.tolist(), start=1):
        expected = true + (1 - true) * 0.9 ** (batches * epoch)
        if not abs(came - expected) < expected / 2:
            fail(
                f"{call} has the running variance {came:.3g} after epoch {epoch}, where random "
                f"batches lead to about {expected:.3g}: its batches are not random.",
                "Shuffle the samples themselves (`torch.randperm`, or a shuffling DataLoader).",
            )


@check("sweep_running_stats", points=0.25)
def sweep_running_stats_seed(sweep_running_stats):
    """The same seed gives the same curves, whatever the global RNG did; other seeds give others."""
    X, keys = 3 * normal(40, 1, seed=91), [(0.5, 4), (0.5, 8)]
    runs = []
    for state, seed in ((1, 0), (2, 0), (2, 1)):
        call = f"sweep_running_stats(X, [0.5], [4, 8], epochs=2, seed={seed})"
        with global_seed(state):
            got = sweep_running_stats(X, [0.5], [4, 8], epochs=2, seed=seed)
        found = _expect_keys(got, keys, call)
        runs.append([_curves(found[key], 2, f"the entry {key} of {call}") for key in keys])
    for key, first, second, third in zip(keys, *runs, strict=True):
        again = f"the entry {key} of a second run with seed=0, after another torch.manual_seed,"
        expect_close(second, first, again, hint=USE_THE_SEED, atol=0)
        if is_close(third, first):
            fail(
                f"sweep_running_stats gives the same curves for seed=0 and seed=1 at {key}.",
                USE_THE_SEED,
            )


def _curves(pair: Any, epochs: int, call: str) -> torch.Tensor:
    """Return means and variances as one tensor (2, epochs), or fail."""
    means, variances = statistics_of(pair, call)
    expect_tensor(means, f"the means of {call}", (epochs,), torch.float32)
    expect_tensor(variances, f"the vars of {call}", (epochs,), torch.float32)
    return torch.stack([means, variances]).detach()


@check("sweep_running_stats", points=0.25)
def sweep_running_stats_defaults(sweep_running_stats):
    """By default there are 30 epochs, and the seed is 0."""
    X, key = 3 * normal(8, 1, seed=95), (0.1, 4)
    watched, call = watch(X), "sweep_running_stats(X, [0.1], range(4, 5))"
    default, named = (
        statistics_of(
            _expect_keys(sweep_running_stats(X, [0.1], range(4, 5), **given), [key], call)[key],
            call,
        )
        for given in ({}, {"epochs": 30, "seed": 0})
    )
    expect_left_alone(watched, call)
    _expect_dealt(named, X, key, 30)
    for part, other in zip(default, named, strict=True):
        expect_close(part, other, f"{call} without epochs=30 and seed=0", atol=0)
