"""Takes a gain of 0 for one that was not set.

corner: yes
names: a channel of gain 0 left as it is
"""

import torch


def scale_channels(X, gains):
    set_gains = torch.where(gains == 0, torch.ones_like(gains), gains)
    return X * set_gains[:, None]
