"""Draws both true values in both axes.

corner: yes
names: also has a horizontal line at
"""

import matplotlib.pyplot as plt


def plot_running_stats(curves, true_mean, true_var):
    fig, axes = plt.subplots(1, 2)
    for k, (ax, name) in enumerate(zip(axes, ("mean", "variance"), strict=True)):
        for label, pair in curves.items():
            ax.plot(range(1, len(pair[k]) + 1), pair[k], label=label)
        ax.axhline(true_mean, color="black", label="true mean")
        ax.axhline(true_var, color="red", label="true variance")
        ax.set_xlabel("epoch")
        ax.set_ylabel(name)
        ax.legend()
    return fig
