"""Makes a float64 tensor of everything else, which cuts the gradient there.

corner: yes
names: has no gradient
"""

import torch


def normalize_sequences(seq):
    s = seq
    if s.dtype != torch.float64:
        s = torch.tensor(s.tolist(), dtype=torch.float64)
    normed = (s - s.mean(dim=1, keepdim=True)) / s.std(dim=1, keepdim=True)
    return normed.to(seq.dtype)
