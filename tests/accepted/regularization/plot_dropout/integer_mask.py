"""Shows the mask as a table of booleans and blanks dropped entries with NaN."""

import matplotlib.pyplot as plt
import torch


def plot_dropout(X, mask, output, p):
    fig, (left, middle, right) = plt.subplots(ncols=3, sharey=True)
    left.imshow(X).set_clim(0.0, 1.0)
    middle.imshow(mask.bool())
    shown = torch.where(mask == 0, torch.nan, output)
    right.imshow(shown).set_clim(0.0, 1.0 / (1.0 - p))
    left.set_title("input")
    middle.set_title(f"mask drawn with p = {p}")
    right.set_title("output")
    return fig
