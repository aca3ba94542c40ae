"""Adds spans, texts and decorated labels."""

import matplotlib.pyplot as plt
from matplotlib.gridspec import GridSpec


def plot_running_stats(curves, true_mean, true_var):
    fig = plt.figure(figsize=(9, 3))
    gs = GridSpec(1, 2, figure=fig)
    for i in range(2):
        ax = fig.add_subplot(gs[0, i])
        t = [true_mean, true_var][i]
        ax.axhspan(t - 0.05, t + 0.05, color="gold", alpha=0.3)
        ax.axhline(t, color="gold", label=f"true = {t:.2f}")
        ax.axvline(1, color="0.9")
        for label, c in curves.items():
            n = c[i].numel()
            ax.plot(
                torch_arange(n),
                c[i].numpy(),
                drawstyle="steps-mid",
                label=f"run {label} (final {c[i][-1]:.2f})",
            )
        ax.set_xlabel("epoch $e$")
        ax.set_ylabel("statistic")
        ax.grid(True)
        ax.set_title(["mean", "variance"][i])
        ax.text(0.5, 0.5, "…", transform=ax.transAxes)
        ax.legend(fontsize=7)
    fig.tight_layout()
    return fig


def torch_arange(n):
    import torch

    return torch.arange(1, n + 1)
