"""Labels the epoch axis once for the whole figure."""

import matplotlib.pyplot as plt


def plot_running_stats(curves, true_mean, true_var):
    fig, axes = plt.subplots(1, 2, layout="constrained")
    names = ("running mean", "running variance")
    for ax, true, name, k in zip(axes, (true_mean, true_var), names, (0, 1), strict=True):
        ax.axhline(true, color="k", label="truth")
        for label, pair in curves.items():
            ax.errorbar(range(1, len(pair[k]) + 1), pair[k], label=label)
        ax.set_ylabel(name)
        ax.legend()
    fig.supxlabel("epoch")
    return fig
