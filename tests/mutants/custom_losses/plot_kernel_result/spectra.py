"""Compares spectra instead of output and target."""

import matplotlib.pyplot as plt, torch


def plot_kernel_result(x, h, y_est, y_target, losses, h_true=None):
    fig, ax = plt.subplots(2, 2)
    ax[0, 0].plot(losses, label="loss")
    ax[0, 1].plot(x, label="x")
    ax[1, 0].plot(h, label="h")
    if h_true is not None:
        ax[1, 0].plot(h_true, label="true")
    ax[1, 1].plot(torch.fft.rfft(y_est).abs(), label="o")
    ax[1, 1].plot(torch.fft.rfft(y_target).abs(), label="t")
    for a in ax.flat:
        a.set(xlabel="n", ylabel="v")
        a.legend()
    return fig
