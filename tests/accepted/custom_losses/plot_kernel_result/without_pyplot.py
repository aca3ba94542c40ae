"""Draws on a Figure without pyplot."""

from matplotlib.figure import Figure


def _panel(fig, pos, title, xl, yl, **curves):
    ax = fig.add_subplot(2, 2, pos, title=title, xlabel=xl, ylabel=yl)
    for name, values in curves.items():
        if values is not None:
            ax.plot(values.tolist() if hasattr(values, "tolist") else values, label=name)
    if len(ax.lines) > 1:
        ax.legend(title="curves")
    return ax


def plot_kernel_result(x, h, y_est, y_target, losses, h_true=None):
    fig = Figure(figsize=(8, 6))
    _panel(fig, 1, "Input", "n", "x", x=x)
    _panel(fig, 2, "Kernel", "k", "h", learned=h, true=h_true)
    _panel(fig, 3, "Output", "n", "y", estimate=y_est, target=y_target)
    ax = _panel(fig, 4, "Loss", "epoch", "loss", loss=losses)
    ax.annotate(f"{losses[-1]:.3g}", (len(losses) - 1, losses[-1]))
    return fig
