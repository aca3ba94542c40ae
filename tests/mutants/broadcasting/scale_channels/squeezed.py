"""Squeezes the result, so that a single channel loses its dimension.

corner: yes
names: should have shape (2, 1, 5)
"""


def scale_channels(X, gains):
    return (X * gains[:, None]).squeeze()
