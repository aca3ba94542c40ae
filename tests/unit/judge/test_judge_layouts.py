"""Tensors of every layout through functions that return, view and change them: local is remote."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from looks import attempt, look, share
from serving import serve

OPERATIONS: dict[str, Callable[[torch.Tensor], Any]] = {
    "same": lambda x: x,
    "same twice": lambda x: (x, [x]),
    "transposed": lambda x: x.t(),
    "part": lambda x: x[:1, ::2],
    "row": lambda x: x[0],
    "expanded": lambda x: x.unsqueeze(0).expand(3, *x.shape),
    "flipped": lambda x: x.flip(0),
    "contiguous": lambda x: x.contiguous(),
    "copy": lambda x: x.clone(),
    "flat": lambda x: x.reshape(-1),
    "diagonal": lambda x: x.diagonal(),
    "detached": lambda x: x.detach(),
    "views of views": lambda x: (x[1:], x[1:].t(), x.detach()[:, 1]),
    "sum": lambda x: x.sum(0, keepdim=True),
    "product": lambda x: x * x.t() if x.shape[0] == x.shape[1] else x * 2,
    "double": lambda x: x.double(),
    "mean": lambda x: x.float().mean(),
    "numpy": lambda x: x.detach().numpy().copy(),
    "scaled": lambda x: x.mul_(2),
    "filled": lambda x: x.detach().fill_(3),
    "is a view": lambda x: x._is_view(),
    "cut off": lambda x: x.detach_(),
    "column": lambda x: x.data[:, 0].zero_(),
}


def operate(x: torch.Tensor, operation: str) -> Any:
    """Apply an operation by its name."""
    return OPERATIONS[operation](x)


@pytest.fixture(scope="module")
def remote() -> Iterator[Callable[..., Any]]:
    """Return the stand-in for ``operate``."""
    with serve({"operate": operate}, seconds=120) as session:
        yield lambda *args: session.call("operate", args, {})


LAYOUTS = ["plain", "transposed", "steps", "offset", "expanded", "square", "empty"]


def arrange(layout: str, dtype: torch.dtype) -> torch.Tensor:
    """Return a matrix with this layout."""
    base = torch.arange(24).to(dtype).reshape(4, 6)
    match layout:
        case "transposed":
            return base.t()
        case "steps":
            return base[::2, ::3]
        case "offset":
            return base[1:3, 2:]
        case "expanded":
            return base[:1].expand(3, 6)
        case "square":
            return base[:4, :4]
        case "empty":
            return base[:, :0]
    return base


def observe(
    f: Callable[..., Any], layout: str, dtype: torch.dtype, history: str, operation: str
) -> Any:
    """Return what there is to see of a call."""
    root = arrange(layout, dtype)
    if history != "none":
        root = root.detach().requires_grad_()
    x = root if history in ("none", "leaf") else root * 1
    if history == "view":
        x = x[1:]
    results: list[Any] = []

    def call() -> Any:
        results.append(f(x, operation))
        return results[0]

    outcome = attempt(call)
    seen: list[Any] = [outcome[:2], look(x), look(root)]
    if isinstance(y := results[0] if results else None, torch.Tensor):
        seen += [y is x, share(y, x)]
        if y.requires_grad:
            attempt(lambda: y.sum().abs().backward())
            seen.append(None if root.grad is None else look(root.grad))
    return seen


@given(
    st.sampled_from(LAYOUTS),
    st.sampled_from([torch.float32, torch.float64, torch.int64, torch.bool, torch.complex64]),
    st.sampled_from(["none", "leaf", "computed", "view"]),
    st.sampled_from(list(OPERATIONS)),
)
@settings(max_examples=150)
@pytest.mark.filterwarnings("ignore")  # torch's, about complex numbers; workers do the same
def test_layouts(
    remote: Callable[..., Any], layout: str, dtype: torch.dtype, history: str, operation: str
) -> None:
    """Results, arguments and gradients are alike, whatever the argument looks like."""
    if not dtype.is_floating_point:
        history = "none"
    if operation == "scaled" and history in ("computed", "view"):
        history = "leaf"  # the one known gap: a history that was extended in place stays behind
    case = (layout, dtype, history, operation)
    assert observe(remote, *case) == observe(operate, *case)
