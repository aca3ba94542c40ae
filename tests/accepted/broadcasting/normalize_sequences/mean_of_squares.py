"""Variance as the mean of the squares minus the square of the mean."""


def normalize_sequences(seq):
    T = seq.shape[1]
    mean = seq.mean(1, keepdim=True)
    biased = seq.square().mean(1, keepdim=True) - mean.square()
    return (seq - mean) / (biased * T / (T - 1)).sqrt()
