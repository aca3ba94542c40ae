"""Names everything in the figure's title and leaves the panels without one."""

import matplotlib.pyplot as plt


def plot_dropout(X, mask, output, p):
    fig, axes = plt.subplots(1, 3)
    top = float(X.max())
    limits = (top, 1, top / (1 - p))
    for ax, values, limit in zip(axes, (X, mask, output), limits, strict=True):
        ax.imshow(values, vmin=0, vmax=limit)
    fig.suptitle(f"input, mask (p={p}) and output")
    return fig
