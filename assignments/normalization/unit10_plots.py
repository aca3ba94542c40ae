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


def plot_six_signals(signals: Mapping[str, torch.Tensor]) -> Figure:
    """Plot signals in panels of their own, with the first one in grey behind the others.

    Args:
        signals: For each name a signal, shape (L,).

    Returns:
        A figure with three panels per row.
    """
    rows = -(-len(signals) // 3)
    figure, axes = plt.subplots(
        rows,
        3,
        figsize=(9, 2 * rows),
        sharex=True,
        sharey=True,
        squeeze=False,
        layout="constrained",
    )
    first = next(iter(signals.values()))
    for ax, (name, signal) in zip(axes.flat, signals.items(), strict=False):
        if signal is not first:
            ax.plot(first, color="0.75")
        ax.plot(signal, marker=".")
        ax.set(title=name, xlabel="n")
        ax.label_outer()
        ax.grid(alpha=0.3)
    for ax in axes.flat[len(signals) :]:
        ax.set_axis_off()
    return figure


def plot_loss_matrix(matrices: Mapping[str, torch.Tensor], names: Sequence[str]) -> Figure:
    """Plot matrices of pairwise losses as images with their numbers.

    Args:
        matrices: For each title the losses of every pair of signals, shape (N, N).
        names: The names of the N signals.

    Returns:
        A figure with one panel per matrix.
    """
    figure, axes = plt.subplots(
        1, len(matrices), figsize=(3.7 * len(matrices), 3.8), squeeze=False, layout="constrained"
    )
    for ax, (title, matrix) in zip(axes.flat, matrices.items(), strict=True):
        largest = float(matrix.max())
        ax.imshow(matrix, cmap="Blues", vmin=0, vmax=largest)
        for (i, j), value in np.ndenumerate(matrix.numpy()):
            color = "white" if value > 0.6 * largest else "black"
            ax.text(j, i, f"{abs(value):.2f}", ha="center", va="center", color=color, fontsize=8)
        ax.set_xticks(range(len(names)), names, rotation=45, ha="right")
        ax.set_yticks(range(len(names)), names)
        ax.set_title(title)
    return figure


def plot_regression_predictions(
    x: torch.Tensor,
    y: torch.Tensor,
    grid: torch.Tensor,
    predictions: Mapping[str, torch.Tensor],
    truth: torch.Tensor | None = None,
) -> Figure:
    """Plot the points of a regression and the curves that models predict.

    Args:
        x: The points' inputs, shape (N, 1) or (N,).
        y: Their targets, of the same shape.
        grid: Where the models were evaluated, shape (M, 1) or (M,).
        predictions: For each label the predictions on the grid, shape (M, 1) or (M,).
        truth: The noise-free function on the grid, if it is to be shown.

    Returns:
        A figure with one axes, whose height leaves room for the points rather than for a curve's
        excursions.
    """
    figure, ax = plt.subplots(figsize=(6.4, 3.6), layout="constrained")
    if truth is not None:
        ax.plot(grid.flatten(), truth.flatten(), "k--", linewidth=1, label="without noise")
    for label, curve in predictions.items():
        ax.plot(grid.flatten(), curve.detach().flatten(), label=label)
    ax.plot(x.flatten(), y.flatten(), "ko", label="training points")
    room = 0.6 * float(y.max() - y.min())
    ax.set_ylim(float(y.min()) - room, float(y.max()) + room)
    ax.set(xlabel="x", ylabel="y")
    ax.grid(alpha=0.3)
    ax.legend()
    return figure


def plot_regression_coefficients(coefficients: Mapping[str, torch.Tensor]) -> Figure:
    """Plot the coefficients of polynomials as groups of bars, one group per power of x.

    Args:
        coefficients: For each label the coefficients of x**0, x**1, and so on, shape (K,).

    Returns:
        A figure with one axes.
    """
    figure, ax = plt.subplots(figsize=(6.4, 3.2), layout="constrained")
    width = 0.8 / len(coefficients)
    for number, (label, values) in enumerate(coefficients.items()):
        shift = (number - (len(coefficients) - 1) / 2) * width
        ax.bar(np.arange(len(values)) + shift, values.detach().numpy(), width, label=label)
    count = max(len(values) for values in coefficients.values())
    ax.set_xticks(range(count), [f"$x^{{{power}}}$" for power in range(count)])
    ax.axhline(0, color="black", linewidth=0.8)
    ax.set(xlabel="power", ylabel="coefficient")
    ax.grid(axis="y", alpha=0.3)
    ax.legend()
    return figure
