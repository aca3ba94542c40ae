"""Has three colours, and draws no fourth entry.

corner: yes
"""

import matplotlib.pyplot as plt


def plot_running_stats(curves, true_mean, true_var):
    fig, axes = plt.subplots(1, 2)
    for index, (ax, true) in enumerate(zip(axes, (true_mean, true_var))):
        for (label, pair), color in zip(curves.items(), ("red", "green", "blue")):
            ax.plot(range(1, len(pair[index]) + 1), pair[index], color=color, label=label)
        ax.axhline(true, color="black")
        ax.set(xlabel="epoch", ylabel="running statistic")
        ax.legend()
    return fig
