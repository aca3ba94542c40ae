"""The properties checked for ``expand_rows``."""

from __future__ import annotations

import itertools

import torch

from pcpt_grade.checks.broadcasting._properties import expect_exact, inputs_kept
from pcpt_grade.checks.broadcasting._rows import REFUSED, every_vector, rows_of
from pcpt_grade.checks.draw import normal
from pcpt_grade.checks.expect import expect_close, expect_untouched, fail, watch
from pcpt_grade.checks.registry import check


@check("expand_rows", points=0.5, public=True)
def expand_rows_of_three_numbers(expand_rows):
    """Two rows [1, 2, 3], which are the memory of b: a change of b shows in both."""
    b = torch.tensor([1.0, 2.0, 3.0])
    before = watch(b)
    result = expand_rows(b, 2)
    expect_close(
        result,
        torch.tensor([[1.0, 2.0, 3.0], [1.0, 2.0, 3.0]]),
        "expand_rows([1, 2, 3], 2)",
    )
    expect_untouched(before, "expand_rows(b, 2)")
    b.detach()[1] = 50.0
    expect_close(
        result,
        torch.tensor([[1.0, 50.0, 3.0], [1.0, 50.0, 3.0]]),
        "expand_rows([1, 2, 3], 2), after b[1] = 50",
        mistakes={"a copy, which does not follow b": [[1.0, 2.0, 3.0], [1.0, 2.0, 3.0]]},
        hint="Ask for a view: n rows that all lie in the memory of b.",
    )


@check("expand_rows", points=0.5)
def expand_rows_in_any_size(expand_rows):
    """The result has shape (n, D), the dtype of b, and b in every row; b stays as it is."""
    for size, n, dtype in ((4, 4, torch.float64), (2, 5, torch.float32), (5, 3, torch.float64)):
        b = normal(size, seed=56, dtype=dtype)
        call, want = f"expand_rows(b, {n}) with {dtype} b of shape ({size},)", torch.stack([b] * n)
        transposed = {"rows and columns swapped": want.T} if n == size else {}
        with inputs_kept(call, b=b):
            expect_exact(expand_rows(b, n), want, call, transposed)


@check("expand_rows", points=0.5)
def expand_rows_shares_storage(expand_rows):
    """Every row lies in the memory of b, also where b is a slice or a column of a larger tensor."""
    for (name, b), n in zip(every_vector().items(), itertools.cycle((200, 3, 2)), strict=False):
        call, want = f"expand_rows(b, {n}) with {name}", torch.stack([b] * n)
        result = rows_of(expand_rows, b, n, call)
        if result is REFUSED:
            continue
        expect_close(result, want, call)
        if result.data_ptr() != b.data_ptr():
            fail(
                f"{call} is a copy: it does not lie in the memory of b.",
                "`repeat`, `stack`, `clone` and `contiguous` all copy.",
            )
        if result.stride() != (0, b.stride(0)):
            fail(f"{call} has rows that do not lie in the memory of b.")
