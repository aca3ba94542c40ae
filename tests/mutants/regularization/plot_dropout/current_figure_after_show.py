"""Shows the figure, which closes it, and returns a new one.

names: plt.show()
"""

import matplotlib.pyplot as plt


def plot_dropout(X, mask, output, p):
    plt.figure()
    top = float(X.max())
    plt.subplot(131)
    plt.imshow(X, clim=(0, top))
    plt.title("Input")
    plt.subplot(132)
    plt.imshow(mask, cmap="binary")
    plt.title("Mask, drop probability " + str(p))
    plt.subplot(133)
    plt.imshow(output, clim=(0, top / (1 - p)))
    plt.title("Output")
    plt.suptitle("Dropout")
    plt.tight_layout()
    plt.show()
    return plt.gcf()
