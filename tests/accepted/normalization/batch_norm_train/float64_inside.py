"""Computes in float64 and casts back."""


def batch_norm_train(x, gamma, beta, eps=1e-5):
    wide = x.double()
    z = (wide - wide.mean(0)) / (wide.var(0, unbiased=False) + eps).sqrt()
    return (z * gamma.double() + beta.double()).to(x.dtype)
