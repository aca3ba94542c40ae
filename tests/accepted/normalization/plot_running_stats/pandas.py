"""Lets pandas draw."""

import matplotlib.pyplot as plt, numpy as np, pandas as pd


def plot_running_stats(curves, true_mean, true_var):
    fig, axs = plt.subplots(2, 1, sharex=True)
    for i, (ax, true, name) in enumerate(zip(axs, (true_mean, true_var), ("mean", "variance"))):
        table = pd.DataFrame({label: np.array(c[i]) for label, c in curves.items()})
        table.index = table.index + 1
        table.plot(ax=ax, xlabel="epoch", ylabel=name, legend=True)
        ax.axhline(true, ls=":")
    return fig
