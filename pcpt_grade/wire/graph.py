"""One node in the autograd graph for a call whose own graph lies in the other process."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import torch
from torch.autograd.function import once_differentiable

Gradients = Sequence[torch.Tensor | None]
VectorJacobian = Callable[[Gradients], Gradients]

MAX_FORESEEN = 4096
"""Elements of a result whose gradients are computed before anybody asks."""


class _RemoteCall(torch.autograd.Function):
    @staticmethod
    def forward(
        ctx: Any,
        vector_jacobian: VectorJacobian,
        values: list[torch.Tensor],
        anchor: torch.Tensor,
        *inputs: torch.Tensor,
    ) -> tuple[torch.Tensor, ...]:
        del anchor, inputs
        ctx.vector_jacobian = vector_jacobian
        ctx.set_materialize_grads(False)
        return tuple(values)

    @staticmethod
    @once_differentiable
    def backward(ctx: Any, *grads: torch.Tensor | None) -> tuple[Any, ...]:
        return (None, None, None, *ctx.vector_jacobian(grads))


def attach(
    values: list[torch.Tensor], inputs: list[torch.Tensor], vector_jacobian: VectorJacobian
) -> list[torch.Tensor]:
    """Return ``values`` as results of ``inputs``.

    Args:
        values: Fresh tensors without history.
        inputs: The tensors that the gradient flows to, in the order in which
            ``vector_jacobian`` returns their gradients.
        vector_jacobian: Maps the gradients of ``values`` to those of ``inputs``; runs once per
            backward pass. ``None`` stands for no gradient, both ways.
    """
    with torch.enable_grad():
        # the anchor gives a history even to results that depend on none of the inputs
        anchor = torch.empty(0, requires_grad=True)
        return list(_RemoteCall.apply(vector_jacobian, values, anchor, *inputs))  # type: ignore[no-untyped-call]


def foreseen(known: Gradients | None, ask: VectorJacobian) -> VectorJacobian:
    """Return ``ask``, but answer from ``known`` where a single output's gradient is all ones."""

    def vector_jacobian(grads: Gradients) -> Gradients:
        if known is not None and len(grads) == 1 and grads[0] is not None:
            if bool((grads[0] == 1).all()):
                return known
        return ask(grads)

    return vector_jacobian


def gradients(
    outputs: Sequence[torch.Tensor], inputs: Sequence[torch.Tensor], grads: Gradients
) -> list[torch.Tensor | None]:
    """Return the vector-Jacobian product of a graph, one entry per input, and keep the graph.

    Args:
        outputs: What the graph leads to.
        inputs: What it comes from; those without ``requires_grad`` have no gradient.
        grads: The gradients of the outputs.
    """
    used = [(out, grad) for out, grad in zip(outputs, grads, strict=True) if grad is not None]
    # a call may have frozen some of its arguments
    reached = [tensor for tensor in inputs if tensor.requires_grad]
    if not used or not reached:
        return [None] * len(inputs)
    found = iter(
        torch.autograd.grad(
            [out for out, _ in used],
            reached,
            [grad for _, grad in used],
            retain_graph=True,
            allow_unused=True,
        )
    )
    return [next(found) if tensor.requires_grad else None for tensor in inputs]


@dataclass
class GraphStore:
    """The graphs that were computed here for the other process, by handle."""

    _graphs: list[tuple[list[torch.Tensor], list[torch.Tensor]]] = field(default_factory=list)

    def keep(self, outputs: list[torch.Tensor], inputs: list[torch.Tensor]) -> int:
        """Keep the graph between these tensors and return its handle."""
        self._graphs.append((outputs, inputs))
        return len(self._graphs) - 1

    def gradients(self, handle: int, grads: Gradients) -> list[torch.Tensor | None]:
        """Return the vector-Jacobian product of a kept graph, one entry per input.

        Args:
            handle: What ``keep`` returned.
            grads: The gradients of the outputs.

        Raises:
            LookupError: if there is no such graph, or the gradients do not fit its outputs.
        """
        outputs, inputs = self._graphs[handle]
        if len(grads) != len(outputs):
            raise LookupError("wrong number of gradients")
        return gradients(outputs, inputs, grads)

    def foresee(self, handle: int) -> list[torch.Tensor | None] | None:
        """Return the gradients that ``backward`` will most likely ask for, or None.

        A loss is differentiated by itself, other results by their sum: in both cases the gradient
        of the output is all ones, and sending what comes of it along saves asking for it.
        """
        outputs, _ = self._graphs[handle]
        if len(outputs) != 1 or outputs[0].numel() > MAX_FORESEEN:
            return None
        return self.gradients(handle, [torch.ones_like(outputs[0])])
