"""Yields the state of the layer after each epoch from a generator."""

import torch
from torch import nn


def _states(batches, momentum, epochs):
    bn = nn.BatchNorm1d(1, momentum=momentum, affine=False)
    for _ in range(epochs):
        for k, batch in enumerate(batches):
            assert len(batch) > 1, k
            bn.forward(batch)
        yield float(bn.running_mean), float(bn.running_var)


def track_running_stats(batches, momentum, epochs):
    means, variances = zip(*_states(batches, momentum, epochs), strict=True)
    return torch.FloatTensor(means), torch.FloatTensor(variances)
