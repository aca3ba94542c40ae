"""Names p in percent with all digits; limits are set through the norm."""

import matplotlib.pyplot as plt


def plot_dropout(X, mask, output, p):
    fig, (a, b, c) = plt.subplots(1, 3, layout="tight")
    v = X.max()
    a.imshow(X, vmin=0, vmax=v)
    a.set_title("X")
    b.imshow(mask.to(int), cmap="binary")
    b.set_title(f"mask ({100 * p} % dropped)")
    im = c.imshow(output)
    im.norm.vmin = 0
    im.norm.vmax = v / (1 - p)
    c.set_title("Y")
    return fig
