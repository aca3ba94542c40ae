"""Fills a constant vector in place.

corner: yes
names: in place
"""

import torch


def min_max_scale(x, low=0.0, high=1.0):
    s = x.max() - x.min()
    if s == 0:
        return x.fill_(low)
    return (x - x.min()) / s * (high - low) + low
