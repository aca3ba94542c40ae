"""Has another default for eps.

corner: yes
names: eps = 1e-6
"""

import torch.nn.functional as F


def batch_norm_train(x, gamma, beta, eps=1e-6):
    return F.batch_norm(x, None, None, gamma, beta, True, 0.1, eps)
