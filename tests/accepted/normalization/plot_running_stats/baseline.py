"""Marks where the layer starts (mean 0, variance 1) with a further horizontal line."""

import matplotlib.pyplot as plt


def plot_running_stats(curves, true_mean, true_var):
    fig, axes = plt.subplots(1, 2)
    rows = zip(axes, ("mean", "variance"), (true_mean, true_var), (0.0, 1.0), strict=True)
    for k, (ax, name, true, start) in enumerate(rows):
        for label, pair in curves.items():
            ax.plot(range(1, len(pair[k]) + 1), pair[k], ".-", label=label)
        ax.axhline(start, color="0.8", label="start")
        ax.axhline(true, color="black", label="true")
        ax.set(xlabel="epoch", ylabel=name)
        ax.legend()
    return fig
