"""The state of models and tensors: drawn at random, recorded, compared."""

from __future__ import annotations

import itertools
from typing import TypeVar

import torch
from torch import nn

from pcpt_grade.checks.draw import normal, uniform
from pcpt_grade.checks.expect import fail

Module = TypeVar("Module", bound=nn.Module)


def same_values(one: torch.Tensor | None, other: torch.Tensor | None) -> bool:
    """Tell whether two tensors (or Nones) have the same dtype, shape and exact values, NaN too."""
    if one is None or other is None:
        return one is other
    if (one.device, one.dtype, one.shape) != (other.device, other.dtype, other.shape):
        return False
    one, other = one.detach(), other.detach()
    return bool(((one == other) | (one.isnan() & other.isnan())).all())


def randomize(model: Module, seed: int, dtype: torch.dtype) -> Module:
    """Give every floating-point parameter and buffer of a module drawn values in ``dtype``."""
    model.to(dtype)
    with torch.no_grad():
        for number, (name, tensor) in enumerate(named_tensors(model).items()):
            if name.endswith("num_batches_tracked"):
                tensor.fill_(7)
            elif name.endswith("running_var"):
                tensor.copy_(uniform(*tensor.shape, seed=seed + number, low=0.5, high=2.0))
            else:
                tensor.copy_(normal(*tensor.shape, seed=seed + number))
    return model


def named_tensors(model: nn.Module) -> dict[str, torch.Tensor]:
    """Return the parameters and buffers of a module by name."""
    return dict(itertools.chain(model.named_parameters(), model.named_buffers()))


def fill_grads(model: nn.Module) -> None:
    """Leave gradients behind, as an earlier ``backward()`` would."""
    for parameter in model.parameters():
        parameter.grad = torch.full_like(parameter, 0.5)


class Snapshot:
    """How a module was before a call: modes, settings, values, gradients, ``requires_grad``."""

    def __init__(self, model: nn.Module):
        self.model = model
        self.modes = {name: module.training for name, module in model.named_modules()}
        self.settings = repr(model)  # names the `p` of a dropout, the `momentum` of a norm, …
        self.tensors = named_tensors(model)
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
        now = named_tensors(self.model)
        for name, before in self.values.items():
            if name not in now or not same_values(now[name], before):
                fail(f"{call} changed the values of `{name}`.")
            if not same_values(self.tensors[name].grad, self.grads[name]):
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
