"""Leaves dropped entries of the output blank and lays the images out in a mosaic."""

import matplotlib.pyplot as plt
import numpy as np


def plot_dropout(X, mask, output, p):
    fig, axes = plt.subplot_mosaic([["X", "M", "Y"]], layout="tight")
    blank = np.ma.masked_where(mask.numpy() == 0, output.numpy())
    for key, values in {"X": X, "M": mask, "Y": blank}.items():
        scale = {"X": 1, "M": 0.3, "Y": 1 / (1 - p)}[key]
        axes[key].imshow(values, vmin=0, vmax=3 * scale, interpolation="nearest")
        axes[key].set(title=f"{key}, dropping with probability {p:g}", xticks=[], yticks=[])
    return fig
