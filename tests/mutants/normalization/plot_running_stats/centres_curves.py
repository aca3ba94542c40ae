"""Centres the tensors that it was given.

corner: yes
names: in place
"""

import matplotlib.pyplot as plt


def plot_running_stats(curves, true_mean, true_var):
    fig, (a, b) = plt.subplots(1, 2)
    for label, (m, v) in curves.items():
        a.plot(range(1, len(m) + 1), m.clone(), label=label)
        b.plot(range(1, len(m) + 1), v.clone(), label=label)
        m.sub_(true_mean)
    a.axhline(true_mean)
    b.axhline(true_var)
    a.set(xlabel="epoch", ylabel="mean")
    b.set(xlabel="epoch", ylabel="variance")
    a.legend()
    b.legend()
    return fig
