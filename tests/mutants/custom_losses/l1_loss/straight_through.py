"""Has the right value but the gradient of a sum.

corner: yes
"""


def l1_loss(y_pred, y_true):
    gaps = (y_pred - y_true).abs()
    return gaps.sum() - gaps.sum().detach() + gaps.mean().detach()
