"""`zip` with a list of five colours drops what comes after.

corner: yes
"""

import numpy as np
import matplotlib.pyplot as plt


def plot_running_stats(curves, true_mean, true_var):
    fig, (ax1, ax2) = plt.subplots(1, 2)
    for color, (label, (m, v)) in zip(["b", "r", "g", "c", "m"], curves.items()):
        e = np.arange(1, len(m) + 1)
        ax1.plot(e, m, color=color, label=label)
        ax2.plot(e, v, color=color, label=label)
    ax1.axhline(true_mean, ls="--", color="k")
    ax2.axhline(true_var, ls="--", color="k")
    for ax, name in ((ax1, "mean"), (ax2, "variance")):
        ax.set_xlabel("epoch")
        ax.set_ylabel(name)
        ax.legend()
    return fig
