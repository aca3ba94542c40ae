"""The properties checked for ``repeat_rows``."""

from __future__ import annotations

import torch

from pcpt_grade.checks.broadcasting._properties import expect_exact, inputs_kept
from pcpt_grade.checks.broadcasting._rows import REFUSED, every_vector, rows_of
from pcpt_grade.checks.draw import normal
from pcpt_grade.checks.expect import expect_close, expect_untouched, fail, watch
from pcpt_grade.checks.registry import check


@check("repeat_rows", points=0.5, public=True)
def repeat_rows_of_three_numbers(repeat_rows):
    """Two rows [1, 2, 3]; writing into the first one changes neither the second one nor b."""
    b = torch.tensor([1.0, 2.0, 3.0])
    before = watch(b)
    result = repeat_rows(b, 2)
    expect_untouched(before, "repeat_rows(b, 2)")
    expect_close(
        result,
        torch.tensor([[1.0, 2.0, 3.0], [1.0, 2.0, 3.0]]),
        "repeat_rows([1, 2, 3], 2)",
        mistakes={"each number repeated instead of each row": [[1.0, 1.0, 2.0], [2.0, 3.0, 3.0]]},
    )
    try:
        result[0] = torch.tensor([7.0, 8.0, 9.0])
    except RuntimeError as error:
        fail(f"repeat_rows([1, 2, 3], 2) cannot be modified in place: {error}")
    expect_close(
        b,
        torch.tensor([1.0, 2.0, 3.0]),
        "b, after writing [7, 8, 9] into the first row of repeat_rows(b, 2),",
        mistakes={"a view of b instead of a copy": [7.0, 8.0, 9.0]},
        hint="Every row needs memory of its own.",
    )
    expect_close(
        result,
        torch.tensor([[7.0, 8.0, 9.0], [1.0, 2.0, 3.0]]),
        "repeat_rows([1, 2, 3], 2), after writing [7, 8, 9] into its first row",
        mistakes={"rows that share their memory": [[7.0, 8.0, 9.0], [7.0, 8.0, 9.0]]},
        hint="Every row needs memory of its own.",
    )


@check("repeat_rows", points=0.5)
def repeat_rows_in_any_size(repeat_rows):
    """The result has shape (n, D), the dtype of b, and b in every row; b stays as it is."""
    for size, n, dtype in ((4, 4, torch.float64), (2, 5, torch.float32), (5, 3, torch.float64)):
        b = normal(size, seed=57, dtype=dtype)
        call, want = f"repeat_rows(b, {n}) with {dtype} b of shape ({size},)", torch.stack([b] * n)
        swapped = {
            "each number repeated instead of each row": b.repeat_interleave(n).reshape(n, size)
        }
        with inputs_kept(call, b=b):
            expect_exact(repeat_rows(b, n), want, call, swapped)


def _expect_writable(result: torch.Tensor, expected: torch.Tensor, call: str) -> None:
    """Write the same into both, row by row, and fail where ``result`` does not follow."""
    try:
        for row in (2, 0, 1):
            result[row] += row + 1.0
            expected[row] += row + 1.0
            expect_close(
                result,
                expected,
                f"{call}, after a change of row {row},",
                hint="Every row needs memory of its own.",
            )
        result.mul_(2.0)
        expected.mul_(2.0)
    except RuntimeError as error:
        fail(f"{call} cannot be modified in place: {error}")


@check("repeat_rows", points=0.5)
def repeat_rows_is_independent(repeat_rows):
    """Every row can be modified in place on its own; b and other results do not follow."""
    hint = "Make a new tensor in every call, and keep none for the next."
    for name, b in every_vector().items():
        call = f"repeat_rows(b, 3) with {name}"
        before = b.detach().clone()
        original = torch.stack([before] * 3)
        expected = original.clone()
        result = rows_of(repeat_rows, b, 3, call)
        if result is REFUSED:
            continue
        expect_close(result, expected, call)
        _expect_writable(result, expected, call)
        if not torch.equal(b, before):
            fail(f"{call} shares memory with b: writing into the result changed b.")
        again = repeat_rows(b, 3)
        expect_close(again, original, f"{call}, anew after a change of its result,", hint=hint)
        expect_close(result, expected, f"{call}, after another call,", hint=hint)
        b.detach()[0] = 100.0
        expect_close(result, expected, f"{call}, after a change of b,")
        want = torch.stack([b.detach()] * 3)
        expect_close(repeat_rows(b, 3), want, f"{call}, called anew after a change of b,")
