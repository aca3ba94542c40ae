"""Gives the last panel no title.

corner: yes
"""

import matplotlib.pyplot as plt


def plot_dropout(X, mask, output, p):
    fig, axes = plt.subplots(1, 3)
    top = float(X.max())
    limits = (top, 1, top / (1 - p))
    for ax, values, limit in zip(axes, (X, mask, output), limits, strict=True):
        ax.imshow(values, vmin=0, vmax=limit)
    axes[0].set_title("input")
    axes[1].set_title(f"mask p={p}")
    return fig
