"""Limits the result, far above the usual levels.

corner: yes
"""


def scale_channels(X, gains):
    return (X * gains[:, None]).clamp(-100, 100)
