"""The properties checked for ``track_running_stats``."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from typing import Any

import torch

from pcpt_grade.checks.draw import normal
from pcpt_grade.checks.expect import expect_close, fail, show, watch
from pcpt_grade.checks.normalization._answers import statistics_of
from pcpt_grade.checks.registry import check
from pcpt_grade.checks.tools import expect_left_alone
from pcpt_grade.probes import FreshBatches


def _cut(X: torch.Tensor, size: int) -> list[torch.Tensor]:
    return [X[start : start + size] for start in range(0, len(X), size)]


def _track(
    rounds: list[list[torch.Tensor]], momentum: float, ddof: int = 1
) -> tuple[list[float], list[float]]:
    """Return the running statistics after each round of batches, in Python floats."""
    mean, var = 0.0, 1.0
    means, variances = [], []
    for batches in rounds:
        for batch in batches:
            values = batch.double().flatten().tolist()
            center = math.fsum(values) / len(values)
            spread = math.fsum((v - center) ** 2 for v in values) / (len(values) - ddof)
            mean += momentum * (center - mean)
            var += momentum * (spread - var)
        means.append(mean)
        variances.append(var)
    return means, variances


def _expect_track(got: Any, rounds: list[list[torch.Tensor]], momentum: float, call: str) -> None:
    """Fail unless ``got`` is the pair of running statistics for these rounds of batches."""
    pair = statistics_of(got, call)
    right = _track(rounds, momentum)
    anew = [_track([batches], momentum) for batches in rounds]
    wrong: dict[str, Sequence[list[float]]] = {
        "the values before each epoch instead of after it": [
            [start, *want[:-1]] for start, want in zip((0.0, 1.0), right, strict=True)
        ],
        "the last value in all places (one buffer, not copies of it)": [
            want[-1:] * len(want) for want in right
        ],
        "the biased variance": _track(rounds, momentum, ddof=0),
        "momentum and 1 - momentum exchanged (swapped momentum)": _track(rounds, 1 - momentum),
        "a new layer in every epoch, or batches used up after the first": [
            [each[index][0] for each in anew] for index in (0, 1)
        ],
        "smaller batches left out": _track(
            [[b for b in batches if len(b) == len(batches[0])] for batches in rounds], momentum
        ),
        "all batches joined to one": _track([[torch.cat(batches)] for batches in rounds], momentum),
        "the first epoch's batches in every epoch": _track(rounds[:1] * len(rounds), momentum),
        "the last batch of each epoch only": _track([batches[-1:] for batches in rounds], momentum),
        "constant batches left out": _track(
            [[b for b in batches if b.std() > 0] for batches in rounds], momentum
        ),
        "a batch that comes again left out": _track(
            [list(dict.fromkeys(batches)) for batches in rounds], momentum
        ),
    }
    for index, name in enumerate(("means", "vars")):
        expect_close(
            pair[index],
            torch.tensor(right[index], dtype=torch.float32),
            f"the {name} from {call}",
            mistakes={text: values[index] for text, values in wrong.items()},
        )


@check("track_running_stats", points=0.5, public=True)
def track_running_stats_of_one_batch(track_running_stats):
    """The batch [[2], [6]] at momentum 0.25 gives means 1, 1.75 and vars 2.75, 4.0625 first."""
    call = "track_running_stats([[[2], [6]]], momentum=0.25, epochs=3)"
    got = track_running_stats([torch.tensor([[2.0], [6.0]])], 0.25, 3)
    if not isinstance(got, (tuple, list)) or len(got) != 2:
        fail(f"{call} should return a pair of tensors, but returned {show(got)}.")
    expect_close(
        got[0],
        torch.tensor([1.0, 1.75, 2.3125]),
        f"the means from {call}",
        mistakes={
            "the values before each epoch instead of after it": [0.0, 1.0, 1.75],
            "the last value in all places (one buffer, not copies of it)": [2.3125] * 3,
            "momentum and 1 - momentum exchanged (swapped momentum)": [3.0, 3.75, 3.9375],
            "a new layer in every epoch, or batches used up after the first": [1.0, 1.0, 1.0],
            "a layer that is not in training mode": [0.0, 0.0, 0.0],
            "momentum 0.1 whatever momentum is": [0.4, 0.76, 1.084],
            "a plain average, or a start at the first batch": [4.0, 4.0, 4.0],
            "the layer's output written into the batch": [1.0, 0.75, 0.5625],
            "means and vars in the wrong order": [2.75, 4.0625, 5.046875],
        },
        hint="Make one layer, pass all batches in each epoch, then note its running statistics.",
    )
    expect_close(
        got[1],
        torch.tensor([2.75, 4.0625, 5.046875]),
        f"the vars from {call}",
        mistakes={
            "the biased variance": [1.75, 2.3125, 2.734375],
            "the standard deviation": [1.658312, 2.015564, 2.246525],
            "a running variance that starts at 0": [2.0, 3.5, 4.625],
        },
        hint="The unbiased variance of the batch is 8, and the running variance starts at 1.",
    )


@check("track_running_stats", points=0.5)
def track_running_stats_closed_form(track_running_stats):
    """Where every batch is the whole set, the statistics approach its own geometrically."""
    # around 0, the mean is where it belongs from the start on, but the variance is not
    for center, momentum, epochs in (
        (5, 0.1, 8),
        (5, 1.0, 3),
        (5, 0.04, 1),
        (5, 0.0, 2),
        (0, 0.1, 5),
    ):
        X = 3 * normal(12, 1, seed=31)
        X += center - X.mean()
        mean, var = float(X.double().mean()), float(X.double().var())
        call = f"track_running_stats([X], {momentum}, {epochs}) for X of shape (12, 1)"
        means, variances = statistics_of(track_running_stats([X], momentum, epochs), call)
        rest = torch.tensor([(1 - momentum) ** e for e in range(1, epochs + 1)]).double()
        expect_close(means, (mean * (1 - rest)).float(), f"the means from {call}")
        expect_close(variances, (var + (1 - var) * rest).float(), f"the vars from {call}")


@check("track_running_stats", points=0.5)
def track_running_stats_batch_by_batch(track_running_stats):
    """All batches count in their order, smaller ones too, and keep their values."""
    for sizes, momentum in (((4, 4, 2), 0.1), ((2, 5), 1.0), ((3, 3, 3, 2), 0.04)):
        batches = [4 * normal(n, 1, seed=n + k) + k for k, n in enumerate(sizes)]
        # a batch of one value over and over is a batch, and one that comes again comes again
        batches = [torch.full_like(batches[0], -2.0), *batches, batches[0]]
        watched = watch(batches, *batches)
        call = (
            f"track_running_stats(batches of sizes {tuple(map(len, batches))}, "
            f"momentum={momentum}, epochs=4)"
        )
        got = track_running_stats(batches, momentum=momentum, epochs=4)
        expect_left_alone(watched, call)
        _expect_track(got, [batches] * 4, momentum, call)


@check("track_running_stats", points=0.5)
def track_running_stats_of_a_loader(track_running_stats):
    """A `DataLoader` serves as well as a list or a tuple."""
    X = 2 * normal(8, 1, seed=41) - 1
    dataset: Any = X
    loader: Any = torch.utils.data.DataLoader(dataset, batch_size=3)
    watched = watch(X)
    call = "track_running_stats(DataLoader(X, batch_size=3), 0.2, 3) for X of shape (8, 1)"
    got = track_running_stats(loader, 0.2, 3)
    expect_left_alone(watched, call)
    _expect_track(got, [_cut(X, 3)] * 3, 0.2, call)
    call = "track_running_stats((X[:4], X[4:]), 0.2, 2), a tuple of two batches,"
    got = track_running_stats(tuple(_cut(X, 4)), 0.2, 2)
    expect_left_alone(watched, call)
    _expect_track(got, [_cut(X, 4)] * 2, 0.2, call)


@check("track_running_stats", points=0.5)
def track_running_stats_anew_in_every_epoch(track_running_stats):
    """Batches that are shuffled anew on every iteration are iterated anew in every epoch."""
    X = 3 * normal(8, 1, seed=51) + 2
    rounds = [_cut(X[normal(8, seed=60 + k).argsort()], 4 + k % 2) for k in range(7)]
    call = "track_running_stats(batches, 0.3, 4), where every iteration gives other batches,"
    watched = watch(*itertools.chain(*rounds))
    got = track_running_stats(FreshBatches(rounds), 0.3, 4)
    expect_left_alone(watched, call)
    for start in (1, 2):  # someone may have looked at the first batches to learn something
        try:
            _expect_track(got, rounds[start : start + 4], 0.3, call)
        except AssertionError:
            continue
        return
    _expect_track(got, rounds[:4], 0.3, call)
