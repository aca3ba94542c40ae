"""The properties checked for ``batch_norm_train``."""

from __future__ import annotations

from functools import partial

import numpy as np
import torch

from pcpt_grade.checks.draw import normal
from pcpt_grade.checks.expect import expect_close, expect_gradients, expect_tensor, watch
from pcpt_grade.checks.normalization._layer import (
    GENTLE_INPUTS,
    LAYER_INPUTS,
    eps_mistakes,
    expect_no_backward,
    moments,
    scaled_and_shifted,
)
from pcpt_grade.checks.registry import check
from pcpt_grade.checks.tools import Array, expect_left_alone


@check("batch_norm_train", points=1, public=True)
def batch_norm_train_of_two_samples(batch_norm_train):
    """The column [1, 3] becomes [-1, 1], then gamma scales it and beta shifts it."""
    x = torch.tensor([[1.0, 1.0], [3.0, 3.0]])
    gamma, beta = torch.tensor([1.0, 2.0]), torch.tensor([0.0, 0.5])
    expect_close(
        batch_norm_train(x, gamma, beta),
        torch.tensor([[-0.999995, -1.49999], [0.999995, 2.49999]]),
        "batch_norm_train([[1, 1], [3, 3]], gamma=[1, 2], beta=[0, 0.5])",
        mistakes={
            "the unbiased variance (division by B-1)": [[-0.707105, -0.91421], [0.707105, 1.91421]],
            "gamma and beta left out": [[-0.999995, -0.999995], [0.999995, 0.999995]],
            "gamma left out": [[-0.999995, -0.499995], [0.999995, 1.499995]],
            "beta left out": [[-0.999995, -1.99999], [0.999995, 1.99999]],
            "the shift before the scale": [[-0.999995, -0.99999], [0.999995, 2.99999]],
            "statistics of the rows": [[0.0, 0.5], [0.0, 0.5]],
            "gamma and beta exchanged": [[1.0, 1.500003], [1.0, 2.499998]],
        },
        hint="Mean and biased variance of each column: `dim=0` and division by B.",
    )


@check("batch_norm_train", points=0.75)
def batch_norm_train_values(batch_norm_train):
    """Every column is normalized with the mean and the biased variance of the batch."""
    for x, gamma, beta in LAYER_INPUTS:
        watched = watch(x, gamma, beta)
        call = f"batch_norm_train(x, gamma, beta) for x of shape {tuple(x.shape)}"
        mean, var = moments(x)
        want, unbiased, whole, of_rows, of_distinct = (
            scaled_and_shifted(x, m, np.sqrt(v + 1e-5), gamma, beta)
            for m, v in (
                (mean, var),
                moments(x, ddof=1),
                moments(x, axis=None),
                moments(x, axis=1),
                moments(x.unique(dim=0)),
            )
        )
        mistakes = {
            "the unbiased variance (division by B-1)": unbiased,
            "statistics of the whole batch instead of each column": whole,
            "statistics of the rows": of_rows,
            "equal samples counted once": of_distinct,
            **eps_mistakes(var, 1e-5, partial(scaled_and_shifted, x, mean, gamma=gamma, beta=beta)),
        }
        got = batch_norm_train(x, gamma, beta)
        expect_left_alone(watched, call)
        expect_close(got, want, call, mistakes, "The denominator is sqrt(biased variance + eps).")


@check("batch_norm_train", points=0.5)
def batch_norm_train_eps(batch_norm_train):
    """`eps` is added to the variance under the square root, 1e-5 by default or as given."""
    scales = torch.tensor([1.0, 2e-3, 0.0], dtype=torch.float64)
    x = normal(4, 3, seed=8, dtype=torch.float64) * scales + torch.tensor([0.0, 0.0, 2.0])
    gamma, beta = torch.tensor([1.5, 1.0, 3.0]).double(), torch.tensor([0.0, 1.0, -1.0]).double()
    mean, var = moments(x)
    watched = watch(x, gamma, beta)
    for eps, arguments, text in ((1e-5, {}, ""), (0.3, {"eps": 0.3}, ", eps=0.3")):
        got = batch_norm_train(x, gamma, beta, **arguments)
        expect_left_alone(watched, "batch_norm_train(x, gamma, beta)")
        expect_close(
            got,
            scaled_and_shifted(x, mean, np.sqrt(var + eps), gamma, beta),
            f"batch_norm_train(x, gamma, beta{text}) for columns of variance near 1, 4e-6 and 0",
            mistakes=eps_mistakes(
                var, eps, partial(scaled_and_shifted, x, mean, gamma=gamma, beta=beta)
            ),
            hint="The denominator is sqrt(var + eps).",
        )


@check("batch_norm_train", points=0.75)
def batch_norm_train_gradients(batch_norm_train):
    """Gradients reach x (also through the batch's mean and variance), gamma and beta."""
    for x, gamma, beta in GENTLE_INPUTS:
        inputs = {"x": x, "gamma": gamma, "beta": beta}
        weights = normal(*x.shape, seed=3, dtype=x.dtype)
        wants, mistakes = _train_gradients(x, gamma, weights)
        for names in (("x", "gamma", "beta"), ("x",), ("gamma", "beta")):
            for name, tensor in inputs.items():
                tensor.requires_grad_(name in names)
            call = "batch_norm_train(x, gamma, beta)"
            got = batch_norm_train(**inputs)
            # another pass, as in a network that has several such layers, before the first one's
            # gradients are asked for
            batch_norm_train(*(2 - part.detach() for part in inputs.values()))
            expect_tensor(got, call, tuple(x.shape), x.dtype)
            expect_no_backward(call, **inputs)
            expect_gradients(
                got * weights,
                {name: inputs[name] for name in names},
                wants,
                f"the weighted sum of {call}, {' and '.join(names)} requiring gradients,",
                mistakes=mistakes,
            )


def _train_gradients(
    x: torch.Tensor, gamma: torch.Tensor, weights: torch.Tensor
) -> tuple[dict[str, torch.Tensor], dict[str, dict[str, torch.Tensor]]]:
    """Return the gradients of sum(weights * output) in closed form, and wrong ones by name."""
    mean, var = moments(x)
    std, w, scale = np.sqrt(var + 1e-5), weights.double().numpy(), gamma.detach().double().numpy()
    z = (x.detach().double().numpy() - mean) / std

    def tensor(values: Array) -> torch.Tensor:
        return torch.from_numpy(np.ascontiguousarray(values)).to(x.dtype)

    through_mean, through_var = w.mean(0), z * (w * z).mean(0)
    wants = {
        "x": tensor(scale / std * (w - through_mean - through_var)),
        "gamma": tensor((w * z).sum(0)),
        "beta": tensor(w.sum(0)),
    }
    mistakes = {
        "x": {
            "mean and variance taken as constants": tensor(scale / std * w),
            "the variance taken as a constant": tensor(scale / std * (w - through_mean)),
            "the mean taken as a constant": tensor(scale / std * (w - through_var)),
            "a graph that is cut before x": torch.zeros(x.shape),
        },
        "gamma": {"a graph that is cut before gamma": torch.zeros(gamma.shape)},
        "beta": {"a graph that is cut before beta": torch.zeros(gamma.shape)},
    }
    return wants, mistakes
