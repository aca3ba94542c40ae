"""Adds subplots by numbers and displays the figure itself."""

import matplotlib.pyplot as plt
from IPython.display import display


def plot_running_stats(curves, true_mean, true_var):
    f = plt.figure(figsize=(4, 4))
    f.add_subplot(121)
    f.add_subplot(122)
    for j, ax in enumerate(f.axes):
        plt.sca(ax)
        for name in curves:
            plt.plot(range(1, len(curves[name][j]) + 1), curves[name][j], label=name)
        plt.hlines([true_mean, true_var][j], *plt.xlim(), label="reference")
        plt.xlabel("epoch")
        plt.ylabel("stat")
    plt.figlegend(*f.axes[0].get_legend_handles_labels(), loc="upper center")
    display(f)
    return f
