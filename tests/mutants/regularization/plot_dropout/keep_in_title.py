"""Names the probability of keeping in the title.

corner: yes
"""

import matplotlib.pyplot as plt


def plot_dropout(X, mask, output, p):
    fig, axes = plt.subplots(1, 3)
    top = float(X.max())
    limits = (top, 1, top / (1 - p))
    titles = ("input", f"mask, keeps {1 - p}", "output")
    for ax, values, limit, title in zip(axes, (X, mask, output), limits, titles, strict=True):
        ax.imshow(values, vmin=0, vmax=limit)
        ax.set_title(title)
    return fig
