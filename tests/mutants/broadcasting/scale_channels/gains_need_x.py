"""Cuts the gains where X is plain data.

corner: yes
names: cut off from its inputs
"""


def scale_channels(X, gains):
    if not X.requires_grad:
        gains = gains.data
    return X * gains[:, None]
