"""Shows two axes more, with spectra and an image."""

import matplotlib.pyplot as plt, numpy as np, torch


def plot_kernel_result(x, h, y_est, y_target, losses, h_true=None):
    fig, ax = plt.subplots(2, 3, figsize=(12, 5))
    ax = ax.ravel()
    ax[0].plot(losses, label="loss")
    ax[1].plot(x, label="x")
    ax[2].plot(h, label="h")
    if h_true is not None:
        ax[2].plot(h_true, label="true")
    ax[3].plot(y_est, label="o")
    ax[3].plot(y_target, label="t")
    ax[4].plot(torch.fft.rfft(y_est).abs(), label="o")
    ax[4].plot(torch.fft.rfft(y_target).abs(), label="t")
    im = ax[5].imshow(torch.outer(h, h))
    fig.colorbar(im, ax=ax[5])
    for a in ax[:5]:
        a.set(xlabel="n", ylabel="v")
        a.legend()
    return fig
