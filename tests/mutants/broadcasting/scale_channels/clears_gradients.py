"""Drops the caller's gradient.

corner: yes
names: changed gains.grad
"""


def scale_channels(X, gains):
    gains.grad = None
    return X * gains[:, None]
