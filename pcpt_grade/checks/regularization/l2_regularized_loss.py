"""The properties checked for ``l2_regularized_loss``."""

from __future__ import annotations

import math

import torch
from hypothesis import strategies as st
from torch import nn

from pcpt_grade.checks.draw import FLOATS, SEEDS, Examples, normal, uniform
from pcpt_grade.checks.expect import (
    expect_close,
    expect_gradients,
    expect_tensor,
    expect_untouched,
    fail,
    watch,
)
from pcpt_grade.checks.registry import check


@check("l2_regularized_loss", points=0.5, public=True)
def l2_regularized_loss_of_three_weights(l2_regularized_loss):
    """For task loss 1.5, weights 1, -2, 3 in two tensors and lam 0.1 it is 1.5 + 0.1 · 14."""
    params = [torch.tensor([1.0, -2.0]), torch.tensor([[3.0]])]
    expect_close(
        l2_regularized_loss(torch.tensor(1.5), params, 0.1),
        torch.tensor(2.9),
        "l2_regularized_loss(1.5, [[1, -2], [[3]]], 0.1)",
        mistakes={
            "half of the sum of squares": 2.2,
            "the norm instead of its square": 1.5 + 0.1 * math.sqrt(14),
            "the norms of the tensors instead of their squares": 1.5 + 0.1 * (math.sqrt(5) + 3),
            "the mean of all squares instead of their sum": 1.5 + 0.1 * 14 / 3,
            "each tensor's mean of squares instead of its sum": 2.65,
            "absolute values instead of squares (an L1 penalty)": 2.1,
            "only the first tensor": 2.0,
            "only the last tensor": 2.4,
            "the penalty alone, without the task loss": 1.4,
            "the squares of the tensors' sums": 2.5,
            "the square of the sum": 1.9,
            "a penalty that is subtracted": 0.1,
            "a penalty without lam": 15.5,
        },
        hint="Square every entry, add all of them up, over all tensors, then multiply by lam.",
    )


def _weights(shapes, seed, dtype):
    params = [
        normal(math.prod(shape), seed=seed + i, dtype=dtype).reshape(shape)
        for i, shape in enumerate(shapes)
    ]
    return uniform(1, seed=seed, dtype=dtype)[0], params, 0.05 + (seed % 7) / 5


SHAPES = st.lists(
    st.sampled_from([(), (3,), (2, 3), (3, 2, 2), (4,), (2, 2)]), min_size=2, max_size=4
)
WEIGHTS = Examples(_weights, count=5, shapes=SHAPES, seed=SEEDS, dtype=FLOATS)


def _squares(params):
    """Sum up the squares with Python floats."""
    return math.fsum(value * value for w in params for value in w.detach().flatten().tolist())


@check("l2_regularized_loss", points=0.25)
def l2_regularized_loss_counts_every_entry(l2_regularized_loss):
    """It takes tensors of any shapes in a list or tuple, in float32 and in float64."""
    for number, (task_loss, params, lam) in enumerate(WEIGHTS):
        want = float(task_loss) + lam * _squares(params)
        expect_close(
            l2_regularized_loss(task_loss, params if number % 2 else tuple(params), lam=lam),
            torch.tensor(want, dtype=task_loss.dtype),
            f"l2_regularized_loss with {len(params)} tensors",
            hint="Scalars, vectors and matrices all count, with each of their entries.",
        )
        unregularized = l2_regularized_loss(task_loss, params, 0.0)
        expect_close(unregularized, task_loss, "l2_regularized_loss with lam=0")


@check("l2_regularized_loss", points=0.25)
def l2_regularized_loss_takes_a_generator(l2_regularized_loss):
    """It takes a generator too, such as model.parameters(), biases and frozen weights included."""
    for count, want in ((4, 10.0), (1, 1.5)):
        numbers = (torch.tensor([float(k), 1.0]) for k in range(count))
        expect_close(
            l2_regularized_loss(torch.tensor(1.0), numbers, 0.5),
            torch.tensor(want),
            f"l2_regularized_loss(1, (torch.tensor([k, 1]) for k in range({count})), 0.5)",
            hint="A generator has no length or index and can be walked through only once.",
        )
    model = nn.Sequential(nn.Linear(3, 4), nn.ReLU(), nn.Linear(4, 1))
    for seed, parameter in enumerate(model.parameters()):
        parameter.data = normal(*parameter.shape, seed=seed)
    model[0].weight.requires_grad_(False)
    expect_close(
        l2_regularized_loss(torch.tensor(2.0), model.parameters(), 0.3),
        torch.tensor(2.0 + 0.3 * _squares(model.parameters())),
        "l2_regularized_loss(2, model.parameters(), 0.3)",
        hint="All parameters count, biases and frozen ones included.",
    )


@check("l2_regularized_loss", points=0.25)
def l2_regularized_loss_has_gradients(l2_regularized_loss):
    """Its gradient is 1 in the task loss and 2 · lam · w in every parameter."""
    for task_loss, params, lam in WEIGHTS:
        weights = {f"params[{i}]": w.requires_grad_() for i, w in enumerate(params)}
        zeros, ones = torch.zeros(3, dtype=task_loss.dtype), torch.ones(2, dtype=task_loss.dtype)
        weights["a parameter of zeros"] = zeros.requires_grad_()
        weights["a computed parameter"] = 2 * ones.requires_grad_()
        wants = {name: 6 * lam * w.detach() for name, w in weights.items()}
        mistakes = {
            name: {
                "a penalty that is cut off from the parameters": torch.zeros_like(want),
                "half of the penalty's gradient": want / 2,
            }
            for name, want in wants.items()
        }
        three = torch.full_like(task_loss, 3.0)
        loss = l2_regularized_loss(task_loss.requires_grad_(), list(weights.values()), lam)
        expect_tensor(loss, "l2_regularized_loss", (), task_loss.dtype)
        mistakes["task_loss"] = {"a task loss that is cut off": 0 * three}
        expect_gradients(
            3 * loss,  # 3 times, for a backward pass that is written by hand
            weights | {"task_loss": task_loss},
            wants | {"task_loss": three},
            "3 * l2_regularized_loss",
            mistakes=mistakes,
        )


@check("l2_regularized_loss", points=0.25)
def l2_regularized_loss_leaves_inputs(l2_regularized_loss):
    """The task loss, the parameters and their .grad stay as they are."""
    task_loss, frozen, trained = torch.tensor(2.0), normal(3, seed=1), normal(2, 2, seed=2)
    trained.requires_grad_().grad = torch.ones(2, 2)
    params = [frozen, trained]
    before, want = watch(task_loss, params, frozen, trained), 2 + 0.1 * _squares(params)
    got = l2_regularized_loss(task_loss, params, 0.1)
    expect_untouched(before, "l2_regularized_loss")
    expect_close(
        got, torch.tensor(want), "l2_regularized_loss of one frozen and one trained tensor"
    )
    if trained.grad is None or not torch.equal(trained.grad, torch.ones(2, 2)):
        fail("l2_regularized_loss changed the .grad of a parameter.", "Only compute the loss.")
    if frozen.requires_grad or task_loss.requires_grad or not trained.requires_grad:
        fail("l2_regularized_loss changed the requires_grad of its inputs.")
