"""Draws into the same figure on every call.

corner: yes
"""

import matplotlib.pyplot as plt


def plot_dropout(X, mask, output, p):
    fig = plt.figure("dropout")
    axes = [fig.add_subplot(1, 3, k) for k in (1, 2, 3)]
    top = float(X.max())
    axes[0].imshow(X, vmin=0, vmax=top)
    axes[0].set_title("input")
    axes[1].imshow(mask, cmap="gray", vmin=0, vmax=1)
    axes[1].set_title(f"mask (p = {p})")
    axes[2].imshow(output, vmin=0, vmax=top / (1 - p))
    axes[2].set_title("output")
    return fig
