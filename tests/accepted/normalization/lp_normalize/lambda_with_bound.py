"""Is a lambda, with a bound of 1e-12."""

import torch

lp_normalize = lambda x, p=2.0: x / torch.norm(x, p).clamp(min=1e-12)
