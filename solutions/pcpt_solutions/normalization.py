"""Reference functions of ``normalization`` (Exercise 1: running statistics of batch norm)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence

import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F
from matplotlib.figure import Figure
from torch import nn


def min_max_scale(x: torch.Tensor, low: float = 0.0, high: float = 1.0) -> torch.Tensor:
    r"""Map the range of a vector onto the interval [low, high].

    $$y_d = \mathrm{low} + (\mathrm{high} - \mathrm{low}) \cdot
    \frac{x_d - \min(x)}{\max(x) - \min(x)}$$

    The smallest entry becomes `low`, the largest one `high`, however small or large the range of
    `x` is. A constant vector has no range: all of its entries become `low`.

    Args:
        x: A vector of shape (D,); it is not changed.
        low: Where the smallest entry goes.
        high: Where the largest entry goes.

    Returns:
        A new tensor with the shape and dtype of `x`.
    """
    smallest, largest = x.min(), x.max()
    if smallest == largest:
        return torch.full_like(x, low)
    return low + (high - low) * (x - smallest) / (largest - smallest)


def standardize(X: torch.Tensor, eps: float = 1e-6) -> torch.Tensor:
    r"""Bring every column of a matrix to zero mean and unit standard deviation.

    $$Z_{nd} = \frac{X_{nd} - \mu_d}{\sigma_d + \varepsilon}$$

    Here $\mu_d$ is the mean of column $d$, and $\sigma_d$ its unbiased standard deviation (division
    by N-1). Note that $\varepsilon$ is added to the standard deviation, not to the variance.

    Args:
        X: A matrix of shape (N, D), one sample per row (N ≥ 2); it is not changed.
        eps: Keeps the division defined for constant columns, which become zero.

    Returns:
        A new tensor with the shape and dtype of `X`.
    """
    return (X - X.mean(dim=0)) / (X.std(dim=0) + eps)


def lp_normalize(x: torch.Tensor, p: float = 2.0) -> torch.Tensor:
    r"""Divide a vector by its ℓp norm.

    $$y = \frac{x}{\|x\|_p}, \qquad \|x\|_p = \Bigl(\sum_d |x_d|^p\Bigr)^{1/p}$$

    Args:
        x: A vector of shape (D,); it is not changed.
        p: The order of the norm, 1 ≤ p < ∞ (an int or a float).

    Returns:
        A new tensor with the shape and dtype of `x`, whose ℓp norm is 1. The zero vector has no
        direction and stays zero.
    """
    norm = torch.linalg.vector_norm(x, ord=p)
    return x / norm if norm > 0 else torch.zeros_like(x)


def normalize_text(text: str) -> str:
    """Write a text in lower case and without accents.

    The text is first turned to lower case with `str.lower()`. Then every character is replaced by
    its *canonical decomposition* (an accented letter becomes the letter followed by its accents),
    and every combining character is dropped, that is, every character `c` with
    `unicodedata.combining(c) != 0`. Everything else stays, in decomposed form.

    Args:
        text: Any text, also an empty one.

    Returns:
        The normalized text: `"Café"` becomes `"cafe"`.
    """
    decomposed = unicodedata.normalize("NFD", text.lower())
    return "".join(c for c in decomposed if unicodedata.combining(c) == 0)


def batch_norm_train(
    x: torch.Tensor, gamma: torch.Tensor, beta: torch.Tensor, eps: float = 1e-5
) -> torch.Tensor:
    r"""Batch normalization as it works in training: with the statistics of the batch.

    $$y_{bd} = \gamma_d \, \frac{x_{bd} - \mu_d}{\sqrt{\sigma_d^2 + \varepsilon}} + \beta_d$$

    Here $\mu_d$ and $\sigma_d^2$ are mean and *biased* variance (division by B) of column $d$.
    Gradients reach `x` (through $\mu$ and $\sigma^2$ as well), `gamma` and `beta`.

    Args:
        x: A batch of shape (B, D) with B ≥ 2; it is not changed.
        gamma: One scale per feature, shape (D,).
        beta: One shift per feature, shape (D,).
        eps: Added to the variance, under the square root.

    Returns:
        A tensor with the shape and dtype of `x`.
    """
    mean = x.mean(dim=0)
    var = x.var(dim=0, correction=0)
    return gamma * (x - mean) / torch.sqrt(var + eps) + beta


def batch_norm_eval(
    x: torch.Tensor,
    running_mean: torch.Tensor,
    running_var: torch.Tensor,
    gamma: torch.Tensor,
    beta: torch.Tensor,
    eps: float = 1e-5,
) -> torch.Tensor:
    r"""Batch normalization as it works in evaluation: with stored statistics.

    $$y_{bd} = \gamma_d \, \frac{x_{bd} - m_d}{\sqrt{v_d + \varepsilon}} + \beta_d$$

    Here $m$ and $v$ are the stored `running_mean` and `running_var`, so that the output for a
    sample does not depend on the rest of its batch. Gradients reach `x`, `gamma` and `beta`.

    Args:
        x: A batch of shape (B, D); it is not changed.
        running_mean: Stored means, shape (D,); they are not changed.
        running_var: Stored variances, shape (D,); they are not changed.
        gamma: One scale per feature, shape (D,).
        beta: One shift per feature, shape (D,).
        eps: Added to the variance, under the square root.

    Returns:
        A tensor with the shape and dtype of `x`.
    """
    return F.batch_norm(x, running_mean, running_var, gamma, beta, training=False, eps=eps)


def update_running_stats(
    running_mean: torch.Tensor, running_var: torch.Tensor, batch: torch.Tensor, momentum: float
) -> tuple[torch.Tensor, torch.Tensor]:
    r"""One step of the exponential moving averages that `nn.BatchNorm1d` keeps.

    $$m_d \leftarrow (1 - \alpha) \, m_d + \alpha \, \hat\mu_d, \qquad
    v_d \leftarrow (1 - \alpha) \, v_d + \alpha \, \hat\sigma_d^2$$

    Here $\alpha$ is the momentum, in PyTorch's convention the weight of the *new* batch, and
    $\hat\mu_d$ and $\hat\sigma_d^2$ are mean and *unbiased* variance (division by B-1) of column
    $d$ of the batch.

    Args:
        running_mean: The means so far, shape (D,); they are not changed.
        running_var: The variances so far, shape (D,); they are not changed.
        batch: A batch of shape (B, D) with B ≥ 2; it is not changed.
        momentum: The weight of the batch, from 0 to 1.

    Returns:
        `(new_mean, new_var)`, two new tensors of shape (D,).
    """
    new_mean = (1 - momentum) * running_mean + momentum * batch.mean(dim=0)
    new_var = (1 - momentum) * running_var + momentum * batch.var(dim=0)
    return new_mean, new_var


def make_dataset(kind: str, n: int, seed: int = 0) -> torch.Tensor:
    r"""Draw a one-dimensional dataset.

    * `"unimodal"`: n independent samples of the normal distribution with mean 1 and standard
      deviation 1.5.
    * `"bimodal"`: `n // 2` samples of the normal distribution with mean -1 and standard deviation
      0.5, the rest from the one with mean 3 and standard deviation 1.2, all of them shuffled.

    Args:
        kind: `"unimodal"` or `"bimodal"`, written exactly so.
        n: The number of samples.
        seed: The same seed gives the same samples, whatever the state of the global random number
            generator is; different seeds give different ones.

    Returns:
        A float32 tensor of shape (n, 1).

    Raises:
        ValueError: for any other kind.
    """
    generator = torch.Generator().manual_seed(seed)
    if kind == "unimodal":
        return 1.0 + 1.5 * torch.randn(n, 1, generator=generator)
    if kind == "bimodal":
        left = -1.0 + 0.5 * torch.randn(n // 2, 1, generator=generator)
        right = 3.0 + 1.2 * torch.randn(n - n // 2, 1, generator=generator)
        order = torch.randperm(n, generator=generator)
        return torch.cat([left, right])[order]
    raise ValueError(f"kind has to be 'unimodal' or 'bimodal', not {kind!r}")


def track_running_stats(
    batches: Iterable[torch.Tensor], momentum: float, epochs: int
) -> tuple[torch.Tensor, torch.Tensor]:
    """Watch how batch normalization learns its running statistics.

    In every epoch, all batches pass in their order through one
    `nn.BatchNorm1d(1, momentum=momentum, affine=False)` in training mode. After each epoch, its
    running mean and its running variance are noted down.

    Args:
        batches: Float32 tensors of shape (B, 1) with B ≥ 2, the same B or not: a list, a
            `DataLoader`, or anything else that can be iterated anew in every epoch (and may give
            other batches then). The batches are not changed.
        momentum: The momentum of the layer, from 0 to 1.
        epochs: How often to go through the batches (at least once).

    Returns:
        `(means, vars)`: two float32 tensors of shape (epochs,) with the running mean and the
        running variance after epoch 1, 2, and so on.
    """
    layer = nn.BatchNorm1d(1, momentum=momentum, affine=False)
    means, variances = torch.zeros(epochs), torch.zeros(epochs)
    for epoch in range(epochs):
        for batch in batches:
            layer(batch)
        means[epoch], variances[epoch] = layer.running_mean, layer.running_var
    return means, variances


def sweep_running_stats(
    X: torch.Tensor,
    momenta: Sequence[float],
    batch_sizes: Sequence[int],
    epochs: int = 30,
    seed: int = 0,
) -> dict[tuple[float, int], tuple[torch.Tensor, torch.Tensor]]:
    """Track the running statistics for every combination of momentum and batch size.

    For each combination, the samples are shuffled and cut into mini-batches of that size, whose
    running statistics are tracked as in `track_running_stats` (which you may call). When the batch
    size does not divide the number of samples, the last mini-batch is smaller and is kept. It is up
    to you whether to shuffle once or anew in every epoch.

    Args:
        X: A float32 dataset of shape (n, 1); it is not changed.
        momenta: The momenta to try.
        batch_sizes: The sizes of mini-batches to try; no mini-batch has fewer than 2 samples.
        epochs: The number of epochs of each run.
        seed: The same seed gives the same result, whatever the state of the global random number
            generator is; different seeds shuffle differently.

    Returns:
        A dict that has for each `(momentum, batch_size)` the pair `(means, vars)` of
        `track_running_stats`.
    """
    curves = {}
    for momentum in momenta:
        for batch_size in batch_sizes:
            generator = torch.Generator().manual_seed(seed)
            loader = torch.utils.data.DataLoader(
                X, batch_size=batch_size, shuffle=True, generator=generator
            )
            layer = nn.BatchNorm1d(1, momentum=momentum, affine=False)
            means, variances = torch.zeros(epochs), torch.zeros(epochs)
            for epoch in range(epochs):
                for batch in loader:
                    layer(batch)
                means[epoch], variances[epoch] = layer.running_mean, layer.running_var
            curves[momentum, batch_size] = (means, variances)
    return curves


def plot_running_stats(
    curves: Mapping[str, tuple[torch.Tensor, torch.Tensor]], true_mean: float, true_var: float
) -> Figure:
    """Plot running means and running variances over the epochs.

    The figure has one axes for the mean and one for the variance. Each of them shows one line per
    entry of `curves`, over the epochs 1, 2, …, E and labelled with the entry's key, and a
    horizontal reference line at the true value. All axes have axis labels, and there is a legend
    in each axes or one for the figure.

    Args:
        curves: For each label a pair `(means, vars)` of tensors of shape (E,), as given by
            `track_running_stats`.
        true_mean: Where the running means should end up.
        true_var: Where the running variances should end up.

    Returns:
        The `matplotlib.figure.Figure`.
    """
    figure, axes = plt.subplots(1, 2, figsize=(10, 3.6), layout="constrained")
    panels = [("running mean", true_mean), ("running variance", true_var)]
    for index, (ax, (name, true_value)) in enumerate(zip(axes, panels, strict=True)):
        for label, pair in curves.items():
            epochs = range(1, len(pair[index]) + 1)
            ax.plot(epochs, pair[index], label=label)
        ax.axhline(true_value, color="black", linestyle="--", linewidth=1, label="true value")
        ax.set(xlabel="epoch", ylabel=name)
        ax.grid(alpha=0.3)
        ax.legend()
    return figure


def exercise_bn_running_stats(n: int = 400, epochs: int = 30) -> dict[str, Figure]:
    """Run Exercise 1: running statistics for both datasets, over momentum and over batch size.

    Args:
        n: The number of samples of each dataset.
        epochs: The number of epochs of each run.

    Returns:
        Four figures, named `<dataset>_momentum` (momenta 0.01, 0.04, 0.1 at batch size 16) and
        `<dataset>_batch_size` (batch sizes 4, 16, 64 at momentum 0.04).
    """
    figures = {}
    for kind in ("unimodal", "bimodal"):
        X = make_dataset(kind, n)
        true_mean, true_var = X.mean().item(), X.var().item()
        by_momentum = sweep_running_stats(X, [0.01, 0.04, 0.1], [16], epochs)
        by_size = sweep_running_stats(X, [0.04], [4, 16, 64], epochs)
        labels = {f"momentum {m}": curves for (m, _), curves in by_momentum.items()}
        figures[f"{kind}_momentum"] = plot_running_stats(labels, true_mean, true_var)
        figures[f"{kind}_momentum"].suptitle(f"{kind} data, batch size 16")
        labels = {f"batch size {size}": curves for (_, size), curves in by_size.items()}
        figures[f"{kind}_batch_size"] = plot_running_stats(labels, true_mean, true_var)
        figures[f"{kind}_batch_size"].suptitle(f"{kind} data, momentum 0.04")
    return figures


def reference_figures() -> dict[str, Figure]:
    """Return the figures that the notebook shows for comparison, by file name."""
    return exercise_bn_running_stats()
