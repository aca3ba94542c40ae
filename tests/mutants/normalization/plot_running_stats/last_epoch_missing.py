"""Leaves out the last epoch."""

import matplotlib.pyplot as plt


def plot_running_stats(curves, true_mean, true_var):
    fig, (a, b) = plt.subplots(1, 2)
    for label, (m, v) in curves.items():
        a.plot(range(1, len(m)), m[:-1], label=label)
        b.plot(range(1, len(m)), v[:-1], label=label)
    a.axhline(true_mean)
    b.axhline(true_var)
    a.set(xlabel="epoch", ylabel="mean")
    b.set(xlabel="epoch", ylabel="variance")
    a.legend()
    b.legend()
    return fig
