"""Goes through NumPy, which shares the memory.

corner: yes
names: shares memory
"""

import torch


def independent_copy(t):
    return torch.from_numpy(t.detach().numpy())
