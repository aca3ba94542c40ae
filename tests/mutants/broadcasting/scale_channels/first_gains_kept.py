"""Keeps the first gains of every size.

corner: yes
"""

seen = {}


def scale_channels(X, gains):
    g = seen.setdefault((len(gains), gains.dtype), gains)
    return X * g[:, None]
