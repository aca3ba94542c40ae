"""Goes through Python numbers and the default dtype.

corner: yes
"""

import torch


def independent_copy(t):
    return torch.tensor(t.tolist())
