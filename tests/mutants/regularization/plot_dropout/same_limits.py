"""Uses the same colour limits for input and output.

corner: yes
names: the same limit as for the input
"""

import matplotlib.pyplot as plt


def plot_dropout(X, mask, output, p):
    fig, axes = plt.subplots(1, 3)
    titles = ("input", f"mask p={p}", "output")
    for ax, values, title in zip(axes, (X, mask, output), titles, strict=True):
        ax.imshow(values, vmin=0, vmax=float(X.max()))
        ax.set_title(title)
    return fig
