"""Adds the square of eps to the variance."""


def batch_norm_train(x, gamma, beta, eps=1e-5):
    return gamma * (x - x.mean(0)) / (x.var(0, correction=0) + eps**2).sqrt() + beta
