"""Sums of squares over T - 1, by hand."""


def normalize_sequences(seq):
    centered = seq - seq.sum(-1, keepdim=True) / seq.shape[-1]
    variance = (centered**2).sum(-1, keepdim=True) / (seq.shape[-1] - 1)
    return centered * variance.rsqrt()
