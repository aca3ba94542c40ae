"""One subfigure per panel."""

import matplotlib.pyplot as plt


def plot_dropout(X, mask, output, p):
    fig = plt.figure(layout="constrained")
    subs = fig.subfigures(1, 3)
    top = X.max().item()
    for s, t, hi, name in zip(
        subs, (X, mask, output), (top, 1, top / (1 - p)), ("input", f"mask p = {p}", "output")
    ):
        ax = s.subplots()
        ax.imshow(t, vmin=0, vmax=hi)
        ax.set_title(name)
    return fig
