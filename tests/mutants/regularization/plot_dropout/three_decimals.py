"""Names p with three decimals.

corner: yes
names: p rounded
"""

import matplotlib.pyplot as plt


def plot_dropout(X, mask, output, p):
    fig, (a, b, c) = plt.subplots(1, 3)
    a.imshow(X, vmin=0, vmax=X.max())
    a.set_title("X")
    b.imshow(mask)
    b.set_title(f"mask p={p:.3f}")
    c.imshow(output, vmin=0, vmax=X.max() / (1 - p))
    c.set_title("Y")
    return fig
