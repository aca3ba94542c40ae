"""Both statistics from one call, and subtract and divide as functions."""

import torch


def normalize_sequences(seq):
    std, mean = torch.std_mean(seq, dim=1)
    return torch.div(torch.sub(seq, mean.unsqueeze(1)), std.unsqueeze(1))
