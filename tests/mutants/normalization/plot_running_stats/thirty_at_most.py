"""Draws no more than thirty epochs.

corner: yes
"""

import matplotlib.pyplot as plt


def plot_running_stats(curves, true_mean, true_var):
    fig, axes = plt.subplots(1, 2)
    for index, (ax, true) in enumerate(zip(axes, (true_mean, true_var))):
        for label, pair in curves.items():
            values = pair[index][:30]
            ax.plot(range(1, len(values) + 1), values, label=label)
        ax.axhline(true, color="black")
        ax.set(xlabel="epoch", ylabel="running statistic")
        ax.legend()
    return fig
