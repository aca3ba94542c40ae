"""Gives handles and texts to the legends instead of labels to the lines."""

import matplotlib.pyplot as plt


def plot_running_stats(curves, true_mean, true_var):
    fig, axes = plt.subplots(1, 2)
    for ax, true, k in zip(axes, (true_mean, true_var), (0, 1), strict=True):
        lines = []
        for pair in curves.values():
            (line,) = ax.step(range(1, len(pair[k]) + 1), pair[k], where="mid")
            lines.append(line)
        lines.append(ax.axhline(y=true, color="gray"))
        ax.legend(lines, [*curves, "true"])
        ax.set(xlabel="epochs", ylabel=["running mean", "running var"][k])
    return fig
