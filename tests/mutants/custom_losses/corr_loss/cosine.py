"""Forgets the means: this is the cosine similarity.

names: the means left in
"""


def corr_loss(y_pred, y_true, eps=1e-8):
    a = y_pred / (y_pred.norm() + eps)
    b = y_true / (y_true.norm() + eps)
    return 1 - (a * b).sum()
