"""Calls of the judge's functions from inside ``torch.func.grad`` and ``torch.vmap``.

These transforms hand tensors to a function that have no memory to send. An autograd function of
one's own is how torch asks for their plain values, one level after the other, and for the gradient.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch.utils import _pytree as pytree

from pcpt_grade.wire.graph import gradients


def is_transformed() -> bool:
    """Tell whether one of these transforms is at work."""
    return torch._C._functorch.peek_interpreter_stack() is not None


def call(function: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    """Call a function of plain tensors with tensors of a transform.

    Raises:
        TypeError: if it returns something else than a tensor.
    """
    leaves, shape = pytree.tree_flatten((args, kwargs))
    places = [n for n, leaf in enumerate(leaves) if isinstance(leaf, torch.Tensor)]

    def on_tensors(*tensors: torch.Tensor) -> torch.Tensor:
        for n, tensor in zip(places, tensors, strict=True):
            leaves[n] = tensor
        plain_args, plain_kwargs = pytree.tree_unflatten(leaves, shape)
        result = function(*plain_args, **plain_kwargs)
        if not isinstance(result, torch.Tensor):
            raise TypeError(f"a transformed function returned {type(result).__name__}")
        return result

    return _Call.apply(_Graph(on_tensors), *(leaves[n] for n in places))  # type: ignore[no-untyped-call]


class _Graph:
    """One call with plain tensors, and the graph between them and the result."""

    def __init__(self, function: Callable[..., torch.Tensor]):
        self.function = function
        self.inputs: list[torch.Tensor] = []
        self.output: torch.Tensor | None = None
        self.parts: list[_Graph] = []
        """Those of the entries of a batch, where it stands for one."""

    def run(self, tensors: tuple[torch.Tensor, ...]) -> torch.Tensor:
        """Call the function and return the value."""
        self.inputs = [tensor.detach() for tensor in tensors]
        with torch.enable_grad():
            for tensor in self.inputs:
                tensor.requires_grad_(tensor.is_floating_point())
            self.output = self.function(*self.inputs)
        return self.output.detach()

    def gradients(self, grad: torch.Tensor) -> tuple[torch.Tensor, ...]:
        """Return the gradient of each input for that of the value; zeros where there is none."""
        if self.output is None or not self.output.requires_grad:
            return tuple(map(torch.zeros_like, self.inputs))
        found = gradients([self.output], self.inputs, [grad])
        pairs = zip(self.inputs, found, strict=True)
        return tuple(torch.zeros_like(each) if known is None else known for each, known in pairs)


class _Call(torch.autograd.Function):
    """The value of a call."""

    @staticmethod
    def forward(graph: _Graph, *tensors: torch.Tensor) -> torch.Tensor:
        return graph.run(tensors)

    @staticmethod
    def setup_context(ctx: Any, inputs: tuple[Any, ...], output: torch.Tensor) -> None:
        del output
        ctx.graph = inputs[0]

    @staticmethod
    def backward(ctx: Any, grad: torch.Tensor) -> tuple[Any, ...]:
        return (None, *_Gradients.apply(ctx.graph, grad))  # type: ignore[no-untyped-call]

    @staticmethod
    def vmap(
        info: Any, in_dims: tuple[int | None, ...], graph: _Graph, *tensors: torch.Tensor
    ) -> tuple[torch.Tensor, int]:
        """Call once for each entry of the batch."""
        graph.parts = [_Graph(graph.function) for _ in range(info.batch_size)]
        results = [
            _Call.apply(part, *_entry(n, tensors, in_dims[1:]))  # type: ignore[no-untyped-call]
            for n, part in enumerate(graph.parts)
        ]
        return torch.stack(results), 0


class _Gradients(torch.autograd.Function):
    """The gradients of a call's inputs."""

    @staticmethod
    def forward(graph: _Graph, grad: torch.Tensor) -> tuple[torch.Tensor, ...]:
        return graph.gradients(grad)

    @staticmethod
    def setup_context(ctx: Any, inputs: tuple[Any, ...], output: Any) -> None:
        del ctx, inputs, output

    @staticmethod
    def backward(ctx: Any, *grads: torch.Tensor) -> Any:
        raise NotImplementedError("the gradient of a gradient of a function from elsewhere")

    @staticmethod
    def vmap(
        info: Any, in_dims: tuple[int | None, ...], graph: _Graph, grad: torch.Tensor
    ) -> tuple[tuple[torch.Tensor, ...], tuple[int, ...]]:
        """Ask once for each entry of the batch."""
        del info
        results = [
            _Gradients.apply(part, *_entry(n, (grad,), in_dims[1:]))  # type: ignore[no-untyped-call]
            for n, part in enumerate(graph.parts)
        ]
        stacked = tuple(torch.stack(grads) for grads in zip(*results, strict=True))
        return stacked, (0,) * len(stacked)


def _entry(
    n: int, tensors: tuple[torch.Tensor, ...], dims: tuple[int | None, ...]
) -> list[torch.Tensor]:
    """Return the n-th entry of each tensor along its batch dimension, if it has one."""
    pairs = zip(tensors, dims, strict=True)
    return [tensor if dim is None else tensor.select(dim, n) for tensor, dim in pairs]
