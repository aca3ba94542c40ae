"""Shows the masked input instead of the output."""

import matplotlib.pyplot as plt


def plot_dropout(X, mask, output, p):
    fig, axes = plt.subplots(1, 3)
    top = float(X.max())
    limits = (top, 1, top / (1 - p))
    titles = ("input", f"mask p={p}", "output")
    for ax, values, limit, title in zip(axes, (X, mask, X * mask), limits, titles, strict=True):
        ax.imshow(values, vmin=0, vmax=limit)
        ax.set_title(title)
    return fig
