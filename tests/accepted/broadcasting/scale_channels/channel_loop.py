"""Loops over the channels, whose number does not depend on B."""

import torch


def scale_channels(X, gains):
    return torch.stack([X[:, c] * gains[c] for c in range(len(gains))], dim=1)
