"""Divides the caller's X to make the panels comparable.

corner: yes
"""

import matplotlib.pyplot as plt


def plot_dropout(X, mask, output, p):
    fig, axes = plt.subplots(1, 3)
    top = float(X.max())
    axes[0].imshow(X.clone(), vmin=0, vmax=top)
    X /= 1 - p
    axes[1].imshow(mask)
    axes[2].imshow(output, vmin=0, vmax=float(X.max()))
    for ax, title in zip(axes, ("input", f"mask p={p}", "output"), strict=True):
        ax.set_title(title)
    return fig
