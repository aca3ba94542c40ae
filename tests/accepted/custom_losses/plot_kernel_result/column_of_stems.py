"""Stacks the axes, with stems for the kernels and a logarithmic loss."""

import matplotlib.pyplot as plt


def plot_kernel_result(x, h, y_est, y_target, losses, h_true=None):
    fig = plt.figure(figsize=(5, 9))
    axes = [fig.add_subplot(4, 1, i) for i in (4, 3, 2, 1)]
    axes[0].semilogy(range(1, len(losses) + 1), losses, "k.-")
    axes[1].step(range(len(x)), x.tolist())
    if h_true is not None:
        axes[2].stem(h_true.numpy(), linefmt="C1-", label="h*")
    axes[2].stem(h.numpy(), label="h")
    axes[2].legend()
    axes[3].plot(y_est.numpy(), "--", y_target.numpy(), ":")
    axes[3].legend(["model", "data"])
    for ax, (a, b) in zip(axes, ["EL", "nx", "kh", "ny"]):
        ax.set_xlabel(a)
        ax.set_ylabel(b)
    fig.tight_layout()
    return fig
