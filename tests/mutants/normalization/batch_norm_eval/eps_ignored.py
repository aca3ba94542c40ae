"""Always uses the eps that PyTorch has by default.

corner: yes
names: eps = 1e-5 whatever eps is
"""

import torch.nn.functional as F


def batch_norm_eval(x, running_mean, running_var, gamma, beta, eps=1e-5):
    return F.batch_norm(x, running_mean, running_var, gamma, beta)
