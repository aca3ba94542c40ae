"""The properties checked in ``custom_losses`` (Exercise 3)."""

from __future__ import annotations

import torch

from pcpt_grade.checks.draw import FLOATS, SEEDS, Examples, normal
from pcpt_grade.checks.expect import expect_close, expect_gradients
from pcpt_grade.checks.registry import check


def _pair(shape, seed, dtype):
    return normal(*shape, seed=seed, dtype=dtype), normal(*shape, seed=seed + 1, dtype=dtype)


@check("l1_loss", points=0.5, public=True)
def l1_loss_of_three_numbers(l1_loss):
    """The L1 loss of [1, 2, 3] against [1, 4, 0] is (0 + 2 + 3) / 3."""
    y_pred, y_true = torch.tensor([1.0, 2.0, 3.0]), torch.tensor([1.0, 4.0, 0.0])
    expect_close(
        l1_loss(y_pred, y_true),
        torch.tensor(5 / 3),
        "l1_loss([1, 2, 3], [1, 4, 0])",
        mistakes={
            "the sum instead of the mean": 5.0,
            "squared instead of absolute differences": 13 / 3,
            "signed differences, which cancel": 1 / 3,
        },
        hint="Take absolute values first, then average over all entries.",
    )
