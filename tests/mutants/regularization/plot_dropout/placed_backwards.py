"""Makes the panels in order, but places them from right to left.

corner: yes
"""

import matplotlib.pyplot as plt


def plot_dropout(X, mask, output, p):
    fig = plt.figure(figsize=(9, 3))
    top = float(X.max())
    panels = [("input", X, top), (f"mask, p={p}", mask, 1), ("output", output, top / (1 - p))]
    for number, (title, values, limit) in enumerate(panels):
        ax = fig.add_subplot(1, 3, 3 - number)
        ax.imshow(values, vmin=0, vmax=limit)
        ax.set_title(title)
    return fig
