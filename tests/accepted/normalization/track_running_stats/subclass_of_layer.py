"""Subclasses the layer, with scale and shift."""

import torch
from torch import nn


class Recorder(nn.BatchNorm1d):
    def snapshot(self):
        return {k: v.clone() for k, v in self.state_dict().items()}


def track_running_stats(batches, momentum, epochs):
    layer = Recorder(1, momentum=momentum)
    states = []
    for _ in range(epochs):
        [layer(b) for b in batches]
        states.append(layer.snapshot())
    return tuple(
        torch.stack([s[k] for s in states]).flatten() for k in ("running_mean", "running_var")
    )
