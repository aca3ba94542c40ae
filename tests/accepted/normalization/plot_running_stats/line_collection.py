"""Draws each curve as a LineCollection."""

import matplotlib.pyplot as plt
from matplotlib.collections import LineCollection


def plot_running_stats(curves, true_mean, true_var):
    fig, axes = plt.subplots(1, 2, figsize=(10, 4))
    for k, (ax, true, name) in enumerate(
        zip(axes, (true_mean, true_var), ("mean", "variance"), strict=True)
    ):
        for n, (label, pair) in enumerate(curves.items()):
            points = [(epoch, float(value)) for epoch, value in enumerate(pair[k], start=1)]
            ax.add_collection(LineCollection([points], label=label, color=f"C{n}"))
        ax.autoscale()
        ax.hlines(true, 1, len(pair[k]), color="black", linestyle="--")
        ax.set(xlabel="epoch", ylabel=f"running {name}")
        ax.legend()
    return fig
