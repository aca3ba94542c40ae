"""Axes placed by hand with a number in every cell, the figure closed."""

import matplotlib.pyplot as plt


def plot_dropout(X, mask, output, p):
    fig = plt.figure()
    top = float(X.max()) * 1.1
    data = [
        (X, 0, top, "$X$"),
        (mask, 0, 1, f"$m$ ($p={p}$)"),
        (output, 0, top / (1 - p), r"$X \odot m / (1-p)$"),
    ]
    for i, (t, lo, hi, title) in enumerate(data):
        ax = fig.add_axes([0.05 + 0.32 * i, 0.1, 0.28, 0.8])
        im = ax.imshow(t.numpy())
        im.set_clim(lo, hi)
        ax.set(title=title, xticks=[], yticks=[])
        for r in range(t.shape[0]):
            for c in range(t.shape[1]):
                ax.text(c, r, f"{t[r, c]:.1f}", ha="center", va="center", fontsize=5)
    plt.close(fig)
    return fig
