"""An ImageGrid without axes lines."""

import matplotlib.pyplot as plt
from mpl_toolkits.axes_grid1 import ImageGrid


def plot_dropout(X, mask, output, p):
    fig = plt.figure(figsize=(12, 4))
    grid = ImageGrid(fig, 111, nrows_ncols=(1, 3), axes_pad=0.5, cbar_mode="each")
    top = X.max().item()
    for ax, cax, t, v, name in zip(
        grid,
        grid.cbar_axes,
        (X, mask, output),
        (top, 1, top / (1 - p)),
        ("in", f"mask (p={p})", "out"),
    ):
        im = ax.imshow(t, vmin=0, vmax=v)
        cax.colorbar(im)
        ax.set_title(name)
        ax.axis("off")
    return fig
