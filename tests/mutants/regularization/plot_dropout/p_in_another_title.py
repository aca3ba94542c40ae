"""Names p in the title of the output instead of the mask.

corner: yes
"""

import matplotlib.pyplot as plt


def plot_dropout(X, mask, output, p):
    fig, axes = plt.subplots(1, 3)
    top = float(X.max())
    limits = (top, 1, top / (1 - p))
    titles = ("input", "mask", f"output for p={p}")
    for ax, values, limit, title in zip(axes, (X, mask, output), limits, titles, strict=True):
        ax.imshow(values, vmin=0, vmax=limit)
        ax.set_title(title)
    return fig
