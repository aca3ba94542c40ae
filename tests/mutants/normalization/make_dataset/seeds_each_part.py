"""Seeds anew for the second part, which repeats the first one.

corner: yes
names: same random numbers
"""

import torch


def make_dataset(kind, n, seed=0):
    if kind == "unimodal":
        torch.manual_seed(seed)
        return 1 + 1.5 * torch.randn(n, 1)
    if kind == "bimodal":
        torch.manual_seed(seed)
        a = -1 + 0.5 * torch.randn(n // 2, 1)
        torch.manual_seed(seed)
        b = 3 + 1.2 * torch.randn(n - n // 2, 1)
        x = torch.cat([a, b])
        return x[torch.randperm(n)]
    raise ValueError(kind)
