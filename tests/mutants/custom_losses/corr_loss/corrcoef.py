"""Uses torch.corrcoef, which knows no eps.

corner: yes
"""

import torch


def corr_loss(y_pred, y_true, eps=1e-8):
    return 1 - torch.corrcoef(torch.stack([y_pred.flatten(), y_true.flatten()]))[0, 1]
