"""Labels all y axes with one text of the figure."""

import matplotlib.pyplot as plt


def plot_kernel_result(x, h, y_est, y_target, losses, h_true=None):
    fig, axs = plt.subplots(4, 1, figsize=(6, 12))
    curves = [
        [(losses, "loss")],
        [(x, "input")],
        [(h, "learned")],
        [(y_est, "output"), (y_target, "target")],
    ]
    if h_true is not None:
        curves[2].append((h_true, "true"))
    for ax, group in zip(axs, curves):
        for data, label in group:
            ax.plot(list(map(float, data)), label=label, marker=".", alpha=0.8)
        ax.legend()
        ax.set_xlabel("epoch" if len(group) == 1 and group[0][1] == "loss" else "index")
    fig.supylabel("value")
    fig.subplots_adjust(hspace=0.5)
    return fig
