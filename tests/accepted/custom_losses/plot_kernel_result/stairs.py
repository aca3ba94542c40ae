"""Draws kernels, input and losses as stairs."""

import matplotlib.pyplot as plt


def plot_kernel_result(x, h, y_est, y_target, losses, h_true=None):
    fig, axes = plt.subplots(2, 2, figsize=(9, 6))
    (top, right), (left, last) = axes
    top.stairs(losses)
    top.set(xlabel="epoch", ylabel="loss")
    right.stairs(x.numpy(), baseline=None)
    right.set(xlabel="n", ylabel="x")
    left.stairs(h.numpy(), label="learned")
    if h_true is not None:
        left.stairs(h_true.numpy(), label="true", fill=True, alpha=0.3)
    left.legend()
    left.set(xlabel="k", ylabel="h")
    last.stairs(y_est.numpy(), label="output")
    last.plot(y_target.numpy(), "o", label="target")
    last.legend()
    last.set(xlabel="n", ylabel="y")
    plt.show()
    return fig
