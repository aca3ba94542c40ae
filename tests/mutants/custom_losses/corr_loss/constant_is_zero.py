"""Returns a loss of 0 where a signal is constant.

corner: yes
"""


def corr_loss(y_pred, y_true, eps=1e-8):
    a, b = y_pred - y_pred.mean(), y_true - y_true.mean()
    if a.norm() == 0 or b.norm() == 0:
        return y_pred.new_zeros(())
    return 1 - (a / (a.norm() + eps) * b / (b.norm() + eps)).sum()
