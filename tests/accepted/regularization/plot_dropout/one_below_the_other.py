"""Stacks the panels, with grey matshow images and normalizers for the limits."""

import matplotlib.pyplot as plt
from matplotlib.colors import Normalize


def plot_dropout(X, mask, output, p):
    fig = plt.figure(figsize=(4, 9))
    top = X.max().item()
    for row, (name, values, limit) in enumerate(
        [("X", X, top), (f"M (p = {p!s})", mask, 1), ("Y", output, top / (1 - p))], start=1
    ):
        ax = fig.add_subplot(3, 1, row)
        ax.matshow(values.numpy(), cmap="gray", norm=Normalize(0, limit))
        ax.set_title(name, loc="left")
    return fig
