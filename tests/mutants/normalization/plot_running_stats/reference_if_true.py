"""The reference is drawn `if true_mean`, so that a true value of 0 has no line.

corner: yes
names: true_mean=0.0
"""

import numpy as np
import matplotlib.pyplot as plt


def plot_running_stats(curves, true_mean, true_var):
    fig, (ax1, ax2) = plt.subplots(1, 2)
    for label, (m, v) in curves.items():
        e = np.arange(1, len(m) + 1)
        ax1.plot(e, m, label=label)
        ax2.plot(e, v, label=label)
    if true_mean:
        ax1.axhline(true_mean, ls="--", color="k")
    if true_var:
        ax2.axhline(true_var, ls="--", color="k")
    for ax, name in ((ax1, "mean"), (ax2, "variance")):
        ax.set_xlabel("epoch")
        ax.set_ylabel(name)
        ax.legend()
    return fig
