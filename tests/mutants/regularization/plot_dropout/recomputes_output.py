"""Draws what the output should be instead of the output that was handed over.

corner: yes
"""

import matplotlib.pyplot as plt


def plot_dropout(X, mask, output, p):
    figure, axes = plt.subplots(1, 3)
    top = X.max().item()
    panels = (
        ("input", X, top),
        (f"mask, p={p}", mask, 1),
        ("output", X * mask / (1 - p), top / (1 - p)),
    )
    for ax, (title, values, limit) in zip(axes, panels):
        ax.imshow(values, vmin=0, vmax=limit)
        ax.set_title(title)
    return figure
