"""Returns a float32 number where a signal is constant, whatever the dtype.

corner: yes
"""

import torch


def corr_loss(y_pred, y_true, eps=1e-8):
    u, v = y_pred - y_pred.mean(), y_true - y_true.mean()
    if u.abs().max() == 0 or v.abs().max() == 0:
        return torch.tensor(1.0)
    return 1 - ((u / (u.norm() + eps)) * (v / (v.norm() + eps))).sum()
