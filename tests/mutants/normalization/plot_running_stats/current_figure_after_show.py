"""Shows the figure, which closes it, and returns a new one.

names: plt.show()
"""

import matplotlib.pyplot as plt


def plot_running_stats(curves, true_mean, true_var):
    plt.subplot(1, 2, 1)
    for label, (m, v) in curves.items():
        plt.plot(range(1, len(m) + 1), m, label=label)
    plt.axhline(true_mean, c="k")
    plt.xlabel("epoch")
    plt.ylabel("running mean")
    plt.legend()
    plt.subplot(1, 2, 2)
    for label, (m, v) in curves.items():
        plt.plot(range(1, len(v) + 1), v, label=label)
    plt.axhline(true_var, c="k")
    plt.xlabel("epoch")
    plt.ylabel("running var")
    plt.legend()
    plt.show()
    return plt.gcf()
