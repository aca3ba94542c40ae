"""Makes the panel of the output first, but puts each into its place."""

import matplotlib.pyplot as plt


def plot_dropout(X, mask, output, p):
    fig = plt.figure(figsize=(9, 3))
    top = float(X.max())
    panels = {3: ("output", output, top / (1 - p)), 1: ("input", X, top), 2: ("", mask, 1)}
    for place, (title, values, limit) in panels.items():
        plt.subplot(1, 3, place)
        image = plt.imshow(values, vmin=0, vmax=limit)
        plt.title(title or f"mask, p={p}")
        plt.colorbar(image, shrink=0.6)
    return fig
