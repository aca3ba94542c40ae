"""Cuts labels to eight characters, after which long ones look alike.

corner: yes
"""

import matplotlib.pyplot as plt


def plot_running_stats(curves, true_mean, true_var):
    fig, axes = plt.subplots(1, 2)
    for k, (ax, true) in enumerate(zip(axes, (true_mean, true_var))):
        for label, pair in curves.items():
            ax.plot(range(1, len(pair[k]) + 1), pair[k], label=str(label)[:8])
        ax.axhline(true, ls="--", label="true")
        ax.set(xlabel="epoch", ylabel=("mean", "variance")[k])
        ax.legend()
    return fig
