"""Reference functions of ``custom_losses`` (Exercise 3)."""

from __future__ import annotations

from collections.abc import Callable

import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F
from matplotlib.figure import Figure


def l1_loss(y_pred: torch.Tensor, y_true: torch.Tensor) -> torch.Tensor:
    r"""Mean absolute difference of two tensors.

    $$\mathrm{L1}(\hat y, y) = \frac{1}{N} \sum_{n} |\hat y_n - y_n|$$

    The sum runs over all $N$ entries, whatever the shape. Gradients reach both arguments.

    Args:
        y_pred: Predictions, any shape.
        y_true: Targets, the same shape.

    Returns:
        A 0-dim tensor of the inputs' dtype.
    """
    return (y_pred - y_true).abs().mean()


def corr_loss(y_pred: torch.Tensor, y_true: torch.Tensor, eps: float = 1e-8) -> torch.Tensor:
    r"""One minus the correlation of two signals.

    With $u = \hat y - \mathrm{mean}(\hat y)$ and $v = y - \mathrm{mean}(y)$:

    $$\mathrm{Corr}(\hat y, y) = 1 - \sum_n
    \frac{u_n}{\lVert u \rVert_2 + \varepsilon} \cdot
    \frac{v_n}{\lVert v \rVert_2 + \varepsilon}$$

    Means, norms and the sum run over all entries, whatever the shape. The loss is (up to
    $\varepsilon$) 0 for signals of the same form, 1 for unrelated ones and 2 for opposite ones;
    a constant signal gives 1. Gradients reach both arguments.

    Args:
        y_pred: Predictions, any shape.
        y_true: Targets, the same shape.
        eps: Is added to each of the two norms, so that constant signals do no harm.

    Returns:
        A 0-dim tensor of the inputs' dtype.
    """
    u = y_pred - y_pred.mean()
    v = y_true - y_true.mean()
    u = u / (u.norm() + eps)
    v = v / (v.norm() + eps)
    return 1 - (u * v).sum()


def spectral_l2_fft(
    y_pred: torch.Tensor, y_target: torch.Tensor, n_fft: int | None = None
) -> torch.Tensor:
    r"""Mean squared difference of the magnitude spectra of two signals.

    $$\mathrm{Spec}(\hat y, y) = \frac{1}{M} \sum_{k} \bigl(|\hat Y_k| - |Y_k|\bigr)^2$$

    $\hat Y$ and $Y$ are the one-sided spectra along the last dimension
    (`torch.fft.rfft`) of `n_fft` samples with the normalization `"ortho"`; shorter
    signals are padded with zeros at the end and longer ones cut there. The mean is over all
    $M$ values: the frequencies, and for batches the other dimensions too. Gradients reach both
    arguments.

    Args:
        y_pred: Predictions, shape (..., L).
        y_target: Targets, the same shape.
        n_fft: Number of samples that enter the transform; `None` stands for L.

    Returns:
        A 0-dim tensor of the inputs' dtype.
    """
    predicted = torch.fft.rfft(y_pred, n=n_fft, dim=-1, norm="ortho").abs()
    wanted = torch.fft.rfft(y_target, n=n_fft, dim=-1, norm="ortho").abs()
    return (predicted - wanted).square().mean()


def make_signals(L: int = 32) -> dict[str, torch.Tensor]:
    r"""Six variations of one signal, over the times $t = n / L$ for $n = 0, \dots, L - 1$.

    | key | signal |
    | --- | --- |
    | `base` | $\sin(2 \pi t) + 0.5 \sin(6 \pi t)$ |
    | `spiky` | `base`, with 3 added at the indices `L//4` and `(13*L)//16` |
    | `scaled` | 1.5 times `base` |
    | `offset` | `base` plus 1 |
    | `shifted` | `base`, moved circularly by `(5*L)//16` samples to later times |
    | `reversed` | `base`, backwards in time |

    Args:
        L: Number of samples, at least 2.

    Returns:
        A dict with these six keys; every value is a float32 tensor of shape (L,).
    """
    t = torch.arange(L, dtype=torch.float32) / L
    base = torch.sin(2 * torch.pi * t) + 0.5 * torch.sin(6 * torch.pi * t)
    spiky = base.clone()
    spiky[[L // 4, (13 * L) // 16]] += 3
    return {
        "base": base,
        "spiky": spiky,
        "scaled": 1.5 * base,
        "offset": base + 1,
        "shifted": base.roll((5 * L) // 16),
        "reversed": base.flip(0),
    }


def compute_loss_matrix(
    signals: dict[str, torch.Tensor],
    loss_fn: Callable[[torch.Tensor, torch.Tensor], torch.Tensor],
) -> torch.Tensor:
    r"""Compare every signal with every other one.

    $$M_{ij} = \mathrm{loss}(s_i, s_j)$$

    Args:
        signals: N named signals, shape (L,) each. They may require gradients and stay as they are.
        loss_fn: `loss_fn(s_i, s_j)` returns a 0-dim tensor. It need not be symmetric, and
            the loss of a signal with itself need not be 0.

    Returns:
        A float32 tensor of shape (N, N) without gradient history; rows and columns are in the
        order of the dict.
    """
    rows = list(signals.values())
    matrix = torch.zeros(len(rows), len(rows), dtype=torch.float32)
    with torch.no_grad():
        for i, first in enumerate(rows):
            for j, second in enumerate(rows):
                matrix[i, j] = loss_fn(first, second)
    return matrix


def make_sinusoid_pair(
    L: int = 121, cycles: int = 3, seed: int = 0
) -> tuple[torch.Tensor, torch.Tensor]:
    r"""Noise as input and a sinusoid as target.

    The target is $y_n = \sin(2 \pi \cdot \mathrm{cycles} \cdot t_n)$ at $L$ equally spaced times
    from $t = 0$ to $t = 1$, both included.

    Args:
        L: Number of samples.
        cycles: Number of periods of the sinusoid.
        seed: The same seed gives the same noise, whatever the state of the global random
            number generator; another seed gives other noise.

    Returns:
        `(x, y)`, two float32 tensors of shape (L,): standard normal noise and the sinusoid.
    """
    generator = torch.Generator().manual_seed(seed)
    x = torch.randn(L, generator=generator)
    y = torch.sin(2 * torch.pi * cycles * torch.linspace(0, 1, L))
    return x, y


def make_kernel_pair(
    L: int, K: int, noise: float = 0.0, seed: int = 0
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    r"""Noise as input, and the same noise seen through a random kernel as target.

    The kernel is $0.2$ times standard normal numbers. The target is what
    `torch.nn.functional.conv1d` makes of `x` and `h_true` with `padding="same"`, plus
    `noise` times standard normal numbers. Input, kernel and noise are drawn independently.

    Args:
        L: Number of samples.
        K: Length of the kernel, even or odd.
        noise: Standard deviation of the noise on the target.
        seed: The same seed gives the same result, whatever the state of the global random
            number generator; another seed gives other draws.

    Returns:
        `(x, y, h_true)`, float32 tensors of shape (L,), (L,) and (K,); `x` is standard
        normal noise.
    """
    generator = torch.Generator().manual_seed(seed)
    x = torch.randn(L, generator=generator)
    h_true = 0.2 * torch.randn(K, generator=generator)
    y = F.conv1d(x.view(1, 1, L), h_true.view(1, 1, K), padding="same").view(L)
    return x, y + noise * torch.randn(L, generator=generator), h_true


def learn_kernel(
    x: torch.Tensor,
    y_target: torch.Tensor,
    K: int,
    loss_fn: Callable[[torch.Tensor, torch.Tensor], torch.Tensor],
    epochs: int = 100,
    lr: float = 0.05,
    seed: int = 0,
) -> tuple[torch.Tensor, torch.Tensor, list[float]]:
    r"""Train a convolution kernel so that the filtered input is close to a target.

    Minimizes $\mathrm{loss}(\hat y, y)$ over $h$, where $\hat y$ is what
    `torch.nn.functional.conv1d` makes of `x` and $h$ with `padding="same"`. Each epoch
    is one update by `torch.optim.Adam` (its defaults but for `lr`).

    Args:
        x: Input, shape (L,), float32 or float64.
        y_target: Target, shape (L,), the same dtype.
        K: Length of the kernel, even or odd.
        loss_fn: Is called as `loss_fn(y_est, y_target)` with two tensors of one shape whose
            last dimension is L, and returns a 0-dim tensor.
        epochs: Number of updates.
        lr: Learning rate.
        seed: Decides where the kernel starts, whatever the state of the global random number
            generator; another seed gives another start. A kernel of zeros cannot learn under
            every loss, so the start must not be zero.

    Returns:
        `(h, y_est, losses)`: the trained kernel, shape (K,); the filtered input, shape (L,),
        made with just this kernel; and the list of `epochs` losses as Python floats, each taken
        before its update. The two tensors have the dtype of `x` and no gradient history.
    """
    generator = torch.Generator().manual_seed(seed)
    start = 0.1 * torch.randn(1, 1, K, generator=generator)
    h = start.to(x.dtype).requires_grad_()
    signal = x.detach().view(1, 1, -1)
    target = y_target.detach().view(1, 1, -1)
    optimizer = torch.optim.Adam([h], lr=lr)
    losses = []
    for _ in range(epochs):
        optimizer.zero_grad()
        loss = loss_fn(F.conv1d(signal, h, padding="same"), target)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    h = h.detach()
    y_est = F.conv1d(signal, h, padding="same")
    return h.view(-1), y_est.view(-1), losses


def plot_kernel_result(
    x: torch.Tensor,
    h: torch.Tensor,
    y_est: torch.Tensor,
    y_target: torch.Tensor,
    losses: list[float],
    h_true: torch.Tensor | None = None,
) -> Figure:
    """Show how `learn_kernel` went, in a figure with four axes.

    One axes shows the losses over the epochs, one the input, one the kernel (with the true kernel
    beside it where there is one), and one the output together with the target. Their order and the
    way of drawing are free. All have labels on both axes. Where an axes shows two curves there
    is a legend, in the axes or for the figure.

    Args:
        x: Input, shape (L,).
        h: Trained kernel, shape (K,).
        y_est: Output, shape (L,).
        y_target: Target, shape (L,).
        losses: One loss per epoch.
        h_true: The kernel that made the target, shape (K,), or `None` if there is none.

    Returns:
        The figure.
    """
    fig, axes = plt.subplots(2, 2, figsize=(9, 5), layout="constrained")
    loss_ax, input_ax, kernel_ax, output_ax = axes.flat
    loss_ax.plot(range(1, len(losses) + 1), losses)
    loss_ax.set(xlabel="epoch", ylabel="loss", title="Training")
    input_ax.plot(x)
    input_ax.set(xlabel="n", ylabel="x[n]", title="Input")
    kernel_ax.plot(h, marker=".", label="learned h")
    if h_true is not None:
        kernel_ax.plot(h_true, "--", marker=".", label="true h")
        kernel_ax.legend()
    kernel_ax.set(xlabel="k", ylabel="h[k]", title="Kernel")
    output_ax.plot(y_target, "--", label="target")
    output_ax.plot(y_est, label="output")
    output_ax.legend()
    output_ax.set(xlabel="n", ylabel="y[n]", title="Output and target")
    return fig


def exercise_custom_losses() -> dict[str, Figure]:
    """Run Exercise 3: learn a kernel for both examples under MSE and the three losses.

    The first example turns noise into a sinusoid (L = K = 121, no true kernel), the second one
    recovers a kernel of 7 entries from 16 noisy samples (noise 0.1).

    Returns:
        Eight figures by name, such as `"kernel_corr"`.
    """
    losses: dict[str, Callable[..., torch.Tensor]] = {
        "mse": F.mse_loss,
        "l1": l1_loss,
        "corr": corr_loss,
        "spectral": spectral_l2_fft,
    }
    x, y = make_sinusoid_pair()
    noise, filtered, h_true = make_kernel_pair(16, 7, noise=0.1)
    figures = {}
    for name, loss_fn in losses.items():
        h, y_est, history = learn_kernel(x, y, len(x), loss_fn)
        figures[f"sinusoid_{name}"] = plot_kernel_result(x, h, y_est, y, history)
        h, y_est, history = learn_kernel(noise, filtered, 7, loss_fn)
        figures[f"kernel_{name}"] = plot_kernel_result(noise, h, y_est, filtered, history, h_true)
    for name, figure in figures.items():
        example, loss_name = name.split("_")
        figure.suptitle(f"{example.capitalize()}, trained under {loss_name}")
    return figures


def reference_figures() -> dict[str, Figure]:
    """Draw the figures that the notebook shows for comparison, by file name."""
    runs = exercise_custom_losses()
    chosen = {name: runs[name] for name in ("sinusoid_mse", "kernel_corr")}
    return {"six_signals": _six_signals(), "loss_matrices": _loss_matrices(), **chosen}


def _six_signals() -> Figure:
    """The six signals, each in a panel with `base` behind it."""
    figure, axes = plt.subplots(
        2, 3, figsize=(9, 4), sharex=True, sharey=True, layout="constrained"
    )
    signals = make_signals()
    for ax, (name, signal) in zip(axes.flat, signals.items(), strict=True):
        ax.plot(signals["base"], color="0.75")
        ax.plot(signal, marker=".")
        ax.set(title=name, xlabel="n")
        ax.label_outer()
    return figure


def _loss_matrices() -> Figure:
    """The three losses of all pairs of the six signals."""
    figure, axes = plt.subplots(1, 3, figsize=(10, 3.7), layout="constrained")
    signals = make_signals()
    for ax, loss_fn in zip(axes, (l1_loss, corr_loss, spectral_l2_fft), strict=True):
        matrix = compute_loss_matrix(signals, loss_fn)
        ax.imshow(matrix, cmap="Blues", vmin=0)
        ax.set_title(loss_fn.__name__)
        ax.set_xticks(range(6), list(signals), rotation=45, ha="right")
        ax.set_yticks(range(6), list(signals))
        for i, row in enumerate(matrix.tolist()):
            for j, loss in enumerate(row):
                dark = loss > 0.6 * float(matrix.max())
                color = "white" if dark else "black"
                ax.text(j, i, f"{abs(loss):.2f}", ha="center", va="center", color=color, size=8)
    return figure
