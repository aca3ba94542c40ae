"""The evaluation output is always float32.

corner: yes
"""

import torch.nn.functional as F


def dropout_modes(X, p):
    return F.dropout(X, p), X.float()
