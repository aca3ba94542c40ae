"""The properties checked for ``freeze``."""

from __future__ import annotations

from collections import OrderedDict
from numbers import Integral
from typing import Any

import torch
from torch import nn

from pcpt_grade.checks.expect import expect_equal, fail
from pcpt_grade.checks.gradient_flow._state import Snapshot, fill_grads
from pcpt_grade.checks.registry import check
from pcpt_grade.checks.tools import global_seed


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


def _expect_frozen(model: nn.Module, prefix: str, result: Any, before: Snapshot) -> None:
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
        before = Snapshot(model)
        _expect_frozen(model, prefix, freeze(model=model, prefix=prefix), before)


@check("freeze", points=0.5)
def freeze_a_single_parameter(freeze):
    """The full name of a parameter freezes this parameter alone."""
    for prefix in ("net.1.0.weight", "gain.scale", "net.1.1.bias", "net_shift", "gain.w[0]"):
        model = _network()
        before = Snapshot(model)
        _expect_frozen(model, prefix, freeze(model, prefix), before)


@check("freeze", points=0.5)
def freeze_keeps_what_was_frozen(freeze):
    """Parameters that were frozen before stay frozen and do not count as trainable."""
    model = _network()
    for name in ("net.1.0.weight", "net2.bias", "head.net.weight"):
        model.get_parameter(name).requires_grad_(False)
    for prefix in ("net.1", "gain", "net", "net_shift", *model):  # until nothing is trainable
        before = Snapshot(model)
        _expect_frozen(model, prefix, freeze(model, prefix), before)


@check("freeze", points=0.25)
def freeze_nothing_without_a_match(freeze):
    """A prefix that no parameter matches changes nothing; the trainable scalars are counted."""
    for prefix in ("encoder", "head.act", "ne", "gain.scale.0"):
        model = _network()
        model["subnet"].requires_grad_(False)
        before = Snapshot(model)
        _expect_frozen(model, prefix, freeze(model, prefix), before)


@check("freeze", points=0.25)
def freeze_changes_nothing_else(freeze):
    """Values, gradients and training modes stay as they are."""
    model = _network()
    model["net2"].eval()
    fill_grads(model)
    before = Snapshot(model)
    _expect_frozen(model, "net", freeze(model, "net"), before)
    before.expect_modes('freeze(model, "net")')
    before.expect_values('freeze(model, "net")')
