"""Detaches the gains.

corner: yes
names: gains that are cut from the graph
"""


def scale_channels(X, gains):
    return X * gains.detach()[:, None]
