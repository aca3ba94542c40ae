"""Takes the root of the square plus 1e-8, so that equal signals differ by 1e-4.

corner: yes
"""


def l1_loss(y_pred, y_true):
    return ((y_pred - y_true) ** 2 + 1e-8).sqrt().mean()
