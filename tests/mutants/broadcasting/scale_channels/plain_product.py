"""Multiplies without a new axis: the gains meet the time steps.

names: one gain per time step instead of one per channel
"""


def scale_channels(X, gains):
    return X * gains
