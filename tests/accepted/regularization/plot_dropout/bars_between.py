"""Colour bars of their own between the panels, data from 0 to 1, titles on the right."""

import matplotlib.pyplot as plt, numpy as np


def plot_dropout(X, mask, output, p):
    fig = plt.figure(figsize=(10, 3))
    gs = fig.add_gridspec(1, 6, width_ratios=[10, 1] * 3)
    top = float(np.max(X.numpy()))
    for k, (data, hi, title) in enumerate(
        [
            (X, top, "Input $X$"),
            (mask, 1, r"Mask $m\sim\mathrm{Bernoulli}(1-p)$, $p=%r$" % p),
            (output, top / (1 - p), r"$\tilde X$"),
        ]
    ):
        ax, cax = fig.add_subplot(gs[2 * k]), fig.add_subplot(gs[2 * k + 1])
        fig.colorbar(
            ax.imshow(data.numpy(), vmin=0, vmax=hi, aspect="equal", extent=(0, 1, 0, 1)), cax=cax
        )
        ax.set_title(title, loc="right", fontsize=8)
    fig.suptitle("inverted dropout")
    fig.canvas.draw()
    return fig
