"""Makes both parts of the same random numbers.

corner: yes
names: same random numbers
"""

import torch


def make_dataset(kind, n, seed=0):
    z = torch.randn(n, 1, generator=torch.Generator().manual_seed(seed))
    if kind == "unimodal":
        return 1 + 1.5 * z
    if kind == "bimodal":
        h = n // 2
        x = torch.cat([-1 + 0.5 * z[:h], 3 + 1.2 * z[: n - h]])
        return x[torch.randperm(n, generator=torch.Generator().manual_seed(seed))]
    raise ValueError(kind)
