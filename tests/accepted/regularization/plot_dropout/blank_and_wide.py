"""NaN where dropped, colours that reach further than the data."""

import matplotlib.pyplot as plt, torch


def plot_dropout(X, mask, output, p):
    fig, axs = plt.subplots(1, 3)
    shown = torch.where(mask.bool(), output, torch.nan)
    ims = [ax.matshow(t) for ax, t in zip(axs, (X, mask, shown))]
    ims[0].set_clim(0, 1.5 * X.max().item())
    ims[2].set_clim(0, 1.5 * X.max().item() / (1 - p))
    for ax, t in zip(axs, ("input", "kept (white) and dropped with p = " + repr(p), "output")):
        ax.set_title(t, pad=14)
    return fig
