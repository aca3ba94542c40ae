"""Multiplies in place.

names: changed its input in place
"""


def scale_channels(X, gains):
    return X.mul_(gains[:, None])
