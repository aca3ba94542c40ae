"""Adds eps to the standard deviations, which are smaller than the norms.

corner: yes
names: eps added to the standard deviations
"""


def corr_loss(y_pred, y_true, eps=1e-8):
    a = (y_pred - y_pred.mean()) / (y_pred.std(unbiased=False) + eps)
    b = (y_true - y_true.mean()) / (y_true.std(unbiased=False) + eps)
    return 1 - (a * b).mean()
