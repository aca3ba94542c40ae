"""The properties checked for ``batch_norm_eval``."""

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
    stored_statistics,
)
from pcpt_grade.checks.registry import check
from pcpt_grade.checks.tools import expect_left_alone


@check("batch_norm_eval", points=0.5, public=True)
def batch_norm_eval_of_two_samples(batch_norm_eval):
    """With stored mean 1 and variance 16, [1, 5] becomes [0, 1], then gamma and beta come in."""
    x = torch.tensor([[1.0], [5.0]])
    mean, var = torch.tensor([1.0]), torch.tensor([16.0])
    expect_close(
        batch_norm_eval(x, mean, var, torch.tensor([3.0]), torch.tensor([0.5])),
        torch.tensor([[0.5], [3.499999]]),
        "batch_norm_eval([[1], [5]], running_mean=[1], running_var=[16], gamma=[3], beta=[0.5])",
        mistakes={
            "the statistics of the batch": [[-2.499996], [3.499996]],
            "the mean of the batch": [[-1.0], [2.0]],
            "the stored variance taken as a standard deviation": [[0.5], [1.25]],
            "mean and variance exchanged": [[-44.5], [-32.5]],
            "gamma and beta left out": [[0.0], [1.0]],
            "gamma left out": [[0.5], [1.5]],
            "beta left out": [[0.0], [3.0]],
            "gamma and beta exchanged": [[3.0], [3.5]],
        },
        hint="Use running_mean and running_var as they come; the batch has no say.",
    )


@check("batch_norm_eval", points=0.5)
def batch_norm_eval_values(batch_norm_eval):
    """Every column is normalized with the stored mean and variance."""
    for x, factor, beta in LAYER_INPUTS:
        mean, var = stored_statistics(x)
        gamma = factor * (len(factor) > 1)  # a gamma of zeros is a gamma, too
        watched = watch(x, gamma, beta)
        call = f"batch_norm_eval(x, ...) for x of shape {tuple(x.shape)}"
        batch_mean, batch_var = moments(x)
        std = (var + 1e-5).sqrt()
        want, of_batch, as_std = (
            scaled_and_shifted(x, m, denominator, gamma, beta)
            for m, denominator in (
                (mean, std),
                (batch_mean, np.sqrt(batch_var + 1e-5)),
                (mean, var + 1e-5),
            )
        )
        mistakes = {
            "the statistics of the batch": of_batch,
            "the stored variance taken as a standard deviation": as_std,
            "gamma left out": scaled_and_shifted(x, mean, std, torch.ones_like(gamma), beta),
            **eps_mistakes(
                var.double().numpy(),
                1e-5,
                partial(scaled_and_shifted, x, mean, gamma=gamma, beta=beta),
            ),
        }
        got = batch_norm_eval(x, mean, var, gamma, beta)
        expect_left_alone(watched, call)
        expect_close(got, want, call, mistakes)


@check("batch_norm_eval", points=0.25)
def batch_norm_eval_eps(batch_norm_eval):
    """`eps` is added to the stored variance under the square root, 1e-5 by default or as given."""
    x = normal(4, 3, seed=9, dtype=torch.float64)
    mean, var = normal(3, seed=10, dtype=torch.float64), torch.tensor([0.7, 4e-6, 0.0]).double()
    gamma, beta = torch.tensor([1.5, 1.0, 3.0]).double(), torch.tensor([0.0, 1.0, -1.0]).double()
    m, v = mean.numpy().copy(), var.numpy().copy()
    watched = watch(x, gamma, beta)
    for eps, arguments, text in ((1e-5, {}, ""), (0.3, {"eps": 0.3}, ", eps=0.3")):
        got = batch_norm_eval(x, mean.clone(), var.clone(), gamma, beta, **arguments)
        expect_left_alone(watched, "batch_norm_eval(x, ...)")
        expect_close(
            got,
            scaled_and_shifted(x, m, np.sqrt(v + eps), gamma, beta),
            f"batch_norm_eval(x, ...{text}) for the stored variances [0.7, 4e-6, 0]",
            mistakes=eps_mistakes(
                v, eps, partial(scaled_and_shifted, x, m, gamma=gamma, beta=beta)
            ),
            hint="The denominator is sqrt(running_var + eps).",
        )


@check("batch_norm_eval", points=0.5)
def batch_norm_eval_gradients(batch_norm_eval):
    """Gradients reach x, gamma and beta, with the stored statistics as constants."""
    for x, gamma, beta in GENTLE_INPUTS:
        mean, var = stored_statistics(x)
        inputs = {"x": x, "gamma": gamma, "beta": beta}
        weights = normal(*x.shape, seed=3, dtype=x.dtype)
        std = (var + 1e-5).sqrt()
        wants = {
            "x": weights * (gamma / std),
            "gamma": (weights * (x - mean) / std).sum(0),
            "beta": weights.sum(0),
        }
        for names in (("x", "gamma", "beta"), ("x",), ("gamma", "beta")):
            for name, tensor in inputs.items():
                tensor.requires_grad_(name in names)
            got = batch_norm_eval(**inputs, running_mean=mean.clone(), running_var=var.clone())
            expect_tensor(got, "batch_norm_eval(x, ...)", tuple(x.shape), x.dtype)
            expect_no_backward("batch_norm_eval(x, ...)", **inputs)
            expect_gradients(
                got * weights,
                {name: inputs[name] for name in names},
                wants,
                f"the weighted sum of batch_norm_eval(x, ...), {' and '.join(names)} requiring "
                "gradients,",
                mistakes={
                    name: {f"a graph that is cut before {name}": torch.zeros(inputs[name].shape)}
                    for name in names
                },
            )


@check("batch_norm_eval", points=0.25)
def batch_norm_eval_keeps_the_statistics(batch_norm_eval):
    """Evaluation does not move the running statistics: a second call gives the same."""
    call = "batch_norm_eval(x, running_mean, running_var, ...)"
    for x, gamma, beta in LAYER_INPUTS:
        mean, var = stored_statistics(x)
        watched = watch(mean, var)
        want = scaled_and_shifted(x, mean, (var + 1e-5).sqrt(), gamma, beta)
        for number in ("first", "second"):
            got = batch_norm_eval(x, mean, var, gamma, beta)
            expect_left_alone(watched, call)
            expect_close(got, want, f"the {number} {call}")
