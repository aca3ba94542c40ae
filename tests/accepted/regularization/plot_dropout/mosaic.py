"""A mosaic with matshow and colour bars."""

import matplotlib.pyplot as plt


def plot_dropout(X, mask, output, p):
    fig, ax = plt.subplot_mosaic([["input", "mask", "output"]], layout="constrained")
    m = float(X.max())
    fig.colorbar(ax["output"].matshow(output.numpy(), vmin=0.0, vmax=m / (1 - p)), ax=ax["output"])
    fig.colorbar(ax["mask"].matshow(mask.numpy(), vmin=0, vmax=1), ax=ax["mask"])
    fig.colorbar(ax["input"].matshow(X.numpy(), vmin=0.0, vmax=m), ax=ax["input"])
    ax["input"].set_title("Input")
    ax["output"].set_title("Output")
    ax["mask"].set_title("Mask for $p = %s$" % p)
    return fig
