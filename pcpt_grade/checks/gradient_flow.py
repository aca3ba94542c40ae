"""The properties checked in ``gradient_flow``."""

from __future__ import annotations

import copy
import itertools
from collections import OrderedDict
from collections.abc import Callable
from numbers import Integral
from typing import Any, TypeVar

import torch
from hypothesis import strategies as st
from torch import nn

from pcpt_grade.checks.draw import FLOATS, SEEDS, Examples, normal, uniform
from pcpt_grade.checks.expect import (
    expect_close,
    expect_equal,
    expect_float,
    expect_tensor,
    expect_untouched,
    fail,
    show,
    watch,
)
from pcpt_grade.checks.registry import check
from pcpt_grade.checks.tools import global_seed

Module = TypeVar("Module", bound=nn.Module)


def _expect_pair(got: Any, call: str) -> tuple[Any, Any]:
    """Return the two entries of ``got`` if it is a tuple of two, else fail."""
    if got is None or got is ...:
        fail(f"{call} returned None.", "Is the function still a stub, or is its `return` missing?")
    if not isinstance(got, tuple) or len(got) != 2:
        fail(f"{call} should return the tuple (loss, grad), but returned {show(got)}.")
    return got[0], got[1]


def _same(one: torch.Tensor | None, other: torch.Tensor | None) -> bool:
    """Tell whether two tensors (or Nones) have the same dtype, shape and exact values, NaN too."""
    if one is None or other is None:
        return one is other
    if (one.device, one.dtype, one.shape) != (other.device, other.dtype, other.shape):
        return False
    one, other = one.detach(), other.detach()
    return bool(((one == other) | (one.isnan() & other.isnan())).all())


def _randomize(model: Module, seed: int, dtype: torch.dtype) -> Module:
    """Give every floating-point parameter and buffer of a module drawn values in ``dtype``."""
    model.to(dtype)
    with torch.no_grad():
        for number, (name, tensor) in enumerate(_tensors(model).items()):
            if name.endswith("num_batches_tracked"):
                tensor.fill_(7)
            elif name.endswith("running_var"):
                tensor.copy_(uniform(*tensor.shape, seed=seed + number, low=0.5, high=2.0))
            else:
                tensor.copy_(normal(*tensor.shape, seed=seed + number))
    return model


def _tensors(model: nn.Module) -> dict[str, torch.Tensor]:
    """Return the parameters and buffers of a module by name."""
    return dict(itertools.chain(model.named_parameters(), model.named_buffers()))


def _fill_grads(model: nn.Module) -> None:
    """Leave gradients behind, as an earlier ``backward()`` would."""
    for parameter in model.parameters():
        parameter.grad = torch.full_like(parameter, 0.5)


class _Snapshot:
    """How a module was before a call: modes, settings, values, gradients, ``requires_grad``."""

    def __init__(self, model: nn.Module):
        self.model = model
        self.modes = {name: module.training for name, module in model.named_modules()}
        self.settings = repr(model)  # names the `p` of a dropout, the `momentum` of a norm, …
        self.tensors = _tensors(model)
        self.flags = {name: tensor.requires_grad for name, tensor in self.tensors.items()}
        self.values = {name: tensor.detach().clone() for name, tensor in self.tensors.items()}
        self.grads = {
            name: None if tensor.grad is None else tensor.grad.clone()
            for name, tensor in self.tensors.items()
        }

    def expect_modes(self, call: str) -> None:
        """Fail if a submodule is in another mode than before."""
        for name, module in self.model.named_modules():
            was = self.modes.get(name)
            if module.training is not was:
                fail(
                    f"{call} found {_place(name)} with training={was} and left it with "
                    f"training={module.training}.",
                    "`train()` and `eval()` set a module and everything inside it; each submodule "
                    "has a `training` flag of its own.",
                )

    def expect_values(self, call: str) -> None:
        """Fail if a parameter, a buffer, a gradient or a layer's setting is not what it was."""
        now = _tensors(self.model)
        for name, before in self.values.items():
            if name not in now or not _same(now[name], before):
                fail(f"{call} changed the values of `{name}`.")
            if not _same(self.tensors[name].grad, self.grads[name]):
                fail(f"{call} changed the `.grad` of `{name}`.")
        if repr(self.model) != self.settings:
            fail(
                f"{call} changed a setting of a layer, such as the `p` of a dropout.",
                "Layers behave differently in training and in evaluation by their mode alone.",
            )

    def expect_flags(self, call: str) -> None:
        """Fail if ``requires_grad`` of a parameter or a buffer is not what it was."""
        for name, tensor in self.tensors.items():
            if tensor.requires_grad is not self.flags[name]:
                fail(
                    f"{call} changed `requires_grad` of `{name}` from {self.flags[name]} to "
                    f"{tensor.requires_grad}."
                )


def _place(name: str) -> str:
    return f"the submodule `{name}`" if name else "the model itself"


# --- run_case_grad ------------------------------------------------------------------------------


@check("run_case_grad", points=0.75, public=True)
def run_case_grad_of_two_and_three(run_case_grad):
    """At w=2 and x=3, loss and gradient are 72 and 72 without, 72 and 36 with `detach`."""
    for detach, want in ((False, 72.0), (True, 36.0)):
        w, x = torch.tensor(2.0, requires_grad=True), torch.tensor(3.0)
        call = f"run_case_grad({detach}, w=2, x=3)"
        result = run_case_grad(detach, w, x)
        if result is None or not isinstance(result, tuple) or len(result) != 2:
            fail(f"{call} should return the tuple (loss, grad), but returned {show(result)}.")
        expect_float(result[0], 72.0, f"the loss of {call}", hint="a**2 + b**2 in either case.")
        expect_float(
            result[1],
            want,
            f"the gradient of {call}",
            mistakes={
                "branch b cut off although `detach` is False": 36.0,
                "branch b still connected to `w`": 72.0,
                "both branches cut off": 0.0,
            },
            hint="Branch b uses a version of `w` that lets no gradient through, iff `detach`.",
        )


@check("run_case_grad", points=0.5)
def run_case_grad_does_not_accumulate(run_case_grad):
    """Calling it again with the same w, gradients of earlier calls do not add up."""
    w, so_far = torch.tensor(1.5, requires_grad=True), 0.0
    cases = ((False, 2.0), (True, 2.0), (True, -1.0), (False, -1.0))
    for number, (detach, x) in enumerate(cases, start=1):
        call = f"call {number} of run_case_grad, ({detach}, w=1.5, x={x:g}) with the same w,"
        loss, grad = _expect_pair(run_case_grad(detach, w, torch.tensor(x)), call)
        expect_float(loss, 4.5 * x**2, f"the loss in {call}")
        want = (3 if detach else 6) * x**2
        so_far += want
        mistakes = {"gradients that accumulate over calls": so_far}
        expect_float(grad, want, f"the gradient in {call}", mistakes)


@check("run_case_grad", points=0.5)
def run_case_grad_ignores_an_old_gradient(run_case_grad):
    """What `w.grad` holds before the call does not enter the result."""
    for detach, want in ((False, 108.0), (True, 54.0)):
        w, x = torch.tensor(3.0, requires_grad=True), torch.tensor(-3.0)
        w.grad, x.grad = torch.tensor(100.0), torch.tensor(5.0)
        call = f"run_case_grad({detach}, w=3, x=-3) with w.grad = 100 from before"
        _, grad = _expect_pair(run_case_grad(detach, w, x), call)
        if not _same(x.grad, torch.tensor(5.0)):
            fail(f"{call} changed x.grad.", "Only the gradient of w is yours.")
        mistakes = {"the old gradient added to the new one": want + 100.0}
        expect_float(grad, want, f"the gradient of {call}", mistakes)


def _case(seed: int, dtype: torch.dtype, sign: float) -> tuple[torch.Tensor, torch.Tensor]:
    w, x = normal(2, seed=seed, dtype=dtype).unbind()
    return (w + sign).detach().requires_grad_(), (x - sign).detach().clone()


CASES = Examples(_case, count=5, seed=SEEDS, dtype=FLOATS, sign=st.sampled_from([1.0, -1.0]))


@check("run_case_grad", points=0.75)
def run_case_grad_of_other_numbers(run_case_grad):
    """For any w and x, loss and gradient are right, and w and x stay as they are."""
    at_zero = torch.zeros((), requires_grad=True), torch.tensor(-2.0)
    for number, (w, x) in enumerate([at_zero, *CASES]):
        x.requires_grad_(number % 2 == 1)
        before, flag = watch(w, x), x.requires_grad
        square = 2 * w.item() * x.item() ** 2
        for detach in (True, False):
            call = f"run_case_grad({detach}, w={w.item():.6g}, x={x.item():.6g})"
            loss, grad = _expect_pair(run_case_grad(detach=detach, w=w, x=x), call)
            want = square if detach else 2 * square
            expect_float(loss, w.item() * square, f"the loss of {call}")
            expect_float(grad, want, f"the gradient of {call}")
            expect_untouched(before, call)
            if not w.requires_grad or x.requires_grad is not flag:
                fail(f"{call} changed `requires_grad` of w or x.")


# --- independent_copy ---------------------------------------------------------------------------


@check("independent_copy", points=0.5, public=True)
def independent_copy_of_a_parameter(independent_copy):
    """The copy of a tensor that requires gradients has its values, and requires none."""
    t = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
    got = independent_copy(t)
    expect_close(got, torch.tensor([1.0, 2.0, 3.0]), "independent_copy([1, 2, 3])")
    if got.grad_fn is not None:
        fail(
            "The result of independent_copy([1, 2, 3]) has a gradient history (a `grad_fn`).",
            "`clone()` is an operation that autograd records.",
        )
    if got.requires_grad:
        fail(
            "The result of independent_copy([1, 2, 3]) has requires_grad=True.",
            "Copies are constants, whether or not the original is to be trained.",
        )


def _originals() -> dict[str, tuple[torch.Tensor, torch.Tensor]]:
    """Return tensors of many kinds, each with the leaf that owns its memory."""
    row = normal(4, seed=3)
    block = normal(3, 4, seed=4, dtype=torch.float64)
    leaf = normal(5, seed=5).requires_grad_()
    leaf.grad = torch.full((5,), 0.5)
    thin, single = normal(1, 3, 1, seed=6), normal(1, 1, seed=7)
    special = torch.tensor([1.0, torch.nan, torch.inf, -torch.inf])
    long = torch.tensor([[1, -2], [2**53 + 1, 4]])
    byte = torch.tensor([True, False, True])
    result = leaf * 2
    scalar = torch.tensor(0.1, dtype=torch.float64)
    return {
        "a float32 vector": (row, row),
        "a float64 matrix": (block, block),
        "a transposed matrix": (block.T, block),
        "a slice of a matrix": (block[1:, ::2], block),
        "an expanded row": (row.expand(3, 4), row),
        "a tensor that requires gradients": (leaf, leaf),
        "a view of a tensor that requires gradients": (leaf[1:4], leaf),
        "the result of a computation": (result, result),
        "a tensor of shape (1, 3, 1)": (thin, thin),
        "a tensor of shape (1, 1)": (single, single),
        "a vector with NaN and infinities": (special, special),
        "a matrix of large integers": (long, long),
        "a boolean vector": (byte, byte),
        "a float64 scalar": (scalar, scalar),
    }


def _expect_copy(got: Any, t: torch.Tensor, call: str) -> None:
    """Fail unless ``got`` has the dtype, shape and values of ``t``, and no gradient history."""
    expect_tensor(got, call, tuple(t.shape), t.dtype)
    if not _same(got, t):
        fail(
            f"{call} does not have exactly the values of the original.",
            "Going through another dtype or through Python numbers may round.",
        )
    if got.requires_grad or got.grad_fn is not None:
        node = "no grad_fn" if got.grad_fn is None else "a grad_fn"
        fail(f"{call} has requires_grad={got.requires_grad} and {node}, but should have neither.")


@check("independent_copy", points=0.5)
def independent_copy_has_the_same_values(independent_copy):
    """The copy of any tensor has its shape, dtype and exact values, and no gradient history."""
    for kind, (t, _) in _originals().items():
        want = t.detach().clone()
        _expect_copy(independent_copy(t=t), want, f"independent_copy of {kind}")


@check("independent_copy", points=0.5)
def independent_copy_has_its_own_storage(independent_copy):
    """Writing into the tensor afterwards does not change the copy."""
    for kind, (t, owner) in _originals().items():
        want, call = t.detach().clone(), f"independent_copy of {kind}"
        got = independent_copy(t)
        _expect_copy(got, want, call)
        shared = got.untyped_storage().data_ptr() == t.untyped_storage().data_ptr()
        before = got.clone()
        owner.detach().copy_(owner.detach().logical_not() if t.dtype == torch.bool else owner + 1)
        if shared or not _same(got, before):
            fail(
                f"{call} shares memory with the original.",
                "`detach()`, slices, `reshape`, `contiguous` and `to` may all return the same "
                "memory; writing into one tensor then changes the other.",
            )


@check("independent_copy", points=0.5)
def independent_copy_leaves_the_original_alone(independent_copy):
    """The tensor keeps its values, its gradient history, its `requires_grad` and its `.grad`."""
    for kind, (t, _) in _originals().items():
        flag, leaf, before = t.requires_grad, t.is_leaf, watch(t)
        old = t.grad.clone() if leaf and t.grad is not None else None
        got, call = independent_copy(t), f"independent_copy of {kind}"
        _expect_copy(got, t, call)
        expect_untouched(before, call)
        if t.requires_grad is not flag or t.is_leaf is not leaf:
            fail(f"{call} cut the original off from its gradients.", "`detach_()` works in place.")
        if leaf and not _same(t.grad, old):
            fail(f"{call} changed the `.grad` of the original from {show(old)} to {show(t.grad)}.")


# --- freeze -------------------------------------------------------------------------------------


@check("freeze", points=0.5, public=True)
def freeze_the_first_layer(freeze):
    """Freezing layer "0" of Linear(3, 2), ReLU, Linear(2, 1) leaves 3 numbers trainable."""
    model = torch.nn.Sequential(torch.nn.Linear(3, 2), torch.nn.ReLU(), torch.nn.Linear(2, 1))
    count = freeze(model, "0")
    flags = {name: parameter.requires_grad for name, parameter in model.named_parameters()}
    for name, want in {
        "0.weight": False,
        "0.bias": False,
        "2.weight": True,
        "2.bias": True,
    }.items():
        expect_equal(flags.get(name), want, f'after freeze(model, "0"), requires_grad of {name}')
    is_integer = type(count).__name__.startswith("int")  # one of NumPy's will do
    expect_equal(
        int(count) if is_integer else count,
        3,
        'freeze(model, "0")',
        mistakes={
            "the number of frozen scalars": 8,
            "the number of all scalars": 11,
            "tensors counted instead of the scalars in them": 2,
        },
        hint="Count the single numbers in all parameters that are still trainable.",
    )


def _network() -> nn.ModuleDict:
    """Return a model with names that are easily mixed up, in three depths."""
    with global_seed(5):
        blocks = nn.Sequential(nn.Linear(2, 2), nn.BatchNorm1d(2))
        bare = nn.Linear(2, 2, bias=False)
        scales = {"scale": torch.ones(2), "scale_2": torch.ones(3), "w[0]": torch.ones(1)}
        net = OrderedDict([("0", nn.Linear(3, 2)), ("1", blocks), ("10", nn.Linear(2, 3))])
        model = nn.ModuleDict(
            {
                "net": nn.Sequential(net),
                "net2": nn.Linear(3, 2),
                "net_0": nn.Linear(2, 2),
                "net-old": nn.Linear(2, 1),
                "Net": nn.Linear(1, 4),
                "subnet": nn.Linear(1, 2),
                "head": nn.ModuleDict({"net": nn.Linear(4, 1), "act": nn.ReLU()}),
                "netnet": nn.Sequential(nn.Conv1d(2, 3, 2), bare),
                "module": nn.Linear(1, 1),
                "gain": nn.ParameterDict(scales),
            }
        )
    model.register_parameter("net_shift", nn.Parameter(torch.ones(4)))  # of the root itself
    return model


def _under(name: str, prefix: str) -> bool:
    parts = prefix.split(".")
    return name.split(".")[: len(parts)] == parts


def _expect_frozen(model: nn.Module, prefix: str, result: Any, before: _Snapshot) -> None:
    """Fail unless exactly the parameters under ``prefix`` were frozen, and the count is right."""
    call = f"freeze(model, {prefix!r})"
    trainable = tensors = outside = 0
    for name, parameter in before.tensors.items():
        if not isinstance(parameter, nn.Parameter):
            continue
        want = before.flags[name] and not _under(name, prefix)
        if parameter.requires_grad is not want:
            fail(
                f"After {call}, `{name}` should have requires_grad={want}, but has "
                f"{parameter.requires_grad} (before: {before.flags[name]}).",
                "A name matches if it is the prefix or goes on with a dot after it.",
            )
        trainable += parameter.numel() if want else 0
        tensors += want
        outside += 0 if _under(name, prefix) else parameter.numel()
    everything = sum(parameter.numel() for parameter in model.parameters())
    mistakes = {
        "the number of frozen scalars": everything - trainable,
        "tensors counted instead of the scalars in them": tensors,
        "parameters counted that were frozen before": outside,
        "all parameters counted": everything,
    }
    count = int(result) if isinstance(result, Integral) else result
    expect_equal(count, trainable, call, mistakes)


@check("freeze", points=0.5)
def freeze_stops_at_whole_names(freeze):
    """The prefix "net" matches neither "net2.weight" nor "head.net.weight"."""
    for prefix in ("net", "net.1", "head", "net.0", "module"):
        model = _network()
        before = _Snapshot(model)
        _expect_frozen(model, prefix, freeze(model=model, prefix=prefix), before)


@check("freeze", points=0.5)
def freeze_a_single_parameter(freeze):
    """The full name of a parameter freezes this parameter alone."""
    for prefix in ("net.1.0.weight", "gain.scale", "net.1.1.bias", "net_shift", "gain.w[0]"):
        model = _network()
        before = _Snapshot(model)
        _expect_frozen(model, prefix, freeze(model, prefix), before)


@check("freeze", points=0.5)
def freeze_keeps_what_was_frozen(freeze):
    """Parameters that were frozen before stay frozen and do not count as trainable."""
    model = _network()
    for name in ("net.1.0.weight", "net2.bias", "head.net.weight"):
        model.get_parameter(name).requires_grad_(False)
    for prefix in ("net.1", "gain", "net", "net_shift", *model):  # until nothing is trainable
        before = _Snapshot(model)
        _expect_frozen(model, prefix, freeze(model, prefix), before)


@check("freeze", points=0.25)
def freeze_nothing_without_a_match(freeze):
    """A prefix that no parameter matches changes nothing; the trainable scalars are counted."""
    for prefix in ("encoder", "head.act", "ne", "gain.scale.0"):
        model = _network()
        model["subnet"].requires_grad_(False)
        before = _Snapshot(model)
        _expect_frozen(model, prefix, freeze(model, prefix), before)


@check("freeze", points=0.25)
def freeze_changes_nothing_else(freeze):
    """Values, gradients and training modes stay as they are."""
    model = _network()
    model["net2"].eval()
    _fill_grads(model)
    before = _Snapshot(model)
    _expect_frozen(model, "net", freeze(model, "net"), before)
    before.expect_modes('freeze(model, "net")')
    before.expect_values('freeze(model, "net")')


# --- predict ------------------------------------------------------------------------------------


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
    return _randomize(model, seed, dtype)


def _evaluated(model: nn.Sequential, X: torch.Tensor) -> torch.Tensor:
    """Return what ``_classifier`` gives in evaluation mode, from its parameters by hand."""
    p = {name: tensor.detach().double() for name, tensor in _tensors(model).items()}

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
    layer = _randomize(nn.BatchNorm1d(3), 12, torch.float32)
    X, before = normal(4, 3, seed=5), _Snapshot(layer)
    p = {name: tensor.detach() for name, tensor in _tensors(layer).items()}
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
        before = _Snapshot(model)
        _expect_prediction(predict, model, normal(4, 3, seed=1), "predict(model, X)")
        before.expect_modes("predict(model, X)")
    twins = nn.Sequential(nn.Dropout(), nn.Sequential(nn.Dropout(), nn.Linear(3, 2)), nn.Dropout())
    for name in ("0", "1.0"):
        twins.get_submodule(name).training = False
    before = _Snapshot(twins)
    predict(twins, normal(4, 3, seed=1))
    before.expect_modes("predict(model, X) for a model with equal layers in different modes")


@check("predict", points=0.5)
def predict_leaves_no_trace(predict):
    """Parameters, gradients, `requires_grad` and running statistics are the same afterwards."""
    model = _classifier(8, torch.float32)
    _fill_grads(model)
    model[0].weight.requires_grad_(False)
    before, X = _Snapshot(model), normal(4, 3, seed=2)
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
    _fill_grads(wrong_size)
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
        before = _Snapshot(model)
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


# --- truncated_gradient -------------------------------------------------------------------------


@check("truncated_gradient", points=0.75, public=True)
def truncated_gradient_of_four_ones(truncated_gradient):
    """For w=2 and xs=[1, 1, 1, 1], dL/dw is 586 in full and 438 in chunks of two steps."""
    xs = torch.ones(4)
    expect_float(
        truncated_gradient(torch.tensor(2.0), xs, 4),
        586.0,
        "truncated_gradient(2, [1, 1, 1, 1], chunk=4)",
        mistakes={
            "the hidden state detached after every step": 258.0,
            "the hidden state detached before its loss is added": 76.0,
            "the mean instead of the sum": 146.5,
        },
    )
    expect_float(
        truncated_gradient(torch.tensor(2.0), xs, 2),
        438.0,
        "truncated_gradient(2, [1, 1, 1, 1], chunk=2)",
        mistakes={
            "the hidden state never detached": 586.0,
            "the hidden state detached after every step": 258.0,
            "the hidden state detached after the first and the third step": 286.0,
            "the hidden state set to zero instead of detached": 12.0,
            "the loss of the last chunk alone": 432.0,
        },
        hint="h is 1, 3, 7, 15; it is detached after the second and the fourth step.",
    )


def _sensitivity(w: float, xs: list[float], chunk: int, first: int = 0) -> float:
    """Return dL/dw by carrying h and dh/dw forward; ``first`` shifts the cuts."""
    h = slope = total = 0.0
    for step, x in enumerate(xs, start=1):
        h, slope = w * h + x, h + w * slope
        total += 2 * h * slope
        if step % chunk == first % chunk:
            slope = 0.0
    return total


def _sequence(seed: int, dtype: torch.dtype, length: int) -> tuple[torch.Tensor, torch.Tensor]:
    w = uniform(1, seed=seed, low=-1.2, high=1.2, dtype=dtype)[0].clone()
    return w.requires_grad_(length % 2 == 0), normal(length, seed=seed + 1, dtype=dtype)


SEQUENCES = Examples(_sequence, count=3, seed=SEEDS, dtype=FLOATS, length=st.integers(2, 7))


@check("truncated_gradient", points=1)
def truncated_gradient_for_every_chunk(truncated_gradient):
    """The gradient is right for every chunk length, also where it does not divide the length."""
    zero = torch.tensor(0.0), torch.tensor([1.0, -2.0, 3.0])
    loud = torch.tensor(1.5, dtype=torch.float64), 30 * normal(6, seed=12, dtype=torch.float64)
    for w, xs in [_sequence(11, torch.float64, 5), zero, loud, *SEQUENCES]:
        before, numbers = watch(w, xs), xs.tolist()
        for chunk in range(1, len(xs) + 3):
            call = f"truncated_gradient(w={w.item():.6g}, xs of length {len(xs)}, chunk={chunk})"
            expect_float(
                truncated_gradient(w=w, xs=xs, chunk=chunk),
                _sensitivity(w.item(), numbers, chunk),
                call,
                {
                    "the hidden state detached one step too early": _sensitivity(
                        w.item(), numbers, chunk, -1
                    ),
                    "the hidden state detached after the first step of each chunk": _sensitivity(
                        w.item(), numbers, chunk, 1
                    ),
                    "the hidden state never detached": _sensitivity(w.item(), numbers, 99),
                },
            )
            expect_untouched(before, call)


@check("truncated_gradient", points=0.75)
def truncated_gradient_leaves_w_alone(truncated_gradient):
    """The parameter w keeps its value, its `requires_grad` and its `.grad`, whatever they are."""
    xs = torch.tensor([1.0, -2.0, 3.0])
    for requires_grad, old in ((False, None), (True, None), (True, 100.0), (False, 100.0)):
        w = torch.tensor(0.5, requires_grad=requires_grad)
        w.grad = None if old is None else torch.tensor(old)
        call = f"truncated_gradient(w, xs, 2) with requires_grad={requires_grad}, grad={show(old)}"
        before = watch(w, xs)
        expect_float(truncated_gradient(w, xs, 2), -9.75, call)
        expect_untouched(before, call)
        if w.requires_grad is not requires_grad:
            fail(f"{call} left w with requires_grad={w.requires_grad}.")
        if not _same(w.grad, None if old is None else torch.tensor(old)):
            fail(f"{call} left w with grad={show(w.grad)}.", "Work on a copy of w of your own.")


# --- bce_with_frozen_features -------------------------------------------------------------------


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
    return _randomize(model, seed, dtype)


def _head(seed: int, dtype: torch.dtype, columns: int, flat: bool = False) -> nn.Sequential:
    """Return a linear head; with ``flat`` its logits have shape (N,)."""
    with global_seed(seed):
        model = nn.Sequential(nn.Linear(4, columns), *([nn.Flatten(0)] if flat else []))
    return _randomize(model, seed + 1, dtype)


def _logistic(
    features: nn.Sequential, head: nn.Sequential, X: torch.Tensor, y: torch.Tensor
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Return loss, d loss / d weight and d loss / d bias of a linear head, by the closed form."""
    p, q = ({k: t.detach().double() for k, t in _tensors(m).items()} for m in (features, head))
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
    snapshots = _Snapshot(features), _Snapshot(head)
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
    if not _same(old.grad, torch.full_like(old, 2.0)):
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
            _randomize(module, 43 + number, torch.float32).train(training)
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
