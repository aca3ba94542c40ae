"""Adds the smallest normal number, which changes nothing."""

import torch


def normalize_sequences(seq):
    mean, std = seq.mean(dim=1, keepdim=True), seq.std(dim=1, keepdim=True)
    return (seq - mean) / (std + torch.finfo(seq.dtype).tiny)
