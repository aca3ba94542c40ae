"""Reference functions of ``broadcasting``."""

from __future__ import annotations

import matplotlib.pyplot as plt
import torch
from matplotlib.figure import Figure


def add_bias(X: torch.Tensor, b: torch.Tensor) -> torch.Tensor:
    r"""Add a bias vector to every row of a batch.

    $$Y_{ij} = X_{ij} + b_j$$

    No loop over the rows: the number of torch operations must not grow with B. Gradients reach
    both arguments, and neither of them is changed.

    Args:
        X: Batch of B examples with D features, shape (B, D).
        b: One bias per feature, shape (D,).

    Returns:
        A new tensor of shape (B, D), of the dtype of X.
    """
    return X + b


def scale_channels(X: torch.Tensor, gains: torch.Tensor) -> torch.Tensor:
    r"""Multiply every channel of a batch of signals by its own gain.

    $$Y_{bct} = g_c \, X_{bct}$$

    No loop over the batch: the number of torch operations must not grow with B. Gradients reach
    both arguments, and neither of them is changed.

    Args:
        X: Batch of B signals with C channels and T time steps, shape (B, C, T).
        gains: One gain per channel, shape (C,).

    Returns:
        A new tensor of shape (B, C, T), of the dtype of X.
    """
    return X * gains[:, None]


def normalize_sequences(seq: torch.Tensor) -> torch.Tensor:
    r"""Bring every row of a batch of sequences to mean 0 and standard deviation 1.

    $$z_{it} = \frac{x_{it} - \mu_i}{\sigma_i}, \qquad
    \mu_i = \frac{1}{T} \sum_t x_{it}, \qquad
    \sigma_i = \sqrt{\frac{1}{T - 1} \sum_t (x_{it} - \mu_i)^2}$$

    Each row has its own mean and its own *unbiased* standard deviation (division by T - 1).
    There is no eps in the denominator: no row is constant. No loop over the rows: the number of
    torch operations must not grow with B. The gradient also flows through $\mu_i$ and
    $\sigma_i$, and seq is not changed.

    Args:
        seq: Batch of B sequences of length T >= 2, shape (B, T).

    Returns:
        A new tensor of shape (B, T), of the dtype of seq.
    """
    mean = seq.mean(dim=1, keepdim=True)
    std = seq.std(dim=1, keepdim=True)
    return (seq - mean) / std


def broadcast_shape(shape_a: tuple[int, ...], shape_b: tuple[int, ...]) -> tuple[int, ...] | None:
    """Tell which shape two broadcast tensors have together.

    Args:
        shape_a: Shape of the first tensor, a tuple of positive ints; () is a single number.
        shape_b: Shape of the second tensor, likewise, of the same or any other length.

    Returns:
        The shape of the result as a tuple of ints, or None where the two shapes are
        incompatible (None is returned; no exception is raised).
    """
    length = max(len(shape_a), len(shape_b))
    sizes_a = (1,) * (length - len(shape_a)) + tuple(shape_a)
    sizes_b = (1,) * (length - len(shape_b)) + tuple(shape_b)
    result = []
    for a, b in zip(sizes_a, sizes_b, strict=True):
        if a != b and 1 not in (a, b):
            return None
        result.append(max(a, b))
    return tuple(result)


def expand_rows(b: torch.Tensor, n: int) -> torch.Tensor:
    """Show a vector as n equal rows, without copying anything.

    Args:
        b: Vector of shape (D,). It may itself be a view, such as a slice of a larger tensor.
        n: Number of rows.

    Returns:
        A tensor of shape (n, D), each row equal to b, that shares its storage with b: a later
        change of b shows in every row.
    """
    return b.expand(n, -1)


def repeat_rows(b: torch.Tensor, n: int) -> torch.Tensor:
    """Copy a vector into n equal rows.

    Args:
        b: Vector of shape (D,).
        n: Number of rows.

    Returns:
        A tensor of shape (n, D), each row equal to b, of the dtype of b. It is an independent
        copy: it may be modified in place, entry by entry, and neither b nor the other rows follow.
    """
    return b.repeat(n, 1)


def storage_bytes(t: torch.Tensor) -> int:
    """Measure the storage that a tensor is a view of.

    Args:
        t: A tensor of any shape and dtype; it may be a view (a slice, a transpose, an expanded
            tensor, …) of a larger or a smaller one.

    Returns:
        Size in bytes of the whole storage behind t, as an int. However many rows an expanded
        view shows, its source counts once; a slice counts the whole storage that it lies in.
    """
    return t.untyped_storage().nbytes()


def sum_to_shape(grad: torch.Tensor, shape: tuple[int, ...]) -> torch.Tensor:
    """Bring the gradient of a broadcast result back to the shape of what was broadcast.

    A tensor of the given shape was broadcast to the shape of grad. Every entry of it was then
    used in several places, and its gradient is the sum of the gradients from all of them: grad is
    summed over each dimension that broadcasting added or stretched, and over no other.

    Args:
        grad: Gradient with respect to the broadcast result. It is not changed.
        shape: The shape before broadcasting, a tuple of positive ints; () is a single number.

    Returns:
        A tensor of exactly that shape, of the dtype of grad.
    """
    added = grad.dim() - len(shape)
    result = grad
    for _ in range(added):
        result = result.sum(dim=0)
    for dim, size in enumerate(shape):
        if size == 1:
            result = result.sum(dim=dim, keepdim=True)
    return result


def reference_figures() -> dict[str, Figure]:
    """Draw the figures that the notebook shows for comparison."""
    return {"three_examples": _three_examples(), "memory": _memory()}


def _three_examples() -> Figure:
    """The three broadcasting examples of the section, before and after."""
    figure, axes = plt.subplots(2, 3, figsize=(10, 4.6), layout="constrained")
    X = torch.arange(12.0).reshape(4, 3)
    b = torch.tensor([0.0, 10.0, 20.0])
    for ax, table, title in (
        (axes[0, 0], X, "X, shape (4, 3)"),
        (axes[1, 0], add_bias(X, b), "add_bias(X, [0, 10, 20])"),
    ):
        ax.imshow(table, vmin=0, vmax=32, cmap="viridis")
        for i in range(4):
            for j in range(3):
                value = int(table[i, j])
                ax.text(j, i, value, ha="center", va="center", color="k" if value > 20 else "w")
        ax.set(title=title, xticks=range(3), yticks=range(4))
    t = torch.linspace(0, 1, 100)
    signal = torch.stack([torch.sin(6.2832 * 2 * t), torch.cos(6.2832 * 3 * t)])[None]
    seq = torch.stack([5 + torch.sin(6.2832 * t), -3 + 4 * t, 2 * torch.cos(6.2832 * 4 * t)])
    scaled = scale_channels(signal, torch.tensor([2.0, 0.5]))[0]
    for column, rows, title, label in (
        (1, (signal[0], scaled), "scale_channels, gains [2, 0.5]", "channel"),
        (2, (seq, normalize_sequences(seq)), "normalize_sequences", "row"),
    ):
        for ax, lines, when in zip(axes[:, column], rows, ("before", "after"), strict=True):
            for number, line in enumerate(lines):
                ax.plot(t, line, label=f"{label} {number}")
            ax.set(title=f"{title}: {when}", xlabel="t")
            ax.grid(alpha=0.3)
            ax.margins(y=0.3)
            ax.legend(fontsize=7, ncols=3, loc="upper center")
    axes[0, 1].sharey(axes[1, 1])
    return figure


def _memory() -> Figure:
    """Bytes behind n rows of a vector, as a view and as a copy."""
    b = torch.zeros(1000)
    sizes = [2, 10, 100, 1000, 10000]
    figure, ax = plt.subplots(figsize=(5, 3.2), layout="constrained")
    for function, style in ((repeat_rows, "s-"), (expand_rows, "o-")):
        bytes_used = [storage_bytes(function(b, n)) for n in sizes]
        ax.loglog(sizes, bytes_used, style, label=function.__name__)
    ax.set(xlabel="rows n", ylabel="storage in bytes", title="n rows of 1000 float32 numbers")
    ax.grid(alpha=0.3)
    ax.legend()
    return figure
