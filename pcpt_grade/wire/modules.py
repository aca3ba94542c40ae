"""``torch.nn`` modules as results: standard layers are rebuilt, others keep only their name.

A student's subclass of ``nn.Sequential`` that has its ``forward`` is one, too.

A module is ``{"type": …, "training": …, "config": {…}, "state": [[name, value], …],
"children": [[name, {"module": …}], …]}``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import nn

from pcpt_grade.wire.frames import FrameError

STANDARD = {
    cls.__name__: cls
    for cls in (
        nn.Sequential, nn.Identity, nn.Flatten, nn.Linear, nn.Conv1d,
        nn.ReLU, nn.LeakyReLU, nn.ELU, nn.GELU, nn.SiLU, nn.Softplus,
        nn.Sigmoid, nn.Tanh, nn.Softmax, nn.LogSoftmax,
        nn.Dropout, nn.Dropout1d, nn.AlphaDropout, nn.FeatureAlphaDropout,
        nn.BatchNorm1d, nn.LayerNorm, nn.GroupNorm,
    )
}  # fmt: skip

CONFIG = frozenset(
    {
        "in_features", "out_features", "p", "inplace", "eps", "momentum", "affine",
        "track_running_stats", "num_features", "negative_slope", "alpha", "approximate", "beta",
        "threshold", "dim", "start_dim", "end_dim", "in_channels", "out_channels", "kernel_size",
        "stride", "padding", "dilation", "groups", "transposed", "output_padding", "padding_mode",
        "_reversed_padding_repeated_twice", "normalized_shape", "elementwise_affine", "num_groups",
        "num_channels",
    }
)  # fmt: skip


class Unknown(nn.Module):
    """A module that is none of the standard layers; its class has the original's name."""


def settings(module: nn.Module) -> dict[str, Any]:
    """Return what a module does by, apart from its tensors and its mode: `p`, `momentum`, …."""
    return {name: value for name, value in vars(module).items() if name in CONFIG}


def set_setting(module: nn.Module, name: Any, value: Any) -> None:
    """Give a setting of a module another value.

    Raises:
        FrameError: if the name is not that of a setting.
    """
    if name not in CONFIG:
        raise FrameError("a module's configuration is malformed")
    object.__setattr__(module, name, value)  # a tensor would become a parameter


def describe(module: nn.Module, encode: Callable[[Any], Any]) -> dict[str, Any]:
    """Return the JSON form of a module."""
    state = {**module._parameters, **module._buffers}
    return {
        "type": _standard(type(module)),
        "name": type(module).__name__,
        "training": bool(module.training),
        "config": {name: encode(value) for name, value in settings(module).items()},
        "state": [[name, encode(tensor)] for name, tensor in state.items()],
        "children": [
            [name, encode(child)] for name, child in module._modules.items() if child is not None
        ],
    }


def _standard(cls: type[nn.Module]) -> str:
    """Return the name of the standard class that a module behaves like, or an empty one."""
    if issubclass(cls, nn.Sequential) and cls.forward is nn.Sequential.forward:
        cls = nn.Sequential
    return cls.__name__ if cls in STANDARD.values() else ""


def rebuild(item: Any, decode: Callable[[Any], Any]) -> nn.Module:
    """Return a module of the description's standard class, or an ``Unknown``.

    Raises:
        FrameError: if the description is malformed.
    """
    if not isinstance(item, dict) or type(item.get("training")) is not bool:
        raise FrameError("a module is malformed")
    try:
        return _rebuild(item, decode)
    except (KeyError, TypeError, ValueError) as error:
        raise FrameError(f"a module is malformed: {error}") from None


def _rebuild(item: dict[str, Any], decode: Callable[[Any], Any]) -> nn.Module:
    cls: Any = _named(str(item.get("name")), STANDARD.get(str(item.get("type")), Unknown))
    module: nn.Module = cls.__new__(cls)
    nn.Module.__init__(module)
    for name, value in _pairs(item.get("config"), decode):
        set_setting(module, name, value)
    for name, tensor in _pairs(item.get("state"), decode):
        if tensor is not None and not isinstance(tensor, torch.Tensor):
            raise FrameError("a module's state is malformed")
        if isinstance(tensor, nn.Parameter):
            module.register_parameter(name, tensor)
        else:
            module.register_buffer(name, tensor)
    for name, child in _pairs(item.get("children"), decode):
        if not isinstance(child, nn.Module):
            raise FrameError("a module's children are malformed")
        module.add_module(name, child)
    module.training = item["training"]
    return module


def _named(name: str, base: type[nn.Module]) -> type[nn.Module]:
    """Return a class of this name that is, or is below, ``base``."""
    if name == base.__name__ or not name.isidentifier():
        return base
    return type(name, (base,), {})


def _pairs(items: Any, decode: Callable[[Any], Any]) -> list[tuple[str, Any]]:
    if isinstance(items, dict):
        items = list(items.items())
    if not isinstance(items, list):
        raise FrameError("a module's parts are malformed")
    pairs = []
    for pair in items:
        if len(pair) != 2 or not isinstance(pair[0], str) or not pair[0] or "." in pair[0]:
            raise FrameError("a module's parts are malformed")
        if pair[0] in vars(nn.Module):
            raise FrameError("a module's part has a reserved name")
        pairs.append((pair[0], decode(pair[1])))
    return pairs
