"""Shows the mask first."""

import matplotlib.pyplot as plt


def plot_dropout(X, mask, output, p):
    fig, axes = plt.subplots(1, 3)
    top = float(X.max())
    axes[0].imshow(mask)
    axes[0].set_title(f"mask (p={p})")
    axes[1].imshow(X, vmin=0, vmax=top)
    axes[1].set_title("input")
    axes[2].imshow(output, vmin=0, vmax=top / (1 - p))
    axes[2].set_title("output")
    return fig
