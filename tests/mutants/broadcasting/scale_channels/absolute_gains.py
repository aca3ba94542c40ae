"""Drops the sign of the gains.

corner: yes
names: the gains without their sign
"""


def scale_channels(X, gains):
    return X * gains.abs().view(1, -1, 1)
