"""Takes the curves out of the caller's dict.

corner: yes
names: changed a dict that it was given
"""

import matplotlib.pyplot as plt


def plot_running_stats(curves, true_mean, true_var):
    fig, (left, right) = plt.subplots(1, 2)
    while curves:
        label, (means, variances) = curves.popitem()
        epochs = range(1, len(means) + 1)
        left.plot(epochs, means, label=label)
        right.plot(epochs, variances, label=label)
    left.axhline(true_mean, color="black")
    right.axhline(true_var, color="black")
    for ax, name in ((left, "running mean"), (right, "running variance")):
        ax.set_xlabel("epoch")
        ax.set_ylabel(name)
        ax.legend()
    return fig
