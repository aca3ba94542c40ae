"""The properties checked for ``predict``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from hypothesis import strategies as st
from torch import nn

from pcpt_grade.checks.draw import FLOATS, SEEDS, Examples, normal
from pcpt_grade.checks.expect import expect_close, expect_untouched, fail, show, watch
from pcpt_grade.checks.gradient_flow._state import Snapshot, fill_grads, named_tensors, randomize
from pcpt_grade.checks.registry import check
from pcpt_grade.checks.tools import global_seed


@check("predict", points=0.5, public=True)
def predict_without_dropout(predict):
    """Dropout is off in a prediction, and training goes on afterwards."""
    linear = torch.nn.Linear(2, 1)
    with torch.no_grad():
        linear.weight.copy_(torch.tensor([[1.0, 2.0]]))
        linear.bias.copy_(torch.tensor([3.0]))
    model = torch.nn.Sequential(linear, torch.nn.Dropout(0.5))
    got = predict(model, torch.tensor([[1.0, 1.0], [2.0, 0.0], [0.0, 5.0]]))
    expect_close(
        got,
        torch.tensor([[6.0], [5.0], [13.0]]),
        "predict(model, X)",
        hint="The model has to be in evaluation mode during the forward pass.",
    )
    if got.requires_grad:
        fail("predict(model, X) has a gradient history: its result requires gradients.")
    for name, module in model.named_modules():
        if not module.training:
            fail(
                f"predict(model, X) left {name or 'the model itself'} in evaluation mode.",
                "Remember the modes before the call to `eval()` and restore them.",
            )


LAYERS = 10
"""Number of modules in ``_classifier``, itself included."""


def _classifier(seed: int, dtype: torch.dtype, modes: str = "t" * LAYERS) -> nn.Sequential:
    """Return layers of three depths, each in training (t) or evaluation (e) mode."""
    with global_seed(seed):
        model = nn.Sequential(
            nn.Linear(3, 4),
            nn.Sequential(nn.BatchNorm1d(4), nn.Sequential(nn.RReLU(0.1, 0.3), nn.Dropout(0.4))),
            nn.Sequential(nn.Linear(4, 2), nn.BatchNorm1d(2, momentum=None)),
        )
    for mode, module in zip(modes, model.modules(), strict=True):
        module.training = mode == "t"
    return randomize(model, seed, dtype)


def _evaluated(model: nn.Sequential, X: torch.Tensor) -> torch.Tensor:
    """Return what ``_classifier`` gives in evaluation mode, from its parameters by hand."""
    p = {name: tensor.detach().double() for name, tensor in named_tensors(model).items()}

    def linear(name: str, x: torch.Tensor) -> torch.Tensor:
        return torch.einsum("bi,oi->bo", x, p[f"{name}.weight"]) + p[f"{name}.bias"]

    def norm(name: str, x: torch.Tensor) -> torch.Tensor:
        scaled = (x - p[f"{name}.running_mean"]) / (p[f"{name}.running_var"] + 1e-5).sqrt()
        return p[f"{name}.weight"] * scaled + p[f"{name}.bias"]

    hidden = norm("1.0", linear("0", X.detach().double()))
    hidden = torch.where(hidden < 0, 0.2 * hidden, hidden)
    return norm("2.1", linear("2.0", hidden)).to(X.dtype)


def _expect_prediction(
    predict: Callable[..., Any], model: nn.Sequential, X: torch.Tensor, call: str
) -> torch.Tensor:
    """Return what ``predict`` gives for ``_classifier``; fail unless it is the right output."""
    want = _evaluated(model, X)
    got = predict(model=model, X=X)
    rtol = 1e-3 if X.dtype == torch.float32 else None
    hint = "`model.eval()` reaches every submodule; `training` of the root alone does not."
    expect_close(got, want, call, hint=hint, rtol=rtol)
    output: torch.Tensor = got
    return output


MODES = ("tttttttttt", "eeeeeeeeee", "teetettete", "etettetett", "ttteteteet")
"""Root, Linear, [BatchNorm, [RReLU, Dropout]], [Linear, BatchNorm] with the boxes before them."""

PREDICTIONS = Examples(
    lambda seed, dtype, modes: (
        _classifier(seed, dtype, modes),
        normal(5, 3, seed=seed, dtype=dtype),
    ),
    count=5,
    seed=SEEDS,
    dtype=FLOATS,
    modes=st.text("te", min_size=LAYERS, max_size=LAYERS),
)


@check("predict", points=0.5)
def predict_in_evaluation_mode(predict):
    """Every layer is in evaluation mode during the prediction, in whatever modes they were."""
    for model, X in PREDICTIONS:
        before = watch(X)
        modes = "".join("t" if module.training else "e" for module in model.modules())
        call = f"predict(model, X) with modules in modes {modes} (t: training, e: evaluation)"
        _expect_prediction(predict, model, X, call)
        expect_untouched(before, call)


@check("predict", points=0.25)
def predict_of_a_single_layer(predict):
    """A model without submodules is in evaluation mode, too, and trains again afterwards."""
    layer = randomize(nn.BatchNorm1d(3), 12, torch.float32)
    X, before = normal(4, 3, seed=5), Snapshot(layer)
    p = {name: tensor.detach() for name, tensor in named_tensors(layer).items()}
    scaled = (X - p["running_mean"]) / (p["running_var"] + 1e-5).sqrt()
    want, call = scaled * p["weight"] + p["bias"], "predict(batch_norm, X)"
    expect_close(predict(layer, X), want, call, rtol=1e-3)
    before.expect_modes(call)
    before.expect_values(call)


@check("predict", points=0.5)
def predict_restores_every_mode(predict):
    """Afterwards every submodule is in the mode in which it was found; modes can be mixed."""
    for modes in MODES:
        model = _classifier(7, torch.float32, modes)
        before = Snapshot(model)
        _expect_prediction(predict, model, normal(4, 3, seed=1), "predict(model, X)")
        before.expect_modes("predict(model, X)")
    twins = nn.Sequential(nn.Dropout(), nn.Sequential(nn.Dropout(), nn.Linear(3, 2)), nn.Dropout())
    for name in ("0", "1.0"):
        twins.get_submodule(name).training = False
    before = Snapshot(twins)
    predict(twins, normal(4, 3, seed=1))
    before.expect_modes("predict(model, X) for a model with equal layers in different modes")


@check("predict", points=0.5)
def predict_leaves_no_trace(predict):
    """Parameters, gradients, `requires_grad` and running statistics are the same afterwards."""
    model = _classifier(8, torch.float32)
    fill_grads(model)
    model[0].weight.requires_grad_(False)
    before, X = Snapshot(model), normal(4, 3, seed=2)
    _expect_prediction(predict, model, X, "predict(model, X)")
    before.expect_values("predict(model, X)")
    before.expect_flags("predict(model, X)")
    if X.requires_grad:
        fail("predict(model, X) set requires_grad=True on X.")


@check("predict", points=0.25)
def predict_has_no_history(predict):
    """The result has no gradient history, also where X or all parameters require gradients."""
    for frozen in (False, True):
        model, X = _classifier(9, torch.float64), normal(4, 3, seed=3, dtype=torch.float64)
        model.requires_grad_(not frozen)
        X.requires_grad_()
        call = "predict(model, X) where X requires gradients"
        got = _expect_prediction(predict, model, X, call)
        if got.requires_grad or got.grad_fn is not None:
            fail(
                f"{call} has a gradient history (requires_grad={got.requires_grad}).",
                "`eval()` does not switch gradients off; `torch.no_grad()` does.",
            )
        if not X.requires_grad:
            fail("predict(model, X) switched requires_grad of X off.")


STANDARD_ERRORS = (ArithmeticError, LookupError, RuntimeError, TypeError, ValueError)
"""What forward passes raise, and what a function that catches it may raise instead."""


def _failing() -> list[tuple[nn.Module, torch.Tensor, type[Exception], str]]:
    """Return models whose forward pass raises, with input, exception and part of its text."""
    with global_seed(6):
        wrong_size = nn.Sequential(nn.BatchNorm1d(3), nn.Sequential(nn.Dropout(), nn.Linear(4, 2)))
        unknown = nn.Sequential(nn.Sequential(nn.Embedding(4, 3), nn.Dropout()), nn.Linear(3, 2))
        pictures = nn.Sequential(nn.Dropout(), nn.Sequential(nn.BatchNorm1d(3), nn.ReLU()))
        pairs = nn.Sequential(nn.Sequential(nn.Dropout(), nn.Bilinear(3, 3, 2)), nn.ReLU())
    for model, names in (
        (wrong_size, ("1", "1.1")),
        (unknown, ("", "0.1")),
        (pictures, ("0", "1")),
        (pairs, ("0.0", "1")),
    ):
        for name in names:
            model.get_submodule(name).training = False
    fill_grads(wrong_size)
    return [
        (wrong_size, normal(5, 3, seed=4), RuntimeError, "shapes cannot be multiplied"),
        (unknown, torch.tensor([1, 9]), IndexError, "out of range"),
        (pictures, normal(2, 3, 2, 2, seed=4), ValueError, "expected 2D or 3D input"),
        (pairs, normal(2, 3, seed=4), TypeError, "missing 1 required positional argument"),
    ]


@check("predict", points=0.5)
def predict_restores_after_an_exception(predict):
    """When the forward pass raises, modes and values are restored and the caller hears of it."""
    for model, X, kind, words in _failing():
        before = Snapshot(model)
        call = f"predict(model, X) with a forward pass that raises {kind.__name__}"
        try:
            got = predict(model, X)
        except STANDARD_ERRORS as error:
            if not isinstance(error, kind) or words not in str(error):
                fail(
                    f"{call} did not pass it on, but raised {type(error).__name__}: {error}",
                    "`try: … finally: …` restores and lets the exception pass as it is.",
                )
        else:
            fail(
                f"{call} returned {show(got)} instead of passing the exception on.",
                "`try: … finally: …` restores without catching.",
            )
        before.expect_modes(call)
        before.expect_values(call)
        before.expect_flags(call)
