"""Goes through a float32 layer.

corner: yes
names: should have dtype torch.float64
"""

import torch.nn.functional as F


def batch_norm_train(x, gamma, beta, eps=1e-5):
    return F.batch_norm(x.float(), None, None, gamma.float(), beta.float(), True, 0.1, eps)
