"""The properties checked for ``update_running_stats``."""

from __future__ import annotations

import torch
from hypothesis import strategies as st

from pcpt_grade.checks.draw import FLOATS, SEEDS, Examples
from pcpt_grade.checks.expect import expect_close, fail, show, watch
from pcpt_grade.checks.normalization._answers import statistics_of
from pcpt_grade.checks.normalization._inputs import SHAPES, matrix
from pcpt_grade.checks.normalization._layer import moments, stored_statistics
from pcpt_grade.checks.registry import check
from pcpt_grade.checks.tools import expect_left_alone


def _update(
    shape: tuple[int, int], seed: int, dtype: torch.dtype, momentum: float
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, float]:
    batch = matrix(shape, seed, dtype)
    if shape[1] > 3:
        batch[:, -1] = 3.0  # its variance is 0
    return (*stored_statistics(batch), batch, momentum)


UPDATES = Examples(
    _update,
    count=6,
    shape=SHAPES,
    seed=SEEDS,
    dtype=FLOATS,
    momentum=st.sampled_from([0.1, 0.01, 0.04, 0.75]),
)


def _layer_buffers(
    mean: torch.Tensor, var: torch.Tensor, batch: torch.Tensor, momentum: float
) -> tuple[torch.Tensor, torch.Tensor]:
    """Return what ``nn.BatchNorm1d`` itself makes of its buffers."""
    layer = torch.nn.BatchNorm1d(batch.shape[1], momentum=momentum, dtype=batch.dtype)
    layer.load_state_dict({"running_mean": mean, "running_var": var}, strict=False)
    layer(batch)
    buffers = dict(layer.named_buffers())
    return buffers["running_mean"], buffers["running_var"]


@check("update_running_stats", points=1, public=True)
def update_running_stats_once(update_running_stats):
    """From mean 0 and variance 1, the batch [[1], [3]] leads to 0.2 and 1.1 at momentum 0.1."""
    mean, var, batch = torch.tensor([0.0]), torch.tensor([1.0]), torch.tensor([[1.0], [3.0]])
    call = "update_running_stats([0], [1], [[1], [3]], 0.1)"
    got = update_running_stats(mean, var, batch, 0.1)
    if not isinstance(got, (tuple, list)) or len(got) != 2:
        fail(f"{call} should return a pair of tensors, but returned {show(got)}.")
    expect_close(
        got[0],
        torch.tensor([0.2]),
        f"the mean from {call}",
        mistakes={
            "momentum and 1 - momentum exchanged (swapped momentum)": [1.8],
            "the statistics of the batch alone": [2.0],
            "mean and variance returned in the wrong order": [1.1],
            "the mean of the old and the new value, without momentum": [1.0],
        },
        hint="In PyTorch, momentum is the weight of the new batch.",
    )
    expect_close(
        got[1],
        torch.tensor([1.1]),
        f"the variance from {call}",
        mistakes={
            "the biased variance of the batch (division by B)": [1.0],
            "momentum and 1 - momentum exchanged (swapped momentum)": [1.9],
            "the standard deviation instead of the variance": [0.9 + 0.1 * 2**0.5],
            "the old value kept in full, without 1 - momentum": [1.2],
            "the spread around the new running mean": [1.748],
            "the statistics of the batch alone": [2.0],
        },
        hint="The batch variance that enters the average divides by B-1: here it is 2.",
    )


@check("update_running_stats", points=1)
def update_running_stats_like_the_layer(update_running_stats):
    """The new statistics are the buffers of `nn.BatchNorm1d` after the same batch."""
    for mean, var, batch, momentum in UPDATES:
        call = f"update_running_stats(..., momentum={momentum}) on a batch of {tuple(batch.shape)}"
        wants = _layer_buffers(mean, var, batch, momentum)
        biased = (1 - momentum) * var + momentum * batch.var(0, correction=0)
        wrong = {
            "momentum and 1 - momentum exchanged (swapped momentum)": _layer_buffers(
                mean, var, batch, 1 - momentum
            ),
            "momentum 0.1 always": _layer_buffers(mean, var, batch, 0.1),
            "the old statistics forgotten (0 and 1 instead)": _layer_buffers(
                torch.zeros_like(mean), torch.ones_like(var), batch, momentum
            ),
            "the biased variance of the batch (division by B)": (wants[0], biased),
        }
        parts = statistics_of(update_running_stats(mean, var, batch, momentum), call)
        for index, name in enumerate(("mean", "variance")):
            mistakes = {text: values[index] for text, values in wrong.items()}
            expect_close(parts[index], wants[index], f"the {name} from {call}", mistakes)


@check("update_running_stats", points=0.5)
def update_running_stats_at_the_ends(update_running_stats):
    """With momentum 0 nothing changes, with momentum 1 only the batch counts."""
    for mean, var, batch, _ in UPDATES:
        fresh = [torch.from_numpy(part[0]).to(batch.dtype) for part in moments(batch, ddof=1)]
        rtol = 1e-10 if batch.dtype == torch.float64 else None  # float32 inside has seven digits
        for momentum, wants in ((0.0, [mean.clone(), var.clone()]), (1.0, fresh)):
            call = f"update_running_stats(..., momentum={momentum})"
            copies = (mean.clone(), var.clone(), batch.clone())
            got = statistics_of(update_running_stats(*copies, momentum), call)
            hint = "0 and 1 are momenta like any other."
            for part, want, name in zip(got, wants, ("mean", "variance"), strict=True):
                expect_close(part, want, f"the {name} from {call}", hint=hint, rtol=rtol)


@check("update_running_stats", points=0.5)
def update_running_stats_returns_new_tensors(update_running_stats):
    """The old statistics and the batch keep their values while the new ones are computed."""
    for mean, var, batch, momentum in UPDATES:
        watched = watch(mean, var, batch)
        call = f"update_running_stats(..., momentum={momentum})"
        wants = _layer_buffers(mean, var, batch, momentum)
        got = update_running_stats(
            running_mean=mean, running_var=var, batch=batch, momentum=momentum
        )
        expect_left_alone(watched, call)
        for part, want, name in zip(
            statistics_of(got, call), wants, ("mean", "variance"), strict=True
        ):
            expect_close(part, want, f"the {name} from {call}")
