"""Draws everything into one axes.

names: apart from the other statistic
"""

import matplotlib.pyplot as plt


def plot_running_stats(curves, true_mean, true_var):
    fig, ax = plt.subplots()
    for label, (means, variances) in curves.items():
        epochs = range(1, len(means) + 1)
        ax.plot(epochs, means, label=f"{label} mean")
        ax.plot(epochs, variances, label=f"{label} variance")
    ax.axhline(true_mean)
    ax.axhline(true_var)
    ax.set(xlabel="epoch", ylabel="value")
    ax.legend()
    return fig
