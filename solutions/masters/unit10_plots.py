"""Plots for the notebooks of Unit 10, shipped beside them.

Every function draws one figure from plain arguments and returns it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import matplotlib.pyplot as plt
import numpy as np
import torch
from matplotlib.figure import Figure


def plot_data_boundary(
    predictors: Mapping[str, Callable[[torch.Tensor], torch.Tensor]],
    X: torch.Tensor,
    y: torch.Tensor,
    columns: int = 3,
) -> Figure:
    """Plot two-class data in the plane with the decision regions of one or more classifiers.

    Args:
        predictors: For each title a model (or a function) from points (N, 2) to logits (N, 1) or
            (N,); a model is put into evaluation mode for the plot and back afterwards.
        X: The points, shape (N, 2).
        y: Their classes 0 or 1, shape (N,) or (N, 1).
        columns: How many panels there are next to each other.

    Returns:
        A figure with one panel per predictor.
    """
    low, high = X.min(dim=0).values, X.max(dim=0).values
    low, high = low - 0.1 * (high - low), high + 0.1 * (high - low)
    horizontal = torch.linspace(float(low[0]), float(high[0]), 80)
    vertical = torch.linspace(float(low[1]), float(high[1]), 80)
    grid = torch.cartesian_prod(horizontal, vertical)

    columns = min(columns, len(predictors))
    rows = -(-len(predictors) // columns)
    figure, axes = plt.subplots(
        rows, columns, figsize=(3.4 * columns, 2.9 * rows), squeeze=False, layout="constrained"
    )
    for ax, (title, predictor) in zip(axes.flat, predictors.items(), strict=False):
        training = getattr(predictor, "training", False)
        if isinstance(predictor, torch.nn.Module):
            predictor.eval()
        with torch.no_grad():
            probability = torch.sigmoid(predictor(grid)).reshape(80, 80).T
        if isinstance(predictor, torch.nn.Module):
            predictor.train(training)
        levels = np.linspace(0, 1, 11)
        ax.contourf(horizontal, vertical, probability, levels=levels, cmap="RdBu_r", alpha=0.6)
        if probability.min() < 0.5 < probability.max():
            ax.contour(horizontal, vertical, probability, levels=[0.5], colors="black")
        for label, color in ((0, "tab:blue"), (1, "tab:red")):
            points = X[y.flatten() == label]
            ax.scatter(
                points[:, 0], points[:, 1], s=12, color=color, edgecolor="white", linewidth=0.4
            )
        ax.set(title=title, xlabel="$x_1$", ylabel="$x_2$")
    for ax in axes.flat[len(predictors) :]:
        ax.set_axis_off()
    return figure


def plot_loss_curves(
    losses: Mapping[str, Sequence[float]], log_scale: bool = False, title: str = ""
) -> Figure:
    """Plot training losses over the epochs.

    Args:
        losses: For each label the losses of epoch 1, 2, and so on.
        log_scale: Whether the loss axis is logarithmic.
        title: The figure's title.

    Returns:
        A figure with one line per entry.
    """
    figure, ax = plt.subplots(figsize=(6, 3.2), layout="constrained")
    for label, values in losses.items():
        ax.plot(range(1, len(values) + 1), values, label=label)
    if log_scale:
        ax.set_yscale("log")
    ax.set(xlabel="epoch", ylabel="training loss", title=title)
    ax.grid(alpha=0.3)
    ax.legend()
    return figure
