"""Reference functions of ``regularization`` (Exercise 2)."""

from __future__ import annotations

from collections.abc import Iterable

import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F
from matplotlib.figure import Figure
from torch import nn


def l2_regularized_loss(
    task_loss: torch.Tensor, params: Iterable[torch.Tensor], lam: float
) -> torch.Tensor:
    r"""Add an L2 penalty on the parameters to a task's loss.

    $$L = L_{\mathrm{task}} + \lambda \sum_{w \in \mathrm{params}} \lVert w \rVert_2^2$$

    The sum runs over every entry of every tensor, biases and frozen parameters included; there is
    no factor 1/2. The result is differentiable in `task_loss` and in the parameters.

    Args:
        task_loss: A 0-dim tensor.
        params: Any iterable of tensors of any shapes: a list, but also a generator such as
            `model.parameters()`, which can be walked through only once.
        lam: The strength λ of the penalty.

    Returns:
        A 0-dim tensor with the dtype of the inputs. The inputs (and their `.grad`) stay as they
        are.
    """
    return task_loss + lam * sum(w.square().sum() for w in params)


def sgd_step(w: torch.Tensor, grad: torch.Tensor, lr: float, lam: float) -> torch.Tensor:
    r"""Make one step of plain gradient descent on a loss with an L2 penalty.

    The loss is $L_{\mathrm{task}}(w) + \lambda \lVert w \rVert_2^2$, and `grad` is the gradient of
    the first summand alone. The step is the one that `torch.optim.SGD` makes with
    `weight_decay = 2 * lam`.

    Args:
        w: The weights, of any shape.
        grad: The gradient of the task's loss with respect to `w`, of the same shape.
        lr: The learning rate.
        lam: The strength λ of the penalty.

    Returns:
        The new weights as a new tensor, with the shape and the dtype of `w`. Neither `w` nor
        `grad` is changed.
    """
    return w - lr * (grad + 2 * lam * w)


def polynomial_features(x: torch.Tensor, degree: int) -> torch.Tensor:
    r"""Evaluate the monomials up to a degree.

    $$\Phi_{n,k} = x_n^k, \qquad k = 0, 1, \dots, \mathrm{degree}$$

    Args:
        x: Shape (N, 1).
        degree: The largest exponent, 0 or more.

    Returns:
        Shape (N, degree + 1), the dtype of `x`. Column k holds `x**k`, so the first one is all
        ones (also where x is 0).
    """
    return x ** torch.arange(degree + 1)


def fit_polynomial(
    x: torch.Tensor,
    y: torch.Tensor,
    degree: int,
    weight_decay: float = 0.0,
    epochs: int = 500,
    lr: float = 0.1,
    seed: int = 0,
) -> tuple[torch.Tensor, list[float]]:
    r"""Fit a polynomial with Adam, with or without weight decay.

    The model is linear in the polynomial features, and it has a bias beside the weight of the
    constant column:

    $$\hat y_n = b + \sum_{k=0}^{\mathrm{degree}} w_k \, x_n^k$$

    It is trained on the mean squared error of all points at once (full batch) with
    `torch.optim.Adam`, whose other settings keep their defaults. Whether the bias is decayed too is
    up to you.

    Args:
        x: Shape (N, 1).
        y: The targets, shape (N, 1), the dtype of `x`.
        degree: The degree of the polynomial.
        weight_decay: What Adam receives as `weight_decay`.
        epochs: The number of updates.
        lr: The learning rate.
        seed: Decides the random start: the same seed gives the same result, whatever the state of
            PyTorch's global random numbers; another seed gives another start.

    Returns:
        A tuple `(coefficients, losses)`: the weights after the last update (without the bias),
        shape (degree + 1,), the dtype of `x`, without gradient history; and the list of `epochs`
        mean squared errors as Python floats, each taken before its update and without any penalty.
    """
    features = x ** torch.arange(degree + 1)
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        model = nn.Linear(degree + 1, 1, dtype=x.dtype)
    optimizer = torch.optim.Adam(model.parameters(), lr=lr, weight_decay=weight_decay)
    losses = []
    for _ in range(epochs):
        loss = F.mse_loss(model(features), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return model.weight.detach().squeeze(0), losses


def dropout_mask(X: torch.Tensor, p: float) -> torch.Tensor:
    """Draw a dropout mask from PyTorch's global random numbers.

    Args:
        X: A tensor of any shape. Only its shape and dtype matter: the mask has nothing to do with
            its values, which may be zero, NaN or infinite.
        p: The probability that an entry is dropped, from 0 to 1. Each entry is drawn independently
            of all others.

    Returns:
        A mask with the shape and the dtype of `X`: exactly 0 where an entry is dropped, exactly 1
        where it is kept; all ones for `p=0`, all zeros for `p=1`.
    """
    return torch.bernoulli(torch.full_like(X, 1 - p))


def apply_dropout(X: torch.Tensor, mask: torch.Tensor, p: float) -> torch.Tensor:
    r"""Apply inverted dropout with a given mask.

    Dropped entries become 0, kept ones are scaled by $1 / (1 - p)$, so that the expectation over
    all masks is `X` itself. Differentiable in `X`.

    Args:
        X: Finite values, any shape.
        mask: The mask (0 dropped, 1 kept), the shape and dtype of `X`.
        p: The drop probability that the mask was drawn with. For `p=1` everything is dropped: the
            result is all zeros, never NaN.

    Returns:
        A new tensor with the shape and the dtype of `X`.
    """
    if p == 1:
        return torch.zeros_like(X)
    return X * mask / (1 - p)


def dropout_modes(X: torch.Tensor, p: float) -> tuple[torch.Tensor, torch.Tensor]:
    """Show what a dropout layer gives in training and in evaluation mode.

    The training output draws from PyTorch's global random numbers.

    Args:
        X: The input of the layer, any shape; it is not changed.
        p: The drop probability, from 0 to 1.

    Returns:
        A tuple `(train_out, eval_out)`, both with the shape and the dtype of `X`.
    """
    layer = nn.Dropout(p)
    return layer.train()(X), layer.eval()(X)


def average_dropout(X: torch.Tensor, p: float, trials: int) -> torch.Tensor:
    """Average several independent training-mode dropout passes of the same input.

    With inverted scaling the average comes close to `X` as the number of passes grows. All passes
    draw from PyTorch's global random numbers.

    Args:
        X: The input, any shape; it is not changed.
        p: The drop probability, from 0 to 1.
        trials: The number of passes, at least 1.

    Returns:
        The mean over the passes, the shape and the dtype of `X`.
    """
    passes = [F.dropout(X, p, training=True) for _ in range(trials)]
    return torch.stack(passes).mean(dim=0)


def make_classifier(use_dropout: bool, p: float = 0.5, hidden_dim: int = 64) -> nn.Sequential:
    """Build a small classifier for points in the plane.

    It has two hidden layers of width `hidden_dim` with ReLU activations, and an output layer for
    one logit per point (no sigmoid).

    Args:
        use_dropout: Whether there is dropout after each of the two activations. There is never
            dropout on the output.
        p: The drop probability.
        hidden_dim: The width of the two hidden layers.

    Returns:
        An `nn.Sequential` of standard PyTorch layers that maps (N, 2) to (N, 1).
    """
    layers: list[nn.Module] = []
    for width in (2, hidden_dim):
        layers += [nn.Linear(width, hidden_dim), nn.ReLU()]
        if use_dropout:
            layers.append(nn.Dropout(p))
    return nn.Sequential(*layers, nn.Linear(hidden_dim, 1))


def plot_dropout(X: torch.Tensor, mask: torch.Tensor, output: torch.Tensor, p: float) -> Figure:
    r"""Plot an input, a dropout mask and the output of inverted dropout next to each other.

    Args:
        X: The input, shape (rows, columns), without negative entries.
        mask: The mask, the same shape.
        output: The output, the same shape.
        p: The drop probability, less than 1.

    Returns:
        A figure with three image panels in the order input, mask, output, drawn with `imshow` (or
        `matshow`). Each has a title; the mask's title names p in full (`0.125`, not `0.12`). The
        colour limits of input and output start at 0, and those of the output reach $1 / (1 - p)$
        times as far as those of the input: a kept entry looks the same in both.
    """
    top = float(X.max())
    panels = [
        ("input", X, top),
        (f"mask, p={p}", mask, 1.0),
        (f"output, kept entries times {1 / (1 - p):.3g}", output, top / (1 - p)),
    ]
    fig, axes = plt.subplots(1, 3, figsize=(10.5, 2.9), layout="constrained")
    for ax, (title, values, limit) in zip(axes, panels, strict=True):
        image = ax.imshow(values.detach().numpy(), vmin=0, vmax=limit)
        ax.set_title(title)
        if values is not mask:
            fig.colorbar(image, ax=ax, shrink=0.8)
    return fig


def exercise_dropout_masks() -> dict[float, Figure]:
    """Run Exercise 2: masks and inverted scaling on 8 x 10 values for p = 0.25, 0.5 and 0.75.

    Returns:
        One figure for each p.
    """
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(0)
        X = torch.rand(8, 10)
        figures = {}
        for p in (0.25, 0.5, 0.75):
            mask = dropout_mask(X, p)
            figures[p] = plot_dropout(X, mask, apply_dropout(X, mask, p), p)
    return figures


def reference_figures() -> dict[str, Figure]:
    """Return the figures that the notebook shows for comparison, by file name."""
    figures = exercise_dropout_masks()
    return {f"dropout_p{round(100 * p)}": figure for p, figure in figures.items()}
