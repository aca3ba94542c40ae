"""Tracks in inference mode."""

import torch
from torch import nn


def track_running_stats(batches, momentum, epochs):
    bn = nn.BatchNorm1d(1, momentum=momentum, affine=False)
    out = []
    with torch.inference_mode():
        for _ in range(epochs):
            for xb in batches:
                bn(xb)
            out.append([bn.running_mean.item(), bn.running_var.item()])
    out = torch.tensor(out)
    return out[:, 0].contiguous(), out[:, 1].contiguous()
