"""In inference mode, where a view of an ordinary tensor stays ordinary."""

import torch


@torch.inference_mode()
def expand_rows(b, n):
    return b.expand(n, -1)
