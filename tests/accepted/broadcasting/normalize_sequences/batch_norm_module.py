"""nn.BatchNorm1d on the transpose, with an eps that vanishes."""

from torch import nn


def normalize_sequences(seq):
    B, T = seq.shape
    bn = nn.BatchNorm1d(B, eps=1e-38, affine=False, dtype=seq.dtype)
    return bn(seq.t()).t() * ((T - 1) / T) ** 0.5
