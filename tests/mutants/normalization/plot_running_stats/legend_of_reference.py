"""Puts the reference line only into the legend.

corner: yes
names: there is no legend with
"""

import matplotlib.pyplot as plt


def plot_running_stats(curves, true_mean, true_var):
    fig, axes = plt.subplots(1, 2)
    rows = zip(axes, ("mean", "variance"), (true_mean, true_var), strict=True)
    for k, (ax, name, true) in enumerate(rows):
        for label, pair in curves.items():
            ax.plot(range(1, len(pair[k]) + 1), pair[k], label=label)
        ax.axhline(true, color="black")
        ax.set_xlabel("epoch")
        ax.set_ylabel(name)
        ax.legend(handles=[ax.axhline(true, label="true")])
    return fig
