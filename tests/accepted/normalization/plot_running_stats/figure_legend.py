"""Has one legend for the figure, the lines of the second axes without labels of their own."""

import matplotlib.pyplot as plt


def plot_running_stats(curves, true_mean, true_var):
    fig, axes = plt.subplots(ncols=2, figsize=(9, 3))
    for k, (label, pair) in enumerate(curves.items()):
        epochs = list(range(1, len(pair[0]) + 1))
        axes[0].plot(epochs, pair[0].tolist(), color=f"C{k}", label=f"{label} (run {k + 1})")
        axes[1].plot(epochs, pair[1].tolist(), color=f"C{k}")
    for ax, true, name in zip(axes, (true_mean, true_var), ("mean", "variance"), strict=True):
        ax.plot(epochs, [true] * len(epochs), "k--")
        ax.set(xlabel="epoch", ylabel=name, title=name)
    fig.legend()
    return fig
