"""Shows dropped entries as 1 in the mask's panel.

names: the dropped entries as 1
"""

import matplotlib.pyplot as plt


def plot_dropout(X, mask, output, p):
    fig, axes = plt.subplots(1, 3, figsize=(9, 3))
    top = float(X.max())
    axes[0].imshow(X, vmin=0, vmax=top)
    axes[0].set_title("input")
    axes[1].imshow(1 - mask, cmap="gray", vmin=0, vmax=1)
    axes[1].set_title(f"mask (p = {p})")
    axes[2].imshow(output, vmin=0, vmax=top / (1 - p))
    axes[2].set_title("output")
    return fig
