"""Reference functions of ``custom_losses`` (Exercise 3)."""

from __future__ import annotations

import torch


def l1_loss(y_pred: torch.Tensor, y_true: torch.Tensor) -> torch.Tensor:
    r"""Mean absolute difference of two tensors.

    $$\mathrm{L1}(\hat y, y) = \frac{1}{N} \sum_{n} |\hat y_n - y_n|$$

    Args:
        y_pred: Predictions, any shape.
        y_true: Targets, the same shape.

    Returns:
        A 0-dim tensor.
    """
    return (y_pred - y_true).abs().mean()
