"""Uses subfigures."""

import matplotlib.pyplot as plt


def _panel(ax, curves, k, true, name):
    for label, stats in curves.items():
        ax.plot(range(1, 1 + len(stats[k])), stats[k], label=label)
    ax.plot(ax.get_xlim(), [true] * 2, "--k")
    ax.set(xlabel="epoch", ylabel=name)
    ax.legend()


def plot_running_stats(curves, true_mean, true_var):
    fig = plt.figure(figsize=(8, 4))
    left, right = fig.subfigures(1, 2)
    _panel(left.subplots(), curves, 0, true_mean, "mean")
    _panel(right.subplots(), curves, 1, true_var, "variance")
    return fig
