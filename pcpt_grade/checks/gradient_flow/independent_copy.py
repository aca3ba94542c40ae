"""The properties checked for ``independent_copy``."""

from __future__ import annotations

from typing import Any

import torch

from pcpt_grade.checks.draw import normal
from pcpt_grade.checks.expect import (
    expect_close,
    expect_tensor,
    expect_untouched,
    fail,
    show,
    watch,
)
from pcpt_grade.checks.gradient_flow._state import same_values
from pcpt_grade.checks.registry import check


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
    if not same_values(got, t):
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
        if shared or not same_values(got, before):
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
        if leaf and not same_values(t.grad, old):
            fail(f"{call} changed the `.grad` of the original from {show(old)} to {show(t.grad)}.")
