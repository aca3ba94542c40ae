"""Shows no more than ten rows.

corner: yes
"""

import matplotlib.pyplot as plt


def plot_dropout(X, mask, output, p):
    top = float(X.max())
    fig, (a, b, c) = plt.subplots(1, 3)
    a.imshow(X.detach(), vmin=0, vmax=top)
    b.imshow(mask.detach(), vmin=0, vmax=1)
    c.imshow(output.detach().clone(), vmin=0, vmax=top / (1 - p))
    a.set_title("input")
    c.set_title("output")
    for ax, t in ((a, X), (b, mask), (c, output)):
        ax.images[0].remove()
        ax.imshow(
            t[:10].detach(), vmin=0, vmax=1 if t is mask else top / (1 - p if t is output else 1)
        )
    b.set_title(f"mask (p={p})")
    return fig
