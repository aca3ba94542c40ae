"""Warns, prints, leaves a figure open, and has parameters of its own."""

import warnings

import matplotlib.pyplot as plt


def add_bias(X, b, verbose=True, *args, **kwargs):
    warnings.warn("adding")
    print("adding", tuple(b.shape))
    if verbose:
        plt.figure()
        plt.imshow(X.detach())
    return X.sub(b, alpha=-1)
