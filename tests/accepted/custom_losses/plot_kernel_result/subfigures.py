"""Splits the figure into two subfigures."""

import matplotlib.pyplot as plt


def plot_kernel_result(x, h, y_est, y_target, losses, h_true=None):
    fig = plt.figure(figsize=(10, 5), layout="constrained")
    left, right = fig.subfigures(1, 2)
    a, b = left.subplots(2, 1)
    c, d = right.subplots(2, 1)
    a.plot(losses)
    a.set(xlabel="epoch", ylabel="loss")
    b.plot(h, "o-", label="learned")
    if h_true is not None:
        b.plot(h_true, "x--", label="true")
    b.set(xlabel="tap", ylabel="value")
    if h_true is not None:
        b.legend()
    c.plot(x)
    c.set(xlabel="n", ylabel="input")
    d.plot(y_target, label="target")
    d.plot(y_est, label="output")
    d.legend()
    d.set(xlabel="n", ylabel="output")
    return fig
