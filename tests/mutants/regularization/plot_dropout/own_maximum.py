"""Ends the output's colours at its own largest entry, which may have been dropped.

corner: yes
"""

import matplotlib.pyplot as plt


def plot_dropout(X, mask, output, p):
    fig, axes = plt.subplots(1, 3)
    titles = ("input", f"mask p={p}", "output")
    for ax, values, title in zip(axes, (X, mask, output), titles, strict=True):
        ax.imshow(values, vmin=0, vmax=float(values.max()))
        ax.set_title(title)
    return fig
