"""Makes the figure without pyplot."""

from matplotlib.figure import Figure


def plot_running_stats(curves, true_mean, true_var):
    fig = Figure(figsize=(8, 3))
    axes = fig.subplots(1, 2)
    for ax, index, value, name in zip(
        axes, (0, 1), (true_mean, true_var), ("running mean", "running variance")
    ):
        for label, stats in curves.items():
            y = stats[index].tolist()
            ax.plot([i + 1 for i in range(len(y))], y, marker=".", label=label)
        ax.axhline(y=value, color="red", linewidth=2)
        ax.set_title(name)
        ax.set_xlabel("epoch")
        ax.set_ylabel("value")
        ax.legend()
    return fig
