"""What can be seen of a value, as plain data that two runs can be compared by."""

from __future__ import annotations

import builtins
from collections.abc import Callable
from typing import Any

import numpy as np
import torch
from matplotlib.figure import Figure


def look(value: Any) -> Any:
    """Return everything that a check could observe of a value."""
    if isinstance(value, torch.Tensor):
        return _tensor(value)
    if isinstance(value, np.ndarray):
        return "array", value.dtype.str, value.shape, value.strides, value.tobytes()
    if isinstance(value, np.generic):
        return "scalar", value.dtype.str, value.tobytes()
    if isinstance(value, torch.nn.Module):
        return _module(value)
    if isinstance(value, Figure):
        return _figure(value)
    if isinstance(value, torch.Size):
        return "size", tuple(value)
    if type(value) in (list, tuple):
        return type(value).__name__, [look(item) for item in value]
    if type(value) in (set, frozenset):
        return "set", sorted(repr(look(item)) for item in value)
    if type(value) is dict:
        return "dict", [(look(key), look(item)) for key, item in value.items()]
    return type(value).__name__, repr(value)


def _tensor(tensor: torch.Tensor) -> Any:
    return {
        "type": type(tensor).__name__,
        "dtype": tensor.dtype,
        "shape": tuple(tensor.shape),
        "stride": tensor.stride(),
        "offset": tensor.storage_offset(),
        "storage": tensor.untyped_storage().nbytes(),
        "values": repr(tensor.detach().tolist()),
        "requires_grad": tensor.requires_grad,
        "leaf": tensor.is_leaf,
        "grad": None if not tensor.is_leaf or tensor.grad is None else look(tensor.grad),
    }


def _module(module: torch.nn.Module) -> Any:
    return {
        "type": [cls.__name__ for cls in type(module).__mro__],
        "repr": repr(module),
        "training": [part.training for part in module.modules()],
        "state": [(name, look(value)) for name, value in module.state_dict(keep_vars=True).items()],
        "parameters": [name for name, _ in module.named_parameters()],
    }


def _figure(figure: Figure) -> Any:
    return {
        "title": figure.get_suptitle(),
        "legends": [[text.get_text() for text in box.get_texts()] for box in figure.legends],
        "axes": [_axes(axes) for axes in figure.axes],
    }


def _axes(axes: Any) -> Any:
    legend = axes.get_legend()
    return {
        "titles": [axes.get_title(loc) for loc in ("left", "center", "right")],
        "labels": (axes.get_xlabel(), axes.get_ylabel()),
        "texts": [text.get_text() for text in axes.texts],
        "legend": None if legend is None else [text.get_text() for text in legend.get_texts()],
        "named": axes.get_legend_handles_labels()[1],
        "lines": [
            (line.get_label(), np.asarray(line.get_xdata(), dtype=float).tolist(),
             np.asarray(line.get_ydata(), dtype=float).tolist())
            for line in axes.get_lines()
        ],
        "images": [
            (np.asarray(image.get_array()).tolist(), image.get_clim())
            for image in axes.get_images()
        ],
        "points": [np.asarray(item.get_offsets()).tolist() for item in axes.collections],
        "bars": [
            (bar.get_x(), bar.get_y(), bar.get_width(), bar.get_height()) for bar in axes.patches
        ],
    }  # fmt: skip


def share(one: Any, other: Any) -> bool:
    """Tell whether two tensors look into the same storage."""
    pointers = [tensor.untyped_storage().data_ptr() for tensor in (one, other)]
    return pointers[0] == pointers[1]


def attempt(function: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    """Return what a call gives, or what there is to see of the exception that it raises."""
    try:
        return "returned", look(function(*args, **kwargs))
    except Exception as error:  # noqa: BLE001  # the exception is what is compared
        names = [cls.__name__ for cls in type(error).__mro__]
        builtin = next(name for name in names if hasattr(builtins, name))
        return "raised", names[0], builtin, str(error)
