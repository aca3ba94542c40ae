"""Puts the legend into a panel of its own."""

import matplotlib.pyplot as plt


def plot_running_stats(curves, true_mean, true_var):
    fig, (a, b, c) = plt.subplots(1, 3, width_ratios=[3, 3, 1])
    for label, (m, v) in curves.items():
        a.plot(range(1, len(m) + 1), m, label=label)
        b.plot(range(1, len(v) + 1), v, label=label)
    a.axhline(true_mean)
    b.axhline(true_var)
    a.set(xlabel="epoch", ylabel="mean")
    b.set(xlabel="epoch", ylabel="variance")
    c.axis("off")
    c.legend(*a.get_legend_handles_labels(), loc="center")
    return fig
