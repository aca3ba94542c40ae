"""The properties checked for ``bce_with_frozen_features``."""

from __future__ import annotations

import copy
import itertools

import torch
from hypothesis import strategies as st
from torch import nn

from pcpt_grade.checks.draw import FLOATS, SEEDS, Examples, normal, uniform
from pcpt_grade.checks.expect import expect_close, expect_untouched, fail, watch
from pcpt_grade.checks.gradient_flow._state import Snapshot, named_tensors, randomize, same_values
from pcpt_grade.checks.registry import check
from pcpt_grade.checks.tools import global_seed


@check("bce_with_frozen_features", points=0.5, public=True)
def bce_with_frozen_features_of_two_points(bce_with_frozen_features):
    """For the logits 2 and -2 with targets 1 and 0 the loss is 0.1269, and only `head` learns."""
    features, head = torch.nn.Linear(1, 1), torch.nn.Linear(1, 1)
    with torch.no_grad():
        for layer, weight in ((features, 2.0), (head, 1.0)):
            layer.weight.fill_(weight)
            layer.bias.fill_(0.0)
    X, y = torch.tensor([[1.0], [-1.0]]), torch.tensor([[1.0], [0.0]])
    call = "bce_with_frozen_features(features, head, X, y)"
    loss = bce_with_frozen_features(features, head, X, y)
    expect_close(
        loss,
        torch.tensor(0.12692801),
        call,
        mistakes={
            "the sum instead of the mean": 0.25385602,
            "probabilities passed where logits are expected": 0.55060750,
            "the sign the wrong way round": -0.12692801,
        },
    )
    if not loss.requires_grad:
        fail(f"{call} has no gradient at all.", "Only the features are cut off, not the head.")
    if any(parameter.grad is not None for parameter in head.parameters()):
        fail(f"{call} called `backward()` itself.", "Return the loss; the caller does the rest.")
    try:
        loss.backward()
    except RuntimeError as error:
        fail(f"backward() on {call} fails: {error}", "Return the loss with its graph intact.")
    if features.weight.grad is not None or features.bias.grad is not None:
        fail(
            f"backward() on {call} gave gradients to the features' parameters.",
            "Cut the graph between `features` and `head`.",
        )
    if head.weight.grad is None:
        fail(f"backward() on {call} did not reach the head's parameters.")
    expect_close(head.weight.grad, torch.tensor([[-0.23840584]]), "the gradient of head.weight")


def _backward(loss: torch.Tensor, call: str) -> None:
    """Call ``backward()`` on a loss that the student's function returned."""
    if not loss.requires_grad:
        fail(f"{call} has no gradient at all.", "Only the features are cut off, not the head.")
    try:
        torch.autograd.backward(loss)
    except RuntimeError as error:
        fail(f"backward() on {call} fails: {error}", "Return the loss with its graph intact.")


def _expect_grads(head: nn.Module, wants: dict[str, torch.Tensor], call: str) -> None:
    """Fail unless ``backward()`` left these gradients in the parameters of the head."""
    for name, want in wants.items():
        grad, what = head.get_parameter(name).grad, f"the gradient of the head's `{name}`"
        if grad is None:
            fail(f"backward() on {call} did not reach the head's `{name}`: its `.grad` is None.")
        rtol = 1e-3 if want.dtype == torch.float32 else None
        expect_close(grad, want, f"{what} after backward() on {call}", rtol=rtol)


def _features(seed: int, dtype: torch.dtype) -> nn.Sequential:
    with global_seed(seed):
        model = nn.Sequential(nn.Linear(3, 5), nn.Tanh(), nn.Linear(5, 4), nn.Tanh())
    return randomize(model, seed, dtype)


def _head(seed: int, dtype: torch.dtype, columns: int, flat: bool = False) -> nn.Sequential:
    """Return a linear head; with ``flat`` its logits have shape (N,)."""
    with global_seed(seed):
        model = nn.Sequential(nn.Linear(4, columns), *([nn.Flatten(0)] if flat else []))
    return randomize(model, seed + 1, dtype)


def _logistic(
    features: nn.Sequential, head: nn.Sequential, X: torch.Tensor, y: torch.Tensor
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Return loss, d loss / d weight and d loss / d bias of a linear head, by the closed form."""
    p, q = ({k: t.detach().double() for k, t in named_tensors(m).items()} for m in (features, head))
    hidden = (X.double() @ p["0.weight"].T + p["0.bias"]).tanh()
    hidden = (hidden @ p["2.weight"].T + p["2.bias"]).tanh()
    z = hidden @ q["0.weight"].T + q["0.bias"]
    target = y.double().reshape(z.shape)
    loss = (torch.logaddexp(torch.zeros_like(z), z) - target * z).sum() / z.numel()
    error = (1 / (1 + (-z).exp()) - target) / z.numel()
    weight, bias = error.T @ hidden, error.sum(dim=0)
    return loss.to(X.dtype), weight.to(X.dtype), bias.to(X.dtype)


def _classification(
    seed: int, dtype: torch.dtype, n: int, shape: str
) -> tuple[nn.Sequential, nn.Sequential, torch.Tensor, torch.Tensor]:
    columns = 3 if shape == "(N, 3)" else 1
    head = _head(seed, dtype, columns, flat=shape == "(N,)")
    y = uniform(n, columns, seed=seed + 2, dtype=dtype)
    y = y if seed % 2 else y.round()
    X = normal(n, 3, seed=seed, dtype=dtype)
    return _features(seed, dtype), head, X, y.reshape(-1) if shape == "(N,)" else y


PROBLEMS = Examples(
    _classification,
    count=3,
    seed=SEEDS,
    dtype=FLOATS,
    n=st.integers(2, 6),
    shape=st.sampled_from(["(N, 1)", "(N,)", "(N, 3)"]),
)


@check("bce_with_frozen_features", points=0.75)
def bce_with_frozen_features_loss_and_gradients(bce_with_frozen_features):
    """Loss and gradients of the head are right, for targets of shape (N, 1), (N,) and (N, K)."""
    fixed = [
        _classification(20 + k, torch.float64, 4, shape)
        for k, shape in enumerate(("(N, 1)", "(N,)", "(N, 3)"))
    ]
    for head in (fixed[0][1], fixed[2][1]):  # logits of a few units, where losses are curved
        head.get_parameter("0.weight").data.mul_(8)
    for features, head, X, y in [*fixed, *PROBLEMS]:
        call = f"bce_with_frozen_features(features, head, X, y) with y of shape {tuple(y.shape)}"
        loss, weight, bias = _logistic(features, head, X, y)
        before = watch(X, y)
        got = bce_with_frozen_features(features=features, head=head, X=X, y=y)
        expect_close(got, loss, call, {"the sum instead of the mean": loss * y.numel()})
        expect_untouched(before, call)
        _backward(got, call)
        _expect_grads(head, {"0.weight": weight, "0.bias": bias}, call)
        if any(parameter.grad is not None for parameter in features.parameters()):
            fail(f"backward() on {call} gave gradients to the features' parameters.")


@check("bce_with_frozen_features", points=0.5)
def bce_with_frozen_features_of_large_logits(bce_with_frozen_features):
    """Loss and gradients are exact and finite for logits of ±100, ±150 and ±10000."""
    z = torch.tensor([[100.0], [-100.0], [150.0], [-150.0], [1e4], [-1e4]])
    for right, dtype in itertools.product((False, True), (torch.float32, torch.float64)):
        features = nn.Sequential(nn.Identity(), nn.Linear(1, 1, bias=False, dtype=dtype))
        head = nn.Linear(1, 1, dtype=dtype)
        with torch.no_grad():
            features.get_parameter("1.weight").fill_(1.0)
            head.weight.fill_(1.0)
            head.bias.fill_(0.0)
        y = (z > 0).to(dtype) if right else (z < 0).to(dtype)
        size = 0.0 if right else 10250 / 3
        side = "right" if right else "wrong"
        call = f"bce_with_frozen_features for logits ±100, ±150, ±10000 on the {side} side"
        got = bce_with_frozen_features(features, head, z.to(dtype), y)
        expect_close(
            got,
            torch.tensor(size, dtype=dtype),
            call,
            {"losses cut off at 100, as `binary_cross_entropy` does after a sigmoid": 100.0},
            "The sigmoid rounds to 0 or 1, and exponentials overflow; work on the logits.",
        )
        _backward(got, call)
        _expect_grads(head, {"weight": torch.tensor([[size]], dtype=dtype)}, call)


@check("bce_with_frozen_features", points=0.5)
def bce_with_frozen_features_touches_no_flag(bce_with_frozen_features):
    """`requires_grad`, modes and old gradients stay as they are in both modules."""
    features, head = _features(31, torch.float32), _head(32, torch.float32, 1)
    features.get_parameter("0.bias").requires_grad_(False)
    head.get_parameter("0.bias").requires_grad_(False)
    features[1].eval()
    head[0].eval()
    scale, old = head.get_parameter("0.weight"), features.get_parameter("2.weight")
    for parameter in (scale, old):
        parameter.grad = torch.full_like(parameter, 2.0)
    X, y = normal(3, 3, seed=33), torch.tensor([[1.0], [0.0], [0.0]])
    call = "bce_with_frozen_features(features, head, X, y)"
    loss, weight, _ = _logistic(features, head, X, y)
    snapshots = Snapshot(features), Snapshot(head)
    tracked = X.clone().requires_grad_()
    expect_close(bce_with_frozen_features(features, head, tracked, y), loss, call)
    if not tracked.requires_grad:
        fail(f"{call} switched requires_grad of X off.")
    got = bce_with_frozen_features(features, head, X, y)
    expect_close(got, loss, call)
    if X.requires_grad or y.requires_grad:
        fail(f"{call} set requires_grad=True on X or y.")
    for snapshot in snapshots:
        snapshot.expect_flags(call)
        snapshot.expect_modes(call)
        snapshot.expect_values(call)
    _backward(got, call)
    expect_close(scale.grad, weight + 2.0, "the gradient of the head's weight, added to 2")
    if not same_values(old.grad, torch.full_like(old, 2.0)):
        fail(f"backward() on {call} changed a gradient that the features had from before.")


@check("bce_with_frozen_features", points=0.25)
def bce_with_frozen_features_in_the_modes_found(bce_with_frozen_features):
    """Modules run in the modes in which they are; every parameter of the head gets its gradient."""
    X, y = normal(4, 3, seed=41), torch.tensor([[1.0], [0.0], [0.0], [1.0]])
    for training in (True, False):
        with global_seed(42):
            features = nn.Sequential(nn.Linear(3, 2), nn.BatchNorm1d(2), nn.Tanh())
            head = nn.Sequential(nn.BatchNorm1d(2), nn.Linear(2, 1))
        for number, module in enumerate((features, head)):
            randomize(module, 43 + number, torch.float32).train(training)
        twin = copy.deepcopy(head)
        z = twin(copy.deepcopy(features)(X).detach())
        want = (torch.logaddexp(torch.zeros_like(z), z) - y * z).mean()
        parameters = dict(twin.named_parameters())
        grads = dict(
            zip(parameters, torch.autograd.grad(want, [*parameters.values()]), strict=True)
        )
        mode = "training" if training else "evaluation"
        call = f"bce_with_frozen_features with both modules in {mode} mode"
        got = bce_with_frozen_features(features, head, X, y)
        expect_close(got, want.detach(), call, rtol=1e-3)
        _backward(got, call)
        _expect_grads(head, grads, call)
