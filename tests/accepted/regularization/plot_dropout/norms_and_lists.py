"""Norm objects, nested lists, and a histogram below."""

import matplotlib.pyplot as plt
from matplotlib.colors import Normalize


def plot_dropout(X, mask, output, p):
    fig = plt.figure(constrained_layout=True)
    gs = fig.add_gridspec(2, 3)
    top = 1.0
    norms = [Normalize(0, top), Normalize(0, 1), Normalize(0, top / (1 - p))]
    for k, (t, name) in enumerate(
        zip([X, mask, output], ["input X", f"mask p={p}", "scaled output"])
    ):
        ax = fig.add_subplot(gs[0, k])
        ax.imshow(t.tolist(), norm=norms[k], interpolation="nearest", origin="lower")
        ax.set_title(name, loc="left")
    ax = fig.add_subplot(gs[1, :])
    ax.hist(output.flatten().numpy(), bins=20)
    ax.set_title("histogram of the output")
    return fig
