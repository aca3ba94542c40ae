"""The properties checked for ``sgd_step``."""

from __future__ import annotations

import math

import torch
from hypothesis import strategies as st

from pcpt_grade.checks.draw import FLOATS, SEEDS, Examples, normal
from pcpt_grade.checks.expect import expect_close, watch
from pcpt_grade.checks.registry import check
from pcpt_grade.checks.tools import expect_left_alone


@check("sgd_step", points=0.5, public=True)
def sgd_step_of_two_weights(sgd_step):
    """From w = [1, -2] with grad [0.5, 1], lr 0.1 and lam 0.25 the step leads to [0.9, -2]."""
    expect_close(
        sgd_step(torch.tensor([1.0, -2.0]), torch.tensor([0.5, 1.0]), 0.1, 0.25),
        torch.tensor([0.9, -2.0]),
        "sgd_step([1, -2], [0.5, 1], 0.1, 0.25)",
        mistakes={
            "lam · w as the gradient of lam · ‖w‖² (the factor 2 is missing)": [0.925, -2.05],
            "a step without the penalty": [0.95, -2.1],
            "a step uphill": [1.1, -2.0],
            "a penalty with the wrong sign": [1.0, -2.2],
            "a penalty that the learning rate does not scale": [0.45, -1.1],
            "the gradient of the norm instead of its square": [
                1 - 0.1 * (0.5 + 0.25 / math.sqrt(5)),
                -2 - 0.1 * (1 - 0.5 / math.sqrt(5)),
            ],
            "an L1 penalty": [0.925, -2.075],
            "the change of w alone": [-0.1, 0.0],
            "the factor 2 twice": [0.85, -1.9],
            "the decay of the weights after the step": [0.9025, -1.995],
            "a step along the penalty alone": [0.95, -1.9],
        },
        hint="Differentiate lam · ‖w‖², add it to grad, and take one step downhill.",
    )


def _steps(shape, seed, dtype):
    w, grad = normal(*shape, seed=seed, dtype=dtype), 3 * normal(*shape, seed=seed + 1, dtype=dtype)
    return w, grad, 0.01 + (seed % 11) / 10, (seed % 5) / 4


STEPS = Examples(
    _steps, count=5, shape=st.sampled_from([(4,), (2, 3), (3, 1)]), seed=SEEDS, dtype=FLOATS
)


@check("sgd_step", points=0.5)
def sgd_step_equals_torch_sgd(sgd_step):
    """It is the step of torch.optim.SGD with weight_decay = 2 · lam, in float32 and float64."""
    steep = normal(3, seed=1), 100 * normal(3, seed=2), 0.1, 0.25
    for w, grad, lr, lam in (*STEPS, steep):
        parameter = w.clone().requires_grad_()
        parameter.grad = grad.clone()
        torch.optim.SGD([parameter], lr=lr, weight_decay=2 * lam).step()
        expect_close(
            sgd_step(w, grad, lr=lr, lam=lam),
            parameter.detach(),
            f"sgd_step with lr={lr:.3g} and lam={lam:.3g}",
            mistakes={"weight_decay = lam": w - lr * (grad + lam * w)},
            rtol=1e-4 if w.dtype == torch.float32 else 1e-10,
        )


@check("sgd_step", points=0.5)
def sgd_step_leaves_inputs(sgd_step):
    """The new weights are a new tensor: w and grad stay as they are."""
    penalty_alone = normal(3, seed=1), torch.zeros(3), 0.4, 0.25
    for w, grad, lr, lam in (*STEPS, penalty_alone):
        before = watch(w, grad)
        got = sgd_step(w, grad, lr, lam)
        expect_left_alone(before, "sgd_step")
        expect_close(got, (1 - 2 * lr * lam) * w - lr * grad, "sgd_step")
        again = sgd_step(grad, w, lr, lam)
        expect_close(again, (1 - 2 * lr * lam) * grad - lr * w, "sgd_step from other weights")
