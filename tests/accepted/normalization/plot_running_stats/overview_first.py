"""Draws a bare overview of the means before the two axes proper."""

import matplotlib.pyplot as plt


def plot_running_stats(curves, true_mean, true_var):
    fig = plt.figure()
    overview, *axes = fig.subplots(1, 3)
    for label, pair in curves.items():
        overview.plot(pair[0])
        for ax, values in zip(axes, pair, strict=True):
            ax.plot([epoch + 1 for epoch in range(len(values))], values, label=label)
    for ax, true, name in zip(axes, (true_mean, true_var), ("mean", "variance"), strict=True):
        ax.axhline(true, linestyle="dotted")
        ax.set(xlabel="Epoch", ylabel=f"running {name}")
        ax.legend(title="run")
    return fig
