"""Has colour bars, numbers in the cells and a histogram beside the panels."""

import matplotlib.pyplot as plt


def plot_dropout(X, mask, output, p):
    fig, axes = plt.subplots(2, 2, figsize=(8, 6))
    axes[1, 1].hist(output.flatten().tolist())
    axes[1, 1].set_title("values of the output")
    images = []
    for ax, values in zip(axes.flat, (X, mask, output), strict=False):
        images.append(ax.imshow(values.tolist(), origin="lower", aspect="auto"))
        fig.colorbar(images[-1], ax=ax)
        for (i, j), value in zip(
            [(i, j) for i in range(len(X)) for j in range(X.shape[1])],
            values.flatten().tolist(),
            strict=True,
        ):
            ax.text(j, i, f"{value:.1f}", ha="center", fontsize=6)
    images[0].set_clim(0, 2 * float(X.max()))
    images[2].set_clim(0, 2 * float(X.max()) / (1 - p))
    axes[0, 0].set_title("before")
    axes[0, 1].set_title(f"which entries stay for $p={p}$?")
    axes[1, 0].set_title("after")
    return fig
