"""Leaves the mask out."""

import matplotlib.pyplot as plt


def plot_dropout(X, mask, output, p):
    fig, axes = plt.subplots(1, 2)
    top = float(X.max())
    axes[0].imshow(X, vmin=0, vmax=top)
    axes[0].set_title("input")
    axes[1].imshow(output, vmin=0, vmax=top / (1 - p))
    axes[1].set_title(f"output p={p}")
    return fig
